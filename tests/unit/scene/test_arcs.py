# SPDX-License-Identifier: MIT
"""The ways of links between the rows: where they run, and what they go round."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point
from timeline_app.scene.arcs import End, Row, Way, gap_above, gap_below, merged, way_between

ROW_PX, BAND_PX = 30.0, 22.0
REACH_PX = 100.0


def rows_of(*taken: tuple[tuple[float, float], ...]) -> list[Row]:
    """Return rows below each other, from y = 0 down."""
    return [
        Row(number * ROW_PX + 4.0, number * ROW_PX + 26.0, merged(stretches))
        for number, stretches in enumerate(taken)
    ]


def end_at(x: float, row: int) -> End:
    """Return an end in the middle of a row."""
    middle = row * ROW_PX + ROW_PX / 2
    return End(x, row, middle - 8.0, middle + 8.0)


def crossings(rows: list[Row], way: Way, ends: tuple[int, int]) -> int:
    """Count the rows, those of the ends left out, whose words an upright or level piece of a way passes through."""
    found = set()
    for (x0, y0), (x1, y1) in pairwise(way.corners):
        for number, row in enumerate(rows):
            if number in ends or min(y0, y1) >= row.bottom or max(y0, y1) <= row.top:
                continue
            left, right = min(x0, x1), max(x0, x1)
            if any(right > start and left < stop for start, stop in row.taken):
                found.add(number)
    return len(found)


def blocked(rows: list[Row], start: End, end: End) -> int:
    """Count the rows between two ends that have no gap at all within reach: no way could pass them."""
    low, high = min(start.x, end.x) - REACH_PX, max(start.x, end.x) + REACH_PX
    first, last = sorted((start.row, end.row))
    return sum(
        any(left < low and right > high for left, right in row.taken) for row in rows[first + 1 : last]
    )


# -- ways ------------------------------------------------------------------------------------------


def test_within_a_row_a_way_runs_in_the_gap_above_it():
    rows = rows_of((), ((0.0, 400.0),), ())
    way = way_between(rows, end_at(50.0, 1), end_at(300.0, 1), REACH_PX)
    assert way == Way(
        (Point(50.0, 37.0), Point(50.0, 30.0), Point(300.0, 30.0), Point(300.0, 37.0)), crossed=0
    )


def test_without_words_a_way_goes_upright_at_its_end_or_at_its_beginning():
    rows = rows_of((), (), ())
    late = way_between(rows, end_at(50.0, 0), end_at(300.0, 2), REACH_PX)
    assert late.corners == (Point(50.0, 23.0), Point(50.0, 30.0), Point(300.0, 30.0), Point(300.0, 67.0))
    early = way_between(rows, end_at(50.0, 0), end_at(300.0, 2), REACH_PX, turns_early=True)
    assert early.corners == (Point(50.0, 23.0), Point(50.0, 60.0), Point(300.0, 60.0), Point(300.0, 67.0))


def test_words_at_one_end_send_a_way_along_the_other():
    rows = rows_of((), ((250.0, 400.0),), ())
    way = way_between(rows, end_at(50.0, 0), end_at(300.0, 2), REACH_PX)
    assert way.corners == (Point(50.0, 23.0), Point(50.0, 60.0), Point(300.0, 60.0), Point(300.0, 67.0))


def test_words_at_both_ends_are_gone_round_beside_the_nearest_gap():
    rows = rows_of((), ((40.0, 60.0), (250.0, 400.0)), ())
    way = way_between(rows, end_at(50.0, 0), end_at(300.0, 2), REACH_PX)
    assert way.crossed == 0
    assert way.corners[2:4] == (Point(250.0, 30.0), Point(250.0, 60.0))


def test_where_no_upright_line_is_free_a_way_steps_from_gap_to_gap():
    rows = rows_of((), ((0.0, 200.0),), ((150.0, 500.0),), ())
    way = way_between(rows, end_at(100.0, 0), end_at(120.0, 3), REACH_PX)
    assert way.crossed == 0
    assert way.corners == (
        Point(100.0, 23.0), Point(100.0, 30.0), Point(0.0, 30.0), Point(0.0, 90.0), Point(120.0, 90.0),
        Point(120.0, 97.0),
    )  # fmt: skip


def test_a_row_without_a_gap_within_reach_is_crossed_and_said_to_be():
    rows = rows_of((), ((-1_000.0, 1_000.0),), ())
    assert way_between(rows, end_at(0.0, 0), end_at(10.0, 2), REACH_PX).crossed == 1


def test_upwards_a_way_is_as_downwards():
    rows = rows_of((), ((250.0, 400.0),), ())
    down = way_between(rows, end_at(50.0, 0), end_at(300.0, 2), REACH_PX)
    up = way_between(rows, end_at(300.0, 2), end_at(50.0, 0), REACH_PX, turns_early=True)
    assert up.corners == down.corners[::-1]


def test_gaps_are_between_rows_and_close_to_them():
    rows = [Row(10.0, 30.0), Row(34.0, 50.0), Row(90.0, 110.0)]
    assert [gap_above(rows, number) for number in range(3)] == [6.0, 32.0, 86.0]
    assert [gap_below(rows, number) for number in range(3)] == [32.0, 54.0, 114.0]


def test_stretches_that_touch_are_one():
    assert merged([(5.0, 9.0), (0.0, 2.0), (2.0, 3.0), (6.0, 7.0)]) == ((0.0, 3.0), (5.0, 9.0))


# -- laws ------------------------------------------------------------------------------------------

places = st.integers(-300, 700).map(float)
stretches = st.tuples(places, st.integers(1, 400)).map(lambda each: (each[0], each[0] + each[1]))
pictures = st.lists(st.lists(stretches, max_size=5).map(tuple), min_size=2, max_size=8)


@st.composite
def links(draw):
    """Draw rows with words, and two ends in them."""
    rows = rows_of(*draw(pictures))
    ends = [end_at(draw(places), draw(st.integers(0, len(rows) - 1))) for _ in range(2)]
    return rows, ends[0], ends[1], draw(st.booleans()), draw(st.sampled_from((0.0, 3.5, 7.0)))


def way_of(link) -> Way:
    rows, start, end, turns_early, air_px = link
    return way_between(rows, start, end, REACH_PX, turns_early=turns_early, air_px=air_px)


@given(links())
def test_a_way_crosses_words_only_where_every_way_does(link):
    rows, start, end, *_ = link
    way = way_of(link)
    assert way.crossed == blocked(rows, start, end)
    assert crossings(rows, way, (start.row, end.row)) <= way.crossed


@given(links())
def test_a_way_begins_and_ends_at_the_marks_and_is_upright_or_level(link):
    _, start, end, *_ = link
    corners = way_of(link).corners
    assert (corners[0].x, corners[-1].x) == (start.x, end.x)
    assert corners[0].y in (start.from_above, start.from_below)
    assert corners[-1].y in (end.from_above, end.from_below)
    assert all(a.x == b.x or a.y == b.y for a, b in pairwise(corners))
    assert all(a != b for a, b in pairwise(corners))


@given(links(), st.integers(-(10**6), 10**6), st.integers(-500, 500))
def test_a_way_is_the_same_wherever_the_picture_is_moved_to(link, right, down):
    rows, start, end, turns_early, air_px = link
    x, y = right / 7, down / 8
    moved = [
        Row(row.top + y, row.bottom + y, tuple((left + x, stop + x) for left, stop in row.taken))
        for row in rows
    ]
    ends = [End(each.x + x, each.row, each.from_above + y, each.from_below + y) for each in (start, end)]
    here, there = way_of(link), way_of((moved, *ends, turns_early, air_px))
    assert len(here.corners) == len(there.corners)
    assert all(
        abs(a.x + x - b.x) < 1e-6 and abs(a.y + y - b.y) < 1e-6
        for a, b in zip(here.corners, there.corners, strict=True)
    )


@given(links(), st.integers(0, 200), st.integers(0, 200))
def test_a_way_leaves_the_window_only_where_it_must_not_to_cross_words(link, left, right):
    rows, start, end, turns_early, air_px = link
    window = min(start.x, end.x) - left, max(start.x, end.x) + right
    way = way_between(rows, start, end, REACH_PX, turns_early=turns_early, air_px=air_px, window=window)
    assert way.crossed == blocked(rows, start, end)
    is_inside = all(window[0] <= corner.x <= window[1] for corner in way.corners)
    first, last = sorted((start.row, end.row))
    low, high = max(window[0], min(start.x, end.x) - REACH_PX), min(window[1], max(start.x, end.x) + REACH_PX)
    is_blocked = any(
        stretch[0] < low and stretch[1] > high for row in rows[first + 1 : last] for stretch in row.taken
    )
    assert is_inside or is_blocked


@given(links())
def test_a_way_is_always_the_same_and_keeps_within_reach(link):
    _, start, end, *_ = link
    way = way_of(link)
    assert way == way_of(link)
    low, high = min(start.x, end.x) - REACH_PX, max(start.x, end.x) + REACH_PX
    assert all(low <= corner.x <= high for corner in way.corners)
