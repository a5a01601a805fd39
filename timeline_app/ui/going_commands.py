# SPDX-License-Identifier: MIT
"""The commands for going about that ask first: the palette over all commands, and the date to go to."""

from __future__ import annotations

from timeline_app.state.going_handlers import GoingHandlers
from timeline_app.ui.shell import Shell


class GoingCommands:
    """Opens the palette and the dialog for a date, and sends what comes of them."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._handlers = GoingHandlers(shell.store, lambda: shell.stage_in_hand)

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        commands.bind("palette.open", self.open_palette)
        commands.bind("go.date", self.open_date)
        commands.bind("help.keys-here", lambda: commands.send("help.keys"))

    def open_palette(self) -> None:
        """List all commands."""
        from timeline_app.state.palette import entries_of
        from timeline_app.ui import palette_dialog

        shell = self._shell
        translator, look = shell.around.translator, shell.appearance
        entries = entries_of(shell.commands, shell.store.state, translator)
        dialog = palette_dialog.PaletteDialog(entries, translator, look.theme, look.text_scale, shell.window)
        dialog.chosen.connect(self._send)
        dialog.open_at(palette_dialog.WIDTH_PX, palette_dialog.HEIGHT_PX)

    def open_date(self) -> None:
        """Ask for a date."""
        from timeline_app.ui import date_dialog

        shell = self._shell
        dialog = date_dialog.DateDialog(
            self._handlers.understand, shell.around.translator, shell.appearance.text_scale, shell.window
        )
        dialog.chosen.connect(lambda date: shell.commands.send("go.to-date", date=date))
        dialog.open_at(date_dialog.WIDTH_PX, date_dialog.HEIGHT_PX)

    def _send(self, command_id: str, arguments: dict[str, str]) -> None:
        self._shell.commands.send(command_id, **arguments)
