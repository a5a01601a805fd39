# SPDX-License-Identifier: MIT
"""Keeps the session between runs: settings, recent files, the window's size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from timeline_app.base.clock import Cancel, Clock
from timeline_app.state.app_state import AppState
from timeline_app.state.session_files import LastTour, Session, save_beside_others

SAVE_AFTER_MS: Final = 400.0


class SessionKeeper:
    """Holds the present session and writes it a moment after it has changed, and at the end."""

    def __init__(self, folder: Path, session: Session, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._session = session
        self._saved = session
        self._cancel: Cancel | None = None

    @property
    def session(self) -> Session:
        """What will be remembered."""
        return self._session

    @property
    def recent(self) -> tuple[Path, ...]:
        """The recent files, the last one first."""
        return tuple(Path(name) for name in self._session.recent)

    def note_state(self, old: AppState, new: AppState) -> None:
        """Remember what the reader has set; what the command line asked for is for once only."""
        if new.settings != old.settings:
            self._change(replace(self._session, settings=new.settings))
        if new.panel_px != old.panel_px:
            self._change(replace(self._session, panel_px=new.panel_px))
        if new.tour is not old.tour and new.document is old.document:
            self._note_tour(old, new)
        if (
            new.present is not None
            and old.present is not None
            and new.present.notes_pt != old.present.notes_pt
        ):
            self._change(replace(self._session, notes_pt=new.present.notes_pt))

    def _note_tour(self, old: AppState, new: AppState) -> None:
        """Remember the tour and the stop: after a sudden end one goes on there; who has left it begins it anew."""
        path = str(new.document.path) if new.document is not None else ""
        if new.tour is not None:
            last = LastTour(path, new.tour.tour_id, new.tour.stop)
        else:
            last = LastTour(path, old.tour.tour_id if old.tour is not None else "")
        self._change(replace(self._session, last_tour=last))

    def note_opened(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        self._change(self._session.with_recent(path.resolve()))

    def note_gone(self, path: Path) -> None:
        """Drop a recent file that cannot be read any more."""
        self._change(self._session.without_recent(path.resolve()))

    def note_window(self, size_px: tuple[int, int], *, is_maximized: bool) -> None:
        """Remember the window's size; a maximised one keeps the size to which it returns."""
        window_px = self._session.window_px if is_maximized else size_px
        self._change(replace(self._session, window_px=window_px, is_maximized=is_maximized))

    def note_audience(self, screen: str) -> None:
        """Remember on which screen a class sees what is presented."""
        self._change(replace(self._session, audience_screen=screen))

    def save_now(self) -> None:
        """Write what has changed since the last time; what finds no room on the disk is tried again."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        is_old = self._session != self._saved
        if is_old and save_beside_others(self._folder, self._saved, self._session):
            self._saved = self._session

    def _change(self, session: Session) -> None:
        if session == self._session:
            return
        self._session = session
        if self._cancel is None:
            self._cancel = self._clock.after(SAVE_AFTER_MS, self._save_later)

    def _save_later(self) -> None:
        self._cancel = None
        self.save_now()
