# SPDX-License-Identifier: MIT
"""The commands of the ruler; what moves its points is heard only while it lies on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline_app.state.app_state import AppState
from timeline_app.state.commands import CommandSpec, Param, explore_keys, with_document


def has_ruler(state: AppState) -> bool:
    """Tell whether the ruler lies on the timeline."""
    return state.document is not None and state.ruler is not None


def can_measure_to_mark(state: AppState) -> bool:
    """Tell whether there is an event in hand and a marked place to measure between."""
    return state.document is not None and bool(state.selection.ids) and bool(state.marks.places)


def _on_ruler(name: str, *keys: str, enabled: Callable[[AppState], bool] = has_ruler) -> CommandSpec:
    return CommandSpec(f"ruler.{name}", enabled=enabled, keys=explore_keys(*keys), on_ruler=True)


RULER_COMMANDS: Final = (
    CommandSpec("ruler.toggle", enabled=with_document, keys=explore_keys("R"), menu="view", on_canvas=True),
    CommandSpec(
        "ruler.dates", enabled=with_document, keys=explore_keys("Shift+R"), menu="view", on_canvas=True
    ),
    CommandSpec("ruler.to-mark", enabled=can_measure_to_mark, menu="view"),
    # Between two dates, in EDTF or as people write them.
    CommandSpec("ruler.set", (Param("first", str), Param("last", str)), with_document),
    # What a hand on the canvas sends: points as `state.ruler` writes them, and which one it holds.
    CommandSpec(
        "ruler.lay",
        (Param("first", str), Param("last", str), Param("holds_first", bool, False)),
        with_document,
    ),
    _on_ruler("earlier", "Left"),
    _on_ruler("later", "Right"),
    _on_ruler("much-earlier", "Shift+Left"),
    _on_ruler("much-later", "Shift+Right"),
    _on_ruler("at-event", "Return", "Space"),
    _on_ruler("swap", "X"),
    _on_ruler("copy", "Ctrl+C"),
    _on_ruler("put-away", "Esc"),
)
