# SPDX-License-Identifier: MIT
"""Which part of a page is seen, and which tiles that needs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.pinch import Touch
from timeline_app.ui.facsimile.pyramid import Pyramid, TileId
from timeline_app.ui.facsimile.sheet_fingers import SheetFingers
from timeline_app.ui.facsimile.sheet_view import SheetView, between, region_on

PAGE = Size(1000, 2000)
WINDOW = Size(400, 400)

sizes = st.integers(1, 20_000)
views = st.builds(
    lambda w, h, turns, factor, x, y: SheetView.fitted(Size(w, h), Size(640, 480), turns).zoomed(
        factor, Point(x, y)
    ),
    sizes,
    sizes,
    st.integers(0, 3),
    st.floats(0.1, 50),
    st.floats(0, 640),
    st.floats(0, 480),
)


# -- views -----------------------------------------------------------------------------------------


def test_a_whole_page_is_fitted_by_its_longer_side():
    view = SheetView.fitted(PAGE, WINDOW)
    assert view.scale == pytest.approx(0.2)
    assert view.part == Rect(0, 0, 1000, 2000)
    assert view.rect_in_window(Rect(0, 0, 1000, 2000)) == Rect(100, 0, 200, 400)


def test_a_small_picture_is_not_blown_up():
    assert SheetView.fitted(Size(10, 10), WINDOW).scale == pytest.approx(2.0)


def test_turned_by_a_quarter_the_upper_left_corner_stands_at_the_upper_right():
    view = SheetView.fitted(PAGE, WINDOW).turned(1)
    assert view.in_window(Point(0, 0)) == Point(400, 100)
    assert view.in_window(Point(0, 2000)) == Point(0, 100)
    assert view.turned(-1) == SheetView.fitted(PAGE, WINDOW)


def test_zooming_keeps_what_is_under_the_pointer():
    view = SheetView.fitted(PAGE, WINDOW).zoomed(4.0)
    at = Point(250, 170)
    held = view.on_page(at)
    assert view.zoomed(1.7, at).on_page(at) == pytest.approx(held)


def test_zooming_ends_at_the_whole_page_and_at_eight_times():
    view = SheetView.fitted(PAGE, WINDOW)
    assert view.zoomed(0.1) == view
    assert view.zoomed(1e6).scale == pytest.approx(8.0)
    assert view.zoomed(1e6).zoomed(1e-6).is_fitted


def test_panning_moves_the_page_with_the_hand_and_stops_at_its_edge():
    view = SheetView.fitted(PAGE, WINDOW).zoomed(5.0)
    assert view.panned(-30, 0).in_window(view.centre) == pytest.approx(Point(170, 200))
    assert view.panned(1e6, 1e6).part.x == pytest.approx(0)
    assert view.panned(-1e6, -1e6).part.bottom == pytest.approx(2000)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_panning_follows_the_hand_however_the_page_is_turned(turns: int):
    view = SheetView.fitted(PAGE, WINDOW, turns).zoomed(6.0)
    held = view.on_page(Point(200, 200))
    assert view.panned(11, -7).in_window(held) == pytest.approx(Point(211, 193))


def test_a_region_is_shown_large_with_some_of_what_is_around_it():
    region = Rect(100, 900, 500, 100)
    view = SheetView.fitted(PAGE, WINDOW).showing(region)
    seen = view.rect_in_window(region)
    assert seen.w == pytest.approx(0.8 * WINDOW.w, abs=1)
    assert seen.centre == pytest.approx(Point(200, 200), abs=1)


def test_a_tiny_region_is_shown_at_twice_its_size_and_no_larger():
    assert SheetView.fitted(PAGE, WINDOW).showing(Rect(500, 500, 3, 3)).scale == pytest.approx(2.0)


def test_a_window_of_another_size_keeps_a_whole_page_whole_and_the_middle_of_a_part():
    whole = SheetView.fitted(PAGE, WINDOW).resized(Size(800, 800))
    assert whole.is_fitted
    part = SheetView.fitted(PAGE, WINDOW).zoomed(5.0)
    assert part.resized(Size(500, 300)).centre == part.centre


def test_on_the_way_between_two_views_both_ends_are_exact():
    first = SheetView.fitted(PAGE, WINDOW)
    last = first.showing(Rect(100, 100, 100, 100))
    assert between(first, last, 1.0).centre == pytest.approx(last.centre)
    assert between(first, last, 0.0).scale == pytest.approx(first.scale)
    assert first.scale < between(first, last, 0.5).scale < last.scale
    beside = last.panned(-100, 0)
    assert between(last, beside, 0.5).centre.x == pytest.approx((last.centre.x + beside.centre.x) / 2)


@given(views, st.floats(0, 640), st.floats(0, 480))
def test_window_and_page_tell_the_same_place(view: SheetView, x: float, y: float):
    back = view.in_window(view.on_page(Point(x, y)))
    assert math.isclose(back.x, x, abs_tol=1e-6)
    assert math.isclose(back.y, y, abs_tol=1e-6)


@given(views, st.floats(-2000, 2000), st.floats(-2000, 2000))
def test_no_hand_takes_the_page_out_of_the_window(view: SheetView, dx: float, dy: float):
    moved = view.panned(dx, dy)
    assert moved.fit_scale * 0.999 <= moved.scale <= moved.most_scale
    assert moved.part.w > 0
    assert moved.part.h > 0
    assert moved == moved.kept_in()


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ((0.1, 0.5, 0.5, 0.1), Rect(100, 1000, 500, 200)),
        ((100, 200, 300, 400), Rect(100, 200, 300, 400)),
        ((900, 1900, 300, 400), Rect(900, 1900, 100, 100)),
        ((0, 0, 1, 1), Rect(0, 0, 1000, 2000)),
        ((5000, 0, 10, 10), None),
        ((0.2, 0.2, 0, 0.1), None),
    ],
)
def test_a_region_is_told_in_shares_or_in_pixels(
    region: tuple[float, float, float, float], expected: Rect | None
):
    assert region_on(PAGE, region) == (pytest.approx(expected) if expected else None)


# -- levels and tiles --------------------------------------------------------------------------------


def test_levels_halve_until_one_is_small_enough_to_be_kept_whole():
    pyramid = Pyramid(12_000, 9_000, 512)
    assert pyramid.overview_level == 3
    assert pyramid.level_size(3) == (1500, 1125)
    assert Pyramid(800, 600, 512).overview_level == 0


def test_a_zoom_takes_the_level_that_is_hardly_ever_enlarged():
    pyramid = Pyramid(12_000, 9_000, 512)
    assert [pyramid.level_for(scale) for scale in (8.0, 1.0, 0.5, 0.25, 0.125, 0.01)] == [0, 0, 1, 2, 3, 3]
    assert pyramid.level_for(0.62) == 0
    assert pyramid.level_for(0.0) == 3


def test_tiles_at_the_edge_are_cut_short():
    pyramid = Pyramid(1000, 700, 512)
    assert list(pyramid.tiles_of(0)) == [TileId(0, 0, 0), TileId(0, 1, 0), TileId(0, 0, 1), TileId(0, 1, 1)]
    assert pyramid.tile_rect(TileId(0, 1, 1)) == Rect(512, 512, 488, 188)


def test_the_tiles_of_a_part_come_from_its_middle_outwards():
    pyramid = Pyramid(4096, 4096, 512)
    found = pyramid.tiles_in(0, Rect(1100, 1100, 800, 300))
    assert found[0] == TileId(0, 2, 2)
    assert set(found) == {TileId(0, 2, 2), TileId(0, 3, 2)}


@given(sizes, sizes, st.integers(0, 4), st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_a_page_lies_in_a_tile_of_each_level(w: int, h: int, level: int, x: float, y: float):
    pyramid = Pyramid(w, h, 512)
    part = Rect(x * w * 0.999, y * h * 0.999, 0.001 * w, 0.001 * h)
    found = pyramid.tiles_in(level, part)
    assert found
    rects = [pyramid.page_rect(tile) for tile in found]
    assert min(rect.x for rect in rects) <= part.x + 1e-6
    assert max(rect.right for rect in rects) >= part.right - 1e-6
    assert set(found) <= set(pyramid.tiles_of(level))


# -- fingers -------------------------------------------------------------------------------------------


def test_two_fingers_three_times_as_far_apart_enlarge_three_times_about_their_middle():
    fingers: SheetFingers[SheetView] = SheetFingers()
    view = SheetView.fitted(PAGE, WINDOW).zoomed(2.0)
    held = view.on_page(Point(200, 200))
    assert fingers.move([Touch(0, 150, 200), Touch(1, 250, 200)], view) is None
    assert fingers.count == 2
    grown = fingers.move([Touch(0, 50, 200), Touch(1, 350, 200)], view)
    assert grown is not None
    assert grown.scale == pytest.approx(view.scale * 3)
    assert grown.on_page(Point(200, 200)) == pytest.approx(held)
    back = fingers.move([Touch(0, 150, 200), Touch(1, 250, 200)], grown)
    assert back == view


def test_one_finger_moves_the_page_and_a_second_one_does_not_make_it_jump():
    fingers: SheetFingers[SheetView] = SheetFingers()
    view = SheetView.fitted(PAGE, WINDOW).zoomed(5.0)
    fingers.move([Touch(0, 100, 100)], view)
    moved = fingers.move([Touch(0, 90, 120)], view)
    assert moved == view.panned(-10, 20)
    assert fingers.move([Touch(0, 90, 120), Touch(1, 300, 300)], moved) is None


def test_a_palm_does_nothing_until_every_finger_is_up():
    fingers: SheetFingers[SheetView] = SheetFingers()
    view = SheetView.fitted(PAGE, WINDOW).zoomed(5.0)
    palm = [Touch(number, number * 20, 50) for number in range(5)]
    assert fingers.move(palm, view) is None
    assert fingers.move([Touch(0, 200, 200)], view) is None
    assert fingers.move([], view) is None
    fingers.move([Touch(0, 100, 100)], view)
    assert fingers.move([Touch(0, 110, 100)], view) == view.panned(10, 0)
