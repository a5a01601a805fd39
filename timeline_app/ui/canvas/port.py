# SPDX-License-Identifier: MIT
"""What gestures need of the canvas: the scene under them, the hand that moves it, and a mouth for wishes."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPointF, Qt

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, Scene, Target
from timeline_app.scene.lane_marks import LaneMarks
from timeline_app.scene.stage import Stage
from timeline_app.ui.canvas.hand import Hand, Send

MOUSE_SLOP_PX: Final = 6.0
"""A mouse may miss a mark by so much."""

TOUCH_SLOP_PX: Final = 22.0
"""Half of the 44 pixels that a fingertip needs; the nearest mark wins."""


class Port(Protocol):
    """What of the canvas everybody sees who takes part in its gestures."""

    @property
    def hand(self) -> Hand:
        """The hand that moves the view."""
        ...

    @property
    def clock(self) -> Clock:
        """The one clock."""
        ...

    @property
    def send(self) -> Send:
        """Sends a command."""
        ...

    @property
    def scene(self) -> Scene | None:
        """The scene as displayed; None while there is nothing to show."""
        ...


class HeadsPort(Port, Protocol):
    """The canvas as the names of its lanes see it."""

    @property
    def stage(self) -> Stage:
        """How the lanes stand."""
        ...

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Set the pointer's shape."""
        ...

    def show_lane_marks(self, marks: LaneMarks) -> None:
        """Show what is at the names."""
        ...

    def show_head_focus(self) -> None:
        """Show and tell that the keyboard has come to a name, or left them."""
        ...

    def call_off_touch(self) -> None:
        """Let go of the timeline: the finger has taken hold of a lane."""
        ...

    def has_event_at(self, at: QPointF) -> bool:
        """Tell whether an event stands over a name."""
        ...


class CanvasPort(Port, Protocol):
    """The canvas as its gestures see it."""

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected events, the one in hand last."""
        ...

    def event_id(self, ordinal: int) -> str:
        """Return an event's id."""
        ...

    def click_name(self, x_px: float, y_px: float, slop_px: float) -> bool:
        """Do what a tap on a lane's name means; tell whether it was on one."""
        ...

    def open_folded(self, item: Item | None, x_px: float) -> None:
        """List the events behind a badge, or behind the density at an x; one alone is selected."""
        ...

    def open_claim(self, ghost: Target) -> None:
        """Open the claim in which an account gives the event another date."""
        ...

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Show what the pointer is at: hover and the card with the full title."""
        ...

    def show_box(self, box: Rect | None) -> None:
        """Show the box that is being drawn."""
        ...

    def set_pointer(self, shape: Qt.CursorShape) -> None:
        """Set the pointer's shape."""
        ...
