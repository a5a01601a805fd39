# SPDX-License-Identifier: MIT
"""The curtain drawn, pulled and taken away; parts of events withheld, and revealed one by one."""

import pytest

from tests.desks import Desk
from tests.kept_back_exhibit import harbour_votes
from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.model.curtain import Part, Withheld, with_question
from timeline_app.model.lens import Lens
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.curtain_handlers import CurtainHandlers
from timeline_app.state.curtain_words import curtain_message, kept_back_sentence, withheld_message
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.state.store import Store

VIEW = View.between(seconds_from_civil(1957), seconds_from_civil(1962))


@pytest.fixture
def desk():
    made = Desk(harbour_votes(), VIEW)
    CurtainHandlers(made.store).bind(made.commands)
    return made


def behind(desk):
    curtain = desk.store.state.lens.curtain
    return None if curtain is None else curtain.text


def words(message):
    return None if message is None else ENGLISH.text(message)


def said(desk):
    notice = desk.store.state.notice
    return None if notice is None else ENGLISH.text(notice.message)


def test_it_is_drawn_behind_the_event_in_hand_and_taken_away_again(desk):
    desk.store.select(("order",))
    assert not desk.send("curtain.forward")
    desk.send("curtain.toggle")
    assert behind(desk) == "1958-06-10"
    desk.send("curtain.toggle")
    assert behind(desk) is None


def test_without_an_event_it_is_drawn_in_the_middle_of_the_view(desk):
    desk.send("curtain.toggle")
    assert behind(desk) == "1959-07-03"


def test_it_is_pulled_on_from_event_to_event_and_back(desk):
    desk.send("curtain.to", date="1957")
    seen = []
    for command in ("forward", "forward", "back", "back", "back", "back"):
        desk.send(f"curtain.{command}")
        seen.append(behind(desk))
    assert seen == ["1958-06-10", "1959-08-14", "1958-06-10", "1957-05-01", "1957-03-04", "1957-03-04"]


def test_behind_the_last_event_it_goes(desk):
    desk.send("curtain.to", date="1961")
    desk.send("curtain.forward")
    assert behind(desk) is None
    assert said(desk) == "All events are shown again."


@pytest.mark.parametrize(
    ("typed", "text", "notice"),
    [
        ("1958", "1958", None),
        ("10 June 1958", "1958-06-10", None),
        ("some day", None, "The curtain stays where it is."),
        ("1958/..", None, "The curtain stays where it is."),
        ("03/04/1957", None, "The curtain stays where it is."),
    ],
)
def test_any_date_can_be_typed(desk, typed, text, notice):
    desk.send("curtain.to", date=typed)
    assert behind(desk) == text
    assert (said(desk) or "").startswith(notice or "")


def test_without_an_exhibit_nothing_happens():
    handlers = CurtainHandlers(Store())
    handlers.toggle()
    handlers.to("1958")
    handlers.forward()
    handlers.back()
    handlers.withhold(Part.DATE)
    handlers.reveal()
    assert handlers._first_days_s() == []


def test_it_is_said_what_is_kept_back(desk):
    showing = desk.store.showing
    assert kept_back_sentence(showing) is None
    desk.send("curtain.to", date="1958")
    assert words(curtain_message(desk.store.showing)) == "Hidden after the end of 1958"
    desk.store.select(("vote",))
    desk.send("withhold.title")
    assert words(withheld_message(desk.store.showing)) == "Parts of 1 event are withheld"
    assert kept_back_sentence(desk.store.showing) == curtain_message(desk.store.showing)


def test_it_is_pulled_from_year_to_year_between_the_first_event_and_the_last(desk):
    desk.send("curtain.to", date="1958-07-03")
    seen = []
    for command in ("forward", "forward", "back", "back", "back", "back"):
        desk.send(f"curtain.year-{command}")
        seen.append(behind(desk))
    assert seen == ["1958", "1959", "1958", "1957", "1957-03-04", "1957-03-04"]
    desk.send("curtain.to", date="1961")
    desk.send("curtain.year-forward")
    assert (behind(desk), said(desk)) == (None, "All events are shown again.")
    assert not desk.send("curtain.year-back")


@pytest.mark.parametrize(
    ("moment", "last_seen"),
    [
        (seconds_from_civil(1959), "1958"),
        (seconds_from_civil(1958, 7, 1), "1958-06"),
        (seconds_from_civil(1958, 7, 4), "1958-07-03"),
        (seconds_from_civil(-44, 1, 1), "-0045-12-31"),
    ],
)
def test_a_hand_hangs_it_at_a_moment_and_it_is_named_after_what_ends_there(desk, moment, last_seen):
    desk.send("curtain.to", date="1960")
    at = RulerPoint(PointKind.MOMENT, at_s=moment, unit=0).text
    assert desk.send("curtain.place", at=at)
    assert (behind(desk), desk.store.state.lens.curtain.at_s) == (last_seen, moment)
    desk.send("curtain.place", at="begin:vote")
    assert behind(desk) == last_seen


def test_parts_of_the_event_in_hand_are_withheld_and_told_again(desk):
    assert not desk.send("withhold.title")
    desk.store.select(("vote",))
    desk.send("withhold.title")
    desk.send("withhold.date")
    assert desk.store.state.is_tray_open
    assert desk.store.state.lens.parts_withheld("vote") == {Part.TITLE, Part.DATE}
    desk.send("withhold.title")
    assert desk.store.state.lens.parts_withheld("vote") == {Part.DATE}
    assert desk.commands.is_enabled("view.undated")


def test_what_is_withheld_is_revealed_one_by_one(desk):
    for name in ("vote", "order", "pier"):
        desk.store.select((name,))
        desk.send("withhold.outcome")
    desk.store.select(("order",))
    desk.send("withhold.reveal")
    assert [each.event_id for each in desk.store.state.lens.withheld] == ["vote", "pier"]
    assert desk.store.state.selection.ids == ("order",)
    desk.send("withhold.reveal")
    assert desk.store.state.selection.ids == ("vote",)
    assert desk.store.state.page is PanelPage.EVENT
    desk.send("withhold.reveal-all")
    assert desk.store.state.lens.withheld == ()
    assert not desk.send("withhold.reveal")


def test_what_a_class_is_asked_for_is_not_revealed_along_the_way(desk):
    withheld = (Withheld("pier", frozenset({Part.TITLE})), *with_question((), "vote"))
    desk.store.set_lens(Lens(withheld=withheld))
    desk.send("withhold.reveal-all")
    assert [each.event_id for each in desk.store.state.lens.withheld] == ["vote"]
    assert not desk.commands.is_enabled("withhold.reveal")
    CurtainHandlers(desk.store).reveal()
    assert [each.event_id for each in desk.store.state.lens.withheld] == ["vote"]
    assert withheld_message(desk.store.showing) is None


def test_the_commands_wait_for_an_exhibit(desk):
    state = AppState()
    for name in (
        "curtain.toggle",
        "curtain.back",
        "withhold.title",
        "withhold.reveal",
        "predict.next",
        "predict.leave",
    ):
        assert not desk.commands.specs[name].enabled(state)
