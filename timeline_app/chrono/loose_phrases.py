# SPDX-License-Identifier: MIT
"""Loose phrases around single dates: about, perhaps, after, before, between, or, from … to.

A doubt said of a whole range ("c. 1955-58", "1868-1871?") is taken for both ends, which claims less than
either end alone would.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from timeline_app.chrono.edtf import can_be_read
from timeline_app.chrono.loose_atoms import read_atom
from timeline_app.chrono.loose_context import Choices, LooseContext, as_end, marked, refused, year_text
from timeline_app.chrono.loose_ranges import (
    combined,
    new_style_of,
    one_of,
    with_left_completed,
    with_right_completed,
)

_FILLER: Final = re.compile(
    r"(?:active|fl\.|in|on|during|dated|(?:some ?time|(?:some ?)?year|date) (?:in|during)|(?:the )?year|dates? from"
    r")(?: the year)?:? (?P<rest>.+)"
)
_ABOUT_BEFORE: Final = re.compile(
    r"(?:(?:circa|cca|ca|c|abt|approx|approximately|around|about|roughly|some time around|near)"
    r"\b\.? ?(?:the )?(?:year )?|~ ?|(?:circa|cca|ca|c)\.?(?=[0-9]))(?P<rest>.+)"
)
_ABOUT_BEHIND: Final = re.compile(
    r"(?P<rest>.+?)(?:,? \(?(?:approx\.?|approximately|or so|or thereabouts|circa)\)?| ?~)"
)
_PERHAPS_BEFORE: Final = re.compile(
    r"(?:probably|possibly|perhaps|maybe|presumably|likely|uncertain:|\?)[ :,]*(?:in |on )?(?P<rest>.+)"
)
_PERHAPS_BEHIND: Final = re.compile(
    r"(?P<rest>.+?)(?:,? \(?(?:probably|possibly|perhaps|maybe|presumably|guess|uncertain|\?)\)?|\?)"
)
_BOTH_BEHIND: Final = re.compile(r"(?P<rest>.+?) ?%")
_BETWEEN: Final = re.compile(r"(?:some ?time )?between (?P<first>.+?) (?:and|&|-|to) (?P<last>.+)")
_AFTER_AND_BEFORE: Final = re.compile(r"after (?P<first>.+?),? (?:and|but) before (?P<last>.+)")
_FROM_ONE_SIDE: Final = (
    (
        re.compile(r"(?:after|later than|not before|no earlier than|not earlier than|post-)(?P<date>.+)"),
        "after",
    ),
    (re.compile(r"(?P<date>.+?)(?: or later| or after| at the earliest)"), "after"),
    (
        re.compile(r"(?:before|earlier than|by|not after|not later than|no later than|pre-)(?P<date>.+)"),
        "before",
    ),
    (re.compile(r"(?P<date>.+?)(?: or earlier| or before| at the latest)"), "before"),
    (re.compile(r"(?:since|ever since) (?P<date>.+)"), "since"),
    (re.compile(r"(?:from )?(?P<date>.+?)(?: on| onwards?| and after| to date)"), "since"),
    (re.compile(r"from (?P<date>.+)"), "since"),
    (re.compile(r"(?:until|till|up to|up until) (?P<date>.+)"), "until"),
)
_SHORT_BC: Final = re.compile(r"(?P<head>[0-9]{1,2})(?P<short>[0-9]{2}) ?[-/] ?(?P<end>[0-9]{2}) bc")
_UNKNOWN_ENDS: Final = (
    re.compile(r"(?P<date>.+?) ?(?:-|/| to ) ?(?:\?|unknown)"),
    re.compile(r"(?:\?|unknown) ?(?:-|/| to ) ?(?P<date>.+)"),
)
_SIDE_WORD: Final = re.compile(
    r"after|later|before|earlie|(?<![a-z])by|at the|since|(?<![a-z])on|until|till|up to|from|post-|pre-|to date"
)
"""Stands in every phrase of one side: a quick look that spares most texts the closer ones."""
_RANGE_END_YEAR: Final = re.compile(
    r"(?P<year>(?P<century>[0-9]{2})(?P<short>[0-9]{2})) ?[-/] ?(?P<end>[0-9]{2})"
)
_RANGE_END_DIGIT: Final = re.compile(r"(?P<year>(?P<decade>[0-9]{3})(?P<short>[1-8])) ?[-/] ?(?P<end>[2-9])")
_RANGE_SIGNS: Final = (
    re.compile(r"(?:from )(?P<first>.+?) (?:to|until|till|through|thru|-) (?P<last>.+)"),
    re.compile(r"(?P<first>.+?) (?:to|until|till|through|thru) (?P<last>.+)"),
)
_HYPHEN: Final = re.compile(r" ?- ?|(?<=[0-9]) ?~ ?(?=[0-9])")
_SLASHED: Final = re.compile(r"(?P<first>[^/]+?) ?/ ?(?P<last>[^/]+)")
_PART_OF_TWO_YEARS: Final = re.compile(r".*[a-z]{3}\.? [0-9]{1,4} ?[-/] ?[0-9]{1,4} (?:bc|ad)")
_BARE_YEAR: Final = re.compile(r"(?:c\.? ?|circa |about )?[0-9]{4}\??")
_YEAR_AT_END: Final = re.compile(r"[^0-9][0-9]{4}\??$")
_LAST_GROUP: Final = 41
_LAST_MONTH: Final = 12
_FIRST_GROUP: Final = 21


def read_phrase(text: str, context: LooseContext) -> Choices | None:
    """Read a loose date; None if it has no form that is known."""
    for reader in _READERS:
        choices = reader(text, context)
        if choices is not None:
            return choices
    return None


def _years_of_one_century(text: str, context: LooseContext) -> Choices | None:
    """Read 1955-58; 1905-10 and 1958/9 may be a month, 1910-30 a part of a year in EDTF."""
    match = _SHORT_BC.fullmatch(text)
    if match is not None and match["end"] < match["short"]:
        # 264-41 BC: to 241 BC, or to 41 BC?
        context.ask("ask-which", date=text)
        first = 1 - int(match["head"] + match["short"])
        lasts = (1 - int(match["head"] + match["end"]), 1 - int(match["end"]))
        return tuple(f"{year_text(first)}/{year_text(last)}" for last in lasts)
    match = _RANGE_END_DIGIT.fullmatch(text)
    if match is not None and match["end"] > match["short"]:
        # 1751/2: to 1752, or February?
        context.ask("ask-month-or-years", date=text)
        return f"{match['year']}-0{match['end']}", f"{match['year']}/{match['decade']}{match['end']}"
    match = _RANGE_END_YEAR.fullmatch(text)
    if match is None or match["end"] <= match["short"]:
        return None
    years = f"{match['year']}/{match['century']}{match['end']}"
    end = int(match["end"])
    if end > _LAST_GROUP or _LAST_MONTH < end < _FIRST_GROUP or ("/" in text and end > _LAST_MONTH):
        return (years,)
    context.ask("ask-month-or-years", date=text)
    return f"{match['year']}-{match['end']}", years


def _to_unknown(text: str, context: LooseContext) -> Choices | None:
    """Read "1755-?" and "? to 1755"."""
    for index, pattern in enumerate(_UNKNOWN_ENDS):
        match = pattern.fullmatch(text)
        dates = None if match is None else _end(match["date"], context)
        if dates is not None:
            return tuple(f"/{as_end(date)}" if index else f"{as_end(date)}/" for date in dates)
    return None


def _with_filler(text: str, context: LooseContext) -> Choices | None:
    match = _FILLER.fullmatch(text)
    return None if match is None else read_phrase(match["rest"], context)


def _with_doubt(text: str, context: LooseContext) -> Choices | None:
    for patterns, marks in _DOUBTS:
        for pattern in patterns:
            match = pattern.fullmatch(text)
            inner = None if match is None else read_phrase(match["rest"], context)
            if inner is not None:
                return _doubted(inner, marks, context)
    return None


_DOUBTS: Final = (
    ((_ABOUT_BEFORE, _ABOUT_BEHIND), "~"),
    ((_PERHAPS_BEFORE, _PERHAPS_BEHIND), "?"),
    ((_BOTH_BEHIND,), "~?"),
)


def _doubted(choices: Choices, marks: str, context: LooseContext) -> Choices:
    for mark in marks:
        choices = tuple(marked(choice, mark) for choice in choices)
    if any("/" in choice for choice in choices):
        context.tell("doubt-of-both")
    if any("T" in choice for choice in choices):
        # EDTF has no mark for a clock time.
        raise refused("doubtful-time", "time-range")
    return choices


def _between(text: str, context: LooseContext) -> Choices | None:
    match = _BETWEEN.fullmatch(text) or _AFTER_AND_BEFORE.fullmatch(text)
    if match is None:
        return None
    ends = _both(match["first"], match["last"], context)
    return None if ends is None else combined(one_of, *ends)


def _from_one_side(text: str, context: LooseContext) -> Choices | None:
    if _SIDE_WORD.search(text) is None:
        return None
    for pattern, side in _FROM_ONE_SIDE:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        inner = _end(match["date"].strip(), context)
        if inner is not None:
            return tuple(_SIDES[side](choice) for choice in inner)
    return None


def _first_of(edtf: str) -> str:
    """Return the beginning of "some time from … to …", for what lies after it."""
    return edtf.strip("[]").partition("..")[0] if edtf.startswith("[") else edtf


def _last_of(edtf: str) -> str:
    return edtf.strip("[]").rpartition("..")[2] if edtf.startswith("[") else edtf


_SIDES: Final[dict[str, Callable[[str], str]]] = {
    "after": lambda date: f"[{_first_of(as_end(date))}..]",
    "before": lambda date: f"[..{_last_of(as_end(date))}]",
    "since": lambda date: f"{as_end(date)}/..",
    "until": lambda date: f"../{as_end(date)}",
}


def _listed(text: str, context: LooseContext) -> Choices | None:
    """Read "1955 or 1958" as one of the dates, "1955 and 1958" as all of them."""
    for word, brackets in ((" or ", "[]"), (" and ", "{}"), (" & ", "{}")):
        if word not in text:
            continue
        *others, last = text.split(word)
        members = [*(piece.strip() for other in others for piece in _at_commas(other)), last]
        found = None if _may_share_more(members) else _members(members, context)
        if found is not None:
            return tuple(
                f"{brackets[0]}{','.join(member.strip('[]') for member in chosen)}{brackets[1]}"
                for chosen in product(*found)
            )
    return None


def _may_share_more(members: list[str]) -> bool:
    """Tell whether a bare year at the end may take up more: "spring 1959 or 1960"."""
    *others, last = (member.strip() for member in members)
    return _BARE_YEAR.fullmatch(last) is not None and any(
        _BARE_YEAR.fullmatch(other) is None and _YEAR_AT_END.search(other) is not None for other in others
    )


def _at_commas(text: str) -> list[str]:
    """Split "1955, 1956" but not "March 13, 2007"."""
    pieces = text.rstrip(",").split(",")
    return (
        pieces
        if all(re.fullmatch(r" ?[0-9]{4}(?: [a-z]+)?| ?[a-z]+| ?[0-9]{1,2}", piece) for piece in pieces)
        else [text]
    )


def _members(members: list[str], context: LooseContext) -> list[Choices] | None:
    """Read the members of a list from its end, so that each may lack what the one behind it says."""
    found: list[Choices] = []
    behind = members[-1]
    for index in range(len(members) - 1, -1, -1):
        if not found:
            readings = (_end(text, context) for text in with_right_completed(members[index - 1], behind))
        else:
            readings = (_end(text, context) for text in with_left_completed(members[index], behind))
        choices = next((reading for reading in readings if reading is not None), None)
        if choices is None or any(mark in choice for choice in choices for mark in "/{"):
            return None
        found.insert(0, choices)
    return found


def _range_of_doubtful(text: str, context: LooseContext) -> Choices | None:
    """Read "c. 1955 - c. 1958", where each end has its own doubt and none is said of the whole."""
    for first, last in (*_split_at_words(text), *_split_at_hyphens(text)):
        if _is_doubted(first) and _is_doubted(last):
            ends = _both(first, last, context)
            if ends is not None:
                return combined(_interval, *ends)
    return None


def _is_doubted(text: str) -> bool:
    return any(pattern.fullmatch(text) is not None for patterns, _ in _DOUBTS for pattern in patterns)


def _range(text: str, context: LooseContext) -> Choices | None:
    """Read "from 1955 to 1958", "Dec 1959 - Jan 1960", "13-15 March 2007"."""
    for first, last in _split_at_words(text):
        ends = _both(first, last, context)
        if ends is not None:
            return combined(_interval, *ends)
    found: list[str] = []
    for first, last in _split_at_hyphens(text):
        ends = _both(first, last, context)
        if ends is not None:
            found += combined(_interval, *ends)
    readable = tuple(dict.fromkeys(choice for choice in found if can_be_read(choice)))
    new = new_style_of(readable[0]) if "/" in text and len(readable) == 1 else None
    if new is not None:
        # 25 October/7 November 1917: one day in two calendars, or two weeks?
        context.ask("ask-which", date=text)
        return new, *readable
    return readable or tuple(found[:1]) or None


def _split_at_words(text: str) -> Iterator[tuple[str, str]]:
    for pattern in _RANGE_SIGNS:
        match = pattern.fullmatch(text)
        if match is not None:
            yield match["first"], match["last"]


def _split_at_hyphens(text: str) -> Iterator[tuple[str, str]]:
    if _PART_OF_TWO_YEARS.fullmatch(text) is not None:
        # Is "summer 45/44 BC" from a summer to a year, or a summer of one of two years?
        return
    for match in _HYPHEN.finditer(text):
        if match.start() and match.end() < len(text):
            yield text[: match.start()], text[match.end() :]
    slashed = _SLASHED.fullmatch(text)
    if slashed is not None:
        yield slashed["first"], slashed["last"]


def _interval(first: str, last: str) -> str:
    return f"{as_end(first)}/{as_end(last)}"


def _both(first: str, last: str, context: LooseContext) -> tuple[Choices, Choices] | None:
    """Read two dates of which either may lack what the other says."""
    for right in with_right_completed(first, last):
        ends = _end(right, context)
        if ends is None:
            continue
        for left in with_left_completed(first, right):
            starts = _end(left, context)
            if starts is not None:
                return starts, ends
    return None


def _end(text: str, context: LooseContext) -> Choices | None:
    """Read one date with its doubts: a member of a longer phrase is no phrase with two ends itself."""
    for patterns, marks in _DOUBTS:
        for pattern in patterns:
            match = pattern.fullmatch(text)
            inner = None if match is None else _end(match["rest"], context)
            if inner is not None:
                return _doubted(inner, marks, context)
    match = _FILLER.fullmatch(text)
    inner = None if match is None else _end(match["rest"], context)
    return inner or read_atom(text, context)


_READERS: Final = (
    _years_of_one_century,
    read_atom,
    _between,
    _from_one_side,
    _to_unknown,
    _range_of_doubtful,
    _with_doubt,
    _with_filler,
    _listed,
    _range,
)
