# SPDX-License-Identifier: MIT
"""Which events are in view: what the columns say against a plain loop over all events."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import ENGLISH, HEADS_PX, plain_surface, stage_of
from tests.strategies import LANES, document_with, exhibits
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.model.filters import Filters
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import IDENTITY
from timeline_app.model.showing import Showing
from timeline_app.scene.in_view import events_in_view
from timeline_app.scene.index_basis import drawn_bounds
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View


def fifties() -> View:
    return View.between(year_start_s(1950), year_start_s(1960))


def ids(stage: Stage, view: View) -> list[str]:
    return [stage.fitted.showing.event_id(ordinal) for ordinal in events_in_view(stage.index, view).tolist()]


def test_what_touches_the_stretch_is_in_view_in_the_order_of_time():
    stage = stage_of(
        small_document(
            {"id": "later", "date": "1960-01-01"},
            {"id": "last", "date": "1959-12-31"},
            {"id": "before", "date": "1949"},
            {"id": "through", "date": "1900/1980"},
            {"id": "saying", "date": None},
            {"id": "about", "date": "1955~", "lane": ["town", "office"]},
            lanes=("town", "office"),
        )
    )
    assert ids(stage, fifties()) == ["through", "about", "last"]


def test_hidden_lanes_are_left_out_and_folded_time_counts_as_it_stands():
    document = small_document(
        {"id": "town", "date": "1950", "lane": "town"},
        {"id": "both", "date": "1951", "lane": ["town", "office"]},
        {"id": "office", "date": "1952", "lane": "office"},
        {"id": "far", "date": "2000", "lane": "office"},
        lanes=("town", "office"),
    )
    stage, showing = Stage(ENGLISH), Showing(document)
    lanes = LaneState(hidden=frozenset({"town"}))
    stage.fit(showing, plain_surface(), HEADS_PX, lanes=lanes, quiet=QuietTime(is_folded=True))
    assert stage.fold is not None
    assert ids(stage, stage.whole_view()) == ["both", "office", "far"]
    far_s = stage.fold.axis_of(seconds_from_civil(2000))
    assert ids(stage, View(far_s, 86_400.0)) == ["far"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(
    exhibits(),
    st.integers(1895, 2000),
    st.floats(0.01, 40.0),
    st.frozensets(st.sampled_from(LANES)),
    st.one_of(st.just(()), st.lists(st.sampled_from(LANES), min_size=1, unique=True)),
)
def test_it_is_what_lens_lanes_and_view_let_through(events, year, years, hidden, filtered):
    document = document_with(events)
    lens = replace(IDENTITY, filters=Filters(lane=frozenset(filtered))) if filtered else IDENTITY
    showing = Showing(document, lens)
    stage = Stage(ENGLISH)
    stage.fit(showing, plain_surface(), HEADS_PX, lanes=LaneState(hidden=hidden))
    view = View(year_start_s(year), years * 365.0 * 86_400.0)

    begins, ends = drawn_bounds(document.events.dates)
    wanted = set()
    for number, event in enumerate(events):
        has_place = event["date"] is not None and parse(event["date"]).earliest_s is not None
        is_shown = bool(set(event["lane"]) - hidden) and (
            not filtered or bool(set(event["lane"]) & set(filtered))
        )
        is_near = begins[number] < view.end_s and ends[number] > view.start_s
        if (has_place or document.events.dates.is_dated[number]) and is_shown and is_near:
            wanted.add(f"event-{number}")
    found = ids(stage, view)
    assert len(found) == len(set(found))
    assert set(found) == wanted
    starts = [begins[showing.ordinal(name)] for name in found]
    assert starts == sorted(starts)


def test_a_view_beside_everything_holds_nothing():
    stage = stage_of(small_document({"id": "one", "date": "1950"}))
    assert ids(stage, View(year_start_s(1970), 1e6)) == []
