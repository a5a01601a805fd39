# SPDX-License-Identifier: MIT
"""What a reader's wishes come to for the lanes of one exhibit: which are shown, in what order, and where.

A pinned lane leaves its place and stands at the top with the lanes that it holds; from then on its parent's
being collapsed or hidden is nothing to it. Hiding a lane hides what it holds, collapsing one folds what it
holds into its own strip, all but what is hidden by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.model.heads import LaneView
from timeline_app.model.lane_state import USUAL, LaneState

HIDDEN = -1
"""The home of a lane that is not shown."""


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """Lanes by index: their numbers never change, whatever is done to them.

    `order` lists the shown lanes from the top, the pinned ones first. `home` gives for every lane the one in
    whose band its events are drawn: itself, a collapsed lane that holds it, or `HIDDEN`. `depth` is how far
    in each name stands. `pinned` holds the pinned lanes that are shown, and the shown ones within them.
    """

    order: tuple[int, ...]
    home: tuple[int, ...]
    collapsed: frozenset[int] = frozenset()
    pinned: frozenset[int] = frozenset()
    depth: tuple[int, ...] = ()

    @classmethod
    def usual(cls, lanes: Sequence[LaneView]) -> LaneChoice:
        """Return the exhibit's own lanes: all shown, all open."""
        return choose(lanes, USUAL)

    @property
    def hidden_count(self) -> int:
        """How many lanes are not shown."""
        return self.home.count(HIDDEN)

    def is_open(self, lane: int) -> bool:
        """Tell whether a lane is shown with rows of its own."""
        return self.home[lane] == lane and lane not in self.collapsed


class _Tree:
    """The lanes as they stand: pinned ones are roots of their own, in front of all others."""

    def __init__(self, lanes: Sequence[LaneView], state: LaneState) -> None:
        index_of = {lane.id: lane.index for lane in lanes}
        self.ids = [lane.id for lane in lanes]
        self.pinned = [index_of[lane_id] for lane_id in dict.fromkeys(state.pinned) if lane_id in index_of]
        loose = set(self.pinned)
        groups: dict[int | None, list[int]] = {}
        for lane in lanes:
            groups.setdefault(lane.parent, []).append(lane.index)
        rank_of = {lane_id: rank for rank, lane_id in enumerate(state.order)}
        self.groups = {parent: _ordered(group, self.ids, rank_of) for parent, group in groups.items()}
        self.children = {
            parent: [lane for lane in group if lane not in loose] for parent, group in self.groups.items()
        }
        self.parent = {lane.index: None if lane.index in loose else lane.parent for lane in lanes}

    @property
    def roots(self) -> list[int]:
        """The lanes that stand in no other, the pinned ones first."""
        return [*self.pinned, *self.children.get(None, ())]

    def way_up(self, lane: int) -> list[int]:
        """Return a lane and those that hold it, from within outwards."""
        way = [lane]
        while (parent := self.parent[way[-1]]) is not None:
            way.append(parent)
        return way

    def group_of(self, lane: int) -> list[int]:
        """Return the lanes among which a lane can be moved, itself among them."""
        return self.pinned if lane in self.pinned else self.children[self.parent[lane]]


def choose(lanes: Sequence[LaneView], state: LaneState) -> LaneChoice:
    """Resolve a reader's wishes for the lanes of an exhibit."""
    tree = _Tree(lanes, state)
    order: list[int] = []
    home, depth = [HIDDEN] * len(lanes), [0] * len(lanes)
    pinned: set[int] = set()
    # Each lane with its depth, the collapsed lane that holds it, and whether it belongs to a pinned one.
    waiting = [(lane, 0, HIDDEN, lane in tree.pinned) for lane in reversed(tree.roots)]
    while waiting:
        lane, level, folded_in, is_pinned = waiting.pop()
        if tree.ids[lane] in state.hidden:
            continue
        depth[lane] = level
        home[lane] = lane if folded_in == HIDDEN else folded_in
        if folded_in == HIDDEN:
            order.append(lane)
            if is_pinned:
                pinned.add(lane)
            if tree.ids[lane] in state.collapsed:
                folded_in = lane
        below = tree.children.get(lane, [])
        waiting += [(child, level + 1, folded_in, is_pinned) for child in reversed(below)]
    collapsed = frozenset(lane for lane in order if tree.ids[lane] in state.collapsed)
    return LaneChoice(tuple(order), tuple(home), collapsed, frozenset(pinned), tuple(depth))


def moved_before(lanes: Sequence[LaneView], state: LaneState, lane: int, before: int | None) -> LaneState:
    """Return the state with a lane standing before another one of its group; None puts it last.

    A group is all lanes with the same parent, or the pinned ones. What is not of the group changes nothing.
    """
    tree = _Tree(lanes, state)
    group = tree.group_of(lane)
    if before == lane or (before is not None and before not in group):
        return state
    others = [other for other in group if other != lane]
    place = len(others) if before is None else others.index(before)
    return _reordered(tree, state, lane, [*others[:place], lane, *others[place:]])


def moved_by(lanes: Sequence[LaneView], state: LaneState, lane: int, step: int) -> LaneState:
    """Return the state with a lane so many places further down among the shown lanes of its group."""
    tree = _Tree(lanes, state)
    group = [one for one in tree.group_of(lane) if one == lane or tree.ids[one] not in state.hidden]
    here = group.index(lane)
    there = min(max(here + step, 0), len(group) - 1)
    if there == here:
        return state
    target = group[there]
    if there < here:
        return moved_before(lanes, state, lane, target)
    whole = tree.group_of(lane)
    after = whole.index(target) + 1
    return moved_before(lanes, state, lane, whole[after] if after < len(whole) else None)


def group_of(lanes: Sequence[LaneView], state: LaneState, lane: int) -> tuple[int, ...]:
    """Return the lanes among which a lane can be moved, in their order, hidden ones too."""
    return tuple(_Tree(lanes, state).group_of(lane))


def opened(lanes: Sequence[LaneView], state: LaneState, wanted: Sequence[int]) -> LaneState:
    """Return the state in which the first of these lanes that is not hidden stands open.

    The state is the same where one stands open already, and where all are hidden.
    """
    choice = choose(lanes, state)
    if any(choice.is_open(lane) for lane in wanted):
        return state
    found = next((lane for lane in wanted if choice.home[lane] != HIDDEN), None)
    if found is None:
        return state
    tree = _Tree(lanes, state)
    return state.with_collapsed((tree.ids[one] for one in tree.way_up(found)), on=False)


def shown(lanes: Sequence[LaneView], state: LaneState, lane: int) -> LaneState:
    """Return the state in which a lane is shown and stands open, with all that hold it."""
    tree = _Tree(lanes, state)
    way = [tree.ids[one] for one in tree.way_up(lane)]
    return state.with_hidden(way, on=False).with_collapsed(way, on=False)


def _ordered(group: list[int], ids: Sequence[str], rank_of: dict[str, int]) -> list[int]:
    """Return a group in the wanted order; a lane that the order does not know follows its usual neighbour."""
    known = sorted((lane for lane in group if ids[lane] in rank_of), key=lambda lane: rank_of[ids[lane]])
    found = list(known)
    for place, lane in enumerate(group):
        if ids[lane] not in rank_of:
            found.insert(found.index(group[place - 1]) + 1 if place else 0, lane)
    return found


def _reordered(tree: _Tree, state: LaneState, lane: int, group: list[int]) -> LaneState:
    if lane in tree.pinned:
        unknown = tuple(lane_id for lane_id in state.pinned if lane_id not in tree.ids)
        return replace(state, pinned=(*(tree.ids[one] for one in group), *unknown))
    # The pinned ones of the group keep their places among the others, for when they are let go.
    waiting = iter(group)
    parent = tree.parent[lane]
    whole = [one if one in tree.pinned else next(waiting) for one in tree.groups[parent]]
    groups = {**tree.groups, parent: whole}
    if all(one == sorted(one) for one in groups.values()):
        return state.with_order(())
    unknown = tuple(lane_id for lane_id in state.order if lane_id not in tree.ids)
    return state.with_order((*(tree.ids[one] for group in groups.values() for one in group), *unknown))
