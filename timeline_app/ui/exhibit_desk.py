# SPDX-License-Identifier: MIT
"""Opens exhibits: reads them as jobs, swaps in what is finished, and reads again what has been saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from timeline_app.content.problems import Severity
from timeline_app.content.reading import Reading
from timeline_app.model.lane_state import USUAL, LaneState
from timeline_app.scene.time_fold import UNFOLDED, QuietTime
from timeline_app.state.lane_handlers import open_lane_of
from timeline_app.state.opening_wish import AS_USUAL, OpeningWish, opening_for
from timeline_app.state.store import Store
from timeline_app.ui.file_watch import FileWatch
from timeline_app.ui.reading_job import ReadingJobs


class Remembered(Protocol):
    """Who knows what a reader has chosen for an exhibit before."""

    def calendars_of(self, path: Path) -> tuple[str, ...] | None:
        """Return the further calendars, None where the file's own hold."""
        ...

    def lanes_of(self, path: Path) -> LaneState:
        """Return what the reader has made of the lanes."""
        ...

    def quiet_of(self, path: Path) -> QuietTime:
        """Return whether quiet time was left folded."""
        ...

    def shows_evidence_of(self, path: Path) -> bool:
        """Tell whether evidence was left drawn on the marks."""
        ...

    def shows_silences_of(self, path: Path) -> bool:
        """Tell whether silences were left drawn."""
        ...


class ExhibitDesk(QObject):
    """The one who takes files in; `remembered` knows what a reader has chosen for an exhibit before."""

    opened = Signal(Path)
    """A file has been opened that was not open before."""

    taken = Signal()
    """A reading has been dealt with, whatever came of it."""

    refused = Signal(Path)
    """Nothing of a file can be shown."""

    def __init__(
        self,
        store: Store,
        jobs: ReadingJobs,
        watch: FileWatch,
        remembered: Remembered | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._watch = watch
        self._remembered = remembered
        self._path: Path | None = None
        self._taken: Path | None = None
        self._shown_without_errors = False
        self._wish = AS_USUAL

    @property
    def path(self) -> Path | None:
        """The file that is open or was last tried."""
        return self._path

    def open(self, path: Path, wish: OpeningWish = AS_USUAL) -> None:
        """Begin to read a file; what is shown stays until the new exhibit is whole."""
        self._path, self._wish = path, wish
        self._store.begin_reading(path.name)
        self._jobs.start(path)

    def cancel(self) -> None:
        """End the reading; what is open stays as it is, and so does what is watched."""
        self._jobs.cancel()
        self._path = self._taken
        self._store.cancel_reading()

    def reload(self) -> None:
        """Read the present file again."""
        if self._path is not None:
            self.open(self._path)

    def take_first(self, path: Path, reading: Reading, wish: OpeningWish) -> None:
        """Put in place what was read before there was a window."""
        self._wish = wish
        self._store.begin_reading(path.name)
        self.take(path, reading)

    def take(self, path: Path, reading: Reading) -> None:
        """Put a finished reading in place, or keep the last good exhibit and list what is wrong."""
        self._path = self._taken = path
        document = reading.document
        has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
        present = self._store.state.document
        is_same = present is not None and document is not None and present.path == document.path
        is_emptied = document is not None and not len(document.events)
        is_bad_save = is_same and has_errors and (self._shown_without_errors or is_emptied)
        if document is None or is_bad_save:
            self._store.fail_reading(reading.problems)
            if document is None:
                self.refused.emit(path)
        else:
            self._shown_without_errors = not has_errors
            opening = opening_for(document, self._wish)
            known, place = self._remembered, document.path or path
            self._store.swap_document(
                document,
                reading.problems,
                opening.view,
                opening.selected,
                shows_problems=has_errors,
                calendars=known.calendars_of(place) if known is not None else None,
                lanes=known.lanes_of(place) if known is not None else USUAL,
                quiet=self._quiet_of(place),
                evidence_shown=known is not None and known.shows_evidence_of(place),
                silences_shown=known is None or known.shows_silences_of(place),
            )
            if opening.known_at is not None:
                self._store.set_lens(replace(self._store.state.lens, known_at=opening.known_at))
            if not is_same:
                open_lane_of(self._store, self._store.state.selection.primary)
                self.opened.emit(path)
        self._watch.watch(reading.files or (path,), reading.stamps)
        self.taken.emit()

    def _quiet_of(self, path: Path) -> QuietTime:
        """Return what is to be folded of an exhibit: as it was left, or as somebody has asked for once."""
        if self._wish.is_quiet_folded:
            return QuietTime(is_folded=True)
        return self._remembered.quiet_of(path) if self._remembered is not None else UNFOLDED
