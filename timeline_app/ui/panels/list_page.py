# SPDX-License-Identifier: MIT
"""The page that lists the events in view: how many there are, a field that narrows them, and a table of any length."""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I64
from timeline_app.state.list_rows import EventList
from timeline_app.state.list_state import ListState
from timeline_app.state.list_words import count_message, range_of, sort_message
from timeline_app.ui.announcement import announce
from timeline_app.ui.fonts import font_for
from timeline_app.ui.list_desk import Listing
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.list_model import ListModel
from timeline_app.ui.panels.list_table import ListHeads, ListTable
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView

WIDE_FROM_PX: Final = 1_000
"""From this width on, at 100 %, columns stand side by side."""
LEAST_ROWS: Final = 4
MOST_SELECTED: Final = 200
"""So many chosen rows are selected on the timeline too; of more, each of its frames would feel the weight."""
WIDEST_FIELD_PX: Final = 480
ASKING_GAP_PX: Final = 8
TAKING_GAP_PX: Final = 6
TAKEN: Final = {
    "copy-text": "list.copy-text",
    "copy-csv": "list.copy-csv",
    "copy-markdown": "list.copy-markdown",
    "print": "list.print",
}
"""What can be done with the rows, and the commands that do it."""


class WordsField(QLineEdit):
    """Narrows the list; Escape empties it, Down goes into the table."""

    def __init__(self, parent: QWidget, table: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: leave for the table, or begin anew."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class ListPage(Page):
    """Lists what is in view; what is chosen here is selected on the timeline, and the other way round."""

    takes_all_room = True
    widest_px = 100_000

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._shown_look: Look | None = None
        self._listed = ListState()
        self._selected: tuple[str, ...] = ()
        self.head = self.add_text()
        self.model = ListModel(self)
        self.table = ListTable(self.model, self)
        self.field = WordsField(self, self.table)
        self.field.textEdited.connect(lambda text: self._wish("list.filter", words=text))
        self.field.textChanged.connect(self._note_cleared)
        self.heads = ListHeads(self, self.table, lambda column: self._wish("list.sort", column=str(column)))
        self.none = self.add_text()
        self.foot = ButtonRow(self)
        self.open_row = ButtonRow(self)
        self.open_button = self.open_row.add("quiet", self._open_current)
        self.taking = {
            name: self.foot.add("quiet", partial(self._wish, command)) for name, command in TAKEN.items()
        }
        self.foot_text = ReadingView(self, tab_stop=False)
        self._lay_out()
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._choose)
        self.table.walked.connect(self._reveal)
        self.table.copy_wished.connect(lambda: self._wish("list.copy-text", chosen=True))

    def _lay_out(self) -> None:
        """Set field and button side by side, heads close above the table, and below it what can be done with it."""
        asking, listing, taking = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        asking.addWidget(self.field, 1)
        asking.addWidget(self.open_row)
        asking.addStretch(0)
        listing.addWidget(self.heads)
        listing.addWidget(self.table, 1)
        taking.addWidget(self.foot_text)
        taking.addWidget(self.foot)
        for layout, gap_px in ((asking, ASKING_GAP_PX), (listing, 0), (taking, TAKING_GAP_PX)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(gap_px)
        self.column.insertLayout(self.column.indexOf(self.none), asking)
        self.column.addLayout(listing, 1)
        self.column.addLayout(taking)

    # -- what is shown ----------------------------------------------------------------------------

    def fill(self, listing: Listing, selected: tuple[str, ...], look: Look) -> None:
        """Show a list, with what is selected; the same list again only follows the selection."""
        self.set_spacing(look)
        found = listing.found
        is_other, is_redressed = listing is not self._listing, look != self._shown_look
        has_new_order = self._listing is not None and found.listed != self._listed
        self._listing, self._shown_look = listing, look
        if is_other or is_redressed:
            at = self.model.event_id(self.table.currentIndex().row())
            self._fill_words(found, look)
            self._fit_table(look)
            self.model.show_events(found, listing.teller, look)
            self._show_chosen(selected, at)
        elif selected != self._selected:
            self._show_chosen(selected, "")
        self._selected = selected
        self._listed = found.listed
        self._fill_foot(look)
        if has_new_order:
            announce(self.table, self.table.accessibleDescription())

    def _fill_words(self, found: EventList, look: Look) -> None:
        show_text(self.head, _head(found, look), look)
        self.heads.fill(found.listed, look)
        self.heads.setVisible(bool(found.in_view))
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say("list.filter"))
        self.field.setAccessibleName(look.say("list.filter"))
        if self.field.text() != found.listed.words:
            self.field.setText(found.listed.words)
        self.field.setVisible(bool(found.in_view))
        self.field.setMaximumWidth(look.px(WIDEST_FIELD_PX))
        self.table.setVisible(bool(len(found)))
        self.table.setAccessibleName(look.say("list.table"))
        order = look.translator.text(sort_message(found.listed))
        count = look.translator.text(count_message(found))
        self.table.setAccessibleDescription(f"{order}. {count}")
        nothing = look.say("list.none-with" if found.in_view else "list.none")
        show_text(self.none, [] if len(found) else [words(nothing, "reading")], look)

    def _fit_table(self, look: Look) -> None:
        """Set the columns side by side where there is room for them."""
        is_wide = self.width() >= look.px(WIDE_FROM_PX)
        self.table.set_look(look, is_wide=is_wide)
        self.table.setMinimumHeight(LEAST_ROWS * self.table.delegate.row_px)
        self.heads.refresh()

    def _fill_foot(self, look: Look) -> None:
        """Say which rows the buttons take along: two and more that are chosen, else all."""
        count = len(self.table.chosen_rows())
        key, taken = ("list.chosen", count) if count > 1 else ("list.all", len(self.model.ordinals))
        told = [look.say(key, count=taken)] if taken else []
        if count > MOST_SELECTED:
            told.append(look.say("list.not-marked", count=MOST_SELECTED))
        show_text(self.foot_text, [words(said, "small") for said in told], look)
        self.open_button.setEnabled(count == 1)
        self.open_row.setVisible(not self.field.isHidden())
        self.open_button.fill(look, look.say("list.open-event"))
        for name, button in self.taking.items():
            button.fill(look, look.say(f"list.{name}"))
        self.foot.setVisible(bool(taken))
        self.foot.refresh()
        self.open_row.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the columns follow the width."""
        super().resizeEvent(event)
        if self._shown_look is not None:
            self._fit_table(self._shown_look)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of a list of another exhibit or lens: a large one would stay in memory for it."""
        if self._listing is not None and self._listing.teller.fitted.showing is not showing:
            self._listing = None
            self.model.forget()

    # -- what is chosen ---------------------------------------------------------------------------

    @property
    def chosen_ordinals(self) -> list[int]:
        """The events of the chosen rows, from the top."""
        found: list[int] = self.model.ordinals[self.table.chosen_rows()].tolist()
        return found

    def _show_chosen(self, selected: tuple[str, ...], at_id: str) -> None:
        """Show the selected events as chosen rows; the keyboard is at the one in hand, else where it was."""
        found = [row for event_id in selected if (row := self.model.row_of(event_id)) >= 0]
        at = found[-1] if found else max(self.model.row_of(at_id), 0 if len(self.model.ordinals) else -1)
        rows: I64 = np.unique(np.array(found, np.int64))
        if not np.array_equal(rows, self.table.chosen_rows()) or at != self.table.currentIndex().row():
            self.table.choose_rows(rows, at)

    def _choose(self) -> None:
        """Select what is chosen, the row of the keyboard last."""
        rows, at = self.table.chosen_rows(), self.table.currentIndex().row()
        if len(rows) <= MOST_SELECTED:
            if at in rows:
                rows = np.append(rows[rows != at], at)
            self._selected = tuple(self.model.event_id(row) for row in rows.tolist())
            self._wish("list.choose", ids=self._selected)
        if self._shown_look is not None:
            self._fill_foot(self._shown_look)

    def _open_current(self) -> None:
        self._open(self.table.currentIndex().row())

    def _open(self, number: int) -> None:
        self._wish("list.open", id=self.model.event_id(number))

    def _note_cleared(self, text: str) -> None:
        """Follow the field where it was emptied by its own button or by Escape, which is no typing."""
        if not text and self._listed.words:
            self._wish("list.filter", words="")

    def _wish(self, command_id: str, **arguments: str | bool | tuple[str, ...]) -> None:
        self.command_requested.emit(command_id, arguments)

    # -- the keyboard -----------------------------------------------------------------------------

    def arrive(self, *, takes_focus: bool) -> None:
        """Put the keyboard into the table, if it was in the panel before."""
        if takes_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard into the table, or to the field where no row is left."""
        part = self.field if self.table.isHidden() else self.table
        if part.isHidden():
            return False
        part.setFocus(reason)
        return True

    def _reveal(self) -> None:
        """Bring the row at hand in sight."""
        row = self.table.visualRect(self.table.currentIndex())
        corner = self.table.viewport().mapTo(self.table, row.topLeft())
        self.reveal_requested.emit(self.table, QRect(corner, row.size()))


def _head(found: EventList, look: Look) -> list[Paragraph]:
    """Return what stands above the list."""
    about = look.say("list.about", events=count_message(found), range=range_of(found, look.translator))
    told = [
        words(look.say("list.heading"), "subheading", kind=BlockKind.HEADING),
        words(about, "small"),
    ]
    if not found.is_whole:
        told.append(words(look.say("list.gathering"), "small"))
    return told
