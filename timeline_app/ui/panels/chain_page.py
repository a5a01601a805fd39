# SPDX-License-Identifier: MIT
"""The page of a chain: its steps in words, what leads from one to the next, who says so, and the other ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.chains import CAUSAL, Chain
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import ConnectionView, SourceView
from timeline_app.ui.panels.buttons import ButtonRow, PanelButton
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.pieces import Card, Pool, TextButton, column
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX, ReadingView

NUMBER_PX: Final = 30.0
MOST_WAYS: Final = 6
"""So many other causes, and so many other effects, are offered beside a step."""


class ChainPage(Page):
    """Lists the steps of a chain; the present one is lit and in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = -1
        self._pins: tuple[int, ...] = ()
        self._is_new = True
        self.head = self.add_text()
        self.walk = ButtonRow(self)
        self.previous_button = self.walk.add(
            "quiet", lambda: self.command_requested.emit("chain.previous", {})
        )
        self.next_button = self.walk.add("quiet", lambda: self.command_requested.emit("chain.next", {}))
        self.leave_button = self.walk.add("quiet", lambda: self.command_requested.emit("chain.leave", {}))
        self.column.addWidget(self.walk)
        self.steps = Pool(self.add_stack(), self._make_step)
        self.rule = self.add_text()

    def _make_step(self) -> StepBox:
        box = StepBox(self)
        box.said.copy_requested.connect(self.copy_requested)
        return box

    def fill(self, chain: Chain, here: int, showing: Showing, look: Look) -> None:
        """Show a chain; `here` is the ordinal of the event in hand."""
        self.set_spacing(look)
        self.steps.layout.setSpacing(look.space_px(2))
        self._is_new, self._pins = self._pins != chain.pins, chain.pins
        place = chain.place_of(here)
        show_text(self.head, _head(chain, place, showing, look), look)
        last = len(chain.steps) - 1
        buttons = ((self.previous_button, "previous", place != 0), (self.next_button, "next", place != last))
        for button, name, is_open in (*buttons, (self.leave_button, "leave", True)):
            had_focus = button.hasFocus()
            button.setEnabled(is_open)
            button.fill(look, look.say(f"chain.{name}"))
            if had_focus and not is_open:
                # At an end the keyboard stays in the row.
                (self.previous_button if button is self.next_button else self.next_button).setFocus()
        self.walk.refresh()
        for at, box in enumerate(self.steps.show(len(chain.steps))):
            box.fill(chain, at, showing, look, is_here=at == place)
        show_text(self.rule, [words(look.say("chain.rule"), "small", ink="ink-second")], look)
        self._here = -1 if place is None else place

    def fill_none(self, look: Look) -> None:
        """Say that no chain can be shown."""
        self.set_spacing(look)
        self._here, self._pins = -1, ()
        title = words(look.say("chain.none"), "title", kind=BlockKind.HEADING)
        show_text(self.head, [title, words(look.say("chain.none-why"), "reading")], look)
        self.previous_button.setEnabled(False)
        self.next_button.setEnabled(False)
        for button, name in (
            (self.previous_button, "previous"), (self.next_button, "next"), (self.leave_button, "leave"),
        ):  # fmt: skip
            button.fill(look, look.say(f"chain.{name}"))
        self.walk.refresh()
        self.steps.show(0)
        show_text(self.rule, [], look)

    def arrive(self, *, takes_focus: bool) -> None:
        """Bring the present step in sight, and the keyboard to it if it was in the panel before.

        A chain that is new begins at its heading, and who walks by the buttons keeps them in sight. Who stands at a
        step goes with the chain, be it walked from the palette or a menu.
        """
        boxes, focused = list(self.steps), self.window().focusWidget()
        takes_focus |= any(box.row is focused for box in boxes)
        if not 0 <= self._here < len(boxes) or any(button.hasFocus() for button in self.walk.buttons):
            return
        if self._is_new and not takes_focus:
            return
        row = boxes[self._here].row
        if takes_focus:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal_requested.emit(row, QRect(0, 0, row.width(), row.height()))

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the present step."""
        boxes = list(self.steps)
        if not boxes:
            return False
        boxes[max(self._here, 0)].row.setFocus(reason)
        return True


class StepBox(QWidget):
    """One step: what leads to it and who says so, the event, and the other ways from here."""

    def __init__(self, page: ChainPage) -> None:
        super().__init__(page)
        self._page = page
        inner = column(self)
        self.said = ReadingView(self)
        self.said.reveal_requested.connect(lambda rect: page.reveal_requested.emit(self.said, rect))
        self.sources = Buttons(self)
        self.card = Card(self)
        self.row = TextButton(self.card)
        self.card.body.addWidget(self.row)
        self.ways = Buttons(self)
        self._beside = QWidget(self), QWidget(self)
        before, after = (column(holder) for holder in self._beside)
        before.addWidget(self.said)
        before.addWidget(self.sources)
        after.addWidget(self.ways)
        for part in (self._beside[0], self.card, self._beside[1]):
            inner.addWidget(part)
        self._event_id = ""
        self.row.clicked.connect(self._go)

    def _go(self) -> None:
        self._page.command_requested.emit("chain.go", {"id": self._event_id})

    def fill(self, chain: Chain, at: int, showing: Showing, look: Look, *, is_here: bool) -> None:
        """Show a step by its number in the chain."""
        step = chain.steps[at]
        self._event_id = showing.event_id(step.ordinal)
        indent_px = look.px(NUMBER_PX) + 2 * round(FOCUS_RING_PX)
        for part in self._beside:
            part.setContentsMargins(indent_px, 0, 0, look.space_px(6))
        link = None if at == 0 else _connection(showing, step.ordinal, chain.steps[at - 1].ordinal)
        show_text(self.said, [] if link is None else _said(link, at, look), look)
        sources = [] if link is None else link.sources
        is_judged = link is not None and link.judgement
        self.sources.fill(look, [self._source(each, at, look, is_judged=is_judged) for each in sources])
        self._fill_row(chain, at, showing, look, is_here=is_here)
        self.ways.fill(look, self._ways(chain, at, showing, look) if is_here else [])
        self._beside[0].setVisible(link is not None)
        self._beside[1].setVisible(not self.ways.isHidden())

    def _source(self, source: SourceView, at: int, look: Look, *, is_judged: bool) -> ButtonWords:
        text = look.say("chain.based" if is_judged else "chain.source", source=source.short)
        name = look.say("chain.source-name", number=at + 1, source=source.short)
        return text, name, partial(self._page.source_requested.emit, source.id)

    def _through(self, other: str) -> None:
        self._page.command_requested.emit("chain.through", {"at": self._event_id, "id": other})

    def _fill_row(self, chain: Chain, at: int, showing: Showing, look: Look, *, is_here: bool) -> None:
        head = showing.head(chain.steps[at].ordinal)
        number = look.number(at + 1)
        title = ParagraphWriter()
        title.add(head.title.text, Emphasis.STRONG)
        when = look.date(head.date) if head.date is not None else look.say("panel.undated")
        told = [title.paragraph("body", language=head.title.language), words(when, "small", ink="ink-second")]
        place = look.say("chain.step", number=at + 1, count=len(chain.steps))
        self.row.fill(look, told, words(number, "body-strong", ink="link"), look.px(NUMBER_PX))
        self.row.setAccessibleName(f"{place}: {head.title.text}, {when}")
        self.row.setAccessibleDescription(look.say("chain.here") if is_here else "")
        self.card.set_ground(look, "")
        self.card.set_lit(is_lit=is_here)

    def _ways(self, chain: Chain, at: int, showing: Showing, look: Look) -> list[ButtonWords]:
        step, ways = chain.steps[at], list[ButtonWords]()
        for key, others in (("cause", step.causes), ("effect", step.effects)):
            for ordinal in others[:MOST_WAYS]:
                head = showing.head(ordinal)
                act = partial(self._through, head.id)
                text = look.say(f"chain.other-{key}", title=head.short.text)
                ways.append((text, look.say("chain.other-name", title=head.title.text), act))
        return ways


ButtonWords = tuple[str, str, Callable[[], None]]
"""What stands on a button, its accessible name, and what it does."""


class Buttons(ButtonRow):
    """Small buttons whose number changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts: dict[PanelButton, Callable[[], None]] = {}

    def fill(self, look: Look, wanted: Sequence[ButtonWords]) -> None:
        """Show so many buttons."""
        while len(self.buttons) < len(wanted):
            self._add()
        for button, told in zip(self.buttons, wanted, strict=False):
            text, name, act = told
            button.fill(look, text)
            button.setAccessibleName(name)
            self._acts[button] = act
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(wanted))
        self.setVisible(bool(wanted))
        self.refresh()

    def _add(self) -> None:
        made = self.add("link", lambda: None)
        made.clicked.connect(lambda _checked: self._acts[made]())


def _connection(showing: Showing, ordinal: int, cause: int) -> ConnectionView | None:
    """Return the link from a cause, seen from its effect."""
    found = (link for link in showing.connections(ordinal) if link.ordinal == cause and link.kind in CAUSAL)
    return next(found, None)


def _head(chain: Chain, place: int | None, showing: Showing, look: Look) -> list[Paragraph]:
    first, last = (showing.head(chain.steps[at].ordinal).short.text for at in (0, -1))
    count = len(chain.steps)
    if place is None:
        told = look.say("chain.count", count=count)
    else:
        told = look.say("chain.step", number=place + 1, count=count)
    return [
        words(look.say("chain.heading"), "title", kind=BlockKind.HEADING),
        words(look.say("chain.lead", first=first, last=last), "reading"),
        words(told, "small-strong"),
    ]


def _said(link: ConnectionView, before: int, look: Look) -> list[Paragraph]:
    """Return the link in words, why, and who says so."""
    # Between two steps: "this" could mean either.
    found = [words(look.say(f"chain.{link.kind}", before=before, number=before + 1), "small-strong")]
    if link.why:
        why = ParagraphWriter()
        why.add(link.why)
        found.append(why.paragraph("small", language=link.why.language))
    if link.judgement:
        found.append(words(look.say("chain.judgement"), "small-strong"))
    elif not link.sources:
        found.append(words(look.say("chain.record"), "small"))
    return found
