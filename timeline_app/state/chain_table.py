# SPDX-License-Identifier: MIT
"""The commands that follow a chain of causes and effects."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.commands import CommandSpec, Param, explore_keys


def _has_event(state: AppState) -> bool:
    return state.document is not None and bool(state.selection.ids)


def is_following(state: AppState) -> bool:
    """Tell whether a chain is followed."""
    return state.document is not None and state.page is PanelPage.CHAIN


CHAIN_COMMANDS: Final = (
    # Follows the chain of an event, "" for the one in hand.
    CommandSpec(
        "chain.follow",
        params=(Param("id", str, ""),),
        enabled=_has_event,
        keys=explore_keys("C"),
        menu="go",
        on_canvas=True,
    ),
    CommandSpec("chain.next", enabled=is_following, keys=explore_keys("J"), menu="go", on_canvas=True),
    CommandSpec(
        "chain.previous", enabled=is_following, keys=explore_keys("Shift+J"), menu="go", on_canvas=True
    ),
    # Goes to the step of an event.
    CommandSpec("chain.go", params=(Param("id", str),), enabled=is_following),
    # Takes the chain from the step of an event through another cause or effect of it.
    CommandSpec("chain.through", params=(Param("at", str), Param("id", str)), enabled=is_following),
    CommandSpec("chain.leave", enabled=is_following, menu="go"),
)
