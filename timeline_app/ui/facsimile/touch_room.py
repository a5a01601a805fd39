# SPDX-License-Identifier: MIT
"""Keeps what scrolls around a picture from scrolling while fingers are at work on the picture itself."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QWidget


class TouchRoom:
    """Stops the scroller of the area that a widget lies in, as long as the fingers are wanted."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def take(self, *, is_wanted: bool) -> None:
        """Take the fingers for the widget, or leave them to the area; to be told at every move."""
        if not is_wanted:
            return
        parent = self._widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QAbstractScrollArea) and QScroller.hasScroller(parent.viewport()):
                QScroller.scroller(parent.viewport()).stop()
            parent = parent.parentWidget()
