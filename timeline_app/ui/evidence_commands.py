# SPDX-License-Identifier: MIT
"""The commands on evidence that move the focus."""

from __future__ import annotations

from timeline_app.state.known_handlers import KnownHandlers
from timeline_app.ui.shell import Shell


class EvidenceCommands:
    """Opens the cursor for what was in print."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        self._shell.commands.bind("known.open", self.open_cursor)

    def open_cursor(self) -> None:
        """Show the bar with the cursor, and put the keyboard into its field."""
        KnownHandlers(self._shell.store).open()
        if self._shell.store.state.lens.known_at is not None:
            self._shell.evidence_bar.known.take_focus()
