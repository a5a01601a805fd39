# SPDX-License-Identifier: MIT
"""Keys in the windows of a presentation, as the command table writes them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from timeline_app.ui.latin_keys import chosen_text, key_text
from timeline_app.ui.present.held_keys import HeldKeys

Press = Callable[..., bool]
"""Acts on a key as the command table writes it, `is_repeat` where it is held down; tells whether it meant anything."""

LEADING_ON: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyFilter(QObject):
    """Acts on keys; those of a window that has no use of its own for any it hears before the window."""

    def __init__(self, press: Press, parent: QObject) -> None:
        super().__init__(parent)
        self._press = press
        self.held = HeldKeys()

    def listen_to(self, window: QWidget) -> None:
        """Hear all keys of a window."""
        window.installEventFilter(self)

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it meant anything."""
        if event.key() in LEADING_ON:
            return False
        is_repeat, typed = self.held.is_repeat(event), event.text()
        # Where digits want Shift, the digit counts.
        said = (typed if typed.isdigit() else "", key_text(event), chosen_text(event, sys.platform))
        return any(self._press(text, is_repeat=is_repeat) for text in dict.fromkeys(said) if text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: act on a key, or let it pass."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take(event)
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self.held.note_release(event)
        return super().eventFilter(watched, event)
