# SPDX-License-Identifier: MIT
"""Dates and the net of relations: what a date hands to the net, and what the net's answer makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from timeline_app.chrono.historical_date import OPEN_END, DateKind, EndState, HistoricalDate
from timeline_app.chrono.instant import DAY_S, LIMIT_S, civil_from_seconds
from timeline_app.chrono.net_parts import Range

NOTHING_KNOWN: Final = Range()
_LAST_SHORT_YEAR: Final = 9999
_EXACT_CALENDARS: Final = frozenset({"julian", "hebrew"})
"""Calendars whose tagged days stand for one day each; an Islamic one may be a day or two off."""


def range_of(date: HistoricalDate | None) -> Range:
    """Return between which moments a date begins and ends, doubt included; nothing for an unknown year."""
    if date is None or date.is_year_unknown:
        return NOTHING_KNOWN
    if date.kind is DateKind.INTERVAL:
        start, end = date.parts
        return Range(start.fuzz_earliest_s, start.fuzz_latest_s, end.fuzz_earliest_s, end.fuzz_latest_s)
    if date.kind is DateKind.ALL_OF:
        parts = [range_of(part) for part in date.parts]
        return Range(
            _extreme(min, (part.start_earliest_s for part in parts)),
            min((part.start_latest_s for part in parts if part.start_latest_s is not None), default=None),
            max((part.end_earliest_s for part in parts if part.end_earliest_s is not None), default=None),
            _extreme(max, (part.end_latest_s for part in parts)),
        )
    return Range(date.fuzz_earliest_s, date.fuzz_latest_s, date.fuzz_earliest_s, date.fuzz_latest_s)


def _extreme(choose: Callable[[Iterable[int]], int], bounds: Iterable[int | None]) -> int | None:
    """Return the least or the greatest of some bounds, None if one of them is not known."""
    found = list(bounds)
    known = [bound for bound in found if bound is not None]
    return choose(known) if len(known) == len(found) else None


def narrowed(date: HistoricalDate, known: Range) -> HistoricalDate:
    """Return a date with its bounds narrowed to what is known; its text stays, and so do ends that it leaves open."""
    if known == range_of(date):
        return date
    if date.kind is not DateKind.INTERVAL:
        return _within(date, known.start_earliest_s, known.end_latest_s)
    start, end = date.parts
    if start.earliest_state is EndState.KNOWN:
        start = _within(start, known.start_earliest_s, known.start_latest_s)
    if end.latest_state is EndState.KNOWN:
        end = _within(end, known.end_earliest_s, known.end_latest_s)
    return date._replace(
        parts=(start, end),
        earliest_s=start.earliest_s,
        latest_s=end.latest_s,
        fuzz_earliest_s=start.fuzz_earliest_s,
        fuzz_latest_s=end.fuzz_latest_s,
        core=_core(start, end),
    )


def _within(date: HistoricalDate, earliest_s: int | None, latest_s: int | None) -> HistoricalDate:
    """Return a moment's date narrowed to two bounds.

    Where the strict bounds lie wholly outside (an approximate date that is pushed to its margin), nothing but
    the margin is left of it.
    """
    strict_from, strict_to = _higher(date.earliest_s, earliest_s), _lower(date.latest_s, latest_s)
    if strict_from is not None and strict_to is not None and strict_from >= strict_to:
        strict_from, strict_to = earliest_s, latest_s
    core = date.core
    if core is not None:
        first_s, last_s = _higher(core[0], earliest_s), _lower(core[1], latest_s)
        core = (first_s, last_s) if first_s is not None and last_s is not None and first_s < last_s else None
    return date._replace(
        earliest_s=strict_from,
        latest_s=strict_to,
        earliest_state=date.earliest_state if earliest_s is None else EndState.KNOWN,
        latest_state=date.latest_state if latest_s is None else EndState.KNOWN,
        core=core,
        fuzz_earliest_s=earliest_s,
        fuzz_latest_s=latest_s,
    )


def _higher(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def _lower(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)


def _core(start: HistoricalDate, end: HistoricalDate) -> tuple[int, int] | None:
    """Return what is certainly inside: from the last possible beginning to the first possible end."""
    from_s = -LIMIT_S if start is OPEN_END else start.fuzz_latest_s
    to_s = LIMIT_S if end is OPEN_END else end.fuzz_earliest_s
    return (from_s, to_s) if from_s is not None and to_s is not None and from_s < to_s else None


def derived_edtf(known: Range, calendar: str = "") -> str:
    """Return the date of an event of which only bounds are known, as "one of" its days; "" without any bound.

    The days are those of the calendar in which the event's source counts, if that can be written; else ours.
    Years beyond four digits have no days in EDTF: there the bounds are whole years.
    """
    first_s, last_s = known.start_earliest_s, known.end_latest_s
    first_day = None if first_s is None else day_edtf(first_s, calendar)
    last_day = None if last_s is None else day_edtf(last_s - 1, calendar)
    if first_day is None and last_day is None:
        return ""
    if calendar and not all(
        text is None or text.startswith(f"{calendar}:") for text in (first_day, last_day)
    ):
        return derived_edtf(known)
    if first_day == last_day:
        return str(first_day)
    if any(text is not None and text.startswith("Y") for text in (first_day, last_day)):
        first_day = None if first_s is None else year_edtf(first_s)
        last_day = None if last_s is None else year_edtf(last_s - 1)
    if first_day == last_day:
        return str(first_day)
    return f"[{first_day or ''}..{last_day or ''}]"


def day_edtf(instant_s: int, calendar: str = "") -> str:
    """Return the day in which a moment lies, or its year where EDTF has no days."""
    if calendar in _EXACT_CALENDARS:
        return _tagged_day(instant_s // DAY_S, calendar)
    at = civil_from_seconds(instant_s // DAY_S * DAY_S)
    year = year_edtf(instant_s)
    return year if year.startswith("Y") else f"{year}-{at.month:02d}-{at.day:02d}"


def _tagged_day(days: int, name: str) -> str:
    """Return a day of another calendar, or ours where its year has not four digits."""
    # Few exhibits count so: the calendars are loaded with the first of them.
    from timeline_app.chrono.calendars import calendar_named

    calendar = calendar_named(name)
    at = None if calendar is None or days < (calendar.first_days or days) else calendar.from_days(days)
    if at is None or abs(at.year) > _LAST_SHORT_YEAR:
        return day_edtf(days * DAY_S)
    year = f"-{-at.year:04d}" if at.year < 0 else f"{at.year:04d}"
    return f"{name}:{year}-{at.month:02d}-{at.day:02d}"


def year_edtf(instant_s: int) -> str:
    """Return the year in which a moment lies."""
    year = civil_from_seconds(instant_s).year
    if abs(year) > _LAST_SHORT_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"
