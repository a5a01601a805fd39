# SPDX-License-Identifier: MIT
"""The commands of the ruler in this window: loaded when somebody measures for the first time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from timeline_app.state.commands import Value
from timeline_app.ui.shell import Shell

if TYPE_CHECKING:
    from timeline_app.state.ruler_handlers import RulerHandlers
    from timeline_app.ui.ruler_desk import RulerDesk


_HANDLERS: Final = {
    "ruler.toggle": "toggle",
    "ruler.to-mark": "to_mark",
    "ruler.set": "between",
    "ruler.lay": "lay",
    "ruler.at-event": "to_event",
    "ruler.swap": "swap",
    "ruler.put-away": "put_away",
}


class RulerCommands:
    """Binds the commands, and makes the desk that shows the ruler once it is there."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._made: RulerHandlers | None = None
        self._desk: RulerDesk | None = None

    def bind(self) -> None:
        """Bind the commands."""
        bind = self._shell.commands.bind
        for command_id, name in _HANDLERS.items():
            bind(command_id, self._late(name))
        bind("ruler.dates", self.ask_dates)
        bind("ruler.copy", self.copy)
        for name, direction, is_big in (
            ("earlier", -1, False),
            ("later", 1, False),
            ("much-earlier", -1, True),
            ("much-later", 1, True),
        ):
            bind(f"ruler.{name}", partial(self._step, direction, is_big=is_big))

    @property
    def _handlers(self) -> RulerHandlers:
        if self._made is None:
            from timeline_app.state.ruler_handlers import RulerHandlers
            from timeline_app.ui.ruler_desk import RulerDesk

            self._made = RulerHandlers(self._shell.store, lambda: self._shell.stage_in_hand)
            self._desk = RulerDesk(self._shell, self._made)
        return self._made

    def _late(self, name: str) -> Callable[..., object]:
        """Return what calls a handler that is made when it is first needed."""

        def act(**arguments: Value) -> object:
            handler: Callable[..., object] = getattr(self._handlers, name)
            return handler(**arguments)

        return act

    def _step(self, direction: int, *, is_big: bool) -> None:
        self._handlers.step(direction, is_big=is_big)

    def copy(self) -> None:
        """Put what is measured on the clipboard."""
        if self._desk is not None:
            self._desk.copy()

    def ask_dates(self) -> None:
        """Ask for the two dates to measure between."""
        from timeline_app.ui import ruler_dialog

        shell = self._shell
        dialog = ruler_dialog.RulerDialog(
            self._handlers.date_point, shell.around.translator, shell.appearance.text_scale, shell.window
        )
        dialog.chosen.connect(lambda first, last: shell.commands.send("ruler.set", first=first, last=last))
        dialog.open_at(ruler_dialog.WIDTH_PX, ruler_dialog.HEIGHT_PX)


def lay_at_start(shell: Shell, dates: tuple[str, str]) -> None:
    """Measure between two dates as soon as the exhibit is there."""
    first, last = (f"date:{date}" for date in dates)
    waits = True

    def lay() -> None:
        nonlocal waits
        if waits:
            waits = not shell.commands.send("ruler.lay", first=first, last=last)

    lay()
    if waits:
        shell.desk.opened.connect(lambda _: lay())
