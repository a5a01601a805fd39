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

import numpy as np

from timeline_app.scene.placement import LEAST_SECONDS_PER_PX
from timeline_app.scene.placement_rows import F64, I64, Row

STEPS_PER_OCTAVE = 8
WIDEST_PX = 64
"""At the first step the exhibit's time is so many pixels wide: farther out nobody looks."""
LONG_SHARE = 1 / 50
"""A bar is long that lasts such a part of the exhibit's time."""
LONG_ROWS_SHARE = 0.25
"""Long bars go first, since they began before what falls into them, but take no more than such a part of the rows."""
LEAST_LABEL_PX = 1e-9
"""Stands for the width of a label of which nothing is known."""
MOST_ONE_BY_ONE = 24
"""Of more candidates at once limits are reckoned as columns, before each of them is looked at …"""
FEW = 12
"""So few are looked at one by one: columns cost more."""
LOOK_SHARE = 0.125
"""… unless the row is so long that making columns of it costs more: from this part of its length on it pays."""


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
    narrowest_px: F64 | None = None
    """What is known of all at once: none needs less."""


class LaneQueue:
    """Candidates in their order (date, then id), waiting in each row for the step at which they may fit.

    Of each candidate and row a limit is kept that its own does not exceed. As rows only fill, limits only fall:
    a step looks at those alone whose limit lets them in.
    """

    def __init__(
        self, rows: Sequence[Row], spans: tuple[I64, I64, I64], widths: Widths, steps: Steps
    ) -> None:
        self._rows = rows
        self._columns = spans
        # One by one, plain numbers are quicker.
        self._starts_s: list[int] = spans[0].tolist()
        self._ends_s: list[int] = spans[1].tolist()
        self._anchors_s: list[int] = spans[2].tolist()
        self._widths = widths
        self._steps = steps
        count = len(self._starts_s)
        self.labels_px = [0.0] * count
        """The widths asked for so far."""
        # Of each the best that is known of its width, and no more than that.
        known_px = np.zeros(count) if widths.narrowest_px is None else widths.narrowest_px
        self._least_px = np.maximum(known_px, LEAST_LABEL_PX)
        self._told_px = dict[int, float]()
        """Of those asked for no more than that, what was told."""
        self._limits = [row.most_limits(*spans, self._least_px) for row in rows]
        self._due = [0] * len(rows)
        """The step at which each row may take something next."""
        self.due = 0
        """The step at which any row may."""

    def long_bars(self, least_s: float) -> Iterator[Placed]:
        """Place long bars, each in the row in which it is named from the farthest zoom on, while few rows are taken."""
        most_taken = math.ceil(len(self._rows) * LONG_ROWS_SHARE)
        starts_s, ends_s, _ = self._columns
        for number in np.flatnonzero(ends_s - starts_s >= least_s).tolist():
            limits = [self._limit(row, number) for row in self._rows]
            threshold = max(limits)
            if threshold > LEAST_SECONDS_PER_PX and limits.count(0.0) < most_taken:
                yield self._put(number, limits.index(threshold), threshold, self._steps.widest)

    def step(self, step: int) -> Iterator[list[Placed]]:
        """Fill each row as far as this step of zoom allows; yield what each has taken."""
        for at, row in enumerate(self._rows):
            if self._due[at] > step:
                continue
            phase = at / len(self._rows)
            yield list(self._fill(at, row, self._steps.zoom(step, phase)))
            limit = min(float(self._limits[at].max()), self._steps.widest)
            next_step = self._steps.step_of(limit, phase) if limit > 0.0 else self._steps.number
            self._due[at] = max(next_step, step + 1)
        self.due = min(self._due)

    def _fill(self, at: int, row: Row, zoom: float) -> Iterator[Placed]:
        limits, turn = self._limits[at], 0
        for number in self._fitting(at, row, zoom):
            if number < turn or limits[number] < zoom:
                continue
            limit = self._limit_at_most(row, number)
            if limit >= zoom and not self.labels_px[number]:
                limit = self._limit(row, number)
            if limit < zoom or limit <= LEAST_SECONDS_PER_PX:
                # What never fits in here any more is not looked at again: rows only fill.
                limits[number] = limit if limit > LEAST_SECONDS_PER_PX else 0.0
                continue
            yield self._put(number, at, limit, zoom)
            # What begins under its words does not fit at this step, and is not even looked at.
            turn = bisect_left(self._starts_s, self._reach_s(number, zoom), number + 1)

    def _fitting(self, at: int, row: Row, zoom: float) -> list[int]:
        """Return those whose limits let them in, in their order."""
        limits = self._limits[at]
        found = (limits >= zoom).nonzero()[0]
        if len(found) > max(MOST_ONE_BY_ONE, len(row) * LOOK_SHARE):
            # Some widths are known better now.
            starts_s, ends_s, anchors_s = (column[found] for column in self._columns)
            told = row.most_limits(starts_s, ends_s, anchors_s, self._least_px[found])
            limits[found] = np.minimum(limits[found], told)
            found = found[limits[found] >= zoom]
        numbers: list[int] = found.tolist()
        return numbers

    def _limit_at_most(self, row: Row, number: int) -> float:
        """Return a limit that the candidate's own does not exceed."""
        least_of = self._widths.least_px
        if least_of is None:
            return self._limit(row, number)
        label_px = self.labels_px[number] or self._told_px.get(number, 0.0)
        if not label_px:
            label_px = self._told_px[number] = least_of(number)
            self._least_px[number] = label_px
        return row.limit_for(self._starts_s[number], self._ends_s[number], self._anchors_s[number], label_px)

    def _limit(self, row: Row, number: int) -> float:
        label_px = self.labels_px[number]
        if not label_px:
            label_px = self.labels_px[number] = self._widths.exact_px(number)
            self._least_px[number] = label_px
        return row.limit_for(self._starts_s[number], self._ends_s[number], self._anchors_s[number], label_px)

    def _reach_s(self, number: int, zoom: float) -> float:
        """Return where bar and words of a candidate end at a zoom."""
        return max(self._ends_s[number], self._anchors_s[number] + self.labels_px[number] * zoom)

    def _put(self, number: int, at: int, threshold: float, zoom: float) -> Placed:
        start_s, end_s, anchor_s = self._starts_s[number], self._ends_s[number], self._anchors_s[number]
        self._hold_off(number, at, threshold, zoom)
        self._rows[at].add(start_s, end_s, anchor_s, self.labels_px[number], threshold)
        for limits in self._limits:
            limits[number] = 0.0
        return Placed(number, at, threshold)

    def _hold_off(self, number: int, at: int, threshold: float, zoom: float) -> None:
        """Lower the limits of those beside a candidate that takes its place in a row; farther ones have room.

        Of few the limits stay as they are: each is reckoned when it is looked at.
        """
        limits, (starts_s, ends_s, anchors_s) = self._limits[at], self._columns
        start_s, end_s, anchor_s = self._starts_s[number], self._ends_s[number], self._anchors_s[number]
        under = bisect_left(self._starts_s, self._reach_s(number, zoom), number + 1)
        if under - number > FEW:
            past = bisect_left(self._starts_s, end_s, number + 1, under)
            limits[number + 1 : past] = 0.0
            zooms = (starts_s[past:under] - anchor_s) / self.labels_px[number]
            _lower(limits[past:under], zooms, threshold)
        earliest_s = self._rows[at].start_before(start_s)
        first = 0 if earliest_s is None else bisect_left(self._starts_s, earliest_s, 0, number)
        if number - first > FEW:
            beside = limits[first:number]
            zooms = (start_s - anchors_s[first:number]) / self._least_px[first:number]
            _lower(beside, zooms, threshold)
            beside[ends_s[first:number] > start_s] = 0.0


def _lower(limits: F64, zooms: F64, threshold: float) -> None:
    """Lower limits to zooms at which something is in the way; it only is while it is shown itself."""
    zooms[zooms >= threshold] = math.inf
    np.minimum(limits, zooms, out=limits)
