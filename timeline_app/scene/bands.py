# SPDX-License-Identifier: MIT
"""Which entries are named in a view, at a cost that follows what is in the view and never the document.

Placed entries lie in groups: by octave of the zoom from which on they are named, within it by octave of
their length, within that by time. A view asks only the octaves that are named at its zoom, and in each group
only the stretch in which something of that length can reach into the view: at most about twice of what it
is told, and for all groups together one search.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.instant import LIMIT_S
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I32, I64
from timeline_app.scene.placement import Placement

LENGTH_BITS: Final = 6
LENGTHS: Final = 1 << LENGTH_BITS
RANK_BITS: Final = 32
LOWEST_OCTAVE: Final = -64
ALWAYS_OCTAVE: Final = 127
"""The octave of what is named at every zoom."""
LEAST_RECENT: Final = 4_096
RECENT_SHARE: Final = 0.25
"""What was placed lately is kept apart until it is this part of the rest: adding to it is cheap."""


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Entries sorted by `keys`: group and place in time as one number. `numbers` are the groups that there are."""

    keys: I64
    entries: I32
    numbers: I64

    @classmethod
    def of(cls, keys: I64, entries: I32) -> _Groups:
        """Return entries as groups; keys that consist of sorted runs are only merged."""
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        numbers = keys >> RANK_BITS
        is_first = np.ones(len(numbers), np.bool_)
        is_first[1:] = numbers[1:] != numbers[:-1]
        return cls(keys, entries[order], numbers[is_first])

    def joined(self, other: _Groups) -> _Groups:
        """Return the entries of both."""
        keys = np.concatenate([self.keys, other.keys])
        return _Groups.of(keys, np.concatenate([self.entries, other.entries]))

    def within(self, least: int, low_ranks: I64, high_rank: int) -> I32:
        """Return the entries of all groups from a number on that begin between two places in time.

        The first of these depends on the group's length: `low_ranks` tells it for each octave.
        """
        numbers = self.numbers[np.searchsorted(self.numbers, least) :]
        bases = numbers << RANK_BITS
        first = np.searchsorted(self.keys, bases + low_ranks[numbers & (LENGTHS - 1)])
        last = np.searchsorted(self.keys, bases + high_rank)
        counts = last - first
        before = np.cumsum(counts)
        total = int(before[-1]) if len(before) else 0
        places = np.repeat(first - before + counts, counts) + np.arange(total)
        return self.entries[places]


_NOTHING: Final = _Groups(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int64))


class Bands:
    """The groups of one placement; they follow it while it is still being made.

    The index is handed in each time: groups that held it would keep it for ever (`_BANDS`).
    """

    def __init__(self, placement: Placement) -> None:
        self.placement: Final = placement
        self._main = self._recent = _NOTHING
        self._generation = self._main_generation = 0
        self._widest_px = 0.0

    def named(self, index: EventIndex, first_s: int, last_s: int, seconds_per_px: float) -> I64:
        """Return the entries named at a zoom that touch a stretch of time with bar or words, by lane, then time."""
        self._follow(index)
        placement = self.placement
        least = (_octave(seconds_per_px) - LOWEST_OCTAVE) << LENGTH_BITS
        low_ranks = index.ranks_from(self._earliest_s(first_s, seconds_per_px))
        high_rank = int(index.ranks_from(np.array([min(last_s + 1, LIMIT_S)]))[0])
        parts = [groups.within(least, low_ranks, high_rank) for groups in (self._main, self._recent)]
        found = np.concatenate(parts)
        words_s = placement.label_px[found] * seconds_per_px
        # Counted from the view: doubles do not tell single seconds far from their origin.
        reach_s = np.maximum(index.end_s[found] - first_s, index.anchor_s[found] - first_s + words_s)
        named = found[(placement.threshold[found] >= seconds_per_px) & (reach_s >= 0)].astype(np.int64)
        named.sort()
        return named

    def _earliest_s(self, first_s: int, seconds_per_px: float) -> I64:
        """Return, for each octave of length, how early something may begin that reaches to an instant."""
        words_s = math.ceil(self._widest_px * seconds_per_px)
        return np.array([max(first_s - (1 << octave) - words_s, -LIMIT_S) for octave in range(LENGTHS)])

    def _follow(self, index: EventIndex) -> None:
        """Take in what has been placed since the last time."""
        placement = self.placement
        # Asked for first: what is written while we look belongs to a later generation.
        generation = placement.generation
        if generation == self._generation:
            return
        self._generation = generation
        self._recent = self._groups_since(index, self._main_generation, generation)
        if len(self._recent.keys) > max(LEAST_RECENT, len(self._main.keys) * RECENT_SHARE):
            self._main = self._main.joined(self._recent)
            self._recent, self._main_generation = _NOTHING, generation

    def _groups_since(self, index: EventIndex, since: int, until: int) -> _Groups:
        placement = self.placement
        born = placement.born
        fresh = np.flatnonzero((born > since) & (born <= until) & (placement.threshold > 0.0)).astype(
            np.int32
        )
        if len(fresh) == 0:
            return _NOTHING
        self._widest_px = max(self._widest_px, float(placement.label_px[fresh].max()))
        lengths = np.frexp((index.end_s[fresh] - index.start_s[fresh]).astype(np.float64))[1]
        groups = (_octaves(placement.threshold[fresh]) - LOWEST_OCTAVE) << LENGTH_BITS
        groups |= np.minimum(lengths, LENGTHS - 1)
        return _Groups.of((groups << RANK_BITS) | index.time_rank[fresh], fresh)


def _octave(zoom: float) -> int:
    return max(math.frexp(zoom)[1], LOWEST_OCTAVE)


def _octaves(thresholds: npt.NDArray[np.float64]) -> I64:
    """Return the octave of each zoom; it never falls as these rise."""
    octaves = np.where(np.isinf(thresholds), ALWAYS_OCTAVE, np.frexp(thresholds)[1])
    return np.maximum(octaves, LOWEST_OCTAVE).astype(np.int64)


_BANDS: WeakKeyDictionary[EventIndex, Bands] = WeakKeyDictionary()


def bands_of(index: EventIndex, placement: Placement) -> Bands:
    """Return the groups of an index's last placement, which are kept as long as the index."""
    found = _BANDS.get(index)
    if found is None or found.placement is not placement:
        found = _BANDS[index] = Bands(placement)
    return found


def named_in_view(
    index: EventIndex, placement: Placement, first_s: int, last_s: int, seconds_per_px: float
) -> I64:
    """Return the entries that are named at a zoom and touch a stretch of axis seconds, bar or words.

    They come by lane, then time.
    """
    return bands_of(index, placement).named(index, first_s, last_s, seconds_per_px)
