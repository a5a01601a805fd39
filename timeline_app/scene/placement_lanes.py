# SPDX-License-Identifier: MIT
"""The events of one importance in one lane, on their way into its rows: the widest zooms first.

At each step of zoom each row is gone through from left to right and takes what fits beside all that stands
there. So at any zoom the earlier of equals comes first, as in a layout made for that zoom alone, and yet
nothing that is shown ever has to go again. Whatever a step shows not to fit waits for the step at which it
may, so that the cost is a few looks an event and row.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline_app.scene.placement import LEAST_SECONDS_PER_PX
from timeline_app.scene.placement_rows import Row

STEPS_PER_OCTAVE = 8
WIDEST_PX = 64
"""At the first step the exhibit's time is so many pixels wide: farther out nobody looks."""
LONG_SHARE = 1 / 50
"""A bar is long that lasts such a part of the exhibit's time."""
LONG_ROWS_SHARE = 0.25
"""Long bars go first, since they began before what falls into them, but take no more than such a part of the rows."""


class Steps(NamedTuple):
    """The zooms at which rows are filled: `widest` and from there inwards."""

    widest: float
    number: int

    @classmethod
    def through(cls, span_s: int) -> Steps:
        """Return the steps from the whole of an exhibit to the closest zoom."""
        widest = max(span_s / WIDEST_PX, LEAST_SECONDS_PER_PX)
        octaves = math.log2(widest / LEAST_SECONDS_PER_PX)
        return cls(widest, math.ceil(octaves * STEPS_PER_OCTAVE) + 2)

    def zoom(self, step: int, phase: float) -> float:
        """Return the seconds per pixel of a step; rows take their steps one after the other, not at once."""
        part: float = 2.0 ** (-(step + phase) / STEPS_PER_OCTAVE)
        return max(self.widest * part, LEAST_SECONDS_PER_PX)

    def step_of(self, limit: float, phase: float) -> int:
        """Return the first step whose zoom is within a limit."""
        step = math.log2(self.widest / limit) * STEPS_PER_OCTAVE - phase
        return min(max(math.ceil(step - 1e-9), 0), self.number - 1)


class Placed(NamedTuple):
    """An entry's number among the candidates, its row and threshold."""

    number: int
    row: int
    threshold: float


class Widths(NamedTuple):
    """The width that a candidate's label needs, and one that is told sooner and is no wider.

    Most candidates have no room even for less: their own widths are not asked for.
    """

    exact_px: Callable[[int], float]
    least_px: Callable[[int], float] | None
    """None where the exact one is told as soon."""


class LaneQueue:
    """Candidates in their order (date, then id), waiting in each row for the step at which they may fit."""

    def __init__(
        self,
        rows: Sequence[Row],
        spans: tuple[list[int], list[int], list[int]],
        widths: Widths,
        steps: Steps,
    ) -> None:
        self._rows = rows
        self._starts_s, self._ends_s, self._anchors_s = spans
        self._widths = widths
        self._steps = steps
        count = len(self._starts_s)
        self.labels_px = [0.0] * count
        """The widths asked for so far."""
        self._least_px = [0.0] * count
        self._is_placed = bytearray(count)
        waiting = list(range(count))
        self._waiting: list[dict[int, list[int]]] = [{0: waiting.copy()} for _ in rows]

    def long_bars(self, least_s: float) -> Iterator[Placed]:
        """Place long bars, each in the row in which it is named from the farthest zoom on, while few rows are taken."""
        most_taken = math.ceil(len(self._rows) * LONG_ROWS_SHARE)
        for number, (start_s, end_s) in enumerate(zip(self._starts_s, self._ends_s, strict=True)):
            if end_s - start_s < least_s:
                continue
            limits = [self._limit(row, number) for row in self._rows]
            threshold = max(limits)
            if threshold > LEAST_SECONDS_PER_PX and limits.count(0.0) < most_taken:
                yield self._put(number, limits.index(threshold), threshold)

    def step(self, step: int) -> Iterator[list[Placed]]:
        """Fill each row as far as this step of zoom allows; yield what each has taken."""
        for at in range(len(self._rows)):
            waiting = self._waiting[at].pop(step, None)
            if waiting:
                waiting.sort()
                yield list(self._fill(at, step, waiting))

    def _fill(self, at: int, step: int, waiting: list[int]) -> Iterator[Placed]:
        row, phase = self._rows[at], at / len(self._rows)
        zoom = self._steps.zoom(step, phase)
        later, is_last = self._waiting[at], step == self._steps.number - 1
        turn, count = 0, len(waiting)
        while turn < count:
            number = waiting[turn]
            turn += 1
            if self._is_placed[number]:
                continue
            limit = self._limit_at_most(row, number)
            if limit >= zoom and not self.labels_px[number]:
                limit = self._limit(row, number)
            if limit <= LEAST_SECONDS_PER_PX:
                # It never fits in here any more: rows only fill.
                continue
            if limit < zoom:
                if not is_last:
                    later.setdefault(max(self._steps.step_of(limit, phase), step + 1), []).append(number)
                continue
            yield self._put(number, at, limit)
            # What begins under its words does not fit at this step: it waits for the next one, unseen.
            reach_s = max(self._ends_s[number], self._anchors_s[number] + self.labels_px[number] * zoom)
            after = bisect_left(waiting, bisect_left(self._starts_s, reach_s, number), turn)
            if after > turn and not is_last:
                later.setdefault(step + 1, []).extend(waiting[turn:after])
                turn = after

    def _limit_at_most(self, row: Row, number: int) -> float:
        """Return a limit that the candidate's own does not exceed."""
        least_of = self._widths.least_px
        if least_of is None:
            return self._limit(row, number)
        label_px = self.labels_px[number] or self._least_px[number]
        if not label_px:
            label_px = self._least_px[number] = least_of(number)
        return row.limit_for(self._starts_s[number], self._ends_s[number], self._anchors_s[number], label_px)

    def _limit(self, row: Row, number: int) -> float:
        label_px = self.labels_px[number]
        if not label_px:
            label_px = self.labels_px[number] = self._widths.exact_px(number)
        return row.limit_for(self._starts_s[number], self._ends_s[number], self._anchors_s[number], label_px)

    def _put(self, number: int, at: int, threshold: float) -> Placed:
        start_s, end_s, anchor_s = self._starts_s[number], self._ends_s[number], self._anchors_s[number]
        self._rows[at].add(start_s, end_s, anchor_s, self.labels_px[number], threshold)
        self._is_placed[number] = 1
        return Placed(number, at, threshold)
