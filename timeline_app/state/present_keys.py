# SPDX-License-Identifier: MIT
"""What a key means while a tour is presented: the number of a stop as it is typed, else a command of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.state.commands import Commands, CommandSpec
from timeline_app.state.key_map import is_digit
from timeline_app.state.key_names import Key
from timeline_app.state.store import Store

ARRIVING: Final = "Return"
KEEPING: Final = frozenset({"present.digit", "present.leave"})
"""What leaves the digits that were typed, or looks after them itself."""
REPEATING: Final = frozenset(
    {
        "present.bigger",
        "present.smaller",
        "present.notes-on",
        "present.notes-back",
        "curtain.forward",
        "curtain.back",
        "curtain.year-forward",
        "curtain.year-back",
        "predict.earlier",
        "predict.later",
        "predict.much-earlier",
        "predict.much-later",
    }
)
"""What goes on while its key is held down; of all others once is meant."""


class PresentKeys:
    """Sends what a key means; keys are as the command table writes them."""

    def __init__(self, store: Store, commands: Commands) -> None:
        self._store = store
        self._commands = commands

    def press(self, text: str, *, is_repeat: bool = False) -> bool:
        """Act on a key; tell whether it means anything here."""
        present, key = self._store.state.present, Key.of(text)
        if present is None or key is None:
            return False
        if is_digit(key):
            return is_repeat or self._commands.send("present.digit", text=key.name)
        if present.typed and key.text == ARRIVING:
            self._forget_digits()
            return self._commands.send("tour.go", number=int(present.typed))
        spec = self._meant(key.text)
        if spec is None:
            return False
        if is_repeat and spec.id not in REPEATING:
            return True
        if spec.id not in KEEPING:
            self._forget_digits()
        return self._commands.send(spec.id)

    def _meant(self, key: str) -> CommandSpec | None:
        """Return the command of a key: where an event is being placed what moves it comes first."""
        held = [spec for spec in self._commands.specs.values() if key in self._commands.keys_of(spec.id)]
        can = [spec for spec in held if self._commands.is_enabled(spec.id)]
        return min(can, key=lambda spec: not spec.on_guess, default=None)

    def _forget_digits(self) -> None:
        present = self._store.state.present
        if present is not None and present.typed:
            self._store.set_present(replace(present, typed=""))
