# SPDX-License-Identifier: MIT
"""How the hall is divided, how large its type is, which part of it is seen, and how thick its lines are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.audience_view import WHOLE, part_between, seen_at, seen_part
from timeline_app.scene.hall_plan import BoardShape, plan_hall, text_scale_for
from timeline_app.scene.items import Item, Kind, Layer, Scene
from timeline_app.scene.thickened import thickened

SHARES = st.floats(0.0, 1.0)


@pytest.mark.parametrize(
    ("height_px", "label_px"), [(720, 20), (768, 22), (1_080, 30), (1_200, 34), (2_160, 60)]
)
def test_the_smallest_label_is_a_thirty_sixth_of_the_height(height_px, label_px):
    assert text_scale_for(height_px) * 12 == label_px
    assert label_px >= height_px / 36


def test_timeline_and_board_share_the_picture():
    canvas, board, _ = plan_hall(Size(1_920.0, 1_080.0), BoardShape.BESIDE)
    assert canvas == Rect(0.0, 0.0, 1_037.0, 1_080.0)
    assert board == Rect(1_037.0, 0.0, 883.0, 1_080.0)
    mirrored = plan_hall(Size(1_920.0, 1_080.0), BoardShape.BESIDE, mirrored=True)
    assert mirrored.board == Rect(0.0, 0.0, 883.0, 1_080.0)
    assert mirrored.canvas.x == 883.0


def test_what_is_compared_has_the_whole_width():
    canvas, board, heads_px = plan_hall(Size(1_920.0, 1_080.0), BoardShape.BELOW)
    assert (canvas.h, board.y, board.w) == (346.0, 346.0, 1_920.0)
    assert heads_px > 0.0
    whole = plan_hall(Size(1_920.0, 1_080.0), BoardShape.WHOLE)
    assert whole.board == Rect(0.0, 0.0, 1_920.0, 1_080.0)
    assert whole.canvas == canvas
    low = plan_hall(Size(1_920.0, 1_080.0), BoardShape.LOW)
    assert (low.canvas.h, low.board.bottom) == (238.0, 1_080.0)


def test_a_picture_that_is_hardly_wider_than_high_has_its_board_below():
    assert plan_hall(Size(1_000.0, 900.0), BoardShape.BESIDE).board.w == 1_000.0
    assert plan_hall(Size(1_000.0, 900.0), BoardShape.NONE).canvas == Rect(0.0, 0.0, 1_000.0, 900.0)


def test_a_part_fills_the_screen_in_the_screens_shape():
    assert seen_part(None) == WHOLE
    assert seen_part(Rect(0.2, 0.4, 0.4, 0.2)) == pytest.approx(Rect(0.2, 0.3, 0.4, 0.4))
    assert seen_part(Rect(0.95, 0.0, 0.05, 0.2)) == pytest.approx(Rect(0.8, 0.0, 0.2, 0.2))


@given(SHARES, SHARES, SHARES, SHARES)
def test_the_part_that_is_seen_lies_in_the_hall_and_holds_what_was_asked_for(x, y, w, h):
    asked = Rect(min(x, 1.0 - w), min(y, 1.0 - h), w, h) if w + x > 1.0 or h + y > 1.0 else Rect(x, y, w, h)
    asked = asked._replace(x=max(asked.x, 0.0), y=max(asked.y, 0.0))
    part = seen_part(asked)
    assert part.w == part.h
    assert part.x >= 0.0
    assert part.y >= 0.0
    assert part.right <= 1.0 + 1e-9
    assert part.bottom <= 1.0 + 1e-9
    assert part.x <= asked.x + 1e-9
    assert part.right >= min(asked.right, 1.0) - 1e-9


def test_a_place_of_the_hall_is_seen_where_the_part_puts_it():
    assert seen_at(Point(0.3, 0.5), WHOLE) == Point(0.3, 0.5)
    assert seen_at(Point(0.3, 0.5), Rect(0.2, 0.4, 0.2, 0.2)) == pytest.approx(Point(0.5, 0.5))
    assert part_between(WHOLE, Rect(0.5, 0.5, 0.5, 0.5), 0.5) == Rect(0.25, 0.25, 0.75, 0.75)


def test_no_line_is_thinner_and_each_keeps_its_middle():
    rects = (Rect(10.0, 0.0, 1.0, 80.0), Rect(0.0, 20.0, 90.0, 1.0), Rect(0.0, 0.0, 8.0, 8.0))
    items = [Item(Kind.LINE, "axis-line", Layer.AXIS, rect) for rect in rects]
    items.append(Item(Kind.BAND, "era", Layer.BAND, rects[0]))
    whole = Rect(0.0, 0.0, 100.0, 100.0)
    scene = Scene(Size(100.0, 100.0), tuple(items), whole, whole, whole)
    found = [item.rect for item in thickened(scene, 3.0).items]
    assert found == [Rect(9.0, 0.0, 3.0, 80.0), Rect(0.0, 19.0, 90.0, 3.0), rects[2], rects[0]]
