# SPDX-License-Identifier: MIT
"""Slips in the signs of a date: spaces, dashes, capitals, marks, brackets, clock times, other notations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a text: what is wrong with it, a hint, and texts that say it right."""

    code: str
    hint: str
    fixes: tuple[str, ...]


_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff0d\uff5e"
_DASH: Final = f"[{_DASHES}]"
_TWO_MARKS: Final = r"\?~|~\?|%[?~%]+|[?~]%"
_QUERIED_YEAR: Final = r"-?[0-9]{2}(?:[0-9]\?|\?\?)"
_ONE_PART_IN_PARENTHESES: Final = r"\(([0-9X]{2,4})\)([?~%])"
_TWO_PARTS_IN_PARENTHESES: Final = r"\(([0-9X]{2})-([0-9X]{2})\)([?~%])"
_CLOSING: Final = {"[": "]", "{": "}"}

_FRACTION: Final = r"(:[0-9]{2})[.,][0-9]+"
_SPACE_BEFORE_TIME: Final = r"([0-9]{2}) ([0-9]{1,2}:)"
_HOUR_OF_ONE_DIGIT: Final = r"(?<=T)([0-9]:)"
_OFFSET_WITHOUT_COLON: Final = r"([+-][0-9]{2})([0-9]{2})$"
_OFFSET_OF_ONE_DIGIT: Final = r"([+-])([0-9])$"
_NAMED_ZONE: Final = r"(.*[0-9]:[0-9]{2}) ?([A-Za-z]{1,5})"
_UTC_NAMES: Final = frozenset({"UTC", "GMT", "UT", "ZULU", "Z"})


def slips_of_the_pen(text: str) -> Iterator[Reading]:
    """Yield what spaces, dashes, digits and letters of another kind may have meant."""
    compact = "".join(text.split())
    yield Reading("spaces", "no-spaces", (compact,))
    ascii_digits = "".join(_ascii_digit(character) for character in compact)
    dashed = (re.sub(_DASH, "-", ascii_digits), re.sub(_DASH, "/", ascii_digits))
    yield Reading("foreign-characters", "plain-characters", dashed)
    yield Reading("capitals", "capitals", (compact.upper(), compact.upper().replace("U", "X")))
    lowered = compact.lower()
    if "open" in lowered or "unknown" in lowered:
        yield Reading("end-words", "end-words", (lowered.replace("open", "..").replace("unknown", ""),))


def _ascii_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def marks_and_brackets(text: str) -> Iterator[Reading]:
    """Yield what marks in wrong places, and sets without their signs, may have meant."""
    compact = "".join(text.split())
    yield Reading("both-marks", "both-marks", (re.sub(_TWO_MARKS, "%", compact),))
    if re.fullmatch(_QUERIED_YEAR, compact):
        masked = compact.replace("?", "X")
        yield Reading("queried-digit", "unknown-digit", (masked, f"{masked}?"))
    yield Reading("doubled-mark", "both-marks", (re.sub(r"([?~%])\1+", r"\1", compact),))
    marked = re.sub(_ONE_PART_IN_PARENTHESES, r"\2\1", compact)
    marked = re.sub(_TWO_PARTS_IN_PARENTHESES, r"\3\1-\3\2", marked)
    yield Reading("parentheses", "mark-before", (marked,))
    yield from _brackets(compact)


def _brackets(text: str) -> Iterator[Reading]:
    if text[:1] in _CLOSING:
        closing = _CLOSING[text[0]]
        yield Reading("brackets", "brackets", (text + closing, text[:-1] + closing))
        yield Reading("set-signs", "set-signs", (text.replace(";", ","), text.replace("-", "..")))
    elif text[-1:] in {"]", "}"}:
        yield Reading("brackets", "brackets", (("[" if text[-1] == "]" else "{") + text,))
    bare = text[1:-1] if text[:1] + text[-1:] == "()" else text
    if ".." in bare and bare != "..":
        yield Reading("bare-range", "bare-range", (f"[{bare}]", _as_interval(bare)))
    listed = bare.replace(";", ",")
    if "," in listed:
        yield Reading("bare-set", "brackets", (f"[{listed}]", f"{{{listed}}}"))


def _as_interval(text: str) -> str:
    """Return a range as the interval of the same ends: an end that is missing is open."""
    start, _, end = text.partition("..")
    return f"{start or '..'}/{end or '..'}"


def clock_times(text: str) -> Iterator[Reading]:
    """Yield what a clock time or an offset in another form may have meant."""
    stripped = re.sub(_SPACE_BEFORE_TIME, r"\1T\2", text.strip())
    padded = re.sub(_HOUR_OF_ONE_DIGIT, r"0\1", stripped)
    yield Reading("space-before-time", "times", (stripped,))
    yield Reading("hour-digits", "times", (padded,))
    yield Reading("fraction", "times", (re.sub(_FRACTION, r"\1", padded),))
    with_colon = re.sub(_OFFSET_WITHOUT_COLON, r"\1:\2", padded)
    yield Reading(
        "offset-form", "offsets", (with_colon, re.sub(_OFFSET_OF_ONE_DIGIT, r"\g<1>0\2:00", padded))
    )
    named = re.fullmatch(_NAMED_ZONE, padded)
    if named is not None and named[2].upper() in _UTC_NAMES:
        yield Reading("zone-name", "offsets", (f"{named[1]}Z",))
    yield Reading("zone-without-time", "times", (re.sub(r"(?<=[0-9])(?:Z|T)$", "", padded),))


def names_a_zone(text: str) -> bool:
    """Tell whether a clock time is followed by letters, as in 21:30 JST: several zones may be called so."""
    named = re.fullmatch(_NAMED_ZONE, text.strip())
    return named is not None and named[2].upper() not in {"AM", "PM"}
