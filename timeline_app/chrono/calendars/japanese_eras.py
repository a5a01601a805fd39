# SPDX-License-Identifier: MIT
"""Japanese eras from Meiji on: each begins on its day, and years start anew with it."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.gregorian_years import GregorianYears
from timeline_app.chrono.instant import civil_from_days, days_from_civil


class Era(NamedTuple):
    """A Japanese era: its names and its first day."""

    kanji: str
    latin: str
    first_day: tuple[int, int, int]


ERAS: Final = (
    Era("明治", "Meiji", (1868, 10, 23)),
    Era("大正", "Taisho", (1912, 7, 30)),
    Era("昭和", "Showa", (1926, 12, 25)),
    Era("平成", "Heisei", (1989, 1, 8)),
    Era("令和", "Reiwa", (2019, 5, 1)),
)
FIRST_GREGORIAN_YEAR: Final = 1873
"""Japan's calendar was lunisolar before: days and months of earlier years are not those of ours."""
_GREGORIAN_SINCE: Final = days_from_civil(FIRST_GREGORIAN_YEAR, 1, 1)
_FEBRUARY: Final = 2


class JapaneseEras(GregorianYears):
    """Years and days by era: Shōwa 34 (昭和34年). `CalendarDay.year` is the Gregorian year."""

    __slots__ = ()

    name: ClassVar[str] = "japanese-era"

    @property
    def first_days(self) -> int | None:
        """The first day of Meiji."""
        return days_from_civil(*ERAS[0].first_day)

    @property
    def limit(self) -> Message | None:
        """Why days before 1873 have no label but their year."""
        return Message.of("calendar.limit.japanese-era")

    def limit_of(self, first_days: int) -> Message | None:
        """Return the limit for days before 1873."""
        return None if self.names_days(first_days) else self.limit

    def names_days(self, first_days: int) -> bool:
        """Tell whether the day lies in 1873 or later."""
        return first_days >= _GREGORIAN_SINCE

    def year_span(self, first_days: int, last_days: int) -> tuple[int, int]:
        """Return the years; before 1873 January and February may belong to the year before."""
        year, month, _ = civil_from_days(first_days)
        may_be_earlier = month <= _FEBRUARY and ERAS[0].first_day[0] < year < FIRST_GREGORIAN_YEAR
        return year - may_be_earlier, civil_from_days(last_days)[0]

    def year_message(self, year: int) -> Message:
        """Return the label of a Gregorian year; both eras' where the era changed within it."""
        return _label(era_of((year, 1, 1)), era_of((year, 12, 31)), year)

    def years_message(self, first: int, last: int) -> Message:
        """Return Shōwa 34 – Shōwa 35."""
        if first == last:
            return self.year_message(first)
        start, end = era_of((first, 12, 31)), era_of((last, 1, 1)) or era_of((last, 12, 31))
        if start is None or end is None:
            return self.year_message(last)
        return Message.of("calendar.to-wide", first=_era_year(start, first), last=_era_year(end, last))

    def month_message(self, year: int, month: int) -> Message:
        """Return the label of a month; both eras' years where the era changed within it."""
        days = self.days_from(year, month, 1)
        if not self.names_days(days):
            return self.year_message(year)
        label = _label(era_of((year, month, 1)), era_of((year, month, 31)), year)
        return Message.of("calendar.era-month", month=self.month_name(year, month), year=label)

    def day_message(self, days: int) -> Message:
        """Return the label of a day by its era; before 1873 only its year, or the two that it may be in."""
        year, month, day = civil_from_days(days)
        era = era_of((year, month, day))
        if era is None:
            return Message.of("calendar.before-eras")
        if not self.names_days(days):
            return self.years_message(*self.year_span(days, days))
        name = self.month_name(year, month)
        return Message.of("calendar.era-day", day=day, month=name, year=_era_year(era, year))


JAPANESE_ERAS: Final = JapaneseEras()


def era_of(day: tuple[int, int, int]) -> Era | None:
    """Return the era that a Gregorian day lies in, None before Meiji."""
    return next((era for era in reversed(ERAS) if era.first_day <= day), None)


def era_end(era: Era) -> tuple[int, int, int] | None:
    """Return the first day of the era that follows, None if none does."""
    return next((later.first_day for earlier, later in pairwise(ERAS) if earlier is era), None)


def _label(first: Era | None, last: Era | None, year: int) -> Message:
    """Return the year in the era; in both where one gave way to the other."""
    if last is None:
        return Message.of("calendar.before-eras")
    if first is None or first is last:
        return _era_year(last, year)
    return Message.of("calendar.two-eras", first=_era_year(first, year), last=_era_year(last, year))


def _era_year(era: Era, year: int) -> Message:
    in_era = year - era.first_day[0] + 1
    key = f"calendar.era.{era.latin.casefold()}"
    if in_era == 1:
        return Message.of("calendar.era-first-year", era=Message.of(key))
    return Message.of("calendar.era-year", era=Message.of(key), year=in_era)
