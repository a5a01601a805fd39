# SPDX-License-Identifier: MIT
"""What the commands for making tours do: each step is written whole, and can be taken back.

What is written is what the file holds at that moment with one thing changed, so that what somebody else has saved
meanwhile stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from timeline_app.base.messages import Message
from timeline_app.base.text_value import TextValue
from timeline_app.content.tour_file import TourFileRefused, tours_in, with_tour, without_tour
from timeline_app.model import records
from timeline_app.state import tour_making as making
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.store import Store
from timeline_app.state.tour_making import ANEW, Edit, Made, MakingState
from timeline_app.state.tour_making_file import Titled, begun, is_own, put_text, text_of, with_file
from timeline_app.state.tour_making_stop import Shows, aimed, shown_here, stop_here


class Outside(NamedTuple):
    """What making a tour needs of the program around it.

    `folder` is for the tours of exhibits that cannot have any beside them, `saved` is told of each file that was
    written, `walk` opens a tour at a stop, `visit` brings the reader to what a stop is about.
    """

    folder: Path
    titled: Titled
    saved: Callable[[Path], None]
    walk: Callable[[str, int], None]
    visit: Callable[[records.Stop], None]


class TourMakingHandlers:
    """Makes tours."""

    def __init__(self, store: Store, outside: Outside) -> None:
        self._store = store
        self._outside = outside
        self._is_writing = False
        store.watch(self._note)

    # -- beginning and ending ---------------------------------------------------------------------

    def begin(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Begin a new tour, or change one that there is."""
        state = self._store.state
        if state.document is None:
            return
        with self._refusals_told():
            begun_now = begun(state.document, id, self._outside.folder, state.reader, self._outside.titled)
            self._store.set_making(begun_now)
            self.show()

    def show(self) -> None:
        """Show the tour that is being made."""
        self._store.show_page(PanelPage.TOUR_MAKING)

    def leave(self) -> None:
        """Make an end; all is saved already."""
        state = self._store.state
        page = state.page if state.page is not PanelPage.TOUR_MAKING else PanelPage.EVENT
        page = PanelPage.INTRODUCTION if page is PanelPage.EVENT and not state.selection.ids else page
        self._store.adopt(replace(state, making=None, page=page))

    def try_(self) -> None:
        """Walk the tour from the stop in hand on; what has not been changed yet is written first."""
        state, here = self._store.state, self._here
        if state.document is not None and here.tour_id not in state.document.tours:
            self._change(lambda now: Edit(now.tour, now.at, tuple(range(len(now.tour.stops)))))
        self._outside.walk(here.tour_id, max(here.at, 1))

    def record(self) -> None:
        """Let each event and page that is opened become a stop, or no longer."""
        here = self._here
        self._store.set_making(replace(here, is_recording=not here.is_recording))
        self._store.tell(
            Message("notice.making-records-no-more" if here.is_recording else "notice.making-records")
        )

    # -- stops ------------------------------------------------------------------------------------

    def add_stop(self) -> None:
        """Add what is seen now as a stop behind the one in hand."""
        showing = self._store.showing
        if showing is None:
            return
        stop = stop_here(self._store.state, showing)
        if self._change(lambda now: making.with_stop_after(now.tour, now.at, stop)):
            self._store.tell(Message.of("notice.making-added", number=self._here.at), "making.show")

    def add_shown(self, name: str) -> None:
        """Let the stop in hand show something; without a name what the page shows."""
        found = (name,) if name else self._shown
        if found and self._stop(lambda stop: making.with_shown(stop, found)) and not name:
            self._store.tell(Message.of("notice.making-shown", number=self._here.at), "making.show")

    def take_view(self) -> None:
        """Let the stop in hand be about what is seen now; what it shows and its notes stay."""
        state, showing = self._store.state, self._store.showing
        if showing is not None and self._stop(lambda stop: aimed(stop, state, showing)):
            self._store.tell(Message.of("notice.making-aimed", number=self._here.at), "making.show")

    def go(self, number: int) -> None:
        """Take a stop in hand, and look at what it is about."""
        here = self._here
        if 0 < number <= len(here.tour.stops):
            self._store.set_making(replace(here, at=number))
            self._outside.visit(here.tour.stops[number - 1])

    def move(self, number: int, to: int) -> None:
        """Put a stop in another place."""
        if self._has(number):
            self._change(lambda now: making.with_stop_moved(now.tour, number, to))

    def remove(self, number: int) -> None:
        """Take a stop out; without a number the one in hand."""
        number = number or self._here.at
        if self._has(number):
            self._change(lambda now: making.without_stop(now.tour, number))

    def hide_shown(self, name: str) -> None:
        """Let the stop in hand no longer show something."""
        self._stop(lambda stop: making.without_shown(stop, name))

    def reveal(self, one_by_one: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Let the stop in hand reveal what it shows one by one, or show all at once."""
        self._stop(lambda stop: making.with_steps(stop, one_by_one=one_by_one))

    def notes(self, text: str) -> None:
        """Write the notes of the stop in hand."""
        reader, words, stop = self._store.state.reader, making.tidy_notes(text), self._here.stop
        if stop is None or not self._may_write(stop.notes):
            return
        self._stop(
            lambda stop: msgspec.structs.replace(stop, notes=making.text_with(stop.notes, words, reader))
        )

    def task(self, text: str) -> None:
        """Write what a class is to do at the stop in hand."""
        reader, words, stop = self._store.state.reader, making.tidy_notes(text), self._here.stop
        if stop is None or not self._may_write(stop.task):
            return
        self._stop(
            lambda stop: msgspec.structs.replace(stop, task=making.text_with(stop.task, words, reader))
        )

    def minutes(self, text: str) -> None:
        """Say how long the stop in hand takes."""
        with self._number_told(text):
            minutes = making.minutes_of(text)
            self._stop(lambda stop: msgspec.structs.replace(stop, minutes=minutes))

    def spare(self, on: bool) -> None:  # noqa: FBT001 — argument name of the command
        """Keep the stop in hand in reserve, or walk it with the others."""
        self._stop(lambda stop: msgspec.structs.replace(stop, hidden=on))

    def branch(self, ask: str, to: int) -> None:
        """Let a question lead from the stop in hand to another."""
        words, reader = " ".join(ask.split()), self._store.state.reader
        if words and self._has(to) and self._here.stop is not None:
            self._change(lambda now: making.with_branch(now.tour, now.at, words, to, reader))

    def unbranch(self, place: int) -> None:
        """Take out a question of the stop in hand, counted from 0."""
        self._stop(
            lambda stop: msgspec.structs.replace(
                stop, branches=tuple(each for number, each in enumerate(stop.branches) if number != place)
            )
        )

    # -- the tour ---------------------------------------------------------------------------------

    def title(self, text: str) -> None:
        """Give the tour a title."""
        reader = self._store.state.reader
        if self._may_write(self._here.tour.title):
            self._change(lambda now: making.with_title(now.tour, now.at, text, reader))

    def tour_minutes(self, text: str) -> None:
        """Say how long the tour takes."""
        with self._number_told(text):
            minutes = making.minutes_of(text)
            self._change(lambda now: making.with_minutes(now.tour, now.at, minutes))

    def discard(self) -> None:
        """Take the whole tour out of its file, and make an end; another tour in the file stays."""
        here = self._here
        with self._refusals_told():
            text = text_of(here.file)
            left = None if text is None else without_tour(text, here.tour_id)
            self._put(here.file, None if left is None or (not tours_in(left) and "#" not in left) else left)
            self.leave()
            self._store.tell(Message("notice.making-discarded"))

    # -- taking back ------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change back."""
        here = self._here
        if here.done:
            after = replace(here, done=here.done[:-1], undone=(*here.undone, here.made))
            self._return_to(here.done[-1], after)

    def redo(self) -> None:
        """Make a change again that was taken back."""
        here = self._here
        if here.undone:
            after = replace(here, done=(*here.done, here.made), undone=here.undone[:-1])
            self._return_to(here.undone[-1], after)

    def _return_to(self, made: Made, after: MakingState) -> None:
        """Let the file hold what it held; where somebody else has changed it since, only the tour is as it was."""
        with self._refusals_told():
            now = text_of(after.file)
            if now != after.text:
                after = making.anew(after)
            is_exact = now == after.text and made.text != ANEW
            text = made.text if is_exact else with_tour(now or "", after.tour_id, made.tour)
            self._put(after.file, text)
            self._store.set_making(replace(after, tour=made.tour, at=made.at, text=text))

    # -- all changes ------------------------------------------------------------------------------

    @property
    def _here(self) -> MakingState:
        here = self._store.state.making
        if here is None:
            raise AssertionError("the table enables these commands only while a tour is made")
        return here

    @property
    def _shown(self) -> Shows:
        showing = self._store.showing
        return () if showing is None else shown_here(self._store.state, showing)

    def _may_write(self, value: TextValue | None) -> bool:
        """Tell whether all of a text is told now; else say that it cannot be written over."""
        showing = self._store.showing
        is_told = showing is not None and making.is_all_told(value, showing.reader)
        if not is_told:
            self._store.tell(Message("notice.making-past"))
        return is_told

    def _has(self, number: int) -> bool:
        return 0 < number <= len(self._here.tour.stops)

    def _stop(self, change: Callable[[records.Stop], records.Stop]) -> bool:
        """Change the stop in hand; tell whether anything has changed."""

        def changed(now: MakingState) -> Edit:
            stop = now.stop
            if stop is None:
                raise TourFileRefused("gone")
            return making.with_stop(now.tour, now.at, change(stop))

        return self._here.stop is not None and self._change(changed)

    def _change(self, change: Callable[[MakingState], Edit]) -> bool:
        """Change the tour as its file holds it now, and write it; tell whether anything has changed."""
        try:
            here = self._followed()
            edit = making.with_ways_kept(here.tour, change(here))
            text = with_tour(here.text or "", here.tour_id, edit.tour, edit.origins)
            if text != here.text:
                self._put(here.file, text)
        except TourFileRefused as refused:
            self._store.tell(refused.message)
            return False
        if text == here.text:
            return False
        done = (*here.done, here.made)
        self._store.set_making(replace(here, tour=edit.tour, at=edit.at, text=text, done=done, undone=()))
        return True

    def _followed(self) -> MakingState:
        """Return the making with what the file holds now, which somebody else may have saved."""
        here = self._here
        text = text_of(here.file)
        if text == here.text:
            return here
        tour = tours_in(text or "").get(here.tour_id, here.tour)
        at = min(here.at, len(tour.stops))
        return making.anew(replace(here, tour=tour, at=at, text=text, done=(*here.done, here.made)))

    def _put(self, file: Path, text: str | None) -> None:
        """Write the file and take its tours over, at one stroke."""
        put_text(file, text)
        document = self._store.state.document
        if document is None or not is_own(document, file):
            return
        self._outside.saved(file)
        self._is_writing = True
        try:
            self._store.adopt(with_file(self._store.state, file))
        finally:
            self._is_writing = False

    @contextmanager
    def _refusals_told(self) -> Iterator[None]:
        try:
            yield
        except TourFileRefused as refused:
            self._store.tell(refused.message)

    @contextmanager
    def _number_told(self, text: str) -> Iterator[None]:
        try:
            yield
        except ValueError:
            self._store.tell(Message.of("notice.making-minutes", text=text))

    # -- watching ---------------------------------------------------------------------------------

    def _note(self, old: AppState, new: AppState) -> None:
        """Follow the file where somebody else has saved it, and record where the reader goes."""
        if new.making is None or self._is_writing:
            return
        if old.document is not new.document:
            with self._refusals_told():
                self._store.set_making(self._followed())
        elif new.making.is_recording and new.tour is None and _visited(old) != _visited(new):
            self._record(new)

    def _record(self, state: AppState) -> None:
        showing, here = self._store.showing, self._here
        if showing is None or state.page in _UNRECORDED:
            return
        stop = stop_here(state, showing)
        last = here.stop
        is_new = last is None or (last.event, last.show) != (stop.event, stop.show)
        if is_new and (stop.event or stop.show):
            self._change(lambda now: making.with_stop_after(now.tour, now.at, stop))


_UNRECORDED = frozenset({PanelPage.TOUR_MAKING, PanelPage.TOUR, PanelPage.PROBLEMS, PanelPage.INTRODUCTION})


def _visited(state: AppState) -> tuple[object, ...]:
    return state.selection.ids, state.page, state.subject
