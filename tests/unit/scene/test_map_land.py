# SPDX-License-Identifier: MIT
"""The land: cut to the window, on both sides of 180°, in the detail that a scale asks for; and the file that is shipped."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.map_shapes import LEVELS, Ring, columns_of, simplified, unrolled
from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.map_land import Land, LandLevel, clipped, level_for
from timeline_app.scene.map_window import EARTH_KM, MapWindow, Position, on_world

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / "resources" / "map" / "land.npz"
PART = Rect(0.25, 0.25, 0.5, 0.5)

coordinates = st.floats(0, 1, allow_subnormal=False)
rings = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=40).map(np.array)


@pytest.fixture(scope="module")
def columns() -> dict[str, np.ndarray]:
    with np.load(FILE, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


@pytest.fixture(scope="module")
def land(columns: dict[str, np.ndarray]) -> Land:
    return Land(columns.__getitem__)


def area(ring: np.ndarray) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum()) / 2


@given(rings)
def test_what_is_cut_stays_in_the_window(ring: np.ndarray) -> None:
    cut = clipped(ring, PART)
    assert (cut[:, 0] >= PART.x - 1e-12).all()
    assert (cut[:, 0] <= PART.right + 1e-12).all()
    assert (cut[:, 1] >= PART.y - 1e-12).all()
    assert (cut[:, 1] <= PART.bottom + 1e-12).all()


@given(rings)
def test_what_lies_within_is_left_as_it_is(ring: np.ndarray) -> None:
    inside = ring * 0.5 + 0.25
    assert clipped(inside, PART).tolist() == inside.tolist()


@given(rings, coordinates)
def test_two_halves_of_a_cut_have_the_area_of_the_whole(ring: np.ndarray, at: float) -> None:
    left, right = clipped(ring, Rect(0, 0, at, 1)), clipped(ring, Rect(at, 0, 1 - at, 1))
    halves = sum(area(half) for half in (left, right) if len(half))
    assert halves == pytest.approx(area(ring), abs=1e-9)


def test_a_window_within_the_land_is_all_land() -> None:
    around = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
    assert abs(area(clipped(around, PART))) == pytest.approx(0.25)


def test_a_corner_is_not_cut_off_by_what_lies_far_outside() -> None:
    # Goes around the window's upper left corner, far away: the corner must stay out of the ring.
    ring = np.array([(0.1, 0.9), (0.1, 0.05), (0.15, 0.01), (0.9, 0.05), (0.9, 0.9)])
    assert abs(area(clipped(ring, PART))) == pytest.approx(0.25)


def test_a_hole_in_the_land_is_told_apart() -> None:
    steps = np.array([(0, 0), (10_000, 0), (0, 10_000), (-7_000, -7_000), (2_000, 0), (0, 2_000)], np.int32)
    level = LandLevel.of(steps, np.array([3, -3], np.int32))
    assert level.within(Rect(0, 0, 1, 1)).is_water.tolist() == [False, True]
    assert level.points[3].tolist() == pytest.approx(list(on_world(Position(3, 3))))


def test_a_line_comes_after_the_one_that_encloses_it(land: Land) -> None:
    # The Caspian Sea lies within a land that reaches out of the window.
    window = MapWindow.fitted([Position(36, 46), Position(48, 55)], Size(600, 600)).zoomed(0.7)
    (outlines,) = land.outlines(window.part, window.scale)
    assert outlines.is_water.sum() == 1
    assert int(np.flatnonzero(outlines.is_water)[0]) > 0
    assert int(outlines.is_first.sum()) == len(outlines.is_water)


def test_detail_follows_the_scale() -> None:
    assert [level_for(scale) for scale in (800.0, 2_000.0, 5_000.0, 9_000.0, 40_000.0)] == [
        "coarse",
        "coarse",
        "middle",
        "middle",
        "fine",
    ]


def test_both_sides_of_180_degrees_are_drawn(land: Land) -> None:
    # Fiji lies on both.
    window = MapWindow.fitted([Position(-17, 178), Position(-17, -178)], Size(600, 400))
    turns = land.outlines(window.part, window.scale)
    assert len(turns) == 2
    for outlines in turns:
        assert (outlines.points[:, 0] >= -1e-6).all()
        assert (outlines.points[:, 0] <= 600 + 1e-6).all()


def test_land_and_sea_are_where_they_are(land: Land) -> None:
    for at, is_land in (
        (Position(36.2, 138.0), True),
        (Position(39.5, 134.0), False),
        (Position(40.2, 127.0), True),
        (Position(-25.0, 134.0), True),
        (Position(0.0, -150.0), False),
    ):
        window = MapWindow.fitted([at], Size(200, 200))
        areas = [
            sum(area(line) for line in np.split(outlines.points, np.flatnonzero(outlines.is_first)[1:]))
            for outlines in land.outlines(window.part, window.scale)
        ]
        assert (abs(sum(areas)) > 20_000) is is_land, at


def test_the_rule_for_islands_is_told_where_the_file_lies() -> None:
    told = (ROOT / "resources" / "map" / "README.md").read_text(encoding="utf-8")
    for level in LEVELS:
        assert re.search(rf"`{level.name}` .*{level.tolerance:g}° .*\| {level.least_km2:g} km²", told)


def test_islands_are_kept_or_dropped_by_area_alone() -> None:
    # Squares of 100 km² at the equator and far north, of 30 km² beside them; one is a water in a large land.
    land = square(Position(10, 0), 2.0)
    large = [square(Position(lat, 20.0), side_for(100.0)) for lat in (0.0, 65.0)]
    small = [square(Position(lat, 30.0), side_for(30.0)) for lat in (0.0, 65.0)]
    rings = [Ring(ring, is_water=False) for ring in (*small, *large, land)]
    columns = columns_of([*rings, Ring(square(Position(10.5, 0.5), 0.2), is_water=True)], LEVELS[1])
    counts = columns["middle_counts"].tolist()
    assert counts == [4, -4, 4, 4]
    degrees = np.cumsum(columns["middle_steps"], axis=0) / 1_000
    assert sorted({round(lat) for lon, lat in degrees.tolist() if 19 < lon < 22}) == [0, 65]
    assert not [lon for lon, _ in degrees.tolist() if lon > 25]


def test_a_line_is_simplified_within_its_tolerance() -> None:
    bent = np.array([(0, 0), (5, 0.02), (10, 0), (10, 0.5), (10.05, 5), (10, 10), (0, 10)], np.float64)
    assert simplified(bent, 0.03).tolist() == [[0, 0], [10, 0], [10.05, 5], [10, 10], [0, 10]]


def test_a_line_across_180_degrees_goes_on() -> None:
    ring = np.array([(179.0, 0.0), (-179.0, 0.0), (-179.0, 5.0), (179.0, 5.0)])
    assert unrolled(ring).tolist() == [[179, 0], [181, 0], [181, 5], [179, 5]]
    assert unrolled(np.roll(ring, 2, axis=0)).tolist() == [[181, 5], [179, 5], [179, 0], [181, 0]]


def test_a_line_around_a_pole_is_closed_along_it() -> None:
    ring = np.array([(lon, -70.0) for lon in range(-180, 180, 60)], np.float64)
    assert unrolled(ring)[-3:].tolist() == [[180, -70], [180, -90], [-180, -90]]


def test_no_line_jumps_over_the_world(columns: dict[str, np.ndarray]) -> None:
    # As it would where a line crosses 180° and begins anew on the other side; Antarctica is closed along the pole.
    for level in LEVELS:
        degrees = np.cumsum(columns[f"{level.name}_steps"], axis=0) / 1_000
        firsts = np.cumsum(np.abs(columns[f"{level.name}_counts"]))
        for ring in np.split(degrees, firsts[:-1]):
            steps = np.abs(np.diff(ring[:, 0], append=ring[0, 0]))
            assert (steps[ring[:, 1] > -85.0] < 60.0).all()


def square(at: Position, side: float) -> np.ndarray:
    corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
    return np.array([(at.lon + x / np.cos(np.radians(at.lat)), at.lat + y) for x, y in corners])


def side_for(km2: float) -> float:
    """Return the side in degrees of latitude of a square of an area."""
    return float(np.degrees(np.sqrt(km2) / EARTH_KM))


def test_the_file_is_small(columns: dict[str, np.ndarray]) -> None:
    assert FILE.stat().st_size < 1_500_000
    assert sorted(columns) == sorted(
        f"{level}_{part}" for level in ("coarse", "middle", "fine") for part in ("steps", "counts")
    )
