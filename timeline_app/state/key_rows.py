# SPDX-License-Identifier: MIT
"""The list of keys as rows: where they are heard, in which menu one would look, and each command with its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.search.folding import folded
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
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
    Scope.GUESS: "keys.on-guess",
    Scope.HEADS: "keys.on-heads",
}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the list; `spec` is None for headings and for what the mouse does.

    `level` is 1 and 2 for headings, 0 for all others; `given` is what stands where keys stand, for the mouse.
    `mode` tells when the keys are heard.
    """

    words: str
    level: int = 0
    spec: CommandSpec | None = None
    keys: tuple[str, ...] = ()
    is_own: bool = False
    given: str = ""
    mode: Mode = Mode.EXPLORE

    @property
    def is_heading(self) -> bool:
        """Whether other rows stand under it."""
        return self.level > 0


def rows_of(
    specs: Iterable[CommandSpec],
    keys: KeyMap,
    translator: Translator,
    text: str = "",
    mode: Mode = Mode.EXPLORE,
) -> tuple[KeyRow, ...]:
    """Return the rows that hold all words of a text in title, menu or keys; all of them without one.

    What can have a key but has none is listed too: it may want one. While one explores the keys for presenting
    stand after all others; while one presents only these are of use.
    """
    words = folded(text).split()
    known = tuple(spec for spec in specs if _may_have_keys(spec))
    presenting = [spec for spec in known if _presents(spec, keys)]
    found: list[KeyRow] = []
    if mode is Mode.EXPLORE:
        for scope, title in AREAS.items():
            heard = [spec for spec in known if scope_of(spec) is scope and _explores(spec, keys)]
            found += _area(title, heard, Mode.EXPLORE, keys, translator, words)
    found += _area("keys.presenting", presenting, Mode.PRESENT, keys, translator, words)
    if mode is Mode.PRESENT:
        return tuple(found)
    mouse = _held(_of_mouse(translator), translator.say("keys.mouse"), words)
    return (*found, *([KeyRow(translator.say("keys.mouse"), level=1), *mouse] if mouse else []))


def _area(
    title: str,
    specs: Iterable[CommandSpec],
    mode: Mode,
    keys: KeyMap,
    translator: Translator,
    words: Sequence[str],
) -> list[KeyRow]:
    """Return the rows under one heading, grouped by the menus in which one would look."""
    found: list[KeyRow] = []
    rows = [_row(spec, mode, keys, translator) for spec in specs]
    by_menu = {
        menu: [row for row in rows if row.spec is not None and group_of(row.spec) == menu] for menu in MENUS
    }
    kept = {menu: _held(listed, _menu(menu, translator), words) for menu, listed in by_menu.items()}
    if any(kept.values()):
        found.append(KeyRow(translator.text(Message.of(title)), level=1))
    has_menus = sum(bool(listed) for listed in by_menu.values()) > 1
    for menu, listed in kept.items():
        if listed and has_menus:
            found.append(KeyRow(_menu(menu, translator), level=2))
        found.extend(listed)
    return found


def _may_have_keys(spec: CommandSpec) -> bool:
    return reach_of(spec) is Reach.RUNS


def _presents(spec: CommandSpec, keys: KeyMap) -> bool:
    return bool(spec.keys.get(Mode.PRESENT)) or bool(keys.keys(spec.id, Mode.PRESENT))


def _explores(spec: CommandSpec, keys: KeyMap) -> bool:
    is_for_presenting = set(spec.keys) == {Mode.PRESENT}
    return not is_for_presenting or bool(keys.keys(spec.id, Mode.EXPLORE))


def _row(spec: CommandSpec, mode: Mode, keys: KeyMap, translator: Translator) -> KeyRow:
    return KeyRow(
        translator.text(spec.title),
        spec=spec,
        keys=keys.keys(spec.id, mode),
        is_own=keys.is_own(spec.id, mode),
        mode=mode,
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
