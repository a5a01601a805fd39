# SPDX-License-Identifier: MIT
"""The index of what may be drawn: one entry for each event in each of the lanes that show it, as columns.

Entries are sorted by lane, then by time, so that a lane's part of any stretch is found by bisection, and
so are counts: of all that touches a stretch, those that have begun before its end less those that ended
before its beginning. Panning and zooming only read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from timeline_app.scene.index_basis import I8, I16, I32, I64, Mask

HIDDEN = -1
"""The home of a lane that is not shown."""


class Members(NamedTuple):
    """Which entries an event became: `entries[offsets[ordinal] : offsets[ordinal + 1]]`, -1 where none."""

    offsets: I64
    entries: I32


@dataclass(frozen=True, eq=False)
class EventIndex:
    """Columns over entries (event, lane), sorted by lane, then by start, end and id (`time_rank`).

    `rank` is 0 for the first of the lanes that show an event, under which it is read aloud and has its
    card, and more for the others. `start_s` and `end_s` bound what is drawn, in axis seconds: the strict
    bounds widened by doubt, with an open end running to the document's end; `anchor_s` is where the label
    begins: after the doubt of an approximate start, after the last mark of a set. `is_moment` marks exact
    days and finer, and single dates that are uncertain; `is_doubtful` what is uncertain, approximate, or
    one of several.
    `lane_offsets` (lanes + 1) cuts the columns into lanes, `ends_s` are the ends sorted within each lane.
    """

    ordinal: I32
    lane: I16
    rank: I16
    time_rank: I32
    start_s: I64
    end_s: I64
    anchor_s: I64
    importance: I8
    is_moment: Mask
    is_doubtful: Mask
    ends_s: I64
    lane_offsets: I64
    span_s: tuple[int, int]
    members: Members
    in_time: I32 = field(repr=False)
    """All events of the document by time, shown or not."""

    def __len__(self) -> int:
        return len(self.ordinal)

    @property
    def lane_count(self) -> int:
        """The number of lanes."""
        return len(self.lane_offsets) - 1

    def lane_slice(self, lane: int) -> slice:
        """Return the entries of a lane."""
        return slice(int(self.lane_offsets[lane]), int(self.lane_offsets[lane + 1]))

    # -- counts -----------------------------------------------------------------------------------

    def touching_count(self, lane: int, edges_s: I64) -> I64:
        """Return how many of a lane's entries touch each stretch [edge, next edge)."""
        entries = self.lane_slice(lane)
        begun = np.searchsorted(self.start_s[entries], edges_s[1:], side="left")
        ended = np.searchsorted(self.ends_s[entries], edges_s[:-1], side="right")
        counts: I64 = begun - ended
        return counts

    def starting_count(self, lane: int, edges_s: I64) -> I64:
        """Return how many of a lane's entries begin in each stretch [edge, next edge)."""
        counts: I64 = np.diff(np.searchsorted(self.start_s[self.lane_slice(lane)], edges_s, side="left"))
        return counts

    def doubtful_count(self, lane: int, edges_s: I64) -> I64:
        """Return how many of a lane's entries begin in each stretch with a doubtful date."""
        starts_s, offsets = self._doubtful_starts
        begun = starts_s[int(offsets[lane]) : int(offsets[lane + 1])].searchsorted(edges_s, side="left")
        counts: I64 = begun[1:] - begun[:-1]
        return counts

    def fullest(self, octave: int) -> int:
        """Return how many entries of one lane begin in the fullest bin that is 2 ** `octave` seconds wide."""
        found = self._fullest.get(octave)
        if found is None:
            starts_s, lanes, before = self._distinct_starts
            bins = starts_s >> octave
            is_other = (bins[1:] != bins[:-1]) | (lanes[1:] != lanes[:-1])
            edges = np.concatenate([before[:1], before[1:-1][is_other], before[-1:]])
            found = self._fullest[octave] = int(np.diff(edges).max(initial=1))
        return found

    @cached_property
    def _fullest(self) -> dict[int, int]:
        return {}

    @cached_property
    def _distinct_starts(self) -> tuple[I64, I16, I64]:
        """Each start of each lane once, with its lane, and how many entries lie before it; at last all of them."""
        is_first = np.ones(len(self), np.bool_)
        is_first[1:] = (self.start_s[1:] != self.start_s[:-1]) | (self.lane[1:] != self.lane[:-1])
        return self.start_s[is_first], self.lane[is_first], np.append(np.flatnonzero(is_first), len(self))

    def touching(self, lane: int, first_s: int, last_s: int) -> slice:
        """Return the smallest run of a lane's entries that holds all that touch a stretch of time.

        The run may hold others in between (short events between the start of a long one and the
        window); the caller drops these by `end_s`.
        """
        entries = self.lane_slice(lane)
        stop = entries.start + int(np.searchsorted(self.start_s[entries], last_s, side="right"))
        start = entries.start + int(np.searchsorted(self.reach_s[entries], first_s, side="left"))
        return slice(min(start, stop), stop)

    def make_ready(self) -> None:
        """Reckon what frames and keys will ask for, so that with a million events no frame has to wait for it."""
        _ = self.reach_s, self._doubtful_starts, self._ranks_and_end, self._order_starts_s

    @cached_property
    def reach_s(self) -> I64:
        """The running maximum of `end_s` within a lane: what reaches into a stretch begins by it."""
        reach_s = self.end_s.copy()
        for first, last in pairwise(self.lane_offsets.tolist()):
            np.maximum.accumulate(self.end_s[first:last], out=reach_s[first:last])
        return reach_s

    @cached_property
    def _doubtful_starts(self) -> tuple[I64, I64]:
        """The starts of entries with a doubtful date, and where each lane's begin."""
        before = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.is_doubtful, dtype=np.int64)])
        return self.start_s[self.is_doubtful], before[self.lane_offsets]

    # -- from event to event ----------------------------------------------------------------------

    def entries_of(self, ordinal: int) -> I64:
        """Return the entries in which an event is drawn, that of its first lane first."""
        offsets, entries = self.members
        found = entries[offsets[ordinal] : offsets[ordinal + 1]].tolist()
        return np.array([entry for entry in dict.fromkeys(found) if entry >= 0], dtype=np.int64)

    def first_entry_of(self, ordinal: int) -> int:
        """Return the entry under which an event is read aloud and has its card, -1 where it is not drawn."""
        offsets, entries = self.members
        found = entries[offsets[ordinal] : offsets[ordinal + 1]].tolist()
        return next((entry for entry in found if entry >= 0), -1)

    @cached_property
    def time_order(self) -> I32:
        """The entries by time over all lanes, each event once: the order of the keyboard."""
        firsts = np.flatnonzero(self.rank == 0)
        first_of = np.full(len(self.members.offsets) - 1, -1, np.int32)
        first_of[self.ordinal[firsts]] = firsts
        ordered = first_of[self.in_time]
        shown: I32 = ordered[ordered >= 0]
        return shown

    @cached_property
    def _order_ranks(self) -> I32:
        return self.time_rank[self.time_order]

    @cached_property
    def _ranks_and_end(self) -> I64:
        return np.append(self._order_ranks.astype(np.int64), len(self.in_time))

    @cached_property
    def _order_starts_s(self) -> I64:
        return self.start_s[self.time_order]

    def place_in_time(self, ordinal: int) -> int:
        """Return an event's place in `time_order`, -1 where it is not drawn."""
        entry = self.first_entry_of(ordinal)
        return -1 if entry < 0 else int(np.searchsorted(self._order_ranks, self.time_rank[entry]))

    def at_place(self, place: int) -> int | None:
        """Return the event at a place in the order of time, None beyond either end."""
        order = self.time_order
        return int(self.ordinal[order[place]]) if 0 <= place < len(order) else None

    def place_from(self, instant_s: int) -> int:
        """Return the place in the order of time of the first event that begins at an axis second or later."""
        return int(np.searchsorted(self._order_starts_s, instant_s))

    def ranks_from(self, instants_s: I64) -> I64:
        """Return of each axis second the least `time_rank` of whatever begins then or later."""
        ranks: I64 = self._ranks_and_end[np.searchsorted(self._order_starts_s, instants_s)]
        return ranks

    def nearest_in(self, lane: int, start_s: int) -> int | None:
        """Return the entry of a lane that begins nearest to an axis second, the earlier of two alike."""
        entries = self.lane_slice(lane)
        starts_s = self.start_s[entries]
        if len(starts_s) == 0:
            return None
        after = int(np.searchsorted(starts_s, start_s))
        if after == len(starts_s) or (
            after > 0 and start_s - int(starts_s[after - 1]) <= int(starts_s[after]) - start_s
        ):
            after = int(np.searchsorted(starts_s, starts_s[after - 1]))
        return int(entries.start) + after

    def between(self, first_rank: int, last_rank: int, lanes: Sequence[int] = ()) -> I32:
        """Return the events from one place among all (`time_rank`) to another; of some lanes only, if any are told."""
        if not lanes:
            low, high = np.searchsorted(self._order_ranks, [first_rank, last_rank + 1])
            return self.ordinal[self.time_order[low:high]]
        found = []
        for lane in lanes:
            entries = self.lane_slice(lane)
            low, high = np.searchsorted(self.time_rank[entries], [first_rank, last_rank + 1])
            found.append(np.arange(entries.start + low, entries.start + high))
        run = np.concatenate(found)
        _, once = np.unique(self.time_rank[run], return_index=True)
        ordinals: I32 = self.ordinal[run[once]]
        return ordinals
