# SPDX-License-Identifier: MIT
"""A list of rows within a page: mouse, finger and Enter choose, arrows only move."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from timeline_app.ui.touch_scroll import TouchScroll

Index = QModelIndex | QPersistentModelIndex
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowList(QListView):
    """Tells of the row that is chosen; letters go to a row that begins with them."""

    chosen = Signal(int)
    walked = Signal()
    """The keyboard has come to another row."""

    def __init__(self, parent: QWidget, *, are_alike: bool = False) -> None:
        """Make the list; where all rows `are_alike` in height, only one is measured."""
        super().__init__(parent)
        self.setUniformItemSizes(are_alike)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        TouchScroll(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt's: tell of another row, so that it is seen where the panel is lower than the list."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: choose the row at hand."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.key() in ENTER_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)
