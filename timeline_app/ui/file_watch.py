# SPDX-License-Identifier: MIT
"""Notices when an exhibit's files are saved, also by editors that put a new file in the old one's place.

The system's notice comes at once where it works; looking at time and size twice a second finds the rest
(network folders, replaced files). Both lead to the same question: do the files look different now?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from timeline_app.base.clock import Cancel, Clock
from timeline_app.content.reading import Stamp, stamp_of

POLL_MS: Final = 500.0
SETTLE_MS: Final = 60.0
"""An editor may write a file in several goes; a file that still changes is left alone."""

_NOT_READ: Final[Mapping[Path, Stamp | None]] = {}


class FileWatch(QObject):
    """Watches a set of files."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._stamps: dict[Path, Stamp | None] = {}
        self._seen: dict[Path, Stamp | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look_soon)
        self._watcher.directoryChanged.connect(self._look_soon)
        self._cancel_poll: Cancel | None = None
        self._cancel_look: Cancel | None = None

    @property
    def paths(self) -> tuple[Path, ...]:
        """What is being watched."""
        return tuple(self._stamps)

    def watch(self, paths: Sequence[Path], read: Mapping[Path, Stamp | None] = _NOT_READ) -> None:
        """Watch these files instead of those before: as they were when they were read, else as they are now."""
        self.stop()
        self._stamps = {path: read[path] if path in read else stamp_of(path) for path in paths}
        self._watch_by_system()
        if self._stamps:
            self._cancel_poll = self._clock.after(POLL_MS, self._poll)

    def accept(self, path: Path) -> None:
        """Watch a file as it is now, be it new or watched before: what was just written here is no change."""
        self._stamps[path] = stamp_of(path)
        if self._stamps[path] is None:
            del self._stamps[path]
        self._watch_by_system()

    def stop(self) -> None:
        """Watch nothing."""
        for cancel in (self._cancel_poll, self._cancel_look):
            if cancel is not None:
                cancel()
        self._cancel_poll = self._cancel_look = None
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._stamps = {}

    def _watch_by_system(self) -> None:
        wanted = {str(path) for path in self._stamps} | {str(path.parent) for path in self._stamps}
        missing = sorted(wanted - set(self._watcher.files()) - set(self._watcher.directories()))
        there = [path for path in missing if Path(path).exists()]
        if there:
            self._watcher.addPaths(there)

    def _poll(self) -> None:
        self._cancel_poll = self._clock.after(POLL_MS, self._poll)
        if self._cancel_look is None and self._now() != self._stamps:
            self._look_soon()

    def _look_soon(self, path: str = "") -> None:
        del path
        if self._cancel_look is not None:
            self._cancel_look()
        self._seen = self._now()
        self._cancel_look = self._clock.after(SETTLE_MS, self._look)

    def _look(self) -> None:
        """Tell of a change once the files have come to rest and are all there."""
        self._cancel_look = None
        now = self._now()
        if now != self._seen:
            self._look_soon()
        elif now != self._stamps and None not in now.values():
            self._stamps = now
            # A replaced file is a new one to the system.
            self._watch_by_system()
            self.changed.emit()

    def _now(self) -> dict[Path, Stamp | None]:
        return {path: stamp_of(path) for path in self._stamps}
