# SPDX-License-Identifier: MIT
"""The canvas: builds the scene of the displayed view, paints it, and reports gestures as commands.

It never touches the store. Whoever owns it hands in showing, target view and selection; it answers
with commands through `send`, and tells by signals what is displayed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Item, Kind, Layer, Scene
from timeline_app.scene.pinch import Anchor, anchor_at
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.view import View
from timeline_app.ui.canvas.backing import Backing, ScenePainter
from timeline_app.ui.canvas.gestures import MouseGestures
from timeline_app.ui.canvas.hand import Hand, Send
from timeline_app.ui.canvas.hover_card import HoverCard
from timeline_app.ui.canvas.spotlight import Spotlight
from timeline_app.ui.canvas.touch import TouchGestures
from timeline_app.ui.canvas.wheel import WheelGestures

RING_INSET_PX: Final = 3.0
TOUCH_EVENTS: Final = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)
KEY_REASONS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CanvasWidget(QWidget):
    """The timeline.

    `shown` follows every frame, `settled` the end of each movement, `focus_moved` the keyboard,
    `replaced` another exhibit or lens.
    """

    shown = Signal()
    replaced = Signal()
    settled = Signal()
    selection_shown = Signal()
    focus_moved = Signal()

    def __init__(
        self, stage: Stage, clock: Clock, translator: Translator, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.stage: Final = stage
        self.translator: Final = translator
        self.clock: Final = clock
        self.send: Final = send
        self.hand: Final = Hand(stage, clock, send, self)
        self._painter: ScenePainter | None = None
        self._measurer: TextMeasurer | None = None
        self._text_scale = 1.0
        self._heads_px = 0.0
        self._is_mirrored = False
        self._showing: Showing | None = None
        self._selected_ids: tuple[str, ...] = ()
        self._focused_id: str | None = None
        self._shows_focus = False
        self._scene: Scene | None = None
        self._built_from: tuple[object, ...] = ()
        self._backing = Backing()
        self.hover_card: Final = HoverCard(self)
        self._spotlight = Spotlight(self.hand, self.hover_card, translator, lambda: self.scene)
        self._mouse = MouseGestures(self)
        self._wheel = WheelGestures(self.hand, self._anchor_at, self._is_over_heads)
        self._touch = TouchGestures(self)
        self.build_count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hand.animator.frame.connect(self._on_frame)
        self.hand.animator.settled.connect(self._on_settled)

    # -- what gestures and others may ask ---------------------------------------------------------

    @property
    def showing(self) -> Showing | None:
        """What may be shown."""
        return self._showing

    @property
    def displayed_view(self) -> View | None:
        """The view as displayed now, on its way to the target."""
        return self.hand.animator.view

    @property
    def is_settled(self) -> bool:
        """Whether nothing moves."""
        return self.hand.animator.is_settled

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected events, the one in hand last."""
        return self._selected_ids

    @property
    def focused_id(self) -> str | None:
        """The id of the event that the keyboard is at."""
        return self._focused_id

    @property
    def paint_count(self) -> int:
        """How often a scene has been painted; a frame paints at most one."""
        return self._backing.paint_count

    @property
    def scene(self) -> Scene | None:
        """The scene of the displayed view; built at most once a frame."""
        if self._scene is None:
            self._built_from = self._ingredients
            self._scene = self._built_scene()
        return self._scene

    @property
    def _ingredients(self) -> tuple[object, ...]:
        """What a scene is built from; as long as this is the same, so is the scene."""
        fitted = self.stage.fitted if self.stage.is_fitted else None
        return self.displayed_view, self._spotlight.highlight, fitted, self._is_focus_shown, self._showing

    def event_id(self, ordinal: int) -> str:
        """Return an event's id."""
        return self._showing.event_id(ordinal) if self._showing is not None else ""

    # -- what the owner hands in ------------------------------------------------------------------

    def set_style(self, painter: ScenePainter, measurer: TextMeasurer, text_scale: float = 1.0) -> None:
        """Take a theme's painter and the measurer of its fonts."""
        self._painter, self._measurer, self._text_scale = painter, measurer, text_scale
        self._spotlight.text_scale = text_scale
        self._refit()

    def set_layout(self, heads_px: float, *, mirrored: bool = False) -> None:
        """Take the width of the column of lane names, and the direction."""
        if (heads_px, mirrored) != (self._heads_px, self._is_mirrored):
            self._heads_px, self._is_mirrored = heads_px, mirrored
            self._refit()

    def set_showing(self, showing: Showing | None) -> None:
        """Take a new exhibit or another lens; selection and view are handed in after it."""
        self._mouse.cancel()
        self.hand.expect_jump()
        self._showing = showing
        self._spotlight.set_showing(showing)
        self._refit()
        self.replaced.emit()
        self.set_selection(self._selected_ids)

    def set_view(self, view: View) -> None:
        """Take the store's target view and travel there."""
        self.hand.accept(view)

    def set_selection(self, ids: tuple[str, ...]) -> None:
        """Take the selected events; the keyboard goes with the one in hand."""
        before = self._selected_ids[-1:]
        if ids and ids[-1:] != before:
            self._focused_id = ids[-1]
        self._selected_ids = ids
        found = (self._ordinal(event_id) for event_id in ids)
        self._spotlight.select(tuple(ordinal for ordinal in found if ordinal is not None))
        self._follow_focus()
        self.selection_shown.emit()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch animation and gliding off or on."""
        self.hand.animator.reduced_motion = reduced

    def focus_event(self, event_id: str | None) -> None:
        """Put the keyboard at an event without selecting it."""
        if event_id != self._focused_id:
            self._focused_id = event_id
            self._follow_focus()
            self.focus_moved.emit()

    # -- what gestures show -----------------------------------------------------------------------

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Show what the pointer is at."""
        self._spotlight.point_at(item, x_px, y_px)

    def show_box(self, box: Rect | None) -> None:
        """Show the box that is being drawn."""
        self._spotlight.show_box(box)

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Set the pointer's shape."""
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _anchor_at(self, x_px: float) -> Anchor:
        return anchor_at(self.hand.scale, x_px)

    def _is_over_heads(self, x_px: float, y_px: float) -> bool:
        scene = self.scene
        return scene is not None and scene.heads_rect.contains(x_px, y_px)

    def _ordinal(self, event_id: str | None) -> int | None:
        if self._showing is None or event_id is None:
            return None
        return self._showing.ordinal(event_id)

    def _follow_focus(self) -> None:
        self._spotlight.focus(self._ordinal(self._focused_id) if self._is_focus_shown else None)

    @property
    def _is_focus_shown(self) -> bool:
        return self._shows_focus and self.hasFocus()

    # -- building and painting --------------------------------------------------------------------

    def _refit(self) -> None:
        """Compute layout and placement anew where they have changed; the scene follows with the next frame."""
        if self._showing is not None and self._measurer is not None and not self.size().isEmpty():
            size = Size(float(self.width()), float(self.height()))
            surface = Surface(size, self._measurer, self._text_scale, self._is_mirrored)
            self.stage.fit(self._showing, surface, self._heads_px)
        self._scene = None
        self.update()
        self.hand.animator.request_frame()

    def _built_scene(self) -> Scene | None:
        view = self.displayed_view
        if view is None or self._showing is None or not self.stage.is_fitted:
            return None
        self.build_count += 1
        return self._with_ring(self.stage.scene(view, self._spotlight.highlight))

    def _with_ring(self, scene: Scene) -> Scene:
        """Show the focus around the whole canvas while no event in view has it."""
        if not self._is_focus_shown or any(item.role == "focus-ring" for item in scene.items):
            return scene
        inside = Rect(0.0, 0.0, *scene.size).grown(-RING_INSET_PX)
        return replace(scene, items=(*scene.items, Item(Kind.RING, "focus-ring", Layer.OVERLAY, inside)))

    def _on_frame(self) -> None:
        if not self.is_settled:
            self._spotlight.hide_card()
        if self._scene is None or self._built_from != self._ingredients:
            self._scene = None
            self.update()
        self.shown.emit()

    def _on_settled(self) -> None:
        if self.underMouse() and not self._mouse.is_busy:
            at = self._spotlight.pointer
            self._mouse.hover(at.x(), at.y(), Qt.KeyboardModifier.NoModifier)
        self.settled.emit()

    # -- Qt's side --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the scene's picture on the screen, painting it only if it is a new one."""
        brush = QPainter(self)
        scene = self.scene
        if scene is None or self._painter is None:
            brush.fillRect(event.rect(), self.palette().window())
            return
        picture = self._backing.picture(scene, self._painter, self.size(), self.devicePixelRatioF())
        brush.drawImage(0, 0, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for the new size, at once: the next paint must fit."""
        super().resizeEvent(event)
        self._refit()

    def event(self, event: QEvent) -> bool:
        """Take raw touches and the trackpad's own pinches; note the use of keys before shortcuts eat them."""
        if event.type() in TOUCH_EVENTS and isinstance(event, QTouchEvent):
            self._take_touch(event)
            return True
        if isinstance(event, QNativeGestureEvent) and self._wheel.pinch(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride:
            self._shows_focus = True
            self._follow_focus()
        return super().event(event)

    def _take_touch(self, event: QTouchEvent) -> None:
        self._shows_focus = False
        self._spotlight.hide_card()
        if event.type() == QEvent.Type.TouchBegin:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._touch.take(event)
        # Accepted touches are not turned into mouse events a second time.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a drag or a box."""
        self._shows_focus = False
        self._follow_focus()
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, drag or draw the box."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in."""
        self._mouse.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, pan or scroll the lanes."""
        self._spotlight.hide_card()
        self._wheel.turn(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the pointer was at."""
        super().leaveEvent(event)
        if not self._mouse.is_busy:
            self.point_at(None, -1.0, -1.0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Call off a gesture that can no longer end."""
        super().hideEvent(event)
        self._mouse.cancel()
        self._wheel.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select the focused event; all other keys are the shell's."""
        if event.key() in ENTER_KEYS and self._focused_id is not None:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.send("select.toggle" if adds else "select.event", id=self._focused_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it was a key that came here."""
        super().focusInEvent(event)
        self._shows_focus = event.reason() in KEY_REASONS
        self._follow_focus()
        self.hand.animator.request_frame()
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._follow_focus()
        self.hand.animator.request_frame()
