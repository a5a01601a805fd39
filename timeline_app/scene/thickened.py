# SPDX-License-Identifier: MIT
"""A scene whose hairlines are as thick as the last row needs them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, Kind, Scene

_THIN: Final = frozenset({Kind.LINE, Kind.TICK})


def thickened(scene: Scene, least_px: float) -> Scene:
    """Return a scene in which no line and no tick is thinner; each keeps its middle."""
    return replace(scene, items=tuple(_thick(item, least_px) for item in scene.items))


def _thick(item: Item, least_px: float) -> Item:
    rect = item.rect
    if item.kind not in _THIN or min(rect.w, rect.h) >= least_px:
        return item
    if rect.w <= rect.h:
        return item._replace(rect=Rect(rect.x - (least_px - rect.w) / 2, rect.y, least_px, rect.h))
    return item._replace(rect=Rect(rect.x, rect.y - (least_px - rect.h) / 2, rect.w, least_px))
