# SPDX-License-Identifier: MIT
"""What of the event in hand can be shown to a class, and what stands covered before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import ShownKind, StopView
from timeline_app.model.views import ExcerptView, NoteView


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One thing to show: its kind, its words, who says them, and the command with its id that shows it."""

    kind: ShownKind
    words: ShownText
    by: ShownText | None
    command: str
    id: str


def class_rows(showing: Showing, event_id: str) -> tuple[ClassRow, ...]:
    """Return what an event has to show: its own words, excerpts, questions and sources, each once."""
    ordinal = showing.ordinal(event_id)
    if ordinal is None:
        return ()
    event = showing.event(ordinal)
    rows = [ClassRow(ShownKind.EVENT, event.head.title, None, "select.event", event_id)]
    rows.extend(
        ClassRow(ShownKind.EXCERPT, excerpt.words, excerpt.speaker, "excerpt.open", excerpt.id)
        for excerpt in event.excerpts
        if not excerpt.is_covered
    )
    rows.extend(
        ClassRow(ShownKind.CLAIM, claim.about, None, "claim.open", claim.id) for claim in event.claims
    )
    rows.extend(
        ClassRow(ShownKind.SOURCE, use.source.title, None, "source.open", use.source.id)
        for use in event.sources
        if not use.is_repeat
    )
    return tuple(rows)


def notes_at_stop(showing: Showing, stop: StopView, step: int) -> tuple[NoteView, ...]:
    """Return the content notes that still stand before what a class sees at a stop, each once."""
    seen = stop.seen(step)
    if len(seen) == 1 and seen[0].kind is ShownKind.CLAIM and showing.claim(seen[0].id) is not None:
        # Its accounts have the board for themselves: no words of the event are there to be uncovered.
        return ()
    events = [stop.event_id, *(shown.id for shown in seen if shown.kind is ShownKind.EVENT)]
    found = [note for event_id in events if event_id is not None for note in _of_event(showing, event_id)]
    for shown in seen:
        excerpt = showing.excerpt(shown.id) if shown.kind is ShownKind.EXCERPT else None
        found.extend(_of_excerpts((excerpt,) if excerpt is not None else ()))
    return _closed(found)


def notes_of_event(showing: Showing, event_id: str) -> tuple[NoteView, ...]:
    """Return the content notes that still stand before an event and its excerpts, each once."""
    ordinal = showing.ordinal(event_id)
    excerpts = showing.event(ordinal).excerpts if ordinal is not None else ()
    return _closed([*_of_event(showing, event_id), *_of_excerpts(excerpts)])


def _of_event(showing: Showing, event_id: str) -> Iterator[NoteView]:
    ordinal = showing.ordinal(event_id)
    note = showing.event(ordinal).content_note if ordinal is not None else None
    if note is not None:
        yield note


def _of_excerpts(excerpts: Iterable[ExcerptView]) -> Iterator[NoteView]:
    return (excerpt.content_note for excerpt in excerpts if excerpt.content_note is not None)


def _closed(notes: Iterable[NoteView]) -> tuple[NoteView, ...]:
    return tuple({note.id: note for note in notes if not note.is_open}.values())
