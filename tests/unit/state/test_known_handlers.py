# SPDX-License-Identifier: MIT
"""The second cursor: typed, stepped, dragged, counted by country and audience, and left again."""

import pytest

from tests.archive_exhibit import archive
from tests.desks import MIDDLE, Desk, century
from tests.sample_documents import small_document
from tests.stages import ENGLISH
from timeline_app.model.known_at import KnownAt
from timeline_app.state.app_state import Selection
from timeline_app.state.evidence_words import (
    audience_message,
    foot_messages,
    known_sentence,
    off_message,
    unknown_message,
)
from timeline_app.state.known_handlers import KnownHandlers


@pytest.fixture
def desk():
    return Desk(archive(), MIDDLE)


def cursor_of(desk):
    return desk.store.state.lens.known_at


def sentence(desk):
    message = known_sentence(desk.store.showing)
    return ENGLISH.text(message) if message is not None else None


@pytest.mark.parametrize(
    ("typed", "text", "said"),
    [
        ("1960", "1960", "In print by the end of 1960: 2 of 5 events, and of one more we do not know"),
        ("in 1960", "1960", "In print by the end of 1960: 2 of 5 events, and of one more we do not know"),
        (
            "14 August 1959",
            "1959-08-14",
            "In print by 14 August 1959: 1 of 5 events, and of one more we do not know",
        ),
        (
            "1959-08-13",
            "1959-08-13",
            "In print by 13 August 1959: 0 of 5 events, and of one more we do not know",
        ),
        ("昭和35年", "1960", "In print by the end of 1960: 2 of 5 events, and of one more we do not know"),
    ],
)
def test_any_date_that_the_program_reads_can_be_typed(desk, typed, text, said):
    assert desk.send("known.set", date=typed)
    assert cursor_of(desk).text == text
    assert sentence(desk) == said


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("zebra", "“zebra” is not understood as a date"),
        ("", "there is no date here"),
        ("1960/..", "nobody knows when it ends"),
        ("03/04/1960", "it can be read in more than one way; write one of 1960-03-04 · 1960-04-03"),
    ],
)
def test_a_date_that_cannot_be_used_moves_nothing_and_is_explained(desk, typed, reason):
    desk.send("known.set", date="1960")
    desk.send("known.set", date=typed)
    assert cursor_of(desk).text == "1960"
    notice = desk.store.state.notice
    assert notice is not None
    assert ENGLISH.text(notice.message) == f"The program cannot go to this date: {reason}."


def test_steps_go_through_the_moments_at_which_something_became_public(desk):
    moments = [moment.text for moment in desk.store.showing.known_moments]
    assert moments == ["1959-08-14", "1959-08-15", "1960-05", "1961", "2004", "2007"]
    desk.send("known.set-at", at_s=desk.store.showing.known_moments[2].at_s)
    assert cursor_of(desk).text == "1960-05"
    desk.send("known.later")
    assert cursor_of(desk).text == "1961"
    desk.send("known.step", by=2)
    assert cursor_of(desk).text == "2007"
    desk.send("known.later")
    assert cursor_of(desk).text == "2007"
    desk.send("known.step", by=-9)
    assert cursor_of(desk).text == "1959-08-14"
    desk.send("known.step", by=0)
    assert cursor_of(desk).text == "1959-08-14"


def test_a_step_from_between_two_moments_goes_to_the_next_one_on_its_side(desk):
    desk.send("known.set", date="1990")
    desk.send("known.earlier")
    assert cursor_of(desk).text == "1961"
    desk.send("known.set", date="1990")
    desk.send("known.later")
    assert cursor_of(desk).text == "2004"


def test_without_a_cursor_a_step_back_begins_at_the_latest_moment(desk):
    assert desk.send("known.earlier")
    assert cursor_of(desk).text == "2007"
    desk.send("known.clear")
    assert cursor_of(desk) is None
    assert not desk.send("known.later")
    desk.send("known.step", by=1)
    assert cursor_of(desk).text == "1959-08-14"


def test_the_cursor_opens_at_the_latest_moment_and_stays_where_it_is_when_it_is_open(desk):
    KnownHandlers(desk.store).open()
    assert cursor_of(desk).text == "2007"
    desk.send("known.set", date="1960")
    KnownHandlers(desk.store).open()
    assert cursor_of(desk).text == "1960"


def test_where_nothing_ever_became_public_the_cursor_opens_at_the_end():
    events = [{"id": "kept", "date": "1958", "known": [{"to": "families", "since": "1958"}]}]
    desk = Desk(small_document(*events), MIDDLE)
    showing = desk.store.showing
    assert showing is not None
    assert showing.known_moments == ()
    KnownHandlers(desk.store).open()
    assert cursor_of(desk).text == "1958-12-31"
    showing = desk.store.showing
    assert showing is not None
    assert not showing.known_moments
    desk.send("known.step", by=1)
    assert cursor_of(desk).text == "1958-12-31"


def test_a_moment_that_is_none_of_the_exhibits_own_is_told_by_its_day(desk):
    end_of_1960 = -283_996_800
    desk.send("known.set-at", at_s=end_of_1960)
    assert cursor_of(desk).text == "1960-12-31"


def test_country_and_audience_stay_while_the_date_moves(desk):
    desk.send("known.set", date="1960")
    assert desk.send("known.audience", audience="governments")
    assert (
        sentence(desk)
        == "Known to governments by the end of 1960: 3 of 5 events, and of one more we do not know"
    )
    assert desk.send("known.country", where="JP")
    desk.send("known.set", date="1958")
    assert cursor_of(desk) == KnownAt(cursor_of(desk).at_s, "1958", "governments", "JP")
    assert (
        sentence(desk)
        == "Known to governments in Japan by the end of 1958: 1 of 5 events, and of one more we do not know"
    )
    desk.send("known.country", where="XX")
    desk.send("known.audience", audience="nobody")
    assert (cursor_of(desk).where, cursor_of(desk).audience) == ("JP", "governments")
    desk.send("known.country", where="")
    assert cursor_of(desk).where == ""


def test_the_cursor_keeps_view_and_selection(desk):
    desk.send("select.event", id="storm", reveal=False)
    before = desk.store.state
    desk.send("known.set", date="1960")
    after = desk.store.state
    assert (after.views, after.selection, after.page) == (before.views, Selection(("storm",)), before.page)
    assert after.history == before.history
    assert desk.store.showing.ordinal("storm") is None
    desk.send("known.clear")
    assert desk.store.state == before


def test_an_exhibit_that_tells_nothing_of_who_knew_offers_no_cursor():
    desk = Desk(century(), MIDDLE)
    for command, arguments in (
        ("known.set", {"date": "1960"}),
        ("known.step", {"by": 1}),
        ("known.earlier", {}),
    ):
        assert not desk.send(command, **arguments)
    handlers = KnownHandlers(desk.store)
    handlers.open()
    handlers.set("1960")
    handlers.set_at(0)
    handlers.step(1)
    assert cursor_of(desk) is None


def test_what_is_said_of_a_cursor_names_audience_and_country():
    at_s = 0
    public = KnownAt(at_s, "1960")
    in_japan = KnownAt(at_s, "1960", "families", "JP")
    elsewhere = KnownAt(at_s, "1960", "participants", "QQ")
    assert ENGLISH.text(audience_message(public)) == "The public"
    assert ENGLISH.text(audience_message(in_japan)) == "Families in Japan"
    assert ENGLISH.text(audience_message(elsewhere)) == "Those who took part in QQ"
    assert ENGLISH.text(unknown_message(public)) == "Not in print by the end of 1960"
    assert ENGLISH.text(unknown_message(in_japan)) == "Not known to families in Japan by the end of 1960"


def test_the_foot_of_a_picture_says_what_the_reader_does_not_see(desk):
    assert foot_messages(desk.store.showing) == ()
    assert known_sentence(desk.store.showing) is None
    desk.send("known.set", date="1960")
    desk.send("known.country", where="JP")
    desk.send("sources.take-away", id="daily")
    desk.send("sources.take-away", id="voice")
    assert [ENGLISH.text(message) for message in foot_messages(desk.store.showing)] == [
        "As in print in Japan by the end of 1960: 2 of 5 events, and of one more we do not know",
        "Sources switched off by the reader: The Minase Daily; and one more",
    ]
    desk.send("sources.give-back", id="daily")
    assert ENGLISH.text(foot_messages(desk.store.showing)[1]) == "Sources switched off by the reader: one"
    desk.send("known.clear")
    assert [ENGLISH.text(message) for message in foot_messages(desk.store.showing)] == [
        "Sources switched off by the reader: What Mori told"
    ]


def test_of_many_sources_the_foot_names_three(desk):
    for name in ("daily", "file", "study", "voice"):
        desk.send("sources.take-away", id=name)
    (said,) = foot_messages(desk.store.showing)
    assert ENGLISH.text(said) == (
        "Sources switched off by the reader: The Minase Daily; A file; A study; and one more"
    )
    told = off_message(desk.store.showing)
    assert told is not None
    assert ENGLISH.text(told) == "4 sources switched off by you"
