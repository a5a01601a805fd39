# SPDX-License-Identifier: MIT
"""Makes an exhibit's index from its basis: lens, lanes and folded time are derived by leaving out and merging."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple, Protocol
from weakref import WeakKeyDictionary

import numpy as np

from timeline_app.chrono.instant import LIMIT_S, MEAN_YEAR_S
from timeline_app.model.document import EventTable
from timeline_app.model.showing import Showing
from timeline_app.scene.index import EventIndex, Members
from timeline_app.scene.index_basis import I16, I32, I64, IndexBasis, Mask, basis_of


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
