# SPDX-License-Identifier: MIT
"""The commands that walk a tour, at the desk and in front of a class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.commands import CommandSpec, Param


def _has_tours(state: AppState) -> bool:
    return state.document is not None and bool(state.document.tours)


def is_walking(state: AppState) -> bool:
    """Tell whether a tour is walked."""
    return state.document is not None and state.tour is not None


def _has_trail(state: AppState) -> bool:
    return is_walking(state) and state.tour is not None and bool(state.tour.trail)


def _keys(*at_desk: str, present: tuple[str, ...] = ()) -> Mapping[Mode, tuple[str, ...]]:
    return {Mode.EXPLORE: at_desk, Mode.PRESENT: present}


TOUR_COMMANDS: Final = (
    # Begins a tour; without an id the only one, or the introduction, which lists them.
    CommandSpec("tour.open", params=(Param("id", str, ""),), enabled=_has_tours, menu="tours"),
    # On by a step of what the stop reveals, then by a stop; spare stops are passed over.
    CommandSpec(
        "tour.next",
        enabled=is_walking,
        keys=_keys("Ctrl+Right", present=("PgDown", "Right", "Space", "Down", "Return", "N")),
        menu="tours",
    ),
    CommandSpec(
        "tour.previous",
        enabled=is_walking,
        keys=_keys("Ctrl+Left", present=("PgUp", "Left", "Backspace", "Up", "P")),
        menu="tours",
    ),
    CommandSpec("tour.first", enabled=is_walking, keys=_keys("Ctrl+Home", present=("Home",)), menu="tours"),
    CommandSpec("tour.last", enabled=is_walking, keys=_keys("Ctrl+End", present=("End",)), menu="tours"),
    # The stop of a number as the tour is planned, a spare one too.
    CommandSpec("tour.go", params=(Param("number", int),), enabled=is_walking),
    # Back to the stop that was left last, wherever it stands in the tour.
    CommandSpec(
        "tour.back",
        enabled=_has_trail,
        keys=_keys("Ctrl+Shift+Left", present=("Shift+Backspace",)),
        menu="tours",
    ),
    # Away from the stop to look about freely, or back at it.
    CommandSpec("tour.explore", enabled=is_walking, keys=_keys("Ctrl+E", present=("E",)), menu="tours"),
    CommandSpec("tour.notes", enabled=is_walking, keys=_keys("Ctrl+Shift+N"), menu="tours"),
    CommandSpec("tour.leave", enabled=is_walking, menu="tours"),
)
