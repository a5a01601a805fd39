# SPDX-License-Identifier: MIT
"""How many independent lines of evidence some sources make, and what rests on what.

Two works share an origin when the closures of `derives_from` above them meet: one rests on the other, or both
rest on a third. The lines of evidence are the largest number of works of which no two share an origin. Counted
so, and not by groups of works that hang together, a work that joins two others never hides that these two are
independent, and taking a work away never raises the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from timeline_app.model import records

MOST_STEPS: Final = 20_000
"""So many choices are tried for one set of works; what has been found by then counts, which may be too few."""

Origins = frozenset[str]


class Derivations:
    """What rests on what among the works of one exhibit; ids that are none of them are passed over."""

    def __init__(self, sources: Mapping[str, records.Source]) -> None:
        self._parents = {
            name: tuple(work for work in source.derives_from if work in sources)
            for name, source in sources.items()
        }
        self._heirs: dict[str, list[str]] = {}
        for name, parents in self._parents.items():
            for parent in parents:
                self._heirs.setdefault(parent, []).append(name)
        self._origins: dict[str, Origins] = {}

    def origins_of(self, source_id: str) -> Origins:
        """Return a work and all on which it rests, directly or through others; circles do no harm."""
        found = self._origins.get(source_id)
        if found is None:
            found = self._origins[source_id] = _closure(source_id, self._parents)
        return found

    def heirs_of(self, source_id: str) -> Origins:
        """Return all works that rest on one, directly or through others, without itself."""
        return _closure(source_id, self._heirs) - {source_id}

    def with_heirs(self, source_ids: Iterable[str]) -> Origins:
        """Return works and all that rest on them."""
        found: set[str] = set()
        for name in source_ids:
            found |= _closure(name, self._heirs)
        return frozenset(found)

    def lines_of(self, source_ids: Iterable[str]) -> int:
        """Return the number of independent lines of evidence that some works make."""
        return most_disjoint({self.origins_of(name) for name in source_ids if name in self._parents})


def _closure(start: str, next_of: Mapping[str, Iterable[str]]) -> Origins:
    found, waiting = {start}, [start]
    while waiting:
        new = set(next_of.get(waiting.pop(), ())) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def most_disjoint(sets: Iterable[Origins]) -> int:
    """Return how many of some sets can be chosen so that no two of them meet.

    A set that holds another one is never needed. Sets that meet nothing count at once; the rest, seldom more
    than a handful, is tried out, smallest number of neighbours first.
    """
    distinct = set(sets)
    least = [one for one in distinct if not any(other < one for other in distinct)]
    order = sorted(least, key=lambda one: (len(one), sorted(one)))
    meets = [
        sum(1 << other for other, there in enumerate(order) if other != place and one & there)
        for place, one in enumerate(order)
    ]
    return _Search(meets).most((1 << len(order)) - 1)


class _Search:
    """The largest set of vertices of which no two are joined (a maximum independent set), by branching."""

    def __init__(self, meets: list[int]) -> None:
        self._meets = meets
        self._steps = 0
        self._known: dict[int, int] = {}

    def most(self, left: int) -> int:
        """Return the size for the vertices whose bits are set in `left`."""
        if not left:
            return 0
        known = self._known.get(left)
        if known is not None:
            return known
        self._steps += 1
        easiest = min(_bits(left), key=lambda place: (self._meets[place] & left).bit_count())
        around = self._meets[easiest] & left
        rest = left & ~(1 << easiest)
        found = 1 + self.most(rest & ~around)
        # One with at most one neighbour can always be chosen; others only perhaps.
        if around.bit_count() > 1 and self._steps < MOST_STEPS:
            found = max(found, self.most(rest))
        self._known[left] = found
        return found


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
