# SPDX-License-Identifier: MIT
"""The laws of placement hold while quiet time is folded: rows, names and events in view, as without it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.stages import ENGLISH, plain_surface
from tests.strategies import document_with, exhibits
from tests.unit.scene.test_placement_laws import (
    SETTINGS,
    assert_no_overlap,
    labels_of,
    ratios,
    rooms,
)
from timeline_app.model.showing import Showing
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import zoomed_about

FAR = tuple(
    {"date": f"16{year:02d}-0{month}-01", "lane": ["town"], "importance": 1 + month % 5, "title": "x" * month}
    for year in range(3)
    for month in range(1, 9, 2)
)
"""A busy time long before all others."""

crowds = exhibits(least=10)
spans = st.floats(0.0, 1.0)


def folded_stage(crowd, room):
    stage = Stage(ENGLISH)
    document = document_with([*crowd, *FAR])
    stage.fit(Showing(document), plain_surface(**room), 0.0, quiet=QuietTime(is_folded=True))
    stage.finish()
    assume(stage.fold is not None)
    return stage


def view_of(stage, at, part):
    """Return a view about a part of the folded exhibit, from all of it to a day."""
    whole = stage.whole_view()
    return zoomed_about(whole, whole.instant_at(at), 0.5, whole.span_s * (86_400.0 / whole.span_s) ** part)


@SETTINGS
@given(crowds, rooms, ratios, spans)
def test_words_and_dots_never_overlap(crowd, room, at, part):
    stage = folded_stage(crowd, room)
    assert_no_overlap(stage.scene(view_of(stage, at, part)))


@SETTINGS
@given(crowds, rooms, ratios, spans, st.floats(1.0, 3.0))
def test_zooming_in_loses_no_name_that_stays_in_view(crowd, room, at, part, factor):
    stage = folded_stage(crowd, room)
    view = view_of(stage, at, part)
    closer = zoomed_about(view, view.instant_at(at), at, view.span_s / factor)
    before, after = labels_of(stage.scene(view)), labels_of(stage.scene(closer))
    for (ordinal, lane), (row_y, _, words) in before.items():
        (entry,) = (entry for entry in stage.index.entries_of(ordinal) if stage.index.lane[entry] == lane)
        start_s, end_s = int(stage.index.start_s[entry]), int(stage.index.end_s[entry])
        if closer.start_s <= end_s and start_s <= closer.start_s + closer.span_s:
            assert after[ordinal, lane][::2] == (row_y, words)


@SETTINGS
@given(crowds, rooms, ratios, spans, st.floats(-0.5, 0.5))
def test_panning_over_a_break_changes_no_row_and_no_name(crowd, room, at, part, share):
    stage = folded_stage(crowd, room)
    view = view_of(stage, at, part)
    before = labels_of(stage.scene(view))
    after = labels_of(stage.scene(view.shifted(view.span_s * share)))
    for key in before.keys() & after.keys():
        assert before[key][::2] == after[key][::2]


@SETTINGS
@given(crowds, rooms, ratios, spans)
def test_the_order_in_which_events_stand_is_that_of_time(crowd, room, at, part):
    stage = folded_stage(crowd, room)
    plain = Stage(ENGLISH)
    plain.fit(stage.fitted.showing, stage.fitted.surface, 0.0)
    view = view_of(stage, at, part)
    scale = stage.time_scale(view)
    assert stage.index.ordinal.tolist() == plain.index.ordinal.tolist()
    assert scale.xs_of(plain.index.start_s).tolist() == scale.xs_at(stage.index.start_s).tolist()
    assert scale.xs_of(plain.index.end_s).tolist() == scale.xs_at(stage.index.end_s).tolist()
