# SPDX-License-Identifier: MIT
"""What a stage keeps between frames, how far its views go, and the walk from event to event."""

import gc
import weakref
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline_app.scene.stage as stage_module
from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from tests.stages import ENGLISH, HEADS_PX, of_role, plain_surface, stage_of
from tests.strategies import documents
from timeline_app.chrono.instant import DAY_S, seconds_from_civil, year_start_s
from timeline_app.model.showing import Showing
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View

SURVEY, AGREEMENT, FIRST_BOAT, STORM, SONG = range(5)
FIRST_S, LAST_S = year_start_s(1900), year_start_s(2000)


class Counter:
    """Counts the calls of a function."""

    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@pytest.fixture
def counters(monkeypatch):
    """Return counters of what a stage computes, by name."""
    names = ("build_index", "frame_canvas", "lay_out_lanes", "PlacementWork", "overview_ground")
    made = {name: Counter(getattr(stage_module, name)) for name in names}
    for name, counter in made.items():
        monkeypatch.setattr(stage_module, name, counter)
    return made


def century(*events):
    """Return a stage whose exhibit goes from 1900 to 2000."""
    edges = ({"id": "first", "date": "1900"}, {"id": "last", "date": "1999"})
    return stage_of(small_document(*edges, *events), plain_surface(1_150.0, 400.0))


# -- what is kept ---------------------------------------------------------------------------------


@pytest.mark.parametrize("is_finished", [False, True])
def test_what_a_stage_has_left_goes_at_once_without_the_collector(is_finished):
    # The collector passes over all that was there when a reading or a placing ended: it is no help here.
    events = [{"id": f"e{number}", "date": str(1900 + number)} for number in range(60)]
    stage = stage_of(small_document(*events), plain_surface(1_150.0, 400.0))
    stage.scene(stage.whole_view())
    if is_finished:
        stage.finish()
    left: list[Callable[[], object]] = [weakref.ref(stage.index), weakref.ref(stage.fitted.showing)]
    gc.collect()
    gc.disable()
    try:
        # What was before stays for one more fitting.
        for height_px in (400.0, 420.0):
            stage.fit(Showing(small_document()), plain_surface(1_150.0, height_px), HEADS_PX)
            stage.scene(stage.whole_view())
        assert [kept() for kept in left] == [None, None]
    finally:
        gc.enable()


def test_a_stage_is_fitted_before_it_is_used():
    stage = Stage(ENGLISH)
    assert not stage.is_fitted
    assert stage.max_lane_scroll_px == 0.0
    for ask in (lambda: stage.fitted, lambda: stage.index, lambda: stage.scene(View(0, 600.0))):
        with pytest.raises(RuntimeError, match="has not been fitted"):
            ask()


def test_fitting_the_same_again_computes_nothing(counters):
    stage, showing = Stage(ENGLISH), Showing(harbour())
    assert stage.fit(showing, plain_surface(), HEADS_PX) is True
    fitted = stage.fitted
    assert stage.fit(showing, plain_surface(), HEADS_PX) is False
    assert stage.fitted is fitted
    assert stage.is_fitted
    assert {name: counter.calls for name, counter in counters.items()} == {
        "build_index": 1,
        "frame_canvas": 1,
        "lay_out_lanes": 1,
        "PlacementWork": 1,
        "overview_ground": 0,
    }


def test_another_height_places_anew_and_keeps_the_index(counters):
    stage, showing = Stage(ENGLISH), Showing(harbour())
    stage.fit(showing, plain_surface(1_000.0, 400.0), HEADS_PX)
    index, labels = stage.index, stage.fitted.labels
    assert stage.fit(showing, plain_surface(1_000.0, 700.0), HEADS_PX)
    assert stage.index is index
    assert stage.fitted.labels is labels
    assert (counters["build_index"].calls, counters["PlacementWork"].calls) == (1, 2)


def test_another_width_keeps_even_the_placement(counters):
    stage, showing = Stage(ENGLISH), Showing(harbour())
    stage.fit(showing, plain_surface(1_000.0, 400.0), HEADS_PX)
    placement = stage.fitted.placement
    assert stage.fit(showing, plain_surface(1_300.0, 400.0), HEADS_PX)
    assert stage.fitted.placement is placement
    assert stage.fitted.frame.lanes.w == 1_150.0
    assert counters["PlacementWork"].calls == 1


def test_another_text_size_measures_and_places_anew(counters):
    stage, showing = Stage(ENGLISH), Showing(harbour())
    stage.fit(showing, plain_surface(), HEADS_PX)
    labels = stage.fitted.labels
    assert stage.fit(showing, plain_surface(text_scale=1.5), HEADS_PX)
    assert stage.fitted.labels is not labels
    assert counters["PlacementWork"].calls == 2


def test_another_width_of_the_names_is_another_picture():
    stage, showing = Stage(ENGLISH), Showing(harbour())
    stage.fit(showing, plain_surface(), 150.0)
    assert stage.fit(showing, plain_surface(), 170.0)
    assert stage.fitted.frame.heads.w == 170.0


def test_another_exhibit_is_indexed_anew(counters):
    stage = Stage(ENGLISH)
    stage.fit(Showing(harbour()), plain_surface(), HEADS_PX)
    stage.fit(Showing(small_document({"id": "it", "date": "1959"})), plain_surface(), HEADS_PX)
    assert len(stage.index) == 1
    assert counters["build_index"].calls == 2
    assert counters["PlacementWork"].calls == 2


def test_the_ground_of_the_overview_is_made_once_for_a_surface(counters):
    stage = stage_of(harbour())
    small, large = plain_surface(1_000.0, 88.0), plain_surface(1_200.0, 88.0)
    first = stage.overview(stage.whole_view(), small)
    stage.overview(View(0, 600.0), small)
    assert counters["overview_ground"].calls == 1
    assert first.size == small.size
    stage.overview(stage.whole_view(), large)
    assert counters["overview_ground"].calls == 2
    stage.fit(stage.fitted.showing, plain_surface(900.0, 400.0), HEADS_PX)
    stage.overview(stage.whole_view(), large)
    assert counters["overview_ground"].calls == 3


def test_the_exhibit_s_second_calendar_is_shown():
    year = View.between(year_start_s(1959), year_start_s(1960))
    stage = stage_of(harbour(), plain_surface(1_150.0, 400.0))
    assert [item.text for item in of_role(stage.scene(year), "axis-label-second")] == ["Shōwa 34"]
    plain = stage_of(document_of({**HARBOUR, "calendars": []}), plain_surface(1_150.0, 400.0))
    assert of_role(plain.scene(year), "axis-label-second") == []


def test_the_scales_are_those_of_canvas_and_overview():
    stage = stage_of(harbour(), plain_surface(1_000.0, 400.0))
    scale = stage.time_scale(View(0, 850.0))
    assert (scale.left_px, scale.width_px, scale.mirrored, scale.seconds_per_px) == (150.0, 850.0, False, 1.0)
    overview = stage.overview_scale(plain_surface(1_000.0, 88.0))
    assert (overview.left_px, overview.width_px) == (150.0, 850.0)
    first_s, last_s = stage.index.span_s
    assert overview.view.span_s == pytest.approx(1.04 * (last_s - first_s))
    mirrored = stage_of(harbour(), plain_surface(1_000.0, 400.0, mirrored=True))
    scale = mirrored.time_scale(View(0, 850.0))
    assert (scale.left_px, scale.width_px, scale.mirrored) == (0.0, 850.0, True)


# -- views ----------------------------------------------------------------------------------------


def test_the_whole_view_holds_the_whole_exhibit_with_a_margin():
    stage = century()
    view = stage.whole_view()
    assert view.start_s == pytest.approx(FIRST_S - 0.03 * (LAST_S - FIRST_S), abs=2)
    assert view.end_s >= LAST_S + 0.03 * (LAST_S - FIRST_S) - 2
    assert stage.whole_view(0.0).start_s == FIRST_S


def test_the_whole_view_makes_room_for_the_words_at_its_end():
    stage = century({"id": "it", "date": "1999-12-30", "title": "A ferry sails", "importance": 5})
    scene = stage.scene(stage.whole_view())
    date = next(item for item in of_role(scene, "event-date"))
    assert date.rect.right <= scene.lanes_rect.right


def test_the_room_for_words_has_an_end():
    stage = century({"id": "it", "date": "1999-12-30", "title": "x" * 500})
    assert stage.whole_view(0.0).span_s == pytest.approx(1.3 * (LAST_S - FIRST_S))


def test_an_exhibit_without_dates_has_a_whole_view_too():
    stage = stage_of(small_document({"id": "song"}))
    assert stage.whole_view(0.0) == View(0, float(stage.index.span_s[1]))
    assert [item.text for item in of_role(stage.scene(stage.whole_view()), "no-events")]


def test_a_view_keeps_to_the_exhibit():
    stage = century()
    wide = stage.bounded(View(FIRST_S - 10**11, 10.0**12))
    assert wide.span_s == 1.5 * (LAST_S - FIRST_S)
    inside = View(year_start_s(1950), 10.0 * DAY_S)
    assert stage.bounded(inside) == inside
    narrow = stage.bounded(View(year_start_s(1950), 1.0))
    assert narrow.span_s == 10.0
    late = stage.bounded(View(year_start_s(2500), 100.0 * DAY_S))
    assert late.start_s < LAST_S


def test_lanes_scroll_no_farther_than_they_go():
    stage = stage_of(harbour(), plain_surface(1_000.0, 130.0))
    assert stage.max_lane_scroll_px > 10.0
    view = stage.bounded(stage.whole_view().scrolled_to(1e6))
    assert view.lane_scroll_px == stage.max_lane_scroll_px
    fitting = stage_of(harbour(), plain_surface(1_000.0, 800.0))
    assert fitting.max_lane_scroll_px == pytest.approx(0.0)


def test_a_view_around_events_has_air_and_a_least_width():
    stage = century({"id": "a", "date": "1950"}, {"id": "b", "date": "1959"})
    around = stage.view_around((2, 3), margin=0.0)
    assert around == View(year_start_s(1950), float(year_start_s(1960) - year_start_s(1950)))
    aired = stage.view_around((2, 3))
    assert aired is not None
    assert aired.span_s == pytest.approx(1.7 * around.span_s)
    assert aired.centre_s == pytest.approx(around.centre_s, abs=2)


def test_a_single_day_is_shown_in_four_months():
    stage = century({"id": "a", "date": "1950-06-15"})
    around = stage.view_around((2,), margin=0.0)
    assert around is not None
    assert around.span_s == 120.0 * DAY_S
    assert around.centre_s == seconds_from_civil(1950, 6, 15, 12)


def test_there_is_no_view_around_nothing():
    stage = stage_of(harbour())
    assert stage.view_around(()) is None
    assert stage.view_around((SONG,)) is None
    assert stage.view_around((SONG, STORM)) == stage.view_around((STORM,))


@pytest.mark.parametrize(
    ("start_share", "is_held"),
    [(-0.01, False), (0.03, False), (0.05, True), (0.5, True), (0.87, True), (0.89, False), (1.1, False)],
)
def test_a_view_holds_an_event_that_begins_in_its_inner_part(start_share, is_held):
    stage = century({"id": "a", "date": "1950-06-15"})
    span_s = 1_000.0 * DAY_S
    start_s = seconds_from_civil(1950, 6, 15) - int(start_share * span_s)
    assert stage.holds(View(start_s, span_s), 2) is is_held


def test_a_view_within_a_long_event_holds_it():
    stage = century({"id": "a", "date": "1930/1970"})
    assert stage.holds(View(year_start_s(1950), 1_000.0 * DAY_S), 2)
    assert not stage.holds(View(year_start_s(1970) + 300 * DAY_S, 1_000.0 * DAY_S), 2)


def test_every_view_holds_what_has_no_place():
    assert stage_of(harbour()).holds(View(0, 600.0), SONG)


# -- lanes in sight -------------------------------------------------------------------------------


def low_stage(height_px=130.0):
    return stage_of(harbour(), plain_surface(1_000.0, height_px))


def is_in_window(stage, view, lane):
    box, height_px = stage.fitted.placement.layout.boxes[lane], stage.fitted.frame.lanes.h
    return view.lane_scroll_px <= box.top_px and box.bottom_px <= view.lane_scroll_px + height_px


def test_the_lanes_scroll_just_so_far_that_an_event_is_in_the_window():
    stage = low_stage()
    view = stage.whole_view()
    down = stage.scrolled_to_lane(view, STORM)
    assert is_in_window(stage, down, 2)
    assert not is_in_window(stage, view, 2)
    box = stage.fitted.placement.layout.boxes[2]
    assert down.lane_scroll_px == box.bottom_px - stage.fitted.frame.lanes.h
    assert stage.scrolled_to_lane(down, STORM) == down
    up = stage.scrolled_to_lane(down, AGREEMENT)
    assert up.lane_scroll_px == 0.0
    assert stage.scrolled_to_lane(view, SONG) == view


def test_a_lane_higher_than_the_window_is_shown_from_its_top():
    stage = stage_of(harbour(), plain_surface(1_000.0, 60.0))
    view = stage.scrolled_to_lane(stage.whole_view(), SURVEY)
    assert view.lane_scroll_px == stage.fitted.placement.layout.boxes[1].top_px


def test_an_event_in_sight_stays_in_sight_when_the_lanes_are_laid_out_anew():
    stage = low_stage(500.0)
    view = stage.whole_view()
    assert stage.kept_in_sight(view, STORM) == view
    stage.fit(stage.fitted.showing, plain_surface(1_000.0, 130.0), HEADS_PX)
    assert is_in_window(stage, stage.kept_in_sight(view, STORM), 2)


def test_from_an_event_that_was_scrolled_away_the_reader_is_not_called_back():
    stage = low_stage(130.0)
    view = stage.whole_view()
    stage.fit(stage.fitted.showing, plain_surface(1_000.0, 120.0), HEADS_PX)
    assert stage.kept_in_sight(view, STORM) == view


def test_an_event_that_is_new_to_the_stage_is_brought_in_sight():
    stage = stage_of(small_document({"id": "other", "date": "1959"}), plain_surface(1_000.0, 130.0))
    stage.fit(Showing(harbour()), plain_surface(1_000.0, 130.0), HEADS_PX)
    assert is_in_window(stage, stage.kept_in_sight(stage.whole_view(), STORM), 2)


# -- the walk -------------------------------------------------------------------------------------


def walk(stage, first, direction):
    """Return all events that a direction leads through."""
    found = [first]
    while (following := stage.neighbour(found[-1], direction)) is not None:
        assert len(found) < 100
        found.append(following)
    return found


def test_the_walk_in_time_goes_through_all_events_and_back():
    stage = stage_of(harbour())
    assert walk(stage, SURVEY, "next-in-time") == [SURVEY, AGREEMENT, FIRST_BOAT, STORM]
    assert walk(stage, STORM, "previous-in-time") == [STORM, FIRST_BOAT, AGREEMENT, SURVEY]


def test_the_walk_in_a_lane_stays_there():
    stage = stage_of(harbour())
    assert walk(stage, FIRST_BOAT, "next-in-lane") == [FIRST_BOAT, STORM]
    assert walk(stage, STORM, "previous-in-lane") == [STORM, FIRST_BOAT]
    assert walk(stage, SURVEY, "next-in-lane") == [SURVEY, AGREEMENT, FIRST_BOAT, STORM]


def test_the_way_to_another_lane_leads_to_what_is_nearest_in_time():
    stage = stage_of(
        small_document(
            {"id": "a", "date": "1950", "lane": "top"},
            {"id": "b", "date": "1942", "lane": "low"},
            {"id": "c", "date": "1957", "lane": "low"},
            {"id": "d", "date": "1960", "lane": "low"},
            lanes=("top", "empty", "low"),
        )
    )
    assert stage.neighbour(0, "lane-below") == 2
    assert stage.neighbour(1, "lane-above") == 0
    assert stage.neighbour(0, "lane-above") is None
    assert stage.neighbour(3, "lane-below") is None


def test_an_event_without_a_place_has_no_neighbours():
    stage = stage_of(harbour())
    assert not stage.is_placed(SONG)
    assert stage.is_placed(SURVEY)
    assert stage.neighbour(SONG, "next-in-time") is None


@given(documents)
def test_the_walk_in_time_meets_every_event_with_a_place_once(document):
    stage = stage_of(document)
    placed = [ordinal for ordinal in range(len(document.events)) if stage.is_placed(ordinal)]
    if not placed:
        return
    first = stage.first_in(View(-(2**50), 600.0))
    assert first is not None
    path = walk(stage, first, "next-in-time")
    assert sorted(path) == placed
    assert walk(stage, path[-1], "previous-in-time") == path[::-1]


@given(documents, st.integers(year_start_s(1880), year_start_s(2020)))
def test_the_first_in_a_view_begins_there_or_is_the_next_to_begin(document, start_s):
    stage = stage_of(document)
    index = stage.index
    found = stage.first_in(View(start_s, 600.0))
    later = [int(index.start_s[entry]) for entry in range(len(index)) if index.start_s[entry] >= start_s]
    if len(index) == 0:
        assert found is None
    else:
        assert found is not None
        begins_s = int(index.start_s[index.entries_of(found)[0]])
        assert begins_s == (min(later) if later else int(index.start_s.min()))


def test_what_lies_between_two_events_ends_with_the_last():
    stage = stage_of(
        small_document(
            {"id": "a", "date": "1950", "lane": "top"},
            {"id": "b", "date": "1951", "lane": "low"},
            {"id": "c", "date": "1952", "lane": "top"},
            {"id": "d", "date": "1953", "lane": ["low", "top"]},
            {"id": "e", "date": "1954", "lane": "low"},
            {"id": "f", "lane": "low"},
            lanes=("top", "low"),
        )
    )
    assert stage.between(0, 3) == (0, 2, 3)
    assert stage.between(3, 0) == (2, 3, 0)
    assert stage.between(0, 4) == (0, 1, 2, 3, 4)
    assert stage.between(1, 4) == (1, 3, 4)
    assert stage.between(2, 2) == (2,)
    assert stage.between(0, 5) == (0, 5)
    assert stage.between(5, 5) == ()
