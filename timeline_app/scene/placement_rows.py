# SPDX-License-Identifier: MIT
"""The rows of lanes while they are filled: what stands where, and how much room is left beside it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """What an entry takes of a row at a zoom z: [start, max(end, anchor + label · z)]."""

    start_s: int
    end_s: int
    anchor_s: int
    label_px: float


class Row:
    """What stands in a row, sorted by start.

    Plain lists and numbers throughout: objects by the million would keep the garbage collector busy.
    """

    __slots__ = ("anchors_s", "ends_s", "labels_px", "numbers", "starts_s", "thresholds", "widest_px")

    def __init__(self) -> None:
        self.starts_s: list[int] = []
        self.numbers: list[int] = []
        """Of what stands at each place, where it is found in the columns below, which only grow."""
        self.ends_s: list[int] = []
        self.anchors_s: list[int] = []
        self.labels_px: list[float] = []
        self.thresholds: list[float] = []
        self.widest_px = 1.0

    def limit_for(self, claim: Claim, at_least: float = 0.0) -> float:
        """Return the largest zoom (seconds per pixel) from which on, inwards, there is no overlap.

        Two collide at all zooms above one number; that only matters while the one already there is
        shown itself. A limit of `at_least` or less may be told as any such number.
        """
        start_s, end_s, anchor_s, label_px = claim
        starts_s, numbers, thresholds = self.starts_s, self.numbers, self.thresholds
        place = bisect_left(starts_s, start_s)
        size = len(starts_s)
        # Nothing in a row overlaps anything else for good, so that only the neighbours' bars can be in the way.
        if place < size and end_s > starts_s[place]:
            return 0.0
        if place and self.ends_s[numbers[place - 1]] > start_s:
            return 0.0
        limit = math.inf
        for after in range(place, size):
            zoom = (starts_s[after] - anchor_s) / label_px
            if zoom >= limit:
                break
            if zoom < thresholds[numbers[after]]:
                limit = zoom
                break
        if limit <= at_least:
            return limit
        anchors_s, labels_px, widest_px = self.anchors_s, self.labels_px, self.widest_px
        for before in range(place - 1, -1, -1):
            number = numbers[before]
            distance_s = start_s - anchors_s[number]
            if distance_s >= limit * widest_px:
                break
            zoom = distance_s / labels_px[number]
            if zoom < limit and zoom < thresholds[number]:
                limit = zoom
        return limit

    def add(self, claim: Claim, threshold: float) -> None:
        """Put an entry into the row."""
        place = bisect_left(self.starts_s, claim.start_s)
        self.starts_s.insert(place, claim.start_s)
        self.numbers.insert(place, len(self.thresholds))
        self.ends_s.append(claim.end_s)
        self.anchors_s.append(claim.anchor_s)
        self.labels_px.append(claim.label_px)
        self.thresholds.append(threshold)
        self.widest_px = max(self.widest_px, claim.label_px)


def best_row(rows: Sequence[Row], claim: Claim) -> tuple[int, float]:
    """Return the row in which an entry is named from the farthest zoom on, the upper one of equals."""
    best, best_limit = 0, -1.0
    for number, row in enumerate(rows):
        limit = row.limit_for(claim, best_limit)
        if limit > best_limit:
            best, best_limit = number, limit
        if limit == math.inf:
            break
    return best, best_limit
