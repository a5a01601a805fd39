# SPDX-License-Identifier: MIT
"""The only place that maps time to x: piecewise monotone, with a direction.

Dates are instants; views and the index count axis seconds, from which quiet stretches are folded away. Where
nothing is folded both are the same. They are subtracted from the view's integer start *before* they become
floats: a double counts single seconds only to some 285 million years from its origin, and the view is always
near.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Rect
from timeline_app.scene.time_fold import Gap, TimeFold
from timeline_app.scene.view import View

FAR_PX = 1.0e7
"""x is kept within these bounds: painters count in 32 bits and nobody sees that far."""


class Stretch(NamedTuple):
    """A stretch of unfolded time in view, `[first_s, last_s)`, and between which x it stands.

    `after_break` and `before_break` tell whether a break ends it on that side, or the window's edge.
    """

    first_s: int
    last_s: int
    left: float
    right: float
    after_break: bool = False
    before_break: bool = False

    @property
    def is_torn(self) -> bool:
        """Whether a break ends it on either side."""
        return self.after_break or self.before_break

    def cut(self, rect: Rect) -> Rect:
        """Return the part of a rectangle in which it stands; all of it where no break ends it."""
        left = self.left if self.after_break else rect.x
        right = self.right if self.before_break else rect.right
        return rect if (left, right) == (rect.x, rect.right) else Rect(left, rect.y, right - left, rect.h)


class Break(NamedTuple):
    """A folded stretch in view: its number in the fold, itself, and between which x it stands."""

    number: int
    gap: Gap
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Maps instants to x and back for one view over `[left_px, left_px + width_px)`."""

    view: View
    left_px: float
    width_px: float
    mirrored: bool = False
    fold: TimeFold | None = None
    seconds_per_px: float = field(init=False)
    """The zoom as everybody counts it, in axis seconds."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "seconds_per_px", self.view.span_s / self.width_px)

    @property
    def first_s(self) -> int:
        """The instant at the beginning of the view."""
        return self._instant_of(self.view.start_s)

    @property
    def last_s(self) -> int:
        """The instant at the end of the view."""
        return self._instant_of(self.view.end_s)

    @property
    def middle_s(self) -> int:
        """The instant in the middle of the view."""
        return self._instant_of(self.view.centre_s)

    def x_of(self, instant_s: int) -> float:
        """Return the x of an instant, in surface pixels."""
        return self.x_at(instant_s if self.fold is None else self.fold.axis_of(instant_s))

    def xs_of(self, instants_s: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the x of many instants."""
        return self.xs_at(instants_s if self.fold is None else self.fold.axes_of(instants_s))

    def x_at(self, axis_s: int) -> float:
        """Return the x of an axis second, in surface pixels."""
        along_px = ((axis_s - self.view.start_s) - self.view.start_fraction) / self.seconds_per_px
        along_px = min(max(along_px, -FAR_PX), FAR_PX)
        return self.left_px + (self.width_px - along_px if self.mirrored else along_px)

    def xs_at(self, axes_s: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the x of many axis seconds, as the index has them."""
        along_px = (axes_s - self.view.start_s).astype(np.float64)
        along_px -= self.view.start_fraction
        along_px /= self.seconds_per_px
        # Twice faster than np.clip, which goes through Python.
        np.maximum(along_px, -FAR_PX, out=along_px)
        np.minimum(along_px, FAR_PX, out=along_px)
        if self.mirrored:
            np.subtract(self.width_px, along_px, out=along_px)
        along_px += self.left_px
        return along_px

    def axis_at(self, x_px: float) -> int:
        """Return the whole axis second at an x."""
        along_px = x_px - self.left_px
        if self.mirrored:
            along_px = self.width_px - along_px
        return self.view.start_s + math.floor(self.view.start_fraction + along_px * self.seconds_per_px)

    def instant_at(self, x_px: float) -> int:
        """Return the instant at an x: to the second, but for what is folded."""
        return self._instant_of(self.axis_at(x_px))

    def ratio_at(self, x_px: float) -> float:
        """Return which part of the width an x is, in the direction of time."""
        ratio = (x_px - self.left_px) / self.width_px
        return 1.0 - ratio if self.mirrored else ratio

    def breaks(self) -> list[Break]:
        """Return the folded stretches that are at least partly in view, in the order of time."""
        if self.fold is None:
            return []
        view = self.view
        return [
            Break(number, gap, *self._between(gap.axis_first_s, gap.axis_last_s))
            for number, gap in enumerate(self.fold.gaps)
            if gap.axis_last_s > view.start_s and gap.axis_first_s < view.end_s
        ]

    def stretches(self) -> list[Stretch]:
        """Return the stretches of the view in which time runs unfolded, in the order of time.

        Without a fold that is all of it; there is none in a view that lies within a break.
        """
        first_s, last_s = self.view.start_s, self.view.end_s
        edges = (self.left_px, self.left_px + self.width_px)
        begin, end = edges[::-1] if self.mirrored else edges
        found: list[Stretch] = []
        after_break = False
        for _, gap, left, right in self.breaks():
            near, far = (right, left) if self.mirrored else (left, right)
            if gap.axis_first_s > first_s:
                bounds = self._instant_of(first_s), gap.first_s
                found.append(Stretch(*bounds, min(begin, near), max(begin, near), after_break, True))
            first_s, begin, after_break = gap.axis_last_s, far, True
        if first_s < last_s:
            bounds = self._instant_of(first_s), self._instant_of(last_s)
            found.append(Stretch(*bounds, min(begin, end), max(begin, end), after_break))
        return found

    def _between(self, first_s: int, last_s: int) -> tuple[float, float]:
        ends = self.x_at(first_s), self.x_at(last_s)
        return min(ends), max(ends)

    def _instant_of(self, axis_s: int) -> int:
        return axis_s if self.fold is None else self.fold.instant_of(axis_s)
