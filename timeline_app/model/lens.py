# SPDX-License-Identifier: MIT
"""The lens: everything that hides or covers anything, as one pure value.

As-known-at, sources taken away, filters, content notes, privacy and prediction are all fields of
this class. Whatever is shown, counted, searched, spoken or exported goes through it (`sieve.Sieve`). The
default lens is the identity: it hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.chrono.span_queries import Answer, Relation
from timeline_app.model.curtain import Curtain, Part, Withheld
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
    `curtain` hides what begins behind it, `withheld` are the events of which parts are not told yet.
    """

    acknowledged_notes: frozenset[str] = frozenset()
    dates: DateFilter | None = None
    known_at: KnownAt | None = None
    sources_off: frozenset[str] = frozenset()
    takes_derived: bool = False
    filters: Filters = UNFILTERED
    curtain: Curtain | None = None
    withheld: tuple[Withheld, ...] = ()

    @property
    def hidden_events(self) -> frozenset[str]:
        """The ids of the events that are hidden altogether, whatever their date; the identity hides none."""
        return frozenset()

    @property
    def told_until_s(self) -> int | None:
        """The moment from which on nothing is told: that of the cursor or of the curtain, None without either."""
        moments = [each.at_s for each in (self.known_at, self.curtain) if each is not None]
        return min(moments, default=None)

    @property
    def keeps_back(self) -> bool:
        """Whether something is kept back from a class: then all is told in short, so that nothing gives it away."""
        return self.curtain is not None or bool(self.withheld)

    def parts_withheld(self, event_id: str) -> frozenset[Part]:
        """Return the parts of an event that are withheld."""
        return next((each.parts for each in self.withheld if each.event_id == event_id), frozenset())


IDENTITY = Lens()
