# SPDX-License-Identifier: MIT
"""A stretch of time as two dates in EDTF that a person can read: no more exact than the eye can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from timeline_app.chrono.instant import (
    DAY_S,
    HOUR_S,
    MEAN_YEAR_S,
    MINUTE_S,
    civil_from_seconds,
    month_start_s,
    year_start_s,
)

TOLD_APART: Final = 10_000
"""A part of the stretch this small is less than half a pixel of any window."""
LAST_SHORT_YEAR: Final = 9_999
LAST_YEAR: Final = 146_000_000_000
"""The last whole thousands of millions of years on the axis."""


class _Unit(NamedTuple):
    """A unit of time: the last boundary at or before a second, the next one after a boundary, and its name."""

    floor: Callable[[int], int]
    after: Callable[[int], int]
    name: Callable[[int], str]


def range_words(first_s: int, last_s: int) -> str:
    """Return `FIRST/LAST` for the stretch `[first_s, last_s)`, in the longest units that are exact enough."""
    allowed_s = (last_s - first_s) // TOLD_APART
    found = ""
    for unit in _units(first_s, last_s):
        begin_s, end_s = _nearest(unit, first_s), _nearest(unit, last_s)
        if end_s <= begin_s:
            end_s = unit.after(begin_s)
        found = f"{unit.name(begin_s)}/{unit.name(end_s - 1)}"
        if max(abs(begin_s - first_s), abs(end_s - last_s)) <= allowed_s:
            break
    return found


def _nearest(unit: _Unit, at_s: int) -> int:
    before_s = unit.floor(at_s)
    after_s = unit.after(before_s)
    return before_s if at_s - before_s <= after_s - at_s else after_s


def _units(first_s: int, last_s: int) -> Iterator[_Unit]:
    """Yield the units from the longest on; beyond the years of four digits there are only years."""
    digits = len(str((last_s - first_s) // MEAN_YEAR_S))
    yield from (_years(10**power) for power in range(digits, 0, -1) if power > 1)
    yield _years(1)
    if all(abs(civil_from_seconds(at_s).year) < LAST_SHORT_YEAR for at_s in (first_s, last_s)):
        yield _Unit(_month_floor, _month_after, lambda at_s: _day(at_s)[:-3])
        yield _clock(DAY_S, _day)
        yield _clock(MINUTE_S, lambda at_s: f"{_day(at_s)}T{_clock_words(at_s)[:-3]}")
        yield _clock(1, lambda at_s: f"{_day(at_s)}T{_clock_words(at_s)}")


def _years(count: int) -> _Unit:
    def floor(at_s: int) -> int:
        return year_start_s(_within(civil_from_seconds(at_s).year // count * count))

    def after(at_s: int) -> int:
        return year_start_s(civil_from_seconds(at_s).year + count)

    return _Unit(floor, after, lambda at_s: _year(civil_from_seconds(at_s).year))


def _clock(length_s: int, name: Callable[[int], str]) -> _Unit:
    return _Unit(lambda at_s: at_s // length_s * length_s, lambda at_s: at_s + length_s, name)


def _month_floor(at_s: int) -> int:
    civil = civil_from_seconds(at_s)
    return month_start_s(civil.year, civil.month)


def _month_after(at_s: int) -> int:
    civil = civil_from_seconds(at_s)
    return month_start_s(civil.year, civil.month + 1)


def _within(year: int) -> int:
    return max(-LAST_YEAR, min(LAST_YEAR, year))


def _year(year: int) -> str:
    if abs(year) > LAST_SHORT_YEAR:
        return f"Y{_within(year)}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _day(at_s: int) -> str:
    civil = civil_from_seconds(at_s)
    return f"{_year(civil.year)}-{civil.month:02d}-{civil.day:02d}"


def _clock_words(at_s: int) -> str:
    rest_s = at_s % DAY_S
    return f"{rest_s // HOUR_S:02d}:{rest_s % HOUR_S // MINUTE_S:02d}:{rest_s % MINUTE_S:02d}"
