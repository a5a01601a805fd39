# SPDX-License-Identifier: MIT
"""The lens: everything that hides or covers anything, as one pure value.

As-known-at, sources taken away, filters, content notes, privacy and prediction are all fields of
this class. Whatever is shown, counted, searched, spoken or exported goes through it (`sieve.Sieve`). The
default lens is the identity: it hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chrono.span_queries import Answer, Relation
from timeline_app.model.filters import UNFILTERED, Filters
from timeline_app.model.known_at import KnownAt


@dataclass(frozen=True, slots=True)
class DateFilter:
    """Let through what stands in a relation to the stretch [`first_s`, `last_s`), which is not empty.

    What only possibly does is let through as well, unless `certain_only`. Events without a place in time
    are always possible, never certain. `text` is the stretch as chosen, in EDTF.
    """

    relation: Relation
    first_s: int
    last_s: int
    certain_only: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        if self.first_s >= self.last_s:
            raise ValueError("a stretch of time ends after it begins")

    @property
    def least_answer(self) -> Answer:
        """The least answer that is let through."""
        return Answer.YES if self.certain_only else Answer.POSSIBLE


@dataclass(frozen=True, slots=True)
class Lens:
    """What the reader has chosen to see.

    `acknowledged_notes` are the ids of events whose content note the reader has chosen to open. `dates`
    lets through only what lies at some time. `known_at` lets through only what was known at a moment, as it
    could be told then. `sources_off` are the ids of the sources that the reader has taken away, with
    `takes_derived` also those that derive from them. `filters` lets through what has the chosen facets.
    """

    acknowledged_notes: frozenset[str] = frozenset()
    dates: DateFilter | None = None
    known_at: KnownAt | None = None
    sources_off: frozenset[str] = frozenset()
    takes_derived: bool = False
    filters: Filters = UNFILTERED

    @property
    def hidden_events(self) -> frozenset[str]:
        """The ids of the events that are hidden altogether, whatever their date; the identity hides none."""
        return frozenset()


IDENTITY = Lens()
