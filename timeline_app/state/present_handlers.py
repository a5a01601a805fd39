# SPDX-License-Identifier: MIT
"""What the commands for showing a tour to others do to the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from timeline_app.base.geometry import Point, Rect
from timeline_app.state.present_timer import Timer
from timeline_app.state.presenter_handlers import NOTES_PT
from timeline_app.state.session_files import NO_TOUR, LastTour, Session
from timeline_app.state.store import Store
from timeline_app.state.tour_state import LEAST_NOTES_PT, Cover, PresentState, Tool

Send = Callable[..., bool]
"""Sends a command, its arguments by name."""

SIZE_STEP: Final = 1.25
LEAST_SIZE: Final = 0.04
MOST_SIZE: Final = 0.45
ZOOM_STEP: Final = 2.0
LEAST_ZOOMED: Final = 0.05
"""Of the picture at least this share of each side fills the screen: less would be a slip of the hand."""
MOST_AT_FIRST_PERCENT: Final = 150
"""Larger notes leave too few of them to be seen on a small screen: who wants that says so."""
MOST_DIGITS: Final = 3
DIGITS: Final = "0123456789"


class PresentHandlers:
    """Begins and ends showing a tour, and changes what the class sees of it; the walk itself is the tour's."""

    def __init__(
        self, store: Store, send: Send, now_ms: Callable[[], float], session: Callable[[], Session]
    ) -> None:
        self._store = store
        self._send = send
        self._now_ms = now_ms
        self._session = session
        self._left: tuple[str, Timer] | None = None

    # -- beginning and ending -----------------------------------------------------------------------

    def start(self, tour: str) -> None:
        """Show a tour from its first stop: the one named, else the one that is walked or was last, else the first."""
        walked = self._store.state.tour
        wanted = tour or (walked.tour_id if walked is not None else self._usual_tour())
        if self._store.state.present is None:
            self._left = None
        self._show(wanted)
        self._send("tour.first")

    def start_here(self) -> None:
        """Show the tour that is walked from where one is, else the last or first one from the event in hand.

        A tour that was not left before the program ended goes on at its stop.
        """
        state, showing = self._store.state, self._store.showing
        if state.tour is not None:
            self._show(state.tour.tour_id)
            return
        wanted = self._usual_tour()
        tour = showing.tour(wanted) if showing is not None else None
        primary = state.selection.primary
        stops = tour.planned if tour is not None else ()
        here = next((stop.number for stop in stops if primary and stop.event_id == primary), None)
        waiting = self._last_tour.stop
        if waiting and tour is not None and tour.stop(waiting) is not None:
            here = waiting
        self._show(wanted)
        if here is not None:
            self._send("tour.go", number=here)

    def leave(self) -> None:
        """Show nothing to others any more; what lies over the presenter's own window goes first."""
        present = self._store.state.present
        if present is not None and (present.typed or present.is_overview_shown):
            self._store.set_present(replace(present, typed="", is_overview_shown=False))
        elif present is not None:
            tour = self._store.state.tour
            self._left = (tour.tour_id, present.timer) if tour is not None else None
            self._store.set_present(None)

    @property
    def _last_tour(self) -> LastTour:
        """The tour that was walked last, none where it was not one of this exhibit."""
        document, last = self._store.state.document, self._session().last_tour
        is_here = document is not None and last.tour in document.tours and last.exhibit == str(document.path)
        return last if is_here else NO_TOUR

    def _usual_tour(self) -> str:
        """Return the tour that is meant where none is named: the last one that was walked, else the first one."""
        document = self._store.state.document
        tours = document.tours if document is not None else ()
        return self._last_tour.tour or next(iter(tours), "")

    def _show(self, tour_id: str) -> None:
        walked = self._store.state.tour
        if walked is None or walked.tour_id != tour_id:
            self._send("tour.open", id=tour_id)
        if self._store.state.tour is not None and self._store.state.present is None:
            present = PresentState(timer=self._timer(tour_id), notes_pt=self._notes_pt)
            self._store.set_present(present)

    @property
    def _notes_pt(self) -> int:
        """How large the notes are: as one has chosen, else as much larger as one has all text."""
        percent = min(self._store.state.settings.text_size_percent, MOST_AT_FIRST_PERCENT)
        wanted = LEAST_NOTES_PT * percent // 100
        return self._session().notes_pt or max(
            points for points in NOTES_PT if points <= max(wanted, LEAST_NOTES_PT)
        )

    def _timer(self, tour_id: str) -> Timer:
        """Return a timer that begins, or the one that runs on since this tour was left at a stop."""
        if self._left is not None and self._left[0] == tour_id:
            return self._left[1]
        return Timer.begun(self._now_ms())

    # -- what the class sees ------------------------------------------------------------------------

    def black(self) -> None:
        """Show the class nothing but black, or the picture again."""
        self._cover(Cover.BLACK)

    def white(self) -> None:
        """Show the class nothing but white, or the picture again."""
        self._cover(Cover.WHITE)

    def freeze(self) -> None:
        """Let the class keep its picture while one looks ahead, or show it what one sees."""
        self._change(lambda now: replace(now, is_frozen=not now.is_frozen))

    def ring(self) -> None:
        """Point with a ring, or put it away."""
        self._take(Tool.RING)

    def spotlight(self) -> None:
        """Point with a spotlight, or put it away."""
        self._take(Tool.SPOTLIGHT)

    def magnifier(self) -> None:
        """Show a place larger, or put the magnifier away."""
        self._take(Tool.MAGNIFIER)

    def point(self, x: float, y: float) -> None:
        """Point at a place of the picture."""
        self._change(lambda now: replace(now, at=Point(_share(x), _share(y))))

    def bigger(self) -> None:
        """Make the tool larger."""
        self._resize(SIZE_STEP)

    def smaller(self) -> None:
        """Make the tool smaller."""
        self._resize(1.0 / SIZE_STEP)

    def zoom(self) -> None:
        """Show the picture closer about where one points, or whole again."""
        self._change(lambda now: replace(now, zoomed=_about(now.at) if now.zoomed is None else None))

    def zoom_to(self, x: float, y: float, w: float, h: float) -> None:
        """Let a part of the picture fill the screen; a part that is too small leaves all as it is."""
        left, top = _share(x), _share(y)
        part = Rect(left, top, _share(x + w) - left, _share(y + h) - top)
        if min(part.w, part.h) >= LEAST_ZOOMED:
            self._change(lambda now: replace(now, zoomed=part))

    def _cover(self, cover: Cover) -> None:
        self._change(lambda now: replace(now, cover=Cover.NONE if now.cover is cover else cover))

    def _take(self, tool: Tool) -> None:
        self._change(lambda now: replace(now, tool=Tool.NONE if now.tool is tool else tool))

    def _resize(self, factor: float) -> None:
        self._change(
            lambda now: replace(now, tool_size=min(max(now.tool_size * factor, LEAST_SIZE), MOST_SIZE))
        )

    # -- what only the presenter sees ---------------------------------------------------------------

    def notes(self) -> None:
        """Show the notes, or hide them."""
        self._change(lambda now: replace(now, are_notes_shown=not now.are_notes_shown))

    def overview(self) -> None:
        """Show all stops side by side, or hide them."""
        self._change(lambda now: replace(now, is_overview_shown=not now.is_overview_shown))

    def digit(self, text: str) -> None:
        """Add digits to the number of the stop that one wants."""
        digits = "".join(sign for sign in text if sign in DIGITS)
        self._change(lambda now: replace(now, typed=(now.typed + digits)[:MOST_DIGITS]))

    def pause_timer(self) -> None:
        """Let the timer stand, or run on."""
        self._change(lambda now: replace(now, timer=now.timer.toggled(self._now_ms())))

    def reset_timer(self) -> None:
        """Set the timer back to its beginning."""
        self._change(lambda now: replace(now, timer=now.timer.reset(self._now_ms())))

    def _change(self, change: Callable[[PresentState], PresentState]) -> None:
        present = self._store.state.present
        if present is not None:
            self._store.set_present(change(present))


def _about(at: Point) -> Rect:
    """Return the part of the picture about a place that is shown closer."""
    side = 1.0 / ZOOM_STEP
    left, top = (min(max(place - side / 2, 0.0), 1.0 - side) for place in at)
    return Rect(left, top, side, side)


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
