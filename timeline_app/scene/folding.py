# SPDX-License-Identifier: MIT
"""How many events of a frame are folded, in any stretch of any lane: all that there are less those named.

Both are counted by bisection, so that nothing is looked at one by one but what is named. A bin's count is
exact whatever the window: whoever counts bins that reach beyond it asks for a `Folding` that does too.

An event is shown in one of four steps, by zoom and placement alone and never by the window:
1. on its card, when it is selected: all of its title, and its date;
2. by its title in a row, from its threshold zoom all the way in;
3. else as a mark of its own in the lane's strip, where it is the only folded one that begins in its cell;
4. else in the density of that cell. Cells are `cell_octave` wide: a power of two of axis seconds, and so
   between 4 and 8 pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from timeline_app.scene.bands import named_in_view
from timeline_app.scene.index import EventIndex
from timeline_app.scene.index_basis import I64
from timeline_app.scene.placement import Placement

LEAST_CELL_PX: Final = 4.0
"""A cell is at least so wide, and less than twice as wide."""


def bin_octave(seconds_per_px: float, least_px: float) -> int:
    """Return the binary logarithm of the width of bins that are at least so many pixels wide, in axis seconds."""
    return max(math.ceil(math.log2(seconds_per_px * least_px)), 0)


def bin_edges(first_s: int, last_s: int, octave: int) -> I64:
    """Return the edges of the bins that a stretch touches, aligned to time alone; a bin's number is edge >> octave."""
    numbers = np.arange(first_s >> octave, ((last_s - 1) >> octave) + 2, dtype=np.int64)
    return numbers << octave


class FoldedCounts(NamedTuple):
    """Of folded entries, how many have begun before and ended by certain instants.

    `places` tells where in the index, among all of the lane, what begins then or later comes.
    """

    begun: I64
    ended: I64
    places: I64

    @property
    def starting(self) -> I64:
        """How many begin in each stretch from one instant to the next."""
        counts: I64 = self.begun[1:] - self.begun[:-1]
        return counts

    @property
    def touching(self) -> I64:
        """How many touch each stretch from one instant to the next."""
        counts: I64 = self.begun[1:] - self.ended[:-1]
        return counts

    @property
    def lasting(self) -> I64:
        """How many go on at each instant: have begun before it and end after it."""
        counts: I64 = self.begun - self.ended
        return counts


class InView(NamedTuple):
    """How many entries touch a view, and how many of these are folded."""

    total: int
    folded: int


@dataclass(frozen=True, slots=True, eq=False)
class Folding:
    """The named entries that touch a stretch, by lane, and what is folded beside them."""

    index: EventIndex
    placement: Placement
    seconds_per_px: float
    named: I64
    """All named entries that touch the stretch with bar or words, by lane, then time."""
    lane_offsets: I64

    @classmethod
    def of(
        cls, index: EventIndex, placement: Placement, first_s: int, last_s: int, seconds_per_px: float
    ) -> Folding:
        """Look up what is named in a stretch; counts are right for bins that lie within it."""
        named = named_in_view(index, placement, first_s, last_s, seconds_per_px)
        return cls(index, placement, seconds_per_px, named, np.searchsorted(named, index.lane_offsets))

    def named_of(self, lane: int) -> I64:
        """Return the named entries of a lane."""
        return self.named[int(self.lane_offsets[lane]) : int(self.lane_offsets[lane + 1])]

    def counts(self, lane: int, instants_s: I64) -> FoldedCounts:
        """Return how many folded entries of a lane have begun before, and ended by, each of some axis seconds."""
        index, named = self.index, self.named_of(lane)
        entries = index.lane_slice(lane)
        begun = index.start_s[entries].searchsorted(instants_s, side="left")
        ended = index.ends_s[entries].searchsorted(instants_s, side="right")
        places = begun + entries.start
        if len(named):
            begun = begun - index.start_s[named].searchsorted(instants_s, side="left")
            ended = ended - np.sort(index.end_s[named]).searchsorted(instants_s, side="right")
        return FoldedCounts(begun, ended, places)

    def doubtful(self, lane: int, edges_s: I64) -> I64:
        """Return how many folded entries of a lane begin in each stretch [edge, next edge) with a doubtful date."""
        named = self.named_of(lane)
        starts_s = self.index.start_s[named[self.index.is_doubtful[named]]]
        counts = self.index.doubtful_count(lane, edges_s)
        if len(starts_s):
            begun = starts_s.searchsorted(edges_s, side="left")
            counts = counts - (begun[1:] - begun[:-1])
        return counts

    def lone(self, firsts: I64, lasts: I64) -> I64:
        """Return the one folded entry of each run [first, last) of entries; each run has but one.

        The others in it are named, and of these there are few in any run.
        """
        counts = lasts - firsts
        before = counts.cumsum()
        total = int(before[-1]) if len(before) else 0
        run = np.repeat(firsts - before + counts, counts) + np.arange(total)
        named = self.named
        if len(named) == 0:
            return run
        place = np.minimum(named.searchsorted(run), len(named) - 1)
        found: I64 = run[named[place] != run]
        return found

    def in_view(self, first_s: int, last_s: int) -> InView:
        """Return how many entries touch a stretch with their bars: all of them, and those of them that are folded."""
        ends_s = np.array([first_s, last_s])
        lanes = range(self.index.lane_count)
        everything = sum(int(self.index.touching_count(lane, ends_s)[0]) for lane in lanes)
        named = self.named
        touching = (self.index.start_s[named] < last_s) & (self.index.end_s[named] > first_s)
        return InView(everything, everything - int(np.count_nonzero(touching)))
