# SPDX-License-Identifier: MIT
"""Names at the edges of the map: whole and uncovered, on another side if need be, or not there at all."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.map_edges import kept_clear
from timeline_app.scene.map_marks import Drawn, Mark, Spot
from timeline_app.scene.map_window import Position

ROOM = Rect(0.0, 0.0, 400.0, 300.0)
BUTTONS = Rect(360.0, 10.0, 30.0, 100.0)
SIZE = Size(60.0, 16.0)


def mark(x: float, y: float) -> Mark:
    return Mark(Spot("x", Position(0.0, 0.0), "town", None, 1, 0), Point(x, y), 4.5, 0.0, 0.0)


def to_the_right(at: Mark) -> Rect:
    return Rect(at.at.x + 10.5, at.at.y - 8.0, *SIZE)


def drawn(*marks: Mark) -> Drawn:
    return Drawn(1_000.0, Point(0.5, 0.5), marks, tuple(map(to_the_right, marks)), ())


def names(*marks: Mark, taken: tuple[Rect, ...] = (), first: tuple[int, ...] = ()) -> tuple[Rect | None, ...]:
    return kept_clear(drawn(*marks), ROOM, taken, first).names


def test_what_is_whole_and_uncovered_stays_as_it_is() -> None:
    before = drawn(mark(100, 100), mark(200, 200))
    assert kept_clear(before, ROOM, (BUTTONS,)) is before


def test_a_name_that_the_edge_would_cut_goes_to_the_other_side() -> None:
    (rect,) = names(mark(380, 200))
    assert rect == Rect(380 - 10.5 - 60.0, 192.0, *SIZE)


def test_a_name_that_would_be_beyond_the_edge_goes_to_the_other_side_too() -> None:
    (rect,) = names(mark(395, 200))
    assert rect == Rect(395 - 10.5 - 60.0, 192.0, *SIZE)


def test_a_name_under_the_buttons_goes_to_the_other_side() -> None:
    (rect,) = names(mark(320, 60), taken=(BUTTONS,))
    assert rect == Rect(320 - 10.5 - 60.0, 52.0, *SIZE)


def test_the_name_of_a_place_beyond_the_edge_is_left_out() -> None:
    assert names(mark(-20, 200)) == (None,)


def test_what_is_wholly_out_of_sight_stays_for_when_it_comes() -> None:
    far = mark(900, 200)
    assert names(far) == (to_the_right(far),)


def test_a_name_for_which_no_side_is_left_is_left_out_but_that_of_a_lit_place_goes_over_others() -> None:
    around = [mark(350 + dx, 200 + dy) for dx in (-40, 0) for dy in (-18, 0, 18) if (dx, dy) != (0, 0)]
    crowd = (mark(350, 200), *around)
    assert names(*crowd)[0] is None
    lit = names(*crowd, first=(0,))[0]
    assert lit == Rect(350 - 10.5 - 60.0, 192.0, *SIZE)


@given(st.lists(st.tuples(st.floats(-100, 500), st.floats(-100, 400)), max_size=20))
def test_no_name_in_sight_is_cut_covered_or_on_another(places: list[tuple[float, float]]) -> None:
    before = drawn(*(mark(x, y) for x, y in places))
    after = kept_clear(before, ROOM, (BUTTONS,)).names
    for number, rect in enumerate(after):
        if rect is None or not rect.intersects(ROOM):
            continue
        assert rect.x >= 0.0
        assert rect.y >= 0.0
        assert rect.right <= ROOM.right
        assert rect.bottom <= ROOM.bottom
        assert not rect.intersects(BUTTONS)
        if rect != before.names[number]:
            assert not any(rect.intersects(other) for at, other in enumerate(after) if other and at != number)
