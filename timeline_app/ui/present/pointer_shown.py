# SPDX-License-Identifier: MIT
"""The pointer on the only screen: hidden, but shown for a while when a hand moves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Cancel, Clock

SHOWN_MS: Final = 2_000.0
LEAST_PX: Final = 3.0
"""A table that shakes moves a mouse by less."""


class PointerShown(QObject):
    """Hides the pointer over some widgets; while `is_wanted`, a hand that moves it sees it."""

    def __init__(self, widgets: Sequence[QWidget], clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._widgets: Final = tuple(widgets)
        self._clock = clock
        self._hide_later: Cancel | None = None
        self._at: QPointF | None = None
        self.is_wanted = False
        for widget in self._widgets:
            widget.setMouseTracking(True)
            widget.installEventFilter(self)
        self.hide()

    def hide(self) -> None:
        """Hide the pointer."""
        if self._hide_later is not None:
            self._hide_later()
            self._hide_later = None
        self._set(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        self._set(Qt.CursorShape.ArrowCursor)
        if self._hide_later is not None:
            self._hide_later()
        self._hide_later = self._clock.after(SHOWN_MS, self._end)

    def _end(self) -> None:
        self._hide_later = None
        if shiboken6.isValid(self):
            self._set(Qt.CursorShape.BlankCursor)

    def _set(self, shape: Qt.CursorShape) -> None:
        for widget in self._widgets:
            if shiboken6.isValid(widget) and widget.cursor().shape() is not shape:
                widget.setCursor(shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: let everything pass, and show the pointer where a hand has moved it."""
        if self.is_wanted and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            at = event.globalPosition()
            before, self._at = self._at, at
            if before is not None and (at - before).manhattanLength() >= LEAST_PX:
                self._show()
        return super().eventFilter(watched, event)
