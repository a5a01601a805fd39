# SPDX-License-Identifier: MIT
"""The command on the map."""

from __future__ import annotations

from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, explore_keys


def _has_places(state: AppState) -> bool:
    return state.document is not None and bool(state.document.places)


MAP_COMMANDS: Final = (CommandSpec("map.open", enabled=_has_places, keys=explore_keys("Ctrl+M"), menu="go"),)
