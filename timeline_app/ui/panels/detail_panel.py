# SPDX-License-Identifier: MIT
"""The detail panel: one scroll area, one page at a time, built from a showing and the state."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from timeline_app.base.messages import Message, Translator
from timeline_app.model.showing import Showing
from timeline_app.scene.folded import FoldedList
from timeline_app.state.app_state import COUNTING_PAGES, AppState, PanelPage, ReadingPhase
from timeline_app.ui.last_input import was_by_hand, watch_input
from timeline_app.ui.list_desk import Listing
from timeline_app.ui.panels.event_page import EventPage
from timeline_app.ui.panels.evidence_pages import fill_evidence, fill_missing
from timeline_app.ui.panels.folded_page import FoldedPage
from timeline_app.ui.panels.hidden_lane_box import hidden_lane
from timeline_app.ui.panels.introduction_page import IntroductionPage
from timeline_app.ui.panels.keyboard_memory import KeyboardMemory
from timeline_app.ui.panels.legend_page import LegendPage
from timeline_app.ui.panels.list_page import ListPage
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.pieces import column, in_reading_order
from timeline_app.ui.panels.problems_page import ProblemsPage
from timeline_app.ui.panels.scroll_memory import PanelPlace, ScrollMemory
from timeline_app.ui.panels.search_page import SearchPage
from timeline_app.ui.panels.selection_page import SelectionPage
from timeline_app.ui.panels.styles import RING, ROLE
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.search.desk import Results
from timeline_app.ui.theme import Theme
from timeline_app.ui.touch_scroll import TouchScroll

REVEAL_MARGIN_PX = 24
_ALL_ROOM = 1_000
"""Against the empty end of the column, which has one share."""

_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)

P = TypeVar("P", bound=Page)


class QuietScrollBar(QScrollBar):
    """A scroll bar that keeps its room but shows nothing while all is in view."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint only what can be moved."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class DetailPanel(QScrollArea):
    """Shows what the state says, and sends wishes; it never touches the store.

    `show_state` is called after each change; `set_appearance` when theme or text size have changed.
    """

    event_open_requested = Signal(str)
    note_open_requested = Signal(str)
    note_skip_requested = Signal(str)
    copy_requested = Signal(str)
    browser_requested = Signal(str)
    problem_copy_requested = Signal(str)
    date_reason_requested = Signal()
    lane_requested = Signal()
    legend_requested = Signal()
    introduction_requested = Signal()
    excerpt_requested = Signal(str, str)
    source_requested = Signal(str)
    claim_requested = Signal(str)
    sources_requested = Signal()
    questions_requested = Signal()
    follow_requested = Signal(int)
    command_requested = Signal(str, dict)
    earlier_folded_requested = Signal()
    later_folded_requested = Signal()

    def __init__(
        self, translator: Translator, theme: Theme, text_scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = Look(translator, Typesetter(theme, text_scale))
        self._pages: dict[type[Page], Page] = {}
        self._shown: tuple[object, ...] = ()
        self._place: PanelPlace | None = None
        self._scrolls = ScrollMemory()
        self._keyboard = KeyboardMemory()
        self.setProperty(ROLE, "panel")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # Always there, so that lines do not break anew when it comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._look.say("panel.name"))
        self._holder = QWidget()
        self._column: QVBoxLayout = column(self._holder)
        self._column.addStretch(1)
        self.setWidget(self._holder)
        TouchScroll(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: a button that has just been pressed stays in sight, though what it did takes room from the panel."""
        focused, bar = self._part_in_hand, self.verticalScrollBar()
        pressed = focused if isinstance(focused, QAbstractButton) else None
        bottom = pressed.mapTo(self._holder, QPoint(0, pressed.height())).y() if pressed is not None else 0
        was_seen = bar.value() < bottom <= bar.value() + event.oldSize().height()
        super().resizeEvent(event)
        if pressed is not None and was_seen:
            self.ensureWidgetVisible(pressed, 0, REVEAL_MARGIN_PX)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: from now on it counts whether keys or a hand were used last."""
        super().showEvent(event)
        watch_input(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: show the ring to those who came by keyboard; a click should not frame the whole panel."""
        super().focusInEvent(event)
        # Another page has come: who opened it by keys must not lose sight of where the keyboard is.
        is_led = event.reason() is Qt.FocusReason.OtherFocusReason and not was_by_hand(self)
        self._show_ring(event.reason() in _BY_KEYBOARD or is_led)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's: the ring goes with the focus."""
        super().focusOutEvent(event)
        self._show_ring(False)

    def _show_ring(self, is_shown: bool) -> None:  # noqa: FBT001 - a value, not a switch
        if self.property(RING) != is_shown:
            self.setProperty(RING, is_shown)
            self.style().unpolish(self)
            self.style().polish(self)

    # -- what is shown ----------------------------------------------------------------------------

    def set_appearance(self, theme: Theme, text_scale: float) -> None:
        """Take another theme or text size; `show_state` must follow."""
        self._look = replace(self._look, typesetter=Typesetter(theme, text_scale))
        self._shown = ()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return next((page for page in self._pages.values() if not page.isHidden()), None)

    def show_state(
        self,
        showing: Showing | None,
        state: AppState,
        folded: FoldedList | None = None,
        results: Results | None = None,
        listing: Listing | None = None,
    ) -> None:
        """Show what the state says, with the list that it asks for; nothing happens where that is shown already."""
        settings, walked = state.settings, state.search.walked
        wanted = (
            showing,
            state.page,
            state.selection.ids,
            state.problems,
            state.reading,
            state.is_date_explained,
            state.subject,
            state.words,
            state.prediction,
            settings.citation_style,
            settings.reduced_motion,
            state.is_reading_wide,
            _hidden_lane_in(showing, state),
            _filters_in(showing, state),
            folded if state.page is PanelPage.FOLDED else None,
            (results, walked) if results is not None else None,
            listing,
            _tour_in(state),
        )
        if wanted == self._shown:
            page = self.page
            if isinstance(page, EventPage):
                page.lead_to(state.followed)
            return
        is_other = not self._shown or self._shown[0] is not showing
        self._shown = wanted
        self._adopt(state)
        place, in_hand = PanelPlace.of(state), self._part_in_hand
        is_in_hand = place != self._place and in_hand is not None
        scroll_px = self._scroll_for(place, state, in_hand)
        if is_in_hand and in_hand is not self:
            # What had the focus will show something else: reading starts at the top.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._place = place
        if is_other and showing is not None and showing.lens.keeps_back:
            self._drop_pages()
        page = self._fill(showing, state, folded, results, listing)
        for other in self._pages.values():
            if other is not page:
                other.hide()
                other.forget_others(showing)
        page.show()
        self._settle(page, scroll_px)
        page.arrive(takes_focus=is_in_hand)
        if is_in_hand and self._scrolls.has_come_back:
            self._keyboard.give_back(place, page)
        elif in_hand is not None:
            self._keep_keyboard()

    def _drop_pages(self) -> None:
        """Throw away the pages: some read hidden parts too, and these hold what now is kept back."""
        for kind, page in tuple(self._pages.items()):
            if not page.is_filled_whole:
                in_hand = self._part_in_hand
                if in_hand is not None and page.isAncestorOf(in_hand):
                    self.setFocus(Qt.FocusReason.OtherFocusReason)
                del self._pages[kind]
                page.hide()
                self._column.removeWidget(page)
                page.setParent(None)
                page.deleteLater()

    def _adopt(self, state: AppState) -> None:
        """Take over how sources are cited, whether anything moves, and how much room there is."""
        self._look = replace(
            self._look,
            citation_style=state.settings.citation_style,
            reduced_motion=state.settings.reduced_motion,
            is_wide=state.is_reading_wide,
        )

    def _scroll_for(self, place: PanelPlace, state: AppState, in_hand: QWidget | None) -> int:
        """Return how far to scroll a place; note how the one was left that was shown before."""
        scroll_px = self.verticalScrollBar().value()
        if place == self._place:
            return scroll_px
        if self._place is not None:
            self._scrolls.leave(self._place, scroll_px)
            self._keyboard.leave(self._place, in_hand)
        return self._scrolls.arrive(place, state.history)

    def _keep_keyboard(self) -> None:
        """Keep the keyboard where what had it has gone: Qt would take it to the header, where letters are written."""
        part = self._part_in_hand
        if part is None or not part.isVisibleTo(self):
            self.focus_content(Qt.FocusReason.OtherFocusReason)

    def focus_content(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard into the list that is shown, else to the panel."""
        page = self.page
        if page is None or not page.take_focus(reason):
            self.setFocus(reason)

    @property
    def _part_in_hand(self) -> QWidget | None:
        """What has the keyboard in the panel, or has it again when the window is in front."""
        focused = self.window().focusWidget()
        return focused if focused is self or self._holder.isAncestorOf(focused) else None

    def _fill(
        self,
        showing: Showing | None,
        state: AppState,
        folded: FoldedList | None,
        results: Results | None,
        listing: Listing | None,
    ) -> Page:
        if showing is None or state.page is PanelPage.PROBLEMS:
            return self._fill_problems(showing, state)
        listed = self._fill_list(showing, state, folded, results, listing)
        if listed is not None:
            return listed
        if state.page is PanelPage.LEGEND:
            legend = self._page(LegendPage)
            with legend.held_still():
                legend.fill(self._look)
            return legend
        evidence = fill_evidence(state, showing, self._look, self._page)
        if evidence is not None:
            return evidence
        found = [ordinal for name in state.selection.ids if (ordinal := showing.ordinal(name)) is not None]
        if state.page is PanelPage.EVENT and len(found) == 1:
            event = self._page(EventPage)
            with event.held_still():
                event.fill(
                    showing.event(found[0]),
                    showing,
                    self._look,
                    is_date_explained=state.is_date_explained,
                    hidden_lane=hidden_lane(showing, state.lanes, found[0]),
                    followed=state.followed,
                )
            return event
        if state.page is PanelPage.EVENT and found:
            selection = self._page(SelectionPage)
            with selection.held_still():
                selection.fill(found, showing, self._look)
            return selection
        hidden = fill_missing(state, showing, self._look, self._page)
        if hidden is not None:
            return hidden
        introduction = self._page(IntroductionPage)
        with introduction.held_still():
            introduction.fill(showing.exhibit(), showing, self._look)
        return introduction

    def _fill_list(
        self,
        showing: Showing,
        state: AppState,
        folded: FoldedList | None,
        results: Results | None,
        listing: Listing | None,
    ) -> Page | None:
        """Fill the list that is asked for: of events behind a badge, of what was found, or of what is in view."""
        if listing is not None:
            page_of_list = self._page(ListPage)
            with page_of_list.held_still():
                page_of_list.fill(listing, state.selection.ids, self._look)
            return page_of_list
        if state.page is PanelPage.FOLDED and folded is not None:
            page = self._page(FoldedPage)
            with page.held_still():
                page.fill(folded, showing, self._look)
            return page
        if results is not None:
            search = self._page(SearchPage)
            with search.held_still():
                search.fill(results, state.search.walked, showing, self._look)
            return search
        return None

    def _fill_problems(self, showing: Showing | None, state: AppState) -> Page:
        problems = self._page(ProblemsPage)
        has_failed = state.reading is ReadingPhase.FAILED
        problems.fill(state.problems, self._look, has_document=showing is not None, has_failed=has_failed)
        return problems

    def _page(self, kind: type[P]) -> P:
        """Return the page of a kind; each is made when it is first needed."""
        page = self._pages.get(kind)
        if not isinstance(page, kind):
            page = kind(self._holder)
            self._pages[kind] = page
            self._connect(page)
            # A list takes all the room that is left.
            stretch = _ALL_ROOM if kind.takes_all_room else 0
            self._column.insertWidget(self._column.count() - 1, page, stretch)
        return page

    def _connect(self, page: Page) -> None:
        page.event_open_requested.connect(self.event_open_requested)
        page.note_open_requested.connect(self.note_open_requested)
        page.note_skip_requested.connect(self.note_skip_requested)
        page.copy_requested.connect(self.copy_requested)
        page.browser_requested.connect(self.browser_requested)
        page.date_reason_requested.connect(self.date_reason_requested)
        page.lane_requested.connect(self.lane_requested)
        page.legend_requested.connect(self.legend_requested)
        page.introduction_requested.connect(self.introduction_requested)
        page.excerpt_requested.connect(self.excerpt_requested)
        page.source_requested.connect(self.source_requested)
        page.claim_requested.connect(self.claim_requested)
        page.sources_requested.connect(self.sources_requested)
        page.questions_requested.connect(self.questions_requested)
        page.follow_requested.connect(self.follow_requested)
        page.command_requested.connect(self.command_requested)
        page.reveal_requested.connect(self.reveal)
        if isinstance(page, ProblemsPage):
            page.problem_copy_requested.connect(self.problem_copy_requested)
        if isinstance(page, FoldedPage):
            page.earlier_requested.connect(self.earlier_folded_requested)
            page.later_requested.connect(self.later_folded_requested)

    def _settle(self, page: Page, scroll_px: int) -> None:
        """Bring order of Tab and scroll position in line with the page's new parts."""
        parts = list(in_reading_order(page.column))
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self._column.activate()
        if scroll_px > self.verticalScrollBar().maximum():
            # A page that is new has its size, and the scroll bar its range, with the next event only.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(scroll_px)

    def scroll_to(self, scroll_px: int) -> None:
        """Scroll the page that is shown to where it was another day."""
        page = self.page
        if page is not None:
            self._settle(page, scroll_px)

    def reveal(self, part: QWidget, rect: QRect) -> None:
        """Scroll so that a rectangle of a part is seen, its beginning first."""
        self._column.activate()
        # A page that is new has its size, and the scroll bar its range, with the next event only.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        corner = part.mapTo(self._holder, rect.topLeft())
        bar, room_px = self.verticalScrollBar(), self.viewport().height()
        top, bottom = corner.y() - REVEAL_MARGIN_PX, corner.y() + rect.height() + REVEAL_MARGIN_PX
        if top < bar.value() or bottom - top > room_px:
            bar.setValue(top)
        elif bottom > bar.value() + room_px:
            bar.setValue(bottom - room_px)


def _filters_in(showing: Showing | None, state: AppState) -> tuple[object, ...] | None:
    """Return what pages with counts show besides the lens: whether all is counted, and what filters are saved."""
    if showing is None or state.page not in COUNTING_PAGES:
        return None
    if state.page is not PanelPage.FILTERS:
        return (showing.is_catalogued,)
    return (state.saved_filters, showing.filtering.is_ready)


def _tour_in(state: AppState) -> object:
    """Return the tour that a page shows: the one that is walked, or the one that is made."""
    if state.page is PanelPage.TOUR:
        return state.tour
    return state.making if state.page is PanelPage.TOUR_MAKING else None


def _hidden_lane_in(showing: Showing | None, state: AppState) -> Message | None:
    """Return what the page of the event in hand says of its lane being hidden."""
    ordinal = (
        showing.ordinal(state.selection.primary) if showing is not None and state.selection.primary else None
    )
    return hidden_lane(showing, state.lanes, ordinal) if showing is not None and ordinal is not None else None
