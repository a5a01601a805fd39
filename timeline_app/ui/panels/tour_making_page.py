# SPDX-License-Identifier: MIT
"""The page on which a tour is made: its title and minutes, its stops in order, and the stop in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.tour_views import StopView
from timeline_app.state.commands import Value
from timeline_app.state.tour_making import MakingState
from timeline_app.state.tour_making_words import MakingView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton
from timeline_app.ui.panels.tour_fields import WordField
from timeline_app.ui.panels.tour_making_stop import StopBox
from timeline_app.ui.panels.tour_shown import minutes_words
from timeline_app.ui.reading.paragraphs import Paragraph, words

BELOW_PX: Final = 160
"""So much of what stands below the row in hand is brought in sight with it."""


class StopButton(TextButton):
    """A stop in the list; `go` is called with its number."""

    def __init__(self, parent: QWidget, go: Callable[[int], None]) -> None:
        super().__init__(parent)
        self.number = 0
        self.clicked.connect(lambda _checked: go(self.number))


class TourMakingPage(Page):
    """Wishes for changes; nothing of the tour is its own but what is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = self.add_text()
        self.title = WordField(self, lambda text: self.wish("making.title", {"text": text}))
        self.column.addWidget(self.title)
        self.minutes_head = self.add_text()
        self.minutes = WordField(self, lambda text: self.wish("making.tour-minutes", {"text": text}))
        self.column.addWidget(self.minutes)
        self.row = ButtonRow(self)
        self.add_button = self.row.add("primary", lambda: self.wish("making.add-stop", {}))
        self.try_button = self.row.add("quiet", lambda: self.wish("making.try", {}))
        self.record_button = self.row.add("quiet", lambda: self.wish("making.record", {}))
        self.undo_button = self.row.add("quiet", lambda: self.wish("making.undo", {}))
        self.redo_button = self.row.add("quiet", lambda: self.wish("making.redo", {}))
        self.column.addWidget(self.row)
        self.lead = self.add_text()
        self.rows = Pool(self.add_stack(), lambda: StopButton(self, self._go))
        self._lit: StopButton | None = None
        self._seen = 0
        self.box = StopBox(self, self.wish)
        self._end = self.add_rule()
        self.foot = ButtonRow(self)
        self.leave_button = self.foot.add("quiet", lambda: self.wish("making.leave", {}))
        self.discard_button = self.foot.add("faint", lambda: self.wish("making.discard", {}))
        self.column.addWidget(self.foot)

    def wish(self, command_id: str, arguments: dict[str, Value]) -> None:
        """Ask for a change, what is being typed first."""
        for own, field in (("making.notes", self.box.notes), ("making.task", self.box.task)):
            if command_id != own:
                field.send_now()
        self.command_requested.emit(command_id, arguments)

    def fill(self, making: MakingState, view: MakingView, look: Look) -> None:
        """Show a tour as it is now."""
        self.set_spacing(look)
        show_text(self.head, _head(making, look), look)
        self.title.fill(look, look.say("making.title"), view.title, of=making.tour_id)
        show_text(self.minutes_head, _minutes(view, look), look)
        minutes = "" if making.tour.minutes is None else f"{making.tour.minutes:g}"
        self.minutes.fill(look, look.say("making.tour-minutes"), minutes, of=making.tour_id)
        self._fill_row(making, look)
        show_text(self.lead, [words(look.say("making.lead"), "small")] if not view.stops else [], look)
        self._fill_stops(making, view, look)
        self.leave_button.fill(look, look.say("making.leave"))
        self.discard_button.fill(look, look.say("making.discard"))
        self.foot.refresh()

    def _fill_row(self, making: MakingState, look: Look) -> None:
        record = "making.record-end" if making.is_recording else "making.record"
        for button, key, is_open in (
            (self.add_button, "making.add", True),
            (self.try_button, "making.try", bool(making.tour.stops)),
            (self.record_button, record, True),
            (self.undo_button, "making.undo", bool(making.done)),
            (self.redo_button, "making.redo", bool(making.undone)),
        ):
            had_focus = button.hasFocus()
            button.setEnabled(is_open)
            button.fill(look, look.say(key))
            if had_focus and not is_open:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.row.refresh()

    def _fill_stops(self, making: MakingState, view: MakingView, look: Look) -> None:
        """List the stops; what can be done to the one in hand stands below its row."""
        rows, stack = self.rows.show(len(view.stops)), self.rows.layout
        for button, stop in zip(rows, view.stops, strict=True):
            self._fill_stop(button, stop, view, look, is_in_hand=stop.number == making.at)
        self.box.setVisible(making.stop is not None)
        if stack.indexOf(self.box) != making.at:
            stack.removeWidget(self.box)
            stack.insertWidget(making.at, self.box)
        self.box.fill(making, view, look)
        self._lit = rows[making.at - 1] if making.stop is not None else None

    def _fill_stop(
        self, button: StopButton, stop: StopView, view: MakingView, look: Look, *, is_in_hand: bool
    ) -> None:
        told = _stop(stop, view, look, is_in_hand=is_in_hand)
        button.fill(look, told, words(f"{stop.number}", "body-strong"), look.px(28))
        button.setAccessibleName(
            look.say("making.stop-name", number=stop.number, title=stop.title.text, more=told[-1].text)
            if len(told) > 1
            else look.say("making.stop", number=stop.number, title=stop.title.text)
        )
        button.number = stop.number
        button.setAccessibleDescription(look.say("making.in-hand") if is_in_hand else "")

    def _go(self, number: int) -> None:
        self.wish("making.go", {"number": number})

    def arrive(self, *, takes_focus: bool) -> None:
        """Keep the stop in hand in sight, whatever was folded above it."""
        del takes_focus
        if self._lit is not None and self._lit.number != self._seen:
            self._seen = self._lit.number
            self.reveal_requested.emit(self._lit, QRect(0, 0, self.width(), self._lit.height() + BELOW_PX))

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the title of a tour without stops, else to the button for a further one."""
        (self.add_button if self.box.isVisibleTo(self) else self.title).setFocus(reason)
        return True


def _head(making: MakingState, look: Look) -> list[Paragraph]:
    return [
        words(look.say("making.page"), "title", kind=BlockKind.HEADING),
        words(look.say("making.saved-in", file=making.file.name), "small", ink="ink-second"),
        words(look.say("making.title"), "small-strong", ink="ink-second"),
    ]


def _minutes(view: MakingView, look: Look) -> list[Paragraph]:
    """Return what heads the minutes of the tour, with those that its stops make."""
    told = [words(look.say("making.tour-minutes"), "small-strong", ink="ink-second")]
    if view.minutes:
        told.append(
            words(
                look.say(
                    "making.minutes-of-stops",
                    count=int(view.minutes) if view.minutes.is_integer() else view.minutes,
                ),
                "small",
            )
        )
    return told


def _stop(stop: StopView, view: MakingView, look: Look, *, is_in_hand: bool) -> list[Paragraph]:
    title = stop.title if stop.title.text else look.say("making.untitled")
    told = [words(title, "body-strong" if is_in_hand else "body", ink="ink" if is_in_hand else "link")]
    more = [look.date(stop.date)] if stop.date is not None else []
    if stop.minutes is not None:
        more.append(minutes_words(stop.minutes, look))
    if stop.is_spare:
        more.append(look.say("making.is-spare"))
    if stop.number in view.unseen:
        more.append(look.say("making.untold"))
    return [*told, words(" · ".join(more), "small", ink="ink-second")] if more else told
