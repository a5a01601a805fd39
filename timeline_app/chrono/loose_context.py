# SPDX-License-Identifier: MIT
"""What one attempt to read a loose date knows and finds out: its settings, the calendar of its days, its notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.instant import days_from_civil, days_in_month
from timeline_app.chrono.old_style import gregorian_edtf, reckoning

Choices: TypeAlias = tuple[str, ...]
"""The EDTF texts that a phrase can mean: one if it is clear, two or more if its author must be asked."""
Forced: TypeAlias = Literal["", "julian", "gregorian"]

_LONGEST_YEAR: Final = 9_999
_DECEMBER: Final = 12
_MONDAY_DAYS: Final = 4
"""1970-01-05 was a Monday."""


def refused(code: str, hint: str, **shown: str | int | Message) -> DateError:
    """Build the refusal `date.loose.<code>` with the hint `date.loose-hint.<hint>`."""
    return DateError(Message.of(f"date.loose.{code}", **shown), hint=Message.of(f"date.loose-hint.{hint}"))


def year_text(year: int) -> str:
    """Return a year in EDTF."""
    if abs(year) > _LONGEST_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(year: int, month: int, day: int) -> str:
    """Return a Gregorian day in EDTF, whether it exists or not."""
    if abs(year) > _LONGEST_YEAR:
        raise refused("day-of-long-year", "year-alone", year=str(year))
    return f"{year_text(year)}-{month:02d}-{day:02d}"


@dataclass(slots=True)
class LooseContext:
    """One attempt: `forced` says how days are counted that may be either; `told_julian` that the author said so."""

    settings: DateSettings
    forced: Forced = ""
    told: Forced = ""
    is_asked: bool = False
    calendar: str = ""
    question: Message | None = None
    note: Message | None = None
    hint: Message | None = None

    def day(
        self, year: int, month: int, day: int, weekday: int | None = None, *, is_old: bool = False
    ) -> str:
        """Return the Gregorian EDTF of a day as its author counted it; check the day of the week, if given.

        `is_old` says that the words themselves point to the Julian calendar.
        """
        counted = self._reckoning(year, month, day)
        if is_old and not self.told and counted == "gregorian" and self.settings.old_style != "gregorian":
            counted = "ask"
        if counted == "ask":
            if not self.forced:
                self.is_asked = True
                return day_text(year, month, day)
            counted = self.forced
        if counted == "julian":
            return self._julian_day(year, month, day, weekday)
        written = day_text(year, month, day)
        if 1 <= month <= _DECEMBER and 1 <= day <= days_in_month(year, month):
            self._check_weekday(days_from_civil(year, month, day), weekday, written)
        return written

    def month(self, year: int, month: int) -> str:
        """Return a month; tagged, not converted, where the settings count all its days as Julian."""
        text = f"{year_text(year)}-{month:02d}"
        if abs(year) > _LONGEST_YEAR:
            raise refused("day-of-long-year", "year-alone", year=str(year))
        return self._tagged(text, self._is_julian((year, month, 1), (year, month, 28)))

    def year(self, year: int) -> str:
        """Return a year that was written with BC or AD; tagged like a month.

        A bare year of four digits never comes here: it is EDTF, which is always Gregorian.
        """
        is_julian = abs(year) <= _LONGEST_YEAR and self._is_julian((year, 1, 1), (year, 12, 31))
        return self._tagged(year_text(year), is_julian)

    def ask(self, code: str, **shown: str | int) -> None:
        """Note what must be asked; the first question counts."""
        self.question = self.question or Message.of(f"date.loose.{code}", **shown)

    def tell(self, code: str, **shown: str | int) -> None:
        """Note what was assumed; the first note counts."""
        self.note = self.note or Message.of(f"date.loose.{code}", **shown)

    def _reckoning(self, year: int, month: int, day: int) -> Literal["julian", "gregorian", "ask"]:
        return self.told or reckoning(year, month, day, self.settings.old_style)

    def _is_julian(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> bool:
        try:
            return self._reckoning(*first) == "julian" == self._reckoning(*last)
        except DateError:
            # A day that a country left out: the change is within this month.
            return False

    def _tagged(self, text: str, is_julian: bool) -> str:  # noqa: FBT001 - the one thing it turns on
        if not is_julian:
            return text
        self.calendar = "julian"
        self.tell("read-julian-whole", date=text)
        return f"julian:{text}"

    def _julian_day(self, year: int, month: int, day: int, weekday: int | None) -> str:
        written = gregorian_edtf(year, month, day, "julian")
        if weekday is not None:
            self._check_weekday(JULIAN.days_from(year, month, day), weekday, day_text(year, month, day))
        self.calendar = "julian"
        self.tell("read-julian", date=day_text(year, month, day), edtf=written)
        return written

    @staticmethod
    def _check_weekday(days: int, weekday: int | None, date: str) -> None:
        found = (days - _MONDAY_DAYS) % 7
        if weekday is not None and weekday != found:
            raise refused("weekday", "weekday", date=date, weekday=Message.of(f"date.weekday.{found}"))


_PIECE: Final = re.compile(r"(julian:|hebrew:|islamic:)?([^\[\]{},/.?~%]+)([?~%]?)")
_RANGE: Final = re.compile(r"\[(-?[0-9]{2})([0-9])[0-9]([?~%]?)\.\.(-?[0-9]{2})([0-9])[0-9][?~%]?\]")
"""One of the years of a decade or a century, as "mid-1950s" and "late 19th century" are written."""


def marked(edtf: str, mark: str) -> str:
    """Return a date with a mark (`?` or `~`) on each of its parts; `?` and `~` together are `%`."""
    return _PIECE.sub(lambda piece: f"{piece[1] or ''}{piece[2]}{_joined(piece[3], mark)}", edtf)


def _joined(first: str, second: str) -> str:
    if not first or first == second:
        return second
    return "%"


def as_end(edtf: str) -> str:
    """Return a date as an end of an interval: "mid-1950s" becomes the decade, since no end can be a set."""
    match = _RANGE.fullmatch(edtf)
    if match is None or match[1] != match[4]:
        return edtf
    doubt = "?" if match[3] in {"?", "%"} else ""
    is_decade = match[2] == match[5] and not match[1].startswith("-")
    return f"{match[1]}{match[2]}X{doubt}" if is_decade else f"{match[1]}XX{doubt}"
