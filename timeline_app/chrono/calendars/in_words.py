# SPDX-License-Identifier: MIT
"""A date in other calendars, in words: a day is another calendar's day, a month or year spans two of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.calendars.registry import CALENDAR_NAMES, calendar_named
from timeline_app.chrono.historical_date import (
    OPEN_END,
    UNKNOWN_END,
    DateKind,
    HistoricalDate,
    Precision,
)
from timeline_app.chrono.instant import DAY_S, days_from_civil

_FIRST_DAYS: Final = days_from_civil(-9999, 1, 1)
_LAST_DAYS: Final = days_from_civil(9999, 12, 31)
"""Nobody counts the ages of the earth in the years of a calendar."""
_MOST_LISTED: Final = 6
_VAGUE: Final = frozenset({Precision.SIGNIFICANT, Precision.MIXED})


class CalendarText(NamedTuple):
    """A date in one calendar: its words, and what a reader must know of this date there."""

    name: str
    message: Message
    limit: Message | None = None


def in_calendars(date: HistoricalDate, names: Iterable[str]) -> tuple[CalendarText, ...]:
    """Return the date in each of the calendars that has words for it.

    Nothing is rounded: a Gregorian year becomes the two Hebrew years that it touches. A date that counts
    in another calendar itself comes in Gregorian words first, and not in its own calendar's again.
    """
    wanted = [name for name in names if date.calendar == "" or name != date.calendar]
    found = []
    for name in dict.fromkeys(["gregorian", *wanted] if date.calendar else wanted):
        calendar = calendar_named(name)
        words = _words(date, calendar) if calendar is not None else None
        if calendar is not None and words is not None:
            message = _with_calendar(calendar, words)
            found.append(CalendarText(calendar.name, message, calendar.limit_of(_first_day(date))))
    return tuple(found)


def tagged_message(date: HistoricalDate) -> Message:
    """Return a single date that counts in another calendar in the words of that calendar."""
    calendar = calendar_named(date.calendar)
    words = _span_words(date, calendar) if calendar is not None else None
    if calendar is None or words is None:
        return Message.of("calendar.as-written", date=date.edtf)
    return _with_calendar(calendar, words)


def _with_calendar(calendar: Calendar, words: Message) -> Message:
    """Say which calendar it is, unless the name of its era says so."""
    is_era = not calendar.has_own_years and calendar.name in CALENDAR_NAMES
    return words if is_era else Message.of(f"calendar.in.{calendar.name}", date=words)


def _first_day(date: HistoricalDate) -> int:
    if date.earliest_s is not None:
        return date.earliest_s // DAY_S
    # The last day of what has no known beginning: the limits are those of early days.
    return 0 if date.latest_s is None else (date.latest_s - 1) // DAY_S


def _words(date: HistoricalDate, calendar: Calendar) -> Message | None:
    if date.kind is DateKind.ATOM:
        return _atom_words(date, calendar)
    if date.kind is DateKind.INTERVAL:
        return _interval_words(date, calendar)
    if len(date.parts) > _MOST_LISTED:
        return None
    join = "date.or" if date.kind is DateKind.ONE_OF else "date.and"
    words: Message | None = None
    for part in date.parts:
        is_choice = date.kind is DateKind.ONE_OF
        next_words = _choice_words(part, calendar) if is_choice else _words(part, calendar)
        if next_words is None:
            return None
        words = next_words if words is None else Message.of(join, first=words, last=next_words)
    return words


def _choice_words(part: HistoricalDate, calendar: Calendar) -> Message | None:
    """Return a member of a one-of set: a range means some time within it."""
    if part.kind is not DateKind.INTERVAL:
        return _words(part, calendar)
    start, end = part.parts
    first, last = _atom_words(start, calendar), _atom_words(end, calendar)
    if end is OPEN_END:
        return first and Message.of("date.full.or-later", start=first)
    if start is OPEN_END:
        return last and Message.of("date.full.or-earlier", end=last)
    return first and last and Message.of("date.full.between", first=first, last=last)


def _interval_words(date: HistoricalDate, calendar: Calendar) -> Message | None:
    start, end = date.parts
    bounds = _days(date, calendar)
    is_plain = not date.uncertain | date.approximate and start.precision is end.precision
    if bounds is not None and is_plain and date.precision > Precision.DAY:
        # Months or years as one run: from the first that is touched to the last.
        return _span_words(date, calendar)
    first, last = _atom_words(start, calendar), _atom_words(end, calendar)
    if first is not None and last is not None:
        return first if first == last else Message.of("calendar.to-wide", first=first, last=last)
    if first is not None and end is OPEN_END:
        return Message.of("date.full.from-on", start=first)
    if first is not None and end is UNKNOWN_END:
        return Message.of("date.full.to-unknown", start=first)
    if last is not None and start is OPEN_END:
        return Message.of("date.full.until", end=last)
    if last is not None and start is UNKNOWN_END:
        return Message.of("date.full.from-unknown", end=last)
    return None


def _atom_words(date: HistoricalDate, calendar: Calendar) -> Message | None:
    words = _span_words(date, calendar)
    if words is None:
        return None
    if date.is_approximate:
        words = Message.of("date.full.about", date=words)
    return Message.of("date.full.perhaps", date=words) if date.is_uncertain else words


def _span_words(date: HistoricalDate, calendar: Calendar) -> Message | None:
    """Return day, months or years that the bounds of a date touch, None where the calendar has none."""
    bounds = _days(date, calendar)
    if bounds is None:
        return None
    first, last = bounds
    if date.precision <= Precision.DAY and first == last:
        return calendar.day_message(first)
    if date.calendar and not calendar.has_own_years:
        # Months and years of other calendars are told day by day in ours.
        return Message.of(
            "calendar.to-wide", first=calendar.day_message(first), last=calendar.day_message(last)
        )
    if date.precision <= Precision.HALF and calendar.names_days(first):
        return _months(calendar, first, last)
    return calendar.years_message(*calendar.year_span(first, last))


def _days(date: HistoricalDate, calendar: Calendar) -> tuple[int, int] | None:
    """Return the first and last day of a date that the calendar can tell; None if there is none."""
    if date.earliest_s is None or date.latest_s is None:
        return None
    first, last = date.earliest_s // DAY_S, (date.latest_s - 1) // DAY_S
    if first < _FIRST_DAYS or last > _LAST_DAYS or date.is_year_unknown or date.precision in _VAGUE:
        return None
    if calendar.first_days is None:
        return first, last
    return None if last < calendar.first_days else (max(first, calendar.first_days), last)


def _months(calendar: Calendar, first_days: int, last_days: int) -> Message:
    start, end = calendar.from_days(first_days), calendar.from_days(last_days)
    first = calendar.month_message(start.year, start.month)
    if (start.year, start.month) == (end.year, end.month):
        is_whole = last_days - first_days + 1 == calendar.days_in(start.year, start.month)
        return first if is_whole else Message.of("calendar.within", date=first)
    if start.year == end.year and calendar.has_own_years:
        names = (calendar.month_name(at.year, at.month) for at in (start, end))
        both = Message.of("calendar.to", **dict(zip(("first", "last"), names, strict=True)))
        return Message.of("calendar.month", month=both, year=calendar.year_message(start.year))
    return Message.of("calendar.to-wide", first=first, last=calendar.month_message(end.year, end.month))
