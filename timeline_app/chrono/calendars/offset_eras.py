# SPDX-License-Identifier: MIT
"""Eras that count the Gregorian years from elsewhere: Juche, Dangun, Minguo and the Thai Buddhist era."""

from __future__ import annotations

from typing import ClassVar, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.calendar import run_of_years
from timeline_app.chrono.calendars.gregorian_years import GregorianYears
from timeline_app.chrono.instant import civil_from_days, days_from_civil

_APRIL: Final = 4
_DANGUN_OFFICIAL: Final = (days_from_civil(1948, 1, 1), days_from_civil(1962, 1, 1))
_JUCHE_IN_USE: Final = days_from_civil(1997, 1, 1)
_BUDDHIST_FROM_JANUARY: Final = days_from_civil(1941, 1, 1)


class OffsetEra(GregorianYears):
    """An era of one offset; its year 1 is its first."""

    __slots__ = ()

    @property
    def first_days(self) -> int | None:
        """1 January of the year 1."""
        return self.year_start_days(1)

    @property
    def limit(self) -> Message | None:
        """Where and since when the era was in use."""
        return Message.of(f"calendar.limit.{self.name}")

    def year_message(self, year: int) -> Message:
        """Return Juche 48."""
        return Message.of(f"calendar.{self.name}.year", year=str(year))

    def years_message(self, first: int, last: int) -> Message:
        """Return Juche 48–49."""
        return Message.of(f"calendar.{self.name}.year", year=run_of_years(first, last))


class Juche(OffsetEra):
    """North Korea's years from 1912; introduced in 1997."""

    __slots__ = ()

    name: ClassVar[str] = "juche"

    @property
    def offset(self) -> int:
        """1912 is Juche 1."""
        return -1911

    def limit_of(self, first_days: int) -> Message | None:
        """Return the limit for days before the years were introduced."""
        return self.limit if first_days < _JUCHE_IN_USE else None


class Dangun(OffsetEra):
    """Korea's years from 2333 BC, official in South Korea from 1948 to 1961."""

    __slots__ = ()

    name: ClassVar[str] = "dangun"

    @property
    def offset(self) -> int:
        """1959 is Dangun 4292."""
        return 2333

    def limit_of(self, first_days: int) -> Message | None:
        """Return the limit for days outside the years in which it was official."""
        first, end = _DANGUN_OFFICIAL
        return None if first <= first_days < end else self.limit


class Minguo(OffsetEra):
    """The years of the Republic of China, from 1912."""

    __slots__ = ()

    name: ClassVar[str] = "minguo"

    @property
    def offset(self) -> int:
        """1912 is Minguo 1."""
        return -1911

    def limit_of(self, first_days: int) -> Message | None:  # noqa: ARG002 - it has been in use since its year 1
        """Return None: the era has been in use since its first day."""
        return None


class Buddhist(OffsetEra):
    """The Buddhist era as Thailand counts it, from 1 January since 1941 and from April before."""

    __slots__ = ()

    name: ClassVar[str] = "buddhist"

    @property
    def offset(self) -> int:
        """1959 is B.E. 2502."""
        return 543

    def limit_of(self, first_days: int) -> Message | None:
        """Return the limit for days before 1941."""
        return self.limit if first_days < _BUDDHIST_FROM_JANUARY else None

    def names_days(self, first_days: int) -> bool:
        """Tell whether the year of the day is certain: before 1941 it is not from January to April."""
        return first_days >= _BUDDHIST_FROM_JANUARY

    def year_span(self, first_days: int, last_days: int) -> tuple[int, int]:
        """Return the years; a day from January to April before 1941 may belong to the year before."""
        year, month, _ = civil_from_days(first_days)
        may_be_earlier = first_days < _BUDDHIST_FROM_JANUARY and month <= _APRIL
        last_year, _, _ = civil_from_days(last_days)
        return year + self.offset - may_be_earlier, last_year + self.offset


JUCHE: Final = Juche()
DANGUN: Final = Dangun()
MINGUO: Final = Minguo()
BUDDHIST: Final = Buddhist()
