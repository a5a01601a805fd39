# SPDX-License-Identifier: MIT
"""What the page of a person, organisation or term shows, and the list of all of them.

Privacy holds here as everywhere: who is withheld, or known by role alone, has no page and stands in no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from timeline_app.base.text_value import ShownText
from timeline_app.model.document import Document
from timeline_app.model.event_uses import Mask
from timeline_app.model.sieve import Sieve
from timeline_app.model.told_events import TheirEvents, ToldEvents
from timeline_app.model.views import PersonView

PersonOf = Callable[[str], PersonView | None]
KINDS: Final = ("person", "organisation", "term")
"""What stands among the people of an exhibit, in the order of their lists."""


@dataclass(frozen=True, slots=True)
class PersonPageView:
    """A person with all that the exhibit tells of them.

    `sources` are those of the events that are shown, the most used first; `excerpts` are the words that they speak
    themselves. Both are ids.
    """

    person: PersonView
    events: TheirEvents
    sources: tuple[str, ...]
    excerpts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedName:
    """A person or place in a list: all names, the one that heads the page first, and how many events there are."""

    id: str
    names: tuple[ShownText, ...]
    about: ShownText | None
    count: int


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Those of one kind, by name."""

    kind: str
    names: tuple[ListedName, ...]


class PersonPages:
    """Finds what is told of people in one document under one lens; `person_of` gives a person as far as allowed."""

    def __init__(self, document: Document, sieve: Sieve, told: ToldEvents, person_of: PersonOf) -> None:
        self._document = document
        self._sieve = sieve
        self._told = told
        self._person_of = person_of

    def page(self, person_id: str) -> PersonPageView | None:
        """Return the page of a person, None where there is none, or none may be told of."""
        person = self._named(person_id)
        if person is None:
            return None
        events = self._told.events_of(self._document.catalogue.people, person_id)
        if not self._told.is_met(events.count):
            return None
        return PersonPageView(person, events, self._sources(events), tuple(self._excerpts(person_id)))

    @property
    def are_named(self) -> bool:
        """Whether the exhibit has any people at all."""
        return bool(self._document.people)

    def has_page(self, person_id: str) -> bool:
        """Tell whether there is a page; of a large exhibit this may turn out only when its events are counted."""
        if self._named(person_id) is None:
            return False
        return not self._told.is_ready or self._told.is_met_in(self._document.catalogue.people, person_id)

    def groups(self) -> tuple[NameGroup, ...]:
        """Return all who may be told of, by kind and name."""
        counts = self._told.counts(self._document.catalogue.people)
        found: dict[str, list[ListedName]] = {kind: [] for kind in KINDS}
        for name in self._document.people:
            person, count = self._named(name), counts.get(name, 0)
            if person is not None and self._told.is_met(count):
                names = (person.title, *person.names)
                found[person.kind].append(ListedName(name, names, person.role or person.note, count))
        return tuple(NameGroup(kind, by_name(names)) for kind, names in found.items() if names)

    def _named(self, person_id: str) -> PersonView | None:
        """Return a person who is told of by name."""
        person = self._person_of(person_id)
        return person if person is not None and person.id and person.title.text else None

    def _sources(self, events: TheirEvents) -> tuple[str, ...]:
        """Return the sources of events, the most used first, then in the exhibit's order."""
        mask: Mask = np.zeros(len(self._document.events), np.bool_)
        mask[list(events.shown)] = True
        ids, uses = tuple(self._document.sources), self._sieve.uses.sources
        counts = np.bincount(uses.values[mask[uses.rows]], minlength=len(ids))
        order = np.argsort(-counts, kind="stable").tolist()
        return tuple(ids[number] for number in order if counts[number] and self._sieve.is_told(ids[number]))

    def _excerpts(self, person_id: str) -> Iterator[str]:
        """Yield the excerpts in which a person speaks: none of a witness who wishes to be called otherwise."""
        shown = self._sieve.excerpts
        for name, excerpt in self._document.excerpts.items():
            is_renamed = excerpt.consent is not None and excerpt.consent.name_as is not None
            if person_id in excerpt.spoken_by and not is_renamed and name in shown:
                yield name


def by_name(names: list[ListedName]) -> tuple[ListedName, ...]:
    """Return names in the order of their letters."""
    return tuple(sorted(names, key=lambda one: (one.names[0].text.casefold(), one.id)))
