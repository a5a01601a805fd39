# SPDX-License-Identifier: MIT
"""The page of a tour: the stop at which the reader is, what it shows, what may be asked there, and the notes."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind, without_marks, without_since
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.model.views import EventView
from timeline_app.state.app_state import AppState
from timeline_app.state.tour_plan import Plans, stop_after, stop_before
from timeline_app.state.tour_state import TourState
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.chain_page import Buttons
from timeline_app.ui.panels.event_texts import header
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.note_box import NoteBox, opened_note
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Pool
from timeline_app.ui.panels.tour_shown import ShownBox, minutes_words
from timeline_app.ui.reading.paragraphs import Paragraph, paragraphs_of, words

SHOWN_GAP_PX: Final = 8


class TourPage(Page):
    """Shows one stop: how many there are tells the plan of the tour, what may be told here the showing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans = Plans()
        self._leads_back = False
        self._tour_id = ""
        self.place = self.add_text()
        self.walk = ButtonRow(self)
        self.previous_button = self.walk.add("quiet", partial(self._send, "tour.previous"))
        self.next_button = self.walk.add("primary", partial(self._send, "tour.next"))
        self.explore_button = self.walk.add("quiet", partial(self._send, "tour.explore"))
        self.column.addWidget(self.walk)
        self.about = self.add_text()
        self.head = self.add_text()
        self.note = NoteBox(self, can_skip=False)
        self.note.show_requested.connect(self.note_open_requested)
        self.column.addWidget(self.note)
        self.story = self.add_text()
        self.ways = Buttons(self)
        self.column.addWidget(self.ways)
        self.shown = Pool(self.add_stack(), self._make_shown)
        self.more = self.add_text()
        self._branch_rule = self.add_rule()
        self.branch_head = self.add_text()
        self.branches = Buttons(self)
        self.column.addWidget(self.branches)
        self._notes_rule = self.add_rule()
        self.notes = self.add_text()
        self.foot = ButtonRow(self)
        self.notes_button = self.foot.add("quiet", partial(self._send, "tour.notes"))
        self.present_button = self.foot.add("quiet", partial(self._send, "present.start-here"))
        self.change_button = self.foot.add("quiet", self._change)
        self.leave_button = self.foot.add("quiet", partial(self._send, "tour.leave"))
        self.column.addWidget(self.foot)

    def _send(self, command_id: str) -> None:
        self._leads_back = command_id == "tour.previous"
        self.command_requested.emit(command_id, {})

    def _change(self) -> None:
        """Leave the tour to change it."""
        self.command_requested.emit("tour.leave", {})
        self.command_requested.emit("making.begin", {"id": self._tour_id})

    def _make_shown(self) -> ShownBox:
        box = ShownBox(self)
        box.command_requested.connect(self.command_requested)
        box.card.note_open_requested.connect(self.note_open_requested)
        box.card.copy_requested.connect(self.copy_requested)
        box.card.document_requested.connect(self.excerpt_requested)
        box.card.text.reveal_requested.connect(lambda rect: self.reveal_requested.emit(box.card.text, rect))
        return box

    # -- filling ----------------------------------------------------------------------------------

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of the plan of another exhibit."""
        del showing
        self._plans.forget()

    def can_fill(self, state: AppState, showing: Showing) -> bool:
        """Tell whether a tour is walked that has the stop at which the reader should be."""
        return self._found(state, showing) is not None

    def _found(self, state: AppState, showing: Showing) -> tuple[TourState, TourView, StopView] | None:
        tour = state.tour
        plan = self._plans.of(state, tour.tour_id) if tour is not None else None
        seen = showing.tour(tour.tour_id) if tour is not None else None
        stop = seen.stop(tour.stop) if tour is not None and seen is not None else None
        return None if tour is None or plan is None or stop is None else (tour, plan, stop)

    def fill(self, state: AppState, showing: Showing, look: Look) -> None:
        """Show the stop at which the reader is; nothing where there is none."""
        self.set_spacing(look)
        found = self._found(state, showing)
        if found is None:
            return
        tour, plan, stop = found
        self._tour_id = tour.tour_id
        show_text(self.place, _place(tour, plan, look), look)
        self._fill_walk(tour, plan, stop, look)
        show_text(self.about, _about(stop, plan, showing), look)
        self._fill_event(stop, showing, look)
        self._fill_shown(tour, stop, showing, look)
        self._fill_branches(stop, plan, look)
        self._fill_foot(tour, stop, look)

    def _fill_walk(self, tour: TourState, plan: TourView, stop: StopView, look: Look) -> None:
        is_first = tour.step == 0 and stop_before(plan, tour) is None
        is_last = tour.step >= len(stop.steps) and stop_after(plan, tour) is None
        explore = "tour.return" if tour.is_away else "tour.explore"
        for button, key, is_open in (
            (self.previous_button, "tour.previous", not is_first),
            (self.next_button, "tour.next", not is_last),
            (self.explore_button, explore, True),
        ):
            had_focus = button.hasFocus()
            button.setEnabled(is_open)
            button.fill(look, look.say(key))
            if had_focus and not is_open:
                # At an end the keyboard stays in the row.
                (self.previous_button if button is self.next_button else self.next_button).setFocus()
        self.walk.refresh()

    def _fill_event(self, stop: StopView, showing: Showing, look: Look) -> None:
        ordinal = showing.ordinal(stop.event_id) if stop.event_id is not None else None
        event = showing.event(ordinal) if ordinal is not None else None
        show_text(self.head, _head(stop, event, showing, look), look)
        note = event.content_note if event is not None else None
        is_covered = note is not None and not note.is_open
        self.note.setVisible(is_covered)
        if note is not None and is_covered:
            self.note.fill(note, look)
        story = list(paragraphs_of(without_marks(event.summary))) if event is not None else []
        if note is not None and note.is_open:
            story.append(opened_note(note, look))
        show_text(self.story, story, look)
        self._fill_ways(event, look)

    def _fill_ways(self, event: EventView | None, look: Look) -> None:
        """Offer all that is told of the event, elsewhere."""
        ways = []
        if event is not None:
            name = look.say("tour.read-event-of", title=event.head.title.text)
            act = partial(self.event_open_requested.emit, event.head.id)
            ways.append((look.say("tour.read-event"), name, act))
        self.ways.fill(look, ways)

    def _fill_shown(self, tour: TourState, stop: StopView, showing: Showing, look: Look) -> None:
        shows = stop.seen(tour.step)
        self.shown.layout.setSpacing(look.space_px(SHOWN_GAP_PX))
        holder = self.shown.layout.parentWidget()
        if holder is not None:
            holder.setVisible(bool(shows))
        for box, shown in zip(self.shown.show(len(shows)), shows, strict=True):
            box.fill(shown, showing, look)
        left = len(stop.shows) - len(shows)
        text = [words(look.say("tour.more", count=left), "small", ink="ink-second")] if left else []
        show_text(self.more, text, look)

    def _fill_branches(self, stop: StopView, plan: TourView, look: Look) -> None:
        ways = []
        for branch in stop.branches:
            aim = plan.stop(branch.stop)
            name = look.say("tour.branch-of", ask=branch.ask.text, number=branch.stop)
            if aim is not None:
                ways.append((branch.ask.text, name, partial(self._go, aim.number)))
        self._branch_rule.setVisible(bool(ways))
        heading = [section_heading(look, "tour.section.branches")] if ways else []
        show_text(self.branch_head, heading, look)
        self.branches.fill(look, ways)

    def _go(self, number: int) -> None:
        self.command_requested.emit("tour.go", {"number": number})

    def _fill_foot(self, tour: TourState, stop: StopView, look: Look) -> None:
        is_shown = tour.are_notes_shown
        notes: list[Paragraph] = []
        if is_shown:
            notes = [
                section_heading(look, "tour.section.notes"),
                *paragraphs_of(without_since(without_marks(stop.notes))),
            ]
            if not stop.notes:
                notes.append(words(look.say("tour.no-notes"), "small", ink="ink-second"))
        self._notes_rule.setVisible(is_shown)
        show_text(self.notes, notes, look)
        self.notes_button.fill(look, look.say("tour.notes-hide" if is_shown else "tour.notes-show"))
        self.present_button.fill(look, look.say("tour.present"))
        self.change_button.fill(look, look.say("making.change"))
        self.leave_button.fill(look, look.say("tour.leave"))
        self.foot.refresh()

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the way on."""
        ways = [self.next_button, self.previous_button]
        wanted = reversed(ways) if self._leads_back else ways
        button = next((way for way in wanted if way.isEnabled()), self.explore_button)
        button.setFocus(reason)
        return True

    def arrive(self, *, takes_focus: bool) -> None:
        """Keep the keyboard at the way on, where it was in the panel."""
        buttons = (*self.walk.buttons, *self.foot.buttons)
        if takes_focus and not any(button.hasFocus() for button in buttons):
            self.take_focus(Qt.FocusReason.OtherFocusReason)


def _place(tour: TourState, plan: TourView, look: Look) -> list[Paragraph]:
    """Return the tour's title, and at which stop of how many the reader is."""
    stop = plan.stop(tour.stop)
    is_spare = stop is not None and stop.is_spare
    last = plan.planned[-1].number if plan.planned else tour.stop
    key = "tour.stop-spare" if is_spare else "tour.stop"
    told = [look.say(key, number=tour.stop, count=last)]
    if stop is not None and stop.minutes is not None:
        told.append(minutes_words(stop.minutes, look))
    if tour.is_away:
        told.append(look.say("tour.waits"))
    return [
        words(plan.title, "small-strong", ink="ink-second"),
        words(" · ".join(told), "small", ink="ink-second"),
    ]


def _about(stop: StopView, plan: TourView, showing: Showing) -> list[Paragraph]:
    """Return what is told of a tour as it begins: for whom it is, and what to prepare."""
    first = plan.planned[0].number if plan.planned else 0
    seen = showing.tour(plan.id) if stop.number == first else None
    return [] if seen is None else list(paragraphs_of(without_since(without_marks(seen.note)), "small"))


def _head(stop: StopView, event: EventView | None, showing: Showing, look: Look) -> list[Paragraph]:
    """Return what the event's own page begins with; of one that nobody knew of then only that."""
    if event is not None:
        is_veiled = showing.is_veiled(event.head.ordinal)
        return header(event, showing.lanes, showing.calendars, look, is_veiled=is_veiled)
    if stop.event_id is not None:
        return [
            words(look.say("tour.unknown"), "title", kind=BlockKind.HEADING),
            words(look.say("tour.unknown-why"), "body"),
        ]
    return [words(stop.title, "title", kind=BlockKind.HEADING)] if stop.title.text else []
