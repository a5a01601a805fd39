# SPDX-License-Identifier: MIT
"""Screens that a test plugs in and out. A window is on the screen on which it was put last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from timeline_app.ui.present.screens import Screen

DESK = Screen("desk", QRect(0, 0, 1280, 800))
WALL = Screen("wall", QRect(1280, 0, 1920, 1080))


class FakeScreens:
    """Knows the screens that are plugged in."""

    def __init__(self, *screens: Screen, here: str = "desk") -> None:
        self._screens = screens
        self._here = here
        self._heard: list[Callable[[], None]] = []
        self._going: list[Callable[[str], None]] = []

    @property
    def screens(self) -> tuple[Screen, ...]:
        return self._screens

    def screen_of(self, window: QWidget) -> str:
        del window
        return self._here

    def watch(self, heard: Callable[[], None], going: Callable[[str], None]) -> Callable[[], None]:
        self._heard.append(heard)
        self._going.append(going)

        def end() -> None:
            self._heard.remove(heard)
            self._going.remove(going)

        return end

    @property
    def is_watched(self) -> bool:
        """Whether anybody still listens."""
        return bool(self._heard)

    def plug(self, *screens: Screen) -> None:
        """Let these be the screens from now on."""
        self.pull(*(screen.name for screen in self._screens if screen not in screens))
        self._screens = screens
        for heard in tuple(self._heard):
            heard()

    def pull(self, *names: str) -> None:
        """Let screens be about to go: what Qt does then is still to come."""
        for name in names:
            for going in tuple(self._going):
                going(name)
