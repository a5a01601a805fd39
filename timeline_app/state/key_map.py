# SPDX-License-Identifier: MIT
"""Which keys do what: the usual ones of the command table, and those that the reader has chosen instead.

What the reader has chosen comes first: a usual key that was given to another command is that command's, and
comes back by itself when the other one has its usual keys again. Two commands never hold one key where both
would be heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.key_names import Key

Chosen = Mapping[Mode, Mapping[str, tuple[str, ...]]]
"""The keys that the reader has chosen, by mode and command; none at all for one that shall have no key."""

MOST_KEYS: Final = 6
"""So many keys a command may have."""
ENTERING: Final = frozenset({"Return", "Enter", "Space"})
DIGITS: Final = "0123456789"
LEADING_ON: Final = frozenset({"Tab", "Backtab"})
OF_TEXT: Final = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+Shift+Z"})
"""What every field and every text that can be selected has these keys for."""


class Scope(Enum):
    """Where a command's keys are heard."""

    WINDOW = auto()
    CANVAS = auto()
    HEADS = auto()
    RULER = auto()
    GUESS = auto()


class Conflict(NamedTuple):
    """A key that another command has."""

    key: str
    holder: str


def scope_of(spec: CommandSpec) -> Scope:
    """Return where a command's keys are heard."""
    if spec.on_canvas:
        return Scope.CANVAS
    if spec.on_heads:
        return Scope.HEADS
    if spec.on_guess:
        return Scope.GUESS
    return Scope.RULER if spec.on_ruler else Scope.WINDOW


def heard_together(one: CommandSpec, other: CommandSpec, mode: Mode = Mode.EXPLORE) -> bool:
    """Tell whether a key of both would mean two things at once.

    At the names of the lanes, and while the ruler lies on the timeline, keys mean what they mean there. While a
    tour is presented all keys are heard wherever the keyboard is.
    """
    scopes = {scope_of(one), scope_of(other)}
    if Scope.GUESS in scopes:
        # While a class is asked, its keys come before all others.
        return len(scopes) == 1
    if mode is Mode.PRESENT:
        return True
    return len(scopes) == 1 or Scope.WINDOW in scopes


def refusal(spec: CommandSpec, text: str, mode: Mode = Mode.EXPLORE) -> Message | None:
    """Return why a key can never be a command's, None where it can."""
    key = Key.of(text)
    if key is None:
        return Message.of("keys.refused.unknown", key=text)
    if any(Key.of(usual) == key for usual in spec.keys.get(mode, ())):
        return None
    is_plain = not key.held & {"Ctrl", "Alt", "Meta"}
    if key.name in LEADING_ON and is_plain:
        return Message.of("keys.refused.leads-on")
    if key.name == "Esc" and is_plain:
        return Message.of("keys.refused.leaves")
    return _kept_for_numbers(key) if mode is Mode.PRESENT else _kept_for_the_window(spec, key)


def _kept_for_numbers(key: Key) -> Message | None:
    """Return why a key cannot be had while presenting: no text is written then, but numbers of stops are."""
    return Message.of("keys.refused.counts") if is_digit(key) else None


def _kept_for_the_window(spec: CommandSpec, key: Key) -> Message | None:
    is_plain = not key.held & {"Ctrl", "Alt", "Meta"}
    if (
        key.name in ENTERING
        and scope_of(spec) in {Scope.WINDOW, Scope.CANVAS}
        and not key.held & {"Alt", "Meta"}
    ):
        return Message.of("keys.refused.enters")
    if scope_of(spec) is not Scope.WINDOW:
        return None
    if is_plain and not key.is_function:
        return Message.of("keys.refused.writes", key=key.text)
    return Message.of("keys.refused.text", key=key.text) if key.text in OF_TEXT else None


def is_digit(key: Key) -> bool:
    """Tell whether a key writes a digit of a stop's number."""
    return len(key.name) == 1 and key.name in DIGITS and not key.held


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys of all commands, as chosen and as usual; `effective` holds what is heard, by mode and command."""

    specs: Mapping[str, CommandSpec] = field(compare=False, repr=False)
    chosen: Chosen = field(default_factory=dict)
    effective: Chosen = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out what is heard."""
        object.__setattr__(self, "effective", MappingProxyType({mode: self._heard(mode) for mode in Mode}))

    @classmethod
    def usual_of(cls, specs: Iterable[CommandSpec]) -> KeyMap:
        """Return the map in which every command has its usual keys."""
        return cls(MappingProxyType({spec.id: spec for spec in specs}))

    @property
    def is_usual(self) -> bool:
        """Whether nothing has been chosen."""
        return not any(self.chosen.values())

    def keys(self, command_id: str, mode: Mode = Mode.EXPLORE) -> tuple[str, ...]:
        """Return the keys by which a command is heard."""
        return self.effective[mode].get(command_id, ())

    def usual(self, command_id: str, mode: Mode = Mode.EXPLORE) -> tuple[str, ...]:
        """Return a command's usual keys."""
        return tuple(self.specs[command_id].keys.get(mode, ()))

    def is_own(self, command_id: str, mode: Mode = Mode.EXPLORE) -> bool:
        """Tell whether a command has other keys than usual."""
        return self.keys(command_id, mode) != self.usual(command_id, mode)

    def conflicts(
        self, command_id: str, keys: Iterable[str], mode: Mode = Mode.EXPLORE
    ) -> tuple[Conflict, ...]:
        """Return which commands hold keys that are meant for another one, where both would be heard."""
        spec = self.specs[command_id]
        wanted = [key.text for text in keys if (key := Key.of(text)) is not None]
        return tuple(
            Conflict(key, other.id)
            for key in wanted
            for other in self.specs.values()
            if other.id != command_id
            and heard_together(spec, other, mode)
            and key in self.keys(other.id, mode)
        )

    def with_keys(self, command_id: str, keys: Iterable[str], mode: Mode = Mode.EXPLORE) -> KeyMap:
        """Return the map in which a command has these keys, and nobody else who would be heard with it."""
        wanted = tuple(dict.fromkeys(key.text for text in keys if (key := Key.of(text)) is not None))[
            :MOST_KEYS
        ]
        chosen = {**self._without(command_id, wanted, mode), command_id: wanted}
        changed = self._with(chosen, mode)
        if wanted != self.usual(command_id, mode):
            return changed
        # The usual keys need no choosing, unless somebody has them.
        plain = self._with({id_: own for id_, own in chosen.items() if id_ != command_id}, mode)
        return plain if plain.keys(command_id, mode) == wanted else changed

    def reset(self, command_id: str, mode: Mode = Mode.EXPLORE) -> KeyMap:
        """Return the map in which a command has its usual keys again, whoever holds them now."""
        return self.with_keys(command_id, self.usual(command_id, mode), mode)

    def reset_all(self, mode: Mode = Mode.EXPLORE) -> KeyMap:
        """Return the map in which every command has its usual keys again."""
        return self._with({}, mode)

    def _with(self, chosen: Mapping[str, tuple[str, ...]], mode: Mode) -> KeyMap:
        kept = dict(self.chosen)
        kept.pop(mode, None)
        return KeyMap(self.specs, {**kept, mode: chosen} if chosen else kept)

    def _without(self, command_id: str, keys: tuple[str, ...], mode: Mode) -> dict[str, tuple[str, ...]]:
        """Return what the reader has chosen, these keys taken out wherever they would be heard with a command's."""
        spec = self.specs[command_id]
        found: dict[str, tuple[str, ...]] = {}
        for other, own in self.chosen.get(mode, {}).items():
            is_near = other != command_id and heard_together(spec, self.specs[other], mode)
            kept = tuple(key for key in own if not (is_near and key in keys))
            if kept != self.usual(other, mode):
                found[other] = kept
        return found

    def _heard(self, mode: Mode) -> Mapping[str, tuple[str, ...]]:
        """Return what is heard: first what was chosen, then what is usual, each key once where it is heard."""
        chosen = {id_: own for id_, own in self.chosen.get(mode, {}).items() if id_ in self.specs}
        found: dict[str, tuple[str, ...]] = {}
        holders: dict[str, list[CommandSpec]] = {}
        for spec in sorted(self.specs.values(), key=lambda spec: spec.id not in chosen):
            kept = []
            for key in chosen.get(spec.id, spec.keys.get(mode, ())):
                if not any(heard_together(spec, other, mode) for other in holders.get(key, ())):
                    holders.setdefault(key, []).append(spec)
                    kept.append(key)
            found[spec.id] = tuple(kept)
        return MappingProxyType(found)
