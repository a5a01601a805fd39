# SPDX-License-Identifier: MIT
"""What never changes about an exhibit's events in time: sorted once for a document, all lanes, no lens.

From it `index.build_index` derives what a lens and a choice of lanes leave, by leaving out and never by
sorting a million dates anew. The thread that reads a large exhibit asks for it once, so that the first
picture finds it ready.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import APPROXIMATE, UNCERTAIN, DateColumns
from timeline_app.chrono.historical_date import DateKind, EndState, Precision
from timeline_app.chrono.instant import DAY_S, LIMIT_S, MEAN_YEAR_S
from timeline_app.model.document import EventTable

I64 = npt.NDArray[np.int64]
I32 = npt.NDArray[np.int32]
I16 = npt.NDArray[np.int16]
I8 = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

LONGEST_PACKED: Final = 64
"""Ids of up to so many bytes are sorted as one array, which lets other threads work meanwhile."""


@dataclass(frozen=True, slots=True, eq=False)
class IndexBasis:
    """Columns over all entries (an event in one of its lanes), sorted by lane, then `time_rank`.

    `time_rank` is an event's place among all events in the order of time: by start, then end, then id.
    `by_end` lists the entries by lane, then end; `ends_s` are their ends. `member_entries` gives for each row of the document's own
    list of lanes the entry that it became, -1 for an event without a place in time; `member_offsets` cuts
    that list into events. `in_time` lists the dated events by `time_rank`.
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
    by_end: I32
    ends_s: I64
    member_entries: I32
    member_offsets: I64
    in_time: I32

    def __len__(self) -> int:
        return len(self.ordinal)


_BASES: WeakKeyDictionary[EventTable, IndexBasis] = WeakKeyDictionary()
_LOCK = threading.Lock()


def basis_of(table: EventTable) -> IndexBasis:
    """Return the basis of a document's events: made on first demand, in whatever thread that is, and kept."""
    with _LOCK:
        found = _BASES.get(table)
    if found is None:
        made = _made(table)
        with _LOCK:
            found = _BASES.setdefault(table, made)
    return found


def _made(table: EventTable) -> IndexBasis:
    dates, per_event = table.dates, np.diff(table.lane_offsets)
    start_s, end_s = drawn_bounds(dates)
    in_time = _in_time(table, start_s, end_s)
    time_rank = np.full(len(table), -1, np.int32)
    time_rank[in_time] = np.arange(len(in_time), dtype=np.int32)
    ordinals = np.repeat(np.arange(len(table), dtype=np.int32), per_event)
    ranks = np.arange(len(ordinals)) - np.repeat(table.lane_offsets[:-1], per_event)
    # Lane and place in time as one number, each of them only once: what is undated comes first.
    key = (table.lane_values.astype(np.int64) << 32) | time_rank[ordinals]
    key[time_rank[ordinals] < 0] = -1
    order = np.argsort(key)[int(np.count_nonzero(key < 0)) :]
    member_entries = np.full(len(ordinals), -1, np.int32)
    member_entries[order] = np.arange(len(order), dtype=np.int32)
    ordinals, lanes = ordinals[order], table.lane_values[order].astype(np.int16)
    ends = end_s[ordinals]
    by_end = _by_end(lanes, ends)
    return IndexBasis(
        ordinal=ordinals,
        lane=lanes,
        rank=ranks[order].astype(np.int16),
        time_rank=time_rank[ordinals],
        start_s=start_s[ordinals],
        end_s=ends,
        anchor_s=_anchors(dates, start_s, end_s)[ordinals],
        importance=table.importance[ordinals],
        is_moment=moments(dates)[ordinals],
        is_doubtful=doubtful(dates)[ordinals],
        by_end=by_end,
        ends_s=ends[by_end],
        member_entries=member_entries,
        member_offsets=table.lane_offsets,
        in_time=in_time,
    )


def _in_time(table: EventTable, start_s: I64, end_s: I64) -> I32:
    """Return the dated events by start, then end, then id."""
    dated = np.flatnonzero(table.dates.is_dated)
    id_ranks = ranks_of(table.ids) if table.id_ranks is None else table.id_ranks
    order = np.lexsort((id_ranks[dated], end_s[dated], start_s[dated]))
    return dated[order].astype(np.int32)


def ranks_of(ids: Sequence[str]) -> I32:
    """Return the place of each id among all of them, by their characters' numbers."""
    packed = [event_id.encode() for event_id in ids]
    if max(map(len, packed), default=0) <= LONGEST_PACKED:
        order = np.argsort(np.array(packed, dtype=np.bytes_), kind="stable")
    else:
        order = np.array(sorted(range(len(packed)), key=packed.__getitem__), dtype=np.intp)
    ranks = np.empty(len(packed), np.int32)
    ranks[order] = np.arange(len(packed), dtype=np.int32)
    return ranks


def _by_end(lanes: I16, end_s: I64) -> I32:
    """Return the entries by lane, then end; they are sorted by lane already."""
    order = np.empty(len(lanes), np.int32)
    edges = [0, *(np.flatnonzero(np.diff(lanes)) + 1).tolist(), len(lanes)]
    for first, last in pairwise(edges):
        order[first:last] = first + np.argsort(end_s[first:last], kind="stable")
    return order


def drawn_bounds(dates: DateColumns) -> tuple[I64, I64]:
    """Return start and end as drawn of all events: the strict bounds widened by doubt.

    An open end runs to the document's first or last day, whatever a lens leaves of it.
    """
    start_s, end_s = dates.fuzz_earliest_s, dates.fuzz_latest_s
    is_dated = dates.is_dated
    if not is_dated.any():
        return start_s, end_s
    first_s, last_s = int(start_s[is_dated].min()), int(end_s[is_dated].max())
    # An unknown end fades for a year beyond what is known; an open one runs to the exhibit's end.
    later_s, earlier_s = end_s + MEAN_YEAR_S, start_s - MEAN_YEAR_S
    end_s = np.where(dates.latest_state == EndState.OPEN, np.maximum(last_s, later_s), end_s)
    end_s = np.where(dates.latest_state == EndState.UNKNOWN, later_s, end_s)
    start_s = np.where(dates.earliest_state == EndState.OPEN, np.minimum(first_s, earlier_s), start_s)
    start_s = np.where(dates.earliest_state == EndState.UNKNOWN, earlier_s, start_s)
    # What fades beyond an end of the axis ends with it: any difference must fit 64 bits.
    start_s = np.clip(start_s, -LIMIT_S, LIMIT_S - 1).astype(np.int64)
    end_s = np.clip(np.maximum(end_s, start_s + 1), -LIMIT_S, LIMIT_S).astype(np.int64)
    return start_s, end_s


def _anchors(dates: DateColumns, start_s: I64, end_s: I64) -> I64:
    """Return where each event's label begins: after the doubt of its start, after the last mark of a set."""
    begins_s = np.where(dates.earliest_state == EndState.KNOWN, dates.earliest_s, dates.fuzz_earliest_s)
    anchors: I64 = np.where(_spread(dates), end_s, np.clip(begins_s, start_s, end_s))
    return anchors


def _spread(dates: DateColumns) -> Mask:
    """Tell which dates are sets of several, both ends known: each of these has a mark of its own."""
    stretches = dates.stretches
    counts = np.zeros(len(dates), np.int64)
    counts[stretches.rows] = np.diff(np.append(stretches.starts, len(stretches)))
    is_known = (dates.earliest_state == EndState.KNOWN) & (dates.latest_state == EndState.KNOWN)
    spread: Mask = is_known & (counts > 1)
    return spread


def moments(dates: DateColumns) -> Mask:
    """Tell which dates stay dots for longer: exact days, and single dates whose outline would be too short."""
    is_exact = (dates.precision <= Precision.DAY) & (dates.fuzz_latest_s - dates.fuzz_earliest_s <= DAY_S)
    is_uncertain = (dates.flags & UNCERTAIN) != 0
    found: Mask = (dates.kind == DateKind.ATOM) & (is_exact | is_uncertain)
    return found


def doubtful(dates: DateColumns) -> Mask:
    """Tell which dates are uncertain, approximate, or one of several."""
    found: Mask = ((dates.flags & (UNCERTAIN | APPROXIMATE)) != 0) | (dates.kind == DateKind.ONE_OF)
    return found
