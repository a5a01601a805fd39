# SPDX-License-Identifier: MIT
"""The commands by which the reader gives other commands other keys, for exploring or for presenting."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.commands import CommandSpec, Param


def has_own_keys(state: AppState) -> bool:
    """Tell whether any command has other keys than usual."""
    return state.keys is not None


def has_keys_before(state: AppState) -> bool:
    """Tell whether keys have been changed, so that the change can be taken back."""
    return state.keys_before is not None


KEY_COMMANDS: Final = (
    # A key that another command holds is taken from it only where `take` says so; none at all are allowed too.
    CommandSpec(
        "keys.rebind",
        (
            Param("id", str),
            Param("keys", tuple),
            Param("take", bool, False),
            Param("mode", str, Mode.EXPLORE.value),
        ),
    ),
    CommandSpec("keys.reset", (Param("id", str), Param("mode", str, Mode.EXPLORE.value))),
    CommandSpec("keys.reset-all", enabled=has_own_keys, menu="help"),
    CommandSpec("keys.take-back", enabled=has_keys_before, menu="help"),
)
