# SPDX-License-Identifier: MIT
"""The curtain under mouse and finger: its edge, handle or flag is pulled along, before anything else hears of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent

from timeline_app.base.clock import Cancel
from timeline_app.base.geometry import Rect
from timeline_app.chrono.ticks import UNITS, finest_unit
from timeline_app.scene.time_fold import instant_of
from timeline_app.state.commands import Commands
from timeline_app.state.ruler import LEAST_POINT_PX, PointKind, RulerPoint
from timeline_app.ui.canvas.port import MOUSE_SLOP_PX, TOUCH_SLOP_PX
from timeline_app.ui.canvas.widget import CanvasWidget

SOLID: Final = ("curtain-handle", "curtain-flag")
"""Are pulled wherever they are met; the edge only where no event is met."""
EDGE: Final = "curtain-edge"


class CurtainHand(QObject):
    """Filters the canvas's events while `can_pull`: the curtain follows once a frame, and hangs where it is let go."""

    def __init__(self, canvas: CanvasWidget, commands: Commands, can_pull: Callable[[], bool]) -> None:
        super().__init__(canvas)
        self._canvas: Final = canvas
        self._commands = commands
        self._can_pull = can_pull
        self._off_px: float | None = None
        self._wanted_px = 0.0
        self._later: Cancel | None = None
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: take what is the curtain's."""
        if not self._can_pull():
            self._off_px = None
        elif isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        elif isinstance(event, QTouchEvent):
            return self._take_touch(event)
        return super().eventFilter(watched, event)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return event.button() is Qt.MouseButton.LeftButton and self._press(at, MOUSE_SLOP_PX)
        if self._off_px is None:
            if kind == QEvent.Type.MouseMove and not event.buttons() and self._is_met(at, MOUSE_SLOP_PX):
                self._canvas.set_pointer(Qt.CursorShape.SizeHorCursor)
                return True
            return False
        if kind == QEvent.Type.MouseMove:
            self._pull(at)
        elif kind == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            self._off_px = None
        return True

    def _take_touch(self, event: QTouchEvent) -> bool:
        points = [point for point in event.points() if point.state() is not QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchBegin and len(event.points()) == 1:
            event.setAccepted(self._press(event.points()[0].position(), TOUCH_SLOP_PX))
            return event.isAccepted()
        if self._off_px is None:
            return False
        if event.type() in (QEvent.Type.TouchCancel, QEvent.Type.TouchEnd) or len(points) > 1:
            # Two fingers zoom, as ever.
            self._off_px = None
            return event.type() == QEvent.Type.TouchEnd
        self._pull(points[0].position())
        event.accept()
        return True

    def _press(self, at: QPointF, slop_px: float) -> bool:
        edge = self._edge
        if edge is None or not self._is_met(at, slop_px):
            return False
        self._off_px = edge.centre.x - at.x()
        return True

    def _pull(self, at: QPointF) -> None:
        """Pull it along: once a frame, to where the hand is by then."""
        self._wanted_px = at.x() + (self._off_px or 0.0)
        if self._later is None:
            self._later = self._canvas.clock.next_frame(self._hang)

    def _hang(self) -> None:
        """Hang it at a place, in the finest unit that can be told apart there."""
        self._later = None
        if not self._canvas.hand.is_ready:
            return
        scale, fold = self._canvas.hand.scale, self._canvas.stage.fold
        unit = finest_unit(scale.seconds_per_px, LEAST_POINT_PX)
        at_s = unit.floor(instant_of(fold, scale.axis_at(self._wanted_px)) + unit.span_s // 2)
        point = RulerPoint(PointKind.MOMENT, at_s=at_s, unit=UNITS.index(unit))
        self._commands.send("curtain.place", at=point.text)

    def _is_met(self, at: QPointF, slop_px: float) -> bool:
        """Tell whether a point is at the curtain's edge, and means it."""
        edge, x, y = self._edge, at.x(), at.y()
        if edge is None:
            return False
        if any(rect.distance_to(x, y) <= slop_px / 2 for rect in self._rects(*SOLID)):
            return True
        return edge.distance_to(x, y) <= slop_px and not self._canvas.has_event_at(at)

    @property
    def _edge(self) -> Rect | None:
        return next(iter(self._rects(EDGE)), None)

    def _rects(self, *roles: str) -> list[Rect]:
        scene = self._canvas.scene
        return [item.rect for item in (scene.items if scene is not None else ()) if item.role in roles]
