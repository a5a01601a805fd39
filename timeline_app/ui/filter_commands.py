# SPDX-License-Identifier: MIT
"""The commands on filters that need the user's folder, and the counting that goes on beside the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from timeline_app.state.app_state import COUNTING_PAGES
from timeline_app.state.filter_handlers import SavedFilterHandlers
from timeline_app.ui.filter_job import FilterJob
from timeline_app.ui.shell import Shell


class FilterCommands:
    """Binds the commands."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._handlers = SavedFilterHandlers(shell.store, shell.around.config_folder)

    def bind(self) -> None:
        """Bind the commands."""
        shell, handlers = self._shell, self._handlers
        handlers.bind(shell.commands)
        shell.commands.bind("filters.open", self.open)

    def open(self) -> None:
        """Show the page, and put the keyboard to its first value."""
        self._handlers.open()
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)


def connect_filters(shell: Shell, show_panel: Callable[[], None]) -> None:
    """Count in the background while such a page of a large exhibit is open, and fill it when that is done."""
    job = FilterJob(shell.around.clock, shell)

    def follow() -> None:
        showing = shell.store.showing
        if showing is not None and shell.store.state.page in COUNTING_PAGES:
            job.gather(showing)

    def arrive() -> None:
        show_panel()
        follow()

    job.finished.connect(arrive)
    for changed in (shell.bridge.page_changed, shell.bridge.document_changed, shell.bridge.lens_changed):
        changed.connect(follow)
