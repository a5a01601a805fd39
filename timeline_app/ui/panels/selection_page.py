# SPDX-License-Identifier: MIT
"""The page of several selected events: a list with dates, each leading to its event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton
from timeline_app.ui.reading.paragraphs import words


class SelectionPage(Page):
    """Lists what is selected, in the order of time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        self.head = self.add_text()
        self.rows = Pool(self.add_stack(), self._make_row)

    def _make_row(self) -> TextButton:
        row = TextButton(self)
        row.clicked.connect(lambda _checked: self._open(row))
        return row

    def _open(self, row: TextButton) -> None:
        for shown, event_id in zip(self.rows, self._ids, strict=False):
            if shown is row:
                self.event_open_requested.emit(event_id)

    def fill(self, ordinals: Sequence[int], showing: Showing, look: Look) -> None:
        """Show the selected events."""
        self.set_spacing(look)
        heads = [showing.head(ordinal) for ordinal in ordinals]
        heads.sort(key=lambda head: (head.date is None, head.date.sort_key if head.date else (0, 0, 0)))
        heading = words(look.say("panel.selected", count=len(heads)), "title", kind=BlockKind.HEADING)
        show_text(self.head, [heading, words(look.say("panel.selected.lead"), "small")], look)
        self._ids = [head.id for head in heads]
        for row, head in zip(self.rows.show(len(heads)), heads, strict=True):
            fill_head(row, head, showing.lanes, look)
