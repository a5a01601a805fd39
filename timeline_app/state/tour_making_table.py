# SPDX-License-Identifier: MIT
"""The commands for making tours."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def is_making(state: AppState) -> bool:
    """Tell whether a tour is being made."""
    return state.document is not None and state.making is not None


def has_stop_in_hand(state: AppState) -> bool:
    """Tell whether a stop of the tour that is made is in hand."""
    return is_making(state) and state.making is not None and state.making.stop is not None


def has_stops_made(state: AppState) -> bool:
    """Tell whether the tour that is made has a stop."""
    return is_making(state) and state.making is not None and bool(state.making.tour.stops)


def can_undo_making(state: AppState) -> bool:
    """Tell whether a change to a tour can be taken back."""
    return is_making(state) and state.making is not None and bool(state.making.done)


def can_redo_making(state: AppState) -> bool:
    """Tell whether a change that was taken back can be made again."""
    return is_making(state) and state.making is not None and bool(state.making.undone)


_NUMBER: Final = Param("number", int)
_TEXT: Final = (Param("text", str),)

MAKING_COMMANDS: Final = (
    # A new tour, or one that there is, by its id.
    CommandSpec("making.begin", params=(Param("id", str, ""),), enabled=with_document, menu="tours"),
    CommandSpec("making.show", enabled=is_making, keys=explore_keys("Ctrl+Shift+M"), menu="making"),
    # What is seen now as a stop behind the one in hand: view, event, page, cursor, filters.
    CommandSpec("making.add-stop", enabled=is_making, keys=explore_keys("Ctrl+Shift+A"), menu="making"),
    # What the page shows, at the stop in hand too.
    CommandSpec(
        "making.add-shown",
        params=(Param("name", str, ""),),
        enabled=has_stop_in_hand,
        keys=explore_keys("Ctrl+Shift+H"),
        menu="making",
    ),
    CommandSpec(
        "making.take-view", enabled=has_stop_in_hand, keys=explore_keys("Ctrl+Shift+V"), menu="making"
    ),
    CommandSpec("making.record", enabled=is_making, keys=explore_keys("Ctrl+Shift+R"), menu="making"),
    CommandSpec("making.try", enabled=has_stops_made, keys=explore_keys("Ctrl+Shift+T"), menu="making"),
    CommandSpec("making.undo", enabled=can_undo_making, keys=explore_keys("Ctrl+Z"), menu="making"),
    CommandSpec(
        "making.redo", enabled=can_redo_making, keys=explore_keys("Ctrl+Shift+Z", "Ctrl+Y"), menu="making"
    ),
    CommandSpec("making.leave", enabled=is_making, menu="making"),
    CommandSpec("making.discard", enabled=is_making),
    CommandSpec("making.title", params=_TEXT, enabled=is_making),
    CommandSpec("making.tour-minutes", params=_TEXT, enabled=is_making),
    # Stops are counted from 1, spare ones too; what follows changes the one in hand.
    CommandSpec("making.go", params=(_NUMBER,), enabled=has_stops_made),
    CommandSpec("making.move", params=(_NUMBER, Param("to", int)), enabled=has_stops_made),
    CommandSpec("making.remove", params=(Param("number", int, 0),), enabled=has_stops_made),
    CommandSpec("making.notes", params=_TEXT, enabled=has_stop_in_hand),
    CommandSpec("making.task", params=_TEXT, enabled=has_stop_in_hand),
    CommandSpec("making.minutes", params=_TEXT, enabled=has_stop_in_hand),
    CommandSpec("making.spare", params=(Param("on", bool),), enabled=has_stop_in_hand),
    CommandSpec("making.hide-shown", params=(Param("name", str),), enabled=has_stop_in_hand),
    CommandSpec("making.reveal", params=(Param("one_by_one", bool),), enabled=has_stop_in_hand),
    CommandSpec("making.branch", params=(Param("ask", str), Param("to", int)), enabled=has_stop_in_hand),
    CommandSpec("making.unbranch", params=(Param("place", int),), enabled=has_stop_in_hand),
)
