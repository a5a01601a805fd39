# SPDX-License-Identifier: MIT
"""The commands that walk tours, in this window: what they need is loaded when somebody walks one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from timeline_app.state.commands import Value
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.tour_handlers import TourHandlers

_WALKS: Final = (
    "open", "next", "previous", "first", "last", "go", "back", "explore", "notes", "leave",
)  # fmt: skip


class TourCommands:
    """Binds the commands; the handlers are made once, and then watch over the tour."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._made: TourHandlers | None = None

    def bind(self) -> None:
        """Bind the commands."""
        for name in _WALKS:
            self._shell.commands.bind(f"tour.{name}", partial(self._walk, name))

    def _walk(self, name: str, **arguments: Value) -> None:
        getattr(self._handlers, name)(**arguments)

    @property
    def _handlers(self) -> TourHandlers:
        if self._made is None:
            from timeline_app.state.tour_handlers import TourHandlers

            self._made = TourHandlers(
                self._shell.store, lambda: self._shell.stage_in_hand, self._shell.sheet_count
            )
        return self._made
