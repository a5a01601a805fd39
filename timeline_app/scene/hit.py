# SPDX-License-Identifier: MIT
"""What lies under a point, read from the same items that were painted."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, Kind, Layer, Scene, StripShape, TargetKind
from timeline_app.scene.strip_marks import events_within, line_near, mark_under, nearest_event

SOLID = (Kind.CARD, Kind.LABEL, Kind.DOT, Kind.BAR, Kind.TICK, Kind.BADGE)
FINGER_PX = 20.0
"""Who may miss a mark by so much points with a finger."""
BADGE_SHARE = 0.5
"""By this part of its slop a finger may miss a badge and still mean that, and not the words beside it."""
IN_LANES = (TargetKind.EVENT, TargetKind.FOLDED, TargetKind.LANE, TargetKind.SILENCE, TargetKind.GHOST)
"""What scrolls with its lane, under those that stay."""
GROUNDS = (TargetKind.LANE, TargetKind.SILENCE)
"""What lies under everything: who points there may have meant a mark beside it."""


def hit(scene: Scene, x: float, y: float, slop_px: float = 4.0) -> Item | None:
    """Return the topmost item at a point; failing that, the nearest event mark or badge within `slop_px`.

    Links and rings are never hit: they would hide what they point at. A finger meets a badge also from the
    words right above it, which leave it no room of its own.
    """
    found = _topmost(scene, x, y, slop_px)
    if slop_px < FINGER_PX or (found is not None and found.layer > Layer.LABEL):
        return found
    badges = [item for item in scene.items if item.kind is Kind.BADGE and _is_shown(scene, item, y)]
    near = min(badges, key=lambda item: item.rect.distance_to(x, y), default=None)
    if near is None or near.rect.distance_to(x, y) > slop_px * BADGE_SHARE:
        if not _is_ground(found):
            return found
        return _break_near(scene, x, y, slop_px) or _silence_near(scene, x, y, slop_px) or found
    return near if scene.lanes_rect.contains(x, y) else found


def _is_ground(found: Item | None) -> bool:
    """Tell whether a finger met nothing that it could have meant."""
    return found is None or (found.target is not None and found.target.kind is TargetKind.LANE)


def _silence_near(scene: Scene, x: float, y: float, slop_px: float) -> Item | None:
    """Return the nearest silence: it is lower than a fingertip."""
    silences = (item for item in scene.items if item.kind is Kind.HATCH and _is_shown(scene, item, y))
    near = min(silences, key=lambda item: item.rect.distance_to(x, y), default=None)
    return near if near is not None and near.rect.distance_to(x, y) <= slop_px * BADGE_SHARE else None


def _break_near(scene: Scene, x: float, y: float, slop_px: float) -> Item | None:
    """Return the nearest break: in a narrow window it is narrower than a fingertip."""
    breaks = (item for item in scene.items if item.kind is Kind.BREAK)
    near = min(breaks, key=lambda item: item.rect.distance_to(x, y), default=None)
    return near if near is not None and near.rect.distance_to(x, y) <= slop_px * BADGE_SHARE else None


def _is_shown(scene: Scene, item: Item, y: float) -> bool:
    return item.target is not None and scene.shows(item.target.lane, y)


def _topmost(scene: Scene, x: float, y: float, slop_px: float) -> Item | None:
    in_lanes = scene.lanes_rect.contains(x, y)
    for item in reversed(scene.items):
        if item.target is None or item.kind in (Kind.ARC, Kind.RING, Kind.LINE):
            continue
        if item.target.kind is TargetKind.CURSOR:
            continue
        if item.target.kind is TargetKind.EVENT and not in_lanes:
            continue
        if item.target.kind in IN_LANES and not scene.shows(item.target.lane, y):
            continue
        if isinstance(item.detail, StripShape):
            mark = mark_under(item, item.detail, x, y)
            if mark is not None and in_lanes:
                return mark
            continue
        if item.rect.contains(x, y):
            if item.target.kind in GROUNDS and in_lanes:
                return _nearest(scene, x, y, slop_px) or item
            return item
    return _nearest(scene, x, y, slop_px) if in_lanes else None


def _nearest(scene: Scene, x: float, y: float, slop_px: float) -> Item | None:
    best, best_px = None, slop_px
    line: Item | None = None
    for item in scene.items:
        if isinstance(item.detail, StripShape) and scene.shows(item.detail.lane, y):
            line = line_near(item, item.detail, x, y, slop_px) or line
            mark = nearest_event(item, item.detail, x, y, best_px)
            if mark is not None:
                best, best_px = mark, mark.rect.distance_to(x, y)
        if item.target is None or item.kind not in SOLID:
            continue
        # A badge is small and stands in a lane's foot: it is met as nearly as an event.
        is_small = item.kind is Kind.BADGE or item.target.kind is TargetKind.GHOST
        if item.target.kind is not TargetKind.EVENT and not is_small:
            continue
        if not scene.shows(item.target.lane, y):
            continue
        distance_px = item.rect.distance_to(x, y)
        if distance_px <= best_px:
            best, best_px = item, distance_px
    # A line is thin, and long enough to be met elsewhere: marks come first.
    return best or line


def _below(box: Rect, y: float) -> Rect:
    """Return the part of a box below a height."""
    return Rect(box.x, max(box.y, y), box.w, max(box.bottom - max(box.y, y), 0.0))


def events_in(scene: Scene, box: Rect) -> tuple[int, ...]:
    """Return the ordinals of the events whose marks or labels touch a box, in paint order."""
    found: dict[int, None] = {}
    for item in scene.items:
        target = item.target
        if isinstance(item.detail, StripShape):
            seen = box if scene.shows(item.detail.lane, box.y) else _below(box, scene.scrolled_rect.y)
            found.update(dict.fromkeys(events_within(item, item.detail, seen)))
        if target is None or target.kind is not TargetKind.EVENT or item.kind not in SOLID:
            continue
        seen = box if scene.shows(target.lane, box.y) else _below(box, scene.scrolled_rect.y)
        if item.rect.intersects(seen):
            found[target.index] = None
    return tuple(found)
