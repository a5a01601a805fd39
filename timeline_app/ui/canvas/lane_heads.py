# SPDX-License-Identifier: MIT
"""The names of the lanes under mouse, fingers and keys: collapse, carry to another place, ask for the menu.

A press that does not move is a click; one that moves carries the lane. A finger carries after a long press,
and asks for the menu if it then comes up without having moved: before that it scrolls, as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent

from timeline_app.base.clock import Cancel
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.scene.items import LaneHead, LaneNote
from timeline_app.scene.lane_choice import group_of
from timeline_app.scene.lane_heads import head_at, place_for
from timeline_app.scene.lane_marks import HIDDEN_LINE, NO_LANE, Carried, LaneMarks
from timeline_app.state.command_table import COMMANDS, LANE_IN_HAND
from timeline_app.state.commands import Commands
from timeline_app.ui.canvas.port import HeadsPort
from timeline_app.ui.latin_keys import key_text

DRAG_FROM_PX: Final = 5.0
LONG_PRESS_MS: Final = 500.0
HELD_WITHIN_PX: Final = 12.0
"""A finger that moves less than this is held still."""
FINGER_PX: Final = 44.0
EDGE_PX: Final = 28.0
"""A lane that is carried so near to the edge scrolls the others."""
EDGE_STEP_PX: Final = 14.0
SCROLL_SHARE: Final = 0.8
"""The part of the window by which a press on what is out of sight scrolls."""

_USUAL_KEYS: Final = {
    key: spec.id for spec in COMMANDS if spec.on_heads for keys in spec.keys.values() for key in keys
}


class LaneHeads:
    """Follows hand and keyboard at the lanes' names of one canvas.

    `focused` is the lane that the keyboard is at, `HIDDEN_LINE` at the line on hidden lanes, `NO_LANE` when it
    is elsewhere; `menu_at` is where a menu was asked for by hand, in pixels of the canvas.
    """

    def __init__(self, canvas: HeadsPort) -> None:
        self._canvas = canvas
        self._state = USUAL
        self._pressed: LaneHead | LaneNote | None = None
        self._from = QPointF()
        self._is_carrying = False
        self._has_moved = False
        self._lift_later: Cancel | None = None
        self._is_lifted = False
        self._marks = LaneMarks()
        self._keys: Mapping[str, str] = _USUAL_KEYS
        self.focused = NO_LANE
        self.menu_at: QPoint | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a button is down on a name, or a finger carries a lane."""
        return self._pressed is not None

    @property
    def is_at_heads(self) -> bool:
        """Whether the keyboard is at a lane's name."""
        return self.focused != NO_LANE

    def lane_id(self, lane: int) -> str:
        """Return a lane's id."""
        return self._canvas.stage.fitted.lanes[lane].id

    def listen_to(self, commands: Commands) -> None:
        """Take the keys that mean something at the names now."""
        ids = [spec.id for spec in commands.specs.values() if spec.on_heads]
        self._keys = {key: command_id for command_id in ids for key in commands.keys_of(command_id)}

    def set_state(self, state: LaneState) -> None:
        """Take what the reader has made of the lanes."""
        self._state = state

    def settle_focus(self, before: tuple[int, ...]) -> None:
        """Keep the keyboard at a name when the lanes are others: at the next one if its own has gone.

        A name that stands elsewhere now is brought into sight.
        """
        if not self.is_at_heads:
            return
        order = self._canvas.stage.fitted.choice.order
        if self.focused in self._stops():
            if order != before:
                self.go_to(self.focused)
            return
        place = before.index(self.focused) if self.focused in before else 0
        if order:
            self.go_to(order[min(place, len(order) - 1)])
        else:
            self.go_to(HIDDEN_LINE)

    # -- the keyboard -----------------------------------------------------------------------------

    @property
    def can_enter(self) -> bool:
        """Whether there is any name for the keyboard to come to."""
        return bool(self._stops())

    def enter(self) -> bool:
        """Put the keyboard at the first name that is in the window; tell whether there is any."""
        stops = self._stops()
        if not stops:
            return False
        if self.focused not in stops:
            scene = self._canvas.scene
            seen = [head.lane for head in scene.lane_heads] if scene is not None else []
            self.go_to(seen[0] if seen else stops[0])
        return True

    def leave(self) -> None:
        """Take the keyboard away from the names."""
        if self.is_at_heads:
            self.go_to(NO_LANE)

    def go_to(self, stop: int) -> None:
        """Put the keyboard at a lane's name, which comes into sight, or at the line on hidden lanes."""
        self.focused = stop
        hand = self._canvas.hand
        if stop >= 0 and hand.is_ready:
            view = self._canvas.stage.scrolled_to_name(hand.target, stop)
            if view != hand.target:
                hand.go(view)
        self._canvas.show_head_focus()

    def step(self, by: int) -> None:
        """Go to the name so many places below."""
        stops = self._stops()
        if stops:
            here = stops.index(self.focused) if self.focused in stops else 0
            self.go_to(stops[min(max(here + by, 0), len(stops) - 1)])

    def to_end(self, *, last: bool) -> None:
        """Go to the first or last name."""
        stops = self._stops()
        if stops:
            self.go_to(stops[-1 if last else 0])

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key means something at the names, where it then means nothing else."""
        is_escape = event.key() == Qt.Key.Key_Escape
        return (self._is_carrying and is_escape) or (
            self.is_at_heads and (is_escape or key_text(event) in self._keys)
        )

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a key means at the names; tell whether it means anything."""
        if not self.wants(event):
            return False
        if event.key() == Qt.Key.Key_Escape:
            if self._is_carrying:
                self._end()
            else:
                self.leave()
            return True
        return self.send_key(key_text(event))

    def send_key(self, key: str) -> bool:
        """Send the command of a key for the name that the keyboard is at; tell whether there is one."""
        command_id = self._keys.get(key, "")
        if not command_id or not self.is_at_heads:
            return False
        if command_id.startswith("go."):
            return self._canvas.send(command_id)
        if self.focused == HIDDEN_LINE:
            self.menu_at = None
            return self._canvas.send("lanes.choose")
        self.menu_at = None
        return self._canvas.send(command_id, lane=self.lane_id(self.focused))

    def _stops(self) -> tuple[int, ...]:
        stage = self._canvas.stage
        if not stage.is_fitted:
            return ()
        choice = stage.fitted.choice
        return (HIDDEN_LINE, *choice.order) if choice.hidden_count else choice.order

    # -- the mouse --------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """A button goes down; tell whether on a name or a note."""
        if event.button() is not Qt.MouseButton.LeftButton or self.is_busy:
            return self.is_busy
        self._pressed = self._at(event.position())
        self._from, self._has_moved = event.position(), False
        return self.is_busy

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves with the button down."""
        if isinstance(self._pressed, LaneHead):
            if not self._has_moved and _far(self._from, event.position()) >= DRAG_FROM_PX:
                self._has_moved = self._is_carrying = True
                self._canvas.set_pointer(Qt.CursorShape.ClosedHandCursor)
            if self._is_carrying:
                self._carry(self._pressed.lane, event.position().y())

    def release(self, event: QMouseEvent) -> None:
        """The button comes up: the lane is let down, or it was a click."""
        pressed, at = self._pressed, event.position()
        carried = self._end()
        if carried is not None:
            self._let_down(carried)
        elif pressed is not None and not self._has_moved:
            self.click(at)
        self.hover(at)

    def double_click(self, event: QMouseEvent) -> bool:
        """Collapse or open the lane whose name is clicked twice; tell whether it was a name or a note."""
        found = self._at(event.position())
        if isinstance(found, LaneHead) and event.button() is Qt.MouseButton.LeftButton:
            self._toggle(found.lane)
        return found is not None

    def click(self, at: QPointF, slop_px: float = 0.0) -> bool:
        """Do what a click or tap on a name or a note means; tell whether it was on one."""
        found = self._at(at, slop_px)
        if isinstance(found, LaneHead):
            if found.control.contains(at.x(), at.y()) and self._shows_control(found.lane):
                self._toggle(found.lane)
            else:
                self.go_to(found.lane)
        elif found is not None:
            self._press_note(found, at)
        return found is not None

    def hover(self, at: QPointF) -> bool:
        """Show the control of the name that the pointer is at; tell whether it is at anything of ours."""
        found = self._at(at)
        self._mark(replace(self._marks, hovered=found.lane if isinstance(found, LaneHead) else NO_LANE))
        if isinstance(found, LaneHead) and not found.control.contains(at.x(), at.y()):
            self._canvas.set_pointer(Qt.CursorShape.OpenHandCursor)
        elif found is not None:
            self._canvas.set_pointer(Qt.CursorShape.PointingHandCursor)
        return found is not None

    def ask_menu(self, at: QPointF) -> bool:
        """Ask for the menu of the name at a point; tell whether there is one."""
        found = self._at(at)
        if isinstance(found, LaneHead):
            self.go_to(found.lane)
            self.menu_at = at.toPoint()
            self._canvas.send("lanes.menu", lane=self.lane_id(found.lane))
        elif found is not None:
            self._press_note(found, at)
        return found is not None

    def cancel(self) -> None:
        """Call off whatever is being done."""
        self._end()
        self._mark(replace(self._marks, hovered=NO_LANE))

    # -- fingers ----------------------------------------------------------------------------------

    def take_touch(self, event: QTouchEvent) -> bool:
        """Take in the fingers; tell whether they carry a lane, and so mean nothing else."""
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin and len(points) == 1:
            self._await_lift(points[0].position())
        elif self._lift_later is not None and (
            len(points) != 1
            or event.type() != QEvent.Type.TouchUpdate
            or _far(self._from, points[0].position()) >= HELD_WITHIN_PX
        ):
            self._stop_waiting()
        if not self._is_lifted:
            return False
        if event.type() == QEvent.Type.TouchUpdate and isinstance(self._pressed, LaneHead):
            at = points[0].position()
            self._has_moved = self._has_moved or _far(self._from, at) >= HELD_WITHIN_PX
            self._carry(self._pressed.lane, at.y())
        elif event.type() == QEvent.Type.TouchEnd:
            self._lift_finger()
        elif event.type() == QEvent.Type.TouchCancel:
            self._end()
        return True

    def _await_lift(self, at: QPointF) -> None:
        self._stop_waiting()
        if isinstance(self._at(at), LaneHead):
            self._from = at
            self._lift_later = self._canvas.clock.after(LONG_PRESS_MS, self._lift)

    def _lift(self) -> None:
        """The finger has been held still long enough: it has the lane now."""
        self._lift_later = None
        found = self._at(self._from)
        if not isinstance(found, LaneHead):
            return
        self._canvas.call_off_touch()
        self._pressed, self._is_lifted, self._is_carrying, self._has_moved = found, True, True, False
        self.go_to(found.lane)
        self._carry(found.lane, self._from.y())

    def _lift_finger(self) -> None:
        pressed, has_moved = self._pressed, self._has_moved
        carried = self._end()
        if carried is not None and has_moved:
            self._let_down(carried)
        elif isinstance(pressed, LaneHead):
            self.menu_at = self._from.toPoint()
            self._canvas.send("lanes.menu", lane=self.lane_id(pressed.lane))

    def _stop_waiting(self) -> None:
        if self._lift_later is not None:
            self._lift_later()
            self._lift_later = None

    # -- what they have in common -----------------------------------------------------------------

    def _at(self, at: QPointF, slop_px: float = 0.0) -> LaneHead | LaneNote | None:
        """Return the name or note at a point; what stands over a name in the lanes comes before it."""
        scene = self._canvas.scene
        if scene is None:
            return None
        for note in scene.lane_notes:
            if note.rect.grown(slop_px).contains(at.x(), at.y()):
                return note
        found = head_at(scene.lane_heads, at.x(), at.y())
        if found is not None and not scene.heads_rect.w and self._canvas.has_event_at(at):
            return None
        return found

    def _shows_control(self, lane: int) -> bool:
        return self._marks.shows_control(lane) or lane in self._canvas.stage.fitted.choice.collapsed

    def _toggle(self, lane: int) -> None:
        self._canvas.send("lanes.toggle", lane=self.lane_id(lane))

    def _press_note(self, note: LaneNote, at: QPointF) -> None:
        if note.part == "hidden":
            self.menu_at = at.toPoint()
            self._canvas.send("lanes.choose")
        else:
            scene = self._canvas.scene
            room_px = scene.scrolled_rect.h if scene is not None else 0.0
            step_px = room_px * SCROLL_SHARE * (-1 if note.part == "above" else 1)
            self._canvas.send("view.scroll-lanes", by_px=step_px)

    def _carry(self, lane: int, y_px: float) -> None:
        """Show a lane under the hand, and where it would stand; near an edge the others scroll."""
        stage, hand = self._canvas.stage, self._canvas.hand
        frame = stage.lane_frame(hand.view)
        room = frame.scrolled
        if not frame.layout.boxes[lane].is_pinned:
            if y_px > room.bottom - EDGE_PX and frame.scroll_px < stage.max_lane_scroll_px:
                hand.push(0.0, -EDGE_STEP_PX)
            elif y_px < room.y + EDGE_PX and frame.scroll_px > 0.0:
                hand.push(0.0, EDGE_STEP_PX)
            frame = stage.lane_frame(hand.view)
        group = group_of(stage.fitted.lanes, self._state, lane)
        before, line_y_px = place_for(frame, group, lane, y_px)
        self._mark(replace(self._marks, carried=Carried(lane, y_px, before, line_y_px)))

    def _let_down(self, carried: Carried) -> None:
        before = LANE_IN_HAND if carried.before is None else self.lane_id(carried.before)
        self._canvas.send("lanes.move", lane=self.lane_id(carried.lane), before=before)

    def _end(self) -> Carried | None:
        """End what a press began; return the lane that was carried."""
        carried = self._marks.carried
        self._stop_waiting()
        self._pressed, self._is_carrying, self._is_lifted = None, False, False
        self._mark(replace(self._marks, carried=None))
        return carried

    def _mark(self, marks: LaneMarks) -> None:
        self._marks = marks
        self._canvas.show_lane_marks(marks)

    def show_focus(self, *, is_here: bool, has_ring: bool) -> None:
        """Show the name that the keyboard is at, if the canvas has the focus; ringed while keys are in use."""
        self._mark(
            replace(self._marks, focused=self.focused if is_here else NO_LANE, has_ring=is_here and has_ring)
        )


def _far(first: QPointF, now: QPointF) -> float:
    return max(abs(now.x() - first.x()), abs(now.y() - first.y()))
