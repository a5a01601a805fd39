# SPDX-License-Identifier: MIT
"""Where the window stands on which screen, and how it comes back there, or near it where that screen is gone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from timeline_app.state.kept_place import KeptWindow

LEAST_PX: Final = 120
"""Of a window that reaches beyond the screen so much must be on it, at the top, to be taken hold of."""


def kept_window(window: QWidget) -> KeptWindow:
    """Return where a window stands; of a maximised one, where and how large it was before."""
    is_whole = window.isMaximized() or window.isFullScreen()
    size = window.normalGeometry().size() if is_whole else window.size()
    if size.isEmpty():
        size = window.size()
    corner = window.normalGeometry().topLeft() if is_whole else window.pos()
    return KeptWindow(
        corner.x(),
        corner.y(),
        size.width(),
        size.height(),
        is_maximized=window.isMaximized(),
        screen=window.screen().name(),
    )


def restore_window(window: QWidget, kept: KeptWindow) -> None:
    """Give a window that is not shown yet its size and place again, as far as they are on a screen."""
    screens = {screen.name(): screen.availableGeometry() for screen in QGuiApplication.screens()}
    usual = QGuiApplication.primaryScreen().availableGeometry()
    rect = on_screen(QRect(kept.x, kept.y, kept.width, kept.height), screens.get(kept.screen), usual)
    window.resize(rect.size())
    window.move(rect.topLeft())


def on_screen(rect: QRect, screen: QRect | None, usual: QRect) -> QRect:
    """Return a window's rectangle where it can be taken hold of: on its screen, else whole on the usual one."""
    room = usual if screen is None else screen
    size = rect.size().boundedTo(room.size())
    least = size.width() if screen is None else min(LEAST_PX, size.width())
    lowest = room.bottom() + 1 - (size.height() if screen is None else LEAST_PX)
    x = min(max(rect.x(), room.x() + least - size.width()), room.x() + room.width() - least)
    y = min(max(rect.y(), room.y()), lowest)
    return QRect(x, y, size.width(), size.height())
