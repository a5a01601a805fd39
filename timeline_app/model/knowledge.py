# SPDX-License-Identifier: MIT
"""What was known of one event at the cursor: how surely, how far, to whom, and whether we cite later sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.event_uses import own_excerpts, own_sources
from timeline_app.model.known_at import ALL_KNOWN, Knowers, Knowledge, KnownAt
from timeline_app.model.sieve import Sieve

_WIDEST_FIRST: Final = ("whole", "part", "rumour", "denied")


def knowledge_of(ordinal: int, document: Document, sieve: Sieve) -> Knowledge:
    """Return what was known of an event at the cursor of a sieve; without a cursor all is."""
    cursor = sieve.lens.known_at
    if cursor is None:
        return ALL_KNOWN
    record = document.events.records[ordinal]
    begun = list(_begun(record, document, sieve))
    extents = {entry.extent for entry in begun if _counts(entry, cursor)}
    if record.known == "public":
        extents, is_public = {"whole"}, True
    else:
        is_public = any(entry.to == "public" and _counts(entry, cursor) for entry in begun)
    knowers = (Knowers(entry.to, entry.where) for entry in begun if entry.to != "public")
    return Knowledge(
        answer=sieve.known_answer(ordinal),
        extent=next((extent for extent in _WIDEST_FIRST if extent in extents), ""),
        to=cursor.audience,
        cites_later=_cites_later(record, document, sieve),
        only_to=() if is_public else tuple(dict.fromkeys(knowers)),
    )


def _begun(record: records.Event, document: Document, sieve: Sieve) -> Iterator[records.Known]:
    """Yield what an event tells of those who knew by the cursor."""
    for entry in record.known if isinstance(record.known, tuple) else ():
        if entry.since and sieve.has_begun(parse(entry.since, document.date_settings)):
            yield entry


def _counts(entry: records.Known, cursor: KnownAt) -> bool:
    """Tell whether an entry counts for the audience and the country of a cursor, as for all events at once."""
    return entry.to in ("public", cursor.audience) and (
        not cursor.where or not entry.where or entry.where == cursor.where
    )


def _cites_later(record: records.Event, document: Document, sieve: Sieve) -> bool:
    """Tell whether an event has sources, of which none was in print."""
    excerpts = (document.excerpts.get(name) for name in own_excerpts(record))
    names = {*own_sources(record), *(excerpt.source or "" for excerpt in excerpts if excerpt is not None)}
    known = [name for name in names if name in document.sources]
    return bool(known) and not any(sieve.in_print(name) >= Answer.POSSIBLE for name in known)
