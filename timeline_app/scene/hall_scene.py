# SPDX-License-Identifier: MIT
"""What the class sees of the timeline: no part of a word, no line across a name, and of a low one whole lanes only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from timeline_app.base.geometry import Point, Rect
from timeline_app.model.lane_state import LaneState
from timeline_app.model.showing import Showing
from timeline_app.scene.fitted import Fitted
from timeline_app.scene.items import ArcShape, Item, Kind, Layer, Scene
from timeline_app.scene.lane_choice import choose
from timeline_app.scene.lane_layout import LANE_GAP_PX, LaneLayout

AIR_PX: Final = 2.0
EDGE_PX: Final = 4.0
"""Words that begin nearer to the edge lie on the rule before the lanes."""
_WORDS: Final = frozenset({"event-label", "event-date"})
_LEFT_OUT: Final = frozenset({"link-pointer"})
_LEFT_OUT_STILL: Final = frozenset({"link-pointer", "lanes-note"})
_LEFT_OUT_LOW: Final = frozenset({"link-pointer", "lanes-note", "badge"})
"""What counts or points at events that are out of the picture: there is a hand at a desk to open them, here is none."""


def calmed(scene: Scene, *, is_low: bool, is_still: bool) -> Scene:
    """Return a scene without what a class cannot read: words that are cut or covered, and pointers out of the picture.

    A low timeline has no links: their lines would lead to lanes that are not in it. At a stop (`is_still`) nobody
    scrolls, so nothing is said of lanes further down.
    """
    left_out = _LEFT_OUT_LOW if is_low else _LEFT_OUT_STILL if is_still else _LEFT_OUT
    broken = _unread(scene)
    lines = set() if is_low else _lines_left_out(scene)
    items = (
        item
        for item in scene.items
        if item.role not in left_out
        and not (item.kind is Kind.ARC and (is_low or _edge_of(item) in lines))
        and not (item.role in _WORDS and item.layer is Layer.LABEL and _is_of(item, broken))
        and not _is_cut_off(item, scene)
    )
    return replace(scene, items=tuple(items), lane_notes=() if is_low or is_still else scene.lane_notes)


def _unread(scene: Scene) -> set[tuple[int, int, str]]:
    """Return the words of events, by event, lane and part, that are cut by the edge or covered by the event in hand.

    Without its name no event has its date.
    """
    cards = [item.rect for item in scene.items if item.kind is Kind.CARD]
    found: set[tuple[int, int, str]] = set()
    for item in scene.items:
        target = item.target
        if item.role not in _WORDS or item.layer is not Layer.LABEL or target is None:
            continue
        is_cut = not _is_within(item.rect, scene.lanes_rect)
        if is_cut or any(item.rect.intersects(card) for card in cards):
            parts = ("label", "date") if target.part == "label" else (target.part,)
            found.update((target.index, target.lane, part) for part in parts)
    return found


def _is_of(item: Item, broken: set[tuple[int, int, str]]) -> bool:
    target = item.target
    return target is not None and (target.index, target.lane, target.part) in broken


def _is_cut_off(item: Item, scene: Scene) -> bool:
    """Tell whether words of the axis or a count leave the picture."""
    is_of_axis = item.role.startswith("axis-label") and item.layer is Layer.AXIS
    return (is_of_axis or item.role == "badge") and not _is_within(item.rect, scene.axis_rect)


def _is_within(rect: Rect, area: Rect) -> bool:
    return rect.x >= area.x + EDGE_PX and rect.right <= area.right + AIR_PX


def _lines_left_out(scene: Scene) -> set[tuple[int, str]]:
    """Return the links whose lines lead to pointers, or run over the name of a lane."""
    pointers = [item.rect.grown(AIR_PX) for item in scene.items if item.role == "link-pointer"]
    names = [
        item.rect.grown(AIR_PX)
        for item in scene.items
        if item.role == "lane-head" and item.rect.right > scene.lanes_rect.x
    ]
    return {
        _edge_of(item)
        for item in scene.items
        if isinstance(item.detail, ArcShape)
        and any(_runs_over(item.detail.corners, rect) for rect in (*pointers, *names))
    }


def _edge_of(item: Item) -> tuple[int, str]:
    """Return what the pieces of one line have in common."""
    target = item.target
    return (target.index, target.part.rpartition("-")[2]) if target is not None else (-1, "")


def _runs_over(corners: Sequence[Point], rect: Rect) -> bool:
    """Tell whether a line of straight pieces touches a rectangle."""
    return any(rect.intersects(piece) for piece in _pieces(corners))


def _pieces(corners: Sequence[Point]) -> Iterator[Rect]:
    for one, other in pairwise(corners):
        left, top = min(one.x, other.x), min(one.y, other.y)
        yield Rect(left, top, max(abs(one.x - other.x), 1.0), max(abs(one.y - other.y), 1.0))


def with_lanes_first(showing: Showing, lanes: LaneState, ordinal: int | None) -> LaneState:
    """Return lanes among which those of an event come first: in a low timeline there is room for few."""
    if ordinal is None:
        return lanes
    first: dict[int, None] = {}
    for lane in showing.head(ordinal).lanes:
        way = [lane]
        while (parent := showing.lanes[way[-1]].parent) is not None:
            way.append(parent)
        first.update(dict.fromkeys(reversed(way)))
    first.update(dict.fromkeys(choose(showing.lanes, lanes).order))
    return replace(lanes, order=tuple(showing.lanes[lane].id for lane in first), pinned=())


def with_lanes_turned(showing: Showing, lanes: LaneState, ordinal: int, fitted: Fitted) -> LaneState:
    """Return lanes of which as many of the upper ones follow the last one as have an event's lane in sight.

    Their order about it stays; groups of lanes are left as they are.
    """
    layout, order = fitted.placement.layout, choose(showing.lanes, lanes).order
    first = next((lane for lane in showing.head(ordinal).lanes if lane in order), None)
    if first is None or any(showing.lanes[lane].parent is not None for lane in order):
        return lanes
    place, turned = order.index(first), 0
    while turned < place and _span_px(layout, order[turned : place + 1]) > fitted.frame.lanes.h:
        turned += 1
    if not turned:
        return lanes
    return replace(
        lanes,
        order=tuple(showing.lanes[lane].id for lane in (*order[turned:], *order[:turned])),
        pinned=(),
    )


def _span_px(layout: LaneLayout, lanes: Sequence[int]) -> float:
    """Return how high some lanes are below each other."""
    return sum(layout.boxes[lane].height_px + LANE_GAP_PX for lane in lanes) - LANE_GAP_PX


def whole_lanes_px(fitted: Fitted) -> float:
    """Return how much of the picture's height shows whole lanes from the first one on; all of it where one is higher."""
    layout, area = fitted.placement.layout, fitted.frame.lanes
    bottoms = [layout.boxes[lane].bottom_px for lane in layout.order]
    whole = [bottom for bottom in bottoms if bottom <= area.h]
    return area.y + max(whole) if whole else area.bottom
