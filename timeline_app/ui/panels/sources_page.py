# SPDX-License-Identifier: MIT
"""The page of all sources: grouped by kind, searched while one types, in the order one wishes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.model.prose import BlockKind
from timeline_app.model.showing import Showing
from timeline_app.model.source_list import SourceList, SourceOrder
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.choice_button import ChoiceButton
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, show_text
from timeline_app.ui.panels.row_list import RowList
from timeline_app.ui.panels.source_rows import SourceDelegate, SourceModel
from timeline_app.ui.reading.paragraphs import words

LEAST_ROWS: Final = 3


class SearchField(QLineEdit):
    """A field whose arrow down leads into the list below it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: lead on; Escape empties a field that holds something."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SourcesPage(Page):
    """Lists the sources that may be told of; it keeps what was searched for while others are shown."""

    takes_all_room = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Showing, Look] | None = None
        self._list: SourceList | None = None
        self._order = SourceOrder.AUTHOR
        self._at = ""
        self._scroll_px = 0
        self.head = self.add_text()
        self.field = SearchField(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._fill_list())
        self.field.left_downwards.connect(self._enter_list)
        self.field.returnPressed.connect(self._open_only)
        self.column.addWidget(self.field)
        self.count = self.add_text()
        self.model = SourceModel(self)
        self.list = RowList(self)
        self._delegate = SourceDelegate(self.model, self.list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.chosen.connect(self._open)
        self.list.walked.connect(self._reveal)
        self.column.addWidget(self.list, 1)
        # Below the list, so that where a window is low and text is large something of the list is seen.
        self.order_button = ChoiceButton(self)
        self.order_button.chosen.connect(self._sort)
        self.column.addWidget(self.order_button)
        self.row = ButtonRow(self)
        self.export_button = self.row.add("quiet", self._export)
        self.column.addWidget(self.row)

    def fill(self, showing: Showing, look: Look) -> None:
        """Show the sources of an exhibit; a list that was seen before at the place where it was left."""
        self.set_spacing(look)
        show_text(self.head, [words(look.say("sources.title"), "title", kind=BlockKind.HEADING)], look)
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say("sources.search"))
        self.field.setAccessibleName(look.say("sources.search"))
        self.list.setAccessibleName(look.say("sources.list"))
        self.export_button.fill(look, look.say("sources.export-button"))
        self.row.refresh()
        self._name_orders(look)
        if self._shown is None or self._shown[0] is not showing:
            self._list = SourceList(showing)
        self._keep_place()
        self._shown = (showing, look)
        self._delegate.set_look(look)
        self.list.setMinimumHeight(LEAST_ROWS * self._delegate.row_px)
        self.list.verticalScrollBar().setSingleStep(self._delegate.row_px)
        self._fill_list()
        self.list.doItemsLayout()
        self.list.verticalScrollBar().setValue(self._scroll_px)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of the sources of another exhibit or lens."""
        if self._shown is not None and self._shown[0] is not showing:
            self._keep_place()
            self._shown, self._list = None, None
            self.model.forget()

    def arrive(self, *, takes_focus: bool) -> None:
        """Put the keyboard where it was here last, if it was in the panel before."""
        if takes_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason) -> bool:
        """Put the keyboard to the source that was opened last, else into the field."""
        if self.model.row_of(self._at) >= 0:
            self.list.setFocus(reason)
            self._reveal()
        else:
            self.field.setFocus(reason)
        return True

    def _enter_list(self) -> None:
        """Lead from the field to the row at hand."""
        if self.list.isHidden():
            return
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(self.model.first_source()))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal()

    # -- the list ---------------------------------------------------------------------------------

    def _name_orders(self, look: Look) -> None:
        orders = [(order.value, look.say(f"sources.order.{order}")) for order in SourceOrder]
        self.order_button.fill(look, look.say("sources.order"), orders, self._order)

    def _fill_list(self) -> None:
        if self._shown is None or self._list is None:
            return
        showing, look = self._shown
        typed = self.field.text()
        groups = self._list.groups(typed, self._order)
        found = sum(len(group.ids) for group in groups)
        self.model.show_groups(groups, showing, look)
        self.list.setVisible(found > 0)
        self.export_button.setVisible(found > 0)
        key = "sources.found" if typed.strip() else "sources.count"
        told = look.say(key, count=self._list.count, found=found) if found else look.say("sources.none-found")
        show_text(self.count, [words(told, "small")], look)
        number = self.model.row_of(self._at)
        if number >= 0:
            self.list.setCurrentIndex(self.model.index(number))

    def _sort(self, order: str) -> None:
        self._order = SourceOrder(order)
        if self._shown is not None:
            self._name_orders(self._shown[1])
        self._fill_list()

    def _keep_place(self) -> None:
        """Remember the source at hand, and how far the list was scrolled."""
        if self._shown is not None:
            self._at = self.model.source_id(self.list.currentIndex().row()) or self._at
            self._scroll_px = self.list.verticalScrollBar().value()

    def _open(self, number: int) -> None:
        source_id = self.model.source_id(number)
        if source_id:
            self._at = source_id
            self.source_requested.emit(source_id)

    def _open_only(self) -> None:
        """Open the one source that was found."""
        if self.model.rowCount() == 2:  # noqa: PLR2004 - its heading and itself
            self._open(1)

    def _export(self) -> None:
        """Ask for a file of the sources that are listed."""
        if self._list is not None:
            groups = self._list.groups(self.field.text(), self._order)
            listed = [source_id for group in groups for source_id in group.ids]
            chosen = "\n".join(listed) if self.field.text().strip() else ""
            self.command_requested.emit("sources.export", {"ids": chosen})

    def _reveal(self) -> None:
        """Bring the row at hand in sight."""
        row = self.list.visualRect(self.list.currentIndex())
        corner = self.list.viewport().mapTo(self.list, row.topLeft())
        self.reveal_requested.emit(self.list, QRect(corner, row.size()))
