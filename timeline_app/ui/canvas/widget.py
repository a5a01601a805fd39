# SPDX-License-Identifier: MIT
"""The canvas: builds the scene of the displayed view, paints it, and reports gestures as commands.

It never touches the store. Whoever owns it hands in showing, target view and selection; it answers
with commands through `send`, and tells by signals what is displayed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
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

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.geometry import Rect, Size
from timeline_app.base.messages import Translator
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import Highlight
from timeline_app.scene.items import Item, Kind, Layer, Scene, Target, TargetKind
from timeline_app.scene.stage import Stage
from timeline_app.scene.surface import Surface, TextMeasurer
from timeline_app.scene.view import View
from timeline_app.ui.canvas.backing import Backing, ScenePainter
from timeline_app.ui.canvas.gestures import MouseGestures
from timeline_app.ui.canvas.hand import Hand, Send
from timeline_app.ui.canvas.hover_card import HoverCard
from timeline_app.ui.canvas.touch import TouchGestures
from timeline_app.ui.canvas.wheel import WheelGestures

HOVER_MS: Final = 450.0
NEXT_HOVER_MS: Final = 80.0
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
    """The timeline. `shown` follows every new scene, `settled` the end of each movement."""

    shown = Signal()
    settled = Signal()
    selection_shown = Signal()
    focus_moved = Signal()

    def __init__(
        self, stage: Stage, clock: Clock, translator: Translator, send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._clock = clock
        self._translator = translator
        self._send = send
        self._hand = Hand(stage, clock, send, self)
        self._painter: ScenePainter | None = None
        self._measurer: TextMeasurer | None = None
        self._text_scale = 1.0
        self._heads_px = 0.0
        self._is_mirrored = False
        self._showing: Showing | None = None
        self._selected_ids: tuple[str, ...] = ()
        self._highlight = Highlight()
        self._focused_id: str | None = None
        self._shows_focus = False
        self._scene: Scene | None = None
        self._backing = Backing()
        self._mouse = MouseGestures(self)
        self._wheel = WheelGestures(self)
        self._touch = TouchGestures(self)
        self._hover_card = HoverCard(self)
        self._show_card_later: Cancel | None = None
        self._pointer = QPointF(-1.0, -1.0)
        self.build_count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hand.animator.frame.connect(self._on_frame)
        self._hand.animator.settled.connect(self._on_settled)

    # -- what gestures and others may ask ---------------------------------------------------------

    @property
    def hand(self) -> Hand:
        """The hand that moves the view; the overview shares it."""
        return self._hand

    @property
    def clock(self) -> Clock:
        """The one clock."""
        return self._clock

    @property
    def send(self) -> Send:
        """Sends a command."""
        return self._send

    @property
    def stage(self) -> Stage:
        """The stage that builds the scenes."""
        return self._stage

    @property
    def translator(self) -> Translator:
        """The table of words."""
        return self._translator

    @property
    def showing(self) -> Showing | None:
        """What may be shown."""
        return self._showing

    @property
    def displayed_view(self) -> View | None:
        """The view as displayed now, on its way to the target."""
        return self._hand.animator.view

    @property
    def is_settled(self) -> bool:
        """Whether nothing moves."""
        return self._hand.animator.is_settled

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected events, the one in hand last."""
        return self._selected_ids

    @property
    def focused_id(self) -> str | None:
        """The id of the event that the keyboard is at."""
        return self._focused_id

    @property
    def painted_count(self) -> int:
        """How often a scene has been painted; a frame paints at most one."""
        return self._backing.paint_count

    @property
    def scene(self) -> Scene | None:
        """The scene of the displayed view; built at most once a frame."""
        if self._scene is None:
            self._scene = self._built_scene()
        return self._scene

    def event_id(self, ordinal: int) -> str:
        """Return an event's id."""
        return self._showing.event_id(ordinal) if self._showing is not None else ""

    # -- what the owner hands in ------------------------------------------------------------------

    def set_style(self, painter: ScenePainter, measurer: TextMeasurer, text_scale: float = 1.0) -> None:
        """Take a theme's painter and the measurer of its fonts."""
        self._painter, self._measurer, self._text_scale = painter, measurer, text_scale
        self._refit()

    def set_layout(self, heads_px: float, *, mirrored: bool = False) -> None:
        """Take the width of the column of lane names, and the direction."""
        if (heads_px, mirrored) != (self._heads_px, self._is_mirrored):
            self._heads_px, self._is_mirrored = heads_px, mirrored
            self._refit()

    def set_showing(self, showing: Showing | None) -> None:
        """Take a new exhibit or another lens; selection and view are handed in after it."""
        self._showing = showing
        self._highlight = replace(self._highlight, hovered=None)
        self._refit()
        self.set_selection(self._selected_ids)

    def set_view(self, view: View) -> None:
        """Take the store's target view and travel there."""
        self._hand.accept(view)

    def set_selection(self, ids: tuple[str, ...]) -> None:
        """Take the selected events; the keyboard goes with the one in hand."""
        primary = ids[-1] if ids else None
        if primary is not None and primary != (self._selected_ids[-1] if self._selected_ids else None):
            self._focused_id = primary
        self._selected_ids = ids
        self._highlight = replace(self._highlight, selected=tuple(self._ordinals(ids)))
        self._follow_focus()
        self.selection_shown.emit()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch animation and gliding off or on."""
        self._hand.animator.reduced_motion = reduced

    def focus_event(self, event_id: str | None) -> None:
        """Put the keyboard at an event without selecting it."""
        if event_id != self._focused_id:
            self._focused_id = event_id
            self._follow_focus()
            self.focus_moved.emit()

    # -- highlights -------------------------------------------------------------------------------

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Show what the pointer is at; after a moment its full title and date."""
        self._pointer = QPointF(x_px, y_px)
        target = item.target if item is not None and item.target is not None else None
        hovered = target if target is not None and target.kind is TargetKind.EVENT else None
        before = self._highlight.hovered
        if _same_event(hovered, before):
            return
        waits_ms = NEXT_HOVER_MS if self._hover_card.isVisible() else HOVER_MS
        self._hide_card()
        self._highlight = replace(self._highlight, hovered=hovered)
        self._hand.animator.request_frame()
        if hovered is not None:
            self._show_card_later = self._clock.after(waits_ms, self._show_card)

    def show_box(self, box: Rect | None) -> None:
        """Show the box that is being drawn."""
        self._highlight = replace(self._highlight, box=box)
        self._hand.animator.request_frame()

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Set the pointer's shape."""
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _show_card(self) -> None:
        hovered, showing, scene = self._highlight.hovered, self._showing, self.scene
        if hovered is None or showing is None or scene is None or not self._hand.animator.is_settled:
            return
        marks = [item.rect for item in scene.items if _is_part_of(item, hovered)]
        if not marks:
            return
        head = showing.head(hovered.index)
        date = date_in_words(head.date, self._translator) if head.date is not None else ""
        self._hover_card.show_event(head.title, date, self._translator.language, self._text_scale)
        mark = Rect(self._pointer.x(), min(rect.y for rect in marks), 0.0, 0.0)
        bottom = max(rect.bottom for rect in marks)
        self._hover_card.place(mark._replace(h=bottom - mark.y), self._pointer.x())

    def _hide_card(self) -> None:
        if self._show_card_later is not None:
            self._show_card_later()
            self._show_card_later = None
        self._hover_card.hide()

    def _follow_focus(self) -> None:
        focused: Target | None = None
        ordinals = self._ordinals((self._focused_id,)) if self._focused_id is not None else []
        if self.hasFocus() and self._shows_focus and ordinals:
            focused = Target(TargetKind.EVENT, ordinals[0])
        self._highlight = replace(self._highlight, focused=focused)
        self._hand.animator.request_frame()

    def _ordinals(self, ids: tuple[str, ...]) -> list[int]:
        if self._showing is None:
            return []
        found = (self._showing.ordinal(event_id) for event_id in ids)
        return [ordinal for ordinal in found if ordinal is not None]

    # -- building and painting --------------------------------------------------------------------

    def _refit(self) -> None:
        """Compute layout and placement anew where they have changed; the scene follows with the next frame."""
        if self._showing is not None and self._measurer is not None and not self.size().isEmpty():
            size = Size(float(self.width()), float(self.height()))
            surface = Surface(size, self._measurer, self._text_scale, self._is_mirrored)
            self._stage.fit(self._showing, surface, self._heads_px)
        self._scene = None
        self._hand.animator.request_frame()

    def _built_scene(self) -> Scene | None:
        view = self._hand.animator.view
        if view is None or self._showing is None or not self._stage.is_fitted:
            return None
        self.build_count += 1
        return self._with_ring(self._stage.scene(view, self._highlight))

    def _with_ring(self, scene: Scene) -> Scene:
        """Show the focus around the whole canvas while no event in view has it."""
        if not (self.hasFocus() and self._shows_focus) or any(
            item.role == "focus-ring" for item in scene.items
        ):
            return scene
        inside = Rect(0.0, 0.0, *scene.size).grown(-RING_INSET_PX)
        return replace(scene, items=(*scene.items, Item(Kind.RING, "focus-ring", Layer.OVERLAY, inside)))

    def _on_frame(self) -> None:
        self._scene = None
        self.update()
        self.shown.emit()

    def _on_settled(self) -> None:
        if self.underMouse() and not self._mouse.is_busy:
            self._mouse.hover(self._pointer.x(), self._pointer.y(), Qt.KeyboardModifier.NoModifier)
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
        """Take raw touches and the trackpad's own pinches."""
        if event.type() in TOUCH_EVENTS and isinstance(event, QTouchEvent):
            self._shows_focus = False
            if event.type() == QEvent.Type.TouchBegin:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._touch.take(event)
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and self._wheel.pinch(event):
            return True
        return super().event(event)

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
        self._hide_card()
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
        self._shows_focus = True
        self._follow_focus()
        if event.key() in ENTER_KEYS and self._focused_id is not None:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._send("select.toggle" if adds else "select.event", id=self._focused_id)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it was a key that came here."""
        super().focusInEvent(event)
        self._shows_focus = event.reason() in KEY_REASONS
        self._follow_focus()
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._follow_focus()


def _same_event(first: Target | None, second: Target | None) -> bool:
    if first is None or second is None:
        return first is second
    return (first.index, first.lane) == (second.index, second.lane)


def _is_part_of(item: Item, target: Target) -> bool:
    """Tell whether an item draws the event in the lane that the pointer is at."""
    mine = item.target
    if mine is None or mine.kind is not TargetKind.EVENT or item.kind in (Kind.ARC, Kind.RING):
        return False
    return (mine.index, mine.lane) == (target.index, target.lane)
