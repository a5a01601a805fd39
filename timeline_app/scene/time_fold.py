# SPDX-License-Identifier: MIT
"""Folded time: a map from instants to axis seconds in which quiet stretches are short, and its inverse.

Outside the folded gaps a second is a second; within a gap `factor` seconds are one axis second. All of it is
integer arithmetic without a product that could overflow, so that an instant of thirteen thousand million
years ago comes back to the second. Views and index columns count axis seconds; instants are what dates mean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.scene.view import View, zoomed_about

I64 = npt.NDArray[np.int64]


class QuietTime(NamedTuple):
    """What a reader wants of quiet time: whether it is folded, and the stretches opened by any instant in them."""

    is_folded: bool = False
    opened: tuple[int, ...] = ()


UNFOLDED: Final = QuietTime()


class Gap(NamedTuple):
    """A folded stretch `[first_s, last_s)` of time, and where it stands on the folded axis.

    `is_crossed` tells that something which began before it still goes on after it.
    """

    first_s: int
    last_s: int
    axis_first_s: int
    axis_last_s: int
    is_crossed: bool = False

    @property
    def factor(self) -> int:
        """How many seconds become one."""
        return (self.last_s - self.first_s) // (self.axis_last_s - self.axis_first_s)

    @property
    def removed_s(self) -> int:
        """How much shorter the axis is for it."""
        return (self.last_s - self.first_s) - (self.axis_last_s - self.axis_first_s)


class Quiet(NamedTuple):
    """A stretch that is to be folded: its first second, how many axis seconds are left of it, and by what factor."""

    first_s: int
    axis_s: int
    factor: int
    is_crossed: bool = False


class _Columns(NamedTuple):
    """The gaps as columns; `removed_s` is how much is gone before each gap, and last of all behind them all."""

    firsts: I64
    lasts: I64
    axis_firsts: I64
    factors: I64
    removed_s: I64


@dataclass(frozen=True, slots=True)
class TimeFold:
    """The folded gaps in the order of time; there is at least one, else there is no fold at all.

    `span_s` are the first and the last instant of what is shown: a view of all of it stays one.
    """

    gaps: tuple[Gap, ...]
    span_s: tuple[int, int]
    _columns: list[_Columns] = field(default_factory=list, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, stretches: Iterable[Quiet], span_s: tuple[int, int]) -> TimeFold | None:
        """Return the fold of stretches that follow each other in time without touching; None without any."""
        gaps: list[Gap] = []
        removed_s = 0
        for first_s, axis_s, factor, is_crossed in stretches:
            axis_first_s = first_s - removed_s
            gap = Gap(first_s, first_s + axis_s * factor, axis_first_s, axis_first_s + axis_s, is_crossed)
            gaps.append(gap)
            removed_s += gap.removed_s
        return cls(tuple(gaps), span_s) if gaps else None

    def axis_of(self, instant_s: int) -> int:
        """Return the axis second of an instant."""
        at = bisect_right(self.gaps, instant_s, key=_first) - 1
        if at < 0:
            return instant_s
        gap = self.gaps[at]
        if instant_s < gap.last_s:
            return gap.axis_first_s + (instant_s - gap.first_s) // gap.factor
        return instant_s - (gap.last_s - gap.axis_last_s)

    def instant_of(self, axis_s: int) -> int:
        """Return the instant of an axis second: exact outside gaps, the first of several within one."""
        at = bisect_right(self.gaps, axis_s, key=_axis_first) - 1
        if at < 0:
            return axis_s
        gap = self.gaps[at]
        if axis_s < gap.axis_last_s:
            return gap.first_s + (axis_s - gap.axis_first_s) * gap.factor
        return axis_s + (gap.last_s - gap.axis_last_s)

    def axes_of(self, instants_s: I64) -> I64:
        """Return the axis seconds of many instants."""
        columns = self._in_columns()
        after = np.searchsorted(columns.firsts, instants_s, side="right")
        axes: I64 = instants_s - columns.removed_s[after]
        gap = np.maximum(after - 1, 0)
        within = (after > 0) & (instants_s < columns.lasts[gap])
        gap = gap[within]
        parts = (instants_s[within] - columns.firsts[gap]) // columns.factors[gap]
        axes[within] = columns.axis_firsts[gap] + parts
        return axes

    def nearest(self, axis_s: int) -> int:
        """Return the number of the gap that is nearest to an axis second."""

        def apart_s(number: int) -> int:
            gap = self.gaps[number]
            return max(gap.axis_first_s - axis_s, axis_s - gap.axis_last_s, 0)

        return min(range(len(self.gaps)), key=apart_s)

    def without(self, instants_s: Iterable[int]) -> TimeFold | None:
        """Return the fold with the gaps opened that hold any of these instants."""
        opened = tuple(instants_s)
        kept = (gap for gap in self.gaps if not any(gap.first_s <= at_s < gap.last_s for at_s in opened))
        quiet = (
            Quiet(gap.first_s, gap.axis_last_s - gap.axis_first_s, gap.factor, gap.is_crossed) for gap in kept
        )
        return TimeFold.of(quiet, self.span_s)

    def _in_columns(self) -> _Columns:
        """Return the gaps as columns, made with the first question: most folds are asked for one second at a time."""
        if not self._columns:
            gaps = np.array([gap[:4] for gap in self.gaps], np.int64)
            factors = np.array([gap.factor for gap in self.gaps], np.int64)
            removed_s = np.concatenate([[0], gaps[:, 1] - gaps[:, 3]]).astype(np.int64)
            self._columns.append(_Columns(gaps[:, 0], gaps[:, 1], gaps[:, 2], factors, removed_s))
        return self._columns[0]


def _first(gap: Gap) -> int:
    return gap.first_s


def _axis_first(gap: Gap) -> int:
    return gap.axis_first_s


def axis_of(fold: TimeFold | None, instant_s: int) -> int:
    """Return the axis second of an instant, whether or not anything is folded."""
    return instant_s if fold is None else fold.axis_of(instant_s)


def instant_of(fold: TimeFold | None, axis_s: int) -> int:
    """Return the instant of an axis second, whether or not anything is folded."""
    return axis_s if fold is None else fold.instant_of(axis_s)


def ranged(view: View, before: TimeFold | None, after: TimeFold | None) -> View:
    """Return the view of the same range of time under another fold: both edges stay at their instants.

    For a range that somebody has asked for by its dates.
    """
    if before == after:
        return view
    first_s, last_s = instant_of(before, view.start_s), instant_of(before, view.end_s)
    plain = View.between(axis_of(after, first_s), axis_of(after, last_s))
    return plain.scrolled_to(view.lane_scroll_px)


def refolded(view: View, before: TimeFold | None, after: TimeFold | None) -> View:
    """Return the view under another fold: what stands in its middle stays there, at the same zoom.

    A view of all that is shown stays one, with the same air about it: else it would be lost in emptiness, or
    an end of the exhibit with it.
    """
    known = after or before
    if before == after or known is None:
        return view
    then_s = axis_of(before, known.span_s[0]), axis_of(before, known.span_s[1])
    now_s = axis_of(after, known.span_s[0]), axis_of(after, known.span_s[1])
    air_s = (then_s[0] - view.start_s) - view.start_fraction
    if air_s >= 0.0 and then_s[1] - then_s[0] <= view.span_s - air_s and then_s[1] > then_s[0]:
        span_s = view.span_s * ((now_s[1] - now_s[0]) / (then_s[1] - then_s[0]))
        return zoomed_about(view, now_s[0], air_s / view.span_s, span_s)
    middle_s = view.centre_s
    moved_s = axis_of(after, instant_of(before, middle_s)) - middle_s
    return replace(view, start_s=view.start_s + moved_s)
