# SPDX-License-Identifier: MIT
"""The timeline for those who hear it."""

import pytest

from tests.sample_documents import HARBOUR, document_of, harbour, small_document
from tests.stages import ENGLISH, plain_surface, stage_of
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.outline import OutlineWords, outline
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View


def view_of(first: tuple[int, int, int], last: tuple[int, int, int]) -> View:
    return View.between(seconds_from_civil(*first), seconds_from_civil(*last))


def outlined(stage: Stage, view: View, most: int = 200) -> list[tuple[list[str], int]]:
    """Return the ids of the events of each lane, and how many are folded."""
    showing = stage.fitted.showing
    lanes = outline(stage, view, stage.scene(view), most)
    return [([showing.event_id(event.ordinal) for event in lane.events], lane.folded) for lane in lanes]


def test_each_event_stands_once_under_its_first_lane_in_the_order_of_time():
    stage = stage_of(harbour())
    assert outlined(stage, stage.whole_view()) == [
        (["agreement"], 0),
        (["survey"], 0),
        (["first-boat", "storm"], 0),
    ]


def test_only_events_in_view_are_listed_but_every_lane_is():
    stage = stage_of(harbour())
    view = view_of((1960, 2, 1), (1960, 6, 1))
    assert outlined(stage, view) == [([], 0), ([], 0), (["first-boat"], 0)]


def test_of_too_many_the_weightier_are_listed_and_the_others_counted():
    events = [{"id": f"e{n}", "date": f"19{n:02d}", "importance": 5 if n % 10 == 0 else 2} for n in range(40)]
    stage = stage_of(small_document(*events))
    [(listed, folded)] = outlined(stage, stage.whole_view(), most=6)
    # The four of importance 5, then the earliest of the others.
    assert (listed, folded) == (["e0", "e1", "e2", "e10", "e20", "e30"], 34)


def test_rectangles_are_those_of_the_picture():
    stage = stage_of(small_document({"id": "one", "date": "1950-07-01"}, {"id": "two", "date": "1960-07-01"}))
    view = view_of((1945, 1, 1), (1965, 1, 1))
    scene = stage.scene(view)
    [lane] = outline(stage, view, scene)
    assert lane.rect.x == scene.lanes_rect.x
    for event in lane.events:
        parts = [
            item.rect
            for item in scene.items
            if item.target is not None and item.target.kind == "event" and item.target.index == event.ordinal
        ]
        assert event.rect.x == min(part.x for part in parts)
        assert event.rect.right == max(part.right for part in parts)
        assert event.rect.y == min(part.y for part in parts)
        assert event.rect.bottom == max(part.bottom for part in parts)


def test_a_bar_that_reaches_beyond_the_window_is_cut_at_its_edge():
    stage = stage_of(small_document({"id": "long", "date": "1900/1999"}))
    view = view_of((1945, 1, 1), (1950, 1, 1))
    scene = stage.scene(view)
    [lane] = outline(stage, view, scene)
    assert lane.events[0].rect.x == scene.lanes_rect.x
    assert lane.events[0].rect.right == scene.lanes_rect.right


def test_scrolled_lanes_are_where_they_are_seen():
    lanes = [f"lane-{number}" for number in range(12)]
    events = [{"id": f"in-{lane}", "date": "1950", "lane": lane} for lane in lanes]
    stage = stage_of(small_document(*events, lanes=lanes), plain_surface(height_px=250.0))
    view = view_of((1940, 1, 1), (1960, 1, 1))
    top_px = outline(stage, view, stage.scene(view))[0].rect.y
    scrolled = view.scrolled_to(40.0)
    assert outline(stage, scrolled, stage.scene(scrolled))[0].rect.y == top_px - 40.0
    beyond = view.scrolled_to(1e6)
    assert outline(stage, beyond, stage.scene(beyond))[0].rect.y == top_px - stage.max_lane_scroll_px


def test_links_and_rings_take_no_room():
    stage = stage_of(harbour())
    view = stage.whole_view()
    plain = outline(stage, view, stage.scene(view))
    chosen = outline(stage, view, stage.scene(view, Highlight(selected=(0,))))
    assert plain[2] == chosen[2]


@pytest.fixture
def words() -> OutlineWords:
    return OutlineWords(stage_of(harbour()), ENGLISH)


def test_a_canvas_is_named_with_the_exhibit_and_the_range(words: OutlineWords):
    view = view_of((1957, 1, 1), (1964, 1, 1))
    assert words.canvas(view) == "Timeline: The harbour of Minase, 1957 to 1963"


def test_a_lane_has_its_own_name(words: OutlineWords):
    assert words.lane(2) == "The crew"


def test_an_event_is_named_with_title_and_date(words: OutlineWords):
    showing = Showing(harbour())
    assert (
        words.event(showing.ordinal("agreement") or 0) == "Town and office agree on a ferry, 13 August 1959"
    )
    assert words.event(showing.ordinal("song") or 0) == "A song about the ferry"


def test_the_details_say_place_era_and_doubt(words: OutlineWords):
    showing = Showing(harbour())
    # The survey is of about March 1958: the plans' era, and the only one in the office's lane before the agreement.
    assert (
        words.event_details(showing.ordinal("survey") or 0)
        == "1 of 2 in The harbour office. Plans. the 1950s. approximate"
    )
    assert (
        words.event_details(showing.ordinal("agreement") or 0) == "1 of 2 in The town. the 1950s. exact day"
    )
    assert words.event_details(showing.ordinal("song") or 0) == ""


def test_what_is_folded_is_counted_in_words(words: OutlineWords):
    assert words.folded(1) == "1 more event in view; zoom in to list it"
    assert words.folded(34) == "34 more events in view; zoom in to list them"


def test_the_canvas_tells_the_range_in_the_further_calendars_too():
    document = document_of({**HARBOUR, "calendars": ["hebrew", "juche"]})
    stage = stage_of(document)
    words = OutlineWords(stage, ENGLISH)
    assert (
        words.calendars(view_of((1957, 1, 1), (1964, 1, 1)))
        == "Hebrew: 5717–5724. Juche (North Korea): Juche 46–52"
    )
    assert words.calendars(view_of((-4999, 1, 1), (-3999, 1, 1))) == ""
