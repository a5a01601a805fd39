# SPDX-License-Identifier: MIT
"""`after` and `before` of an exhibit's events as a net: what they tell of dates, and where they contradict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from timeline_app.chrono.constraint_net import solve
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.narrowing import range_of
from timeline_app.chrono.net_parts import NO_EVENT, Contradiction, Range, Relation, Solution
from timeline_app.model import records
from timeline_app.model.derivation import Bounds, Step

Field = Literal["after", "before"]


class Told(NamedTuple):
    """A relation as a file tells it: the event that tells it, its field, and what stands there.

    `place` is the index in a list, None where the field holds one text alone.
    """

    event: int
    field: Field
    place: int | None
    text: str


class Link(NamedTuple):
    """One relation of the net: `target` is another event, or NO_EVENT where it is the date `date`.

    A relation that both events tell, or one that is told twice, is one: `told` are all places of it.
    """

    event: int
    field: Field
    target: int
    date: str
    told: tuple[Told, ...]

    @property
    def earlier(self) -> int:
        """The event that comes first, NO_EVENT for a date."""
        return self.target if self.field == "after" else self.event

    @property
    def later(self) -> int:
        """The event that comes last, NO_EVENT for a date."""
        return self.event if self.field == "after" else self.target


@dataclass(frozen=True, slots=True)
class SolvedNet:
    """The relations of an exhibit, solved. Only events that have any part in one are in it.

    `events` are their ordinals, in the order of their ids: so nothing depends on where they stand in the file.
    """

    events: Sequence[int]
    links: Sequence[Link]
    solution: Solution

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What cannot be true together, as numbers of `links`."""
        return self.solution.contradictions

    def known(self) -> Iterator[tuple[int, Range]]:
        """Yield each event with what is known of its beginning and end."""
        yield from zip(self.events, self.solution.ranges, strict=True)

    def bounds(self) -> tuple[Bounds, ...]:
        """Return what is told by others of each event, as far as it says more than the event's own date."""
        found = (
            Bounds(
                event,
                known,
                self._steps(event, self.solution.way_to_earliest(number)),
                self._steps(event, self.solution.way_to_latest(number)),
            )
            for number, (event, known) in enumerate(self.known())
        )
        return tuple(bounds for bounds in found if bounds.earliest or bounds.latest)

    def _steps(self, event: int, way: tuple[int, ...]) -> tuple[Step, ...]:
        """Return a way through the net as steps, each said from where the one before it has led."""
        steps: list[Step] = []
        for number in way:
            link = self.links[number]
            is_after = link.later == event
            event = link.earlier if is_after else link.later
            steps.append(Step("after" if is_after else "before", event, link.date))
        return tuple(steps)


def told_of(ordinal: int, event: records.Event) -> Iterator[Told]:
    """Yield the relations that one event tells."""
    if event.after:
        yield from _told(ordinal, "after", event.after)
    if event.before:
        yield from _told(ordinal, "before", event.before)


def _told(ordinal: int, field: Field, value: str | tuple[str, ...]) -> Iterator[Told]:
    if isinstance(value, str):
        yield Told(ordinal, field, None, value)
        return
    for place, text in enumerate(value):
        yield Told(ordinal, field, place, text)


def solve_relations(
    told: Iterable[Told],
    ids: Sequence[str],
    ordinal_of: Mapping[str, int],
    date_of: Callable[[int], HistoricalDate | None],
    settings: DateSettings,
) -> SolvedNet:
    """Solve the net of some relations; those that name neither an event nor a date that bounds are left out."""
    links = sorted(_links(told, ordinal_of, settings), key=lambda link: _rank(link, ids))
    ends = {end for link in links for end in (link.event, link.target) if end != NO_EVENT}
    events = sorted(ends, key=ids.__getitem__)
    number_of = {event: number for number, event in enumerate(events)}
    number_of[NO_EVENT] = NO_EVENT
    relations = [
        Relation(number_of[link.earlier], number_of[link.later], _limit_s(link, settings) or 0)
        for link in links
    ]
    return SolvedNet(events, links, solve([range_of(date_of(event)) for event in events], relations))


def _links(told: Iterable[Told], ordinal_of: Mapping[str, int], settings: DateSettings) -> Iterator[Link]:
    found: dict[tuple[int, int, str], list[Told]] = {}
    for each in told:
        target = ordinal_of.get(each.text, NO_EVENT)
        if target == NO_EVENT and not can_be_read(each.text, settings):
            continue
        first, last = (target, each.event) if each.field == "after" else (each.event, target)
        found.setdefault((first, last, each.text if target == NO_EVENT else ""), []).append(each)
    for (_, _, date), several in found.items():
        teller = several[0]
        link = Link(teller.event, teller.field, ordinal_of.get(teller.text, NO_EVENT), date, tuple(several))
        if not date or _limit_s(link, settings) is not None:
            yield link


def _limit_s(link: Link, settings: DateSettings) -> int | None:
    """Return the moment that a relation to a date sets; None where it sets none, or concerns two events.

    After a date means from its beginning on, before it until its end: in the same way as `[1955..]` and
    `[..1955]`. After what lasted means after its end.
    """
    if not link.date:
        return None
    known = range_of(parse(link.date, settings))
    return known.end_earliest_s if link.field == "after" else known.start_latest_s


def _rank(link: Link, ids: Sequence[str]) -> tuple[str, str, str]:
    earlier, later = link.earlier, link.later
    return "" if earlier == NO_EVENT else ids[earlier], "" if later == NO_EVENT else ids[later], link.date
