# SPDX-License-Identifier: MIT
"""The raised card of a selected event, and the arcs to what it is connected with."""

import pytest

from tests.sample_documents import harbour, small_document
from tests.stages import of_event, of_role, plain_surface, stage_of, target_of
from timeline_app.base.geometry import Point, Rect
from timeline_app.chrono.instant import DAY_S, seconds_from_civil, year_start_s
from timeline_app.scene.build_links import arc_between
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import ArcShape, DotShape, Emphasis, Kind, Layer, Target, TargetKind
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)


@pytest.fixture(scope="module")
def stage():
    return stage_of(harbour(), plain_surface(1_150.0, 500.0))


def selected(stage, *ordinals, view=None):
    return stage.scene(view or stage.whole_view(), Highlight(ordinals))


# -- cards ----------------------------------------------------------------------------------------


def test_a_selected_event_has_a_raised_card_with_mark_title_and_date(stage):
    scene = selected(stage, SURVEY)
    card, dot, title, date = [
        item for item in of_event(scene, SURVEY) if item.layer in (Layer.CARD, Layer.RAISED)
    ]
    assert (card.kind, card.role, card.layer) == (Kind.CARD, "event-card", Layer.CARD)
    assert card.target == Target(TargetKind.EVENT, SURVEY, 1, "card")
    assert (card.colour, card.emphasis) == ("indigo", Emphasis.SELECTED)
    assert (title.text, date.text) == ("The office surveys the shore", "c. Mar 1958")
    assert card.rect.w == 22.5 + 196.0 + 8.0 + 77.0 + 12.0
    assert title.rect.x == card.rect.x + 22.5
    assert title.layer is date.layer is Layer.RAISED
    assert dot.detail == DotShape(5.0, soft=True)
    assert dot.target == Target(TargetKind.EVENT, SURVEY, 1, "card-mark")
    assert dot.rect.centre == pytest.approx((card.rect.x + 9.5, card.rect.centre.y))
    assert dot.rect.w == 10.0


def test_the_card_lies_where_the_plain_label_lies(stage):
    card, *_ = of_role(selected(stage, AGREEMENT), "event-card")
    plain = stage.scene(stage.whole_view())
    label = next(
        item for item in of_event(plain, AGREEMENT) if item.layer is Layer.LABEL and target_of(item).lane == 0
    )
    assert card.rect.x == pytest.approx(label.rect.x - 22.5)
    assert card.rect.y == label.rect.y + 1.0
    assert card.rect.h == label.rect.h - 2.0


def test_the_card_of_an_uncertain_event_has_a_hollow_dot(stage):
    dot = next(
        item for item in of_event(selected(stage, STORM), STORM) if target_of(item).part == "card-mark"
    )
    assert dot.detail == DotShape(5.0, hollow=True)


def test_an_event_in_several_lanes_has_one_card_under_its_first(stage):
    cards = of_role(selected(stage, AGREEMENT), "event-card")
    assert [target_of(card).lane for card in cards] == [0]


def test_the_card_of_a_bar_keeps_inside_the_window(stage):
    area = stage.fitted.frame.lanes
    boat_s = seconds_from_civil(1960, 3, 20)
    early = selected(stage, FIRST_BOAT, view=View.between(boat_s, boat_s + 200 * DAY_S))
    assert of_role(early, "event-card")[0].rect.x == pytest.approx(area.x + 6.0)
    begin_s = seconds_from_civil(1959, 12, 20)
    late = selected(stage, FIRST_BOAT, view=View.between(begin_s - 90 * DAY_S, begin_s))
    assert of_role(late, "event-card")[0].rect.right == pytest.approx(area.right - 6.0)


@pytest.mark.parametrize(("first", "last"), [((1950, 1, 1), (1951, 1, 1)), ((1970, 1, 1), (1971, 1, 1))])
def test_an_event_out_of_view_has_no_card(stage, first, last):
    view = View.between(seconds_from_civil(*first), seconds_from_civil(*last))
    assert of_role(selected(stage, AGREEMENT, view=view), "event-card") == []


def test_an_event_without_a_place_in_time_has_no_card(stage):
    assert of_role(selected(stage, SONG), "event-card") == []


def test_an_event_that_is_never_named_has_its_card_in_the_last_row():
    same = [{"id": f"event-{number}", "date": "1959-08-13"} for number in range(9)]
    stage = stage_of(small_document(*same), plain_surface(1_150.0, 200.0))
    unplaced = next(
        int(stage.index.ordinal[entry]) for entry in range(9) if stage.fitted.placement.row[entry] < 0
    )
    card, *_ = of_role(selected(stage, unplaced), "event-card")
    layout, frame = stage.fitted.placement.layout, stage.fitted.frame
    last_row = layout.boxes[0].rows - 1
    assert card.rect.y == pytest.approx(frame.lanes.y + layout.row_top_px(0, last_row) + 1.0)


def test_cards_grow_with_the_text():
    stage = stage_of(harbour(), plain_surface(2_000.0, 900.0, text_scale=2.0))
    card, *_ = of_role(selected(stage, SURVEY), "event-card")
    assert card.rect.w == 2 * (22.5 + 196.0 + 8.0 + 77.0 + 12.0)


# -- arcs -----------------------------------------------------------------------------------------


def middle_of(scene, ordinal, lane):
    """Return the middle of an event's plain mark."""
    (mark,) = (
        item
        for item in of_event(scene, ordinal)
        if target_of(item).part == "mark" and target_of(item).lane == lane
    )
    return mark.rect


def test_links_run_from_cause_to_effect_and_our_own_judgement_is_dashed(stage):
    scene = selected(stage, AGREEMENT)
    arcs = {item.target: item for item in scene.items if item.kind is Kind.ARC}
    led_to = arcs[Target(TargetKind.EVENT, AGREEMENT, -1, f"link-from-{SURVEY}")]
    response = arcs[Target(TargetKind.EVENT, FIRST_BOAT, -1, f"link-from-{AGREEMENT}")]
    tension = arcs[Target(TargetKind.EVENT, STORM, -1, f"link-from-{AGREEMENT}")]
    assert len(arcs) == 3
    assert [arc.role for arc in (led_to, response, tension)] == ["link", "link", "link-judgement"]
    assert [arc.detail.dashed for arc in (led_to, response, tension)] == [False, False, True]
    assert {arc.layer for arc in arcs.values()} == {Layer.ARC}
    assert {arc.emphasis for arc in arcs.values()} == {Emphasis.CONNECTED}


def test_a_link_meets_dots_in_the_middle_and_bars_at_their_start(stage):
    scene = selected(stage, AGREEMENT)
    arc = next(item for item in scene.items if item.kind is Kind.ARC and target_of(item).index == FIRST_BOAT)
    dot, bar = middle_of(scene, AGREEMENT, 0), middle_of(scene, FIRST_BOAT, 2)
    assert (arc.detail.x0, arc.detail.y0) == pytest.approx(dot.centre)
    assert (arc.detail.x3, arc.detail.y3) == pytest.approx((bar.x + 4.0, bar.centre.y))
    left, right = sorted((arc.detail.x0, arc.detail.x3))
    assert arc.rect == pytest.approx(Rect(left, dot.centre.y, right - left, bar.centre.y - dot.centre.y))


def test_a_link_between_two_selected_events_is_drawn_once(stage):
    arcs = [item for item in selected(stage, SURVEY, AGREEMENT).items if item.kind is Kind.ARC]
    assert len(arcs) == 3


def test_without_a_selection_there_are_no_links(stage):
    assert [item for item in stage.scene(stage.whole_view()).items if item.kind is Kind.ARC] == []


def test_an_unnamed_event_is_met_in_its_strip():
    same = [{"id": f"event-{number}", "date": "1959-08-13"} for number in range(9)]
    links = [{"to": "event-8", "kind": "led-to"}]
    start = {"id": "start", "date": "1959-08-01", "importance": 5, "links": links}
    stage = stage_of(small_document(start, *same), plain_surface(1_150.0, 200.0))
    scene = selected(stage, 0)
    (arc,) = (item for item in scene.items if item.kind is Kind.ARC)
    (mark,) = (item for item in of_event(scene, 9) if item.role == "strip-mark")
    assert arc.detail.y3 == pytest.approx(mark.rect.centre.y, abs=1.0)


def test_links_to_events_without_a_place_are_not_drawn():
    links = [{"to": "song", "kind": "led-to"}]
    stage = stage_of(small_document({"id": "boat", "date": "1959", "links": links}, {"id": "song"}))
    assert [item for item in selected(stage, 0).items if item.kind is Kind.ARC] == []


def test_links_far_outside_the_window_are_not_drawn(stage):
    near = View.between(seconds_from_civil(1959, 6, 1), seconds_from_civil(1959, 7, 1))
    far = View.between(seconds_from_civil(1959, 1, 1), seconds_from_civil(1959, 1, 8))
    drawn = [
        [target_of(item).part for item in selected(stage, STORM, view=view).items if item.kind is Kind.ARC]
        for view in (stage.whole_view(), near, far)
    ]
    assert drawn[0] == [f"link-from-{AGREEMENT}"]
    assert drawn[2] == []


@pytest.mark.parametrize(
    ("start", "end", "curve"),
    [
        ((0.0, 100.0), (10.0, 100.0), (0.0, 86.0, 10.0, 86.0)),
        ((0.0, 100.0), (60.0, 110.0), (0.0, 76.0, 60.0, 86.0)),
        ((0.0, 100.0), (500.0, 123.9), (0.0, 64.0, 500.0, 87.9)),
        ((0.0, 100.0), (500.0, 124.0), (0.0, 112.0, 500.0, 112.0)),
        ((500.0, 300.0), (100.0, 100.0), (500.0, 200.0, 100.0, 200.0)),
    ],
)
def test_an_arc_bows_above_its_row_and_is_an_s_between_lanes(start, end, curve):
    arc = arc_between(Point(*start), Point(*end), dashed=True)
    assert arc == pytest.approx((*start, *curve, *end, True, True))
    assert not arc_between(Point(*start), Point(*end), dashed=False).dashed


def test_a_link_meets_an_approximate_start_where_its_doubt_ends():
    document = small_document(
        {"id": "about", "date": "1965~/", "links": [{"to": "later", "kind": "led-to"}]},
        {"id": "later", "date": "1980-01-01"},
    )
    stage = stage_of(document)
    view = View.between(year_start_s(1955), year_start_s(1985))
    [arc] = [item for item in stage.scene(view, Highlight((0,))).items if item.kind is Kind.ARC]
    assert isinstance(arc.detail, ArcShape)
    assert arc.detail.x0 == pytest.approx(stage.time_scale(view).x_of(year_start_s(1965)) + 4.0)
