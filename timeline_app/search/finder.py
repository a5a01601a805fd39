# SPDX-License-Identifier: MIT
"""Answers a query for one reader through one lens: what was found, with its words in context.

The index knows all words of an exhibit, so nothing that it finds is told before it has been looked at through the
lens: what is hidden, or was not in print at the cursor, is dropped, and of what stands behind a content note or
may only be shown in its context only that it is there is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.columns import Mask
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.prose import Block
from timeline_app.model.showing import Showing
from timeline_app.search.conditions import Answered, answered
from timeline_app.search.entries import EntryKind
from timeline_app.search.index import SearchIndex
from timeline_app.search.query import FieldTerm, Query, Term
from timeline_app.search.snippets import Snippet, holds_all, snippet_of


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `ordinal` is that of an event, -1 for anything else.

    `answer` tells how surely an event answers to what was asked of dates. `snippet` is None where the words stand in
    the title alone or may not be told; then `is_covered` says so.
    """

    kind: EntryKind
    id: str
    title: ShownText
    snippet: Snippet | None = None
    ordinal: int = -1
    answer: Answer = Answer.YES
    is_covered: bool = False


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
        if query.is_empty:
            return
        told = answered(query.fields, self._document)
        look = _Look(showing, query.terms, told)
        if not query.terms:
            yield from look.events(_by_importance(showing, told))
            return
        for number in self._index.find(query.terms):
            kind, name, ordinal = self._index.entries[number]
            if query.fields and ordinal < 0:
                continue
            hit = look.at(EntryKind(kind), name, ordinal)
            if hit is not None:
                yield hit


def _by_importance(showing: Showing, told: Answered) -> Iterable[int]:
    """Return the ordinals of the events that answer: the certain before the possible, the important first."""
    wanted = np.flatnonzero((told.answers > Answer.NO) & showing.passes)
    order = np.lexsort((wanted, -showing.importance[wanted].astype(np.int64), -told.answers[wanted]))
    found: list[int] = wanted[order].tolist()
    return found


class _Look:
    """Looks at what the index found through the lens."""

    def __init__(self, showing: Showing, terms: Sequence[Term], told: Answered) -> None:
        self._showing = showing
        self._terms = terms
        self._told = told
        self._passes: Mask = showing.passes

    def events(self, ordinals: Iterable[int]) -> Iterator[Hit]:
        """Yield events that were asked for without words."""
        for ordinal in ordinals:
            if not self._showing.is_veiled(ordinal):
                head = self._showing.head(ordinal)
                yield Hit(EntryKind.EVENT, head.id, head.title, None, ordinal, self._answer(ordinal))

    def at(self, kind: EntryKind, name: str, ordinal: int) -> Hit | None:
        """Return a hit, None where the lens does not let it be told."""
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
        """Whether a cursor leaves out texts that the index has."""
        return self._showing.lens.known_at is not None

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
        title = view.speaker or (view.source.title if view.source else ShownText("", ""))
        if view.in_context_only or view.is_covered:
            return Hit(EntryKind.EXCERPT, name, title, is_covered=True)
        texts = [view.words.text, *(other.text.text for other in view.translations), str(view.comment or "")]
        if self._holds_back and not holds_all(self._terms, (title.text, *texts)):
            return None
        return Hit(EntryKind.EXCERPT, name, title, self._snippet(texts))

    def _person(self, name: str) -> Hit | None:
        view = self._showing.person(name)
        if view is None:
            return None
        names = [view.title.text, *(other.text for other in view.names)]
        texts = [str(view.role or ""), str(view.note or "")]
        if not holds_all(self._terms, (*names, *texts)):
            return None
        return Hit(EntryKind.PERSON, name, view.title, self._snippet([*names[1:], *texts]))

    def _place(self, name: str) -> Hit | None:
        view = self._showing.place(name)
        if view is None:
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
