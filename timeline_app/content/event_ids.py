# SPDX-License-Identifier: MIT
"""Gives every event an id of its own: the author's, or one made from its title."""

from __future__ import annotations

from hashlib import blake2s

from timeline_app.content.clean import slug
from timeline_app.content.draft import Draft


def assign_event_ids(draft: Draft) -> None:
    """Report ids that stand twice; give events without an id a stable one that no other has."""
    events = draft["events"]
    taken: set[str] = set()
    for entry in events.entries:
        if entry.id and entry.id in taken:
            draft.add(entry, ("id",), "duplicate-id", excerpt=entry.id, id=entry.id)
            entry.id = ""
        taken.add(entry.id)
    free = FreeIds(taken)
    for entry in events.entries:
        if not entry.id:
            entry.id = free.take(stem_of(entry.record.title.first))
    events.declared |= taken - {""}


def stem_of(title: str) -> str:
    """Return a title as an id; titles without Latin letters are told apart by a digest."""
    return slug(title) or f"event-{blake2s(title.encode(), digest_size=4).hexdigest()}"


class FreeIds:
    """Gives out ids that nobody has; a thousand events with one title do not each count from the first number."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._next: dict[str, int] = {}

    def take(self, stem: str) -> str:
        """Return an id made of a stem, and take it: the stem itself, or the stem with the first free number."""
        own, number = stem, self._next.get(stem, 2)
        while own in self._taken:
            own = f"{stem}-{number}"
            number += 1
        self._next[stem] = number
        self._taken.add(own)
        return own
