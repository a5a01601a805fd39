# SPDX-License-Identifier: MIT
"""The map's window: positions come back from the screen, and what is under a pointer stays there."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Size
from timeline_app.scene.map_scale import scale_bar
from timeline_app.scene.map_window import (
    CLOSEST_PX,
    EQUATOR_KM,
    NORTHERN_END,
    SOUTHERN_END,
    MapWindow,
    Position,
    between_windows,
    on_world,
    position_of,
)

NIIGATA = Position(37.92, 139.04)
CHONGJIN = Position(41.8, 129.78)
FIJI, SAMOA = Position(-18.1, 178.4), Position(-13.8, -172.0)
SIZE = Size(800, 600)

positions = st.builds(Position, st.floats(-70, 80), st.floats(-180, 179.999))
sizes = st.builds(Size, st.floats(80, 2_000), st.floats(80, 1_200))
windows = st.builds(
    lambda at, size, closer: MapWindow.fitted([at], size).zoomed(closer),
    positions,
    sizes,
    st.floats(0.001, 10),
)


def alike(one: Position, other: Position) -> bool:
    apart = abs(one.lon - other.lon) % 360.0
    return math.isclose(one.lat, other.lat, abs_tol=1e-6) and min(apart, 360.0 - apart) < 1e-6


@given(positions)
def test_a_position_comes_back_from_the_world(at: Position) -> None:
    assert alike(position_of(on_world(at)), at)


@given(windows, positions)
def test_a_position_comes_back_from_the_window(window: MapWindow, at: Position) -> None:
    assert alike(window.unproject(window.project(at)), at)


@given(windows, st.floats(0, 1), st.floats(0, 1), st.floats(0.2, 5))
def test_zooming_keeps_what_is_under_the_pointer(
    window: MapWindow, x: float, y: float, factor: float
) -> None:
    at = Point(x * window.size.w, y * window.size.h)
    zoomed = window.zoomed(factor, at)
    # Where the map would end within the window it is held back instead.
    part = zoomed.part
    edges = (on_world(Position(NORTHERN_END, 0)).y, on_world(Position(SOUTHERN_END, 0)).y)
    assume(part.y > edges[0] + 1e-9 and part.bottom < edges[1] - 1e-9)
    assert alike(zoomed.unproject(at), window.unproject(at))


@given(windows, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_there_and_back_is_where_one_was(window: MapWindow, dx: float, dy: float) -> None:
    moved = window.panned(dx, dy)
    assume(math.isclose(moved.centre.y, window.centre.y - dy / window.scale, abs_tol=1e-12))
    back = moved.panned(-dx, -dy)
    assert back.centre == pytest.approx(window.centre, abs=1e-9)


@given(windows, st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_nothing_beyond_the_ends_of_the_map_is_seen(window: MapWindow, dx: float, dy: float) -> None:
    part = window.panned(dx, dy).part
    assert part.y >= on_world(Position(NORTHERN_END, 0)).y - 1e-9
    assert part.bottom <= on_world(Position(SOUTHERN_END, 0)).y + 1e-9
    assert part.w <= 1.0 + 1e-9


@given(st.lists(positions, min_size=1, max_size=8), sizes)
def test_what_is_fitted_is_seen_unless_it_is_too_wide_for_any_window(
    places: list[Position], size: Size
) -> None:
    window = MapWindow.fitted(places, size)
    assume(window.scale > window.least_scale * (1 + 1e-9))
    for at in map(window.project, places):
        assert -1e-3 <= at.x <= size.w + 1e-3
        assert -1e-3 <= at.y <= size.h + 1e-3


def test_what_lies_on_both_sides_of_180_degrees_is_fitted_across_it() -> None:
    window = MapWindow.fitted([FIJI, SAMOA], SIZE)
    west, east = window.project(FIJI), window.project(SAMOA)
    assert 0 < west.x < east.x < SIZE.w
    # 9.6 degrees of the equator between them, not 350.
    assert (east.x - west.x) / window.scale * 360 == pytest.approx(9.6, abs=0.01)


def test_niigata_lies_south_east_of_chongjin() -> None:
    window = MapWindow.fitted([NIIGATA, CHONGJIN], SIZE)
    niigata, chongjin = window.project(NIIGATA), window.project(CHONGJIN)
    assert niigata.x > chongjin.x
    assert niigata.y > chongjin.y


def test_without_places_the_whole_world_is_shown() -> None:
    window = MapWindow.fitted([], SIZE)
    assert window.scale == window.least_scale == 800.0


def test_zooming_ends_at_the_world_and_close_by() -> None:
    window = MapWindow.fitted([NIIGATA], SIZE)
    assert window.zoomed(1e-6).scale == window.least_scale
    assert window.zoomed(1e6).scale == CLOSEST_PX


def test_a_way_across_180_degrees_is_the_short_one() -> None:
    first, last = (MapWindow.fitted([at], SIZE) for at in (FIJI, SAMOA))
    half = between_windows(first, last, 0.5)
    lon = half.unproject(Point(400, 300)).lon
    assert abs(lon) > 170
    assert between_windows(first, last, 1.0).centre == pytest.approx(last.centre)


def test_the_scale_counts_for_the_latitude() -> None:
    window = MapWindow(SIZE, EQUATOR_KM, on_world(Position(0, 0)))
    assert window.km_px(0.0) == pytest.approx(1.0)
    assert window.km_px(60.0) == pytest.approx(2.0)


@given(windows, st.floats(20, 300))
def test_the_scale_bar_is_round_and_no_longer_than_asked(window: MapWindow, most_px: float) -> None:
    bar = scale_bar(window, most_px)
    assert int(str(bar.km)[0]) in (1, 2, 5)
    assert bar.km == int(str(bar.km)[0]) * 10 ** (len(str(bar.km)) - 1)
    assert bar.width_px <= most_px or bar.km == 1


def test_the_scale_bar_of_a_known_scale() -> None:
    # One pixel is one kilometre at the equator.
    window = MapWindow(SIZE, EQUATOR_KM, on_world(Position(0, 0)))
    assert scale_bar(window, 150.0) == pytest.approx((100, 100.0))
    assert scale_bar(window, 250.0) == pytest.approx((200, 200.0))
