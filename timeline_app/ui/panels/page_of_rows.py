# SPDX-License-Identifier: MIT
"""A page that is a list of any length under a few lines: it takes all room, and the row at hand is kept in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QRect, Qt

from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.row_list import RowList
from timeline_app.ui.panels.row_painting import RowDelegate

LEAST_ROWS: Final = 4


class PageOfRows(Page):
    """Knows its list; the page itself says when that is made, since Tab goes through parts in that order."""

    takes_all_room = True
    list: RowList

    def add_list(self, model: QAbstractItemModel) -> RowList:
        """Add the list, which takes the rest of the page's room."""
        made = RowList(self, are_alike=True)
        made.setModel(model)
        made.walked.connect(self._reveal)
        self.column.addWidget(made, 1)
        return made

    def fit_rows(self, delegate: RowDelegate) -> None:
        """Take note of how high a row is."""
        self.list.setMinimumHeight(LEAST_ROWS * delegate.row_px)
        self.list.verticalScrollBar().setSingleStep(delegate.row_px)

    def arrive(self, *, takes_focus: bool) -> None:
        """Put the keyboard into the list, if it was in the panel before."""
        if takes_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard into the list, at its first row if at none yet; unless it is empty."""
        if self.list.isHidden():
            return False
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus(reason)
        self._reveal()
        return True

    def _reveal(self) -> None:
        """Bring the row at hand in sight."""
        row = self.list.visualRect(self.list.currentIndex())
        corner = self.list.viewport().mapTo(self.list, row.topLeft())
        self.reveal_requested.emit(self.list, QRect(corner, row.size()))
