# SPDX-License-Identifier: MIT
"""The page of one person, organisation or term: names, what they are, their events, their words, and the sources."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.model.person_views import PersonPageView
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.name_texts import person_head
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.source_page_rows import SourcePageRows
from timeline_app.ui.panels.their_events import TheirEventsBox


class PersonPage(Page):
    """Shows one person; it asks for things by signals and changes nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person_id = ""
        self._showing: Showing | None = None
        self.head = self.add_text()
        self.add_rule()
        self.events = TheirEventsBox(self)
        self.events.filter_wished.connect(self._filter)
        self.column.addWidget(self.events)
        self._words_rule = self.add_rule()
        self.excerpts = LeadingRows(self, lambda name: self.excerpt_requested.emit(name, ""))
        self.sources = LeadingRows(self, self.source_requested.emit)
        for rows in (self.excerpts, self.sources):
            self.column.addWidget(rows)
        self.add_rule()
        self._row = ButtonRow(self)
        self.all_button = self._row.add("quiet", lambda: self.command_requested.emit("people.open", {}))
        self.column.addWidget(self._row)

    def fill(self, page: PersonPageView, showing: Showing, selected: str | None, look: Look) -> None:
        """Show a person; `selected` is the event in hand."""
        self.set_spacing(look)
        self._showing, self._person_id = showing, page.person.id
        show_text(self.head, person_head(page.person, look), look)
        name = page.person.title.text
        self.events.fill(page.events, "person", page.person.id, name, showing, selected, look)
        rows = SourcePageRows(showing, look)
        self._words_rule.setVisible(bool(page.excerpts or page.sources))
        self.excerpts.fill(look, "person.section.excerpts", page.excerpts, rows.excerpt)
        lead = look.say("person.sources-lead")
        self.sources.fill(look, "person.section.sources", page.sources, rows.source, lead)
        self.all_button.fill(look, look.say("person.all"))
        self._row.refresh()

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = None
            self.events.forget()
            self.excerpts.forget()
            self.sources.forget()

    def _filter(self) -> None:
        self.command_requested.emit("filters.toggle", {"facet": "person", "value": self._person_id})
