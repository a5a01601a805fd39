# SPDX-License-Identifier: MIT
"""Stretches of a lane in which a gap might read "nothing happened": what was written of them, and sparse ones.

What an author wrote of a stretch without evidence is taken as it is. Of all else the rule below finds where a lane
has few entries, from columns alone:

- The middle time of an exhibit is that in which nine tenths of its events begin, the first and last twentieth left
  out. A stretch is long from a twelfth of it on, and from four times the usual distance between the beginnings of
  its lane's own entries on, but never below a day.
- What an entry takes up, doubt included, is covered, and so is what an author wrote of.
- A stretch of a lane, from the exhibit's first moment to its last, that is long and not covered is sparse.
- Of a lane with fewer than eight entries nothing is said: it has no density that it could fall short of, and
  everybody sees that.
- One entry between two such stretches makes them no less sparse: they are one, if the entry itself is not long.

So a sparse stretch says something of the exhibit and nothing of the past. A lens that hides events would make gaps
of its own: with such a one nothing is called sparse.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import DAY_S, LIMIT_S
from timeline_app.model.heads import SilenceView
from timeline_app.model.showing import Showing
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64, Mask
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.time_fold import TimeFold, axis_of, instant_of

EDGE_SHARE: Final = 0.05
"""So much of the events at either end lies out of an exhibit's middle time."""
LEAST_SHARE: Final = 1 / 12
"""So much of the middle time a stretch must last to be called sparse."""


LEAST_DISTANCES: Final = 4.0
"""And so many of the usual distances between the entries of its lane."""
LEAST_ENTRIES: Final = 8
"""In a lane with fewer nothing is called sparse."""


class Stretch(NamedTuple):
    """A silent stretch of a lane, `[first_s, last_s)` in axis seconds; `written` is what an author says of it."""

    first_s: int
    last_s: int
    written: SilenceView | None = None


class LaneSilences:
    """The silent stretches of one lane: the written ones in file order, after them the sparse ones by time."""

    def __init__(self, written: tuple[Stretch, ...], sparse_s: I64) -> None:
        self.written: Final = written
        self._sparse_s = sparse_s

    def __getitem__(self, number: int) -> Stretch:
        """Return a stretch by its number."""
        if number < len(self.written):
            return self.written[number]
        first_s, last_s = self._sparse_s[number - len(self.written)].tolist()
        return Stretch(first_s, last_s)

    def __len__(self) -> int:
        return len(self.written) + len(self._sparse_s)

    def within(self, first_s: int, last_s: int, least_s: float) -> list[tuple[int, Stretch]]:
        """Return the stretches that touch a stretch of time, with their numbers; sparse ones from a length on."""
        found = [
            (number, stretch)
            for number, stretch in enumerate(self.written)
            if stretch.first_s < last_s and stretch.last_s > first_s
        ]
        starts_s, ends_s = self._sparse_s[:, 0], self._sparse_s[:, 1]
        low, high = int(ends_s.searchsorted(first_s, "right")), int(starts_s.searchsorted(last_s))
        part = self._sparse_s[low:high]
        for at in np.flatnonzero(part[:, 1] - part[:, 0] >= least_s).tolist():
            number = len(self.written) + low + at
            found.append((number, self[number]))
        return found


class Silences:
    """The silent stretches of all lanes of a picture; those of a lane are reckoned when it is first asked for."""

    def __init__(
        self, showing: Showing, index: EventIndex, choice: LaneChoice, fold: TimeFold | None
    ) -> None:
        self._showing = showing
        self._index = index
        self._choice = choice
        self._fold = fold
        self._lanes: dict[int, LaneSilences] = {}

    def is_for(self, showing: Showing, index: EventIndex, choice: LaneChoice) -> bool:
        """Tell whether these are the silences of a showing, indexed and with its lanes as given."""
        return self._showing is showing and self._index is index and self._choice == choice

    def of(self, lane: int) -> LaneSilences:
        """Return the silent stretches of a lane, with those of lanes that are folded into it."""
        found = self._lanes.get(lane)
        if found is None:
            written = self._written(lane)
            covers = [(stretch.first_s, stretch.last_s) for stretch in written]
            sparse_s = self._sparse(lane, covers) if self._has_density(lane) else _NONE
            found = self._lanes[lane] = LaneSilences(written, sparse_s)
        return found

    def instants_of(self, stretch: Stretch) -> tuple[int, int]:
        """Return the instants between which a stretch lies."""
        return instant_of(self._fold, stretch.first_s), instant_of(self._fold, stretch.last_s)

    def _written(self, lane: int) -> tuple[Stretch, ...]:
        home, fold = self._choice.home, self._fold
        span_s = self._index.span_s
        found: list[Stretch] = []
        for silence in self._showing.silences:
            if any(home[of] == lane for of in silence.lanes):
                bounds = _bounds_s(silence.date)
                first_s = span_s[0] if bounds[0] is None else axis_of(fold, bounds[0])
                last_s = span_s[1] if bounds[1] is None else axis_of(fold, bounds[1])
                if first_s < last_s:
                    found.append(Stretch(first_s, last_s, silence))
        return tuple(found)

    def _sparse(self, lane: int, covers: list[tuple[int, int]]) -> I64:
        index, entries = self._index, self._index.lane_slice(lane)
        covered = np.array(covers, np.int64).reshape(-1, 2)
        starts_s = np.concatenate([index.start_s[entries], covered[:, 0]])
        ends_s = np.concatenate([index.end_s[entries], covered[:, 1]])
        is_entry = np.arange(len(starts_s)) < len(starts_s) - len(covered)
        if len(covered):
            order = np.argsort(starts_s, kind="stable")
            starts_s, ends_s, is_entry = starts_s[order], ends_s[order], is_entry[order]
        return sparse_stretches(starts_s, ends_s, is_entry, index.span_s, self._least_of(lane))

    def _has_density(self, lane: int) -> bool:
        """Tell whether a lane has entries enough, and the reader sees all of them."""
        entries = self._index.lane_slice(lane)
        return self._showing.shows_all and entries.stop - entries.start >= LEAST_ENTRIES

    def _least_of(self, lane: int) -> int:
        """Return from how long on a stretch of a lane is called sparse."""
        entries = self._index.lane_slice(lane)
        span_s, count = _middle_time(self._index.start_s[entries])
        return max(self._least_s, round(span_s / max(count - 1, 1) * LEAST_DISTANCES))

    @cached_property
    def _least_s(self) -> int:
        """From how long on a stretch of any lane is called sparse."""
        span_s, _ = _middle_time(self._index.start_s[self._index.time_order])
        return max(round(span_s * LEAST_SHARE), DAY_S)


def _middle_time(starts_s: I64) -> tuple[int, int]:
    """Return how long the middle time of some beginnings is, which never fall, and how many lie in it."""
    edge = int(len(starts_s) * EDGE_SHARE)
    last = len(starts_s) - 1 - edge
    return int(starts_s[last]) - int(starts_s[edge]), last - edge + 1


_NONE: Final = np.zeros((0, 2), np.int64)


def _bounds_s(date: HistoricalDate) -> tuple[int | None, int | None]:
    return date.fuzz_earliest_s, date.fuzz_latest_s


def sparse_stretches(
    starts_s: I64, ends_s: I64, is_entry: Mask, span_s: tuple[int, int], least_s: int
) -> I64:
    """Return the long stretches of a span that nothing covers, as rows of first and last second.

    `starts_s` never falls; `is_entry` tells entries from what else covers time. Stretches that only one entry
    parts, and no long one, are one stretch.
    """
    edges_s = np.clip(np.array(span_s, np.int64), -LIMIT_S, LIMIT_S)
    reach_s = np.maximum.accumulate(np.concatenate([edges_s[:1], ends_s]))
    nexts_s = np.concatenate([starts_s, edges_s[1:]])
    before_s = np.maximum(reach_s, edges_s[0])
    after_s = np.minimum(nexts_s, edges_s[1])
    # The number of a gap is how many entries begin before it.
    gaps = np.flatnonzero(after_s - before_s >= max(least_s, 1))
    if len(gaps) == 0:
        return _NONE
    firsts_s, lasts_s = before_s[gaps], after_s[gaps]
    is_joined = (gaps[1:] - gaps[:-1] == 1) & is_entry[gaps[:-1]] & (firsts_s[1:] - lasts_s[:-1] < least_s)
    begins = np.concatenate([[True], ~is_joined])
    ends = np.concatenate([~is_joined, [True]])
    return np.stack([firsts_s[begins], lasts_s[ends]], axis=1)
