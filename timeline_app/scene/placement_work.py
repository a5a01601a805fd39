# SPDX-License-Identifier: MIT
"""The work of placing: all entries in order of importance over all lanes, in parts, by any thread.

What is done at any moment is the beginning of the finished placement: as it goes on labels are added, and
none moves. Of equals, the earlier comes first at every zoom; see `placement_lanes`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.scene.index import EventIndex
from timeline_app.scene.labels import DATED_FROM_IMPORTANCE
from timeline_app.scene.lane_layout import LaneLayout
from timeline_app.scene.placement import Placement
from timeline_app.scene.placement_lanes import LONG_SHARE, LaneQueue, Placed, Steps, Widths
from timeline_app.scene.placement_rows import Row

F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

PART = 256
"""So many entries are placed before they are written and others may have their turn."""
MOST_STEPS = 64
"""After so many steps others have their turn although little was placed."""
MOST_WRITTEN = 2_048
"""So many entries are written into the columns in one go."""
MOST_AT_FIRST = 1_500
"""More than so many of one importance are not even looked at before the first picture."""


class _Found(NamedTuple):
    """An entry with its place and the width reserved for it."""

    entry: int
    row: int
    threshold: float
    label_px: float


@dataclass(frozen=True, slots=True, eq=False)
class _Candidates:
    """What is to be placed: the entries, the rows, and who tells widths and ids."""

    index: EventIndex
    layout: LaneLayout
    label_width_px: Callable[[int], float]
    event_id: Callable[[int], str]
    least_width_px: Callable[[int], float] | None
    least_widths_px: Callable[[I32], F64] | None

    def all_found(self, weights: list[int]) -> Iterator[list[_Found]]:
        """Yield what is placed, the most important in all lanes first, and of these the widest zooms first."""
        index = self.index
        rows = [[Row() for _ in range(box.rows)] for box in self.layout.boxes]
        span_s = int(index.end_s.max()) - int(index.start_s.min()) if len(index) else 1
        steps = Steps.through(span_s)
        for weight in weights:
            queues = []
            for lane in range(index.lane_count):
                entries = self._in_order(lane, weight)
                if len(entries) and rows[lane]:
                    queue = self._queue(rows[lane], entries, steps, weight)
                    queues.append((queue, entries))
                    yield _found(queue, entries, list(queue.long_bars(span_s * LONG_SHARE)))
            for step in range(steps.number):
                for queue, entries in queues:
                    if queue.due <= step:
                        for placed in queue.step(step):
                            yield _found(queue, entries, placed)

    def _queue(self, rows: list[Row], entries: I64, steps: Steps, weight: int) -> LaneQueue:
        index = self.index
        label_width_px, least_width_px = self.label_width_px, self.least_width_px
        least_widths_px = self.least_widths_px
        numbers = index.ordinal[entries]
        ordinals = numbers.tolist()
        spans = index.start_s[entries], index.end_s[entries], index.anchor_s[entries]
        widths = Widths(
            lambda number: label_width_px(ordinals[number]),
            # Only the labels of weighty events bear dates, which take their time to be put into words.
            (lambda number: least_width_px(ordinals[number]))
            if least_width_px is not None and weight >= DATED_FROM_IMPORTANCE
            else None,
            least_widths_px(numbers) if least_widths_px is not None else None,
        )
        return LaneQueue(rows, spans, widths, steps)

    def _in_order(self, lane: int, weight: int) -> I64:
        """Return a lane's entries of one importance by start, end and id.

        Ids are only asked for among those that begin and end alike, and only when their turn has come.
        """
        index, run = self.index, self.index.lane_slice(lane)
        entries: I64 = run.start + np.flatnonzero(index.importance[run] == weight)
        starts_s, ends_s = index.start_s[entries], index.end_s[entries]
        order = np.lexsort((ends_s, starts_s))
        entries = entries[order]
        same = (np.diff(starts_s[order]) == 0) & (np.diff(ends_s[order]) == 0)
        # Each run of entries that are alike is sorted by itself.
        ends = np.append(np.flatnonzero(~same) + 1, len(entries))
        sizes = np.diff(ends, prepend=0)
        for last, size in zip(ends[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
            first = last - size
            entries[first:last] = sorted(entries[first:last].tolist(), key=self._id_of_entry)
        return entries

    def _id_of_entry(self, entry: int) -> str:
        return self.event_id(int(self.index.ordinal[entry]))


def never() -> bool:
    """Nobody calls it off."""
    return False


class PlacementWork:
    """Places the entries of an index in the rows of a layout.

    `label_width_px` gives the width that an event (by ordinal) needs from its anchor, mark and air included;
    `event_id` breaks the ties of importance and date, and `least_width_px` gives a width no wider than needed
    that is told sooner; `least_widths_px` tells of many at once what is never more than that. All are asked in
    whatever thread does the work.
    """

    def __init__(
        self,
        index: EventIndex,
        layout: LaneLayout,
        label_width_px: Callable[[int], float],
        event_id: Callable[[int], str],
        least_width_px: Callable[[int], float] | None = None,
        least_widths_px: Callable[[I32], F64] | None = None,
    ) -> None:
        self.placement = Placement.empty(len(index), layout)
        self._size = len(index)
        self._counts = np.bincount(index.importance) if len(index) else np.zeros(0, np.int64)
        candidates = _Candidates(index, layout, label_width_px, event_id, least_width_px, least_widths_px)
        # Not a method of its own: a circle through what is half done would outlive work that is called off.
        self._found = candidates.all_found(np.flatnonzero(self._counts)[::-1].tolist())
        self._lock = threading.Lock()
        self._is_through = False
        if not len(index):
            self.placement.is_complete = True

    def place_first(self, count: int) -> None:
        """Place the most important, `count` or a few more: the first picture shows these."""
        weights = np.flatnonzero(self._counts)[::-1]
        sizes = self._counts[weights]
        if count < self._size and len(sizes) and sizes[0] > MOST_AT_FIRST:
            return
        placement, found = self.placement, list[int]()
        while len(found) < count and not placement.is_complete:
            found.extend(self._place_next())
        placement.first_entries = np.array(found, np.int64)

    def run(self, cancelled: Callable[[], bool] = never) -> bool:
        """Place all that is left, unless it is called off; tell whether the placement is complete.

        Two threads may run it at once: they take turns.
        """
        while not self.placement.is_complete and not cancelled():
            self._place_next()
        return self.placement.is_complete

    def _place_next(self) -> list[int]:
        """Place the next part; return its entries."""
        with self._lock:
            part = list[_Found]()
            for number, found in enumerate(self._found, start=1):
                part.extend(found)
                if len(part) >= PART or number >= MOST_STEPS:
                    break
            else:
                self._is_through = True
            # A little at a time: while columns are written nobody else can work.
            for first in range(0, len(part), MOST_WRITTEN):
                self._write(part[first : first + MOST_WRITTEN])
            self.placement.is_complete = self._is_through
            return [found.entry for found in part]

    def _write(self, part: list[_Found]) -> None:
        placement = self.placement
        entries, rows, thresholds, widths = zip(*part, strict=True)
        at = np.array(entries, np.int64)
        placement.row[at] = rows
        placement.label_px[at] = widths
        placement.born[at] = placement.generation + 1
        # Last of all: by its threshold an entry becomes visible.
        placement.threshold[at] = thresholds
        placement.generation += 1


def _found(queue: LaneQueue, entries: I64, placed: list[Placed]) -> list[_Found]:
    if not placed:
        return []
    numbers = [number for number, _, _ in placed]
    return [
        _Found(entry, row, threshold, queue.labels_px[number])
        for entry, (number, row, threshold) in zip(entries[numbers].tolist(), placed, strict=True)
    ]


def place(
    index: EventIndex,
    layout: LaneLayout,
    label_width_px: Callable[[int], float],
    event_id: Callable[[int], str],
    *,
    cancelled: Callable[[], bool] = never,
) -> Placement:
    """Place all events at once; called off, return what there is: a beginning of the finished placement."""
    work = PlacementWork(index, layout, label_width_px, event_id)
    work.run(cancelled)
    return work.placement
