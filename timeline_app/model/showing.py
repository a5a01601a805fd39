# SPDX-License-Identifier: MIT
"""A document seen through a lens by a reader: the only door by which the interface gets anything.

Rules of privacy hold here for all surfaces alike: a withheld person is never returned, a withheld
address is never told, an excerpt that may only stand in context says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline_app.model.document import LinkEdge
from timeline_app.model.drawn_showing import DrawnShowing
from timeline_app.model.heads import TourHead

if TYPE_CHECKING:
    # What the panel shows is made by modules that the first picture can do without.
    from timeline_app.model.asked_views import AskedView
    from timeline_app.model.bibliography import Bibliography
    from timeline_app.model.claim_views import ClaimViews
    from timeline_app.model.date_reason import DateReasons
    from timeline_app.model.event_views import EventViews
    from timeline_app.model.evidence_grade import EventEvidence
    from timeline_app.model.evidence_views import Evidence
    from timeline_app.model.excerpt_uses import ExcerptUse
    from timeline_app.model.filtering import Filtering
    from timeline_app.model.geography import Geography
    from timeline_app.model.open_questions import QuestionGroup
    from timeline_app.model.other_dates import OtherDate
    from timeline_app.model.person_views import PersonPages
    from timeline_app.model.place_views import PlacePages
    from timeline_app.model.prose import Block
    from timeline_app.model.source_places import SourcePlaces, SourceUses
    from timeline_app.model.taken_away import Loss, SourceWeight, Weights
    from timeline_app.model.told_events import ToldEvents
    from timeline_app.model.tour_views import TourView
    from timeline_app.model.views import (
        ClaimView,
        ConnectionView,
        EventView,
        ExcerptView,
        ExhibitView,
        PersonView,
        PlaceView,
        SourceView,
    )


KEPT_EVENTS: Final = 12
"""So many events that were told of last are kept: what a stop of a tour shows, and the next one."""


class Showing(DrawnShowing):
    """What may be shown of a document, for one lens and one reader.

    Cheap to make; everything is computed on demand. Two showings are the same thing when document,
    lens, reader and calendars are the same. `calendars` None means those that the exhibit asks for.
    """

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

        return ClaimViews(self._document, self._sieve, self.reader, self._evidence, self._sieve.shelf)

    @cached_property
    def _weights(self) -> Weights:
        from timeline_app.model.taken_away import Weights

        return Weights(self._document, self._sieve.shelf, self._sieve.passes)

    def evidence_of(self, ordinal: int) -> EventEvidence:
        """Return how many independent lines of evidence an event has, and what was concluded about it."""
        from timeline_app.model.evidence_grade import UNGRADED

        return UNGRADED if self.is_veiled(ordinal) else self._sieve.grades.of(ordinal, self.reader)

    def sources_used_by(self, ordinal: int) -> tuple[str, ...]:
        """Return the ids of the sources of an event that may be told of and are left, sorted."""
        if self.is_veiled(ordinal):
            return ()
        return tuple(sorted(self._sieve.grades.sources_of(ordinal) & self._sieve.sources))

    def loss_of(self, ordinal: int) -> Loss:
        """Return what an event has lost with the sources that were taken away."""
        from timeline_app.model.taken_away import Loss

        return Loss.NONE if self.is_veiled(ordinal) else self._sieve.grades.loss_of(ordinal)

    def weight_of(self, source_id: str) -> SourceWeight:
        """Return what rests on a source among the events that are shown and the sources that are left."""
        return self._weights.weight_of(source_id)

    @property
    def source_event_counts(self) -> Mapping[str, int]:
        """The number of shown events that use each source."""
        return self._weights.event_counts

    @property
    def sources_off(self) -> frozenset[str]:
        """The sources that were taken away, with what derives from them where the reader wished that."""
        return self._sieve.shelf.off if self.lens.sources_off else frozenset()

    @property
    def bare_count(self) -> int:
        """The number of shown events that have lost every source that they had to what was taken away."""
        return self._weights.bare_count

    @cached_property
    def _date_reasons(self) -> DateReasons:
        from timeline_app.model.date_reason import DateReasons

        return DateReasons(self._document, self.reader, self._sieve)

    @cached_property
    def _kept_events(self) -> dict[int, EventView]:
        return {}

    def event(self, ordinal: int) -> EventView:
        """Return an event as the detail panel shows it; those told of last are kept, for others ask for them too."""
        found = self._kept_events.get(ordinal)
        if found is None:
            found = self._event(ordinal)
            if len(self._kept_events) == KEPT_EVENTS:
                self._kept_events.pop(next(iter(self._kept_events)))
            self._kept_events[ordinal] = found
        return found

    def _event(self, ordinal: int) -> EventView:
        if self.is_veiled(ordinal):
            return self._events.veiled(self.head(ordinal))
        return self._events.event(
            self.head(ordinal), self.connections(ordinal), self._date_reasons.reason(ordinal, self.head)
        )

    def skip_target(self, ordinal: int) -> str | None:
        """Return the event to which a content note lets the reader skip, None if it names none."""
        note = self._document.events.records[ordinal].content_note
        target = note.skip_to if note is not None else None
        return None if target is None or self.ordinal(target) is None else target

    def source(self, source_id: str) -> SourceView | None:
        """Return a source, None if there is no such one, or only what is kept back uses it."""
        if self.lens.keeps_back and source_id not in self._sieve.sources:
            return None
        return self._evidence.source(source_id)

    @cached_property
    def _source_places(self) -> SourcePlaces:
        from timeline_app.model.source_places import SourcePlaces

        return SourcePlaces(self._document, self._sieve)

    def source_uses(self, source_id: str) -> SourceUses | None:
        """Return where a source is used, None if there is no such one."""
        if self.source(source_id) is None:
            return None
        uses = self._source_places.places(source_id)
        return replace(uses, claims=self._told(uses.claims))

    @cached_property
    def bibliography(self) -> Bibliography:
        """The sources that may be told of, as works to be cited."""
        from timeline_app.model.bibliography import Bibliography

        # Not `self.source`: a showing that held itself would outlive its exhibit.
        record_of, settings = self._evidence.source_record, self._document.date_settings
        return Bibliography(self._source_places.ids, record_of, self.reader, settings)

    def excerpt(self, excerpt_id: str) -> ExcerptView | None:
        """Return an excerpt, None if there is no such one, or only what is kept back uses it."""
        if self.lens.keeps_back and excerpt_id not in self._sieve.excerpts:
            return None
        return self._evidence.excerpt(excerpt_id)

    def excerpt_uses(self, excerpt_id: str) -> tuple[ExcerptUse, ...]:
        """Return the events that rest on an excerpt, with the passages that do."""
        from timeline_app.model.excerpt_uses import users_of, uses_told

        users = users_of(excerpt_id, self._document, self._sieve)
        return uses_told(users, excerpt_id, self.head, self._story)

    def excerpt_questions(self, excerpt_id: str) -> tuple[str, ...]:
        """Return the ids of the questions in which an account rests on an excerpt."""
        from timeline_app.model.excerpt_uses import questions_on

        return questions_on(excerpt_id, self._document, self.claim)

    def _story(self, ordinal: int) -> tuple[Block, ...]:
        event = self.event(ordinal)
        return (*event.summary, *event.body)

    def person(self, person_id: str) -> PersonView | None:
        """Return a person, organisation or term as far as privacy and the cursor allow, None if not at all."""
        return self._events.person(person_id)

    def place(self, place_id: str) -> PlaceView | None:
        """Return a place, None if there is no such one."""
        return self._events.place(place_id)

    @cached_property
    def _told_events(self) -> ToldEvents:
        from timeline_app.model.told_events import ToldEvents

        return ToldEvents(self._document, self._sieve)

    @cached_property
    def people(self) -> PersonPages:
        """The pages of the people, organisations and terms that may be told of."""
        from timeline_app.model.person_views import PersonPages

        return PersonPages(self._document, self._sieve, self._told_events, self._events.person)

    @cached_property
    def places(self) -> PlacePages:
        """The pages of the places that may be told of."""
        from timeline_app.model.place_views import PlacePages

        return PlacePages(self._document, self._told_events, self._events.place)

    @cached_property
    def geography(self) -> Geography:
        """The places of the events that are shown, and the routes between them."""
        from timeline_app.model.geography import Geography

        return Geography(self._document, self._sieve, self._events.place)

    @property
    def to_be_asked(self) -> tuple[str, ...]:
        """The ids of the shown events that a class may be asked to place, by their titles."""
        from timeline_app.model.asked_views import to_be_asked

        return to_be_asked(self._document, self._sieve, lambda ordinal: self.label(ordinal).text)

    def asked(self, event_id: str) -> AskedView | None:
        """Return an event as a class is asked for it, None if it may not be."""
        from timeline_app.model.asked_views import asked_view, may_be_asked

        ordinal = self.ordinal(event_id)
        if ordinal is None or not may_be_asked(event_id, self._document, self._sieve):
            return None
        return asked_view(event_id, self.head(ordinal), self._document, self._events.person)

    def asked_stretch_s(self, event_id: str) -> tuple[int, int]:
        """Return the stretch of time in which a class is asked to place an event that may be asked for."""
        from timeline_app.model.asked_views import asked_stretch_s

        return asked_stretch_s(event_id, self._document, self._sieve)

    @property
    def is_catalogued(self) -> bool:
        """Whether events are known by people and places, or so few that asking takes no time."""
        return self._told_events.is_ready

    @property
    def source_ids(self) -> frozenset[str]:
        """The sources that are shown."""
        return self._sieve.sources

    @property
    def excerpt_ids(self) -> frozenset[str]:
        """The excerpts that are shown."""
        return self._sieve.excerpts

    def claim(self, claim_id: str) -> ClaimView | None:
        """Return a claim, None if there is no such one or none of its accounts can be told."""
        if self.lens.keeps_back and claim_id not in self._sieve.claims:
            return None
        record = self._document.claims.get(claim_id)
        return None if record is None else self._claims.claim(claim_id, record)

    def _told(self, claims: Iterable[str]) -> tuple[str, ...]:
        """Return the claims of which an account can be told: the words of some were all written later."""
        is_all_told = not self.keeps_back
        return tuple(name for name in claims if is_all_told or self.claim(name) is not None)

    @cached_property
    def filtering(self) -> Filtering:
        """What there is to filter by, and what the filters leave."""
        from timeline_app.model.filtering import Filtering

        return Filtering(self._document, self._sieve, self.reader, self._wished)

    def other_dates(self, ordinal: int) -> tuple[OtherDate, ...]:
        """Return the dates that accounts give an event, its own among them where they agree."""
        from timeline_app.model.other_dates import other_dates

        return tuple(other_dates(ordinal, self._document, self._sieve, self.reader))

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

    def tour(self, tour_id: str) -> TourView | None:
        """Return a tour with what may be shown at its stops, None if there is no such one."""
        if tour_id not in self._tours_made:
            from timeline_app.model.tour_stops import tour_view

            self._tours_made[tour_id] = tour_view(tour_id, self._document, self)
        return self._tours_made[tour_id]

    @cached_property
    def _tours_made(self) -> dict[str, TourView | None]:
        return {}

    def exhibit(self) -> ExhibitView:
        """Return the introduction to the exhibit."""
        return self._exhibit

    @cached_property
    def _exhibit(self) -> ExhibitView:
        # Kept: its shares are counted over all events, and it comes back whenever nothing is selected.
        from timeline_app.model.exhibit_views import exhibit_view

        told = exhibit_view(self._document, self._sieve, self.reader, self._evidence, self.undated)
        return replace(told, claim_count=len(self._told(self._sieve.claims)))
