# SPDX-License-Identifier: MIT
"""A short list of rows that lead on, with a heading; what is more than a screenful is shown when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import section_heading, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton, column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

AT_FIRST: Final = 8
AT_ONCE: Final = 40
"""So many rows come with each wish for more."""


class LeadingRows(QWidget):
    """Shows things by id; `open_` is called with the one that is chosen."""

    def __init__(self, parent: QWidget, open_: Callable[[str], None], at_first: int = AT_FIRST) -> None:
        super().__init__(parent)
        self._open = open_
        self._at_first = at_first
        self._ids: tuple[str, ...] = ()
        self._of: dict[TextButton, str] = {}
        self._shown = at_first
        self._look: Look | None = None
        self._fill_row: Callable[[TextButton, str], None] | None = None
        inner = column(self)
        self.head = ReadingView(self)
        self._holder = QWidget(self)
        self.rows = Pool(column(self._holder), self._make)
        self._more_row = ButtonRow(self)
        self.more_button = self._more_row.add("link", self._show_more)
        for part in (self.head, self._holder, self._more_row):
            inner.addWidget(part)

    def _make(self) -> TextButton:
        row = TextButton(self._holder)
        row.clicked.connect(lambda _checked: self._open(self._of[row]))
        return row

    def fill(
        self,
        look: Look,
        heading: str,
        ids: Sequence[str],
        fill_row: Callable[[TextButton, str], None],
        lead: str = "",
    ) -> None:
        """Show rows under the heading of a message key; nothing at all where there are none."""
        if tuple(ids) != self._ids:
            self._shown = self._at_first
        self._look, self._ids, self._fill_row = look, tuple(ids), fill_row
        head = [section_heading(look, heading), *([words(lead, "small")] if lead else [])]
        show_text(self.head, head if ids else [], look)
        self.setVisible(bool(ids))
        self._fill_rows()

    def forget(self) -> None:
        """Keep nothing that could fill rows; what is shown stays until the next filling."""
        self._fill_row = None

    def _show_more(self) -> None:
        before = self._shown
        self._shown += AT_ONCE
        self._fill_rows()
        # The button may be gone: the keyboard goes to the first of the new rows.
        shown = list(self.rows)
        if before < len(shown):
            shown[before].setFocus()

    def _fill_rows(self) -> None:
        if self._look is None or self._fill_row is None:
            return
        seen = self._ids[: self._shown]
        if not self._holder.isAncestorOf(QApplication.focusWidget() or self):
            # Each row that comes would lay out all of them; those of what is hidden wait for the last.
            self._holder.hide()
        for row, name in zip(self.rows.show(len(seen)), seen, strict=True):
            self._of[row] = name
            self._fill_row(row, name)
        self._holder.setVisible(bool(seen))
        left = len(self._ids) - len(seen)
        self._more_row.setVisible(left > 0)
        self.more_button.fill(self._look, self._look.say("source.more", count=min(left, AT_ONCE)))
        self._more_row.refresh()
