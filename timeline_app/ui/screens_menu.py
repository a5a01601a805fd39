# SPDX-License-Identifier: MIT
"""The menu of screens: which of them a class sees, by name; what is ticked is what would be shown now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from timeline_app.state.present_screens import sides_of
from timeline_app.ui.present.screens import QtScreens, ScreenSource
from timeline_app.ui.shell import Shell


class ScreensMenu(QObject):
    """Lists the screens whenever the menu is opened: they may have come or gone."""

    def __init__(self, shell: Shell, menu: QMenu) -> None:
        super().__init__(shell)
        self._shell = shell
        self._menu = menu
        self._screens: ScreenSource = shell.around.screens or QtScreens(shell.around.clock)
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """List the screens that are there now."""
        shell, screens = self._shell, self._screens.screens
        here, wanted = self._screens.screen_of(shell.window), shell.keeper.session.audience_screen
        seen = sides_of([screen.name for screen in screens], here, wanted).audience
        self._menu.clear()
        group = QActionGroup(self._menu)
        for screen in screens:
            size = screen.area.size()
            words = shell.around.translator.say(
                "menu.screen", name=screen.name, width=size.width(), height=size.height()
            )
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(screen.name == seen)
            action.setEnabled(shell.commands.is_enabled("present.screen"))
            group.addAction(action)
            action.triggered.connect(partial(self._choose, screen.name))

    def _choose(self, name: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self._shell.commands.send("present.screen", name=name)
