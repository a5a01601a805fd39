# SPDX-License-Identifier: MIT
"""Shows in this window where one is in a tour, and says it to those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from timeline_app.state.app_state import AppState
from timeline_app.ui.announcement import announce
from timeline_app.ui.shell import Shell
from timeline_app.ui.views import Views


class TourViews(QObject):
    """Follows the tour; holds which stop was told of last."""

    def __init__(self, shell: Shell, views: Views) -> None:
        super().__init__(shell)
        self._shell = shell
        self._views = views
        self._said: tuple[str, int, int] | None = None

    def show(self) -> None:
        """Show the stop, and what can be done now."""
        self._views.show_panel()
        self._views.show_history()
        self._say(self._shell.store.state)

    def _say(self, state: AppState) -> None:
        """Say at which stop the reader is now; those who show it to others look at it themselves."""
        tour = state.tour
        here = None if tour is None else (tour.tour_id, tour.stop, tour.step)
        if here == self._said:
            return
        self._said = here
        showing = self._shell.store.showing
        seen = showing.tour(tour.tour_id) if tour is not None and showing is not None else None
        stop = seen.stop(tour.stop) if tour is not None and seen is not None else None
        if tour is None or stop is None or state.present is not None:
            return
        say = self._shell.around.translator.say
        words = [say("tour.said", number=stop.number, title=stop.title.text)] if tour.step == 0 else []
        revealed = stop.steps[tour.step - 1] if 0 < tour.step <= len(stop.steps) else ()
        words += [stop.shows[index].title.text for index in revealed]
        announce(self._shell.canvas, " ".join(words))


def connect_tours(shell: Shell, views: Views) -> None:
    """Connect the signal of a tour."""
    shell.bridge.tour_changed.connect(TourViews(shell, views).show)
