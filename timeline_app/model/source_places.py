# SPDX-License-Identifier: MIT
"""Where a source is used: the events that rest on it, the excerpts taken from it, the claims it speaks to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline_app.model.document import Document
from timeline_app.model.event_uses import Lists, account_sources
from timeline_app.model.sieve import Sieve

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SourceUses:
    """The places of one source, as far as the lens shows them.

    `events` are ordinals in the order of time, those without a place in time last; `excerpts` and `claims` are ids in
    the exhibit's order. `derives_from` are the works on which it rests directly, `derived` those that rest directly on it,
    `read_through_it` those that were only seen in it.
    """

    events: tuple[int, ...]
    excerpts: tuple[str, ...]
    claims: tuple[str, ...]
    derives_from: tuple[str, ...]
    derived: tuple[str, ...]
    read_through_it: tuple[str, ...]


class SourcePlaces:
    """Finds the places of sources in one document under one lens."""

    def __init__(self, document: Document, sieve: Sieve) -> None:
        self._document = document
        self._sieve = sieve
        self._names = {name: number for number, name in enumerate(document.sources)}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The sources that may be told of, in the exhibit's order."""
        kept, told = self._sieve.sources, self._sieve.is_told
        return tuple(name for name in self._document.sources if name in kept and told(name))

    def places(self, source_id: str) -> SourceUses:
        """Return where a source is used."""
        sources = self._document.sources
        shown = self._sieve.excerpts
        excerpts = {
            name: number
            for number, (name, excerpt) in enumerate(self._document.excerpts.items())
            if excerpt.source == source_id
        }
        others = [(name, sources[name]) for name in self.ids if name != source_id]
        return SourceUses(
            events=self._events(source_id, excerpts),
            excerpts=tuple(name for name in excerpts if name in shown),
            claims=tuple(name for name, names in self._claim_sources.items() if source_id in names),
            derives_from=tuple(
                name
                for name in sources[source_id].derives_from
                if name in sources and self._sieve.is_told(name)
            ),
            derived=tuple(name for name, other in others if source_id in other.derives_from),
            read_through_it=tuple(
                name for name, other in others if other.consulted and other.consulted.via == source_id
            ),
        )

    def _events(self, source_id: str, excerpts: Mapping[str, int]) -> tuple[int, ...]:
        """Return the shown events that name a source or one of its excerpts, in the order of time."""
        uses, sieve = self._sieve.uses, self._sieve
        mask = _having(uses.sources, np.array([self._names[source_id]]))
        mask |= _having(uses.excerpts, np.fromiter(excerpts.values(), np.int64, len(excerpts)))
        mask &= sieve.passes
        if sieve.veiled is not None:
            mask &= ~sieve.veiled
        found = np.flatnonzero(mask)
        dates = self._document.events.dates
        order = np.lexsort((found, dates.fuzz_earliest_s[found], ~dates.is_dated[found]))
        return tuple(found[order].tolist())

    @cached_property
    def _claim_sources(self) -> Mapping[str, frozenset[str]]:
        """The sources of each claim that is shown."""
        shown = self._sieve.claims
        return {
            name: frozenset[str]().union(
                *(account_sources(account, self._document) for account in claim.accounts)
            )
            for name, claim in self._document.claims.items()
            if name in shown
        }


def _having(lists: Lists, numbers: Numbers) -> npt.NDArray[np.bool_]:
    """Tell of each event whether its list has one of some numbers."""
    found = np.flatnonzero(np.isin(lists.values, numbers))
    mask = np.zeros(len(lists.offsets) - 1, np.bool_)
    mask[np.searchsorted(lists.offsets, found, side="right") - 1] = True
    return mask
