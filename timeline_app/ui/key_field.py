# SPDX-License-Identifier: MIT
"""A field that takes the next key pressed as a command's new key; Tab goes on from it, and Escape leaves it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.ui.latin_keys import chosen_text

ONLY_HELD: Final = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)
"""Keys that mean nothing until another one comes with them."""
GOING_ON: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class KeyField(QLineEdit):
    """Nothing can be written into it."""

    pressed = Signal(str)
    """A key, as the command table writes it."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def event(self, event: QEvent) -> bool:
        """Qt's: no shortcut of the window hears what is pressed here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: take the key; what leads on and out does so."""
        if event.key() in GOING_ON and event.modifiers() in PLAIN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in ONLY_HELD and not event.isAutoRepeat():
            self.pressed.emit(chosen_text(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: there is no text to be selected."""
        super().focusInEvent(event)
        self.deselect()
