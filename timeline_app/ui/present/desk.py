# SPDX-License-Identifier: MIT
"""Shows a tour to others for as long as the state says so: which windows there are, and on which screens."""

from __future__ import annotations

from PySide6.QtCore import QObject

from timeline_app.state.present_screens import Sides
from timeline_app.ui.present.screens import QtScreens, ScreenSource
from timeline_app.ui.shell import Shell


class PresentDesk(QObject):
    """Follows the state: makes the windows when presenting begins, and lets them go at its end."""

    def __init__(self, shell: Shell, screens: ScreenSource | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self._screens = screens or QtScreens()
        self._sides = Sides("")

    def swap(self) -> None:
        """Let each side have the other's screen; remembered for the next time."""
        self._sides = self._sides.swapped
