# SPDX-License-Identifier: MIT
"""Beginning and ending a question: from one state to another, without any surface; and which event is asked for next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from timeline_app.model.curtain import with_question, without
from timeline_app.model.lens import Lens
from timeline_app.model.tour_views import TourView
from timeline_app.scene.time_fold import UNFOLDED, ranged
from timeline_app.scene.view import View
from timeline_app.state.app_state import MAIN_SURFACE, AppState, PanelPage, Selection
from timeline_app.state.prediction import Prediction, WhereAsked, is_open


def telling(state: AppState) -> Lens:
    """Return the lens without what an open question withholds."""
    prediction, lens = state.prediction, state.lens
    if prediction is None or not is_open(state):
        return lens
    return replace(lens, withheld=without(lens.withheld, prediction.event_id))


def asking(state: AppState, event_id: str, view: View | None) -> AppState:
    """Return the state in which a class is asked for an event, in a view of the present fold.

    It is withheld in the same step: nothing tells of it in between. No event is in hand, which would draw the eye;
    quiet time is not folded, so that there is room for every guess.
    """
    lens, before = telling(state), state.prediction
    asked = before.asked if before is not None else frozenset()
    return replace(
        state,
        prediction=Prediction(
            event_id,
            asked=asked | {event_id},
            where=before.where if before is not None and before.where is not None else where_in(state),
        ),
        lens=replace(lens, withheld=with_question(lens.withheld, event_id)),
        selection=Selection(),
        page=PanelPage.PREDICTION,
        panel_open=True,
        is_reading_wide=False,
        views=state.views if view is None else MappingProxyType({**state.views, MAIN_SURFACE: view}),
        quiet=UNFOLDED,
        is_range_asked=view is not None,
    )


def where_in(state: AppState) -> WhereAsked:
    """Return where a reader is to be again once no more is asked."""
    return WhereAsked(
        state.view,
        state.fold,
        state.selection.ids,
        state.page,
        state.subject,
        state.words,
        state.quiet,
        state.panel_open,
        state.is_reading_wide,
        state.is_tray_open,
    )


def ended(state: AppState) -> AppState:
    """Return the state after a question: all is told again, and the reader is where they were before it.

    Who has gone on to something else meanwhile stays there.
    """
    prediction = state.prediction
    there = replace(state, prediction=None, lens=telling(state))
    if prediction is None or prediction.where is None or state.page is not PanelPage.PREDICTION:
        return there
    where = prediction.where
    known = state.document.events.ordinal_of if state.document is not None else {}
    ids = tuple(name for name in where.selected if name in known)
    is_there = where.page is not PanelPage.PREDICTION and (
        where.page is not PanelPage.TOUR or state.tour is not None
    )
    page = _own_page(where.page if is_there else PanelPage.EVENT, ids)
    views = state.views
    if where.view is not None:
        views = MappingProxyType({**views, MAIN_SURFACE: ranged(where.view, where.fold, state.fold)})
    return replace(
        there,
        selection=Selection(ids),
        page=page,
        subject=where.subject,
        words=where.words,
        quiet=where.quiet,
        panel_open=where.is_panel_open,
        is_reading_wide=where.is_reading_wide,
        is_tray_open=where.is_tray_open,
        views=views,
        is_range_asked=where.view is not None,
    )


def _own_page(page: PanelPage, ids: tuple[str, ...]) -> PanelPage:
    """Return a page, but none of an event where none is in hand."""
    return PanelPage.INTRODUCTION if page is PanelPage.EVENT and not ids else page


def stops_of(plan: TourView | None) -> dict[str, int]:
    """Return the events that a tour shows, each with the number of the first stop that does."""
    stops = plan.planned if plan is not None else ()
    return {stop.event_id: stop.number for stop in reversed(stops) if stop.event_id is not None}


def in_order(names: Sequence[str], at: Mapping[str, int], stop: int) -> tuple[str, ...]:
    """Return the events that may be asked for in the order in which to ask; `at` are the stops that show some.

    First come those that coming stops will show, as they come; then those that no stop shows, as they were given;
    last those that the class has just seen.
    """
    coming = sorted((name for name in names if at.get(name, stop) > stop), key=at.__getitem__)
    others = [name for name in names if name not in at]
    seen = [name for name in names if name in at and at[name] <= stop]
    return (*coming, *others, *seen)


def next_of(names: Sequence[str], asked: frozenset[str], before: Sequence[str]) -> str | None:
    """Return the next event to ask for, None once all were asked for in this round.

    `before` are all that were asked for, the last one last: whatever was not asked for yet comes before what was.
    """
    left = [name for name in names if name not in asked]
    latest = {name: number for number, name in enumerate(before)}
    return min(left, key=lambda name: latest.get(name, -1), default=None)
