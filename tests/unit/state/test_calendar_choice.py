# SPDX-License-Identifier: MIT
"""Which further calendars are shown: the exhibit's own, or those that the reader has chosen; notices about it."""

from pathlib import Path

import pytest

from tests.desks import MIDDLE, Desk, century
from tests.sample_documents import small_document
from tests.stages import plain_surface
from timeline_app.base.messages import Message
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.store import Store


def exhibit(*calendars: str):
    return small_document({"id": "a", "date": "1920"}, calendars=list(calendars))


def said(desk: Desk) -> Message:
    """Return what is said in passing."""
    notice = desk.store.state.notice
    assert notice is not None
    return notice.message


@pytest.fixture
def desk():
    return Desk(exhibit("japanese-era", "juche"), MIDDLE)


def test_at_first_the_exhibit_s_own_calendars_are_shown_two_at_the_most():
    assert Desk(exhibit(), MIDDLE).store.state.calendars == ()
    assert Desk(exhibit("hebrew"), MIDDLE).store.state.calendars == ("hebrew",)
    assert Desk(exhibit("hebrew", "julian", "islamic"), MIDDLE).store.state.calendars == ("hebrew", "julian")
    assert Store().state.calendars == ()


def test_a_command_shows_a_calendar_and_puts_it_away(desk):
    assert desk.send("view.calendar", name="juche")
    assert desk.store.state.calendars == desk.store.showing.calendars == ("japanese-era",)
    assert desk.send("view.calendar", name="hebrew")
    assert [calendar.name for calendar in desk.stage().fitted.calendars] == ["japanese-era", "hebrew"]
    assert desk.store.state.notice is None


def test_a_third_takes_the_place_of_the_older_one_and_is_told_of(desk):
    desk.send("view.calendar", name="hebrew")
    assert desk.store.state.calendars == ("juche", "hebrew")
    assert said(desk) == Message.of(
        "notice.calendar-replaced",
        gone=Message.of("calendar.name.japanese-era"),
        come=Message.of("calendar.name.hebrew"),
    )


def test_a_row_that_has_no_room_is_told_of():
    desk = Desk(exhibit(), MIDDLE, plain_surface(height_px=150.0))
    desk.send("view.calendar", name="hebrew")
    assert desk.store.state.calendars == ("hebrew",)
    assert said(desk) == Message.of("notice.calendar-no-room")


def test_going_back_to_the_exhibit_s_own_choice_follows_the_exhibit_again(desk):
    desk.send("view.calendar", name="juche")
    assert desk.store.state.chosen_calendars == ("japanese-era",)
    desk.send("view.calendar", name="juche")
    assert desk.store.state.chosen_calendars is None
    desk.store.swap_document(exhibit("islamic"), (), MIDDLE)
    assert desk.store.state.calendars == ("islamic",)


def test_a_choice_outlives_a_saved_file_and_not_another_exhibit(desk):
    desk.store.choose_calendars(("hebrew",))
    desk.store.swap_document(exhibit("islamic"), (), MIDDLE)
    assert desk.store.state.calendars == ("hebrew",)
    other = small_document({"id": "a", "date": "1920"}, path=Path("elsewhere.yaml"))
    desk.store.swap_document(other, (), MIDDLE, KeptPlace(calendars=("buddhist",)))
    assert desk.store.state.calendars == ("buddhist",)


def test_an_unknown_calendar_changes_nothing(desk):
    before = desk.store.state
    assert desk.send("view.calendar", name="martian")
    assert desk.store.state is before


@pytest.mark.parametrize("end", ["closest", "widest", "whole-axis"])
def test_ends_of_zooming_are_explained_again_each_time(desk, end):
    for number in (1, 2):
        desk.send("view.explain-end", end=end)
        notice = desk.store.state.notice
        assert (notice.message, notice.number) == (Message.of(f"notice.zoom-end.{end}"), number)


def test_zoom_steps_beyond_the_end_explain_it_and_a_run_of_them_is_one_step_of_the_history():
    desk = Desk(exhibit(), MIDDLE)
    first = desk.view
    for _ in range(60):
        desk.send("view.closer")
    assert desk.view.span_s == 10.0
    assert said(desk) == Message.of("notice.zoom-end.closest")
    assert len(desk.store.state.history.behind) == 1
    desk.send("go.back")
    assert desk.view == first


def test_zooming_elsewhere_in_the_window_is_another_gesture():
    desk = Desk(century(), MIDDLE)
    desk.send("view.zoom", factor=2.0, at=0.25)
    once = desk.view
    desk.send("view.zoom", factor=2.0, at=0.75)
    assert desk.view.instant_at(0.75) == once.instant_at(0.75)
    assert desk.view.span_s == once.span_s / 2
