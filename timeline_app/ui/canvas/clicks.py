# SPDX-License-Identifier: MIT
"""What a click, a tap and a double click mean; mouse and touch share it."""

from __future__ import annotations

from enum import Enum, auto

from timeline_app.scene.hit import hit
from timeline_app.scene.items import Item, TargetKind
from timeline_app.scene.pinch import anchor_at
from timeline_app.ui.canvas.port import CanvasPort

DOUBLE_CLICK_ZOOM = 2.5
_NAMES = (TargetKind.LANE, TargetKind.LANES)


class Choice(Enum):
    """How a click adds to what is selected."""

    ALONE = auto()
    TOGGLE = auto()
    RANGE = auto()


class Clicks:
    """Turns clicks on the scene into commands."""

    def __init__(self, canvas: CanvasPort) -> None:
        self._canvas = canvas

    def item_at(self, x_px: float, y_px: float, slop_px: float) -> Item | None:
        """Return what lies under a point."""
        scene = self._canvas.scene
        return hit(scene, x_px, y_px, slop_px) if scene is not None else None

    def click(self, x_px: float, y_px: float, slop_px: float, choice: Choice = Choice.ALONE) -> None:
        """Select the event at a point, list what is folded there, open a break or a claim, or select nothing."""
        item = self.item_at(x_px, y_px, slop_px)
        target = item.target if item is not None else None
        if (target is None or target.kind in _NAMES) and self._canvas.click_name(x_px, y_px, slop_px):
            return
        if target is not None and target.kind in (TargetKind.EVENT, TargetKind.UNDATED):
            self._select(self._canvas.event_id(target.index), choice)
        elif target is not None and target.kind is TargetKind.LINK:
            self._canvas.send("select.event", id=self._canvas.event_id(target.index))
        elif target is not None and target.kind is TargetKind.TRAY:
            self._press_tray(target.part)
        elif target is not None and target.kind is TargetKind.FOLDED:
            self._canvas.open_folded(item, x_px)
        elif target is not None and target.kind is TargetKind.BREAK:
            self._open_break(target.index)
        elif target is not None and target.kind is TargetKind.GHOST:
            self._canvas.open_claim(target)
        elif choice is Choice.ALONE and self._is_on_ground(x_px, y_px):
            self._canvas.send("select.clear")
            if target is not None and target.kind is TargetKind.SILENCE:
                # A finger does not hover.
                self._canvas.point_at(item, x_px, y_px)

    def double_click(self, x_px: float, y_px: float, slop_px: float) -> None:
        """Zoom to the event at a point, or closer about the point; in the tray there is nothing to zoom to."""
        item = self.item_at(x_px, y_px, slop_px)
        target = item.target if item is not None else None
        if target is not None and target.kind is TargetKind.EVENT:
            self._canvas.send(
                "select.event", id=self._canvas.event_id(target.index), reveal=False, unfold=False
            )
            self._canvas.send("view.fit-selection")
        elif target is None or target.kind not in (TargetKind.TRAY, TargetKind.UNDATED, TargetKind.BREAK):
            self._zoom(x_px, DOUBLE_CLICK_ZOOM)

    def _press_tray(self, part: str) -> None:
        """Open or fold the tray at its handle; what it has no room for stands in the introduction."""
        if part == "handle":
            self._canvas.send("view.undated", select=False)
        elif part == "more":
            self._canvas.send("go.introduction")

    def _open_break(self, number: int) -> None:
        """Show the folded stretch behind a break."""
        fold = self._canvas.hand.scale.fold
        if fold is not None and number < len(fold.gaps):
            self._canvas.send("view.open-break", at_s=fold.gaps[number].first_s)

    def _select(self, event_id: str, choice: Choice) -> None:
        if choice is Choice.TOGGLE:
            self._canvas.send("select.toggle", id=event_id)
        elif choice is Choice.RANGE:
            self._canvas.send("select.range", id=event_id)
        else:
            # Who points at an event sees it: its lane may stay collapsed.
            self._canvas.send("select.event", id=event_id, unfold=False)

    def _zoom(self, x_px: float, factor: float) -> None:
        hand = self._canvas.hand
        hand.begin()
        hand.zoom(anchor_at(hand.scale, x_px), factor)

    def _is_on_ground(self, x_px: float, y_px: float) -> bool:
        scene = self._canvas.scene
        return scene is not None and scene.lanes_rect.contains(x_px, y_px)
