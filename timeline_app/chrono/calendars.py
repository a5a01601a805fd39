# SPDX-License-Identifier: MIT
"""Other ways to count years, beside the Gregorian one that all dates are stored in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from timeline_app.chrono import date_faults
from timeline_app.chrono.edtf import can_be_read


class YearCalendar(Protocol):
    """A calendar that can label years and days of the Gregorian calendar."""

    @property
    def name(self) -> str:
        """The name by which an exhibit asks for the calendar."""
        ...

    def year_label(self, year: int) -> str | None:
        """Return the label of a Gregorian year, None where the calendar has none."""
        ...

    def day_label(self, year: int, month: int, day: int) -> str | None:
        """Return the label of a Gregorian day, None where the calendar has none."""
        ...


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
_FIRST_GREGORIAN_YEAR: Final = 1873
"""Japan's calendar was lunisolar before: days and months of earlier years are not those of ours."""
_LAST_MONTH: Final = 12
_ERA_DATE: Final = (
    r"(?P<era>明治|大正|昭和|平成|令和)(?P<year>[0-9]{1,2}|元)年"
    r"(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
)
_LATIN_DATE: Final = r"(?P<era>meiji|taisho|showa|heisei|reiwa) (?P<year>[0-9]{1,2})"
"""Compiled at first use: most exhibits never need them."""
_ACCENTS: Final = str.maketrans("ōūŌŪ", "ouOU")


@dataclass(frozen=True, slots=True)
class JapaneseEras:
    """Years and days by era from Meiji on: 昭和34年, 昭和34年12月14日."""

    name: str = "japanese"

    def year_label(self, year: int) -> str | None:
        """Return the era year; both where the era changed within the year, None before Meiji."""
        last = _era_of((year, 12, 31))
        if last is None:
            return None
        first = _era_of((year, 1, 1))
        if first is None or first is last:
            return _era_year(last, year)
        return f"{_era_year(first, year)}・{_era_year(last, year)}"

    def day_label(self, year: int, month: int, day: int) -> str | None:
        """Return the day by its era; None before 1873, when Japan took over the Gregorian calendar."""
        era = _era_of((year, month, day))
        if era is None or year < _FIRST_GREGORIAN_YEAR:
            return None
        return f"{_era_year(era, year)}{month}月{day}日"


def calendar_named(name: str) -> YearCalendar | None:
    """Return the calendar that an exhibit's `calendars:` asks for; None if there is none of that name."""
    return JapaneseEras() if name in {"japanese", "japanese-era"} else None


def edtf_of_japanese(text: str) -> str | None:
    """Return the EDTF of a date by Japanese era (昭和34年12月14日, Showa 34), None if the text is none.

    Raise DateError for a date that its era does not have (昭和65年), and for a month or day before 1873.
    """
    plain = unicodedata.normalize("NFKC", text).strip().translate(_ACCENTS)
    match = re.fullmatch(_ERA_DATE, plain) or re.fullmatch(_LATIN_DATE, plain.casefold())
    if match is None:
        return None
    parts = match.groupdict()
    era = next(era for era in ERAS if parts["era"] in {era.kanji, era.latin.casefold()})
    in_era = 1 if parts["year"] == "元" else int(parts["year"])
    year = era.first_day[0] + in_era - 1
    month, day = parts.get("month"), parts.get("day")
    if month is not None and year < _FIRST_GREGORIAN_YEAR:
        raise date_faults.fault("lunisolar", "era-year-only", (f"{year:04d}",), date=text)
    is_month = month is None or 1 <= int(month) <= _LAST_MONTH
    written = "-".join([f"{year:04d}", *(part.zfill(2) for part in (month, day) if part is not None)])
    if in_era < 1 or not is_month or not can_be_read(written) or not _may_fall_in(era, year, month, day):
        raise date_faults.fault("not-in-era", "eras", date=text, era=era.kanji)
    return written


def _may_fall_in(era: Era, year: int, month: str | None, day: str | None) -> bool:
    """Tell whether some day of the year, month or day written lies in the era."""
    first_month, last_month = (int(month), int(month)) if month else (1, _LAST_MONTH)
    first_day, last_day = (int(day), int(day)) if day else (1, 31)
    if (year, last_month, last_day) < era.first_day:
        return False
    following = next((later for later in ERAS if later.first_day > era.first_day), None)
    return following is None or (year, first_month, first_day) < following.first_day


def _era_of(day: tuple[int, int, int]) -> Era | None:
    return next((era for era in reversed(ERAS) if era.first_day <= day), None)


def _era_year(era: Era, year: int) -> str:
    in_era = year - era.first_day[0] + 1
    return f"{era.kanji}{'元' if in_era == 1 else in_era}年"
