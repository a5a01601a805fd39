# SPDX-License-Identifier: MIT
"""Placement: each event's row and the zoom from which on it is named.

After Been, Daiches and Yap, "Dynamic Map Labeling" (IEEE TVCG 12(5), 2006): each label has one
closed range of zooms, from its threshold all the way in, and one fixed place. What is shown then
depends on the present view only; nothing jumps while panning or zooming. Computed once for
document, lens, lanes, height and text style; a frame only looks up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from timeline_app.scene.index import EventIndex
from timeline_app.scene.lane_layout import LaneLayout
from timeline_app.scene.view import MIN_SPAN_S

F64 = npt.NDArray[np.float64]
NO_ROW = -1
LEAST_SECONDS_PER_PX = MIN_SPAN_S / 16_384
"""Finer than the closest zoom on any screen: a label that needs more is not named on the canvas at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Columns over the index's entries.

    `row` is -1 where the event never gets a label of its own; `threshold` is the largest number of
    seconds per pixel at which it is named (infinite: always); `label_px` the width reserved for it.
    """

    row: npt.NDArray[np.int16]
    threshold: F64
    label_px: F64
    layout: LaneLayout
    _bands: dict[int, npt.NDArray[np.int64]] = field(default_factory=dict, repr=False)

    def named_candidates(self, seconds_per_px: float) -> npt.NDArray[np.int64]:
        """Return the entries that are named at this zoom or at most one octave closer.

        Kept per octave, so that a frame at any zoom looks at few entries more than it shows.
        """
        octave = int(np.floor(np.log2(max(seconds_per_px, LEAST_SECONDS_PER_PX))))
        found = self._bands.get(octave)
        if found is None:
            found = np.flatnonzero(self.threshold >= 2.0**octave)
            self._bands[octave] = found
        return found


def place(
    index: EventIndex,
    layout: LaneLayout,
    label_width_px: Callable[[int], float],
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Placement:
    """Place all events, the more important first; ties by date, then by ordinal.

    `label_width_px` gives the width that an event (by ordinal) needs from its start, mark and air
    included. A cancelled placement returns what it has: a prefix of the finished one.
    """
    count = len(index)
    row = np.full(count, NO_ROW, np.int16)
    threshold = np.zeros(count)
    label_px = np.zeros(count)
    for lane in range(index.lane_count):
        entries = index.lane_slice(lane)
        keys = (index.ordinal[entries], index.start_s[entries], -index.importance[entries])
        order = entries.start + np.lexsort(keys)
        rows = [_Row() for _ in range(layout.boxes[lane].rows)]
        for entry in order:
            if cancelled():
                break
            label_px[entry] = label_width_px(int(index.ordinal[entry]))
            best, limit = _best_row(rows, index, int(entry), label_px[entry])
            if limit > LEAST_SECONDS_PER_PX:
                spans = index.start_s[entry], index.end_s[entry], index.anchor_s[entry]
                rows[best].add(*spans, label_px[entry], limit)
                row[entry], threshold[entry] = best, limit
    return Placement(row, threshold, label_px, layout)


def _best_row(rows: list[_Row], index: EventIndex, entry: int, label_px: float) -> tuple[int, float]:
    best, best_limit = 0, -1.0
    start_s, end_s, anchor_s = (int(column[entry]) for column in (index.start_s, index.end_s, index.anchor_s))
    for number, row in enumerate(rows):
        limit = row.limit_for(start_s, end_s, anchor_s, label_px)
        if limit > best_limit:
            best, best_limit = number, limit
        if limit == np.inf:
            break
    return best, best_limit


class _Row:
    """What already stands in a row, as growing columns."""

    def __init__(self) -> None:
        self._size = 0
        self._start = np.zeros(16, np.int64)
        self._end = np.zeros(16, np.int64)
        self._anchor = np.zeros(16, np.int64)
        self._label = np.zeros(16)
        self._threshold = np.zeros(16)

    def add(
        self, start_s: np.int64, end_s: np.int64, anchor_s: np.int64, label_px: float, threshold: float
    ) -> None:
        """Put an event into the row."""
        if self._size == len(self._start):
            for name in ("_start", "_end", "_anchor", "_label", "_threshold"):
                column = getattr(self, name)
                setattr(self, name, np.concatenate([column, np.zeros_like(column)]))
        at = self._size
        self._start[at], self._end[at], self._anchor[at] = start_s, end_s, anchor_s
        self._label[at], self._threshold[at] = label_px, threshold
        self._size += 1

    def limit_for(self, start_s: int, end_s: int, anchor_s: int, label_px: float) -> float:
        """Return the largest zoom (seconds per pixel) from which on, inwards, there is no overlap.

        At a zoom z an event takes [start, max(end, anchor + label · z)]. Two events collide at all
        zooms above one number; that only matters while the one already there is shown itself.
        """
        size = self._size
        if size == 0:
            return float(np.inf)
        starts, ends = self._start[:size], self._end[:size]
        earlier = starts <= start_s
        distance = np.where(earlier, start_s - self._anchor[:size], starts - anchor_s).astype(np.float64)
        overlaps = np.where(earlier, ends > start_s, starts < end_s)
        room_px = np.where(earlier, self._label[:size], label_px)
        collides_above = np.where(overlaps, 0.0, distance / room_px)
        matters = collides_above < self._threshold[:size]
        limit: float = np.min(collides_above, where=matters, initial=np.inf)
        return limit
