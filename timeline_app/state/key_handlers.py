# SPDX-License-Identifier: MIT
"""What the commands on keys do: give keys, give the usual ones back, and take the last change back."""

from __future__ import annotations

from collections.abc import Mapping

from timeline_app.base.errors import CommandError
from timeline_app.base.messages import Message
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.key_map import KeyMap, refusal
from timeline_app.state.store import Store


class KeyHandlers:
    """Changes the keys in the store; says why where they stay as they are."""

    def __init__(self, store: Store, specs: Mapping[str, CommandSpec]) -> None:
        self._store = store
        self._specs = specs

    @property
    def map(self) -> KeyMap:
        """The keys of all commands as they are now."""
        return self._store.state.keys or KeyMap.usual_of(self._specs.values())

    def rebind(
        self, command_id: str, keys: tuple[str, ...], *, take: bool, mode: Mode = Mode.EXPLORE
    ) -> None:
        """Give a command these keys, and take them from others only if that is wanted."""
        reason = self.why_not(command_id, keys, mode)
        conflicts = self.map.conflicts(command_id, keys, mode)
        if reason is not None:
            self._store.tell(reason)
        elif conflicts and not take:
            key, holder = conflicts[0]
            title = self._specs[holder].title
            self._store.tell(Message.of("notice.key-held", key=key, command=title), "help.keys")
        else:
            self._change(self.map.with_keys(command_id, keys, mode))

    def why_not(self, command_id: str, keys: tuple[str, ...], mode: Mode = Mode.EXPLORE) -> Message | None:
        """Return why a command can never have these keys, None where it can."""
        if command_id not in self._specs:
            raise CommandError(f"no such command: {command_id}")
        reasons = (refusal(self._specs[command_id], key, mode) for key in keys)
        return next((reason for reason in reasons if reason is not None), None)

    def reset(self, command_id: str, mode: Mode = Mode.EXPLORE) -> None:
        """Give a command its usual keys again."""
        if command_id not in self._specs:
            raise CommandError(f"no such command: {command_id}")
        self._change(self.map.reset(command_id, mode))

    def reset_all(self) -> None:
        """Give every command its usual keys again."""
        self._change(KeyMap.usual_of(self._specs.values()))
        self._store.tell(Message.of("notice.usual-keys"), "keys.take-back")

    def take_back(self) -> None:
        """Return to the keys before the last change; once more, and the change is there again."""
        before = self._store.state.keys_before
        if before is not None:
            self._change(before)

    def _change(self, keys: KeyMap) -> None:
        before = self.map
        if keys != before:
            self._store.set_keys(keys, before=before)
