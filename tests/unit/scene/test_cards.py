# SPDX-License-Identifier: MIT
"""The raised cards of selected events: alone, at the window's end, and among several."""

from itertools import combinations

import pytest

from tests.sample_documents import small_document
from tests.stages import of_event, of_role, stage_of
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import BarShape, Emphasis, EndStyle, Kind, Layer
from timeline_app.scene.view import View

TITLE = "A title of some length"


def years(first: int, last: int) -> View:
    return View.between(seconds_from_civil(first, 1, 1), seconds_from_civil(last, 1, 1))


def stage_with(*dates: str):
    events = [{"id": f"e{n}", "date": date, "title": f"{TITLE} {n}"} for n, date in enumerate(dates)]
    return stage_of(small_document(*events))


def middle_of(items, part: str) -> float:
    [item] = [item for item in items if item.target.part == part]
    return float(item.rect.centre.x)


@pytest.mark.parametrize("date", ["1952-01-01", "1959-10-01", "1957-06-01"])
def test_the_mark_of_a_card_stays_at_its_date(date):
    stage, view = stage_with(date), years(1950, 1960)
    plain = of_event(stage.scene(view), 0)
    raised = of_event(stage.scene(view, Highlight(selected=(0,))), 0)
    assert middle_of(raised, "card-mark") == pytest.approx(middle_of(plain, "mark"), abs=2.0)


def test_at_the_windows_end_the_card_stands_before_its_mark():
    stage, view = stage_with("1959-06-01"), years(1950, 1960)
    scene = stage.scene(view, Highlight(selected=(0,)))
    [card] = of_role(scene, "event-card")
    assert card.rect.right <= scene.lanes_rect.right
    raised = of_event(scene, 0)
    [words] = [item for item in raised if item.role == "event-label"]
    assert words.rect.right < middle_of(raised, "card-mark") < card.rect.right


def test_words_stand_on_the_card_only():
    stage = stage_with("1952-01-01", "1955-01-01")
    for selected in ((0,), (0, 1)):
        scene = stage.scene(years(1950, 1960), Highlight(selected=selected))
        words = [item.text for item in of_role(scene, "event-label")]
        assert sorted(words) == [f"{TITLE} 0", f"{TITLE} 1"]


def test_cards_of_several_hide_nothing():
    stage = stage_with(*(f"19{year}-03-01" for year in range(50, 80)))
    scene = stage.scene(years(1945, 1985), Highlight(selected=tuple(range(30))))
    cards = of_role(scene, "event-card")
    assert 2 < len(cards) < 30
    assert not any(first.rect.intersects(second.rect) for first, second in combinations(cards, 2))
    unnamed = [item for item in scene.items if item.role == "strip-mark"]
    assert len(unnamed) + len(cards) == 30
    assert all(item.emphasis & Emphasis.SELECTED for item in unnamed)


def test_a_long_bar_among_several_keeps_its_card_in_the_window():
    stage = stage_with("1900-01-01/1999-12-31", "1955-01-01")
    scene = stage.scene(years(1950, 1960), Highlight(selected=(0, 1)))
    assert all(card.rect.x > scene.lanes_rect.x for card in of_role(scene, "event-card"))


def test_links_are_drawn_only_where_an_end_is_in_the_window():
    first = {"id": "a", "date": "1950-01-01", "links": [{"to": "b", "kind": "led-to"}]}
    stage = stage_of(small_document(first, {"id": "b", "date": "1970-01-01"}))
    chosen = Highlight(selected=(0,))
    shown = of_role(stage.scene(years(1945, 1955), chosen), "link")
    assert [item.layer for item in shown] == [Layer.ARC, Layer.RAISED], "the line, and its piece on the card"
    assert of_role(stage.scene(years(1955, 1965), chosen), "link") == []


def test_the_whole_view_has_room_for_the_words_of_the_last_event():
    stage = stage_with("1950-01-01", "1960-01-01")
    scene = stage.scene(stage.whole_view())
    assert len(of_role(scene, "event-label")) == 2
    assert all(item.rect.right <= scene.lanes_rect.right for item in of_role(scene, "event-label"))


@pytest.mark.parametrize(("last_year", "style"), [(1951, EndStyle.CROSSED), (1958, EndStyle.SOLID)])
def test_a_known_end_under_the_label_leaves_its_words_free(last_year, style):
    stage = stage_with(f"1950-07-01/{last_year}-12-31")
    [mark] = [item for item in of_event(stage.scene(years(1950, 1960)), 0) if item.kind is Kind.BAR]
    assert isinstance(mark.detail, BarShape)
    assert mark.detail.right is style
