# SPDX-License-Identifier: MIT
"""Bounds of dates: parts of a year, and dates of which some digits are unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from types import MappingProxyType
from typing import Final

from timeline_app.chrono.date_settings import Hemisphere
from timeline_app.chrono.historical_date import Precision
from timeline_app.chrono.instant import (
    DAY_S,
    days_from_civil,
    days_in_month,
    month_start_s,
)

Span = tuple[int, int]

_SOME_LEAP_YEAR: Final = 2000

YEAR_GROUPS: Final[Mapping[int, tuple[Precision, int, int]]] = MappingProxyType(
    {
        21: (Precision.SEASON, 3, 3),
        22: (Precision.SEASON, 6, 3),
        23: (Precision.SEASON, 9, 3),
        24: (Precision.SEASON, 12, 3),
        25: (Precision.SEASON, 3, 3),
        26: (Precision.SEASON, 6, 3),
        27: (Precision.SEASON, 9, 3),
        28: (Precision.SEASON, 12, 3),
        29: (Precision.SEASON, 9, 3),
        30: (Precision.SEASON, 12, 3),
        31: (Precision.SEASON, 3, 3),
        32: (Precision.SEASON, 6, 3),
        33: (Precision.QUARTER, 1, 3),
        34: (Precision.QUARTER, 4, 3),
        35: (Precision.QUARTER, 7, 3),
        36: (Precision.QUARTER, 10, 3),
        37: (Precision.THIRD, 1, 4),
        38: (Precision.THIRD, 5, 4),
        39: (Precision.THIRD, 9, 4),
        40: (Precision.HALF, 1, 6),
        41: (Precision.HALF, 7, 6),
    }
)
"""EDTF's codes in the month's place: precision, first month, number of months.

The standard gives seasons no bounds; these are ours: a winter runs from December to February of the
next year, 25 to 28 are northern, 29 to 32 southern, 21 to 24 are those of the exhibit's hemisphere.
"""

_SOUTHERN: Final = {21: 29, 22: 30, 23: 31, 24: 32}
"""The seasons that name no hemisphere, as an exhibit from the south means them."""


def group_span(first_year: int, last_year: int, code: int, hemisphere: Hemisphere) -> Span:
    """Return the span of a season, quarter, third or half, over one year or from one year to another."""
    if hemisphere == "south":
        code = _SOUTHERN.get(code, code)
    _, month, count = YEAR_GROUPS[code]
    return month_start_s(first_year, month), month_start_s(last_year, month + count)


@lru_cache(maxsize=256)
def matching_numbers(pattern: str, highest: int) -> tuple[int, ...]:
    """Return the numbers 1 to `highest` that a two-digit pattern such as `X1` or `1X` can stand for."""
    tens, ones = pattern[0], pattern[1]
    return tuple(
        number
        for number in range(1, highest + 1)
        if tens in {"X", str(number // 10)} and ones in {"X", str(number % 10)}
    )


def matching_years(pattern: str, *, descending: bool = False) -> Iterator[int]:
    """Yield in order the years that a pattern such as `156X` or `-1X32` can stand for."""
    negative = pattern.startswith("-")
    digits = pattern[1:] if negative else pattern
    every_digit = "9876543210" if negative is not descending else "0123456789"
    for chosen in product(*(every_digit if digit == "X" else digit for digit in digits)):
        year = int("".join(chosen))
        if not negative:
            yield year
        elif year:
            yield -year


def extreme_years(pattern: str) -> tuple[int, int]:
    """Return the first and last year that a pattern can stand for."""
    if pattern.startswith("-"):
        # There is no year -0000: -000X ends in the year -1.
        return -int(pattern[1:].replace("X", "9")), min(-int(pattern[1:].replace("X", "0")), -1)
    return int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))


def masked_day_span(year_pattern: str, months: tuple[int, ...], days: tuple[int, ...]) -> Span | None:
    """Return the span from the first to the last day that matches, or None if no such day exists."""
    first_year, last_year = extreme_years(year_pattern)
    first, last = _first_day(first_year, months, days), _last_day(last_year, months, days)
    if first is None or last is None:
        # Only 29 February is not in every year; whatever is not in a leap year is in none.
        if _first_day(_SOME_LEAP_YEAR, months, days) is None:
            return None
        ascending = (_first_day(year, months, days) for year in matching_years(year_pattern))
        first = next((day for day in ascending if day is not None), None)
        if first is None:
            return None
        descending = (_last_day(year, months, days) for year in matching_years(year_pattern, descending=True))
        last = next(day for day in descending if day is not None)
    return first * DAY_S, (last + 1) * DAY_S


def _first_day(year: int, months: tuple[int, ...], days: tuple[int, ...]) -> int | None:
    for month in months:
        if days[0] <= days_in_month(year, month):
            return days_from_civil(year, month, days[0])
    return None


def _last_day(year: int, months: tuple[int, ...], days: tuple[int, ...]) -> int | None:
    for month in reversed(months):
        length = days_in_month(year, month)
        for day in reversed(days):
            if day <= length:
                return days_from_civil(year, month, day)
    return None
