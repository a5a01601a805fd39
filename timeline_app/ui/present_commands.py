# SPDX-License-Identifier: MIT
"""The commands for showing a tour to others, in this window: loaded when somebody presents for the first time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from timeline_app.state.commands import Value
from timeline_app.state.presenter_handlers import bind_presenter
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.present_handlers import PresentHandlers
    from timeline_app.ui.present.desk import PresentDesk

NOTES_LINES: Final = 3
"""So far the notes are turned on by a key: what was read last stays in sight."""
_HANDLERS: Final = {
    "present.start": "start",
    "present.start-here": "start_here",
    "present.leave": "leave",
    "present.black": "black",
    "present.white": "white",
    "present.freeze": "freeze",
    "present.ring": "ring",
    "present.spotlight": "spotlight",
    "present.magnifier": "magnifier",
    "present.point": "point",
    "present.bigger": "bigger",
    "present.smaller": "smaller",
    "present.zoom": "zoom",
    "present.zoom-to": "zoom_to",
    "present.notes": "notes",
    "present.overview": "overview",
    "present.digit": "digit",
    "present.timer-pause": "pause_timer",
    "present.timer-reset": "reset_timer",
}


class PresentCommands:
    """Binds the commands, and makes the desk that follows what they do."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._made: PresentHandlers | None = None
        self._desk: PresentDesk | None = None

    def bind(self) -> None:
        """Bind the commands."""
        bind = self._shell.commands.bind
        for command_id, name in _HANDLERS.items():
            bind(command_id, self._late(name))
        bind("present.swap", self._swap)
        bind("present.screen", self._choose_screen)
        for name, lines in (("notes-on", NOTES_LINES), ("notes-back", -NOTES_LINES)):
            bind(f"present.{name}", partial(self._turn_notes, lines))
        bind_presenter(self._shell.commands, self._shell.store)

    def _late(self, name: str) -> Callable[..., object]:
        """Return what calls a handler that is made when it is first needed."""

        def act(**arguments: Value) -> object:
            handler: Callable[..., object] = getattr(self._handlers, name)
            return handler(**arguments)

        return act

    @property
    def _handlers(self) -> PresentHandlers:
        if self._made is None:
            from timeline_app.state.present_handlers import PresentHandlers
            from timeline_app.ui.present.desk import PresentDesk
            from timeline_app.ui.present.screens import QtScreens

            shell = self._shell
            now_ms, keeper = shell.around.clock.now_ms, shell.keeper
            self._made = PresentHandlers(shell.store, shell.commands.send, now_ms, lambda: keeper.session)
            self._desk = PresentDesk(shell, shell.around.screens or QtScreens(shell.around.clock))
        return self._made

    def _swap(self) -> None:
        if self._desk is not None:
            self._desk.swap()

    def _turn_notes(self, lines: int) -> None:
        if self._desk is not None and self._desk.presentation is not None:
            self._desk.presentation.presenter.notes.turn(lines)

    def _choose_screen(self, name: str) -> None:
        self._shell.keeper.note_audience(name)
        if self._desk is not None:
            self._desk.use_screen(name)


def connect_screens(shell: Shell) -> None:
    """Fill the menu of screens once it is there."""

    def fill() -> None:
        from timeline_app.ui.screens_menu import ScreensMenu

        if shell.menus is not None and shell.findChild(ScreensMenu) is None:
            ScreensMenu(shell, shell.menus.screens)

    shell.rest_wanted.connect(fill)
