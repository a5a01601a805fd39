# SPDX-License-Identifier: MIT
"""The commands on searching that move the keyboard, and what binds the others to this window."""

from __future__ import annotations

from timeline_app.state.app_state import PanelPage
from timeline_app.state.handlers import SelectionHandlers
from timeline_app.state.search_handlers import SearchHandlers
from timeline_app.ui.shell import Shell


class SearchCommands:
    """Opens the field, and leaves the search."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._handlers = SearchHandlers(shell.store, lambda: shell.search.results.found, self._reveal)
        self._selection = SelectionHandlers(shell.store, lambda: shell.stage_in_hand)

    def bind(self) -> None:
        """Bind the commands."""
        commands = self._shell.commands
        self._handlers.bind(commands)
        commands.bind("search.open", self.open)
        commands.bind("search.open-here", self.open)
        commands.bind("search.leave", self.leave)

    def open(self) -> None:
        """Put the keyboard into the field; the index is made now, if it is not there yet."""
        self._shell.search.jobs.hasten()
        self._shell.header.open_search()
        if self._shell.store.state.search.text:
            self._handlers.show_list()

    def leave(self) -> None:
        """Look for nothing any more, and go to the timeline."""
        self._handlers.leave()
        self._shell.header.close_search()
        self._shell.commands.send("go.canvas")

    def _reveal(self, event_id: str, page: PanelPage) -> None:
        self._selection.event(event_id, reveal=True, page=page)
