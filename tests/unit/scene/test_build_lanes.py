# SPDX-License-Identifier: MIT
"""Lane grounds, colour rules and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages import plain_surface, target_of
from timeline_app.base.geometry import Rect
from timeline_app.base.text_value import ShownText
from timeline_app.model.heads import LaneView
from timeline_app.scene.build_lanes import head_height_px, lane_ground_items, wrapped
from timeline_app.scene.canvas_frame import frame_canvas
from timeline_app.scene.items import Item, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.lane_choice import LaneChoice
from timeline_app.scene.lane_heads import LaneFrame
from timeline_app.scene.lane_layout import LaneBox, LaneLayout
from timeline_app.scene.surface import PlainMeasurer

LANES = (
    LaneView(0, "office", ShownText("The harbour office", "en"), "indigo", 1.0, 0),
    LaneView(1, "crew", ShownText("乗組員", "ja"), "moss", 1.0, 1),
)
LAYOUT = LaneLayout(
    (LaneBox(0.0, 100.0, 2, 4.0, 90.0), LaneBox(104.0, 200.0, 4, 108.0, 294.0)), 35.0, 308.0, (0, 1)
)


def items_of(surface=None, heads_px=150.0, scroll_px=0.0):
    surface = surface or plain_surface(1_000.0, 400.0)
    frame = frame_canvas(surface, heads_px, has_eras=False)
    return lane_ground_items(LaneFrame(LANES, LAYOUT, LaneChoice.usual(LANES), frame, surface, scroll_px))


def of_role(items, role):
    return [item for item in items if item.role == role]


def test_a_lane_has_a_ground_a_rule_in_its_colour_and_its_name():
    ground, lane, rule, *names = items_of()[:6]
    assert ground == Item(Kind.BAND, "heads-ground", Layer.HEAD, Rect(0.0, 47.0, 150.0, 353.0))
    target = Target(TargetKind.LANE, 0, 0)
    assert lane == Item(
        Kind.BAND, "lane-ground", Layer.BAND, Rect(150.0, 47.0, 850.0, 100.0), target, "", "indigo"
    )
    assert rule.rect == Rect(146.0, 47.0, 4.0, 100.0)
    assert (rule.role, rule.layer, rule.target) == ("lane-rule", Layer.HEAD, target._replace(part="rule"))
    assert rule.colour == "indigo"
    first = names[0]
    assert (first.kind, first.role, first.layer) == (Kind.LABEL, "lane-head", Layer.AXIS)
    assert first.rect == Rect(8.0, 53.0, 124.0, 18.0)
    assert first.detail == TextStyle("lane-head", "en", 1)
    assert first.target == target._replace(part="head-0")


def test_a_long_name_takes_several_lines():
    names = of_role(items_of(), "lane-head")
    assert [(item.text, item.rect.y) for item in names] == [
        ("The harbour", 53.0),
        ("office", 71.0),
        ("乗組員", 157.0),
    ]


def test_a_name_takes_the_height_of_its_lines_beside_the_lane_and_none_within():
    surface = plain_surface(1_000.0, 400.0)
    beside, within = (frame_canvas(surface, heads_px, has_eras=False) for heads_px in (150.0, 0.0))
    assert [head_height_px(lane, beside, surface) for lane in LANES] == [6.0 + 2 * 18.0, 6.0 + 18.0]
    assert [head_height_px(lane, within, surface) for lane in LANES] == [0.0, 0.0]


def test_a_lane_within_a_lane_is_indented():
    name = of_role(items_of(), "lane-head")[-1]
    assert name.rect == Rect(18.0, 157.0, 114.0, 18.0)
    assert name.detail == TextStyle("lane-head", "ja", 1)


def test_right_to_left_names_and_rules_stand_at_the_right():
    items = items_of(plain_surface(1_000.0, 400.0, mirrored=True))
    assert of_role(items, "lane-ground")[0].rect.x == 0.0
    assert of_role(items, "lane-rule")[0].rect == Rect(850.0, 47.0, 4.0, 100.0)
    name = of_role(items, "lane-head")[0]
    assert name.rect.x == 868.0
    assert name.rect.right <= 1_000.0 - 8.0
    assert name.detail == TextStyle("lane-head", "en", -1)


def test_without_a_column_the_name_stands_in_the_lane_in_one_line():
    items = items_of(heads_px=0.0)
    assert of_role(items, "heads-ground") == []
    assert of_role(items, "lane-rule")[0].rect.x == 0.0
    name, other = of_role(items, "lane-head")
    assert (name.text, name.rect) == ("The harbour office", Rect(14.0, 50.0, 958.0, 18.0))
    assert name.detail == TextStyle("lane-head", "en", -1)
    assert other.rect.y == 47.0 + 104.0 + 3.0


def test_without_a_column_right_to_left_the_name_stands_at_the_right():
    items = items_of(plain_surface(1_000.0, 400.0, mirrored=True), heads_px=0.0)
    assert of_role(items, "lane-rule")[0].rect.x == 996.0
    name = of_role(items, "lane-head")[0]
    assert name.detail == TextStyle("lane-head", "en", 1)


def test_rules_grow_with_the_text():
    items = items_of(plain_surface(1_000.0, 400.0, text_scale=2.0))
    assert of_role(items, "lane-rule")[0].rect.w == 8.0
    assert of_role(items, "lane-rule")[0].rect.right == 150.0


def test_lanes_scroll_with_their_names_and_are_left_out_where_they_are_not_seen():
    items = items_of(scroll_px=80.0)
    assert of_role(items, "lane-ground")[0].rect.y == 47.0 - 80.0
    assert of_role(items, "lane-head")[0].rect.y == 53.0 - 80.0
    assert [target_of(item).index for item in of_role(items_of(scroll_px=101.0), "lane-ground")] == [1]
    low = plain_surface(1_000.0, 130.0)
    assert [target_of(item).index for item in of_role(items_of(low), "lane-ground")] == [0]


@pytest.mark.parametrize(
    ("text", "room_px", "max_lines", "lines"),
    [
        ("The harbour office", 126.0, 3, ["The harbour office"]),
        ("The harbour office", 125.0, 3, ["The harbour", "office"]),
        ("The harbour office", 70.0, 3, ["The", "harbour", "office"]),
        ("The harbour office", 70.0, 2, ["The", "harbour…"]),
        ("The harbour office", 70.0, 1, ["The harb…"]),
        ("The harbour office", 69.9, 1, ["The har…"]),
        ("Harbourmasters", 70.0, 3, ["Harbourm…"]),
        ("The harbourmasters of Minase", 70.0, 3, ["The", "harbourm…", "of Minase"]),
        ("Ox", 5.0, 1, ["O…"]),
        ("", 50.0, 3, [""]),
    ],
)
def test_names_break_at_spaces_and_are_cut_where_they_must_be(text, room_px, max_lines, lines):
    # An ellipsis is as wide as two letters here.
    assert wrapped(text, "en", "lane-head", room_px, max_lines, PlainMeasurer()) == lines


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=8), st.floats(28.0, 200.0))
def test_wrapped_lines_fit_and_lose_no_word_without_saying_so(words, room_px):
    text = " ".join(words)
    lines = wrapped(text, "en", "lane-head", room_px, 3, PlainMeasurer())
    assert 1 <= len(lines) <= 3
    assert all(PlainMeasurer().width_px(line, "lane-head", "en") <= room_px for line in lines)
    assert " ".join(lines) == text or any(line.endswith("…") for line in lines)
