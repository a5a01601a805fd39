# SPDX-License-Identifier: MIT
"""Dates as citation styles write them; what no style has a form for is said in the program's own words.

Days, months, years and ranges of them have a style's form, with "ca." and a question mark where the date is
doubtful. A set, a season, a decade, an open end, a year BC or another calendar would be lost or wrong in such a
form: `phrases` tells them, in English as the styles do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from timeline_app.base.languages import ENGLISH, translator_for
from timeline_app.chrono.historical_date import HistoricalDate

_PLAIN: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%]?)")
_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT_MONTHS: Final = [
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
]


@dataclass(frozen=True, slots=True)
class DateRule:
    """How a style writes a day: the order of year, month and day, its months, its word for about."""

    order: str = "mdy"
    has_short_months: bool = False
    about: str = "ca. "


class _Plain(NamedTuple):
    """A day, month or year, with the sign of its doubt."""

    year: str
    month: int
    day: int
    doubt: str


def date_in_style(date: HistoricalDate, rule: DateRule) -> str:
    """Return a date as a style writes it."""
    ends = _ends(date)
    if ends is None:
        return _own_words(date)
    first, last = ends
    words = _one(first, rule) if first == last else _range(first, last, rule)
    return _doubted(words, first.doubt, rule)


def year_in_style(date: HistoricalDate, rule: DateRule) -> str:
    """Return the year, or the years from first to last."""
    ends = _ends(date, years_alone=True)
    if ends is None:
        return _own_words(date)
    first, last = ends
    return _doubted(first.year if first.year == last.year else f"{first.year}–{last.year}", first.doubt, rule)


def says_more_than_year(date: HistoricalDate) -> bool:
    """Tell whether a date names a month or a day, or is one that only words can tell."""
    ends = _ends(date)
    return ends is not None and bool(ends[0].month or ends[1].month)


def _ends(date: HistoricalDate, *, years_alone: bool = False) -> tuple[_Plain, _Plain] | None:
    """Return first and last day, month or year where both are plain, doubted alike, and equally fine."""
    if date.calendar:
        return None
    found = [_plain(text) for text in date.edtf.split("/")]
    first, last = found[0], found[-1]
    if first is None or last is None or first.doubt != last.doubt:
        return None
    is_alike = bool(first.month) == bool(last.month) and bool(first.day) == bool(last.day)
    return (first, last) if is_alike or years_alone else None


def _plain(text: str) -> _Plain | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    year, month, day, doubt = match.groups()
    return _Plain(year.lstrip("0") or "0", int(month or 0), int(day or 0), doubt)


def _own_words(date: HistoricalDate) -> str:
    from timeline_app.chrono.phrases import date_in_words

    return date_in_words(date, translator_for(ENGLISH))


def _doubted(words: str, doubt: str, rule: DateRule) -> str:
    about = rule.about if doubt in {"~", "%"} else ""
    return f"[{about}{words}?]" if doubt in {"?", "%"} else f"{about}{words}"


def _month(number: int, rule: DateRule) -> str:
    return (_SHORT_MONTHS if rule.has_short_months else _MONTHS)[number - 1]


def _day_of_month(date: _Plain, rule: DateRule) -> str:
    """Return month and day without the year, as far as they are known."""
    if not date.month:
        return ""
    month = _month(date.month, rule)
    if not date.day:
        return month
    return f"{date.day} {month}" if rule.order == "dmy" else f"{month} {date.day}"


def _with_year(part: str, year: str, rule: DateRule, *, has_day: bool) -> str:
    if not part:
        return year
    if rule.order == "ymd":
        return f"{year}, {part}"
    return f"{part}, {year}" if has_day and rule.order == "mdy" else f"{part} {year}"


def _one(date: _Plain, rule: DateRule) -> str:
    return _with_year(_day_of_month(date, rule), date.year, rule, has_day=bool(date.day))


def _range(first: _Plain, last: _Plain, rule: DateRule) -> str:
    """Return two ends, with what they share said once."""
    if first.year != last.year or not first.month:
        return f"{_one(first, rule)}–{_one(last, rule)}"
    start, end = _day_of_month(first, rule), _day_of_month(last, rule)
    if first.month == last.month and first.day:
        month = _month(first.month, rule)
        days = f"{first.day}–{last.day}"
        part = f"{days} {month}" if rule.order == "dmy" else f"{month} {days}"
    else:
        part = f"{start}–{end}"
    return _with_year(part, first.year, rule, has_day=bool(last.day))
