# SPDX-License-Identifier: MIT
"""The work of placing: all entries one after the other in order of importance, in parts, by any thread.

Exact and sequential, so that what is done at any moment is the beginning of the finished placement: as it
goes on labels are added, and none moves.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from timeline_app.scene.index import EventIndex
from timeline_app.scene.lane_layout import LaneLayout
from timeline_app.scene.placement import LEAST_SECONDS_PER_PX, Placement
from timeline_app.scene.placement_rows import Claim, Row, best_row

I64 = npt.NDArray[np.int64]
PART = 256
"""So many entries are placed before they are written and others may have their turn."""


def never() -> bool:
    """Nobody calls it off."""
    return False


class PlacementWork:
    """Places the entries of an index in the rows of a layout.

    `label_width_px` gives the width that an event (by ordinal) needs from its anchor, mark and air included;
    `event_id` breaks the ties of importance and date. Both are asked in whatever thread does the work.
    """

    def __init__(
        self,
        index: EventIndex,
        layout: LaneLayout,
        label_width_px: Callable[[int], float],
        event_id: Callable[[int], str],
    ) -> None:
        self.placement = Placement.empty(len(index), layout)
        self._index = index
        self._label_width_px = label_width_px
        self._rows = [[Row() for _ in range(box.rows)] for box in layout.boxes]
        self._parts = ordered_parts(index, event_id)
        self._placed_count = 0
        self._lock = threading.Lock()
        self._close_if_done()

    def place_first(self, count: int) -> None:
        """Place the `count` most important, a few more where parts end; all of them are there for the first picture."""
        placement, found = self.placement, list[I64]()
        while self._placed_count < count and not placement.is_complete:
            found.extend(self._place_next())
        placement.first_entries = np.concatenate([placement.first_entries, *found])

    def run(self, cancelled: Callable[[], bool] = never) -> bool:
        """Place all that is left, unless it is called off; tell whether the placement is complete.

        Two threads may run it at once: they take turns.
        """
        while not self.placement.is_complete and not cancelled():
            self._place_next()
        return self.placement.is_complete

    def _place_next(self) -> list[I64]:
        """Place the next part and return it, unless another thread was faster and nothing is left."""
        with self._lock:
            parts = list(itertools.islice(self._parts, 1))
            for part in parts:
                self._place(part)
                self._placed_count += len(part)
            self._close_if_done()
            return parts

    def _close_if_done(self) -> None:
        if self._placed_count == len(self._index):
            self._rows = []
            self.placement.is_complete = True

    def _place(self, part: I64) -> None:
        index, placement = self._index, self.placement
        columns = (index.lane, index.start_s, index.end_s, index.anchor_s, index.ordinal)
        rows, limits, widths = [], [], []
        for lane, start_s, end_s, anchor_s, ordinal in zip(
            *(column[part].tolist() for column in columns), strict=True
        ):
            claim = Claim(start_s, end_s, anchor_s, self._label_width_px(ordinal))
            best, limit = best_row(self._rows[lane], claim)
            if limit > LEAST_SECONDS_PER_PX:
                self._rows[lane][best].add(claim, limit)
            else:
                best, limit = -1, 0.0
            rows.append(best)
            limits.append(limit)
            widths.append(claim.label_px)
        placement.row[part] = rows
        placement.label_px[part] = widths
        placement.born[part] = placement.generation + 1
        # Last of all: by its threshold an entry becomes visible.
        placement.threshold[part] = limits
        placement.generation += 1


def ordered_parts(index: EventIndex, event_id: Callable[[int], str]) -> Iterator[I64]:
    """Yield all entries by importance, then date, then id, a part at a time.

    Ids are only asked for among those of one importance and date, and only when their turn has come: to
    sort a million texts at the start would keep the first picture waiting.
    """
    for weight in np.flatnonzero(np.bincount(index.importance))[::-1].tolist():
        entries = np.flatnonzero(index.importance == weight)
        # Each lane is sorted by start already: a stable sort has only to merge them.
        entries = entries[np.argsort(index.start_s[entries], kind="stable")]
        starts_s = index.start_s[entries]
        ends = np.append(np.flatnonzero(np.diff(starts_s)) + 1, len(entries))
        first = 0
        while first < len(entries):
            # A part ends where a date ends, so that ties are never cut in two.
            last = int(ends[min(np.searchsorted(ends, first + PART), len(ends) - 1)])
            yield _ties_by_id(index, entries[first:last], starts_s[first:last], event_id)
            first = last


def _ties_by_id(index: EventIndex, entries: I64, starts_s: I64, event_id: Callable[[int], str]) -> I64:
    """Sort what begins alike by end, then id, then lane; it is sorted by start already."""
    is_tied = np.zeros(len(entries), np.bool_)
    same = starts_s[1:] == starts_s[:-1]
    is_tied[1:] |= same
    is_tied[:-1] |= same
    if not is_tied.any():
        return entries
    places = np.flatnonzero(is_tied)
    tied = entries[places]
    ends_s, ordinals = index.end_s[tied].tolist(), index.ordinal[tied].tolist()
    # Entries count lanes too: of an event in several lanes, the upper one comes first.
    keys: list[tuple[int, int, str, int]] = list(
        zip(starts_s[places].tolist(), ends_s, map(event_id, ordinals), tied.tolist(), strict=True)
    )
    keys.sort()
    sorted_entries = entries.copy()
    sorted_entries[places] = [key[-1] for key in keys]
    return sorted_entries


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
