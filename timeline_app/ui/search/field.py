# SPDX-License-Identifier: MIT
"""The field in the header in which one types what is looked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from timeline_app.ui.fonts import font_for

WIDTH_PX: Final = 220.0
TARGET_PX: Final = 24
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """Says what is typed, and leads on by keys: Enter walks the hits, Down goes into their list, Escape leaves."""

    wished = Signal(str)
    """The id of a command."""
    left = Signal()
    """The keyboard has gone elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search-field")
        self.setClearButtonEnabled(True)

    def set_words(self, placeholder: str, name: str, description: str, clear: str) -> None:
        """Name the field, and the button in it that clears it."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setToolTip(description)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(clear)

    def set_text_scale(self, text_scale: float, height_px: int, language: str) -> None:
        """Grow with the text."""
        self.setFont(font_for("control", language, text_scale))
        self.setFixedHeight(height_px)

    def show_text(self, text: str) -> None:
        """Show what is looked for, unless it stands there already."""
        if text != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: walk, leave, or go into the list."""
        key = event.key()
        if key in ENTER:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.wished.emit("search.previous" if is_back else "search.next")
        elif key == Qt.Key.Key_Escape:
            self.wished.emit("search.leave")
        elif key == Qt.Key.Key_Down:
            self.wished.emit("go.panel")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the button that clears the field is large enough to be met."""
        super().resizeEvent(event)
        for button in self.findChildren(QToolButton):
            area = QRect(0, 0, max(button.width(), TARGET_PX), max(button.height(), TARGET_PX))
            area.moveCenter(button.geometry().center())
            button.setGeometry(area)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: tell that the keyboard has gone."""
        super().focusOutEvent(event)
        self.left.emit()
