# SPDX-License-Identifier: MIT
"""The lines from a selected event to what it is linked with, and the pointers to what is out of view."""

from itertools import pairwise

import pytest

from tests.sample_documents import small_document
from tests.stages import of_event, of_role, plain_surface, selected, stage_of, target_of
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import ArcShape, Emphasis, Kind, Layer, LinkHead, LinkLine, Target, TargetKind
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)


def lines_of(scene):
    """Return the lines of links below the cards, by the events from which and to which they lead."""
    return {
        (int(target_of(item).part.removeprefix("link-from-")), target_of(item).index): item
        for item in scene.items
        if item.kind is Kind.ARC and item.layer is Layer.ARC
    }


def tips_of(scene):
    """Return the last pieces of links, over the cards at which they end."""
    return [item for item in scene.items if item.kind is Kind.ARC and item.layer is Layer.RAISED]


def words_of(scene):
    """Return where the words and cards of a scene stand: the middle half of each line of text."""
    return [
        item.rect._replace(y=item.rect.y + item.rect.h / 4, h=item.rect.h / 2)
        for item in scene.items
        if item.role in ("event-label", "event-date")
    ]


def crosses(line, rect):
    """Tell whether a line passes through a rectangle."""
    for (x0, y0), (x1, y1) in pairwise(line.detail.corners):
        if (
            min(x0, x1) < rect.right
            and max(x0, x1) > rect.x
            and min(y0, y1) < rect.bottom
            and max(y0, y1) > rect.y
        ):
            return True
    return False


def test_links_run_from_cause_to_effect_and_each_kind_has_its_line_and_head(stage):
    arcs = lines_of(selected(stage, AGREEMENT))
    led_to, response, tension = (
        arcs[ends] for ends in ((SURVEY, AGREEMENT), (AGREEMENT, FIRST_BOAT), (AGREEMENT, STORM))
    )
    assert len(arcs) == 3
    assert [arc.role for arc in (led_to, response, tension)] == ["link", "link", "link-judgement"]
    assert [arc.detail.is_hollow for arc in (led_to, response, tension)] == [False, False, True]
    assert [arc.detail.line for arc in (led_to, response, tension)] == [
        LinkLine.SOLID,
        LinkLine.DASHED,
        LinkLine.DASH_DOT,
    ]
    assert [(arc.detail.start, arc.detail.end) for arc in (led_to, response, tension)] == [
        (LinkHead.NONE, LinkHead.NONE),  # its arrow stands on the card
        (LinkHead.NONE, LinkHead.BARB),
        (LinkHead.NONE, LinkHead.BAR),
    ]
    assert {arc.emphasis for arc in arcs.values()} == {Emphasis.CONNECTED}


def test_a_link_ends_on_the_card_at_its_mark(stage):
    scene = selected(stage, AGREEMENT)
    (dot,) = (item for item in of_event(scene, AGREEMENT) if target_of(item).part == "card-mark")
    (card,) = of_role(scene, "event-card")
    tips = tips_of(scene)
    assert [tip.detail.end for tip in tips if target_of(tip).index == AGREEMENT] == [LinkHead.ARROW]
    assert len(tips) == 3
    for tip in tips:
        (x0, y0), (x1, y1) = tip.detail.corners
        assert abs(x1 - dot.rect.centre.x) <= 7.0
        assert x0 == x1
        assert y0 in (pytest.approx(card.rect.y), pytest.approx(card.rect.bottom))
        assert min(abs(y1 - dot.rect.y), abs(y1 - dot.rect.bottom)) == pytest.approx(2.0)


def test_a_link_ends_beside_a_dot_and_within_a_bar(stage):
    scene = selected(stage, AGREEMENT)
    line = lines_of(scene)[AGREEMENT, FIRST_BOAT]
    marks = {
        target_of(item).index: item.rect
        for item in scene.items
        if item.target and item.target.part == "mark" and item.target.kind is TargetKind.EVENT
    }
    bar = marks[FIRST_BOAT]
    assert line.detail.corners[-1] == pytest.approx((bar.x + 4.0, bar.y + 4.0))


def test_no_line_crosses_words_or_the_card_while_it_is_panned(stage):
    whole = stage.whole_view()
    for number in range(-8, 9):
        scene = selected(stage, AGREEMENT, view=whole.shifted(whole.span_s * number / 40))
        obstacles = [*words_of(scene), *(card.rect for card in of_role(scene, "event-card"))]
        assert not [
            (part, rect)
            for part, line in lines_of(scene).items()
            for rect in obstacles
            if crosses(line, rect.grown(-1.0))
        ]


def test_a_line_keeps_its_way_while_it_is_panned(stage):
    wide = stage.whole_view()
    wide = View.between(wide.start_s - int(wide.span_s), wide.end_s + int(wide.span_s))
    ways = set()
    for number in range(-12, 13):
        scene = selected(stage, SURVEY, view=wide.shifted(wide.span_s * number / 80))
        corners = lines_of(scene)[SURVEY, AGREEMENT].detail.corners
        ways.add(tuple((round(x - corners[0].x), round(y)) for x, y in corners))
    assert len(ways) == 1


def test_a_link_between_two_selected_events_is_drawn_once(stage):
    scene = selected(stage, SURVEY, AGREEMENT)
    lines = [item for item in scene.items if item.kind is Kind.ARC and item.layer is Layer.ARC]
    assert len(lines) == len(lines_of(scene)) == 3


def test_without_a_selection_there_are_no_links(stage):
    assert lines_of(stage.scene(stage.whole_view())) == {}


def test_an_unnamed_event_is_met_in_its_strip():
    same = [{"id": f"event-{number}", "date": "1959-08-13"} for number in range(9)]
    links = [{"to": "event-8", "kind": "led-to"}]
    start = {"id": "start", "date": "1959-08-01", "importance": 5, "links": links}
    stage = stage_of(small_document(start, *same), plain_surface(1_150.0, 200.0))
    scene = selected(stage, 0)
    (arc,) = lines_of(scene).values()
    (mark,) = (item for item in of_event(scene, 9) if item.role == "strip-mark")
    assert arc.detail.corners[-1].y == pytest.approx(mark.rect.centre.y, abs=1.0)


def test_links_to_events_without_a_place_are_not_drawn():
    links = [{"to": "song", "kind": "led-to"}]
    stage = stage_of(small_document({"id": "boat", "date": "1959", "links": links}, {"id": "song"}))
    assert lines_of(selected(stage, 0)) == {}


def test_between_two_events_out_of_the_window_nothing_is_drawn(stage):
    far = View.between(seconds_from_civil(1959, 1, 1), seconds_from_civil(1959, 1, 8))
    scene = selected(stage, STORM, view=far)
    assert lines_of(scene) == {}
    assert of_role(scene, "link-pointer") == []


def test_a_link_to_what_is_out_of_the_window_ends_at_a_pointer_that_says_when_that_was(stage):
    view = View.between(seconds_from_civil(1959, 8, 1), seconds_from_civil(1959, 8, 21))
    scene = selected(stage, AGREEMENT, view=view)
    pointers = of_role(scene, "link-pointer")
    area = stage.fitted.frame.lanes
    assert [(target_of(each).part, target_of(each).index, each.text) for each in pointers] == [
        ("left", SURVEY, "‹ c. Mar 1958"),
        ("right", FIRST_BOAT, "2 · 1959–1960 ›"),
    ]
    left, right = pointers
    assert left.rect.x == area.x + 4.0
    assert right.rect.right == pytest.approx(area.right - 4.0)
    assert {each.layer for each in pointers} == {Layer.OVERLAY}
    ends = sorted(
        point.x
        for line in lines_of(scene).values()
        for point in (line.detail.corners[0], line.detail.corners[-1])
    )
    assert ends[0] == left.rect.right
    assert ends[-1] == right.rect.x


def test_a_link_to_a_lane_that_is_scrolled_away_ends_at_the_lower_edge():
    lanes = tuple(f"lane-{number}" for number in range(12))
    links = [{"to": "in-lane-11", "kind": "led-to"}]
    first = {"id": "first", "date": "1959-08-13", "links": links, "lane": lanes[0]}
    events = [{"id": f"in-{lane}", "date": "1959-08-13", "lane": lane} for lane in lanes[1:]]
    document = small_document(first, *events, lanes=lanes)
    stage = stage_of(document, plain_surface(1_150.0, 300.0))
    (pointer,) = of_role(selected(stage, 0), "link-pointer")
    assert target_of(pointer) == Target(TargetKind.LINK, 11, -1, "below")
    assert pointer.text == "↓ 13 Aug 1959"
    assert pointer.rect.bottom == pytest.approx(stage.fitted.frame.lanes.bottom - 4.0)


def test_pointers_at_the_same_edge_stand_beside_each_other():
    lanes = tuple(f"lane-{number}" for number in range(12))
    pairs = [("1959-08-13", "1959-10-02"), ("1959-08-20", "1959-12-14")]
    events = []
    for number, (near, far) in enumerate(pairs):
        links = [{"to": f"far-{number}", "kind": "led-to"}]
        events.append({"id": f"near-{number}", "date": near, "links": links, "lane": lanes[number]})
        events.append({"id": f"far-{number}", "date": far, "lane": lanes[11]})
    span = {"id": "span", "date": "1900/2000", "lane": lanes[2]}
    stage = stage_of(small_document(*events, span, lanes=lanes), plain_surface(1_150.0, 300.0))
    pointers = of_role(selected(stage, 0, 2), "link-pointer")
    assert [each.text for each in pointers] == ["↓ 2 Oct 1959", "↓ 14 Dec 1959"]
    first, second = (each.rect for each in pointers)
    assert first.y == second.y
    assert not first.intersects(second)
    assert abs(second.centre.x - first.centre.x) == pytest.approx(first.w / 2 + second.w / 2 + 4.0)


def test_a_link_meets_an_approximate_start_where_its_doubt_ends():
    document = small_document(
        {"id": "about", "date": "1965~/", "links": [{"to": "later", "kind": "led-to"}]},
        {"id": "later", "date": "1980-01-01"},
    )
    stage = stage_of(document)
    view = View.between(year_start_s(1955), year_start_s(1985))
    scene = stage.scene(view, Highlight((1,)))
    (arc,) = lines_of(scene).values()
    assert isinstance(arc.detail, ArcShape)
    assert arc.detail.corners[0].x == pytest.approx(stage.time_scale(view).x_of(year_start_s(1965)) + 4.0)


def test_a_picture_bears_so_many_links_and_no_more():
    others = [{"id": f"event-{number}", "date": f"19{number:02}"} for number in range(60)]
    links = [{"to": other["id"], "kind": "in-tension-with"} for other in others]
    stage = stage_of(small_document({"id": "hub", "date": "1930-06-01", "links": links}, *others))
    ways = [item for item in selected(stage, 0).items if item.kind is Kind.ARC and item.layer is Layer.ARC]
    assert 0 < len(ways) <= 40


def test_lines_of_another_kind_meet_an_event_beside_the_first():
    links = [{"to": "b", "kind": "led-to"}, {"to": "c", "kind": "part-of"}]
    document = small_document(
        {"id": "a", "date": "1959-01-01", "links": links, "lane": "up"},
        {"id": "b", "date": "1959-05-01", "lane": "down"},
        {"id": "c", "date": "1959-05-01", "lane": "down"},
        lanes=("up", "down"),
    )
    stage = stage_of(document)
    first = [
        line.detail.corners[0].x
        for line in selected(stage, 0).items
        if isinstance(line.detail, ArcShape) and line.layer is Layer.ARC
    ]
    assert abs(first[0] - first[1]) == 7.0
