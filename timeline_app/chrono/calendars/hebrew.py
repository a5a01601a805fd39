# SPDX-License-Identifier: MIT
"""The Hebrew calendar, as calculated since the Middle Ages.

Months are numbered from Nisan, as in the Bible: 1 is Nisan, 7 is Tishri, 12 is Adar (Adar I in a leap
year) and 13 is Adar II. The year begins with month 7: `hebrew:5720-07-01` is 1 Tishri 5720, New Year.
"""

from __future__ import annotations

from typing import ClassVar, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import Calendar, CalendarDay, run_of_years

_BEFORE_FIRST_DAY: Final = -2_092_590
"""The day before 1 Tishri 1: that was 7 September 3761 BC, Gregorian (astronomical year -3760)."""
_TISHRI: Final = 7
_HESHVAN: Final = 8
_KISLEV: Final = 9
_ADAR: Final = 12
_ADAR_2: Final = 13
_SHORT_MONTHS: Final = frozenset({2, 4, 6, 10, 13})
_COMMON_YEAR: Final = (7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6)
_LEAP_YEAR: Final = (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)
_LEAP_YEARS_IN_19: Final = 7


def is_leap_year(year: int) -> bool:
    """Tell whether the year has a thirteenth month."""
    return (7 * year + 1) % 19 < _LEAP_YEARS_IN_19


class Hebrew(Calendar):
    """The calculated Hebrew calendar; month 1 is Nisan, the year begins with month 7."""

    __slots__ = ()

    name: ClassVar[str] = "hebrew"

    @property
    def first_days(self) -> int | None:
        """1 Tishri of the year 1."""
        return self.year_start_days(1)

    @property
    def limit(self) -> Message | None:
        """When a day begins, and since when the calculation is in use."""
        return Message.of("calendar.limit.hebrew")

    def days_from(self, year: int, month: int, day: int) -> int:
        """Return the day number of a day."""
        start = self.year_start_days(year)
        length = self.year_start_days(year + 1) - start
        months = self.months_of(year)
        before = months[: months.index(month)]
        return start + sum(_month_length(earlier, length) for earlier in before) + day - 1

    def from_days(self, days: int) -> CalendarDay:
        """Return the day."""
        # 35,975,351 days are the mean length of 98,496 years; the estimate is a year off at most.
        year = (days - _BEFORE_FIRST_DAY) * 98_496 // 35_975_351 + 2
        while self.year_start_days(year) > days:
            year -= 1
        start = self.year_start_days(year)
        length = self.year_start_days(year + 1) - start
        rest = days - start
        for month in self.months_of(year):
            in_month = _month_length(month, length)
            if rest < in_month:
                return CalendarDay(year, month, rest + 1)
            rest -= in_month
        raise AssertionError("the months of a year fill it")

    def year_start_days(self, year: int) -> int:
        """Return the day number of 1 Tishri."""
        before, this, following = (_new_moon_days(number) for number in (year - 1, year, year + 1))
        # No year may have 356 or 382 days.
        delay = 2 if following - this == 356 else 1 if this - before == 382 else 0  # noqa: PLR2004 - explained above
        return _BEFORE_FIRST_DAY + this + delay

    def months_of(self, year: int) -> tuple[int, ...]:
        """Return the months from Tishri to Elul."""
        return _LEAP_YEAR if is_leap_year(year) else _COMMON_YEAR

    def days_in(self, year: int, month: int) -> int:
        """Return 29 or 30."""
        return _month_length(month, self.year_start_days(year + 1) - self.year_start_days(year))

    def year_message(self, year: int) -> Message:
        """Return 5720."""
        return Message.of("calendar.hebrew.year", year=str(year))

    def years_message(self, first: int, last: int) -> Message:
        """Return 5719–5720."""
        return Message.of("calendar.hebrew.year", year=run_of_years(first, last))

    def month_name(self, year: int, month: int) -> Message:
        """Return Nisan to Adar, Adar I and II."""
        leap = "-leap" if month == _ADAR and is_leap_year(year) else ""
        return Message.of(f"calendar.hebrew.month.{month}{leap}")


def _new_moon_days(year: int) -> int:
    """Return the day of the mean new moon of Tishri, put off where it falls late or on a forbidden weekday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days  # noqa: PLR2004 - Sunday, Wednesday, Friday


def _month_length(month: int, year_length: int) -> int:
    """Return the length of a month; Heshvan, Kislev and Adar follow from the length of the year."""
    if month == _HESHVAN:
        return 30 if year_length % 10 == 5 else 29  # noqa: PLR2004 - years of 355 and 385 days are full
    if month == _KISLEV:
        return 29 if year_length % 10 == 3 else 30  # noqa: PLR2004 - years of 353 and 383 days lack a day
    if month == _ADAR:
        return 30 if year_length > 355 else 29  # noqa: PLR2004 - longer years have an Adar I
    return 29 if month in _SHORT_MONTHS else 30


HEBREW: Final = Hebrew()
