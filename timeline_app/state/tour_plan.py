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
from timeline_app.state.store import Store


def lens_of_plan(lens: Lens) -> Lens:
    """Return the lens through which a tour is planned: of the present one what no stop sets."""
    return Lens(
        acknowledged_notes=lens.acknowledged_notes,
        sources_off=lens.sources_off,
        takes_derived=lens.takes_derived,
    )


class TourPlan:
    """Reads plans of the exhibit that is open, and keeps what was asked for last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: tuple[Document, Lens, Showing] | None = None

    def of(self, tour_id: str) -> TourView | None:
        """Return the plan of a tour, None if there is no such one."""
        showing = self._showing()
        return None if showing is None else showing.tour(tour_id)

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

    @property
    def next_stop(self) -> StopView | None:
        """The stop that comes next, None at the last one; spare ones are passed over."""
        walked, tour = self._store.state.tour, self.tour
        return None if walked is None or tour is None else tour.after(walked.stop)

    def _showing(self) -> Showing | None:
        state = self._store.state
        if state.document is None:
            return None
        lens, kept = lens_of_plan(state.lens), self._kept
        if kept is None or kept[0] is not state.document or kept[1] != lens or kept[2].reader != state.reader:
            kept = state.document, lens, Showing(state.document, lens, state.reader)
            self._kept = kept
        return kept[2]
