# SPDX-License-Identifier: MIT
"""Being at a stop of a tour, and leaving it: from one state to another, without any surface."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from timeline_app.model.curtain import Part, begun_past
from timeline_app.model.document import Document
from timeline_app.model.lens import Lens
from timeline_app.model.stop_lens import stop_cursor
from timeline_app.model.tour_views import StopView
from timeline_app.scene.time_fold import UNFOLDED, axis_of, ranged
from timeline_app.scene.view import View
from timeline_app.state.app_state import (
    MAIN_SURFACE,
    AppState,
    History,
    Mode,
    PanelPage,
    Place,
    Selection,
)
from timeline_app.state.arriving import is_undated
from timeline_app.state.asking import telling
from timeline_app.state.prediction import Prediction
from timeline_app.state.tour_before import Before
from timeline_app.state.tour_state import TourState


def before_of(state: AppState) -> Before:
    """Return what the reader has again when the tour is left: of one that is walked, what was before it."""
    if state.tour is not None and state.tour.before is not None:
        return state.tour.before
    return Before(state.place, state.lens, state.lanes, state.quiet, state.panel_open, state.is_reading_wide)


def at_stop(state: AppState, tour: TourState, stop: StopView) -> AppState:
    """Return the state of a reader who is at a stop: all but what only a surface knows, such as which lanes are seen.

    A question that was asked on the tour ends as one goes on.
    """
    ids = (stop.event_id,) if stop.event_id is not None else ()
    views = state.views
    if stop.view is not None:
        first_s, last_s = (axis_of(state.fold, int(at_s)) for at_s in stop.view)
        lane_scroll_px = state.view.lane_scroll_px if state.view is not None else 0.0
        view = View.between(first_s, last_s).scrolled_to(lane_scroll_px)
        views = MappingProxyType({**views, MAIN_SURFACE: view})
    asked = _asked_before(state, tour.before.lens) if tour.before is not None else state.prediction
    return replace(
        state,
        tour=tour,
        lens=lens_at(stop, state.document, state.lens if asked is not None else telling(state)),
        prediction=asked,
        selection=Selection(ids),
        views=views,
        is_range_asked=stop.view is not None,
        page=PanelPage.TOUR,
        subject="",
        words="",
        followed=0,
        panel_open=True,
        is_reading_wide=False,
        is_tray_open=state.is_tray_open or is_undated(state.document, ids),
        quiet=UNFOLDED,
    )


def lens_at(stop: StopView, document: Document | None, lens: Lens) -> Lens:
    """Return the lens of a stop: its cursor, today without one, and its filters; the rest stays as it is.

    A curtain is pulled on until the stop's event is seen, unless its edge would tell a date that is withheld.
    """
    curtain, name = lens.curtain, stop.event_id
    if curtain is not None and document is not None and name and Part.DATE not in lens.parts_withheld(name):
        date = document.events.date_of(document.events.ordinal_of[name])
        curtain = begun_past(curtain, date.fuzz_earliest_s if date is not None else None)
    known_at = stop_cursor(stop.as_known_at, document) if document is not None else None
    return replace(lens, known_at=known_at, filters=stop.filters, dates=None, curtain=curtain)


def left(state: AppState) -> AppState:
    """Return the state as it was before the tour that is walked; notes that were opened stay open."""
    tour = state.tour
    if tour is None:
        return state
    there = replace(state, tour=None, present=None, mode=Mode.EXPLORE, history=_without_tour(state.history))
    before = tour.before
    if before is None:
        return replace(there, page=_own_page(state.page, state.selection))
    opened = before.lens.acknowledged_notes | state.lens.acknowledged_notes
    there = replace(
        there,
        lens=replace(before.lens, acknowledged_notes=opened),
        prediction=_asked_before(state, before.lens),
        lanes=before.lanes,
        quiet=before.quiet,
        panel_open=before.panel_open,
        is_reading_wide=before.is_reading_wide,
    )
    return there if before.place is None else _at_place(there, before.place)


def _asked_before(state: AppState, lens: Lens) -> Prediction | None:
    """Return the question that a class is asked, if it was open before the tour: its lens withholds nothing else."""
    asked = state.prediction
    return asked if asked is not None and lens.parts_withheld(asked.event_id) else None


def _at_place(state: AppState, place: Place) -> AppState:
    known = state.document.events.ordinal_of if state.document is not None else {}
    selection = Selection(tuple(one for one in place.selection.ids if one in known))
    view = ranged(place.view, place.fold, state.fold)
    return replace(
        state,
        selection=selection,
        page=_own_page(place.page, selection),
        folded=place.folded,
        subject=place.subject,
        words=place.words,
        followed=place.followed,
        views=MappingProxyType({**state.views, MAIN_SURFACE: view}),
        # Until quiet time is folded as before: by then both edges are at their instants again.
        is_range_asked=True,
    )


def _own_page(page: PanelPage, selection: Selection) -> PanelPage:
    """Return a page that needs no tour, and no event where none is in hand."""
    if page is PanelPage.TOUR:
        page = PanelPage.EVENT
    return PanelPage.INTRODUCTION if page is PanelPage.EVENT and not selection.ids else page


def _without_tour(history: History) -> History:
    """Return the history with the places at stops as places at their events: Back leads into no tour."""
    return History(*(tuple(map(_without_page, places)) for places in (history.behind, history.ahead)))


def _without_page(place: Place) -> Place:
    return replace(place, page=_own_page(place.page, place.selection))
