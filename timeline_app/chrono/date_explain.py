# SPDX-License-Identifier: MIT
"""Finds out what the author of an unreadable date may have meant, and offers texts that would be accepted.

It never guesses: where a text has two readings both are offered, where it has none only a hint is given,
and nothing is offered that cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from timeline_app.base.errors import DateError
from timeline_app.chrono import date_faults
from timeline_app.chrono.date_slips import (
    Reading,
    clock_times,
    marks_and_brackets,
    names_a_zone,
    slips_of_the_pen,
)

CanBeRead = Callable[[str], bool]


def explain(text: str, found: DateError, can_be_read: CanBeRead) -> DateError:
    """Return the error to show for `text`, given the one that reading stopped with."""
    if found.message.key != date_faults.UNREADABLE:
        fixes = tuple(fix for fix in _more_fixes(text, found.fixes) if can_be_read(fix))
        return DateError(found.message, hint=found.hint, fixes=fixes, offset=found.offset)
    if not text.strip():
        return date_faults.fault("empty", "forms")
    tried = {text}
    for reading in _readings(text):
        fresh = [fix for fix in dict.fromkeys(reading.fixes) if fix not in tried]
        tried.update(fresh)
        fixes = tuple(fix for fix in fresh if can_be_read(fix))
        if fixes:
            return date_faults.fault(reading.code, reading.hint, fixes, found.offset, date=text)
    if names_a_zone(text):
        return date_faults.fault("zone-name", "offsets", date=text)
    of_era = _of_era(text)
    if of_era is not None:
        return of_era
    if _HAS_YEAR.search(text) is None:
        return date_faults.fault("no-year", "no-year", date=text)
    return found


def _of_era(text: str) -> DateError | None:
    """Return what is wrong with a date in the years of an era, None if the text is none."""
    # The calendars are not needed for reading dates that are right.
    from timeline_app.chrono.calendars import edtf_of_era

    try:
        written = edtf_of_era(text)
    except DateError as error:
        return error
    return date_faults.fault("era", "year-first", (written,), date=text) if written else None


_HAS_YEAR: Final = re.compile(r"[0-9X]{4}|Y-?[0-9]")
_LONG_NUMBER: Final = re.compile(r"(?<![0-9Y.E])(-?)([1-9][0-9]{4,})(?![0-9-])")
_BASIC_DAY: Final = re.compile(r"(-?[0-9]{4})([0-9]{2})([0-9]{2})")
_BASIC_MONTH: Final = re.compile(r"(-?[0-9]{4})([0-9]{2})")
_DECADE: Final = re.compile(r"([0-9]{3})0'?s")
_CENTURY: Final = re.compile(r"([0-9]{2})00'?s")
_YEAR_FIRST: Final = re.compile(r"(-?[0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?")
_UNPADDED: Final = re.compile(r"(?<=-)([0-9])(?![0-9])")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_TWO_YEARS: Final = re.compile(r"(-?[0-9]{4})-(-?[0-9]{4})")
_SHORT_END: Final = re.compile(r"(-?[0-9]{2})([0-9]{2})[-/]([0-9]{2})")
_SHORT_YEAR: Final = re.compile(r"[0-9]{1,3}")
_BEFORE_CHRIST: Final = re.compile(r"0*([0-9]{1,4})(?:BCE?|B\.C\.)", re.IGNORECASE)
_SHORT_NEGATIVE: Final = re.compile(r"-([1-9][0-9]{0,2})")
_ZERO_PARTS: Final = re.compile(r"(?<=[0-9])(?:-00)+(?![0-9])")
_SHORT_Y: Final = re.compile(r"Y(-?[0-9]{1,4})")
_LAST_MONTH: Final = 12
_FIRST_FUTURE_CENTURY: Final = "21"


def _readings(text: str) -> Iterator[Reading]:
    """Yield the readings of a text, the plainest first."""
    yield from slips_of_the_pen(text)
    yield from marks_and_brackets(text)
    compact = "".join(text.split())
    yield from _long_and_short_years(compact)
    yield from _other_orders(compact)
    yield from clock_times(text)


def _long_and_short_years(text: str) -> Iterator[Reading]:
    for pattern in (_BASIC_DAY, _BASIC_MONTH):
        match = pattern.fullmatch(text)
        if match is not None:
            fixes = "-".join(match.groups()), _LONG_NUMBER.sub(r"\1Y\2", text)
            yield Reading("no-hyphens", "hyphens", fixes)
    yield Reading("long-year", "long-year", (_LONG_NUMBER.sub(_with_y, text),))
    yield Reading("short-y-year", "long-year", (_SHORT_Y.sub(_four_digits, text),))
    match = _CENTURY.fullmatch(text)
    if match is not None:
        yield Reading("decade-or-century", "decade-or-century", (f"{match[1]}0X", f"{match[1]}XX"))
    yield Reading("decade", "decade", (_DECADE.sub(r"\1X", text),))
    match = _BEFORE_CHRIST.fullmatch(text)
    if match is not None and int(match[1]):
        yield Reading("before-christ", "year-zero", (_astronomical(1 - int(match[1])),))
    match = _SHORT_NEGATIVE.fullmatch(text)
    if match is not None:
        fixes = _astronomical(1 - int(match[1])), _astronomical(-int(match[1]))
        yield Reading("short-year", "year-zero", fixes)
    if _SHORT_YEAR.fullmatch(text) is not None:
        as_century_or_decade = text.ljust(4, "X")
        is_plausible = len(text) > 1 and as_century_or_decade < _FIRST_FUTURE_CENTURY
        masked = (as_century_or_decade,) if is_plausible else ()
        yield Reading("short-year", "short-year", (text.zfill(4), *masked))


def _with_y(match: re.Match[str]) -> str:
    return f"Y{match[1]}{match[2]}"


def _four_digits(match: re.Match[str]) -> str:
    return _astronomical(int(match[1]))


def _astronomical(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _other_orders(text: str) -> Iterator[Reading]:
    yield Reading("unpadded", "unpadded", (_UNPADDED.sub(r"0\1", text),))
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        written = "-".join(part.zfill(2) for part in match.groups() if part is not None)
        yield Reading("year-first", "hyphens", (written,))
    match = _YEAR_LAST.fullmatch(text)
    if match is not None:
        yield from _year_last(*match.groups())
    yield from _years_with_hyphen(text)


def _year_last(first: str, second: str, year: str) -> Iterator[Reading]:
    first, second = first.zfill(2), second.zfill(2)
    day_first, month_first = f"{year}-{second}-{first}", f"{year}-{first}-{second}"
    both_may_be_months = int(first) <= _LAST_MONTH and int(second) <= _LAST_MONTH and first != second
    code = "day-or-month" if both_may_be_months else "year-last"
    yield Reading(code, "year-first", (month_first, day_first))


def _years_with_hyphen(text: str) -> Iterator[Reading]:
    yield Reading("hyphen-for-slash", "slash", (_TWO_YEARS.sub(r"\1/\2", text),))
    match = _SHORT_END.fullmatch(text)
    if match is not None:
        yield Reading("short-end", "slash", (f"{match[1]}{match[2]}/{match[1]}{match[3]}",))


def _more_fixes(text: str, fixes: tuple[str, ...]) -> Iterable[str]:
    """Yield the fixes of a date of good shape, and what else it may be: two years (1955-58), no day (1959-08-00)."""
    yield from fixes
    match = _SHORT_END.fullmatch(text)
    if match is not None:
        yield f"{match[1]}{match[2]}/{match[1]}{match[3]}"
    if _ZERO_PARTS.search(text) is not None:
        yield _ZERO_PARTS.sub("", text)
