# SPDX-License-Identifier: MIT
"""What the commands on tours do: begin one, walk its stops and their steps, look about, come back, and leave it.

A tour is walked as long as `AppState.tour` says so. Whatever else moves the reader to another view, event or page
makes the tour wait at its stop (`is_away`); it goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.scene.stage import Stage
from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.state.lane_handlers import LaneHandlers
from timeline_app.state.revealing import revealing_view
from timeline_app.state.store import Store
from timeline_app.state.tour_plan import TourPlan, stop_after, stop_before
from timeline_app.state.tour_state import Cover, TourState
from timeline_app.state.tour_walk import at_stop, before_of, left

LONGEST_TRAIL: Final = 100


class TourHandlers:
    """Walks tours; `stage` gives the stage of the main surface that is seen.

    `sheet_count` tells how many sheets the class has to read of what it is shown now: one where there is no class.
    """

    def __init__(
        self, store: Store, stage: Callable[[], Stage], sheet_count: Callable[[], int] = lambda: 1
    ) -> None:
        self._store = store
        self._stage = stage
        self._sheet_count = sheet_count
        self._plan = TourPlan(store)
        self._is_moving = False
        self._arranged: tuple[object, ...] = ()
        self._planned: TourView | None = None
        store.watch(self._note)

    # -- beginning and ending ---------------------------------------------------------------------

    def open(self, id: str) -> None:  # noqa: A002 — argument name of the command
        """Begin a tour at its first stop; without an id the only one, or show the list of them."""
        document = self._store.state.document
        if not id and document is not None and len(document.tours) == 1:
            id = next(iter(document.tours))  # noqa: A001
        if not id:
            self._store.select(())
            return
        plan = self._plan.of(id)
        if plan is None or not plan.planned:
            self._store.tell(Message("notice.tour-empty"))
            return
        state = self._store.state
        shows_notes = state.tour is not None and state.tour.are_notes_shown
        first = plan.planned[0]
        self._arrive(TourState(id, first.number, are_notes_shown=shows_notes, before=before_of(state)), first)

    def leave(self) -> None:
        """Leave the tour: all is as it was before it."""
        with self._moving():
            self._store.adopt(left(self._store.state))
            self._planned = None

    # -- walking ----------------------------------------------------------------------------------

    def next(self) -> None:
        """Take away a cover; else turn to the next sheet, reveal the next step, or go to the next stop."""
        tour, plan = self._store.state.tour, self._plan.tour
        if tour is None or plan is None or self._uncovers():
            return
        following, sheet = stop_after(plan, tour), self._sheet_in_hand(tour)
        if sheet < self._sheet_count() - 1:
            self._store.set_tour(tour.turned_to(sheet + 1))
        elif tour.step < self._step_count and not tour.is_away:
            self._reveal(tour.step + 1)
        elif following is None:
            self._store.tell(Message("notice.tour-end"))
        else:
            self._leave_for(following)

    def previous(self) -> None:
        """Take away a cover; else turn back a sheet, hide the last step again, or go to the stop before, to its end."""
        tour, plan = self._store.state.tour, self._plan.tour
        if tour is None or plan is None or self._uncovers():
            return
        earlier, sheet = stop_before(plan, tour), self._sheet_in_hand(tour)
        if sheet > 0:
            self._store.set_tour(tour.turned_to(sheet - 1))
        elif tour.step > 0 and not tour.is_away:
            self._reveal(tour.step - 1)
            self._turn_to_last()
        elif earlier is None:
            self._store.tell(Message("notice.tour-start"))
        else:
            self._leave_for(earlier, step=len(earlier.steps))
            self._turn_to_last()

    def first(self) -> None:
        """Go to the first stop."""
        plan = self._plan.tour
        if plan is not None and plan.planned:
            self._leave_for(plan.planned[0])

    def last(self) -> None:
        """Go to the last stop."""
        plan = self._plan.tour
        if plan is not None and plan.planned:
            self._leave_for(plan.planned[-1])

    def go(self, number: int) -> None:
        """Go to a stop by its number; say so where there is none."""
        plan = self._plan.tour
        wanted = None if plan is None else next((stop for stop in plan.stops if stop.number == number), None)
        if wanted is None:
            self._store.tell(Message.of("notice.tour-no-stop", number=number))
        else:
            self._leave_for(wanted)

    def back(self) -> None:
        """Return to the stop that was left last and is still there."""
        tour, plan = self._store.state.tour, self._plan.tour
        if tour is None or plan is None:
            return
        trail = list(tour.trail)
        while trail:
            stop = plan.stop(trail.pop())
            if stop is not None and stop.number != tour.stop:
                self._uncovers()
                moved = replace(
                    tour, stop=stop.number, step=len(stop.steps), sheet=0, trail=tuple(trail), is_away=False
                )
                self._arrive(moved, stop)
                return

    def explore(self) -> None:
        """Let the reader look about, or bring them back to the stop."""
        tour, stop = self._store.state.tour, self._plan.stop
        if tour is None:
            return
        if tour.is_away and stop is not None:
            self._arrive(replace(tour, is_away=False), stop)
            return
        state = self._store.state
        page = PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION
        with self._moving():
            self._store.adopt(replace(state, tour=replace(tour, is_away=True, sheet_away=0), page=page))

    def notes(self) -> None:
        """Show the notes beside the stop, or hide them."""
        tour = self._store.state.tour
        if tour is not None:
            self._store.set_tour(replace(tour, are_notes_shown=not tour.are_notes_shown))

    def _uncovers(self) -> bool:
        """Take away what covers the picture; tell whether anything did."""
        present = self._store.state.present
        if present is None or present.cover is Cover.NONE:
            return False
        self._store.set_present(replace(present, cover=Cover.NONE))
        return True

    def _reveal(self, step: int) -> None:
        tour = self._store.state.tour
        if tour is not None:
            self._store.set_tour(replace(tour, step=step, sheet=0))

    def _sheet_in_hand(self, tour: TourState) -> int:
        """Return the sheet that the class reads: in another picture there may be fewer of them than before."""
        return min(tour.sheet_in_hand, self._sheet_count() - 1)

    def _turn_to_last(self) -> None:
        """Turn to the last sheet: one comes from what is after it."""
        tour = self._store.state.tour
        if tour is not None:
            self._store.set_tour(tour.turned_to(self._sheet_count() - 1))

    def _leave_for(self, stop: StopView, step: int = 0) -> None:
        """Go to a stop, noting the one that is left."""
        tour = self._store.state.tour
        if tour is None:
            return
        self._uncovers()
        trail = tour.trail if stop.number == tour.stop else (*tour.trail, tour.stop)[-LONGEST_TRAIL:]
        moved = replace(tour, stop=stop.number, step=step, sheet=0, trail=trail, is_away=False)
        self._arrive(moved, stop)

    # -- being there ------------------------------------------------------------------------------

    def _arrive(self, tour: TourState, stop: StopView) -> None:
        """Bring the reader to a stop: lens, event and view, with the lane of the event open and in sight."""
        store = self._store
        with self._moving():
            store.adopt(at_stop(store.state, tour, stop), remembers=True)
            if tour.step > self._step_count:
                store.set_tour(replace(tour, step=self._step_count))
            LaneHandlers(store).show_selected()
            showing, view, stage = store.showing, store.state.view, self._stage()
            ordinal = showing.ordinal(stop.event_id) if showing is not None and stop.event_id else None
            if ordinal is not None and view is not None and stage.is_fitted:
                if stop.view is None:
                    view = revealing_view(stage, view, ordinal)
                store.set_view(stage.bounded(stage.scrolled_to_lane(view, ordinal)))
            self._planned = self._plan.tour

    @property
    def _step_count(self) -> int:
        """The number of steps of the stop through its own lens, which may leave some of them nothing to reveal."""
        showing, tour = self._store.showing, self._store.state.tour
        view = showing.tour(tour.tour_id) if showing is not None and tour is not None else None
        stop = view.stop(tour.stop) if view is not None and tour is not None else None
        return len(stop.steps) if stop is not None else 0

    @contextmanager
    def _moving(self) -> Iterator[None]:
        """Take all changes meanwhile for the tour's own."""
        was_moving, self._is_moving = self._is_moving, True
        try:
            yield
        finally:
            self._is_moving = was_moving
            self._arranged = _arrangement(self._store.state)

    def _note(self, old: AppState, new: AppState) -> None:
        """Let the tour wait while the reader is elsewhere; keep it at its stop in an exhibit that was read anew."""
        tour = new.tour
        if tour is None and old.document is not new.document:
            self._planned = None
            self._plan.forget()
        if self._is_moving or tour is None or old.tour is not tour:
            return
        if old.document is not new.document:
            self._settle(tour)
        elif old.fold is not new.fold:
            # The same view in other axis seconds.
            self._arranged = self._arranged if tour.is_away else _arrangement(new)
        elif _arrangement(old) != _arrangement(new):
            is_away = _arrangement(new) != self._arranged
            is_other = not tour.is_away or _arrangement(old)[1:] != _arrangement(new)[1:]
            sheet_away = 0 if is_other else tour.sheet_away
            self._store.set_tour(replace(tour, is_away=is_away, sheet_away=sheet_away))

    def _settle(self, tour: TourState) -> None:
        """Find the stop again in another reading of the exhibit; leave a tour that is gone."""
        plan = self._plan.tour
        if plan is None or not plan.stops:
            self.leave()
            self._store.tell(Message("notice.tour-gone"))
            return
        stop = _stop_again(plan, self._planned, tour.stop)
        moved = replace(tour, stop=stop.number, step=min(tour.step, len(stop.steps)), trail=())
        if tour.is_away:
            self._store.set_tour(moved)
            self._planned = plan
        else:
            self._arrive(moved, stop)


def _arrangement(state: AppState) -> tuple[object, ...]:
    """Return what tells whether the reader is where the stop has brought them; lanes may be scrolled."""
    view = state.view
    stretch = None if view is None else (view.start_s, view.start_fraction, view.span_s)
    return stretch, state.selection.ids, state.page, state.subject


def _stop_again(plan: TourView, before: TourView | None, number: int) -> StopView:
    """Return the stop of a plan that is what another one was in the plan before, else the nearest in number."""
    was = before.stop(number) if before is not None else None
    near = sorted(plan.stops, key=lambda stop: (abs(stop.number - number), stop.number))
    return next((stop for stop in near if was is not None and stop.id == was.id), near[0])
