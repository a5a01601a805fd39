# SPDX-License-Identifier: MIT
"""All sources as a list to be gone through: grouped by kind, searched while one types, in the order one wishes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple, get_args

from timeline_app.model.bibliography import Entry, folded
from timeline_app.model.citation_names import NameRule, names_in_style
from timeline_app.model.records import SourceKind
from timeline_app.model.showing import Showing

KINDS: Final[tuple[str, ...]] = (*get_args(SourceKind), "")
"""The kinds in the order of their groups; "" are sources of which the exhibit does not say what they are."""

_NATURAL: Final = NameRule(most=1_000)
_INVERTED: Final = NameRule("all", most=1_000)


class SourceOrder(StrEnum):
    """In which order sources stand within their group."""

    AUTHOR = "author"
    DATE = "date"
    TITLE = "title"
    USES = "uses"


class SourceGroup(NamedTuple):
    """The sources of one kind, in order."""

    kind: str
    ids: tuple[str, ...]


class SourceList:
    """The sources of one showing."""

    def __init__(self, showing: Showing) -> None:
        self._showing = showing
        self._orders: dict[SourceOrder, list[Entry]] = {}

    @property
    def count(self) -> int:
        """How many sources there are without a search."""
        return len(self._entries)

    def groups(self, words: str = "", order: SourceOrder = SourceOrder.AUTHOR) -> tuple[SourceGroup, ...]:
        """Return the sources in which all of some words occur; kinds of which none is left are left out."""
        wanted = folded(words).split()
        found: dict[str, list[str]] = {}
        for entry in self._in_order(order):
            if all(word in self._words[entry.id] for word in wanted):
                found.setdefault(entry.kind or "", []).append(entry.id)
        return tuple(SourceGroup(kind, tuple(found[kind])) for kind in KINDS if kind in found)

    @cached_property
    def _entries(self) -> list[Entry]:
        return self._showing.bibliography.entries()

    def _in_order(self, order: SourceOrder) -> list[Entry]:
        """Return all entries in an order; where two are alike in it, they stand by author."""
        if order not in self._orders:
            self._orders[order] = sorted(self._entries, key=self._key(order))
        return self._orders[order]

    def _key(self, order: SourceOrder) -> Callable[[Entry], tuple[object, ...]]:
        keys = self._showing.bibliography.keys
        match order:
            case SourceOrder.AUTHOR:
                return lambda entry: keys[entry.id]
            case SourceOrder.DATE:
                return lambda entry: keys[entry.id][1]
            case SourceOrder.TITLE:
                return lambda entry: (keys[entry.id][2],)
            case SourceOrder.USES:
                counts = self._showing.source_event_counts
                return lambda entry: (-counts.get(entry.id, 0),)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """What is searched of each source: author, title, container, house, year and provenance."""
        return {entry.id: self._searched(entry) for entry in self._entries}

    def _searched(self, entry: Entry) -> str:
        work, record = entry.work, entry.work.record
        names = (*record.author, *record.editor, *record.translator)
        texts = (
            names_in_style(names, _NATURAL),
            names_in_style(names, _INVERTED),
            *(
                work.text(value)
                for value in (
                    record.title,
                    record.original_title,
                    record.container_title,
                    record.collection_title,
                    record.provenance,
                )
            ),
            record.publisher,
            record.archive,
            record.archive_location,
            record.issued or "",
        )
        return folded("\n".join(texts))
