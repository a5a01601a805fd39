# SPDX-License-Identifier: MIT
"""The mouse on the canvas: click, drag, box and hover."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from timeline_app.base.geometry import Rect
from timeline_app.scene.hit import events_in
from timeline_app.scene.items import Item, TargetKind
from timeline_app.scene.motion import Speedometer
from timeline_app.scene.pinch import Grip, Touch
from timeline_app.ui.canvas.clicks import Choice, Clicks
from timeline_app.ui.canvas.port import MOUSE_SLOP_PX, CanvasPort

DRAG_FROM_PX = 4.0
"""A hand that moves less than this while it presses meant a click."""

MOUSE = 0

BOX_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
ADDING_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


_PRESSED = (TargetKind.EVENT, TargetKind.FOLDED, TargetKind.UNDATED, TargetKind.BREAK, TargetKind.GHOST)
_TRAY_PARTS = ((TargetKind.TRAY, "handle"), (TargetKind.TRAY, "more"))


class _Doing(Enum):
    NOTHING = auto()
    PRESSED = auto()
    PANNING = auto()
    BOXING = auto()


class MouseGestures:
    """Follows the mouse from press to release; selection is a click's, on release, so that it can be called off."""

    def __init__(self, canvas: CanvasPort) -> None:
        self._canvas = canvas
        self._clicks = Clicks(canvas)
        self._doing = _Doing.NOTHING
        self._from = QPointF()
        self._draws_box = False
        self._grip: Grip | None = None
        self._speed = Speedometer()

    @property
    def is_busy(self) -> bool:
        """Whether a button is down."""
        return self._doing is not _Doing.NOTHING

    def press(self, event: QMouseEvent) -> None:
        """A button goes down: whatever moves stops, and the place is noted."""
        if event.button() not in BUTTONS or self.is_busy or not self._canvas.hand.is_ready:
            return
        at = event.position()
        self._doing = _Doing.PRESSED
        self._from = at
        left = event.button() is Qt.MouseButton.LeftButton
        self._draws_box = left and bool(event.modifiers() & BOX_KEYS)
        self._canvas.hand.grab()
        self._grip = Grip(self._canvas.hand.scale, (Touch(MOUSE, at.x(), at.y()),))
        self._speed = Speedometer()
        self._canvas.point_at(None, at.x(), at.y())

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves: hover while no button is down, else pan or draw a box."""
        at = event.position()
        if self._doing is _Doing.NOTHING:
            self.hover(at.x(), at.y(), event.modifiers())
            return
        if self._doing is _Doing.PRESSED and _far(self._from, at) >= DRAG_FROM_PX:
            self._start_dragging()
        if self._doing is _Doing.PANNING:
            self._pan(at)
        elif self._doing is _Doing.BOXING:
            self._canvas.show_box(_box(self._from, at))

    def release(self, event: QMouseEvent) -> None:
        """The button comes up: click, end of a pan, or the box is full."""
        doing, self._doing = self._doing, _Doing.NOTHING
        at = event.position()
        hand = self._canvas.hand
        if doing is _Doing.PANNING:
            hand.let_go(self._speed.speed(self._canvas.clock.now_ms()))
        elif doing is not _Doing.NOTHING:
            hand.let_go()
        if doing is _Doing.PRESSED and event.button() is Qt.MouseButton.LeftButton:
            self._clicks.click(at.x(), at.y(), MOUSE_SLOP_PX, _choice(event.modifiers()))
        elif doing is _Doing.BOXING:
            self._select_box(_box(self._from, at), event.modifiers())
        self.hover(at.x(), at.y(), event.modifiers())

    def double_click(self, event: QMouseEvent) -> None:
        """The second press of a double click: zoom; its release means nothing."""
        if event.button() is Qt.MouseButton.LeftButton and self._canvas.hand.is_ready:
            self._doing = _Doing.NOTHING
            self._clicks.double_click(event.position().x(), event.position().y(), MOUSE_SLOP_PX)

    def cancel(self) -> None:
        """Call off whatever is being done, as when the canvas loses the mouse."""
        doing, self._doing = self._doing, _Doing.NOTHING
        if doing is _Doing.BOXING:
            self._canvas.show_box(None)
        if doing is not _Doing.NOTHING:
            self._canvas.hand.let_go()

    def hover(self, x_px: float, y_px: float, keys: Qt.KeyboardModifier) -> None:
        """Show what the pointer is at, and by its shape what a press would do."""
        item = self._clicks.item_at(x_px, y_px, MOUSE_SLOP_PX)
        self._canvas.point_at(item, x_px, y_px)
        self._canvas.set_pointer(self._shape(item, x_px, y_px, keys))

    def _start_dragging(self) -> None:
        self._doing = _Doing.BOXING if self._draws_box else _Doing.PANNING
        shape = Qt.CursorShape.CrossCursor if self._draws_box else Qt.CursorShape.ClosedHandCursor
        self._canvas.set_pointer(shape)

    def _pan(self, at: QPointF) -> None:
        if self._grip is None:
            return
        self._speed.note(self._canvas.clock.now_ms(), at.x(), at.y())
        hand = self._canvas.hand
        hand.follow(self._grip.view_for([Touch(MOUSE, at.x(), at.y())], hand.limits))

    def _select_box(self, box: Rect, keys: Qt.KeyboardModifier) -> None:
        """Select what lies in the box; with Ctrl beside what is selected already."""
        self._canvas.show_box(None)
        scene = self._canvas.scene
        if scene is None:
            return
        found = tuple(self._canvas.event_id(ordinal) for ordinal in events_in(scene, box))
        kept = self._canvas.selected_ids if keys & ADDING_KEYS else ()
        ids = tuple(dict.fromkeys((*kept, *found)))
        if ids:
            self._canvas.send("select.many", ids=ids)

    def _shape(
        self, item: Item | None, x_px: float, y_px: float, keys: Qt.KeyboardModifier
    ) -> Qt.CursorShape:
        target = item.target if item is not None else None
        if target is not None and target.kind in _PRESSED:
            return Qt.CursorShape.PointingHandCursor
        if target is not None and (target.kind, target.part) in _TRAY_PARTS:
            return Qt.CursorShape.PointingHandCursor
        scene = self._canvas.scene
        if scene is None or scene.heads_rect.contains(x_px, y_px):
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.CrossCursor if keys & BOX_KEYS else Qt.CursorShape.OpenHandCursor


def _choice(keys: Qt.KeyboardModifier) -> Choice:
    if keys & ADDING_KEYS:
        return Choice.TOGGLE
    return Choice.RANGE if keys & Qt.KeyboardModifier.ShiftModifier else Choice.ALONE


def _far(first: QPointF, last: QPointF) -> float:
    return max(abs(last.x() - first.x()), abs(last.y() - first.y()))


def _box(first: QPointF, last: QPointF) -> Rect:
    left, top = min(first.x(), last.x()), min(first.y(), last.y())
    return Rect(left, top, abs(last.x() - first.x()), abs(last.y() - first.y()))
