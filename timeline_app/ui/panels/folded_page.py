# SPDX-License-Identifier: MIT
"""The page of folded events: how many have no name in a stretch of a lane, and all of them as a list."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.scene.folded import FoldedList
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.folded_rows import FoldedDelegate, FoldedModel
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.page_of_rows import PageOfRows
from timeline_app.ui.reading.paragraphs import words

MOST_PLACES: Final = 50


class _Place(NamedTuple):
    """Where a reader was in a list: at which event, and how far it was scrolled."""

    ordinal: int
    scroll_px: int


class FoldedPage(PageOfRows):
    """Lists what a badge counts."""

    earlier_requested = Signal()
    later_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretch: FoldedStretch | None = None
        self._shown: tuple[FoldedList, Showing, Look] | None = None
        self._places: dict[FoldedStretch, _Place] = {}
        self.head = self.add_text()
        self.row = ButtonRow(self)
        self.earlier_button = self.row.add("quiet", self.earlier_requested.emit)
        self.later_button = self.row.add("quiet", self.later_requested.emit)
        self.column.addWidget(self.row)
        self.model = FoldedModel(self)
        self.list = self.add_list(self.model)
        self._delegate = FoldedDelegate(self.model, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.chosen.connect(self._open)

    def fill(self, folded: FoldedList, showing: Showing, look: Look) -> None:
        """Show a list; one that was seen before at the place where it was left."""
        self.set_spacing(look)
        heading = words(folded.heading, "subheading", kind=BlockKind.HEADING)
        lead = look.say("folded.lead" if len(folded.ordinals) else "folded.none-left")
        show_text(self.head, [heading, words(lead, "small")], look)
        for button, key, is_enabled in (
            (self.earlier_button, "folded.earlier", folded.is_earlier),
            (self.later_button, "folded.later", folded.is_later),
        ):
            button.setEnabled(is_enabled)
            button.fill(look, look.say(key))
        self.row.refresh()
        self.list.setAccessibleName(look.say("folded.list"))
        self.list.setAccessibleDescription(folded.heading)
        self.list.setVisible(bool(len(folded.ordinals)))
        if self._shown is None or self._shown != (folded, showing, look):
            self._fill_list(folded, showing, look)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of a list of another exhibit or lens: a large one would stay in memory for it."""
        if self._shown is not None and self._shown[1] is not showing:
            self._keep_place()
            self._shown = self._stretch = None
            self.model.forget()

    def _fill_list(self, folded: FoldedList, showing: Showing, look: Look) -> None:
        self._keep_place()
        self._shown, self._stretch = (folded, showing, look), folded.stretch
        self._delegate.set_look(look)
        self.fit_rows(self._delegate)
        self.model.show_events(folded.ordinals, showing, look)
        place = self._places.get(folded.stretch)
        number = self.model.row_of(place.ordinal) if place is not None else -1
        self.list.setCurrentIndex(self.model.index(max(number, 0)))
        self.list.doItemsLayout()
        self.list.verticalScrollBar().setValue(place.scroll_px if place is not None and number >= 0 else 0)

    def _keep_place(self) -> None:
        """Remember where the reader is in the list that goes."""
        at = self.list.currentIndex()
        if self._stretch is None or not at.isValid():
            return
        self._places.pop(self._stretch, None)
        ordinal = int(self.model.ordinals[at.row()])
        self._places[self._stretch] = _Place(ordinal, self.list.verticalScrollBar().value())
        if len(self._places) > MOST_PLACES:
            del self._places[next(iter(self._places))]

    def _open(self, number: int) -> None:
        index: QModelIndex = self.model.index(number)
        self.list.setCurrentIndex(index)
        self.event_open_requested.emit(self.model.event_id(number))
