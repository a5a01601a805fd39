# SPDX-License-Identifier: MIT
"""The parts of a net of relations, and what solving it gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

NO_EVENT: Final = -1
NO_RELATION: Final = -1


class Range(NamedTuple):
    """Between which moments an event begins and ends, half-open; None where nothing is known.

    An event that is one moment has the same bounds for both.
    """

    start_earliest_s: int | None = None
    start_latest_s: int | None = None
    end_earliest_s: int | None = None
    end_latest_s: int | None = None


class Relation(NamedTuple):
    """`earlier` has ended when `later` begins; instead of one of them a fixed moment may bound the other.

    Without `earlier` the later event begins at `limit_s` or afterwards; without `later` the earlier one has
    ended before `limit_s`.
    """

    earlier: int
    later: int
    limit_s: int = 0


class Contradiction(NamedTuple):
    """A chain of relations that cannot all be true, in the order of time; none of them could be spared.

    A circle ends where it begins. Another chain says that its last event, by its own date, is over before its
    first one is; or so do the limits at its ends. `dropped` is the relation of it that was left out.
    """

    chain: tuple[int, ...]
    dropped: int
    is_circle: bool


class Solution(NamedTuple):
    """The bounds of all events, and whence they come.

    `floor_by` and `ceiling_by` name for each event the relation that gave its earliest beginning and its latest
    end, NO_RELATION where its own date did or nothing is known. `end_floor_by` and `start_ceiling_by` say the
    same of its earliest end and latest beginning: they are what it hands on.
    """

    ranges: list[Range]
    contradictions: tuple[Contradiction, ...]
    relations: Sequence[Relation]
    floor_by: list[int]
    end_floor_by: list[int]
    ceiling_by: list[int]
    start_ceiling_by: list[int]

    def way_to_earliest(self, event: int) -> tuple[int, ...]:
        """Return the relations that lead from the event to where its earliest beginning is known from."""
        way = []
        relation = self.floor_by[event]
        while relation != NO_RELATION:
            way.append(relation)
            before = self.relations[relation].earlier
            relation = self.end_floor_by[before] if before != NO_EVENT else NO_RELATION
        return tuple(way)

    def way_to_latest(self, event: int) -> tuple[int, ...]:
        """Return the relations that lead from the event to where its latest end is known from."""
        way = []
        relation = self.ceiling_by[event]
        while relation != NO_RELATION:
            way.append(relation)
            after = self.relations[relation].later
            relation = self.start_ceiling_by[after] if after != NO_EVENT else NO_RELATION
        return tuple(way)
