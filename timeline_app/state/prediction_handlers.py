# SPDX-License-Identifier: MIT
"""What the commands of prediction do: ask a class when an event was, take its guess, and reveal where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import clamp_s
from timeline_app.chrono.ticks import UNITS, TickUnit, finest_unit
from timeline_app.model.curtain import with_question, without
from timeline_app.model.lens import Lens
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of, instant_of
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.commands import Commands
from timeline_app.state.prediction import Prediction, is_open
from timeline_app.state.ruler import BIG_STEP_PX, LEAST_POINT_PX, STEP_PX, PointKind, RulerPoint
from timeline_app.state.store import Store

EDGE_SHARE = 0.12
"""A guess that is moved out of the window comes back so far from its edge."""


class PredictionHandlers:
    """Changes the question in the store; `stage` gives the stage, fitted to what the store says."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    # -- asking and revealing -----------------------------------------------------------------------

    def begin(self, id: str) -> None:  # noqa: A002
        """Ask for an event: the one that is named, else the one in hand, else the first that may be asked for."""
        showing, primary = self._store.showing, self._store.state.selection.primary
        if showing is None:
            return
        if id:
            found = id if showing.asked(id) is not None else None
        elif primary is not None and showing.asked(primary) is not None:
            found = primary
        else:
            found = self._following(frozenset())
        if found is None:
            self._store.tell(Message.of("notice.nothing-to-predict"))
        else:
            self._ask(found, self._asked)

    def next(self) -> None:
        """Ask, come back to what is asked, reveal it, or ask for the next event; after the last one leave."""
        state = self._store.state
        if state.prediction is None:
            self.begin("")
        elif is_open(state) and state.page is not PanelPage.PREDICTION:
            self._show(state.prediction, state.lens)
        elif is_open(state):
            self.reveal()
        else:
            found = self._following(self._asked)
            if found is None:
                self.leave()
                self._store.tell(Message.of("notice.all-predicted"))
            else:
                self._ask(found, self._asked)

    def reveal(self) -> None:
        """Show where the event stands, and tell all of it."""
        prediction = self._store.state.prediction
        if prediction is not None and is_open(self._store.state):
            self._show(replace(prediction, is_revealed=True), self._telling())
            self._store.select((prediction.event_id,), page=PanelPage.PREDICTION, remembers=False)
            self._bring_into_view(prediction.event_id)

    def leave(self) -> None:
        """Ask no more; what the question withheld is told again."""
        state = self._store.state
        page = state.page if state.page is not PanelPage.PREDICTION else self._page_before()
        lens = self._telling() if is_open(state) else state.lens
        self._store.set_prediction(None, lens, page)

    def _ask(self, event_id: str, asked: frozenset[str]) -> None:
        """Withhold an event first, and then ask for it: nothing tells of it in between."""
        lens = self._telling() if is_open(self._store.state) else self._store.state.lens
        if event_id in self._store.state.selection.ids:
            self._store.select((), page=PanelPage.PREDICTION)
        question = Prediction(event_id, asked=asked | {event_id})
        asking = replace(lens, withheld=with_question(lens.withheld, event_id))
        self._store.set_prediction(question, asking, PanelPage.PREDICTION)

    def _telling(self) -> Lens:
        """Return the lens without what the present question withholds."""
        prediction, lens = self._store.state.prediction, self._store.state.lens
        return (
            lens
            if prediction is None
            else replace(lens, withheld=without(lens.withheld, prediction.event_id))
        )

    def _show(self, prediction: Prediction, lens: Lens) -> None:
        self._store.set_prediction(prediction, lens, PanelPage.PREDICTION)

    @property
    def _asked(self) -> frozenset[str]:
        prediction = self._store.state.prediction
        return prediction.asked if prediction is not None else frozenset()

    def _following(self, asked: frozenset[str]) -> str | None:
        showing = self._store.showing
        names = showing.to_be_asked if showing is not None else ()
        return next((name for name in names if name not in asked), None)

    def _page_before(self) -> PanelPage:
        state = self._store.state
        if state.tour is not None:
            return PanelPage.TOUR
        return PanelPage.EVENT if state.selection.ids else PanelPage.INTRODUCTION

    # -- the guess ----------------------------------------------------------------------------------

    def place(self, at: str) -> None:
        """Put the guess at a moment; text that is none changes nothing."""
        point = RulerPoint.read(at)
        if point is not None and point.kind is PointKind.MOMENT:
            self._put(point)

    def step(self, direction: int, *, is_big: bool) -> None:
        """Move the guess to the tick before or after it; the first step puts it into the middle of the view."""
        prediction, view = self._store.state.prediction, self._store.state.view
        if prediction is None or view is None:
            return
        if prediction.guess is None:
            self._put(self.moment_at(view.centre_s))
            return
        unit = finest_unit(self._seconds_per_px, BIG_STEP_PX if is_big else STEP_PX)
        here_s = prediction.guess.at_s
        floor_s = unit.floor(here_s)
        if direction > 0:
            at_s = unit.next(floor_s)
        else:
            at_s = floor_s if floor_s < here_s else unit.floor(floor_s - 1)
        self._put(_moment(at_s, unit))
        self._keep_in_sight(at_s)

    def moment_at(self, axis_s: int) -> RulerPoint:
        """Return the moment at a place of the axis, in the finest unit that can be told apart there."""
        unit = finest_unit(self._seconds_per_px, LEAST_POINT_PX)
        return _moment(instant_of(self._stage().fold, axis_s) + unit.span_s // 2, unit)

    def _put(self, guess: RulerPoint) -> None:
        state = self._store.state
        if state.prediction is not None:
            self._show(replace(state.prediction, guess=guess), state.lens)

    @property
    def _seconds_per_px(self) -> float:
        view = self._store.state.view
        return self._stage().time_scale(view).seconds_per_px if view is not None else 1.0

    def _keep_in_sight(self, at_s: int) -> None:
        view, stage = self._store.state.view, self._stage()
        if view is not None:
            self._store.set_view(stage.bounded(_with(view, axis_of(stage.fold, at_s))))

    def _bring_into_view(self, event_id: str) -> None:
        """Show where the event stands beside the guess: the view opens until both are in it."""
        state, showing, stage = self._store.state, self._store.showing, self._stage()
        ordinal = showing.ordinal(event_id) if showing is not None else None
        date = showing.date(ordinal) if showing is not None and ordinal is not None else None
        if state.view is None or date is None or date.fuzz_earliest_s is None:
            return
        guess = state.prediction.guess if state.prediction is not None else None
        ends_s = [
            axis_of(stage.fold, one)
            for one in (date.fuzz_earliest_s, guess.at_s if guess else None)
            if one is not None
        ]
        if all(state.view.contains(one) for one in ends_s):
            return
        first_s, last_s = min(ends_s), max(ends_s)
        air_s = int(max(last_s - first_s, state.view.span_s / 2) * EDGE_SHARE)
        found = View.between(first_s - air_s, last_s + air_s).scrolled_to(state.view.lane_scroll_px)
        wide = found if found.span_s > state.view.span_s else _with(_with(state.view, first_s), last_s)
        self._store.set_view(stage.bounded(wide))

    def bind(self, commands: Commands) -> None:
        """Bind the commands."""
        commands.bind("predict.begin", self.begin)
        commands.bind("predict.next", self.next)
        commands.bind("predict.leave", self.leave)
        commands.bind("predict.give-up", self.leave)
        commands.bind("predict.reveal", self.reveal)
        commands.bind("predict.place", self.place)
        for name, direction, is_big in (
            ("earlier", -1, False),
            ("later", 1, False),
            ("much-earlier", -1, True),
            ("much-later", 1, True),
        ):
            commands.bind(f"predict.{name}", partial(self.step, direction, is_big=is_big))


def _moment(at_s: int, unit: TickUnit) -> RulerPoint:
    return RulerPoint(PointKind.MOMENT, at_s=clamp_s(unit.floor(clamp_s(at_s))), unit=UNITS.index(unit))


def _with(view: View, axis_s: int) -> View:
    """Return a view with a moment in it, a little from its edge."""
    air_s = view.span_s * EDGE_SHARE
    if axis_s > view.end_s - air_s / 2:
        return view.shifted(axis_s + air_s - view.end_s)
    if axis_s < view.start_s + air_s / 2:
        return view.shifted(axis_s - air_s - view.start_s)
    return view
