# SPDX-License-Identifier: MIT
"""What a map shows of an exhibit: its places and routes in words, and as the numbers that are drawn."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import Reader, ShownText
from timeline_app.model.geography import Geography, SitedPlace, SitedRoute
from timeline_app.model.views import PlaceView
from timeline_app.scene.map_marks import Course, Spot
from timeline_app.scene.map_window import Position, on_world

HOME_SHARE: Final = 0.8
"""The map opens on so many of the events: one far-off place does not make all others small."""


@dataclass(frozen=True, slots=True, eq=False)
class MapContent:
    """Places that have a position, the most events first, with the routes between them, and places without one.

    `names` are those that stand on the map, one for each spot.
    """

    places: tuple[SitedPlace, ...]
    spots: tuple[Spot, ...]
    names: tuple[ShownText, ...]
    routes: tuple[SitedRoute, ...]
    courses: tuple[Course, ...]
    unplaced: tuple[SitedPlace, ...]
    in_view: Mapping[str, int]

    @classmethod
    def of(cls, geography: Geography, in_view: Mapping[str, int], reader: Reader) -> MapContent:
        """Return what there is to be shown, with how many events of each place are in the present view."""
        by_count = sorted(geography.places, key=lambda place: -len(place.events))
        placed = tuple(place for place in by_count if place.view.at is not None)
        number_of = {place.view.id: number for number, place in enumerate(placed)}
        return cls(
            placed,
            tuple(_spot(place, in_view.get(place.view.id, 0)) for place in placed),
            tuple(name_for(place.view, reader) for place in placed),
            geography.routes,
            tuple(
                Course(tuple(number_of[stop] for stop in route.places), route.is_sure)
                for route in geography.routes
            ),
            tuple(place for place in by_count if place.view.at is None),
            in_view,
        )

    def numbers_of(self, ids: Collection[str]) -> frozenset[int]:
        """Return the numbers of places."""
        return frozenset(number for number, place in enumerate(self.places) if place.view.id in ids)

    def routes_of(self, ordinals: Collection[int]) -> frozenset[int]:
        """Return the numbers of the routes that events took."""
        wanted = set(ordinals)
        return frozenset(
            number for number, route in enumerate(self.routes) if not wanted.isdisjoint(route.events)
        )

    @property
    def home(self) -> tuple[Position, ...]:
        """The places on which the map opens: those nearest to where most events were, and the ends of all routes."""
        total = sum(spot.shown for spot in self.spots)
        found = {number for course in self.courses for number in course.stops}
        if self.spots:
            middle = self.spots[0].at
            kept = 0
            for number in sorted(range(len(self.spots)), key=lambda at: _apart(self.spots[at].at, middle)):
                found.add(number)
                kept += self.spots[number].shown
                if kept >= HOME_SHARE * total:
                    break
        return tuple(self.spots[number].at for number in sorted(found))

    @property
    def everywhere(self) -> tuple[Position, ...]:
        """All places that have a position."""
        return tuple(spot.at for spot in self.spots)

    def words(self, number: int, translator: Translator) -> str:
        """Return a place in words: its name, and how many events it has."""
        return f"{self.names[number].text}: {count_in_words(self.spots[number].shown, self.spots[number].in_view, translator)}"


def count_in_words(shown: int, in_view: int, translator: Translator) -> str:
    """Return how many events a place has, and how many of them are in the present view."""
    return translator.say("map.events", count=shown, seen=in_view)


def name_for(place: PlaceView, reader: Reader) -> ShownText:
    """Return the name of a place in the reader's language, where the exhibit gives one."""
    wanted = reader.languages[0] if reader.languages else ""
    if place.title.language != wanted:
        return next((name for name in place.names if name.language == wanted), place.title)
    return place.title


def _spot(place: SitedPlace, in_view: int) -> Spot:
    at = place.view.at or (0.0, 0.0)
    return Spot(
        place.view.id, Position(*at), place.view.certainty, place.radius_km, len(place.events), in_view
    )


def _apart(first: Position, last: Position) -> float:
    """Return how far apart two positions are on the map, the shorter way round."""
    one, other = on_world(first), on_world(last)
    dx = one.x - other.x
    return math.hypot(dx - round(dx), one.y - other.y)
