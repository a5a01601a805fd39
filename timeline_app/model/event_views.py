# SPDX-License-Identifier: MIT
"""An event as one reader may see it: texts with numbered marks, people, evidence and connections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline_app.base.text_value import Level, Reader, ShownText, TextValue
from timeline_app.model import records
from timeline_app.model.claim_status import claims_about
from timeline_app.model.claim_views import ClaimViews
from timeline_app.model.date_reason import DateReasonView
from timeline_app.model.document import Document, LinkEdge
from timeline_app.model.evidence_views import Evidence, date_of, note_view, own_words, shown
from timeline_app.model.heads import EventHead
from timeline_app.model.prose import Block, Mark
from timeline_app.model.prose_reader import number_marks, read_prose
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import (
    ClaimView,
    ConnectionView,
    EventView,
    ExcerptView,
    KnownView,
    PersonView,
    PlaceView,
    SourceUseView,
)


class EventViews:
    """Builds the views of single events; holds nothing but what it was given."""

    def __init__(
        self, document: Document, sieve: Sieve, reader: Reader, evidence: Evidence, claims: ClaimViews
    ) -> None:
        self._document = document
        self._sieve = sieve
        self._reader = reader
        self._evidence = evidence
        self._claim_views = claims

    def event(
        self, head: EventHead, connections: tuple[ConnectionView, ...], date_reason: DateReasonView
    ) -> EventView:
        """Return the event as the detail panel shows it."""
        record = self._document.events.records[head.ordinal]
        reader = self._reader
        note = note_view(record.content_note, head.id, self._sieve, reader)
        is_covered = note is not None and not note.is_open
        summary, body = self._texts(head.ordinal, record)
        sources = self._sources(record, (*summary, *body))
        numbers = {use.source.id: use.number for use in reversed(sources) if not use.excerpt}
        as_written, basis = shown(record.date_as_written, reader), shown(record.date_basis, reader)
        if self._sieve.is_past or self._sieve.keeps_back:
            # The words are a source's, so they could be read where any of the event's sources could be; not where
            # they may tell of an end that had not come.
            is_told = bool(sources) and head.date == self._document.events.date_of(head.ordinal)
            as_written, basis = as_written if is_told else None, None
            date_reason = replace(date_reason, as_written=as_written, basis=None)
        return EventView(
            head=head,
            date_as_written=as_written,
            date_basis=basis,
            places=self._places(record),
            people=self._people(record),
            summary=() if is_covered else summary,
            body=() if is_covered else body,
            sources=sources,
            excerpts=() if is_covered else self._excerpts(record, (*summary, *body)),
            connections=connections,
            claims=() if is_covered else self._claims(head.ordinal, numbers),
            content_note=note,
            tags=() if self._is_brief else record.tags,
            figure=None if is_covered else self._evidence.figure(record.figure),
            known=self._known(head, record),
            date_reason=date_reason,
            # Of a picture nothing says when it became public, or what it gives away.
            media=() if is_covered or self._is_brief else self._evidence.pictures.media(record.media),
        )

    def veiled(self, head: EventHead) -> EventView:
        """Return an event of which nothing may be told but its head."""
        return EventView(
            head=head,
            date_as_written=None,
            date_basis=None,
            places=(),
            people=(),
            summary=(),
            body=(),
            sources=(),
            excerpts=(),
            connections=(),
            claims=(),
            content_note=None,
            tags=(),
            figure=None,
            known=(),
            is_veiled=True,
        )

    @property
    def _is_brief(self) -> bool:
        """Whether an event is told in short: as it could be at a cursor, or so that it gives nothing away."""
        return self._sieve.is_past or self._sieve.keeps_back

    # -- texts and their marks --------------------------------------------------------------------

    def _texts(self, ordinal: int, record: records.Event) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        if self._sieve.lens.withheld and ordinal in self._sieve.giveaways.neighbours:
            return (), ()
        if self._sieve.is_past:
            return number_marks(self._prose(record.as_then)), ()
        if self._sieve.keeps_back:
            return number_marks(self._prose(record.as_then or record.summary)), ()
        plain = record.plain if self._reader.level is Level.PLAIN else None
        summary = self._prose(plain or record.summary)
        body = () if plain else self._prose(record.body)
        numbered = number_marks((*summary, *body))
        return numbered[: len(summary)], numbered[len(summary) :]

    def _prose(self, value: TextValue | None) -> tuple[Block, ...]:
        if not value:
            return ()
        text = value.for_prose(self._reader)
        return tuple(self._with_known_marks(block) for block in read_prose(text.text, text.language))

    def _with_known_marks(self, block: Block) -> Block:
        """Return the block without marks that lead nowhere, or to what was not in print at the cursor.

        The reader of the file has reported those that lead nowhere.
        """
        passages = tuple(
            replace(passage, marks=tuple(mark for mark in passage.marks if self._is_known(mark)))
            for passage in block.passages
        )
        return replace(block, passages=passages)

    def _is_known(self, mark: Mark) -> bool:
        if not mark.is_excerpt:
            return mark.target in self._document.sources and self._sieve.is_told(mark.target)
        excerpt = self._document.excerpts.get(mark.target)
        return excerpt is not None and self._sieve.tells_excerpt(mark.target, excerpt)

    # -- the evidence -----------------------------------------------------------------------------

    def _sources(self, record: records.Event, blocks: Sequence[Block]) -> tuple[SourceUseView, ...]:
        """Return all sources by number: those of the marks in reading order, then the others listed."""
        listed: dict[str, str | records.SourceUse] = {}
        for use in record.sources:
            listed.setdefault(use if isinstance(use, str) else use.source, use)
        told: dict[str, int] = {}
        marks = _first_marks(blocks)
        uses = [view for mark in marks if (view := self._marked_use(mark, listed, told)) is not None]
        last = max((mark.number for mark in marks), default=0)
        places = {(use.source.id, str(use.locator or "")) for use in uses}
        for listed_use in record.sources:
            view = self._evidence.use(listed_use, last + 1)
            if view is None or _is_told(view, told, places):
                continue
            last += 1
            uses.append(replace(view, first_number=told.setdefault(view.source.id, last)))
        return tuple(uses)

    def _marked_use(
        self, mark: Mark, listed: Mapping[str, str | records.SourceUse], told: dict[str, int]
    ) -> SourceUseView | None:
        if mark.is_excerpt:
            return self._excerpt_use(mark, told)
        view = self._evidence.use(listed.get(mark.target, mark.target), mark.number)
        if view is None:
            return None
        first = told.setdefault(mark.target, mark.number)
        locator = ShownText(mark.locator, self._reader.exhibit_language) if mark.locator else view.locator
        note = view.note if first == mark.number else None
        return replace(view, locator=locator, note=note, first_number=first)

    def _excerpt_use(self, mark: Mark, told: dict[str, int]) -> SourceUseView | None:
        excerpt = self._document.excerpts[mark.target]
        if excerpt.source is None:
            return None
        view = self._evidence.use(excerpt.source, mark.number, excerpt=mark.target)
        if view is None:
            return None
        first = told.setdefault(excerpt.source, mark.number)
        return replace(view, locator=shown(excerpt.locator, self._reader), first_number=first)

    def _excerpts(self, record: records.Event, blocks: Sequence[Block]) -> tuple[ExcerptView, ...]:
        marked = (mark.target for mark in _first_marks(blocks) if mark.is_excerpt)
        ids = dict.fromkeys((*record.excerpts, *marked))
        return tuple(view for name in ids if (view := self._evidence.excerpt(name)) is not None)

    def _claims(self, ordinal: int, numbers: dict[str, int]) -> tuple[ClaimView, ...]:
        found, shown_claims = claims_about(ordinal, self._document), self._sieve.claims
        views = (
            self._claim_views.claim(name, claim, numbers)
            for name, claim in found.items()
            if name in shown_claims or not self._sieve.keeps_back
        )
        return tuple(view for view in views if view is not None)

    def _known(self, head: EventHead, record: records.Event) -> tuple[KnownView, ...]:
        """Return who knew of the event; what is public in short is so at the date at which the event stands."""
        if record.known == "public":
            return (KnownView("public", "", head.date, "whole", None, None),)
        return tuple(self._known_view(known) for known in record.known if self._is_known_then(known))

    def _known_view(self, known: records.Known) -> KnownView:
        return KnownView(
            known.to,
            known.where,
            date_of(known.since, self._document.date_settings),
            known.extent,
            self._evidence.source(known.source) if known.source else None,
            own_words(known.note, self._sieve, self._reader),
        )

    def _is_known_then(self, known: records.Known) -> bool:
        """Tell whether an entry had come true at the cursor, and the audience knew of it or could read of it."""
        cursor = self._sieve.lens.known_at
        if cursor is None:
            return self._sieve.has_begun(date_of(known.since, self._document.date_settings))
        return self._sieve.has_begun(date_of(known.since, self._document.date_settings)) and (
            known.to in ("public", cursor.audience) or self._sieve.is_told(known.source)
        )

    # -- people and places ------------------------------------------------------------------------

    def _places(self, record: records.Event) -> tuple[PlaceView, ...]:
        ids = (record.place,) if isinstance(record.place, str) else record.place
        found = dict.fromkeys((*ids, *record.route))
        return tuple(
            self._place(name, self._document.places[name]) for name in found if name in self._document.places
        )

    def _place(self, place_id: str, place: records.Place) -> PlaceView:
        names = tuple(ShownText(name.text, name.lang) for name in place.names)
        title, note = place.title.for_reader(self._reader), own_words(place.note, self._sieve, self._reader)
        return PlaceView(place_id, title, names, place.certainty, place.at, note)

    def place(self, place_id: str) -> PlaceView | None:
        """Return a place, None if there is no such one."""
        record = self._document.places.get(place_id)
        return None if record is None else self._place(place_id, record)

    def _people(self, record: records.Event) -> tuple[PersonView, ...]:
        return tuple(view for name in record.people if (view := self.person(name)) is not None)

    def person(self, person_id: str) -> PersonView | None:
        """Return a person as far as privacy and the cursor allow, None if not at all."""
        record = self._document.people.get(person_id)
        view = None if record is None else person_view(person_id, record, self._reader)
        if view is None or not self._is_brief:
            return view
        # That somebody had a part in it may have been learnt later: then the whole name is held back.
        return replace(view, note=None) if view.title.text else None


def person_view(person_id: str, person: records.Person, reader: Reader) -> PersonView | None:
    """Return a person as far as privacy allows: not at all, by role alone, or in full."""
    role = shown(person.role, reader)
    if person.privacy == "withhold":
        return None
    if person.privacy == "role-only":
        # Ids often spell names, so the id is kept back as well.
        return PersonView("", role, person.kind, (), role, None) if role else None
    return PersonView(
        person_id,
        person.title.for_reader(reader),
        person.kind,
        tuple(ShownText(name.text, name.lang) for name in person.names),
        role,
        shown(person.note, reader),
    )


def is_told_from(edge: LinkEdge, ordinal: int, document: Document) -> bool:
    """Tell whether the link's own words read from this event to the other one."""
    teller = edge.source if edge.record.to == document.events.ids[edge.target] else edge.target
    return teller == ordinal


def _is_told(use: SourceUseView, told: Mapping[str, int], places: set[tuple[str, str]]) -> bool:
    if use.locator is None:
        return use.source.id in told
    return (use.source.id, use.locator.text) in places


def _first_marks(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    found: dict[int, Mark] = {}
    for block in blocks:
        for passage in block.passages:
            for mark in passage.marks:
                found.setdefault(mark.number, mark)
    return tuple(found[number] for number in sorted(found))
