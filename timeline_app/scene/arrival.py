# SPDX-License-Identifier: MIT
"""How far the labels of a placement that is still being made have come into sight.

While rows are filled in the background labels come in waves, each of which fades in; none moves, and what
stands already stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """Labels born up to generation `shown` are there, those up to `arriving` come with an opacity, no others yet."""

    shown: int
    arriving: int
    opacity: float = 1.0

    def opacity_of(self, born: int) -> float:
        """Return how far the label of an entry has come that was placed in a generation."""
        if born <= self.shown:
            return 1.0
        return self.opacity if born <= self.arriving else 0.0


@dataclass(frozen=True, slots=True)
class Wave:
    """The labels of some generations on their way into sight: from `began_ms` on, for `lasts_ms`."""

    shown: int
    arriving: int
    began_ms: float
    lasts_ms: float

    def at(self, now_ms: float) -> Arrival:
        """Return how far they have come."""
        if self.is_over(now_ms):
            return Arrival(self.arriving, self.arriving)
        return Arrival(self.shown, self.arriving, (now_ms - self.began_ms) / self.lasts_ms)

    def is_over(self, now_ms: float) -> bool:
        """Tell whether all of them are there."""
        return now_ms - self.began_ms >= self.lasts_ms
