# SPDX-License-Identifier: MIT
"""A scene as plain data, for `--dump-scene`, goldens and checks from outside."""

from __future__ import annotations

from timeline_app.model.showing import Showing
from timeline_app.scene.items import FoldedShape, Item, Scene, SealShape, Target, TargetKind
from timeline_app.scene.strip_marks import unfolded
from timeline_app.scene.time_fold import TimeFold, instant_of
from timeline_app.scene.view import View

Plain = str | int | float | list["Plain"] | dict[str, "Plain"] | None


def dump_scene(
    scene: Scene, view: View, view_text: str, showing: Showing, fold: TimeFold | None = None
) -> dict[str, Plain]:
    """Return the scene as the command line prints it.

    `view` is the view as asked for (or its bounds in seconds); rectangles are [x, y, w, h] in pixels,
    rounded to hundredths. An event's `target` is its id, in further lanes `id@lane`.
    Of a badge the dump tells how many it counts, and of which stretch of instants.
    """
    return {
        "view": view_text or f"{view.start_s}/{view.end_s}",
        "size": [scene.size.w, scene.size.h],
        "items": [_item(item, showing, fold) for item in unfolded(scene.items)],
    }


def _item(item: Item, showing: Showing, fold: TimeFold | None) -> dict[str, Plain]:
    plain: dict[str, Plain] = {
        "kind": item.kind.value,
        "role": item.role,
        "layer": int(item.layer),
        "rect": [round(float(value), 2) for value in item.rect],
        "target": None if item.target is None else target_text(item.target, showing),
        "text": item.text,
    }
    shape = item.detail
    if isinstance(shape, SealShape):
        plain["lines"], plain["state"] = shape.lines, shape.fill.value
    if isinstance(shape, FoldedShape):
        plain["count"] = shape.event_count
        plain["stretch"] = [instant_of(fold, shape.first_s), instant_of(fold, shape.last_s)]
    return plain


def target_text(target: Target, showing: Showing) -> str:
    """Return a target as text: an event's id (with `@lane` in further lanes), `lane:id`, `era:id` and so on."""
    kind = target.kind
    if kind is TargetKind.EVENT:
        return _event_text(target, showing)
    name = ""
    if kind is TargetKind.UNDATED:
        name = showing.event_id(target.index)
    elif kind is TargetKind.GHOST:
        name = f"{showing.event_id(target.index)}:{target.part}"
    elif kind in (TargetKind.TRAY, TargetKind.CURSOR):
        name = target.part
    elif kind is TargetKind.LANE:
        name = showing.lanes[target.index].id
    elif kind is TargetKind.ERA:
        name = showing.eras[target.index].id or showing.eras[target.index].title.text
    elif kind in (TargetKind.FOLDED, TargetKind.SILENCE):
        name = f"{showing.lanes[target.lane].id}:{target.index}"
    elif kind is TargetKind.BREAK:
        name = str(target.index)
    return f"{kind.value}:{name}" if name else kind.value


def _event_text(target: Target, showing: Showing) -> str:
    event_id = showing.event_id(target.index)
    offsets, lanes = showing.lane_membership
    first_lane = int(lanes[offsets[target.index]])
    if target.lane in (-1, first_lane):
        return event_id
    return f"{event_id}@{showing.lanes[target.lane].id}"
