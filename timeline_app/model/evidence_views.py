# SPDX-License-Identifier: MIT
"""Sources and excerpts as one reader may see them: privacy and content notes are applied here."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Final

import msgspec

from timeline_app.base.text_value import Reader, ShownText, TextValue
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, EndState, HistoricalDate
from timeline_app.chrono.span_queries import Answer
from timeline_app.model import records
from timeline_app.model.citation import short_citation
from timeline_app.model.document import Document
from timeline_app.model.media_views import Pictures
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import (
    ExcerptView,
    FigureView,
    NoteView,
    SourceUseView,
    SourceView,
    TranslationView,
)

EXCERPT_NOTE_PREFIX: Final = "#"
"""Excerpts' notes are acknowledged as "#id", so that an event of the same name keeps its own note."""


def shown(value: TextValue | None, reader: Reader) -> ShownText | None:
    """Return a text as chosen for the reader, None where the file has none or all of it was learnt later."""
    text = value.for_reader(reader) if value else None
    return text if text is not None and text.text else None


def own_words(value: TextValue | None, sieve: Sieve, reader: Reader) -> ShownText | None:
    """Return what the exhibit itself says, as chosen for the reader.

    It is said today: nothing at a cursor, nor while something is kept back that it may give away.
    """
    return None if sieve.is_past or sieve.keeps_back else shown(value, reader)


def date_of(text: str | None, settings: DateSettings) -> HistoricalDate | None:
    """Return a record's date; the reader of the file has already proved that it can be read."""
    return parse(text, settings) if text else None


def note_view(
    note: records.ContentNote | None, note_id: str, sieve: Sieve, reader: Reader
) -> NoteView | None:
    """Return a content note as it stands for this reader; it leads to no hidden event."""
    if note is None:
        return None
    is_open = note_id in sieve.lens.acknowledged_notes
    skip_to = None if note.skip_to is None or sieve.hides(note.skip_to) else note.skip_to
    return NoteView(note_id, note.category, own_words(note.text, sieve, reader), is_open, skip_to)


class Evidence:
    """Looks up sources and excerpts of one document for one lens and reader; sources are kept."""

    def __init__(self, document: Document, sieve: Sieve, reader: Reader) -> None:
        self._document = document
        self._sieve = sieve
        self._reader = reader
        self._sources: dict[str, SourceView] = {}
        self.pictures = Pictures(document.path, document.date_settings, reader)

    def source(self, source_id: str) -> SourceView | None:
        """Return a source, None if there is none of that id or it was not in print at the cursor."""
        if source_id not in self._sources:
            record = self.source_record(source_id)
            if record is None:
                return None
            self._sources[source_id] = self._source_view(source_id, record)
        return self._sources[source_id]

    def source_record(self, source_id: str) -> records.Source | None:
        """Return what may be told of a source, as the file has it: quicker than a view, where all are gone through."""
        record = self._document.sources.get(source_id)
        if record is None or not self._sieve.is_told(source_id):
            return None
        if record.url_policy == "withhold":
            record = msgspec.structs.replace(record, URL="", DOI="")
        return self._as_then(record) if self._sieve.is_past else record

    def sources(self, ids: tuple[str, ...]) -> tuple[SourceView, ...]:
        """Return the sources that exist, in the given order."""
        return tuple(view for source_id in ids if (view := self.source(source_id)) is not None)

    def _source_view(self, source_id: str, record: records.Source) -> SourceView:
        reader, consulted = self._reader, record.consulted
        return SourceView(
            id=source_id,
            record=record,
            title=record.title.for_reader(reader),
            short=self._short(record),
            kind=record.kind,
            is_advocacy=record.purpose == "advocacy",
            url=record.URL or (f"https://doi.org/{record.DOI}" if record.DOI else None),
            extent=consulted.extent if consulted else None,
            via=consulted.via if consulted else None,
            provenance=None if self._sieve.keeps_back else shown(record.provenance, reader),
            note=None if self._sieve.keeps_back else shown(record.note, reader),
            public_since=date_of(record.public_since, self._document.date_settings),
            derives_from=tuple(work for work in record.derives_from if work in self._document.sources),
            may_be_later=self._sieve.in_print(source_id) is Answer.POSSIBLE,
        )

    def _as_then(self, record: records.Source) -> records.Source:
        """Return a source without what is said of it today, without today's address and works not yet in print."""
        public = date_of(record.public_since, self._document.date_settings)
        cursor = self._sieve.lens.known_at
        is_day_sure = public is None or cursor is None or (public.latest_s or cursor.at_s) <= cursor.at_s
        consulted = record.consulted
        if consulted is not None and consulted.via and not self._sieve.is_told(consulted.via):
            consulted = msgspec.structs.replace(consulted, via=None)
        parents = tuple(name for name in record.derives_from if self._sieve.is_told(name))
        return msgspec.structs.replace(
            record,
            note=None,
            provenance=None,
            URL="",
            DOI="",
            accessed=None,
            issued=self._issued_by_then(record.issued),
            public_since=record.public_since if is_day_sure else None,
            consulted=consulted,
            derives_from=parents,
        )

    def _issued_by_then(self, issued: str | None) -> str | None:
        """Return when a work was issued; of one that came out over years that had not ended, when it began."""
        date, cursor = date_of(issued, self._document.date_settings), self._sieve.lens.known_at
        if date is None or cursor is None or date.kind is not DateKind.INTERVAL:
            return issued
        if date.latest_s is not None and date.latest_s <= cursor.at_s:
            return issued
        start = date.parts[0]
        return start.edtf if start.earliest_state is EndState.KNOWN else None

    def _short(self, record: records.Source) -> str:
        """Return the reference to a work; with its title where another work has the same author and year."""
        short = short_citation(record, self._reader)
        return short if self._shorts[short] == 1 else short_citation(record, self._reader, with_title=True)

    @cached_property
    def _shorts(self) -> Counter[str]:
        return Counter(short_citation(record, self._reader) for record in self._document.sources.values())

    def excerpt(self, excerpt_id: str) -> ExcerptView | None:
        """Return an excerpt, its words left out while its content note stands before it.

        None if there is none of that id, or its source was not in print at the cursor.
        """
        record = self._document.excerpts.get(excerpt_id)
        if record is None or not self._sieve.tells_excerpt(excerpt_id, record):
            return None
        reader = self._reader
        note = note_view(record.content_note, EXCERPT_NOTE_PREFIX + excerpt_id, self._sieve, reader)
        is_covered = note is not None and not note.is_open
        language, text = self._original(record)
        named = record.consent.name_as if record.consent else None
        return ExcerptView(
            id=excerpt_id,
            words=ShownText("" if is_covered else text, language),
            translations=() if is_covered else self._translations(record),
            speaker=shown(named or record.speaker, reader),
            date=date_of(record.date, self._document.date_settings),
            locator=shown(record.locator, reader),
            source=self.source(record.source) if record.source else None,
            text_is=record.text_is,
            elided=record.elided,
            bears=record.bears,
            transmission=self._hands(record),
            in_context_only=record.show_only == "in-context",
            content_note=note,
            comment=None if is_covered else own_words(record.comment, self._sieve, reader),
            facsimile=None if is_covered else self.pictures.facsimile(record.facsimile),
            rights=self.pictures.rights(record.rights),
            consent=self.pictures.consent(record.consent),
        )

    def _hands(self, record: records.Excerpt) -> tuple[tuple[ShownText, str, HistoricalDate | None], ...]:
        """Return the hands through which the words came; at a cursor those that had done so by then."""
        settings = self._document.date_settings
        hands = (
            (hand.by.for_reader(self._reader), hand.role, date_of(hand.date, settings))
            for hand in record.transmission
        )
        return tuple(hand for hand in hands if self._sieve.has_begun(hand[2]))

    def _original(self, record: records.Excerpt) -> tuple[str, str]:
        if isinstance(record.text, str):
            return self._reader.exhibit_language, record.text
        return record.text.lang, record.text.text

    def _translations(self, record: records.Excerpt) -> tuple[TranslationView, ...]:
        """Return the translations into the reader's languages, or all of them where there is none."""
        if isinstance(record.text, str):
            return ()
        given = record.text.translations
        wanted = [language for language in self._reader.languages if language in given] or list(given)
        return tuple(
            TranslationView(
                ShownText(given[language].text, language),
                shown(given[language].by, self._reader),
                given[language].status,
            )
            for language in wanted
        )

    def use(
        self, use: str | records.SourceUse, number: int = 0, *, excerpt: str = ""
    ) -> SourceUseView | None:
        """Return a source as something uses it, None if there is no such source."""
        record = records.SourceUse(use) if isinstance(use, str) else use
        view = self.source(record.source)
        if view is None:
            return None
        locator, note = shown(record.locator, self._reader), own_words(record.note, self._sieve, self._reader)
        return SourceUseView(number, view, locator, note, number, excerpt)

    def figure(self, record: records.Figure | None) -> FigureView | None:
        """Return a chart as shown; at a cursor only where its source was in print."""
        if record is None or not self._sieve.is_told(record.source):
            return None
        return FigureView(
            title=record.title.for_reader(self._reader),
            kind=record.kind,
            data=record.data,
            source=self.source(record.source) if record.source else None,
            describe=shown(record.describe, self._reader),
        )
