# SPDX-License-Identifier: MIT
"""The events behind a badge: which they are, in what order, and what lies before and after them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.stages import ENGLISH, HEADS_PX, of_role, plain_surface, shape_of, stage_of, target_of
from tests.strategies import document_with, exhibits
from timeline_app.chrono.instant import MEAN_YEAR_S, seconds_from_civil, year_start_s
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.folded import beside, folded_entries, folded_list
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View

FIFTIES = year_start_s(1950), year_start_s(1960)
COARSE = 1e6
"""A million seconds a pixel: a decade is some three hundred pixels wide."""


def crowded(*more, **changes) -> Stage:
    """Return a stage with rows for two: thirty days of March 1955 with two events each, and others."""
    pairs = [
        {"id": f"{name}{day}", "date": f"1955-03-{day:02d}", "title": f"{name} {day}"}
        for day in range(1, 31)
        for name in ("a", "b")
    ]
    return stage_of(small_document(*pairs, *more), plain_surface(height_px=120.0), **changes)


def ids(stage: Stage, ordinals) -> list[str]:
    return [stage.fitted.showing.event_id(int(ordinal)) for ordinal in ordinals]


def fifties(lane: str = "town", zoom: float = COARSE) -> FoldedStretch:
    return FoldedStretch(lane, *FIFTIES, zoom)


def test_they_come_in_the_order_of_time_without_those_that_have_a_name():
    stage = crowded()
    found = folded_list(stage, fifties(), ENGLISH)
    named = stage.fitted.placement.threshold >= COARSE
    named_ids = set(ids(stage, stage.index.ordinal[named]))
    by_time = [f"{name}{day}" for day in range(1, 31) for name in ("a", "b")]
    assert ids(stage, found.ordinals) == [event_id for event_id in by_time if event_id not in named_ids]
    assert 0 < len(named_ids) < 60


def test_what_runs_through_the_stretch_is_listed_too():
    reign = {"id": "reign", "date": "1900/1980", "importance": 1}
    ended = {"id": "ended", "date": "1900/1949", "importance": 1}
    later = {"id": "later", "date": "1960-01-01", "importance": 1}
    stage = crowded(reign, ended, later)
    # At a zoom at which only what is named always has a name.
    found = ids(stage, folded_list(stage, fifties(zoom=1e18), ENGLISH).ordinals)
    assert found[0] == "reign"
    assert "ended" not in found
    assert "later" not in found
    always = int((stage.fitted.placement.threshold >= 1e18).sum())
    assert 61 - always <= len(found) <= 61
    assert always < 5


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    crowd=exhibits(least=5, most=40),
    centre_s=st.integers(year_start_s(1890), year_start_s(2010)),
    span_s=st.floats(1e5, 300 * MEAN_YEAR_S),
    zoom=st.floats(1.0, 1e7),
)
def test_they_are_exactly_what_touches_the_stretch_and_is_not_named(crowd, centre_s, span_s, zoom):
    stage = stage_of(document_with(crowd))
    index, threshold = stage.index, stage.fitted.placement.threshold
    first_s, last_s = centre_s - int(span_s / 2), centre_s + int(span_s / 2)
    for lane in range(index.lane_count):
        found = folded_entries(index, stage.fitted.placement, lane, (first_s, last_s), zoom).tolist()
        assert found == [
            entry
            for entry in range(len(index))
            if index.lane[entry] == lane
            and index.start_s[entry] < last_s
            and index.end_s[entry] > first_s
            and threshold[entry] < zoom
        ]


def test_the_heading_tells_how_many_where_and_when():
    stage = crowded()
    found = folded_list(stage, fifties(), ENGLISH)
    assert found.heading == f"{len(found.ordinals)} events in Town, 1950 to 1959, without a name at this zoom"


def test_of_a_single_one_the_heading_speaks_in_the_singular():
    stage = stage_of(small_document({"id": "one", "date": "1955-03-01"}))
    found = folded_list(stage, fifties(zoom=1e18), ENGLISH)
    # An event alone is named at every zoom.
    assert len(found.ordinals) == 0
    rest = {"id": "two", "date": "1955-03-01", "title": "x" * 90, "importance": 1}
    pair = stage_of(small_document({"id": "one", "date": "1955-03-01"}, rest), plain_surface(height_px=90.0))
    one = folded_list(pair, fifties(zoom=1e12), ENGLISH)
    assert len(one.ordinals) == 1
    assert one.heading == "One event in Town, 1950 to 1959, without a name at this zoom"


def test_a_lane_that_is_gone_has_none():
    stage = crowded()
    found = folded_list(stage, fifties("village"), ENGLISH)
    assert (len(found.ordinals), found.is_earlier, found.is_later) == (0, False, False)


def test_a_collapsed_lane_has_all_of_its_events_in_the_list():
    stage = Stage(ENGLISH)
    document = small_document(*({"id": f"e{n}", "date": f"195{n}"} for n in range(10)))
    stage.fit(Showing(document), plain_surface(), HEADS_PX, lanes=LaneState(collapsed=frozenset({"town"})))
    assert len(folded_list(stage, fifties(), ENGLISH).ordinals) == 10


def test_stretches_beside_it_are_as_long_and_hold_the_next_folded_event():
    early = [{"id": f"early{n}", "date": f"1911-03-0{n + 1}", "importance": 1} for n in range(5)]
    late = [{"id": f"late{n}", "date": f"1984-03-0{n + 1}", "importance": 1} for n in range(5)]
    stage = crowded(*early, *late)
    here = fifties()
    earlier, later = beside(stage, here, -1), beside(stage, here, 1)
    assert earlier is not None
    assert later is not None
    for found, at_s in (
        (earlier, seconds_from_civil(1911, 3, 3)),
        (later, seconds_from_civil(1984, 3, 3)),
    ):
        assert found.last_s - found.first_s == here.last_s - here.first_s
        assert found.first_s <= at_s < found.last_s
        assert (found.lane_id, found.seconds_per_px) == (here.lane_id, here.seconds_per_px)
    assert beside(stage, earlier, -1) is None
    assert beside(stage, later, 1) is None
    listed = folded_list(stage, here, ENGLISH)
    assert (listed.is_earlier, listed.is_later) == (True, True)


def test_a_list_stays_the_same_when_quiet_time_is_folded():
    later = [{"id": f"l{n}", "date": f"1995-05-{n % 28 + 1:02d}"} for n in range(300)]
    plain = crowded(*later)
    folded = Stage(ENGLISH)
    folded.fit(plain.fitted.showing, plain.fitted.surface, HEADS_PX, quiet=QuietTime(is_folded=True))
    assert folded.fold is not None
    found = [
        ids(stage, folded_list(stage, fifties(zoom=1e18), ENGLISH).ordinals) for stage in (plain, folded)
    ]
    assert found[0] == found[1]


def test_a_short_stretch_that_has_gone_into_one_second_of_a_break_is_still_a_list():
    reigns = [
        {"id": f"r{n}", "date": "1500-01-01/1990-01-01", "title": "x" * 80, "importance": 1} for n in range(5)
    ]
    about = [{"id": f"e{n}", "date": f"{1490 + n if n < 10 else 1980 + n}"} for n in range(20)]
    plain = stage_of(small_document(*reigns, *about), plain_surface(height_px=120.0))
    folded = Stage(ENGLISH)
    folded.fit(plain.fitted.showing, plain.fitted.surface, HEADS_PX, quiet=QuietTime(is_folded=True))
    first_s = seconds_from_civil(1700, 1, 1)
    here = FoldedStretch("town", first_s, first_s + 4, 0.01)
    assert folded.fold is not None
    assert folded.fold.axis_of(here.first_s) == folded.fold.axis_of(here.last_s)
    going_on = set(ids(plain, folded_list(plain, here, ENGLISH).ordinals))
    assert going_on
    assert going_on <= {"r0", "r1", "r2", "r3", "r4"}
    found = folded_list(folded, here, ENGLISH)
    assert set(ids(folded, found.ordinals)) == going_on
    for step, is_there in ((-1, found.is_earlier), (1, found.is_later)):
        other = beside(folded, here, step)
        assert (other is not None) is is_there
        assert other is None or other.first_s < other.last_s


@pytest.mark.parametrize("part", [0.25, 0.5])
def test_a_list_holds_what_the_badge_has_counted(part):
    stage = crowded()
    view = View.between(seconds_from_civil(1955, 2, 1), seconds_from_civil(1955, 5, 1))
    view = view.shifted(view.span_s * (part - 0.25))
    scene = stage.scene(view)
    badges = of_role(scene, "badge")
    assert badges
    for badge in badges:
        first_s, last_s, count = shape_of(badge)
        stretch = FoldedStretch("town", first_s, last_s, stage.time_scale(view).seconds_per_px)
        found = folded_list(stage, stretch, ENGLISH)
        assert len(found.ordinals) == count == int(target_of(badge).part)
