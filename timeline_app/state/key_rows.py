# SPDX-License-Identifier: MIT
"""The list of keys as rows: where they are heard, in which menu one would look, and each command with its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.search.folding import folded
from timeline_app.state.commands import Commands, CommandSpec
from timeline_app.state.key_map import KeyMap, Scope, scope_of
from timeline_app.state.palette import MENUS, Reach, group_of, reach_of

MOUSE: Final = (
    "wheel", "drag", "double-click", "click", "badge", "ctrl-click", "shift-click", "box", "lanes", "lane-name",
    "carry-lane", "lane-menu", "ruler",
)  # fmt: skip
AREAS: Final = {
    Scope.WINDOW: "keys.anywhere",
    Scope.CANVAS: "keys.on-canvas",
    Scope.RULER: "keys.on-ruler",
    Scope.HEADS: "keys.on-heads",
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the list; `spec` is None for headings and for what the mouse does.

    `level` is 1 and 2 for headings, 0 for all others; `given` is what stands where keys stand, for the mouse.
    """

    words: str
    level: int = 0
    spec: CommandSpec | None = None
    keys: tuple[str, ...] = ()
    is_own: bool = False
    given: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether other rows stand under it."""
        return self.level > 0


def rows_of(commands: Commands, keys: KeyMap, translator: Translator, text: str = "") -> tuple[KeyRow, ...]:
    """Return the rows that hold all words of a text in title, menu or keys; all of them without one.

    What can have a key but has none is listed too: it may want one.
    """
    words = folded(text).split()
    found: list[KeyRow] = []
    for scope, title in AREAS.items():
        specs = [spec for spec in commands.specs.values() if scope_of(spec) is scope and _may_have_keys(spec)]
        rows = [_row(spec, commands, keys, translator) for spec in specs]
        by_menu = {
            menu: [row for row in rows if row.spec is not None and group_of(row.spec) == menu]
            for menu in MENUS
        }
        kept = {menu: _held(listed, _menu(menu, translator), words) for menu, listed in by_menu.items()}
        if any(kept.values()):
            found.append(KeyRow(translator.text(Message.of(title)), level=1))
        has_menus = sum(bool(listed) for listed in by_menu.values()) > 1
        for menu, listed in kept.items():
            if listed and has_menus:
                found.append(KeyRow(_menu(menu, translator), level=2))
            found.extend(listed)
    mouse = _held(_of_mouse(translator), translator.say("keys.mouse"), words)
    return (*found, *([KeyRow(translator.say("keys.mouse"), level=1), *mouse] if mouse else []))


def _may_have_keys(spec: CommandSpec) -> bool:
    return reach_of(spec) is Reach.RUNS


def _row(spec: CommandSpec, commands: Commands, keys: KeyMap, translator: Translator) -> KeyRow:
    return KeyRow(
        translator.text(spec.title),
        spec=spec,
        keys=commands.keys_of(spec.id),
        is_own=keys.is_own(spec.id),
    )


def _menu(menu: str, translator: Translator) -> str:
    return translator.text(Message.of(f"menu.{menu}"))


def _of_mouse(translator: Translator) -> list[KeyRow]:
    return [
        KeyRow(
            translator.text(Message.of(f"keys.does.{name}")),
            given=translator.text(Message.of(f"keys.mouse.{name}")),
        )
        for name in MOUSE
    ]


def _held(rows: Iterable[KeyRow], heading: str, words: Sequence[str]) -> list[KeyRow]:
    def holds(row: KeyRow) -> bool:
        said = folded(" ".join((row.words, row.given, heading, *row.keys)))
        return all(word in said for word in words)

    return [row for row in rows if holds(row)]
