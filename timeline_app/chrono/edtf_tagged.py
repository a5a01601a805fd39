# SPDX-License-Identifier: MIT
"""Reads dates that count in another calendar: `julian:-0043-03`, `hebrew:5720-07-01`, `islamic:1379-06~`.

EDTF is Gregorian. A month or year of another calendar is no Gregorian month or year, so its text keeps the
calendar's name and its own numbers, and its bounds are those of the calendar. A mark `?`, `~` or `%` at the
end belongs to the whole date. Julian years are astronomical, as EDTF's are (0000 is 1 BC); Hebrew months
are numbered from Nisan (01) to Adar (12) or Adar II (13), so that the year begins with 07, Tishri.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.chrono import date_faults
from timeline_app.chrono.bounds import Span
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.calendars.registry import TAGGED_NAMES, calendar_named
from timeline_app.chrono.historical_date import (
    DAY_PART,
    MONTH_PART,
    YEAR_PART,
    HistoricalDate,
    Precision,
    known_atom,
)
from timeline_app.chrono.instant import DAY_S
from timeline_app.chrono.margins import widened

_TAGGED: Final = re.compile(
    r"(?P<name>[a-z-]+):(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[?~%])?"
)
_ERA_YEAR: Final = re.compile(r"(?P<name>[a-z-]+):(?P<year>[0-9]{1,4})")
_UNPADDED: Final = re.compile(r"(?<=-)([0-9])(?![0-9])")
_TWO_MARKS: Final = re.compile(r"[?~%]{2,}")

ISLAMIC_DAYS_OFF: Final = 2
"""How far the day of a source may lie from the calculated one, to either side.

The published months of Saudi Arabia from 1924 to 2077 (Umm al-Qura) begin 2 days before the calculated ones to
1 day after them, mostly 1 before. Where the moon had to be seen they began up to a day later still.
"""


def read_tagged(text: str) -> HistoricalDate:
    """Return the date that a text with the name of a calendar denotes; raise DateError if it is none."""
    match = _TAGGED.fullmatch(text)
    if match is None or match["name"] not in TAGGED_NAMES:
        raise _not_tagged(text)
    name, year_text, month_text, day_text, mark = match.groups()
    calendar = calendar_named(name)
    assert calendar is not None  # noqa: S101 - each tagged name is a calendar's
    span, precision, parts = _span(text, calendar, year_text, month_text, day_text)
    uncertain = parts if mark and mark in "?%" else 0
    approximate = parts if mark and mark in "~%" else 0
    fuzz = _fuzz(name, span)
    if approximate:
        fuzz = widened(fuzz, precision, Precision.YEAR, approximate)
    return known_atom(text, span, precision, None, fuzz, uncertain, approximate)._replace(calendar=name)


def _span(
    text: str, calendar: Calendar, year_text: str, month_text: str | None, day_text: str | None
) -> tuple[Span, Precision, int]:
    """Return bounds, precision and the components that are there."""
    year = _checked_year(text, calendar, year_text)
    if month_text is None:
        first, end = calendar.year_start_days(year), calendar.year_start_days(year + 1)
        return (first * DAY_S, end * DAY_S), Precision.YEAR, YEAR_PART
    month = _checked_month(text, calendar, year, month_text)
    first, length = calendar.month_start_days(year, month), calendar.days_in(year, month)
    if day_text is None:
        return (first * DAY_S, (first + length) * DAY_S), Precision.MONTH, YEAR_PART | MONTH_PART
    if not 1 <= int(day_text) <= length:
        offset = text.rindex(day_text)
        fixes = () if day_text == "00" else (f"{text[:offset]}{length:02d}{text[offset + 2 :]}",)
        month_of_text = text[: offset - 1]
        raise date_faults.no_such_day(month_of_text, day_text, length, fixes, offset)
    start_s = (first + int(day_text) - 1) * DAY_S
    return (start_s, start_s + DAY_S), Precision.DAY, YEAR_PART | MONTH_PART | DAY_PART


def _checked_year(text: str, calendar: Calendar, year_text: str) -> int:
    offset = len(calendar.name) + 1
    if calendar.first_days is not None and int(year_text) < 1:
        raise date_faults.fault("year-before-first", "first-year", offset=offset, date=text)
    if year_text == "-0000":
        raise date_faults.year_zero((text.replace("-0000", "0000", 1), text.replace("-0000", "-0001", 1)))
    return int(year_text)


def _checked_month(text: str, calendar: Calendar, year: int, month_text: str) -> int:
    month, months = int(month_text), calendar.months_of(year)
    if month in months:
        return month
    offset = text.index("-", len(calendar.name) + 2) + 1
    highest = max(months)
    # Adar II of a year that has one Adar.
    is_one_too_high = calendar.name == "hebrew" and month == highest + 1
    fixes = (f"{text[:offset]}{highest}{text[offset + 2 :]}",) if is_one_too_high else ()
    hint = f"months-{calendar.name}"
    raise date_faults.fault("no-such-month", hint, fixes, offset, month=text[: offset + 2])


def _fuzz(name: str, span: Span) -> Span:
    if name != "islamic":
        return span
    return span[0] - ISLAMIC_DAYS_OFF * DAY_S, span[1] + ISLAMIC_DAYS_OFF * DAY_S


def _not_tagged(text: str) -> DateError:
    """Return the error of a text that names no calendar, or has another form than year, month and day."""
    name = text.partition(":")[0]
    if name in TAGGED_NAMES:
        fixes = tuple(fix for fix in (_tidied(text),) if fix != text and _is_readable(fix))
        return date_faults.fault("tagged-form", "tagged-form", fixes, len(name) + 1, date=text)
    return date_faults.fault("unknown-calendar", "tagged-calendars", tuple(_gregorian(text)), date=text)


def _tidied(text: str) -> str:
    compact = _UNPADDED.sub(r"0\1", "".join(text.split()))
    return _TWO_MARKS.sub("%", compact)


def _is_readable(text: str) -> bool:
    try:
        read_tagged(text)
    except DateError:
        return False
    return True


def _gregorian(text: str) -> Iterator[str]:
    """Yield the plain EDTF of a year of an era whose years are Gregorian ones: `juche:48`."""
    match = _ERA_YEAR.fullmatch(text)
    calendar = calendar_named(match["name"]) if match else None
    if match is None or calendar is None or calendar.has_own_years or calendar.name == "japanese-era":
        return
    year = calendar.from_days(0).year - 1970
    gregorian = int(match["year"]) - year
    if 0 <= gregorian <= 9999:  # noqa: PLR2004 - the years of four digits
        yield f"{gregorian:04d}"
