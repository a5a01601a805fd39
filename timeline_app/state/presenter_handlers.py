# SPDX-License-Identifier: MIT
"""What the commands for the presenter's own window do to the store."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from timeline_app.state.commands import Commands
from timeline_app.state.store import Store
from timeline_app.state.tour_state import LEAST_NOTES_PT, MOST_NOTES_PT

NOTES_PT: Final = (LEAST_NOTES_PT, 24, 28, 34, 40, 48, MOST_NOTES_PT)


def bind_presenter(commands: Commands, store: Store) -> None:
    """Bind the commands."""
    commands.bind("present.timer-down", partial(turn_timer, store))
    commands.bind("present.larger-notes", partial(resize_notes, store, 1))
    commands.bind("present.smaller-notes", partial(resize_notes, store, -1))


def turn_timer(store: Store) -> None:
    """Show what is left instead of what has passed, or the other way about."""
    present = store.state.present
    if present is not None:
        store.set_present(replace(present, timer=present.timer.turned()))


def resize_notes(store: Store, steps: int) -> None:
    """Set the notes so many steps larger, or smaller."""
    present = store.state.present
    if present is not None:
        at = NOTES_PT.index(present.notes_pt) + steps
        notes_pt = NOTES_PT[min(max(at, 0), len(NOTES_PT) - 1)]
        store.set_present(replace(present, notes_pt=notes_pt))
