# SPDX-License-Identifier: MIT
"""What events belong to, as columns: their people, places and tags, each by a number of its own.

Lanes, sources and dates are columns of the document already. These three stand in the records alone, so they are
gathered once, beside the index, in a thread of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.model import records
from timeline_app.model.event_uses import Lists, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Belongings:
    """Names, and for each event the numbers of those that it belongs to."""

    names: tuple[str, ...]
    lists: Lists

    def events_with(self, wanted: Iterable[str]) -> Mask:
        """Tell of each event whether it belongs to any of some names."""
        chosen = frozenset(wanted)
        is_wanted = np.fromiter((name in chosen for name in self.names), np.bool_, len(self.names))
        return self.lists.counts_of(is_wanted) > 0

    def counts_in(self, events: Mask) -> npt.NDArray[np.int64]:
        """Return how many of some events belong to each name."""
        return np.bincount(self.lists.values[events[self.lists.rows]], minlength=len(self.names))


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """People, places and tags of all events of one document, and the routes of those that have one."""

    people: Belongings
    places: Belongings
    tags: Belongings
    routes: Mapping[int, tuple[str, ...]]
    """Known places in their order, by the event's ordinal."""


def catalogue_of(
    events: Sequence[records.Event],
    known_people: Mapping[str, records.Person],
    known_places: Mapping[str, records.Place],
) -> Catalogue:
    """Gather the columns from all records; of a large exhibit that takes seconds."""
    people, places, tags = _Gatherer(known_people), _Gatherer(known_places), _Gatherer(())
    routes: dict[int, tuple[str, ...]] = {}
    for ordinal, record in enumerate(events):
        people.take(name for name in record.people if name in known_people)
        places.take(name for name in places_of(record) if name in known_places)
        tags.take(record.tags)
        if record.route:
            routes[ordinal] = tuple(name for name in record.route if name in known_places)
    return Catalogue(people.belongings(), places.belongings(), tags.belongings(), routes)


def places_of(record: records.Event) -> Sequence[str]:
    """Return the places of an event, those of its route included."""
    return (*((record.place,) if isinstance(record.place, str) else record.place), *record.route)


class _Gatherer:
    def __init__(self, names: Iterable[str]) -> None:
        self._number_of = {name: number for number, name in enumerate(names)}
        self._lists: list[tuple[int, ...]] = []

    def take(self, names: Iterable[str]) -> None:
        number_of = self._number_of
        self._lists.append(tuple(number_of.setdefault(name, len(number_of)) for name in dict.fromkeys(names)))

    def belongings(self) -> Belongings:
        return Belongings(tuple(self._number_of), Lists.of(self._lists))
