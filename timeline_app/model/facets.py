# SPDX-License-Identifier: MIT
"""Which events belong to which values of a facet, and how many: for all events of a document at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from timeline_app.model.catalogue import Belongings
from timeline_app.model.document import Document
from timeline_app.model.event_uses import HAS_CLAIMS, Lists, Mask
from timeline_app.model.filters import FACETS, FacetName, Filters

if TYPE_CHECKING:
    from timeline_app.model.evidence_grade import EvidenceGrades

MOST_LINES: Final = 3
"""Three lines of evidence and more are one value."""
GRADED: Final[tuple[FacetName, ...]] = ("kind", "status", "lines")
"""The facets for which each event's evidence is looked at: in exhibits of very many events they are left out."""
MOST_GRADED: Final = 20_000


class Facets:
    """The facets of one document as a lens leaves it. `grades` tells of lines of evidence and of claims.

    Of the events of a `veil` nothing is told but where they stand. `grounds` are what the grades rest on: while
    they are the same, so are these columns, whatever is filtered.
    """

    def __init__(
        self,
        document: Document,
        grades: EvidenceGrades,
        veil: Mask | None = None,
        grounds: Hashable = None,
    ) -> None:
        self._document = document
        self._grades = grades
        self._veil = veil
        self._grounds = grounds

    @property
    def offered(self) -> tuple[FacetName, ...]:
        """The facets that can be asked for in an exhibit of this size."""
        is_graded = len(self._document.events) <= MOST_GRADED
        return tuple(facet for facet in FACETS if is_graded or facet not in GRADED)

    @property
    def is_gathered(self) -> bool:
        """Whether all columns are there, so that counting takes no time."""
        columns = self._document.facet_columns
        return "catalogue" in vars(self._document) and all(
            columns.holds(self._grounds, facet) for facet in GRADED if facet in self.offered
        )

    def gather(self) -> None:
        """Make all columns; of a large exhibit that takes seconds."""
        for facet in self.offered:
            self._belongings(facet)

    def mask_of(self, filters: Filters) -> Mask:
        """Tell which events the filters let through."""
        mask: Mask = np.ones(len(self._document.events), np.bool_)
        for facet, values in filters.chosen():
            mask &= self._belongings(facet).events_with(values)
            mask &= self._told(facet)
        return mask

    def counts(self, facet: FacetName, among: Mask, filters: Filters) -> Mapping[str, int]:
        """Return how many events each value of a facet has among some, whatever is chosen in this facet itself."""
        belongings = self._belongings(facet)
        shown = among & self.mask_of(filters.without(facet)) & self._told(facet)
        counts = belongings.counts_in(shown).tolist()
        chosen = filters.of(facet)
        return {
            name: count
            for name, count in zip(belongings.names, counts, strict=True)
            if count or name in chosen
        }

    def loosened(self, among: Mask, filters: Filters) -> tuple[tuple[FacetName, int], ...]:
        """Return which facets would show how many events if nothing were asked of them, the most first.

        For a choice that shows nothing: which filter to loosen.
        """
        found = [
            (facet, int((among & self.mask_of(filters.without(facet))).sum()))
            for facet, _ in filters.chosen()
        ]
        return tuple(sorted(((facet, count) for facet, count in found if count), key=lambda one: -one[1]))

    def _belongings(self, facet: FacetName) -> Belongings:
        make = self._makers[facet]
        if facet not in GRADED:
            return make()
        return self._document.facet_columns.column(self._grounds, facet, make)

    def _told(self, facet: FacetName) -> Mask:
        """Tell of which events it may be told what they belong to."""
        if facet == "lane" or self._veil is None:
            return np.ones(len(self._document.events), np.bool_)
        return ~self._veil

    @property
    def _makers(self) -> Mapping[FacetName, Callable[[], Belongings]]:
        # Not kept: a table of its own methods would hold it, and it would outlive the exhibit.
        makers: tuple[Callable[[], Belongings], ...] = (
            self._lanes,
            lambda: self._document.catalogue.people,
            lambda: self._document.catalogue.places,
            lambda: self._document.catalogue.tags,
            self._kinds,
            self._statuses,
            self._lines,
        )
        return dict(zip(FACETS, makers, strict=True))

    def _lanes(self) -> Belongings:
        events = self._document.events
        names = tuple(lane.id for lane in self._document.lanes)
        return Belongings(names, Lists(events.lane_offsets, events.lane_values))

    def _kinds(self) -> Belongings:
        sources = self._document.sources
        return self._of_each(lambda ordinal: [
            kind for name in self._grades.sources_of(ordinal) if (kind := sources[name].kind) is not None
        ])  # fmt: skip

    def _statuses(self) -> Belongings:
        events = self._document.events
        asked = {
            ordinal
            for claim in self._document.claims.values()
            for name in claim.events
            if (ordinal := events.ordinal_of.get(name)) is not None
        }
        asked.update(self._document.uses.with_any(HAS_CLAIMS))
        return self._of_each(lambda ordinal: self._grades.states_of(ordinal) if ordinal in asked else ())

    def _lines(self) -> Belongings:
        return self._of_each(lambda ordinal: [str(min(self._grades.lines(ordinal), MOST_LINES))])

    def _of_each(self, names_of: Callable[[int], Collection[str]]) -> Belongings:
        number_of: dict[str, int] = {}
        lists = [
            sorted({number_of.setdefault(name, len(number_of)) for name in names_of(ordinal)})
            for ordinal in range(len(self._document.events))
        ]
        return Belongings(tuple(number_of), Lists.of(lists))
