# SPDX-License-Identifier: MIT
"""Reads dates that are written in the years of an era: 昭和34年12月14日, 주체48, 民國48年, B.E. 2502."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from timeline_app.chrono import date_faults
from timeline_app.chrono.calendars.japanese_eras import ERAS, FIRST_GREGORIAN_YEAR, Era, era_end
from timeline_app.chrono.edtf import can_be_read

_LAST_MONTH: Final = 12
_ERA_DATE: Final = (
    r"(?P<era>明治|大正|昭和|平成|令和)(?P<year>[0-9]{1,2}|元)年"
    r"(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
)
_LATIN_DATE: Final = r"(?P<era>meiji|taisho|showa|heisei|reiwa) (?P<year>[0-9]{1,2})"
"""Compiled at first use: most exhibits never need them."""
_ACCENTS: Final = str.maketrans("ōūŌŪ", "ouOU")


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
    if month is not None and year < FIRST_GREGORIAN_YEAR:
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
    end = era_end(era)
    return end is None or (year, first_month, first_day) < end
