# SPDX-License-Identifier: MIT
"""The notes of the stop, as large as one wants them; what stands covered before the class; what they may ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from timeline_app.model.prose import has_since, without_since
from timeline_app.model.tour_views import BranchView
from timeline_app.model.views import NoteView
from timeline_app.state.class_rows import notes_at_stop
from timeline_app.state.presenter_words import minutes_words
from timeline_app.state.tour_state import LEAST_NOTES_PT, MOST_NOTES_PT
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.panels.claim_texts import elided
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Pool, column
from timeline_app.ui.present.presenter_buttons import PresenterButton, WordsButton
from timeline_app.ui.present.presenter_cards import Card, words_label
from timeline_app.ui.present.presenter_style import SMALL_SCALE, reading_look
from timeline_app.ui.present.scrolled import ScrolledColumn
from timeline_app.ui.present.told import Told
from timeline_app.ui.reading.paragraphs import Paragraph, paragraphs_of, words
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.reading.typesetter import Typesetter
from timeline_app.ui.type_scale import TYPE_SCALE, shown_text

POINTS_AN_INCH: Final = 72.0
SHORT_CHARACTERS: Final = 46
Row = tuple[str, str, Callable[[], object]]
"""What a button says, the same in fewer words for a small screen, and what it does."""
LINE_SHARE: Final = 0.9


class NotesType(Typesetter):
    """Large letters need less air between their lines than small ones, and more lines can be seen."""

    def line_px(self, paragraph: Paragraph) -> float:
        """Return the height of a paragraph's lines."""
        return round(super().line_px(paragraph) * LINE_SHARE)


class NotesCard(Card):
    """Notes with buttons for their size; below them what stands before the class, and the ways out of the stop."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._shown: tuple[object, ...] = ()
        self._row_look: Look | None = None
        head = QHBoxLayout()
        self.heading = words_label("section", self)
        self.smaller, self.larger = PresenterButton(self), PresenterButton(self)
        head.addWidget(self.heading, 1)
        for button, command in ((self.smaller, "smaller-notes"), (self.larger, "larger-notes")):
            button.clicked.connect(lambda _checked=False, sent=command: send(f"present.{sent}"))
            head.addWidget(button)
        self.column.addLayout(head)
        self.area = ScrolledColumn(self)
        self.text = ReadingView(self.area)
        self.area.column.addWidget(self.text)
        self.column.addWidget(self.area, 1)
        self.covered_heading, self._covered = self._add_rows()
        self.ask_heading, self._asks = self._add_rows()

    def _add_rows(self) -> tuple[QLabel, Pool[WordsButton]]:
        heading = words_label("section", self)
        held = QWidget(self)
        rows = Pool(column(held, 4), lambda: WordsButton(held, "control"))
        self.column.addWidget(heading)
        self.column.addWidget(held)
        return heading, rows

    @property
    def asks(self) -> list[WordsButton]:
        """The buttons for what they may ask."""
        return list(self._asks)

    @property
    def covered(self) -> list[WordsButton]:
        """The buttons that open a content note."""
        return list(self._covered)

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        super().set_look(look)
        self._row_look = reading_look(look)
        self.smaller.setText(look.say("presenter.smaller"))
        self.larger.setText(look.say("presenter.larger"))
        self.smaller.setAccessibleName(look.say("command.present.smaller-notes"))
        self.larger.setAccessibleName(look.say("command.present.larger-notes"))
        self._set_heading(self.covered_heading, "presenter.covered")
        self._set_heading(self.ask_heading, "presenter.other-ways")
        self.area.setAccessibleName(look.say("presenter.notes"))
        self._shown = ()

    def _set_heading(self, label: QLabel, key: str, more: str = "") -> None:
        if self.look is not None:
            said = self.look.say(key) + more
            label.setText(shown_text("section", self.look.translator.language, said))
            label.setAccessibleName(said)

    def show_told(self, told: Told) -> None:
        """Show the notes of the stop where one is."""
        look = self.look
        if look is None:
            return
        self.smaller.setEnabled(told.present.notes_pt > LEAST_NOTES_PT)
        self.larger.setEnabled(told.present.notes_pt < MOST_NOTES_PT)
        covered = notes_at_stop(told.showing, told.here, told.walked.step)
        shown = (told.here, told.present.notes_pt, covered, told.showing.lens.known_at is not None)
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        minutes = minutes_words(told.here, look.translator)
        self._set_heading(self.heading, "presenter.notes", f" · {minutes}" if minutes else "")
        self._show_notes(told, look)
        self._fill(self.covered_heading, self._covered, [self._covered_row(note, look) for note in covered])
        self._fill(
            self.ask_heading, self._asks, [self._ask_row(branch, told, look) for branch in told.here.branches]
        )
        if not before or before[0] != told.here:
            self.area.to_top()

    def _show_notes(self, told: Told, look: Look) -> None:
        # Screens with many pixels often say that they have few to an inch: the window's own scale tells better.
        point_px = self.logicalDpiY() / POINTS_AN_INCH * max(look.typesetter.text_scale, 1.0)
        scale = told.present.notes_pt * point_px / TYPE_SCALE["reading"].size_px
        # What was learnt later is set apart only while the class looks from a time before.
        is_past = told.showing.lens.known_at is not None
        notes = told.here.notes if is_past else without_since(told.here.notes)
        paragraphs = list(paragraphs_of(notes)) or [
            words(look.say("presenter.no-notes"), "reading", ink="ink-second")
        ]
        if has_since(notes):
            paragraphs.append(words(look.say("presenter.notes-later"), "reading", ink="ink-second"))
        kind = NotesType(look.typesetter.theme, scale)
        self.text.set_paragraphs(paragraphs, kind)
        self.area.verticalScrollBar().setSingleStep(round(kind.line_px(paragraphs[0])))
        # Notes are read, not worked with: a click on them leaves the keys to the tour.
        self.text.setFocusPolicy(self.text.focusPolicy().NoFocus)

    def turn(self, lines: int) -> None:
        """Scroll the notes by so many lines."""
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + lines * bar.singleStep())

    def _fill(self, heading: QLabel, pool: Pool[WordsButton], rows: Sequence[Row]) -> None:
        heading.setVisible(bool(rows) and not self._is_small)
        for button, (said, short, act) in zip(pool.show(len(rows)), rows, strict=True):
            if self._row_look is not None:
                button.fill(self._row_look, [words(short if self._is_small else said, "body")])
            button.setAccessibleName(said)
            button.act = act

    @property
    def _is_small(self) -> bool:
        return self.look is not None and self.look.typesetter.text_scale < SMALL_SCALE

    def _covered_row(self, note: NoteView, look: Look) -> Row:
        said = (
            str(note.text)
            if note.text is not None
            else look.say("panel.note.category", category=note.category)
        )
        said = look.say("presenter.open-note", note=said)
        return said, elided(said, SHORT_CHARACTERS), partial(self._send, "note.open", id=note.id)

    def _ask_row(self, branch: BranchView, told: Told, look: Look) -> Row:
        stop = told.tour.stop(branch.stop)
        title = stop.title.text if stop is not None else ""
        said = look.say("presenter.ask", ask=branch.ask.text, number=branch.stop, title=title)
        short = look.say("presenter.ask-short", ask=branch.ask.text, number=branch.stop)
        return said, short, partial(self._send, "tour.go", number=branch.stop)
