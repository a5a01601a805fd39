# SPDX-License-Identifier: MIT
"""What a class is not to see yet: all that begins after a moving "now", and parts of chosen events.

Both are for asking "what comes next?" and "when was that?" before it is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.narrowing import day_edtf


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
    """An event of which some parts are withheld."""

    event_id: str
    parts: frozenset[Part]


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


def with_part(
    withheld: tuple[Withheld, ...], event_id: str, part: Part, *, is_withheld: bool
) -> tuple[Withheld, ...]:
    """Return what is withheld once a part of an event is withheld too, or told again; events in their order."""
    of = {each.event_id: each.parts for each in withheld}
    parts = of.get(event_id, frozenset())
    of[event_id] = parts | {part} if is_withheld else parts - {part}
    return tuple(Withheld(name, left) for name, left in of.items() if left)
