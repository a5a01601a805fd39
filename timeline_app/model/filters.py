# SPDX-License-Identifier: MIT
"""What a reader has chosen to see by facets: within one facet any value will do, of several facets all must hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, Self, get_args

FacetName = Literal["lane", "person", "place", "tag", "kind", "status", "lines"]
FACETS: Final[tuple[FacetName, ...]] = get_args(FacetName)
"""Lanes, people, places and tags of events, kinds of their sources, status of claims about them, lines of evidence."""

Values = frozenset[str]
NOTHING: Final[Values] = frozenset()


@dataclass(frozen=True, slots=True)
class Filters:
    """The chosen values of each facet, by id; an empty facet asks nothing."""

    lane: Values = NOTHING
    person: Values = NOTHING
    place: Values = NOTHING
    tag: Values = NOTHING
    kind: Values = NOTHING
    status: Values = NOTHING
    lines: Values = NOTHING

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return not any(True for _ in self.chosen())

    def chosen(self) -> Iterator[tuple[FacetName, Values]]:
        """Yield the facets in which something is chosen."""
        return ((facet, values) for facet in FACETS if (values := self.of(facet)))

    def of(self, facet: FacetName) -> Values:
        """Return the chosen values of a facet."""
        values: Values = getattr(self, facet)
        return values

    def toggled(self, facet: FacetName, value: str) -> Self:
        """Choose a value, or no longer."""
        return replace(self, **{facet: self.of(facet) ^ {value}})

    def without(self, facet: FacetName) -> Self:
        """Ask nothing of a facet."""
        return replace(self, **{facet: NOTHING})


UNFILTERED: Final = Filters()
