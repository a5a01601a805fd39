# SPDX-License-Identifier: MIT
"""Questions about events that need no words: lanes, people, places, sources, kinds of source, tags and dates.

A name is meant whole, or by the beginnings of its words, folded: `lane:japan` means the lane of that id or title if
there is one, and else each lane with a word in its title that begins so. Dates answer certainly or possibly
(`span_queries`). Asked through a lens with a cursor, nothing answers by what was learnt later: names, dates, what
was not in print, and keywords, which are given today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.base.errors import DateError
from timeline_app.base.later_parts import HoldsBack, plain_words
from timeline_app.base.text_value import TextValue
from timeline_app.chrono.columns import Mask
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer, Answers, Relation, answers
from timeline_app.model.document import Document
from timeline_app.model.event_uses import Lists
from timeline_app.search.folding import folded
from timeline_app.search.query import FieldTerm, Term
from timeline_app.search.snippets import holds_all

if TYPE_CHECKING:
    from timeline_app.model.showing import Showing

Names = Mapping[str, tuple[str, ...]]
"""What somebody or something is called, by id."""


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """How surely each event answers (`Answer` values), and which questions name nothing that there is."""

    answers: Answers
    unanswered: tuple[FieldTerm, ...] = ()


def answered(fields: Iterable[FieldTerm], document: Document, showing: Showing | None = None) -> Answered:
    """Ask all events some questions; all must hold. A question that names nothing holds of none."""
    found: Answers = np.full(len(document.events), Answer.YES, np.int8)
    unanswered: list[FieldTerm] = []
    asked = _Asked(document, showing)
    for field in fields:
        told = asked.dates(field) if field.field == "date" else asked.named(field)
        if told is None:
            unanswered.append(field)
            found[:] = Answer.NO
        else:
            np.minimum(found, told, out=found)
    return Answered(found, tuple(unanswered))


class _Asked:
    """One document as it is asked: as it is today, or as a lens lets it be told."""

    def __init__(self, document: Document, showing: Showing | None) -> None:
        self._document = document
        self._showing = showing
        self._known_by: HoldsBack | None = None if showing is None else showing.reader.known_by

    def dates(self, field: FieldTerm) -> Answers | None:
        """Tell how surely each event answers to a date, None where it cannot be read."""
        try:
            date = parse(field.value, self._document.date_settings)
        except DateError:
            return None
        first_s, last_s = date.fuzz_earliest_s, date.fuzz_latest_s
        if first_s is None or last_s is None or first_s >= last_s:
            return None
        events = self._document.events if self._showing is None else self._showing.table
        return answers(events.dates, Relation.OVERLAPS, first_s, last_s)

    def named(self, field: FieldTerm) -> Answers | None:
        """Tell which events belong to what is named, None where nothing is."""
        mask = self._mask(field)
        return None if mask is None else np.where(mask, np.int8(Answer.YES), np.int8(Answer.NO))

    def _mask(self, field: FieldTerm) -> Mask | None:
        document = self._document
        match field.field:
            case "lane":
                lanes = {lane.id: self._texts(lane.record.title) for lane in document.lanes}
                events = document.events
                return _of_numbers(
                    Lists(events.lane_offsets, events.lane_values), lanes, _meant(field, lanes)
                )
            case "person":
                people = _meant(field, self._people())
                return document.catalogue.people.events_with(people) if people else None
            case "place":
                places = _meant(field, self._places())
                return document.catalogue.places.events_with(places) if places else None
            case "tag":
                tags = _meant(
                    field, {} if self._known_by else dict.fromkeys(document.catalogue.tags.names, ())
                )
                return document.catalogue.tags.events_with(tags) if tags else None
            case _:
                return self._of_sources(field)

    def _of_sources(self, field: FieldTerm) -> Mask | None:
        """Return the events that use a source of some name or kind, themselves or through an excerpt."""
        document = self._document
        meant = self._of_kinds(field) if field.field == "kind" else _meant(field, self._sources())
        mask = _of_numbers(document.uses.sources, document.sources, meant)
        if mask is None:
            return None
        within = {name for name, excerpt in document.excerpts.items() if excerpt.source in meant}
        through = _of_numbers(document.uses.excerpts, document.excerpts, within)
        return mask if through is None else mask | through

    def _of_kinds(self, field: FieldTerm) -> frozenset[str]:
        """Return the sources of the kinds that are meant."""
        kinds = {name: self._document.sources[name].kind for name in self._source_ids()}
        meant = _meant(field, {kind: () for kind in kinds.values() if kind is not None})
        return frozenset(name for name, kind in kinds.items() if kind in meant)

    # -- names ----------------------------------------------------------------------------------------

    def _people(self) -> Names:
        return {
            name: (*told, *(other.text for other in person.names))
            for name, person in self._document.people.items()
            if person.privacy == "public" and (told := self._texts(person.title))
        }

    def _places(self) -> Names:
        return {
            name: (*told, *(other.text for other in place.names))
            for name, place in self._document.places.items()
            if (told := self._texts(place.title))
        }

    def _sources(self) -> Names:
        sources = self._document.sources
        return {
            name: (
                *self._texts(sources[name].title),
                *(one.family or one.literal for one in sources[name].author),
            )
            for name in self._source_ids()
        }

    def _source_ids(self) -> Iterable[str]:
        """Return the sources by which an event may be found: at a cursor those that were in print."""
        if self._showing is None or self._known_by is None:
            return self._document.sources
        return self._showing.source_ids

    def _texts(self, value: TextValue) -> tuple[str, ...]:
        """Return a text in all languages, as it may be told."""
        return tuple(told for _, text in value.variants if (told := plain_words(text, self._known_by)))


def _of_numbers(lists: Lists, names: Iterable[str], meant: Iterable[str]) -> Mask | None:
    wanted = frozenset(meant)
    return lists.counts_of(np.array([name in wanted for name in names], np.bool_)) > 0 if wanted else None


def _meant(field: FieldTerm, names: Names) -> frozenset[str]:
    """Return whom or what a question names: who is called exactly so, else all with a word that begins so."""
    wanted = folded(field.value)
    whole = frozenset(
        name for name, texts in names.items() if wanted == folded(name) or wanted in map(folded, texts)
    )
    if whole:
        return whole
    term = (Term(wanted, field.is_whole),)
    return frozenset(
        name for name, texts in names.items() if any(holds_all(term, (text,)) for text in texts or (name,))
    )
