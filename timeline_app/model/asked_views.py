# SPDX-License-Identifier: MIT
"""What a class may be asked to place: the event's name and who took part, while its date is withheld.

Only events that the exhibit marks for it (`predict: true`) are asked for: public decisions and their order, never what
people suffered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from timeline_app.chrono.instant import DAY_S
from timeline_app.model.document import Document
from timeline_app.model.heads import EventHead
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import PersonView

MOST_DOUBT_S: Final = 365 * DAY_S
"""A date that is known to the year alone is not asked for: too much bears the number of a year."""
MOST_ASKED: Final = 20_000
"""In an exhibit of more events nobody is asked: each record would have to be looked at."""


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
    return first_s is not None and last_s is not None and last_s - first_s < MOST_DOUBT_S


def to_be_asked(document: Document, sieve: Sieve, title_of: Callable[[int], str]) -> tuple[str, ...]:
    """Return the events that may be asked for, by their titles: the order of time would give them away."""
    events = document.events
    if len(events) > MOST_ASKED:
        return ()
    shown = np.flatnonzero(sieve.passes).tolist()
    found = [one for one in shown if may_be_asked(events.ids[one], document, sieve)]
    return tuple(events.ids[ordinal] for ordinal in sorted(found, key=lambda one: (title_of(one), one)))


def asked_view(
    event_id: str, head: EventHead, document: Document, person_of: Callable[[str], PersonView | None]
) -> AskedView:
    """Return an event as it is asked for."""
    record = document.events.records[document.events.ordinal_of[event_id]]
    people = tuple(view for name in record.people if (view := person_of(name)) is not None)
    return AskedView(head, people)
