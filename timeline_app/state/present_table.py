# SPDX-License-Identifier: MIT
"""The commands for showing a tour to others: what the class sees, what points at it, and who sees what where."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.commands import CommandSpec, Param


def has_tours(state: AppState) -> bool:
    """Tell whether there is a tour to show."""
    return state.document is not None and bool(state.document.tours)


def is_presenting(state: AppState) -> bool:
    """Tell whether a tour is shown to others."""
    return state.present is not None


def _while_presenting(name: str, *keys: str, params: tuple[Param, ...] = ()) -> CommandSpec:
    by_mode = {Mode.PRESENT: keys} if keys else {}
    return CommandSpec(f"present.{name}", params, is_presenting, by_mode)


PRESENT_COMMANDS: Final = (
    # From its first stop: the tour that is named, else the one that is walked or was last, else the first one.
    CommandSpec(
        "present.start",
        params=(Param("tour", str, ""),),
        enabled=has_tours,
        keys={Mode.EXPLORE: ("F5",)},
        menu="tours",
    ),
    # From the stop at which one is, or was when the program ended, else from the one of the event in hand.
    CommandSpec("present.start-here", enabled=has_tours, keys={Mode.EXPLORE: ("Shift+F5",)}, menu="tours"),
    # The screen that a class sees, by its name, now and the next time.
    CommandSpec("present.screen", params=(Param("name", str),), enabled=has_tours),
    _while_presenting("leave", "Esc"),
    _while_presenting("black", "B", "."),
    _while_presenting("white", "W", ","),
    _while_presenting("freeze", "F"),
    _while_presenting("ring", "O"),
    _while_presenting("spotlight", "L"),
    _while_presenting("magnifier", "M"),
    # What a hand on the presenter's picture sends: places as shares of the audience's picture.
    _while_presenting("point", params=(Param("x", float), Param("y", float))),
    _while_presenting("bigger", "+", "="),
    _while_presenting("smaller", "-"),
    # Closer to where the tool points, or back to the whole picture.
    _while_presenting("zoom", "Z"),
    _while_presenting(
        "zoom-to", params=(Param("x", float), Param("y", float), Param("w", float), Param("h", float))
    ),
    _while_presenting("notes", "Shift+N"),
    _while_presenting("overview", "G"),
    # The digits of a stop's number; Return goes there.
    _while_presenting("digit", params=(Param("text", str),)),
    _while_presenting("swap", "S"),
    _while_presenting("timer-pause", "T"),
    _while_presenting("timer-reset", "Shift+T"),
)
