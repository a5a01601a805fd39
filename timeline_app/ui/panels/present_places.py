# SPDX-License-Identifier: MIT
"""What the pages with a map show on it: the places of an exhibit, and how many events there are in the present view."""

from __future__ import annotations

from timeline_app.chrono.columns import Mask
from timeline_app.model.showing import Showing
from timeline_app.scene.time_fold import instant_of
from timeline_app.state.app_state import AppState
from timeline_app.ui.map.map_content import MapContent


def present_places(showing: Showing, state: AppState) -> MapContent:
    """Return the places and routes of the shown events, with those counted that the timeline shows."""
    geography = showing.geography
    in_view = geography.counts_in(_in_present_view(showing, state))
    return MapContent.of(geography, in_view, showing.reader)


def _in_present_view(showing: Showing, state: AppState) -> Mask:
    """Tell which of the shown events touch the stretch of time that the timeline shows."""
    view, dates = state.view, showing.dates
    if view is None:
        return showing.visible
    first_s, last_s = instant_of(state.fold, view.start_s), instant_of(state.fold, view.end_s)
    return showing.visible & (dates.fuzz_earliest_s < last_s) & (dates.fuzz_latest_s >= first_s)
