# SPDX-License-Identifier: MIT
"""How an event is evidenced, on two axes: how many independent lines there are, and what was concluded.

The kind of a source is not its quality, so no kind counts for more than another, and nobody is graded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model import records
from timeline_app.model.claim_status import ClaimStatus, status_after
from timeline_app.model.document import Document
from timeline_app.model.taken_away import Loss, Shelf

ConclusionState = Literal["unquestioned"] | ClaimStatus
Reading = Literal["whole", "part", "little", ""]

LEAST_SETTLED_FIRST: Final[tuple[ConclusionState, ...]] = (
    "refuted",
    "undecidable",
    "disputed",
    "no-verdict",
    "open",
    "estimates",
    "accepted",
    "unquestioned",
)
"""Of several claims about one event the mark shows the least settled."""

_GLANCED: Final = frozenset({"abstract", "contents", "title"})


@dataclass(frozen=True, slots=True)
class EventEvidence:
    """What an event's mark shows and the panel explains.

    `lines` counts independent lines of evidence, or is the author's own grade (0–3), with `own_grade_reason`.
    `read` tells how much of the sources that are left was read at the most: one of them whole, one in part, or
    little more than a title; "" where the exhibit does not say. `claims` are the ids of those about the event.
    """

    lines: int
    state: ConclusionState = "unquestioned"
    own_grade_reason: ShownText | None = None
    read: Reading = ""
    claims: tuple[str, ...] = ()
    sources: int = 0


UNGRADED: Final = EventEvidence(0)
"""Told of an event of which nothing may be said."""


class EvidenceGrades:
    """Grades the events of one document as a lens leaves them; asked for one event at a time."""

    def __init__(self, document: Document, shelf: Shelf) -> None:
        self._document = document
        self._shelf = shelf

    def of(self, ordinal: int, reader: Reader) -> EventEvidence:
        """Return how an event is evidenced; at a cursor by what was in print, whatever the author says today."""
        record = self._document.events.records[ordinal]
        left = self.sources_of(ordinal)
        claims = self._claims_of(ordinal, record)
        states = {self._state(claim) for claim in claims.values()}
        own = self._own_grade(record)
        return EventEvidence(
            lines=own.grade if own is not None else self.lines_of(left),
            state=next(state for state in LEAST_SETTLED_FIRST if state in states or state == "unquestioned"),
            own_grade_reason=own.reason.for_reader(reader) if own is not None else None,
            read=self.reading_of(left),
            claims=tuple(claims),
            sources=len(left),
        )

    def sources_of(self, ordinal: int) -> frozenset[str]:
        """Return the sources of an event that are left."""
        return self._shelf.sources_of(ordinal) - self._shelf.off

    def lines(self, ordinal: int) -> int:
        """Return the number of an event's lines of evidence, or its author's own grade."""
        own = self._own_grade(self._document.events.records[ordinal])
        return own.grade if own is not None else self.lines_of(self.sources_of(ordinal))

    def _own_grade(self, record: records.Event) -> records.Evidence | None:
        return None if self._shelf.has_cursor else record.evidence

    def states_of(self, ordinal: int) -> frozenset[ClaimStatus]:
        """Return how the claims about an event stand."""
        claims = self._claims_of(ordinal, self._document.events.records[ordinal])
        return frozenset(state for claim in claims.values() if (state := self._state(claim)) is not None)

    def lines_of(self, source_ids: Iterable[str]) -> int:
        """Return the independent lines that some sources make.

        What was read of a work caps what it can bear: works known by little more than their titles make one line
        where there is no other, and none beside others.
        """
        known = frozenset(source_ids)
        read = {name for name in known if self._extent(name) not in _GLANCED}
        return self._shelf.derivations.lines_of(read) if read else min(len(known), 1)

    def reading_of(self, source_ids: Iterable[str]) -> Reading:
        """Return how much of some sources was read at the most."""
        extents = {self._extent(name) for name in source_ids}
        if "whole" in extents:
            return "whole"
        if "part" in extents:
            return "part"
        return "little" if extents & _GLANCED else ""

    def loss_of(self, ordinal: int) -> Loss:
        """Return what an event has lost with the sources that were taken away."""
        return self._shelf.loss_of(self._shelf.sources_of(ordinal)) if self._shelf.off else Loss.NONE

    def _extent(self, source_id: str) -> str:
        consulted = self._document.sources[source_id].consulted
        return consulted.extent if consulted is not None else ""

    def _claims_of(self, ordinal: int, record: records.Event) -> Mapping[str, records.Claim]:
        """Return the claims about an event that can be told: at a cursor one may have no account yet."""
        found = dict(self._claims_about.get(self._document.events.ids[ordinal], {}))
        found.update(record.claims)
        return {name: claim for name, claim in found.items() if self._state(claim) is not None}

    @cached_property
    def _claims_about(self) -> Mapping[str, Mapping[str, records.Claim]]:
        found: dict[str, dict[str, records.Claim]] = {}
        for name, claim in self._document.claims.items():
            for event_id in claim.events:
                found.setdefault(event_id, {})[name] = claim
        return found

    def _state(self, claim: records.Claim) -> ClaimStatus | None:
        return status_after(claim, self._document, self._shelf)
