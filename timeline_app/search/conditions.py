# SPDX-License-Identifier: MIT
"""Questions about events that need no words: lanes, people, places, sources, kinds of source, tags and dates.

A name is meant by the beginnings of its words, folded: `lane:japan` means each lane of that id, and each of whose
title some word begins so. Dates answer certainly or possibly (`span_queries`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from timeline_app.base.errors import DateError
from timeline_app.base.text_value import TextValue
from timeline_app.chrono.columns import Mask
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer, Answers, Relation, answers
from timeline_app.model.document import Document
from timeline_app.model.event_uses import Lists
from timeline_app.search.folding import folded
from timeline_app.search.query import FieldTerm, Term
from timeline_app.search.snippets import holds_all


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """How surely each event answers (`Answer` values), and which questions name nothing that there is."""

    answers: Answers
    unanswered: tuple[FieldTerm, ...] = ()


def answered(fields: Iterable[FieldTerm], document: Document) -> Answered:
    """Ask all events some questions; all must hold. A question that names nothing holds of none."""
    found: Answers = np.full(len(document.events), Answer.YES, np.int8)
    unanswered: list[FieldTerm] = []
    for field in fields:
        told = _dates(field, document) if field.field == "date" else _named(field, document)
        if told is None:
            unanswered.append(field)
            found[:] = Answer.NO
        else:
            np.minimum(found, told, out=found)
    return Answered(found, tuple(unanswered))


def _dates(field: FieldTerm, document: Document) -> Answers | None:
    try:
        date = parse(field.value, document.date_settings)
    except DateError:
        return None
    first_s, last_s = date.fuzz_earliest_s, date.fuzz_latest_s
    if first_s is None or last_s is None or first_s >= last_s:
        return None
    return answers(document.events.dates, Relation.OVERLAPS, first_s, last_s)


def _named(field: FieldTerm, document: Document) -> Answers | None:
    mask = _mask(field, document)
    return None if mask is None else np.where(mask, np.int8(Answer.YES), np.int8(Answer.NO))


def _mask(field: FieldTerm, document: Document) -> Mask | None:
    match field.field:
        case "lane":
            lanes = [_is_meant(field, lane.id, _texts(lane.record.title)) for lane in document.lanes]
            events = document.events
            return _of_numbers(Lists(events.lane_offsets, events.lane_values), lanes)
        case "person":
            names = {
                name
                for name, person in document.people.items()
                if person.privacy == "public"
                and _is_meant(field, name, (*_texts(person.title), *(other.text for other in person.names)))
            }
            return document.catalogue.people.events_with(names) if names else None
        case "place":
            names = {
                name
                for name, place in document.places.items()
                if _is_meant(field, name, (*_texts(place.title), *(other.text for other in place.names)))
            }
            return document.catalogue.places.events_with(names) if names else None
        case "tag":
            names = {tag for tag in document.catalogue.tags.names if _is_meant(field, tag, (tag,))}
            return document.catalogue.tags.events_with(names) if names else None
        case _:
            return _of_sources(field, document)


def _of_sources(field: FieldTerm, document: Document) -> Mask | None:
    """Return the events that use a source of some name or kind, themselves or through an excerpt."""
    is_meant = [
        _is_meant(field, source.kind or "", (source.kind or "",))
        if field.field == "kind"
        else _is_meant(
            field, name, (*_texts(source.title), *(one.family or one.literal for one in source.author))
        )
        for name, source in document.sources.items()
    ]
    mask = _of_numbers(document.uses.sources, is_meant)
    if mask is None:
        return None
    meant = {name for name, is_wanted in zip(document.sources, is_meant, strict=True) if is_wanted}
    through = _of_numbers(
        document.uses.excerpts, [each.source in meant for each in document.excerpts.values()]
    )
    return mask if through is None else mask | through


def _of_numbers(lists: Lists, is_wanted: list[bool]) -> Mask | None:
    return lists.counts_of(np.array(is_wanted, np.bool_)) > 0 if any(is_wanted) else None


def _texts(value: TextValue) -> tuple[str, ...]:
    return tuple(text for _, text in value.variants)


def _is_meant(field: FieldTerm, name: str, texts: Iterable[str]) -> bool:
    wanted = folded(field.value)
    return bool(name) and (
        wanted == folded(name) or any(holds_all((Term(wanted, field.is_whole),), (text,)) for text in texts)
    )
