# SPDX-License-Identifier: MIT
"""What the commands for going about do: go to a date, mark a place, and return to the places marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import Gap, TimeFold, axis_of
from timeline_app.scene.view import View
from timeline_app.state.commands import Commands
from timeline_app.state.going_dates import NoStretch, Stretch, stretch_of, view_around
from timeline_app.state.store import Store

OPEN_QUIET: Final = "view.open-quiet"


class GoingHandlers:
    """Goes to dates and marked places; `stage` gives the stage, fitted to what the store says."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    def understand(self, date: str) -> Stretch | NoStretch | None:
        """Return where a date would lead in the present exhibit; None without one."""
        document, showing = self._store.state.document, self._store.showing
        if document is None or showing is None:
            return None
        return stretch_of(date, showing.span_s or (0, 0), document.date_settings)

    def to_date(self, date: str) -> None:
        """Bring a date into view, and say what was understood, or what to write instead."""
        found = self.understand(date)
        if isinstance(found, Stretch):
            self._go(found)
        elif found is not None:
            self._store.tell(Message.of("notice.date-not-gone", reason=found.reason, hint=found.hint))

    def _go(self, found: Stretch) -> None:
        stage, present = self._stage(), self._store.state.view
        gap = _gap_of(stage.fold, found)
        first_s, last_s = axis_of(stage.fold, found.first_s), axis_of(stage.fold, found.last_s)
        if gap is None:
            view = view_around(first_s, last_s, found.last_s - found.first_s)
        else:
            # The whole break with what is beside it; the date in the middle, where it stays if the break is opened.
            width_s = gap.axis_last_s - gap.axis_first_s
            view = View.between(first_s - width_s, last_s + width_s)
        if present is not None:
            view = view.scrolled_to(present.lane_scroll_px)
        self._store.remember()
        self._store.set_view(stage.bounded(view))
        is_in_gap = gap is not None
        message = Message.of(f"notice.{self._where(found, is_in_gap=is_in_gap)}", date=found.said)
        self._store.tell(message, OPEN_QUIET if is_in_gap else "")

    def _where(self, found: Stretch, *, is_in_gap: bool) -> str:
        """Tell how a stretch stands to what is shown."""
        showing = self._store.showing
        span_s = showing.span_s if showing is not None else None
        if span_s is None:
            return "gone-to-date"
        if found.last_s <= span_s[0]:
            return "date-before-all"
        if found.first_s >= span_s[1]:
            return "date-after-all"
        return "gone-to-quiet" if is_in_gap else "gone-to-date"

    def mark(self, keys: str | Message) -> None:
        """Mark the present place, and tell by which keys or by which command one returns to it."""
        count = self._store.mark_place()
        if count:
            self._store.tell(Message.of("notice.place-marked", count=count, keys=keys))

    def come_back(self) -> None:
        """Return to the place marked last; from there to the one marked before it, and round again."""
        at = self._store.return_to_mark()
        count = len(self._store.state.marks.places)
        if at is None and count:
            self._store.tell(Message.of("notice.at-only-mark"))
        elif at is not None:
            self._store.tell(Message.of("notice.back-at-mark", number=at + 1, count=count))

    def bind(self, commands: Commands) -> None:
        """Bind the commands that need no toolkit."""
        commands.bind("go.to-date", self.to_date)
        commands.bind("go.mark", lambda: self.mark(_way_of(commands, "go.return")))
        commands.bind("go.return", self.come_back)


def _way_of(commands: Commands, command_id: str) -> str | Message:
    """Return the first key of a command, the command's name if it has none."""
    keys = commands.keys_of(command_id)
    return keys[0] if keys else Message.of("notice.command", command=commands.specs[command_id].title)


def _gap_of(fold: TimeFold | None, found: Stretch) -> Gap | None:
    """Return the stretch of folded quiet time in which another one lies, None where it does not."""
    gaps = fold.gaps if fold is not None else ()
    return next((gap for gap in gaps if gap.first_s <= found.first_s and found.last_s <= gap.last_s), None)
