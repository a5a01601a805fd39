# SPDX-License-Identifier: MIT
"""Ticks of the axis: units from seconds to a hundred thousand million years, and where each of them begins.

The units form one chain: every beginning of a unit is also a beginning of each finer one. Units of years
are aligned to years as people write them: 100 BC, AD 1, 100, 200. There is no year 0, and AD 1 stands
between the last multiple BC and the first AD.

In one row years are told in one way: as years ago where they stand a hundred thousand years or more apart, and
in rows of thousands where all that is seen is older than that (`tells_ages`); else they are written out. So
panning changes no label, but where a row of thousands comes to the last hundred thousand years.
"""

from __future__ import annotations

from bisect import bisect_left
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
    Civil,
    civil_from_seconds,
    month_start_s,
    seconds_from_civil,
    year_start_s,
)
from timeline_app.chrono.year_words import (
    CENTURY,
    century_of,
    month_message,
    ordinal,
    tick_years_ago,
    tick_years_ahead,
    years_written_out,
)

MAX_TICKS: Final = 1_000
"""`tick_starts` never returns more: what would be denser is answered with a coarser unit."""


class Family(Enum):
    """What a unit counts; each family's ticks are told beside a row of the next one that can stand above."""

    SECOND = "second"
    CLOCK = "clock"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TickUnit:
    """One unit: `step` seconds, minutes, days, months or years.

    `span_s` is its usual length, `least_s` that of its shortest stretch (February; the decade that begins
    with AD 1).
    """

    family: Family
    step: int
    span_s: int
    least_s: int
    names_context: bool = False
    """Whether the unit can stand in the upper row: it is one that people name (a day, a year, a decade)."""

    def floor(self, instant_s: int) -> int:
        """Return the last beginning at or before an instant."""
        match self.family:
            case Family.SECOND | Family.CLOCK:
                return instant_s - instant_s % self.span_s
            case Family.DAY:
                at = civil_from_seconds(instant_s)
                day = max(day for day in _DAY_STEPS[self.step] if day <= at.day)
                return seconds_from_civil(at.year, at.month, day)
            case Family.MONTH:
                at = civil_from_seconds(instant_s)
                return month_start_s(at.year, at.month - (at.month - 1) % self.step)
            case Family.YEAR:
                return year_start_s(floor_year(civil_from_seconds(instant_s).year, self.step))

    def next(self, start_s: int) -> int:
        """Return the beginning that follows the beginning `start_s`."""
        match self.family:
            case Family.SECOND | Family.CLOCK:
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
                return year_start_s(next_year(civil_from_seconds(start_s).year, self.step))


def floor_year(year: int, step: int) -> int:
    """Return the last round year at or before a year, counted as people write them: 20 BC, 10 BC, AD 1, 10."""
    if year > 0:
        return max(1, year - year % step)
    # 1 - year is the year BC; its next multiple away from AD 1 comes before it.
    return 1 + (year - 1) // step * step


def next_year(year: int, step: int) -> int:
    """Return the round year after a round year."""
    return year - year % step + step if year > 0 else min(year + step, 1)


class TickUnits(NamedTuple):
    """The two rows of the axis: `minor` ticks, and `major` ones that say where these are."""

    major: TickUnit
    minor: TickUnit


_DAY_STEPS: Final = {1: tuple(range(1, 32)), 5: (1, 5, 10, 15, 20, 25), 10: (1, 10, 20)}
_SECOND_STEPS: Final = (1, 5, 15, 30)
_CLOCK_STEPS_MIN: Final = (1, 5, 15, 30, 60, 180, 360)
"""No twelve hours: below a row of days every tick would be called 12:00."""
_HIGHEST_POWER: Final = 11


def _even(family: Family, step: int, span_s: int) -> TickUnit:
    return TickUnit(family, step, span_s, span_s)


def _years(step: int) -> TickUnit:
    is_power_of_ten = str(step).strip("0") == "1"
    # From AD 1 to AD 10 it is a year less than from 10 to 20.
    least_s = 365 * DAY_S if step == 1 else (step - 1) * MEAN_YEAR_S - DAY_S
    return TickUnit(Family.YEAR, step, step * MEAN_YEAR_S, least_s, names_context=is_power_of_ten)


SECOND: Final = _even(Family.SECOND, 1, 1)
MINUTE: Final = _even(Family.CLOCK, 1, MINUTE_S)
HOUR: Final = _even(Family.CLOCK, 60, HOUR_S)
DAY: Final = TickUnit(Family.DAY, 1, DAY_S, DAY_S, names_context=True)
MONTH: Final = TickUnit(Family.MONTH, 1, MEAN_YEAR_S // 12, 28 * DAY_S, names_context=True)
YEAR: Final = _years(1)
DECADE: Final = _years(10)
CENTURIES: Final = _years(CENTURY)
UNITS: Final[tuple[TickUnit, ...]] = (
    *(_even(Family.SECOND, step, step) for step in _SECOND_STEPS),
    *(_even(Family.CLOCK, step, step * MINUTE_S) for step in _CLOCK_STEPS_MIN),
    DAY,
    TickUnit(Family.DAY, 5, 5 * DAY_S, 4 * DAY_S),
    TickUnit(Family.DAY, 10, 10 * DAY_S, 9 * DAY_S),
    MONTH,
    TickUnit(Family.MONTH, 3, MEAN_YEAR_S // 4, 90 * DAY_S),
    *(_years(factor * 10**power) for power in range(_HIGHEST_POWER) for factor in (1, 5)),
    _years(10**_HIGHEST_POWER),
)
"""All units, from fine to coarse."""
_COARSER: Final = dict(pairwise(UNITS))
_SPANS_S: Final = [unit.span_s for unit in UNITS]
_NAMING: Final = [number for number, unit in enumerate(UNITS) if unit.names_context]
_ABOVE: Final = {
    Family.SECOND: Family.DAY,
    Family.CLOCK: Family.DAY,
    Family.DAY: Family.MONTH,
    Family.MONTH: Family.YEAR,
}
"""Which row tells where a tick is: 14:00 needs its day, the 12th its month, April its year."""

_AGO_FROM_STEP: Final = 100_000
"""Years that stand so far apart are told as years ago: dates so old are told so too."""
_THOUSANDS: Final = 1_000
_AGES_UNTIL_S: Final = year_start_s(1 - _AGO_FROM_STEP)
_NOW_FROM_STEP: Final = 1_000_000
"""From here on AD 1 and today are the same to within a pixel."""
_CENTURIES_WITHIN: Final = 10_000
"""Farther back nobody counts in centuries."""


def choose_units(seconds_per_px: float, min_major_px: float, min_minor_px: float) -> TickUnits:
    """Return the finest rows whose ticks stand at least so many pixels apart.

    The major unit is coarser than the minor one, but for the coarsest of all, which is its own major, and it
    says where the minor ticks are: hours stand below days, days below months, months below years.
    """
    at = min(bisect_left(_SPANS_S, min_minor_px * seconds_per_px), len(UNITS) - 1)
    while True:
        minor, major = UNITS[at], _row_above(at, min_major_px * seconds_per_px)
        above = _ABOVE.get(minor.family)
        if above is None or (major.family is above and major.step == 1):
            return TickUnits(major, minor)
        at += 1


def finest_unit(seconds_per_px: float, least_px: float) -> TickUnit:
    """Return the finest unit whose ticks stand at least so many pixels apart: for a row that stands alone."""
    return UNITS[min(bisect_left(_SPANS_S, least_px * seconds_per_px), len(UNITS) - 1)]


def finer(unit: TickUnit) -> TickUnit:
    """Return the next finer unit; seconds have none but themselves."""
    return UNITS[max(UNITS.index(unit) - 1, 0)]


def _row_above(at: int, least_s: float) -> TickUnit:
    coarser = (UNITS[number] for number in _NAMING if number > at)
    return next((unit for unit in coarser if unit.span_s >= least_s), UNITS[-1])


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


def tells_ages(unit: TickUnit, end_s: int) -> bool:
    """Tell whether a row of this unit, in a view that ends here, tells years as years ago."""
    if unit.family is not Family.YEAR or unit.step >= _AGO_FROM_STEP:
        return unit.family is Family.YEAR
    return unit.step >= _THOUSANDS and end_s <= _AGES_UNTIL_S


def tick_message(unit: TickUnit, start_s: int, *, in_full: bool = False, in_ages: bool = False) -> Message:
    """Return what stands at a tick: 1955, Apr, 12, 14:00, 10,000 BC, 5th c., 66 million years ago.

    `in_full` names the context too (12 April 1959; 12 April 1959, 14:00), for the upper row. `in_ages` tells
    rows of thousands of years as years ago.
    """
    at = civil_from_seconds(start_s)
    match unit.family:
        case Family.SECOND | Family.CLOCK:
            time = Message.of("date.tick.time", hour=f"{at.hour:02d}", minute=f"{at.minute:02d}")
            if unit.family is Family.SECOND:
                time = Message.of("date.tick.second", time=time, second=f"{at.second:02d}")
            return Message.of("date.tick.time-in-full", day=_day_in_full(at), time=time) if in_full else time
        case Family.DAY:
            return _day_in_full(at) if in_full else Message.of("date.tick.day", day=at.day)
        case Family.MONTH if in_full:
            year = years_written_out(at.year)
            return Message.of("date.tick.month-in-full", month=month_message(at.month), year=year)
        case Family.MONTH:
            return month_message(at.month, is_short=True)
        case Family.YEAR:
            return _year_tick(unit, at.year, in_ages=in_ages)


def _day_in_full(at: Civil) -> Message:
    month, year = month_message(at.month), years_written_out(at.year)
    return Message.of("date.tick.day-in-full", day=at.day, month=month, year=year)


def _year_tick(unit: TickUnit, year: int, *, in_ages: bool) -> Message:
    if unit == CENTURIES and -_CENTURIES_WITHIN < year < _CENTURIES_WITHIN:
        number, is_bc = century_of(year)
        return Message.of("date.tick.century-bc" if is_bc else "date.tick.century", number=ordinal(number))
    if unit.step < _AGO_FROM_STEP and not in_ages:
        return years_written_out(year)
    if year == 1:
        return Message.of("date.tick.now") if unit.step >= _NOW_FROM_STEP else years_written_out(year)
    # Ticks stand at round years BC; deep time counts these as years ago.
    return tick_years_ago(1 - year) if year < 1 else tick_years_ahead(year)
