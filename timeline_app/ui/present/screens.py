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

    def watch(self, heard: Callable[[], None], going: Callable[[str], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed; the returned function ends that.

        `going` is told a screen's name while it goes, before its windows are moved to another one.
        """


class QtScreens:
    """The screens of this machine."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    @property
    def screens(self) -> tuple[Screen, ...]:
        """All screens, the main one first."""
        main = QGuiApplication.primaryScreen()
        found = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
        named = tuple(Screen(name_of(screen), screen.geometry(), screen) for screen in found)
        return without_doubles(named)

    def screen_of(self, window: QWidget) -> str:
        """Return the name of the screen on which a window is."""
        return name_of(window.screen())

    def watch(self, heard: Callable[[], None], going: Callable[[str], None]) -> Callable[[], None]:
        """Call `heard` whenever screens have come, gone or changed: once Qt has done what it does then."""
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return lambda: None
        watch = _Watch(application, self._clock, heard, going)
        return watch.end


class _Watch:
    """Listens to the application for screens that come and go, and to each screen for a change of its size."""

    def __init__(
        self,
        application: QGuiApplication,
        clock: Clock,
        heard: Callable[[], None],
        going: Callable[[str], None],
    ) -> None:
        self._clock = clock
        self._heard = heard
        self._going = going
        self._waiting: Cancel | None = None
        self._connections = [
            application.screenAdded.connect(self._on_added),
            application.screenRemoved.connect(self._on_removed),
            application.primaryScreenChanged.connect(lambda _: self._wait()),
        ]
        self._names: dict[QScreen, str] = {}
        for screen in application.screens():
            self._listen_to(screen)

    def end(self) -> None:
        """Hear nothing any more."""
        for connection in self._connections:
            QObject.disconnect(connection)
        if self._waiting is not None:
            self._waiting()

    def _listen_to(self, screen: QScreen) -> None:
        # One that goes is not among the others any more, which its name depends on.
        self._names[screen] = name_of(screen)
        self._connections.append(screen.geometryChanged.connect(lambda _: self._wait()))

    def _on_added(self, screen: QScreen) -> None:
        self._listen_to(screen)
        self._wait()

    def _on_removed(self, screen: QScreen) -> None:
        self._going(self._names.pop(screen, screen.name()))
        self._wait()

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self._clock.after(0.0, self._tell)

    def _tell(self) -> None:
        self._waiting = None
        self._heard()


def without_doubles(screens: tuple[Screen, ...]) -> tuple[Screen, ...]:
    """Leave out screens that show what another one shows: the presenter's notes would stand before the class."""
    found: list[Screen] = []
    for screen in screens:
        if not any(screen.area.intersects(other.area) for other in found):
            found.append(screen)
    return tuple(found)


def name_of(screen: QScreen) -> str:
    """Return a screen's name; of two that say the same of themselves the later one has a number too."""
    twins = [other for other in QGuiApplication.screens() if other.name() == screen.name()]
    number = twins.index(screen) + 1 if screen in twins else 1
    return screen.name() if number == 1 else f"{screen.name()} ({number})"
