# SPDX-License-Identifier: MIT
"""What the index counts and finds, held to plain counting: under lenses, with lanes hidden, collapsed, folded."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.strategies import LANES, documents
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import basis_of, drawn_bounds, ranks_of
from timeline_app.scene.index_making import build_index


@dataclass(frozen=True)
class Homes:
    """The choice of lanes, as far as an index asks for it."""

    home: tuple[int, ...]


@dataclass(frozen=True)
class Hiding(Lens):
    """A lens that hides some events whatever their date."""

    ids: frozenset[str] = frozenset()

    @property
    def hidden_events(self) -> frozenset[str]:
        return self.ids


class HalfFold:
    """Folds everything before 1950 to half its length."""

    BEND_S = year_start_s(1950)

    def axis_of(self, instant_s: int) -> int:
        return int(self.axes_of(np.array([instant_s]))[0])

    def axes_of(self, instants_s):
        return np.where(instants_s < self.BEND_S, self.BEND_S + (instants_s - self.BEND_S) // 2, instants_s)


homes = st.sampled_from(
    [None, (0, 1, 2), (0, -1, 2), (-1, -1, 2), (-1, -1, -1), (0, 0, 2), (2, 1, 2), (1, 1, 1), (0, 2, 2)]
).map(lambda home: None if home is None else Homes(home))
folds = st.sampled_from([None, HalfFold()])
hidden = st.frozensets(st.integers(0, 23).map(lambda number: f"event-{number}"), max_size=8)
edges = (
    st.lists(st.integers(year_start_s(1895), year_start_s(2005)), min_size=2, max_size=30, unique=True)
    .map(sorted)
    .map(lambda bounds: np.array(bounds, dtype=np.int64))
)


def entries_by_hand(showing, choice, fold):
    """Return (lane, start, end, id, ordinal, is doubtful) of whatever is drawn, lane by lane, in order."""
    table = showing.table
    starts, ends = drawn_bounds(table.dates)
    if fold is not None:
        starts, ends = fold.axes_of(starts), fold.axes_of(ends)
    found = set()
    for ordinal in range(len(table)):
        if not showing.visible[ordinal]:
            continue
        text = table.records[ordinal].date or ""
        is_doubtful = any(mark in text for mark in "?~[")
        for lane in table.lanes_of(ordinal):
            home = lane if choice is None else choice.home[lane]
            if home >= 0:
                place = int(starts[ordinal]), int(ends[ordinal]), table.ids[ordinal]
                found.add((home, *place, ordinal, is_doubtful))
    return sorted(found)


@st.composite
def drawn(draw):
    """Draw an index, what it should hold, and the showing that both are of."""
    showing = Showing(draw(documents), Hiding(ids=draw(hidden)))
    choice, fold = draw(homes), draw(folds)
    return build_index(showing, choice, fold), entries_by_hand(showing, choice, fold), showing


@given(drawn())
def test_an_index_holds_what_is_drawn_and_keeps_it_sorted(case):
    index, expected, _ = case
    rows = zip(index.lane, index.start_s, index.end_s, index.ordinal, index.is_doubtful, strict=True)
    assert [tuple(map(int, row)) for row in rows] == [
        (lane, start_s, end_s, ordinal, is_doubtful)
        for lane, start_s, end_s, _, ordinal, is_doubtful in expected
    ]
    assert index.lane_count == len(LANES)
    for lane in range(index.lane_count):
        entries = index.lane_slice(lane)
        assert sorted(index.end_s[entries].tolist()) == index.ends_s[entries].tolist()


@given(drawn(), edges)
def test_counts_are_those_of_counting_one_by_one(case, bounds_s):
    index, expected, _ = case
    for lane in range(index.lane_count):
        here = [row[1:] for row in expected if row[0] == lane]
        bins = list(zip(bounds_s[:-1].tolist(), bounds_s[1:].tolist(), strict=True))
        assert index.touching_count(lane, bounds_s).tolist() == [
            sum(row[0] < last_s and row[1] > first_s for row in here) for first_s, last_s in bins
        ]
        assert index.starting_count(lane, bounds_s).tolist() == [
            sum(first_s <= row[0] < last_s for row in here) for first_s, last_s in bins
        ]
        assert index.doubtful_count(lane, bounds_s).tolist() == [
            sum(row[4] and first_s <= row[0] < last_s for row in here) for first_s, last_s in bins
        ]


@given(drawn())
def test_an_event_is_found_in_every_lane_that_shows_it_the_first_one_first(case):
    index, expected, showing = case
    for ordinal in range(len(showing.table)):
        lanes = [row[0] for row in expected if row[4] == ordinal]
        entries = index.entries_of(ordinal)
        assert sorted(index.lane[entries].tolist()) == lanes
        assert (index.ordinal[entries] == ordinal).all()
        ranks = index.rank[entries].tolist()
        assert ranks == sorted(set(ranks))
        assert ranks[:1] in ([0], [])
        assert index.first_entry_of(ordinal) == next(iter(entries.tolist()), -1)


@given(drawn())
def test_the_order_of_time_names_every_event_once_by_start_end_and_id(case):
    index, expected, _ = case
    by_time = sorted({row[1:5] for row in expected})
    assert index.ordinal[index.time_order].tolist() == [row[3] for row in by_time]
    for place, row in enumerate(by_time):
        assert index.place_in_time(row[3]) == place
        assert index.at_place(place) == row[3]
    assert index.at_place(-1) is None
    assert index.at_place(len(by_time)) is None
    middle_s = year_start_s(1950)
    assert index.place_from(middle_s) == sum(row[0] < middle_s for row in by_time)


@given(drawn(), st.integers(year_start_s(1895), year_start_s(2005)))
def test_the_nearest_entry_of_a_lane_is_that_of_looking_at_all(case, instant_s):
    index, _, _ = case
    for lane in range(index.lane_count):
        entries = index.lane_slice(lane)
        distances = np.abs(index.start_s[entries] - instant_s)
        nearest = None if len(distances) == 0 else entries.start + int(np.argmin(distances))
        assert index.nearest_in(lane, instant_s) == nearest


@given(drawn(), st.data())
def test_what_lies_between_two_events_is_a_run_of_the_order_of_time(case, data):
    index, _, _ = case
    if len(index) == 0:
        return
    first, last = sorted(
        data.draw(st.lists(st.integers(0, len(index.time_order) - 1), min_size=2, max_size=2))
    )
    ranks = index.time_rank[index.time_order[[first, last]]].tolist()
    run = index.ordinal[index.time_order[first : last + 1]].tolist()
    assert index.between(*ranks).tolist() == run
    in_lanes = [ordinal for ordinal in run if {0, 2} & set(index.lane[index.entries_of(ordinal)].tolist())]
    assert index.between(*ranks, [0, 2]).tolist() == in_lanes


def test_an_open_end_runs_as_far_under_a_lens_that_hides_the_last_event():
    document = small_document(
        {"id": "open", "date": "1950/.."},
        {"id": "last", "date": "1999-12-31"},
        {"id": "other", "date": "1960"},
    )
    index = build_index(Showing(document, Hiding(ids=frozenset({"last"}))))
    assert index.end_s[index.first_entry_of(0)] == seconds_from_civil(2000, 1, 1)
    assert index.span_s == (year_start_s(1950), year_start_s(1961))


def test_an_event_whose_first_lane_is_hidden_is_read_under_the_next():
    document = small_document(
        {"id": "both", "date": "1957", "lane": ["town", "crew"]}, lanes=("town", "crew")
    )
    index = build_index(Showing(document), Homes((-1, 1)))
    assert (index.lane.tolist(), index.rank.tolist()) == ([1], [0])


def test_without_a_lens_nothing_is_copied():
    showing = Showing(small_document({"id": "a", "date": "1957"}))
    assert build_index(showing).start_s is basis_of(showing.table).start_s


def test_a_basis_is_made_once_whichever_thread_asks():
    table = Showing(small_document({"id": "a", "date": "1957"})).table
    found = []
    thread = threading.Thread(target=lambda: found.append(basis_of(table)))
    thread.start()
    thread.join()
    assert basis_of(table) is found[0]


def test_ids_are_ranked_by_their_characters_however_long_they_are():
    ids = ["b", "a", "ab", "é", "zz", "日", "𝄞", "a-b"]
    expected = [sorted(ids).index(one) for one in ids]
    assert ranks_of(ids).tolist() == expected
    long = [one + "x" * 70 for one in ids]
    assert ranks_of(long).tolist() == [sorted(long).index(one) for one in long]
    assert ranks_of([]).tolist() == []


def test_a_table_that_knows_the_ranks_of_its_ids_is_believed():
    assert basis_of(_table_with_ranks([1, 0])).ordinal.tolist() == [1, 0]
    assert basis_of(_table_with_ranks(None)).ordinal.tolist() == [0, 1]


def _table_with_ranks(ranks):
    table = Showing(small_document({"id": "a", "date": "1957"}, {"id": "b", "date": "1957"})).table
    return replace(table, id_ranks=None if ranks is None else np.array(ranks, np.int32))


def test_spans_of_a_year_are_counted_in_every_bin_they_touch():
    index = build_index(
        Showing(small_document({"id": "a", "date": "1957/1959"}, {"id": "b", "date": "1958"}))
    )
    bounds_s = np.array([year_start_s(year) for year in range(1955, 1963)])
    assert index.touching_count(0, bounds_s).tolist() == [0, 0, 1, 2, 1, 0, 0]
    assert index.starting_count(0, bounds_s).tolist() == [0, 0, 1, 1, 0, 0, 0]
    assert index.touching_count(0, bounds_s[[0, -1]]).tolist() == [2]
