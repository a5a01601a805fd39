# SPDX-License-Identifier: MIT
"""Commands on quiet time: fold, open, and what becomes of views, of Back, and of ranges asked for by date."""

import pytest

from tests.desks import Desk, century
from tests.sample_documents import small_document
from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.model.lane_state import LaneState
from timeline_app.scene.time_fold import QuietTime, axis_of
from timeline_app.scene.view import View

BUSY = [f"{year}-0{month}-12" for year in range(1900, 1906) for month in range(1, 9, 2)]
LATER = [f"{year}-0{month}-12" for year in range(1960, 1964) for month in range(1, 9, 2)]
EVENTS = [
    {"id": f"e{number}", "date": date, "lane": "north" if number < len(BUSY) else "south"}
    for number, date in enumerate([*BUSY, *LATER])
]
SIXTIES = View.between(year_start_s(1960), year_start_s(1964))


def world(*more):
    return small_document(*EVENTS, *more, lanes=("north", "south"))


@pytest.fixture
def desk():
    made = Desk(world(), SIXTIES)
    made.stage()
    made.store.set_view(SIXTIES.shifted(86_400.0))
    return made


def said(desk):
    notice = desk.store.state.notice
    return None if notice is None else ENGLISH.text(notice.message)


def middle_s(desk):
    """Return the instant in the middle of the view, as the stage counts."""
    return desk.stage().time_scale(desk.view).middle_s


def seen(desk):
    """Return the instants between which the view lies."""
    scale = desk.stage().time_scale(desk.view)
    return scale.first_s, scale.last_s


def test_folding_says_how_many_stretches_and_leaves_the_middle_where_it_was(desk):
    before_s, before = middle_s(desk), desk.view
    assert desk.send("view.quiet-time")
    assert said(desk) == "One quiet stretch is folded. Press it on the timeline to open it."
    fold = desk.stage().fold
    assert fold is not None
    assert desk.store.state.fold == fold
    assert middle_s(desk) == before_s
    assert desk.view.span_s == before.span_s
    assert desk.view != before
    desk.send("view.quiet-time")
    assert said(desk) == "All time is shown again."
    assert desk.stage().fold is None
    assert desk.view == before


def test_an_exhibit_without_quiet_time_says_so():
    desk = Desk(century(), SIXTIES)
    desk.send("view.quiet-time")
    assert said(desk) == "No stretch of this exhibit is quiet enough to be folded."
    assert desk.store.state.quiet == QuietTime(is_folded=True)
    desk.send("view.quiet-time")
    assert desk.store.state.quiet == QuietTime()


def test_a_view_of_all_stays_a_view_of_all(desk):
    desk.send("view.fit-all")
    desk.send("view.quiet-time")
    desk.stage()
    first_s, last_s = seen(desk)
    assert first_s < year_start_s(1900) + 20 * 86_400
    assert last_s > seconds_from_civil(1963, 7, 13)
    assert desk.view.span_s < 20 * 31_556_952
    desk.send("view.quiet-time")
    desk.stage()
    assert seen(desk)[1] - seen(desk)[0] < 90 * 31_556_952


def test_a_stretch_is_opened_by_an_instant_in_it_and_folded_again_by_the_same_command(desk):
    assert not desk.send("view.open-break", at_s=year_start_s(1930))
    desk.send("view.quiet-time")
    desk.stage()
    assert desk.send("view.open-break", at_s=year_start_s(1961))
    assert desk.store.state.quiet.opened == ()
    assert desk.send("view.open-break", at_s=year_start_s(1930))
    assert said(desk) == "Opened: 54 years without entries."
    assert desk.stage().fold is None
    desk.send("view.quiet-time")
    assert desk.store.state.quiet == QuietTime(is_folded=True)
    assert desk.stage().fold is not None


def test_the_nearest_stretch_is_opened_by_a_key(desk):
    desk.send("view.quiet-time")
    desk.stage()
    assert desk.send("view.open-quiet")
    assert desk.stage().fold is None
    assert not desk.send("view.open-quiet")


def test_back_leads_to_the_same_time_whatever_is_folded_by_now(desk):
    desk.send("view.show-range", first_s=year_start_s(1901), last_s=year_start_s(1903))
    desk.store.remember()
    desk.send("view.show-range", first_s=year_start_s(1961), last_s=year_start_s(1962))
    plain = desk.view
    desk.send("view.quiet-time")
    desk.stage()
    desk.store.remember()
    desk.send("view.to-first")
    assert desk.send("go.back")
    assert middle_s(desk) == plain.centre_s
    desk.send("view.quiet-time")
    desk.stage()
    assert desk.view == plain
    assert desk.send("go.back")
    assert seen(desk) == (year_start_s(1901), year_start_s(1903))


def test_a_range_of_dates_is_shown_from_one_to_the_other_under_a_fold_too(desk):
    desk.send("view.quiet-time")
    desk.stage()
    desk.send("view.show-range", first_s=year_start_s(1903), last_s=year_start_s(1962))
    assert seen(desk) == (year_start_s(1903), year_start_s(1962))
    assert desk.view.span_s < 20 * 31_556_952


def test_the_range_with_which_an_exhibit_opens_stays_what_was_asked_for():
    asked = View.between(year_start_s(1904), year_start_s(1961))
    desk = Desk(world(), asked, quiet=QuietTime(is_folded=True))
    assert desk.view == asked
    assert desk.stage().fold is not None
    assert seen(desk) == (year_start_s(1904), year_start_s(1961))
    # From now on it is a view like any other.
    desk.send("view.later")
    middle = middle_s(desk)
    desk.send("view.quiet-time")
    assert middle_s(desk) == middle


def test_home_and_end_lead_to_the_ends_of_the_folded_exhibit(desk):
    desk.send("view.quiet-time")
    desk.stage()
    desk.send("view.to-first")
    assert seen(desk)[0] < year_start_s(1901)
    desk.send("view.to-last")
    assert seen(desk)[1] > seconds_from_civil(1963, 7, 12)


def test_hiding_a_lane_folds_anew_and_the_middle_stays(desk):
    desk.send("view.quiet-time")
    desk.stage()
    before_s = middle_s(desk)
    desk.store.set_lanes(LaneState(hidden=frozenset({"north"})))
    assert desk.stage().fold is None
    assert middle_s(desk) == before_s
    desk.store.set_lanes(LaneState())
    assert desk.stage().fold is not None
    assert middle_s(desk) == before_s


def test_opening_leads_to_the_asked_range_under_a_fold():
    document = small_document(*EVENTS, lanes=("north", "south"), opening={"view": "1960/1963"})
    desk = Desk(document, SIXTIES)
    desk.stage()
    desk.send("view.quiet-time")
    desk.stage()
    desk.send("view.opening")
    assert seen(desk) == (year_start_s(1960), year_start_s(1964))


def test_selecting_an_event_brings_it_into_view_across_a_break(desk):
    desk.send("view.quiet-time")
    desk.stage()
    desk.send("select.event", id="e0")
    scale = desk.stage().time_scale(desk.view)
    at_s = seconds_from_civil(1900, 1, 12)
    assert scale.first_s <= at_s <= scale.last_s
    assert desk.view.contains(axis_of(desk.stage().fold, at_s))


def test_the_view_is_counted_anew_once_however_often_the_canvas_asks(desk):
    desk.send("view.quiet-time")
    desk.stage()
    before = desk.store.state
    assert desk.send("view.refold")
    assert desk.store.state == before


def test_where_nothing_is_folded_nothing_can_be_opened(desk):
    assert not desk.send("view.open-quiet")
    assert not desk.send("view.open-break", at_s=year_start_s(1930))
