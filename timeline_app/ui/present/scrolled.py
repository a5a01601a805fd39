# SPDX-License-Identifier: MIT
"""A scrolled column in the presenter's window: by wheel, finger, and, once Tab has come to it, Up and Down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from timeline_app.ui.touch_scroll import TouchScroll

SCROLLING: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class ScrolledColumn(QScrollArea):
    """Leaves all other keys to the window: Page down is the next stop, wherever the keyboard is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._held = held = QWidget(self)
        held.setProperty("role", "clear")
        outer = QVBoxLayout(held)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(held)
        self.viewport().setAutoFillBackground(False)
        held.installEventFilter(self)
        TouchScroll(self)

    def to_top(self) -> None:
        """Begin at the top again."""
        self.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Up and Down scroll."""
        if event.key() in SCROLLING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: what Tab has come to is brought into sight."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._held:
            self.follow_focus()
        return super().eventFilter(watched, event)

    def follow_focus(self) -> None:
        """Bring what has the keyboard into sight."""
        focused, held = QApplication.focusWidget(), self._held
        if focused is not None and held.isAncestorOf(focused):
            place = QRect(focused.mapTo(held, focused.rect().topLeft()), focused.size())
            self.ensureVisible(place.center().x(), place.center().y(), 0, place.height() // 2 + 8)
