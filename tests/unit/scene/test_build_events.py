# SPDX-License-Identifier: MIT
"""Bars, dots and labels of a frame, and what stands for the events without a label."""

from itertools import pairwise

import pytest

from tests.sample_documents import small_document
from tests.stages import of_event, of_role, plain_surface, stage_of, target_of
from timeline_app.chrono.instant import DAY_S, HOUR_S, civil_from_seconds, seconds_from_civil, year_start_s
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import BarShape, Emphasis, EndStyle, Kind, Layer, Target, TargetKind, TextStyle
from timeline_app.scene.view import View

YEARS = View.between(year_start_s(1950), year_start_s(1960))
"""Ten years over a thousand pixels: a hundred pixels a year."""


def scene_of(*events, view=YEARS, height_px=300.0, text_scale=1.0, selected=(), **more):
    surface = plain_surface(1_000.0, height_px, text_scale)
    stage = stage_of(small_document(*events, **more), surface, heads_px=0.0)
    return stage.scene(view, Highlight(selected))


def label_and_mark(date, view=YEARS, title="Ferry", **event):
    """Return the label and the mark of a single event."""
    scene = scene_of({"id": "it", "date": date, "title": title, **event}, view=view)
    (label,) = of_role(scene, "event-label")
    (mark,) = (item for item in of_event(scene, 0) if target_of(item).part == "mark")
    return label, mark


def test_a_day_is_a_dot_with_its_label_beside_it():
    label, mark = label_and_mark("1955-01-01")
    x = 500.0
    assert mark.kind is Kind.DOT
    assert mark.rect.centre.x == pytest.approx(x, abs=0.5)
    assert label.rect.x == pytest.approx(x + 13.0, abs=0.5)
    assert label.rect.centre.y == mark.rect.centre.y
    assert (label.text, label.rect.w) == ("Ferry", 35.0)
    assert (label.layer, label.detail) == (Layer.LABEL, TextStyle("label", "en"))
    assert label.target == Target(TargetKind.EVENT, 0, 0, "label")
    assert mark.colour == "teal"


def test_a_weighty_event_has_its_date_beside_its_title():
    scene = scene_of({"id": "it", "date": "1955-01-01", "title": "Ferry", "importance": 5})
    (label,), (date,) = of_role(scene, "event-label"), of_role(scene, "event-date")
    assert date.text == "1 Jan 1955"
    assert date.rect.x == label.rect.right + 8.0
    assert (date.rect.y, date.rect.h) == (label.rect.y, label.rect.h)
    assert date.detail == TextStyle("label-date")
    assert date.target == Target(TargetKind.EVENT, 0, 0, "date")


def test_a_long_event_is_a_bar_with_its_label_inside():
    label, mark = label_and_mark("1952-01-01/1955-12-31")
    assert mark.kind is Kind.BAR
    assert mark.rect.x == pytest.approx(200.0, abs=0.5)
    assert mark.rect.right == pytest.approx(600.0, abs=0.5)
    assert label.rect.x == pytest.approx(209.0, abs=0.5)


def test_a_label_stays_in_the_visible_part_of_a_long_bar():
    label, _ = label_and_mark("1940-01-01/1955-12-31")
    assert label.rect.x == 9.0
    label, _ = label_and_mark("1940-01-01/1950-06-30")
    # At its end the bar takes its label along, out of the window.
    assert label.rect.right == pytest.approx(50.0 - 9.0, abs=0.5)


def test_a_label_longer_than_its_bar_goes_on_beyond_it():
    label, mark = label_and_mark("1952-01-01/1952-12-31", title="A very long story of a ferry")
    assert label.rect.x == pytest.approx(209.0, abs=0.5)
    assert label.rect.right > mark.rect.right


@pytest.mark.parametrize(
    ("date", "letters", "end"),
    [
        ("1952-01-01/1952-12-31", 13, EndStyle.SOLID),
        ("1952-01-01/1952-12-31", 14, EndStyle.CROSSED),
        ("1952-01-01/1952-12", 14, EndStyle.FADE),
        ("1952-01-01/..", 14, EndStyle.OPEN),
    ],
)
def test_a_known_end_leaves_the_words_free_that_pass_over_it(date, letters, end):
    _, mark = label_and_mark(date, title="x" * letters)
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is end


@pytest.mark.parametrize(("days", "end"), [(29, EndStyle.SOLID), (32, EndStyle.CROSSED)])
def test_words_beside_a_narrow_bar_do_not_pass_over_its_end(days, end):
    start_s = seconds_from_civil(1955, 3, 1)
    # Two days to a pixel: 14.5 pixels, with the words three and a half behind them; 16 with one and a half.
    view = View(start_s - 1_000 * DAY_S, 2_000.0 * DAY_S)
    last = civil_from_seconds(start_s + (days - 1) * DAY_S)
    date = f"1955-03-01/{last.year}-{last.month:02d}-{last.day:02d}"
    _, mark = label_and_mark(date, view=view)
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is end


def test_a_card_s_words_leave_the_bar_as_it_is():
    scene = scene_of({"id": "it", "date": "1952-01-01/1952-12-31", "title": "x" * 30}, selected=(0,))
    (mark,) = (item for item in of_event(scene, 0) if target_of(item).part == "mark")
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is EndStyle.SOLID


def test_from_dot_to_bar_the_label_moves_without_a_jump():
    xs = []
    for step in range(400):
        span_s = 20.0 * 365 * DAY_S * 0.98**step
        start_s = seconds_from_civil(1955, 6, 1)
        view = View(start_s - int(span_s / 2), span_s)
        label, _ = label_and_mark("1955-06", view=view)
        start_x = 500.0
        xs.append(label.rect.x - start_x)
    widths = [30 * DAY_S * 1_000.0 / (20.0 * 365 * DAY_S * 0.98**step) for step in range(400)]
    for (before, after), width_px in zip(pairwise(xs), widths, strict=False):
        assert abs(after - before) < 1.0 or width_px > 900.0
    assert xs[0] == pytest.approx(13.0 + widths[0] / 2, abs=0.5)
    assert xs[250] == pytest.approx(9.0, abs=0.5)


def test_a_day_that_grows_into_a_bar_keeps_its_label_clear_of_its_dot():
    previous = None
    for step in range(300):
        span_s = 60.0 * DAY_S * 0.985**step
        day_s = seconds_from_civil(1955, 6, 1)
        label, mark = label_and_mark("1955-06-01", view=View(day_s - int(span_s / 2), span_s))
        from_start = label.rect.x - 500.0
        if mark.kind is Kind.DOT:
            assert label.rect.x >= mark.rect.right + 2.0
        if previous is not None:
            assert abs(from_start - previous) < 1.0
        previous = from_start
    assert previous == pytest.approx(9.0, abs=0.5)


def test_the_label_of_an_approximate_year_stands_where_the_year_begins():
    label, mark = label_and_mark("1955~")
    assert label.rect.x == pytest.approx(500.0 + 9.0, abs=0.5)
    assert mark.rect.x < 500.0


def test_one_of_two_days_is_two_hollow_marks_with_the_label_behind_the_last():
    scene = scene_of({"id": "it", "date": "[1955-01-01,1956-01-01]", "title": "Ferry"})
    line, *dots = sorted(
        (item for item in of_event(scene, 0) if item.kind is not Kind.LABEL),
        key=lambda item: item.kind != "line",
    )
    assert [round(dot.rect.centre.x) for dot in dots] == [500, 600]
    assert line.kind is Kind.LINE
    (label,) = of_role(scene, "event-label")
    assert label.rect.x == pytest.approx(600.3 + 13.0, abs=0.5)


def test_the_label_of_a_set_moves_without_a_jump_as_its_marks_come_together():
    xs = []
    for step in range(200):
        span_s = 0.2 * 365 * DAY_S * 1.03**step
        view = View(seconds_from_civil(1955, 1, 1) - int(span_s / 2), span_s)
        label, *_ = of_role(
            scene_of({"id": "it", "date": "[1955-01-01,1955-01-21]", "title": "Ferry"}, view=view),
            "event-label",
        )
        xs.append(label.rect.x - 500.0)
    assert all(after <= before + 1e-6 for before, after in pairwise(xs))
    assert all(before - after < 1.0 + 0.03 * before for before, after in pairwise(xs))
    assert xs[-1] == pytest.approx(13.0, abs=1.0)


def test_a_set_is_a_dot_where_it_is_narrow():
    _, mark = label_and_mark("[1955-01-01,1955-01-03]")
    assert mark.kind is Kind.DOT


def test_the_fade_of_an_unknown_end_goes_on_beyond_the_words():
    label, mark = label_and_mark("1955-01-01/", title="A ferry with a long name")
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is EndStyle.UNKNOWN
    assert mark.rect.right == pytest.approx(label.rect.right + 24.0)
    short_label, longer = label_and_mark("1955-01-01/", title="It")
    assert longer.rect.right == pytest.approx(600.0, abs=0.5)
    assert short_label.rect.right < 560.0


def test_an_unknown_end_reserves_room_for_its_question_mark():
    known = stage_of(small_document({"id": "it", "date": "1955-01-01"}), heads_px=0.0)
    unknown = stage_of(small_document({"id": "it", "date": "1955-01-01/"}), heads_px=0.0)
    reserved = [stage.fitted.placement.label_px[0] for stage in (known, unknown)]
    assert reserved[1] == reserved[0] + 24.0


@pytest.mark.parametrize("end", ["..", ""])
def test_open_and_unknown_ends_are_told_even_where_all_of_it_is_a_point(end):
    centuries = View.between(year_start_s(-7000), year_start_s(9000))
    label, mark = label_and_mark(f"1955-01-01/{end}", view=centuries)
    assert mark.kind is Kind.BAR
    assert mark.rect.right == pytest.approx(label.rect.right + (20.0 if end else 24.0))


def test_the_arrow_of_an_open_end_lies_beyond_the_words():
    label, mark = label_and_mark("1955-01-01/..", title="A ferry with a long name")
    assert mark.detail.right is EndStyle.OPEN
    assert mark.rect.right == pytest.approx(max(label.rect.right + 20.0, 600.0), abs=0.5)


def test_an_open_end_reserves_room_for_its_arrow():
    known = stage_of(small_document({"id": "it", "date": "1955-01-01"}), heads_px=0.0)
    goes_on = stage_of(small_document({"id": "it", "date": "1955-01-01/.."}), heads_px=0.0)
    reserved = [stage.fitted.placement.label_px[0] for stage in (known, goes_on)]
    assert reserved[1] == reserved[0] + 20.0


def test_a_year_is_full_between_its_bounds_and_about_a_year_fades_from_there():
    _, year = label_and_mark("1955")
    assert (year.detail.core_x, year.detail.core_right) == pytest.approx((500.0, 600.0), abs=0.5)
    _, about = label_and_mark("1955~")
    assert (about.detail.core_x, about.detail.core_right) == pytest.approx((500.0, 600.0), abs=0.5)
    assert (about.rect.x, about.rect.right) == pytest.approx((0.0, 1_100.0), abs=2.0)


def test_the_words_of_some_time_between_stand_within():
    items = scene_of({"id": "it", "date": "[1953..1957]", "title": "Ferry"})
    (label,) = of_role(items, "event-label")
    dots = of_role(items, "event-dot")
    assert dots[0].rect.centre.x < label.rect.x < label.rect.right < dots[1].rect.centre.x
    assert [item.role for item in of_event(items, 0) if item.kind is Kind.LINE] == ["choice-line"]


def test_marks_and_labels_grow_with_the_text():
    scene = scene_of({"id": "it", "date": "1955-01-01", "title": "Ferry"}, text_scale=2.0)
    (label,), (mark,) = of_role(scene, "event-label"), of_role(scene, "event-dot")
    assert mark.rect.w == 20.0
    assert label.rect.x == pytest.approx(500.0 + 26.0, abs=0.5)


def test_rows_and_strips_move_with_the_lanes():
    events = [{"id": f"event-{number}", "date": "1955-01-01"} for number in range(30)]
    stage = stage_of(
        small_document(*events, lanes=("one", "two", "three")), plain_surface(1_000.0, 120.0), 0.0
    )
    assert stage.max_lane_scroll_px > 20.0
    still, moved = stage.scene(YEARS), stage.scene(YEARS.scrolled_to(20.0))
    of_events = (
        [item for item in scene.items if target_kind(item) is TargetKind.EVENT] for scene in (still, moved)
    )
    for before, after in zip(*of_events, strict=True):
        assert after.rect.y == pytest.approx(before.rect.y - 20.0)


def target_kind(item):
    return item.target.kind if item.target else None


def test_events_out_of_view_are_not_drawn():
    scene = scene_of(
        {"id": "before", "date": "1940"}, {"id": "it", "date": "1955"}, {"id": "after", "date": "1970"}
    )
    assert of_event(scene, 0) == of_event(scene, 2) == []
    assert of_event(scene, 1)


def test_an_event_that_ends_where_the_view_begins_still_counts():
    scene = scene_of({"id": "it", "date": "1940-01-01/1949-12-31", "title": "x"})
    assert [item.rect.right for item in of_role(scene, "event-bar")] == pytest.approx([0.0])


def test_a_label_that_reaches_into_the_view_is_drawn_though_its_dot_is_outside():
    scene = scene_of({"id": "it", "date": "1949-09-01", "title": "A ferry with a long name"})
    (label,) = of_role(scene, "event-label")
    assert label.rect.x < 0.0 < label.rect.right


def test_the_selection_shows_in_marks_and_labels():
    scene = scene_of({"id": "one", "date": "1955"}, {"id": "other", "date": "1957-05-01"}, selected=(0,))
    assert {item.emphasis for item in of_event(scene, 0)} == {Emphasis.SELECTED}
    assert {item.emphasis for item in of_event(scene, 1)} == {Emphasis.DIMMED}


def test_an_hour_of_the_day_can_be_seen():
    day_s = seconds_from_civil(1955, 6, 1)
    label, mark = label_and_mark("1955-06-01T12:00", view=View(day_s, 24.0 * HOUR_S))
    assert mark.kind is Kind.DOT
    assert mark.rect.centre.x == pytest.approx(500.0, abs=0.5)
    assert label.rect.x > mark.rect.right
