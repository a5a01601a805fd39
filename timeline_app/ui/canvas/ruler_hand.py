# SPDX-License-Identifier: MIT
"""The ruler under mouse, finger and keys, while it lies on the canvas: before anything else hears of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent

from timeline_app.scene.items import Item, Kind, TargetKind
from timeline_app.state.commands import Commands
from timeline_app.state.ruler import PointKind, Ruler, RulerPoint
from timeline_app.state.ruler_handlers import RulerHandlers
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.latin_keys import key_text, latin_text

SNAP_PX: Final = 8.0
SNAP_BESIDE_PX: Final = 14.0
"""An end of a mark is caught from so far above or below it."""
GRAB_PX: Final = 9.0
"""A line of the ruler is taken hold of from so near."""
DRAG_FROM_PX: Final = 4.0
FINGER_FACTOR: Final = 2.5
MARKS: Final = frozenset({Kind.BAR, Kind.DOT})


class RulerHand(QObject):
    """Filters the canvas's events. A drag lays the ruler anew or moves the end it began at; a click moves the end in hand.

    Whatever is not in the lanes, and what two fingers do, goes its usual way.
    """

    def __init__(
        self,
        canvas: CanvasWidget,
        handlers: RulerHandlers,
        commands: Commands,
        ruler: Callable[[], Ruler | None],
        platform: str,
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._handlers = handlers
        self._commands = commands
        self._ruler = ruler
        self._platform = platform
        self._from: QPointF | None = None
        self._fixed: RulerPoint | None = None
        self._has_moved = False
        self._is_finger = False
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: take what is the ruler's."""
        if self._ruler() is None:
            self._from = None
        elif isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        elif isinstance(event, QTouchEvent):
            return self._take_touch(event)
        elif isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    # -- keys ---------------------------------------------------------------------------------------

    def _take_key(self, event: QKeyEvent) -> bool:
        """Send the ruler's command of a key; at the names of the lanes and the tray keys mean what they mean there."""
        if self._canvas.is_at_heads or self._canvas.is_at_tray:
            return False
        key = latin_text(event, self._platform) or key_text(event)
        ids = [spec.id for spec in self._commands.specs.values() if spec.on_ruler]
        found = next((command_id for command_id in ids if key in self._commands.keys_of(command_id)), None)
        if found is None or event.type() == QEvent.Type.KeyRelease:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # Else the events' shortcuts would have it: the arrows, say.
            event.accept()
            return True
        return self._commands.send(found)

    # -- mouse and finger ---------------------------------------------------------------------------

    def _take_mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            is_left = event.button() is Qt.MouseButton.LeftButton
            return is_left and self._press(at, is_finger=False)
        if self._from is None:
            if kind == QEvent.Type.MouseMove and not event.buttons() and self._is_in_lanes(at):
                self._canvas.set_pointer(self._shape_at(at))
                return True
            return False
        if kind == QEvent.Type.MouseMove:
            self._move(at)
        elif kind == QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton:
            self._release(at)
        return True

    def _take_touch(self, event: QTouchEvent) -> bool:
        points = [point for point in event.points() if point.state() is not QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchBegin and len(event.points()) == 1:
            taken = self._press(event.points()[0].position(), is_finger=True)
            if taken:
                event.accept()
            return taken
        if self._from is None or not self._is_finger:
            return False
        if event.type() == QEvent.Type.TouchCancel or len(points) > 1:
            # Two fingers zoom, as ever.
            self._from = None
            return False
        at = event.points()[0].position()
        if event.type() == QEvent.Type.TouchEnd:
            self._release(at)
        else:
            self._move(at)
        event.accept()
        return True

    def _press(self, at: QPointF, *, is_finger: bool) -> bool:
        """Take hold of the line at a point, or begin to lay the ruler anew there."""
        ruler = self._ruler()
        if ruler is None or not self._is_in_lanes(at) or not self._canvas.hand.is_ready:
            return False
        self._from, self._has_moved, self._is_finger = at, False, is_finger
        held = self._held_at(at)
        self._fixed = (ruler.last if held == "first" else ruler.first) if held else None
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _move(self, at: QPointF) -> None:
        if self._from is None:
            return
        far_px = max(abs(at.x() - self._from.x()), abs(at.y() - self._from.y()))
        if not self._has_moved and far_px < DRAG_FROM_PX * (FINGER_FACTOR if self._is_finger else 1.0):
            return
        if not self._has_moved:
            self._has_moved = True
            self._fixed = self._fixed or self._point_at(self._from)
        self._lay(self._fixed, self._point_at(at))

    def _release(self, at: QPointF) -> None:
        ruler, self._from = self._ruler(), None
        if not self._has_moved and ruler is not None and self._fixed is None:
            other = ruler.last if ruler.is_first_in_hand else ruler.first
            self._lay(other, self._point_at(at))
        self._fixed = None

    def _lay(self, fixed: RulerPoint | None, moved: RulerPoint) -> None:
        if fixed is not None:
            self._commands.send("ruler.lay", first=fixed.text, last=moved.text)

    def _is_in_lanes(self, at: QPointF) -> bool:
        scene = self._canvas.scene
        return scene is not None and scene.lanes_rect.contains(at.x(), at.y())

    def _shape_at(self, at: QPointF) -> Qt.CursorShape:
        return Qt.CursorShape.SizeHorCursor if self._held_at(at) else Qt.CursorShape.CrossCursor

    def _held_at(self, at: QPointF) -> str:
        """Return which line of the ruler is at a point: "first" or "last" as they were put, "" for none."""
        ruler = self._ruler()
        reach_px = GRAB_PX * (FINGER_FACTOR if self._is_finger else 1.0)
        near: list[tuple[float, str]] = []
        for name in ("last", "first"):
            x = (
                self._handlers.x_of(getattr(ruler, name), self._canvas.hand.view)
                if ruler is not None
                else None
            )
            if x is not None and abs(x - at.x()) <= reach_px:
                near.append((abs(x - at.x()), name))
        return min(near)[1] if near else ""

    # -- where a point is ---------------------------------------------------------------------------

    def _point_at(self, at: QPointF) -> RulerPoint:
        """Return the end of a mark that is near, else the moment at a point."""
        found = self._snapped(at)
        return (
            found if found is not None else self._handlers.moment_at(self._canvas.hand.scale.axis_at(at.x()))
        )

    def _snapped(self, at: QPointF) -> RulerPoint | None:
        scene = self._canvas.scene
        best: tuple[float, RulerPoint] | None = None
        for item in scene.items if scene is not None else ():
            target = item.target
            if item.kind not in MARKS or target is None or target.kind is not TargetKind.EVENT:
                continue
            event_id = self._canvas.event_id(target.index)
            for x, kind in self._ends(item):
                off_px = abs(x - at.x())
                is_beside = item.rect.y - SNAP_BESIDE_PX <= at.y() <= item.rect.bottom + SNAP_BESIDE_PX
                if is_beside and off_px <= SNAP_PX and (best is None or off_px < best[0]):
                    best = off_px, RulerPoint(kind, event_id)
        return best[1] if best is not None else None

    def _ends(self, item: Item) -> tuple[tuple[float, PointKind], ...]:
        """Return where a mark begins and ends, as far as that is in the window; a dot is one moment."""
        if item.kind is Kind.DOT:
            return ((item.rect.centre.x, PointKind.BEGIN),)
        scene = self._canvas.scene
        lanes = scene.lanes_rect if scene is not None else item.rect
        ends = [(item.rect.x, PointKind.BEGIN), (item.rect.right, PointKind.END)]
        if self._canvas.hand.scale.mirrored:
            ends = [(item.rect.right, PointKind.BEGIN), (item.rect.x, PointKind.END)]
        return tuple((x, kind) for x, kind in ends if lanes.x <= x <= lanes.right)
