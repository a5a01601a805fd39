# SPDX-License-Identifier: MIT
"""The events in view as rows of a table: words are made when a row is seen, so that any number opens at once."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeline_app.base.text_value import ShownText
from timeline_app.scene.index_basis import I32
from timeline_app.state.list_rows import EventList, ListedRow, RowTeller
from timeline_app.state.list_state import ListColumn
from timeline_app.ui.panels.look import Look

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = tuple(ListColumn)
TITLE: Final = COLUMNS.index(ListColumn.TITLE)
MOST_KEPT: Final = 500
"""So many rows are kept: more than a screen shows, fewer than a list may have."""
NOWHERE: Final = QModelIndex()
NOTHING: Final = ListedRow("", "", "", ShownText("", ""), "", "", ())
ROW: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class ListModel(QAbstractTableModel):
    """Date, title, lanes and evidence of each event; the title's cell is read aloud with the date."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ordinals: I32 = np.zeros(0, np.int32)
        self._places: I32 = np.zeros(0, np.int32)
        self._teller: RowTeller | None = None
        self._look: Look | None = None
        self._rows: dict[int, ListedRow] = {}

    def show_events(self, found: EventList, teller: RowTeller, look: Look) -> None:
        """Take the events, and what says them."""
        self.beginResetModel()
        self.ordinals, self._teller, self._look = found.ordinals, teller, look
        self._places = np.full(len(teller.fitted.showing.table), -1, np.int32)
        self._places[found.ordinals] = np.arange(len(found), dtype=np.int32)
        self._rows.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing, and keep no exhibit."""
        self.beginResetModel()
        self.ordinals = self._places = np.zeros(0, np.int32)
        self._teller = None
        self._rows.clear()
        self.endResetModel()

    # -- for us -----------------------------------------------------------------------------------

    def row(self, number: int) -> ListedRow:
        """Return what a row says."""
        made = self._rows.get(number)
        if made is None:
            if len(self._rows) >= MOST_KEPT:
                self._rows.clear()
            ordinal = int(self.ordinals[number])
            made = self._teller.row(ordinal) if self._teller is not None else NOTHING
            self._rows[number] = made
        return made

    def event_id(self, number: int) -> str:
        """Return the id of a row's event."""
        if self._teller is None or not 0 <= number < len(self.ordinals):
            return ""
        return self._teller.fitted.showing.event_id(int(self.ordinals[number]))

    def row_of(self, event_id: str) -> int:
        """Return the row of an event, -1 where it is not in the list."""
        ordinal = self._teller.fitted.showing.ordinal(event_id) if self._teller is not None else None
        return -1 if ordinal is None else int(self._places[ordinal])

    def cell(self, number: int, column: ListColumn) -> str:
        """Return what stands in a cell."""
        row = self.row(number)
        if column is ListColumn.DATE:
            return row.date or self._say("list.undated")
        if column is ListColumn.TITLE:
            return row.title.text
        return row.lanes if column is ListColumn.LANE else row.evidence

    def said(self, number: int) -> str:
        """Return what is read aloud of a row: date and title."""
        row = self.row(number)
        return self._say("list.row", date=row.date, title=row.title.text) if row.date else row.title.text

    def more(self, number: int) -> str:
        """Return what else there is to be said of a row: its lanes and its evidence."""
        row = self.row(number)
        return self._say("list.row-more", lane=row.lanes, evidence=row.evidence)

    def _say(self, key: str, **params: str) -> str:
        return self._look.say(key, **params) if self._look is not None else ""

    # -- Qt's side --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt's: how many events there are."""
        return 0 if parent.isValid() else len(self.ordinals)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Qt's: date, title, lane, evidence."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: rows can be chosen, and not written in."""
        return ROW if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: the words of a cell; for screen readers the title's with the date."""
        number, column = index.row(), index.column()
        if not (0 <= number < len(self.ordinals) and 0 <= column < len(COLUMNS)):
            return None
        if column == TITLE and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(number)
        if column == TITLE and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.more(number)
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return self.cell(number, COLUMNS[column])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Qt's: the names of the columns and the numbers of the rows, for screen readers."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        if not 0 <= section < len(COLUMNS):
            return None
        return self._say(f"list.column.{COLUMNS[section]}")
