# SPDX-License-Identifier: MIT
"""Whether keys or a hand were used last in a window: a focus that the program moves shows its ring after keys only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

_NAME: Final = "last-input"
_BY_HAND: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class LastInput(QObject):
    """Watches what a window gets from the window system, before any of its parts sees it."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self.setObjectName(_NAME)
        self.is_by_hand = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: note what was used, and let everything pass."""
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            self.is_by_hand = False
        elif kind in _BY_HAND:
            self.is_by_hand = True
        return super().eventFilter(watched, event)


def watch_input(part: QWidget) -> None:
    """Begin to note what is used in the window of a part."""
    window = _handle(part)
    if window is not None and _of(part) is None:
        LastInput(window)


def was_by_hand(part: QWidget) -> bool:
    """Tell whether a hand was used last in the window of a part; nobody knows of a window that is not watched."""
    found = _of(part)
    return found is not None and found.is_by_hand


def _of(part: QWidget) -> LastInput | None:
    window = _handle(part)
    if window is None:
        return None
    return window.findChild(LastInput, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)


def _handle(part: QWidget) -> QWindow | None:
    """Return what the window system knows the window by; one that was never shown it does not know."""
    return part.window().windowHandle()
