# SPDX-License-Identifier: MIT
"""Old and new style: which calendar a written day of the past counts in, and the days that never were.

The Gregorian calendar follows the Julian 4 October 1582 with the 15th. Britain and its colonies took it
over after 2 September 1752, which was followed by the 14th; Russia after 31 January 1918, followed by
14 February. Years begin on 1 January here: a British day before 25 March 1752 may be written with the year
before, and its author must give both (10 February 1750/51).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from timeline_app.base.errors import DateError
from timeline_app.chrono import date_faults
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.date_settings import OldStyle
from timeline_app.chrono.instant import civil_from_days, days_from_civil, days_in_month

Reckoning: TypeAlias = Literal["julian", "gregorian", "ask"]
Day: TypeAlias = tuple[int, int, int]

_LAST_MONTH: Final = 12
_FIRST_GREGORIAN: Final[Day] = (1582, 10, 15)


class _Change(NamedTuple):
    """The last Julian and the first Gregorian day of a country."""

    last_julian: Day
    first_gregorian: Day


_CHANGES: Final = {
    "britain": _Change((1752, 9, 2), (1752, 9, 14)),
    "russia": _Change((1918, 1, 31), (1918, 2, 14)),
}


def reckoning(year: int, month: int, day: int, old_style: OldStyle) -> Reckoning:
    """Return the calendar that a written day counts in, "ask" if it may be either.

    Raise DateError for a day that a country left out: 3 to 13 September 1752, 1 to 13 February 1918.
    """
    written = (year, month, day)
    if old_style == "gregorian":
        return "gregorian"
    change = _CHANGES.get(old_style)
    if change is None:
        if written >= _FIRST_GREGORIAN:
            return "gregorian"
        return "julian" if old_style == "julian" else "ask"
    if written <= change.last_julian:
        return "julian"
    if written < change.first_gregorian:
        raise _never_was(written, old_style)
    return "gregorian"


def gregorian_edtf(year: int, month: int, day: int, counted: Literal["julian", "gregorian"]) -> str:
    """Return the EDTF of a day that is written in either calendar; DateError if it has no such day."""
    if not 1 <= month <= _LAST_MONTH:
        raise date_faults.no_such_month(f"{month:02d}", 0)
    if counted == "gregorian":
        length, days = days_in_month(year, month), days_from_civil(year, month, day)
    else:
        length, days = JULIAN.days_in(year, month), JULIAN.days_from(year, month, day)
    if not 1 <= day <= length:
        last = () if day < 1 else (gregorian_edtf(year, month, length, counted),)
        raise date_faults.no_such_day(_edtf(year, month), f"{day:02d}", length, last, 0)
    return _edtf(*civil_from_days(days))


def _never_was(written: Day, country: str) -> DateError:
    """Return the error of a day that a country left out; its fixes are what either calendar makes of it."""
    fixes = (gregorian_edtf(*written, "gregorian"), gregorian_edtf(*written, "julian"))
    return date_faults.fault(f"left-out-{country}", "left-out", fixes, date=_edtf(*written))


def _edtf(year: int, *parts: int) -> str:
    head = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return "-".join([head, *(f"{part:02d}" for part in parts)])
