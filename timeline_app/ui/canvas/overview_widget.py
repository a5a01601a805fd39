# SPDX-License-Identifier: MIT
"""The overview: the whole exhibit in small, and the window that shows what the canvas shows."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.highlight import HitMarks
from timeline_app.scene.items import Scene
from timeline_app.scene.overview import window_rect
from timeline_app.scene.overview_grips import Part, WindowGrip, centred_at, part_at
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import Anchor, View
from timeline_app.scene.zoom import ZoomGesture
from timeline_app.ui.canvas.hand import Hand
from timeline_app.ui.canvas.scene_widget import SceneWidget
from timeline_app.ui.canvas.wheel import WheelGestures

STEP_SHARE: Final = 0.1
PAGE_SHARE: Final = 0.9
KEY_ZOOM: Final = 1.5
POINTERS: Final = {
    Part.GROUND: Qt.CursorShape.ArrowCursor,
    Part.WINDOW: Qt.CursorShape.OpenHandCursor,
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
}


class OverviewWidget(SceneWidget):
    """Shares the canvas's hand: dragging the window moves the canvas with every frame."""

    def __init__(
        self, stage: Stage, hand: Hand, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(stage, hand, translator, parent)
        self._surface: Surface | None = None
        self._grip: WindowGrip | None = None
        self._wheel = WheelGestures(hand, self._anchor_at, lambda _x, _y: False)
        self._zoomed: tuple[ZoomGesture, View] | None = None
        self._hits: HitMarks | None = None
        self._chain: ChainMarks | None = None

    @property
    def window_px(self) -> Rect:
        """Where the window stands; only when there is something to show."""
        return window_rect(self.scale, self.hand.view, self._fitted())

    @property
    def scale(self) -> TimeScale:
        """The overview's own time scale; only when there is something to show."""
        return self.stage.overview_scale(self._fitted())

    def set_layout(self, *, mirrored: bool) -> None:
        """Take the direction."""
        self._is_mirrored = mirrored
        self._refit()

    def set_hits(self, hits: HitMarks | None) -> None:
        """Mark what a search has found."""
        self._hits = hits
        self.hand.animator.request_frame()

    def set_chain(self, chain: ChainMarks | None) -> None:
        """Mark the steps of a chain."""
        self._chain = chain
        self.hand.animator.request_frame()

    def pan(self, share: float) -> None:
        """Travel a part of the window's width, later for positive values."""
        self.hand.begin()
        self.hand.go(self.hand.target.shifted(self.hand.target.span_s * share))

    def zoom(self, factor: float) -> None:
        """Travel so many times closer about the middle: the same one until something else moves the view."""
        self.hand.begin()
        target = self.hand.target
        if self._zoomed is None or self._zoomed[1] != target:
            self._zoomed = ZoomGesture(target, target.anchor_at(0.5)), target
        gesture = self._zoomed[0]
        self.hand.zoom_to(gesture.anchor, gesture.step(math.log2(factor), self.hand.limits))
        self._zoomed = gesture, self.hand.target

    def centre_at(self, axis_s: int) -> None:
        """Travel until an axis second stands in the middle."""
        self.hand.begin()
        self.hand.go(centred_at(self.hand.target, axis_s))

    # -- building ---------------------------------------------------------------------------------

    def _fitted(self) -> Surface:
        if self._surface is None:
            raise RuntimeError("the overview has no surface yet")
        return self._surface

    def _fit(self, surface: Surface) -> None:
        self._surface = surface

    def _build(self) -> Scene | None:
        return (
            self.stage.overview(self.hand.view, self._fitted(), self._hits, self._chain)
            if self._is_ready
            else None
        )

    def _ingredients(self) -> tuple[object, ...]:
        return *super()._ingredients(), self._surface, self._hits, self._chain

    @property
    def _is_ready(self) -> bool:
        return self._surface is not None and self.hand.is_ready

    def _anchor_at(self, x_px: float) -> Anchor:
        """Zoom about the instant under the pointer if the window holds it, else about the window's middle."""
        view, axis_s = self.hand.view, self.scale.axis_at(x_px)
        if not view.contains(axis_s):
            axis_s = view.centre_s
        return view.anchor_of(axis_s)

    # -- Qt's side --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window or an edge; beside it, let the window come to the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._is_ready:
            return
        self._show_focus(shown=False)
        x_px = event.position().x()
        part = part_at(self.window_px, x_px, mirrored=self._is_mirrored)
        if part is Part.GROUND:
            self.centre_at(self.scale.axis_at(x_px))
            return
        self.hand.grab()
        self._grip = WindowGrip(part, x_px, self.hand.view, self.scale)
        if part is Part.WINDOW:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else show by the pointer's shape what a press would do."""
        x_px = event.position().x()
        if self._grip is not None:
            limits = self.hand.limits
            self.hand.meet(limits.end_met(self._grip.wished_span_s(x_px), self._grip.view.span_s))
            self.hand.follow(self._grip.view_for(x_px, limits.widest_span_s))
        elif self._is_ready:
            self.setCursor(POINTERS[part_at(self.window_px, x_px, mirrored=self._is_mirrored)])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.hand.let_go()
            self.mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the canvas."""
        if self._is_ready:
            self._wheel.turn(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, + and − zoom, Home and End go to the ends."""
        if self._is_ready and self._walk(Qt.Key(event.key())):
            self._show_focus(shown=True)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Call off a drag that can no longer end."""
        super().hideEvent(event)
        if self._grip is not None:
            self._grip = None
            self.hand.let_go()

    def _walk(self, key: Qt.Key) -> bool:
        later = -1.0 if self._is_mirrored else 1.0
        pans = {
            Qt.Key.Key_Left: -STEP_SHARE * later,
            Qt.Key.Key_Right: STEP_SHARE * later,
            Qt.Key.Key_PageUp: -PAGE_SHARE,
            Qt.Key.Key_PageDown: PAGE_SHARE,
        }
        zooms = {
            Qt.Key.Key_Plus: KEY_ZOOM,
            Qt.Key.Key_Equal: KEY_ZOOM,
            Qt.Key.Key_Up: KEY_ZOOM,
            Qt.Key.Key_Minus: 1 / KEY_ZOOM,
            Qt.Key.Key_Down: 1 / KEY_ZOOM,
        }
        limits = self.hand.limits
        if key in pans:
            self.pan(pans[key])
        elif key in zooms:
            self.zoom(zooms[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.centre_at(limits.first_s if key is Qt.Key.Key_Home else limits.last_s)
        else:
            return False
        return True
