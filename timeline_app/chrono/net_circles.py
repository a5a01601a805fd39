# SPDX-License-Identifier: MIT
"""The order of time in a net of relations, and the circles that stand against it ("A before B before A")."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

Ahead = list[list[tuple[int, int]]]
"""For each event those that it comes before, each with the number of the relation that says so."""

Circle = tuple[int, ...]

_Nexts = Callable[[int, Collection[int]], list[tuple[int, int]]]

LOOKS: Final = 500_000
"""After so many events looked at, circles are no longer the shortest there are."""


def order_of_time(ahead: Ahead, dropped: Collection[int]) -> list[int]:
    """Return the events so that each follows all that come before it; those in or behind circles are missing."""
    waits_for = [0] * len(ahead)
    for nexts in ahead:
        for later, number in nexts:
            if number not in dropped:
                waits_for[later] += 1
    ready = deque(event for event, count in enumerate(waits_for) if not count)
    order: list[int] = []
    while ready:
        event = ready.popleft()
        order.append(event)
        for later, number in ahead[event]:
            if number not in dropped:
                waits_for[later] -= 1
                if not waits_for[later]:
                    ready.append(later)
    return order


def break_circles(ahead: Ahead, shortened: Callable[[Circle], Circle]) -> list[tuple[Circle, int]]:
    """Return circles as the numbers of their relations, each with the one of them that has to go.

    A circle begins at its lowest event; of each, what `shortened` makes of it is told. They are the shortest
    ones first, but in a very tangled net. Where one relation alone closes all circles of a knot, it goes;
    else the last one does.
    """
    return _Breaker(ahead, shortened).circles()


class _Breaker:
    """Breaks circle after circle, knot by knot: a knot is a set of events that all lie on circles together."""

    def __init__(self, ahead: Ahead, shortened: Callable[[Circle], Circle]) -> None:
        self._ahead = ahead
        self._shortened = shortened
        self._earlier = {number: event for event, nexts in enumerate(ahead) for _, number in nexts}
        self._dropped: set[int] = set()
        self._found: list[tuple[Circle, int]] = []
        self._looks_left = LOOKS

    def circles(self) -> list[tuple[Circle, int]]:
        for event, nexts in enumerate(self._ahead):
            for later, number in nexts:
                if later == event:
                    self._note((number,), number)
        waiting = self._knots(range(len(self._ahead)))
        while waiting:
            knot = waiting.pop()
            if self._looks_left > 0:
                told = self._shortened(self._shortest(knot))
                self._note(told, self._closer_of_all(told, knot))
            else:
                self._untangle(knot)
            waiting.extend(self._knots(knot))
        return self._found

    def _note(self, circle: Circle, dropped: int) -> None:
        self._found.append((circle, dropped))
        self._dropped.add(dropped)

    def _nexts(self, event: int, within: Collection[int]) -> list[tuple[int, int]]:
        return [
            (later, number)
            for later, number in self._ahead[event]
            if number not in self._dropped and later in within
        ]

    # -- the shortest circle of a knot ------------------------------------------------------------

    def _shortest(self, knot: Sequence[int]) -> Circle:
        """Return the shortest circle: it meets one that is at hand, or lies in what that one leaves of the knot."""
        best: Circle = ()
        waiting = [list(knot)]
        while waiting and (self._looks_left > 0 or not best):
            rest = waiting.pop()
            within = set(rest)
            at_hand = self._circle_through(rest[0], within, 0) or ()
            for event in sorted(self._earlier[number] for number in at_hand):
                found = self._circle_through(event, within, len(best))
                best = found or best
                within.remove(event)
                if found is None or self._looks_left <= 0:
                    break  # What is left may have come apart.
            waiting.extend(self._knots(sorted(within)))
        return self._from_lowest(best)

    def _circle_through(self, start: int, within: Collection[int], shorter_than: int) -> Circle | None:
        """Return the shortest circle through an event, nothing if all are too long, None if there is none."""
        came_by: dict[int, tuple[int, int]] = {}
        level, length = [start], 1
        while level and (not shorter_than or length < shorter_than):
            following: list[int] = []
            for event in level:
                for later, number in self._ahead[event]:
                    if later == start and number not in self._dropped:
                        return (*_way(start, event, came_by), number)
                    if later in within and later not in came_by and number not in self._dropped:
                        came_by[later] = (event, number)
                        following.append(later)
            self._looks_left -= len(level)
            level, length = following, length + 1
        return () if level else None

    def _from_lowest(self, circle: Circle) -> Circle:
        """Return a circle turned so that it begins at its lowest event."""
        first = min(range(len(circle)), key=lambda index: self._earlier[circle[index]])
        return circle[first:] + circle[:first]

    # -- which relation has to go -----------------------------------------------------------------

    def _closer_of_all(self, circle: Circle, knot: Sequence[int]) -> int:
        """Return the relation without which a knot comes apart altogether, if there is one; else the last."""
        for turned in (circle[::-1], circle):
            # The more go, the fewer circles are left: the one that opens the last of them is a candidate.
            fewest = bisect_left(
                range(1, len(circle)), 1, key=lambda count: self._opens(turned[:count], knot)
            )
            if self._opens((turned[fewest],), knot):
                return turned[fewest]
        return circle[-1]

    def _opens(self, relations: Collection[int], knot: Sequence[int]) -> bool:
        """Tell whether no circle is left in a knot without some relations."""
        self._looks_left -= len(knot)
        gone = self._dropped.union(relations)
        within = frozenset(knot)
        waits_for = dict.fromkeys(knot, 0)
        for event in knot:
            for later, number in self._ahead[event]:
                if later in within and number not in gone:
                    waits_for[later] += 1
        ready = [event for event, count in waits_for.items() if not count]
        for event in ready:
            for later, number in self._ahead[event]:
                if later in within and number not in gone:
                    waits_for[later] -= 1
                    if not waits_for[later]:
                        ready.append(later)
        return len(ready) == len(knot)

    # -- a knot too tangled for that --------------------------------------------------------------

    def _untangle(self, knot: Sequence[int]) -> None:
        """Walk through a knot and break every circle that the walk closes."""
        within = frozenset(knot)
        done: set[int] = set()
        for start in knot:
            if start in done:
                continue
            way, relations = [start], list[int]()
            at = {start: 0}
            rests = [iter(self._nexts(start, within))]
            while rests:
                step = next(rests[-1], None)
                if step is None:
                    rests.pop()
                    done.add(way[-1])
                    del at[way.pop()]
                    if relations:
                        relations.pop()
                elif step[0] in at:
                    told = self._shortened((*relations[at[step[0]] :], step[1]))
                    self._note(told, told[-1])
                    if told[-1] != step[1]:
                        return  # The way itself is broken: what is left of the knot is looked at anew.
                elif step[0] not in done:
                    at[step[0]] = len(way)
                    way.append(step[0])
                    relations.append(step[1])
                    rests.append(iter(self._nexts(step[0], within)))

    def _knots(self, events: Collection[int]) -> list[list[int]]:
        """Return the knots among some events, the one with the lowest event last."""
        search = _KnotSearch(self._nexts, events)
        self._looks_left -= search.look_count
        return sorted(search.knots, reverse=True)


class _KnotSearch:
    """Finds the sets of events that can all be reached from one another (Tarjan, 1972), in one walk."""

    def __init__(self, nexts: _Nexts, events: Collection[int]) -> None:
        self.knots: list[list[int]] = []
        self.look_count = 0
        self._nexts = nexts
        self._within = events if isinstance(events, range) else frozenset(events)
        self._number: dict[int, int] = {}
        self._lowest: dict[int, int] = {}
        self._open: list[int] = []
        self._is_open: set[int] = set()
        for event in events:
            if event not in self._number:
                self._walk_from(event)

    def _walk_from(self, start: int) -> None:
        way = [(start, self._entered(start))]
        while way:
            event, rest = way[-1]
            step = next(rest, None)
            self.look_count += 1
            if step is None:
                way.pop()
                if way:
                    self._lower(way[-1][0], self._lowest[event])
                self._close(event)
            elif step[0] not in self._number:
                way.append((step[0], self._entered(step[0])))
            elif step[0] in self._is_open:
                self._lower(event, self._number[step[0]])

    def _entered(self, event: int) -> Iterator[tuple[int, int]]:
        self._number[event] = self._lowest[event] = len(self._number)
        self._open.append(event)
        self._is_open.add(event)
        return iter(self._nexts(event, self._within))

    def _lower(self, event: int, number: int) -> None:
        self._lowest[event] = min(self._lowest[event], number)

    def _close(self, event: int) -> None:
        """Take a knot off, if the walk leaves the event by which it came in."""
        if self._lowest[event] != self._number[event]:
            return
        knot = [self._open.pop()]
        while knot[-1] != event:
            knot.append(self._open.pop())
        self._is_open.difference_update(knot)
        if len(knot) > 1:
            self.knots.append(sorted(knot))


def _way(start: int, event: int, came_by: dict[int, tuple[int, int]]) -> Circle:
    """Return the relations that lead from a start to an event."""
    way: list[int] = []
    while event != start:
        event, number = came_by[event]
        way.append(number)
    return tuple(reversed(way))
