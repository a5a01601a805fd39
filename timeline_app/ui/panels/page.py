# SPDX-License-Identifier: MIT
"""What all pages of the panel share: a column of parts with even gaps, and the wishes that leave it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMargins, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Rule, column
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.type_scale import shown_text

GAP_PX = 14
WIDEST_PX = 680
"""About 85 Latin or 42 East Asian characters of reading text."""
EDGE_PX = 21
"""The page's margin at the sides; with the room for focus rings it makes 24."""


class Page(QWidget):
    """A page of the panel. It asks for things by signals and changes nothing itself."""

    widest_px = WIDEST_PX
    """How wide the page's column may be at 100 %; only what is not read line by line may be wider."""

    takes_all_room = False
    """Whether the page is a list that fills the panel."""

    is_filled_whole = False
    """Whether each filling leaves nothing of the one before, not even in parts that are not seen."""

    event_open_requested = Signal(str)
    note_open_requested = Signal(str)
    note_skip_requested = Signal(str)
    copy_requested = Signal(str)
    browser_requested = Signal(str)
    date_reason_requested = Signal()
    lane_requested = Signal()
    legend_requested = Signal()
    introduction_requested = Signal()
    excerpt_requested = Signal(str, str)
    """An excerpt by its id, and the words that shall be lit in it, "" for all of it."""
    source_requested = Signal(str)
    claim_requested = Signal(str)
    sources_requested = Signal()
    questions_requested = Signal()
    follow_requested = Signal(int)
    """The number of the mark from which the reader goes on; asked for before what it leads to."""
    command_requested = Signal(str, dict)
    """A command by its id, with its arguments."""
    reveal_requested = Signal(QWidget, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column(self)
        self._columns = [self.column]
        self._rules: list[Rule] = []
        self._look: Look | None = None

    def set_spacing(self, look: Look) -> None:
        """Take margins and gaps from the text size."""
        self._look = look
        self._set_margins()
        self.column.setSpacing(look.space_px(GAP_PX))
        for rule in self._rules:
            rule.fill(look)

    def _set_margins(self) -> None:
        """Keep lines short enough to be read where the panel is a wide sheet."""
        if self._look is None:
            return
        spare_px = (self.width() - self._look.px(self.widest_px)) // 2
        side = max(self._look.space_px(EDGE_PX), spare_px)
        margins = QMargins(side, self._look.space_px(20), side, self._look.space_px(32))
        if margins != self.column.contentsMargins():
            self.column.setContentsMargins(margins)

    def arrive(self, *, takes_focus: bool) -> None:
        """Take the reader to where the state says that they are, once all parts stand in their places.

        `takes_focus` tells that the keyboard was in the panel. Most pages begin at the top.
        """

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Take the keyboard to what is worked with here; return whether there is such a thing."""
        del reason
        return False

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens while another page is shown: a large one would stay in memory for this."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the margins follow the width."""
        super().resizeEvent(event)
        self._set_margins()

    def add_stack(self, gap_px: int = 0) -> QVBoxLayout:
        """Add a column within the column, for parts whose number changes."""
        holder = QWidget(self)
        stack = column(holder, gap_px)
        self._columns.append(stack)
        self.column.addWidget(holder)
        return stack

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Lay nothing out while the parts are filled: each part shown or hidden would lay out all of them."""
        for layout in self._columns:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in self._columns:
                layout.setEnabled(True)
                layout.invalidate()

    def add_text(self, *, tab_stop: bool = False) -> ReadingView:
        """Add a reading widget at the end of the column."""
        view = ReadingView(self, tab_stop=tab_stop)
        view.copy_requested.connect(self.copy_requested)
        view.reveal_requested.connect(lambda rect: self.reveal_requested.emit(view, rect))
        self.column.addWidget(view)
        return view

    def add_rule(self) -> Rule:
        """Add a hairline at the end of the column."""
        rule = Rule(self)
        self._rules.append(rule)
        self.column.addWidget(rule)
        return rule


def section_heading(look: Look, key: str) -> Paragraph:
    """Return the small heading of a section."""
    language = look.translator.language
    return words(shown_text("section", language, look.say(key)), "section", kind=BlockKind.HEADING)


def show_text(view: ReadingView, paragraphs: list[Paragraph], look: Look) -> None:
    """Fill a reading widget, and hide it where there is nothing to say."""
    view.set_paragraphs(paragraphs, look.typesetter)
    view.setVisible(bool(paragraphs))
