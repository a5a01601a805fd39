# SPDX-License-Identifier: MIT
"""The index: one entry for each event in each lane, found by bisection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import harbour, small_document
from tests.strategies import documents
from timeline_app.chrono.instant import MEAN_YEAR_S, month_start_s, seconds_from_civil, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.index_making import build_index

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
TOWN, OFFICE, CREW = range(3)


def index_of(*events, **more):
    return build_index(Showing(small_document(*events, **more)))


def bounds(date, *others):
    """Return start and end as drawn of an event, in an exhibit that goes from 1900 to 2000."""
    edges = ({"id": "first", "date": "1900-01-01"}, {"id": "last", "date": "1999-12-31"})
    index = index_of({"id": "it", "date": date}, *edges, *others)
    (entry,) = index.entries_of(0)
    return int(index.start_s[entry]), int(index.end_s[entry])


def anchor_of(date):
    index = index_of({"id": "it", "date": date})
    return int(index.anchor_s[0])


def test_entries_are_sorted_by_lane_then_by_start():
    index = build_index(Showing(harbour()))
    assert index.ordinal.tolist() == [AGREEMENT, FIRST_BOAT, SURVEY, AGREEMENT, FIRST_BOAT, STORM]
    assert index.lane.tolist() == [TOWN, TOWN, OFFICE, OFFICE, CREW, CREW]
    assert index.lane_offsets.tolist() == [0, 2, 4, 6]
    assert index.lane_count == 3
    assert len(index) == 6


def test_events_that_begin_together_stand_in_the_order_of_their_ends_then_of_their_ids():
    index = index_of(
        {"id": "b", "date": "1959"}, {"id": "long", "date": "1959/1960"}, {"id": "a", "date": "1959"}
    )
    assert index.ordinal.tolist() == [2, 0, 1]


def test_a_lane_is_a_run_of_entries():
    index = build_index(Showing(harbour()))
    assert index.lane_slice(TOWN) == slice(0, 2)
    assert index.lane_slice(CREW) == slice(4, 6)


def test_a_lane_without_events_is_empty():
    index = index_of({"id": "a", "date": "1959", "lane": "third"}, lanes=("first", "second", "third"))
    assert [index.lane_slice(lane) for lane in range(3)] == [slice(0, 0), slice(0, 0), slice(0, 1)]


def test_an_event_is_found_in_all_its_lanes_and_one_without_a_place_in_none():
    index = build_index(Showing(harbour()))
    assert index.entries_of(AGREEMENT).tolist() == [0, 3]
    assert index.entries_of(SONG).tolist() == []


def test_an_event_s_first_lane_in_the_file_comes_first_wherever_it_stands():
    index = build_index(Showing(harbour()))
    first_boat = index.entries_of(FIRST_BOAT)
    assert index.lane[first_boat].tolist() == [CREW, TOWN]
    assert index.rank[first_boat].tolist() == [0, 1]
    assert index.rank.tolist() == [0, 1, 0, 1, 0, 0]


def test_importance_and_the_span_of_the_exhibit_are_told():
    index = build_index(Showing(harbour()))
    assert index.importance.tolist() == [5, 4, 3, 5, 4, 3]
    fuzzy_march_s = int(Showing(harbour()).dates.fuzz_earliest_s[SURVEY])
    assert index.span_s == (fuzzy_march_s, seconds_from_civil(1960, 9, 2))


def test_an_exhibit_without_dates_is_empty_but_has_a_span():
    index = index_of({"id": "song"})
    assert len(index) == 0
    assert index.span_s == (0, MEAN_YEAR_S)
    assert index.time_order.tolist() == []


@pytest.mark.parametrize(
    ("date", "start_s", "end_s"),
    [
        ("1959-08-13", seconds_from_civil(1959, 8, 13), seconds_from_civil(1959, 8, 14)),
        ("1959", year_start_s(1959), year_start_s(1960)),
        ("1959?", year_start_s(1959), year_start_s(1960)),
        ("1959-11/1960-02", month_start_s(1959, 11), month_start_s(1960, 3)),
        ("[1958-08-11,1958-08-13]", seconds_from_civil(1958, 8, 11), seconds_from_civil(1958, 8, 14)),
    ],
)
def test_known_dates_are_drawn_from_their_first_second_to_their_last(date, start_s, end_s):
    assert bounds(date) == (start_s, end_s)


def test_an_approximate_date_is_drawn_with_its_doubt():
    start_s, end_s = bounds("1959~")
    assert start_s < year_start_s(1959)
    assert end_s > year_start_s(1960)


def test_an_open_end_runs_to_the_end_of_the_exhibit():
    assert bounds("1950/..") == (year_start_s(1950), year_start_s(2000))
    assert bounds("../1950") == (year_start_s(1900), year_start_s(1951))


def test_an_open_end_near_the_edge_runs_a_year_beyond_what_is_known():
    start_s, end_s = bounds("1999-06/..")
    assert (start_s, end_s) == (month_start_s(1999, 6), month_start_s(1999, 7) + MEAN_YEAR_S)
    start_s, end_s = bounds("../1900-06")
    assert (start_s, end_s) == (month_start_s(1900, 6) - MEAN_YEAR_S, month_start_s(1900, 7))


def test_an_unknown_end_fades_for_a_year():
    start_s, end_s = bounds("1950-06-01/")
    assert (start_s, end_s) == (
        seconds_from_civil(1950, 6, 1),
        seconds_from_civil(1950, 6, 2) + MEAN_YEAR_S,
    )
    start_s, end_s = bounds("/1950-06-01")
    assert (start_s, end_s) == (
        seconds_from_civil(1950, 6, 1) - MEAN_YEAR_S,
        seconds_from_civil(1950, 6, 2),
    )


def test_open_and_unknown_ends_do_not_stretch_the_exhibit():
    index = index_of(
        {"id": "a", "date": "1950/.."}, {"id": "b", "date": "1960/"}, {"id": "c", "date": "1955"}
    )
    assert index.span_s == (year_start_s(1950), year_start_s(1961))


def test_a_label_begins_at_the_start_after_its_doubt_or_after_the_last_mark_of_a_set():
    assert anchor_of("1959-08-13") == seconds_from_civil(1959, 8, 13)
    assert anchor_of("1959~") == year_start_s(1959)
    assert anchor_of("1959/1961") == year_start_s(1959)
    assert anchor_of("[1958-08-11,1958-08-13]") == seconds_from_civil(1958, 8, 14)
    assert anchor_of("{1956-12-06,1957-03-31}") == seconds_from_civil(1957, 4, 1)
    assert anchor_of("1959/..") == year_start_s(1959)
    # One stretch, or an open end, is a bar: its words stand within.
    assert anchor_of("[1958..1961]") == year_start_s(1958)
    assert anchor_of("[1958,1960..]") == year_start_s(1958)
    assert anchor_of("[1958,1960..1961]") == year_start_s(1962)
    assert anchor_of("[1958]") == year_start_s(1958)


@pytest.mark.parametrize(
    ("date", "is_moment"),
    [
        ("1959-08-13", True),
        ("1959-08-13T09:30", True),
        ("1959-08-13?", True),
        ("1959-08-13~", False),
        ("1959-08", False),
        ("1959-08?", True),
        ("1959%", True),
        ("1959?/1960", False),
        ("1959-08-13/1959-08-14", False),
        ("[1959-08-13,1959-08-14]", False),
    ],
)
def test_exact_days_and_finer_and_uncertain_dates_are_moments(date, is_moment):
    assert index_of({"id": "it", "date": date}).is_moment.tolist() == [is_moment]


def test_the_order_of_time_names_each_event_once_the_shorter_first():
    index = index_of(
        {"id": "long", "date": "1959/1965"},
        {"id": "short", "date": "1959"},
        {"id": "both", "date": "1957", "lane": ["town", "crew"]},
        {"id": "late", "date": "1970", "lane": "crew"},
        lanes=("town", "crew"),
    )
    assert index.ordinal[index.time_order].tolist() == [2, 1, 0, 3]


def test_a_long_event_before_short_ones_is_found():
    index = index_of(
        {"id": "long", "date": "1900/2000"},
        {"id": "early", "date": "1910"},
        {"id": "late", "date": "1990"},
    )
    run = index.touching(0, year_start_s(1950), year_start_s(1951))
    assert index.ordinal[run].tolist() == [0, 1]
    assert index.touching(0, year_start_s(1905), year_start_s(1906)) == slice(0, 1)


def test_nothing_is_found_where_nothing_is():
    index = index_of({"id": "early", "date": "1910"}, {"id": "late", "date": "1990"})
    run = index.touching(0, year_start_s(1950), year_start_s(1951))
    assert run.start == run.stop
    before = index.touching(0, year_start_s(1850), year_start_s(1851))
    assert before.start == before.stop


@given(documents, st.data())
def test_all_that_touches_a_stretch_of_time_is_found_and_little_else(document, data):
    index = build_index(Showing(document))
    first_s = data.draw(st.integers(year_start_s(1850), year_start_s(2050)))
    last_s = first_s + data.draw(st.integers(0, 100 * MEAN_YEAR_S))
    for lane in range(index.lane_count):
        entries = range(*index.lane_slice(lane).indices(len(index)))
        touching = [
            entry for entry in entries if index.start_s[entry] <= last_s and index.end_s[entry] >= first_s
        ]
        run = index.touching(lane, first_s, last_s)
        found = list(range(run.start, run.stop))
        assert set(touching) <= set(found)
        assert set(found) <= set(entries)
        # The run begins with an entry that touches, and none of it begins after the stretch.
        if found:
            assert index.end_s[found[0]] >= first_s
        assert all(index.start_s[entry] <= last_s for entry in found)


@given(documents)
def test_no_event_with_a_place_in_time_is_lost(document):
    showing = Showing(document)
    index = build_index(showing)
    offsets, lanes = showing.lane_membership
    expected = {
        (ordinal, int(lane))
        for ordinal in range(showing.event_count)
        if showing.visible[ordinal]
        for lane in lanes[offsets[ordinal] : offsets[ordinal + 1]]
    }
    entries = list(zip(index.ordinal.tolist(), index.lane.tolist(), strict=True))
    assert set(entries) == expected
    assert len(entries) == len(expected)
    assert sorted(index.ordinal[index.time_order].tolist()) == sorted({ordinal for ordinal, _ in expected})
    starts = index.start_s[index.time_order]
    assert (starts[1:] >= starts[:-1]).all()
    assert (index.start_s < index.end_s).all()
    assert (index.start_s <= index.anchor_s).all()
    assert (index.anchor_s <= index.end_s).all()
