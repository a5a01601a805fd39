# SPDX-License-Identifier: MIT
"""What the `show` and `steps` of a stop ask for, read from their names."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.record_ids import ShownId
from timeline_app.model.tour_views import ShownKind

EVENT_PARTS: Final = {kind.value: kind for kind in (ShownKind.CHAIN, ShownKind.MAP, ShownKind.FIGURE)}
"""What every event may have and what no id stands for: `map` is the stop's own, `map:first-ships` another's."""


class Asked(NamedTuple):
    """One thing that a stop asks for; `id` is that of an excerpt, claim, source or event."""

    kind: ShownKind
    id: str
    words: str = ""


def name_of(entry: ShownId | records.ShownWords) -> str:
    """Return the name of an entry of `show`, by which a step names it."""
    return entry if isinstance(entry, str) else entry.excerpt


def split_part(name: str) -> tuple[ShownKind, str] | None:
    """Return which part of which event a name asks for ("" for the stop's own), None where it is an id."""
    part, colon, event_id = name.partition(":")
    kind = EVENT_PARTS.get(part)
    return None if kind is None or (colon and not event_id) else (kind, event_id)


def asked_for(stop: records.Stop, document: Document) -> tuple[Asked | None, ...]:
    """Return what a stop asks for, in the order of the file; None where there is no such thing."""
    return tuple(_asked(entry, stop, document) for entry in stop.show)


def _asked(entry: ShownId | records.ShownWords, stop: records.Stop, document: Document) -> Asked | None:
    if not isinstance(entry, str):
        return (
            Asked(ShownKind.EXCERPT, entry.excerpt, entry.words)
            if entry.excerpt in document.excerpts
            else None
        )
    part = split_part(entry)
    if part is not None:
        kind, event_id = part[0], part[1] or stop.event or ""
        return Asked(kind, event_id) if event_id in document.events.ordinal_of else None
    ids: tuple[tuple[ShownKind, Container[str]], ...] = (
        (ShownKind.EXCERPT, document.excerpts),
        (ShownKind.CLAIM, document.claims),
        (ShownKind.SOURCE, document.sources),
        (ShownKind.EVENT, document.events.ordinal_of),
    )
    return next((Asked(kind, entry) for kind, known in ids if entry in known), None)


def step_groups(stop: records.Stop) -> tuple[tuple[int, ...], ...]:
    """Return what each step of a stop reveals, as places in its `show`."""
    names = [name_of(entry) for entry in stop.show]
    groups = ([step] if isinstance(step, str) else step for step in stop.steps)
    return tuple(tuple(names.index(name) for name in group if name in names) for group in groups)


def stop_named(tour: records.Tour, name: str) -> int:
    """Return the number of the stop, from 1, to which a name leads; 0 where there is none."""
    return next(iter(stops_named(tour, name)), 0)


def stops_named(tour: records.Tour, name: str) -> list[int]:
    """Return the numbers of the stops of a name, from 1: of those with that id first, then of those of that event."""
    numbered = list(enumerate(tour.stops, 1))
    own = [number for number, stop in numbered if stop.id == name]
    return [*own, *(number for number, stop in numbered if stop.event == name)]
