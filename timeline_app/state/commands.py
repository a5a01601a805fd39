# SPDX-License-Identifier: MIT
"""Commands as data: id, title, typed arguments, when enabled, keys per mode.

Gestures, menus, keys, the palette, tours, deep links and journeys all send commands; the kiosk will
be an allow-list of ids. Handlers are bound by id in the interface's wiring; this module knows none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from timeline_app.base.errors import CommandError
from timeline_app.base.messages import Message
from timeline_app.state.app_state import AppState, Mode

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Param:
    """One argument of a command: its name and type; `default` None means it must be given."""

    name: str
    type: type
    default: Value | None = None


def always(state: AppState) -> bool:
    """Enable a command in every state."""
    del state
    return True


def with_document(state: AppState) -> bool:
    """Enable a command when an exhibit is open."""
    return state.document is not None


def explore_keys(*texts: str) -> Mapping[Mode, tuple[str, ...]]:
    """Return the keys of a command for exploring."""
    return {Mode.EXPLORE: texts}


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """What a command is. `keys` are portable key texts ("Ctrl+O", "F", "Shift+Left") per mode.

    `menu` places it in a menu; "" keeps it out. Commands with arguments that have no default are not
    offered in menus. `on_canvas` keys act only while the canvas has the focus (single letters), `on_heads`
    keys only while the keyboard is at the lanes' names, `on_ruler` keys on the canvas while the ruler lies on it,
    `on_guess` keys before all others while a class is asked to place an event.
    """

    id: str
    params: tuple[Param, ...] = ()
    enabled: Callable[[AppState], bool] = always
    keys: Mapping[Mode, tuple[str, ...]] = field(default_factory=dict)
    menu: str = ""
    on_canvas: bool = False
    on_heads: bool = False
    on_ruler: bool = False
    on_guess: bool = False

    @property
    def title(self) -> Message:
        """The command's name in words."""
        return Message.of(f"command.{self.id}")


Handler = Callable[..., object]
"""What carries a command out; gets the arguments by name, and what it returns is of no interest."""


class Commands:
    """The command table at work: checks id, arguments and state, then calls the bound handler."""

    def __init__(self, specs: Iterable[CommandSpec], state: Callable[[], AppState]) -> None:
        self._specs = {spec.id: spec for spec in specs}
        self._handlers: dict[str, Handler] = {}
        self._state = state
        self._watchers: list[Callable[[str], None]] = []

    @property
    def specs(self) -> Mapping[str, CommandSpec]:
        """All commands by id."""
        return self._specs

    def keys_of(self, command_id: str) -> tuple[str, ...]:
        """Return the keys that carry a command out in the present mode: the reader's own, else the usual ones."""
        state = self._state()
        if state.keys is not None:
            return state.keys.keys(command_id, state.mode)
        return tuple(self._specs[command_id].keys.get(state.mode, ()))

    def bind(self, command_id: str, handler: Handler) -> None:
        """Bind the handler of a command; each has exactly one."""
        if command_id not in self._specs:
            raise CommandError(f"no such command: {command_id}")
        if command_id in self._handlers:
            raise CommandError(f"bound twice: {command_id}")
        self._handlers[command_id] = handler

    def unbound(self) -> tuple[str, ...]:
        """Return the commands without a handler; a test wants none."""
        return tuple(sorted(set(self._specs) - set(self._handlers)))

    def watch(self, watcher: Callable[[str], None]) -> None:
        """Tell `watcher` the id of each command that is carried out (idle, statistics, tests)."""
        self._watchers.append(watcher)

    def is_enabled(self, command_id: str) -> bool:
        """Tell whether the command would be carried out now."""
        spec = self._specs.get(command_id)
        return spec is not None and command_id in self._handlers and spec.enabled(self._state())

    def send(self, command_id: str, /, **arguments: Value) -> bool:
        """Carry a command out; False if the state does not allow it now.

        Raises CommandError when the id is unknown or the arguments do not fit the table.
        """
        spec = self._specs.get(command_id)
        if spec is None:
            raise CommandError(f"no such command: {command_id}")
        checked = _checked(spec, arguments)
        if not self.is_enabled(command_id):
            return False
        for watcher in tuple(self._watchers):
            watcher(command_id)
        self._handlers[command_id](**checked)
        return True


def _checked(spec: CommandSpec, arguments: Mapping[str, Value]) -> dict[str, Value]:
    params = {param.name: param for param in spec.params}
    unknown = set(arguments) - set(params)
    if unknown:
        raise CommandError(f"{spec.id} takes no {', '.join(sorted(unknown))}")
    checked: dict[str, Value] = {}
    for name, param in params.items():
        value = arguments.get(name, param.default)
        if value is None:
            raise CommandError(f"{spec.id} needs {name}")
        if param.type is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, param.type) or (param.type is int and isinstance(value, bool)):
            raise CommandError(f"{spec.id}: {name} must be {param.type.__name__}")
        checked[name] = value
    return checked
