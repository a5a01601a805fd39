# SPDX-License-Identifier: MIT
"""Going to dates, and marking places and returning to them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.desks import MIDDLE, Desk, century
from tests.sample_documents import small_document
from tests.stages import ENGLISH
from timeline_app.chrono.instant import DAY_S, seconds_from_civil, year_start_s
from timeline_app.scene.time_fold import QuietTime, axis_of
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.going_dates import NoStretch, Stretch, stretch_of, view_around
from timeline_app.state.marks import MOST_MARKS
from timeline_app.state.store import Store

SPAN = (year_start_s(1900), year_start_s(1970))


@pytest.fixture
def desk():
    made = Desk(century(), MIDDLE)
    made.stage()
    return made


def said(desk):
    notice = desk.store.state.notice
    return None if notice is None else ENGLISH.text(notice.message)


def holds(view, first_s, last_s):
    return view.start_s <= first_s and last_s <= view.end_s


# -- dates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("1956", (1956, 1, 1), (1957, 1, 1), "1956"),
        ("March 1956", (1956, 3, 1), (1956, 4, 1), "March 1956"),
        ("1956-03", (1956, 3, 1), (1956, 4, 1), "March 1956"),
        ("14 March 1956", (1956, 3, 14), (1956, 3, 15), "14 March 1956"),
        ("昭和34年12月14日", (1959, 12, 14), (1959, 12, 15), "14 December 1959"),
        ("1959년 12월", (1959, 12, 1), (1960, 1, 1), "December 1959"),
        ("1914-07-28/1918-11-11", (1914, 7, 28), (1918, 11, 12), "28 July 1914 to 11 November 1918"),
        ("1958/..", (1958, 1, 1), (1970, 1, 1), "from 1958 on"),
        ("../1910", (1900, 1, 1), (1911, 1, 1), "until 1910"),
        ("1990/..", (1990, 1, 1), (1990, 1, 2), "from 1990 on"),
        ("../1850", (1850, 12, 31), (1851, 1, 1), "until 1850"),
    ],
)
def test_any_form_of_a_date_names_a_stretch(text, first, last, words):
    found = stretch_of(text, SPAN)
    assert isinstance(found, Stretch)
    assert (found.first_s, found.last_s) == (seconds_from_civil(*first), seconds_from_civil(*last))
    assert ENGLISH.text(found.said) == words


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ("", "there is no date here", "write for example 1959"),
        ("soon", "“soon” is not understood as a date", "write for example 1959"),
        ("14 December", "“14 December” has no year", "write the year in four digits"),
        ("XXXX-12-25", "“XXXX-12-25” has no year", "write the year in four digits"),
        ("../..", "“../..” ", "write "),
        ("30 February 1958", "", "check year, month and day"),
    ],
)
def test_what_is_no_date_says_why_and_what_to_write(text, reason, hint):
    found = stretch_of(text, SPAN)
    assert isinstance(found, NoStretch)
    assert ENGLISH.text(found.reason).startswith(reason)
    assert ENGLISH.text(found.hint).startswith(hint)
    assert found.choices == ()


def test_an_ambiguous_date_gives_the_choices():
    found = stretch_of("7/8/1959", SPAN)
    assert isinstance(found, NoStretch)
    assert found.choices == ("1959-07-08", "1959-08-07")


def test_a_day_is_seen_with_a_month_around_it_and_a_year_with_air():
    day = view_around(0, DAY_S, DAY_S)
    assert day.span_s == 30 * DAY_S
    assert day.centre_s == DAY_S // 2
    year = view_around(0, 365 * DAY_S, 365 * DAY_S)
    assert year.span_s == pytest.approx(365 * DAY_S * 1.3)
    minute = view_around(0, 60, 60)
    assert minute.span_s == 30 * 60


@given(st.integers(-(10**14), 10**14), st.integers(1, 10**11))
def test_the_whole_stretch_is_always_in_view(first_s, length_s):
    assert holds(view_around(first_s, first_s + length_s, length_s), first_s, first_s + length_s)


@given(st.integers(1, 10**11), st.integers(1, 10**11))
@example(one_s=86_401, other_s=86_402)
def test_a_longer_stretch_is_never_seen_closer(one_s, other_s):
    short_s, long_s = sorted((one_s, other_s))
    # Whole seconds before and after: an odd one more or less is no matter.
    assert view_around(0, short_s, short_s).span_s <= view_around(0, long_s, long_s).span_s + 1


def test_going_to_a_date_shows_it_says_it_and_is_remembered(desk):
    before = desk.view
    assert desk.send("go.to-date", date="march 1929")
    assert holds(desk.view, seconds_from_civil(1929, 3), seconds_from_civil(1929, 4))
    assert desk.view.span_s < 60 * DAY_S
    assert said(desk) == "This is March 1929."
    desk.send("go.back")
    assert desk.view == before


def test_the_lanes_stay_scrolled_where_they_were(desk):
    desk.store.set_view(desk.stage().bounded(MIDDLE.scrolled_to(40.0)))
    scroll_px = desk.view.lane_scroll_px
    desk.send("go.to-date", date="1930")
    assert desk.view.lane_scroll_px == scroll_px


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1800", "All that is shown here is later than 1800."),
        ("2010", "All that is shown here is earlier than 2010."),
    ],
)
def test_a_date_beside_the_exhibit_is_said_and_the_view_keeps_to_it(desk, date, words):
    desk.send("go.to-date", date=date)
    assert said(desk) == words
    assert desk.view == desk.stage().bounded(desk.view)


def test_what_is_not_understood_moves_nothing(desk):
    before = desk.store.state
    desk.send("go.to-date", date="14 December")
    assert said(desk) == (
        "The program cannot go to this date. “14 December” has no year: "
        "write the year in four digits: 1959, or 0079 for AD 79."
    )
    assert (desk.view, desk.store.state.history) == (before.view, before.history)


def test_without_an_exhibit_there_is_no_date_to_go_to():
    from timeline_app.state.going_handlers import GoingHandlers

    handlers = GoingHandlers(Store(), lambda: pytest.fail("no stage"))
    assert handlers.understand("1956") is None
    handlers.to_date("1956")
    handlers.mark("Ctrl+Shift+D")
    handlers.come_back()


def test_an_exhibit_without_dates_still_goes_where_one_asks():
    desk = Desk(small_document({"id": "saying", "lane": "sky"}, lanes=("sky",)), View(0, 1e8))
    desk.stage()
    desk.send("go.to-date", date="1970")
    assert said(desk) == "This is 1970."


# -- quiet time ---------------------------------------------------------------------------------------

BUSY = [
    f"{year}-0{month}-12" for year in (*range(1900, 1906), *range(1960, 1964)) for month in range(1, 9, 2)
]
FOLDED = [{"id": f"e{number}", "date": date, "lane": "north"} for number, date in enumerate(BUSY)]


@pytest.fixture
def quiet_desk():
    made = Desk(
        small_document(*FOLDED, lanes=("north",)),
        View.between(year_start_s(1960), year_start_s(1964)),
        quiet=QuietTime(is_folded=True),
    )
    assert made.stage().fold is not None
    return made


def test_a_date_beyond_folded_time_is_found_where_it_stands(quiet_desk):
    quiet_desk.send("go.to-date", date="1961")
    fold = quiet_desk.stage().fold
    first_s, last_s = (axis_of(fold, year_start_s(year)) for year in (1961, 1962))
    assert holds(quiet_desk.view, first_s, last_s)
    assert quiet_desk.view.span_s == pytest.approx((last_s - first_s) * 1.3, rel=0.01)


def test_a_date_within_folded_time_shows_the_break_and_offers_to_open_it(quiet_desk):
    quiet_desk.send("go.to-date", date="3 May 1930")
    assert said(quiet_desk) == "Quiet time is folded here, and 3 May 1930 lies in it."
    assert quiet_desk.store.state.notice.action == "view.open-quiet"
    fold = quiet_desk.stage().fold
    (gap,) = fold.gaps
    assert holds(quiet_desk.view, gap.axis_first_s, gap.axis_last_s)
    assert not holds(quiet_desk.view, *(axis_of(fold, at_s) for at_s in fold.span_s))
    quiet_desk.send("view.open-quiet")
    assert quiet_desk.stage().fold is None
    assert quiet_desk.view.contains(seconds_from_civil(1930, 5, 3))


# -- marks --------------------------------------------------------------------------------------------


def test_a_marked_place_is_returned_to_from_anywhere_with_view_selection_and_page(desk):
    assert not desk.commands.is_enabled("go.return")
    desk.send("select.event", id="war")
    marked = desk.view
    desk.send("go.mark")
    assert said(desk) == "This place is marked. Ctrl+Shift+D returns to it from anywhere."
    desk.send("view.fit-all")
    desk.send("select.event", id="moon")
    desk.store.show_page(PanelPage.LEGEND)
    elsewhere = desk.view
    desk.send("go.return")
    assert (desk.view, desk.ids, desk.store.state.page) == (marked, ("war",), PanelPage.EVENT)
    assert said(desk) == "Back at marked place 1 of 1."
    desk.send("go.back")
    assert (desk.view, desk.ids, desk.store.state.page) == (elsewhere, ("moon",), PanelPage.LEGEND)


def test_several_marks_form_a_ring(desk):
    views = []
    for year in ("1905", "1915", "1930"):
        desk.send("go.to-date", date=year)
        desk.send("go.mark")
        views.append(desk.view)
    assert said(desk) == (
        "This place is marked, one of 3. Ctrl+Shift+D returns to it, and then to those marked before."
    )
    seen = []
    for _ in range(4):
        desk.send("go.return")
        seen.append(desk.view)
    assert seen == [views[1], views[0], views[2], views[1]]
    assert said(desk) == "Back at marked place 2 of 3."
    desk.send("view.fit-all")
    desk.send("go.return")
    assert desk.view == views[2]


def test_at_the_only_mark_nothing_moves_and_that_is_said(desk):
    desk.send("go.mark")
    history = desk.store.state.history
    desk.send("go.return")
    assert said(desk) == "This is the marked place. No other one is marked."
    assert desk.store.state.history == history


def test_a_place_is_marked_once_and_the_oldest_mark_makes_room(desk):
    desk.send("go.mark")
    desk.send("go.mark")
    assert len(desk.store.state.marks.places) == 1
    for year in range(1901, 1901 + MOST_MARKS):
        desk.send("go.to-date", date=str(year))
        desk.send("go.mark")
    places = desk.store.state.marks.places
    assert len(places) == MOST_MARKS
    assert MIDDLE not in [place.view for place in places]
    assert places[-1].view == desk.view


def test_marks_outlast_a_reading_of_the_same_file_and_not_another_exhibit(desk):
    desk.send("go.mark")
    desk.store.swap_document(century(), (), MIDDLE)
    assert len(desk.store.state.marks.places) == 1
    from dataclasses import replace
    from pathlib import Path

    desk.store.swap_document(replace(century(), path=Path("other.yaml")), (), MIDDLE)
    assert desk.store.state.marks.places == ()
    assert not desk.commands.is_enabled("go.return")


def test_a_mark_is_the_same_place_when_time_is_folded_meanwhile(quiet_desk):
    quiet_desk.send("go.to-date", date="1961")
    quiet_desk.send("go.mark")
    quiet_desk.send("view.quiet-time")
    quiet_desk.stage()
    quiet_desk.send("go.return")
    fold = quiet_desk.stage().fold
    assert fold is None
    assert quiet_desk.view.contains(seconds_from_civil(1961, 7))
