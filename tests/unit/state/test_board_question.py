# SPDX-License-Identifier: MIT
"""The question on the board: without its answer while it is open, with how one knows once it is revealed."""

from tests.desks import Desk
from tests.kept_back_exhibit import harbour_votes
from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.chrono.ticks import UNITS
from timeline_app.scene.view import View
from timeline_app.state.board_subject import board_of
from timeline_app.state.prediction_handlers import PredictionHandlers
from timeline_app.state.ruler import PointKind, RulerPoint

DAY = next(number for number, unit in enumerate(UNITS) if unit.span_s == 86_400)
VIEW = View.between(seconds_from_civil(1956), seconds_from_civil(1962))
GUESS = RulerPoint(PointKind.MOMENT, at_s=seconds_from_civil(1958, 3, 4), unit=DAY).text


def asked(event_id: str, guess: str = "") -> Desk:
    desk = Desk(harbour_votes(), VIEW)
    PredictionHandlers(desk.store, desk.stage).bind(desk.commands)
    desk.send("predict.begin", id=event_id)
    if guess:
        desk.send("predict.place", at=guess)
    return desk


def on_board(desk: Desk) -> list[str]:
    showing = desk.store.showing
    assert showing is not None
    return [text.text for text in board_of(showing, desk.store.state, ENGLISH).texts]


def test_an_open_question_asks_and_does_not_answer():
    found = on_board(asked("vote"))
    assert found == [
        "When was it?",
        "The council votes for a pier",
        "Mori Haru",
        "What could this person know then, and from whom?",
    ]
    assert "1957" not in " ".join(found)


def test_a_guess_stands_below_the_question():
    assert on_board(asked("order", GUESS))[2:] == [
        "What could those who decided know then, and from whom?",
        "The guess: 4 March 1958",
    ]


def test_once_revealed_it_tells_when_it_was_beside_the_guess_and_how_one_knows():
    desk = asked("vote", GUESS)
    desk.send("predict.reveal")
    assert on_board(desk) == [
        "When was it?",
        "The council votes for a pier",
        "Mori Haru",
        "It was: 4 March 1957",
        "The guess: 4 March 1958",
        "The minutes bear the day.",
        "Eight of nine were for it.",
    ]


def test_once_revealed_it_answers_what_could_be_known_and_from_whom():
    desk = asked("order")
    desk.send("predict.reveal")
    assert on_board(desk)[2:5] == [
        "It was: 10 June 1958",
        "What could those who decided know then, and from whom?",
        "10 June 1958 · The public · in full",
    ]
