# SPDX-License-Identifier: MIT
"""What the page of a place shows, and the list of all places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from timeline_app.model.document import Document
from timeline_app.model.person_views import ListedName, NameGroup, by_name
from timeline_app.model.told_events import TheirEvents, ToldEvents
from timeline_app.model.views import PlaceView

PlaceOf = Callable[[str], PlaceView | None]
CERTAINTIES: Final = ("exact", "town", "region", "doubtful", "unplaced")
"""How surely a position is known, the surest first; without a position it is `unplaced`."""


@dataclass(frozen=True, slots=True)
class PlacePageView:
    """A place with all events that are told of it."""

    place: PlaceView
    events: TheirEvents


class PlacePages:
    """Finds what is told of places in one document under one lens; `place_of` gives a place as it may be told."""

    def __init__(self, document: Document, told: ToldEvents, place_of: PlaceOf) -> None:
        self._document = document
        self._told = told
        self._place_of = place_of

    def page(self, place_id: str) -> PlacePageView | None:
        """Return the page of a place, None where there is none, or its name was learnt later."""
        place = self._place_of(place_id)
        if place is None or not place.title.text:
            return None
        events = self._told.events_of(self._document.catalogue.places, place_id)
        return PlacePageView(place, events) if self._told.is_met(events.count) else None

    @property
    def are_named(self) -> bool:
        """Whether the exhibit has any places at all."""
        return bool(self._document.places)

    def has_page(self, place_id: str) -> bool:
        """Tell whether there is a page; of a large exhibit this may turn out only when its events are counted."""
        place = self._place_of(place_id)
        if place is None or not place.title.text:
            return False
        return not self._told.is_ready or self._told.is_met_in(self._document.catalogue.places, place_id)

    def groups(self) -> tuple[NameGroup, ...]:
        """Return all places that may be told of, by how surely they are placed, then by name."""
        counts = self._told.counts(self._document.catalogue.places)
        found: dict[str, list[ListedName]] = {certainty: [] for certainty in CERTAINTIES}
        for name in self._document.places:
            place, count = self._place_of(name), counts.get(name, 0)
            if place is not None and place.title.text and self._told.is_met(count):
                names = (place.title, *place.names)
                found[sureness_of(place)].append(ListedName(name, names, place.note, count))
        return tuple(NameGroup(kind, by_name(names)) for kind, names in found.items() if names)


def sureness_of(place: PlaceView) -> str:
    """Return how surely the position of a place is known."""
    return "unplaced" if place.at is None else place.certainty
