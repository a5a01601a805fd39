# SPDX-License-Identifier: MIT
"""Answers a query for one reader through one lens: what was found, with its words in context.

The index knows all words of an exhibit, so nothing that it finds is told before it has been looked at through the
lens: what is hidden, or was not in print at the cursor, is dropped, and of what stands behind a content note or
may only be shown in its context only that it is there is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.columns import Mask
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.catalogue import Belongings
from timeline_app.model.document import Document
from timeline_app.model.prose import Block
from timeline_app.model.showing import Showing
from timeline_app.search.conditions import Answered, answered
from timeline_app.search.index import SearchIndex
from timeline_app.search.kinds import EntryKind
from timeline_app.search.query import FieldTerm, Query, Term
from timeline_app.search.snippets import Snippet, holds_all, snippet_of

_KNOWN_ALWAYS: Final = frozenset({"date", "lane"})
"""What can be asked for at every cursor alike."""
MOST_LOOSENED: Final = 6
"""Of a longer query nobody is told which part to leave out: each would be a search of its own."""


class Candidate(NamedTuple):
    """Something that the lens lets be told, before its words are made; `ordinal` is -1 for what is no event."""

    kind: EntryKind
    id: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `ordinal` is that of an event, -1 for anything else.

    `answer` tells how surely an event answers to what was asked of dates. `snippet` is None where the words stand in
    the title alone or may not be told; then `is_covered` says so. An excerpt stands `within` a source.
    """

    kind: EntryKind
    id: str
    title: ShownText
    snippet: Snippet | None = None
    ordinal: int = -1
    answer: Answer = Answer.YES
    is_covered: bool = False
    within: ShownText | None = None


class Finder:
    """Finds things in one document."""

    def __init__(self, document: Document, index: SearchIndex) -> None:
        self._document = document
        self._index = index

    def unanswered(self, query: Query) -> tuple[FieldTerm, ...]:
        """Return the questions that name nothing that the exhibit has."""
        return answered(query.fields, self._document).unanswered

    def find(self, query: Query, showing: Showing) -> Iterator[Hit]:
        """Yield what answers, the best first; made as it is asked for, so that the first page costs little."""
        search = self.search(query, showing)
        return (hit for candidate in search.candidates() if (hit := search.hit(candidate)) is not None)

    def search(self, query: Query, showing: Showing) -> Search:
        """Begin a search by one reader through one lens."""
        return Search(query, showing, self._document, self._index)


class Search:
    """One search: yields candidates, of which there may be very many, and makes a hit of each that is looked at."""

    def __init__(self, query: Query, showing: Showing, document: Document, index: SearchIndex) -> None:
        self._query = query
        self._index = index
        self._document = document
        self._showing = showing
        self._told = answered(query.fields, document, showing)
        self._look = _Look(showing, query.terms, self._told, document)

    @property
    def unanswered(self) -> tuple[FieldTerm, ...]:
        """The questions that name nothing that the exhibit has.

        At a cursor those that name something later must look the same as those that name nothing at all.
        """
        if not self._showing.keeps_back:
            return self._told.unanswered
        return tuple(term for term in self._told.unanswered if term.field in _KNOWN_ALWAYS)

    @property
    def loosened(self) -> tuple[Term | FieldTerm, ...]:
        """The parts of a query without each of which something would be found."""
        query = self._query
        parts: tuple[Term | FieldTerm, ...] = (*query.terms, *query.fields)
        if not 1 < len(parts) <= MOST_LOOSENED:
            return ()
        return tuple(part for part in parts if self._finds(query.without(part)))

    def _finds(self, query: Query) -> bool:
        other = Search(query, self._showing, self._document, self._index)
        return next(other.candidates(), None) is not None

    def is_only_possible(self, candidate: Candidate) -> bool:
        """Tell whether an event answers possibly, and not certainly, to what was asked of dates."""
        return candidate.ordinal >= 0 and int(self._told.answers[candidate.ordinal]) == Answer.POSSIBLE

    def candidates(self) -> Iterator[Candidate]:
        """Yield what answers and may be told, the best first."""
        query = self._query
        if query.is_empty:
            return
        if not query.terms:
            yield from self._of_fields()
            return
        for number in self._index.find(query.terms):
            candidate = Candidate(*self._index.entries[number])
            if (candidate.ordinal >= 0 or not query.fields) and self._look.lets_through(candidate):
                yield candidate

    def _of_fields(self) -> Iterator[Candidate]:
        for ordinal in _by_importance(self._showing, self._told):
            if not self._showing.is_veiled(ordinal):
                yield Candidate(EntryKind.EVENT, self._showing.event_id(ordinal), ordinal)

    def hit(self, candidate: Candidate) -> Hit | None:
        """Return what is told of a candidate, None where that is nothing."""
        if candidate.ordinal >= 0 and not self._query.terms:
            return self._look.asked_for(candidate.ordinal)
        return self._look.at(candidate)


def _by_importance(showing: Showing, told: Answered) -> Iterable[int]:
    """Return the ordinals of the events that answer: the certain before the possible, the important first."""
    wanted = np.flatnonzero((told.answers > Answer.NO) & showing.passes)
    order = np.lexsort((wanted, -showing.importance[wanted].astype(np.int64), -told.answers[wanted]))
    found: list[int] = wanted[order].tolist()
    return found


class _Look:
    """Looks at what the index found through the lens."""

    def __init__(self, showing: Showing, terms: Sequence[Term], told: Answered, document: Document) -> None:
        self._document = document
        self._showing = showing
        self._terms = terms
        self._told = told
        self._passes: Mask = showing.passes

    def asked_for(self, ordinal: int) -> Hit:
        """Return an event that was asked for without words."""
        head = self._showing.head(ordinal)
        return Hit(EntryKind.EVENT, head.id, head.title, None, ordinal, self._answer(ordinal))

    def lets_through(self, candidate: Candidate) -> bool:
        """Tell whether something may be told; quick for events, of which there may be very many."""
        ordinal = candidate.ordinal
        if ordinal < 0 or self._holds_back:
            return self.at(candidate) is not None
        return bool(self._passes[ordinal]) and self._answer(ordinal) is not Answer.NO

    def at(self, candidate: Candidate) -> Hit | None:
        """Return a hit, None where the lens does not let it be told."""
        kind, name, ordinal = candidate
        match kind:
            case EntryKind.EVENT:
                return self._event(name, ordinal)
            case EntryKind.SOURCE:
                return self._source(name)
            case EntryKind.EXCERPT:
                return self._excerpt(name)
            case EntryKind.PERSON:
                return self._person(name)
            case EntryKind.PLACE:
                return self._place(name)
            case EntryKind.TAG:
                return self._tag(name)

    def _answer(self, ordinal: int) -> Answer:
        return Answer(int(self._told.answers[ordinal]))

    def _event(self, name: str, ordinal: int) -> Hit | None:
        if not self._passes[ordinal] or self._showing.is_veiled(ordinal):
            return None
        answer = self._answer(ordinal)
        if answer is Answer.NO:
            return None
        view = self._showing.event(ordinal)
        texts = [_words(view.summary), _words(view.body), str(view.date_as_written or ""), *view.tags]
        snippet = self._snippet(texts)
        title = view.head.title
        is_told = holds_all(self._terms, (title.text, self._showing.label(ordinal).text, *texts))
        if not is_told and self._holds_back:
            return None
        is_covered = not is_told and view.is_covered
        return Hit(EntryKind.EVENT, name, title, snippet, ordinal, answer, is_covered)

    @property
    def _holds_back(self) -> bool:
        """Whether the lens leaves out texts that the index has."""
        return self._showing.keeps_back

    def _source(self, name: str) -> Hit | None:
        view = self._showing.source(name) if name in self._showing.source_ids else None
        if view is None:
            return None
        names = [one.family or one.literal for one in (*view.record.author, *view.record.editor)]
        texts = [str(view.provenance or ""), str(view.note or ""), view.url or "", *names]
        is_told = holds_all(self._terms, (view.title.text, view.short, *texts))
        if not is_told and self._holds_back:
            return None
        return Hit(EntryKind.SOURCE, name, view.title, self._snippet(texts))

    def _excerpt(self, name: str) -> Hit | None:
        view = self._showing.excerpt(name) if name in self._showing.excerpt_ids else None
        if view is None:
            return None
        within = view.source.title if view.source else None
        title = view.speaker or within or ShownText("", "")
        if view.in_context_only or view.is_covered:
            return Hit(EntryKind.EXCERPT, name, title, is_covered=True, within=within)
        texts = [view.words.text, *(other.text.text for other in view.translations), str(view.comment or "")]
        if self._holds_back and not holds_all(self._terms, (title.text, *texts)):
            return None
        return Hit(EntryKind.EXCERPT, name, title, self._snippet(texts), within=within)

    def _person(self, name: str) -> Hit | None:
        view = self._showing.person(name)
        if view is None or not self._is_met(self._document.catalogue.people, name):
            return None
        names = [view.title.text, *(other.text for other in view.names)]
        texts = [str(view.role or ""), str(view.note or "")]
        if not holds_all(self._terms, (*names, *texts)):
            return None
        return Hit(EntryKind.PERSON, name, view.title, self._snippet([*names[1:], *texts]))

    def _is_met(self, belongings: Belongings, name: str) -> bool:
        """Tell whether somebody or a place was met by the cursor: those who appear in later events alone were not."""
        if not self._holds_back or name not in belongings.names:
            return True
        ordinals = np.flatnonzero(belongings.events_with((name,)) & self._passes).tolist()
        return any(not self._showing.is_veiled(ordinal) for ordinal in ordinals)

    def _place(self, name: str) -> Hit | None:
        view = self._showing.place(name)
        if view is None or not self._is_met(self._document.catalogue.places, name):
            return None
        names = [view.title.text, *(other.text for other in view.names)]
        if not holds_all(self._terms, names):
            return None
        return Hit(EntryKind.PLACE, name, view.title, self._snippet(names[1:]))

    def _tag(self, name: str) -> Hit | None:
        language = self._showing.reader.exhibit_language
        return None if self._holds_back else Hit(EntryKind.TAG, name, ShownText(name, language))

    def _snippet(self, texts: Iterable[str]) -> Snippet | None:
        return next((found for text in texts if text and (found := snippet_of(self._terms, text))), None)


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(block.text for block in blocks)
