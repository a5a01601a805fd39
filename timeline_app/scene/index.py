# SPDX-License-Identifier: MIT
"""The index of what may be drawn: one entry for each event in each of the lanes that show it, as columns.

Entries are sorted by lane, then by time, so that a lane's part of any stretch is found by bisection, and
so are counts: of all that touches a stretch, those that have begun before its end less those that ended
before its beginning. Panning and zooming only read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple, Protocol
from weakref import WeakKeyDictionary

import numpy as np

from timeline_app.chrono.instant import LIMIT_S, MEAN_YEAR_S
from timeline_app.model.document import EventTable
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I8, I16, I32, I64, IndexBasis, Mask, basis_of

HIDDEN = -1
"""The home of a lane that is not shown."""


class Homes(Protocol):
    """Where the events of each lane are drawn: what an index needs of `lane_choice.LaneChoice`."""

    @property
    def home(self) -> tuple[int, ...]:
        """For every lane the one in whose band its events are drawn, -1 where it is hidden."""
        ...


class Fold(Protocol):
    """How quiet time is folded: what an index needs of `time_fold.TimeFold`."""

    def axis_of(self, instant_s: int) -> int:
        """Return the axis second of an instant."""
        ...

    def axes_of(self, instants_s: I64) -> I64:
        """Return the axis seconds of many instants; never falling as these rise."""
        ...


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


def build_index(showing: Showing, lanes: Homes | None = None, fold: Fold | None = None) -> EventIndex:
    """Derive the index of everything that lens and lanes let through and that has a place in time."""
    basis, lane_count = basis_of(showing.table), len(showing.lanes)
    usual = tuple(range(lane_count))
    home = usual if lanes is None else lanes.home
    index = _whole_of(showing.table, basis, lane_count, _span_s(showing, fold))
    if home != usual:
        index = _derived(index, _gathered(index, None if showing.shows_all else showing.visible, home))
    elif not showing.shows_all:
        index = _derived(index, _let_through(basis, showing.visible))
    return index if fold is None else _folded(index, fold)


def _span_s(showing: Showing, fold: Fold | None) -> tuple[int, int]:
    """Return the exhibit's span; open and unknown ends do not stretch it."""
    if showing.span_s is None:
        return 0, MEAN_YEAR_S
    first_s, last_s = max(showing.span_s[0], -LIMIT_S), min(showing.span_s[1], LIMIT_S)
    return (first_s, last_s) if fold is None else (fold.axis_of(first_s), fold.axis_of(last_s))


_WHOLE: Final[WeakKeyDictionary[EventTable, EventIndex]] = WeakKeyDictionary()


def _whole_of(table: EventTable, basis: IndexBasis, lane_count: int, span_s: tuple[int, int]) -> EventIndex:
    """Return the index of all lanes without a lens: the one at hand, unless its span was another."""
    found = _WHOLE.get(table)
    if found is None or (found.lane_count, found.span_s) != (lane_count, span_s):
        found = _WHOLE[table] = _whole(basis, lane_count, span_s)
    return found


def _whole(basis: IndexBasis, lane_count: int, span_s: tuple[int, int]) -> EventIndex:
    """Return the index of all lanes without a lens: the basis as it is."""
    return EventIndex(
        ordinal=basis.ordinal,
        lane=basis.lane,
        rank=basis.rank,
        time_rank=basis.time_rank,
        start_s=basis.start_s,
        end_s=basis.end_s,
        anchor_s=basis.anchor_s,
        importance=basis.importance,
        is_moment=basis.is_moment,
        is_doubtful=basis.is_doubtful,
        ends_s=basis.ends_s,
        lane_offsets=_offsets(basis.lane, lane_count),
        span_s=span_s,
        members=Members(basis.member_offsets, basis.member_entries),
        in_time=basis.in_time,
    )


def _offsets(lanes: I16, lane_count: int) -> I64:
    return np.searchsorted(lanes, np.arange(lane_count + 1)).astype(np.int64)


class _Chosen(NamedTuple):
    """What is left of a basis: which entries, in what order, as what, and in whose band.

    `take` picks the entries out of the columns; `became` tells of each entry of the basis which one it is now,
    -1 where none; `ends_s` are their ends, sorted within each lane.
    """

    take: Mask | I64
    became: I32
    lane: I16
    ends_s: I64
    is_rehomed: bool


def _let_through(basis: IndexBasis, visible: Mask) -> _Chosen:
    """Leave out the events that a lens hides."""
    kept = visible[basis.ordinal]
    became = np.cumsum(kept, dtype=np.int32) - np.int32(1)
    became[~kept] = -1
    return _Chosen(kept, became, basis.lane[kept], basis.ends_s[kept[basis.by_end]], is_rehomed=False)


def _gathered(index: EventIndex, visible: Mask | None, home: tuple[int, ...]) -> _Chosen:
    """Bring the lanes together in whose band they are drawn; in each an event stands once. None: all is visible."""
    became = np.full(len(index), -1, np.int32)
    runs, ends, count = list[I64](), list[I64](), 0
    for lane in range(len(home)):
        sources = [index.lane_slice(source) for source, at in enumerate(home) if at == lane]
        run = np.concatenate([np.zeros(0, np.int64), *(np.arange(part.start, part.stop) for part in sources)])
        if visible is not None:
            run = run[visible[index.ordinal[run]]]
        becomes = np.arange(count, count + len(run), dtype=np.int32)
        if len(sources) > 1:
            # Sorted runs one after the other: a stable sort merges them.
            key = (index.time_rank[run].astype(np.int64) << 16) | index.rank[run]
            run = run[np.argsort(key, kind="stable")]
            is_first = np.diff(index.time_rank[run], prepend=-1) != 0
            becomes = np.int32(count - 1) + np.cumsum(is_first, dtype=np.int32)
            became[run], run = becomes, run[is_first]
        else:
            became[run] = becomes
        is_whole = visible is None and len(sources) == 1
        ends.append(index.ends_s[sources[0]] if is_whole else np.sort(index.end_s[run]))
        runs.append(run)
        count += len(run)
    lanes = np.repeat(np.arange(len(home), dtype=np.int16), [len(run) for run in runs])
    nothing = np.zeros(0, np.int64)
    return _Chosen(
        np.concatenate([nothing, *runs]), became, lanes, np.concatenate([nothing, *ends]), is_rehomed=True
    )


def _derived(index: EventIndex, chosen: _Chosen) -> EventIndex:
    """Return what is left of an index."""
    offsets, entries = index.members
    # An event without a place has no entry: what stands for it must find -1.
    became = np.append(chosen.became, np.int32(-1))
    members = Members(offsets, became[entries])
    take = chosen.take
    return replace(
        index,
        ordinal=index.ordinal[take],
        lane=chosen.lane,
        rank=_ranks(members, len(chosen.lane)) if chosen.is_rehomed else index.rank[take],
        time_rank=index.time_rank[take],
        start_s=index.start_s[take],
        end_s=index.end_s[take],
        anchor_s=index.anchor_s[take],
        importance=index.importance[take],
        is_moment=index.is_moment[take],
        is_doubtful=index.is_doubtful[take],
        ends_s=chosen.ends_s,
        lane_offsets=_offsets(chosen.lane, index.lane_count),
        members=members,
    )


def _ranks(members: Members, count: int) -> I16:
    """Return which of its event's entries each one is: 0 for that of the first lane that shows it."""
    ranks = np.zeros(count, np.int16)
    counts = np.diff(members.offsets)
    # All others have one lane at the most.
    several = np.flatnonzero(counts > 1)
    sizes = counts[several]
    firsts = np.cumsum(sizes) - sizes
    places = np.arange(int(sizes.sum())) + np.repeat(members.offsets[several] - firsts, sizes)
    entries = members.entries[places]
    shown = entries >= 0
    before = np.cumsum(shown) - shown
    place = before - np.repeat(before[firsts], sizes)
    # Backwards, so that of two lanes in one band the first one counts.
    ranks[entries[shown][::-1]] = place[shown][::-1]
    return ranks


def _folded(index: EventIndex, fold: Fold) -> EventIndex:
    """Return the index with instants as axis seconds."""
    return replace(
        index,
        start_s=fold.axes_of(index.start_s),
        end_s=fold.axes_of(index.end_s),
        anchor_s=fold.axes_of(index.anchor_s),
        ends_s=fold.axes_of(index.ends_s),
    )
