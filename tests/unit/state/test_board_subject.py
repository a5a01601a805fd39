# SPDX-License-Identifier: MIT
"""What the board is about: the stop, or what the presenter looks at away from it."""

from dataclasses import replace

import pytest

from tests.stages import ENGLISH
from tests.tour_exhibit import toured
from timeline_app.model.showing import Showing
from timeline_app.scene.board import Board
from timeline_app.state.app_state import AppState, PanelPage, Selection
from timeline_app.state.board_subject import board_of, present_stop
from timeline_app.state.tour_state import TourState

DOCUMENT = toured()
SHOWING = Showing(DOCUMENT)
STATE = AppState(document=DOCUMENT, tour=TourState("long", 2), selection=Selection(("pier",)))


def first_words(state: AppState) -> list[str]:
    board = board_of(SHOWING, state, ENGLISH)
    return [text.text for text in board.head][:1] + [
        column.texts[0].text for column in board.columns if column.texts and column.is_seen
    ]


def test_at_a_stop_the_board_shows_what_its_steps_have_revealed():
    assert first_words(STATE) == ["Office"]
    assert first_words(replace(STATE, tour=TourState("long", 2, 1))) == ["deal", "“Sail by night.”"]


@pytest.mark.parametrize(
    ("page", "subject", "words"),
    [
        (PanelPage.EVENT, "", ["Town"]),
        (PanelPage.EXCERPT, "order", ["Town", "“Sail by night.”"]),
        (PanelPage.SOURCE, "study", ["Town", "A study"]),
        (PanelPage.CHAIN, "pier", ["Town", "pier · 1950"]),
        (PanelPage.LEGEND, "", ["Town"]),
        (PanelPage.MAP, "", ["Town"]),
    ],
)
def test_away_from_it_the_board_shows_the_page_for_the_event_in_hand(page, subject, words):
    away = replace(STATE, tour=TourState("long", 2, is_away=True), page=page, subject=subject)
    assert first_words(away) == words


def test_a_map_away_from_the_stop_is_that_of_the_event():
    away = replace(STATE, tour=None, page=PanelPage.MAP)
    (column,) = board_of(SHOWING, away, ENGLISH).columns
    assert column.mapped == "pier"


def test_where_nothing_is_in_hand_and_nothing_asked_there_is_no_board():
    idle = replace(STATE, tour=None, selection=Selection())
    assert board_of(SHOWING, idle, ENGLISH) == Board()
    assert board_of(SHOWING, replace(idle, page=PanelPage.PREDICTION), ENGLISH) == Board()


def test_the_class_is_at_no_stop_away_from_it_or_in_a_tour_that_is_gone():
    stop = present_stop(SHOWING, STATE)
    assert stop is not None
    assert stop.number == 2
    assert present_stop(SHOWING, replace(STATE, tour=TourState("long", 2, is_away=True))) is None
    assert present_stop(SHOWING, replace(STATE, tour=TourState("gone"))) is None
    assert present_stop(SHOWING, replace(STATE, tour=None)) is None
