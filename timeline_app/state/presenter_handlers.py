# SPDX-License-Identifier: MIT
"""What the commands for the presenter's own window do to the store."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from timeline_app.model.views import NoteView
from timeline_app.state.class_rows import notes_at_stop, notes_of_event
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store
from timeline_app.state.tour_state import LEAST_NOTES_PT, MOST_NOTES_PT

NOTES_PT: Final = (LEAST_NOTES_PT, 24, 28, 34, 40, 48, MOST_NOTES_PT)


def bind_presenter(commands: Commands, store: Store) -> None:
    """Bind the commands."""
    commands.bind("present.timer-down", partial(turn_timer, store))
    commands.bind("present.open-note", partial(open_note, commands, store))
    commands.bind("present.larger-notes", partial(resize_notes, store, 1))
    commands.bind("present.smaller-notes", partial(resize_notes, store, -1))


def turn_timer(store: Store) -> None:
    """Show what is left instead of what has passed, or the other way about."""
    present = store.state.present
    if present is not None:
        store.set_present(replace(present, timer=present.timer.turned()))


def open_note(commands: Commands, store: Store) -> None:
    """Open the first content note that still covers what the class sees."""
    for note in covered(store)[:1]:
        commands.send("note.open", id=note.id)


def covered(store: Store) -> tuple[NoteView, ...]:
    """Return the content notes before what the class sees: at the stop, else of the event in hand."""
    state, showing = store.state, store.showing
    if showing is None or state.tour is None:
        return ()
    tour = None if state.tour.is_away else showing.tour(state.tour.tour_id)
    stop = tour.stop(state.tour.stop) if tour is not None else None
    if stop is not None:
        return notes_at_stop(showing, stop, state.tour.step)
    event_id = state.selection.primary
    return notes_of_event(showing, event_id) if event_id is not None else ()


def resize_notes(store: Store, steps: int) -> None:
    """Set the notes so many steps larger, or smaller."""
    present = store.state.present
    if present is not None:
        at = sum(1 for points in NOTES_PT if points <= present.notes_pt) - 1 + steps
        notes_pt = NOTES_PT[min(max(at, 0), len(NOTES_PT) - 1)]
        store.set_present(replace(present, notes_pt=notes_pt))
