# SPDX-License-Identifier: MIT
"""Reads dates that are written in the years of an era: 昭和34年12月14日, 주체48, 民國48年, B.E. 2502."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from timeline_app.chrono import date_faults
from timeline_app.chrono.calendars.japanese_eras import ERAS, FIRST_GREGORIAN_YEAR, Era, era_end
from timeline_app.chrono.calendars.offset_eras import BUDDHIST, DANGUN, JUCHE, MINGUO, OffsetEra
from timeline_app.chrono.edtf import can_be_read, parse

_LAST_MONTH: Final = 12
_ERA_DATE: Final = (
    r"(?P<era>明治|大正|昭和|平成|令和)(?P<year>[0-9]{1,2}|元)年"
    r"(?:(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?)?"
)
_LATIN_DATE: Final = r"(?P<era>meiji|taisho|showa|heisei|reiwa) (?P<year>[0-9]{1,2})"
"""Compiled at first use: most exhibits never need them."""
_KOREAN: Final = (
    r"(?P<era>주체|主體|主体|juche|단기|단군기원|檀紀|檀君紀元|dangun|tangun) ?(?P<year>[0-9]{1,4})"
    r"(?: ?\((?P<gregorian>[0-9]{4})\))?"
    r"(?: ?[년年](?: ?(?P<month>[0-9]{1,2}) ?[월月](?: ?(?P<day>[0-9]{1,2}) ?[일日])?)?)?"
)
_MINGUO: Final = (
    r"(?P<era>(?:中[華华])?民[國国]|minguo|roc|중화민국) ?(?P<year>[0-9]{1,3}|元)"
    r"(?: ?[년年](?: ?(?P<month>[0-9]{1,2}) ?[월月](?: ?(?P<day>[0-9]{1,2}) ?[일日])?)?)?"
)
_BUDDHIST: Final = r"(?:b\.?e\.?|พ\.ศ\.|พุทธศักราช|佛[曆历]|仏暦) ?(?P<year>[0-9]{4}) ?年?"
_JUCHE_NAMES: Final = frozenset({"주체", "主體", "主体", "juche"})
_KOREA_GREGORIAN_SINCE: Final = 1896
"""Korea's months and days were lunisolar before."""
_BUDDHIST_FROM_APRIL: Final = 1889
_BUDDHIST_FROM_JANUARY: Final = 1941
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


def edtf_of_korean(text: str) -> str | None:
    """Return the EDTF of a date in Juche or Dangun years (주체48, 단기 4292년 12월 14일), None if it is none.

    Raise DateError for a day that does not exist, for a month or day before 1896, when Korea's calendar
    was another, and where the year in brackets (주체48(1959)) is not the same one.
    """
    match = re.fullmatch(_KOREAN, _plain(text))
    if match is None:
        return None
    year = _gregorian_year(text, match, JUCHE if match["era"] in _JUCHE_NAMES else DANGUN)
    if match["month"] is not None and year < _KOREA_GREGORIAN_SINCE:
        raise date_faults.fault("lunisolar-korea", "era-year-only", (_edtf_year(year),), date=text)
    written = _written(match, year)
    if match["gregorian"] is not None and int(match["gregorian"]) != year:
        fixes = (_written(match, int(match["gregorian"])), written)
        readable = tuple(fix for fix in fixes if can_be_read(fix))
        raise date_faults.fault("two-years", "two-years", readable, date=text)
    # The reader of EDTF tells which day a month does not have.
    return parse(written).edtf


def edtf_of_minguo(text: str) -> str | None:
    """Return the EDTF of a date in the years of the Republic of China (民國48年12月14日), None if it is none."""
    match = re.fullmatch(_MINGUO, _plain(text))
    return None if match is None else parse(_written(match, _gregorian_year(text, match, MINGUO))).edtf


def edtf_of_buddhist(text: str) -> str | None:
    """Return the EDTF of a Thai Buddhist year (B.E. 2502, 佛曆2502年), None if it is none.

    Before 1941 the year began on 1 April, so that its EDTF is some time from one April to the next March;
    raise DateError before 1889, when the moon told its beginning.
    """
    match = re.fullmatch(_BUDDHIST, _plain(text))
    if match is None:
        return None
    year = int(match["year"]) - BUDDHIST.offset
    if year < _BUDDHIST_FROM_APRIL:
        raise date_faults.fault("lunisolar-thai", "gregorian-date", date=text)
    if year >= _BUDDHIST_FROM_JANUARY:
        return f"{year:04d}"
    # The last of these years had nine months.
    end = f"{year}-12" if year == _BUDDHIST_FROM_JANUARY - 1 else f"{year + 1}-03"
    return f"[{year}-04..{end}]"


def edtf_of_era(text: str) -> str | None:
    """Return the EDTF of a date in the years of any era known here, None if it is none."""
    for reader in (edtf_of_japanese, edtf_of_korean, edtf_of_minguo, edtf_of_buddhist):
        edtf = reader(text)
        if edtf is not None:
            return edtf
    return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _gregorian_year(text: str, match: re.Match[str], calendar: OffsetEra) -> int:
    in_era = 1 if match["year"] == "元" else int(match["year"])
    if in_era < 1:
        raise date_faults.fault("year-before-first", "first-year", date=text)
    return in_era - calendar.offset


def _edtf_year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _written(match: re.Match[str], year: int) -> str:
    """Return the EDTF of the year with the month and day of a text, of which the month is checked."""
    month = match["month"]
    if month is not None and not 1 <= int(month) <= _LAST_MONTH:
        raise date_faults.no_such_month(month, match.start("month"))
    parts = (match[part].zfill(2) for part in ("month", "day") if match[part] is not None)
    return "-".join([_edtf_year(year), *parts])
