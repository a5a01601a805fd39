# SPDX-License-Identifier: MIT
"""A class's guess: which event is asked for, and where it has been put on the timeline."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.scene.time_fold import QuietTime, TimeFold
from timeline_app.scene.view import View
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.ruler import RulerPoint


@dataclass(frozen=True, slots=True)
class WhereAsked:
    """Where the reader was when the first question of a round was asked."""

    view: View | None
    fold: TimeFold | None
    selected: tuple[str, ...]
    page: PanelPage
    subject: str
    words: str
    quiet: QuietTime
    is_panel_open: bool
    is_reading_wide: bool
    is_tray_open: bool


@dataclass(frozen=True, slots=True)
class Prediction:
    """When was this event? `guess` is a moment, None until one is put; `asked` are the events asked for before it.

    While the question is open, the lens withholds the event's date and all that came of it. `where` is to what the
    reader returns after the last question.
    """

    event_id: str
    guess: RulerPoint | None = None
    is_revealed: bool = False
    asked: frozenset[str] = frozenset()
    where: WhereAsked | None = None


def is_asking(state: AppState) -> bool:
    """Tell whether the class is before an open question: then it has the arrow keys."""
    return state.page is PanelPage.PREDICTION and is_open(state)


def is_at_question(state: AppState) -> bool:
    """Tell whether the class is before a question, open or revealed."""
    return state.document is not None and state.prediction is not None and state.page is PanelPage.PREDICTION


def is_open(state: AppState) -> bool:
    """Tell whether a question is open: its event is withheld, and waits for a guess."""
    prediction = state.prediction
    return (
        state.document is not None
        and prediction is not None
        and not prediction.is_revealed
        and bool(state.lens.parts_withheld(prediction.event_id))
    )
