# SPDX-License-Identifier: MIT
"""Rows and threshold zooms: who is named from which zoom on, and where."""

import functools
import itertools
import math
import threading
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.strategies import documents
from timeline_app.model.showing import Showing
from timeline_app.scene import placement_work
from timeline_app.scene.index_making import build_index
from timeline_app.scene.lane_layout import LaneBox, LaneLayout
from timeline_app.scene.placement import LEAST_SECONDS_PER_PX, NO_ROW
from timeline_app.scene.placement_lanes import LaneQueue, Steps, Widths
from timeline_app.scene.placement_rows import Row
from timeline_app.scene.placement_work import PART, PlacementWork, place

DAY_S = 86_400
INF = math.inf


def layout_with(*rows):
    """Return a layout whose lanes have so many rows; places in pixels do not matter here."""
    boxes = tuple(LaneBox(0.0, 100.0, count, 0.0, 90.0) for count in rows)
    return LaneLayout(boxes, 30.0, 100.0)


def id_of(ordinal):
    """Return an id; as texts they sort as the numbers do."""
    return f"{ordinal:06d}"


def has_asked(count, times):
    """Tell whether somebody has asked so many times."""
    return next(count) >= times


def index_of(*dates, importances=None):
    importances = importances or [3] * len(dates)
    events = [
        {"id": f"event-{number}", "date": date, "importance": importance}
        for number, (date, importance) in enumerate(zip(dates, importances, strict=True))
    ]
    return build_index(Showing(small_document(*events)))


def placed(*dates, rows=1, label_px=100.0, importances=None):
    """Return (row, threshold in days per hundred pixels) of each event, in the order given."""
    index = index_of(*dates, importances=importances)
    placement = place(index, layout_with(rows), lambda _: label_px, id_of)
    found = {}
    for entry in range(len(index)):
        days = placement.threshold[entry] * 100.0 / DAY_S
        found[int(index.ordinal[entry])] = (int(placement.row[entry]), pytest.approx(days))
    return [found[ordinal] for ordinal in range(len(dates))]


def test_a_single_event_is_named_at_every_zoom():
    assert placed("1959-08-13") == [(0, INF)]


def test_the_second_in_a_row_is_named_where_its_label_has_room():
    assert placed("1959-08-01", "1959-08-11") == [(0, INF), (0, 10.0)]


def test_the_width_of_the_earlier_label_decides():
    assert placed("1959-08-01", "1959-08-11", label_px=200.0) == [(0, INF), (0, 5.0)]
    assert placed("1959-08-11", "1959-08-01", importances=[5, 3], label_px=50.0) == [(0, INF), (0, 20.0)]


def test_each_row_takes_one_that_is_always_named():
    assert placed("1959-08-01", "1959-08-11", rows=2) == [(0, INF), (1, INF)]


def test_the_row_with_most_room_is_chosen():
    dates = ("1959-08-01", "1959-08-21", "1959-08-31")
    assert placed(*dates, rows=2) == [(0, INF), (1, INF), (0, 30.0)]


def test_the_weightier_event_comes_first():
    assert placed("1959-08-01", "1959-08-11", importances=[3, 5]) == [(0, 10.0), (0, INF)]


def test_of_equal_weight_the_earlier_comes_first_then_the_order_of_the_file():
    assert placed("1959-08-11", "1959-08-01") == [(0, 10.0), (0, INF)]
    assert placed("1959-08-01", "1959-08-01") == [(0, INF), (NO_ROW, 0.0)]


def test_events_at_the_same_time_never_share_a_row():
    assert placed("1959-08-01", "1959-08-01", rows=2) == [(0, INF), (1, INF)]


def test_bars_that_overlap_never_share_a_row():
    assert placed("1959-01/1959-06", "1959-03/1959-09") == [(0, INF), (NO_ROW, 0.0)]
    assert placed("1959-03/1959-09", "1959-01/1959-06", importances=[5, 3]) == [(0, INF), (NO_ROW, 0.0)]


def test_a_bar_may_follow_another_where_the_label_has_room():
    # 181 days of bar, then the next one: its own length gives the label of the first its room.
    assert placed("1959-01/1959-06", "1959-07/1959-09") == [(0, INF), (0, 181.0)]


def test_the_label_of_an_approximate_date_begins_after_the_doubt():
    index = index_of("1959~", "1965-01-01")
    placement = place(index, layout_with(1), lambda _: 100.0, id_of)
    (second,) = index.entries_of(1)
    expected = (int(index.start_s[second]) - int(index.anchor_s[0])) / 100.0
    assert placement.threshold[second] == pytest.approx(expected)
    assert index.anchor_s[0] > index.start_s[0]


def test_a_collision_with_a_label_that_is_not_shown_does_not_count():
    # From 10 days per hundred pixels outwards the second is not named, so the third need not mind it.
    dates = ("1959-08-01", "1959-08-11", "1959-08-21")
    assert placed(*dates, importances=[5, 4, 3]) == [(0, INF), (0, 10.0), (0, 20.0)]


def test_a_collision_with_a_label_that_is_shown_counts():
    dates = ("1959-08-01", "1959-08-11", "1959-08-16")
    assert placed(*dates, importances=[5, 4, 3]) == [(0, INF), (0, 10.0), (0, 5.0)]


def test_what_would_need_less_than_the_closest_zoom_gets_no_label():
    index = index_of("1959-08-01T00:00:00", "1959-08-01T00:00:20", "1959-08-01T00:00:40")
    # At the closest zoom a second is 1,638.4 pixels wide on the widest screen there is.
    placement = place(index, layout_with(1), lambda _: 40_000.0, id_of)
    assert placement.row.tolist() == [0, NO_ROW, 0]
    assert placement.threshold.tolist() == [INF, 0.0, 0.001]
    assert pytest.approx(1 / 1_638.4) == LEAST_SECONDS_PER_PX


def test_seconds_apart_are_named_at_the_closest_zooms():
    index = index_of("1959-08-01T00:00:00", "1959-08-01T00:00:01", "1959-08-01T00:00:02")
    placement = place(index, layout_with(1), lambda _: 100.0, id_of)
    assert placement.threshold.tolist() == [INF, 0.01, 0.02]


def test_the_width_that_was_reserved_is_kept():
    index = index_of("1959-08-01", "1959-08-11")
    placement = place(index, layout_with(1), lambda ordinal: 50.0 + ordinal, id_of)
    assert placement.label_px.tolist() == [50.0, 51.0]


def test_lanes_are_placed_apart():
    document = small_document(
        {"id": "a", "date": "1959", "lane": "town"},
        {"id": "b", "date": "1959", "lane": "crew"},
        lanes=("town", "crew"),
    )
    placement = place(build_index(Showing(document)), layout_with(1, 1), lambda _: 100.0, id_of)
    assert placement.row.tolist() == [0, 0]
    assert placement.threshold.tolist() == [INF, INF]


def test_a_row_takes_any_number_of_events():
    index = index_of(*(f"{year}-01-01" for year in range(1900, 1940)))
    placement = place(index, layout_with(1), lambda _: 100.0, id_of)
    assert placement.row.tolist() == [0] * 40
    assert placement.threshold[0] == INF
    # Neighbours are named where a year has room for a label; some of them earlier, while others are not.
    assert placement.threshold.min() == 365 * DAY_S / 100.0


def test_a_placement_that_is_broken_off_is_the_beginning_of_the_finished_one():
    count = 2 * PART
    importances = [1 + number % 5 for number in range(count)]
    index = index_of(*(f"{1000 + number}-01-01" for number in range(count)), importances=importances)
    whole = place(index, layout_with(2), lambda _: 100.0, id_of)
    assert whole.is_complete
    assert (whole.row != NO_ROW).all()
    generations, placed_counts = [], []
    for parts in range(whole.generation + 2):
        part = place(
            index,
            layout_with(2),
            lambda _: 100.0,
            id_of,
            cancelled=functools.partial(has_asked, itertools.count(), parts),
        )
        is_there = part.row != NO_ROW
        assert (part.row[is_there] == whole.row[is_there]).all()
        assert (part.threshold[is_there] == whole.threshold[is_there]).all()
        assert (part.threshold[~is_there] == 0.0).all()
        # What is there is more important than what is not.
        if is_there.any() and not is_there.all():
            assert index.importance[is_there].min() >= index.importance[~is_there].max()
        generations.append(part.generation)
        placed_counts.append(int(is_there.sum()))
    assert generations == sorted(generations)
    assert placed_counts == sorted(placed_counts)
    assert placed_counts[0] == 0
    assert placed_counts[-1] == count
    assert len(set(placed_counts)) > 2


def test_of_the_first_those_count_that_are_named_here_or_an_octave_closer():
    index = index_of(*(f"1959-01-{day:02d}" for day in (1, 2, 4, 8, 16)))
    work = PlacementWork(index, layout_with(1), lambda _: 100.0, id_of)
    assert work.placement.first_named(1.0).tolist() == []
    work.place_first(5)
    thresholds = work.placement.threshold
    for zoom in (0.01, 0.3, 800.0, 1_000.0, 5_000.0, 1e12):
        octave = 2.0 ** math.floor(math.log2(max(zoom, LEAST_SECONDS_PER_PX)))
        found = sorted(work.placement.first_named(zoom).tolist())
        assert found == np.flatnonzero(thresholds >= octave).tolist()


def test_two_threads_may_share_the_work():
    index = index_of(*(f"{1000 + number}-01-01" for number in range(900)))
    whole = place(index, layout_with(3), lambda _: 100.0, id_of)
    work = PlacementWork(index, layout_with(3), lambda _: 100.0, id_of)
    threads = [threading.Thread(target=work.run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert work.placement.is_complete
    assert work.placement.row.tolist() == whole.row.tolist()
    assert work.placement.threshold.tolist() == whole.threshold.tolist()


def test_what_is_placed_first_is_remembered_and_is_a_beginning():
    importances = [1 + number % 5 for number in range(600)]
    index = index_of(*(f"{1000 + number}-01-01" for number in range(600)), importances=importances)
    work = PlacementWork(index, layout_with(2), lambda _: 100.0, id_of)
    work.place_first(50)
    first = work.placement.first_entries
    assert 50 <= len(first) < 600
    assert sorted(first.tolist()) == np.flatnonzero(work.placement.row != NO_ROW).tolist()
    assert not work.placement.is_complete
    assert work.run()
    assert work.placement.is_complete
    assert (work.placement.row != NO_ROW).all()


def test_labels_know_in_which_generation_they_came():
    index = index_of(*(f"{1000 + number}-01-01" for number in range(600)))
    work = PlacementWork(index, layout_with(2), lambda _: 100.0, id_of)
    work.place_first(1)
    born = work.placement.born
    assert set(born[work.placement.first_entries].tolist()) == {1}
    work.run()
    assert born.min() == 1
    assert born.max() == work.placement.generation


def test_an_index_without_events_is_placed_at_once():
    work = PlacementWork(build_index(Showing(small_document())), layout_with(1), lambda _: 100.0, id_of)
    assert work.placement.is_complete
    assert work.run()


def test_of_what_begins_and_ends_alike_the_id_decides_not_the_order_of_the_file():
    index = index_of("1959-08-01", "1959-08-01", "1959-08-01")
    placement = place(index, layout_with(1), lambda _: 100.0, lambda ordinal: "bac"[ordinal])
    named = {int(index.ordinal[entry]) for entry in np.flatnonzero(placement.row == 0)}
    assert named == {1}


def test_a_long_bar_goes_before_what_begins_within_it():
    dates = ["1900/1950", *(f"{year}-01-01" for year in range(1901, 1950, 2))]
    assert placed(*dates, rows=1)[0] == (0, INF)


def test_long_bars_go_first_into_a_quarter_of_the_rows_and_then_take_their_turn():
    starts_s, ends_s = np.arange(0, 800, 100), np.full(8, 10_000)
    widths = Widths(lambda _: 10.0, lambda _: 5.0)
    queue = LaneQueue([Row() for _ in range(8)], (starts_s, ends_s, starts_s), widths, Steps.through(10_000))
    assert [(number, row) for number, row, _ in queue.long_bars(200.0)] == [
        (number, number) for number in range(2)
    ]
    assert [found.number for step in range(2) for part in queue.step(step) for found in part]


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40), st.integers(1, 90), st.integers(1, 40))),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40), st.integers(1, 90), st.integers(0, 30))),
)
def test_limits_reckoned_as_columns_are_never_below_the_exact_ones(standing, candidates):
    row, end_s = Row(), -1
    for start_s, length_s, label_px, threshold in sorted(standing):
        if start_s >= end_s:
            end_s = start_s + length_s
            row.add(start_s, end_s, start_s, float(label_px), float(threshold))
    starts_s, lengths_s, labels_px, spare_px = (
        np.array([one[at] for one in candidates], np.int64) for at in range(4)
    )
    ends_s = starts_s + lengths_s
    told = row.most_limits(starts_s, ends_s, starts_s, np.maximum(labels_px - spare_px, 1).astype(np.float64))
    exact = [
        row.limit_for(start_s, end_s, start_s, float(label_px))
        for start_s, end_s, label_px in zip(
            starts_s.tolist(), ends_s.tolist(), labels_px.tolist(), strict=True
        )
    ]
    assert all(most >= limit for most, limit in zip(told.tolist(), exact, strict=True))


def test_a_lane_without_rows_names_nothing():
    index = index_of("1959-08-01")
    placement = place(index, layout_with(0), lambda _: 100.0, id_of)
    assert placement.is_complete
    assert placement.row.tolist() == [NO_ROW]


@given(documents, st.integers(1, 4), st.floats(-2.0, 26.0), st.floats(1.0, 60.0))
def test_at_no_zoom_do_two_events_of_a_row_take_the_same_room(document, rows, power, per_letter_px):
    showing = Showing(document)
    index = build_index(showing)
    placement = place(
        index,
        layout_with(*[rows] * index.lane_count),
        lambda ordinal: 35.0 + per_letter_px * ordinal,
        id_of,
    )
    zoom = 2.0**power
    named = np.flatnonzero(placement.threshold >= zoom)
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for entry in named.tolist():
        row = int(index.lane[entry]), int(placement.row[entry])
        assert 0 <= row[1] < rows
        reach_s = max(
            float(index.end_s[entry]), float(index.anchor_s[entry]) + placement.label_px[entry] * zoom
        )
        taken.setdefault(row, []).append((float(index.start_s[entry]), reach_s))
    for spans in taken.values():
        spans.sort()
        for (_, end_s), (start_s, _) in pairwise(spans):
            assert end_s <= start_s + 1e-6 * zoom + 1e-3


@given(documents, st.integers(1, 4))
def test_each_row_names_its_first_event_always_and_every_threshold_is_closed(document, rows):
    index = build_index(Showing(document))
    placement = place(index, layout_with(*[rows] * index.lane_count), lambda _: 120.0, id_of)
    for lane in range(index.lane_count):
        entries = index.lane_slice(lane)
        if entries.start < entries.stop:
            assert np.isinf(placement.threshold[entries]).any()
    unnamed = placement.row == NO_ROW
    assert (placement.threshold[unnamed] == 0.0).all()
    assert (placement.threshold[~unnamed] > LEAST_SECONDS_PER_PX).all()


def test_more_than_enough_of_one_importance_are_not_looked_at_before_the_first_picture(monkeypatch):
    monkeypatch.setattr(placement_work, "MOST_AT_FIRST", 100)
    index = index_of(*(f"{1000 + number}-01-01" for number in range(150)))
    work = PlacementWork(index, layout_with(2), lambda _: 100.0, id_of)
    work.place_first(50)
    assert len(work.placement.first_entries) == 0
    assert work.placement.generation == 0
    assert work.run()
    # An exhibit that is placed as a whole at once has no such bound.
    whole = PlacementWork(index, layout_with(2), lambda _: 100.0, id_of)
    whole.place_first(150)
    assert whole.placement.is_complete
    assert len(whole.placement.first_entries) == 150


STRETCHES = st.tuples(st.integers(0, 400), st.integers(1, 60), st.integers(1, 5))


@given(st.lists(STRETCHES, max_size=30), st.data())
def test_a_least_width_that_is_told_sooner_changes_nothing(stretches, data):
    dates = [
        f"{1900 + at // 12}-{at % 12 + 1:02d}/{1900 + (at + months) // 12}-12" for at, months, _ in stretches
    ]
    index = index_of(*dates, importances=[weight for _, _, weight in stretches])
    size = len(stretches)
    widths_px = data.draw(st.lists(st.floats(20.0, 400.0), min_size=size, max_size=size))
    share = data.draw(st.floats(0.05, 1.0))
    ways = [None, lambda ordinal: widths_px[ordinal] * share]
    works = [PlacementWork(index, layout_with(3), widths_px.__getitem__, id_of, least) for least in ways]
    for work in works:
        work.run()
    plain, sooner = (work.placement for work in works)
    for name in ("row", "threshold", "label_px"):
        assert getattr(plain, name).tolist() == getattr(sooner, name).tolist()
