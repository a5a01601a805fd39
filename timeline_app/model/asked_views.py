# SPDX-License-Identifier: MIT
"""What a class may be asked to place: the event's name and who took part, while its date is withheld.

Only events that the exhibit marks for it (`predict: true`) are asked for: public decisions and their order, never what
people suffered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from timeline_app.chrono.instant import DAY_S, civil_from_seconds, year_start_s
from timeline_app.model.document import Document
from timeline_app.model.heads import EventHead
from timeline_app.model.records import Event
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import PersonView

MOST_DOUBT_S: Final = 365 * DAY_S
"""A date that is known to the year alone is not asked for: too much bears the number of a year."""
MOST_ASKED: Final = 20_000
"""In an exhibit of more events nobody is asked: each record would have to be looked at."""
BESIDE_S: Final = 7 * DAY_S
"""So near to a curtain, whose edge says its day, no event is asked for."""
NUMBER: Final = re.compile(r"[0-9]+")
DECADE_YEARS: Final = 10
LEAST_YEARS: Final = 30
"""No question is asked in a shorter stretch: the stretch itself would be the answer."""
CENTURY_YEARS: Final = 100
"""Questions further apart than this are asked each in its own century: else a guess would be too coarse."""


@dataclass(frozen=True, slots=True)
class AskedView:
    """An event that is asked for, as far as it is told; `people` are those who are named in it."""

    head: EventHead
    people: tuple[PersonView, ...]


def may_be_asked(event_id: str, document: Document, sieve: Sieve) -> bool:
    """Tell whether a class may be asked for an event."""
    ordinal = document.events.ordinal_of.get(event_id)
    if ordinal is None or not sieve.passes[ordinal] or not document.events.dates.is_dated[ordinal]:
        return False
    record, date = document.events.records[ordinal], document.events.date_of(ordinal)
    if not record.predict or record.content_note is not None or date is None:
        return False
    first_s, last_s = date.fuzz_earliest_s, date.fuzz_latest_s
    if first_s is None or last_s is None or last_s - first_s >= MOST_DOUBT_S:
        return False
    curtain = sieve.lens.curtain
    if curtain is not None and first_s - BESIDE_S <= curtain.at_s <= last_s + BESIDE_S:
        return False
    return not _names_year(record, civil_from_seconds(first_s).year, civil_from_seconds(last_s - 1).year)


def _names_year(record: Event, first: int, last: int) -> bool:
    """Tell whether a title says a year in which the event was: then there is nothing to ask."""
    names = (
        text for title in (record.title, record.short) if title is not None for _, text in title.variants
    )
    return any(first <= int(number) <= last for name in names for number in NUMBER.findall(name))


def to_be_asked(document: Document, sieve: Sieve, title_of: Callable[[int], str]) -> tuple[str, ...]:
    """Return the events that may be asked for, by their titles: the order of time would give them away."""
    events, found = document.events, _ordinals(document, sieve)
    return tuple(events.ids[ordinal] for ordinal in sorted(found, key=lambda one: (title_of(one), one)))


def _ordinals(document: Document, sieve: Sieve) -> list[int]:
    if len(document.events) > MOST_ASKED:
        return []
    shown: list[int] = np.flatnonzero(sieve.passes).tolist()
    return [one for one in shown if may_be_asked(document.events.ids[one], document, sieve)]


def asked_stretch_s(event_id: str, document: Document, sieve: Sieve) -> tuple[int, int]:
    """Return the stretch of time in which a class is asked to place an event that may be asked for.

    It tells of the date no more than that it lies within: it is the same for all questions of an exhibit.
    """
    years = {one: _year(document, one) for one in _ordinals(document, sieve)}
    asked = document.events.ordinal_of[event_id]
    first, after = asked_years(years.get(asked, _year(document, asked)), years.values())
    return year_start_s(first), year_start_s(after)


def asked_years(year: int, all_years: Iterable[int]) -> tuple[int, int]:
    """Return the years, the last one excluded, in which to ask for an event of a year among all that are asked for.

    From the decade of the first to that of the last, whichever of them is asked for. A span of fewer than thirty
    years is widened to the fixed thirty years, counted from the year 0, in which its ends lie; one of more than a
    hundred is left for the century of the event. So nobody can tell from it where in it the event stands.
    """
    years = (year, *all_years)
    first, after = _grid(min(years), max(years), DECADE_YEARS)
    if after - first > CENTURY_YEARS:
        return _grid(year, year, CENTURY_YEARS)
    return (first, after) if after - first >= LEAST_YEARS else _grid(min(years), max(years), LEAST_YEARS)


def _grid(first: int, last: int, step: int) -> tuple[int, int]:
    """Return whole steps, counted from the year 0, that hold some years."""
    return first // step * step, (last // step + 1) * step


def _year(document: Document, ordinal: int) -> int:
    date = document.events.date_of(ordinal)
    first_s = None if date is None else date.fuzz_earliest_s
    return 0 if first_s is None else civil_from_seconds(first_s).year


def asked_view(
    event_id: str, head: EventHead, document: Document, person_of: Callable[[str], PersonView | None]
) -> AskedView:
    """Return an event as it is asked for."""
    record = document.events.records[document.events.ordinal_of[event_id]]
    people = tuple(view for name in record.people if (view := person_of(name)) is not None)
    return AskedView(head, people)
