# SPDX-License-Identifier: MIT
"""The plan of a tour: all its stops, read without the cursor and the filters that they set as one walks.

It is for those who lead a tour: the number of stops, what comes next, the notes. What the class sees at a stop goes
through the present lens: `store.showing.tour(id).stop(number)`.
"""

from __future__ import annotations

from timeline_app.model.document import Document
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.state.app_state import AppState
from timeline_app.state.store import Store
from timeline_app.state.tour_state import TourState


def lens_of_plan(lens: Lens) -> Lens:
    """Return the lens through which a tour is planned: of the present one what no stop sets."""
    return Lens(
        acknowledged_notes=lens.acknowledged_notes,
        sources_off=lens.sources_off,
        takes_derived=lens.takes_derived,
    )


def stop_after(plan: TourView, walked: TourState) -> StopView | None:
    """Return the stop that comes next, None at the end; spare ones are passed over.

    From a spare one the way goes on after the stop that was left for it.
    """
    return plan.after(_left_for(plan, walked))


def stop_before(plan: TourView, walked: TourState) -> StopView | None:
    """Return the stop that one comes back to: from a spare one that which was left for it; None at the beginning."""
    base = _left_for(plan, walked)
    return plan.before(walked.stop) if base == walked.stop else plan.stop(base)


def _left_for(plan: TourView, walked: TourState) -> int:
    """Return the number of the stop at which one is, or of the planned one that was left for a spare one."""
    planned = {stop.number for stop in plan.planned}
    ways = (walked.stop, *reversed(walked.trail))
    return next((number for number in ways if number in planned), walked.stop)


class Plans:
    """Reads plans of the exhibit that is open, and keeps the showing for the next question."""

    def __init__(self) -> None:
        self._kept: tuple[Document, Lens, Showing] | None = None

    def of(self, state: AppState, tour_id: str) -> TourView | None:
        """Return the plan of a tour, None if there is no such one."""
        document = state.document
        if document is None:
            return None
        lens, kept = lens_of_plan(state.lens), self._kept
        if kept is None or kept[0] is not document or kept[1] != lens or kept[2].reader != state.reader:
            kept = self._kept = document, lens, Showing(document, lens, state.reader)
        return kept[2].tour(tour_id)

    def forget(self) -> None:
        """Let go of what is kept."""
        self._kept = None


class TourPlan:
    """The plan of the tour that is walked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._plans = Plans()

    def of(self, tour_id: str) -> TourView | None:
        """Return the plan of a tour, None if there is no such one."""
        return self._plans.of(self._store.state, tour_id)

    def forget(self) -> None:
        """Let go of an exhibit that is closed."""
        self._plans.forget()

    @property
    def tour(self) -> TourView | None:
        """The plan of the tour that is walked, None while there is none."""
        walked = self._store.state.tour
        return None if walked is None else self.of(walked.tour_id)

    @property
    def stop(self) -> StopView | None:
        """The stop at which one is, None while no tour is walked."""
        walked, tour = self._store.state.tour, self.tour
        return None if walked is None or tour is None else tour.stop(walked.stop)
