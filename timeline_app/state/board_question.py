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
from timeline_app.state.evidence_words import knowers_message
from timeline_app.state.prediction_words import Told, told_of


def question_board(showing: Showing, state: AppState, translator: Translator) -> Board:
    """Return question and guess; once it is revealed when it was, and what could be known of it, since when, by whom."""
    told = told_of(state, showing)
    if told is None:
        return Board()
    if told.is_open or showing.is_veiled(told.ordinal):
        return Board((*_head(told, translator), *_open(told, translator)))
    event = showing.event(told.ordinal)
    answer = tuple(_known(event, told, translator))
    return Board((*_head(told, translator), *_answer(told, translator)), (*answer, *_why(event)))


def _head(told: Told, translator: Translator) -> Iterator[BoardText]:
    """Yield what is asked, and who took part."""
    yield plain_text(BoardRole.KICKER, translator.say("panel.predict"), translator.language)
    yield plain_text(BoardRole.TITLE, told.title)
    if told.who:
        names = ", ".join(name.text for name in told.who)
        yield _strong(names, told.who[0].language)


def _open(told: Told, translator: Translator) -> Iterator[BoardText]:
    """Yield what to think about, and the guess."""
    yield plain_text(BoardRole.SAYS, translator.text(told.question), translator.language)
    if told.guess is not None:
        yield _strong(translator.say("panel.predict.guess", date=told.guess), translator.language)


def _answer(told: Told, translator: Translator) -> Iterator[BoardText]:
    """Yield when it was, and where the guess was."""
    language = translator.language
    if told.date is not None:
        said = translator.say("panel.predict.was", date=date_message(told.date))
        yield plain_text(BoardRole.HEADING, said, language)
    if told.guess is not None:
        yield _strong(translator.say("panel.predict.guess", date=told.guess), language)


def _known(event: EventView, told: Told, translator: Translator) -> Iterator[BoardText]:
    """Yield the answer to what could be known then: since when, to whom, how much, and where that stands."""
    if event.known:
        yield plain_text(BoardRole.HEADING, translator.text(told.question), translator.language)
    for known in event.known:
        since = (
            translator.say("panel.known.since-unknown")
            if known.since is None
            else translator.text(date_message(known.since))
        )
        who = translator.text(knowers_message(known.audience, known.where))
        extent = translator.say(f"panel.known.extent.{known.extent}")
        more = [
            text for text in (known.source and known.source.short, known.note and known.note.text) if text
        ]
        spans = (Span(since, Emphasis.STRONG), Span(" · ".join(("", who, extent, *more))))
        yield BoardText(BoardRole.SAYS, spans, translator.language, bullet="•")


def _why(event: EventView) -> Iterator[BoardText]:
    """Yield how one knows when it was, then what is told of it."""
    if event.date_basis is not None:
        yield plain_text(BoardRole.PROSE, event.date_basis)
    yield from (text_of(block) for block in event.summary)


def _strong(text: str, language: str) -> BoardText:
    return BoardText(BoardRole.DATE, (Span(text, Emphasis.STRONG),), language)
