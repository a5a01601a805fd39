# SPDX-License-Identifier: MIT
"""What the commands on quiet time do: fold it, open a stretch of it, and keep the view where it was."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.base.messages import Message
from timeline_app.scene.break_words import left_out_message
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import UNFOLDED, Gap, QuietTime
from timeline_app.state.commands import Commands
from timeline_app.state.store import Store


class QuietHandlers:
    """Changes what is folded of the present exhibit; `stage` gives the stage, fitted to what the store says."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def toggle(self) -> None:
        """Fold quiet time or show all time; where every stretch has been opened, fold them again."""
        quiet = self._store.state.quiet
        if quiet.is_folded and (self._stage().fold is not None or not quiet.opened):
            self._store.set_quiet(UNFOLDED)
            self._store.tell(Message.of("notice.quiet-open"))
            return
        self._store.set_quiet(QuietTime(is_folded=True))
        fold = self._stage().fold
        if fold is None:
            self._store.tell(Message.of("notice.quiet-none"))
        else:
            self._store.tell(Message.of("notice.quiet-folded", count=len(fold.gaps)))

    def open_at(self, at_s: int) -> None:
        """Open the folded stretch that holds an instant."""
        fold = self._stage().fold
        gaps = fold.gaps if fold is not None else ()
        for gap in gaps:
            if gap.first_s <= at_s < gap.last_s:
                self._open(gap)

    def open_nearest(self) -> None:
        """Open the folded stretch nearest to the middle of the view."""
        fold, view = self._stage().fold, self._store.state.view
        if fold is not None and view is not None:
            self._open(fold.gaps[fold.nearest(view.centre_s)])

    def adopt_fold(self) -> None:
        """Count the view as the stage does now: another fold moves no event that stands in the middle."""
        stage = self._stage()
        self._store.refold(stage.fold, stage.bounded)

    def _open(self, gap: Gap) -> None:
        quiet = self._store.state.quiet
        self._store.set_quiet(quiet._replace(opened=(*quiet.opened, gap.first_s)))
        self._store.tell(Message.of("notice.quiet-opened", left_out=left_out_message(gap)))

    def bind(self, commands: Commands) -> None:
        """Bind the commands on quiet time."""
        commands.bind("view.quiet-time", self.toggle)
        commands.bind("view.open-quiet", self.open_nearest)
        commands.bind("view.open-break", self.open_at)
        commands.bind("view.refold", self.adopt_fold)
