# SPDX-License-Identifier: MIT
"""The surface of the map: paints land and places, and takes mouse, wheel, fingers and keys."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import Enum, auto
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEventPoint,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.geometry import Point, Size
from timeline_app.scene.map_marks import Drawn, drawn_at
from timeline_app.scene.map_window import MapWindow, between_windows
from timeline_app.scene.pinch import Touch
from timeline_app.ui.announcement import announce
from timeline_app.ui.facsimile.sheet_fingers import SheetFingers
from timeline_app.ui.facsimile.touch_room import TouchRoom
from timeline_app.ui.fonts import font_for
from timeline_app.ui.map.land_file import bundled_land
from timeline_app.ui.map.land_picture import LandInks, LandPicture
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_painting import (
    Light,
    MarkPainter,
    NameImages,
    name_role,
    paint_foot,
    paint_frame,
    paint_ring,
)
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access
from timeline_app.ui.travelling import Travelling

ZOOM_STEP: Final = 1.6
WHEEL_STEP_DEGREES: Final = 120.0
KEY_PAN_SHARE: Final = 0.2
REST_MS: Final = 120.0
"""So long after the last move the coast lines are drawn softly."""
SEEN_PX: Final = 28.0
CLICK_PX: Final = 5.0
"""A hand that has moved less has clicked."""


class Framing(Enum):
    """What the map keeps in its window as long as nobody has moved it."""

    HOME = auto()
    ALL = auto()
    PLACE = auto()
    FREE = auto()


class MapCanvas(QWidget):
    """Shows a map's content. The keyboard walks from place to place without leaving it."""

    place_chosen = Signal(int)
    """A place by its number among the content's."""
    route_chosen = Signal(int)
    view_changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.give_role(MapCanvas, QAccessible.Role.Graphic)
        self._clock = clock
        self._look: Look | None = None
        self._content: MapContent | None = None
        self._place = ""
        self._picture = LandPicture(bundled_land())
        self._names = NameImages()
        self._drawn: Drawn | None = None
        self._light = Light()
        self._is_unlit = True
        self._fingers: SheetFingers[MapWindow] = SheetFingers()
        self._held: QPointF | None = None
        self._moved_px = 0.0
        self._is_meant = False
        self._has_ring = False
        self._rest: Cancel | None = None
        self._is_at_rest = True
        self.framing = Framing.HOME
        self.motion = Travelling(clock, between_windows, self._on_motion, self)
        self.room = TouchRoom(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what is shown ------------------------------------------------------------------------------

    def fill(self, content: MapContent, look: Look) -> None:
        """Show places and routes; the map stays where it is, unless nobody has moved it yet."""
        has_other_places = self._content is None or self._content.everywhere != content.everywhere
        self._content, self._look = content, look
        self.motion.is_reduced = look.reduced_motion
        self._drawn = None
        if self._light.focused is not None and self._light.focused >= len(content.spots):
            self._light = replace(self._light, focused=None)
        if self.motion.view is None or has_other_places:
            self._frame()
        self.update()

    def forget(self) -> None:
        """Let go of an exhibit."""
        self._content = self._drawn = None
        self._light, self.framing, self._is_unlit = Light(), Framing.HOME, True
        self.motion.forget()

    def set_light(self, places: Collection[str], ordinals: Collection[int]) -> None:
        """Light the places and routes of the selected events."""
        content = self._content
        if content is None:
            return
        lit, routes = content.numbers_of(places), content.routes_of(ordinals)
        if (lit, routes) == (self._light.places, self._light.routes):
            return
        is_first = self._is_unlit
        self._is_unlit = False
        self._light = replace(self._light, places=lit, routes=routes)
        self._drawn = None
        self.update()
        if lit and not is_first and not any(self._is_seen(number) for number in lit):
            self._bring(min(lit))

    @property
    def light(self) -> Light:
        """What is lit, and where the keyboard is."""
        return self._light

    @property
    def drawn(self) -> Drawn | None:
        """Marks, names and routes as they lie at the present scale, None while there is nothing."""
        content, look, window = self._content, self._look, self.motion.view
        if content is None or look is None or window is None:
            return None
        if self._drawn is None or self._drawn.scale != window.scale:
            self._drawn = drawn_at(
                content.spots,
                content.courses,
                window.scale,
                self._name_size,
                text_scale=1.0 + (look.typesetter.text_scale - 1.0) * 0.5,
                first=self._light.places,
            )
        return self._drawn

    def point_of(self, number: int) -> Point | None:
        """Return where a place stands in the window."""
        drawn, window = self.drawn, self.motion.view
        if drawn is None or window is None:
            return None
        at, offset = drawn.marks[number].at, drawn.offset(window)
        return Point(at.x + offset.x, at.y + offset.y)

    def _name_size(self, number: int) -> Size:
        content, look = self._content, self._look
        if content is None or look is None:
            return Size(0.0, 0.0)
        name = content.names[number]
        role = name_role(is_lit=number in self._light.places)
        metrics = QFontMetricsF(font_for(role, name.language, look.typesetter.text_scale))
        return Size(metrics.horizontalAdvance(name.text), metrics.height())

    # -- where it goes ------------------------------------------------------------------------------

    def _frame(self, *, is_travel: bool = False) -> None:
        """Go to what the map keeps in its window."""
        content = self._content
        if content is None or self.width() < 2 or self.height() < 2:  # noqa: PLR2004 - nothing is seen
            return
        size = Size(self.width(), self.height())
        if self.framing is Framing.FREE and self.motion.target is not None:
            self.motion.show(self.motion.target.resized(size))
            return
        places = content.everywhere if self.framing is Framing.ALL else content.home
        text_scale = self._look.typesetter.text_scale if self._look is not None else 1.0
        window = MapWindow.fitted(places, size, text_scale)
        number = next(iter(content.numbers_of({self._place})), None)
        if self.framing is Framing.PLACE and number is not None:
            window = window.centred_on(content.spots[number].at)
        if is_travel:
            self.motion.travel(window)
        else:
            self.motion.show(window)

    def show_all(self) -> None:
        """Show all places."""
        self.framing = Framing.ALL
        self._frame(is_travel=True)

    def show_home(self) -> None:
        """Show what the map opened with."""
        self.framing = Framing.HOME
        self._frame(is_travel=True)

    def show_place(self, place_id: str) -> None:
        """Keep a place in the middle."""
        if (self.framing, self._place) != (Framing.PLACE, place_id):
            self.framing, self._place = Framing.PLACE, place_id
            self._frame(is_travel=self.motion.view is not None and self.isVisible())

    def zoom(self, steps: float, at: Point | None = None) -> None:
        """Zoom by steps, in where they are positive."""
        if (target := self.motion.target) is not None:
            self.framing = Framing.FREE
            self.motion.travel(target.zoomed(ZOOM_STEP**steps, at))

    def _pan(self, dx_share: float, dy_share: float) -> None:
        if (target := self.motion.target) is not None:
            self.framing = Framing.FREE
            self.motion.travel(target.panned(dx_share * self.width(), dy_share * self.height()))

    def _on_motion(self) -> None:
        self._is_at_rest = False
        if self._rest is not None:
            self._rest()
        self._rest = self._clock.after(REST_MS, self._come_to_rest)
        self.update()
        self.view_changed.emit()

    def _come_to_rest(self) -> None:
        self._rest = None
        if shiboken6.isValid(self):
            self._is_at_rest = True
            self.update()

    # -- walking from place to place ------------------------------------------------------------------

    def walk(self, by: int) -> None:
        """Take the keyboard to the next place, or the one before; it comes into the window."""
        content = self._content
        if content is None or not content.spots:
            return
        at = self._light.focused
        count = len(content.spots)
        self.stand_at((at + by) % count if at is not None else (0 if by > 0 else count - 1))

    def stand_at(self, number: int | None) -> None:
        """Put the keyboard to a place, or to none."""
        content, look = self._content, self._look
        self._light = replace(self._light, focused=number)
        self.update()
        if number is None or content is None or look is None:
            return
        words = content.words(number, look.translator)
        self.setAccessibleDescription(words)
        announce(self, words)
        if not self._is_seen(number):
            self._bring(number)

    def _is_seen(self, number: int) -> bool:
        """Tell whether a place stands well within the window."""
        at = self.point_of(number)
        inside = QRectF(self.rect()).adjusted(SEEN_PX, SEEN_PX, -SEEN_PX, -SEEN_PX)
        return at is not None and inside.contains(QPointF(*at))

    def _bring(self, number: int) -> None:
        """Take a place to the middle of the window."""
        target = self.motion.target
        if self._content is not None and target is not None:
            self.framing = Framing.FREE
            self.motion.travel(target.centred_on(self._content.spots[number].at))

    # -- Qt's: painting and size ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: what the map keeps in its window stays there."""
        super().resizeEvent(event)
        self._frame()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the land, and what lies on it."""
        del event
        painter = QPainter(self)
        # The kept picture of the land is wider than the map.
        painter.setClipRect(self.rect())
        look, content, window, drawn = self._look, self._content, self.motion.view, self.drawn
        if look is None or content is None or window is None or drawn is None:
            painter.fillRect(self.rect(), self.palette().window())
            return
        kind, ratio = look.typesetter, self.devicePixelRatioF()
        inks = LandInks(*map(kind.colour, ("map-sea", "map-land", "map-coast")))
        self._picture.paint(painter, window, inks, ratio, is_fine=self._is_at_rest)
        offset = drawn.offset(window)
        MarkPainter(painter, drawn, offset, kind).paint(
            self._light, [course.is_sure for course in content.courses]
        )
        seen = QRectF(self.rect())
        for number, rect in enumerate(drawn.names):
            if rect is None:
                continue
            moved = rect.moved(offset.x, offset.y)
            if seen.intersects(QRectF(*moved)):
                is_lit = number in self._light.places
                self._names.paint(painter, moved, content.names[number], kind, ratio, is_lit=is_lit)
        paint_foot(painter, seen, window, look)
        paint_frame(painter, seen, kind)
        if self.hasFocus() and self._has_ring:
            paint_ring(painter, seen, kind)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: show the ring, but not to those who came by hand."""
        super().focusInEvent(event)
        self._has_ring = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the ring goes with the focus."""
        super().focusOutEvent(event)
        self._light = replace(self._light, focused=None)
        self.update()

    # -- Qt's: mouse and wheel ------------------------------------------------------------------------

    def hit(self, at: Point) -> tuple[int | None, int | None]:
        """Return the place under a point, or else the route."""
        drawn, window = self.drawn, self.motion.view
        if drawn is None or window is None:
            return None, None
        offset = drawn.offset(window)
        near = Point(at.x - offset.x, at.y - offset.y)
        place = drawn.hit(near)
        return place, drawn.hit_route(near) if place is None else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's: zoom about the pointer; a map that scrolls past under a resting pointer goes on scrolling."""
        target = self.motion.target
        steps = (event.pixelDelta().y() or event.angleDelta().y()) / WHEEL_STEP_DEGREES
        if target is None or not self._is_meant:
            event.ignore()
            return
        at = event.position()
        self.framing = Framing.FREE
        self.motion.show(target.zoomed(ZOOM_STEP ** (steps * 0.6), Point(at.x(), at.y())))
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's: zoom in where the pointer is."""
        at = event.position()
        self.zoom(2.0, Point(at.x(), at.y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's: nothing is pointed at any more, and the wheel means the page around again."""
        super().leaveEvent(event)
        self._is_meant = False
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
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
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

    def _touch(self, event: QTouchEvent) -> None:
        view = self.motion.view
        down = [_touch(point) for point in event.points() if point.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            down = []
        if view is None:
            return
        if event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._moved_px = 0.0
        self.room.take(is_wanted=bool(down))
        self.motion.hold()
        moved = self._fingers.move(down, view)
        if moved is not None:
            self._moved_px += (
                abs(moved.centre.x - view.centre.x) * view.scale
                + abs(moved.centre.y - view.centre.y) * view.scale
            )
            self.framing = Framing.FREE
            self.motion.show(moved)
        if event.type() == QEvent.Type.TouchEnd and self._moved_px <= CLICK_PX and event.points():
            at = event.points()[0].position()
            self._choose(*self.hit(Point(at.x(), at.y())))

    # -- Qt's: keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: pan, zoom and walk from place to place; all else goes on to the panel."""
        if not self._acts_on(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _acts_on(self, key: Qt.Key) -> bool:
        if key in _PANS:
            self._pan(*_PANS[key])
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in _WALKS:
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


_PANS: Final = {
    Qt.Key.Key_Left: (KEY_PAN_SHARE, 0.0),
    Qt.Key.Key_Right: (-KEY_PAN_SHARE, 0.0),
    Qt.Key.Key_Up: (0.0, KEY_PAN_SHARE),
    Qt.Key.Key_Down: (0.0, -KEY_PAN_SHARE),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
_WALKS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def _touch(point: QEventPoint) -> Touch:
    return Touch(point.id(), point.position().x(), point.position().y())
