# SPDX-License-Identifier: MIT
"""The page of one place: names, how surely it is placed, and the events there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.model.place_views import PlacePageView
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.name_texts import place_head
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.their_events import TheirEventsBox


class PlacePage(Page):
    """Shows one place; it asks for things by signals and changes nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_id = ""
        self._showing: Showing | None = None
        self.head = self.add_text()
        self.add_rule()
        self.events = TheirEventsBox(self)
        self.events.filter_wished.connect(self._filter)
        self.column.addWidget(self.events)
        self.add_rule()
        self._row = ButtonRow(self)
        self.all_button = self._row.add("quiet", lambda: self.command_requested.emit("places.open", {}))
        self.column.addWidget(self._row)

    def fill(self, page: PlacePageView, showing: Showing, selected: str | None, look: Look) -> None:
        """Show a place; `selected` is the event in hand."""
        self.set_spacing(look)
        self._showing, self._place_id = showing, page.place.id
        show_text(self.head, place_head(page.place, look), look)
        name = page.place.title.text
        self.events.fill(page.events, "place", page.place.id, name, showing, selected, look)
        self.all_button.fill(look, look.say("place.all"))
        self._row.refresh()

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = None
            self.events.forget()

    def _filter(self) -> None:
        self.command_requested.emit("filters.toggle", {"facet": "place", "value": self._place_id})
