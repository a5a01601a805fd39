# SPDX-License-Identifier: MIT
"""What lies under a point, read from the same items that were painted."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, Kind, Scene, TargetKind

SOLID = (Kind.CARD, Kind.LABEL, Kind.DOT, Kind.BAR, Kind.TICK, Kind.BADGE)
IN_LANES = (TargetKind.EVENT, TargetKind.FOLDED, TargetKind.LANE)
"""What scrolls with its lane, under those that stay."""


def hit(scene: Scene, x: float, y: float, slop_px: float = 4.0) -> Item | None:
    """Return the topmost item at a point; failing that, the nearest event mark within `slop_px`.

    Links and rings are never hit: they would hide what they point at.
    """
    in_lanes = scene.lanes_rect.contains(x, y)
    for item in reversed(scene.items):
        if item.target is None or item.kind in (Kind.ARC, Kind.RING, Kind.LINE):
            continue
        if item.target.kind is TargetKind.EVENT and not in_lanes:
            continue
        if item.target.kind in IN_LANES and not scene.shows(item.target.lane, y):
            continue
        if item.rect.contains(x, y):
            if item.target.kind is TargetKind.LANE and in_lanes:
                return _nearest(scene, x, y, slop_px) or item
            return item
    return _nearest(scene, x, y, slop_px) if in_lanes else None


def _nearest(scene: Scene, x: float, y: float, slop_px: float) -> Item | None:
    best, best_px = None, slop_px
    for item in scene.items:
        if item.target is None or item.target.kind is not TargetKind.EVENT or item.kind not in SOLID:
            continue
        if not scene.shows(item.target.lane, y):
            continue
        distance_px = item.rect.distance_to(x, y)
        if distance_px <= best_px:
            best, best_px = item, distance_px
    return best


def _below(box: Rect, y: float) -> Rect:
    """Return the part of a box below a height."""
    return Rect(box.x, max(box.y, y), box.w, max(box.bottom - max(box.y, y), 0.0))


def events_in(scene: Scene, box: Rect) -> tuple[int, ...]:
    """Return the ordinals of the events whose marks or labels touch a box, in paint order."""
    found: dict[int, None] = {}
    for item in scene.items:
        target = item.target
        if target is None or target.kind is not TargetKind.EVENT or item.kind not in SOLID:
            continue
        seen = box if scene.shows(target.lane, box.y) else _below(box, scene.scrolled_rect.y)
        if item.rect.intersects(seen):
            found[target.index] = None
    return tuple(found)
