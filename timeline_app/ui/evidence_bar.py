# SPDX-License-Identifier: MIT
"""The bar under the header: what is shown as it was known at a moment, what the reader has taken away, filtered or kept back.

It is there while either holds, says so in a sentence, and each has its way back. Where large text leaves it too
little height, it scrolls. Its rows are made when there is something to say for the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.ui.announcement import announce

if TYPE_CHECKING:
    from timeline_app.ui.bar_row import BarRow
    from timeline_app.ui.class_row import ClassRow
    from timeline_app.ui.filter_bar import FilterRow
    from timeline_app.ui.known_row import KnownRow
    from timeline_app.ui.off_row import OffRow

SIDE_PX: Final = 24
PAD_PX: Final = 6
AGAIN: Final = {
    "known": "known.all-again",
    "off": "off.all-again",
    "filters": "filters.all-again",
    "class": "curtain.all-again",
}
"""What is said when a row has nothing to tell any more."""


class EvidenceBar(QScrollArea):
    """Holds a row for the cursor, one for sources taken away, one for filters, one for a class; emits wishes only."""

    wished = Signal(str, dict)
    """The id of a command, with its arguments."""

    row_made = Signal()
    """There are more stops for the Tab key: whoever holds the bar knows where in the window they come."""

    def __init__(self, translator: Translator, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._clock = clock
        self._said: dict[str, str] = {}
        self._known: KnownRow | None = None
        self._off: OffRow | None = None
        self._filters: FilterRow | None = None
        self._class: ClassRow | None = None
        self._pad_px = PAD_PX
        self.setObjectName("evidence-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translator.say("known.bar"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self.setWidget(self._holder)
        self._holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @property
    def known(self) -> KnownRow:
        """The row with the cursor."""
        if self._known is None:
            from timeline_app.ui.known_row import KnownRow

            self._known = KnownRow(self._translator, self._clock, self._holder)
            self._take_in(self._known)
        return self._known

    @property
    def off(self) -> OffRow:
        """The row that tells of sources taken away."""
        if self._off is None:
            from timeline_app.ui.off_row import OffRow

            self._off = OffRow(self._translator, self._holder)
            self._take_in(self._off)
        return self._off

    @property
    def filters(self) -> FilterRow:
        """The row that tells what is filtered."""
        if self._filters is None:
            from timeline_app.ui.filter_bar import FilterRow

            self._filters = FilterRow(self._translator, self._holder)
            self._filters.stops_made.connect(self.row_made)
            self._take_in(self._filters)
        return self._filters

    @property
    def kept_back(self) -> ClassRow:
        """The row that tells what is kept back from a class."""
        if self._class is None:
            from timeline_app.ui.class_row import ClassRow

            self._class = ClassRow(self._translator, self._holder)
            self._take_in(self._class)
        return self._class

    @property
    def rows(self) -> tuple[BarRow, ...]:
        """The rows that have been made, from top to bottom."""
        made = (self._known, self._off, self._filters, self._class)
        return tuple(row for row in made if row is not None)

    def _take_in(self, row: BarRow) -> None:
        row.wished.connect(self.wished)
        row.hide()
        self.row_made.emit()

    def fill(self, showing: Showing | None, text_scale: float) -> None:
        """Show what the lens leaves out."""
        self._pad_px = round(PAD_PX * (1.0 + (text_scale - 1.0) * 0.5))
        has_cursor = showing is not None and showing.lens.known_at is not None
        has_off = showing is not None and bool(showing.sources_off)
        has_filters = showing is not None and _is_filtered(showing)
        keeps_back = showing is not None and _keeps_back(showing)
        if showing is not None and has_cursor:
            self.known.fill(showing, text_scale)
        if showing is not None and has_off:
            self.off.fill(showing, text_scale)
        if showing is not None and has_filters:
            self.filters.fill(showing, text_scale)
        if showing is not None and keeps_back:
            self.kept_back.fill(showing, text_scale)
        self._show_rows(has_cursor, has_off, has_filters, keeps_back)
        self._place()
        self._tell(showing)

    def height_for(self, width_px: int) -> int:
        """Return how much height the bar needs in a window of a width."""
        rows = [row for row in self.rows if not row.isHidden()]
        room_px = max(width_px - 2 * SIDE_PX, 1)
        return sum(row.height_for(room_px) + 2 * self._pad_px for row in rows) + (1 if rows else 0)

    def sizeHint(self) -> QSize:
        """Qt's: as high as it must be."""
        return QSize(self.width(), self.height_for(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: lay the rows out anew."""
        super().resizeEvent(event)
        self._place()

    def _show_rows(self, *shown: bool) -> None:
        """Show the rows that have something to say; the keyboard does not stay in one that goes."""
        focused = QApplication.focusWidget()
        for row, is_shown in zip((self._known, self._off, self._filters, self._class), shown, strict=True):
            if row is None:
                continue
            if not is_shown and focused is not None and row.isAncestorOf(focused):
                self.wished.emit("go.canvas", {})
            row.setVisible(is_shown)

    def _place(self) -> None:
        width = self.viewport().width()
        self._holder.resize(width, self.height_for(width) - 1)
        top, room_px = self._pad_px, max(width - 2 * SIDE_PX, 1)
        for row in self.rows:
            if not row.isHidden():
                height = row.height_for(room_px)
                row.setGeometry(SIDE_PX, top, room_px, height)
                top += height + 2 * self._pad_px

    def _tell(self, showing: Showing | None) -> None:
        """Have the sentences read aloud that have changed; and that all is shown again, where it is."""
        said = self._sentences(showing) if showing is not None and self.rows else {}
        for name, words in said.items():
            if words != self._said.get(name):
                announce(self, words)
        for name in self._said.keys() - said.keys():
            announce(self, self._translator.say(AGAIN[name]))
        self._said = said

    def _sentences(self, showing: Showing) -> dict[str, str]:
        from timeline_app.state.evidence_words import known_sentence, off_message

        messages = {"known": known_sentence(showing), "off": off_message(showing)}
        if self._filters is not None:
            from timeline_app.state.filter_words import sentence

            messages["filters"] = sentence(showing.filtering)
        if self._class is not None:
            from timeline_app.state.curtain_words import kept_back_sentence

            messages["class"] = kept_back_sentence(showing)
        return {
            name: self._translator.text(message) for name, message in messages.items() if message is not None
        }


def _keeps_back(showing: Showing) -> bool:
    """Tell whether something is kept back that the bar speaks of; a question speaks for itself."""
    lens = showing.lens
    return lens.curtain is not None or any(not each.is_asked for each in lens.withheld)


def _is_filtered(showing: Showing) -> bool:
    """Tell whether anything is filtered, without what counts it: the first picture has no filter."""
    lens = showing.lens
    return not lens.filters.is_empty or lens.dates is not None or showing.leaves_filters_out
