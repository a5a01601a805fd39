# SPDX-License-Identifier: MIT
"""The ruler: where its points are put and moved, what it says of the length, and how it is drawn."""

from __future__ import annotations

import pytest

from tests.desks import EVENTS, MIDDLE, Desk, century
from tests.sample_documents import small_document
from tests.stages import ENGLISH, items_of_dump
from timeline_app.chrono.instant import DAY_S, MEAN_YEAR_S, seconds_from_civil, year_start_s
from timeline_app.model.as_long_as import as_long_as
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import dump_scene
from timeline_app.scene.items import Kind
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.ruler_marks import RulerMarks
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import QuietTime
from timeline_app.scene.view import View
from timeline_app.state.ruler import PointKind, Ruler, RulerPoint
from timeline_app.state.ruler_handlers import RulerHandlers
from timeline_app.state.ruler_words import ruler_marks
from timeline_app.state.store import Store

BEGIN, END, DATE = PointKind.BEGIN, PointKind.END, PointKind.DATE


class RulerDesk(Desk):
    """A desk with a ruler."""

    def __init__(self, document=None, view=MIDDLE, *, quiet=None):
        super().__init__(document or century(), view, quiet=quiet or QuietTime())
        self.stage()
        self.handlers = RulerHandlers(self.store, self.stage)

    @property
    def ruler(self) -> Ruler:
        """What lies there."""
        assert self.store.state.ruler is not None
        return self.store.state.ruler

    @property
    def marks(self) -> RulerMarks:
        """What it shows."""
        state, showing = self.store.state, self.store.showing
        assert showing is not None
        assert state.document is not None
        found = ruler_marks(self.ruler, showing, state.document.date_settings, ENGLISH, state.fold)
        assert found is not None
        return found


@pytest.fixture
def desk():
    return RulerDesk()


def said(desk):
    notice = desk.store.state.notice
    return None if notice is None else ENGLISH.text(notice.message)


# -- laying it ----------------------------------------------------------------------------------------


def test_it_is_laid_from_the_middle_of_the_view_and_put_away(desk):
    desk.handlers.toggle()
    assert desk.ruler.first.kind is PointKind.MOMENT
    assert abs(desk.ruler.first.at_s - desk.view.centre_s) < 3 * DAY_S
    assert desk.view.contains(desk.ruler.last.at_s)
    assert not desk.ruler.is_first_in_hand
    desk.handlers.toggle()
    assert desk.store.state.ruler is None


def test_it_is_laid_from_the_event_in_hand(desk):
    desk.send("select.event", id="peace", reveal=True)
    desk.handlers.toggle()
    assert desk.ruler.first == RulerPoint(BEGIN, "peace")
    assert desk.marks.first.said == "28 June 1919"


def test_an_event_without_a_date_is_no_point(desk):
    desk.send("select.event", id="saying")
    desk.handlers.toggle()
    assert desk.ruler.first.kind is PointKind.MOMENT
    desk.handlers.to_event()
    assert said(desk) == "This event has no date to measure from."


def test_two_dates_in_any_form_are_measured_and_come_into_view(desk):
    desk.handlers.between("28 July 1914", "大正7年11月11日")
    assert desk.marks.length == "4 years, 3 months, 14 days"
    assert desk.marks.text == (
        "28 July 1914 – 11 November 1918: 4 years, 3 months, 14 days · about as long as “war”"
    )
    assert desk.view.contains(seconds_from_civil(1914, 7, 28))
    assert desk.view.contains(seconds_from_civil(1918, 11, 11))
    assert desk.store.state.history.behind


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1914", "", "The ruler needs two dates."),
        ("14 December", "1956", "“14 December” has no year"),
        ("../1914", "1956", "“../1914” has no beginning to measure from: "),
    ],
)
def test_what_is_no_date_is_said_and_measures_nothing(desk, first, last, words):
    desk.handlers.between(first, last)
    assert desk.store.state.ruler is None
    assert said(desk).startswith(words)


def test_the_order_of_the_points_does_not_matter(desk):
    desk.handlers.between("1929-10-24", "1919-06-28")
    backwards = desk.marks
    desk.handlers.between("1919-06-28", "1929-10-24")
    assert (backwards.first, backwards.last, backwards.length) == (
        desk.marks.first,
        desk.marks.last,
        desk.marks.length,
    )
    assert desk.marks.length == "10 years, 3 months, 26 days"
    assert (backwards.in_hand, desk.marks.in_hand) == (0, 1)


def test_doubt_is_told_and_shaded(desk):
    desk.handlers.between("1956", "1959-12-14")
    assert desk.marks.length == "between 2 years, 11 months and 4 years"
    assert desk.marks.first.doubt_s == (year_start_s(1956), year_start_s(1957))
    assert desk.marks.last.doubt_s is None
    assert desk.marks.notes == ()


def test_from_the_event_to_the_marked_place(desk):
    desk.store.mark_place()
    desk.send("select.event", id="moon")
    assert desk.commands.specs["ruler.to-mark"].enabled(desk.store.state)
    desk.handlers.to_mark()
    assert desk.ruler.first == RulerPoint(BEGIN, "moon")
    assert abs(desk.ruler.last.at_s - MIDDLE.centre_s) < 3 * DAY_S


@pytest.mark.parametrize("text", ["", "at:", "at:x:1", "moment:1", "begin:"])
def test_text_that_is_no_point_lays_nothing(desk, text):
    assert RulerPoint.read(text) is None
    desk.handlers.lay("begin:war", text, holds_first=False)
    assert desk.store.state.ruler is None


@pytest.mark.parametrize(
    "point",
    [RulerPoint(BEGIN, "war"), RulerPoint(END, "a:b"), RulerPoint(PointKind.MOMENT, at_s=-5, unit=12)],
)
def test_points_are_read_as_they_are_written(point):
    assert RulerPoint.read(point.text) == point


# -- moving its points --------------------------------------------------------------------------------


def test_a_point_steps_by_the_ticks_and_the_window_follows(desk):
    desk.handlers.toggle()
    before = desk.ruler.last.at_s
    desk.handlers.step(1, is_big=False)
    small = desk.ruler.last.at_s - before
    desk.handlers.step(1, is_big=True)
    assert 0 < small < 40 * DAY_S
    assert desk.ruler.last.at_s - before > small
    for _ in range(30):
        desk.handlers.step(1, is_big=True)
        assert desk.view.contains(desk.ruler.last.at_s)
    there = desk.ruler.last.at_s
    desk.handlers.step(-1, is_big=True)
    assert desk.ruler.last.at_s < there
    desk.handlers.step(1, is_big=True)
    assert desk.ruler.last.at_s == there


def test_the_other_point_is_taken_in_hand(desk):
    desk.handlers.toggle()
    first, last = desk.ruler.first, desk.ruler.last
    desk.handlers.swap()
    desk.handlers.step(-1, is_big=False)
    assert desk.ruler.last == last
    assert desk.ruler.first.at_s < first.at_s
    assert desk.marks.in_hand == 0


def test_a_point_is_put_at_the_beginning_of_an_event_and_then_at_its_end(desk):
    desk.handlers.toggle()
    desk.send("select.event", id="war")
    desk.handlers.to_event()
    assert desk.ruler.last == RulerPoint(BEGIN, "war")
    desk.handlers.swap()
    desk.handlers.to_event()
    desk.handlers.to_event()
    assert desk.ruler.first == RulerPoint(END, "war")
    assert desk.marks.length == "4 years, 3 months, 14 days"
    # An event is no measure of itself.
    assert desk.marks.notes == ()


def test_backwards_the_window_follows_too(desk):
    desk.handlers.toggle()
    desk.handlers.swap()
    for _ in range(30):
        desk.handlers.step(-1, is_big=True)
        assert desk.view.contains(desk.ruler.first.at_s)


def test_from_an_event_near_the_right_edge_it_is_laid_to_the_left():
    desk = RulerDesk(view=View.between(seconds_from_civil(1916, 1, 1), seconds_from_civil(1919, 8, 1)))
    desk.send("select.event", id="peace", reveal=False)
    desk.handlers.toggle()
    assert desk.view.contains(desk.ruler.last.at_s)
    assert desk.ruler.last.at_s < seconds_from_civil(1919, 6, 28)


def test_without_a_ruler_or_an_exhibit_nothing_happens():
    store = Store()
    handlers = RulerHandlers(store, lambda: Stage(ENGLISH))
    handlers.toggle()
    handlers.swap()
    handlers.step(1, is_big=True)
    handlers.to_event()
    handlers.put_away()
    handlers.between("1914", "1918")
    assert handlers.date_point("1914") is None
    assert handlers.x_of(RulerPoint(DATE, "1914"), MIDDLE) is None
    assert store.state.ruler is None


def test_to_the_mark_an_event_with_a_date_is_needed(desk):
    desk.store.mark_place()
    desk.send("select.event", id="saying")
    desk.handlers.to_mark()
    assert said(desk) == "This event has no date to measure from."
    assert desk.store.state.ruler is None


@pytest.mark.parametrize("date", ["XXXX-12-25", "/1914"])
def test_a_date_without_a_year_or_beginning_has_its_place_or_none(desk, date):
    desk.store.set_ruler(Ruler(RulerPoint(DATE, date), RulerPoint(DATE, "1920")))
    state, showing = desk.store.state, desk.store.showing
    found = ruler_marks(desk.ruler, showing, state.document.date_settings, ENGLISH)
    assert found is None


# -- what holds for what is shown ----------------------------------------------------------------------


def test_a_point_at_an_event_that_is_hidden_is_told_no_more(desk):
    document = century()
    ruler = Ruler(RulerPoint(BEGIN, "war"), RulerPoint(DATE, "1920"))
    hidden = Showing(document, Lens(filters=desk.store.state.lens.filters))
    assert ruler_marks(ruler, hidden, document.date_settings, ENGLISH) is not None
    gone = Ruler(RulerPoint(BEGIN, "nobody"), RulerPoint(DATE, "1920"))
    assert ruler_marks(gone, hidden, document.date_settings, ENGLISH) is None


def test_folded_time_keeps_the_length_and_is_said():
    busy = [
        f"{year}-0{month}-12" for year in (*range(1900, 1906), *range(1960, 1964)) for month in range(1, 9, 2)
    ]
    events = [{"id": f"e{number}", "date": date, "lane": "north"} for number, date in enumerate(busy)]
    desk = RulerDesk(
        small_document(*events, lanes=("north",)),
        View.between(year_start_s(1900), year_start_s(1964)),
        quiet=QuietTime(is_folded=True),
    )
    assert desk.store.state.fold is not None
    desk.handlers.between("1905-01-01", "1961-03-02")
    assert desk.marks.length == "56 years, 2 months, 1 day"
    assert "quiet time between them is folded" in desk.marks.notes
    desk.handlers.between("1961-01-01", "1961-03-02")
    assert desk.marks.notes == ()


def test_the_measure_is_the_most_important_event_of_about_that_length():
    events = (
        {"id": "near", "date": "1900-01-01/1910-01-01", "importance": 2},
        {"id": "nearer", "date": "1920-01-01/1930-02-01", "importance": 5},
        {"id": "doubtful", "date": "1900/1910~", "importance": 5},
        {"id": "open", "date": "1900/..", "importance": 5},
        {"id": "moment", "date": "1900", "importance": 5},
    )
    showing = Showing(small_document(*events))
    ten = 10 * MEAN_YEAR_S
    assert as_long_as(showing, ten) == 1
    assert as_long_as(showing, ten, frozenset({"nearer"})) == 0
    assert as_long_as(showing, int(ten * 1.07)) is None
    assert as_long_as(showing, DAY_S) is None


# -- as it is drawn -----------------------------------------------------------------------------------


def drawn(desk, view=None):
    scene = desk.stage().scene(view or desk.view, overlays=Overlays(ruler=desk.marks))
    return scene, {item.role: item for item in scene.items if item.role.startswith("ruler")}


def test_two_lines_dates_in_the_axis_and_the_length_on_a_card(desk):
    desk.handlers.between("1921-01-01", "1922-03-01")
    scene, items = drawn(desk)
    lines = sorted(item.rect.centre.x for item in scene.items if item.role == "ruler-line")
    scale = desk.stage().time_scale(desk.view)
    assert lines == pytest.approx(
        [scale.x_of(seconds_from_civil(1921, 1, 1)), scale.x_of(seconds_from_civil(1922, 3, 1))]
    )
    assert items["ruler-length"].text == "1 year, 2 months"
    assert items["ruler-flag-word"].text == "1 January 1921"
    assert items["ruler-flag-held-word"].text == "1 March 1922"
    card = items["ruler-card"].rect
    assert lines[0] < card.centre.x < lines[1]
    assert scene.lanes_rect.y <= card.y
    assert card.bottom <= scene.lanes_rect.bottom
    # No name of the axis is cut by a date of the ruler.
    flags = [item.rect for item in scene.items if item.role in {"ruler-flag", "ruler-flag-held"}]
    for item in scene.items:
        if item.kind is Kind.LABEL and item.role.startswith("axis"):
            assert not any(flag.intersects(item.rect) for flag in flags)


def test_what_is_out_of_sight_leaves_its_date_at_the_edge(desk):
    desk.handlers.between("1921-01-01", "1968-03-01")
    view = View.between(seconds_from_civil(1920, 6, 1), seconds_from_civil(1922, 1, 1))
    scene, items = drawn(desk, view)
    assert len([item for item in scene.items if item.role == "ruler-line"]) == 1
    assert items["ruler-flag-held"].rect.right <= scene.axis_rect.right + 0.01
    assert items["ruler-card"].rect.right <= scene.lanes_rect.right + 0.01


def test_it_stands_in_the_dump(desk):
    desk.handlers.between("1921-01-01", "1922-03-01")
    scene, _ = drawn(desk)
    showing = desk.store.showing
    dumped = items_of_dump(dump_scene(scene, desk.view, "", showing))
    assert [item["text"] for item in dumped if item["role"] == "ruler-length"] == ["1 year, 2 months"]


def test_without_a_ruler_nothing_of_it_is_drawn(desk):
    scene = desk.stage().scene(desk.view)
    assert [item.role for item in scene.items if item.role.startswith("ruler")] == []
    assert len(EVENTS) == 6
