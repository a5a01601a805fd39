# SPDX-License-Identifier: MIT
"""The commands that open the lists of people and places, and put the keyboard to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from timeline_app.state.app_state import PanelPage
from timeline_app.ui.shell import Shell


class PeopleCommands:
    """Binds the commands."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        commands.bind("people.open", partial(self._open, PanelPage.PEOPLE))
        commands.bind("places.open", partial(self._open, PanelPage.PLACES))

    def _open(self, page: PanelPage) -> None:
        """Show a list, and put the keyboard into the field that finds a name in it."""
        self._shell.store.show_page(page)
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)
