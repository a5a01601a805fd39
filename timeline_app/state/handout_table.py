# SPDX-License-Identifier: MIT
"""The command that prints a tour."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param


def can_print_tours(state: AppState) -> bool:
    """Tell whether there are tours; while one is presented no dialog may come between it and the class."""
    return state.document is not None and bool(state.document.tours) and state.present is None


HANDOUT_COMMANDS: Final = (
    # Asks what is to be printed, of this tour unless another one is chosen; "" begins with the one that is walked.
    CommandSpec("handout.make", params=(Param("tour", str, ""),), enabled=can_print_tours, menu="tours"),
)
