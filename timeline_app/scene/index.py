# SPDX-License-Identifier: MIT
"""The index of what may be drawn: one entry for each event in each of its lanes, as columns.

Entries are sorted by lane, then start, so that a lane's part of any stretch of time is found by
bisection. Built once for a document and lens; panning and zooming only read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import UNCERTAIN, DateColumns
from timeline_app.chrono.historical_date import DateKind, EndState, Precision
from timeline_app.chrono.instant import DAY_S, LIMIT_S, MEAN_YEAR_S
from timeline_app.model.showing import Showing

I64 = npt.NDArray[np.int64]
I32 = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class EventIndex:
    """Columns over entries (event, lane), sorted by lane, then `start_s`.

    `rank` is 0 for an event's first lane in the file, under which it is read aloud and has its card, 1
    for the second, and so on. `start_s` and `end_s` bound what is drawn: the strict bounds widened by
    doubt, with an open end running to the exhibit's end; `anchor_s` is where the label begins: after the
    doubt of an approximate start, after the last mark of a set. `is_moment` marks exact days and finer,
    and single dates that are uncertain.
    `lane_offsets` (lanes + 1) cuts the columns into lanes; `reach_s` is the running maximum of `end_s`
    within a lane, by which everything that reaches into a stretch is found. `time_order` lists the
    entries by time over all lanes, each event once: the order of the keyboard.
    """

    ordinal: I32
    lane: npt.NDArray[np.int16]
    rank: npt.NDArray[np.int16]
    start_s: I64
    end_s: I64
    anchor_s: I64
    reach_s: I64
    importance: npt.NDArray[np.int8]
    is_moment: npt.NDArray[np.bool_]
    lane_offsets: I64
    time_order: I32
    span_s: tuple[int, int]

    def __len__(self) -> int:
        return len(self.ordinal)

    @property
    def lane_count(self) -> int:
        """The number of lanes."""
        return len(self.lane_offsets) - 1

    def lane_slice(self, lane: int) -> slice:
        """Return the entries of a lane."""
        return slice(int(self.lane_offsets[lane]), int(self.lane_offsets[lane + 1]))

    def touching(self, lane: int, first_s: int, last_s: int) -> slice:
        """Return the smallest run of a lane's entries that holds all that touch a stretch of time.

        The run may hold others in between (short events between the start of a long one and the
        window); the caller drops these by `end_s`.
        """
        entries = self.lane_slice(lane)
        stop = entries.start + int(np.searchsorted(self.start_s[entries], last_s, side="right"))
        start = entries.start + int(np.searchsorted(self.reach_s[entries], first_s, side="left"))
        return slice(min(start, stop), stop)

    def entries_of(self, ordinal: int) -> I64:
        """Return the entries in which an event is drawn, that of its first lane first."""
        found = np.flatnonzero(self.ordinal == ordinal)
        return found[np.argsort(self.rank[found])] if len(found) > 1 else found


def build_index(showing: Showing) -> EventIndex:
    """Build the index of everything that the lens lets through and that has a place in time."""
    offsets, lanes = showing.lane_membership
    per_event = np.diff(offsets)
    ordinals = np.repeat(np.arange(len(per_event), dtype=np.int32), per_event)
    ranks = (np.arange(len(lanes)) - np.repeat(offsets[:-1], per_event)).astype(np.int16)
    shown = showing.visible[ordinals]
    ordinals, lanes, ranks = ordinals[shown], lanes[shown].astype(np.int16), ranks[shown]
    start_all, end_all, span_s = _drawn_bounds(showing)
    start_s, end_s = start_all[ordinals], end_all[ordinals]
    order = np.lexsort((ordinals, start_s, lanes))
    ordinals, lanes, start_s, end_s = ordinals[order], lanes[order], start_s[order], end_s[order]
    lane_offsets = np.searchsorted(lanes, np.arange(len(showing.lanes) + 1))
    return EventIndex(
        ordinal=ordinals,
        lane=lanes.astype(np.int16),
        rank=ranks[order],
        start_s=start_s,
        end_s=end_s,
        anchor_s=_anchors(showing, ordinals, start_s, end_s),
        reach_s=_running_reach(end_s, lane_offsets),
        importance=showing.importance[ordinals],
        is_moment=moments(showing.dates)[ordinals],
        lane_offsets=lane_offsets.astype(np.int64),
        time_order=_time_order(ordinals, start_s, end_s),
        span_s=span_s,
    )


def _drawn_bounds(showing: Showing) -> tuple[I64, I64, tuple[int, int]]:
    """Return start and end as drawn for all events, and the exhibit's span."""
    dates, visible = showing.dates, showing.visible
    start_s, end_s = dates.fuzz_earliest_s.copy(), dates.fuzz_latest_s.copy()
    if not visible.any():
        return start_s, end_s, (0, MEAN_YEAR_S)
    first_s, last_s = int(start_s[visible].min()), int(end_s[visible].max())
    # An unknown end fades for a year beyond what is known; an open one runs to the exhibit's end.
    later_s, earlier_s = end_s + MEAN_YEAR_S, start_s - MEAN_YEAR_S
    end_s = np.where(dates.latest_state == EndState.OPEN, np.maximum(last_s, later_s), end_s)
    end_s = np.where(dates.latest_state == EndState.UNKNOWN, later_s, end_s)
    start_s = np.where(dates.earliest_state == EndState.OPEN, np.minimum(first_s, earlier_s), start_s)
    start_s = np.where(dates.earliest_state == EndState.UNKNOWN, earlier_s, start_s)
    # What fades beyond an end of the axis ends with it: any difference must fit 64 bits.
    start_s = np.clip(start_s, -LIMIT_S, LIMIT_S - 1).astype(np.int64)
    end_s = np.clip(np.maximum(end_s, start_s + 1), -LIMIT_S, LIMIT_S).astype(np.int64)
    return start_s, end_s, (max(first_s, -LIMIT_S), min(last_s, LIMIT_S))


def _anchors(showing: Showing, ordinals: I32, start_s: I64, end_s: I64) -> I64:
    dates = showing.dates
    is_spread = _spread(showing)[ordinals]
    begins_s = np.where(dates.earliest_state == EndState.KNOWN, dates.earliest_s, dates.fuzz_earliest_s)[
        ordinals
    ]
    anchors: I64 = np.where(is_spread, end_s, np.clip(begins_s, start_s, end_s))
    return anchors


def _spread(showing: Showing) -> npt.NDArray[np.bool_]:
    """Tell which dates are sets of several, both ends known: each of these has a mark of its own."""
    dates = showing.dates
    stretches = dates.stretches
    counts = np.zeros(len(dates), np.int64)
    counts[stretches.rows] = np.diff(np.append(stretches.starts, len(stretches)))
    is_known = (dates.earliest_state == EndState.KNOWN) & (dates.latest_state == EndState.KNOWN)
    spread: npt.NDArray[np.bool_] = is_known & (counts > 1)
    return spread


def moments(dates: DateColumns) -> npt.NDArray[np.bool_]:
    """Tell which dates stay dots for longer: exact days, and single dates whose outline would be too short."""
    is_exact = (dates.precision <= Precision.DAY) & (dates.fuzz_latest_s - dates.fuzz_earliest_s <= DAY_S)
    is_uncertain = (dates.flags & UNCERTAIN) != 0
    found: npt.NDArray[np.bool_] = (dates.kind == DateKind.ATOM) & (is_exact | is_uncertain)
    return found


def _running_reach(end_s: I64, lane_offsets: npt.NDArray[np.intp]) -> I64:
    reach_s = end_s.copy()
    for first, last in pairwise(lane_offsets.tolist()):
        reach_s[first:last] = np.maximum.accumulate(end_s[first:last])
    return reach_s


def _time_order(ordinals: I32, start_s: I64, end_s: I64) -> I32:
    """Order entries by start, then end; an event in several lanes counts under its first entry."""
    order = np.lexsort((ordinals, end_s, start_s))
    _, first_at = np.unique(ordinals[order], return_index=True)
    return order[np.sort(first_at)].astype(np.int32)
