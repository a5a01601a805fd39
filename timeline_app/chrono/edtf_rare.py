# SPDX-License-Identifier: MIT
"""Reads the rarer EDTF dates: clock times, years of more than four digits, significant digits."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from timeline_app.chrono import date_faults
from timeline_app.chrono.bounds import Span
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf_calendar import plain_span
from timeline_app.chrono.historical_date import (
    DAY_PART,
    MONTH_PART,
    YEAR_PART,
    HistoricalDate,
    Precision,
    known_atom,
)
from timeline_app.chrono.instant import DAY_S, HOUR_S, LIMIT_S, MINUTE_S, year_start_s
from timeline_app.chrono.margins import with_margin
from timeline_app.chrono.zones import wall_clock_s

_TIME: Final = (
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?([?~%])?"
)
_LONG_YEAR: Final = (
    r"(?:Y(-?)(?:([1-9][0-9]{4,})|([1-9][0-9]*)E([0-9]+))|(-?)([0-9]{4})(?=S))(?:S([1-9][0-9]*))?([?~%])?"
)
_MOST_YEAR_DIGITS: Final = 12
"""The axis ends at 146,100 million years; what is longer need not be computed."""
_HOURS: Final = 24
_MINUTES: Final = 60
_SECONDS: Final = 60
_EAST_LIMIT_S: Final = 14 * HOUR_S
_WEST_LIMIT_S: Final = -12 * HOUR_S


def read_rare(text: str, settings: DateSettings) -> HistoricalDate:
    """Read a date with a time or a long year; raise DateError for all else."""
    time_pattern, year_pattern = _patterns()
    match = time_pattern.fullmatch(text)
    if match is not None:
        return _timed(text, match, settings)
    match = year_pattern.fullmatch(text)
    if match is not None:
        return _long_year(text, match)
    raise date_faults.unreadable(text)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of times and long years, made with the first such date: importing must be quick."""
    return re.compile(_TIME), re.compile(_LONG_YEAR)


def _timed(text: str, match: re.Match[str], settings: DateSettings) -> HistoricalDate:
    """Place a time on the exhibit's wall clock: as written, or from the written offset into its zone."""
    day, hour_text, minute_text, second_text, zone, mark = match.groups()
    (day_s, _), _ = plain_span(text, settings, *day.rsplit("-", 2))
    hour, minute, second = int(hour_text), int(minute_text), int(second_text or 0)
    clock_s = hour * HOUR_S + minute * MINUTE_S + second
    offset_s = _offset_s(zone, match.start(5)) if zone else 0
    if hour == _HOURS:
        is_possible = clock_s == DAY_S
    elif second == _SECONDS:
        # A leap second is the last of a UTC day; the axis has none, so it is the second after.
        is_possible = (clock_s - offset_s) % DAY_S == 0
    else:
        is_possible = hour < _HOURS and second < _SECONDS
    if minute >= _MINUTES or not is_possible:
        time = text[match.start(2) : match.end(4) if second_text else match.end(3)]
        raise date_faults.no_such_time(time, match.start(2))
    length_s, precision = (1, Precision.SECOND) if second_text else (MINUTE_S, Precision.MINUTE)
    start_s = day_s + clock_s
    if zone:
        start_s = wall_clock_s(start_s - offset_s, settings.timezone)
    span = start_s, start_s + length_s
    uncertain, approximate = _marked(mark, YEAR_PART | MONTH_PART | DAY_PART)
    fuzz = with_margin(span, precision) if approximate else None
    return known_atom(text, span, precision, None, fuzz, uncertain, approximate)


def _marked(mark: str | None, parts: int) -> tuple[int, int]:
    """Return which components a mark at the end of a date makes uncertain, and which approximate."""
    return (parts if mark and mark in "?%" else 0), (parts if mark and mark in "~%" else 0)


def _offset_s(zone: str, at: int) -> int:
    """Return the seconds that a written offset is ahead of UTC."""
    if zone == "Z":
        return 0
    hours, _, minutes = zone[1:].partition(":")
    sign = -1 if zone[0] == "-" else 1
    offset_s = sign * (int(hours) * HOUR_S + int(minutes or 0) * MINUTE_S)
    is_minus_zero = sign < 0 and offset_s == 0
    if is_minus_zero or int(minutes or 0) >= _MINUTES or not _WEST_LIMIT_S <= offset_s <= _EAST_LIMIT_S:
        raise date_faults.no_such_offset(zone, at)
    return offset_s


def _long_year(text: str, match: re.Match[str]) -> HistoricalDate:
    y_sign, digits, mantissa, exponent, s_sign, four_digits, significant, mark = match.groups()
    if four_digits == "0000" and s_sign:
        raise date_faults.year_zero((text[1:],))
    size = _year_size(text, mantissa or digits or four_digits, exponent or "0")
    year = -size if y_sign or s_sign else size
    estimate = _years_span(text, year, year)
    uncertain, approximate = _marked(mark, YEAR_PART)
    if significant is None:
        fuzz = with_margin(estimate, Precision.YEAR) if approximate else None
        return known_atom(text, estimate, Precision.YEAR, None, fuzz, uncertain, approximate)
    block = _block(size, significant)
    first, last = size - size % block, size - size % block + block - 1
    span = _years_span(text, -last, -first) if year < 0 else _years_span(text, first, last)
    return known_atom(text, span, Precision.SIGNIFICANT, estimate, None, uncertain, approximate)


def _year_size(text: str, digits: str, exponent: str) -> int:
    zeros = exponent.lstrip("0")
    # Texts are compared by length first: a number of a million digits is never computed.
    if len(zeros) >= _MOST_YEAR_DIGITS or len(digits) + int(zeros or 0) > _MOST_YEAR_DIGITS:
        raise date_faults.beyond_axis(text)
    return int(digits) * int(10 ** int(zeros or 0))


def _block(size: int, significant: str) -> int:
    """Return how many years share the significant digits: 100 for 1950S2."""
    digits = len(str(size))
    kept = digits if len(significant) >= _MOST_YEAR_DIGITS else int(significant)
    return int(10 ** max(digits - kept, 0))


def _years_span(text: str, first: int, last: int) -> Span:
    span = year_start_s(first), year_start_s(last + 1)
    if span[0] < -LIMIT_S or span[1] > LIMIT_S:
        raise date_faults.beyond_axis(text)
    return span
