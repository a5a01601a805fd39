# SPDX-License-Identifier: MIT
"""The second cursor in time, and what it tells: who knew what by then, and when something became known.

A thing counts as known from the moment at which it began to be: a doubtful date answers possibly.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.chrono.narrowing import day_edtf
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.records import Audience


@dataclass(frozen=True, slots=True)
class KnownAt:
    """A moment, and whose knowledge counts.

    What became known to the audience before `at_s` passes. `text` is the moment as chosen, in EDTF. What is
    public is known to every audience. `where` is a country, "" for anywhere; what names no country counts
    everywhere.
    """

    at_s: int
    text: str
    audience: Audience = "public"
    where: str = ""


def known_at_date(
    text: str, settings: DateSettings = DEFAULT_SETTINGS, audience: Audience = "public", where: str = ""
) -> KnownAt | None:
    """Return the cursor at the end of a date in EDTF, None if it has no end; raise DateError if it is no date."""
    date = parse(text, settings)
    if date.latest_s is None or date.is_year_unknown:
        return None
    return KnownAt(date.latest_s, text, audience, where)


def known_at_second(at_s: int, audience: Audience = "public", where: str = "") -> KnownAt:
    """Return the cursor at the end of the day that holds the last second before `at_s`."""
    text = day_edtf(max(-LIMIT_S, min(at_s, LIMIT_S) - 1))
    end_s = parse(text).latest_s
    return KnownAt(at_s if end_s is None else end_s, text, audience, where)


@dataclass(frozen=True, slots=True)
class KnownMoment:
    """A moment at which something became public: cursor and words for it, and how many things did."""

    at_s: int
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Knowers:
    """Some who knew; `where` is a country, "" where none is named."""

    audience: Audience
    where: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was known of an event at the cursor, and to whom.

    `answer` is how surely it was known by then, `extent` how far (the widest that counts, "" where nobody knows),
    `to` whose knowledge counts. With `cites_later` the event was known then but none of the sources that the exhibit cites was in print.
    `only_to` are those who knew while the public did not.
    """

    answer: Answer = Answer.YES
    extent: str = "whole"
    to: Audience = "public"
    cites_later: bool = False
    only_to: tuple[Knowers, ...] = ()


ALL_KNOWN = Knowledge()
"""What is told of each event while there is no cursor."""
