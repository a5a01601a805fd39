# SPDX-License-Identifier: MIT
"""What the event to which one has gone can show the class: one press, and they see it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.tour_views import ShownKind
from timeline_app.model.views import NoteView
from timeline_app.state.class_rows import ClassRow, class_rows, notes_of_event
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.panels.claim_texts import elided
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Pool
from timeline_app.ui.present.presenter_buttons import PresenterButton, WordsButton, strong
from timeline_app.ui.present.presenter_cards import Card, words_label
from timeline_app.ui.present.presenter_style import reading_look
from timeline_app.ui.present.scrolled import ScrolledColumn
from timeline_app.ui.present.told import Told
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.type_scale import shown_text

MOST_CHARACTERS = 120


class ClassCard(Card):
    """Excerpts, questions and sources of the event in hand, and a way back to the stop."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._shown: tuple[object, ...] = ()
        self._row_look: Look | None = None
        self.heading = words_label("section", self)
        self.area = ScrolledColumn(self)
        self._rows: Pool[WordsButton] = Pool(self.area.column, lambda: WordsButton(self.area, "control"))
        self.back = PresenterButton(self)
        self.back.clicked.connect(lambda _checked=False: send("tour.explore"))
        self.column.addWidget(self.heading)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self.back)

    @property
    def rows(self) -> list[WordsButton]:
        """The buttons of what can be shown."""
        return list(self._rows)

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        super().set_look(look)
        self._row_look = reading_look(look)
        said = look.say("presenter.show-class")
        self.heading.setText(shown_text("section", look.translator.language, said))
        self.heading.setAccessibleName(said)
        self.back.setText(look.say("presenter.back-to-stop"))
        self.area.setAccessibleName(said)
        self.area.column.setSpacing(look.px(6))
        self._shown = ()

    def show_told(self, told: Told) -> None:
        """List what the event in hand has to show."""
        event_id = told.event_in_hand
        if self.look is None or self._row_look is None or event_id is None or told.event_title is None:
            return
        notes, rows = notes_of_event(told.showing, event_id), class_rows(told.showing, event_id)
        shown = (event_id, notes, rows, told.state.page, told.state.subject)
        if shown == self._shown:
            return
        is_other, self._shown = self._shown[:1] != shown[:1], shown
        buttons = self._rows.show(len(notes) + len(rows))
        for button, note in zip(buttons, notes, strict=False):
            self._fill_note(button, note, self._row_look)
        for button, row in zip(buttons[len(notes) :], rows, strict=True):
            self._fill_row(button, row, self._row_look, is_shown=_is_shown(row, told))
        if is_other:
            self.area.to_top()

    def _fill_note(self, button: WordsButton, note: NoteView, look: Look) -> None:
        said = (
            str(note.text)
            if note.text is not None
            else look.say("panel.note.category", category=note.category)
        )
        said = look.say("presenter.open-note", note=said)
        button.is_marked = False
        button.fill(look, [words(said, "body")])
        button.setAccessibleName(said)
        button.act = partial(self._send, "note.open", id=note.id)

    def _fill_row(self, button: WordsButton, row: ClassRow, look: Look, *, is_shown: bool) -> None:
        kind = look.say(f"presenter.kind.{row.kind}")
        by = f"{kind} · {row.by}" if row.by is not None else kind
        text = elided(at_the_start(row.words).text, MOST_CHARACTERS)
        button.is_marked = is_shown
        button.fill(look, [_small(by), strong(ShownText(text, row.words.language))])
        shown_now = look.say("presenter.shown-now") if is_shown else ""
        button.setAccessibleName(f"{by}: {text}")
        button.setAccessibleDescription(shown_now)
        button.act = partial(self._send, row.command, id=row.id)


def _small(text: str) -> Paragraph:
    return words(text, "small")


def _is_shown(row: ClassRow, told: Told) -> bool:
    """Tell whether the class sees it now."""
    page = told.state.page.value
    if row.kind is ShownKind.EVENT:
        return page == ShownKind.EVENT.value
    return page == row.kind.value and told.state.subject == row.id
