# SPDX-License-Identifier: MIT
"""What a lens lets through of one document: events, and with them what belongs to them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import numpy as np

from timeline_app.chrono.columns import Mask
from timeline_app.chrono.span_queries import Answer, Answers, answers
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.event_uses import HAS_CLAIMS, HAS_FIGURE, EventUses, uses_of
from timeline_app.model.lens import Lens


class Sieve:
    """Tells for one document and lens which events pass; everything is computed on demand, once."""

    def __init__(self, document: Document, lens: Lens) -> None:
        self._document = document
        self.lens = lens

    @cached_property
    def answers(self) -> Answers:
        """How surely each event answers to what the lens asks of dates; without a question all do."""
        wanted = self.lens.dates
        if wanted is None:
            return np.full(len(self._document.events), Answer.YES, np.int8)
        return answers(self._document.events.dates, wanted.relation, wanted.first_s, wanted.last_s)

    @cached_property
    def passes(self) -> Mask:
        """Which events the lens lets through, dated or not."""
        wanted, events = self.lens.dates, self._document.events
        if wanted is None:
            mask: Mask = np.ones(len(events), np.bool_)
        else:
            mask = self.answers >= wanted.least_answer
        hidden = (events.ordinal_of.get(event_id) for event_id in self.lens.hidden_events)
        mask[[ordinal for ordinal in hidden if ordinal is not None]] = False
        return mask

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
        return Answer.YES

    # -- what belongs to events ---------------------------------------------------------------------

    @cached_property
    def uses(self) -> EventUses:
        """What all events use, shown or not."""
        document = self._document
        known = document.events.uses
        return known or uses_of(document.events.records, document.sources, document.excerpts)

    @cached_property
    def excerpts(self) -> frozenset[str]:
        """The excerpts that are not those of hidden events alone."""
        return self._kept(self._document.excerpts, self._excerpts_of)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that are not about hidden events alone."""
        if self.hides_none:
            return frozenset(self._document.claims)
        about = {name: set(claim.events) for name, claim in self._document.claims.items()}
        events = self._document.events
        for ordinal in self.uses.with_any(HAS_CLAIMS):
            for name in events.records[ordinal].claims:
                about.setdefault(name, set()).add(events.ids[ordinal])
        return frozenset(
            name
            for name in self._document.claims
            if not about[name] or not all(self.hides(event_id) for event_id in about[name])
        )

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources that are not those of hidden events alone, and the works on which these rest."""
        found: set[str] = set()
        waiting = list(self._kept(self._document.sources, self._sources_of))
        while waiting:
            name = waiting.pop()
            record = self._document.sources.get(name)
            if record is not None and name not in found:
                found.add(name)
                waiting.extend(record.derives_from)
        return frozenset(found)

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
            found.update(use if isinstance(use, str) else use.source for use in account.sources)
        excerpts = (self._document.excerpts.get(name) for name in self._excerpts_of(events))
        found.update(excerpt.source for excerpt in excerpts if excerpt is not None and excerpt.source)
        for ordinal in self.uses.with_any(HAS_FIGURE):
            figure = self._document.events.records[ordinal].figure if events[ordinal] else None
            if figure is not None and figure.source:
                found.add(figure.source)
        return found

    def _accounts_of(self, events: Mask) -> Iterator[records.Account]:
        """Yield the accounts of the claims inside some events."""
        for ordinal in self.uses.with_any(HAS_CLAIMS):
            if events[ordinal]:
                for claim in self._document.events.records[ordinal].claims.values():
                    yield from claim.accounts


def _named(names: Iterable[str], wanted: Mask) -> set[str]:
    """Return the names whose numbers are wanted."""
    return {name for name, is_wanted in zip(names, wanted.tolist(), strict=False) if is_wanted}
