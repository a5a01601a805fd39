# SPDX-License-Identifier: MIT
"""Shows in this window where one is in a tour, and says it to those who do not see it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from timeline_app.state.app_state import AppState, PanelPage
from timeline_app.ui.announcement import announce
from timeline_app.ui.shell import Shell
from timeline_app.ui.views import Views

if TYPE_CHECKING:
    from timeline_app.ui.tour_strip import TourStrip


class TourViews(QObject):
    """Follows the tour; holds which stop was told of last."""

    def __init__(self, shell: Shell, views: Views) -> None:
        super().__init__(shell)
        self._shell = shell
        self._views = views
        self._said: tuple[str, int, int] | None = None
        self._strip: TourStrip | None = None

    def show(self) -> None:
        """Show the stop, and what can be done now."""
        self._views.show_panel()
        self._views.show_history()
        self.show_strip()
        self._say(self._shell.store.state)

    def show_strip(self) -> None:
        """Say above the panel that a tour waits, wherever its own page does not."""
        shell, state = self._shell, self._shell.store.state
        tour = state.tour
        waits = tour is not None and state.page is not PanelPage.TOUR and state.present is None
        if not waits and self._strip is None:
            return
        showing, strip = shell.store.showing, self._made_strip()
        seen = showing.tour(tour.tour_id) if waits and tour is not None and showing is not None else None
        if tour is not None and seen is not None:
            strip.fill(tour.stop, seen.title, shell.appearance.text_scale)
        had_focus = strip.isAncestorOf(QApplication.focusWidget() or shell.window)
        strip.setVisible(seen is not None)
        shell.panel_frame.place()
        if had_focus and seen is None and shell.panel is not None:
            shell.panel.focus_content(Qt.FocusReason.OtherFocusReason)

    def show_button(self) -> None:
        """Offer in the header to show a tour to others, where there is one."""
        shell = self._shell
        document = shell.store.state.document
        has_tours = document is not None and bool(document.tours)
        keys = shell.commands.keys_of("present.start")
        words = shell.around.translator.say("tour.button") if has_tours else ""
        shell.header.show_present(words, keys[0] if keys else "")

    def choose(self) -> None:
        """Show the tour that is walked to others, or the only one; else let one be chosen."""
        shell, showing = self._shell, self._shell.store.showing
        if showing is None:
            return
        if shell.store.state.tour is not None:
            shell.commands.send("present.start-here")
            return
        heads = [head for head in showing.tours if head.stop_count]
        if len(heads) == 1:
            shell.commands.send("present.start", tour=heads[0].id)
            return
        button = shell.header.present
        menu = QMenu(button)
        menu.setAccessibleName(shell.around.translator.say("tour.choose"))
        for head in heads:
            # An ampersand in a title is not a mnemonic.
            action = menu.addAction(head.title.text.replace("&", "&&"))
            action.triggered.connect(partial(self._present, head.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _present(self, tour_id: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self._shell.commands.send("present.start", tour=tour_id)

    def _made_strip(self) -> TourStrip:
        if self._strip is None:
            from timeline_app.ui.tour_strip import TourStrip

            shell = self._shell
            self._strip = TourStrip(shell.around.translator, shell.panel_frame)
            self._strip.hide()
            self._strip.wished.connect(shell.commands.send)
            shell.panel_frame.hold_above(self._strip)
            # In reading order: after the grip, before the panel.
            for before, after in pairwise((shell.grip, *self._strip.stops, shell.panel or shell.panel_frame)):
                QWidget.setTabOrder(before, after)
        return self._strip

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
    """Connect the signals of a tour."""
    followed = TourViews(shell, views)
    shell.bridge.tour_changed.connect(followed.show)
    for changed in (shell.bridge.page_changed, shell.bridge.present_changed, shell.bridge.settings_changed):
        changed.connect(followed.show_strip)
    for changed in (shell.bridge.document_changed, shell.bridge.keys_changed):
        changed.connect(followed.show_button)
    shell.header.present.clicked.connect(followed.choose)
    followed.show_button()
