# SPDX-License-Identifier: MIT
"""The Islamic civil (tabular) calendar: 11 leap years in 30, counted from 16 July AD 622 (Julian).

It is a calculation. Months began when the new moon was seen, so that the day of a source may be another.
"""

from __future__ import annotations

from typing import ClassVar, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay, run_of_years

_FIRST_DAY: Final = -492_148
"""1 Muharram 1: 19 July 622, Gregorian."""
_DAYS_IN_30_YEARS: Final = 10_631
_LAST_MONTH: Final = 12


class Islamic(Calendar):
    """The Islamic civil calendar; month 1 is Muharram."""

    __slots__ = ()

    name: ClassVar[str] = "islamic"

    @property
    def first_days(self) -> int | None:
        """1 Muharram 1."""
        return _FIRST_DAY

    @property
    def limit(self) -> Message | None:
        """Why a day may be another by one or two."""
        return Message.of("calendar.limit.islamic")

    def days_from(self, year: int, month: int, day: int) -> int:
        """Return the day number of a day of the tables."""
        before_year = (year - 1) * 354 + (3 + 11 * year) // 30
        return _FIRST_DAY + before_year + (59 * (month - 1) + 1) // 2 + day - 1

    def from_days(self, days: int) -> CalendarDay:
        """Return the day of the tables."""
        year = (30 * (days - _FIRST_DAY) + 10_646) // _DAYS_IN_30_YEARS
        day_of_year = days - self.days_from(year, 1, 1)
        month = min(2 * day_of_year // 59 + 1, _LAST_MONTH)
        return CalendarDay(year, month, days - self.days_from(year, month, 1) + 1)

    def days_in(self, year: int, month: int) -> int:
        """Return 30 for odd months, 29 for even ones; the last of a leap year has 30."""
        is_long = month % 2 == 1 or (month == _LAST_MONTH and (11 * year + 14) % 30 < 11)  # noqa: PLR2004 - 11 leap years
        return 30 if is_long else 29

    def year_message(self, year: int) -> Message:
        """Return 1379 AH."""
        return Message.of("calendar.islamic.year", year=str(year))

    def years_message(self, first: int, last: int) -> Message:
        """Return 1378–1379 AH."""
        return Message.of("calendar.islamic.year", year=run_of_years(first, last))

    def month_name(self, year: int, month: int) -> Message:  # noqa: ARG002 - the same in every year
        """Return Muharram to Dhu al-Hijja."""
        return Message.of(f"calendar.islamic.month.{month}")


ISLAMIC: Final = Islamic()
