# SPDX-License-Identifier: MIT
"""Links as columns: each is made of its teller's record when somebody asks for it, and found by either end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

from timeline_app.model import records
from timeline_app.model.document import LinkEdge
from timeline_app.model.record_store import Order

Mask = npt.NDArray[np.bool_]


class LinkTable(Sequence[LinkEdge]):
    """Links told once each, from cause to effect: `tellers` and `places` say in which record each stands."""

    def __init__(
        self, events: Sequence[records.Event], sources: Order, targets: Order, tellers: Order, places: Order
    ) -> None:
        self._events = events
        self.sources = sources
        self.targets = targets
        self.tellers = tellers
        self.places = places

    def __len__(self) -> int:
        return len(self.sources)

    @overload
    def __getitem__(self, index: int) -> LinkEdge: ...
    @overload
    def __getitem__(self, index: slice) -> list[LinkEdge]: ...
    def __getitem__(self, index: int | slice) -> LinkEdge | list[LinkEdge]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        record = self._events[self.tellers.item(index)].links[self.places.item(index)]
        return LinkEdge(self.sources.item(index), self.targets.item(index), record)


class LinksOf(Mapping[int, tuple[LinkEdge, ...]]):
    """The links of each event that has any, by ordinal, in their own order.

    They are those of which both ends pass, and with `keeps` those that it keeps: it is asked of few at a time.
    """

    def __init__(
        self, links: Sequence[LinkEdge], passes: Mask, keeps: Callable[[LinkEdge], bool] | None = None
    ) -> None:
        self._links = links
        self._keeps = keeps
        sources, targets = _ends(links)
        self._kept = kept = np.flatnonzero(passes[sources] & passes[targets])
        ends, numbers = np.concatenate([sources[kept], targets[kept]]), np.concatenate([kept, kept])
        order = np.lexsort((numbers, ends))
        self._ends, self._numbers = ends[order], numbers[order]

    @property
    def edges(self) -> list[LinkEdge]:
        """All of them, each once."""
        return self._told(self._kept.tolist())

    def __getitem__(self, ordinal: int) -> tuple[LinkEdge, ...]:
        first, after = np.searchsorted(self._ends, [ordinal, ordinal + 1]).tolist()
        found = self._told(self._numbers[first:after].tolist())
        if not found:
            raise KeyError(ordinal)
        return tuple(found)

    def _told(self, numbers: Iterable[int]) -> list[LinkEdge]:
        edges = (self._links[number] for number in numbers)
        return list(edges) if self._keeps is None else list(filter(self._keeps, edges))

    def __iter__(self) -> Iterator[int]:
        ends: list[int] = np.unique(self._ends).tolist()
        return iter(ends) if self._keeps is None else (end for end in ends if end in self)

    def __len__(self) -> int:
        return len(np.unique(self._ends)) if self._keeps is None else sum(1 for _ in self)


def _ends(links: Sequence[LinkEdge]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    if isinstance(links, LinkTable):
        return links.sources.astype(np.int64), links.targets.astype(np.int64)
    return (
        np.fromiter((edge.source for edge in links), np.int64, len(links)),
        np.fromiter((edge.target for edge in links), np.int64, len(links)),
    )
