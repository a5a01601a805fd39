# SPDX-License-Identifier: MIT
"""The presenter's timer: how long one has presented, how much is left, and whether one keeps the planned pace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from timeline_app.model.tour_views import TourView

MINUTE_S: Final = 60.0
LAST_S: Final = 5 * MINUTE_S
LAST_SHARE: Final = 0.2
"""A short tour's last minutes are no more than this part of it: else all of five minutes would be the last ones."""


@dataclass(frozen=True, slots=True)
class Timer:
    """Time that runs, or stands: `counted_ms` before it last began to run, at `since_ms` of the clock.

    `counts_down` shows what is left instead of what has passed.
    """

    counted_ms: float = 0.0
    since_ms: float | None = None
    counts_down: bool = False

    @classmethod
    def begun(cls, now_ms: float) -> Timer:
        """Return a timer that begins to run now."""
        return cls(since_ms=now_ms)

    @property
    def is_running(self) -> bool:
        """Whether time passes."""
        return self.since_ms is not None

    def elapsed_s(self, now_ms: float) -> float:
        """Return the seconds that have passed."""
        running_ms = now_ms - self.since_ms if self.since_ms is not None else 0.0
        return (self.counted_ms + running_ms) / 1_000.0

    def toggled(self, now_ms: float) -> Timer:
        """Return the timer paused, or running on."""
        if self.since_ms is None:
            return replace(self, since_ms=now_ms)
        return replace(self, counted_ms=self.elapsed_s(now_ms) * 1_000.0, since_ms=None)

    def reset(self, now_ms: float) -> Timer:
        """Return the timer at nothing; it runs on if it ran."""
        return replace(self, counted_ms=0.0, since_ms=now_ms if self.is_running else None)

    def turned(self) -> Timer:
        """Return the timer counting the other way."""
        return replace(self, counts_down=not self.counts_down)


class Nearness(StrEnum):
    """How near the planned end is."""

    UNPLANNED = "unplanned"
    PLENTY = "plenty"
    LAST = "last"
    OVER = "over"


class Pace(StrEnum):
    """Where one is, measured by what was planned for the stops."""

    UNKNOWN = "unknown"
    AHEAD = "ahead"
    ON_TIME = "on-time"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Plan:
    """When each planned stop begins and ends, in seconds from the start; no `total_s` where nothing was planned."""

    total_s: float | None = None
    stretches: tuple[tuple[int, float, float], ...] = ()

    def at(self, stop: int) -> tuple[float, float] | None:
        """Return the stretch of a stop by its number; at a spare one that of the planned stop before it."""
        found = [(first_s, last_s) for number, first_s, last_s in self.stretches if number <= stop]
        return found[-1] if found else None


def plan_of(tour: TourView) -> Plan:
    """Plan a tour: stops that say no minutes share what the others leave of the whole tour."""
    stops = tour.planned
    given = sum(stop.minutes or 0.0 for stop in stops)
    silent = sum(1 for stop in stops if stop.minutes is None)
    if not stops or (not given and tour.minutes is None):
        return Plan()
    share = max((tour.minutes or 0.0) - given, 0.0) / silent if silent else 0.0
    ends_s = [end * MINUTE_S for end in accumulate(share if s.minutes is None else s.minutes for s in stops)]
    starts_s = [0.0, *ends_s[:-1]]
    total_s = tour.minutes * MINUTE_S if tour.minutes is not None else ends_s[-1]
    return Plan(
        total_s,
        tuple((stop.number, first, last) for stop, first, last in zip(stops, starts_s, ends_s, strict=True)),
    )


@dataclass(frozen=True, slots=True)
class Times:
    """What the timer shows. `shown_s` is what has passed, or what is left, which may be less than nothing.

    `off_s` is by how much one is ahead or behind.
    """

    shown_s: float
    planned_s: float | None
    nearness: Nearness
    pace: Pace
    off_s: float = 0.0


def read_timer(timer: Timer, now_ms: float, plan: Plan, stop: int) -> Times:
    """Read the timer at a stop of what was planned."""
    elapsed_s = timer.elapsed_s(now_ms)
    if plan.total_s is None:
        return Times(elapsed_s, None, Nearness.UNPLANNED, Pace.UNKNOWN)
    left_s = plan.total_s - elapsed_s
    nearness = Nearness.PLENTY
    if left_s < 0.0:
        nearness = Nearness.OVER
    elif left_s <= min(LAST_S, plan.total_s * LAST_SHARE):
        nearness = Nearness.LAST
    pace, off_s = _pace(elapsed_s, plan.at(stop))
    return Times(left_s if timer.counts_down else elapsed_s, plan.total_s, nearness, pace, off_s)


def _pace(elapsed_s: float, stretch: tuple[float, float] | None) -> tuple[Pace, float]:
    if stretch is None:
        return Pace.UNKNOWN, 0.0
    first_s, last_s = stretch
    if elapsed_s > last_s:
        return Pace.BEHIND, elapsed_s - last_s
    if elapsed_s < first_s:
        return Pace.AHEAD, first_s - elapsed_s
    return Pace.ON_TIME, 0.0


def clock_words(seconds: float) -> str:
    """Write seconds as on a stopwatch: 04:12, 1:04:12, and −00:30 where the time is over."""
    whole = int(abs(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"
    return f"\u2212{text}" if seconds < 0 and whole else text
