# SPDX-License-Identifier: MIT
"""What was found for what the state asks: drawn in slices, so that a key never waits for the last hit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from timeline_app.base.clock import Clock
from timeline_app.model.showing import Showing
from timeline_app.scene.highlight import HitMarks
from timeline_app.search.query import Query, parse_query
from timeline_app.search.work import IndexWork
from timeline_app.state.store import Store
from timeline_app.ui.search.index_job import IndexJobs

if TYPE_CHECKING:
    from timeline_app.search.found import Found

SLICE_MS: Final = 5.0
"""So long hits are looked for before others have their turn: a third of a frame."""


@dataclass(frozen=True, slots=True)
class Results:
    """What can be told of a search now; `found` is None while the exhibit is still being prepared for it."""

    text: str
    query: Query
    found: Found | None
    count: int = 0
    is_whole: bool = False


class SearchDesk(QObject):
    """Searches the present exhibit through the present lens."""

    changed = Signal()
    """More was found, or something can be found at all."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        parent: QObject | None = None,
        is_placing: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._asked: tuple[str, Showing | None, bool] = ("", None, False)
        self._turn = 0
        self.jobs = IndexJobs(clock, self, is_placing)
        self.results = Results("", Query(), None)
        self.hits: HitMarks | None = None
        """The events that were found, for timeline and overview."""
        self.jobs.finished.connect(self._on_ready)

    def refresh(self) -> None:
        """Take the state's exhibit, lens and words; search anew if any of them has changed."""
        state, showing = self._store.state, self._store.showing
        work = self.jobs.work
        if state.document is None:
            self.jobs.expect(None)
        elif work is None or not work.is_of(state.document):
            self.jobs.expect(IndexWork(state.document))
        text = state.search.text.strip()
        if text:
            self.jobs.hasten()
        asked = (text, showing if text else None, self.jobs.index is not None)
        if asked == self._asked and self.results.text == text:
            return
        self._asked = asked
        self._begin(text, showing)

    def close(self) -> None:
        """Leave everything."""
        self._turn += 1
        self.jobs.cancel()

    def _begin(self, text: str, showing: Showing | None) -> None:
        self._turn += 1
        query, index, document = parse_query(text), self.jobs.index, self._store.state.document
        self.hits = None
        if not text or showing is None or index is None or document is None:
            self.results = Results(text, query, None)
            return
        # Not on the way to the first picture: nobody has asked for anything yet.
        from timeline_app.search.finder import Finder
        from timeline_app.search.found import Found

        found = Found(Finder(document, index).search(query, showing))
        self._draw(found)
        self.hits = HitMarks.of(found.ordinals(), len(document.events))
        self.results = Results(text, query, found, len(found), found.is_whole)
        if not found.is_whole:
            self._go_on_later()

    def _draw(self, found: Found) -> None:
        until_ms = self._clock.now_ms() + SLICE_MS
        found.draw(lambda: self._clock.now_ms() < until_ms)

    def _go_on_later(self) -> None:
        turn = self._turn
        self._clock.after(0.0, lambda: self._go_on(turn))

    def _go_on(self, turn: int) -> None:
        found, document = self.results.found, self._store.state.document
        if turn != self._turn or found is None or document is None:
            return
        self._draw(found)
        self.results = Results(self.results.text, self.results.query, found, len(found), found.is_whole)
        if found.is_whole:
            self.hits = HitMarks.of(found.ordinals(), len(document.events))
        else:
            self._go_on_later()
        self.changed.emit()

    def _on_ready(self) -> None:
        self.refresh()
        self.changed.emit()
