# SPDX-License-Identifier: MIT
"""Words for single dates: days, months, parts of a year, years, decades, centuries, deep time."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, NamedTuple

from timeline_app.base.messages import Message, Param
from timeline_app.chrono.bounds import YEAR_GROUPS
from timeline_app.chrono.historical_date import HistoricalDate, Precision
from timeline_app.chrono.instant import Civil, civil_from_seconds
from timeline_app.chrono.year_words import CENTURY, YEARS_AGO, month_message, ordinal, year_message, years_ago

_MARKS: Final = str.maketrans("", "", "?~%")
_CALENDAR_DATE: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2})(?:T(.+))?)?)?")
_CLOCK: Final = re.compile(r"([0-9:]+)(?:([+-])0?([0-9]+)(?::([0-9]{2}))?|(Z))?")
_PART_OF_DECADE: Final = re.compile(r"\[([0-9]{3})([036])~\.\.\1([369])~\]")
_PARTS_OF_DECADE: Final = {"03": "early-decade", "36": "mid-decade", "69": "late-decade"}
_FIRST_NAMED_DECADE: Final = 100
_MILLENNIUM: Final = 1_000
_MONTHS: Final = frozenset(f"{month:02d}" for month in range(1, 13))
_FIRST_UNKNOWN: Final = {1: "millennium", 2: "century", 3: "decade"}
"""What a year is called by the place of its first unknown digit, if all that follow are unknown too."""
_THIRDS: Final = (37, 38, 39)


class Style(Enum):
    """How much room there is: words for panels, short forms for the canvas."""

    FULL = "full"
    SHORT = "short"

    def message(self, shape: str, /, **params: Param) -> Message:
        """Return the message of a shape that has a form of its own in each style."""
        return Message.of(f"date.full.{shape}" if self is Style.FULL else f"date.short.{shape}", **params)

    def month(self, month: int) -> Message:
        """Return the name of a month."""
        return month_message(month, is_short=self is Style.SHORT)


class AtomText(NamedTuple):
    """The components of one date as its text has them, without marks; "" where there is none."""

    year: str
    month: str
    day: str
    clock: str

    @property
    def is_whole_day(self) -> bool:
        """Whether year, month and day are there, with every digit, and no clock time."""
        return bool(self.day) and not self.clock and "X" not in self.year + self.month + self.day

    @property
    def is_whole_month(self) -> bool:
        """Whether year and month are there with every digit, and no day."""
        return not self.day and "X" not in self.year and self.month in _MONTHS


def atom_text(date: HistoricalDate) -> AtomText | None:
    """Take a date's text apart; None for a year of the forms Y and S."""
    match = _CALENDAR_DATE.fullmatch(date.edtf.translate(_MARKS))
    return AtomText(*(part or "" for part in match.groups())) if match else None


def part_of_decade(date: HistoricalDate) -> str:
    """Return which part of a decade a set stands for ("early 1950s" is `[1950~..1953~]`), "" if none."""
    match = _PART_OF_DECADE.fullmatch(date.edtf)
    return _PARTS_OF_DECADE.get(match[2] + match[3], "") if match else ""


def atom_message(date: HistoricalDate, style: Style) -> Message:
    """Return one date in words, with "about" and "perhaps" where it is approximate or uncertain."""
    text = atom_text(date)
    if date.calendar:
        words = _in_its_calendar(date)
    else:
        words = _long_year(date, style) if text is None else _plain_words(date, text, style)
    says_about = text is not None and text.month.isdigit() and int(text.month) in _THIRDS
    if date.is_approximate and not says_about:
        words = style.message("about-ago" if words.key in YEARS_AGO else "about", date=words)
    if date.is_uncertain:
        words = style.message("perhaps", date=words)
    return words


def _in_its_calendar(date: HistoricalDate) -> Message:
    # Few exhibits have such dates: the calendars are loaded with the first of them.
    from timeline_app.chrono.calendars import tagged_message

    return tagged_message(date)


def day_message(day: str, month: str, style: Style) -> Message:
    """Return a day without its year: 13 August."""
    number = Message.of("date.day", day=int(day))
    return Message.of("date.day-of-month", day=number, month=style.month(int(month)))


def between_sharing(first: AtomText, last: AtomText, style: Style) -> Message | None:
    """Return "between 26 January and 15 February 44 BC", with what both ends share said once; None if nothing."""
    if "X" in first.year + last.year:
        return None
    if first.year != last.year:
        ends = {"first": 1 - int(first.year), "last": 1 - int(last.year)}
        are_bc = min(ends.values()) > 0 and not first.month + last.month
        return Message.of("date.between-bc", **ends) if are_bc else None
    year = year_message(int(first.year))
    if first.is_whole_day and last.is_whole_day:
        if first.month == last.month:
            days = {"first": first.day, "last": last.day}
            numbers = {end: Message.of("date.day", day=int(day)) for end, day in days.items()}
            return Message.of("date.between-days", **numbers, month=style.month(int(first.month)), year=year)
        start, end = (day_message(text.day, text.month, style) for text in (first, last))
        return Message.of("date.between-parts", first=start, last=end, year=year)
    if first.is_whole_month and last.is_whole_month:
        start, end = (style.month(int(text.month)) for text in (first, last))
        return Message.of("date.between-parts", first=start, last=end, year=year)
    return None


def clock_message(clock: str) -> Message:
    """Return a clock time and, where one was written, its offset: 09:30 (UTC+9)."""
    match = _CLOCK.fullmatch(clock)
    time, sign, hours, minutes, is_utc = match.groups() if match else (clock, None, None, None, None)
    if is_utc:
        return Message.of("date.clock-utc", time=time)
    if sign is None:
        return Message.of("date.clock", time=time)
    ahead = f"{sign}{hours}" if minutes in {None, "00"} else f"{sign}{hours}:{minutes}"
    return Message.of("date.clock-offset", time=time, offset=ahead.replace("-", "\u2212"))


def _plain_words(date: HistoricalDate, text: AtomText, style: Style) -> Message:
    years = _years(text.year, style)
    if text.year.lstrip("-") == "XXXX":
        return _without_year(text, style)
    month = "" if text.month == "XX" else text.month
    day = "" if text.day == "XX" else text.day
    if years is None or "X" in month + day:
        return _between(date, text, style)
    if not month:
        return Message.of("date.day-of-unknown-month", day=ordinal(int(day)), years=years) if day else years
    if "X" in text.year:
        return Message.of("date.in-years", part=_part_of_year(month, day, style), years=years)
    words = _with_year(int(month), day, years, style, is_approximate=date.is_approximate)
    return Message.of("date.with-clock", date=words, clock=clock_message(text.clock)) if text.clock else words


def _with_year(month: int, day: str, year: Message, style: Style, *, is_approximate: bool) -> Message:
    if is_approximate and month in _THIRDS:
        # "Early 1958" is stored as about its first third.
        return Message.of(f"date.group-about.{month}", year=year)
    if month in YEAR_GROUPS:
        return Message.of(f"date.group-of.{month}", year=year)
    return Message.of("date.with-year", part=_part_of_year(f"{month:02d}", day, style), year=year)


def _part_of_year(month: str, day: str, style: Style) -> Message:
    if day:
        return day_message(day, month, style)
    number = int(month)
    return Message.of(f"date.group.{number}") if number in YEAR_GROUPS else style.month(number)


def _years(pattern: str, style: Style) -> Message | None:
    """Return a year, decade, century or millennium in words; None where people have no word for it."""
    digits = pattern.lstrip("-")
    unknown = digits.find("X")
    if unknown < 0:
        return year_message(int(pattern))
    first = int(digits.replace("X", "0"))
    if unknown == 0 or digits[unknown:].strip("X"):
        return None
    called = _FIRST_UNKNOWN[unknown]
    if called == "decade":
        has_a_name = pattern == digits and first >= _FIRST_NAMED_DECADE
        return style.message("decade", year=first) if has_a_name else None
    number = first // (CENTURY if called == "century" else _MILLENNIUM) + 1
    return style.message(called if pattern == digits else f"{called}-bc", number=ordinal(number))


def _without_year(text: AtomText, style: Style) -> Message:
    if not text.month.isdigit():
        return style.message("year-unknown")
    part = _part_of_year(text.month, text.day if text.day.isdigit() else "", style)
    return style.message("part-of-unknown-year", part=part)


def _between(date: HistoricalDate, text: AtomText, style: Style) -> Message:
    """Return the bounds in words, for patterns such as 1984-1X or 1XX3."""
    # A calendar date always has both bounds.
    first = _bound(civil_from_seconds(date.earliest_s or 0), text)
    last = _bound(civil_from_seconds((date.latest_s or 0) - 1), text)
    if first == last:
        return _bound_in_words(first, style)
    words = between_sharing(first, last, style)
    return words or style.message(
        "between", first=_bound_in_words(first, style), last=_bound_in_words(last, style)
    )


def _bound(at: Civil, text: AtomText) -> AtomText:
    """Return a bound as fine as the text that it bounds."""
    month = f"{at.month:02d}" if text.month else ""
    return AtomText(str(at.year), month, f"{at.day:02d}" if text.day else "", "")


def _bound_in_words(bound: AtomText, style: Style) -> Message:
    year = year_message(int(bound.year))
    if not bound.month:
        return year
    return Message.of("date.with-year", part=_part_of_year(bound.month, bound.day, style), year=year)


def _long_year(date: HistoricalDate, style: Style) -> Message:
    if date.precision is not Precision.SIGNIFICANT:
        return year_message(civil_from_seconds(date.earliest_s or 0).year)
    estimate_s = date.core[0] if date.core else 0
    estimate = civil_from_seconds(estimate_s).year
    if years_ago(-estimate) is not None:
        return year_message(estimate)
    first = year_message(civil_from_seconds(date.earliest_s or 0).year)
    last = year_message(civil_from_seconds((date.latest_s or 0) - 1).year)
    return style.message("significant", year=year_message(estimate), first=first, last=last)
