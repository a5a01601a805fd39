# SPDX-License-Identifier: MIT
"""What a lens lets through of one document: events, and with them what belongs to them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.chrono.columns import DateColumns, Mask, with_rows
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.known_by import all_begun_by, begun_by
from timeline_app.chrono.span_queries import Answer, Answers, answers
from timeline_app.model import records
from timeline_app.model.curtain import Part
from timeline_app.model.document import Document, LinkEdge
from timeline_app.model.event_uses import HAS_CLAIMS, HAS_FIGURE, EventUses, account_sources
from timeline_app.model.known_table import KnownThen
from timeline_app.model.lens import Lens

if TYPE_CHECKING:
    # Made where somebody asks how things are known, which the first picture does not.
    from timeline_app.model.evidence_grade import EvidenceGrades
    from timeline_app.model.facets import Facets
    from timeline_app.model.giveaways import Giveaways
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
        dates, lens = self._document.events.dates, self.lens
        if not self.is_past and not lens.keeps_back:
            return dates
        from timeline_app.model.dates_then import dates_told

        seen = Sieve(
            self._document, Lens(known_at=lens.known_at, curtain=lens.curtain, withheld=lens.withheld)
        )
        told = dates_told(self._document, seen)
        return with_rows(dates, told) if told else dates

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
        if self.lens.curtain is not None:
            mask &= all_begun_by(events.dates, self.lens.curtain.at_s) >= Answer.POSSIBLE
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

    @cached_property
    def veiled(self) -> Mask | None:
        """The events of which nothing is said but their heads, None if there can be none.

        Nobody knows since when they were public, or a part of them is withheld.
        """
        known = None if self._known is None else self._known.veiled
        if not self.lens.withheld:
            return known
        return self.withheld if known is None else known | self.withheld

    def is_veiled(self, ordinal: int) -> bool:
        """Tell whether nothing may be said of an event but its head."""
        return self.veiled is not None and bool(self.veiled[ordinal])

    # -- what is kept back from a class ---------------------------------------------------------------

    @cached_property
    def withheld(self) -> Mask:
        """The events of which some part is withheld."""
        return self._without(*Part)

    @cached_property
    def untitled(self) -> Mask | None:
        """The events whose titles may not be said, None if there can be none."""
        known = None if self._known is None else self._known.veiled
        if not self.lens.withheld:
            return known
        without = self._without(Part.TITLE)
        return without if known is None else known | without

    @cached_property
    def dated(self) -> Mask:
        """The events that have a place in time which may be told, shown or not."""
        is_dated = self._document.events.dates.is_dated
        return is_dated & ~self._without(Part.DATE) if self.lens.withheld else is_dated

    def _without(self, *parts: Part) -> Mask:
        """Return the events of which one of some parts is withheld."""
        events = self._document.events
        mask: Mask = np.zeros(len(events), np.bool_)
        for each in self.lens.withheld:
            ordinal = events.ordinal_of.get(each.event_id)
            if ordinal is not None and not each.parts.isdisjoint(parts):
                mask[ordinal] = True
        return mask

    @cached_property
    def giveaways(self) -> Giveaways:
        """What would give away what is withheld."""
        from timeline_app.model.giveaways import Giveaways

        return Giveaways(self._document, self.lens.withheld)

    @property
    def keeps_back(self) -> bool:
        """Whether something is kept back from a class: then all is told in short."""
        return self.lens.keeps_back

    @cached_property
    def hides_none(self) -> bool:
        """Whether all of the document passes."""
        return bool(self.passes.all())

    def hides(self, event_id: str) -> bool:
        """Tell whether an event is hidden altogether; one that does not exist is not."""
        ordinal = self._document.events.ordinal_of.get(event_id)
        return ordinal is not None and not self.passes[ordinal]

    @property
    def _tells_all(self) -> bool:
        return self.hides_none and not self.lens.withheld

    def is_untold(self, event_id: str) -> bool:
        """Tell whether an event is hidden, or a part of it withheld."""
        return self.hides(event_id) or bool(self.lens.parts_withheld(event_id))

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

        At a cursor nothing is told that names no source. What would give away a date that is withheld is not told.
        """
        if self.lens.withheld and source_id in self.giveaways.sources:
            return False
        if self.lens.known_at is None:
            return True
        return source_id is not None and self.in_print(source_id) >= Answer.POSSIBLE

    def has_begun(self, date: HistoricalDate | None) -> bool:
        """Tell whether a date had begun at cursor and curtain, at least possibly; without them all have."""
        until_s = self.lens.told_until_s
        return until_s is None or begun_by(date, until_s) >= Answer.POSSIBLE

    def is_link_told(self, edge: LinkEdge) -> bool:
        """Tell whether a link may be told: none of what is veiled, and at a cursor none of a judgement.

        There the others need a source in print, or say no more than that one event is part of the other or the same.
        """
        link = edge.record
        if self.is_veiled(edge.source) or self.is_veiled(edge.target):
            return False
        if not self.is_past:
            return True
        if link.judgement:
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
        return frozenset(name for name in kept if self.tells_excerpt(name, excerpts[name]))

    def tells_excerpt(self, excerpt_id: str, excerpt: records.Excerpt) -> bool:
        """Tell whether an excerpt may be told: its source may, and no event that is withheld rests on it."""
        if self.lens.withheld and excerpt_id in self.giveaways.excerpts:
            return False
        return self.is_told(excerpt.source)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that are not about hidden events alone, and of which some account was in print.

        While something is kept back, they are those that are about none of it.
        """
        told = [name for name, claim in self._document.claims.items() if self._is_claim_told(claim)]
        if self._tells_all:
            return frozenset(told)
        about = {name: set(claim.events) for name, claim in self._document.claims.items()}
        events = self._document.events
        for ordinal in self.uses.with_any(HAS_CLAIMS):
            for name in events.records[ordinal].claims:
                about.setdefault(name, set()).add(events.ids[ordinal])
        quantified = any if self.keeps_back else all
        return frozenset(
            name
            for name in told
            if not about[name] or not quantified(self.is_untold(event_id) for event_id in about[name])
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
        if self._tells_all:
            return frozenset(names)
        telling = self.passes & ~self.withheld if self.lens.withheld else self.passes
        used, still_used = used_by(np.ones(len(self._document.events), np.bool_)), used_by(telling)
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
