# SPDX-License-Identifier: MIT
"""The events of a person or a place: those that may be told, those of them that are shown, and how many are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.instant import LIMIT_S
from timeline_app.model.catalogue import Belongings
from timeline_app.model.document import Document
from timeline_app.model.event_uses import Mask
from timeline_app.model.filters import UNFILTERED
from timeline_app.model.sieve import Sieve

FEW_EVENTS: Final = 3_000
"""So many are gone through while one waits."""


@dataclass(frozen=True, slots=True)
class TheirEvents:
    """Ordinals in the order of time, those without a place in time last, and how many the reader has filtered out."""

    shown: tuple[int, ...] = ()
    filtered_out: int = 0

    @property
    def count(self) -> int:
        """How many there are, filtered out or not."""
        return len(self.shown) + self.filtered_out


class ToldEvents:
    """Finds the events of one document that a lens lets be told.

    Filters are the reader's own: they leave events out, and that may be said. What a cursor holds back is neither
    listed nor counted, and nothing is told of who had a part in a veiled event.
    """

    def __init__(self, document: Document, sieve: Sieve) -> None:
        self._document = document
        self._sieve = sieve

    @property
    def is_ready(self) -> bool:
        """Whether the events are known by people and places, or so few that asking takes no time."""
        return len(self._document.events) <= FEW_EVENTS or "catalogue" in vars(self._document)

    @cached_property
    def _told(self) -> Mask:
        lens = replace(self._sieve.lens, filters=UNFILTERED, dates=None)
        told = self._sieve if lens == self._sieve.lens else Sieve(self._document, lens)
        return told.passes if told.veiled is None else told.passes & ~told.veiled

    def events_of(self, belongings: Belongings, name: str) -> TheirEvents:
        """Return the events that belong to somebody or to a place."""
        if name not in belongings.names:
            return TheirEvents()
        theirs = belongings.events_with((name,)) & self._told
        found = np.flatnonzero(theirs & self._sieve.passes)
        dates = self._document.events.dates
        # By what the dates say: "about 1956" comes after 1954, however far the doubt reaches.
        begins_s = np.where(dates.earliest_state == EndState.OPEN, -LIMIT_S, dates.earliest_s)[found]
        order = np.lexsort((found, dates.precision[found], begins_s, ~dates.is_dated[found]))
        return TheirEvents(tuple(found[order].tolist()), int(theirs.sum()) - len(found))

    def counts(self, belongings: Belongings) -> Mapping[str, int]:
        """Return how many events may be told of each name, filtered out or not."""
        return dict(zip(belongings.names, belongings.counts_in(self._told).tolist(), strict=True))

    def is_met(self, events: int) -> bool:
        """Tell whether somebody or a place with so many events to tell may be named.

        At a cursor, or before a curtain, those are not who appear in later events alone.
        """
        return events > 0 or not self._holds_back

    def is_met_in(self, belongings: Belongings, name: str) -> bool:
        """Tell whether a name may be told; only who holds something back asks for its events, which in a large exhibit are many."""
        return not self._holds_back or self.is_met(self.events_of(belongings, name).count)

    @property
    def _holds_back(self) -> bool:
        return self._sieve.is_past or self._sieve.keeps_back
