# SPDX-License-Identifier: MIT
"""Right to left: the picture is laid out left to right, then seen in a mirror."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.base.geometry import Point, Rect
from timeline_app.scene.items import (
    ArcShape,
    BarShape,
    BreakShape,
    Detail,
    DotShape,
    FoldedShape,
    HatchShape,
    Item,
    SealShape,
    SignShape,
    StripShape,
    TextStyle,
)


def mirrored(item: Item, area: Rect) -> Item:
    """Return an item as a mirror in the middle of an area shows it; texts stay readable."""
    across = area.x + area.right
    rect = item.rect
    return item._replace(
        rect=Rect(across - rect.right, rect.y, rect.w, rect.h), detail=_turned(item.detail, across, rect)
    )


def _turned(detail: Detail, across: float, rect: Rect) -> Detail:
    match detail:
        case BarShape(core_x=core_x, core_right=core_right, left=left, right=right):
            return detail._replace(
                core_x=across - core_right, core_right=across - core_x, left=right, right=left
            )
        case DotShape(halo_left_px=halo_left_px, halo_right_px=halo_right_px, left=left, right=right):
            return detail._replace(
                halo_left_px=halo_right_px, halo_right_px=halo_left_px, left=right, right=left
            )
        case ArcShape(corners=corners):
            return detail._replace(corners=tuple(Point(across - x, y) for x, y in corners))
        case StripShape():
            return _turned_strip(detail, rect)
        case BreakShape() | FoldedShape() | SealShape() | SignShape():
            return detail
        case HatchShape(start_x=start_x):
            return detail._replace(start_x=across - start_x)
        case TextStyle(align=align):
            return detail._replace(align=-align)
        case _:
            return None


def _turned_strip(shape: StripShape, rect: Rect) -> StripShape:
    """Return the marks of a strip counted from its other end."""
    lefts = rect.w - shape.lefts - shape.widths
    return replace(shape, lefts=lefts, lines=(rect.w - shape.lines)[:, ::-1])
