# SPDX-License-Identifier: MIT
"""The commands for going about: to a date, back to a marked place, and to any command by its name."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def has_marks(state: AppState) -> bool:
    """Tell whether a place has been marked."""
    return state.document is not None and bool(state.marks.places)


GOING_COMMANDS: Final = (
    CommandSpec("palette.open", keys=explore_keys("Ctrl+Shift+P"), menu="go"),
    CommandSpec("go.date", enabled=with_document, keys=explore_keys("Ctrl+G"), menu="go"),
    # In EDTF, or as people write dates.
    CommandSpec("go.to-date", params=(Param("date", str),), enabled=with_document),
    CommandSpec("go.mark", enabled=with_document, keys=explore_keys("Ctrl+D"), menu="go"),
    CommandSpec("go.return", enabled=has_marks, keys=explore_keys("Ctrl+Shift+D"), menu="go"),
    # What F1 does, by the key that programs for the keyboard have for it.
    CommandSpec("help.keys-here", keys=explore_keys("?"), on_canvas=True),
)
