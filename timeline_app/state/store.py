# SPDX-License-Identifier: MIT
"""The one store: holds the frozen state; its methods replace it; an equal value is silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline_app.base.messages import Message
from timeline_app.base.observable import Observable
from timeline_app.base.text_value import Reader
from timeline_app.content.problems import Problem
from timeline_app.model.document import Document
from timeline_app.model.lane_state import LaneState
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.folded_stretch import FoldedStretch
from timeline_app.scene.time_fold import QuietTime, TimeFold, ranged, refolded
from timeline_app.scene.view import View
from timeline_app.state.app_state import (
    MAIN_SURFACE,
    AppState,
    History,
    Mode,
    Notice,
    PanelPage,
    Place,
    ReadingPhase,
    SearchState,
    Selection,
    Settings,
)
from timeline_app.state.arriving import arrived, is_undated, reader_of
from timeline_app.state.kept_place import AS_MADE, KeptPlace
from timeline_app.state.list_state import ListState
from timeline_app.state.marks import NO_MARKS
from timeline_app.state.saved_filters import SavedFilter

if TYPE_CHECKING:
    from timeline_app.state.key_map import KeyMap
    from timeline_app.state.prediction import Prediction
    from timeline_app.state.ruler import Ruler
    from timeline_app.state.tour_making import MakingState
    from timeline_app.state.tour_state import PresentState, TourState

HISTORY_LIMIT = 200


class Store:
    """Holds the state. Watchers are called with (old, new) after each real change."""

    def __init__(self, state: AppState | None = None) -> None:
        self._state = Observable(state or AppState())
        self._showing: tuple[Document, Lens, Reader, tuple[str, ...], Showing] | None = None

    @property
    def state(self) -> AppState:
        """The present state."""
        return self._state.value

    def watch(self, watcher: Callable[[AppState, AppState], None]) -> Callable[[], None]:
        """Call `watcher(old, new)` after each change; the returned function ends that."""
        return self._state.watch(watcher)

    @property
    def showing(self) -> Showing | None:
        """The document through the present lens, for the present reader; cached."""
        state = self.state
        if state.document is None:
            return None
        cached, seen_through = self._showing, (state.lens, state.reader, state.calendars)
        if cached is None or cached[0] is not state.document or cached[1:4] != seen_through:
            made = Showing(state.document, state.lens, state.reader, state.calendars)
            cached = self._showing = (state.document, *seen_through, made)
        return cached[4]

    # -- the document -----------------------------------------------------------------------------

    def begin_reading(self, file_name: str) -> None:
        """Note that a file is being read; the present document stays."""
        self._state.set(replace(self.state, reading=ReadingPhase.READING, file_name=file_name))

    def swap_document(
        self,
        document: Document,
        problems: tuple[Problem, ...],
        view: View,
        left: KeptPlace = AS_MADE,
        *,
        shows_problems: bool = False,
    ) -> None:
        """Put a finished document in place, whole.

        Of an exhibit that was open already everything stays that still means something; another one
        begins with `view` in plain instants, the rest as it was `left`.
        `shows_problems` opens the list of problems beside it, unless a class would see that.
        """
        state = self.state
        is_same = state.document is not None and state.document.path == document.path
        if not is_same:
            state = arrived(_without_exhibit(state), document, left)
        language = state.reader.languages[0] if state.reader.languages else ""
        ids = tuple(event_id for event_id in state.selection.ids if event_id in document.events.ordinal_of)
        present = state.view
        is_listed = shows_problems and state.present is None
        self._state.set(
            replace(
                state,
                document=document,
                problems=problems,
                reading=ReadingPhase.IDLE,
                reader=reader_of(document, language),
                selection=Selection(ids),
                page=PanelPage.PROBLEMS if is_listed else _page_with(state.page, ids),
                views=MappingProxyType({**state.views, MAIN_SURFACE: present or view}),
                fold=state.fold if present is not None else None,
                is_range_asked=present is None,
            )
        )
        if shows_problems and not is_listed:
            self.tell(Message("notice.faults-later"))

    def cancel_reading(self) -> None:
        """Note that nothing is being read any more; the present document stays, and is what is open."""
        state = self.state
        path = state.document.path if state.document is not None else None
        name = path.name if path is not None else ""
        message = Message.of("reading.cancelled", file=state.file_name)
        self._state.set(replace(state, reading=ReadingPhase.IDLE, file_name=name))
        self.tell(message)

    def fail_reading(self, problems: tuple[Problem, ...]) -> None:
        """Keep the last good document and show what is wrong with the new text, to a class not before the end."""
        if self.state.present is not None:
            self._state.set(replace(self.state, problems=problems, reading=ReadingPhase.FAILED))
            self.tell(Message("notice.faults-later"))
            return
        self._state.set(
            replace(
                self.state,
                problems=problems,
                reading=ReadingPhase.FAILED,
                page=PanelPage.PROBLEMS,
                panel_open=True,
            )
        )

    # -- view and selection -----------------------------------------------------------------------

    def arrive_at(self, place: KeptPlace, view: View, lens: Lens) -> None:
        """Put the reader elsewhere in the exhibit, remembering where they were; `view` is in plain instants."""
        state = self.state
        if state.document is None:
            return
        self._state.set(
            replace(
                arrived(state, state.document, place),
                lens=lens,
                views=MappingProxyType({**state.views, MAIN_SURFACE: ranged(view, None, state.fold)}),
                is_range_asked=True,
                history=self._remembered(),
            )
        )

    def set_view(self, view: View, surface: str = MAIN_SURFACE) -> None:
        """Set the target view of a surface."""
        clamped = view.clamped()
        if clamped == self.state.views.get(surface):
            return
        views = MappingProxyType({**self.state.views, surface: clamped})
        self._state.set(replace(self.state, views=views, is_range_asked=False))

    def select(
        self,
        ids: tuple[str, ...],
        *,
        page: PanelPage | None = None,
        view: View | None = None,
        remembers: bool = True,
    ) -> None:
        """Select events (none: back to the introduction, the list of those in view stays), and remember the place before.

        An event in hand without a place in time opens the tray, so that it is seen.
        """
        state = self.state
        if page is None and state.page is PanelPage.LIST and state.panel_open:
            page = PanelPage.LIST
        if page is None and state.page is PanelPage.MAP and state.panel_open and ids != state.selection.ids:
            # The map lights the places of what is chosen; chosen again, it opens its page.
            page = PanelPage.MAP
        page = page or (PanelPage.EVENT if ids else PanelPage.INTRODUCTION)
        is_tray_open = state.is_tray_open or is_undated(state.document, ids)
        if (state.selection.ids, state.page) == (ids, page) and view in (None, state.view):
            self._state.set(replace(state, panel_open=True, is_tray_open=is_tray_open))
            return
        views = state.views if view is None else MappingProxyType({**state.views, MAIN_SURFACE: view})
        self._state.set(
            replace(
                state,
                selection=Selection(ids),
                page=page,
                followed=state.followed if state.selection.ids == ids else 0,
                panel_open=True,
                is_tray_open=is_tray_open,
                views=views,
                is_range_asked=state.is_range_asked and view is None,
                history=self._remembered() if remembers else state.history,
            )
        )

    def show_page(self, page: PanelPage, subject: str = "", words: str = "") -> None:
        """Show a page of the panel, of an excerpt, source or claim where it is about one."""
        state = self.state
        shown = replace(state, page=page, subject=subject, words=words, panel_open=True)
        if shown != state:
            self._state.set(replace(shown, history=self._remembered()))

    def follow(self, number: int) -> None:
        """Note from which mark of the event's page the reader goes on, and that Back returns to it.

        The number below 0 tells that the reader is no longer at the mark, but at what it leads to.
        """
        history = self._remembered(followed=number)
        self._state.set(replace(self.state, followed=-number, history=history))

    def arrive(self, number: int) -> None:
        """Take the reader to a mark of the event's page that is open."""
        self._state.set(replace(self.state, followed=number))

    def read_wide(self, *, is_wide: bool) -> None:
        """Give the panel the whole window, or its usual place."""
        state = self.state
        self._state.set(replace(state, is_reading_wide=is_wide, panel_open=state.panel_open or is_wide))

    def show_evidence(self, *, is_shown: bool) -> None:
        """Draw on the marks what they rest on, or not."""
        self._state.set(replace(self.state, evidence_shown=is_shown))

    def show_silences(self, *, is_shown: bool) -> None:
        """Draw the strips that tell of silences, or not."""
        self._state.set(replace(self.state, silences_shown=is_shown))

    def set_search(self, search: SearchState) -> None:
        """Look for something else, or go to another hit."""
        self._state.set(replace(self.state, search=search))

    def set_list(self, listed: ListState) -> None:
        """Sort or narrow the list of the events in view."""
        self._state.set(replace(self.state, listed=listed))

    def show_folded(self, stretch: FoldedStretch) -> None:
        """List the folded events of a stretch, remembering where the reader was."""
        state = self.state
        shown = replace(state, page=PanelPage.FOLDED, folded=stretch, panel_open=True)
        is_there = (state.page, state.folded) == (shown.page, shown.folded)
        self._state.set(shown if is_there else replace(shown, history=self._remembered()))

    def open_panel(self, *, is_open: bool) -> None:
        """Open or fold away the panel."""
        state = self.state
        self._state.set(replace(state, panel_open=is_open, is_reading_wide=state.is_reading_wide and is_open))

    def explain_date(self, *, is_open: bool) -> None:
        """Open or close what the date of the event in hand rests on; opening brings its page."""
        shown = replace(self.state, is_date_explained=is_open)
        if is_open and self.state.selection.ids:
            shown = replace(shown, page=PanelPage.EVENT, panel_open=True)
        self._state.set(shown)

    def open_tray(self, *, is_open: bool) -> None:
        """Open or fold the tray of undated events."""
        self._state.set(replace(self.state, is_tray_open=is_open))

    def set_panel_width(self, width_px: float | None) -> None:
        """Remember how wide the reader has dragged the panel."""
        self._state.set(replace(self.state, panel_px=width_px))

    def set_settings(self, settings: Settings) -> None:
        """Replace the settings."""
        self._state.set(replace(self.state, settings=settings))

    def choose_calendars(self, names: tuple[str, ...]) -> None:
        """Show these further calendars beside our own; a choice that is the exhibit's own follows the exhibit."""
        chosen = replace(self.state, chosen_calendars=names)
        if names == replace(chosen, chosen_calendars=None).calendars:
            chosen = replace(chosen, chosen_calendars=None)
        self._state.set(chosen)

    def set_lanes(self, lanes: LaneState) -> None:
        """Show the lanes in another way."""
        self._state.set(replace(self.state, lanes=lanes))

    def tell(self, message: Message, action: str = "") -> None:
        """Say something in passing, again even if it was said just before; perhaps with a command to send."""
        last = self.state.notice
        number = last.number + 1 if last else 1
        self._state.set(replace(self.state, notice=Notice(message, number, action)))

    def set_quiet(self, quiet: QuietTime) -> None:
        """Fold quiet time, open it, or open a stretch of it; the fold itself follows with `refold`."""
        self._state.set(replace(self.state, quiet=quiet, is_range_asked=False))

    def refold(self, fold: TimeFold | None, bounded: Callable[[View], View]) -> None:
        """Count the view in the axis seconds of another fold, with what stands in its middle kept there.

        A view that was asked for as a range of dates stays that range; any other is kept within bounds.
        """
        state = self.state
        if fold == state.fold:
            return
        views = {
            surface: ranged(view, state.fold, fold)
            if state.is_range_asked
            else bounded(refolded(view, state.fold, fold))
            for surface, view in state.views.items()
        }
        self._state.set(replace(state, fold=fold, views=MappingProxyType(views)))

    def set_lens(self, lens: Lens) -> None:
        """Replace the lens."""
        self._state.set(replace(self.state, lens=lens))

    def set_ruler(self, ruler: Ruler | None) -> None:
        """Measure between two points, or nothing any more."""
        self._state.set(replace(self.state, ruler=ruler))

    def set_prediction(self, prediction: Prediction | None, lens: Lens, page: PanelPage) -> None:
        """Ask for an event, take a guess or reveal what was asked, through a lens that withholds no more than that."""
        shown = replace(self.state, prediction=prediction, lens=lens, page=page, panel_open=True)
        is_there = self.state.page is page
        self._state.set(shown if is_there else replace(shown, history=self._remembered()))

    def set_keys(self, keys: KeyMap, *, before: KeyMap | None = None) -> None:
        """Give commands other keys; `before` are those to which one may return."""
        self._state.set(replace(self.state, keys=None if keys.is_usual else keys, keys_before=before))

    def set_saved_filters(self, saved: tuple[SavedFilter, ...]) -> None:
        """Note what filters are saved for this exhibit."""
        self._state.set(replace(self.state, saved_filters=saved))

    def set_tour(self, tour: TourState | None) -> None:
        """Go to another stop of a tour, or leave it; without a tour nothing is presented."""
        present = self.state.present if tour is not None else None
        self._state.set(replace(self.state, tour=tour, present=present, mode=_mode_of(present)))

    def adopt(self, state: AppState, *, remembers: bool = False) -> None:
        """Take over a state that was made of the present one; perhaps noting the place before in the history."""
        self._state.set(replace(state, history=self._remembered()) if remembers else state)

    def set_present(self, present: PresentState | None) -> None:
        """Show the tour that is walked to others, in another way, or no more."""
        self._state.set(replace(self.state, present=present, mode=_mode_of(present)))

    def set_making(self, making: MakingState | None) -> None:
        """Go on with the making of a tour."""
        self._state.set(replace(self.state, making=making))

    # -- history ----------------------------------------------------------------------------------

    def remember(self) -> None:
        """Note the present place before something moves the reader."""
        self._state.set(replace(self.state, history=self._remembered()))

    def go_back(self) -> bool:
        """Return to the place before; tell whether there was one."""
        history, here = self.state.history, self.state.place
        if not history.behind or here is None:
            return False
        moved = History(history.behind[:-1], (here, *history.ahead))
        self._go_to(history.behind[-1], moved)
        return True

    def go_forward(self) -> bool:
        """Undo a going back; tell whether there was one."""
        history, here = self.state.history, self.state.place
        if not history.ahead or here is None:
            return False
        moved = History((*history.behind, here), history.ahead[1:])
        self._go_to(history.ahead[0], moved)
        return True

    def mark_place(self) -> int:
        """Mark the present place; tell how many are marked, 0 where there is none to mark."""
        here = self.state.place
        if here is None:
            return 0
        marks = self.state.marks.with_place(here)
        self._state.set(replace(self.state, marks=marks))
        return len(marks.places)

    def return_to_mark(self) -> int | None:
        """Go to the place marked last, from there to the one before; tell its number, None for nowhere."""
        here, marks = self.state.place, self.state.marks
        number = marks.before(here) if here is not None else None
        if number is not None:
            self._go_to(marks.places[number], self._remembered())
        return number

    def _go_to(self, place: Place, history: History) -> None:
        document = self.state.document
        known = document.events.ordinal_of if document is not None else {}
        ids = tuple(event_id for event_id in place.selection.ids if event_id in known)
        page = place.page if ids or place.page is not PanelPage.EVENT else PanelPage.INTRODUCTION
        view = refolded(place.view, place.fold, self.state.fold)
        self._state.set(
            replace(
                self.state,
                selection=Selection(ids),
                page=page,
                folded=place.folded if page is PanelPage.FOLDED else self.state.folded,
                subject=place.subject,
                words=place.words,
                followed=place.followed,
                is_tray_open=self.state.is_tray_open or is_undated(document, ids),
                views=MappingProxyType({**self.state.views, MAIN_SURFACE: view}),
                is_range_asked=False,
                history=history,
            )
        )

    def _remembered(self, followed: int | None = None) -> History:
        here, history = self.state.place, self.state.history
        if here is None:
            return history
        here = here if followed is None else replace(here, followed=followed)
        if history.behind and history.behind[-1] == here:
            return History(history.behind)
        return History((*history.behind, here)[-HISTORY_LIMIT:], ())


def _mode_of(present: PresentState | None) -> Mode:
    return Mode.EXPLORE if present is None else Mode.PRESENT


def _without_exhibit(state: AppState) -> AppState:
    """Return a state without what belongs to the exhibit that is open."""
    return replace(
        state,
        lens=IDENTITY,
        search=SearchState(),
        listed=ListState(),
        page=PanelPage.EVENT,
        folded=None,
        subject="",
        words="",
        followed=0,
        views=MappingProxyType({name: view for name, view in state.views.items() if name != MAIN_SURFACE}),
        history=History(),
        marks=NO_MARKS,
        saved_filters=None,
        tour=None,
        present=None,
        making=None,
        prediction=None,
        mode=Mode.EXPLORE,
    )


def _page_with(page: PanelPage, ids: tuple[str, ...]) -> PanelPage:
    """Return the page that stays beside a document that was read without errors, with these events in hand."""
    if page not in {PanelPage.PROBLEMS, PanelPage.EVENT}:
        return page
    return PanelPage.EVENT if ids else PanelPage.INTRODUCTION
