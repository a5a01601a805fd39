# SPDX-License-Identifier: MIT
"""The time axis: int64 seconds of the proleptic Gregorian calendar, 0 = 1970-01-01T00:00:00.

Days have 86,400 seconds, there are no leap seconds, spans are half-open `[earliest, latest)`. Years are
astronomical: 0 is 1 BC. Everything here is plain integer arithmetic, because `datetime` begins at year 1
and doubles lose whole seconds beyond 285 million years.
"""

from __future__ import annotations

from typing import Final, NamedTuple

MINUTE_S: Final = 60
HOUR_S: Final = 3_600
DAY_S: Final = 86_400
MEAN_YEAR_S: Final = 31_556_952
"""400 Gregorian years divided by 400: exact, since 146,097 days are a whole number of seconds each."""

LIMIT_S: Final = 2**62 - 1
"""The axis ends here on both sides (146,100 million years), so that any difference still fits int64."""

_DAYS_BEFORE_1970: Final = 719_468
_DAYS_IN_400_YEARS: Final = 146_097
_MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2


class Civil(NamedTuple):
    """A moment as the calendar and the clock write it; the year is astronomical."""

    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    second: int = 0


def is_leap_year(year: int) -> bool:
    """Tell whether the proleptic Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the length of a month in days."""
    if month == _FEBRUARY and is_leap_year(year):
        return 29
    return _MONTH_LENGTHS[month]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Return the day number of a calendar date (0 = 1970-01-01), exact for years of any size."""
    # Years that begin on 1 March put the leap day last; 400 of them are one cycle of the calendar.
    shifted = year - 1 if month <= _FEBRUARY else year
    cycle, year_of_cycle = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_cycle = year_of_cycle * 365 + year_of_cycle // 4 - year_of_cycle // 100 + day_of_year
    return cycle * _DAYS_IN_400_YEARS + day_of_cycle - _DAYS_BEFORE_1970


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number: the inverse of `days_from_civil`."""
    cycle, day_of_cycle = divmod(days + _DAYS_BEFORE_1970, _DAYS_IN_400_YEARS)
    year_of_cycle = (
        day_of_cycle - day_of_cycle // 1_460 + day_of_cycle // 36_524 - day_of_cycle // 146_096
    ) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % 12 + 1
    year = cycle * 400 + year_of_cycle
    return (year + 1 if month <= _FEBRUARY else year), month, day


def seconds_from_civil(  # a clock has six hands
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """Return the axis second at which a moment begins."""
    return days_from_civil(year, month, day) * DAY_S + hour * HOUR_S + minute * MINUTE_S + second


def civil_from_seconds(instant_s: int) -> Civil:
    """Return calendar date and clock time of an axis second."""
    days, rest = divmod(instant_s, DAY_S)
    hour, rest = divmod(rest, HOUR_S)
    minute, second = divmod(rest, MINUTE_S)
    return Civil(*civil_from_days(days), hour, minute, second)


def year_start_s(year: int) -> int:
    """Return the axis second at which 1 January of the year begins."""
    # days_from_civil(year, 1, 1) written out: reading dates spends most of its time here.
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400 - 719_162
    return days * DAY_S


def month_start_s(year: int, month: int) -> int:
    """Return the axis second at which a month begins; month 13 is January of the next year, and so on."""
    years, month_0 = divmod(month - 1, 12)
    return days_from_civil(year + years, month_0 + 1, 1) * DAY_S


def shift_years(instant_s: int, years: int) -> int:
    """Return the same day and clock time in another year; 29 February becomes the 28th where need be."""
    days, clock_s = divmod(instant_s, DAY_S)
    year, month, day = civil_from_days(days)
    year += years
    if month == _FEBRUARY:
        day = min(day, days_in_month(year, month))
    return days_from_civil(year, month, day) * DAY_S + clock_s


def clamp_s(instant_s: int) -> int:
    """Return the nearest second that lies on the axis."""
    return max(-LIMIT_S, min(LIMIT_S, instant_s))
