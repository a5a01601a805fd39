# SPDX-License-Identifier: MIT
"""The list of the events in view for what the state asks: made anew only when something has changed that it tells.

What must be asked event by event is gathered in slices, so that no key waits for it. What makes lists is loaded when
the first one is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from timeline_app.base.clock import Clock
from timeline_app.base.messages import Translator
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View
from timeline_app.state.store import Store

if TYPE_CHECKING:
    from timeline_app.scene.fitted import Fitted
    from timeline_app.state.list_order import ListBook
    from timeline_app.state.list_rows import EventList, RowTeller
    from timeline_app.state.list_state import ListState

SLICE_MS: Final = 5.0
"""So long events are asked before others have their turn: a third of a frame."""


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """A list, and who says what stands in its rows."""

    found: EventList
    teller: RowTeller


class EventLists(QObject):
    """Makes the list of the present state."""

    changed = Signal()
    """What a list was waiting for has been gathered."""

    def __init__(
        self, store: Store, stage: Stage, translator: Translator, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._stage = stage
        self._translator = translator
        self._clock = clock
        self._ordered: tuple[tuple[object, ...], Listing] | None = None
        self._made: Listing | None = None
        self._book: ListBook | None = None
        self._turn = 0

    def forget(self) -> None:
        """Keep nothing of an exhibit or lens that has gone."""
        self._turn += 1
        self._ordered = self._made = self._book = None

    def present(self) -> Listing | None:
        """Return the list of what is in view; None while there is nothing to list."""
        state, stage = self._store.state, self._stage
        view, showing = state.view, self._store.showing
        if view is None or showing is None or not stage.is_fitted or stage.fitted.showing is not showing:
            return None
        fitted, listed = stage.fitted, state.listed
        span = view.start_s, view.start_fraction, view.span_s
        order = listed.column, listed.is_descending
        known = (showing, stage.index, fitted.choice, stage.fold, span, state.is_tray_open, *order)
        if self._ordered is None or not _are_same(self._ordered[0], known):
            self._ordered, self._made = (known, self._in_order(view, fitted)), None
        if self._made is None or self._made.found.listed != listed:
            self._made = self._with_words(listed, self._ordered[1])
        return self._made

    def _in_order(self, view: View, fitted: Fitted) -> Listing:
        """Return the list of all that is in view; while it waits for what sorts it, in the order of time."""
        from timeline_app.state.list_order import ListBook
        from timeline_app.state.list_rows import RowTeller, event_list

        state = self._store.state
        if self._book is None or self._book.showing is not fitted.showing:
            self._book = ListBook(fitted.showing)
        listed = replace(state.listed, words="")
        found = event_list(self._stage, view, listed, self._book, is_tray_open=state.is_tray_open)
        return Listing(found, RowTeller(fitted, self._translator))

    def _with_words(self, listed: ListState, whole: Listing) -> Listing:
        """Return the list with only the rows that have some words; what it still waits for is gathered from now on."""
        from timeline_app.state.list_rows import narrowed
        from timeline_app.state.list_words import has_more_words

        self._turn += 1
        book, found = self._book, whole.found
        if book is None or not book.has_all(found.ordinals, listed):
            if book is not None:
                self._gather_later(self._turn, book.gathering(found.ordinals, listed))
            return Listing(replace(found, listed=listed, is_whole=False), whole.teller)
        made = self._made.found if self._made is not None else found
        if made.is_whole and has_more_words(listed.words, made.listed.words):
            # The rows at hand have all of the words but the last letters.
            found = made
        return Listing(narrowed(found, listed, book), whole.teller)

    def _gather_later(self, turn: int, work: Iterator[None]) -> None:
        def go_on() -> None:
            if turn != self._turn:
                return
            until_ms = self._clock.now_ms() + SLICE_MS
            for _ in work:
                if self._clock.now_ms() >= until_ms:
                    self._gather_later(turn, work)
                    return
            self._ordered = None
            self.changed.emit()

        self._clock.after(0.0, go_on)


def _are_same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return all(one is other or one == other for one, other in zip(before, now, strict=True))
