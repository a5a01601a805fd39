# SPDX-License-Identifier: MIT
"""The screens there are, by name: those of the machine, or a test's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Cancel, Clock


class Screen(NamedTuple):
    """A screen: its name, which no other one has, where it lies, and what Qt knows it by."""

    name: str
    area: QRect
    handle: QScreen | None = None


class ScreenSource(Protocol):
    """What knows the screens; they come and go while the program runs."""

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the main one first."""

    def screen_of(self, window: QWidget) -> str:
        """Return the name of the screen on which a window is."""

    def watch(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed; the returned function ends that."""


class QtScreens:
    """The screens of this machine."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the main one first."""
        main = QGuiApplication.primaryScreen()
        found = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        return tuple(Screen(name_of(screen), screen.geometry(), screen) for screen in found)

    def screen_of(self, window: QWidget) -> str:
        """Return the name of the screen on which a window is."""
        return name_of(window.screen())

    def watch(self, heard: Callable[[], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed: once Qt has done what it does then."""
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return lambda: None
        signals = (application.screenAdded, application.screenRemoved, application.primaryScreenChanged)
        waiting: list[Cancel] = []

        def wait() -> None:
            waiting.append(self._clock.after(0.0, heard))

        connections = [signal.connect(lambda _: wait()) for signal in signals]

        def end() -> None:
            for connection in connections:
                QObject.disconnect(connection)
            for cancel in waiting:
                cancel()

        return end


def name_of(screen: QScreen) -> str:
    """Return a screen's name; of two that say the same of themselves the later one has a number too."""
    twins = [other for other in QGuiApplication.screens() if other.name() == screen.name()]
    number = twins.index(screen) + 1 if screen in twins else 1
    return screen.name() if number == 1 else f"{screen.name()} ({number})"
