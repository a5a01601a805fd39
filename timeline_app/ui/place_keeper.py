# SPDX-License-Identifier: MIT
"""Keeps where the reader is in each exhibit: written when things have come to rest, at another exhibit, and at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from timeline_app.base.clock import Cancel, Clock
from timeline_app.state.app_state import AppState
from timeline_app.state.kept_place import KeptPlace, KeptWindow, place_in
from timeline_app.state.kept_place_files import load_place, save_place

REST_MS: Final = 1_000.0
"""Nothing is written while things move: frames come first."""


class PlaceKeeper:
    """Tells where a reader was, and writes where they are; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._window: Callable[[], KeptWindow | None] = lambda: None
        self._state = AppState()
        self._scroll_px = 0
        self._read: tuple[Path, KeptPlace | None] | None = None
        self._written: tuple[Path, KeptPlace] | None = None
        self._changes = 0
        self._cancel: Cancel | None = None

    @property
    def folder(self) -> Path | None:
        """Where is kept what is kept."""
        return self._folder

    def place_of(self, path: Path) -> KeptPlace | None:
        """Return where the reader was in an exhibit, None where that is not known."""
        if self._folder is None:
            return None
        if self._read is None or self._read[0] != path:
            # A start asks for window and view; between them nothing is written.
            self._read = path, load_place(self._folder, path)
        return self._read[1]

    def ask_window(self, window: Callable[[], KeptWindow | None]) -> None:
        """Ask where the window stands whenever something is written."""
        self._window = window

    def note_state(self, old: AppState, new: AppState) -> None:
        """Note what has changed; of an exhibit that goes all is written at once."""
        if _path_in(old) != _path_in(new):
            self.save_now()
            self._scroll_px = 0
        self._state = new
        self._note()

    def note_scroll(self, scroll_px: int) -> None:
        """Note how far the panel is scrolled."""
        self._scroll_px = scroll_px
        self._note()

    def save_now(self) -> None:
        """Write where the reader is, if that is not written yet."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
        path, document = _path_in(self._state), self._state.document
        if self._folder is None or path is None or document is None:
            return
        place = place_in(self._state, self._scroll_px, self._window())
        if self._written != (path, place):
            from timeline_app.state.exhibit_names import name_of  # A start writes nothing.

            self._read = None
            if save_place(self._folder, path, name_of(document), place):
                self._written = path, place

    def _note(self) -> None:
        self._changes += 1
        if self._cancel is None and self._folder is not None:
            self._wait(self._changes)

    def _wait(self, changes: int) -> None:
        self._cancel = self._clock.after(REST_MS, lambda: self._look(changes))

    def _look(self, changes: int) -> None:
        """Write if nothing has changed since somebody looked last, else wait on."""
        self._cancel = None
        if changes == self._changes:
            self.save_now()
        else:
            self._wait(self._changes)


def _path_in(state: AppState) -> Path | None:
    return state.document.path if state.document is not None else None
