# SPDX-License-Identifier: MIT
"""The stop in hand of a tour that is made: its place, its notes, what it shows, and what may be asked there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import BlockKind
from timeline_app.state.commands import Value
from timeline_app.state.tour_making import MakingState
from timeline_app.state.tour_making_words import MakingView, NamedThing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.chain_page import Buttons
from timeline_app.ui.panels.choice_button import ChoiceButton
from timeline_app.ui.panels.filter_row import TickRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import show_text
from timeline_app.ui.panels.pieces import column
from timeline_app.ui.panels.tour_fields import NotesField, WordField
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView

GAP_PX: Final = 6
MOST_LETTERS: Final = 48

_ACTS: Final = {
    "hide": ("making.hide-shown", "making.hide-it", "making.hide-it-of"),
    "show": ("making.add-shown", "making.show-it", "making.show-it-of"),
}
Wish = Callable[[str, dict[str, Value]], None]


class StopBox(QWidget):
    """`wish` is called with a command and its arguments."""

    def __init__(self, parent: QWidget, wish: Wish) -> None:
        super().__init__(parent)
        self._wish = wish
        self._at = 0
        self._to = 0
        self._filled: tuple[MakingView, Look] | None = None
        inner = column(self, GAP_PX)
        self.head = ReadingView(self)
        self.place = ButtonRow(self)
        self.earlier_button = self.place.add("quiet", lambda: self._move(-1))
        self.later_button = self.place.add("quiet", lambda: self._move(1))
        self.aim_button = self.place.add("quiet", lambda: wish("making.take-view", {}))
        self.remove_button = self.place.add("quiet", lambda: wish("making.remove", {"number": self._at}))
        self.notes_head = ReadingView(self)
        self.notes = NotesField(self, lambda text: wish("making.notes", {"text": text}))
        self.task_head = ReadingView(self)
        self.task = NotesField(self, lambda text: wish("making.task", {"text": text}))
        self.minutes_head = ReadingView(self)
        self.minutes = WordField(self, lambda text: wish("making.minutes", {"text": text}))
        self.spare = self._tick("making.spare", "on")
        self.shown_head = ReadingView(self)
        self.shown = Buttons(self)
        self.steps = self._tick("making.reveal", "one_by_one")
        self.offer_head = ReadingView(self)
        self.offers = Buttons(self)
        self.ways_head = ReadingView(self)
        self.ways = Buttons(self)
        self.ask = WordField(self, lambda _text: None)
        self.ask_row = QWidget(self)
        row = column(self.ask_row, GAP_PX)
        self.ask_to = ChoiceButton(self.ask_row)
        self.ask_to.chosen.connect(self._choose)
        self.ask_buttons = ButtonRow(self.ask_row)
        self.ask_button = self.ask_buttons.add("quiet", self._ask)
        row.addWidget(self.ask_to)
        row.addWidget(self.ask_buttons)
        for part in (
            self.head, self.place, self.notes_head, self.notes, self.task_head, self.task, self.minutes_head,
            self.minutes, self.spare, self.shown_head, self.shown, self.steps, self.offer_head, self.offers,
            self.ways_head, self.ways, self.ask, self.ask_row,
        ):  # fmt: skip
            inner.addWidget(part)

    def _tick(self, command_id: str, name: str) -> TickRow:
        row = TickRow(self)
        row.clicked.connect(lambda is_on: self._wish(command_id, {name: bool(is_on)}))
        return row

    def fill(self, making: MakingState, view: MakingView, look: Look) -> None:
        """Show the stop in hand, which there must be."""
        self._at, stop, self._filled = making.at, making.stop, (view, look)
        if stop is None:
            return
        show_text(self.head, _head(making, view, look), look)
        self._fill_place(making, look)
        self._fill_words(making, view, look)
        show_text(self.shown_head, [_label(look, "making.shown")] if view.shown else [], look)
        self.shown.fill(look, [self._thing(thing, look, "hide") for thing in view.shown])
        self.steps.setVisible(len(view.shown) > 1 or bool(stop.steps))
        self.steps.fill(look, _said(look, "making.one-by-one"), is_ticked=bool(stop.steps))
        show_text(self.offer_head, [_label(look, "making.offered")] if view.offered else [], look)
        self.offers.fill(look, [self._thing(thing, look, "show") for thing in view.offered])
        self._fill_ways(view, look)

    def _fill_place(self, making: MakingState, look: Look) -> None:
        self.earlier_button.setEnabled(making.at > 1)
        self.later_button.setEnabled(making.at < len(making.tour.stops))
        for button, key in (
            (self.earlier_button, "making.earlier"),
            (self.later_button, "making.later"),
            (self.aim_button, "making.take-view"),
            (self.remove_button, "making.remove"),
        ):
            button.fill(look, look.say(key))
        self.place.refresh()

    def _fill_words(self, making: MakingState, view: MakingView, look: Look) -> None:
        stop = making.stop
        of = (making.tour_id, making.at)
        for head, field, key, text, can_write in (
            (self.notes_head, self.notes, "making.notes", view.notes, view.can_write),
            (self.task_head, self.task, "making.task", view.task, view.can_write_task),
        ):
            past = [] if can_write else [words(look.say("making.notes-past"), "small")]
            show_text(head, [_label(look, key), *past], look)
            field.setReadOnly(not can_write)
            field.fill(look, look.say(key), text, of=of)
        minutes = stop.minutes if stop is not None else None
        show_text(self.minutes_head, [_label(look, "making.minutes")], look)
        shown = "" if minutes is None else f"{minutes:g}"
        self.minutes.fill(look, look.say("making.minutes"), shown, of=of)
        self.spare.fill(look, _said(look, "making.spare"), is_ticked=stop is not None and stop.hidden)

    def _fill_ways(self, view: MakingView, look: Look) -> None:
        others = [stop for stop in view.stops if stop.number != self._at]
        show_text(self.ways_head, [_label(look, "making.ways")] if others else [], look)
        self.ways.fill(
            look,
            [
                (
                    look.say("making.way", ask=way.ask, number=way.stop),
                    look.say("making.way-remove", ask=way.ask, number=way.stop),
                    partial(self._wish, "making.unbranch", {"place": place}),
                )
                for place, way in enumerate(view.ways)
            ],
        )
        self.ask.setVisible(bool(others))
        self.ask_row.setVisible(bool(others))
        if not others:
            return
        if self._to not in {stop.number for stop in others}:
            self._to = others[0].number
        self.ask.fill(look, look.say("making.ask"), self.ask.text(), of=self._at)
        self.ask.setPlaceholderText(look.say("making.ask-example"))
        choices = [
            (str(stop.number), look.say("making.stop", number=stop.number, title=_short(stop.title.text)))
            for stop in others
        ]
        leads_to = look.say("making.ask-to")
        self.ask_to.fill(look, leads_to, choices, str(self._to))
        # The list has the titles; the button would be wider than the panel with one.
        chosen = look.say("making.stop-in-hand", number=self._to)
        self.ask_to.setText(look.say("panel.choice", name=leads_to, choice=chosen))
        self.ask_button.fill(look, look.say("making.ask-add"))
        self.ask_buttons.refresh()

    def _thing(self, thing: NamedThing, look: Look, act: str) -> tuple[str, str, Callable[[], None]]:
        text = _named(thing, look)
        command_id, text_key, name_key = _ACTS[act]
        return (
            look.say(text_key, thing=text),
            look.say(name_key, thing=text),
            partial(self._wish, command_id, {"name": thing.name}),
        )

    # -- wishes -----------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        self._wish("making.move", {"number": self._at, "to": self._at + by})

    def _choose(self, value: str) -> None:
        self._to = int(value)
        if self._filled is not None:
            self._fill_ways(*self._filled)

    def _ask(self) -> None:
        text = self.ask.text().strip()
        if text:
            self.ask.clear()
            self._wish("making.branch", {"ask": text, "to": self._to})


def _head(making: MakingState, view: MakingView, look: Look) -> list[Paragraph]:
    title = look.say("making.stop-in-hand", number=making.at)
    told = [words(title, "subheading", kind=BlockKind.HEADING)]
    if making.at in view.unseen:
        told.append(words(look.say("making.unseen"), "small"))
    return told


def _named(thing: NamedThing, look: Look) -> str:
    """Return what a thing is, and its title where it is not a part of the stop's own event."""
    if thing.kind is None:
        return look.say("making.untold")
    if thing.name == thing.kind.value:
        return look.say(f"making.part.{thing.kind.value}")
    title = _short(thing.title.text) if thing.title is not None else look.say("making.untold")
    return look.say("making.thing", kind=look.say(f"tour.shown.{thing.kind.value}"), title=title)


def _label(look: Look, key: str) -> Paragraph:
    return words(look.say(key), "small-strong", ink="ink-second")


def _said(look: Look, key: str) -> ShownText:
    return ShownText(look.say(key), look.translator.language)


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1].rstrip() + "…"
