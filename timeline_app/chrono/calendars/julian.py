# SPDX-License-Identifier: MIT
"""The Julian calendar: a leap year every fourth year, counted on in both directions without end."""

from __future__ import annotations

from typing import ClassVar, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay
from timeline_app.chrono.calendars.gregorian_years import plain_years
from timeline_app.chrono.year_words import month_message, years_written_out

_DAYS_BEFORE_1970: Final = 719_470
"""From 1 March of the year 0 (Julian) to 1970-01-01 (Gregorian)."""
_DAYS_IN_4_YEARS: Final = 1_461
_FEBRUARY: Final = 2
_MONTH_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_REGULAR_DAYS: Final = -716_608
"""1 January AD 8: Rome had inserted its leap days irregularly before."""


class Julian(Calendar):
    """The Julian calendar; years are astronomical (0 is 1 BC) and begin on 1 January."""

    __slots__ = ()

    name: ClassVar[str] = "julian"

    @property
    def first_days(self) -> int | None:
        """None: the rule is counted back without end."""
        return None

    @property
    def limit(self) -> Message | None:
        """What days before AD 8 are worth."""
        return Message.of("calendar.limit.julian")

    def limit_of(self, first_days: int) -> Message | None:
        """Return the limit for days before AD 8, None for later ones."""
        return self.limit if first_days < _FIRST_REGULAR_DAYS else None

    def days_from(self, year: int, month: int, day: int) -> int:
        """Return the day number of a Julian day."""
        # Years that begin on 1 March put the leap day last; four of them are one cycle.
        cycle, year_of_cycle = divmod(year - 1 if month <= _FEBRUARY else year, 4)
        day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
        return cycle * _DAYS_IN_4_YEARS + year_of_cycle * 365 + day_of_year - _DAYS_BEFORE_1970

    def from_days(self, days: int) -> CalendarDay:
        """Return the Julian day."""
        cycle, day_of_cycle = divmod(days + _DAYS_BEFORE_1970, _DAYS_IN_4_YEARS)
        year_of_cycle = min(day_of_cycle // 365, 3)
        day_of_year = day_of_cycle - year_of_cycle * 365
        month_from_march = (5 * day_of_year + 2) // 153
        day = day_of_year - (153 * month_from_march + 2) // 5 + 1
        month = (month_from_march + 2) % 12 + 1
        year = cycle * 4 + year_of_cycle
        return CalendarDay(year + 1 if month <= _FEBRUARY else year, month, day)

    def days_in(self, year: int, month: int) -> int:
        """Return the length of a month."""
        return 29 if month == _FEBRUARY and year % 4 == 0 else _MONTH_LENGTHS[month]

    def year_message(self, year: int) -> Message:
        """Return 1752, AD 79, 44 BC."""
        return years_written_out(year)

    def years_message(self, first: int, last: int) -> Message:
        """Return 1751–1752, 45–44 BC, 1 BC – AD 1."""
        return plain_years(first, last)

    def month_name(self, year: int, month: int) -> Message:  # noqa: ARG002 - the same in every year
        """Return January to December."""
        return month_message(month)


JULIAN: Final = Julian()
