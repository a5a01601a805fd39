# SPDX-License-Identifier: MIT
"""Tours as they may be shown: what a stop shows, in which steps, and what a lens leaves of it."""

from dataclasses import replace

import msgspec

from tests.tour_exhibit import STOPS, toured
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.content.draft import convert
from timeline_app.model import records
from timeline_app.model.filters import Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import ShownKind, StopView, TourView


def seen(lens: Lens | None = None, tour: str = "long", **stop: object) -> TourView:
    document = toured(stop) if stop else toured()
    found = Showing(document, lens or Lens()).tour(tour)
    assert found is not None
    return found


def shown(stop: StopView | None) -> list[tuple[str, str, str]]:
    assert stop is not None
    return [(one.kind.value, one.id, one.title.text) for one in stop.shows]


def test_a_tour_tells_its_stops_in_the_order_of_the_file_with_spare_ones_apart():
    tour = seen()
    assert (tour.title.text, tour.minutes, tour.note[0].text) == ("The long way", 20, "For pupils.")
    assert [(stop.number, stop.id) for stop in tour.stops] == [
        (1, "pier"), (2, "deal"), (3, "aside"), (4, "ferry"), (5, "5"),
    ]  # fmt: skip
    assert [stop.number for stop in tour.planned] == [1, 2, 4, 5]
    assert Showing(toured()).tour("unheard-of") is None


def test_the_same_showing_reads_a_tour_once():
    showing = Showing(toured())
    assert showing.tour("long") is showing.tour("long")


def test_a_stop_tells_title_date_view_minutes_and_notes():
    stop = seen().stop(1)
    assert stop is not None
    assert (stop.event_id, stop.title.text, stop.minutes) == ("pier", "pier", 2)
    assert stop.date is not None
    assert stop.date.edtf == "1950"
    assert stop.view == (seconds_from_civil(1945), seconds_from_civil(1956))
    assert stop.notes[0].text == "Begin here. Tell of the order."


def test_what_is_shown_has_its_kind_and_title():
    assert shown(seen().stop(2)) == [
        ("excerpt", "order", "The office"),
        ("claim", "who", "Who gave the order"),
        ("source", "study", "A study"),
    ]
    stop = seen().stop(4)
    assert shown(stop) == [
        ("chain", "ferry", "ferry"),
        ("figure", "ferry", "ferry"),
        ("map", "pier", "pier"),
        ("event", "pier", "pier"),
        ("excerpt", "order", "The office"),
    ]
    assert stop is not None
    assert stop.shows[-1].words == "by night"


def test_steps_reveal_groups_and_one_without_anything_is_none():
    stop = seen().stop(2)
    assert stop is not None
    # The event has no place, so no map; its step goes with it.
    assert stop.steps == ((0,), (1, 2))
    kinds = [[one.kind for one in stop.seen(step)] for step in range(3)]
    assert kinds == [[], [ShownKind.EXCERPT], [ShownKind.EXCERPT, ShownKind.CLAIM, ShownKind.SOURCE]]


def test_ways_out_lead_to_stops_by_number_named_by_event_or_id():
    stop = seen().stop(2)
    assert stop is not None
    assert [(branch.ask.text, branch.stop) for branch in stop.branches] == [
        ("If they ask about the ferry", 4),
        ("If they ask who sings", 3),
    ]


def test_a_stop_without_an_event_is_called_after_what_it_shows():
    stop = seen().stop(5)
    assert stop is not None
    assert (stop.event_id, stop.title.text, stop.date) == (None, "The Daily", None)
    assert seen(view="1950/1960").stops[0].title.text == ""


def test_cursor_and_filters_of_a_stop_are_those_that_there_can_be():
    stop = seen().stop(4)
    assert stop is not None
    assert (stop.as_known_at, stop.filters) == ("1970", Filters(lane=frozenset({"town"})))
    assert seen(event="pier", as_known_at="1950/..").stops[0].as_known_at == ""
    assert seen(event="pier", as_known_at="no date").stops[0].as_known_at == ""
    assert seen(event="pier", filters={"lane": "office"}).stops[0].filters.lane == {"office"}


def test_a_view_that_is_none_is_left_out():
    assert seen(event="pier", view="1950/..").stops[0].view is None
    assert seen(event="pier", view="long ago").stops[0].view is None
    assert seen(event="pier").stops[0].view is None


def test_at_a_cursor_nothing_is_told_that_was_learnt_later():
    lens = Lens(known_at=known_at_date("1956"))
    tour = seen(lens)
    # The ferry has not sailed yet, and of the song nobody knows when it was first sung.
    assert [stop.number for stop in tour.stops] == [1, 5]
    hidden = tour.stop(2)
    assert hidden is not None
    assert (hidden.title.text, hidden.date, hidden.shows, hidden.steps) == ("?", None, (), ())
    assert tour.stop(9) is None
    first = tour.stop(1)
    assert first is not None
    assert first.notes[0].text == "Begin here."
    assert seen(lens, "at-night").title.text == "By night"


def test_no_map_is_shown_of_a_place_whose_name_was_learnt_later():
    document = toured({"event": "pier", "show": ["map"]})
    place = convert({"title": "[Minase]{since=1990}"}, records.Place)
    assert isinstance(place, records.Place)
    document = replace(document, places={"minase": place})
    for year, kinds in (("1980", []), ("1995", ["map"])):
        tour = Showing(document, Lens(known_at=known_at_date(year))).tour("long")
        assert tour is not None
        assert [one.kind for one in tour.stops[0].shows] == kinds


def test_ways_out_do_not_lead_to_hidden_events():
    lens = Lens(filters=Filters(lane=frozenset({"office"})))
    tour = seen(lens)
    stop = tour.stop(2)
    assert [one.number for one in tour.planned] == [2, 5]
    assert stop is not None
    assert stop.branches == ()


def test_what_comes_after_and_before_a_stop_passes_spare_ones_over():
    tour = seen()
    follows = [tour.after(number) for number in range(6)]
    assert [stop and stop.number for stop in follows] == [1, 2, 4, 4, 5, None]
    earlier = [tour.before(number) for number in range(1, 6)]
    assert [stop and stop.number for stop in earlier] == [None, 1, 2, 2, 4]


def test_an_excerpt_without_speaker_is_called_after_its_source_or_nothing():
    document = toured({"event": "pier", "show": ["loose", "cited"]})
    unspoken = msgspec.structs.replace(document.excerpts["order"], speaker=None)
    loose = msgspec.structs.replace(unspoken, source=None)
    tour = Showing(replace(document, excerpts={"cited": unspoken, "loose": loose})).tour("long")
    assert tour is not None
    assert [one.title.text for one in tour.stops[0].shows] == ["", "A study"]


def test_the_stops_of_the_sample_are_all_read():
    assert len(seen().stops) == len(STOPS)
