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
    for entry in events.entries:
        if not entry.id:
            entry.id = _free(_stem(entry.record.title.first), taken)
            taken.add(entry.id)
    events.declared |= taken - {""}


def _stem(title: str) -> str:
    """Return a title as an id; titles without Latin letters are told apart by a digest."""
    return slug(title) or f"event-{blake2s(title.encode(), digest_size=4).hexdigest()}"


def _free(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
