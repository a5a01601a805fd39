# SPDX-License-Identifier: MIT
"""The only place that maps time to x: piecewise monotone, with a direction.

Instants are subtracted from the view's integer start *before* they become floats: a double counts
single seconds only to some 285 million years from its origin, and the view is always near.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from timeline_app.scene.view import View

FAR_PX = 1.0e7
"""x is kept within these bounds: painters count in 32 bits and nobody sees that far."""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Maps instants to x and back for one view over `[left_px, left_px + width_px)`."""

    view: View
    left_px: float
    width_px: float
    mirrored: bool = False
    seconds_per_px: float = field(init=False)
    """The zoom as everybody counts it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "seconds_per_px", self.view.span_s / self.width_px)

    def x_of(self, instant_s: int) -> float:
        """Return the x of an instant, in surface pixels."""
        along_px = ((instant_s - self.view.start_s) - self.view.start_fraction) / self.seconds_per_px
        along_px = min(max(along_px, -FAR_PX), FAR_PX)
        return self.left_px + (self.width_px - along_px if self.mirrored else along_px)

    def xs_of(self, instants_s: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the x of many instants."""
        along_px = (instants_s - self.view.start_s).astype(np.float64)
        along_px -= self.view.start_fraction
        along_px /= self.seconds_per_px
        # Twice faster than np.clip, which goes through Python.
        np.maximum(along_px, -FAR_PX, out=along_px)
        np.minimum(along_px, FAR_PX, out=along_px)
        if self.mirrored:
            np.subtract(self.width_px, along_px, out=along_px)
        along_px += self.left_px
        return along_px

    def instant_at(self, x_px: float) -> int:
        """Return the whole second at an x."""
        along_px = x_px - self.left_px
        if self.mirrored:
            along_px = self.width_px - along_px
        return self.view.start_s + math.floor(self.view.start_fraction + along_px * self.seconds_per_px)

    def ratio_at(self, x_px: float) -> float:
        """Return which part of the width an x is, in the direction of time."""
        ratio = (x_px - self.left_px) / self.width_px
        return 1.0 - ratio if self.mirrored else ratio
