# SPDX-License-Identifier: MIT
"""What lies under a point and within a box: read from the same items that were painted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import harbour
from tests.stages import of_event, of_role, plain_surface, stage_of, target_of
from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import events_in, hit
from timeline_app.scene.items import Item, Kind, Layer, Scene, Target, TargetKind

LANES = Rect(100.0, 50.0, 800.0, 300.0)
GROUND = Item(Kind.BAND, "canvas-ground", Layer.GROUND, Rect(0.0, 0.0, 900.0, 350.0))
LANE = Item(Kind.BAND, "lane-ground", Layer.BAND, LANES, Target(TargetKind.LANE, 0, 0))


def event(ordinal, rect, kind=Kind.BAR, layer=Layer.BAR, part="mark"):
    return Item(kind, "event", layer, Rect(*rect), Target(TargetKind.EVENT, ordinal, 0, part))


def scene_of(*items):
    """Return a scene of items in paint order, over a ground and a lane."""
    return Scene(
        Size(900.0, 350.0), (GROUND, LANE, *items), LANES, Rect(100, 0, 800, 50), Rect(0, 50, 100, 300)
    )


BAR = event(1, (200.0, 100.0, 100.0, 20.0))
LABEL = event(2, (250.0, 95.0, 100.0, 30.0), Kind.LABEL, Layer.LABEL, "label")
DOT = event(3, (500.0, 200.0, 10.0, 10.0), Kind.DOT, Layer.MARK)


# -- a point --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [
        (210.0, 110.0, BAR),
        (260.0, 110.0, LABEL),
        (340.0, 97.0, LABEL),
        (505.0, 205.0, DOT),
        (600.0, 300.0, LANE),
    ],
)
def test_the_topmost_item_is_hit(x, y, found):
    assert hit(scene_of(BAR, LABEL, DOT), x, y) is found


def test_what_is_painted_last_lies_on_top():
    below, above = BAR, event(9, tuple(BAR.rect))
    assert hit(scene_of(below, above), 210.0, 110.0) is above
    assert hit(scene_of(above, below), 210.0, 110.0) is below


@pytest.mark.parametrize(
    ("x", "y", "is_hit"),
    [
        (496.0, 205.0, True),
        (495.9, 205.0, False),
        (514.0, 205.0, True),
        (505.0, 214.1, False),
        (503.0, 213.9, True),
    ],
)
def test_a_mark_within_four_pixels_is_hit_as_well(x, y, is_hit):
    assert hit(scene_of(DOT), x, y) is (DOT if is_hit else LANE)


def test_between_the_lanes_too_a_mark_within_reach_is_hit():
    scene = Scene(Size(900.0, 350.0), (GROUND, DOT), LANES, Rect(100, 0, 800, 50), Rect(0, 50, 100, 300))
    assert hit(scene, 505.0, 213.0) is DOT
    assert hit(scene, 505.0, 215.0) is None


def test_how_near_is_near_can_be_told():
    assert hit(scene_of(DOT), 480.0, 205.0, slop_px=20.0) is DOT
    assert hit(scene_of(DOT), 499.0, 205.0, slop_px=0.5) is LANE


def test_of_several_near_ones_the_nearest_is_hit():
    other = event(4, (516.0, 200.0, 10.0, 10.0), Kind.DOT, Layer.MARK)
    for items in ((DOT, other), (other, DOT)):
        assert hit(scene_of(*items), 512.0, 205.0) is DOT
        assert hit(scene_of(*items), 514.0, 205.0) is other


@pytest.mark.parametrize("kind", [Kind.ARC, Kind.RING, Kind.LINE])
def test_links_and_rings_are_never_hit(kind):
    over = event(9, (0.0, 0.0, 900.0, 350.0), kind, Layer.OVERLAY)
    assert hit(scene_of(BAR, over), 210.0, 110.0) is BAR
    assert hit(scene_of(over), 600.0, 300.0) is LANE


def test_what_stands_for_nothing_is_never_hit():
    over = Item(Kind.BAND, "box", Layer.OVERLAY, Rect(0.0, 0.0, 900.0, 350.0))
    assert hit(scene_of(BAR, over), 210.0, 110.0) is BAR


def test_outside_the_lanes_events_are_not_hit():
    under_the_axis = event(1, (200.0, 30.0, 100.0, 40.0))
    scene = scene_of(under_the_axis)
    assert hit(scene, 210.0, 40.0) is None
    assert hit(scene, 210.0, 48.0) is None
    assert hit(scene, 210.0, 60.0) is under_the_axis


def test_names_eras_and_folded_events_are_hit():
    head = Item(
        Kind.LABEL,
        "lane-head",
        Layer.AXIS,
        Rect(10.0, 60.0, 80.0, 18.0),
        Target(TargetKind.LANE, 0, 0, "head-0"),
    )
    era = Item(Kind.BAND, "era", Layer.HEAD, Rect(100.0, 20.0, 300.0, 30.0), Target(TargetKind.ERA, 0))
    folded = Item(
        Kind.TICK, "density", Layer.STRIP, Rect(300.0, 340.0, 3.0, 8.0), Target(TargetKind.FOLDED, 50, 0, "7")
    )
    scene = scene_of(head, era, folded)
    assert hit(scene, 20.0, 70.0) is head
    assert hit(scene, 150.0, 30.0) is era
    assert hit(scene, 301.0, 345.0) is folded


def test_names_and_folded_events_are_hit_though_a_mark_is_near():
    rule = Item(
        Kind.BAND,
        "lane-rule",
        Layer.HEAD,
        Rect(96.0, 50.0, 4.0, 300.0),
        Target(TargetKind.LANE, 0, 0, "rule"),
    )
    folded = Item(
        Kind.TICK, "density", Layer.STRIP, Rect(300.0, 340.0, 3.0, 8.0), Target(TargetKind.FOLDED, 50, 0, "7")
    )
    near = event(1, (100.0, 100.0, 50.0, 20.0)), event(2, (304.0, 340.0, 20.0, 8.0))
    scene = scene_of(rule, folded, *near)
    assert hit(scene, 98.0, 110.0) is rule
    assert hit(scene, 301.0, 345.0) is folded


def test_nothing_lies_outside():
    assert hit(scene_of(BAR), 950.0, 400.0) is None
    assert hit(scene_of(BAR), 50.0, 10.0) is None


@given(st.floats(0.0, 1_000.0), st.floats(0.0, 400.0))
def test_whatever_is_hit_in_a_real_scene_lies_there_or_within_reach(x, y):
    stage = stage_of(harbour(), plain_surface(1_000.0, 400.0))
    scene = stage.scene(stage.whole_view(), Highlight(selected=(1,)))
    found = hit(scene, x, y)
    if found is None:
        return
    assert found.rect.distance_to(x, y) <= 4.0
    above = scene.items[scene.items.index(found) + 1 :]
    if target_of(found).kind is TargetKind.EVENT and found.rect.contains(x, y):
        for item in above:
            is_solid = item.target is not None and item.kind not in (Kind.ARC, Kind.RING, Kind.LINE)
            assert not (is_solid and item.rect.contains(x, y))


def test_every_event_of_a_real_scene_is_hit_in_the_middle_of_its_mark():
    stage = stage_of(harbour(), plain_surface(1_000.0, 400.0))
    scene = stage.scene(stage.whole_view())
    for ordinal in range(4):
        for mark in of_event(scene, ordinal):
            found = hit(scene, *mark.rect.centre)
            if scene.lanes_rect.contains(*mark.rect.centre):
                assert found is not None
                assert target_of(found).index == ordinal


# -- a box ----------------------------------------------------------------------------------------


def test_a_box_takes_the_events_that_it_touches_in_paint_order():
    scene = scene_of(BAR, LABEL, DOT)
    assert events_in(scene, Rect(100.0, 50.0, 800.0, 300.0)) == (1, 2, 3)
    assert events_in(scene, Rect(295.0, 90.0, 10.0, 10.0)) == (2,)
    assert events_in(scene, Rect(295.0, 90.0, 10.0, 11.0)) == (1, 2)
    assert events_in(scene, Rect(600.0, 300.0, 50.0, 20.0)) == ()


def test_a_box_takes_an_event_once_whatever_it_touches_of_it():
    label = event(1, (310.0, 95.0, 100.0, 30.0), Kind.LABEL, Layer.LABEL, "label")
    assert events_in(scene_of(BAR, label), Rect(200.0, 90.0, 300.0, 40.0)) == (1,)


@pytest.mark.parametrize("kind", [Kind.ARC, Kind.RING, Kind.LINE])
def test_a_box_takes_no_links(kind):
    assert events_in(scene_of(event(1, (200.0, 100.0, 100.0, 20.0), kind)), LANES) == ()


def test_a_box_over_a_real_scene_takes_all_that_is_in_view():
    stage = stage_of(harbour(), plain_surface(1_000.0, 400.0))
    scene = stage.scene(stage.whole_view())
    assert sorted(events_in(scene, scene.lanes_rect)) == [0, 1, 2, 3]
    assert len(of_role(scene, "lane-ground")) == 3
