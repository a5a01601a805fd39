# SPDX-License-Identifier: MIT
"""The hand on the timeline: moves the displayed view at once and tells the store, at most once a frame.

Canvas and overview share one hand, so that both show the same view at every frame.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Point
from timeline_app.scene.limits import Limits, ZoomEnd
from timeline_app.scene.motion import Glide
from timeline_app.scene.pinch import Grip, zoomed_at
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import TimeFold, refolded
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import Anchor, View
from timeline_app.state.commands import Value
from timeline_app.ui.canvas.animator import Animator

STILL = Point(0.0, 0.0)


class Send(Protocol):
    """Sends a command by id; False when the state does not allow it now."""

    def __call__(self, command_id: str, /, **arguments: Value) -> bool:
        """Send the command."""
        ...


class Hand(QObject):
    """Moves the view for gestures; the store's target view comes in through `accept`."""

    def __init__(self, stage: Stage, clock: Clock, send: Send, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._send = send
        self._is_untold = False
        self._is_fresh = False
        self._remembers = False
        self._jumps = False
        self._end_told: ZoomEnd | None = None
        self.clock = clock
        self.animator = Animator(clock, self)
        self.animator.frame.connect(self._tell)

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to take hold of."""
        return self._stage.is_fitted and self.animator.view is not None

    @property
    def view(self) -> View:
        """The displayed view; only when ready."""
        return _known(self.animator.view)

    @property
    def target(self) -> View:
        """Where the view is going, or is; only when ready."""
        return _known(self.animator.target)

    @property
    def scale(self) -> TimeScale:
        """The canvas's time scale of the displayed view; only when ready."""
        view, max_px = self.view, self._stage.max_lane_scroll_px
        # A window that has grown leaves less to scroll; the hand takes hold of what is really seen.
        return self._stage.time_scale(view.scrolled_to(max_px) if view.lane_scroll_px > max_px else view)

    @property
    def limits(self) -> Limits:
        """How far the view may be moved; only when ready."""
        return self._stage.limits

    # -- the store's side -------------------------------------------------------------------------

    def accept(self, view: View) -> None:
        """Go to the store's target view, unless the hand has a newer one to tell."""
        if self._is_untold or self.animator.is_held or view == self.animator.target:
            return
        if self._jumps:
            self.animator.show(view)
        else:
            self.animator.travel(view)

    def expect_jump(self) -> None:
        """Expect another exhibit's view before the next frame: there is no way from one to the other."""
        self._jumps = True
        self.animator.request_frame()

    def refold(self, before: TimeFold | None) -> None:
        """Show the same part of time in the axis seconds of the present fold; a journey ends where it was going."""
        target = self.animator.target
        if target is not None:
            self.animator.show(self.limits.kept(refolded(target, before, self._stage.fold).clamped()))

    # -- gestures ---------------------------------------------------------------------------------

    def begin(self, *, is_new: bool = True) -> None:
        """Begin a gesture: its first move will be remembered for Back, unless it goes on with the last one."""
        self._is_fresh = is_new
        self._end_told = None

    def grab(self) -> None:
        """Begin a gesture that holds the view: whatever moves stops under the hand."""
        self.begin()
        if self.animator.hold():
            self._is_untold = True
            self.animator.request_frame()

    def follow(self, view: View) -> None:
        """Show a view at once; beyond the limits it gives way like a rubber band."""
        self._note_move()
        self.animator.show(self.limits.softened(view.clamped()))

    def let_go(self, speed_px_s: Point = STILL) -> None:
        """End a gesture: glide on with the hand's speed, or spring back within the limits."""
        self.animator.let_go()
        if not self._is_fresh:
            self._come_to_rest(Glide.of(speed_px_s))
        self._is_fresh = False
        self._tell()

    def _come_to_rest(self, glide: Glide | None) -> None:
        if glide is not None and not self.animator.reduced_motion:
            resting = self.limits.kept(Grip(self.scale, ()).panned(*glide.far_px).clamped())
            self._note_move()
            self.animator.travel(resting, glide.duration_ms, glide.easing)
        else:
            resting = self.limits.kept(self.view)
            if resting != self.view:
                self._note_move()
                self.animator.travel(resting)

    def go(self, view: View) -> None:
        """Travel to a view, kept within the limits."""
        self._note_move()
        self.animator.travel(self.limits.kept(view.clamped()))

    def push(self, dx_px: float, dy_px: float) -> None:
        """Move the displayed picture by so many pixels, at once."""
        self.follow(Grip(self.scale, ()).panned(dx_px, dy_px))

    def step(self, dx_px: float, dy_px: float) -> None:
        """Travel so many pixels on from where the view is going."""
        self.go(Grip(self._stage.time_scale(self.target), ()).panned(dx_px, dy_px))

    def zoom_at_once(self, anchor: Anchor, span_s: float) -> None:
        """Show so much time at once, with an anchor that stays."""
        self._meet_end(span_s)
        self.follow(zoomed_at(self.scale, anchor, span_s, self.limits))

    def zoom_to(self, anchor: Anchor, span_s: float) -> None:
        """Travel to a view of so much time, with an anchor that stays."""
        self._meet_end(span_s)
        self.go(zoomed_at(self.scale, anchor, span_s, self.limits))

    def zoom(self, anchor: Anchor, factor: float) -> None:
        """Travel to a view `factor` times as close as the present target, with an anchor that stays."""
        self.zoom_to(anchor, self.target.span_s / factor)

    def meet(self, end: ZoomEnd | None) -> None:
        """Have it explained, once a gesture, that zooming ends here."""
        if end is not None and end is not self._end_told:
            self._end_told = end
            self._send("view.explain-end", end=end.value)

    def _meet_end(self, span_s: float) -> None:
        self.meet(self.limits.end_met(span_s, self.view.span_s))

    def _note_move(self) -> None:
        self._remembers = self._remembers or self._is_fresh
        self._is_fresh = False
        self._is_untold = True

    def _tell(self) -> None:
        """Tell the store the target view, if it has not heard of it."""
        self._jumps = False
        if not self._is_untold:
            return
        remember, self._remembers, self._is_untold = self._remembers, False, False
        target = self.target
        self._send(
            "view.set",
            start_s=target.start_s,
            span_s=target.span_s,
            start_fraction=target.start_fraction,
            lane_scroll_px=target.lane_scroll_px,
            remember=remember,
        )


def _known(view: View | None) -> View:
    if view is None:
        raise RuntimeError("the hand was used before there was a view")
    return view
