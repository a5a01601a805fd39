# SPDX-License-Identifier: MIT
"""Fingers on a facsimile or a map, from raw points: one moves it, two zoom about their middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Generic, Protocol, Self, TypeVar

from timeline_app.base.geometry import Point
from timeline_app.scene.pinch import FINGERS, LEAST_APART_PX, PALM_FROM, Touch


class Movable(Protocol):
    """A view of something that a hand moves and enlarges."""

    def panned(self, dx_px: float, dy_px: float, /) -> Self:
        """Return the view with what it shows moved by so many pixels."""

    def zoomed(self, factor: float, at: Point | None, /) -> Self:
        """Return the view so many times larger about a point."""


V = TypeVar("V", bound=Movable)


class SheetFingers(Generic[V]):
    """Follows the fingers. Each view follows from where they came down alone, so out and back is where it was."""

    def __init__(self) -> None:
        self._start: V | None = None
        self._touches: tuple[Touch, ...] = ()
        self._is_palm = False

    @property
    def count(self) -> int:
        """How many fingers hold it."""
        return len(self._touches)

    def move(self, touches: Sequence[Touch], view: V) -> V | None:
        """Take in the points that are down now; return the view to show, None to leave it as it is."""
        self._is_palm = bool(touches) and (self._is_palm or len(touches) >= PALM_FROM)
        held = () if self._is_palm else tuple(sorted(touches)[:FINGERS])
        if self._start is None or [touch.id for touch in held] != [touch.id for touch in self._touches]:
            # A finger has come or gone: what follows is measured from here, so that nothing jumps.
            self._start, self._touches = view, held
            return None
        if not held:
            return None
        was, now = _middle(self._touches), _middle(held)
        moved = self._start.panned(now.x - was.x, now.y - was.y)
        if len(held) < FINGERS:
            return moved
        return self._start.zoomed(_apart_px(held) / _apart_px(self._touches), was).panned(
            now.x - was.x, now.y - was.y
        )


def _middle(touches: Sequence[Touch]) -> Point:
    count = len(touches)
    return Point(sum(touch.x for touch in touches) / count, sum(touch.y for touch in touches) / count)


def _apart_px(touches: Sequence[Touch]) -> float:
    return max(math.hypot(touches[0].x - touches[1].x, touches[0].y - touches[1].y), LEAST_APART_PX)
