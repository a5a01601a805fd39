# SPDX-License-Identifier: MIT
"""What a hand does on the class's picture in the presenter's window: point, choose a part, or explore.

With a tool it points. With the key of the zoom held it draws the part that shall fill the picture. Else it works on
the timeline that the class sees, as if it were there; only the lanes' names, which open menus, are left out.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWheelEvent

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.pinch import Touch
from timeline_app.state.tour_state import Tool
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.canvas.touch import TouchGestures
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.fingers import fingers_down
from timeline_app.ui.present.mirror import Mirror

LEAST_BAND: Final = 0.02
"""Of the picture: a smaller part was a slip of the hand."""
TOUCHES: Final = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}
BUTTONS: Final = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}
NO_BUTTON: Final = Qt.MouseButton.NoButton
LEFT: Final = Qt.MouseButton.LeftButton


class MirrorHand(QObject):
    """Watches the mirror's mouse, wheel and fingers. `zooms` while the key of the zoom is held."""

    def __init__(self, mirror: Mirror, canvas: CanvasWidget, clock: Clock, send: Send) -> None:
        super().__init__(mirror)
        self._mirror = mirror
        self._canvas = canvas
        self._clock = clock
        self._send = send
        self._fingers = TouchGestures(canvas)
        self._is_pinching = False
        self._held: QPointF | None = None
        self._band_from: Point | None = None
        self._is_holding = False
        self._wanted: Point | None = None
        self._later: Cancel | None = None
        self.zooms = False
        self.has_drawn = False
        """Whether a part has been drawn since the key of the zoom went down."""
        mirror.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: take what a hand does on the mirror."""
        if isinstance(event, QMouseEvent) and event.type() in BUTTONS:
            self._take_mouse(
                event.type(), event.position(), event.button(), event.buttons(), event.modifiers()
            )
            return True
        if isinstance(event, QWheelEvent):
            self._turn(event)
            return True
        if isinstance(event, QTouchEvent) and event.type() in TOUCHES:
            self._take_touch(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.Leave:
            QCoreApplication.sendEvent(self._canvas, QEvent(QEvent.Type.Leave))
        return super().eventFilter(watched, event)

    # -- the mouse --------------------------------------------------------------------------------

    def _take_mouse(
        self,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        share = self._mirror.share_at(at)
        if self._band_from is not None or (self.zooms and kind == QEvent.Type.MouseButtonPress):
            self._draw_band(kind, share)
        elif self._mirror.present.tool is not Tool.NONE:
            self._mirror.setCursor(Qt.CursorShape.BlankCursor)
            self._point(share)
        else:
            self._explore(kind, share, button, buttons, keys)

    def _draw_band(self, kind: QEvent.Type, share: Point) -> None:
        """Draw the part that shall fill the picture: of the picture's own shape, so that it fills all of it."""
        if self._band_from is None:
            self._band_from = share
            self.has_drawn = True
        first = self._band_from
        side = max(abs(share.x - first.x), abs(share.y - first.y))
        side = min(side, *(at if to < at else 1.0 - at for at, to in zip(first, share, strict=True)))
        left, top = (at - side if to < at else at for at, to in zip(first, share, strict=True))
        band = Rect(left, top, side, side)
        if kind != QEvent.Type.MouseButtonRelease:
            self._mirror.show_band(band)
            return
        self._band_from = None
        self._mirror.show_band(None)
        if side >= LEAST_BAND:
            self._send("present.zoom-to", x=band.x, y=band.y, w=band.w, h=band.h)

    def _point(self, share: Point) -> None:
        """Point at a place: once a frame, where the hand is by then."""
        self._wanted = share
        if self._later is None:
            self._later = self._clock.next_frame(self._send_point)

    def _send_point(self) -> None:
        self._later = None
        if self._wanted is not None:
            self._send("present.point", x=self._wanted.x, y=self._wanted.y)

    def _explore(
        self,
        kind: QEvent.Type,
        share: Point,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        """Do on the class's timeline what is done here."""
        at = self._on_canvas(share)
        is_press = kind in {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
        if is_press and not self._is_free(at):
            return
        if kind == QEvent.Type.MouseButtonRelease and not self._is_holding:
            return
        self._is_holding = (self._is_holding or is_press) and kind != QEvent.Type.MouseButtonRelease
        everywhere = QPointF(self._canvas.mapToGlobal(at.toPoint()))
        QCoreApplication.sendEvent(self._canvas, QMouseEvent(kind, at, at, everywhere, button, buttons, keys))
        self._show_pointer(at)

    def _show_pointer(self, at: QPointF) -> None:
        """Show by the pointer's shape what a press would do."""
        shape = Qt.CursorShape.ArrowCursor
        if self._is_holding:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_free(at):
            is_mark = self._canvas.has_event_at(at)
            shape = Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.OpenHandCursor
        self._mirror.setCursor(shape)

    def _on_canvas(self, share: Point) -> QPointF:
        """Return a place of the class's picture in pixels of its timeline."""
        hall = self._mirror.hall
        at = QPointF(share.x * hall.width(), share.y * hall.height())
        return at - QPointF(self._canvas.mapTo(hall, self._canvas.rect().topLeft()))

    def _is_free(self, at: QPointF) -> bool:
        """Tell whether a place is on the timeline, and not at the names of its lanes."""
        scene = self._canvas.scene
        if scene is None or not self._canvas.rect().contains(at.toPoint()):
            return False
        return not scene.heads_rect.contains(at.x(), at.y())

    # -- wheel and fingers ------------------------------------------------------------------------

    def _turn(self, event: QWheelEvent) -> None:
        """Make the tool larger or smaller; without one do on the class's timeline what the wheel does here."""
        event.accept()
        turned = event.angleDelta().y()
        if self._mirror.present.tool is not Tool.NONE:
            if turned:
                self._send("present.bigger" if turned > 0 else "present.smaller")
            return
        at = self._on_canvas(self._mirror.share_at(event.position()))
        if not self._canvas.rect().contains(at.toPoint()):
            return
        there = QWheelEvent(
            at,
            QPointF(self._canvas.mapToGlobal(at.toPoint())),
            event.pixelDelta(),
            event.angleDelta(),
            event.buttons(),
            event.modifiers(),
            event.phase(),
            event.inverted(),
            event.source(),
            event.pointingDevice(),
        )
        QCoreApplication.sendEvent(self._canvas, there)

    def _take_touch(self, event: QTouchEvent) -> None:
        """Let one finger be a mouse, and two pinch the class's timeline."""
        touches = fingers_down(event)
        if len(touches) > 1 and not self._is_pinching and self._may_pinch:
            self._lift()
            self._is_pinching = True
        if self._is_pinching:
            self._pinch(event, touches)
        elif touches:
            at = QPointF(touches[0].x, touches[0].y)
            kind = QEvent.Type.MouseMove if self._held is not None else QEvent.Type.MouseButtonPress
            self._held = at
            self._take_mouse(kind, at, _button(kind), LEFT, Qt.KeyboardModifier.NoModifier)
        else:
            self._lift()

    @property
    def _may_pinch(self) -> bool:
        return self._band_from is None and self._mirror.present.tool is Tool.NONE

    def _lift(self) -> None:
        """End what one finger did."""
        if self._held is not None:
            at, self._held = self._held, None
            kind = QEvent.Type.MouseButtonRelease
            self._take_mouse(kind, at, LEFT, NO_BUTTON, Qt.KeyboardModifier.NoModifier)

    def _pinch(self, event: QTouchEvent, touches: list[Touch]) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._fingers.cancel()
        elif touches:
            self._fingers.hold([self._touch_there(touch) for touch in touches])
        else:
            self._fingers.lift(self._up(event.points()))
        self._is_pinching = bool(touches)

    def _touch_there(self, touch: Touch) -> Touch:
        at = self._on_canvas(self._mirror.share_at(QPointF(touch.x, touch.y)))
        return Touch(touch.id, at.x(), at.y())

    def _up(self, points: list[QEventPoint]) -> QPointF | None:
        return self._on_canvas(self._mirror.share_at(points[0].position())) if points else None


def _button(kind: QEvent.Type) -> Qt.MouseButton:
    return LEFT if kind == QEvent.Type.MouseButtonPress else NO_BUTTON
