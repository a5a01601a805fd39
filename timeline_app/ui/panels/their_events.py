# SPDX-License-Identifier: MIT
"""The events of a person or a place on their page: a small timeline, rows below it, and the way to filter by them."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.model.told_events import TheirEvents
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import column
from timeline_app.ui.panels.small_timeline import SmallTimelineView
from timeline_app.ui.panels.source_page_rows import SourcePageRows
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView

AIR_PX: Final = 6
NameFacet = Literal["person", "place"]
FILTER_KEYS: Final = {
    ("person", False): "person.filter",
    ("person", True): "person.filter-off",
    ("place", False): "place.filter",
    ("place", True): "place.filter-off",
}
AT_FIRST: Final = 12
"""So many rows stand below the timeline at once."""


class TheirEventsBox(QWidget):
    """Shows events; a mark of the timeline chooses one beside the page, a row opens its own page."""

    filter_wished = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._inner = inner = column(self)
        self.head = ReadingView(self)
        self.timeline = SmallTimelineView(self)
        self.foot = ReadingView(self)
        self.row = ButtonRow(self)
        self.filter_button = self.row.add("quiet", self.filter_wished.emit)
        self.clear_button = self.row.add("quiet", lambda: page.command_requested.emit("filters.clear", {}))
        self.rows = LeadingRows(self, page.event_open_requested.emit, AT_FIRST)
        for part in (self.head, self.timeline, self.foot, self.row):
            inner.addWidget(part)
        inner.addSpacing(AIR_PX)
        inner.addWidget(self.rows)
        for view in (self.head, self.foot):
            view.copy_requested.connect(page.copy_requested)
        self.timeline.chosen.connect(
            lambda event_id: page.command_requested.emit("select.beside", {"id": event_id})
        )
        self.timeline.reveal_wished.connect(lambda rect: page.reveal_requested.emit(self.timeline, rect))

    def fill(
        self,
        events: TheirEvents,
        facet: NameFacet,
        value: str,
        name: str,
        showing: Showing,
        selected: str | None,
        look: Look,
    ) -> None:
        """Show the events of somebody or of a place, by whose id and name they can be filtered."""
        self._inner.setSpacing(look.space_px(10))
        show_text(self.head, _head(events, look), look)
        in_hand = showing.ordinal(selected) if selected is not None else None
        self.timeline.fill(showing, events.shown, in_hand, look)
        self.timeline.setAccessibleName(look.say("small-timeline.name", name=name, count=len(events.shown)))
        show_text(self.foot, _foot(events, self.timeline, look), look)
        self._fill_buttons(events, facet, value, name, showing, look)
        ids = [showing.event_id(ordinal) for ordinal in events.shown]
        self.rows.fill(look, "person.section.rows", ids, SourcePageRows(showing, look).event)

    def forget(self) -> None:
        """Keep no exhibit."""
        self.timeline.forget()
        self.rows.forget()

    def _fill_buttons(
        self, events: TheirEvents, facet: NameFacet, value: str, name: str, showing: Showing, look: Look
    ) -> None:
        is_chosen = value in showing.lens.filters.of(facet)
        is_offered = bool(events.count) and facet in showing.filtering.facets
        self.filter_button.setVisible(is_chosen or is_offered)
        key = FILTER_KEYS[facet, is_chosen]
        self.filter_button.fill(look, look.say(key, name=name))
        self.clear_button.setVisible(bool(events.filtered_out))
        self.clear_button.fill(look, look.say("filters.clear"))
        self.row.setVisible(is_chosen or is_offered or bool(events.filtered_out))
        self.row.refresh()


def _head(events: TheirEvents, look: Look) -> list[Paragraph]:
    if not events.count:
        return [words(look.say("person.no-events"), "body")]
    told = look.say("panel.event-count", count=len(events.shown))
    return [words(told, "subheading", kind=BlockKind.HEADING)]


def _foot(events: TheirEvents, timeline: SmallTimelineView, look: Look) -> list[Paragraph]:
    """Return what must be said of how events are drawn, and of those that are not."""
    told = []
    if timeline.is_folded:
        told.append(look.say("small-timeline.folded"))
    if timeline.left_out:
        told.append(look.say("small-timeline.left-out", count=timeline.left_out))
    if events.filtered_out:
        told.append(look.say("person.filtered-out", count=events.filtered_out))
    return [words(text, "small") for text in told]
