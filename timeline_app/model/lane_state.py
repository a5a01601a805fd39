# SPDX-License-Identifier: MIT
"""What a reader has made of the lanes: their order, and which are hidden, collapsed or pinned.

By ids alone, so that it outlives a reload of the exhibit; ids that an exhibit does not know mean nothing
in it and are kept. What it comes to for the lanes of one exhibit is `scene.lane_choice`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class LaneState:
    """The lanes as a reader wants them; the default is the exhibit's own.

    `order` lists lanes as they follow each other, empty for the usual order; only those with the same
    parent are compared. `pinned` is in the order in which they stand at the top.
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    collapsed: frozenset[str] = frozenset()
    pinned: tuple[str, ...] = ()

    @property
    def is_usual(self) -> bool:
        """Whether nothing differs from the exhibit's own lanes."""
        return self == USUAL

    def with_collapsed(self, ids: Iterable[str], *, on: bool) -> LaneState:
        """Return the state with these lanes collapsed to a strip, or open again."""
        return replace(self, collapsed=self.collapsed | set(ids) if on else self.collapsed - set(ids))

    def with_hidden(self, ids: Iterable[str], *, on: bool) -> LaneState:
        """Return the state with these lanes hidden, or shown again."""
        return replace(self, hidden=self.hidden | set(ids) if on else self.hidden - set(ids))

    def with_pinned(self, lane_id: str, *, on: bool) -> LaneState:
        """Return the state with a lane pinned below those that are already, or let go."""
        others = tuple(other for other in self.pinned if other != lane_id)
        return replace(self, pinned=(*others, lane_id) if on else others)

    def with_order(self, ids: Iterable[str]) -> LaneState:
        """Return the state with lanes following each other as listed; nothing listed is the usual order."""
        return replace(self, order=tuple(ids))


USUAL = LaneState()
"""The exhibit's own lanes: all shown and open, in their usual order."""
