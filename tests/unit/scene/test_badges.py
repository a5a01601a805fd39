# SPDX-License-Identifier: MIT
"""Badges: where they stand, what they count, and that nothing in view is out of reach."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import (
    ENGLISH,
    HEADS_PX,
    items_of_dump,
    of_role,
    plain_surface,
    shape_of,
    stage_of,
    target_of,
)
from tests.strategies import document_with, exhibits
from timeline_app.chrono.instant import DAY_S, MEAN_YEAR_S, seconds_from_civil, year_start_s
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.badges import badge_near, short_count
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.folded import folded_entries
from timeline_app.scene.folding import LEAST_CELL_PX, bin_octave
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Emphasis, Kind, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View

SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
DECADE = View.between(year_start_s(1950), year_start_s(1960))
#: Four hundred events in four weeks of March.
CROWD = [{"id": f"e{number}", "date": f"1955-03-{number % 28 + 1:02d}"} for number in range(400)]

crowds = exhibits(least=10, most=60)
rooms = st.fixed_dictionaries(
    {
        "width_px": st.integers(400, 2_000),
        "height_px": st.integers(60, 500),
        "text_scale": st.sampled_from([1.0, 1.5, 2.0, 3.0]),
        "mirrored": st.booleans(),
    }
)
zooms = st.floats(0.0, 1.0).map(lambda part: 600.0 * (300 * MEAN_YEAR_S / 600.0) ** part)
centres = st.integers(year_start_s(1890), year_start_s(2010))


def view_about(centre_s: int, span_s: float) -> View:
    return View(centre_s - int(span_s / 2), span_s).clamped()


# -- what a badge counts --------------------------------------------------------------------------


def test_a_badge_counts_what_has_no_name_in_its_bin():
    stage = stage_of(small_document(*CROWD))
    scene = stage.scene(DECADE)
    [badge] = of_role(scene, "badge")
    named = {target_of(label).index for label in of_role(scene, "event-label")}
    assert shape_of(badge).event_count == 400 - len(named)
    assert badge.text == f"+{400 - len(named)}"
    assert target_of(badge).part == str(400 - len(named))


def test_bins_are_powers_of_two_of_seconds_and_lie_at_multiples_of_themselves():
    scene = stage_of(small_document(*CROWD)).scene(DECADE)
    [badge] = of_role(scene, "badge")
    first_s, last_s, _ = shape_of(badge)
    # A decade over 850 pixels: 371 thousand seconds a pixel, and so 2 ** 27 seconds or 362 pixels a bin.
    assert last_s - first_s == 2**27
    assert first_s % 2**27 == 0
    assert target_of(badge).index == first_s // 2**27
    assert first_s <= seconds_from_civil(1955, 3, 1) < last_s


def test_marks_that_can_be_told_apart_need_no_badge():
    # One event a year, each with a title far too long: some have no name, but every one has its mark.
    events = [{"id": f"e{year}", "date": f"{year}-06-01", "title": "x" * 60} for year in range(1950, 1960)]
    scene = stage_of(small_document(*events), plain_surface(height_px=120.0)).scene(DECADE)
    assert scene.hidden_count > 0
    assert not of_role(scene, "badge")


def test_two_in_one_cell_are_enough():
    events = [{"id": f"e{year}", "date": f"{year}-06-01", "title": "x" * 60} for year in range(1950, 1960)]
    pair = [{"id": f"pair-{n}", "date": "1954-06-02", "importance": 1} for n in range(2)]
    scene = stage_of(small_document(*events, *pair), plain_surface(height_px=120.0)).scene(DECADE)
    [badge] = of_role(scene, "badge")
    # All that is folded in the bin, those with a mark of their own too.
    assert shape_of(badge).event_count >= 2
    assert shape_of(badge).first_s <= seconds_from_civil(1954, 6, 2) < shape_of(badge).last_s


def test_bars_that_find_no_row_stand_behind_a_badge_wherever_two_of_them_run():
    reigns = [{"id": f"r{n}", "date": f"{1900 + n}/{1999 - n}", "importance": 5 - n % 3} for n in range(6)]
    scene = stage_of(small_document(*reigns), plain_surface(height_px=120.0)).scene(DECADE)
    badges = of_role(scene, "badge")
    unnamed = 6 - len({target_of(label).index for label in of_role(scene, "event-label")})
    assert unnamed >= 2
    # None of them begins in view: their lines come in over its edge.
    assert {shape_of(badge).event_count for badge in badges} == {unnamed}
    first_s, last_s = shape_of(badges[0]).first_s, shape_of(badges[-1]).last_s
    assert first_s <= DECADE.start_s
    assert last_s >= DECADE.end_s


@SETTINGS
@given(crowd=crowds, room=rooms, centre_s=centres, span_s=zooms, share=st.floats(-0.9, 0.9))
def test_no_count_changes_while_panning(crowd, room, centre_s, span_s, share):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    view = view_about(centre_s, span_s)
    counts = [
        {
            (target_of(item).lane, shape_of(item).first_s): shape_of(item).event_count
            for item in of_role(stage.scene(seen), "badge")
        }
        for seen in (view, view.shifted(span_s * share))
    ]
    both = counts[0].keys() & counts[1].keys()
    assert {key: counts[0][key] for key in both} == {key: counts[1][key] for key in both}


# -- nothing is out of reach ----------------------------------------------------------------------


@SETTINGS
@given(crowd=crowds, room=rooms, centre_s=centres, span_s=zooms)
def test_every_event_in_view_is_named_has_a_mark_or_stands_in_a_list(crowd, room, centre_s, span_s):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    view = view_about(centre_s, span_s)
    scene, index = stage.scene(view), stage.index
    zoom = stage.time_scale(view).seconds_per_px
    items = list(unfolded(scene.items))
    told = {
        (item.target.index, item.target.lane)
        for item in items
        if item.target is not None and item.target.kind is TargetKind.EVENT
    }
    listed = set[int]()
    for badge in of_role(scene, "badge"):
        span = shape_of(badge).first_s, shape_of(badge).last_s
        entries = folded_entries(index, stage.fitted.placement, target_of(badge).lane, span, zoom)
        assert len(entries) == shape_of(badge).event_count
        listed |= set(entries.tolist())
    octave = bin_octave(zoom, LEAST_CELL_PX)
    # The cell at the edge is only partly seen: what ends in it is met a few pixels further on.
    first_s = ((view.start_s >> octave) + 1) << octave
    lines = {target_of(item).lane for item in items if item.role == "density" and target_of(item).part == "1"}
    for entry in range(len(index)):
        if index.start_s[entry] >= view.end_s or index.end_s[entry] <= first_s:
            continue
        lane = int(index.lane[entry])
        if not is_in_sight(stage, view, lane) or entry in listed:
            continue
        if (int(index.ordinal[entry]), lane) in told:
            continue
        # A single line that comes in from before the window: pressing it selects the event.
        assert index.start_s[entry] < first_s
        assert lane in lines


def is_in_sight(stage: Stage, view: View, lane: int) -> bool:
    fitted = stage.fitted
    box, scroll_px = fitted.placement.layout.boxes[lane], min(view.lane_scroll_px, stage.max_lane_scroll_px)
    top_px = box.strip_top_px - scroll_px
    return box.is_shown and top_px >= 0.0 and top_px <= fitted.frame.lanes.h


# -- where a badge stands -------------------------------------------------------------------------


@SETTINGS
@given(crowd=crowds, room=rooms, centre_s=centres, span_s=zooms)
def test_badges_cover_no_words_and_not_each_other(crowd, room, centre_s, span_s):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    scene = stage.scene(view_about(centre_s, span_s))
    badges = of_role(scene, "badge")
    line_px = stage.fitted.surface.measurer.line_px("label")
    for badge in badges:
        assert not any(other is not badge and other.rect.intersects(badge.rect) for other in badges)
        for label in of_role(scene, "event-label"):
            # The letters themselves: a row is higher than they are.
            words = label.rect._replace(y=label.rect.centre.y - line_px / 2, h=line_px)
            assert not words.intersects(badge.rect)


@SETTINGS
@given(crowd=crowds, room=rooms, centre_s=centres, span_s=zooms)
def test_a_badge_keeps_to_the_part_of_its_bin_that_is_seen(crowd, room, centre_s, span_s):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    view = view_about(centre_s, span_s)
    scene, scale = stage.scene(view), stage.time_scale(view)
    for badge in of_role(scene, "badge"):
        edges = sorted(scale.x_at(at_s) for at_s in (shape_of(badge).first_s, shape_of(badge).last_s))
        assert edges[0] - 0.01 <= badge.rect.x
        assert badge.rect.right <= edges[1] + 0.01
        seen_px = min(edges[1], scene.lanes_rect.right) - max(edges[0], scene.lanes_rect.x)
        if seen_px > badge.rect.w + 4.0:
            assert badge.rect.x >= scene.lanes_rect.x
            assert badge.rect.right <= scene.lanes_rect.right


def test_a_badge_in_the_middle_of_its_bin_moves_with_time():
    stage = stage_of(small_document(*CROWD))
    views = (DECADE, DECADE.shifted(40 * DAY_S))
    [first], [second] = (of_role(stage.scene(view), "badge") for view in views)
    moved_px = 40 * DAY_S / stage.time_scale(DECADE).seconds_per_px
    assert first.rect.x - second.rect.x == pytest.approx(moved_px, abs=0.01)


def test_a_collapsed_lane_has_its_badge_and_all_its_events_behind_it():
    stage = Stage(ENGLISH)
    collapsed = LaneState(collapsed=frozenset({"town"}))
    stage.fit(Showing(small_document(*CROWD)), plain_surface(), HEADS_PX, lanes=collapsed)
    scene = stage.scene(DECADE)
    [badge] = of_role(scene, "badge")
    assert badge.text == "+400"
    box = stage.fitted.placement.layout.boxes[0]
    assert badge.rect.bottom <= scene.lanes_rect.y + box.bottom_px + 4.0
    assert not of_role(scene, "event-label")


def test_badges_step_back_behind_a_selection():
    stage = stage_of(small_document(*CROWD))
    [badge] = of_role(stage.scene(DECADE, Highlight(selected=(0,))), "badge")
    assert badge.emphasis is Emphasis.DIMMED


def test_under_folded_time_bins_are_counted_in_what_is_left_of_it():
    later = [{"id": f"l{n}", "date": f"1995-05-{n % 28 + 1:02d}"} for n in range(300)]
    stage = Stage(ENGLISH)
    document = small_document(*CROWD, *later)
    stage.fit(Showing(document), plain_surface(), HEADS_PX, quiet=QuietTime(is_folded=True))
    assert stage.fold is not None
    scene = stage.scene(stage.whole_view())
    named = {target_of(label).index for label in of_role(scene, "event-label")}
    counted = sum(shape_of(badge).event_count for badge in of_role(scene, "badge"))
    assert counted >= 700 - len(named)


# -- how a count is written -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (2, "+2"),
        (9_999, "+9999"),
        (10_000, "+10k"),
        (12_999, "+12k"),
        (999_999, "+999k"),
        (1_000_000, "+1M"),
        (1_290_000, "+1.2M"),
    ],
)
def test_large_counts_are_cut_and_never_rounded_up(count, text):
    assert short_count(count, ENGLISH) == text


# -- from outside ---------------------------------------------------------------------------------


def test_the_dump_tells_the_stretch_of_a_badge():
    stage = stage_of(small_document(*CROWD))
    scene = stage.scene(DECADE)
    dumped = dump_scene(scene, DECADE, "1950/1960", stage.fitted.showing, stage.fold)
    [badge] = [item for item in items_of_dump(dumped) if item["kind"] == "badge"]
    [item] = of_role(scene, "badge")
    assert badge["stretch"] == [shape_of(item).first_s, shape_of(item).last_s]
    assert badge["count"] == shape_of(item).event_count
    assert badge["target"] == f"folded:town:{shape_of(item).first_s // 2**27}"


def test_the_nearest_badge_is_looked_for_in_the_lane_first():
    north = [{**event, "lane": "north"} for event in CROWD]
    south = [{"id": f"s{n}", "date": f"1958-05-{n % 28 + 1:02d}", "lane": "south"} for n in range(300)]
    stage = stage_of(small_document(*north, *south, lanes=("north", "south")), plain_surface(height_px=300.0))
    items = stage.scene(DECADE).items
    at_s = seconds_from_civil(1955, 3, 10)

    def lane_near(lanes: tuple[int, ...], axis_s: int) -> int:
        badge = badge_near(items, lanes, axis_s)
        assert badge is not None
        assert badge.kind is Kind.BADGE
        return target_of(badge).lane

    assert lane_near((0,), at_s) == 0
    assert lane_near((1,), at_s) == 1
    assert lane_near((), at_s) == 0
    assert lane_near((), seconds_from_civil(1958, 5, 10)) == 1
    assert badge_near([], (0,), at_s) is None


def test_counting_leaves_the_columns_alone():
    stage = stage_of(small_document(*CROWD))
    before = stage.index.start_s.copy()
    stage.scene(DECADE)
    assert np.array_equal(stage.index.start_s, before)
