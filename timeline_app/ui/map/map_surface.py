# SPDX-License-Identifier: MIT
"""The surface of the map: which part of the world it shows, what is lit on it, and how it is painted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.map_edges import kept_clear
from timeline_app.scene.map_marks import Drawn, drawn_at
from timeline_app.scene.map_window import MapWindow, between_windows
from timeline_app.ui.announcement import announce
from timeline_app.ui.fonts import font_for
from timeline_app.ui.held_canvas import HeldCanvas
from timeline_app.ui.map.land_file import bundled_land
from timeline_app.ui.map.land_picture import LandInks, LandPicture
from timeline_app.ui.map.map_content import MapContent
from timeline_app.ui.map.map_painting import (
    Light,
    MarkPainter,
    foot_rooms,
    name_role,
    paint_foot,
    paint_frame,
    paint_name,
    paint_ring,
)
from timeline_app.ui.map.stamps import Stamps
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access
from timeline_app.ui.travelling import Travelling

ZOOM_STEP: Final = 1.6
REST_MS: Final = 120.0
"""So long after the last move the coast lines are drawn softly."""
SEEN_PX: Final = 28.0
EDGE_PX: Final = 3.0
"""Names stay so far within the map."""


class Framing(Enum):
    """What the map keeps in its window as long as nobody has moved it."""

    HOME = auto()
    ALL = auto()
    PLACE = auto()
    FREE = auto()


class MapSurface(HeldCanvas):
    """Shows a map's content. The keyboard walks from place to place without leaving it."""

    view_changed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.give_role(MapSurface, QAccessible.Role.Graphic)
        self._clock = clock
        self._look: Look | None = None
        self._content: MapContent | None = None
        self._place = ""
        self._picture = LandPicture(bundled_land())
        self._stamps = Stamps()
        self._laid_out: Drawn | None = None
        self._placed: tuple[MapWindow, Drawn] | None = None
        self._covered: tuple[Rect, ...] = ()
        self._light = Light()
        self._is_unlit = True
        self._rest: Cancel | None = None
        self._is_at_rest = True
        self.framing = Framing.HOME
        self.motion = Travelling(clock, between_windows, self._on_motion, self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what is shown ------------------------------------------------------------------------------

    def fill(self, content: MapContent, look: Look) -> None:
        """Show places and routes; the map stays where it is, unless nobody has moved it yet."""
        before = self._content
        has_other_places = before is None or before.everywhere != content.everywhere
        self._content, self._look = content, look
        self.motion.is_reduced = look.reduced_motion
        self._laid_out = None
        if before is not None:
            # Places are numbered by how many events are shown there, which may have changed.
            focused, pointed = (
                _number_now(at, before, content) for at in (self._light.focused, self._light.pointed)
            )
            self._light = replace(self._light, focused=focused, pointed=pointed)
        if has_other_places and not any(map(self._is_seen, range(len(content.spots)))):
            # Another exhibit, or a part of it that lies elsewhere: there is nothing to stay at.
            self.framing = Framing.HOME
        if self.motion.view is None or has_other_places:
            self._frame()
        self.update()

    def forget(self) -> None:
        """Let go of an exhibit."""
        self._content = self._laid_out = None
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
        self._laid_out = None
        self.update()
        if lit and not is_first and not any(self._is_seen(number) for number in lit):
            self._bring(min(lit))

    @property
    def is_at_rest(self) -> bool:
        """Whether the map is drawn as it stays."""
        return self._is_at_rest

    @property
    def light(self) -> Light:
        """What is lit, and where the keyboard is."""
        return self._light

    @property
    def drawn(self) -> Drawn | None:
        """Marks, names and routes as they stand in the window, None while there is nothing."""
        content, look, window = self._content, self._look, self.motion.view
        if content is None or look is None or window is None:
            return None
        if self._laid_out is None or self._laid_out.scale != window.scale:
            self._laid_out = drawn_at(
                content.spots,
                content.courses,
                window.scale,
                self._name_size,
                text_scale=1.0 + (look.typesetter.text_scale - 1.0) * 0.5,
                first=self._light.places,
            )
            self._placed = None
        if self._placed is None or self._placed[0] != window:
            self._placed = (window, self._cleared(self._laid_out.placed(window), window, look))
        return self._placed[1]

    def _cleared(self, drawn: Drawn, window: MapWindow, look: Look) -> Drawn:
        """Keep names within the map, and off its buttons, its scale and its credit."""
        seen = QRectF(self.rect())
        feet = [
            Rect(foot.x(), foot.y(), foot.width(), foot.height()) for foot in foot_rooms(seen, window, look)
        ]
        room = Rect(0.0, 0.0, *window.size).grown(-EDGE_PX)
        return kept_clear(drawn, room, (*self._covered, *feet), self._light.places)

    def keep_clear(self, covered: Sequence[Rect]) -> None:
        """Keep names off what lies on the map."""
        if tuple(covered) != self._covered:
            self._covered, self._placed = tuple(covered), None
            self.update()

    def point_of(self, number: int) -> Point | None:
        """Return where a place stands in the window."""
        drawn = self.drawn
        return None if drawn is None else drawn.marks[number].at

    def hit(self, at: Point) -> tuple[int | None, int | None]:
        """Return the place under a point, or else the route."""
        drawn = self.drawn
        if drawn is None:
            return None, None
        place = drawn.hit(at)
        return place, drawn.hit_route(at) if place is None else None

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

    def _on_motion(self) -> None:
        self._is_at_rest = False
        if self._rest is not None:
            self._rest()
        self._rest = self._clock.after(REST_MS, self._come_to_rest)
        self.update()
        self.view_changed.emit()

    def _come_to_rest(self) -> None:
        if shiboken6.isValid(self):
            self.settle()

    def settle(self) -> None:
        """Be at rest at once, as for a picture of the map."""
        self._rest = None
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
        if content is None or look is None:
            return
        if number is None:
            self.setAccessibleDescription(look.say("map.how"))
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
        seen = QRectF(self.rect())
        MarkPainter(painter, drawn, kind, self._stamps).paint(
            self._light, [course.is_sure for course in content.courses], seen
        )
        for number, rect in enumerate(drawn.names):
            if rect is not None and seen.intersects(QRectF(*rect)):
                role = name_role(is_lit=number in self._light.places)
                paint_name(painter, self._stamps, rect, content.names[number], kind, role)
        paint_foot(painter, self._stamps, seen, window, look)
        paint_frame(painter, seen, kind)
        if self.hasFocus() and self._has_ring:
            paint_ring(painter, seen, kind)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the ring goes with the focus."""
        super().focusOutEvent(event)
        self.stand_at(None)


def _number_now(number: int | None, before: MapContent, content: MapContent) -> int | None:
    """Return the number that a place has now, None where it is not shown any more."""
    return None if number is None else next(iter(content.numbers_of({before.spots[number].id})), None)
