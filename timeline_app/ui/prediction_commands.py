# SPDX-License-Identifier: MIT
"""The commands of curtain and prediction in this window: loaded when something is kept back for the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline_app.state.commands import Value
from timeline_app.state.curtain_table import CURTAIN_COMMANDS
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.commands import Commands


class PredictionCommands:
    """Binds the commands to handlers that are made when one of them is first sent."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._made: Commands | None = None

    def bind(self) -> None:
        """Bind the commands."""
        for spec in CURTAIN_COMMANDS:
            self._shell.commands.bind(spec.id, self._late(spec.id))

    def _late(self, command_id: str) -> Callable[..., object]:
        def act(**arguments: Value) -> object:
            return self._handlers.send(command_id, **arguments)

        return act

    @property
    def _handlers(self) -> Commands:
        """The handlers behind a table of their own."""
        if self._made is None:
            from timeline_app.state.commands import Commands
            from timeline_app.state.curtain_handlers import CurtainHandlers
            from timeline_app.state.prediction_handlers import PredictionHandlers
            from timeline_app.ui.prediction_desk import PredictionDesk

            shell = self._shell
            made = Commands(CURTAIN_COMMANDS, lambda: shell.store.state)
            CurtainHandlers(shell.store).bind(made)
            PredictionHandlers(shell.store, lambda: shell.stage_in_hand).bind(made)
            self._made = made
            self._desk = PredictionDesk(shell)
        return self._made
