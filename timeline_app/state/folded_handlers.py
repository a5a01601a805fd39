# SPDX-License-Identifier: MIT
"""What the commands on folded events do: list those of a stretch, and go from stretch to stretch."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.scene.folded import beside
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of
from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store


class FoldedHandlers:
    """Lists what is folded; `stage` gives the main surface's stage."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def show(self, lane: str, first_s: int, last_s: int, zoom: float) -> None:
        """List what is folded of a lane from one instant to another, at a zoom or at that of the present view."""
        stage, view = self._stage(), self._store.state.view
        if view is None or first_s >= last_s or not any(one.id == lane for one in stage.fitted.lanes):
            return
        seconds_per_px = zoom if zoom > 0.0 else stage.time_scale(view).seconds_per_px
        self._store.show_folded(FoldedStretch(lane, first_s, last_s, seconds_per_px))

    def step(self, step: int) -> None:
        """List the next stretch of the lane in which anything is folded, and bring it in sight."""
        state = self._store.state
        if state.folded is None or state.page is not PanelPage.FOLDED or state.view is None:
            return
        stage = self._stage()
        found = beside(stage, state.folded, step)
        if found is None:
            return
        self._store.show_folded(found)
        first_s, last_s = axis_of(stage.fold, found.first_s), axis_of(stage.fold, found.last_s)
        view = state.view
        if first_s < view.start_s or last_s > view.end_s:
            middle_s = (first_s + last_s) // 2
            self._store.set_view(stage.bounded(view.shifted(float(middle_s - view.centre_s))))

    def bind(self, commands: Commands) -> None:
        """Bind the commands."""
        commands.bind("folded.show", self.show)
        commands.bind("folded.earlier", lambda: self.step(-1))
        commands.bind("folded.later", lambda: self.step(1))
