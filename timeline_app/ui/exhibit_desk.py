# SPDX-License-Identifier: MIT
"""Opens exhibits: reads them as jobs, swaps in what is finished, and reads again what has been saved."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from timeline_app.content.own_tours import with_own_tours
from timeline_app.content.problems import Severity
from timeline_app.content.reading import Reading
from timeline_app.state.kept_place import AS_MADE, KeptPlace
from timeline_app.state.lane_handlers import open_lane_of
from timeline_app.state.opening_wish import AS_USUAL, Opening, OpeningWish, opening_for
from timeline_app.state.place_handlers import put_filters
from timeline_app.state.store import Store
from timeline_app.ui.file_watch import FileWatch
from timeline_app.ui.reading_job import ReadingJobs


class Remembered(Protocol):
    """Who knows where a reader was in an exhibit."""

    def place_of(self, path: Path) -> KeptPlace | None:
        """Return where the reader was, None where that is not known."""
        ...


class ExhibitDesk(QObject):
    """The one who takes files in; `remembered` knows what a reader has chosen for an exhibit before.

    In `tours_folder` lie the reader's own tours of exhibits that cannot have any beside them.
    """

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
        tours_folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._tours_folder = tours_folder
        self._store = store
        self._jobs = jobs
        self._watch = watch
        self._remembered = remembered
        self._path: Path | None = None
        self._taken: Path | None = None
        self._shown_without_errors = False
        self._wish = AS_USUAL
        self._left_scroll_px = 0

    @property
    def left_scroll_px(self) -> int:
        """How far the panel was scrolled when the exhibit was left."""
        return self._left_scroll_px

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
        reading = with_own_tours(reading, path, self._tours_folder)
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
            left = AS_MADE if is_same else self._left(document.path or path)
            opening = opening_for(document, self._wish, left)
            self._store.swap_document(
                document, reading.problems, opening.view, opening.place, shows_problems=has_errors
            )
            if not is_same:
                self._arrive(opening)
                self.opened.emit(path)
        self._watch.watch(reading.files or (path,), reading.stamps)
        self.taken.emit()

    def _left(self, path: Path) -> KeptPlace:
        """Return where the reader was in an exhibit, as far as that is known."""
        left = self._remembered.place_of(path) if self._remembered is not None else None
        return left or AS_MADE

    def _arrive(self, opening: Opening) -> None:
        """Do what only an exhibit in its place can be asked for: filter it, and open the lane of the event in hand."""
        store, panel = self._store, opening.place.panel
        self._left_scroll_px = panel.scroll_px if panel is not None else 0
        if opening.lens is not None:
            store.set_lens(opening.lens)
        put_filters(store, opening.place.filters)
        if not opening.is_as_left:
            # Who left a lane collapsed finds it so, whatever is selected in it.
            open_lane_of(store, store.state.selection.primary)
        if opening.word is not None:
            store.tell(opening.word)
