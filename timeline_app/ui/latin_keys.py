# SPDX-License-Identifier: MIT
"""Single-letter keys under any layout: where a key gives no Latin letter, its place on the keyboard counts.

Someone who types Korean or Russian has F where everybody has it, but the key says ㄹ or А. Shortcuts of
Qt do not match then; the place (scan code) does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

X11_PLACES: Final[Mapping[int, str]] = {
    19: "0", 20: "-", 21: "=", 25: "W", 30: "U", 38: "A", 33: "P", 39: "S", 40: "D", 41: "F", 43: "H", 46: "L", 57: "N", 58: "M", 59: ",", 60: ".", 61: "/",
}  # fmt: skip
"""Key codes of X11 and Wayland (evdev's plus eight)."""

MACOS_PLACES: Final[Mapping[int, str]] = {
    0: "A", 1: "S", 2: "D", 3: "F", 4: "H", 13: "W", 24: "=", 27: "-", 29: "0", 32: "U", 35: "P", 37: "L", 43: ",", 44: "/", 45: "N", 46: "M", 47: ".",
}  # fmt: skip
"""Virtual key codes of macOS."""

LAST_ASCII: Final = 0x7F
HELD: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)


class LatinKeys(QObject):
    """Watches a widget's keys and sends what stands at the place of a key that says nothing Latin."""

    def __init__(self, widget: QWidget, act: Callable[[str], bool], platform: str = sys.platform) -> None:
        super().__init__(widget)
        self._act = act
        self._platform = platform
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: act on the key, or let it pass."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = latin_text(event, self._platform)
            if text and self._act(text):
                return True
        return super().eventFilter(watched, event)


def latin_text(event: QKeyEvent, platform: str) -> str:
    """Return what the key's place stands for, "" where the key speaks for itself."""
    if event.key() <= LAST_ASCII or event.modifiers() & HELD:
        return ""
    if Qt.Key.Key_Escape <= event.key() <= Qt.Key.Key_MediaLast and not event.text():
        return ""
    if platform == "win32":
        # Virtual keys of letters and digits are their ASCII codes, under every layout.
        code = event.nativeVirtualKey()
        return chr(code) if chr(code) in X11_PLACES.values() else ""
    if platform == "darwin":
        return MACOS_PLACES.get(event.nativeVirtualKey(), "")
    return X11_PLACES.get(event.nativeScanCode(), "")
