# SPDX-License-Identifier: MIT
"""The order of the list, and what it leaves out: ranks as columns, sorted stably, so that equals stay in the order of time.

Dates and lanes are columns already. Words and evidence must be asked for event by event, so that they are gathered
in slices beside whatever else goes on, and kept as long as the showing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from timeline_app.model.evidence_grade import LEAST_SETTLED_FIRST
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I32, I64
from timeline_app.scene.lane_choice import HIDDEN, LaneChoice
from timeline_app.search.folding import folded
from timeline_app.state.list_state import ListState

AT_ONCE: Final = 32
"""So many events are asked between two looks at the clock."""
NO_LANE: Final = np.iinfo(np.int32).max
_SETTLED: Final = {state: place for place, state in enumerate(LEAST_SETTLED_FIRST)}

Ranks = I32 | I64


class ListBook:
    """What sorting and narrowing must know of a showing's events: their words, folded, and how they are evidenced."""

    def __init__(self, showing: Showing) -> None:
        self.showing: Final = showing
        count = len(showing.table)
        self._words: list[str] = [""] * count
        self._has_words = np.zeros(count, np.bool_)
        self._evidence = np.full(count, -1, np.int32)

    def gathering(self, ordinals: I32, listed: ListState) -> Iterator[None]:
        """Ask what a state of the list needs of some events; yield whenever others may have their turn."""
        if listed.needs_titles:
            for number, ordinal in enumerate(ordinals[~self._has_words[ordinals]].tolist()):
                self._words[ordinal] = self._told_of(ordinal)
                self._has_words[ordinal] = True
                if number % AT_ONCE == 0:
                    yield
        if listed.needs_evidence:
            for number, ordinal in enumerate(ordinals[self._evidence[ordinals] < 0].tolist()):
                evidence = self.showing.evidence_of(ordinal)
                self._evidence[ordinal] = evidence.lines * len(_SETTLED) + _SETTLED[evidence.state]
                if number % AT_ONCE == 0:
                    yield

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
        return has_words and (not listed.needs_evidence or bool((self._evidence[ordinals] >= 0).all()))

    def with_words(self, ordinals: I32, typed: str) -> I32:
        """Return the events in whose title, short title or date stand all words that were typed."""
        told, left = self._words, ordinals
        for word in folded(typed).split():
            has_word = [word in told[ordinal] for ordinal in left.tolist()]
            left = left[np.array(has_word, np.bool_)]
        return left

    def title_ranks(self, ordinals: I32) -> Ranks:
        """Return the place of each event's title among these, equal titles at the same place."""
        titles = [self._words[ordinal].partition("\n")[0] for ordinal in ordinals.tolist()]
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
    dates, sign = showing.dates, -1 if is_descending else 1
    undated = ~dates.is_dated[ordinals]
    order = np.lexsort((sign * dates.latest_s[ordinals], sign * dates.earliest_s[ordinals], undated))
    found: I32 = ordinals[order]
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
    keys = -ranks.astype(np.int64) if is_descending else ranks
    found: I32 = ordinals[np.argsort(keys, kind="stable")]
    return found
