# SPDX-License-Identifier: MIT
"""The question that a class is asked, as it stands on the board: never more than the lens tells."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.base.messages import Translator
from timeline_app.chrono.phrases import date_message
from timeline_app.model.prose import Emphasis, Span
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView
from timeline_app.scene.board import Board, BoardRole, BoardText, plain_text, text_of
from timeline_app.state.app_state import AppState
from timeline_app.state.prediction_words import Told, told_of


def question_board(showing: Showing, state: AppState, translator: Translator) -> Board:
    """Return question and guess, and once it is revealed when it was and what is told of it."""
    told = told_of(state, showing)
    if told is None:
        return Board()
    prose: tuple[BoardText, ...] = ()
    if not told.is_open and not showing.is_veiled(told.ordinal):
        prose = tuple(_why(told, showing.event(told.ordinal), translator))
    return Board(tuple(_head(told, translator)), prose)


def _why(told: Told, event: EventView, translator: Translator) -> Iterator[BoardText]:
    """Yield how far the guess is from it, how one knows when it was, then what is told of it."""
    if told.apart is not None:
        yield plain_text(BoardRole.PROSE, translator.text(told.apart), translator.language)
    if event.date_basis is not None:
        yield plain_text(BoardRole.PROSE, event.date_basis)
    yield from (text_of(block) for block in event.summary)


def _head(told: Told, translator: Translator) -> Iterator[BoardText]:
    language = translator.language
    yield plain_text(BoardRole.KICKER, translator.say("panel.predict"), language)
    yield plain_text(BoardRole.TITLE, told.title)
    if told.who:
        names = ", ".join(name.text for name in told.who)
        yield BoardText(BoardRole.DATE, (Span(names, Emphasis.STRONG),), told.who[0].language)
    yield plain_text(BoardRole.SAYS, translator.text(told.question), language)
    if told.guess is not None:
        guess = translator.say("panel.predict.guess", date=told.guess)
        yield BoardText(BoardRole.DATE, (Span(guess, Emphasis.STRONG),), language)
    if told.date is not None:
        said = translator.say("panel.predict.was", date=date_message(told.date))
        yield plain_text(BoardRole.HEADING, said, language)
