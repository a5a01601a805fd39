# SPDX-License-Identifier: MIT
"""A document seen through a lens by a reader: the only door by which the interface gets anything.

Rules of privacy hold here for all surfaces alike: a withheld person is never returned, a withheld
address is never told, an excerpt that may only stand in context says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from timeline_app.base.text_value import Reader, ShownText, TextValue
from timeline_app.chrono.columns import DateColumns, Mask, with_rows
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.known_by import KnownBy
from timeline_app.model.dates_then import date_then, dates_then
from timeline_app.model.document import Document, EventTable, LinkEdge
from timeline_app.model.heads import EraView, EventHead, LaneView, SilenceView, TourHead
from timeline_app.model.known_at import Knowledge, KnownMoment
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.link_index import LinksOf
from timeline_app.model.sieve import Sieve

if TYPE_CHECKING:
    # What the panel shows is made by modules that the first picture can do without.
    from timeline_app.model.bibliography import Bibliography
    from timeline_app.model.claim_views import ClaimViews
    from timeline_app.model.date_reason import DateReasons
    from timeline_app.model.event_views import EventViews
    from timeline_app.model.evidence_grade import EventEvidence, EvidenceGrades
    from timeline_app.model.evidence_views import Evidence
    from timeline_app.model.excerpt_uses import ExcerptUse
    from timeline_app.model.open_questions import QuestionGroup
    from timeline_app.model.prose import Block
    from timeline_app.model.source_places import SourcePlaces, SourceUses
    from timeline_app.model.taken_away import Loss, Shelf, SourceWeight
    from timeline_app.model.views import (
        ClaimView,
        ConnectionView,
        EventView,
        ExcerptView,
        ExhibitView,
        SourceView,
    )


UNSAID = "?"
"""Stands for the title of an event of which nothing may be said at a cursor."""

MOST_UNDATED = 100
"""So many undated events are listed one by one."""


class Showing:
    """What may be shown of a document, for one lens and one reader.

    Cheap to make; everything is computed on demand. Two showings are the same thing when document,
    lens, reader and calendars are the same. `calendars` None means those that the exhibit asks for.
    """

    def __init__(
        self,
        document: Document,
        lens: Lens = IDENTITY,
        reader: Reader | None = None,
        calendars: tuple[str, ...] | None = None,
    ) -> None:
        self._document = document
        self._sieve = Sieve(document, lens)
        self.lens = lens
        self.calendars = document.about.calendars if calendars is None else calendars
        """Further calendars beside the Gregorian one, in their order."""
        reader = reader or Reader(
            languages=document.about.languages[:1] or ("en",),
            exhibit_language=document.about.languages[0] if document.about.languages else "en",
            drafts=frozenset(document.about.drafts),
        )
        cursor = lens.known_at
        known_by = None if cursor is None else KnownBy(cursor.at_s, document.date_settings)
        self.reader = replace(reader, known_by=known_by)

    def is_drawn_like(self, other: Showing) -> bool:
        """Tell whether the timeline shows the same under both: an opened note changes only what is read."""
        return self is other or (
            self._document is other._document
            and self.reader == other.reader
            and self.lens.known_at == other.lens.known_at
            and np.array_equal(self._sieve.passes, other._sieve.passes)
        )

    # -- numbers for the scene --------------------------------------------------------------------

    @cached_property
    def table(self) -> EventTable:
        """The columns of all events, shown or not; see `visible`. At a cursor dates are as they were told then."""
        events = self._document.events
        return replace(events, dates=with_rows(events.dates, self._dates_then)) if self._dates_then else events

    @cached_property
    def _dates_then(self) -> Mapping[int, HistoricalDate]:
        return dates_then(self._document, self._sieve) if self._sieve.is_past else {}

    @property
    def shows_all(self) -> bool:
        """Whether the lens lets all events through."""
        return self._sieve.hides_none

    @property
    def dates(self) -> DateColumns:
        """The date columns of all events, shown or not; see `visible`."""
        return self.table.dates

    @property
    def importance(self) -> npt.NDArray[np.int8]:
        """Importance 1–5 of all events."""
        return self._document.events.importance

    @property
    def lane_membership(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """Offsets (n+1) and lane indices of all events."""
        return self._document.events.lane_offsets, self._document.events.lane_values

    @cached_property
    def visible(self) -> npt.NDArray[np.bool_]:
        """Which events the lens lets through and which have a place in time."""
        return self._sieve.passes & self._document.events.dates.is_dated

    @property
    def answers(self) -> npt.NDArray[np.int8]:
        """How surely each event answers to the lens's question about dates (`span_queries.Answer`).

        An event that is shown may do so only possibly; without a question all do certainly. Events
        without a place in time are possible: whoever lists them may list them apart.
        """
        return self._sieve.answers

    @property
    def event_count(self) -> int:
        """The number of events that the lens lets through, dated or not."""
        return int(self._sieve.passes.sum())

    @cached_property
    def span_s(self) -> tuple[int, int] | None:
        """First and last second of the dated events that are shown."""
        if self.shows_all:
            return self.table.span_s
        visible, dates = self.visible, self.dates
        if not visible.any():
            return None
        return int(dates.fuzz_earliest_s[visible].min()), int(dates.fuzz_latest_s[visible].max())

    # -- as known at ------------------------------------------------------------------------------

    @property
    def offers_known_at(self) -> bool:
        """Whether the exhibit tells of any event when it became known, so that a cursor makes sense."""
        return not self._document.publicity.known.is_empty

    @property
    def known_moments(self) -> tuple[KnownMoment, ...]:
        """When something became known to the audience of the cursor, the earliest first; without one, to the public.

        They are the same wherever the cursor stands.
        """
        cursor = self.lens.known_at
        audience, where = (cursor.audience, cursor.where) if cursor is not None else ("public", "")
        return self._document.publicity.moments(audience, where)

    @property
    def known_countries(self) -> tuple[str, ...]:
        """The countries that the exhibit names where it tells who knew, sorted."""
        return self._document.publicity.known.countries

    def is_veiled(self, ordinal: int) -> bool:
        """Tell whether nothing may be said of an event since nobody knows when it became public."""
        return self._sieve.is_veiled(ordinal)

    @property
    def veiled_count(self) -> int:
        """The number of events that are shown but of which nothing may be said."""
        return 0 if self._veiled is None else int((self._veiled & self._sieve.passes).sum())

    def knowledge(self, ordinal: int) -> Knowledge:
        """Return what was known of an event at the cursor, and to whom."""
        from timeline_app.model.knowledge import knowledge_of

        return knowledge_of(ordinal, self._document, self._sieve)

    # -- heads ------------------------------------------------------------------------------------

    @cached_property
    def lanes(self) -> tuple[LaneView, ...]:
        """The lanes in display order."""
        return tuple(
            LaneView(
                index,
                row.id,
                row.record.title.for_reader(self.reader),
                row.record.colour,
                row.record.share,
                row.depth,
                row.parent,
            )
            for index, row in enumerate(self._document.lanes)
        )

    @cached_property
    def eras(self) -> tuple[EraView, ...]:
        """The eras in file order; at a cursor those that had begun and had their name by then."""
        eras = (
            EraView(era.record.id, era.record.title.for_reader(self.reader), self._as_then(era.date))
            for era in self._document.eras
            if self._sieve.has_begun(era.date)
        )
        return tuple(era for era in eras if era.title.text or not self._sieve.is_past)

    def _as_then(self, date: HistoricalDate) -> HistoricalDate:
        """Return a date as it could be told at the cursor, if there is one."""
        cursor = self.lens.known_at
        return date if cursor is None else date_then(date, cursor.at_s, self._document.date_settings)

    @cached_property
    def silences(self) -> tuple[SilenceView, ...]:
        """The stretches without evidence, in file order.

        They tell what could be read for this exhibit; of what was known at a cursor they say nothing.
        """
        document = self._document
        if self.lens.known_at is not None:
            return ()
        number_of = {row.id: number for number, row in enumerate(document.lanes)}
        return tuple(
            SilenceView(
                parse(record.date, document.date_settings),
                record.why,
                tuple(number_of[lane] for lane in record.lanes) or tuple(number_of.values()),
                record.note.for_reader(self.reader) if record.note is not None else None,
            )
            for record in document.silences
        )

    @property
    def links(self) -> Sequence[LinkEdge]:
        """The links between events that are shown, each told once."""
        return self.links_of.edges

    @cached_property
    def links_of(self) -> LinksOf:
        """The links of each event that has any, by ordinal, as far as both events are shown.

        At a cursor they are those that could be told then.
        """
        sieve = self._sieve
        return LinksOf(self._document.links, sieve.passes, sieve.is_link_told if sieve.is_past else None)

    @property
    def title(self) -> ShownText:
        """The exhibit's title."""
        return self._document.title.for_reader(self.reader)

    @property
    def subtitle(self) -> ShownText | None:
        """What stands beside the title, if anything does."""
        subtitle = self._document.about.subtitle
        shown = subtitle.for_reader(self.reader) if subtitle else None
        return shown if shown is not None and shown.text else None

    def ordinal(self, event_id: str) -> int | None:
        """Return the event's ordinal, None if there is no such event or the lens hides it."""
        ordinal = self._document.events.ordinal_of.get(event_id)
        return None if ordinal is None or not self._sieve.passes[ordinal] else ordinal

    def event_id(self, ordinal: int) -> str:
        """Return the event's id."""
        return self._document.events.ids[ordinal]

    def label(self, ordinal: int) -> ShownText:
        """Return the short title for the canvas; asked for a million times, it is quick.

        At a cursor it is "?" where nothing may be said of the event.
        """
        if self._veiled is not None and self._veiled[ordinal]:
            return self._unsaid
        labels = self._document.events.labels
        text = labels[ordinal] if labels is not None else ""
        if text:
            kind = self._plain_kind
            return ShownText(text, kind.language, kind.level, kind.status)
        record = self._document.events.records[ordinal]
        if record.short and (shown := record.short.for_reader(self.reader)).text:
            return shown
        return self._said(record.title)

    def _said(self, title: TextValue) -> ShownText:
        """Return a title, "?" where all of it was learnt later."""
        shown = title.for_reader(self.reader)
        return self._unsaid if not shown.text and title else shown

    @cached_property
    def _unsaid(self) -> ShownText:
        return TextValue.plain(UNSAID).for_reader(self.reader)

    @cached_property
    def _veiled(self) -> Mask | None:
        return self._sieve.veiled

    @cached_property
    def _plain_kind(self) -> ShownText:
        """Any text that stands in the exhibit's own language alone, as the reader sees it."""
        return TextValue.plain("-").for_reader(self.reader)

    def date(self, ordinal: int) -> HistoricalDate | None:
        """Return the event's date as it is placed, None for an undated one; at a cursor as it was told then."""
        return self._dates_then.get(ordinal) or self._document.events.date_of(ordinal)

    def head(self, ordinal: int) -> EventHead:
        """Return the little that lists need of an event."""
        events = self._document.events
        title = self._unsaid if self.is_veiled(ordinal) else self._said(events.records[ordinal].title)
        return EventHead(
            ordinal,
            events.ids[ordinal],
            title,
            self.label(ordinal),
            self.date(ordinal),
            events.lanes_of(ordinal),
        )

    @cached_property
    def undated_ordinals(self) -> tuple[int, ...]:
        """The events that have no place in time, in file order."""
        without_place = self._sieve.passes & ~self._document.events.dates.is_dated
        return tuple(np.flatnonzero(without_place).tolist())

    @cached_property
    def undated(self) -> tuple[EventHead, ...]:
        """The heads of the first events that have no place in time, in file order; the tray has all."""
        return tuple(self.head(ordinal) for ordinal in self.undated_ordinals[:MOST_UNDATED])

    # -- what the panel shows ---------------------------------------------------------------------

    @cached_property
    def _evidence(self) -> Evidence:
        from timeline_app.model.evidence_views import Evidence

        return Evidence(self._document, self._sieve, self.reader)

    @cached_property
    def _events(self) -> EventViews:
        from timeline_app.model.event_views import EventViews

        return EventViews(self._document, self._sieve, self.reader, self._evidence, self._claims)

    @cached_property
    def _claims(self) -> ClaimViews:
        from timeline_app.model.claim_views import ClaimViews

        return ClaimViews(self._document, self._sieve, self.reader, self._evidence, self._shelf)

    @cached_property
    def _shelf(self) -> Shelf:
        from timeline_app.model.taken_away import Shelf

        return Shelf(self._document, self._sieve)

    @cached_property
    def _grades(self) -> EvidenceGrades:
        from timeline_app.model.evidence_grade import EvidenceGrades

        return EvidenceGrades(self._document, self._sieve, self._shelf, self.reader)

    def evidence_of(self, ordinal: int) -> EventEvidence:
        """Return how many independent lines of evidence an event has, and what was concluded about it."""
        return self._grades.of(ordinal)

    def loss_of(self, ordinal: int) -> Loss:
        """Return what an event has lost with the sources that were taken away."""
        return self._grades.loss_of(ordinal)

    def weight_of(self, source_id: str) -> SourceWeight:
        """Return what rests on a source among the events that are shown and the sources that are left."""
        return self._shelf.weight_of(source_id)

    @property
    def source_event_counts(self) -> Mapping[str, int]:
        """The number of shown events that use each source."""
        return self._shelf.event_counts

    @property
    def sources_off(self) -> frozenset[str]:
        """The sources that were taken away, with what derives from them where the reader wished that."""
        return self._shelf.off if self.lens.sources_off else frozenset()

    def is_source_left(self, source_id: str) -> bool:
        """Tell whether a source was in print at the cursor and has not been taken away."""
        return self._shelf.is_left(source_id)

    @cached_property
    def _date_reasons(self) -> DateReasons:
        from timeline_app.model.date_reason import DateReasons

        return DateReasons(self._document, self.reader, self.head, self._sieve)

    def event(self, ordinal: int) -> EventView:
        """Return an event as the detail panel shows it."""
        if self.is_veiled(ordinal):
            return self._events.veiled(self.head(ordinal))
        return self._events.event(
            self.head(ordinal), self.connections(ordinal), self._date_reasons.reason(ordinal)
        )

    def skip_target(self, ordinal: int) -> str | None:
        """Return the event to which a content note lets the reader skip, None if it names none."""
        note = self._document.events.records[ordinal].content_note
        target = note.skip_to if note is not None else None
        return None if target is None or self.ordinal(target) is None else target

    def source(self, source_id: str) -> SourceView | None:
        """Return a source, None if there is no such one."""
        return self._evidence.source(source_id)

    @cached_property
    def _source_places(self) -> SourcePlaces:
        from timeline_app.model.source_places import SourcePlaces

        return SourcePlaces(self._document, self._sieve)

    def source_uses(self, source_id: str) -> SourceUses | None:
        """Return where a source is used, None if there is no such one."""
        return None if self.source(source_id) is None else self._source_places.places(source_id)

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources that may be told of, as works to be cited."""
        from timeline_app.model.bibliography import Bibliography

        return Bibliography(self._source_places.ids, self.source, self.reader, self._document.date_settings)

    def excerpt(self, excerpt_id: str) -> ExcerptView | None:
        """Return an excerpt, None if there is no such one."""
        return self._evidence.excerpt(excerpt_id)

    def excerpt_uses(self, excerpt_id: str) -> tuple[ExcerptUse, ...]:
        """Return the events that rest on an excerpt, with the passages that do."""
        from timeline_app.model.excerpt_uses import users_of, uses_told

        users = users_of(excerpt_id, self._document, self._sieve)
        return uses_told(users, excerpt_id, self.head, self._story)

    def _story(self, ordinal: int) -> tuple[Block, ...]:
        event = self.event(ordinal)
        return (*event.summary, *event.body)

    def claim(self, claim_id: str) -> ClaimView | None:
        """Return a claim, None if there is no such one or none of its accounts can be told."""
        record = self._document.claims.get(claim_id)
        return None if record is None else self._claims.claim(claim_id, record)

    @property
    def questions(self) -> tuple[QuestionGroup, ...]:
        """The points on which accounts differ, by their state, the unsettled ones first."""
        from timeline_app.model.open_questions import question_groups

        return question_groups(self._document, self._sieve, self._claims)

    def events_about(self, claim_id: str) -> tuple[str, ...]:
        """Return the ids of the shown events that a claim is about; the claim must exist."""
        from timeline_app.model.open_questions import events_about

        return events_about(claim_id, self._document, self._sieve)

    def connections(self, ordinal: int) -> tuple[ConnectionView, ...]:
        """Return the events linked with this one, in the file's order."""
        return tuple(
            self._connection(edge, ordinal, edge.target if edge.source == ordinal else edge.source)
            for edge in self.links_of.get(ordinal, ())
        )

    def _connection(self, edge: LinkEdge, ordinal: int, other: int) -> ConnectionView:
        from timeline_app.model.event_views import is_told_from
        from timeline_app.model.evidence_views import own_words
        from timeline_app.model.views import ConnectionView

        head = self.head(other)
        return ConnectionView(
            ordinal=other,
            event_id=head.id,
            title=head.title,
            lane=head.lanes[0] if head.lanes else -1,
            kind=edge.record.kind,
            outward=is_told_from(edge, ordinal, self._document),
            judgement=edge.record.judgement,
            why=own_words(edge.record.why, self._sieve, self.reader),
            date=head.date,
            sources=self._evidence.sources(edge.record.sources),
        )

    @cached_property
    def tours(self) -> tuple[TourHead, ...]:
        """The tours in file order."""
        from timeline_app.model.exhibit_views import tour_heads

        return tour_heads(self._document, self._sieve, self.reader)

    def exhibit(self) -> ExhibitView:
        """Return the introduction to the exhibit."""
        return self._exhibit

    @cached_property
    def _exhibit(self) -> ExhibitView:
        # Kept: its shares are counted over all events, and it comes back whenever nothing is selected.
        from timeline_app.model.exhibit_views import exhibit_view

        return exhibit_view(self._document, self._sieve, self.reader, self._evidence, self.undated)
