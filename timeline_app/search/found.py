# SPDX-License-Identifier: MIT
"""What a search has found so far: drawn little by little, so that nobody waits for the last of very many."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Final

from timeline_app.search.finder import Candidate, Hit, Search
from timeline_app.search.query import FieldTerm, Term

MOST_KEPT: Final = 1_000
"""So many hits are kept with their words: more than a screen shows, fewer than a list may have."""
_AT_A_TIME: Final = 12


class Found:
    """The hits of one search, the best first."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._coming = search.candidates()
        self._hits: dict[int, Hit | None] = {}
        self.candidates: list[Candidate] = []
        self.is_whole = False
        """Whether all has been looked at."""
        self.possible = 0
        """How many of them answer to a date only possibly."""
        self._loosened: tuple[Term | FieldTerm, ...] | None = None

    def __len__(self) -> int:
        return len(self.candidates)

    @property
    def unanswered(self) -> tuple[FieldTerm, ...]:
        """The questions that name nothing that the exhibit has."""
        return self._search.unanswered

    @property
    def loosened(self) -> tuple[Term | FieldTerm, ...]:
        """The parts of a query that finds nothing without each of which something would be found."""
        if self._loosened is None:
            self._loosened = self._search.loosened
        return self._loosened

    def draw(self, may_go_on: Callable[[], bool]) -> bool:
        """Look for more as long as one may, a few at the least; return whether anything has come."""
        before = len(self.candidates)
        while not self.is_whole:
            some = list(islice(self._coming, _AT_A_TIME))
            self.candidates.extend(some)
            self.possible += sum(map(self._search.is_only_possible, some))
            self.is_whole = len(some) < _AT_A_TIME
            if not may_go_on():
                break
        return len(self.candidates) > before or self.is_whole

    def hit(self, number: int) -> Hit | None:
        """Return a hit by its number in the list, None where there is none."""
        if not 0 <= number < len(self.candidates):
            return None
        if number not in self._hits:
            if len(self._hits) >= MOST_KEPT:
                self._hits.clear()
            self._hits[number] = self._search.hit(self.candidates[number])
        return self._hits[number]

    def ordinals(self) -> frozenset[int]:
        """Return the events among what has been found."""
        return frozenset(found.ordinal for found in self.candidates if found.ordinal >= 0)
