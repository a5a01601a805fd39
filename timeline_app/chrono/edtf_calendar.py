# SPDX-License-Identifier: MIT
"""Reads EDTF calendar dates and parts of a year, with unknown digits and qualifiers."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.chrono import date_faults
from timeline_app.chrono.bounds import (
    YEAR_GROUPS,
    Span,
    extreme_years,
    group_span,
    masked_day_span,
    matching_numbers,
)
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.historical_date import (
    DAY_PART,
    MONTH_PART,
    YEAR_PART,
    HistoricalDate,
    Precision,
    known_atom,
)
from timeline_app.chrono.instant import DAY_S, days_from_civil, days_in_month, month_start_s, year_start_s
from timeline_app.chrono.margins import widened

_PLAIN: Final = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE: Final = re.compile(
    r"([?~%])?(-?[0-9X]{4})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?)?)?"
)
_YEAR_AT, _MONTH_AT, _DAY_AT = 1, 4, 7
_PARTS_OF_MARKS: Final = (
    (0, YEAR_PART),
    (2, YEAR_PART),
    (3, MONTH_PART),
    (5, YEAR_PART | MONTH_PART),
    (6, DAY_PART),
    (8, YEAR_PART | MONTH_PART | DAY_PART),
)
"""The groups of `_DATE`. A mark before a component belongs to it alone, one behind it to it and all to its left."""

_DAY: Final = Precision.DAY
_MONTH: Final = Precision.MONTH
_YEAR: Final = Precision.YEAR
_YEAR_PRECISIONS: Final = (Precision.MIXED, Precision.MILLENNIUM, Precision.CENTURY, Precision.DECADE)
"""Precision of a year by the place of its first unknown digit: `XXXX`, `1XXX`, `19XX`, `195X`."""
_LAST_MONTH: Final = 12
_FIRST_GROUP: Final = min(YEAR_GROUPS)


def read_calendar_date(text: str, settings: DateSettings) -> HistoricalDate | None:
    """Read a calendar date or part of a year; None if the text has no such shape, DateError if it is impossible."""
    match = _PLAIN.fullmatch(text)
    if match is not None:
        span, precision = plain_span(text, settings, *match.groups())
        return known_atom(text, span, precision)
    match = _DATE.fullmatch(text)
    if match is not None:
        return _qualified(text, settings, match)
    return None


def plain_span(
    text: str, settings: DateSettings, year_text: str, month_text: str | None, day_text: str | None
) -> tuple[Span, Precision]:
    """Return bounds and precision of a date without unknown digits; `text` is what an error shows."""
    if year_text == "-0000":
        raise date_faults.year_zero((text.replace("-0000", "0000", 1), text.replace("-0000", "-0001", 1)))
    year = int(year_text)
    if month_text is None:
        return (year_start_s(year), year_start_s(year + 1)), _YEAR
    month = int(month_text)
    if day_text is None and month >= _FIRST_GROUP and month in YEAR_GROUPS:
        return group_span(year, year, month, settings.hemisphere), YEAR_GROUPS[month][0]
    if not 1 <= month <= _LAST_MONTH:
        raise date_faults.no_such_month(month_text, text.index(year_text) + len(year_text) + 1)
    if day_text is None:
        return (month_start_s(year, month), month_start_s(year, month + 1)), _MONTH
    day = int(day_text)
    if not 1 <= day <= days_in_month(year, month):
        raise _no_such_day(text, year_text, month_text, day_text)
    start_s = days_from_civil(year, month, day) * DAY_S
    return (start_s, start_s + DAY_S), _DAY


def _no_such_day(text: str, year_text: str, month_text: str, day_text: str) -> Exception:
    last_day = days_in_month(int(year_text), int(month_text))
    offset = text.rindex(day_text)
    fix = f"{text[:offset]}{last_day}{text[offset + 2 :]}"
    fixes = () if day_text == "00" else (fix,)
    return date_faults.no_such_day(f"{year_text}-{month_text}", day_text, last_day, fixes, offset)


def _qualified(text: str, settings: DateSettings, match: re.Match[str]) -> HistoricalDate:
    groups = match.groups()
    year, month, day = groups[_YEAR_AT], groups[_MONTH_AT], groups[_DAY_AT]
    year_precision = _YEAR
    if "X" in text:
        span, precision, year_precision = _masked_span(text, year, month, day, settings)
    else:
        span, precision = plain_span(text, settings, year, month, day)
    uncertain = approximate = 0
    for index, parts in _PARTS_OF_MARKS:
        mark = groups[index]
        if mark is not None:
            uncertain |= parts if mark in "?%" else 0
            approximate |= parts if mark in "~%" else 0
    fuzz = widened(span, precision, year_precision, approximate) if approximate else None
    return known_atom(text, span, precision, None, fuzz, uncertain, approximate)


def _masked_span(
    text: str, year: str, month: str | None, day: str | None, settings: DateSettings
) -> tuple[Span, Precision, Precision]:
    """Return bounds, precision and the year's own precision of a date with unknown digits."""
    if year == "-0000":
        raise date_faults.year_zero((text.replace("-0000", "0000", 1), text.replace("-0000", "-0001", 1)))
    unknown = year.lstrip("-").find("X")
    year_precision = _YEAR if unknown < 0 else _YEAR_PRECISIONS[unknown]
    first_year, last_year = extreme_years(year)
    if month is None:
        return (year_start_s(first_year), year_start_s(last_year + 1)), year_precision, year_precision
    if day is None and month.isdigit() and int(month) in YEAR_GROUPS:
        return (
            group_span(first_year, last_year, int(month), settings.hemisphere),
            year_precision,
            year_precision,
        )
    months = matching_numbers(month, _LAST_MONTH)
    if not months:
        raise date_faults.no_such_month(month, text.index(year) + len(year) + 1)
    precision = year_precision if unknown >= 0 else (_YEAR if "X" in month else _MONTH)
    if day is None:
        span = month_start_s(first_year, months[0]), month_start_s(last_year, months[-1] + 1)
        return span, precision, year_precision
    days = matching_numbers(day, 31)
    found = masked_day_span(year, months, days) if days else None
    if found is None:
        raise date_faults.no_matching_day(text)
    is_one_day = found[1] - found[0] == DAY_S
    return found, _DAY if is_one_day else precision, year_precision
