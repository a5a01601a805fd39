# SPDX-License-Identifier: MIT
"""Opens the map, and lets it follow the timeline."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt

from timeline_app.base.clock import Cancel
from timeline_app.state.app_state import PanelPage
from timeline_app.ui.shell import Shell

FOLLOW_MS: Final = 120.0
"""The map counts when the timeline comes to rest: a frame is not in the way of a hand that pans."""


class MapCommands:
    """Binds the command."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def bind(self) -> None:
        """Bind the command."""
        self._shell.commands.bind("map.open", self.open)

    def open(self) -> None:
        """Show the map, and put the keyboard to it."""
        self._shell.store.show_page(PanelPage.MAP)
        if self._shell.panel is not None:
            self._shell.panel.focus_content(Qt.FocusReason.ShortcutFocusReason)


class MapFollower(QObject):
    """Tells the map that other events are in the present view."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._later: Cancel | None = None
        shell.bridge.view_changed.connect(self._follow_soon)

    def _follow_soon(self) -> None:
        shell = self._shell
        if shell.store.state.page not in {PanelPage.MAP, PanelPage.PLACE} or shell.panel is None:
            return
        if self._later is not None:
            self._later()
        self._later = shell.around.clock.after(FOLLOW_MS, self._follow)

    def _follow(self) -> None:
        from timeline_app.ui.panels.map_page import MapPage
        from timeline_app.ui.panels.place_page import PlacePage

        self._later = None
        page = self._shell.panel.page if self._shell.panel is not None else None
        if isinstance(page, (MapPage, PlacePage)):
            page.show_time(self._shell.store.state)
