# SPDX-License-Identifier: MIT
"""What a calendar can do: count days, name years, months and days, and say where its word ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple

from timeline_app.base.messages import Message


class CalendarDay(NamedTuple):
    """A day as a calendar writes it."""

    year: int
    month: int
    day: int


class Calendar(ABC):
    """A way to count days beside the Gregorian one; day number 0 is 1970-01-01, as everywhere.

    Years that a calendar writes with its own number are `CalendarDay.year`. Where it has none (Japanese
    eras, which start anew), that is the Gregorian year. Julian years are astronomical: 0 is 1 BC.

    Nothing here checks that a day exists; ask `months_of` and `days_in` first. All of it is plain integer
    arithmetic, exact for days and years of any size.
    """

    __slots__ = ()

    name: ClassVar[str]
    """The name by which an exhibit asks for the calendar."""
    has_own_years: ClassVar[bool] = True
    """False where years begin on 1 January as ours do, so that the calendar only gives them another label."""

    @property
    @abstractmethod
    def first_days(self) -> int | None:
        """The first day that has a label; None if all have one."""

    @property
    @abstractmethod
    def limit(self) -> Message | None:
        """What a reader of this calendar must know, in a sentence."""

    @abstractmethod
    def days_from(self, year: int, month: int, day: int) -> int:
        """Return the day number of a day of this calendar."""

    @abstractmethod
    def from_days(self, days: int) -> CalendarDay:
        """Return the day of this calendar: the inverse of `days_from`."""

    @abstractmethod
    def days_in(self, year: int, month: int) -> int:
        """Return the length of a month in days."""

    @abstractmethod
    def year_message(self, year: int) -> Message:
        """Return the label of a year."""

    @abstractmethod
    def years_message(self, first: int, last: int) -> Message:
        """Return the label of a run of years, or of the one year if both are the same."""

    @abstractmethod
    def month_name(self, year: int, month: int) -> Message:
        """Return the name of a month alone."""

    def months_in(self, year: int) -> int:
        """Return the number of months of a year."""
        return len(self.months_of(year))

    def months_of(self, year: int) -> tuple[int, ...]:  # noqa: ARG002 - most years are alike, Hebrew ones are not
        """Return the numbers of a year's months in the order in which they follow each other.

        They ascend, except in the Hebrew year, which begins with month 7.
        """
        return _TWELVE_MONTHS

    def year_start_days(self, year: int) -> int:
        """Return the day number on which a year begins."""
        return self.days_from(year, 1, 1)

    def month_start_days(self, year: int, month: int) -> int:
        """Return the day number on which a month begins."""
        return self.days_from(year, month, 1)

    def month_message(self, year: int, month: int) -> Message:
        """Return the label of a month with its year."""
        return Message.of("calendar.month", month=self.month_name(year, month), year=self.year_message(year))

    def day_message(self, days: int) -> Message:
        """Return the label of a day."""
        year, month, day = self.from_days(days)
        name = self.month_name(year, month)
        return Message.of("calendar.day", day=day, month=name, year=self.year_message(year))

    def year_span(self, first_days: int, last_days: int) -> tuple[int, int]:
        """Return the first and last year that the days from one to the other can belong to."""
        return self.from_days(first_days).year, self.from_days(last_days).year

    def names_days(self, first_days: int) -> bool:  # noqa: ARG002 - true of all days, but for a few calendars
        """Tell whether days and months from this day on have a label that is certain, not only years."""
        return True

    def limit_of(self, first_days: int) -> Message | None:  # noqa: ARG002 - as above
        """Return what a reader must know of a date that begins on this day."""
        return self.limit


_TWELVE_MONTHS = tuple(range(1, 13))


def run_of_years(first: int, last: int) -> str | Message:
    """Return what stands in the place of a year: 5719, or 5719–5720."""
    return str(first) if first == last else Message.of("calendar.to", first=str(first), last=str(last))
