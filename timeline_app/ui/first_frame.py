# SPDX-License-Identifier: MIT
"""Notices when a widget has been painted for the first time, so that the rest can be made after it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock


class FirstFrame(QObject):
    """Calls back once, right after a widget's first paint."""

    def __init__(self, widget: QWidget, clock: Clock, callback: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._clock = clock
        self._callback = callback
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: let everything pass; the first paint is still to be carried out when it is seen here."""
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._clock.after(0.0, self._callback)
        return super().eventFilter(watched, event)
