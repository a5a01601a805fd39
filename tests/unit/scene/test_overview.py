# SPDX-License-Identifier: MIT
"""The overview: what begins and lasts in each lane, the years, and the window of the canvas."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import of_role, plain_surface, stage_of, target_of
from tests.strategies import document_with, documents, exhibits, views
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import year_start_s
from timeline_app.scene.items import Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.overview import _runs, window_rect
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import View

FIRST_S, LAST_S = year_start_s(1900), year_start_s(2000)
SURFACE = plain_surface(1_190.0, 88.0)
"""A hundred and fifty pixels of names, and ten pixels a year with the margins of two per cent."""
EDGES = ({"id": "first", "date": "1900"}, {"id": "last", "date": "1999-12-31"})


def overview_of(*events, view=None, surface=SURFACE, lanes=("town", "crew"), heads_px=150.0):
    document = small_document(*EDGES, *events, lanes=lanes)
    stage = stage_of(document, plain_surface(surface.size.w, 400.0, mirrored=surface.mirrored), heads_px)
    return stage.overview(view or View.between(year_start_s(1950), year_start_s(1960)), surface)


def year_x(year):
    """Return the x of a year: the scale begins two years before 1900 at 150."""
    return 150.0 + (year - 1898.0) * 10.0


def test_the_overview_has_a_ground():
    ground = overview_of().items[0]
    assert (ground.role, ground.layer) == ("overview-ground", Layer.GROUND)
    assert ground.rect == Rect(0.0, 0.0, 1_190.0, 88.0)


def test_a_mark_stands_where_something_begins_and_a_line_where_it_lasts():
    scene = overview_of({"id": "it", "date": "1930/1939", "lane": "crew"})
    line, mark = (item for item in of_role(scene, "overview-mark") if target_of(item).lane == 1)
    assert line.rect.h == 1.0
    assert line.rect.x == pytest.approx(year_x(1930), abs=1.0)
    assert line.rect.right == pytest.approx(year_x(1940), abs=1.0)
    assert mark.rect.h == 4.0
    assert mark.rect.centre.x == pytest.approx(year_x(1930), abs=1.0)
    assert 3.0 <= mark.rect.w <= 5.0
    assert mark.rect.centre.y == line.rect.centre.y
    assert (mark.kind, mark.layer, mark.colour) == (Kind.TICK, Layer.STRIP, "teal")
    assert mark.target == Target(TargetKind.OVERVIEW, 2, 1)


def test_lanes_stand_below_each_other():
    scene = overview_of({"id": "it", "date": "1930", "lane": "crew"})
    marks = of_role(scene, "overview-mark")
    ys = {lane: {mark.rect.centre.y for mark in marks if target_of(mark).lane == lane} for lane in (0, 1)}
    # From 8 to 58: half of it for each.
    assert ys == {0: {20.5}, 1: {45.5}}


def test_marks_that_touch_become_one():
    apart = overview_of({"id": "a", "date": "1930-01-01"}, {"id": "b", "date": "1932-01-01"})
    together = overview_of({"id": "a", "date": "1930-01-01"}, {"id": "b", "date": "1930-02-01"})
    counts = [
        len([mark for mark in of_role(scene, "overview-mark") if mark.rect.h == 4.0])
        for scene in (apart, together)
    ]
    assert counts == [4, 3]


@pytest.mark.parametrize(
    ("filled", "runs"),
    [
        ([0, 0, 0], []),
        ([0, 1, 1, 0], [(1.0, 3.0)]),
        ([1, 1, 0, 1], [(0.0, 2.0), (3.0, 4.0)]),
        ([1, 1, 1], [(0.0, 3.0)]),
    ],
)
def test_filled_pixels_become_runs(filled, runs):
    assert _runs(np.array(filled, np.bool_)) == runs


@given(crowd=exhibits(least=1), width_px=st.integers(200, 700), mirrored=st.booleans())
def test_pixels_are_filled_where_something_lasts_and_marked_where_it_begins(crowd, width_px, mirrored):
    stage = stage_of(document_with(crowd), plain_surface(mirrored=mirrored))
    surface = plain_surface(float(width_px), 80.0, mirrored=mirrored)
    scene = stage.overview(stage.whole_view(), surface)
    scale, index = stage.overview_scale(surface), stage.index
    for lane in range(index.lane_count):
        marks = [item.rect for item in of_role(scene, "overview-mark") if target_of(item).lane == lane]
        lines = [rect for rect in marks if rect.h == 1.0]
        heads = [rect for rect in marks if rect.h != 1.0]
        entries = range(*index.lane_slice(lane).indices(len(index)))
        for entry in entries:
            xs = [scale.x_at(int(column[entry])) for column in (index.start_s, index.end_s)]
            middle = min(max(sum(xs) / 2, scale.left_px + 0.5), scale.left_px + scale.width_px - 0.5)
            assert any(rect.x - 1.0 <= middle <= rect.right + 1.0 for rect in lines)
            begin = min(max(xs[0], scale.left_px + 0.5), scale.left_px + scale.width_px - 0.5)
            assert any(rect.x - 1e-3 <= begin <= rect.right + 1e-3 for rect in heads)
        for rect in lines:
            # Nothing is filled without something that lasts there.
            firsts = [
                min(scale.x_at(int(index.start_s[e])), scale.x_at(int(index.end_s[e]))) for e in entries
            ]
            lasts = [max(scale.x_at(int(index.start_s[e])), scale.x_at(int(index.end_s[e]))) for e in entries]
            spans = zip(firsts, lasts, strict=True)
            assert any(first <= rect.right + 1.0 and last >= rect.x - 1.0 for first, last in spans)


def test_a_lane_without_events_has_no_marks():
    scene = overview_of()
    assert {target_of(mark).lane for mark in of_role(scene, "overview-mark")} == {0}


def test_the_years_stand_below_without_touching():
    labels = [item for item in of_role(overview_of(), "overview-label") if item.rect.y > 40.0]
    assert [item.text for item in labels][:3] == ["1900", "1910", "1920"]
    assert labels[-1].text == "2000"
    for item in labels:
        assert item.rect == pytest.approx(Rect(year_x(int(item.text)) - 14.0, 66.0, 28.0, 18.0), abs=0.1)
        assert item.detail == TextStyle("overview", "en", 0)
        assert item.layer is Layer.AXIS


def test_the_number_of_events_stands_where_the_lanes_have_their_names():
    (count,) = (item for item in of_role(overview_of(), "overview-label") if item.rect.y < 40.0)
    assert count.text == "2 events"
    assert count.rect == Rect(8.0, 8.0, 126.0, 18.0)
    assert count.detail == TextStyle("overview", "en", 1)
    assert [
        item.text for item in of_role(overview_of(heads_px=0.0), "overview-label") if item.rect.y < 40.0
    ] == []


def test_right_to_left_the_overview_is_the_other_way_round():
    surface = plain_surface(1_190.0, 88.0, mirrored=True)
    scene = overview_of({"id": "it", "date": "1930/1939", "lane": "crew"}, surface=surface)
    line, mark = (item for item in of_role(scene, "overview-mark") if target_of(item).lane == 1)
    assert mark.rect.centre.x == pytest.approx(1_190.0 - year_x(1930), abs=1.0)
    assert line.rect.right == pytest.approx(mark.rect.centre.x, abs=1.0)
    count = next(item for item in of_role(scene, "overview-label") if item.rect.y < 40.0)
    assert count.rect.x == 1_048.0
    assert count.detail == TextStyle("overview", "en", -1)
    window = of_role(scene, "overview-window")[0].rect
    assert window.right == pytest.approx(1_190.0 - year_x(1950), abs=0.1)


def test_the_window_shows_what_the_canvas_shows_and_the_rest_is_shaded():
    scene = overview_of()
    (window,) = of_role(scene, "overview-window")
    left, right = of_role(scene, "overview-shade")
    assert window.rect == pytest.approx(Rect(year_x(1950), 4.0, 100.0, 62.0), abs=0.1)
    assert (window.kind, window.layer) == (Kind.RING, Layer.OVERLAY)
    assert window.target == Target(TargetKind.OVERVIEW_WINDOW, 0)
    assert left.rect == Rect(150.0, 0.0, window.rect.x - 150.0, 88.0)
    assert right.rect == Rect(window.rect.right, 0.0, 1_190.0 - window.rect.right, 88.0)
    assert (left.target, right.target) == (Target(TargetKind.OVERVIEW, 0), Target(TargetKind.OVERVIEW, 1))
    assert {(shade.kind, shade.layer) for shade in (left, right)} == {(Kind.BAND, Layer.HEAD)}


def test_a_window_at_the_edge_leaves_no_shade_there():
    left, right = of_role(
        overview_of(view=View.between(year_start_s(1800), year_start_s(2100))), "overview-shade"
    )
    assert left.rect.w == right.rect.w == 0.0


def test_the_years_lie_over_the_shade_and_the_marks_under_it():
    roles = [item.role for item in overview_of().items]
    assert roles.index("overview-mark") < roles.index("overview-shade") < roles.index("overview-label")
    assert roles[-1] == "overview-window"


def test_the_area_of_the_overview_is_told():
    scene = overview_of()
    assert scene.lanes_rect == Rect(150.0, 0.0, 1_040.0, 88.0)
    assert scene.size == SURFACE.size


WHOLE = TimeScale(View.between(FIRST_S, LAST_S), 150.0, 1_000.0)


@pytest.mark.parametrize(
    ("first", "last", "x", "right"),
    [
        (1910, 1920, 250.0, 350.0),
        (1890, 1920, 150.0, 350.0),
        (1990, 2020, 1_050.0, 1_150.0),
        (1800, 2100, 150.0, 1_150.0),
    ],
)
def test_the_window_keeps_inside_the_overview(first, last, x, right):
    window = window_rect(WHOLE, View.between(year_start_s(first), year_start_s(last)), SURFACE)
    assert window.x == pytest.approx(x, abs=0.1)
    assert window.right == pytest.approx(right, abs=0.1)


def test_a_narrow_window_can_still_be_taken_hold_of():
    middle_s = year_start_s(1950)
    window = window_rect(WHOLE, View(middle_s - 300, 600.0), SURFACE)
    assert window.w == 8.0
    assert window.centre.x == pytest.approx(WHOLE.x_of(middle_s))


@pytest.mark.parametrize(("year", "x"), [(1700, 150.0), (1900, 150.0), (2000, 1_142.0), (2200, 1_142.0)])
def test_a_window_beyond_the_exhibit_stays_at_its_edge(year, x):
    window = window_rect(WHOLE, View(year_start_s(year), 600.0), SURFACE)
    assert window.x == pytest.approx(x, abs=0.1)
    assert window.w == 8.0


@given(views, st.booleans(), st.floats(60.0, 2_000.0))
def test_the_window_is_never_outside_and_never_too_narrow(view, mirrored, width_px):
    scale = TimeScale(View.between(FIRST_S, LAST_S), 50.0, width_px, mirrored)
    window = window_rect(scale, view, SURFACE)
    assert window.w >= 8.0 - 1e-6
    assert window.x >= 50.0 - 1e-6
    assert window.right <= 50.0 + width_px + 1e-6


@pytest.mark.parametrize("width_px", [30.0, 200.0, 1_000.0, 1_150.0])
def test_the_whole_axis_is_drawn_from_end_to_end(width_px):
    everything = {"id": "all", "date": "Y-146000000000/Y146000000000"}
    stage = stage_of(
        small_document(everything, {"id": "day", "date": "1950"}), plain_surface(1_150.0, 400.0), 0.0
    )
    scene = stage.overview(stage.whole_view(), plain_surface(width_px, 40.0))
    marks = of_role(scene, "overview-mark")
    assert min(item.rect.x for item in marks) <= 2.0
    assert max(item.rect.right for item in marks) >= width_px - 2.0
    middle = [item.rect for item in marks if item.rect.h > 1.0 and item.rect.x > 2.0]
    assert [rect.centre.x for rect in middle] == [pytest.approx(width_px / 2, abs=2.0)]


def test_an_overview_without_height_still_has_marks_and_a_window():
    scene = overview_of(surface=plain_surface(1_190.0, 20.0))
    assert of_role(scene, "overview-window")[0].rect.h == 4.0
    assert all(mark.rect.h > 0.0 for mark in of_role(scene, "overview-mark"))


@given(documents, st.floats(120.0, 2_000.0), st.booleans())
def test_every_event_shows_in_the_overview_and_nothing_lies_outside(document, width_px, mirrored):
    stage = stage_of(document, plain_surface(width_px, 400.0, mirrored=mirrored), 0.0)
    surface = plain_surface(width_px, 88.0, mirrored=mirrored)
    scene, scale = stage.overview(stage.whole_view(), surface), stage.overview_scale(surface)
    marks = of_role(scene, "overview-mark")
    assert all(0.0 <= mark.rect.x < mark.rect.right <= width_px + 1.0 for mark in marks)
    for entry in range(len(stage.index)):
        x = min(max(scale.x_of(int(stage.index.start_s[entry])), 0.5), width_px - 0.5)
        lane = int(stage.index.lane[entry])
        assert any(
            mark.rect.x - 1.0 <= x <= mark.rect.right + 1.0 and target_of(mark).lane == lane for mark in marks
        )
    labels = sorted(item.rect for item in of_role(scene, "overview-label") if item.rect.y > 40.0)
    for left, right in pairwise(labels):
        assert left.right <= right.x
