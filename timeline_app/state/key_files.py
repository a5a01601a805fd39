# SPDX-License-Identifier: MIT
"""The keys that a reader has chosen, in a small file of their own in the user's configuration folder.

What makes no sense is told with its line, and the usual keys go on for it. Nothing is lost: commands that this
program does not know are written back as they were, and a file with faults is put beside before it is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.content.json_tree import compose_json, reason_of
from timeline_app.content.node_tree import Findings, Map, Seq, Spot
from timeline_app.content.syntax_faults import SyntaxFault
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.key_map import MOST_KEYS, Chosen, heard_together, refusal
from timeline_app.state.key_names import Key
from timeline_app.state.user_files import write_json

FILE_NAME: Final = "keys.json"
BESIDE_NAME: Final = "keys.before.json"
LARGEST_BYTES: Final = 200_000
_WORD_LIMIT: Final = 60


class KeyFault(NamedTuple):
    """What is wrong with the file, at a line counted from 1, and what to do about it."""

    line: int
    reason: Message
    hint: Message

    def message(self, file: str) -> Message:
        """Return all of it in words."""
        if not self.line:
            return Message.of("keys.fault", file=file, reason=self.reason, hint=self.hint)
        return Message.of("keys.fault-at", file=file, line=self.line, reason=self.reason, hint=self.hint)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the file says: the keys that were chosen, what this program does not know, and what is wrong."""

    chosen: Chosen = field(default_factory=dict)
    unknown: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    faults: tuple[KeyFault, ...] = ()


def load_keys(folder: Path, specs: Mapping[str, CommandSpec]) -> KeyFile:
    """Read the file; one that is missing says that all keys are the usual ones."""
    try:
        raw = (folder / FILE_NAME).read_bytes()
        if len(raw) > LARGEST_BYTES:
            return KeyFile(faults=(_fault(0, "too-large"),))
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return KeyFile()
    except (OSError, UnicodeDecodeError):
        return KeyFile(faults=(_fault(0, "unreadable"),))
    try:
        tree = compose_json(text, Findings(), Spot(0, 0))
    except SyntaxFault as fault:
        known = reason_of(fault)
        reason = known[1] if known is not None else Message.of("keys.fault.syntax")
        return KeyFile(faults=(KeyFault(fault.line + 1, reason, Message.of("keys.hint.syntax")),))
    return _Reader(specs).read(tree)


def save_keys(folder: Path, kept: KeyFile, chosen: Chosen) -> bool:
    """Write the file in one piece, or take it away where nothing is left to say; tell whether that went well."""
    modes = {
        mode.value: {id_: list(keys) for id_, keys in own.items()} for mode, own in chosen.items() if own
    }
    for mode, others in kept.unknown.items():
        if others:
            modes[mode] = {**others, **modes.get(mode, {})}  # type: ignore[dict-item]
    path = folder / FILE_NAME
    try:
        if kept.faults and path.exists():
            (folder / BESIDE_NAME).write_bytes(path.read_bytes())
        if not modes:
            path.unlink(missing_ok=True)
            return True
    except OSError:
        return False
    return write_json(path, {"keys": modes})


class _Reader:
    """Goes through the tree once; the first of two commands that want one key gets it."""

    def __init__(self, specs: Mapping[str, CommandSpec]) -> None:
        self._specs = specs
        self._faults: list[KeyFault] = []
        self._unknown: dict[str, dict[str, object]] = {}

    def read(self, tree: Any) -> KeyFile:
        modes = tree.get("keys") if isinstance(tree, Map) else None
        if not isinstance(modes, Map):
            return KeyFile(faults=(_fault(1, "shape"),))
        chosen = {
            Mode(mode): self._mode(Mode(mode), own) for mode, own in self._maps(modes) if mode in tuple(Mode)
        }
        return KeyFile({mode: own for mode, own in chosen.items() if own}, self._unknown, tuple(self._faults))

    def _maps(self, modes: Map) -> Iterator[tuple[str, Map]]:
        for mode, own in modes.items():
            if not isinstance(own, Map):
                self._faults.append(_fault(_line(modes, mode), "shape"))
                continue
            self._unknown[mode] = {
                id_: _plain(keys)
                for id_, keys in own.items()
                if mode not in tuple(Mode) or id_ not in self._specs
            }
            yield mode, own

    def _mode(self, mode: Mode, own: Map) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for id_, keys in own.items():
            spec = self._specs.get(id_)
            fault = self._fault_of(spec, keys, found, mode) if spec is not None else None
            if fault is not None:
                self._faults.append(KeyFault(_line(own, id_), *fault))
            elif spec is not None:
                found[id_] = tuple(
                    dict.fromkeys(key.text for text in keys if (key := Key.of(text)) is not None)
                )
        return found

    def _fault_of(
        self, spec: CommandSpec, keys: Any, found: Mapping[str, tuple[str, ...]], mode: Mode
    ) -> tuple[Message, Message] | None:
        """Return what is wrong with the keys of a command, and what to do, None if nothing is."""
        if (
            not isinstance(keys, Seq)
            or len(keys) > MOST_KEYS
            or not all(isinstance(key, str) for key in keys)
        ):
            return Message.of("keys.fault.list", command=spec.title), Message.of(
                "keys.hint.list", count=MOST_KEYS
            )
        for text in keys:
            reason = refusal(spec, text[:_WORD_LIMIT], mode)
            if reason is not None:
                return reason, Message.of("keys.hint.key")
            for other, taken in found.items():
                key = Key.of(text)
                near = heard_together(spec, self._specs[other], mode)
                if key is not None and key.text in taken and near:
                    title = self._specs[other].title
                    return Message.of("keys.fault.twice", key=key.text, command=title), Message.of(
                        "keys.hint.twice"
                    )
        return None


def _fault(line: int, code: str) -> KeyFault:
    return KeyFault(line, Message.of(f"keys.fault.{code}"), Message.of(f"keys.hint.{code}"))


def _line(tree: Map, key: str) -> int:
    return tree.mark_of(key, is_key=True).line + 1


def _plain(node: Any) -> object:
    """Return a node as it is written back."""
    if isinstance(node, Map):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(value) for value in node] if isinstance(node, Seq) else node
