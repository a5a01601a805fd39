# SPDX-License-Identifier: MIT
"""What the commands of prediction do: ask a class when an event was, take its guess, and reveal where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import clamp_s
from timeline_app.chrono.ticks import UNITS, TickUnit, finest_unit
from timeline_app.model.lens import Lens
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of, instant_of
from timeline_app.scene.view import View
from timeline_app.state.app_state import PanelPage
from timeline_app.state.asking import asking, ended, in_order, next_of, stops_of, telling
from timeline_app.state.commands import Commands
from timeline_app.state.prediction import Prediction, is_open
from timeline_app.state.ruler import BIG_STEP_PX, LEAST_POINT_PX, STEP_PX, PointKind, RulerPoint
from timeline_app.state.store import Store
from timeline_app.state.tour_plan import TourPlan

AIR_SHARE = 0.03
"""The view of a question reaches so far beyond its stretch on each side: for marks that stand at its edge."""
EDGE_SHARE = 0.12
"""A guess that is moved out of the window comes back so far from its edge."""


class PredictionHandlers:
    """Changes the question in the store; `stage` gives the stage, fitted to what the store says."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage
        self._plan = TourPlan(store)
        self._done: tuple[str, ...] = ()

    # -- asking and revealing -----------------------------------------------------------------------

    def begin(self, id: str) -> None:  # noqa: A002
        """Ask for an event: the one that is named, else the one in hand, else the next that may be asked for.

        What a stop of a tour shows is in hand too, but the class has just seen its date.
        """
        state, showing = self._store.state, self._store.showing
        if showing is None:
            return
        in_hand = "" if state.page is PanelPage.TOUR else state.selection.primary or ""
        if id:
            found = id if showing.asked(id) is not None else None
        elif in_hand and showing.asked(in_hand) is not None:
            found = in_hand
        else:
            found = self._following(frozenset())
        if found is None:
            self._store.tell(Message.of("notice.nothing-to-predict"))
        else:
            self._ask(found)

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
            found = self._following(state.prediction.asked)
            if found is None:
                self.leave()
                self._store.tell(Message.of("notice.all-predicted"))
            else:
                self._ask(found)

    def reveal(self) -> None:
        """Show where the event stands, and tell all of it."""
        state = self._store.state
        if state.prediction is not None and is_open(state):
            self._show(replace(state.prediction, is_revealed=True), telling(state))
            self._store.select((state.prediction.event_id,), page=PanelPage.PREDICTION, remembers=False)
            self._bring_into_view(state.prediction.event_id)

    def leave(self) -> None:
        """Ask no more: what the question withheld is told again, and the reader is where they were before it."""
        self._store.adopt(ended(self._store.state))

    def _ask(self, event_id: str) -> None:
        state, showing = self._store.state, self._store.showing
        if showing is None:
            return
        self._done = (*(name for name in self._done if name != event_id), event_id)
        view = self._view_for(showing.asked_stretch_s(event_id))
        self._store.adopt(asking(state, event_id, view), remembers=state.page is not PanelPage.PREDICTION)

    def _view_for(self, stretch_s: tuple[int, int]) -> View | None:
        """Return the view of a stretch, without what lies beside the exhibit: it would be dragged into nothing."""
        view, stage = self._store.state.view, self._stage()
        if view is None:
            return None
        limits = stage.limits
        first_s = max(axis_of(stage.fold, stretch_s[0]), limits.first_s)
        last_s = min(axis_of(stage.fold, stretch_s[1]), limits.last_s)
        return View.between(first_s, last_s, margin=AIR_SHARE).scrolled_to(view.lane_scroll_px)

    def _show(self, prediction: Prediction, lens: Lens) -> None:
        self._store.set_prediction(prediction, lens, PanelPage.PREDICTION)

    def _following(self, asked: frozenset[str]) -> str | None:
        """Return the event to ask for next, None once all were asked for."""
        showing, tour = self._store.showing, self._store.state.tour
        if showing is None:
            return None
        names = in_order(showing.to_be_asked, stops_of(self._plan.tour), tour.stop if tour is not None else 0)
        return next_of(names, asked, self._done)

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
