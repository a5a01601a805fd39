# SPDX-License-Identifier: MIT
"""What a class is not to see yet: all that begins after a moving "now", and parts of chosen events.

Both are for asking "what comes next?" and "when was that?" before it is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import (
    DAY_S,
    LIMIT_S,
    civil_from_seconds,
    days_in_month,
    month_start_s,
    year_start_s,
)
from timeline_app.chrono.narrowing import day_edtf

LAST_SHORT_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Curtain:
    """A moment behind which nothing is shown: what begins at `at_s` or later is hidden.

    `text` is the last moment before the curtain, in EDTF.
    """

    at_s: int
    text: str


class Part(StrEnum):
    """A part of an event that can be withheld; whatever tells of it goes with it."""

    TITLE = "title"
    """What happened: a question mark stands in its place."""
    DATE = "date"
    """When it happened: it stands among the events without a place in time."""
    OUTCOME = "outcome"
    """What came of it: title and date stay, and nothing else is told."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """An event of which some parts are withheld; `is_asked` while a class is asked to place it."""

    event_id: str
    parts: frozenset[Part]
    is_asked: bool = False


def curtain_date(text: str, settings: DateSettings = DEFAULT_SETTINGS) -> Curtain | None:
    """Return the curtain after the end of a date in EDTF, None if it has no end; raise DateError if it is no date."""
    date = parse(text, settings)
    if date.latest_s is None or date.is_year_unknown:
        return None
    return Curtain(date.latest_s, text)


def curtain_second(at_s: int) -> Curtain:
    """Return the curtain after the day that holds a second."""
    text = day_edtf(max(-LIMIT_S, min(at_s, LIMIT_S - 1)))
    end_s = parse(text).latest_s
    return Curtain(at_s + 1 if end_s is None else end_s, text)


def curtain_before(at_s: int) -> Curtain:
    """Return the curtain that hangs just before a second: named after the year, month or day that ends there."""
    last = civil_from_seconds(max(-LIMIT_S, min(at_s, LIMIT_S) - 1))
    is_short = 0 < last.year <= LAST_SHORT_YEAR
    if is_short and year_start_s(last.year + 1) == at_s:
        return Curtain(at_s, f"{last.year:04}")
    month_s = days_in_month(last.year, last.month) * DAY_S
    if is_short and month_start_s(last.year, last.month) + month_s == at_s:
        return Curtain(at_s, f"{last.year:04}-{last.month:02}")
    return curtain_second(at_s - 1)


def with_part(
    withheld: tuple[Withheld, ...], event_id: str, part: Part, *, is_withheld: bool
) -> tuple[Withheld, ...]:
    """Return what is withheld once a part of an event is withheld too, or told again; events in their order."""
    of = {each.event_id: each for each in withheld}
    each = of.get(event_id, Withheld(event_id, frozenset()))
    of[event_id] = replace(each, parts=each.parts | {part} if is_withheld else each.parts - {part})
    return tuple(each for each in of.values() if each.parts)


def with_question(withheld: tuple[Withheld, ...], event_id: str) -> tuple[Withheld, ...]:
    """Return what is withheld once a class is asked for an event: its date, and anything that could give it away."""
    parts = next((each.parts for each in withheld if each.event_id == event_id), frozenset())
    asked = Withheld(event_id, parts | {Part.DATE, Part.OUTCOME}, is_asked=True)
    return (*without(withheld, event_id), asked)


def without(withheld: tuple[Withheld, ...], event_id: str) -> tuple[Withheld, ...]:
    """Return what is withheld once all of an event is told."""
    return tuple(each for each in withheld if each.event_id != event_id)


def begun_past(curtain: Curtain, begins_s: int | None) -> Curtain:
    """Return the curtain behind which something that begins at a second is seen: pulled on where it is not yet."""
    return curtain if begins_s is None or begins_s < curtain.at_s else curtain_second(begins_s)
