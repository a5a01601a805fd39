# SPDX-License-Identifier: MIT
"""The four rules of labels in motion, read off finished pictures along paths of pan and zoom.

(a) While panning no label appears, vanishes or changes its row, except at the window's edge. (b) Zooming in no
label vanishes, zooming out none appears. (c) Its place changes continuously, and its size not at all. (d) What
is shown depends on the present view only, never on how one came there. After Been, Daiches and Yap, "Dynamic
Map Labeling" (IEEE TVCG 12(5), 2006).
"""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.made_up import made_up
from tests.sample_documents import small_document
from tests.stages import of_role, plain_surface, stage_of, target_of
from tests.strategies import document_with, exhibits
from timeline_app.chrono.instant import DAY_S, MEAN_YEAR_S, year_start_s
from timeline_app.scene.event_marks import DOT_BELOW_PX, WIDE_BAR_PX
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.labels import INSIDE_PX
from timeline_app.scene.placement import NO_ROW
from timeline_app.scene.view import MIN_SPAN_S, View, zoomed_about

SETTINGS = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
ROUNDING_PX = 0.02

crowds = exhibits(least=10, most=40)
rooms = st.fixed_dictionaries(
    {
        "width_px": st.integers(400, 2_000),
        "height_px": st.integers(150, 600),
        "text_scale": st.sampled_from([1.0, 1.5, 2.0]),
        "mirrored": st.booleans(),
    }
)
centres = st.integers(year_start_s(1890), year_start_s(2010))
#: Widths of views from ten minutes to three hundred years, every zoom alike.
view_spans = st.floats(0.0, 1.0).map(lambda part: 600.0 * (300 * MEAN_YEAR_S / 600.0) ** part)
ratios = st.floats(0.0, 1.0)
pans = st.tuples(st.just("pan"), st.floats(-0.7, 0.7), st.just(0.0))
zooms = st.tuples(st.just("zoom"), st.floats(-2.0, 2.0), ratios)
paths = st.lists(st.one_of(pans, zooms), min_size=1, max_size=8)


def view_about(centre_s: int, span_s: float, ratio: float = 0.5) -> View:
    return zoomed_about(View(0, 600.0), centre_s, ratio, span_s)


def views_along(start: View, path) -> list[View]:
    """Return the views at the stations of a path."""
    found = [start]
    for kind, amount, ratio in path:
        view = found[-1]
        if kind == "pan":
            found.append(view.shifted(view.span_s * amount))
        else:
            anchor = view.anchor_at(ratio)
            found.append(zoomed_about(view, *anchor, view.span_s * 2.0**amount).clamped())
    return found


def labels_of(scene):
    """Return the rectangle and words of each event label, by event and lane."""
    return {
        (target_of(item).index, target_of(item).lane): (item.rect, item.text)
        for item in of_role(scene, "event-label")
    }


def entry_of(stage, key):
    (entry,) = (
        found for found in stage.index.entries_of(key[0]).tolist() if stage.index.lane[found] == key[1]
    )
    return entry


def touches(stage, key, view):
    """Tell whether an event's bar or room for words touches a view: if not, it is beyond the window's edge."""
    index, entry = stage.index, entry_of(stage, key)
    words_s = stage.fitted.placement.label_px[entry] * stage.time_scale(view).seconds_per_px
    reach_s = max(int(index.end_s[entry]) - view.start_s, int(index.anchor_s[entry]) - view.start_s + words_s)
    return reach_s >= -1 and int(index.start_s[entry]) - view.start_s <= view.span_s + 1


@SETTINGS
@given(crowds, rooms, centres, view_spans, paths)
def test_along_any_path_labels_come_and_go_only_as_the_rules_allow(crowd, room, centre_s, span_s, path):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    views = views_along(view_about(centre_s, span_s), path)
    for one, other in pairwise(views):
        before, after = labels_of(stage.scene(one)), labels_of(stage.scene(other))
        for key in before.keys() & after.keys():
            # Row, words and size stay; nothing but x ever changes.
            assert before[key][0].y == after[key][0].y
            assert before[key][0].w == after[key][0].w
            assert before[key][0].h == after[key][0].h
            assert before[key][1] == after[key][1]
        for key in before.keys() ^ after.keys():
            is_new = key in after
            if one.span_s < other.span_s and is_new:
                # Zooming out, only what was beyond the edge may come.
                assert not touches(stage, key, one)
            elif one.span_s > other.span_s and not is_new:
                # Zooming in, only what has gone through the edge may go.
                assert not touches(stage, key, other)
            elif one.span_s == other.span_s:
                assert not (touches(stage, key, one) and touches(stage, key, other))


@SETTINGS
@given(crowds, rooms, centres, view_spans, paths)
def test_what_is_shown_depends_on_the_view_only(crowd, room, centre_s, span_s, path):
    document, surface = document_with(crowd), plain_surface(**room)
    stage = stage_of(document, surface, 0.0)
    views = views_along(view_about(centre_s, span_s), path)
    for view in views:
        stage.scene(view)
    # One that has never seen another view shows the same, to the last item.
    assert stage_of(document, surface, 0.0).scene(views[-1]).items == stage.scene(views[-1]).items


def assert_continuous(stage, one, other, part):
    """Hold the x of labels in two views against each other that differ by a tiny part of their width.

    A mark moves by that part of its distance from the middle of a zoom; words by some times as much at the most.
    """
    before, after = labels_of(stage.scene(one)), labels_of(stage.scene(other))
    width_px = stage.fitted.frame.lanes.w
    for key in before.keys() & after.keys():
        x = before[key][0].x
        assert abs(x - after[key][0].x) <= ROUNDING_PX + 8.0 * part * (abs(x) + 2.0 * width_px), key


@SETTINGS
@given(crowds, rooms, centres, view_spans, ratios, st.sampled_from([1e-6, -1e-6]))
def test_places_are_continuous_in_zoom(crowd, room, centre_s, span_s, ratio, step):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    view = view_about(centre_s, span_s)
    anchor = view.anchor_at(ratio)
    closer = zoomed_about(view, *anchor, view.span_s * (1.0 + step))
    assert_continuous(stage, view, closer, 1e-6)


@SETTINGS
@given(crowds, rooms, st.data())
def test_places_are_continuous_where_dots_become_bars(crowd, room, data):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    index, unit = stage.index, room["text_scale"]
    assume(len(index))
    entry = data.draw(st.integers(0, len(index) - 1))
    critical_px = data.draw(st.sampled_from([DOT_BELOW_PX, WIDE_BAR_PX, WIDE_BAR_PX + 28.0])) * unit
    length_s = int(index.end_s[entry] - index.start_s[entry])
    span_s = length_s / critical_px * stage.fitted.frame.lanes.w
    assume(600.0 <= span_s <= 1e12)
    start_s = int(index.start_s[entry])
    wider, closer = (
        zoomed_about(View(0, 600.0), start_s, 0.3, span_s * part) for part in (1 + 1e-7, 1 - 1e-7)
    )
    assert_continuous(stage, wider, closer, 2e-7)


@SETTINGS
@given(crowds, rooms, centres, view_spans, st.sampled_from([1e-6, -1e-6]))
def test_places_are_continuous_in_pan(crowd, room, centre_s, span_s, step):
    assume(span_s > 1e5)
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    view = view_about(centre_s, span_s)
    assert_continuous(stage, view, view.shifted(view.span_s * step), 1e-6)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("share", [-0.2, 0.0, 0.1, 0.5, 0.9, 0.97, 0.999, 1.01])
def test_the_words_of_a_long_bar_keep_to_the_window_and_slide_out_with_its_end(share, mirrored):
    stage = stage_of(
        small_document({"id": "age", "date": "1900/1999", "title": "A long age"}),
        plain_surface(1_000.0, 300.0, mirrored=mirrored),
        0.0,
    )
    start_s, end_s = int(stage.index.start_s[0]), int(stage.index.end_s[0])
    view = View(start_s + int((end_s - start_s) * share), 10.0 * MEAN_YEAR_S)
    area, scale = stage.fitted.frame.lanes, stage.time_scale(view)
    labels = of_role(stage.scene(view), "event-label")
    bar_start, bar_end = scale.x_of(start_s), scale.x_of(end_s)
    width = 10 * 7.0
    if mirrored:
        expected = (
            min(bar_start - INSIDE_PX, max(area.right - INSIDE_PX, bar_end + INSIDE_PX + width)) - width
        )
        is_in_view = bar_end <= area.right and bar_start >= area.x
    else:
        expected = max(bar_start + INSIDE_PX, min(area.x + INSIDE_PX, bar_end - width - INSIDE_PX))
        is_in_view = bar_end >= area.x and bar_start <= area.right
    assert bool(labels) is is_in_view
    if labels:
        assert labels[0].rect.x == pytest.approx(expected, abs=1e-3)


def test_words_wider_than_their_bar_start_at_it_and_keep_their_room():
    stage = stage_of(
        small_document(
            {"id": "short", "date": "1950-01/1950-02", "title": "x" * 40, "importance": 5},
            {"id": "after", "date": "1950-06/1950-07", "title": "y", "importance": 3},
        ),
        plain_surface(1_000.0, 90.0),
    )
    placement, index = stage.fitted.placement, stage.index
    assert placement.row.tolist() == [0, 0]
    after, short = (int(index.entries_of(ordinal)[0]) for ordinal in (1, 0))
    room_s = int(index.start_s[after] - index.anchor_s[short])
    assert placement.threshold[after] == pytest.approx(room_s / placement.label_px[short])
    middle_s = int(index.start_s[after])
    for part, count in ((0.999, 2), (1.001, 1)):
        span_s = placement.threshold[after] * part * stage.fitted.frame.lanes.w
        assert len(labels_of(stage.scene(view_about(middle_s, span_s)))) == count


def seen(stage, key, view):
    """Return a view with the lanes scrolled to an entry's lane, where not all of them have room."""
    _, lane = key
    box = stage.fitted.placement.layout.boxes[lane]
    return view.scrolled_to(min(box.top_px, stage.max_lane_scroll_px))


@SETTINGS
@given(crowds, rooms)
def test_every_event_is_named_at_some_zoom_or_counts_as_folded_there(crowd, room):
    stage = stage_of(document_with(crowd), plain_surface(**room), 0.0)
    index, placement = stage.index, stage.fitted.placement
    for entry in range(len(index)):
        start_s, key = int(index.start_s[entry]), (int(index.ordinal[entry]), int(index.lane[entry]))
        named_from = min(float(placement.threshold[entry]), MEAN_YEAR_S * 1.0)
        if named_from > 0.0:
            span_s = max(named_from * stage.fitted.frame.lanes.w, MIN_SPAN_S)
            scene = stage.scene(seen(stage, key, view_about(start_s, span_s * (1 - 1e-9))))
            assert key in labels_of(scene)
        else:
            assert placement.row[entry] == NO_ROW
            scene = stage.scene(seen(stage, key, view_about(start_s, 600.0)))
            assert key not in labels_of(scene)
            assert scene.hidden_count >= 1


@SETTINGS
@given(crowds, centres, view_spans)
def test_only_selection_turns_a_title_into_a_card(crowd, centre_s, span_s):
    stage = stage_of(document_with(crowd), plain_surface(1_000.0, 400.0), 0.0)
    view = view_about(centre_s, span_s)
    plain = labels_of(stage.scene(view))
    assert not of_role(stage.scene(view), "event-card")
    for key in list(plain)[:3]:
        scene = stage.scene(view, Highlight((key[0],)))
        # The others keep rows and places; what is selected stands on a card, over them.
        others = {other: found for other, found in labels_of(scene).items() if other[0] != key[0]}
        assert others == {other: found for other, found in plain.items() if other[0] != key[0]}


# -- what is placed in the background ---------------------------------------------------------------


@pytest.fixture(scope="module")
def large():
    """Return the document of an exhibit that is too large to be placed before the first picture."""
    return made_up(6_000)


def test_a_large_exhibit_shows_the_most_important_first_and_the_others_when_they_are_placed(large):
    stage = stage_of(large, plain_surface(1_400.0, 700.0))
    whole = stage.whole_view()
    assert stage.pending is not None
    views = [whole, *(view_about(whole.centre_s, whole.span_s / 4**power) for power in range(1, 6))]
    placement = stage.fitted.placement
    assert 200 <= len(placement.first_entries) < 600
    first = [labels_of(stage.scene(view)) for view in views]
    assert len(first[0]) > 20
    seen = [len(labels) for labels in first]
    generations = [placement.generation]
    while stage.pending is not None:
        asked = iter([False, True])
        stage.pending.run(asked.__next__)
        generations.append(placement.generation)
        for number, view in enumerate(views):
            labels = labels_of(stage.scene(view))
            # A beginning of the finished placement: labels are added, none moves.
            assert first[number].items() <= labels.items()
            assert len(labels) >= seen[number]
            first[number], seen[number] = labels, len(labels)
    assert placement.is_complete
    assert generations == sorted(generations)
    assert stage.whole_view() == whole
    finished = stage_of(large, plain_surface(1_400.0, 700.0))
    finished.finish()
    assert finished.pending is None
    assert [labels_of(finished.scene(view)) for view in views] == first


def test_panning_and_zooming_through_a_large_exhibit_keeps_the_rules(large):
    stage = stage_of(large, plain_surface(1_400.0, 700.0), 0.0)
    stage.finish()
    view = stage.whole_view()
    anchor = view.anchor_at(0.37)
    before = labels_of(stage.scene(view))
    while view.span_s > 30 * DAY_S:
        view = zoomed_about(view, *anchor, view.span_s * 0.8)
        after = labels_of(stage.scene(view))
        gone = [key for key in before.keys() - after.keys() if touches(stage, key, view)]
        assert not gone
        assert all(before[key][0].y == after[key][0].y for key in before.keys() & after.keys())
        moved = view.shifted(view.span_s * math.sin(view.span_s))
        aside = labels_of(stage.scene(moved))
        lost = after.keys() ^ aside.keys()
        assert not [key for key in lost if touches(stage, key, view) and touches(stage, key, moved)]
        assert labels_of(stage.scene(view)) == after
        before = after
    assert np.isfinite(stage.fitted.placement.threshold).any()
