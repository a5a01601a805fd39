# SPDX-License-Identifier: MIT
"""The laws of placement, read off finished pictures of random exhibits.

Labels never overlap; zooming in loses no name; panning changes neither rows nor names except at the
window's edge; no event is lost. After Been, Daiches and Yap, "Dynamic Map Labeling".
"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import plain_surface, stage_of
from tests.strategies import document_with, exhibits
from timeline_app.chrono.instant import MEAN_YEAR_S, year_start_s
from timeline_app.scene.items import Kind, Layer, Target, TargetKind
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.view import View, zoomed_about

OVERLAP_PX = 1e-3
"""What rounding may do; eyes and painters begin at a tenth of a pixel."""

rooms = st.fixed_dictionaries(
    {
        "width_px": st.integers(400, 2_000),
        "height_px": st.integers(150, 600),
        "text_scale": st.sampled_from([1.0, 1.5, 2.0, 3.0]),
        "mirrored": st.booleans(),
    }
)
head_widths = st.sampled_from([0.0, 120.0])
crowds = exhibits(least=10)
centres = st.integers(year_start_s(1890), year_start_s(2010))
#: Widths of views from ten minutes to three hundred years, every zoom alike.
view_spans = st.floats(0.0, 1.0).map(lambda part: 600.0 * (300 * MEAN_YEAR_S / 600.0) ** part)
ratios = st.floats(0.0, 1.0)
SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def staged(crowd, room, heads_px):
    return stage_of(document_with(crowd), plain_surface(**room), heads_px)


def view_about(centre_s, span_s, ratio=0.5):
    return zoomed_about(View(0, 600.0), centre_s, ratio, span_s)


def events_of(scene):
    return [item for item in unfolded(scene.items) if item.target and item.target.kind is TargetKind.EVENT]


def labels_of(scene):
    """Return row, x and words of each event label, by event and lane."""
    return {
        (item.target.index, item.target.lane): (item.rect.y, item.rect.x, item.text)
        for item in events_of(scene)
        if item.role == "event-label"
    }


def stretches_of(scene):
    """Return, for each row of each lane, the stretches of x that words and dots take, with their event."""
    rows: dict[tuple[int, float], list[tuple[float, float, Target]]] = {}
    for item in events_of(scene):
        if item.kind in (Kind.LABEL, Kind.DOT) and item.layer in (Layer.LABEL, Layer.MARK):
            middle_y = round(item.rect.centre.y, 3)
            stretch = item.rect.x, item.rect.right, item.target
            rows.setdefault((item.target.lane, middle_y), []).append(stretch)
    return rows


def assert_no_overlap(scene):
    for stretches in stretches_of(scene).values():
        stretches.sort()
        for (_, right, one), (left, _, other) in pairwise(stretches):
            both_marks = one.index == other.index and one.part != "label" and other.part != "label"
            # The dots of one event's dates may stand close; words keep clear of everything.
            assert both_marks or right <= left + OVERLAP_PX, f"{one} reaches into {other}"


@SETTINGS
@given(crowds, rooms, head_widths, centres, view_spans)
def test_words_and_dots_of_a_row_never_overlap_at_any_zoom(crowd, room, heads_px, centre_s, span_s):
    assert_no_overlap(staged(crowd, room, heads_px).scene(view_about(centre_s, span_s)))


@pytest.mark.parametrize("span_s", [600.0 * 1.1**step for step in range(0, 160, 2)])
def test_days_and_minutes_keep_clear_of_each_other_while_they_grow_into_bars(span_s):
    stage = stage_of(
        small_document(
            {"id": "day", "date": "1959-12-14", "importance": 5, "title": "x"},
            {"id": "next-day", "date": "1959-12-15", "importance": 5, "title": "xx"},
            {"id": "minute", "date": "1959-12-15T14:00", "importance": 4, "title": "xxx"},
            {"id": "later", "date": "1959-12-15T16:30", "importance": 5, "title": "x"},
            {"id": "choice", "date": "[1959-12-17,1959-12-20]", "importance": 3, "title": "x"},
            {"id": "after", "date": "1959-12-21", "importance": 5, "title": "x"},
        ),
        plain_surface(1_500.0, 130.0),
    )
    middle_s = year_start_s(1959) + 349 * 86_400
    assert_no_overlap(stage.scene(zoomed_about(View(0, 600.0), middle_s, 0.5, span_s)))


@SETTINGS
@given(crowds, rooms, head_widths, ratios)
def test_they_never_overlap_where_a_label_has_just_got_its_room(crowd, room, heads_px, ratio):
    stage = staged(crowd, room, heads_px)
    placement, width_px = stage.fitted.placement, stage.fitted.frame.lanes.w
    for entry in np.flatnonzero((placement.threshold > 0.0) & np.isfinite(placement.threshold)).tolist():
        # From here on inwards it is named: nowhere is it narrower.
        span_s = float(placement.threshold[entry]) * width_px
        assert_no_overlap(stage.scene(view_about(int(stage.index.start_s[entry]), span_s, ratio)))


@SETTINGS
@given(crowds, rooms, centres, view_spans, st.floats(1.0, 3.0), ratios)
def test_zooming_in_loses_no_name_that_stays_in_view(crowd, room, centre_s, span_s, factor, ratio):
    stage, view = staged(crowd, room, 0.0), view_about(centre_s, span_s)
    before = labels_of(stage.scene(view))
    closer = zoomed_about(view, view.instant_at(ratio), ratio, view.span_s / factor)
    after = labels_of(stage.scene(closer))
    for (ordinal, lane), (row_y, _, words) in before.items():
        (entry,) = (entry for entry in stage.index.entries_of(ordinal) if stage.index.lane[entry] == lane)
        start_s, end_s = int(stage.index.start_s[entry]), int(stage.index.end_s[entry])
        if closer.start_s <= end_s and start_s <= closer.start_s + closer.span_s:
            assert (ordinal, lane) in after
            assert after[ordinal, lane][0] == row_y
            assert after[ordinal, lane][2] == words


@SETTINGS
@given(crowds, rooms, centres, view_spans, st.floats(-0.5, 0.5))
def test_panning_changes_no_row_and_no_name_except_at_the_edge(crowd, room, centre_s, span_s, share):
    stage, view = staged(crowd, room, 0.0), view_about(centre_s, span_s)
    moved = view.shifted(view.span_s * share)
    before, after = labels_of(stage.scene(view)), labels_of(stage.scene(moved))
    width_px = stage.fitted.frame.lanes.w
    for key in before.keys() | after.keys():
        if key in before and key in after:
            assert before[key][0] == after[key][0]
            assert before[key][2] == after[key][2]
            continue
        # Whatever comes or goes has gone through an edge: it is not in both views.
        (entry,) = (entry for entry in stage.index.entries_of(key[0]) if stage.index.lane[entry] == key[1])
        room_s = stage.fitted.placement.label_px[entry] * view.span_s / width_px
        reach_s = max(int(stage.index.end_s[entry]), int(stage.index.anchor_s[entry]) + room_s)
        start_s = int(stage.index.start_s[entry])
        is_inside = [
            seen.start_s <= reach_s + 1 and start_s <= seen.start_s + seen.span_s + 1
            for seen in (view, moved)
        ]
        assert is_inside != [True, True]


@SETTINGS
@given(crowds, rooms, centres, view_spans)
def test_no_event_in_view_is_lost(crowd, room, centre_s, span_s):
    stage, view = staged(crowd, room, 0.0), view_about(centre_s, span_s)
    scene = stage.scene(view)
    drawn = {(item.target.index, item.target.lane) for item in events_of(scene)}
    folded: dict[int, int] = {}
    for item in unfolded(scene.items):
        if item.target and item.target.kind is TargetKind.FOLDED:
            folded[item.target.lane] = folded.get(item.target.lane, 0) + int(item.target.part)
    index = stage.index
    named = labels_of(scene)
    frame, layout = stage.fitted.frame, stage.fitted.placement.layout
    in_sight = {lane for lane, box in enumerate(layout.boxes) if box.top_px <= frame.lanes.h}
    hidden = 0
    for entry in range(len(index)):
        key = int(index.ordinal[entry]), int(index.lane[entry])
        if index.end_s[entry] > view.start_s and index.start_s[entry] < view.end_s:
            assert key in drawn or folded.get(key[1], 0) > 0 or key[1] not in in_sight
            hidden += 0 if key in named or key[1] not in in_sight else 1
    assert scene.hidden_count >= hidden
