# SPDX-License-Identifier: MIT
"""What lies on the land of a map: marks of places, routes between them, and names that do not lie on each other.

All of it is laid out once for a scale, in pixels of the whole world from a place in the midst of the marks:
while one pans nothing appears, vanishes or changes sides, but for names at the map's edges (`map_edges`). A
place has two discs about one middle: the pale one counts all of its events, the full one those in the present
view, and the area of each grows with the number.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.map_window import EQUATOR_KM, MapWindow, Position, on_world

LEAST_RADIUS_PX: Final = 4.5
RADIUS_PER_ROOT_PX: Final = 1.9
"""By so much a disc's radius grows with the square root of the number of events."""
MOST_RADIUS_PX: Final = 22.0
REGION_RADIUS_PX: Final = 15.0
"""The ring about a place that is only a region, where the exhibit does not say how far that reaches."""
REACH_PX: Final = 12.0
"""Half of what a finger hits: the nearest mark within it is meant."""
LINE_REACH_PX: Final = 8.0
NAME_GAP_PX: Final = 6.0
NAME_PAD_PX: Final = 2.0
BOW: Final = 0.14
"""A route is drawn as a bow whose height is this share of its length."""
ROUTE_POINTS: Final = 32
MOST_NAMES: Final = 400
"""So many names are looked at for room at most, those of the places with the most events."""
LEAST_CROSSING: Final = 1e-12


class Spot(NamedTuple):
    """A place on the map: how many of its events are shown and how many of these are in the present view.

    `radius_km` is how far a region reaches, None where nobody says; `certainty` is that of the exhibit.
    """

    id: str
    at: Position
    certainty: str
    radius_km: float | None
    shown: int
    in_view: int


class Course(NamedTuple):
    """A route from place to place, by the numbers of the spots."""

    stops: tuple[int, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A spot at a scale: its middle, the radii of its discs, and that of the ring about a region, 0 for none."""

    spot: Spot
    at: Point
    shown_px: float
    in_view_px: float
    ring_px: float

    @property
    def outer_px(self) -> float:
        """How far the mark reaches from its middle; a wide region's ring does not count."""
        return max(self.shown_px, min(self.ring_px, REGION_RADIUS_PX))

    @property
    def box(self) -> Rect:
        """The square about the mark."""
        reach = self.outer_px
        return Rect(self.at.x - reach, self.at.y - reach, 2 * reach, 2 * reach)


@dataclass(frozen=True, slots=True)
class Drawn:
    """All marks, names and routes at one scale, in pixels from `origin`, which lies on the world, or placed in a window.

    `names` are the rectangles of those names that have room, None for the others.
    """

    scale: float
    origin: Point
    marks: tuple[Mark, ...]
    names: tuple[Rect | None, ...]
    routes: tuple[tuple[Point, ...], ...]

    def placed(self, window: MapWindow) -> Drawn:
        """Return all as it stands in a window of the same scale, each mark the shorter way round from its middle."""
        base = window.in_window(self.origin)

        def shift(x: float) -> Point:
            turns = round((base.x + x - window.size.w / 2) / self.scale)
            return Point(base.x - turns * self.scale, base.y)

        shifts = [shift(mark.at.x) for mark in self.marks]
        return replace(
            self,
            marks=tuple(
                replace(mark, at=_moved(mark.at, by)) for mark, by in zip(self.marks, shifts, strict=True)
            ),
            names=tuple(
                rect.moved(*by) if rect else None for rect, by in zip(self.names, shifts, strict=True)
            ),
            routes=tuple(
                tuple(_moved(point, by) for point in line)
                for line in self.routes
                for by in (shift(line[len(line) // 2].x),)
            ),
        )

    def hit(self, at: Point) -> int | None:
        """Return the number of the mark that is meant by a point: the nearest one within reach, or by its name."""
        near = [
            (max(math.dist(at, mark.at) - mark.shown_px, 0.0), math.dist(at, mark.at), number)
            for number, mark in enumerate(self.marks)
        ]
        best = min(near, default=(math.inf, math.inf, -1))
        if best[0] <= REACH_PX:
            return best[2]
        named = (number for number, rect in enumerate(self.names) if rect and rect.contains(at.x, at.y))
        return next(named, None)

    def hit_route(self, at: Point) -> int | None:
        """Return the number of the route that is meant by a point, None where none is near."""
        near = [(_distance(at, line), number) for number, line in enumerate(self.routes)]
        distance, number = min(near, default=(math.inf, -1))
        return number if distance <= LINE_REACH_PX else None


def _moved(point: Point, by: Point) -> Point:
    return Point(point.x + by.x, point.y + by.y)


def drawn_at(
    spots: Sequence[Spot],
    courses: Sequence[Course],
    scale: float,
    name_size: Callable[[int], Size],
    *,
    text_scale: float = 1.0,
    first: Collection[int] = (),
) -> Drawn:
    """Lay everything out at a scale; the names of the spots `first` come before all others."""
    worlds = [on_world(spot.at) for spot in spots]
    origin = worlds[0] if worlds else Point(0.5, 0.5)
    near = [Point((w.x - origin.x - round(w.x - origin.x)) * scale, (w.y - origin.y) * scale) for w in worlds]
    marks = tuple(_mark(spot, at, scale, text_scale) for spot, at in zip(spots, near, strict=True))
    order = sorted(range(len(spots)), key=lambda number: (number not in first, -spots[number].shown, number))
    names = _names(marks, order[:MOST_NAMES], name_size, first)
    routes = tuple(tuple(_course(course, near, spots)) for course in courses)
    return Drawn(scale, origin, marks, names, routes)


def _mark(spot: Spot, at: Point, scale: float, text_scale: float) -> Mark:
    ring_px = 0.0
    if spot.certainty == "region":
        ring_px = REGION_RADIUS_PX * text_scale
        if spot.radius_km is not None:
            across = EQUATOR_KM * math.cos(math.radians(spot.at.lat))
            ring_px = max(spot.radius_km / across * scale, radius_px(spot.shown, text_scale) + 3.0)
    return Mark(spot, at, radius_px(spot.shown, text_scale), radius_px(spot.in_view, text_scale), ring_px)


def radius_px(events: int, text_scale: float = 1.0) -> float:
    """Return the radius of a disc for so many events, 0 for none."""
    if not events:
        return 0.0
    wished = LEAST_RADIUS_PX + RADIUS_PER_ROOT_PX * (math.sqrt(events) - 1.0)
    return min(wished, MOST_RADIUS_PX) * text_scale


# -- names ------------------------------------------------------------------------------------------


def _names(
    marks: Sequence[Mark], order: Iterable[int], name_size: Callable[[int], Size], first: Collection[int]
) -> tuple[Rect | None, ...]:
    """Give each name in turn the first of eight sides at which it lies on no other name and no mark.

    The names `first` are shown in any case, over marks if need be.
    """
    found: list[Rect | None] = [None] * len(marks)
    taken = Crowd()
    for mark in marks:
        taken.add(mark.box)
    for number in order:
        own = marks[number].box
        sides = tuple(sides_of(marks[number], name_size(number)))
        free = (rect for rect in sides if not taken.touches(rect.grown(NAME_PAD_PX), but=own))
        rect = next(free, sides[0] if number in first else None)
        if rect is not None:
            found[number] = rect
            taken.add(rect)
    return tuple(found)


def sides_of(mark: Mark, size: Size) -> Iterable[Rect]:
    """Yield where a name may stand, the best side first: right, left, above, below, and the corners."""
    x, y = mark.at
    reach = mark.outer_px + NAME_GAP_PX
    slant = reach * math.sqrt(0.5)
    yield Rect(x + reach, y - size.h / 2, size.w, size.h)
    yield Rect(x - reach - size.w, y - size.h / 2, size.w, size.h)
    yield Rect(x - size.w / 2, y - reach - size.h, size.w, size.h)
    yield Rect(x - size.w / 2, y + reach, size.w, size.h)
    yield Rect(x + slant, y - slant - size.h, size.w, size.h)
    yield Rect(x + slant, y + slant, size.w, size.h)
    yield Rect(x - slant - size.w, y - slant - size.h, size.w, size.h)
    yield Rect(x - slant - size.w, y + slant, size.w, size.h)


class Crowd:
    """Rectangles in cells, so that only near ones are compared."""

    cell_px: Final = 96.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}

    def add(self, rect: Rect) -> None:
        """Take in a rectangle."""
        for cell in self._around(rect):
            self._cells.setdefault(cell, []).append(rect)

    def touches(self, rect: Rect, *, but: Rect) -> bool:
        """Tell whether a rectangle lies on any that was taken in but one."""
        return any(
            other.intersects(rect)
            for cell in self._around(rect)
            for other in self._cells.get(cell, ())
            if other is not but
        )

    def _around(self, rect: Rect) -> Iterable[tuple[int, int]]:
        size = self.cell_px
        for x in range(math.floor(rect.x / size), math.floor(rect.right / size) + 1):
            for y in range(math.floor(rect.y / size), math.floor(rect.bottom / size) + 1):
                yield x, y


# -- routes -----------------------------------------------------------------------------------------


def _course(course: Course, near: Sequence[Point], spots: Sequence[Spot]) -> Iterable[Point]:
    """Yield the points of a route: a bow from stop to stop, towards the nearer pole as the shortest way is."""
    for number, (first, last) in enumerate(pairwise(course.stops)):
        is_south = spots[first].at.lat + spots[last].at.lat < 0.0
        for step in range(1 if number else 0, ROUTE_POINTS + 1):
            yield _on_bow(near[first], near[last], step / ROUTE_POINTS, is_south=is_south)


def _on_bow(first: Point, last: Point, share: float, *, is_south: bool) -> Point:
    """Return a point of the bow from one stop to the next; one due north or south bends to the west."""
    dx, dy = last.x - first.x, last.y - first.y
    out = BOW * 4 * share * (1 - share)
    side = (
        -math.copysign(1.0, dy) if abs(dx) < LEAST_CROSSING else math.copysign(1.0, -dx if is_south else dx)
    )
    return Point(first.x + dx * share + side * dy * out, first.y + dy * share - side * dx * out)


def _distance(at: Point, line: Sequence[Point]) -> float:
    """Return how far a point is from a line."""
    return min((_apart(at, first, last) for first, last in pairwise(line)), default=math.inf)


def _apart(at: Point, first: Point, last: Point) -> float:
    dx, dy = last.x - first.x, last.y - first.y
    length = dx * dx + dy * dy
    share = ((at.x - first.x) * dx + (at.y - first.y) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(at.x - first.x - dx * share, at.y - first.y - dy * share)
