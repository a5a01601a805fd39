# SPDX-License-Identifier: MIT
"""The events of a draft as checks between them need them, be it a list of entries or a million packed rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from timeline_app.model import records

if TYPE_CHECKING:
    from timeline_app.content.draft import Entry
    from timeline_app.content.node_tree import TreePath


class ToldEvents(Protocol):
    """All events of a file, by their place in it."""

    @property
    def ids(self) -> Sequence[str]:
        """Their ids."""
        ...

    @property
    def ordinal_of(self) -> Mapping[str, int]:
        """Their places by id."""
        ...

    def with_links(self) -> Iterable[int]:
        """Return the places of those that may have links."""
        ...

    def with_order(self) -> Iterable[int]:
        """Return the places of those that may tell what they come after or before."""
        ...

    def with_claims(self) -> Iterable[int]:
        """Return the places of those that may have claims inside them."""
        ...

    def record(self, ordinal: int) -> records.Event:
        """Return an event as far as its edits have been carried out."""
        ...

    def date(self, ordinal: int) -> str | None:
        """Return an event's date with its edits carried out."""
        ...

    def edits(self, ordinal: int) -> Mapping[TreePath, Any]:
        """Return the edits of an event that are still to be carried out."""
        ...

    def entry(self, ordinal: int) -> Entry:
        """Return an event's entry, to tell of a fault in it and to note an edit."""
        ...


class ListedEvents:
    """The events of a list of entries."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    @cached_property
    def ids(self) -> Sequence[str]:
        """Their ids."""
        return [entry.id for entry in self._entries]

    @cached_property
    def ordinal_of(self) -> Mapping[str, int]:
        """Their places by id."""
        return {event_id: ordinal for ordinal, event_id in enumerate(self.ids)}

    def with_links(self) -> Iterable[int]:
        """Return the places of those with links."""
        return [ordinal for ordinal, entry in enumerate(self._entries) if entry.record.links]

    def with_order(self) -> Iterable[int]:
        """Return the places of those that tell what they come after or before."""
        return [
            ordinal
            for ordinal, entry in enumerate(self._entries)
            if entry.record.after or entry.record.before
        ]

    def with_claims(self) -> Iterable[int]:
        """Return the places of those with claims inside them."""
        return [ordinal for ordinal, entry in enumerate(self._entries) if entry.record.claims]

    def record(self, ordinal: int) -> records.Event:
        """Return an event as its file tells it."""
        event: records.Event = self._entries[ordinal].record
        return event

    def date(self, ordinal: int) -> str | None:
        """Return an event's date with its edits carried out."""
        date: str | None = self._entries[ordinal].edited("date")
        return date

    def edits(self, ordinal: int) -> Mapping[TreePath, Any]:
        """Return the edits of an event."""
        return self._entries[ordinal].edits

    def entry(self, ordinal: int) -> Entry:
        """Return an event's entry."""
        return self._entries[ordinal]
