# SPDX-License-Identifier: MIT
"""What calendars share that keep the Gregorian months and days and only give the years other labels."""

from __future__ import annotations

from typing import ClassVar, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay
from timeline_app.chrono.instant import civil_from_days, days_from_civil, days_in_month
from timeline_app.chrono.year_words import month_message, years_written_out

_FIRST_PLAIN_YEAR: Final = 1_000
"""Smaller years are written with AD or BC."""


class GregorianYears(Calendar):
    """A calendar whose years begin on 1 January, as ours do; `offset` is added to the Gregorian year."""

    __slots__ = ()

    has_own_years: ClassVar[bool] = False

    @property
    def offset(self) -> int:
        """What is added to a Gregorian year."""
        return 0

    def days_from(self, year: int, month: int, day: int) -> int:
        """Return the day number of a day."""
        return days_from_civil(year - self.offset, month, day)

    def from_days(self, days: int) -> CalendarDay:
        """Return the day."""
        year, month, day = civil_from_days(days)
        return CalendarDay(year + self.offset, month, day)

    def days_in(self, year: int, month: int) -> int:
        """Return the length of a month, the Gregorian one."""
        return days_in_month(year - self.offset, month)

    def month_name(self, year: int, month: int) -> Message:  # noqa: ARG002 - the same in every year
        """Return January to December."""
        return month_message(month)

    def month_message(self, year: int, month: int) -> Message:
        """Return the label of a month with its year; of the year alone where the months were others."""
        if not self.names_days(self.days_from(year, month, 1)):
            return self.year_message(year)
        return Message.of(
            "calendar.era-month", month=self.month_name(year, month), year=self.year_message(year)
        )

    def day_message(self, days: int) -> Message:
        """Return the label of a day; of its year, or of two, where its months and days were others."""
        if not self.names_days(days):
            return self.years_message(*self.year_span(days, days))
        year, month, day = self.from_days(days)
        name = self.month_name(year, month)
        return Message.of("calendar.era-day", day=day, month=name, year=self.year_message(year))


def plain_years(first: int, last: int) -> Message:
    """Return 1959–1960, 45–44 BC, 1 BC – AD 1; years are astronomical."""
    if first == last:
        return years_written_out(first)
    if last <= 0:
        return Message.of("date.year.bc-range", first=1 - first, last=1 - last)
    if first >= _FIRST_PLAIN_YEAR:
        return Message.of("calendar.to", first=years_written_out(first), last=years_written_out(last))
    return Message.of("calendar.to-wide", first=years_written_out(first), last=years_written_out(last))


class Gregorian(GregorianYears):
    """Our own calendar, for dates that count in another one."""

    __slots__ = ()

    name: ClassVar[str] = "gregorian"

    @property
    def first_days(self) -> int | None:
        """None: its rule is counted back without end."""
        return None

    @property
    def limit(self) -> Message | None:
        """None."""
        return None

    def year_message(self, year: int) -> Message:
        """Return 1959, AD 79, 44 BC."""
        return years_written_out(year)

    def years_message(self, first: int, last: int) -> Message:
        """Return 1959–1960, 45–44 BC, 1 BC – AD 1."""
        return plain_years(first, last)

    def month_message(self, year: int, month: int) -> Message:
        """Return the label of a month with its year."""
        return Calendar.month_message(self, year, month)

    def day_message(self, days: int) -> Message:
        """Return the label of a day."""
        return Calendar.day_message(self, days)


GREGORIAN: Final = Gregorian()
