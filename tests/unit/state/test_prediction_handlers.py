# SPDX-License-Identifier: MIT
"""A class is asked when an event was: it is withheld, placed, revealed, and how far apart the two are is told."""

from functools import partial

import pytest

from tests.desks import Desk
from tests.kept_back_exhibit import VOTE, harbour_votes
from tests.sample_documents import small_document
from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.chrono.phrases import date_in_words
from timeline_app.chrono.ticks import UNITS
from timeline_app.model.curtain import Part
from timeline_app.model.lens import IDENTITY
from timeline_app.scene.time_fold import UNFOLDED, QuietTime
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.asking import in_order, next_of
from timeline_app.state.prediction import is_asking, is_open
from timeline_app.state.prediction_handlers import PredictionHandlers
from timeline_app.state.prediction_words import guess_marks, told_of
from timeline_app.state.present_keys import PresentKeys
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.state.store import Store
from timeline_app.state.tour_state import Cover, PresentState, TourState

VIEW = View.between(seconds_from_civil(1956), seconds_from_civil(1962))


@pytest.fixture
def desk():
    return asking_desk(harbour_votes())


def asking_desk(document, view=VIEW):
    made = Desk(document, view)
    PredictionHandlers(made.store, made.stage).bind(made.commands)
    return made


def asked(desk):
    prediction = desk.store.state.prediction
    return None if prediction is None else prediction.event_id


def told(desk):
    return told_of(desk.store.state, desk.store.showing)


def marks(desk):
    return guess_marks(desk.store.state, desk.store.showing, ENGLISH)


def moment(*date, unit):
    return RulerPoint(PointKind.MOMENT, at_s=seconds_from_civil(*date), unit=unit)


YEAR, DAY = (
    next(n for n, each in enumerate(UNITS) if each.span_s // 86_400 in days) for days in ({365}, {1})
)


def test_the_event_in_hand_is_asked_for_and_withheld(desk):
    desk.store.select(("vote",))
    assert desk.send("predict.begin")
    state = desk.store.state
    assert (asked(desk), state.page, state.selection.ids) == ("vote", PanelPage.PREDICTION, ())
    assert state.lens.parts_withheld("vote") == {Part.DATE, Part.OUTCOME}
    assert is_asking(state)
    assert desk.store.showing.undated_ordinals == (VOTE,)


@pytest.mark.parametrize(
    ("given", "found"), [("", "order"), ("vote", "vote"), ("pier", None), ("storm", None)]
)
def test_only_what_is_marked_for_it_is_asked_for(desk, given, found):
    desk.store.select(("pier",))
    desk.send("predict.begin", id=given)
    assert asked(desk) == found
    if found is None:
        assert ENGLISH.text(desk.store.state.notice.message).startswith("This exhibit marks no event")


def test_one_key_asks_reveals_and_goes_on_until_all_were_asked(desk):
    seen = []
    for _ in range(5):
        desk.send("predict.next")
        seen.append((asked(desk), is_open(desk.store.state), desk.store.state.lens == IDENTITY))
    assert seen == [
        ("order", True, False),
        ("order", False, True),
        ("vote", True, False),
        ("vote", False, True),
        (None, False, True),
    ]
    assert ENGLISH.text(desk.store.state.notice.message) == "There are no more questions."


def test_who_has_looked_elsewhere_comes_back_to_the_question_first(desk):
    desk.send("predict.next")
    desk.store.show_page(PanelPage.LEGEND)
    assert not is_asking(desk.store.state)
    assert is_open(desk.store.state)
    assert not desk.send("predict.later")
    assert marks(desk) is None
    desk.send("predict.next")
    assert is_asking(desk.store.state)


def test_a_guess_is_moved_by_the_ticks_of_the_axis(desk):
    desk.send("predict.next")
    desk.send("predict.later")
    first = desk.store.state.prediction.guess
    assert first.at_s == pytest.approx(desk.store.state.view.centre_s, abs=31 * 86_400)
    desk.send("predict.later")
    after = desk.store.state.prediction.guess.at_s
    assert after > first.at_s
    desk.send("predict.earlier")
    assert first.at_s - 31 * 86_400 <= desk.store.state.prediction.guess.at_s < after
    desk.send("predict.much-earlier")
    assert desk.store.state.prediction.guess.at_s < first.at_s
    desk.send("predict.earlier")
    assert ENGLISH.text(told(desk).guess)


def test_a_guess_that_leaves_the_window_takes_it_along(desk):
    desk.send("predict.next")
    desk.send("predict.place", at=moment(1961, 12, 20, unit=DAY).text)
    desk.send("predict.much-later")
    desk.send("predict.much-later")
    assert desk.store.state.view.start_s > VIEW.start_s
    desk.send("predict.place", at=moment(1956, 1, 2, unit=DAY).text)
    desk.send("predict.much-earlier")
    assert desk.store.state.view.contains(desk.store.state.prediction.guess.at_s)


@pytest.mark.parametrize("text", ["begin:vote", "date:1957", "nothing", "at:x:y"])
def test_a_guess_is_a_moment_and_nothing_else(desk, text):
    desk.send("predict.next")
    desk.send("predict.place", at=text)
    assert desk.store.state.prediction.guess is None


def test_an_open_question_is_told_without_its_answer(desk):
    desk.send("predict.begin", id="vote")
    found = told(desk)
    assert (found.title.text, [who.text for who in found.who]) == (
        "The council votes for a pier",
        ["Mori Haru"],
    )
    assert ENGLISH.text(found.question) == "What could this person know then, and from whom?"
    assert (found.is_open, found.date, found.apart, found.guess) == (True, None, None, None)
    assert marks(desk).text == "The council votes for a pier · When was it? Place it on the timeline."
    desk.send("predict.place", at=moment(1958, 3, 4, unit=DAY).text)
    assert (
        marks(desk).text
        == "The council votes for a pier · Here? It can still be moved. · Guess: 4 March 1958"
    )


def test_where_nobody_is_named_the_question_is_about_those_who_decided(desk):
    desk.send("predict.begin", id="order")
    assert ENGLISH.text(told(desk).question) == "What could those who decided know then, and from whom?"


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (moment(1958, 3, 4, unit=DAY), "It was 1 year earlier than the guess."),
        (moment(1957, 2, 4, unit=DAY), "It was 1 month later than the guess."),
        (moment(1957, 3, 4, unit=DAY), "The guess is where it was."),
        (moment(1957, unit=YEAR), "The guess is where it was."),
        (
            moment(1959, unit=YEAR),
            "It was about 2 years earlier than the guess.",
        ),
    ],
)
def test_a_revealed_question_tells_how_far_apart_the_two_are(desk, guess, said):
    desk.send("predict.begin", id="vote")
    desk.send("predict.place", at=guess.text)
    desk.send("predict.reveal")
    found = told(desk)
    assert date_in_words(found.date, ENGLISH) == "4 March 1957"
    assert ENGLISH.text(found.apart) == said
    assert marks(desk).answer.said == "It was: 4 March 1957"
    assert desk.store.state.selection.ids == ("vote",)
    assert not desk.send("predict.reveal")


def test_what_is_revealed_without_a_guess_is_only_shown(desk):
    desk.send("predict.begin", id="vote")
    desk.send("predict.reveal")
    assert told(desk).apart is None
    assert marks(desk).note == "Here it was."


def test_a_doubtful_answer_stands_with_its_doubt():
    desk = asking_desk(small_document({"id": "vague", "date": "1957-03", "predict": True}))
    desk.send("predict.next")
    desk.send("predict.next")
    doubt_s = marks(desk).answer.doubt_s
    assert doubt_s is not None
    assert doubt_s[0] == seconds_from_civil(1957, 3, 1)


def test_the_view_opens_until_guess_and_answer_are_in_it(desk):
    desk.store.set_view(View.between(seconds_from_civil(1960), seconds_from_civil(1961)))
    desk.send("predict.begin", id="vote")
    desk.send("predict.place", at=moment(1960, 6, 1, unit=DAY).text)
    desk.send("predict.next")
    view = desk.store.state.view
    assert view.contains(seconds_from_civil(1957, 3, 4))
    assert view.contains(seconds_from_civil(1960, 6, 1))
    desk.store.set_view(View.between(seconds_from_civil(1960), seconds_from_civil(1961)))
    desk.send("predict.begin", id="order")
    desk.send("predict.next")
    assert desk.store.state.view.contains(seconds_from_civil(1958, 6, 10))


def test_leaving_tells_again_what_was_withheld_and_brings_back_what_was_before(desk):
    desk.store.select(("order",))
    desk.store.set_view(VIEW.shifted(86_400))
    before = desk.store.state
    for command in ("next", "later", "give-up"):
        desk.send(f"predict.{command}")
    after = desk.store.state
    assert (after.prediction, after.lens, after.quiet) == (None, IDENTITY, before.quiet)
    for name in ("view", "selection", "page", "subject", "panel_open", "is_tray_open"):
        assert getattr(after, name) == getattr(before, name), name
    for _ in range(4):
        desk.send("predict.next")
    desk.send("predict.leave")
    assert desk.store.state.view == before.view
    desk.store.select(("pier",))
    desk.send("predict.next")
    desk.store.show_page(PanelPage.LEGEND)
    desk.send("predict.leave")
    assert desk.store.state.page is PanelPage.LEGEND


def test_quiet_time_is_not_folded_while_a_class_is_asked():
    folded = QuietTime(is_folded=True)
    document = small_document(
        *({"id": f"e{year}", "date": f"{year}-02"} for year in range(1900, 1906)),
        {"id": "two", "date": "1951-03-04", "predict": True},
        *({"id": f"e{year}", "date": f"{year}-02"} for year in range(1952, 1958)),
    )
    desk = asking_desk(document, View.between(seconds_from_civil(1950), seconds_from_civil(1952)))
    desk.store.set_quiet(folded)
    desk.stage()
    before = desk.store.state
    assert before.fold is not None
    desk.send("predict.begin", id="two")
    desk.stage()
    asked = desk.store.state
    assert (asked.quiet, asked.fold) == (UNFOLDED, None)
    assert asked.view.contains(seconds_from_civil(1951, 3, 4))
    desk.send("predict.leave")
    desk.stage()
    assert (desk.store.state.quiet, desk.store.state.fold) == (folded, before.fold)
    assert desk.store.state.view.start_s == pytest.approx(before.view.start_s, abs=2)


# -- in which view, and in which order ----------------------------------------------------------------


DECISIONS = ("1953-04-02", "1958-02-13", "1959-08-11", "1966-08-23")


def test_all_questions_are_asked_in_one_view_wherever_the_reader_was():
    events = [{"id": f"d{n}", "date": date, "predict": True} for n, date in enumerate(DECISIONS)]
    document = small_document(
        {"id": "old", "date": "1900-01-01"}, *events, {"id": "new", "date": "2004-05-05"}
    )
    views = set()
    for number, (first, last) in enumerate([(1900, 1902), (1950, 1980), (1958, 1959), (1999, 2004)]):
        desk = asking_desk(document, View.between(seconds_from_civil(first), seconds_from_civil(last)))
        desk.send("predict.begin", id=f"d{number}")
        views.add((desk.store.state.view.start_s, desk.store.state.view.span_s))
        assert desk.store.state.view.contains(seconds_from_civil(1950))
        assert desk.store.state.view.contains(seconds_from_civil(1979, 12, 31))
    assert len(views) == 1


def test_what_was_asked_comes_back_only_once_all_others_were_asked(desk):
    seen = []
    for _ in range(5):
        desk.send("predict.next")
        seen.append(asked(desk))
        desk.send("predict.give-up")
    assert seen == ["order", "vote", "order", "vote", "order"]


def test_on_a_tour_what_comes_is_asked_for_before_what_was_seen():
    stops = {"a": 1, "b": 2, "c": 3, "d": 4}
    assert in_order("adcxb", stops, 2) == ("c", "d", "x", "a", "b")
    assert in_order("adcxb", {}, 0) == tuple("adcxb")
    assert next_of("abc", frozenset("a"), "ab") == "c"
    assert next_of("abc", frozenset("abc"), "") is None


def test_another_question_takes_the_place_of_an_open_one(desk):
    desk.send("predict.begin", id="vote")
    desk.send("predict.begin", id="order")
    assert [each.event_id for each in desk.store.state.lens.withheld] == ["order"]
    assert desk.store.state.prediction.asked == {"vote", "order"}


def test_a_question_whose_event_is_gone_says_nothing(desk):
    desk.send("predict.begin", id="vote")
    desk.store.swap_document(small_document({"id": "other"}), (), VIEW)
    assert told(desk) is None
    assert marks(desk) is None
    assert Store().state.prediction is None


def test_without_an_exhibit_nobody_is_asked():
    handlers = PredictionHandlers(Store(), lambda: pytest.fail("nothing is drawn"))
    handlers.begin("")
    handlers.next()
    handlers.reveal()
    handlers.step(1, is_big=False)
    handlers.place(moment(1957, unit=DAY).text)
    assert handlers._store.state.prediction is None


# -- by the keys of a presentation --------------------------------------------------------------------


def presenting_desk(*sent):
    """Return a desk that presents, its keys, and where the names of the other commands go that they send."""
    found = asking_desk(harbour_votes())
    found.store.set_tour(TourState("walk"))
    found.store.set_present(PresentState())
    told: list[str] = []
    for name in sent:
        found.commands.bind(name, partial(told.append, name))
    return found, PresentKeys(found.store, found.commands).press, told


@pytest.mark.parametrize("key", ["Esc", "PgUp", "Backspace"])
def test_escape_and_the_clicker_s_way_back_end_the_question_before_the_presentation(key):
    desk, press, told = presenting_desk("present.leave", "tour.previous")
    for presses_before in ((), ("Return",)):
        for name in ("Q", *presses_before, key):
            press(name)
        assert (asked(desk), desk.store.state.page, told) == (None, PanelPage.INTRODUCTION, [])
    press(key)
    assert told == ["present.leave" if key == "Esc" else "tour.previous"]


@pytest.mark.parametrize("key", ["PgDown", "Space", "Return"])
def test_the_clicker_s_way_on_reveals_the_question_and_then_goes_on(key):
    desk, press, told = presenting_desk("tour.next")
    press("Q")
    press(key)
    assert (desk.store.state.prediction.is_revealed, told) == (True, [])
    press(key)
    assert told == ["tour.next"]


def test_what_covers_a_question_goes_before_it():
    desk, press, told = presenting_desk("present.leave", "tour.next")
    press("Q")
    desk.store.set_present(PresentState(cover=Cover.BLACK))
    press("PgDown")
    desk.store.set_present(PresentState(is_overview_shown=True))
    press("Esc")
    assert (is_asking(desk.store.state), told) == (True, ["tour.next", "present.leave"])
