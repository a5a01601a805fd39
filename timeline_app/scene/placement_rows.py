# SPDX-License-Identifier: MIT
"""A row of a lane while it is filled: what stands where, and how much room is left beside it."""

from __future__ import annotations

import math
from bisect import bisect_left

import numpy as np
import numpy.typing as npt

I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]


class Row:
    """What stands in a row, sorted by start.

    Plain lists of plain numbers throughout: objects by the million would keep the garbage collector busy.
    """

    __slots__ = ("_anchors_s", "_ends_s", "_labels_px", "_numbers", "_starts_s", "_thresholds", "_widest_px")

    def __init__(self) -> None:
        self._starts_s: list[int] = []
        self._numbers: list[int] = []
        """Of what stands at each place, where it is found in the columns below, which only grow."""
        self._ends_s: list[int] = []
        self._anchors_s: list[int] = []
        self._labels_px: list[float] = []
        self._thresholds: list[float] = []
        self._widest_px = 1.0

    def __len__(self) -> int:
        return len(self._starts_s)

    def limit_for(self, start_s: int, end_s: int, anchor_s: int, label_px: float) -> float:
        """Return the largest zoom (seconds per pixel) from which on, inwards, there is no overlap.

        At a zoom z an entry takes [start, max(end, anchor + label · z)]. Two collide at all zooms above one
        number; that only matters while the one already there is shown itself.
        """
        starts_s, numbers, thresholds = self._starts_s, self._numbers, self._thresholds
        place = bisect_left(starts_s, start_s)
        size = len(starts_s)
        # Bars in a row never overlap, so that only those of the neighbours can be in the way for good.
        if place < size and end_s > starts_s[place]:
            return 0.0
        if place and self._ends_s[numbers[place - 1]] > start_s:
            return 0.0
        limit = math.inf
        for after in range(place, size):
            zoom = (starts_s[after] - anchor_s) / label_px
            if zoom < thresholds[numbers[after]]:
                limit = zoom
                break
        anchors_s, labels_px, widest_px = self._anchors_s, self._labels_px, self._widest_px
        for before in range(place - 1, -1, -1):
            number = numbers[before]
            distance_s = start_s - anchors_s[number]
            if distance_s >= limit * widest_px:
                break
            zoom = distance_s / labels_px[number]
            if zoom < limit and zoom < thresholds[number]:
                limit = zoom
        return limit

    def most_limits(self, starts_s: I64, ends_s: I64, anchors_s: I64, least_px: F64) -> F64:
        """Return for many entries limits that their own do not exceed: by what stands next to them alone.

        Labels of `least_px` are as wide as theirs, or less.
        """
        limits = np.full(len(starts_s), math.inf)
        if not self._starts_s:
            return limits
        row_starts_s, numbers = np.array(self._starts_s), np.array(self._numbers)
        thresholds = np.array(self._thresholds)[numbers]
        places = row_starts_s.searchsorted(starts_s)
        has_next, has_previous = places < len(row_starts_s), places > 0
        after, before = places[has_next], places[has_previous] - 1
        zooms = (row_starts_s[after] - anchors_s[has_next]) / least_px[has_next]
        zooms[zooms >= thresholds[after]] = math.inf
        zooms[ends_s[has_next] > row_starts_s[after]] = 0.0
        limits[has_next] = zooms
        row_anchors_s, row_labels_px = np.array(self._anchors_s)[numbers], np.array(self._labels_px)[numbers]
        zooms = (starts_s[has_previous] - row_anchors_s[before]) / row_labels_px[before]
        zooms[zooms >= thresholds[before]] = math.inf
        zooms[np.array(self._ends_s)[numbers][before] > starts_s[has_previous]] = 0.0
        limits[has_previous] = np.minimum(limits[has_previous], zooms)
        return limits

    def start_before(self, start_s: int) -> int | None:
        """Return where what stands before a place begins, None where nothing does."""
        place = bisect_left(self._starts_s, start_s)
        return self._starts_s[place - 1] if place else None

    def add(self, start_s: int, end_s: int, anchor_s: int, label_px: float, threshold: float) -> None:
        """Put an entry into the row, named from `threshold` on inwards."""
        place = bisect_left(self._starts_s, start_s)
        self._starts_s.insert(place, start_s)
        self._numbers.insert(place, len(self._thresholds))
        self._ends_s.append(end_s)
        self._anchors_s.append(anchor_s)
        self._labels_px.append(label_px)
        self._thresholds.append(threshold)
        self._widest_px = max(self._widest_px, label_px)
