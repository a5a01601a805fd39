# SPDX-License-Identifier: MIT
"""Where events were, as far as the lens tells: places, counts and routes."""

import numpy as np
import pytest

from tests.map_exhibit import COASTS, EVENTS, coasts
from tests.sample_documents import document_of
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing


@pytest.fixture
def showing() -> Showing:
    return Showing(coasts())


def ids(showing: Showing, ordinals: tuple[int, ...]) -> list[str]:
    return [showing.event_id(ordinal) for ordinal in ordinals]


def test_places_have_the_events_that_were_there_or_passed(showing: Showing) -> None:
    found = {place.view.id: ids(showing, place.events) for place in showing.geography.places}
    assert found == {
        "west": ["a", "b"],
        "east": ["a", "b", "c", "f", "i"],
        "isle": ["d"],
        "land": ["d"],
        "rock": ["c"],
        "lost": ["e", "f"],
        "later": ["g"],
        "far": ["h"],
    }


def test_how_far_a_region_reaches_is_told_where_the_exhibit_says_so(showing: Showing) -> None:
    found = {place.view.id: place.radius_km for place in showing.geography.places}
    assert (found["isle"], found["land"]) == (40.0, None)


def test_routes_are_told_once_with_all_who_took_them(showing: Showing) -> None:
    found = [(route.places, ids(showing, route.events), route.is_sure) for route in showing.geography.routes]
    # What leads to a place that nobody can find is not on the map.
    assert found == [(("east", "west"), ["a", "b"], True), (("rock", "east"), ["c"], False)]


def test_counts_are_those_of_the_asked_events(showing: Showing) -> None:
    wanted = np.zeros(9, np.bool_)
    wanted[[0, 2, 8]] = True
    counts = showing.geography.counts_in(wanted)
    assert (counts["east"], counts["west"], counts["rock"], counts["far"]) == (3, 1, 1, 0)


def test_places_of_selected_events(showing: Showing) -> None:
    assert showing.geography.places_of([0]) == {"east", "west"}
    assert showing.geography.places_of([3]) == {"isle", "land"}
    assert showing.geography.places_of([]) == frozenset()


def test_what_is_filtered_out_has_no_place() -> None:
    showing = Showing(coasts(), Lens(filters=Filters(tag=frozenset({"letter"}))))
    assert [place.view.id for place in showing.geography.places] == ["far"]
    assert showing.geography.routes == ()


def test_at_a_cursor_nothing_is_told_of_what_came_later_or_is_veiled() -> None:
    events = [{"known": "public", **event} for event in EVENTS]
    # Of this one nobody knows when it became known.
    events[7].pop("known")
    showing = Showing(document_of({**COASTS, "events": events}), Lens(known_at=known_at_date("1957")))
    found = {place.view.id: ids(showing, place.events) for place in showing.geography.places}
    # The new town had not got its name; events of 1960 and later had not come.
    assert found == {"west": ["a", "b"], "east": ["a", "b"]}
    assert [route.places for route in showing.geography.routes] == [("east", "west")]


def test_an_exhibit_without_places_has_an_empty_map() -> None:
    bare = {"title": "Bare", "languages": ["en"], "lanes": {"ships": {"title": "Ships", "colour": "indigo"}}}
    only = {"id": "only", "title": "Nobody knows where", "lane": "ships"}
    geography = Showing(document_of({**bare, "events": [only]})).geography
    assert geography.places == ()
    assert geography.routes == ()
    assert geography.counts_in(np.ones(1, bool)) == {}
    assert geography.places_of([0]) == frozenset()
