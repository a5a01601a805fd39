# SPDX-License-Identifier: MIT
"""Where the shown events were: their places, how many events each has, and the routes between them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from timeline_app.chrono.columns import Mask
from timeline_app.model.catalogue import Belongings
from timeline_app.model.document import Document
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import PlaceView

SURE: Final = frozenset({"exact", "town"})
"""How well a position must be known for what leads there to be drawn as sure."""


@dataclass(frozen=True, slots=True)
class SitedPlace:
    """A place of shown events, these by ordinal in file order; `radius_km` tells how far a region reaches."""

    view: PlaceView
    radius_km: float | None
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SitedRoute:
    """A way from place to place that shown events took; each of its places has a position."""

    places: tuple[str, ...]
    events: tuple[int, ...]
    is_sure: bool


class Geography:
    """The places of one document as a lens leaves them to a reader; `place_of` gives a place as it may be told.

    Nothing is told of the places of veiled events, nor of places whose names were learnt later.
    """

    def __init__(self, document: Document, sieve: Sieve, place_of: Callable[[str], PlaceView | None]) -> None:
        self._document = document
        self._place_of = place_of
        self._told: Mask = sieve.passes if sieve.veiled is None else sieve.passes & ~sieve.veiled

    @property
    def _belongings(self) -> Belongings:
        return self._document.catalogue.places

    @cached_property
    def places(self) -> tuple[SitedPlace, ...]:
        """All places with a shown event, in file order."""
        lists, names = self._belongings.lists, self._belongings.names
        if not names:
            return ()
        is_told = self._told[lists.rows]
        numbers, ordinals = lists.values[is_told], lists.rows[is_told]
        order = np.argsort(numbers, kind="stable")
        bounds = np.cumsum(np.bincount(numbers, minlength=len(names)))[:-1]
        theirs = np.split(ordinals[order], bounds)
        found = (
            (self._place_of(name), events) for name, events in zip(names, theirs, strict=True) if len(events)
        )
        return tuple(
            SitedPlace(place, self._document.places[place.id].radius_km, tuple(events.tolist()))
            for place, events in found
            if place is not None and place.title.text
        )

    @cached_property
    def routes(self) -> tuple[SitedRoute, ...]:
        """The routes of shown events, each told once, whichever events took it."""
        known = {place.view.id: place.view for place in self.places if place.view.at is not None}
        takers: dict[tuple[str, ...], list[int]] = {}
        for ordinal, stops in self._document.catalogue.routes.items():
            if self._told[ordinal] and len(stops) > 1 and all(stop in known for stop in stops):
                takers.setdefault(stops, []).append(ordinal)
        return tuple(
            SitedRoute(stops, tuple(events), all(known[stop].certainty in SURE for stop in stops))
            for stops, events in takers.items()
        )

    def counts_in(self, events: Mask) -> Mapping[str, int]:
        """Return how many of some events are shown at each place."""
        counts = self._belongings.counts_in(events & self._told).tolist()
        return dict(zip(self._belongings.names, counts, strict=True))

    def places_of(self, ordinals: Collection[int]) -> frozenset[str]:
        """Return the places of some events, as far as these are shown."""
        lists, names = self._belongings.lists, self._belongings.names
        is_theirs = np.isin(lists.rows, list(ordinals)) & self._told[lists.rows]
        theirs = {names[number] for number in np.unique(lists.values[is_theirs]).tolist()}
        return frozenset(place.view.id for place in self.places if place.view.id in theirs)
