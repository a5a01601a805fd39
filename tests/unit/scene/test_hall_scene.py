# SPDX-License-Identifier: MIT
"""What a class sees of the timeline: whole words, whole lanes, no pointers, and no lines over names."""

import pytest

from tests.sample_documents import small_document
from tests.stages import plain_surface, selected, stage_of
from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.hall_scene import calmed, whole_lanes_px, with_lanes_first, with_lanes_turned
from timeline_app.scene.items import ArcShape, Item, Kind, Layer, LinkHead, Scene, Target, TargetKind

LANES = Rect(100.0, 50.0, 800.0, 300.0)
AXIS = Rect(100.0, 0.0, 800.0, 50.0)


def words(role: str, x: float, w: float, *, event: int = 1, part: str = "label", layer=Layer.LABEL) -> Item:
    target = Target(TargetKind.EVENT, event, 0, part)
    return Item(Kind.LABEL, role, layer, Rect(x, 100.0, w, 20.0), target, f"{role} {x}")


def scene(*items: Item) -> Scene:
    return Scene(Size(900.0, 350.0), items, LANES, AXIS, Rect(0.0, 50.0, 100.0, 300.0))


def left_in(*items: Item, is_low: bool = False, is_still: bool = False) -> list[Item]:
    return list(calmed(scene(*items), is_low=is_low, is_still=is_still).items)


def line(corners: list[Point], target: int = 2, part: str = "link-from-1") -> Item:
    shape = ArcShape(tuple(corners), "solid", LinkHead.NONE, LinkHead.ARROW, False)  # type: ignore[arg-type]
    return Item(
        Kind.ARC,
        "link",
        Layer.ARC,
        Rect(0, 0, 1, 1),
        Target(TargetKind.EVENT, target, -1, part),
        detail=shape,
    )


def test_words_that_leave_the_picture_are_left_out_with_their_date():
    whole, cut = words("event-label", 200.0, 90.0), words("event-label", 60.0, 90.0, event=2)
    date = words("event-date", 160.0, 50.0, event=2, part="date")
    beyond = words("event-date", 880.0, 50.0, event=1, part="date")
    assert left_in(whole, cut, date, beyond) == [whole]


def test_words_under_the_card_of_the_event_in_hand_are_left_out_and_its_own_stay():
    card = Item(Kind.CARD, "event-card", Layer.CARD, Rect(280.0, 95.0, 200.0, 30.0))
    own = words("event-label", 300.0, 90.0, layer=Layer.RAISED)
    assert left_in(card, own, words("event-label", 200.0, 90.0, event=2)) == [card, own]


def test_years_that_are_cut_are_left_out():
    whole, cut = (
        Item(Kind.LABEL, "axis-label-major", Layer.AXIS, Rect(x, 0.0, 60.0, 20.0)) for x in (300.0, 870.0)
    )
    assert left_in(whole, cut) == [whole]


def test_pointers_and_the_lines_to_them_are_left_out():
    pointer = Item(Kind.BADGE, "link-pointer", Layer.OVERLAY, Rect(300.0, 60.0, 80.0, 20.0))
    led = line([Point(340.0, 200.0), Point(340.0, 80.0)])
    tip = line([Point(340.0, 210.0), Point(340.0, 200.0)], part="tip-from-1")
    other = line([Point(600.0, 200.0), Point(600.0, 150.0)], target=3)
    assert left_in(pointer, led, tip, other) == [other]
    assert left_in(other, is_low=True) == []


def test_a_line_over_the_name_of_a_lane_is_left_out():
    name = Item(Kind.LABEL, "lane-head", Layer.AXIS, Rect(110.0, 160.0, 200.0, 30.0))
    over, beside = (line([Point(x, 200.0), Point(x, 100.0)], target=int(x)) for x in (150.0, 400.0))
    assert left_in(name, over, beside) == [name, beside]


@pytest.mark.parametrize(
    ("is_low", "is_still", "roles"), [(False, False, 2), (False, True, 1), (True, True, 0)]
)
def test_where_nobody_scrolls_nothing_is_counted_out_of_the_picture(is_low, is_still, roles):
    note = Item(Kind.ICON, "lanes-note", Layer.OVERLAY, Rect(0.0, 300.0, 20.0, 20.0))
    count = Item(Kind.BADGE, "badge", Layer.LABEL, Rect(300.0, 200.0, 30.0, 15.0))
    assert len(left_in(note, count, is_low=is_low, is_still=is_still)) == roles


DOCUMENT = small_document(
    *({"id": name, "date": "1950", "lane": name} for name in ("one", "two", "three", "four")),
    lanes=("one", "two", "three", "four"),
)


def test_the_lane_of_the_event_in_hand_stands_first():
    showing = Showing(DOCUMENT)
    lanes = with_lanes_first(showing, LaneState(pinned=("two",)), showing.ordinal("three"))
    assert (lanes.order, lanes.pinned) == (("three", "two", "one", "four"), ())
    assert with_lanes_first(showing, LaneState(), None) == LaneState()


def test_lanes_are_turned_just_so_far_that_the_event_in_hand_is_seen():
    showing = Showing(DOCUMENT)
    stage = stage_of(DOCUMENT, plain_surface(height_px=230.0))
    fitted = stage.fitted
    shown_px = whole_lanes_px(fitted)
    assert fitted.frame.lanes.y < shown_px < fitted.frame.lanes.bottom
    of = {
        name: with_lanes_turned(showing, LaneState(), showing.ordinal(name) or 0, fitted).order
        for name in ("one", "four")
    }
    assert of["one"] == ()
    assert sorted(of["four"]) == ["four", "one", "three", "two"]
    assert of["four"].index("four") < 3
    assert whole_lanes_px(stage_of(DOCUMENT, plain_surface(height_px=900.0)).fitted) > 850.0


def test_what_is_drawn_is_otherwise_the_same():
    drawn = selected(stage_of(DOCUMENT), 0)
    calm = calmed(drawn, is_low=False, is_still=True)
    assert (calm.size, calm.lanes_rect, calm.lane_heads) == (drawn.size, drawn.lanes_rect, drawn.lane_heads)
    assert set(calm.items) <= set(drawn.items)
