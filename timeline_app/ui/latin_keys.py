# SPDX-License-Identifier: MIT
"""Keys as the command table writes them, and single letters under any layout: a key's place counts where it gives none.

Someone who types Korean or Russian has F where everybody has it, but the key says ㄹ or А. Shortcuts of
Qt do not match then; the place (scan code) does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

X11_PLACES: Final[Mapping[int, str]] = {
    10: "1", 11: "2", 12: "3", 13: "4", 14: "5", 15: "6", 16: "7", 17: "8", 18: "9", 19: "0", 20: "-",
    21: "=", 24: "Q", 25: "W", 26: "E", 27: "R", 28: "T", 29: "Y", 30: "U", 31: "I", 32: "O", 33: "P",
    34: "[", 35: "]", 38: "A", 39: "S", 40: "D", 41: "F", 42: "G", 43: "H", 44: "J", 45: "K", 46: "L",
    47: ";", 48: "'", 49: "`", 51: "\\", 52: "Z", 53: "X", 54: "C", 55: "V", 56: "B", 57: "N", 58: "M",
    59: ",", 60: ".", 61: "/",
}  # fmt: skip
"""Key codes of X11 and Wayland (evdev's plus eight)."""

MACOS_PLACES: Final[Mapping[int, str]] = {
    0: "A", 1: "S", 2: "D", 3: "F", 4: "H", 5: "G", 6: "Z", 7: "X", 8: "C", 9: "V", 11: "B", 12: "Q",
    13: "W", 14: "E", 15: "R", 16: "Y", 17: "T", 18: "1", 19: "2", 20: "3", 21: "4", 22: "6", 23: "5",
    24: "=", 25: "9", 26: "7", 27: "-", 28: "8", 29: "0", 30: "]", 31: "O", 32: "U", 33: "[", 34: "I",
    35: "P", 37: "L", 38: "J", 39: "'", 40: "K", 41: ";", 42: "\\", 43: ",", 44: "/", 45: "N", 46: "M",
    47: ".", 50: "`",
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


def key_text(event: QKeyEvent) -> str:
    """Return a key as the command table writes it."""
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    pressed = QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, key)
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)


def chosen_text(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return a key that somebody presses to choose it; a sign for which Shift is held is that sign alone."""
    place = latin_text(event, platform)
    if place:
        return place
    text = event.text()
    is_sign = text.isprintable() and not text.isalnum() and not text.isspace() and text != ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if is_sign and held == Qt.KeyboardModifier.ShiftModifier:
        return text
    return key_text(event)
