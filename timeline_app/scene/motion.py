# SPDX-License-Identifier: MIT
"""How things move: easing, the way from one view to another, the speed of a hand and what friction leaves of it."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.base.geometry import Point
from timeline_app.scene.view import View, between_views

SHORTEST_MS = 200.0
LONGEST_MS = 350.0

FRICTION_MS = 325.0
"""The time in which friction takes a gliding view to 1/e of its speed."""

LEAST_FLICK_PX_S = 80.0
"""A hand that is slower than this when it lets go meant to stop."""

REST_PX_S = 12.0
"""Slower than this nothing is seen to move."""

FASTEST_PX_S = 5_000.0
"""No flick takes the view farther than a window or two."""

LEAST_MEASURED_MS = 16.0
"""Moves that arrive in one bunch are taken to have lasted a frame."""

SPEED_WINDOW_MS = 90.0
"""A hand's speed is measured over the last moments before it lets go."""

Easing = Callable[[float], float]


def ease_out(progress: float) -> float:
    """Start fast and settle softly (cubic)."""
    left = 1.0 - min(max(progress, 0.0), 1.0)
    return 1.0 - left * left * left


def travel_ms(first: View, last: View) -> float:
    """Return how long going from one view to another takes: longer for farther, within narrow bounds."""
    zooms = abs(math.log2(last.span_s / first.span_s))
    widest_s = max(first.span_s, last.span_s)
    shift_s = (last.start_s - first.start_s) + (last.span_s - first.span_s) / 2
    far = min(zooms / 4.0 + abs(shift_s) / widest_s / 2.0, 1.0)
    return SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * far


@dataclass(frozen=True, slots=True)
class Travel:
    """The way from one view to another, in time."""

    first: View
    last: View
    duration_ms: float
    easing: Easing = ease_out

    def at(self, elapsed_ms: float) -> View:
        """Return the view so long after the start."""
        if elapsed_ms >= self.duration_ms:
            return self.last
        return between_views(self.first, self.last, self.easing(elapsed_ms / self.duration_ms))


class Speedometer:
    """Measures how fast a hand moves, in pixels a second."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, float, float]] = deque()

    def note(self, now_ms: float, x_px: float, y_px: float) -> None:
        """Note where the hand is."""
        self._samples.append((now_ms, x_px, y_px))
        self._forget(now_ms)

    def speed(self, now_ms: float) -> Point:
        """Return the speed of the last moments; nothing for a hand that has come to rest."""
        self._forget(now_ms)
        if len(self._samples) < 2:  # noqa: PLR2004 - a speed is between two places
            return Point(0.0, 0.0)
        first, last = self._samples[0], self._samples[-1]
        passed_s = max(last[0] - first[0], LEAST_MEASURED_MS) / 1000.0
        return Point((last[1] - first[1]) / passed_s, (last[2] - first[2]) / passed_s)

    def _forget(self, now_ms: float) -> None:
        while self._samples and now_ms - self._samples[0][0] > SPEED_WINDOW_MS:
            self._samples.popleft()


@dataclass(frozen=True, slots=True)
class Glide:
    """What friction makes of a hand's speed: how far the view still goes, and for how long.

    The end is known at the beginning, so the resting place is the target from the first moment on.
    """

    far_px: Point
    duration_ms: float

    @classmethod
    def of(cls, speed_px_s: Point) -> Glide | None:
        """Return the glide for a speed, None where the hand had all but stopped."""
        fast = math.hypot(*speed_px_s)
        if fast < LEAST_FLICK_PX_S:
            return None
        kept = min(fast, FASTEST_PX_S)
        duration_ms = FRICTION_MS * math.log(kept / REST_PX_S)
        reach_s = FRICTION_MS / 1000.0 * (1.0 - REST_PX_S / kept) * kept / fast
        return cls(Point(speed_px_s.x * reach_s, speed_px_s.y * reach_s), duration_ms)

    def easing(self, progress: float) -> float:
        """Return the part of the way after a part of the time: exponential, ending at rest."""
        whole = 1.0 - math.exp(-self.duration_ms / FRICTION_MS)
        return (1.0 - math.exp(-self.duration_ms * min(max(progress, 0.0), 1.0) / FRICTION_MS)) / whole
