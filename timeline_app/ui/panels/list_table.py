# SPDX-License-Identifier: MIT
"""The table of the list: arrows walk and choose, Enter opens; its head is a row of buttons that sort."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from timeline_app.scene.index_basis import I64
from timeline_app.state.list_state import ListColumn, ListState
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.list_model import COLUMNS, TITLE, Index, ListModel
from timeline_app.ui.panels.list_rows import ListDelegate, is_shown
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.row_list import ENTER_KEYS
from timeline_app.ui.touch_scroll import TouchScroll

SHARES: Final = {
    ListColumn.DATE: 0.2,
    ListColumn.TITLE: 0.34,
    ListColumn.LANE: 0.14,
    ListColumn.EVIDENCE: 0.32,
}
"""The columns' parts of the width."""
ROWS: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
KEPT: Final = QItemSelectionModel.SelectionFlag.NoUpdate


class ListTable(QTableView):
    """Tells of the row that is opened, of other rows being chosen, and of the keyboard being elsewhere."""

    opened = Signal(int)
    chosen = Signal()
    walked = Signal()
    copy_wished = Signal()
    resized = Signal()

    def __init__(self, model: ListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_told = True
        self.setModel(model)
        self.delegate = ListDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().selectionChanged.connect(self._tell)
        TouchScroll(self)

    def set_look(self, look: Look, *, is_wide: bool) -> None:
        """Take theme, text size and how much room there is."""
        self.delegate.set_look(look, is_wide=is_wide)
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_px)
        self.verticalScrollBar().setSingleStep(self.delegate.row_px)
        for column in range(len(COLUMNS)):
            self.setColumnHidden(column, not is_shown(column, is_wide=is_wide))
        self._share_width()
        self.viewport().update()

    def column_rects(self) -> list[QRect]:
        """Return where the columns stand, in the table's own pixels."""
        left = self.viewport().geometry().left()
        return [
            QRect(left + self.columnViewportPosition(column), 0, self.columnWidth(column), 0)
            for column in range(len(COLUMNS))
        ]

    # -- what is chosen ---------------------------------------------------------------------------

    def chosen_rows(self) -> I64:
        """Return the chosen rows from the top; asked by stretches, of which there are few."""
        chosen = self.selectionModel().selection()
        runs = [chosen.at(place) for place in range(chosen.count())]
        rows = [np.arange(run.top(), run.bottom() + 1) for run in runs]
        return np.unique(np.concatenate([np.zeros(0, np.int64), *rows]))

    def choose_rows(self, rows: I64, at: int) -> None:
        """Show rows as chosen, with the keyboard at one of them, and tell nobody."""
        model, chosen = self.model(), QItemSelection()
        last = len(COLUMNS) - 1
        for run in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1):
            if len(run):
                chosen.select(model.index(int(run[0]), 0), model.index(int(run[-1]), last))
        self._is_told = False
        self.selectionModel().select(chosen, ROWS)
        if at >= 0:
            index = model.index(at, max(self.currentIndex().column(), 0) if self.delegate.is_wide else TITLE)
            self.selectionModel().setCurrentIndex(index, KEPT)
            self.scrollTo(index)
        self._is_told = True

    def _tell(self) -> None:
        if self._is_told:
            self.chosen.emit()

    # -- Qt's side --------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt's: tell of another row, so that it is seen where the panel is lower than the list."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.walked.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's: who comes by key finds the row at hand in sight, however far the list was scrolled."""
        super().focusInEvent(event)
        at = self.currentIndex()
        if event.reason() != Qt.FocusReason.MouseFocusReason and at.isValid():
            self.scrollTo(at)
            self.walked.emit()

    def keyboardSearch(self, search: str) -> None:
        """Qt's: typing letters finds nothing here, there is a field for that."""
        del search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: open the row at hand, copy what is chosen, go to the first or last row."""
        at, key = self.currentIndex(), event.key()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wished.emit()
        elif is_plain and key in ENTER_KEYS and at.isValid():
            self.opened.emit(at.row())
        elif is_plain and key in {Qt.Key.Key_Home, Qt.Key.Key_End} and at.isValid():
            row = 0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, at.column()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the columns share the width."""
        super().resizeEvent(event)
        self._share_width()
        self.resized.emit()

    def _share_width(self) -> None:
        width, left = self.viewport().width(), 0
        for number, column in enumerate(COLUMNS):
            if self.isColumnHidden(number):
                continue
            is_last = number == len(COLUMNS) - 1 or not self.delegate.is_wide
            share = width - left if is_last else round(width * SHARES[column])
            self.setColumnWidth(number, share)
            left += share


class ListHeads(ButtonRow):
    """A button for each column that sorts by it; above its column where the columns stand side by side."""

    def __init__(self, parent: QWidget, table: ListTable, on_sort: Callable[[ListColumn], None]) -> None:
        super().__init__(parent)
        self._table = table
        self.heads = {column: self.add("link", partial(on_sort, column)) for column in COLUMNS}
        table.resized.connect(self.refresh)

    def fill(self, listed: ListState, look: Look) -> None:
        """Name the columns, and show by which one the list is sorted."""
        for column, head in self.heads.items():
            name = look.say(f"list.column.{column}")
            is_sorted = column is listed.column
            sign = ("\u2193" if listed.is_descending else "\u2191") if is_sorted else ""
            head.fill(look, f"{name} {sign}".rstrip())
            said = look.say("list.sort-by", column=name)
            if is_sorted:
                direction = "descending" if listed.is_descending else "ascending"
                said = look.say(f"list.sorted.{column}.{direction}")
            head.setAccessibleName(said)
            head.setToolTip(said)
        self.refresh()

    def _places(self, width: int) -> list[QRect]:
        if not self._table.delegate.is_wide:
            return super()._places(width)
        hints: Sequence[QSize] = [head.sizeHint() for head in self._shown()]
        return [
            QRect(rect.left(), 0, min(hint.width(), rect.width()), hint.height())
            for rect, hint in zip(self._table.column_rects(), hints, strict=True)
        ]
