# SPDX-License-Identifier: MIT
"""The land as a map draws it: the level of detail that a scale asks for, cut to what the window shows.

Each level is a column of points on the square world, ring after ring. Of a ring that reaches beyond the window only
the part within is left, closed along the edge; the cut is made a little outside, so that it is never seen.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.scene.map_window import MOST_LATITUDE

Points = npt.NDArray[np.float64]

UNITS: Final = 1_000
"""The file counts thousandths of a degree."""
LEVELS: Final = (("coarse", 0.14), ("middle", 0.03), ("fine", 0.006))
"""Names of the levels, and by how many degrees of the equator a line may be off at most."""
MOST_OFF_PX: Final = 0.8
"""A coarser level will do as long as its lines are off by no more than this."""
LEAST_STEP_PX: Final = 0.7
"""Points of a line that are nearer together than this are drawn as one, and what is smaller is not drawn."""


class Outlines(NamedTuple):
    """Closed lines, one after another: their points, which of these begin a line, and which lines enclose water.

    What encloses a line comes before it, so that all can be filled one over the other.
    """

    points: Points
    is_first: npt.NDArray[np.bool_]
    is_water: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class LandLevel:
    """The rings of one level, the large ones first: their points, where each begins, and the rectangle about each."""

    points: Points
    starts: npt.NDArray[np.int64]
    boxes: Points
    """Left, top, right and bottom of each ring."""
    is_water: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, steps: npt.NDArray[np.int32], counts: npt.NDArray[np.int32]) -> LandLevel:
        """Return a level from the columns of the file: steps of longitude and latitude, points of each ring.

        A number of points below 0 is that of a ring that encloses water.
        """
        degrees = np.cumsum(steps, axis=0, dtype=np.int64) / UNITS
        lat = np.radians(np.clip(degrees[:, 1], -MOST_LATITUDE, MOST_LATITUDE))
        points = np.column_stack((degrees[:, 0] / 360.0 + 0.5, 0.5 - np.arcsinh(np.tan(lat)) / (2 * np.pi)))
        starts = np.concatenate(([0], np.cumsum(np.abs(counts), dtype=np.int64)))
        lows = np.minimum.reduceat(points, starts[:-1])
        highs = np.maximum.reduceat(points, starts[:-1])
        return cls(points, starts, np.hstack((lows, highs)), counts < 0)

    def within(self, part: Rect, least: float = 0.0) -> Outlines:
        """Return the rings as far as they lie within a part of the world, each cut along its edge.

        Those that are less than `least` wide and high are left out.
        """
        lefts, tops, rights, bottoms = self.boxes.T
        is_near = (lefts < part.right) & (rights > part.x) & (tops < part.bottom) & (bottoms > part.y)
        is_near &= np.maximum(rights - lefts, bottoms - tops) >= least
        is_inside = (lefts >= part.x) & (rights <= part.right) & (tops >= part.y) & (bottoms <= part.bottom)
        rings = [self._cut(number, part) for number in np.flatnonzero(is_near & ~is_inside).tolist()]
        rings.append(self._whole(np.flatnonzero(is_near & is_inside)))
        return Outlines(*map(np.concatenate, zip(*rings, strict=True)))

    def _cut(self, number: int, part: Rect) -> Outlines:
        """Return one ring as far as it lies within a part of the world."""
        points = clipped(self.points[self.starts[number] : self.starts[number + 1]], part)
        is_first = np.zeros(len(points), np.bool_)
        is_first[:1] = True
        return Outlines(points, is_first, self.is_water[number : number + 1][: len(points)])

    def _whole(self, numbers: npt.NDArray[np.int64]) -> Outlines:
        """Return whole rings."""
        counts = self.starts[numbers + 1] - self.starts[numbers]
        firsts = np.cumsum(counts) - counts
        places = np.arange(int(counts.sum())) + np.repeat(self.starts[numbers] - firsts, counts)
        is_first = np.zeros(len(places), np.bool_)
        is_first[firsts] = True
        return Outlines(self.points[places], is_first, self.is_water[numbers])


class Land:
    """All levels, each read when it is first needed: `read` gives a column of the file by its name."""

    def __init__(self, read: Callable[[str], npt.NDArray[np.int32]]) -> None:
        self._read = read
        self._levels: dict[str, LandLevel] = {}

    def level(self, name: str) -> LandLevel:
        """Return a level."""
        if name not in self._levels:
            self._levels[name] = LandLevel.of(self._read(f"{name}_steps"), self._read(f"{name}_counts"))
        return self._levels[name]

    def outlines(self, part: Rect, scale: float) -> list[Outlines]:
        """Return the land in a part of the world, in pixels from the part's corner; one for each turn of the globe.

        Lines go on beyond 180° where they cross it, and the world is seen again behind it.
        """
        level, corner = self.level(level_for(scale)), np.array((part.x, part.y))
        found: list[Outlines] = []
        lefts, rights = level.boxes[:, 0], level.boxes[:, 2]
        for turn in range(math.floor(part.x - rights.max()), math.floor(part.right - lefts.min()) + 1):
            rings = level.within(part.moved(-float(turn), 0.0), LEAST_STEP_PX / scale)
            # Thinned before it is moved: the same points are left wherever one has panned to.
            near = thinned(rings._replace(points=rings.points * scale))
            found.append(near._replace(points=near.points - (corner - (turn, 0.0)) * scale))
        return [rings for rings in found if len(rings.points)]


def level_for(scale: float) -> str:
    """Return the coarsest level that is exact enough where the way around the world has so many pixels."""
    for name, off_degrees in LEVELS:
        if off_degrees / 360.0 * scale <= MOST_OFF_PX:
            return name
    return LEVELS[-1][0]


def clipped(ring: Points, part: Rect) -> Points:
    """Return the part of a ring that lies within a rectangle, closed along the rectangle's edge."""
    for axis, bound, keeps_below in (
        (0, part.x, False),
        (0, part.right, True),
        (1, part.y, False),
        (1, part.bottom, True),
    ):
        ring = _clipped_at(ring, axis, bound, keeps_below=keeps_below)
    return ring


def _clipped_at(ring: Points, axis: int, bound: float, *, keeps_below: bool) -> Points:
    """Return a ring without what lies beyond one line (Sutherland and Hodgman, 1974, on whole columns)."""
    values = ring[:, axis]
    is_out = values > bound if keeps_below else values < bound
    if not is_out.any():
        return ring
    # Points whose neighbours are out as well are left out first: of a continent that leaves little to compute.
    ring = ring[~(is_out & np.roll(is_out, 1) & np.roll(is_out, -1))]
    values = ring[:, axis]
    is_in = values <= bound if keeps_below else values >= bound
    following, is_in_next = np.roll(ring, -1, axis=0), np.roll(is_in, -1)
    crosses = is_in != is_in_next
    rise = following[:, axis] - values
    shares = np.divide(bound - values, rise, out=np.zeros_like(rise), where=crosses)
    cuts = ring + shares[:, None] * (following - ring)
    cuts[:, axis] = bound
    # After each point: where the line to the next one crosses, and then that one, as far as they are kept.
    both = np.stack((cuts, following), axis=1)
    kept: Points = both[np.column_stack((crosses, is_in_next))]
    return kept


def thinned(outlines: Outlines) -> Outlines:
    """Return lines in pixels without points that fall together with the one before."""
    cells = np.floor(outlines.points / LEAST_STEP_PX)
    is_new = outlines.is_first.copy()
    is_new[1:] |= (cells[1:] != cells[:-1]).any(axis=1)
    return outlines._replace(points=outlines.points[is_new], is_first=outlines.is_first[is_new])
