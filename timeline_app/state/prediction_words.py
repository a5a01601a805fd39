# SPDX-License-Identifier: MIT
"""What is said of a question and a guess: on the timeline, on the page and on the board alike."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.messages import Message, Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import DAY_S
from timeline_app.chrono.length import Bounds, span_message
from timeline_app.chrono.ticks import UNITS
from timeline_app.model.asked_views import AskedView
from timeline_app.model.showing import Showing
from timeline_app.scene.guess_marks import GuessMarks
from timeline_app.scene.ruler_marks import RulerEnd
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.prediction import Prediction, is_open
from timeline_app.state.ruler import PointKind, RulerPoint
from timeline_app.state.ruler_words import Placed, placed


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a question. Of an open one `date` and `apart` are None: the lens does not tell them.

    `who` are the people of whom one asks what they could know. `apart` is how far the guess was off, in time.
    """

    ordinal: int
    title: ShownText
    who: tuple[ShownText, ...]
    is_open: bool
    guess: Message | None
    date: HistoricalDate | None
    apart: Message | None

    @property
    def question(self) -> Message:
        """What to think about: what those people could know then, and from whom."""
        return (
            Message.of("predict.question", count=len(self.who))
            if self.who
            else Message("predict.question-any")
        )


def told_of(state: AppState, showing: Showing) -> Told | None:
    """Return what is told of the present question, None without one, or where its event is not shown."""
    prediction, document = state.prediction, state.document
    asked = showing.asked(prediction.event_id) if prediction is not None else None
    if prediction is None or document is None or asked is None:
        return None
    guess = _guess(prediction, showing, document.date_settings)
    return Told(
        ordinal=asked.head.ordinal,
        title=asked.head.title,
        who=_who(asked),
        is_open=is_open(state),
        guess=guess.said if guess is not None else None,
        date=asked.head.date,
        apart=_apart(prediction, guess, asked, showing, document.date_settings),
    )


def guess_marks(state: AppState, showing: Showing, translator: Translator) -> GuessMarks | None:
    """Return what question and guess show on the timeline, None while nothing is asked, or one looks elsewhere."""
    prediction, document, told = state.prediction, state.document, told_of(state, showing)
    if prediction is None or document is None or told is None or state.page is not PanelPage.PREDICTION:
        return None
    settings = document.date_settings
    guess = _guess(prediction, showing, settings)
    answer = None if told.is_open else _answer(prediction, showing, settings)
    if told.is_open:
        note = Message("predict.hint" if guess is None else "predict.guess-hint")
    else:
        note = told.apart or Message("predict.revealed")
    return GuessMarks(
        told.title.text,
        told.title.language,
        translator.text(note),
        None if guess is None else _end(guess, "predict.mark-guess", translator),
        None if answer is None else _end(answer, "predict.mark-answer", translator),
    )


def _guess(prediction: Prediction, showing: Showing, settings: DateSettings) -> Placed | None:
    return None if prediction.guess is None else placed(prediction.guess, showing, settings)


def _answer(prediction: Prediction, showing: Showing, settings: DateSettings) -> Placed | None:
    """Return where the event begins, as far as the lens tells it."""
    return placed(RulerPoint(PointKind.BEGIN, prediction.event_id), showing, settings)


def _who(asked: AskedView) -> tuple[ShownText, ...]:
    """Return the people who are named."""
    return tuple(person.title for person in asked.people if person.title.text and person.kind == "person")


def _apart(
    prediction: Prediction, guess: Placed | None, asked: AskedView, showing: Showing, settings: DateSettings
) -> Message | None:
    """Return how long it is from the guess to the event, and in which direction: no score, only the time between."""
    answer = None if asked.head.date is None else _answer(prediction, showing, settings)
    if guess is None or answer is None:
        return None
    unit = UNITS[prediction.guess.unit] if prediction.guess is not None else UNITS[0]
    # Who says a month has not said a day: the two are as far apart as their months.
    is_about = unit.span_s > DAY_S
    guess_s, answer_s = (unit.floor(at_s) if is_about else at_s for at_s in (guess.at_s, answer.at_s))
    length = span_message(Bounds(guess_s, guess_s), Bounds(answer_s, answer_s))
    if length is None or guess_s == answer_s:
        return Message("predict.same") if length is not None else None
    direction = "later" if answer_s > guess_s else "earlier"
    return Message.of(f"predict.was-{'about-' if is_about else ''}{direction}", length=length)


def _end(point: Placed, key: str, translator: Translator) -> RulerEnd:
    earliest_s, latest_s = point.bounds
    is_doubtful = earliest_s is not None and latest_s is not None and latest_s > earliest_s
    doubt_s = (
        (earliest_s, latest_s) if is_doubtful and earliest_s is not None and latest_s is not None else None
    )
    return RulerEnd(point.at_s, translator.say(key, date=point.said), doubt_s)
