# SPDX-License-Identifier: MIT
"""The palette over all commands: what it offers, what it greys and why, and what is found as one types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from timeline_app.base.messages import Message, Translator
from timeline_app.search.folding import folded, word_starts
from timeline_app.state.app_state import AppState
from timeline_app.state.commands import Commands, CommandSpec, Param

WRITTEN: Final = frozenset({"path", "date", "text", "name"})
"""Arguments that a person can write down; any other text is the id of something, or one of a few."""
CHOSEN: Final = frozenset({"theme", "percent", "on", "kind", "where", "audience"})
"""Arguments that are one of a few, and so stand in a menu or a list."""
CHOSEN_BY_NAME: Final = frozenset({"view.calendar", "sources.style", "present.screen"})
"""Commands whose name is one of a few."""
BY_ITSELF: Final = frozenset({"view.refold", "select.keep-in-sight"})
"""What the timeline sends of its own accord."""
GROUPS: Final = {
    "examples": "file", "select": "go", "folded": "go", "search": "go", "palette": "go", "known": "evidence",
    "sources": "evidence", "source": "evidence", "claim": "evidence", "excerpt": "evidence", "note": "evidence",
    "questions": "evidence", "silences": "evidence", "filters": "view", "settings": "view", "panel": "view", "reading": "view",
    "keys": "help", "ruler": "view", "present": "tours", "tour": "tours", "curtain": "tours", "predict": "tours",
    "making": "tours", "handout": "tours", "asking": "tours",
}  # fmt: skip
"""In which menu a command would stand that stands in none, by the first word of its id."""
MENUS: Final = ("file", "view", "lanes", "evidence", "go", "tours", "help")
NEEDS: Final = {
    "_can_go_back": "nothing-behind",
    "_can_go_forward": "nothing-ahead",
    "_has_collapsed_lanes": "no-lane-collapsed",
    "_has_cursor": "shows-today",
    "_has_event_in_hand": "nothing-selected",
    "_has_fold": "nothing-folded",
    "_has_hidden_lanes": "no-lane-hidden",
    "_has_moved_lanes": "no-lane-moved",
    "_has_selection": "nothing-selected",
    "_has_source_in_hand": "no-source-open",
    "_has_sources_off": "no-source-off",
    "_has_undated": "nothing-undated",
    "_is_reading": "nothing-read",
    "_lists_folded": "no-list",
    "_offers_cursor": "no-cursor",
    "_is_filtered": "no-filter",
    "can_measure_to_mark": "no-event-and-mark",
    "has_keys_before": "no-keys-changed",
    "has_marks": "no-mark",
    "has_own_keys": "usual-keys",
    "has_ruler": "no-ruler",
    "has_tours": "no-tours",
    "can_redo_making": "nothing-undone",
    "can_undo_making": "nothing-made",
    "has_stop_in_hand": "no-stop-made",
    "has_stops_made": "no-stop-made",
    "is_making": "no-making",
    "is_presenting": "not-presenting",
    "is_searching": "no-search",
}
"""Why a condition of the table does not hold, by the condition's name."""


class Reach(StrEnum):
    """How the palette carries a command out."""

    RUNS = "runs"
    ASKS = "asks"
    """It asks for a text first."""
    NOT = "not"
    """It cannot: the command needs what is pointed at, or what the timeline alone knows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the palette lists it; `why_not` tells why it cannot be carried out now, None if it can."""

    spec: CommandSpec
    reach: Reach
    title: str
    group: str
    keys: tuple[str, ...]
    why_not: Message | None

    @property
    def asks_for(self) -> str:
        """The name of the text that the command needs, "" for none."""
        return needed(self.spec)[0].name if self.reach is Reach.ASKS else ""


def needed(spec: CommandSpec) -> tuple[Param, ...]:
    """Return the arguments that must be given."""
    return tuple(param for param in spec.params if param.default is None)


def reach_of(spec: CommandSpec) -> Reach:
    """Tell how the palette carries a command out."""
    params = needed(spec)
    if spec.id in BY_ITSELF:
        return Reach.NOT
    if not params:
        return Reach.RUNS
    (first, *others) = params
    is_written = first.type is str and first.name in WRITTEN and spec.id not in CHOSEN_BY_NAME
    return Reach.ASKS if is_written and not others else Reach.NOT


def group_of(spec: CommandSpec) -> str:
    """Return the menu in which one would look for a command."""
    first = spec.menu or spec.id.partition(".")[0]
    group = GROUPS.get(first, first)
    return group if group in MENUS else "go"


def why_not(spec: CommandSpec, state: AppState) -> Message | None:
    """Return why a command cannot be sent from the palette in a state, None where it can."""
    if reach_of(spec) is Reach.NOT:
        return Message.of(f"palette.why.{_sent_elsewhere(spec)}")
    if spec.enabled(state):
        return None
    if state.document is None:
        return Message.of("palette.why.no-exhibit")
    return Message.of(f"palette.why.{NEEDS.get(spec.enabled.__name__, 'not-now')}")


def _sent_elsewhere(spec: CommandSpec) -> str:
    if spec.id in BY_ITSELF:
        return "by-itself"
    is_chosen = spec.id in CHOSEN_BY_NAME or needed(spec)[0].name in CHOSEN
    return "chosen" if is_chosen else "pointed"


def entries_of(commands: Commands, state: AppState, translator: Translator) -> tuple[Entry, ...]:
    """Return every command of the table, those that can be carried out now first, else in the table's order."""
    entries = (
        Entry(
            spec,
            reach_of(spec),
            translator.text(spec.title),
            translator.text(Message.of(f"menu.{group_of(spec)}")),
            commands.keys_of(spec.id),
            why_not(spec, state),
        )
        for spec in commands.specs.values()
    )
    return tuple(sorted(entries, key=_is_greyed))


def _is_greyed(entry: Entry) -> tuple[bool, bool]:
    return entry.why_not is not None, entry.reach is Reach.NOT


def found(entries: Sequence[Entry], text: str) -> tuple[Entry, ...]:
    """Return the entries that hold all words of a text, in any order; the best ones of those that can be sent first.

    Without a text all that can ever be sent from here is listed; what cannot is found when looked for.
    """
    looked_for = folded(text).split()
    if not looked_for:
        return tuple(entry for entry in entries if entry.reach is not Reach.NOT)
    ranked = ((_rank(entry, looked_for), entry) for entry in entries)
    kept = [(rank, entry) for rank, entry in ranked if rank is not None]
    return tuple(entry for _, entry in sorted(kept, key=lambda pair: (*_is_greyed(pair[1]), pair[0])))


def _rank(entry: Entry, words: Iterable[str]) -> int | None:
    """Return how well an entry fits, 0 best; None if a word is missing."""
    words = tuple(words)
    if " ".join(words) in (folded(key) for key in entry.keys):
        return 0
    title, group = folded(entry.title), folded(entry.group)
    if title.startswith(" ".join(words)):
        return 1
    starts = word_starts(title)
    if all(any(title.startswith(word, start) for start in starts) for word in words):
        return 2
    return 3 if all(word in title or group.startswith(word) for word in words) else None
