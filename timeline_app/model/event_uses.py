# SPDX-License-Identifier: MIT
"""Which sources and excerpts events use, and which events hold what only few do: as columns, for all at once.

Whoever asks something of all events asks here, and looks only at the records of which a flag says that they
may hold it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from timeline_app.model import records
from timeline_app.model.prose_marks import Citation, marks_in
from timeline_app.model.record_store import Offsets, offsets_of

if TYPE_CHECKING:
    from timeline_app.model.document import Document

Flags = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

HAS_LINKS: Final = 1
HAS_ORDER: Final = 2
HAS_CLAIMS: Final = 4
HAS_FIGURE: Final = 8
HAS_KNOWN: Final = 16
IS_PUBLIC: Final = 32
"""Bits of `EventUses.flags`: links to others, `after` or `before`, claims inside the event, a figure, a list of
those who knew, public at its own date."""


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """A list of numbers for each event: those of event n are `values[offsets[n]:offsets[n + 1]]`."""

    offsets: Offsets
    values: npt.NDArray[np.int32]

    @classmethod
    def of(cls, lists: Sequence[Collection[int]]) -> Lists:
        """Put lists into columns."""
        counts = np.fromiter(map(len, lists), np.int64, len(lists))
        offsets = offsets_of(counts)
        return cls(offsets, np.fromiter((one for each in lists for one in each), np.int32, int(offsets[-1])))

    @property
    def rows(self) -> npt.NDArray[np.int64]:
        """The event of each value."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    def numbers_of(self, mask: Mask) -> Mask:
        """Tell of each number below the highest whether an event of a mask has it."""
        found = np.zeros(int(self.values.max()) + 1 if len(self.values) else 0, np.bool_)
        found[self.values[np.repeat(mask, np.diff(self.offsets))]] = True
        return found

    def counts_of(self, wanted: Mask) -> npt.NDArray[np.int64]:
        """Return how many of each event's numbers are wanted ones."""
        return np.bincount(self.rows[wanted[self.values]], minlength=len(self.offsets) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class EventUses:
    """`flags` of each event, and the numbers of its own sources and excerpts in the document's order."""

    flags: Flags
    sources: Lists
    excerpts: Lists

    def with_any(self, bits: int) -> Sequence[int]:
        """Return the ordinals of the events that have any of some flags."""
        found: list[int] = np.flatnonzero(self.flags & bits).tolist()
        return found


def flags_of(event: records.Event) -> int:
    """Return the flags of one event."""
    return (
        (HAS_LINKS if event.links else 0)
        | (HAS_ORDER if event.after or event.before else 0)
        | (HAS_CLAIMS if event.claims else 0)
        | (HAS_FIGURE if event.figure is not None else 0)
        | (IS_PUBLIC if event.known == "public" else HAS_KNOWN if event.known else 0)
    )


def own_sources(event: records.Event) -> Iterator[str]:
    """Yield the ids of the sources that an event names itself: those listed, then those of its texts' marks."""
    seen = dict.fromkeys(use if isinstance(use, str) else use.source for use in event.sources)
    seen.update((cited.target, None) for cited in _cited(event) if not cited.is_excerpt)
    return iter(seen)


def own_excerpts(event: records.Event) -> Iterator[str]:
    """Yield the ids of the excerpts that an event names itself, in its list or in its texts' marks."""
    seen = dict.fromkeys(event.excerpts)
    seen.update((cited.target, None) for cited in _cited(event) if cited.is_excerpt)
    return iter(seen)


def _cited(event: records.Event) -> Iterator[Citation]:
    """Yield what the marks of an event's texts name, in all languages."""
    for text in (event.summary, event.body, event.plain, event.as_then):
        for _, words in text.variants if text else ():
            for mark in marks_in(words):
                yield from mark.citations


def uses_of(events: Sequence[records.Event], sources: Iterable[str], excerpts: Iterable[str]) -> EventUses:
    """Return the columns of some events; ids that are none of the sources and excerpts count for nothing."""
    source_of = {name: number for number, name in enumerate(sources)}
    excerpt_of = {name: number for number, name in enumerate(excerpts)}
    return EventUses(
        np.fromiter(map(flags_of, events), np.uint8, len(events)),
        Lists.of([[source_of[name] for name in own_sources(event) if name in source_of] for event in events]),
        Lists.of(
            [[excerpt_of[name] for name in own_excerpts(event) if name in excerpt_of] for event in events]
        ),
    )


def account_sources(account: records.Account, document: Document) -> frozenset[str]:
    """Return the sources on which an account rests: its own, and those of its excerpts."""
    names = {use if isinstance(use, str) else use.source for use in account.sources}
    excerpts = (document.excerpts.get(name) for name in account.excerpts)
    names.update(excerpt.source for excerpt in excerpts if excerpt is not None and excerpt.source)
    return frozenset(name for name in names if name in document.sources)
