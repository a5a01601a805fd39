# SPDX-License-Identifier: MIT
"""The page of a question: what is asked, the guess, and, once revealed, when it was and how that is known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView
from timeline_app.state.prediction_words import Told
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.event_texts import date_line
from timeline_app.ui.panels.known_texts import when_known
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

MOST_NAMED = 4
"""So many sources of an answer are named; the event's own page has all."""


class PredictionPage(Page):
    """Asks when an event was. It is never told how well anybody guessed: only how far apart the two moments are."""

    is_filled_whole = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event_id = ""
        self.text = self.add_text()
        self.moving = ButtonRow(self)
        self.earlier = self.moving.add("quiet", lambda: self._send("predict.earlier"))
        self.later = self.moving.add("quiet", lambda: self._send("predict.later"))
        self.column.addWidget(self.moving)
        self.answer = self.add_text()
        self.row = ButtonRow(self)
        self.go_on = self.row.add("primary", lambda: self._send("predict.next"))
        self.open = self.row.add("quiet", lambda: self.event_open_requested.emit(self._event_id))
        self.leave = self.row.add("quiet", lambda: self._send("predict.leave"))
        self.column.addWidget(self.row)

    def fill(self, told: Told, showing: Showing, look: Look) -> None:
        """Show a question, and its answer once it is revealed."""
        self.set_spacing(look)
        self._event_id = showing.event_id(told.ordinal)
        show_text(self.text, _question(told, look), look)
        event = None if told.is_open else showing.event(told.ordinal)
        show_text(self.answer, _answer(told, event, showing, look) if event is not None else [], look)
        self.moving.setVisible(told.is_open)
        self.open.setVisible(not told.is_open)
        self.earlier.fill(look, look.say("panel.predict.earlier"))
        self.later.fill(look, look.say("panel.predict.later"))
        self.go_on.fill(look, look.say("panel.predict.reveal" if told.is_open else "panel.predict.next"))
        self.open.fill(look, look.say("panel.predict.open"))
        self.leave.fill(look, look.say("panel.predict.leave"))
        self.moving.refresh()
        self.row.refresh()

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the button that goes on."""
        self.go_on.setFocus(reason)
        return True

    def _send(self, command: str) -> None:
        self.command_requested.emit(command, {})


def _question(told: Told, look: Look) -> list[Paragraph]:
    found = [
        words(look.say("panel.predict"), "small-strong", ink="ink-second"),
        words(told.title, "title", kind=BlockKind.HEADING),
    ]
    if told.who:
        named = ParagraphWriter()
        for number, name in enumerate(told.who):
            named.add(", " if number else "")
            named.add(name, Emphasis.STRONG)
        found.append(named.paragraph("body"))
    found.append(words(look.translator.text(told.question), "reading"))
    if told.guess is not None:
        found.append(words(look.say("panel.predict.guess", date=told.guess), "body-strong"))
    elif told.is_open:
        found.append(words(look.say("panel.predict.no-guess"), "body"))
    return found


def _answer(told: Told, event: EventView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return when it was, how far that is from the guess, what is told of it, and how one knows."""
    found = [section_heading(look, "panel.predict.answer"), date_line(told.date, (), look)]
    if told.apart is not None:
        found.append(words(look.translator.text(told.apart), "body"))
    reason: list[Paragraph] = []
    if event.date_as_written is not None:
        reason.append(words(event.date_as_written, "body"))
    if event.date_basis is not None:
        reason.append(words(event.date_basis, "body"))
    named = list(dict.fromkeys(use.source.short for use in event.sources))[:MOST_NAMED]
    if named:
        reason.append(words(look.say("panel.predict.sources", sources="; ".join(named)), "body"))
    if reason:
        found.extend([section_heading(look, "panel.predict.why"), *reason])
    return [*found, *when_known(event, showing, look)]
