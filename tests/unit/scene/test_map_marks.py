# SPDX-License-Identifier: MIT
"""What lies on the map: discs that count, names that do not touch, routes that bow to the pole, and the nearest mark."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.map_marks import (
    MOST_RADIUS_PX,
    REGION_RADIUS_PX,
    Course,
    Crowd,
    Drawn,
    Spot,
    drawn_at,
    radius_px,
)
from timeline_app.scene.map_window import EQUATOR_KM, MapWindow, Position

SCALE = 10_000.0
NIIGATA, CHONGJIN = Position(37.92, 139.04), Position(41.8, 129.78)


def spot(at: Position, shown: int = 1, in_view: int = 0, **fields: object) -> Spot:
    values: dict[str, object] = {"id": "x", "certainty": "town", "radius_km": None, **fields}
    return Spot(at=at, shown=shown, in_view=in_view, **values)  # type: ignore[arg-type]


def name_size(number: int) -> Size:
    return Size(40.0 + 10.0 * (number % 5), 16.0)


def laid_out(*spots: Spot, scale: float = SCALE, courses: tuple[Course, ...] = (), **more: object) -> Drawn:
    return drawn_at(spots, courses, scale, name_size, **more)  # type: ignore[arg-type]


near_each_other = st.lists(
    st.builds(spot, st.builds(Position, st.floats(30, 45), st.floats(120, 145)), st.integers(1, 50)),
    max_size=25,
)


@given(near_each_other, st.floats(1_000, 50_000))
def test_no_name_lies_on_another_or_on_the_mark_of_another_place(spots: list[Spot], scale: float) -> None:
    drawn = laid_out(*spots, scale=scale)
    names = [(number, rect) for number, rect in enumerate(drawn.names) if rect is not None]
    for number, rect in names:
        assert not any(rect.intersects(other) for at, other in names if at != number)
        assert not any(rect.intersects(mark.box) for at, mark in enumerate(drawn.marks) if at != number)


@given(near_each_other, st.floats(0, 800), st.floats(0, 600))
def test_the_nearest_mark_is_meant(spots: list[Spot], x: float, y: float) -> None:
    drawn = laid_out(*spots)
    hit = drawn.hit(Point(x, y))
    edges = [math.dist((x, y), mark.at) - mark.shown_px for mark in drawn.marks]
    if edges and min(edges) <= 0:
        assert hit is not None
        assert edges[hit] <= 0
    elif edges and min(edges) <= 12.0:
        assert hit is not None
        assert edges[hit] == pytest.approx(min(edges))


def test_panning_changes_nothing_but_where_all_stands() -> None:
    drawn = laid_out(spot(NIIGATA), spot(CHONGJIN), courses=(Course((0, 1), is_sure=True),))
    window = MapWindow.fitted([NIIGATA, CHONGJIN], Size(600, 400))
    window = window.zoomed(SCALE / window.scale)
    before, after = drawn.placed(window), drawn.placed(window.panned(30, -20))
    assert before.marks[1].at == pytest.approx(window.project(CHONGJIN))
    for one, other in zip(before.marks, after.marks, strict=True):
        assert other.at == pytest.approx((one.at.x + 30, one.at.y - 20))
    for name, moved in zip(before.names, after.names, strict=True):
        assert name is not None
        assert moved == pytest.approx(name.moved(30, -20))
    assert after.routes[0][7] == pytest.approx((before.routes[0][7].x + 30, before.routes[0][7].y - 20))


@given(near_each_other, st.builds(Position, st.floats(-60, 60), st.floats(-180, 179)))
def test_every_place_is_seen_the_shorter_way_round_wherever_one_looks(
    spots: list[Spot], middle: Position
) -> None:
    window = MapWindow.fitted([], Size(600, 400)).centred_on(middle)
    for mark in laid_out(*spots, scale=window.scale).placed(window).marks:
        # On the far side of the world both ways are equally short.
        assume(abs(abs(mark.spot.at.lon - middle.lon) - 180.0) > 1e-3)
        assert mark.at == pytest.approx(window.project(mark.spot.at), abs=1e-6)


def test_discs_grow_with_the_number_of_events_and_not_without_end() -> None:
    radii = [radius_px(count) for count in (0, 1, 4, 9, 100_000)]
    assert radii[0] == 0.0
    assert radii[1:] == sorted(radii[1:])
    assert radii[-1] == MOST_RADIUS_PX
    assert radius_px(4, 2.0) == 2 * radius_px(4)


def test_a_region_has_its_own_radius_or_that_of_no_known_reach() -> None:
    at = Position(0.0, 0.0)
    unknown, known = laid_out(
        spot(at, certainty="region"), spot(at, certainty="region", radius_km=500.0), scale=EQUATOR_KM
    ).marks
    assert unknown.ring_px == REGION_RADIUS_PX
    assert known.ring_px == pytest.approx(500.0)
    assert laid_out(spot(at)).marks[0].ring_px == 0.0


def test_a_name_stands_to_the_right_where_there_is_room() -> None:
    (rect,) = laid_out(spot(NIIGATA, shown=4)).names
    assert rect is not None
    assert rect.x > radius_px(4)
    assert rect.centre.y == pytest.approx(0.0)


def test_a_lit_name_comes_before_those_of_more_events() -> None:
    # A grid of places 40 pixels apart: not all names have room.
    grid = [spot(Position(row * 1.44, column * 1.44), 99 - row) for row in range(6) for column in range(6)]
    unnamed = [number for number, rect in enumerate(laid_out(*grid).names) if rect is None]
    assert unnamed
    for number in unnamed:
        assert laid_out(*grid, first=(number,)).names[number] is not None


def test_a_name_leads_to_its_place() -> None:
    drawn = laid_out(spot(NIIGATA))
    (rect,) = drawn.names
    assert rect is not None
    assert drawn.hit(rect.centre) == 0
    assert drawn.hit(Point(0.0, 500.0)) is None


@pytest.mark.parametrize(
    ("first", "last", "is_above"),
    [
        (NIIGATA, CHONGJIN, True),
        (CHONGJIN, NIIGATA, True),
        (Position(-20, 0), Position(-25, 30), False),
        (Position(-25, 30), Position(-20, 0), False),
    ],
)
def test_a_route_bows_to_the_nearer_pole(first: Position, last: Position, is_above: bool) -> None:
    drawn = laid_out(spot(first), spot(last), courses=(Course((0, 1), is_sure=True),))
    (line,) = drawn.routes
    assert line[0] == pytest.approx(drawn.marks[0].at)
    assert line[-1] == pytest.approx(drawn.marks[1].at)
    middle, straight = line[len(line) // 2], (line[0].y + line[-1].y) / 2
    assert (middle.y < straight) is is_above


def test_a_route_due_north_bows_to_the_west() -> None:
    for ends in ((Position(10, 5), Position(20, 5)), (Position(20, 5), Position(10, 5))):
        (line,) = laid_out(*map(spot, ends), courses=(Course((0, 1), is_sure=True),)).routes
        assert line[len(line) // 2].x < -1


def test_a_route_over_several_places_goes_through_each() -> None:
    ends = (NIIGATA, CHONGJIN, Position(43.1, 131.9))
    drawn = laid_out(*map(spot, ends), courses=(Course((0, 1, 2), is_sure=False),))
    (line,) = drawn.routes
    assert any(math.dist(point, drawn.marks[1].at) < 1e-6 for point in line)


def test_a_route_is_meant_by_what_is_near_it_alone() -> None:
    drawn = laid_out(spot(NIIGATA), spot(CHONGJIN), courses=(Course((0, 1), is_sure=True),))
    middle = drawn.routes[0][16]
    assert drawn.hit_route(Point(middle.x + 3, middle.y + 3)) == 0
    assert drawn.hit_route(Point(middle.x, middle.y - 60)) is None
    assert laid_out(spot(NIIGATA)).hit_route(middle) is None


def test_a_route_across_180_degrees_is_the_short_one() -> None:
    ends = (Position(-18, 178), Position(-14, -172))
    drawn = laid_out(*map(spot, ends), courses=(Course((0, 1), is_sure=True),))
    assert 0 < drawn.marks[1].at.x < SCALE * 12 / 360


def test_a_crowd_knows_its_own() -> None:
    crowd, own = Crowd(), Rect(0, 0, 300, 10)
    crowd.add(own)
    assert crowd.touches(Rect(290, 5, 50, 50), but=Rect(0, 0, 1, 1))
    assert not crowd.touches(Rect(290, 5, 50, 50), but=own)
    assert not crowd.touches(Rect(301, 5, 50, 50), but=Rect(0, 0, 1, 1))
