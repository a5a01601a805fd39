# SPDX-License-Identifier: MIT
"""A finger on a scroll area scrolls it; a tap is a click on what lies there.

Qt would make a mouse of the finger, which selects text where it should scroll. Its scroller takes all
touches for itself, taps too: those are handed on from here.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScroller, QScrollerProperties

_PRESS_AND_RELEASE: Final = (
    (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
    (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
)


class TouchScroll(QObject):
    """Serves one scroll area, as long as that lives."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._viewport = area.viewport()
        self._tap: QPoint | None = None
        self._viewport.installEventFilter(self)
        QScroller.grabGesture(self._viewport, QScroller.ScrollerGestureType.TouchGesture)
        self._scroller = QScroller.scroller(self._viewport)
        self._scroller.setScrollerProperties(_at_rest_at_the_ends(self._scroller.scrollerProperties()))
        self._scroller.stateChanged.connect(self._on_state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: take the finger, so that no mouse is made of it; one that stops a glide means nothing more."""
        if event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            stops = self._scroller.state() is not QScroller.State.Pressed
            self._tap = None if stops else event.points()[0].position().toPoint()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _on_state(self, state: QScroller.State) -> None:
        tap = self._tap
        if state is QScroller.State.Pressed:
            return
        self._tap = None
        if state is QScroller.State.Inactive and tap is not None:
            self._click(tap)

    def _click(self, at: QPoint) -> None:
        target = self._viewport.childAt(at) or self._viewport
        where = QPointF(target.mapFrom(self._viewport, at))
        everywhere = QPointF(self._viewport.mapToGlobal(at))
        for kind, held in _PRESS_AND_RELEASE:
            click = QMouseEvent(
                kind, where, everywhere, Qt.MouseButton.LeftButton, held, Qt.KeyboardModifier.NoModifier
            )
            QCoreApplication.sendEvent(target, click)


def _at_rest_at_the_ends(properties: QScrollerProperties) -> QScrollerProperties:
    """Let a page end where it ends: no stretching beyond it."""
    for metric in (
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
    ):
        properties.setScrollMetric(metric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
    return properties
