# SPDX-License-Identifier: MIT
"""The raised card of a selected event."""

import pytest

from tests.sample_documents import harbour, small_document
from tests.stages import of_event, of_role, plain_surface, selected, stage_of, target_of
from timeline_app.chrono.instant import DAY_S, seconds_from_civil
from timeline_app.scene.items import DotShape, Emphasis, Kind, Layer, Target, TargetKind
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)


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
