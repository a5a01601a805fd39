# SPDX-License-Identifier: MIT
"""What can be found: one entry for each event, person, place, excerpt, source and tag of an exhibit.

Entries hold the words in all languages of the exhibit, as nobody's lens and everybody's privacy leave them: a
withheld person or address is never in them. The words of an excerpt that may only be shown in its context, and
all that stands behind a content note, are marked as covered: they can be found, and are not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from timeline_app.base.later_parts import plain_words as words_told
from timeline_app.base.text_value import Reader, TextValue
from timeline_app.model import records
from timeline_app.model.citation_names import is_cjk
from timeline_app.model.document import Document
from timeline_app.model.event_views import person_view
from timeline_app.model.prose_marks import ATTRIBUTES, BRACKETED
from timeline_app.search.kinds import EntryKind

_PASSAGE: Final = re.compile(rf"\[([^\[\]]*)\]{ATTRIBUTES.pattern}")
_SIGNS: Final = re.compile(r"(?m)^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+|[*_`]{1,3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: its id, and its words. `covered` are words that are found and not told."""

    kind: EntryKind
    id: str
    titles: tuple[str, ...]
    texts: tuple[str, ...] = ()
    covered: tuple[str, ...] = field(default=())
    ordinal: int = -1


def entries_of(document: Document) -> Iterator[Entry]:
    """Yield all entries, the most important events first: whoever stops early has what matters most.

    Goes through all records, and so belongs into a thread of its own.
    """
    yield from _people(document)
    yield from _places(document)
    yield from _tags(document)
    order = np.argsort(-document.events.importance.astype(np.int64), kind="stable")
    for ordinal in order.tolist():
        yield _event(document, ordinal)
    for name, source in document.sources.items():
        yield _source(name, source)
    for name, excerpt in document.excerpts.items():
        yield _excerpt(name, excerpt)


def _event(document: Document, ordinal: int) -> Entry:
    record = document.events.records[ordinal]
    told = tuple(_plain_all(record.summary, record.body, record.plain, record.as_then))
    outside = (*_all(record.date_as_written), *record.tags)
    covered = told if record.content_note is not None else ()
    return Entry(
        EntryKind.EVENT,
        document.events.ids[ordinal],
        tuple(_plain_all(record.title, record.short)),
        outside if covered else (*told, *outside),
        covered,
        ordinal,
    )


def _people(document: Document) -> Iterator[Entry]:
    reader = Reader()
    for name, person in document.people.items():
        view = person_view(name, person, reader)
        if view is None or not view.id:
            continue
        names = (*_all(person.title), *(other.text for other in person.names))
        yield Entry(EntryKind.PERSON, name, names, tuple(_plain_all(person.role, person.note)))


def _places(document: Document) -> Iterator[Entry]:
    for name, place in document.places.items():
        names = (*_all(place.title), *(other.text for other in place.names))
        yield Entry(EntryKind.PLACE, name, names, tuple(_plain_all(place.note)))


_MOST_TAGS: Final = 10_000


def _tags(document: Document) -> Iterator[Entry]:
    # Of a large exhibit the tags are those of its most important events.
    order = np.argsort(-document.events.importance.astype(np.int64), kind="stable")[:_MOST_TAGS]
    tags = {tag: None for ordinal in order.tolist() for tag in document.events.records[ordinal].tags}
    for tag in sorted(tags):
        yield Entry(EntryKind.TAG, tag, (tag,))


def _source(name: str, source: records.Source) -> Entry:
    people = map(_name, (*source.author, *source.editor, *source.translator))
    address = (source.URL, source.DOI) if source.url_policy == "show" else ()
    texts = (
        *people,
        *_all(source.container_title, source.collection_title, source.original_title),
        source.publisher,
        source.archive,
        source.archive_location,
        source.issued or "",
        *_plain_all(source.provenance, source.note),
        *address,
    )
    return Entry(EntryKind.SOURCE, name, _all(source.title), tuple(filter(None, texts)))


def _name(name: records.CslName) -> str:
    """Return a name as it is typed: in East Asian scripts without a blank."""
    return name.literal or ("" if is_cjk(name) else " ").join(filter(None, (name.family, name.given)))


def _excerpt(name: str, excerpt: records.Excerpt) -> Entry:
    words: tuple[str, ...]
    if isinstance(excerpt.text, str):
        words = (excerpt.text,)
    else:
        words = (excerpt.text.text, *(other.text for other in excerpt.text.translations.values()))
    named = excerpt.consent.name_as if excerpt.consent and excerpt.consent.name_as else excerpt.speaker
    is_covered = excerpt.show_only is not None or excerpt.content_note is not None
    return Entry(
        EntryKind.EXCERPT,
        name,
        _all(named),
        () if is_covered else (*words, *_plain_all(excerpt.comment)),
        words if is_covered else (),
    )


def _all(*values: TextValue | None) -> tuple[str, ...]:
    return tuple(words_told(text, None) for value in values if value for _, text in value.variants)


def _plain_all(*values: TextValue | None) -> Iterable[str]:
    return (plain_words(text) for value in values if value for _, text in value.variants)


def plain_words(text: str) -> str:
    """Return the words of a Markdown text, without marks and signs."""
    if not any(sign in text for sign in "[*_`#>-"):
        return text
    return _SIGNS.sub("", _PASSAGE.sub(r"\1", BRACKETED.sub("", text)))
