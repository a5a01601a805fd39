# SPDX-License-Identifier: MIT
"""The order of the list, and what it leaves out: ranks as columns, sorted stably, so that equals stay in the order of time.

Dates and lanes are columns already. Words and evidence must be asked for event by event, so that they are gathered
in slices beside whatever else goes on, and kept as long as the showing.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import pairwise
from typing import Final

import numpy as np

from timeline_app.model.evidence_grade import LEAST_SETTLED_FIRST
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I32, I64
from timeline_app.scene.lane_choice import HIDDEN, LaneChoice
from timeline_app.search.folding import folded
from timeline_app.state.list_state import ListColumn, ListState

AT_ONCE: Final = 32
"""So many events are asked between two looks at the clock."""
SORTED_AT_ONCE: Final = 4_000
"""So many titles are sorted while one waits; more are sorted in runs of so many, which are then merged."""
NO_LANE: Final = np.iinfo(np.int32).max
HALF_BITS: Final = 16
HALF: Final = (1 << HALF_BITS) - 1
_SETTLED: Final = {state: place for place, state in enumerate(LEAST_SETTLED_FIRST)}

Ranks = I32 | I64
"""Places of events in an order: none is negative."""


class ListBook:
    """What sorting and narrowing must know of a showing's events: their words, folded, and how they are evidenced."""

    def __init__(self, showing: Showing) -> None:
        self.showing: Final = showing
        count = len(showing.table)
        self._words: list[str] = [""] * count
        self._has_words = np.zeros(count, np.bool_)
        self._evidence = np.full(count, -1, np.int32)
        self._title_rank = np.full(count, -1, np.int32)
        self._by_date: tuple[I32, I32] | None = None

    def by_date(self, ordinals: I32) -> I32:
        """Return events in the order of their dates; asked of the same ones again, it is remembered."""
        if self._by_date is None or not np.array_equal(self._by_date[0], ordinals):
            self._by_date = ordinals, in_order_of_dates(self.showing, ordinals)
        return self._by_date[1]

    def gathering(self, ordinals: I32, listed: ListState) -> Iterator[None]:
        """Ask what a state of the list needs of some events; yield whenever others may have their turn."""
        if listed.needs_titles:
            for number, ordinal in enumerate(ordinals[~self._has_words[ordinals]].tolist()):
                self._words[ordinal] = self._told_of(ordinal)
                self._has_words[ordinal] = True
                if number % AT_ONCE == 0:
                    yield
        if not self._are_ranked(ordinals, listed):
            yield from self._ranking()
        if listed.needs_evidence:
            for number, ordinal in enumerate(ordinals[self._evidence[ordinals] < 0].tolist()):
                evidence = self.showing.evidence_of(ordinal)
                self._evidence[ordinal] = evidence.lines * len(_SETTLED) + _SETTLED[evidence.state]
                if number % AT_ONCE == 0:
                    yield

    def _ranking(self) -> Iterator[None]:
        """Sort all titles that are known; yield whenever others may have their turn."""
        known = np.flatnonzero(self._has_words)
        runs: list[list[tuple[str, int]]] = []
        for first in range(0, len(known), SORTED_AT_ONCE):
            run = known[first : first + SORTED_AT_ONCE].tolist()
            runs.append(sorted((self._title_of(ordinal), ordinal) for ordinal in run))
            yield
        found = np.full(len(self._words), -1, np.int32)
        rank, before = 0, None
        for number, (title, ordinal) in enumerate(merge(*runs)):
            rank += before is not None and title != before
            found[ordinal], before = rank, title
            if number % AT_ONCE == 0:
                yield
        self._title_rank = found

    def _are_ranked(self, ordinals: I32, listed: ListState) -> bool:
        """Tell whether the titles of some events need not be sorted before these are."""
        is_wanted = listed.column is ListColumn.TITLE and len(ordinals) > SORTED_AT_ONCE
        return not is_wanted or bool((self._title_rank[ordinals] >= 0).all())

    def _title_of(self, ordinal: int) -> str:
        return self._words[ordinal].partition("\n")[0]

    def _told_of(self, ordinal: int) -> str:
        """Return title, short title and date as they are looked through."""
        head = self.showing.head(ordinal)
        title = folded(head.title.text)
        short = "" if head.short == head.title else folded(head.short.text)
        date = head.date.edtf.lower() if head.date is not None else ""
        return f"{title}\n{short}\n{date}"

    def has_all(self, ordinals: I32, listed: ListState) -> bool:
        """Tell whether all is there that a state of the list needs of some events."""
        has_words = not listed.needs_titles or bool(self._has_words[ordinals].all())
        has_words = has_words and self._are_ranked(ordinals, listed)
        return has_words and (not listed.needs_evidence or bool((self._evidence[ordinals] >= 0).all()))

    def with_words(self, ordinals: I32, typed: str) -> I32:
        """Return the events in whose title, short title or date stand all words that were typed."""
        told, left = self._words, ordinals
        for word in folded(typed).split():
            has_word = [word in told[ordinal] for ordinal in left.tolist()]
            left = left[np.array(has_word, np.bool_)]
        return left

    def title_ranks(self, ordinals: I32) -> Ranks:
        """Return the place of each event's title among these or all, equal titles at the same place."""
        if len(ordinals) > SORTED_AT_ONCE:
            ranked: I32 = self._title_rank[ordinals]
            return ranked
        titles = [self._title_of(ordinal) for ordinal in ordinals.tolist()]
        order = sorted(range(len(titles)), key=titles.__getitem__)
        is_other = np.zeros(len(order), np.int32)
        is_other[1:] = [titles[one] != titles[other] for other, one in pairwise(order)]
        ranks = np.empty(len(order), np.int32)
        ranks[order] = np.cumsum(is_other, dtype=np.int32)
        return ranks

    def evidence_ranks(self, ordinals: I32) -> Ranks:
        """Return how well each event is evidenced: by lines, then by how settled it is."""
        ranks: I32 = self._evidence[ordinals]
        return ranks


def in_order_of_dates(showing: Showing, ordinals: I32, *, is_descending: bool = False) -> I32:
    """Return events by what their dates denote, doubt not counted: by beginning, then by end; the undated last."""
    dates = showing.dates
    is_dated = dates.is_dated[ordinals]
    dated = ordinals[is_dated]
    for column in (dates.latest_s, dates.earliest_s):
        # Events come nearly in this order already, which `argsort` knows how to use and `lexsort` does not.
        dated = dated[np.argsort(column[dated], kind="stable")]
    if is_descending and len(dated):
        dated = _turned(dated, dates.earliest_s[dated], dates.latest_s[dated])
    return np.concatenate((dated, ordinals[~is_dated]))


def _turned(ordinals: I32, begins_s: I64, ends_s: I64) -> I32:
    """Return sorted events the other way round, those with equal dates among each other as they stood."""
    is_first = np.append(True, (np.diff(begins_s) != 0) | (np.diff(ends_s) != 0))
    firsts, group = np.flatnonzero(is_first), np.cumsum(is_first) - 1
    lasts = np.append(firsts[1:], len(ordinals))
    found = np.empty_like(ordinals)
    found[len(ordinals) - lasts[group] + np.arange(len(ordinals)) - firsts[group]] = ordinals
    return found


def lane_ranks(showing: Showing, choice: LaneChoice, ordinals: I32) -> Ranks:
    """Return the place of the uppermost shown lane of each event."""
    place_of = np.full(len(choice.home) + 1, NO_LANE, np.int32)
    places = {lane: place for place, lane in enumerate(choice.order)}
    for lane, home in enumerate(choice.home):
        if home != HIDDEN:
            place_of[lane] = places[home]
    offsets, values = showing.lane_membership
    if not len(values):
        return np.full(len(ordinals), NO_LANE, np.int32)
    uppermost = np.minimum.reduceat(place_of[values], np.minimum(offsets[:-1], len(values) - 1))
    uppermost[np.diff(offsets) == 0] = NO_LANE
    ranks: I32 = uppermost[ordinals]
    return ranks


def in_order_of(ranks: Ranks, ordinals: I32, *, is_descending: bool = False) -> I32:
    """Return events in the order of their ranks, equals as they stood."""
    keys = (ranks.max(initial=0) - ranks if is_descending else ranks).astype(np.uint32)
    # Half by half: numbers of 16 bits are sorted by counting, a million of them ten times as fast.
    order = np.argsort((keys & HALF).astype(np.uint16), kind="stable")
    order = order[np.argsort((keys[order] >> HALF_BITS).astype(np.uint16), kind="stable")]
    found: I32 = ordinals[order]
    return found
