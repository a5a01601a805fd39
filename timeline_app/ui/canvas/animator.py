# SPDX-License-Identifier: MIT
"""The displayed view, and how it moves towards the target: one frame at a time, to be stopped at any moment."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Signal

from timeline_app.base.clock import Clock
from timeline_app.scene.motion import Easing, Travel, ease_out, travel_ms
from timeline_app.scene.view import View


class Animator(QObject):
    """Holds the displayed view of one surface and moves it on the one clock.

    `frame` is emitted at most once a frame, whenever something is to be drawn anew; `settled` after
    the frame at which the view has come to rest with nobody holding it.
    """

    frame = Signal()
    settled = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._view: View | None = None
        self._target: View | None = None
        self._travel: Travel | None = None
        self._since_ms = 0.0
        self._is_held = False
        self._has_moved = False
        self._is_frame_due = False
        self.reduced_motion = False

    @property
    def view(self) -> View | None:
        """The view that is displayed; None before the first."""
        return self._view

    @property
    def target(self) -> View | None:
        """Where the displayed view is going, or is."""
        return self._target

    @property
    def is_held(self) -> bool:
        """Whether a gesture has hold of the view."""
        return self._is_held

    @property
    def is_travelling(self) -> bool:
        """Whether the view moves by itself."""
        return self._travel is not None

    @property
    def is_settled(self) -> bool:
        """Whether the view is at rest and the last frame has shown it."""
        return not (self._is_held or self._has_moved or self._travel is not None)

    def show(self, view: View) -> None:
        """Display a view with the next frame, without a journey."""
        self._travel = None
        self._view = self._target = view
        self._has_moved = True
        self.request_frame()

    def travel(self, view: View, duration_ms: float | None = None, easing: Easing = ease_out) -> None:
        """Move to a view from wherever the displayed view is now; at once under reduced motion."""
        if self._view is None or self.reduced_motion or view == self._view:
            self.show(view)
            return
        duration_ms = travel_ms(self._view, view) if duration_ms is None else duration_ms
        self._travel = Travel(self._view, view, duration_ms, easing)
        self._since_ms = self._clock.now_ms()
        self._target = view
        self._has_moved = True
        self.request_frame()

    def hold(self) -> bool:
        """Stop where the view is and keep it there for a gesture; tell whether it was moving."""
        was_moving = self._travel is not None
        self._travel = None
        self._target = self._view
        self._is_held = True
        return was_moving

    def let_go(self) -> None:
        """End a gesture; the view settles unless it is sent somewhere now."""
        self._is_held = False
        self._has_moved = True
        self.request_frame()

    def request_frame(self) -> None:
        """Have everything that shows the view drawn anew, once, with the next frame."""
        if not self._is_frame_due:
            self._is_frame_due = True
            self._clock.next_frame(self._on_frame)

    def _on_frame(self) -> None:
        self._is_frame_due = False
        if not shiboken6.isValid(self):
            # The widget went while its last frame was due.
            return
        if self._travel is not None:
            elapsed_ms = self._clock.now_ms() - self._since_ms
            self._view = self._travel.at(elapsed_ms)
            if elapsed_ms >= self._travel.duration_ms:
                self._travel = None
            else:
                self.request_frame()
        self.frame.emit()
        # Whoever heard of the frame may have set the view going again.
        if self._has_moved and not self._is_held and self._travel is None and not self._is_frame_due:
            self._has_moved = False
            self.settled.emit()
