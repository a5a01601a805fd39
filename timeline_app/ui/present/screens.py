# SPDX-License-Identifier: MIT
"""The screens there are, by name, and windows that fill them: those of the machine, or a test's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screen(NamedTuple):
    """A screen: its name, which no other one has, and where it lies."""

    name: str
    area: QRect


class ScreenSource(Protocol):
    """What knows the screens; they come and go while the program runs."""

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the main one first."""

    def screen_of(self, window: QWidget) -> str:
        """Return the name of the screen on which a window is."""

    def fill(self, window: QWidget, name: str) -> None:
        """Show a window so that it fills a screen, and nothing else of it is seen."""

    def watch(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed; the returned function ends that."""


class QtScreens(QObject):
    """The screens of this machine."""

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the main one first."""
        main = QGuiApplication.primaryScreen()
        found = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        return tuple(Screen(_name_of(screen), screen.geometry()) for screen in found)

    def screen_of(self, window: QWidget) -> str:
        """Return the name of the screen on which a window is."""
        return _name_of(window.screen())

    def fill(self, window: QWidget, name: str) -> None:
        """Show a window so that it fills a screen."""
        screen = next((screen for screen in QGuiApplication.screens() if _name_of(screen) == name), None)
        if screen is None:
            return
        if window.isVisible() and window.screen() is not screen:
            # Window systems move a window that fills a screen only once it does not fill it any more.
            window.hide()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def watch(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed."""
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return lambda: None
        signals = (application.screenAdded, application.screenRemoved, application.primaryScreenChanged)
        connections = [signal.connect(lambda _: heard()) for signal in signals]

        def end() -> None:
            for connection in connections:
                QObject.disconnect(connection)

        return end


def _name_of(screen: QScreen) -> str:
    """Return a screen's name; of two that say the same of themselves the later one has a number too."""
    twins = [other for other in QGuiApplication.screens() if other.name() == screen.name()]
    number = twins.index(screen) + 1
    return screen.name() if number == 1 else f"{screen.name()} ({number})"
