# SPDX-License-Identifier: MIT
"""Loose dates that name a stretch of years: decades, centuries, millennia, and early, mid and late in them.

A third of a decade is `[1950~..1953~]`, `[1953~..1956~]`, `[1956~..1959~]`: some time in about these years,
since EDTF has no word for it and an interval would claim that it lasted. Centuries are cut in the same way.
A century is EDTF's `18XX` (1800 to 1899); before Christ `-04XX` is exactly 500 to 401 BC.
"""

from __future__ import annotations

import re
from typing import Final

from timeline_app.chrono.instant import days_in_month
from timeline_app.chrono.loose_context import Choices, LooseContext, year_text
from timeline_app.chrono.loose_words import MONTH, ORDINALS, PARTS, month_number
from timeline_app.chrono.loose_years import YEAR, year_number

_NUMBER: Final = (
    rf"(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
)
_ERA: Final = r"(?: (?P<era>bc|ad))?"
_CENTURY: Final = re.compile(rf"(?:the )?{_NUMBER}[ -]?(?:century|centuries|cent\.?|(?P<short>c\.?)){_ERA}")
_MILLENNIUM: Final = re.compile(rf"(?:the )?{_NUMBER} millennium{_ERA}")
_DECADE: Final = re.compile(rf"(?:the )?(?P<years>[0-9]{{1,3}}0)(?:'?s|-?ies){_ERA}")
_THIRD: Final = re.compile(
    r"(?:the )?(?:(?P<early>(?:early|mid|late)(?![a-z]))(?:[- ]in(?: the)? |- ?| ?)"
    r"|(?P<end>beginning|start|middle|end|early part|middle part|late part|latter part) of (?:the )?(?:year )?)"
    r"(?:the )?(?P<whole>.+)"
)
_THIRDS_JOINED: Final = re.compile(
    r"(?:the )?(?P<first>early|mid|late)[- ]?(?:to|-|or|/)[- ]?(?P<last>early|mid|late)[- ](?:the )?(?P<whole>.+)"
)
_FRACTION: Final = re.compile(
    r"(?:the )?(?P<place>first|1st|second|2nd|third|3rd|fourth|4th|last|final) (?P<size>half|third|quarter) "
    r"(?:of )?(?:the )?(?:year )?(?P<whole>.+)"
)
_SHORT_FRACTION: Final = re.compile(rf"(?P<size>[qh]) ?(?P<place>[1-4]),? (?:of )?{YEAR}")
_FRACTION_LAST: Final = re.compile(
    r"(?P<year>[0-9]{4})[ -]?(?P<size>[qh])(?P<place>[1-4])|(?P<first>[1-4])(?P<last>[qh]) ?(?P<of>[0-9]{4})"
)
_YEAR: Final = re.compile(YEAR)
_MONTH_OF_YEAR: Final = re.compile(rf"(?P<month>{MONTH}),? (?:of )?{YEAR}")

_PLACES: Final = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_SIZES: Final = {"half": 2, "third": 3, "quarter": 4, "h": 2, "q": 4}
_CODES: Final = {2: 40, 3: 37, 4: 33}
"""EDTF's first code for halves, thirds and quarters of a year."""
_MOST_CENTURIES: Final = 100
_MOST_SHORT_CENTURIES: Final = 21
"""“31c” is no century that anybody writes so short."""
_MOST_MILLENNIA: Final = 10
_THIRDS: Final = 3


def read_span(text: str, context: LooseContext) -> Choices | None:
    """Read a decade, century, millennium, or a part of one, of a year or of a month."""
    if "c" in text or "m" in text or "s" in text:
        whole = _whole(text, context)
        if whole is not None:
            return tuple(block_of_years(*span) for span in whole)
    return (
        _thirds(text, context)
        or _third(text, context)
        or _fraction(text, context)
        or _short_fraction(text, context)
    )


def _whole(text: str, context: LooseContext) -> tuple[tuple[int, int], ...] | None:
    """Return the first and last year of a decade, century or millennium; two pairs where it may be either."""
    match = _CENTURY.fullmatch(text)
    if match is not None:
        return _counted(match, 100, _MOST_SHORT_CENTURIES if match["short"] else _MOST_CENTURIES)
    match = _MILLENNIUM.fullmatch(text)
    if match is not None:
        return _counted(match, 1000, _MOST_MILLENNIA)
    match = _DECADE.fullmatch(text)
    if match is None:
        return None
    era, size = match["era"], int(match["years"])
    if era is None and len(match["years"]) < _THIRDS:
        # The '50s of which century?
        return None
    lengths = (10, 100) if size % 100 == 0 and size else (10,)
    if len(lengths) > 1:
        context.ask("ask-decade-or-century", date=text)
    return tuple(_years(size, size + length - 1, era) for length in lengths)


def _counted(match: re.Match[str], length: int, most: int) -> tuple[tuple[int, int], ...] | None:
    """Return the years of a numbered century: 401 to 500 BC in the 5th before Christ, 400 to 499 in ours."""
    name = match["number"]
    number = ORDINALS.get(name) or int(re.sub("[a-z]", "", name) or 0)
    if not 1 <= number <= most:
        return None
    first = (number - 1) * length + (match["era"] == "bc")
    return (_years(first, first + length - 1, match["era"]),)


def _years(smallest: int, largest: int, era: str | None) -> tuple[int, int]:
    """Return the first and last year of a block, counted back if before Christ."""
    return (1 - largest, 1 - smallest) if era == "bc" else (smallest, largest)


def block_of_years(first: int, last: int) -> str:
    """Return the years as one date with unknown digits, where there is one with just these bounds."""
    length = last - first + 1
    unknown = len(str(length)) - 1
    if first >= 0 and first % length == 0:
        return f"{first:04d}"[:-unknown] + "X" * unknown
    if last < 0 and -last % length == 0:
        return f"-{-last:04d}"[:-unknown] + "X" * unknown
    return f"[{year_text(first)}..{year_text(last)}]"


def _thirds(text: str, context: LooseContext) -> Choices | None:
    """Read "mid to late 1950s": some time from the one third to the other."""
    match = _THIRDS_JOINED.fullmatch(text)
    if match is None:
        return None
    firsts, lasts = (_third(f"{match[name]} {match['whole']}", context) for name in ("first", "last"))
    if firsts is None or lasts is None:
        return None
    ends = zip(firsts, lasts, strict=True)
    return tuple(
        f"[{first.strip('[]').split('..')[0]}..{last.strip('[]').split('..')[-1]}]" for first, last in ends
    )


def _third(text: str, context: LooseContext) -> Choices | None:
    match = _THIRD.fullmatch(text)
    if match is None:
        return None
    word = (match["early"] or match["end"]).partition(" ")[0]
    third = PARTS["late" if word == "latter" else word]
    whole = match["whole"]
    year = _year_of(whole)
    if year is not None:
        return (f"{year_text(year)}-{_CODES[_THIRDS] + third}~",)
    month = _MONTH_OF_YEAR.fullmatch(whole)
    if month is not None:
        return _third_of_month(month, third, context)
    spans = _whole(whole, context)
    if spans is None:
        return None
    return tuple(third_of_years(first, last, third) for first, last in spans)


def third_of_years(first: int, last: int, third: int) -> str:
    """Return early (0), mid (1) or late (2) in a block of years."""
    length = (last - first + 1) // _THIRDS
    start = first + third * length
    end = last if third == _THIRDS - 1 else start + length
    return f"[{year_text(start)}~..{year_text(end)}~]"


def _third_of_month(match: re.Match[str], third: int, context: LooseContext) -> Choices | None:
    """Return ten days: the 1st to 10th, 11th to 20th, 21st to the last."""
    year, month = year_number(match["year"]), month_number(match["month"])
    last = days_in_month(year, month) if third == _THIRDS - 1 else 10 * third + 10
    start, end = context.day(year, month, 10 * third + 1), context.day(year, month, last)
    return (f"[{start}~..{end}~]",)


def _fraction(text: str, context: LooseContext) -> Choices | None:
    match = _FRACTION.fullmatch(text)
    if match is None:
        return None
    parts = _SIZES[match["size"]]
    place = _PLACES.get(match["place"], parts - 1)
    year = _year_of(match["whole"])
    if year is not None:
        return _part_of_year(year, parts, place)
    spans = _whole(match["whole"], context)
    if spans is None or place >= parts:
        return None
    return tuple(part_of_years(first, last, parts, place) for first, last in spans)


def _short_fraction(text: str, context: LooseContext) -> Choices | None:  # noqa: ARG001 - one shape of readers
    match = _SHORT_FRACTION.fullmatch(text)
    if match is not None:
        return _part_of_year(year_number(match["year"]), _SIZES[match["size"]], int(match["place"]) - 1)
    match = _FRACTION_LAST.fullmatch(text)
    if match is None:
        return None
    size, place = match["size"] or match["last"], match["place"] or match["first"]
    return _part_of_year(int(match["year"] or match["of"]), _SIZES[size], int(place) - 1)


def _part_of_year(year: int, parts: int, place: int) -> Choices | None:
    return (f"{year_text(year)}-{_CODES[parts] + place}",) if place < parts else None


def part_of_years(first: int, last: int, parts: int, place: int) -> str:
    """Return one of the equal parts of a block of years."""
    length = last - first + 1
    start, end = first + length * place // parts, first + length * (place + 1) // parts - 1
    return f"[{year_text(start)}..{year_text(end)}]"


def _year_of(text: str) -> int | None:
    match = _YEAR.fullmatch(text)
    return None if match is None else year_number(match["year"])
