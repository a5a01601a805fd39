# SPDX-License-Identifier: MIT
"""The only place that maps time to x: piecewise monotone, with a direction.

Instants are subtracted from the view's integer start *before* they become floats: a double counts
single seconds only to some 285 million years from its origin, and the view is always near.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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

    @property
    def seconds_per_px(self) -> float:
        """The zoom as everybody counts it."""
        return self.view.span_s / self.width_px

    def x_of(self, instant_s: int) -> float:
        """Return the x of an instant, in surface pixels."""
        offset_s = float(instant_s - self.view.start_s) - self.view.start_fraction
        return self._placed(min(max(offset_s / self.seconds_per_px, -FAR_PX), FAR_PX))

    def xs_of(self, instants_s: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the x of many instants."""
        offsets_s = (instants_s - np.int64(self.view.start_s)).astype(np.float64) - self.view.start_fraction
        xs = np.clip(offsets_s / self.seconds_per_px, -FAR_PX, FAR_PX)
        if self.mirrored:
            return self.left_px + self.width_px - xs
        return self.left_px + xs

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

    def _placed(self, along_px: float) -> float:
        if self.mirrored:
            return self.left_px + self.width_px - along_px
        return self.left_px + along_px
