# SPDX-License-Identifier: MIT
"""Stretches of a lane in which a gap might read "nothing happened": what was written of them, and sparse ones.

What an author wrote of a stretch without evidence is taken as it is. Of all else the rule below finds where a lane
has few entries, from columns alone:

- The middle time of an exhibit is that in which nine tenths of its events begin, the first and last twentieth left
  out. A stretch is long from a twelfth of it on, and from three times the usual distance between the beginnings of
  its lane's own entries on, but never below a day.
- What an entry takes up, doubt included, is covered, and so is what an author wrote of.
- A stretch of a lane, from the exhibit's first moment to its last, that is long and not covered is sparse.
- Of a lane with fewer than four entries nothing is said: it has no density that it could fall short of, and
  everybody sees that.
- One entry between two such stretches makes them no less sparse: they are one, if the entry itself is not long.

So a sparse stretch says something of the exhibit and nothing of the past. A lens that hides events would make gaps
of its own: with such a one nothing is called sparse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import DAY_S, LIMIT_S
from timeline_app.model.heads import SilenceView
from timeline_app.model.showing import Showing
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.time_fold import TimeFold, axis_of, instant_of

EDGE_SHARE: Final = 0.05
"""So much of the events at either end lies out of an exhibit's middle time."""
LEAST_SHARE: Final = 1 / 12
"""So much of the middle time a stretch must last to be called sparse."""


LEAST_DISTANCES: Final = 3.0
"""And so many of the usual distances between the entries of its lane."""
LEAST_ENTRIES: Final = 4
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
        starts_s, reach_s = index.start_s[entries], index.reach_s[entries]
        return sparse_stretches(starts_s, reach_s, covers, index.span_s, self._least_of(lane))

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


class _Gap(NamedTuple):
    """A part of a lane that nothing covers; `before` and `after` tell between which entries, by their numbers.

    -1 stands for what an author wrote of: there the part ends at no entry.
    """

    first_s: int
    last_s: int
    before: int
    after: int


def sparse_stretches(
    starts_s: I64, reach_s: I64, covers: Sequence[tuple[int, int]], span_s: tuple[int, int], least_s: int
) -> I64:
    """Return the long stretches of a span that nothing covers, as rows of first and last second.

    `starts_s` are the beginnings of entries and never fall; `reach_s` is how far these and all before them reach;
    `covers` is what else covers time. Stretches that only one entry parts, and no long one, are one stretch.
    """
    least_s = max(least_s, 1)
    found: list[_Gap] = []
    for gap in _gaps(starts_s, reach_s, span_s, least_s):
        for part in _uncovered(gap, sorted(covers)):
            if part.last_s - part.first_s < least_s:
                continue
            is_one = bool(found) and _are_one(found[-1], part, covers, least_s)
            found.append(part._replace(first_s=found.pop().first_s) if is_one else part)
    return np.array([gap[:2] for gap in found], np.int64).reshape(-1, 2)


def _are_one(before: _Gap, after: _Gap, covers: Sequence[tuple[int, int]], least_s: int) -> bool:
    """Tell whether nothing stands between two gaps but one short entry."""
    parted = before.last_s, after.first_s
    return (
        before.after == after.before >= 0
        and parted[1] - parted[0] < least_s
        and not any(first_s < parted[1] and last_s > parted[0] for first_s, last_s in covers)
    )


def _gaps(starts_s: I64, reach_s: I64, span_s: tuple[int, int], least_s: int) -> Iterator[_Gap]:
    """Yield the long gaps between entries, and before and after them; only these few are looked at one by one."""
    first_s, last_s = max(span_s[0], -LIMIT_S), min(span_s[1], LIMIT_S)
    count = len(starts_s)
    if count == 0:
        yield _Gap(first_s, last_s, -1, -1)
        return
    yield _Gap(first_s, min(int(starts_s[0]), last_s), -1, 0)
    for before in np.flatnonzero(starts_s[1:] - reach_s[:-1] >= least_s).tolist():
        at_s = max(int(reach_s[before]), first_s), min(int(starts_s[before + 1]), last_s)
        yield _Gap(*at_s, before, before + 1)
    yield _Gap(max(int(reach_s[-1]), first_s), last_s, count - 1, -1)


def _uncovered(gap: _Gap, covers: Sequence[tuple[int, int]]) -> Iterator[_Gap]:
    """Yield the parts of a gap that nothing covers; `covers` are sorted."""
    for first_s, last_s in covers:
        if first_s < gap.last_s and last_s > gap.first_s:
            yield gap._replace(last_s=first_s, after=-1)
            gap = gap._replace(first_s=max(gap.first_s, last_s), before=-1)
    yield gap
