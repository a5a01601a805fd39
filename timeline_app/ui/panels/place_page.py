# SPDX-License-Identifier: MIT
"""The page of one place: names, how surely it is placed, where that is on the map, and the events there."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from timeline_app.model.place_views import PlacePageView
from timeline_app.model.showing import Showing
from timeline_app.state.app_state import AppState
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_view import MapView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.name_texts import place_head
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.present_places import present_places
from timeline_app.ui.panels.their_events import TheirEventsBox

MAP_PX: Final = 230


class PlacePage(Page):
    """Shows one place; it asks for things by signals and changes nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_id = ""
        self._showing: Showing | None = None
        self._state: AppState | None = None
        self._content: MapContent | None = None
        self.head = self.add_text()
        self.map = MapView(parent=self)
        self.map.place_chosen.connect(lambda name: self.command_requested.emit("place.open", {"id": name}))
        self.map.route_chosen.connect(self._select_route)
        self.column.addWidget(self.map)
        self.add_rule()
        self.events = TheirEventsBox(self)
        self.events.filter_wished.connect(self._filter)
        self.column.addWidget(self.events)
        self.add_rule()
        self._row = ButtonRow(self)
        self.all_button = self._row.add("quiet", lambda: self.command_requested.emit("places.open", {}))
        self.column.addWidget(self._row)

    def fill(self, page: PlacePageView, showing: Showing, state: AppState, look: Look) -> None:
        """Show a place, with the selected events marked among its own."""
        self.set_spacing(look)
        self._showing, self._state, self._place_id = showing, state, page.place.id
        show_text(self.head, place_head(page.place, look), look)
        self._fill_map()
        selected = state.selection.primary
        name = page.place.title.text
        self.events.fill(page.events, "place", page.place.id, name, showing, selected, look)
        self.all_button.fill(look, look.say("place.all"))
        self._row.refresh()

    def show_time(self, state: AppState) -> None:
        """Follow the timeline: other events are in the present view."""
        self._state = state
        self._fill_map()

    def _fill_map(self) -> None:
        """Show where the place is among all others; nothing where it has no position, or no event is shown there."""
        showing, state, look = self._showing, self._state, self._look
        if showing is None or state is None or look is None:
            return
        content = self._content = present_places(showing, state)
        is_there = bool(content.numbers_of({self._place_id}))
        self.map.setVisible(is_there)
        if is_there:
            self.map.set_height_px(look.space_px(MAP_PX))
            self.map.fill(content, look)
            self.map.set_light({self._place_id})
            self.map.show_place(self._place_id)

    def _select_route(self, number: int) -> None:
        """Select the first event that took a route; the page stays."""
        if self._content is not None and self._showing is not None:
            event_id = self._showing.event_id(self._content.routes[number].events[0])
            self.command_requested.emit("select.beside", {"id": event_id})

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = self._state = self._content = None
            self.map.forget()
            self.events.forget()

    def _filter(self) -> None:
        self.command_requested.emit("filters.toggle", {"facet": "place", "value": self._place_id})
