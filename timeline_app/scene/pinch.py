# SPDX-License-Identifier: MIT
"""One or two fingers (or the mouse) holding on to the timeline, computed from raw points.

A grip remembers where the fingers came down and on what; every later view is derived from that
beginning alone, so nothing adds up to an error and out and back returns to where it was.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline_app.base.geometry import Point
from timeline_app.scene.limits import Limits, ZoomEnd
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.view import Anchor, View, zoomed_about

LEAST_APART_PX = 24.0
"""Fingers closer than this count as this far apart: a thumb's width must not zoom a thousandfold."""

FINGERS = 2
PALM_FROM = 5
"""So many points at once are a palm or a sleeve, not a gesture."""


class Touch(NamedTuple):
    """A finger: which one, and where."""

    id: int
    x: float
    y: float


def anchor_at(scale: TimeScale, x_px: float) -> Anchor:
    """Return the anchor at an x: the whole axis second there, with its own exact place.

    Its place and not the pointer's, since a second is several pixels wide at the closest zooms.
    """
    axis_s = scale.axis_at(x_px)
    return Anchor(axis_s, scale.ratio_at(scale.x_at(axis_s)))


def zoomed_at(scale: TimeScale, anchor: Anchor, span_s: float, limits: Limits) -> View:
    """Return the view zoomed about an anchor, within the limits of zooming."""
    span_s = limits.span_within(span_s, scale.view.span_s)
    return zoomed_about(scale.view, anchor.axis_s, anchor.ratio, span_s)


@dataclass(frozen=True, slots=True)
class Grip:
    """Where one or two fingers came down, and the picture they came down on."""

    scale: TimeScale
    touches: tuple[Touch, ...]

    def view_for(self, touches: Sequence[Touch], limits: Limits) -> View:
        """Return the view that keeps under the fingers what was there when they came down."""
        if len(self.touches) == FINGERS:
            return self._pinched(touches, limits)
        return self.panned(touches[0].x - self.touches[0].x, touches[0].y - self.touches[0].y)

    def end_met(self, touches: Sequence[Touch], limits: Limits) -> ZoomEnd | None:
        """Return the end of zooming that two fingers go beyond."""
        if len(self.touches) != FINGERS:
            return None
        return limits.end_met(self._wished_span_s(touches), self.scale.view.span_s)

    def panned(self, dx_px: float, dy_px: float) -> View:
        """Return the view with the picture moved by so many pixels."""
        along_px = -dx_px if not self.scale.mirrored else dx_px
        view = self.scale.view.shifted(along_px * self.scale.seconds_per_px)
        return replace(view, lane_scroll_px=self.scale.view.lane_scroll_px - dy_px)

    def _pinched(self, touches: Sequence[Touch], limits: Limits) -> View:
        middle, middle_now = _middle(self.touches), _middle(touches)
        anchor = anchor_at(self.scale, middle.x)
        moved = self.scale.ratio_at(middle_now.x) - self.scale.ratio_at(middle.x)
        anchor = Anchor(anchor.axis_s, anchor.ratio + moved)
        view = zoomed_at(self.scale, anchor, self._wished_span_s(touches), limits)
        return replace(view, lane_scroll_px=self.scale.view.lane_scroll_px + middle.y - middle_now.y)

    def _wished_span_s(self, touches: Sequence[Touch]) -> float:
        return self.scale.view.span_s * _apart_px(self.touches) / _apart_px(touches)


class Fingers:
    """Follows the fingers on the canvas; the first two count, a palm lets go of everything.

    `end_met` tells which end of zooming the last move went beyond.
    """

    def __init__(self) -> None:
        self._grip: Grip | None = None
        self._is_palm = False
        self.end_met: ZoomEnd | None = None

    @property
    def count(self) -> int:
        """How many fingers hold the timeline."""
        return len(self._grip.touches) if self._grip is not None else 0

    @property
    def is_palm(self) -> bool:
        """Whether a palm lies on the canvas; it counts until every finger is up."""
        return self._is_palm

    def move(self, touches: Sequence[Touch], scale: TimeScale, limits: Limits) -> View | None:
        """Take in the points that are down now; return the view to show, None to leave it.

        `scale` is of the view as displayed: when a finger comes or goes, the grip is taken afresh
        from there, so that nothing jumps.
        """
        self.end_met = None
        if len(touches) >= PALM_FROM:
            self._is_palm = True
        if not touches:
            self._grip, self._is_palm = None, False
        if self._is_palm or not touches:
            self._grip = None
            return None
        held = self._held(touches)
        is_held = self._grip is not None and self._grip.scale.fold is scale.fold
        if self._grip is None or not is_held or _ids(self._grip.touches) != _ids(held):
            self._grip = Grip(scale, held)
            return None
        self.end_met = self._grip.end_met(held, limits)
        return self._grip.view_for(held, limits)

    def _held(self, touches: Sequence[Touch]) -> tuple[Touch, ...]:
        """Return the fingers that count: those already holding on, then the others in their order."""
        held_ids = _ids(self._grip.touches) if self._grip is not None else ()
        by_age = sorted(touches, key=lambda touch: touch.id not in held_ids)
        return tuple(sorted(by_age[:FINGERS]))


def _ids(touches: Sequence[Touch]) -> tuple[int, ...]:
    return tuple(touch.id for touch in touches)


def _middle(touches: Sequence[Touch]) -> Point:
    return Point((touches[0].x + touches[1].x) / 2, (touches[0].y + touches[1].y) / 2)


def _apart_px(touches: Sequence[Touch]) -> float:
    apart_px = math.hypot(touches[0].x - touches[1].x, touches[0].y - touches[1].y)
    return max(apart_px, LEAST_APART_PX)
