# SPDX-License-Identifier: MIT
"""What the board of the hall is about: the stop of the tour, or what the presenter looks at away from it."""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind, StopView
from timeline_app.scene.board import Board
from timeline_app.scene.board_making import BoardMaker
from timeline_app.state.app_state import AppState, PanelPage

_THINGS: Final = {
    PanelPage.EXCERPT: ShownKind.EXCERPT,
    PanelPage.SOURCE: ShownKind.SOURCE,
    PanelPage.CLAIM: ShownKind.CLAIM,
    PanelPage.CHAIN: ShownKind.CHAIN,
}


def present_stop(showing: Showing, state: AppState) -> StopView | None:
    """Return the stop at which the class is; None away from it."""
    tour = state.tour
    if tour is None or tour.is_away:
        return None
    walked = showing.tour(tour.tour_id)
    return walked.stop(tour.stop) if walked is not None else None


def board_of(showing: Showing, state: AppState, translator: Translator) -> Board:
    """Return what stands on the board."""
    maker = BoardMaker(showing, translator)
    stop = present_stop(showing, state)
    if stop is not None and state.tour is not None:
        return maker.of_stop(stop.event_id, stop.title, stop.shows, stop.steps, state.tour.step)
    if state.page is PanelPage.PREDICTION:
        from timeline_app.state.board_question import question_board

        return question_board(showing, state, translator)
    primary = state.selection.primary
    kind = _THINGS.get(state.page)
    if kind is not None and state.subject:
        shown = Shown(kind, state.subject, ShownText("", ""), state.words)
        return maker.of_thing(shown, primary)
    if primary is None:
        return Board()
    if state.page is PanelPage.MAP:
        return maker.of_thing(Shown(ShownKind.MAP, primary, ShownText("", "")), primary)
    return maker.of_event(primary)
