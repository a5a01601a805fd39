# SPDX-License-Identifier: MIT
"""Puts two dates together, and gives each of them the words that only the other one has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from timeline_app.chrono.calendars.julian import JULIAN
from timeline_app.chrono.edtf import can_be_read
from timeline_app.chrono.instant import civil_from_days, days_in_month
from timeline_app.chrono.loose_context import Choices, as_end
from timeline_app.chrono.loose_words import MONTH
from timeline_app.chrono.loose_years import YEAR

_HAS_WORD: Final = re.compile("[0-9a-z]")
_MOST_CHOICES: Final = 6
_ERA: Final = re.compile(r"(?<![a-z])(?:bc|ad)(?![a-z])")
_ERA_BEHIND: Final = re.compile(r" (?:bc|ad)$")
_YEAR_BEHIND: Final = re.compile(rf"(?:^|[ ,-])+{YEAR}$")
_MONTH_AND_YEAR: Final = re.compile(rf"(?: of)? {MONTH},? {YEAR}$")
_DAY_AND_YEAR: Final = re.compile(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?,? {YEAR}")
_MONTH_BEFORE: Final = re.compile(rf"(?P<month>{MONTH}) [0-9]{{1,2}}(?:st|nd|rd|th)?")
_CENTURY_BEHIND: Final = re.compile(
    r"(?:st|nd|rd|th)?(?P<unit>[ -]?(?:century|centuries|cent\.?|(?<![a-z])c\.?|millennium)(?: (?:bc|ad))?)$"
)
_DAY_ALONE: Final = re.compile(r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?")
_SHORT_DECADE: Final = re.compile(r"'?[0-9]0'?s")
_FULL_DECADE: Final = re.compile(r"(?P<century>[0-9]{2})[0-9]0'?s$")
_SHORT_YEAR: Final = re.compile(r"'?(?P<short>[0-9]{2})(?P<mark>\??)")
_PLAIN_YEAR: Final = re.compile(
    r"(?:(?:c|ca|circa|about|in|the year|early|mid|late)?[. -]*)(?P<century>[0-9]{2})(?P<short>[0-9]{2}) ?\??"
)
"""A year alone: of "summer 1958-59" it is not clear whether a summer or a year ends it."""
_NUMBERED: Final = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?$|[a-z]+(?:st|nd|rd|th)$")
_BARE_NUMBER: Final = re.compile(r"[0-9]{1,4}")
_PLAIN: Final = re.compile(r"(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


def combined(form: Callable[[str, str], str], first: Choices, last: Choices) -> Choices:
    """Put two dates together in all ways; those that make no date are left out, unless all are."""
    made = tuple(dict.fromkeys(form(one, other) for one, other in product(first, last)))
    readable = tuple(text for text in made if can_be_read(text))
    return (readable or made[:1])[:_MOST_CHOICES]


def one_of(first: str, last: str) -> str:
    """Return some time between two dates; both ends of such a range are of one precision."""
    first, last = (as_end(date) for date in (first, last))
    written = f"[{first}..{last}]"
    if can_be_read(written):
        return written
    start, end = _PLAIN.fullmatch(first), _PLAIN.fullmatch(last)
    if start is None or end is None:
        return written
    while len(first) < len(last):
        first += "-01"
    while len(last) < len(first):
        last += "-12" if last.count("-") == last.startswith("-") else f"-{_last_day(last)}"
    return f"[{first}..{last}]"


def new_style_of(interval: str) -> str | None:
    """Return the end of an interval of two days that are one day, told in the Julian calendar and in ours."""
    start, _, end = interval.partition("/")
    first, last = _PLAIN.fullmatch(start), _PLAIN.fullmatch(end)
    if first is None or last is None or first[3] is None or last[3] is None:
        return None
    year, month, day = (int(part) for part in first.groups())
    is_julian_day = day <= JULIAN.days_in(year, month)
    return (
        end
        if is_julian_day and civil_from_days(JULIAN.days_from(year, month, day)) == _numbers(end)
        else None
    )


def _numbers(day: str) -> tuple[int, int, int]:
    year, month, number = day.rsplit("-", 2)
    return int(year), int(month), int(number)


def _last_day(month: str) -> int:
    year, _, number = month.rpartition("-")
    return days_in_month(int(year), int(number))


def with_right_completed(left: str, right: str) -> Iterator[str]:
    """Yield what the right date can be: as it stands, or with what the left one says."""
    if _HAS_WORD.search(left) is None:
        return
    decade, full = _SHORT_DECADE.fullmatch(right), _FULL_DECADE.search(left)
    if decade is not None and full is not None:
        yield full["century"] + right.removeprefix("'")
    short, year = _SHORT_YEAR.fullmatch(right), _PLAIN_YEAR.fullmatch(left)
    if short is not None and year is not None and short["short"] > year["short"]:
        yield year["century"] + short["short"] + short["mark"]
    month = _MONTH_BEFORE.fullmatch(left)
    if month is not None and _DAY_AND_YEAR.fullmatch(right) is not None:
        yield f"{month['month']} {right}"
    if left.startswith("ad ") and _BARE_NUMBER.fullmatch(right) is not None:
        yield f"ad {right}"
    yield right


def with_left_completed(left: str, right: str) -> Iterator[str]:
    """Yield what the left date can be, with what the right one says, the surest first."""
    if _HAS_WORD.search(left) is None or left in {"ad", "bc"}:
        return
    year, month_and_year = _YEAR_BEHIND.search(right), _MONTH_AND_YEAR.search(right)
    century = _CENTURY_BEHIND.search(right)
    if month_and_year is not None and _DAY_ALONE.fullmatch(left) is not None:
        yield left + month_and_year[0]
        return
    if century is not None and _NUMBERED.search(left) is not None:
        yield left + (century[0] if left[-1].isdigit() else century["unit"])
        return
    has_era = _ERA.search(left) is not None
    era = _ERA_BEHIND.search(right)
    if era is not None and not has_era:
        yield left + era[0]
    if has_era or era is None or era[0] == " ad":
        yield left
    if year is not None and year[0] != right:
        yield f"{left} {year['year']}"
