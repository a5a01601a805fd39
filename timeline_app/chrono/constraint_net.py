# SPDX-License-Identifier: MIT
"""What events and their order tell of each other's dates: bounds handed on through a whole net of relations.

An event begins and ends somewhere within its own date (a moment does both at once). A relation says that
one event has ended when another begins. So a beginning is never earlier than any end before it, and an end
never later than any beginning after it: one pass along the order of time gives all earliest moments, one
pass back all latest ones. Where a relation cannot be true beside others, the shortest chain that shows so is
told, one relation of it is left out, and the rest is solved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from timeline_app.chrono.net_circles import Ahead, break_circles, order_of_time
from timeline_app.chrono.net_parts import NO_EVENT, NO_RELATION, Contradiction, Range, Relation, Solution

__all__ = ["NO_EVENT", "NO_RELATION", "Contradiction", "Range", "Relation", "Solution", "solve"]

LOOKS: Final = 200_000
"""After so many events looked at, the last relation of a chain is left out, not the most doubtful one."""

_FIRST: Final = itemgetter(0)
_NEVER_S: Final = -(1 << 80)
_EVER_S: Final = 1 << 80


def solve(dates: Sequence[Range], relations: Sequence[Relation]) -> Solution:
    """Solve a net; time and room grow with the number of events and relations.

    Ties fall to the lower number of event and relation, so that the answer follows from these alone.
    """
    return _Net(dates, relations).solved()


class _Net:
    """A net while it is being solved."""

    def __init__(self, dates: Sequence[Range], relations: Sequence[Relation]) -> None:
        count = len(dates)
        self._relations = relations
        self._ahead: Ahead = [[] for _ in range(count)]
        self._behind: list[list[int]] = [[] for _ in range(count)]
        self._floors: list[list[int]] = [[] for _ in range(count)]
        self._ceilings: list[list[int]] = [[] for _ in range(count)]
        for number, (earlier, later, _) in enumerate(relations):
            if earlier == NO_EVENT:
                self._floors[later].append(number)
            elif later == NO_EVENT:
                self._ceilings[earlier].append(number)
            else:
                self._ahead[earlier].append((later, number))
                self._behind[later].append(number)
        own = [_own(date) for date in dates]
        self._own_start_from = [date[0] for date in own]
        self._own_start_to = [date[1] for date in own]
        self._own_end_from = [date[2] for date in own]
        self._own_end_to = [date[3] for date in own]
        self._start_from = list(self._own_start_from)
        self._end_from = list(self._own_end_from)
        self._floor_by = [NO_RELATION] * count
        self._end_floor_by = [NO_RELATION] * count
        self._depth = [0] * count
        self._looks_left = LOOKS
        self._dropped: set[int] = set()
        self._found: list[Contradiction] = []

    def solved(self) -> Solution:
        for event in range(len(self._ahead)):
            self._settle_limits(event)
        order = self._ordered()
        for place, event in enumerate(order):
            self._settle_what_is_before(event, order, place)
            self._raise_floor(event)
        start_to, end_to, ceiling_by, start_ceiling_by = self._ceilings_along(order)
        ranges = [
            Range(*(None if abs(bound) == _EVER_S else bound for bound in bounds))
            for bounds in zip(self._start_from, start_to, self._end_from, end_to, strict=True)
        ]
        return Solution(
            ranges,
            tuple(self._found),
            self._relations,
            self._floor_by,
            self._end_floor_by,
            ceiling_by,
            start_ceiling_by,
        )

    def _ordered(self) -> list[int]:
        """Return the events in an order of time, after all circles have been broken."""
        order = order_of_time(self._ahead, self._dropped)
        if len(order) == len(self._ahead):
            return order
        for chain, dropped in break_circles(self._ahead, self._without_spare):
            first, last = self._relations[chain[0]].earlier, self._relations[chain[-1]].later
            self._drop(chain, dropped, is_circle=first == last)
        return order_of_time(self._ahead, self._dropped)

    def _without_spare(self, circle: tuple[int, ...]) -> tuple[int, ...]:
        """Return the shortest part of a circle whose ends cannot be true by their dates; all of it, if none is."""
        events = [self._relations[number].earlier for number in circle]
        best = circle
        # Twice around; kept are the ends that reach farther than all those after them, with their places.
        reaching: list[tuple[int, int]] = []
        for place in range(2 * len(events)):
            event = events[place % len(events)]
            count = bisect_right(reaching, -self._own_start_to[event], key=_FIRST)
            if count and 0 < place - reaching[count - 1][1] < len(best):
                start = reaching[count - 1][1] % len(events)
                best = (circle + circle)[start : start + place - reaching[count - 1][1]]
            end_from = self._own_end_from[event]
            while reaching and -reaching[-1][0] <= end_from:
                reaching.pop()
            reaching.append((-end_from, place))
        return best

    def _drop(self, chain: tuple[int, ...], dropped: int, *, is_circle: bool = False) -> None:
        self._found.append(Contradiction(chain, dropped, is_circle))
        self._dropped.add(dropped)

    # -- contradictions at one event ----------------------------------------------------------------

    def _settle_limits(self, event: int) -> None:
        """Hold the moments that bound an event against its own date, and against each other."""
        limit_s = self._limit_s
        for floor in self._floors[event]:
            if limit_s(floor) >= self._own_start_to[event]:
                self._drop((floor,), floor)
        for ceiling in self._ceilings[event]:
            if limit_s(ceiling) <= self._own_end_from[event]:
                self._drop((ceiling,), ceiling)
        floors = self._alive(self._floors[event])
        ceilings = sorted(self._alive(self._ceilings[event]), key=limit_s)
        if not floors:
            return
        highest = max(floors, key=limit_s)
        for ceiling in ceilings:
            if limit_s(ceiling) <= limit_s(highest):
                self._drop((highest, ceiling), ceiling)

    def _settle_what_is_before(self, event: int, order: list[int], place: int) -> None:
        """Hold what comes before an event against its own date, and then against the moments that bound it."""
        ceilings = self._alive(self._ceilings[event])
        own: tuple[tuple[int, tuple[int, ...]], ...] = ((self._own_start_to[event], ()),)
        limits = ((self._limit_s(ceiling), (ceiling,)) for ceiling in sorted(ceilings, key=self._limit_s))
        for limit_s, by in (*own, *limits):
            while late := self._ending_late(event, limit_s):
                chain = (*self._shortest_to(late, limit_s), *by)
                dropped = self._most_doubtful(chain, limit_s)
                self._drop(chain, dropped)
                if dropped in by:
                    break
                if self._relations[dropped].later != event:
                    for earlier in order[:place]:
                        self._raise_floor(earlier)

    def _ending_late(self, event: int, limit_s: int) -> list[int]:
        """Return the relations by which something before an event ends only at a moment or after it."""
        return [
            number
            for number in self._behind[event]
            if number not in self._dropped and self._end_from[self._relations[number].earlier] >= limit_s
        ]

    def _most_doubtful(self, chain: tuple[int, ...], limit_s: int) -> int:
        """Return the relation of a chain against which most dates speak; the last of those that are alike.

        Against it speak all events before it that end too late for the chain's end, and all after it that
        begin too early for its beginning. Of relations with as many against them it is the one past which
        more ways lead on: if another went, the same dates would still be too late or too early.
        """
        if len(chain) == 1 or self._looks_left <= 0:
            return chain[-1]
        first = self._relations[chain[0]]
        from_s = first.limit_s if first.earlier == NO_EVENT else self._own_end_from[first.earlier]
        late, early = self._late_before(chain, limit_s), self._early_after(chain, from_s)
        weights = [
            (before * after, ways_before + ways_after)
            for (before, ways_before), (after, ways_after) in zip(late, early, strict=True)
        ]
        most = max(weights)
        return next(
            number for number, weight in zip(chain[::-1], weights[::-1], strict=True) if weight == most
        )

    def _late_before(self, chain: tuple[int, ...], limit_s: int) -> list[tuple[int, int]]:
        """Return for each relation how many dates before it lie at a moment or after it, and the ways from them.

        A way is a relation of such a date that is not of the chain.
        """
        seen: set[int] = set()
        counts, dates, ways = [], 0, 0
        for number in chain:
            event = self._relations[number].earlier
            waiting = [] if event == NO_EVENT or event in seen else [event]
            seen.update(waiting)
            for before in waiting:
                dates += self._own_end_from[before] >= limit_s
                dates += sum(self._limit_s(floor) >= limit_s for floor in self._alive(self._floors[before]))
                by = {other: self._relations[other].earlier for other in self._ending_late(before, limit_s)}
                ways += sum(
                    self._own_end_from[late] >= limit_s for other, late in by.items() if other not in chain
                )
                found = set(by.values()) - seen
                seen |= found
                waiting.extend(found)
            counts.append((max(dates, 1), ways))
        self._looks_left -= len(seen)
        return counts

    def _early_after(self, chain: tuple[int, ...], from_s: int) -> list[tuple[int, int]]:
        """Return for each relation how many dates after it lie before a moment or at it, and the ways to them."""
        seen: set[int] = set()
        counts, dates, ways = [], 0, 0
        for number in reversed(chain):
            event = self._relations[number].later
            waiting = [] if event == NO_EVENT or event in seen else [event]
            seen.update(waiting)
            for after in waiting:
                dates += self._own_start_to[after] <= from_s
                dates += sum(
                    self._limit_s(ceiling) <= from_s for ceiling in self._alive(self._ceilings[after])
                )
                by = {other: later for later, other in self._ahead[after] if other not in self._dropped}
                ways += sum(
                    self._own_start_to[early] <= from_s for other, early in by.items() if other not in chain
                )
                found = set(by.values()) - seen
                seen |= found
                waiting.extend(found)
            counts.append((max(dates, 1), ways))
        self._looks_left -= len(seen)
        return counts[::-1]

    def _alive(self, numbers: list[int]) -> list[int]:
        return [number for number in numbers if number not in self._dropped]

    def _shortest_to(self, last: list[int], limit_s: int) -> tuple[int, ...]:
        """Return the fewest relations that end with one of `last` and push what follows to `limit_s` or later.

        Search runs back over events that end so late, level by level: the first one whose own date, or a
        moment that bounds it, says so is where the chain begins.
        """
        came_by: dict[int, int] = {}
        then: dict[int, int] = {}
        level: list[int] = []
        for number in last:
            before = self._relations[number].earlier
            if before not in came_by:
                came_by[before] = number
                level.append(before)
        while True:
            for event in level:
                if self._own_end_from[event] >= limit_s:
                    return self._chain(event, came_by, then)
            for event in level:
                for floor in self._floors[event]:
                    if floor not in self._dropped and self._limit_s(floor) >= limit_s:
                        return (floor, *self._chain(event, came_by, then))
            level = self._level_before(level, limit_s, came_by, then)

    def _level_before(
        self, level: list[int], limit_s: int, came_by: dict[int, int], then: dict[int, int]
    ) -> list[int]:
        found = []
        for event in level:
            for number in self._behind[event]:
                before = self._relations[number].earlier
                if number in self._dropped or before in came_by or self._end_from[before] < limit_s:
                    continue
                came_by[before] = number
                then[before] = event
                found.append(before)
        return found

    @staticmethod
    def _chain(first: int, came_by: dict[int, int], then: dict[int, int]) -> tuple[int, ...]:
        chain = [came_by[first]]
        while first in then:
            first = then[first]
            chain.append(came_by[first])
        return tuple(chain)

    def _limit_s(self, number: int) -> int:
        return self._relations[number].limit_s

    # -- bounds -------------------------------------------------------------------------------------

    def _raise_floor(self, event: int) -> None:
        """Take the earliest beginning from what is before an event; its own date first, then the nearest reason."""
        floor_s, by, depth = self._own_start_from[event], NO_RELATION, 0
        for number in self._floors[event]:
            limit_s = self._relations[number].limit_s
            if number not in self._dropped and limit_s > floor_s:
                floor_s, by, depth = limit_s, number, 1
        for number in self._behind[event]:
            before = self._relations[number].earlier
            end_s = self._end_from[before]
            if end_s < floor_s or number in self._dropped:
                continue
            if end_s > floor_s or (by != NO_RELATION and self._depth[before] + 1 < depth):
                floor_s, by, depth = end_s, number, self._depth[before] + 1
        self._start_from[event] = floor_s
        self._floor_by[event] = by
        reaches_end = floor_s > self._own_end_from[event]
        self._end_from[event] = floor_s if reaches_end else self._own_end_from[event]
        self._end_floor_by[event] = by if reaches_end else NO_RELATION
        self._depth[event] = depth if reaches_end else 0

    def _ceilings_along(self, order: list[int]) -> tuple[list[int], list[int], list[int], list[int]]:
        """Return the latest beginnings and ends, and the relations that gave them."""
        start_to, end_to = list(self._own_start_to), list(self._own_end_to)
        ceiling_by, start_ceiling_by = [NO_RELATION] * len(order), [NO_RELATION] * len(order)
        depths = [0] * len(order)
        for event in reversed(order):
            ceiling_s, by, depth = end_to[event], NO_RELATION, 0
            for number in self._ceilings[event]:
                limit_s = self._relations[number].limit_s
                if number not in self._dropped and limit_s < ceiling_s:
                    ceiling_s, by, depth = limit_s, number, 1
            for after, number in self._ahead[event]:
                start_s = start_to[after]
                if start_s > ceiling_s or number in self._dropped:
                    continue
                if start_s < ceiling_s or (by != NO_RELATION and depths[after] + 1 < depth):
                    ceiling_s, by, depth = start_s, number, depths[after] + 1
            end_to[event] = ceiling_s
            ceiling_by[event] = by
            if ceiling_s < start_to[event]:
                start_to[event] = ceiling_s
                start_ceiling_by[event] = by
                depths[event] = depth
        return start_to, end_to, ceiling_by, start_ceiling_by


def _own(date: Range) -> tuple[int, int, int, int]:
    """Return a date's bounds, each as tight as the others make it: nothing ends before it begins.

    A date that cannot hold together (two approximate ends that overlap the wrong way) bounds nothing.
    """
    start_from = _NEVER_S if date.start_earliest_s is None else date.start_earliest_s
    end_to = _EVER_S if date.end_latest_s is None else date.end_latest_s
    start_to = end_to if date.start_latest_s is None else min(date.start_latest_s, end_to)
    end_from = start_from if date.end_earliest_s is None else max(date.end_earliest_s, start_from)
    if start_from >= start_to or end_from >= end_to:
        return _NEVER_S, _EVER_S, _NEVER_S, _EVER_S
    return start_from, start_to, end_from, end_to
