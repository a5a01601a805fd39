# SPDX-License-Identifier: MIT
"""Ticks of the axis: units from minutes to ten thousand million years, and where each of them begins.

The units form one chain: every beginning of a unit is also a beginning of each finer one. Units of years
are aligned to years as people write them: 100 BC, AD 1, 100, 200. There is no year 0, and AD 1 stands
between the last multiple BC and the first AD.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import (
    DAY_S,
    HOUR_S,
    MEAN_YEAR_S,
    MINUTE_S,
    civil_from_seconds,
    month_start_s,
    seconds_from_civil,
    year_start_s,
)
from timeline_app.chrono.year_words import CENTURY, century_of, month_message, ordinal, year_message

MAX_TICKS: Final = 1_000
"""`tick_starts` never returns more: what would be denser is answered with a coarser unit."""


class Family(Enum):
    """What a unit counts."""

    CLOCK = "clock"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TickUnit:
    """One unit: `step` minutes, days, months or years; `span_s` is its usual length."""

    family: Family
    step: int
    span_s: int
    names_context: bool = False
    """Whether the unit can stand in the upper row: it is one that people name (a day, a year, a decade)."""

    def floor(self, instant_s: int) -> int:
        """Return the last beginning at or before an instant."""
        match self.family:
            case Family.CLOCK:
                return instant_s - instant_s % self.span_s
            case Family.DAY:
                at = civil_from_seconds(instant_s)
                day = max(day for day in _DAY_STEPS[self.step] if day <= at.day)
                return seconds_from_civil(at.year, at.month, day)
            case Family.MONTH:
                at = civil_from_seconds(instant_s)
                return month_start_s(at.year, at.month - (at.month - 1) % self.step)
            case Family.YEAR:
                return year_start_s(self._floor_year(civil_from_seconds(instant_s).year))

    def next(self, start_s: int) -> int:
        """Return the beginning that follows the beginning `start_s`."""
        match self.family:
            case Family.CLOCK:
                return start_s + self.span_s
            case Family.DAY:
                at = civil_from_seconds(start_s)
                later = [day for day in _DAY_STEPS[self.step] if day > at.day]
                next_month_s = month_start_s(at.year, at.month + 1)
                return min(start_s + (later[0] - at.day) * DAY_S, next_month_s) if later else next_month_s
            case Family.MONTH:
                at = civil_from_seconds(start_s)
                return month_start_s(at.year, at.month + self.step)
            case Family.YEAR:
                return year_start_s(self._next_year(civil_from_seconds(start_s).year))

    def _floor_year(self, year: int) -> int:
        if year > 0:
            return max(1, year - year % self.step)
        # 1 - year is the year BC; its next multiple away from AD 1 comes before it.
        return 1 + (year - 1) // self.step * self.step

    def _next_year(self, year: int) -> int:
        if year > 0:
            return year - year % self.step + self.step
        return min(year + self.step, 1)


class TickUnits(NamedTuple):
    """The two rows of the axis: `minor` ticks, and `major` ones that say where these are."""

    major: TickUnit
    minor: TickUnit


_DAY_STEPS: Final = {1: tuple(range(1, 32)), 5: (1, 5, 10, 15, 20, 25), 10: (1, 10, 20)}
_CLOCK_STEPS_MIN: Final = (1, 5, 15, 30, 60, 180, 360, 720)
_HIGHEST_POWER: Final = 10


def _years(step: int) -> TickUnit:
    is_power_of_ten = str(step).strip("0") == "1"
    return TickUnit(Family.YEAR, step, step * MEAN_YEAR_S, names_context=is_power_of_ten)


MINUTE: Final = TickUnit(Family.CLOCK, 1, MINUTE_S)
HOUR: Final = TickUnit(Family.CLOCK, 60, HOUR_S)
DAY: Final = TickUnit(Family.DAY, 1, DAY_S, names_context=True)
MONTH: Final = TickUnit(Family.MONTH, 1, MEAN_YEAR_S // 12, names_context=True)
YEAR: Final = _years(1)
DECADE: Final = _years(10)
CENTURIES: Final = _years(CENTURY)
UNITS: Final[tuple[TickUnit, ...]] = (
    *(TickUnit(Family.CLOCK, step, step * MINUTE_S) for step in _CLOCK_STEPS_MIN),
    DAY,
    TickUnit(Family.DAY, 5, 5 * DAY_S),
    TickUnit(Family.DAY, 10, 10 * DAY_S),
    MONTH,
    TickUnit(Family.MONTH, 3, MEAN_YEAR_S // 4),
    *(_years(factor * 10**power) for power in range(_HIGHEST_POWER) for factor in (1, 5)),
    _years(10**_HIGHEST_POWER),
)
"""All units, from fine to coarse."""
_COARSER: Final = dict(pairwise(UNITS))


def choose_units(seconds_per_px: float, min_major_px: float, min_minor_px: float) -> TickUnits:
    """Return the finest rows whose ticks stand at least so many pixels apart.

    The major unit is coarser than the minor one, but for the coarsest of all, which is its own major.
    """
    minor = next((unit for unit in UNITS if unit.span_s >= min_minor_px * seconds_per_px), UNITS[-1])
    for unit in UNITS[UNITS.index(minor) + 1 :]:
        if unit.names_context and unit.span_s >= min_major_px * seconds_per_px:
            return TickUnits(unit, minor)
    return TickUnits(UNITS[-1], minor)


def tick_starts(unit: TickUnit, lo_s: int, hi_s: int) -> list[int]:
    """Return the beginnings inside `[lo_s, hi_s)`, ascending, at most `MAX_TICKS`."""
    # Half of the bound, because 1 to 5 and 25 to 28 February are shorter than "five days".
    while (hi_s - lo_s) // unit.span_s > MAX_TICKS // 2 and unit in _COARSER:
        unit = _COARSER[unit]
    starts: list[int] = []
    start_s = unit.floor(lo_s)
    if start_s < lo_s:
        start_s = unit.next(start_s)
    while start_s < hi_s:
        starts.append(start_s)
        start_s = unit.next(start_s)
    return starts


def tick_message(unit: TickUnit, start_s: int, *, in_full: bool = False) -> Message:
    """Return what stands at a tick: 1955, Apr, 12, 14:00, 10,000 BC, 5th c.

    `in_full` names the context too (12 April 1959), for the upper row.
    """
    at = civil_from_seconds(start_s)
    match unit.family:
        case Family.CLOCK:
            return Message.of("date.tick.time", hour=f"{at.hour:02d}", minute=f"{at.minute:02d}")
        case Family.DAY if in_full:
            month = month_message(at.month)
            return Message.of("date.tick.day-in-full", day=at.day, month=month, year=year_message(at.year))
        case Family.DAY:
            return Message.of("date.tick.day", day=at.day)
        case Family.MONTH if in_full:
            return Message.of(
                "date.tick.month-in-full", month=month_message(at.month), year=year_message(at.year)
            )
        case Family.MONTH:
            return month_message(at.month, is_short=True)
        case Family.YEAR:
            return _year_tick(unit, at.year)


def _year_tick(unit: TickUnit, year: int) -> Message:
    if unit == CENTURIES:
        number, is_bc = century_of(year)
        return Message.of("date.tick.century-bc" if is_bc else "date.tick.century", number=ordinal(number))
    return year_message(year)
