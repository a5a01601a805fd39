# SPDX-License-Identifier: MIT
"""Lets the labels that are placed in the background fade in, wave after wave, on the one clock."""

from __future__ import annotations

from typing import Final

from timeline_app.base.clock import Clock
from timeline_app.scene.arrival import Arrival, Wave
from timeline_app.scene.placement import Placement

FADE_MS: Final = 180.0


class Arrivals:
    """Follows one placement after the other; a wave begins when `look` finds labels that are not in sight."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._placement: Placement | None = None
        self._wave = Wave(0, 0, 0.0, 0.0)

    @property
    def is_fading(self) -> bool:
        """Whether labels are on their way into sight."""
        return not self._wave.is_over(self._clock.now_ms())

    @property
    def arrival(self) -> Arrival | None:
        """How far the labels have come now, None when all are there."""
        return None if self.is_all_there else self._wave.at(self._clock.now_ms())

    def follow(self, placement: Placement) -> None:
        """Take a placement: what has been placed in it already is there at once."""
        if placement is not self._placement:
            self._placement = placement
            self.show_all()

    def show_all(self) -> None:
        """Let everything that is placed be there now."""
        if self._placement is not None:
            generation = self._placement.generation
            self._wave = Wave(generation, generation, self._clock.now_ms(), 0.0)

    def look(self, *, fades: bool) -> bool:
        """Let what has been placed since the last wave come, unless that one is still on its way; tell whether any does."""
        placement = self._placement
        if placement is None or self.is_fading or placement.generation == self._wave.arriving:
            return False
        lasts_ms = FADE_MS if fades else 0.0
        self._wave = Wave(self._wave.arriving, placement.generation, self._clock.now_ms(), lasts_ms)
        return True

    @property
    def is_all_there(self) -> bool:
        """Whether all that is placed is in sight, and nothing more will come."""
        placement = self._placement
        return placement is None or (
            placement.is_complete and not self.is_fading and placement.generation == self._wave.arriving
        )
