# SPDX-License-Identifier: MIT
"""What the commands of the ruler do: lay it, move its points by the ticks of the axis, and put it away."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.base.messages import Message
from timeline_app.chrono.instant import clamp_s
from timeline_app.chrono.ticks import UNITS, TickUnit, finest_unit
from timeline_app.scene.stage import Stage
from timeline_app.scene.time_fold import axis_of, instant_of
from timeline_app.scene.view import View
from timeline_app.state.going_dates import NoStretch, stretch_of, view_around
from timeline_app.state.ruler import (
    BIG_STEP_PX,
    LEAST_POINT_PX,
    STEP_PX,
    PointKind,
    Ruler,
    RulerPoint,
)
from timeline_app.state.ruler_words import Placed, placed
from timeline_app.state.store import Store

USUAL_SHARE = 0.25
"""So much of the window lies between the points at first."""
EDGE_SHARE = 0.12
"""A point that is moved out of the window comes back so far from its edge."""


class RulerHandlers:
    """Changes the ruler in the store; `stage` gives the stage, fitted to what the store says."""

    def __init__(self, store: Store, stage: Callable[[], Stage]) -> None:
        self._store = store
        self._stage = stage

    # -- laying it ----------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Lay the ruler from the event in hand, else from the middle of the view, or put it away."""
        if self._store.state.ruler is not None:
            self.put_away()
            return
        view = self._store.state.view
        if view is None:
            return
        first = self._at_event() or self.moment_at(view.instant_at(0.5))
        self._store.set_ruler(Ruler(first, self._second_from(first, view)))

    def put_away(self) -> None:
        """Measure nothing any more."""
        self._store.set_ruler(None)

    def lay(self, first: str, last: str, holds_first: bool) -> None:  # noqa: FBT001 — as the table names it
        """Lay the ruler between two points; text that is no point changes nothing."""
        points = RulerPoint.read(first), RulerPoint.read(last)
        if points[0] is not None and points[1] is not None:
            self._store.set_ruler(Ruler(points[0], points[1], holds_first))

    def between(self, first: str, last: str) -> None:
        """Lay the ruler between two dates, and say which one is none."""
        points = [self.date_point(text) for text in (first, last)]
        for text, point in zip((first, last), points, strict=True):
            if isinstance(point, NoStretch):
                reason = Message.of("go-date.refused", reason=point.reason, hint=point.hint)
                self._store.tell(reason if text.strip() else Message.of("ruler.two-dates"))
                return
        if isinstance(points[0], RulerPoint) and isinstance(points[1], RulerPoint):
            self._store.set_ruler(Ruler(points[0], points[1]))
            self._show_whole()

    def date_point(self, text: str) -> RulerPoint | NoStretch | None:
        """Return the point of a date as it was written, or why it is none; None without an exhibit."""
        document, showing = self._store.state.document, self._store.showing
        if document is None or showing is None:
            return None
        from timeline_app.chrono.loose import read_loose

        found = stretch_of(text, showing.span_s or (0, 0), document.date_settings)
        if isinstance(found, NoStretch):
            return found
        point = RulerPoint(PointKind.DATE, read_loose(text, document.date_settings).edtf)
        if self._placed(point) is None:
            return NoStretch(
                Message.of("ruler.no-beginning", date=text.strip()), Message.of("date.loose-hint.forms")
            )
        return point

    def to_mark(self) -> None:
        """Measure from the event in hand to the place that was marked last."""
        first, places = self._at_event(), self._store.state.marks.places
        if first is None:
            self._store.tell(Message.of("ruler.no-date"))
        elif places:
            place = places[-1]
            at_s = instant_of(place.fold, place.view.centre_s)
            self._store.set_ruler(
                Ruler(first, self._moment(at_s, finest_unit(_zoom(place.view, self._stage()), 1.0)))
            )
            self._show_whole()

    # -- moving its points --------------------------------------------------------------------------

    def step(self, direction: int, *, is_big: bool) -> None:
        """Move the point in hand to the tick before or after it."""
        ruler, here = self._store.state.ruler, self._in_hand()
        if ruler is None or here is None:
            return
        unit = finest_unit(self._seconds_per_px, BIG_STEP_PX if is_big else STEP_PX)
        floor_s = unit.floor(here.at_s)
        if direction > 0:
            at_s = unit.next(floor_s)
        else:
            at_s = floor_s if floor_s < here.at_s else unit.floor(floor_s - 1)
        self._store.set_ruler(ruler.with_in_hand(self._moment(at_s, unit)))
        self._keep_in_sight(at_s)

    def to_event(self) -> None:
        """Put the point in hand at the selected event; at its beginning already, at its end."""
        ruler, point = self._store.state.ruler, self._at_event()
        if ruler is None:
            return
        if point is None:
            self._store.tell(Message.of("ruler.no-date"))
            return
        if ruler.in_hand == point:
            point = RulerPoint(PointKind.END, point.of)
        self._store.set_ruler(ruler.with_in_hand(point))

    def swap(self) -> None:
        """Take the other point in hand."""
        ruler = self._store.state.ruler
        if ruler is not None:
            self._store.set_ruler(ruler.swapped())
            here = self._in_hand()
            if here is not None:
                self._keep_in_sight(here.at_s)

    def x_of(self, point: RulerPoint, view: View) -> float | None:
        """Return where a point stands on the canvas in a view, None where it has no place."""
        here = self._placed(point)
        return None if here is None else self._stage().time_scale(view).x_of(here.at_s)

    # -- what they have in common -------------------------------------------------------------------

    def moment_at(self, axis_s: int) -> RulerPoint:
        """Return the point at a place of the axis, in the finest unit that can be told apart there."""
        unit = finest_unit(self._seconds_per_px, LEAST_POINT_PX)
        return self._moment(instant_of(self._stage().fold, axis_s) + unit.span_s // 2, unit)

    @staticmethod
    def _moment(at_s: int, unit: TickUnit) -> RulerPoint:
        return RulerPoint(PointKind.MOMENT, at_s=clamp_s(unit.floor(clamp_s(at_s))), unit=UNITS.index(unit))

    def _second_from(self, first: RulerPoint, view: View) -> RulerPoint:
        """Return a point to the right of the first one, to its left where there is no room."""
        here = self._placed(first)
        middle_s = view.centre_s if here is None else axis_of(self._stage().fold, here.at_s)
        step_s = int(view.span_s * USUAL_SHARE)
        return self.moment_at(middle_s + (step_s if middle_s + step_s < view.end_s else -step_s))

    def _at_event(self) -> RulerPoint | None:
        primary = self._store.state.selection.primary
        point = RulerPoint(PointKind.BEGIN, primary) if primary is not None else None
        return point if point is not None and self._placed(point) is not None else None

    def _in_hand(self) -> Placed | None:
        ruler = self._store.state.ruler
        return self._placed(ruler.in_hand) if ruler is not None else None

    def _placed(self, point: RulerPoint) -> Placed | None:
        document, showing = self._store.state.document, self._store.showing
        if document is None or showing is None:
            return None
        return placed(point, showing, document.date_settings)

    @property
    def _seconds_per_px(self) -> float:
        view = self._store.state.view
        return _zoom(view, self._stage()) if view is not None else 1.0

    def _keep_in_sight(self, at_s: int) -> None:
        view, stage = self._store.state.view, self._stage()
        if view is None:
            return
        axis_s = axis_of(stage.fold, at_s)
        air_s = view.span_s * EDGE_SHARE
        if axis_s > view.end_s - air_s / 2:
            self._store.set_view(stage.bounded(view.shifted(axis_s + air_s - view.end_s)))
        elif axis_s < view.start_s + air_s / 2:
            self._store.set_view(stage.bounded(view.shifted(axis_s - air_s - view.start_s)))

    def _show_whole(self) -> None:
        """Bring both points into view where one of them is not."""
        ruler, view, stage = self._store.state.ruler, self._store.state.view, self._stage()
        ends = [self._placed(point) for point in (ruler.first, ruler.last)] if ruler is not None else []
        axes = sorted(axis_of(stage.fold, end.at_s) for end in ends if end is not None)
        if view is None or not axes or all(view.contains(axis_s) for axis_s in axes):
            return
        found = view_around(axes[0], axes[-1], axes[-1] - axes[0]).scrolled_to(view.lane_scroll_px)
        self._store.remember()
        self._store.set_view(stage.bounded(found))


def _zoom(view: View, stage: Stage) -> float:
    return stage.time_scale(view).seconds_per_px
