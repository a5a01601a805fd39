# SPDX-License-Identifier: MIT
"""The names of the lanes as things to take hold of, and what stands beside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of
from tests.stages import ENGLISH, HEADS_PX, plain_surface
from timeline_app.base.geometry import Rect
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.hit import events_in, hit
from timeline_app.scene.items import Kind, Layer, TargetKind, TextStyle
from timeline_app.scene.lane_heads import head_at, place_for
from timeline_app.scene.lane_marks import HIDDEN_LINE, Carried, LaneMarks
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

YEARS = View.between(seconds_from_civil(1950), seconds_from_civil(1960))
# Town; office, which holds crew; sea; and the lane of events that name none.
TOWN, OFFICE, CREW, SEA = range(4)


def document(**events):
    lanes = {
        "town": {"title": "The town", "colour": "teal"},
        "office": {"title": "The harbour office", "colour": "moss"},
        "crew": {"title": "The crew", "colour": "plum", "parent": "office"},
        "sea": {"title": "The sea", "colour": "slate"},
    }
    listed = [
        {"id": f"{lane}-{year}", "date": f"{year}-07-01", "title": "Event", "lane": lane}
        for lane in lanes
        for year in range(1950, 1960)
    ]
    return document_of({"title": "Port", "lanes": lanes, "events": listed, **events})


def stage_in(state=USUAL, *, height_px=500.0, heads_px=HEADS_PX, mirrored=False, text_scale=1.0):
    stage = Stage(ENGLISH)
    surface = plain_surface(1_000.0, height_px, text_scale, mirrored=mirrored)
    stage.fit(Showing(document()), surface, heads_px, lanes=state)
    return stage


def scene_in(state=USUAL, marks=None, scroll_px=0.0, **layout):
    stage = stage_in(state, **layout)
    highlight = Highlight(lanes=marks) if marks is not None else Highlight()
    return stage.scene(YEARS.scrolled_to(scroll_px), highlight)


def of_role(scene, role):
    return [item for item in scene.items if item.role == role]


def collapsed(*ids):
    return LaneState(collapsed=frozenset(ids))


# -- where names are --------------------------------------------------------------------------------


def test_beside_the_lanes_a_name_takes_its_part_of_the_column():
    scene = scene_in()
    assert [head.lane for head in scene.lane_heads] == [TOWN, OFFICE, CREW, SEA]
    grounds = {item.target.lane: item.rect for item in of_role(scene, "lane-ground")}
    for head in scene.lane_heads:
        assert (head.rect.x, head.rect.w) == (0.0, HEADS_PX)
        assert (head.rect.y, head.rect.h) == (grounds[head.lane].y, grounds[head.lane].h)
        assert head.control == Rect(0.0, head.rect.y, 44.0, min(44.0, head.rect.h))
    first = scene.lane_heads[0]
    assert head_at(scene.lane_heads, 20.0, first.rect.y + 1.0) == first
    assert head_at(scene.lane_heads, 200.0, first.rect.y + 1.0) is None


def test_in_the_lanes_a_name_is_as_wide_as_its_words_and_two_fingertips():
    scene = scene_in(heads_px=0.0)
    head = scene.lane_heads[0]
    assert head.rect.w == 14.0 + len("The town") * 7.0 + 44.0
    assert head.rect.x == 0.0
    assert head.control.right == head.rect.right
    mirrored = scene_in(heads_px=0.0, mirrored=True).lane_heads[0]
    assert mirrored.rect.right == 1_000.0
    assert mirrored.control.x == mirrored.rect.x


def test_right_to_left_controls_are_at_the_right():
    head = scene_in(mirrored=True).lane_heads[0]
    assert (head.rect.right, head.control.right, head.control.w) == (1_000.0, 1_000.0, 44.0)


def test_a_name_that_is_partly_out_of_sight_is_cut_there():
    scene = scene_in(height_px=160.0, scroll_px=20.0)
    first = scene.lane_heads[0]
    assert first.rect.y == scene.lanes_rect.y
    assert all(head.rect.bottom <= scene.lanes_rect.bottom for head in scene.lane_heads)


# -- signs ------------------------------------------------------------------------------------------


def signs(scene):
    return [(item.target.lane, item.text) for item in of_role(scene, "lane-sign")]


def test_at_rest_no_name_has_a_sign():
    assert signs(scene_in()) == []


def test_the_control_comes_with_pointer_and_keyboard():
    assert signs(scene_in(marks=LaneMarks(hovered=SEA))) == [(SEA, "chevron-down")]
    assert signs(scene_in(marks=LaneMarks(focused=TOWN))) == [(TOWN, "chevron-down")]
    assert of_role(scene_in(marks=LaneMarks(focused=TOWN)), "focus-ring") == []
    (ring,) = of_role(scene_in(marks=LaneMarks(focused=TOWN, has_ring=True)), "focus-ring")
    assert (ring.kind, ring.layer, ring.target.lane) == (Kind.RING, Layer.OVERLAY, TOWN)
    assert ring.rect == Rect(2.0, 79.0 - 30.0, 142.0, ring.rect.h)


def test_what_is_collapsed_or_pinned_keeps_its_sign():
    state = LaneState(collapsed=frozenset({"office"}), pinned=("sea",))
    assert signs(scene_in(state)) == [(SEA, "pin"), (OFFICE, "chevron-right")]
    both = LaneState(collapsed=frozenset({"sea"}), pinned=("sea",))
    assert signs(scene_in(both)) == [(SEA, "chevron-right"), (SEA, "pin")]
    assert signs(scene_in(collapsed("sea"), mirrored=True)) == [(SEA, "chevron-left")]


def test_a_lasting_sign_has_room_of_its_own_and_a_passing_one_a_ground():
    lasting = scene_in(collapsed("office"))
    (sign,) = of_role(lasting, "lane-sign")
    (name,) = [item for item in of_role(lasting, "lane-head") if item.target.lane == OFFICE]
    assert sign.rect.right <= name.rect.x
    assert not [item for item in of_role(lasting, "heads-ground") if item.target is not None]
    passing = scene_in(marks=LaneMarks(hovered=OFFICE))
    (ground,) = [item for item in of_role(passing, "heads-ground") if item.target is not None]
    (sign,) = of_role(passing, "lane-sign")
    assert ground.rect.x <= sign.rect.x
    assert sign.rect.right <= ground.rect.right


def test_a_collapsed_lane_has_its_name_in_one_line_in_the_middle():
    scene = scene_in(collapsed("office"))
    (name,) = [item for item in of_role(scene, "lane-head") if item.target.lane == OFFICE]
    head = next(head for head in scene.lane_heads if head.lane == OFFICE)
    assert name.rect.centre.y == head.rect.centre.y
    assert name.text.endswith("…")


def test_signs_in_the_lanes_stand_behind_the_name():
    scene = scene_in(collapsed("town"), heads_px=0.0)
    (sign,) = of_role(scene, "lane-sign")
    name = of_role(scene, "lane-head")[0]
    assert sign.rect.x > name.rect.x + len("The town") * 7.0
    assert sign.rect.centre.y == name.rect.centre.y
    (mirrored,) = of_role(scene_in(collapsed("town"), heads_px=0.0, mirrored=True), "lane-sign")
    assert mirrored.rect.right < 1_000.0 - 28.0 - len("The town") * 7.0


# -- what is out of sight ---------------------------------------------------------------------------


def notes(scene):
    return {note.part: note.text for note in scene.lane_notes}


def test_lanes_above_and_below_are_counted():
    stage = stage_in(height_px=160.0)
    most_px = stage.max_lane_scroll_px
    assert most_px > 60.0
    assert notes(stage.scene(YEARS)) == {"below": "2 more"}
    assert notes(stage.scene(YEARS.scrolled_to(most_px))) == {"above": "2 more"}
    both = stage.scene(YEARS.scrolled_to(most_px / 2))
    assert set(notes(both)) == {"above", "below"}
    icons = {item.text for item in of_role(both, "lanes-note") if item.kind is Kind.ICON}
    assert icons == {"chevron-up", "chevron-down"}


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("heads_px", "is_always_beside"), [(HEADS_PX, True), (104.0, False)])
def test_a_note_never_lies_over_a_name(heads_px, is_always_beside, mirrored):
    stage = stage_in(height_px=160.0, heads_px=heads_px, mirrored=mirrored)
    seen = set()
    for scroll_px in range(round(stage.max_lane_scroll_px) + 1):
        scene = stage.scene(YEARS.scrolled_to(float(scroll_px)))
        for name in of_role(scene, "lane-head"):
            width_px = 7.0 * len(name.text)
            x = name.rect.x if mirrored else name.rect.right - width_px
            letters = Rect(x, name.rect.y + 3.0, width_px, name.rect.h - 6.0)
            assert not any(note.rect.intersects(letters) for note in scene.lane_notes)
        seen |= {(note.shows_text, note.rect.intersects(scene.heads_rect)) for note in scene.lane_notes}
    # With its words, or as a sign, among the names; beside long ones the sign stands where the lanes begin.
    assert (False, True) in seen
    assert ((False, False) not in seen) == is_always_beside


def test_a_sliver_out_of_sight_is_not_spoken_of():
    assert notes(stage_in(height_px=160.0).scene(YEARS.scrolled_to(5.0))).keys() == {"below"}
    assert notes(scene_in()) == {}


def test_hidden_lanes_are_counted_over_the_names():
    scene = scene_in(LaneState(hidden=frozenset({"office"})))
    assert notes(scene) == {"hidden": "2 lanes hidden"}
    (note,) = scene.lane_notes
    assert note.rect.bottom <= scene.lanes_rect.y
    assert note.rect.right < HEADS_PX
    found = hit(scene, note.rect.centre.x, note.rect.centre.y)
    assert found is not None
    assert found.target is not None
    assert found.target.kind is TargetKind.LANES
    words = next(item for item in of_role(scene, "lanes-note") if item.kind is Kind.LABEL)
    assert words.detail == TextStyle("overview", "en", 1)


def test_without_a_column_the_line_on_hidden_lanes_stands_at_the_far_corner():
    state = LaneState(hidden=frozenset({"sea"}))
    (note,) = scene_in(state, heads_px=0.0).lane_notes
    assert note.rect.right == 1_000.0
    (mirrored,) = scene_in(state, heads_px=0.0, mirrored=True).lane_notes
    assert mirrored.rect.x == 0.0


def test_the_keyboard_at_the_line_has_a_ring():
    state = LaneState(hidden=frozenset({"sea"}))
    scene = scene_in(state, LaneMarks(focused=HIDDEN_LINE, has_ring=True))
    (ring,) = of_role(scene, "focus-ring")
    assert ring.target.kind is TargetKind.LANES


def test_with_all_lanes_hidden_the_canvas_says_so():
    scene = scene_in(LaneState(hidden=frozenset({"town", "office", "sea"})))
    assert notes(scene) == {"hidden": "4 lanes hidden"}
    assert scene.lane_heads == ()
    (note,) = of_role(scene, "no-events")
    assert note.text.startswith("All lanes are hidden")


# -- lanes that stay --------------------------------------------------------------------------------


def test_what_scrolls_under_a_pinned_lane_is_neither_hit_nor_boxed():
    stage = stage_in(LaneState(pinned=("sea",)), height_px=200.0)
    scene = stage.scene(YEARS.scrolled_to(40.0))
    assert scene.pinned == {SEA}
    covered = Rect(HEADS_PX, scene.lanes_rect.y, 850.0, scene.pinned_px - 6.0)
    lanes = {document().events.lanes_of(ordinal)[0] for ordinal in events_in(scene, covered)}
    assert lanes == {SEA}
    (edge,) = of_role(scene, "lanes-edge")
    assert edge.rect.y == pytest.approx(scene.scrolled_rect.y - 2.5)


def test_without_more_to_scroll_the_pinned_need_no_edge():
    assert of_role(scene_in(), "lanes-edge") == []


# -- carrying ---------------------------------------------------------------------------------------


def test_a_carried_lane_lies_under_the_hand_with_a_line_where_it_would_stand():
    marks = LaneMarks(carried=Carried(SEA, 222.0, TOWN, 111.0))
    scene = scene_in(marks=marks)
    (line,) = of_role(scene, "lane-drop")
    assert line.rect == Rect(0.0, 109.5, 1_000.0, 3.0)
    (card,) = of_role(scene, "lane-carried")
    assert card.rect.centre.y == 222.0
    assert card.rect.right <= HEADS_PX
    name = [item for item in of_role(scene, "lane-head") if item.target.part == "carried"]
    assert [item.text for item in name] == ["The sea"]
    mirrored = scene_in(marks=marks, mirrored=True)
    assert of_role(mirrored, "lane-carried")[0].rect.x >= 1_000.0 - HEADS_PX
    inside = scene_in(marks=marks, heads_px=0.0)
    assert of_role(inside, "lane-carried")[0].rect.x == pytest.approx(2.0)


def test_a_place_is_found_by_the_middles_of_the_lanes():
    frame = stage_in().lane_frame(YEARS)
    group = (TOWN, OFFICE, SEA)
    town, sea = frame.ground(TOWN), frame.ground(SEA)
    assert place_for(frame, group, SEA, town.y + 1.0) == (TOWN, town.y - 2.0)
    assert place_for(frame, group, TOWN, sea.bottom - 1.0) == (None, sea.bottom + 2.0)
    # The office takes with it what it holds: its middle is that of both.
    office, crew = frame.ground(OFFICE), frame.ground(CREW)
    middle_y = (office.y + crew.bottom) / 2
    assert place_for(frame, group, SEA, middle_y - 1.0)[0] == OFFICE
    # Before itself is where it stands already.
    assert place_for(frame, group, OFFICE, middle_y - 1.0)[0] == SEA
    assert place_for(frame, group, SEA, sea.centre.y - 1.0)[0] is None


@given(st.floats(-200.0, 900.0), st.sampled_from([TOWN, OFFICE, SEA]))
def test_a_place_further_down_is_never_further_up(y_px, lane):
    frame = stage_in().lane_frame(YEARS)
    group = (TOWN, OFFICE, SEA)
    order = [*group, None]
    places = [order.index(place_for(frame, group, lane, y)[0]) for y in (y_px, y_px + 40.0, y_px + 80.0)]
    assert all(first <= second for first, second in pairwise(places))


# -- the stage --------------------------------------------------------------------------------------


def test_an_event_is_scrolled_free_of_pinned_lanes():
    stage = stage_in(LaneState(pinned=("sea",)), height_px=200.0)
    far = YEARS.scrolled_to(stage.max_lane_scroll_px)
    back = stage.scrolled_to_lane(far, 0)
    layout = stage.fitted.placement.layout
    assert layout.y_of(TOWN, back.lane_scroll_px) == pytest.approx(layout.pinned_px)
    assert stage.scrolled_to_lane(far, 30) == far  # An event of the sea, which stays.


def test_a_name_is_scrolled_free_of_the_notes():
    stage = stage_in(height_px=160.0)
    down = stage.scrolled_to_name(YEARS, CREW)
    scene = stage.scene(down)
    head = next(head for head in scene.lane_heads if head.lane == CREW)
    assert not any(note.rect.intersects(head.rect) for note in scene.lane_notes if note.part == "below")
    assert stage.scrolled_to_name(down, TOWN).lane_scroll_px == 0.0
    pinned = stage_in(LaneState(pinned=("sea",)), height_px=160.0)
    assert pinned.scrolled_to_name(YEARS, SEA) == YEARS


def test_only_another_home_of_events_makes_another_index():
    stage = stage_in()
    index = stage.index
    showing, surface = stage.fitted.showing, stage.fitted.surface
    assert stage.fit(showing, surface, HEADS_PX, lanes=LaneState(pinned=("sea",)))
    assert stage.index is index
    assert stage.fit(showing, surface, HEADS_PX, lanes=collapsed("sea"))
    assert stage.index is index
    assert stage.fit(showing, surface, HEADS_PX, lanes=collapsed("office"))
    assert stage.index is not index
    assert not stage.fit(showing, surface, HEADS_PX, lanes=collapsed("office"))


def test_lanes_that_only_change_their_places_keep_the_places_of_their_labels():
    stage = stage_in()
    stage.finish()
    before = stage.fitted.placement
    showing, surface = stage.fitted.showing, stage.fitted.surface
    stage.fit(showing, surface, HEADS_PX, lanes=LaneState(order=("sea", "town", "office", "crew")))
    after = stage.fitted.placement
    assert after.row is before.row
    assert after.threshold is before.threshold
    assert after.layout.order == (SEA, TOWN, OFFICE, CREW)
    assert before.layout.order == (TOWN, OFFICE, CREW, SEA)
    stage.fit(showing, surface, HEADS_PX, lanes=collapsed("sea"))
    assert stage.fitted.placement.row is not before.row
