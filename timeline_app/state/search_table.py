# SPDX-License-Identifier: MIT
"""The commands that find things in the exhibit and walk through what was found."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def is_searching(state: AppState) -> bool:
    """Tell whether something is looked for."""
    return state.document is not None and bool(state.search.text)


SEARCH_COMMANDS: Final = (
    CommandSpec("search.open", enabled=with_document, keys=explore_keys("Ctrl+F"), menu="go"),
    # The same by a single key, which means nothing but itself where something is written.
    CommandSpec("search.open-here", enabled=with_document, keys=explore_keys("/"), on_canvas=True),
    CommandSpec("search.set", params=(Param("text", str),), enabled=with_document),
    CommandSpec("search.next", enabled=is_searching, keys=explore_keys("N"), menu="go", on_canvas=True),
    CommandSpec(
        "search.previous", enabled=is_searching, keys=explore_keys("Shift+N"), menu="go", on_canvas=True
    ),
    # Opens the hit of this number in the list, counted from 0.
    CommandSpec("search.choose", params=(Param("number", int),), enabled=is_searching),
    CommandSpec("search.leave", enabled=with_document, menu="go"),
)
