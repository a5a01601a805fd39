# SPDX-License-Identifier: MIT
"""Taking sources away: which are left, and what rests on each of them alone.

Nothing goes with a source: an event or an account that has no other stays, and says that this exhibit would have
nothing to show for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.known_by import begun_by
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.event_uses import Lists, Mask
from timeline_app.model.independence import Derivations
from timeline_app.model.lens import Lens

Numbers = npt.NDArray[np.int64]


class Loss(IntEnum):
    """What an event or an account has lost with the sources that were taken away."""

    NONE = 0
    SOME = 1
    """One of several lines of evidence."""
    ALL = 2
    """Every source that it had."""


@dataclass(frozen=True, slots=True)
class SourceWeight:
    """What rests on a source: the events that use it, and those that would have nothing left without it.

    `derived` are the works that rest on it in turn; `events_alone_with_derived` counts the events that would have
    nothing left if these went as well.
    """

    events: int
    events_alone: int
    derived: tuple[str, ...]
    events_alone_with_derived: int


class Shelf:
    """The sources of one document as a lens leaves them: in print at the cursor, and not taken away."""

    def __init__(self, document: Document, lens: Lens) -> None:
        self._document = document
        self._lens = lens
        self._names = tuple(document.sources)

    @cached_property
    def derivations(self) -> Derivations:
        """What rests on what."""
        return Derivations(self._document.sources)

    @cached_property
    def off(self) -> frozenset[str]:
        """The sources that were taken away, with what derives from them where the reader wished that."""
        chosen = self._lens.sources_off & frozenset(self._document.sources)
        return self.derivations.with_heirs(chosen) if self._lens.takes_derived else chosen

    @property
    def has_cursor(self) -> bool:
        """Whether only what was in print at a moment counts."""
        return self._lens.known_at is not None

    def has_come(self, date: str | None) -> bool:
        """Tell whether a date had begun at the cursor, at least possibly; none is always past."""
        cursor = self._lens.known_at
        if cursor is None or date is None:
            return True
        return begun_by(parse(date, self._document.date_settings), cursor.at_s) >= Answer.POSSIBLE

    def is_in_print(self, source_id: str) -> bool:
        """Tell whether a source was in print at the cursor, at least possibly; without a cursor each is."""
        cursor = self._lens.known_at
        if cursor is None:
            return True
        return self._document.publicity.prints.in_print(source_id, cursor.at_s) >= Answer.POSSIBLE

    def is_left(self, source_id: str) -> bool:
        """Tell whether a source was in print and has not been taken away."""
        return source_id not in self.off and self.is_in_print(source_id)

    # -- the sources of events ------------------------------------------------------------------------

    def sources_of(self, ordinal: int) -> frozenset[str]:
        """Return the sources in print that an event names itself, and those of its excerpts."""
        uses = self._document.uses
        names = {self._names[number] for number in _numbers(uses.sources, ordinal)}
        for number in _numbers(uses.excerpts, ordinal):
            source = self._source_of_excerpt[number]
            if source >= 0:
                names.add(self._names[source])
        return frozenset(name for name in names if self.is_in_print(name))

    @cached_property
    def _source_of_excerpt(self) -> list[int]:
        """The number of each excerpt's source, -1 where it has none."""
        number_of = {name: number for number, name in enumerate(self._names)}
        return [number_of.get(excerpt.source or "", -1) for excerpt in self._document.excerpts.values()]

    def loss_of(self, source_ids: Iterable[str]) -> Loss:
        """Return what something has lost that rests on these sources in print."""
        had = frozenset(source_ids)
        left = had - self.off
        if left == had:
            return Loss.NONE
        if not left:
            return Loss.ALL
        lines = self.derivations.lines_of
        return Loss.SOME if lines(left) < lines(had) else Loss.NONE

    def number_of_excerpts_source(self) -> npt.NDArray[np.int64]:
        """Return the number of each excerpt's source, -1 where it has none."""
        return np.array(self._source_of_excerpt or [-1], np.int64)


class Weights:
    """What rests on each source among the events that are shown."""

    def __init__(self, document: Document, shelf: Shelf, passes: Mask) -> None:
        self._document = document
        self._shelf = shelf
        self._passes = passes
        self._names = tuple(document.sources)

    def weight_of(self, source_id: str) -> SourceWeight:
        """Return what rests on a source among the events that are shown and the sources that are left."""
        derived = sorted(self._shelf.derivations.heirs_of(source_id))
        events, alone = self._resting_on({source_id})
        _, with_derived = self._resting_on({source_id, *derived})
        return SourceWeight(events, alone, tuple(derived), with_derived)

    @cached_property
    def event_counts(self) -> Mapping[str, int]:
        """The number of shown events that use each source."""
        _, sources = self._pairs
        counts = np.bincount(sources, minlength=len(self._names))
        return dict(zip(self._names, counts.tolist(), strict=True))

    def _resting_on(self, group: set[str]) -> tuple[int, int]:
        """Count the shown events with a source of a group, and those that have no other left."""
        events, sources = self._pairs
        in_group = np.fromiter((name in group for name in self._names), np.bool_, len(self._names))
        counts = len(self._document.events)
        of_group = np.bincount(events[in_group[sources]], minlength=counts)
        is_left = np.fromiter((self._shelf.is_left(name) for name in self._names), np.bool_, len(self._names))
        others = np.bincount(events[(is_left & ~in_group)[sources]], minlength=counts)
        return int((of_group > 0).sum()), int(((of_group > 0) & (others == 0)).sum())

    @cached_property
    def bare_count(self) -> int:
        """The number of shown events all of whose sources were taken away."""
        if not self._shelf.off:
            return 0
        events, sources = self._pairs
        in_print = np.fromiter(map(self._shelf.is_in_print, self._names), np.bool_, len(self._names))
        is_left = np.fromiter(map(self._shelf.is_left, self._names), np.bool_, len(self._names))
        counts = len(self._document.events)
        had = np.bincount(events[in_print[sources]], minlength=counts) > 0
        has = np.bincount(events[is_left[sources]], minlength=counts) > 0
        return int((had & ~has).sum())

    @cached_property
    def _pairs(self) -> tuple[Numbers, Numbers]:
        """Each shown event with each of its sources, once: ordinals, and numbers of sources."""
        uses = self._document.uses
        of_excerpts = self._shelf.number_of_excerpts_source()[uses.excerpts.values]
        events = np.concatenate((uses.sources.rows, uses.excerpts.rows[of_excerpts >= 0]))
        sources = np.concatenate((uses.sources.values, of_excerpts[of_excerpts >= 0])).astype(np.int64)
        is_shown = self._passes[events]
        width = max(len(self._names), 1)
        packed = np.unique(events[is_shown] * width + sources[is_shown])
        return packed // width, packed % width


def _numbers(lists: Lists, ordinal: int) -> list[int]:
    found: list[int] = lists.values[lists.offsets[ordinal] : lists.offsets[ordinal + 1]].tolist()
    return found
