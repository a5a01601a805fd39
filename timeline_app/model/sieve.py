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

    def events(self) -> Iterator[records.Event]:
        """Yield the events that pass, in the file's order."""
        for ordinal in np.flatnonzero(self.passes).tolist():
            yield self._document.events.records[ordinal]

    # -- what belongs to events ---------------------------------------------------------------------

    @cached_property
    def excerpts(self) -> frozenset[str]:
        """The excerpts that are not those of hidden events alone."""
        return self._kept(self._document.excerpts, _excerpts_of)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that are not about hidden events alone."""
        if self.hides_none:
            return frozenset(self._document.claims)
        about = {name: set(claim.events) for name, claim in self._document.claims.items()}
        for event in self._document.events.records:
            for name in event.claims:
                about.setdefault(name, set()).add(event.id)
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

    def _kept(self, names: Iterable[str], used_by: Callable[[records.Event], set[str]]) -> frozenset[str]:
        """Return the names that an event uses that passes, or that no event uses at all."""
        if self.hides_none:
            return frozenset(names)
        used = {name for event in self._document.events.records for name in used_by(event)}
        still_used = {name for event in self.events() for name in used_by(event)}
        return frozenset(name for name in names if name in still_used or name not in used)

    def _sources_of(self, event: records.Event) -> set[str]:
        accounts = [account for claim in event.claims.values() for account in claim.accounts]
        uses = [*event.sources, *(use for account in accounts for use in account.sources)]
        found = {use if isinstance(use, str) else use.source for use in uses}
        excerpts = (self._document.excerpts.get(name) for name in _excerpts_of(event))
        found.update(excerpt.source for excerpt in excerpts if excerpt is not None and excerpt.source)
        if event.figure is not None and event.figure.source:
            found.add(event.figure.source)
        return found


def _excerpts_of(event: records.Event) -> set[str]:
    accounts = (account for claim in event.claims.values() for account in claim.accounts)
    return {*event.excerpts, *(name for account in accounts for name in account.excerpts)}
