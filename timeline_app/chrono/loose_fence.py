# SPDX-License-Identifier: MIT
"""The fence around python-dateutil: it reads one plain Western date with a four-digit year, and nothing else.

Left alone it fills what is missing from today, guesses centuries, takes the order of day and month from each
text anew and drops words that it does not know. So it gets only texts that hold nothing but a year of four
digits, months, numbers and a clock time; it reads them twice over two days that differ in everything; what
both readings share is what was written, and each number of the text must be found in it. Zones never reach it, because it would ask the machine which names
it knows. Dates of three numbers need no library. It is loaded with the first text that does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline_app.chrono.loose_context import Choices, LooseContext, refused
from timeline_app.chrono.loose_words import MONTH, WEEKDAY, weekday_number

if TYPE_CHECKING:
    from datetime import datetime

    from dateutil.parser import parser

_LONGEST: Final = 60
_WEEKDAY_BEFORE: Final = re.compile(rf"(?:on )?(?P<day>{WEEKDAY}),? (?P<rest>.+)")
_WEEKDAY_BEHIND: Final = re.compile(rf"(?P<rest>.+?),? \(?(?P<day>{WEEKDAY})\)?")
_HAS_CLOCK: Final = re.compile(r"[0-9]:[0-9]|[0-9] ?[ap]\.?m(?![a-z])")
_HALF_OF_DAY: Final = re.compile(r"(?<![a-z])([ap])\. ?m\.?(?![a-z])")
_ZONE: Final = re.compile(
    r"(?P<rest>.*[0-9m.]) ?(?:\(?(?P<name>z|utc|gmt)\)?|(?P<sign>[+-])(?P<hours>[0-9]{2}):?(?P<minutes>[0-9]{2})?)"
)
_SIGNED_ZONE: Final = re.compile(r"(?:utc|gmt) ?[+-] ?[0-9]")
_SPACED_ZONE: Final = re.compile(r".* -[0-9]{4}")
_SECONDS_BEFORE: Final = re.compile(r".*[0-9]:[0-9]{2}:[0-9]{2} ?")
_HOUR_WORD: Final = re.compile(r"[0-9] ?[ap]\.?m(?![a-z])|(?<![a-z])(?:at|clock)(?![a-z])")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_KNOWN_WORD: Final = re.compile(rf"{MONTH}|am|pm|a|p|m|of|the|at|st|nd|rd|th|o|clock")
_NUMBERS: Final = re.compile(r"[0-9]+")
_FORBIDDEN: Final = re.compile(
    r"[0-9],[0-9]|:[0-9]{2}[.,][0-9]|[0-9] ?- ?[0-9]{1,2} (?=[a-z])|[^\w :,./'-]|_"
)
_DAY_AND_MONTH: Final = re.compile(
    r"(?<![0-9/.:-])(?P<first>[0-9]{1,2})(?P<sign>[-/.])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})(?![0-9])"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<![0-9/.:-])(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9:])"
)
_NAMED_MONTH: Final = re.compile(rf"(?<![a-z]){MONTH}")
_DAY_BY_MONTH: Final = re.compile(
    rf"(?<![0-9:])[0-9]{{1,2}}(?:st|nd|rd|th)?[ .,-]*(?:day )?(?:of )?{MONTH}|(?<![a-z]){MONTH}[ .,-]*(?:the )?[0-9]{{1,2}}(?![0-9:])"
)
_WHOLE: Final = re.compile(r"[0-9a-z].*[0-9a-z.]")
_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_DIGITS: Final = 4
_DAY_DIGITS: Final = 2
_LAST_MONTH: Final = 12
_HALF_DAY: Final = 12


class _Found(NamedTuple):
    """What was written in a text: None where a part is missing."""

    year: int
    month: int
    day: int
    hour: int | None
    minute: int | None
    second: int | None


def read_fenced(text: str, context: LooseContext) -> Choices | None:
    """Read a plain Western date or time; None if the text is not one."""
    if len(text) > _LONGEST or not any(len(number) == _YEAR_DIGITS for number in _NUMBERS.findall(text)):
        return None
    text, weekday = _without_weekday(_HALF_OF_DAY.sub(r"\1m", text))
    text, zone = _without_zone(text)
    if not _is_plain(text, zone):
        return None
    match = _DAY_AND_MONTH.search(text)
    if match is not None:
        return _by_numbers(text, match, zone, weekday, context)
    match = _YEAR_FIRST.search(text)
    if match is not None and match[0] == text:
        return (context.day(int(match["year"]), int(match["month"]), int(match["day"]), weekday),)
    is_dated = _DAY_BY_MONTH.search(text) if _NAMED_MONTH.search(text) else match
    return _read(text, zone, weekday, context) if is_dated else None


def _by_numbers(
    text: str, match: re.Match[str], zone: str, weekday: int | None, context: LooseContext
) -> Choices | None:
    """Read 14/12/1959; of 03/04/1959 it must be asked which number is the month."""
    first, second, year = (int(match[part]) for part in ("first", "second", "year"))
    before, behind = text[: match.start()], text[match.end() :]
    found: list[str] = []
    for day, month in dict.fromkeys(((second, first), (first, second))):
        if not 1 <= month <= _LAST_MONTH:
            continue
        if before or behind:
            # dateutil would take its own view of the order: it gets the month by name.
            named = f"{before}{day} {_NAMES[month - 1]} {match['year']}{behind}"
            found += _read(named, zone, weekday, context) or ()
        else:
            found.append(context.day(year, month, day, weekday))
    if len(found) > 1:
        context.ask("ask-day-or-month", date=text)
    return tuple(found) or None


def _without_weekday(text: str) -> tuple[str, int | None]:
    match = _WEEKDAY_BEFORE.fullmatch(text) or _WEEKDAY_BEHIND.fullmatch(text)
    return (text, None) if match is None else (match["rest"], weekday_number(match["day"]))


def _without_zone(text: str) -> tuple[str, str]:
    """Return the text without its zone, and the zone as EDTF writes it."""
    if _HAS_CLOCK.search(text) is None:
        return text, ""
    if _SIGNED_ZONE.search(text) is not None:
        raise refused("zone-sign", "zone", date=text)
    match = _ZONE.fullmatch(text)
    if match is None:
        return text, ""
    if match["name"]:
        return match["rest"], "Z"
    if match["sign"] == "-" and not (
        _SPACED_ZONE.fullmatch(text) or _SECONDS_BEFORE.fullmatch(match["rest"])
    ):
        # 09:30-11:00 is a zone to a machine, and to people half past nine to eleven.
        raise refused("end-or-zone", "end-or-zone", date=text)
    return match["rest"], f"{match['sign']}{match['hours']}:{match['minutes'] or '00'}"


def _is_plain(text: str, zone: str) -> bool:
    """Tell whether a text holds only what the fence lets through; refuse the name of a zone."""
    if _FORBIDDEN.search(text) is not None or _WHOLE.fullmatch(text) is None:
        return False
    strangers = [word for word in _WORDS.findall(text) if _KNOWN_WORD.fullmatch(word) is None]
    if len(strangers) == 1 and not zone and re.search(rf"(?:[0-9]|[ap]\.?m\.?) ?\(?{strangers[0]}\)?$", text):
        if _HAS_CLOCK.search(text) is not None:
            raise refused("unknown-zone", "zone", zone=strangers[0].upper())
        return False
    long_numbers = [number for number in _NUMBERS.findall(text) if len(number) > _DAY_DIGITS]
    return not strangers and len(long_numbers) == 1 and len(long_numbers[0]) == _YEAR_DIGITS


def _read(text: str, zone: str, weekday: int | None, context: LooseContext) -> Choices | None:
    found = _parts_of(text)
    if found is None:
        return None
    day = context.day(found.year, found.month, found.day, weekday)
    if found.hour is None:
        return (day,)
    if found.minute is None and _HOUR_WORD.search(text) is None:
        # Of "1958-03-13/15" the last number is no hour.
        return None
    if found.minute is None:
        raise refused("hour-alone", "minutes", date=text)
    clock = f"{found.hour:02d}:{found.minute:02d}" + ("" if found.second is None else f":{found.second:02d}")
    return (f"{day}T{clock}{zone}",)


def _parts_of(text: str) -> _Found | None:
    """Let dateutil read a text over two different days, and return what does not come from them."""
    read, defaults = _reader()
    try:
        one, other = (read.parse(text, default=default, tzinfos=_no_zone) for default in defaults)
    except (ValueError, OverflowError, ArithmeticError, TypeError, LookupError, AttributeError):
        # What the library raises for texts that it cannot read.
        return None
    parts = [
        getattr(one, name) if getattr(one, name) == getattr(other, name) else None
        for name in ("year", "month", "day", "hour", "minute", "second")
    ]
    year, month, day, hour, minute, second = parts
    if year is None or month is None or day is None or not _accounts_for(text, parts):
        return None
    return _Found(year, month, day, hour, minute, second)


def _accounts_for(text: str, parts: list[int | None]) -> bool:
    """Tell whether every number of the text became a part of the date, and every part was in the text."""
    named_month = _NAMED_MONTH.search(text) is not None
    wanted = sorted(
        part for index, part in enumerate(parts) if part is not None and not (named_month and index == 1)
    )
    written = sorted(map(int, _NUMBERS.findall(text)))
    if wanted == written:
        return True
    hour = parts[3]
    if hour is None or re.search(r"[ap]\.? ?m", text) is None:
        return False
    # On a clock of twelve hours 9 pm is 21, and 12 am is 0.
    wanted.remove(hour)
    return sorted([*wanted, hour % _HALF_DAY or _HALF_DAY]) == written


def _no_zone(name: str | None, offset: int | None) -> None:
    """Refuse any zone that dateutil believes to have found: ours are taken off before."""
    if name is not None or offset is not None:
        raise ValueError(name)


@lru_cache(maxsize=1)
def _reader() -> tuple[parser, tuple[datetime, datetime]]:
    """Return dateutil's parser with its guesses taken out, and two days that differ in every part."""
    from datetime import datetime

    from dateutil.parser import parser, parserinfo

    class Fenced(parserinfo):
        """Drops only signs and the words that stand in a date; takes years as they are written."""

        JUMP = [" ", ".", ",", ";", "-", "/", "'", "at", "of", "the", "st", "nd", "rd", "th"]  # noqa: RUF012

        def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: ARG002, FBT001, FBT002
            return year

    # Both are leap years, or 29 February could not be read over them.
    return parser(Fenced()), (datetime(2000, 1, 1), datetime(1996, 12, 31, 23, 59, 59))  # noqa: DTZ001
