# SPDX-License-Identifier: MIT
"""The finished picture: paint order, what is raised, what is said when nothing is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from tests.stages import ENGLISH, of_event, of_role, plain_surface, stage_of, target_of
from tests.strategies import document_with, exhibits
from timeline_app.base.geometry import Rect, Size
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Emphasis, Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.roles import FONT_ROLES, ITEM_ROLES
from timeline_app.scene.view import View, zoomed_about

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
EMPTY = View.between(year_start_s(1700), year_start_s(1710))


def scene_with(stage, view=None, **highlight):
    return stage.scene(view or stage.whole_view(), Highlight(**highlight))


def event(ordinal, lane=0):
    return Target(TargetKind.EVENT, ordinal, lane, "mark")


def test_a_scene_tells_its_size_and_its_parts(stage):
    scene = scene_with(stage)
    assert scene.size == Size(1_150.0, 500.0)
    assert scene.axis_rect == Rect(150.0, 0.0, 1_000.0, 47.0)
    assert scene.lanes_rect == Rect(150.0, 77.0, 1_000.0, 379.0)
    assert scene.heads_rect == Rect(0.0, 77.0, 150.0, 379.0)
    assert scene.content_height_px == pytest.approx(379.0)
    assert scene.hidden_count == 0


def test_the_ground_is_painted_first_and_all_else_by_layers(stage):
    scene = scene_with(stage, selected=(AGREEMENT,), focused=event(STORM), box=Rect(1.0, 2.0, 3.0, 4.0))
    assert scene.items[0] == Item(Kind.BAND, "canvas-ground", Layer.GROUND, Rect(0.0, 0.0, 1_150.0, 500.0))
    layers = [item.layer for item in scene.items]
    assert layers == sorted(layers)


def test_every_event_with_a_place_is_in_the_whole_view(stage):
    scene = scene_with(stage)
    assert all(of_event(scene, ordinal) for ordinal in (SURVEY, AGREEMENT, FIRST_BOAT, STORM))
    assert of_event(scene, SONG) == []


def test_what_is_dimmed_connected_and_selected_shows(stage):
    scene = scene_with(stage, selected=(SURVEY,))
    assert {item.emphasis for item in of_event(scene, SURVEY) if item.kind is not Kind.ARC} == {
        Emphasis.SELECTED
    }
    assert {item.emphasis for item in of_event(scene, AGREEMENT)} == {Emphasis.CONNECTED}
    assert {item.emphasis for item in of_event(scene, STORM)} == {Emphasis.DIMMED}


# -- hover, focus, box ----------------------------------------------------------------------------


def test_an_event_under_the_pointer_is_raised_above_all(stage):
    scene = scene_with(stage, hovered=event(STORM, 2))
    (ring,) = of_role(scene, "hover-ring")
    assert (ring.kind, ring.layer, target_of(ring).index) == (Kind.CARD, Layer.OVERLAY, STORM)
    raised = [item for item in of_event(scene, STORM) if item.layer is Layer.OVERLAY]
    assert {item.text for item in raised} == {"", "The night of the storm", "1 Sept 1960?"}


def test_a_selected_event_under_the_pointer_has_its_card_already(stage):
    assert of_role(scene_with(stage, selected=(STORM,), hovered=event(STORM, 2)), "hover-ring") == []


def test_a_lane_under_the_pointer_raises_nothing(stage):
    assert of_role(scene_with(stage, hovered=Target(TargetKind.LANE, STORM)), "hover-ring") == []


def test_the_focus_has_a_ring_where_the_event_s_card_would_be(stage):
    scene = scene_with(stage, focused=event(STORM, 2))
    (ring,) = of_role(scene, "focus-ring")
    assert (ring.kind, ring.layer) == (Kind.RING, Layer.OVERLAY)
    assert ring.target == Target(TargetKind.EVENT, STORM, 2, "focus")
    card = of_role(scene_with(stage, selected=(STORM,)), "event-card")[0]
    assert ring.rect == card.rect.grown(4.0)
    assert ring.colour == card.colour == "moss"
    assert of_role(scene, "event-card") == []


def test_the_focus_of_a_selected_event_lies_around_its_card(stage):
    scene = scene_with(stage, selected=(AGREEMENT, STORM), focused=event(STORM, 2))
    (ring,) = of_role(scene, "focus-ring")
    cards = [card for card in of_role(scene, "event-card") if target_of(card).index == STORM]
    assert ring.rect == cards[0].rect.grown(4.0)


def test_the_focus_on_a_lane_or_on_an_event_out_of_view_has_no_ring(stage):
    assert of_role(scene_with(stage, focused=Target(TargetKind.LANE, 1, 1)), "focus-ring") == []
    assert of_role(scene_with(stage, EMPTY, focused=event(STORM, 2)), "focus-ring") == []


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_box_being_drawn_stands_where_the_hand_is(mirrored):
    stage = stage_of(harbour(), plain_surface(1_150.0, 500.0, mirrored=mirrored))
    box = Rect(200.0, 100.0, 50.0, 60.0)
    (ring,) = of_role(scene_with(stage, box=box), "box")
    assert (ring.rect, ring.kind, ring.layer, ring.target) == (box, Kind.RING, Layer.OVERLAY, None)


# -- nothing to see -------------------------------------------------------------------------------


def test_an_empty_view_says_so_and_where_to_look(stage):
    scene = scene_with(stage, EMPTY)
    (note,) = of_role(scene, "no-events")
    assert note.text == ENGLISH.say("canvas.no-events")
    assert note.rect.w == 7.0 * len(note.text)
    assert note.rect.centre == pytest.approx(scene.lanes_rect.centre)
    assert (note.kind, note.layer, note.target) == (Kind.LABEL, Layer.OVERLAY, None)
    assert note.detail == TextStyle("label", "en", 0)


def test_a_view_with_an_event_says_nothing(stage):
    assert of_role(scene_with(stage), "no-events") == []


def test_a_view_with_folded_events_alone_is_not_empty():
    # Weightier events that come later take the room in which these could be named.
    later = [{"id": f"later-{number}", "date": "1901-07-01", "importance": 5} for number in range(9)]
    many = [{"id": f"early-{number}", "date": "1901-06-01", "title": "x" * 300} for number in range(400)]
    stage = stage_of(small_document(*later, *many), plain_surface(1_150.0, 140.0))
    scene = stage.scene(View.between(seconds_from_civil(1901, 5, 20), seconds_from_civil(1901, 6, 20)))
    assert of_role(scene, "density")
    assert not [item for item in scene.items if item.target and item.target.kind is TargetKind.EVENT]
    assert of_role(scene, "no-events") == []


def test_an_exhibit_without_lanes_can_be_drawn():
    stage = stage_of(document_of({"title": "Nothing yet"}))
    scene = stage.scene(stage.whole_view())
    assert of_role(scene, "no-events")
    assert scene.content_height_px == 0.0
    assert stage.overview(stage.whole_view(), plain_surface(1_000.0, 88.0)).items


# -- whatever the exhibit -------------------------------------------------------------------------


def test_lanes_scroll_no_farther_than_their_content(stage):
    far = stage.scene(stage.whole_view().scrolled_to(1e6))
    still = stage.scene(stage.whole_view())
    for one, other in zip(far.items, still.items, strict=True):
        assert one.rect == pytest.approx(other.rect)


@given(
    exhibits(),
    st.integers(year_start_s(1880), year_start_s(2020)),
    st.floats(0.0, 1.0).map(lambda part: 600.0 * 1e7**part),
    st.booleans(),
)
def test_every_item_has_a_known_role_a_sound_rectangle_and_the_font_of_its_text(
    events, centre_s, span_s, mirrored
):
    document = document_with(events)
    stage = stage_of(document, plain_surface(900.0, 400.0, mirrored=mirrored))
    view = zoomed_about(View(0, 600.0), centre_s, 0.5, span_s)
    chosen = Highlight(selected=tuple(range(min(len(events), 2))))
    for scene in (stage.scene(view, chosen), stage.overview(view, plain_surface(900.0, 88.0))):
        for item in scene.items:
            assert {type(number) for number in item.rect} <= {float, int}
            assert item.role in ITEM_ROLES
            assert item.rect.w >= 0.0
            assert item.rect.h >= 0.0
            assert all(abs(number) < 1.1e7 for number in item.rect)
            if item.kind is Kind.LABEL:
                assert isinstance(item.detail, TextStyle)
                assert item.detail.font in FONT_ROLES
                assert item.text


@given(exhibits(), st.integers(0, 3))
def test_a_scene_is_the_same_every_time(events, selected):
    document = document_with(events)
    highlight = Highlight(selected=tuple(range(min(len(events), selected))))
    one, other = stage_of(document), stage_of(document)
    scenes = [stage.scene(stage.whole_view(), highlight) for stage in (one, other, one)]
    assert scenes[0].items == scenes[1].items == scenes[2].items


def test_all_eras_lanes_and_marks_of_a_whole_exhibit_are_there():
    raw = {
        **HARBOUR,
        "eras": [{"title": "Plans", "date": "1957/1958"}, {"title": "Boats", "date": "1959/1961"}],
    }
    stage = stage_of(document_of(raw), plain_surface(1_150.0, 500.0))
    scene = stage.scene(stage.whole_view())
    roles = {item.role for item in scene.items}
    assert roles == {
        "tray-ground",
        "tray-label",
        "tray-line",
        "tray-preview",
        "canvas-ground",
        "lane-ground",
        "lane-rule",
        "lane-head",
        "heads-ground",
        "axis-ground",
        "axis-line",
        "axis-tick-major",
        "axis-tick-minor",
        "axis-label-major",
        "axis-label-minor",
        "axis-label-second",
        "grid-major",
        "era",
        "era-alternate",
        "era-label",
        "era-edge",
        "event-bar",
        "event-dot",
        "event-label",
        "event-date",
    }
