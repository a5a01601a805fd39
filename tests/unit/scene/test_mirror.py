# SPDX-License-Identifier: MIT
"""Right to left: what a mirror shows."""

import pytest
from hypothesis import given

from tests.stages import plain_surface, stage_of
from tests.strategies import document_with, exhibits
from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.items import (
    ArcShape,
    BarShape,
    DotShape,
    EndStyle,
    HatchShape,
    Item,
    Kind,
    Layer,
    SealFill,
    SealShape,
    Sign,
    SignShape,
    TextStyle,
)
from timeline_app.scene.mirror import mirrored

AREA = Rect(100.0, 0.0, 800.0, 300.0)


def item_with(detail, rect=Rect(150.0, 10.0, 200.0, 20.0)):  # noqa: B008 — a rectangle cannot change
    return Item(Kind.BAR, "event-bar", Layer.BAR, rect, None, "text", "teal", detail=detail)


@pytest.mark.parametrize(
    ("detail", "turned"),
    [
        (None, None),
        (
            BarShape(160.0, 300.0, EndStyle.SOLID, EndStyle.OPEN, hollow=True),
            BarShape(700.0, 840.0, EndStyle.OPEN, EndStyle.SOLID, hollow=True),
        ),
        (
            DotShape(5.0, True, 7.0, 0.0, left=EndStyle.OPEN),
            DotShape(5.0, True, 0.0, 7.0, right=EndStyle.OPEN),
        ),
        (
            ArcShape((Point(150.0, 1.0), Point(151.0, 2.0), Point(340.0, 3.0)), is_hollow=True),
            ArcShape((Point(850.0, 1.0), Point(849.0, 2.0), Point(660.0, 3.0)), is_hollow=True),
        ),
        (HatchShape(-40.0, is_dotted=True), HatchShape(1_040.0, is_dotted=True)),
        (SealShape(2, SealFill.OPEN), SealShape(2, SealFill.OPEN)),
        (SignShape(Sign.RUMOUR), SignShape(Sign.RUMOUR)),
        (TextStyle("label", "en"), TextStyle("label", "en", 1)),
        (TextStyle("axis-minor", "en", 0), TextStyle("axis-minor", "en", 0)),
    ],
)
def test_a_mirror_turns_left_into_right(detail, turned):
    seen = mirrored(item_with(detail), AREA)
    assert seen == item_with(turned, Rect(650.0, 10.0, 200.0, 20.0))
    assert mirrored(seen, AREA) == item_with(detail)


@given(exhibits())
def test_a_scene_from_right_to_left_is_the_mirror_image(events):
    document = document_with(events)
    plain = stage_of(document, plain_surface(), 0.0)
    other = stage_of(document, plain_surface(mirrored=True), 0.0)
    view = plain.whole_view()
    across = plain.fitted.frame.lanes.x + plain.fitted.frame.lanes.right
    mine = [item for item in plain.scene(view).items if item.target and item.role.startswith("event")]
    theirs = [item for item in other.scene(view).items if item.target and item.role.startswith("event")]
    for one, two in zip(mine, theirs, strict=True):
        assert one.target == two.target
        assert two.rect.x == pytest.approx(across - one.rect.right)


@given(exhibits(least=1))
def test_what_is_drawn_stands_where_the_canvas_s_own_scale_says(events):
    stage = stage_of(document_with(events), plain_surface(mirrored=True), 0.0)
    view = stage.whole_view()
    scale = stage.time_scale(view)
    for item in stage.scene(view).items:
        if item.kind is Kind.DOT and item.target and item.target.part == "mark":
            entry = int(stage.index.entries_of(item.target.index)[0])
            start_x = scale.x_of(int(stage.index.start_s[entry]))
            end_x = scale.x_of(int(stage.index.end_s[entry]))
            assert start_x > end_x
            assert item.rect.centre.x == pytest.approx((start_x + end_x) / 2)
