# SPDX-License-Identifier: MIT
"""Single loose dates: years, months, days, seasons, feast days; what is left goes to the fence."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from timeline_app.chrono.edtf import can_be_read
from timeline_app.chrono.loose_context import Choices, LooseContext, year_text
from timeline_app.chrono.loose_spans import read_span
from timeline_app.chrono.loose_words import (
    ENGLISH_TERM_DAYS,
    FEASTS,
    LAST_OLD_YEAR,
    MONTH,
    ROMAN_DAYS,
    SEASONS,
    WEEKDAY,
    month_number,
    roman_day,
    weekday_number,
)
from timeline_app.chrono.loose_years import YEAR, year_number

_EDTF_SHAPE: Final = re.compile(r"[-?~%]?[0-9ux\[{y][-0-9uxyestz:+?~%/.,\[\]{}]*")
_PLAIN_EDTF: Final = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ERA_WORD: Final = re.compile(
    r"[^\x00-\x7f]|meiji|taisho|showa|heisei|reiwa|juche|dangun|tangun|minguo|roc |b\.?e\.? ?[0-9]"
)
_CALENDARS: Final = (
    (re.compile("주체|主體|主体|juche"), "juche"),
    (re.compile("단기|단군|檀|dangun|tangun"), "dangun"),
    (re.compile("民|minguo|roc|중화"), "minguo"),
    (re.compile("佛|仏|พ|b"), "buddhist"),
)
_WEEKDAY: Final = rf"(?:(?:on )?(?P<weekday>{WEEKDAY}),? )?"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = rf"(?P<month>{MONTH})"
_DAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WEEKDAY}(?:the )?{_DAY}[ -]?(?:day )?(?:of )?{_MONTH}[-,]? ?(?:of )?(?:the year )?{YEAR}",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?:,| of)? {YEAR}",
        rf"{YEAR}[-,]? ?{_MONTH}[- ]{_DAY}",
    )
)
_DAY_OF_TWO_YEARS: Final = re.compile(
    rf"{_DAY} (?:of )?{_MONTH},? (?P<first>[0-9]{{4}})/(?P<second>[0-9]{{1,2}}|[0-9]{{4}})"
)
_NEW_YEAR: Final = (3, 25)
_MONTHS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_MONTH},? ?-?(?:of |in )?(?:the year )?{YEAR}",
        rf"{YEAR},? (?:in )?{_MONTH}",
    )
)
_NUMBERED_MONTH: Final = re.compile(
    r"(?:(?P<first>[0-9]{1,2})[/.])?(?P<year>[0-9]{4})(?:[/.](?P<last>[0-9]{1,2}))?"
)
_SEASONS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:the )?(?P<season>{'|'.join(SEASONS)}),? (?:of |in )?(?:the year )?{YEAR}",
        rf"{YEAR},? (?:in )?(?:the )?(?P<season>{'|'.join(SEASONS)})",
    )
)
_SEASON_OF_TWO_YEARS: Final = re.compile(
    rf"(?:the )?(?P<season>{'|'.join(SEASONS)})(?: of)? (?P<year>[0-9]{{4}}) ?[-/] ?(?P<next>[0-9]{{2}}|[0-9]{{4}})"
)
_SEASON_OF_TWO_ERA_YEARS: Final = re.compile(
    rf"(?:the )?(?P<season>{'|'.join(SEASONS)})(?: of)? (?:(?P<ad>ad) )?(?P<year>[0-9]{{1,4}}) ?[-/] ?"
    r"(?P<next>[0-9]{1,4})(?: (?P<era>bc|ad))?"
)
_FEAST: Final = re.compile(
    rf"(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))}),? (?:of |in )?{YEAR}"
)
_ROMAN_DAY: Final = re.compile(rf"(?:the )?(?P<name>{'|'.join(ROMAN_DAYS)}) of {_MONTH},? {YEAR}")
_YEAR: Final = re.compile(rf"{YEAR}")
_SEASON_OVER_NEW_YEAR: Final = {"north": "winter", "south": "summer"}
_LAST_MONTH: Final = 12


def read_atom(text: str, context: LooseContext) -> Choices | None:
    """Read one date; None if the words are none that is known."""
    for reader in _READERS:
        choices = reader(text, context)
        if choices is not None:
            return choices
    return None


def _edtf(text: str, context: LooseContext) -> Choices | None:
    """Take EDTF as it stands, in small letters too; `u` for an unknown digit is of the draft of 2012.

    Where the author says that it is Julian, it is only a way to write numbers.
    """
    if _EDTF_SHAPE.fullmatch(text) is None:
        return None
    if context.told == "julian":
        return _counted_as_julian(text, context)
    upper = text.upper().replace("U", "X")
    return (upper,) if can_be_read(upper) else None


def _counted_as_julian(text: str, context: LooseContext) -> Choices | None:
    match = _PLAIN_EDTF.fullmatch(text)
    if match is None:
        return None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if year is None or month is None:
        return (context.year(int(match[1])),)
    return (context.month(year, month) if day is None else context.day(year, month, day),)


def _year(text: str, context: LooseContext) -> Choices | None:
    match = _YEAR.fullmatch(text)
    if match is None:
        return None
    number = year_number(text)
    return (year_text(number) if text.isdecimal() else context.year(number),)


def _day(text: str, context: LooseContext) -> Choices | None:
    for pattern in _DAYS:
        match = pattern.fullmatch(text)
        if match is not None:
            found = match.groupdict()
            weekday = found.get("weekday")
            number = None if weekday is None else weekday_number(weekday)
            year, month = year_number(found["year"]), month_number(found["month"])
            return (context.day(year, month, int(found["day"]), number),)
    return _day_of_two_years(text, context)


def _day_of_two_years(text: str, context: LooseContext) -> Choices | None:
    """Read 10 February 1750/51: the old year began on 25 March, and the later one is ours."""
    match = _DAY_OF_TWO_YEARS.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match["first"]) + 1, month_number(match["month"]), int(match["day"])
    if not f"{year:04d}".endswith(match["second"]) or (month, day) >= _NEW_YEAR:
        return None
    return (context.day(year, month, day, is_old=True),)


def _month(text: str, context: LooseContext) -> Choices | None:
    for pattern in _MONTHS:
        match = pattern.fullmatch(text)
        if match is not None:
            return (context.month(year_number(match["year"]), month_number(match["month"])),)
    return None


def _numbered_month(text: str, context: LooseContext) -> Choices | None:
    """Read 7/2008 and 2008/7; 1905/10 and 1958/9 may also be two years, of which the whole phrase must know."""
    match = _NUMBERED_MONTH.fullmatch(text)
    if match is None or (match["first"] is None) == (match["last"] is None):
        return None
    number = int(match["first"] or match["last"])
    if not 1 <= number <= _LAST_MONTH:
        return None
    short = match["last"] or ""
    if "/" in text and short > match["year"][-len(short) :]:
        return None
    return (context.month(int(match["year"]), number),)


def _season(text: str, context: LooseContext) -> Choices | None:
    for pattern in _SEASONS:
        match = pattern.fullmatch(text)
        if match is not None:
            return (f"{year_text(year_number(match['year']))}-{SEASONS[match['season']]}",)
    return _season_over_new_year(text, context)


def _season_over_new_year(text: str, context: LooseContext) -> Choices | None:
    match = _SEASON_OF_TWO_YEARS.fullmatch(text) or _SEASON_OF_TWO_ERA_YEARS.fullmatch(text)
    if match is None or match["season"] != _SEASON_OVER_NEW_YEAR[context.settings.hemisphere]:
        return None
    # The winter of 1958/59 is the one that begins in December 1958.
    year, found = int(match["year"]), match.groupdict()
    if "era" in found:
        # That of 45/44 BC begins in December 45 BC.
        eras = {found["ad"], found["era"]} - {None}
        step = -1 if eras == {"bc"} else 1
        if len(eras) != 1 or year == 0 or int(match["next"]) != year + step:
            return None
        return (f"{year_text(1 - year if step < 0 else year)}-{SEASONS[match['season']]}",)
    return (f"{year:04d}-{SEASONS[match['season']]}",) if f"{year + 1:04d}".endswith(match["next"]) else None


def _feast(text: str, context: LooseContext) -> Choices | None:
    match = _FEAST.fullmatch(text)
    if match is not None:
        year, feast = year_number(match["year"]), match["feast"]
        # The days on which English rents fell due were Julian ones as long as England's calendar was.
        is_old = feast in ENGLISH_TERM_DAYS and year <= LAST_OLD_YEAR
        return (context.day(year, *FEASTS[feast], is_old=is_old),)
    match = _ROMAN_DAY.fullmatch(text)
    if match is None:
        return None
    month = month_number(match["month"])
    return (context.day(year_number(match["year"]), month, roman_day(match["name"], month)),)


def _era(text: str, context: LooseContext) -> Choices | None:
    """Read years of Japanese, Korean, Chinese and Thai eras."""
    if _ERA_WORD.search(text) is None:
        return None
    from timeline_app.chrono.calendars import edtf_of_era

    edtf = edtf_of_era(text)
    if edtf is None:
        return None
    named = (name for words, name in _CALENDARS if words.match(text))
    context.calendar = next(named, "japanese-era")
    return (edtf,)


def _span(text: str, context: LooseContext) -> Choices | None:
    return read_span(text, context)


def _deep(text: str, context: LooseContext) -> Choices | None:
    from timeline_app.chrono.loose_deep import read_deep_time

    return read_deep_time(text, context)


def _fenced(text: str, context: LooseContext) -> Choices | None:
    from timeline_app.chrono.loose_fence import read_fenced

    return read_fenced(text, context)


Reader = Callable[[str, LooseContext], Choices | None]

_READERS: Final[tuple[Reader, ...]] = (
    _numbered_month,
    _edtf,
    _year,
    _day,
    _month,
    _span,
    _season,
    _feast,
    _deep,
    _era,
    _fenced,
)
