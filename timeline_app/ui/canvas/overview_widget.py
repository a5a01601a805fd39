# SPDX-License-Identifier: MIT
"""The overview: the whole exhibit in small, and the window that shows what the canvas shows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.scene.items import Item, Kind, Layer, Scene
from timeline_app.scene.overview import window_rect
from timeline_app.scene.overview_grips import Part, WindowGrip, centred_at, part_at
from timeline_app.scene.pinch import Anchor
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.time_scale import TimeScale
from timeline_app.ui.canvas.backing import Backing, ScenePainter
from timeline_app.ui.canvas.hand import Hand
from timeline_app.ui.canvas.wheel import WheelGestures

STEP_SHARE: Final = 0.1
PAGE_SHARE: Final = 0.9
KEY_ZOOM: Final = 1.5
RING_INSET_PX: Final = 3.0
KEY_REASONS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
POINTERS: Final = {
    Part.GROUND: Qt.CursorShape.ArrowCursor,
    Part.WINDOW: Qt.CursorShape.OpenHandCursor,
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.END: Qt.CursorShape.SizeHorCursor,
}


class OverviewWidget(QWidget):
    """Shares the canvas's hand: dragging the window moves the canvas with every frame."""

    def __init__(
        self, stage: Stage, hand: Hand, translator: Translator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hand: Final = hand
        self.stage: Final = stage
        self.translator: Final = translator
        self._painter: ScenePainter | None = None
        self._surface: Surface | None = None
        self._measurer: TextMeasurer | None = None
        self._text_scale = 1.0
        self._is_mirrored = False
        self._scene: Scene | None = None
        self._built_from: tuple[object, ...] = ()
        self._backing = Backing()
        self._grip: WindowGrip | None = None
        self._shows_focus = False
        self._wheel = WheelGestures(hand, self._anchor_at, lambda _x, _y: False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hand.animator.frame.connect(self._on_frame)

    @property
    def scene(self) -> Scene | None:
        """The overview of the displayed view."""
        if self._surface is None or not self.hand.is_ready:
            return None
        if self._scene is None:
            self._built_from = self._ingredients
            self._scene = self._with_ring(self.stage.overview(self.hand.view, self._surface))
        return self._scene

    @property
    def _ingredients(self) -> tuple[object, ...]:
        """What the scene is built from; as long as this is the same, so is the scene."""
        fitted = self.stage.fitted if self.stage.is_fitted else None
        return self.hand.animator.view, fitted, self._surface, self._is_focus_shown

    @property
    def window_px(self) -> Rect:
        """Where the window stands; only when there is something to show."""
        return window_rect(self.scale, self.hand.view, self._fitted())

    @property
    def scale(self) -> TimeScale:
        """The overview's own time scale; only when there is something to show."""
        return self.stage.overview_scale(self._fitted())

    def set_style(self, painter: ScenePainter, measurer: TextMeasurer, text_scale: float = 1.0) -> None:
        """Take a theme's painter and the measurer of its fonts."""
        self._painter, self._measurer, self._text_scale = painter, measurer, text_scale
        self._refit()

    def set_layout(self, *, mirrored: bool) -> None:
        """Take the direction."""
        self._is_mirrored = mirrored
        self._refit()

    def pan(self, share: float) -> None:
        """Travel a part of the window's width, later for positive values."""
        self.hand.begin()
        self.hand.go(self.hand.target.shifted(self.hand.target.span_s * share))

    def zoom(self, factor: float) -> None:
        """Travel so many times closer about the middle."""
        self.hand.begin()
        target = self.hand.target
        self.hand.zoom(Anchor(target.centre_s, 0.5), factor)

    def centre_at(self, instant_s: int) -> None:
        """Travel until an instant stands in the middle."""
        self.hand.begin()
        self.hand.go(centred_at(self.hand.target, instant_s))

    # -- building and painting --------------------------------------------------------------------

    def _fitted(self) -> Surface:
        if self._surface is None:
            raise RuntimeError("the overview has no surface yet")
        return self._surface

    def _refit(self) -> None:
        if self._measurer is not None and not self.size().isEmpty():
            size = Size(float(self.width()), float(self.height()))
            self._surface = Surface(size, self._measurer, self._text_scale, self._is_mirrored)
        self._scene = None
        self.update()

    def _on_frame(self) -> None:
        if self._scene is None or self._built_from != self._ingredients:
            self._scene = None
            self.update()

    @property
    def _is_focus_shown(self) -> bool:
        return self._shows_focus and self.hasFocus()

    def _with_ring(self, scene: Scene) -> Scene:
        if not self._is_focus_shown:
            return scene
        inside = Rect(0.0, 0.0, *scene.size).grown(-RING_INSET_PX)
        ring = Item(Kind.RING, "focus-ring", Layer.OVERLAY, inside)
        return Scene(scene.size, (*scene.items, ring), scene.lanes_rect, scene.axis_rect, scene.heads_rect)

    @property
    def _is_ready(self) -> bool:
        return self._surface is not None and self.hand.is_ready

    def _anchor_at(self, x_px: float) -> Anchor:
        """Zoom about the instant under the pointer if the window holds it, else about the window's middle."""
        view, instant_s = self.hand.view, self.scale.instant_at(x_px)
        if not view.contains(instant_s):
            instant_s = view.centre_s
        return Anchor(instant_s, (instant_s - view.start_s - view.start_fraction) / view.span_s)

    # -- Qt's side --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the picture on the screen."""
        brush = QPainter(self)
        scene = self.scene
        if scene is None or self._painter is None:
            brush.fillRect(event.rect(), self.palette().window())
            return
        picture = self._backing.picture(scene, self._painter, self.size(), self.devicePixelRatioF())
        brush.drawImage(0, 0, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture to the new size."""
        super().resizeEvent(event)
        self._refit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window or an edge; beside it, let the window come to the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton or not self._is_ready:
            return
        self._show_focus(shown=False)
        x_px = event.position().x()
        part = part_at(self.window_px, x_px, mirrored=self._is_mirrored)
        if part is Part.GROUND:
            self.centre_at(self.scale.instant_at(x_px))
            return
        self.hand.grab()
        self._grip = WindowGrip(part, x_px, self.hand.view, self.scale)
        if part is Part.WINDOW:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else show by the pointer's shape what a press would do."""
        x_px = event.position().x()
        if self._grip is not None:
            self.hand.follow(self._grip.view_for(x_px, self.hand.limits.widest_span_s))
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it was a key that came here."""
        super().focusInEvent(event)
        self._show_focus(shown=event.reason() in KEY_REASONS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._on_frame()

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

    def _show_focus(self, *, shown: bool) -> None:
        self._shows_focus = shown
        self._on_frame()
