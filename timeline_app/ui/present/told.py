# SPDX-License-Identifier: MIT
"""What all parts of the presenter's window are filled from: where in which tour one is, and what lies over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.state.app_state import AppState
from timeline_app.state.tour_plan import TourPlan
from timeline_app.state.tour_state import MIDDLE, USUAL_TOOL_SIZE, PresentState, TourState


@dataclass(frozen=True, slots=True)
class Told:
    """One moment of a presentation: `tour` and `here` are the plan's, `showing` is what the class may see.

    `sheet_count` tells how many sheets of it there are to read.
    """

    state: AppState
    present: PresentState
    walked: TourState
    tour: TourView
    here: StopView
    showing: Showing
    sheet_count: int = 1

    @property
    def but_for_the_hand(self) -> tuple[object, ...]:
        """What tells this moment from others, but for where a tool points and how large it is."""
        state = self.state
        present = replace(self.present, at=MIDDLE, tool_size=USUAL_TOOL_SIZE)
        place = (self.walked, state.selection, state.page, state.subject)
        return self.showing, present, *place, state.notice, state.keys, self.sheet_count

    @property
    def event_in_hand(self) -> str | None:
        """The event to which one has gone while exploring, None at a stop."""
        return self.state.selection.primary if self.walked.is_away else None

    @property
    def event_title(self) -> ShownText | None:
        """Its title, as it may be shown."""
        event_id = self.event_in_hand
        ordinal = self.showing.ordinal(event_id) if event_id is not None else None
        return self.showing.head(ordinal).title if ordinal is not None else None


def told_in(showing: Showing | None, state: AppState, plan: TourPlan, sheet_count: int) -> Told | None:
    """Return the moment that a state is; None while nothing is presented."""
    tour, here = plan.tour, plan.stop
    if state.present is None or state.tour is None or showing is None or tour is None or here is None:
        return None
    return Told(state, state.present, state.tour, tour, here, showing, sheet_count)
