# SPDX-License-Identifier: MIT
"""The map as hands and keys know it: mouse, wheel, fingers and keyboard on its surface."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Point
from timeline_app.scene.map_window import MapWindow
from timeline_app.scene.pinch import Touch
from timeline_app.ui.facsimile.sheet_fingers import SheetFingers
from timeline_app.ui.fingers import fingers_down, is_beyond_tap
from timeline_app.ui.held_canvas import wheel_steps
from timeline_app.ui.map.map_surface import ZOOM_STEP, Framing, MapSurface

CLICK_PX: Final = 5.0
"""A hand that has moved less has clicked."""


class MapCanvas(MapSurface):
    """Tells which place or route is chosen on it."""

    place_chosen = Signal(int)
    """A place by its number among the content's."""
    route_chosen = Signal(int)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._fingers: SheetFingers[MapWindow] = SheetFingers()
        self._moved_px = 0.0
        self._tap: Touch | None = None

    # -- Qt's: mouse and wheel ------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: zoom about the pointer; a map that scrolls past under a resting pointer goes on scrolling."""
        target = self.motion.target
        if target is None or not self._is_meant:
            event.ignore()
            return
        at = event.position()
        self.framing = Framing.FREE
        self.motion.show(target.zoomed(ZOOM_STEP ** wheel_steps(event), Point(at.x(), at.y())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's: take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self._moved_px = 0.0
            self._is_meant = True
            self.motion.hold()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's: the map goes with the hand; without one, what is pointed at stands out."""
        self._is_meant = True
        at, view = event.position(), self.motion.view
        if self._held is None or view is None:
            self._point_at(Point(at.x(), at.y()))
            return
        moved = at - self._held
        self._moved_px += abs(moved.x()) + abs(moved.y())
        if self._moved_px > CLICK_PX:
            self._held = at
            self.framing = Framing.FREE
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.motion.show(view.panned(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's: let go of the map; a hand that has not moved has chosen what is there."""
        was_held, self._held = self._held is not None, None
        at = event.position()
        if was_held and self._moved_px <= CLICK_PX:
            self._choose(*self.hit(Point(at.x(), at.y())))
        self._point_at(Point(at.x(), at.y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: nothing is pointed at any more, and the wheel means the page around again."""
        super().leaveEvent(event)
        if self._light.pointed is not None:
            self._light = replace(self._light, pointed=None)
            self.update()

    def _point_at(self, at: Point) -> None:
        place, route = self.hit(at)
        is_target = place is not None or route is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_target else Qt.CursorShape.OpenHandCursor)
        if place != self._light.pointed:
            self._light = replace(self._light, pointed=place)
            self.update()

    def _choose(self, place: int | None, route: int | None) -> None:
        if place is not None:
            self.place_chosen.emit(place)
        elif route is not None:
            self.route_chosen.emit(route)

    # -- Qt's: fingers, and words about what is pointed at ---------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Qt's: take the fingers, and tell what is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        content, look = self._content, self._look
        place, _ = self.hit(Point(event.pos().x(), event.pos().y()))
        if place is None or content is None or look is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), content.words(place, look.translator), self)

    def take_touch(self, event: QTouchEvent) -> None:
        """Move the map; a finger that stays where it came down chooses what is there."""
        view, down = self.motion.view, fingers_down(event)
        if event.type() == QEvent.Type.TouchCancel:
            self._tap = None
        if view is None:
            return
        if event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._tap = down[0] if down else None
        if self._tap is not None and (
            len(event.points()) > 1 or any(is_beyond_tap(self._tap, at) for at in down)
        ):
            # Two fingers that rest on the map, or zoom it about its middle, choose nothing.
            self._tap = None
        self.room.take(is_wanted=bool(down))
        self.motion.hold()
        moved = self._fingers.move(down, view)
        if moved is not None and self._tap is None:
            self.framing = Framing.FREE
            self.motion.show(moved)
        if event.type() == QEvent.Type.TouchEnd and self._tap is not None and event.points():
            self._tap = None
            at = event.points()[0].position()
            self._choose(*self.hit(Point(at.x(), at.y())))

    # -- Qt's: keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: pan, zoom and walk from place to place; all else goes on to the panel."""
        is_command = bool(event.modifiers() & _OF_COMMANDS)
        if is_command or not self._acts_on(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def pan_by(self, dx_share: float, dy_share: float) -> None:
        """Go on by a share of the map."""
        if (target := self.motion.target) is not None:
            self.framing = Framing.FREE
            self.motion.travel(target.panned(dx_share * self.width(), dy_share * self.height()))

    def _acts_on(self, key: Qt.Key) -> bool:
        if self.moves_by(key):
            return True
        if key in _WALKS:
            self.walk(_WALKS[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key == Qt.Key.Key_Home:
            self.show_home()
        elif key in _ENTERS and self._light.focused is not None:
            self.place_chosen.emit(self._light.focused)
        else:
            return False
        return True


_WALKS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OF_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""With these a key is a command's, be it one that cannot be carried out now."""
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
