# SPDX-License-Identifier: MIT
"""The map of the built-in exhibit tells of no place what its events may not tell, and each position is on land or coast."""

import math
from pathlib import Path

import numpy as np
import pytest

from timeline_app.base.geometry import Rect
from timeline_app.base.places import resource_root
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.map_land import Land
from timeline_app.scene.map_window import EQUATOR_KM, Position, on_world

#: A harbour lies at the water, and coasts are drawn to the nearest half a kilometre or so.
NEAR_KM = 12.0
#: So many pixels around the world ask for the finest level.
FINE_PX = 100_000.0


@pytest.fixture(scope="module")
def document(project_root: Path) -> Document:
    found = read_exhibit(project_root / "events.yaml").document
    assert found is not None
    return found


@pytest.mark.parametrize("date", ["1953", "1956", "1960", "1985", ""])
def test_a_place_is_on_the_map_for_events_that_tell_of_it_alone(document: Document, date: str) -> None:
    showing = Showing(document, Lens(known_at=known_at_date(date)) if date else IDENTITY)
    geography = showing.geography
    for place in geography.places:
        assert place.events
        for ordinal in place.events:
            assert not showing.is_veiled(ordinal)
            assert place.view in showing.event(ordinal).places
    told = {
        place.id
        for ordinal in np.flatnonzero(showing.passes).tolist()
        for place in showing.event(ordinal).places
    }
    assert {place.view.id for place in geography.places} == {name for name in told if named(showing, name)}
    if not date:
        assert len(geography.places) == len(document.places)


def named(showing: Showing, place_id: str) -> bool:
    place = showing.place(place_id)
    return place is not None and bool(place.title.text)


def test_the_route_of_the_ships_goes_from_niigata_to_chongjin(document: Document) -> None:
    routes = Showing(document).geography.routes
    assert [route.places for route in routes if route.is_sure] == [("niigata", "chongjin")]


def test_every_position_is_on_land(document: Document) -> None:
    with np.load(resource_root() / "map" / "land.npz", allow_pickle=False) as file:
        land = Land(dict(file).__getitem__)
    for name, place in document.places.items():
        assert place.at is not None, name
        at = Position(*place.at)
        middle, reach = on_world(at), NEAR_KM / (EQUATOR_KM * math.cos(math.radians(at.lat)))
        near = Rect(middle.x - reach, middle.y - reach, 2 * reach, 2 * reach)
        assert land.outlines(near, FINE_PX), f"{name} lies more than {NEAR_KM} km out at sea"
