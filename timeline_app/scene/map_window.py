# SPDX-License-Identifier: MIT
"""Which part of the globe a map shows, and how large: the projection, and all that pans and zooms.

The projection is Mercator's: it keeps shapes and angles, so that a coast looks the same wherever one has panned to,
north is up everywhere, and zooming enlarges one and the same drawing. Its price, that areas grow towards the poles,
is told by the scale bar, which counts for the middle of the map. The world is one square: x runs from 0 at 180° west
to 1 at 180° east and begins anew there, y from 0 near the north pole to 1 near the south pole.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point, Rect, Size

EARTH_KM: Final = 6_371.0
EQUATOR_KM: Final = 2 * math.pi * EARTH_KM
MOST_LATITUDE: Final = 85.0
"""Nearer to the poles the projection knows no end; no exhibit's place lies there."""
NORTHERN_END: Final = 84.0
SOUTHERN_END: Final = -72.0
CLOSEST_PX: Final = 180_000.0
"""So many pixels for the way around the world at most: closer, the shapes would look hewn."""
NAME_ROOM: Final = Size(94.0, 44.0)
"""So much of the window stays free at each side of what is fitted into it, for names."""
LEAST_SHARE: Final = 0.4
"""But so much of it is filled in any case."""
LEAST_KM: Final = 60.0
"""A single place is shown with so much of what is around it."""


class Position(NamedTuple):
    """A place on the globe in degrees, north and east positive."""

    lat: float
    lon: float


def on_world(at: Position) -> Point:
    """Return where a position lies on the square world."""
    lat = math.radians(min(max(at.lat, -MOST_LATITUDE), MOST_LATITUDE))
    return Point(at.lon / 360.0 + 0.5, 0.5 - math.asinh(math.tan(lat)) / (2 * math.pi))


def position_of(world: Point) -> Position:
    """Return the position of a point of the square world; the longitude lies from -180° to below 180°."""
    lat = math.degrees(math.atan(math.sinh((0.5 - world.y) * 2 * math.pi)))
    return Position(lat, (world.x % 1.0) * 360.0 - 180.0)


_NORTH: Final = on_world(Position(NORTHERN_END, 0.0)).y
_SOUTH: Final = on_world(Position(SOUTHERN_END, 0.0)).y


@dataclass(frozen=True, slots=True)
class MapWindow:
    """A window on the world. `scale` is how many pixels the way around the world has; `centre` lies on the world."""

    size: Size
    scale: float
    centre: Point

    # -- what it shows ------------------------------------------------------------------------------

    @property
    def least_scale(self) -> float:
        """The smallest scale: the window is filled, and no place is seen twice."""
        return max(self.size.w, self.size.h / (_SOUTH - _NORTH))

    @property
    def part(self) -> Rect:
        """The part of the world that is seen; it may begin before 0 or end after 1."""
        w, h = self.size.w / self.scale, self.size.h / self.scale
        return Rect(self.centre.x - w / 2, self.centre.y - h / 2, w, h)

    def in_window(self, world: Point) -> Point:
        """Return where a point of the world stands, seen the shorter way round from the middle."""
        x = world.x - round(world.x - self.centre.x)
        return Point(
            self.size.w / 2 + (x - self.centre.x) * self.scale,
            self.size.h / 2 + (world.y - self.centre.y) * self.scale,
        )

    def world_at(self, at: Point) -> Point:
        """Return the point of the world under a point of the window."""
        return Point(
            self.centre.x + (at.x - self.size.w / 2) / self.scale,
            self.centre.y + (at.y - self.size.h / 2) / self.scale,
        )

    def project(self, at: Position) -> Point:
        """Return where a position stands in the window."""
        return self.in_window(on_world(at))

    def unproject(self, at: Point) -> Position:
        """Return the position under a point of the window."""
        return position_of(self.world_at(at))

    def km_px(self, lat: float) -> float:
        """Return how many pixels a kilometre has at a latitude."""
        return self.scale / (EQUATOR_KM * math.cos(math.radians(lat)))

    # -- where it goes ------------------------------------------------------------------------------

    def zoomed(self, factor: float, at: Point | None = None) -> MapWindow:
        """Return the window so many times closer, with what is under a point kept there."""
        at = at or Point(self.size.w / 2, self.size.h / 2)
        held = self.world_at(at)
        scale = min(max(self.scale * factor, self.least_scale), max(CLOSEST_PX, self.least_scale))
        closer = replace(self, scale=scale)
        under = closer.world_at(at)
        centre = Point(self.centre.x + held.x - under.x, self.centre.y + held.y - under.y)
        return replace(closer, centre=centre).kept_in()

    def panned(self, dx_px: float, dy_px: float) -> MapWindow:
        """Return the window with the map moved by so many pixels."""
        centre = Point(self.centre.x - dx_px / self.scale, self.centre.y - dy_px / self.scale)
        return replace(self, centre=centre).kept_in()

    def resized(self, size: Size) -> MapWindow:
        """Return the window in another size, about the same middle."""
        return replace(self, size=size).kept_in()

    def centred_on(self, at: Position) -> MapWindow:
        """Return the window with a position in its middle."""
        return replace(self, centre=on_world(at)).kept_in()

    def kept_in(self) -> MapWindow:
        """Return the nearest window that shows nothing beyond the ends of the map."""
        scale = max(self.scale, self.least_scale)
        half = self.size.h / scale / 2
        y = min(max(self.centre.y, _NORTH + half), max(_SOUTH - half, _NORTH + half))
        return replace(self, scale=scale, centre=Point(self.centre.x % 1.0, y))

    @classmethod
    def fitted(cls, positions: Iterable[Position], size: Size, text_scale: float = 1.0) -> MapWindow:
        """Return the window that shows all positions, across 180° where that is the shorter way; else the world."""
        points = [on_world(at) for at in positions]
        if not points:
            return cls(size, 1.0, Point(0.5, on_world(Position(20.0, 0.0)).y)).kept_in()
        left, width = _shortest_stretch([point.x for point in points])
        top, bottom = min(point.y for point in points), max(point.y for point in points)
        centre = Point(left + width / 2, (top + bottom) / 2)
        least = LEAST_KM / (EQUATOR_KM * math.cos(math.radians(position_of(centre).lat)))
        room = Size(
            max(size.w - 2 * NAME_ROOM.w * text_scale, size.w * LEAST_SHARE),
            max(size.h - 2 * NAME_ROOM.h * text_scale, size.h * LEAST_SHARE),
        )
        scale = min(room.w / max(width, least), room.h / max(bottom - top, least))
        return cls(size, min(scale, CLOSEST_PX), centre).kept_in()


def between_windows(first: MapWindow, last: MapWindow, progress: float) -> MapWindow:
    """Return the window on the way from one to another, along the shorter way round."""
    scale = first.scale * (last.scale / first.scale) ** progress
    share = progress
    if not math.isclose(first.scale, last.scale):
        share = (1 / first.scale - 1 / scale) / (1 / first.scale - 1 / last.scale)
    dx = last.centre.x - first.centre.x
    dx -= round(dx)
    centre = Point(first.centre.x + dx * share, first.centre.y + (last.centre.y - first.centre.y) * share)
    return replace(last, scale=scale, centre=centre).kept_in()


def _shortest_stretch(xs: Iterable[float]) -> tuple[float, float]:
    """Return where the shortest stretch that holds all x begins, and how wide it is; the world is round."""
    ordered = sorted(x % 1.0 for x in xs)
    gaps = [
        (after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 1], strict=True)
    ]
    gap, begin = max(gaps)
    return begin % 1.0, 1.0 - gap
