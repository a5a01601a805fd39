# SPDX-License-Identifier: MIT
"""What a reader is told of facets and filters: values with names and counts, how many events are left, what to loosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model.asked_filters import is_asked, name_in
from timeline_app.model.document import Document
from timeline_app.model.evidence_grade import LEAST_SETTLED_FIRST
from timeline_app.model.facets import GRADED
from timeline_app.model.filters import FACETS, UNFILTERED, FacetName, Filters
from timeline_app.model.lens import DateFilter
from timeline_app.model.sieve import Sieve

Loosened = FacetName | Literal["dates"]
FEW_EVENTS: Final = 3_000
"""So many are counted while one waits."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that can be chosen. `count` events are shown by it whatever is chosen in its own facet.

    `name` is empty where the program has its own words for the value.
    """

    id: str
    name: ShownText
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with the values that there are: lanes in their order, others by how many events have them."""

    facet: FacetName
    values: tuple[FacetValue, ...]


class Filtering:
    """The facets of one document through one lens, for one reader. `wished` are the filters before any were put aside."""

    def __init__(self, document: Document, sieve: Sieve, reader: Reader, wished: Filters) -> None:
        self._document = document
        self._sieve = sieve
        self._reader = reader
        self._wished = wished

    @property
    def filters(self) -> Filters:
        """What is chosen, as far as it can be asked."""
        return self._sieve.lens.filters

    @property
    def dates(self) -> DateFilter | None:
        """The stretch of time that is asked for."""
        return self._sieve.lens.dates

    @property
    def is_active(self) -> bool:
        """Whether the reader has filtered anything."""
        return not self._wished.is_empty or self.dates is not None

    @property
    def leaves_out(self) -> bool:
        """Whether something that the reader has chosen is not asked, since no answer to it may be told."""
        return self._wished != self.filters

    @property
    def facets(self) -> tuple[FacetName, ...]:
        """The facets that can be asked for."""
        return tuple(facet for facet in FACETS if is_asked(facet, self._document, self._reader))

    @property
    def is_graded(self) -> bool:
        """Whether the exhibit is small enough to be asked how each event is evidenced."""
        return is_asked(GRADED[0], self._document, self._reader)

    @property
    def is_ready(self) -> bool:
        """Whether counting takes no time."""
        return len(self._document.events) <= FEW_EVENTS or self._sieve.facets.is_gathered

    def gather(self) -> None:
        """Make all that counting needs; of a large exhibit that takes seconds, so it may be done in a thread."""
        self._sieve.facets.gather()

    @cached_property
    def shown(self) -> int:
        """How many events are shown."""
        return int(self._sieve.passes.sum())

    @cached_property
    def of(self) -> int:
        """How many events would be shown without any filter."""
        return int(self._without_dates.unfiltered.sum())

    @cached_property
    def certain(self) -> int | None:
        """How many events would be shown if they had to lie in the dates certainly; None where none are asked for."""
        if self.dates is None:
            return None
        certainly = replace(self._sieve.lens, dates=replace(self.dates, certain_only=True))
        return int(Sieve(self._document, certainly).passes.sum())

    @cached_property
    def _without_dates(self) -> Sieve:
        return Sieve(self._document, replace(self._sieve.lens, dates=None))

    def name_of(self, facet: FacetName, value: str) -> ShownText | None:
        """Return the name of a value, empty where the program has its own words, None where it may not be told."""
        return name_in(facet, value, self._document, self._reader)

    @cached_property
    def views(self) -> tuple[FacetView, ...]:
        """All facets that have any value."""
        found = (FacetView(facet, self._values(facet)) for facet in self.facets)
        return tuple(view for view in found if view.values)

    def offers(self, facet: FacetName, value: str) -> bool:
        """Tell whether a value can be chosen, whatever else is: some event has it, and it may be told."""
        if facet not in self.facets or self.name_of(facet, value) is None:
            return False
        return value in self._whole(facet)

    def _whole(self, facet: FacetName) -> Mapping[str, int]:
        """Return how many events each value of a facet has without any filter."""
        return self._sieve.facets.counts(facet, self._without_dates.unfiltered, UNFILTERED)

    def _values(self, facet: FacetName) -> tuple[FacetValue, ...]:
        facets, among, chosen = self._sieve.facets, self._sieve.unfiltered, self.filters.of(facet)
        counts = facets.counts(facet, among, self.filters)
        found = [
            FacetValue(value, name, count, value in chosen)
            for value, count in counts.items()
            if (name := self.name_of(facet, value)) is not None
        ]
        if facet == "lane":
            return tuple(found)
        if facet in ("status", "lines"):
            return tuple(sorted(found, key=lambda value: _place(facet, value.id)))
        # By what they are without filters: rows do not change places while one chooses.
        whole = self._whole(facet)
        return tuple(
            sorted(found, key=lambda value: (-whole.get(value.id, 0), value.name.text.casefold(), value.id))
        )

    @cached_property
    def loosened(self) -> tuple[tuple[Loosened, int], ...]:
        """Return which one filter would show how many events if it were let go, the most first."""
        facets, filters = self._sieve.facets, self.filters
        found: list[tuple[Loosened, int]] = list(facets.loosened(self._sieve.unfiltered, filters))
        if self.dates is not None:
            left = self._without_dates.unfiltered & facets.mask_of(filters)
            found += [("dates", int(left.sum()))] if left.any() else []
        return tuple(sorted(found, key=lambda one: -one[1]))


def _place(facet: FacetName, value: str) -> int:
    """Return the place of a value in the order of its own kind."""
    if facet == "lines":
        return int(value)
    return next((number for number, state in enumerate(LEAST_SETTLED_FIRST) if state == value), 0)
