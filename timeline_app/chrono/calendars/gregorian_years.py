# SPDX-License-Identifier: MIT
"""What calendars share that keep the Gregorian months and days and only give the years other labels."""

from __future__ import annotations

from typing import ClassVar

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay
from timeline_app.chrono.instant import civil_from_days, days_from_civil, days_in_month
from timeline_app.chrono.year_words import month_message


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
