# SPDX-License-Identifier: MIT
"""Ticks of a further calendar's row: where its days, months and years begin, in the stretch that is asked for.

Everything is found by the calendar's own arithmetic from the first day in view on; nothing loops over years
that are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar
from timeline_app.chrono.ticks import floor_year, next_year

LAST_YEAR: Final = 9_999
"""Rows are silent beyond: a calendar counts years, not ages."""

_DAY_STEPS: Final = {1: tuple(range(1, 32)), 5: (1, 5, 10, 15, 20, 25), 10: (1, 10, 20)}


class Step(Enum):
    """What a row's ticks count."""

    WHOLE_DAY = "whole-day"
    """A day told with month and year, for views in which few days have their beginning."""
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class RowUnit(NamedTuple):
    """A step of so many days, months or years; usual and shortest length in days, in any of our calendars."""

    step: Step
    size: int
    usual_days: float
    least_days: float

    @property
    def context(self) -> RowUnit | None:
        """The unit that says where this one's ticks are: days stand among months, months among years."""
        return {Step.DAY: MONTHS, Step.MONTH: YEARS}.get(self.step)

    @property
    def names_a_stretch(self) -> bool:
        """Whether its labels name all that follows up to the next one (Nisan, 5720), and not the tick alone."""
        return self.size == 1


MONTHS: Final = RowUnit(Step.MONTH, 1, 29.5, 28)
YEARS: Final = RowUnit(Step.YEAR, 1, 354, 353)
ROW_UNITS: Final = (
    RowUnit(Step.WHOLE_DAY, 1, 1, 1),
    RowUnit(Step.DAY, 1, 1, 1),
    RowUnit(Step.DAY, 5, 5, 4),
    RowUnit(Step.DAY, 10, 10, 9),
    MONTHS,
    YEARS,
    *(RowUnit(Step.YEAR, size, 354 * size, 353 * (size - 1)) for size in (5, 10, 50, 100, 500, 1_000)),
)
"""All units of a row, from fine to coarse."""


def row_starts(calendar: Calendar, unit: RowUnit, first_days: int, last_days: int) -> list[int]:
    """Return the beginnings up to `last_days`, ascending; the first is that of the stretch under way at `first_days`.

    Nothing lies before the calendar's own first day, and nothing in years of more than four digits.
    """
    earliest = calendar.year_start_days(1 - LAST_YEAR)
    if calendar.first_days is not None:
        earliest = max(earliest, calendar.first_days)
    last_days = min(last_days, calendar.year_start_days(LAST_YEAR + 1) - 1)
    first_days = max(first_days, earliest)
    if last_days < first_days:
        return []
    starts = [start for start in _beginnings(calendar, unit, first_days, last_days) if start >= earliest]
    under_way = max((number for number, start in enumerate(starts) if start <= first_days), default=0)
    return starts[under_way:]


def row_message(calendar: Calendar, unit: RowUnit, days: int, *, in_full: bool = False) -> Message:
    """Return what stands at a beginning: 5720, Tishri, 15; `in_full` names the year too: Tishri 5720."""
    if unit.step is Step.WHOLE_DAY:
        return calendar.day_message(days)
    at = calendar.from_days(days)
    if unit.step is Step.DAY:
        return Message.of("date.tick.day", day=at.day)
    if unit.step is Step.MONTH:
        whole = calendar.month_message if in_full else calendar.month_name
        return whole(at.year, at.month)
    return calendar.year_message(at.year)


def widest_messages(
    calendar: Calendar, unit: RowUnit, year: int, *, in_full: bool = False
) -> tuple[Message, ...]:
    """Return labels as wide as they get about a year: those of all its months, a late day, the year."""
    if unit.step is Step.YEAR:
        return (calendar.year_message(year),)
    if unit.step is Step.DAY:
        return (Message.of("date.tick.day", day=28),)
    day = 28 if unit.step is Step.WHOLE_DAY else 1
    starts = (calendar.days_from(year, month, day) for month in calendar.months_of(year))
    return tuple(row_message(calendar, unit, days, in_full=in_full) for days in starts)


def _beginnings(calendar: Calendar, unit: RowUnit, first_days: int, last_days: int) -> Iterator[int]:
    """Yield the beginnings, from some at or before the first day on."""
    at = calendar.from_days(first_days)
    if unit.step is Step.YEAR:
        year = floor_year(at.year, unit.size)
        while (start := calendar.year_start_days(year)) <= last_days:
            yield start
            year = next_year(year, unit.size)
        return
    year = at.year
    from_month = calendar.months_of(year).index(at.month)
    while calendar.year_start_days(year) <= last_days:
        for month in calendar.months_of(year)[from_month:]:
            yield from _of_month(calendar, unit, year, month, last_days)
        year, from_month = year + 1, 0


def _of_month(calendar: Calendar, unit: RowUnit, year: int, month: int, last_days: int) -> Iterator[int]:
    start = calendar.month_start_days(year, month)
    if start > last_days:
        return
    if unit.step is Step.MONTH:
        yield start
        return
    length = calendar.days_in(year, month)
    yield from (
        start + day - 1 for day in _DAY_STEPS[unit.size] if day <= length and start + day - 1 <= last_days
    )
