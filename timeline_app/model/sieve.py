# SPDX-License-Identifier: MIT
"""What a lens lets through of one document: events, and with them what belongs to them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.chrono.columns import DateColumns, Mask, with_rows
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.known_by import begun_by
from timeline_app.chrono.span_queries import Answer, Answers, answers
from timeline_app.model import records
from timeline_app.model.document import Document, LinkEdge
from timeline_app.model.event_uses import HAS_CLAIMS, HAS_FIGURE, EventUses, account_sources
from timeline_app.model.known_table import KnownThen
from timeline_app.model.lens import Lens

if TYPE_CHECKING:
    # Made where somebody asks how things are known, which the first picture does not.
    from timeline_app.model.evidence_grade import EvidenceGrades
    from timeline_app.model.facets import Facets
    from timeline_app.model.taken_away import Shelf


class Sieve:
    """Tells for one document and lens which events pass; everything is computed on demand, once."""

    def __init__(self, document: Document, lens: Lens) -> None:
        self._document = document
        self.lens = lens

    @cached_property
    def answers(self) -> Answers:
        """How surely each event answers to what the lens asks of dates and of knowledge; unasked all do."""
        found = self._dates_answered
        return found if self._known is None else np.minimum(found, self._known.answers)

    @cached_property
    def _dates_answered(self) -> Answers:
        wanted = self.lens.dates
        if wanted is None:
            return np.full(len(self._document.events), Answer.YES, np.int8)
        return answers(self._dates_told, wanted.relation, wanted.first_s, wanted.last_s)

    @property
    def _dates_told(self) -> DateColumns:
        """The dates as they could be told at the cursor: what came later answers to nothing."""
        dates = self._document.events.dates
        if not self.is_past:
            return dates
        from timeline_app.model.dates_then import dates_then

        known = Sieve(self._document, Lens(known_at=self.lens.known_at))
        then = dates_then(self._document, known)
        return with_rows(dates, then) if then else dates

    @cached_property
    def passes(self) -> Mask:
        """Which events the lens lets through, dated or not."""
        mask: Mask = self.unfiltered.copy()
        if not self.lens.filters.is_empty:
            mask &= self.facets.mask_of(self.lens.filters)
        return mask

    @cached_property
    def unfiltered(self) -> Mask:
        """Which events would pass if no facet were filtered."""
        wanted, events = self.lens.dates, self._document.events
        if wanted is None:
            mask: Mask = np.ones(len(events), np.bool_)
        else:
            mask = self._dates_answered >= wanted.least_answer
        if self._known is not None:
            mask &= self._known.answers >= Answer.POSSIBLE
        hidden = (events.ordinal_of.get(event_id) for event_id in self.lens.hidden_events)
        mask[[ordinal for ordinal in hidden if ordinal is not None]] = False
        return mask

    @cached_property
    def _known(self) -> KnownThen | None:
        """What was known of events at the cursor, None without one."""
        cursor, document = self.lens.known_at, self._document
        return None if cursor is None else document.publicity.known.at(cursor, document.events.dates)

    def known_answer(self, ordinal: int) -> Answer:
        """Tell how surely an event was known at the cursor; without a cursor each is."""
        return Answer.YES if self._known is None else Answer(self._known.answers[ordinal])

    @property
    def veiled(self) -> Mask | None:
        """The events of which nothing may be said since nobody knows when they became public; None without a cursor."""
        return None if self._known is None else self._known.veiled

    def is_veiled(self, ordinal: int) -> bool:
        """Tell whether nothing may be said of an event."""
        return self._known is not None and bool(self._known.veiled[ordinal])

    @cached_property
    def hides_none(self) -> bool:
        """Whether all of the document passes."""
        return bool(self.passes.all())

    def hides(self, event_id: str) -> bool:
        """Tell whether an event is hidden altogether; one that does not exist is not."""
        ordinal = self._document.events.ordinal_of.get(event_id)
        return ordinal is not None and not self.passes[ordinal]

    # -- what was in print ---------------------------------------------------------------------------

    def in_print(self, source_id: str) -> Answer:
        """Tell whether a source was in print at the cursor; without a cursor each is."""
        cursor = self.lens.known_at
        return (
            Answer.YES if cursor is None else self._document.publicity.prints.in_print(source_id, cursor.at_s)
        )

    @property
    def is_past(self) -> bool:
        """Whether all is to be told as it could have been told at the cursor."""
        return self.lens.known_at is not None

    def is_told(self, source_id: str | None) -> bool:
        """Tell whether what rests on a source may be told: it was in print at the cursor, at least possibly.

        At a cursor nothing is told that names no source.
        """
        if self.lens.known_at is None:
            return True
        return source_id is not None and self.in_print(source_id) >= Answer.POSSIBLE

    def has_begun(self, date: HistoricalDate | None) -> bool:
        """Tell whether a date had begun at the cursor, at least possibly; without a cursor all have."""
        cursor = self.lens.known_at
        return cursor is None or begun_by(date, cursor.at_s) >= Answer.POSSIBLE

    def is_link_told(self, edge: LinkEdge) -> bool:
        """Tell whether a link may be told at the cursor: none of a judgement, and none of what is veiled.

        The others need a source in print, or say no more than that one event is part of the other or the same.
        """
        link = edge.record
        if link.judgement or self.is_veiled(edge.source) or self.is_veiled(edge.target):
            return False
        return any(map(self.is_told, link.sources)) or (
            not link.sources and not link.why and link.kind in ("part-of", "same-as")
        )

    # -- evidence and facets -------------------------------------------------------------------------

    @cached_property
    def shelf(self) -> Shelf:
        """The sources that the lens leaves."""
        from timeline_app.model.taken_away import Shelf

        return Shelf(self._document, self.lens)

    @cached_property
    def grades(self) -> EvidenceGrades:
        """How the events are evidenced."""
        from timeline_app.model.evidence_grade import EvidenceGrades

        return EvidenceGrades(self._document, self.shelf)

    @cached_property
    def facets(self) -> Facets:
        """Which events have which values of each facet."""
        from timeline_app.model.facets import Facets

        lens = self.lens
        grounds = (lens.known_at, lens.sources_off, lens.takes_derived)
        return Facets(self._document, self.grades, self.veiled, grounds)

    # -- what belongs to events ---------------------------------------------------------------------

    @cached_property
    def uses(self) -> EventUses:
        """What all events use, shown or not."""
        return self._document.uses

    @cached_property
    def excerpts(self) -> frozenset[str]:
        """The excerpts that are not those of hidden events alone, in print at the cursor if there is one."""
        kept, excerpts = self._kept(self._document.excerpts, self._excerpts_of), self._document.excerpts
        return frozenset(name for name in kept if self.is_told(excerpts[name].source))

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that are not about hidden events alone, and of which some account was in print."""
        told = [name for name, claim in self._document.claims.items() if self._is_claim_told(claim)]
        if self.hides_none:
            return frozenset(told)
        about = {name: set(claim.events) for name, claim in self._document.claims.items()}
        events = self._document.events
        for ordinal in self.uses.with_any(HAS_CLAIMS):
            for name in events.records[ordinal].claims:
                about.setdefault(name, set()).add(events.ids[ordinal])
        return frozenset(
            name
            for name in told
            if not about[name] or not all(self.hides(event_id) for event_id in about[name])
        )

    def _is_claim_told(self, claim: records.Claim) -> bool:
        if self.lens.known_at is None or not claim.accounts:
            return True
        return any(
            self.is_told(name)
            for account in claim.accounts
            for name in account_sources(account, self._document)
        )

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources that are not those of hidden events alone, and the works on which these rest.

        At a cursor they are those of them that were in print.
        """
        found: set[str] = set()
        waiting = list(self._kept(self._document.sources, self._sources_of))
        while waiting:
            name = waiting.pop()
            record = self._document.sources.get(name)
            if record is not None and name not in found:
                found.add(name)
                waiting.extend(record.derives_from)
        return frozenset(name for name in found if self.is_told(name))

    def _kept(self, names: Iterable[str], used_by: Callable[[Mask], set[str]]) -> frozenset[str]:
        """Return the names that an event uses that passes, or that no event uses at all."""
        if self.hides_none:
            return frozenset(names)
        used, still_used = used_by(np.ones(len(self._document.events), np.bool_)), used_by(self.passes)
        return frozenset(name for name in names if name in still_used or name not in used)

    def _excerpts_of(self, events: Mask) -> set[str]:
        """Return the excerpts that some events use."""
        found = _named(self._document.excerpts, self.uses.excerpts.numbers_of(events))
        for account in self._accounts_of(events):
            found.update(account.excerpts)
        return found

    def _sources_of(self, events: Mask) -> set[str]:
        """Return the sources that some events use, and those of their excerpts."""
        found = _named(self._document.sources, self.uses.sources.numbers_of(events))
        for account in self._accounts_of(events):
            found.update(account_sources(account, self._document))
        found.update(
            self._sources_of_excerpts(_named(self._document.excerpts, self.uses.excerpts.numbers_of(events)))
        )
        for ordinal in self.uses.with_any(HAS_FIGURE):
            figure = self._document.events.records[ordinal].figure if events[ordinal] else None
            if figure is not None and figure.source:
                found.add(figure.source)
        return found

    def _sources_of_excerpts(self, names: Iterable[str]) -> set[str]:
        excerpts = (self._document.excerpts.get(name) for name in names)
        return {excerpt.source for excerpt in excerpts if excerpt is not None and excerpt.source}

    def _accounts_of(self, events: Mask) -> Iterator[records.Account]:
        """Yield the accounts of the claims inside some events."""
        for ordinal in self.uses.with_any(HAS_CLAIMS):
            if events[ordinal]:
                for claim in self._document.events.records[ordinal].claims.values():
                    yield from claim.accounts


def _named(names: Iterable[str], wanted: Mask) -> set[str]:
    """Return the names whose numbers are wanted."""
    return {name for name, is_wanted in zip(names, wanted.tolist(), strict=False) if is_wanted}
