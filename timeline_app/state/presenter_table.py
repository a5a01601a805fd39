# SPDX-License-Identifier: MIT
"""The commands of the presenter's own window: how the timer counts, how large the notes are, what is uncovered."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.tour_state import LEAST_NOTES_PT, MOST_NOTES_PT


def _is_presenting(state: AppState) -> bool:
    return state.present is not None


def _can_grow(state: AppState) -> bool:
    return state.present is not None and state.present.notes_pt < MOST_NOTES_PT


def _can_shrink(state: AppState) -> bool:
    return state.present is not None and state.present.notes_pt > LEAST_NOTES_PT


PRESENTER_COMMANDS: Final = (
    # What is left instead of what has passed, and back.
    CommandSpec("present.timer-down", enabled=_is_presenting, keys={Mode.PRESENT: ("D",)}),
    # What stands covered by a content note at the stop, or of the event in hand; one note each time.
    CommandSpec("present.open-note", enabled=_is_presenting, keys={Mode.PRESENT: ("U",)}),
    CommandSpec("present.larger-notes", enabled=_can_grow, keys={Mode.PRESENT: ("Ctrl++", "Ctrl+=")}),
    CommandSpec("present.notes-on", enabled=_is_presenting, keys={Mode.PRESENT: ("Shift+Down",)}),
    CommandSpec("present.notes-back", enabled=_is_presenting, keys={Mode.PRESENT: ("Shift+Up",)}),
    CommandSpec("present.smaller-notes", enabled=_can_shrink, keys={Mode.PRESENT: ("Ctrl+-",)}),
)
