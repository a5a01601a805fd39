# SPDX-License-Identifier: MIT
"""The presenter's own window: what the class sees, what comes next, notes, progress, time and keys.

It shows the state and sends commands, nothing else. Keys go to `take_key` unless what has the keyboard wants them;
`show_state` is called whenever the state has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.base.clock import Cancel
from timeline_app.state.presenter_words import place_words
from timeline_app.state.tour_plan import TourPlan
from timeline_app.ui.canvas.widget import CanvasWidget
from timeline_app.ui.latin_keys import chosen_text
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.class_card import ClassCard
from timeline_app.ui.present.ending import end_presenting
from timeline_app.ui.present.hall import Hall
from timeline_app.ui.present.held_keys import HeldKeys
from timeline_app.ui.present.keys_card import KeysCard
from timeline_app.ui.present.mirror import Mirror
from timeline_app.ui.present.mirror_hand import MirrorHand
from timeline_app.ui.present.mirror_keys import MirrorKeys
from timeline_app.ui.present.mirror_pills import MirrorPills
from timeline_app.ui.present.notes_card import NotesCard
from timeline_app.ui.present.presenter_cards import ClockCard, NextCard, TimerCard
from timeline_app.ui.present.presenter_style import (
    SMALL_SCALE,
    PresenterType,
    presenter_sheet,
    scale_of,
    theme_name,
    words_share,
)
from timeline_app.ui.present.progress_card import ProgressCard
from timeline_app.ui.present.stop_grid import StopGrid
from timeline_app.ui.present.tab_walk import step, tab_stops
from timeline_app.ui.present.told import Told, told_in
from timeline_app.ui.shell import Shell
from timeline_app.ui.theme import load_theme

TICK_MS: Final = 1_000.0
LET_GO_MS: Final = 30.0
"""A key that repeats is pressed again by then."""
EDGE_PX: Final = 30
GAP_PX: Final = 20
SHARES: Final = (63, 37)
SMALL_SHARES: Final = (58, 42)
"""On a small screen the notes need more of the width, and the picture has not the height for its own."""
UPRIGHT_SHARES: Final = (47, 53)
"""On a screen that stands upright the cards stand below one another."""


class PresenterWindow(QWidget):
    """Stands on the presenter's screen for as long as a tour is presented there."""

    def __init__(self, shell: Shell, hall: Hall, canvas: CanvasWidget) -> None:
        super().__init__(None)
        self.setObjectName("presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shell = shell
        self._plan = TourPlan(shell.store)
        self._dressed: tuple[object, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._tick: Cancel | None = None
        self.take_key: Callable[[QKeyEvent], bool] = _take_none
        """Does what a key means while presenting; tells whether it means anything."""
        self.held = HeldKeys()
        self._zoom_ends: Cancel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clock, send = shell.around.clock, shell.commands.send
        self._picture, self._side = QStackedWidget(self), QStackedWidget(self)
        self.mirror = Mirror(hall, clock)
        self.hand = MirrorHand(self.mirror, canvas, clock, send)
        self.pills = MirrorPills(self._picture, self.mirror, clock)
        MirrorKeys(self.mirror, shell.store, shell.commands)
        self.grid = StopGrid(send)
        self.progress = ProgressCard(send)
        self.next = NextCard()
        self.notes = NotesCard(send)
        self.class_card = ClassCard(send)
        self.timer = TimerCard(clock.now_ms, send)
        self.clock = ClockCard(clock.time_of_day, send)
        self.keys = KeysCard(shell.commands.keys_of, send)
        self._lay_out()
        shell.bridge.notice_changed.connect(self.show_state)
        self.setWindowTitle(shell.around.translator.say("presenter.title"))

    def _lay_out(self) -> None:
        for stack, parts in (
            (self._picture, (self.mirror, self.grid)),
            (self._side, (self.notes, self.class_card)),
        ):
            for part in parts:
                stack.addWidget(part)
        left, right, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self._picture, 1)
        left.addWidget(self.progress)
        right.addWidget(self.next)
        right.addWidget(self._side, 1)
        for card, share in ((self.timer, 3), (self.clock, 2), (self.keys, 6)):
            foot.addWidget(card, share)
        top = QHBoxLayout()
        top.addLayout(left)
        top.addLayout(right)
        self._column = QVBoxLayout(self)
        # Sizes follow the window's: those of a large screen must not keep it from a small one.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addLayout(top, 1)
        self._column.addLayout(foot)
        self._boxes = (left, right, foot, top, self._column)

    @property
    def _cards(
        self,
    ) -> tuple[ProgressCard | NextCard | NotesCard | ClassCard | TimerCard | KeysCard, ...]:
        return (self.progress, self.next, self.notes, self.class_card, self.timer, self.keys)

    # -- showing the state --------------------------------------------------------------------------

    def show_state(self) -> None:
        """Show the state as it is now; what is shown stays while nothing is presented."""
        store = self._shell.store
        told = told_in(store.showing, store.state, self._plan, self._shell.sheet_count())
        if told is None:
            return
        self.mirror.show_present(told.present)
        self._dress()
        seen = (self._dressed, *told.but_for_the_hand)
        if seen == self._seen:
            # A hand that points moves sixty times a second.
            return
        self._seen = seen
        for card in self._cards:
            card.show_told(told)
        translator = self._shell.around.translator
        self.pills.show_told(told, translator)
        self.mirror.setAccessibleName(translator.say("presenter.mirror"))
        self.mirror.setAccessibleDescription(place_words(told.tour, told.here, translator))
        self.mirror.look_again()
        self._side.setCurrentWidget(self.class_card if told.event_title is not None else self.notes)
        self._show_overview(told)

    def _show_overview(self, told: Told) -> None:
        shown, was_shown = told.present.is_overview_shown, self._picture.currentWidget() is self.grid
        if shown:
            self.grid.show_told(told)
        self._picture.setCurrentWidget(self.grid if shown else self.mirror)
        if shown and not was_shown:
            self.grid.take_keyboard()
        elif was_shown and not shown:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        """Take theme, language and sizes, if they are others than before."""
        settings = self._shell.store.state.settings
        scale = scale_of(self.width(), self.height())
        words = words_share(settings.text_size_percent)
        wanted = (theme_name(settings.theme), scale, words, self.height() > self.width())
        if wanted == self._dressed:
            return
        self._dressed = wanted
        around = self._shell.around
        theme = load_theme(around.resources / "themes", wanted[0])
        look = Look(around.translator, PresenterType(theme, scale, words))
        self.setStyleSheet(presenter_sheet(theme, scale, words))
        self.mirror.set_theme(theme)
        for card in (*self._cards, self.grid, self.clock):
            card.set_look(look)
        self._turn(scale)
        edge_px, gap_px = look.px(EDGE_PX), look.px(GAP_PX)
        for box in self._boxes:
            box.setSpacing(gap_px)
        self._column.setContentsMargins(edge_px, edge_px, edge_px, edge_px)

    def _turn(self, scale: float) -> None:
        """Put the cards beside or below one another, as the screen stands."""
        is_upright = self.height() > self.width()
        way = QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight
        _, _, foot, top, _ = self._boxes
        for box in (foot, top):
            box.setDirection(way)
        shares = UPRIGHT_SHARES if is_upright else SMALL_SHARES if scale < SMALL_SCALE else SHARES
        for index, share in enumerate(shares):
            top.setStretch(index, share)

    def _go_on(self) -> None:
        """Let timer and clock tell the time, once a second."""
        self._tick = None
        if self.isVisible():
            self.timer.tick()
            self.clock.tick()
            self._tick = self._shell.around.clock.after(TICK_MS, self._go_on)

    # -- Qt's side ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: what nothing in the window wants is the tour's."""
        if self._is_of_zoom(event):
            self._hold_zoom(is_repeat=self.held.is_repeat(event))
        elif not self.take_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt's: the key of the zoom is let go, unless the window system says so of a key that repeats."""
        self.held.note_release(event)
        if self._is_of_zoom(event) and self.hand.zooms and not event.isAutoRepeat():
            self._keep_zoom()
            self._zoom_ends = self._shell.around.clock.after(LET_GO_MS, self._end_zoom)
        else:
            super().keyReleaseEvent(event)

    def _end_zoom(self) -> None:
        """Zoom, where the key was not held to draw a part."""
        self._zoom_ends = None
        if self.hand.zooms and not self.hand.has_drawn:
            self._shell.commands.send("present.zoom")
        self.hand.zooms = False

    def _keep_zoom(self) -> None:
        if self._zoom_ends is not None:
            self._zoom_ends()
            self._zoom_ends = None

    def _is_of_zoom(self, event: QKeyEvent) -> bool:
        return chosen_text(event) in self._shell.commands.keys_of("present.zoom")

    def _hold_zoom(self, *, is_repeat: bool) -> None:
        self._keep_zoom()
        if not is_repeat:
            self.hand.zooms, self.hand.has_drawn = True, False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 — Qt's own name and type
        """Qt's: go through the cards as they are read; beyond the last button nothing is in hand."""
        parts = (self.mirror, self.grid, self.progress, self.notes, self.class_card)
        stops = tab_stops((*parts, self.timer, self.clock, self.keys))
        found = step(stops, QApplication.focusWidget(), forward=next) or self
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        found.setFocus(reason)
        for area in (self.grid, self.notes.area, self.class_card.area):
            area.follow_focus()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: show the state before the window is seen, and begin to tell the time."""
        super().showEvent(event)
        self.show_state()
        if self._tick is None:
            self._go_on()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt's: tell no time while nobody sees it."""
        super().hideEvent(event)
        self._keep_zoom()
        if self._tick is not None:
            self._tick()
            self._tick = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: sizes follow the window's."""
        super().resizeEvent(event)
        if self._dressed:
            self.show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's: a key is not held any more once another window has the keyboard."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hand.zooms = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's: who closes the window means to end the presentation."""
        event.ignore()
        end_presenting(self._shell)


def _take_none(event: QKeyEvent) -> bool:
    del event
    return False
