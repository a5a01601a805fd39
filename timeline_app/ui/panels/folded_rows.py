# SPDX-License-Identifier: MIT
"""Folded events as rows of a list: titles are made when a row is seen, so that any number opens at once."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QModelIndex, QObject, QRect, QStringListModel, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.scene.index_basis import I32
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.row_painting import CHOSEN, Index, RowDelegate
from timeline_app.ui.reading.typesetter import is_right_to_left

IMPORTANT_FROM: Final = 4
MOST_KEPT: Final = 2_000
"""So many rows are kept: more than a screen shows, fewer than a list may have."""


class FoldedRow(NamedTuple):
    """What a row says: short title, date in words, whether the event is important, its lane's colour, whole title."""

    title: ShownText
    date: str
    is_important: bool
    colour: str
    whole: str


class FoldedModel(QStringListModel):
    """The events of a stretch in the order of time.

    Its strings are empty: rows are counted without asking Python for each, of which there may be a million.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ordinals: I32 = np.zeros(0, np.int32)
        self._showing: Showing | None = None
        self._look: Look | None = None
        self._rows: dict[int, FoldedRow] = {}

    def show_events(self, ordinals: I32, showing: Showing, look: Look) -> None:
        """Take the events, and what says them."""
        self.ordinals, self._showing, self._look = ordinals, showing, look
        self._rows.clear()
        self.setStringList([""] * len(ordinals))

    def forget(self) -> None:
        """Show nothing, and keep no exhibit."""
        self.ordinals, self._showing = np.zeros(0, np.int32), None
        self._rows.clear()
        self.setStringList([])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: rows can be chosen, and not written in."""
        return CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: the title, by which typing finds a row; for screen readers with the date."""
        if not 0 <= index.row() < len(self.ordinals):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.row(index.row()).whole
        return None

    def match(
        self,
        start: Index,
        role: int,
        value: str,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """Qt's: the first row from `start` on, and around, whose title begins with what is typed."""
        del role, hits, flags
        wanted, count = str(value).casefold(), len(self.ordinals)
        for step in range(count):
            at = (start.row() + step) % count
            if self._title(at).casefold().startswith(wanted):
                return [self.index(at)]
        return []

    def row(self, number: int) -> FoldedRow:
        """Return what a row says."""
        ordinal = int(self.ordinals[number])
        found = self._rows.get(ordinal)
        if found is None:
            if len(self._rows) >= MOST_KEPT:
                self._rows.clear()
            found = self._rows[ordinal] = self._made(ordinal)
        return found

    def said(self, number: int) -> str:
        """Return what is read aloud of a row."""
        row = self.row(number)
        if self._look is None:
            return row.title.text
        words = row.title.text
        if row.date:
            words = self._look.say("folded.row", title=words, date=row.date)
        return self._look.say("folded.row-important", event=words) if row.is_important else words

    def event_id(self, number: int) -> str:
        """Return the id of a row's event."""
        return self._showing.event_id(int(self.ordinals[number])) if self._showing is not None else ""

    def row_of(self, ordinal: int) -> int:
        """Return the row of an event, -1 where it is not in the list."""
        found = np.flatnonzero(self.ordinals == ordinal)
        return int(found[0]) if len(found) else -1

    def _title(self, number: int) -> str:
        """Return a row's title alone, which is quick: typing may ask for very many."""
        ordinal = int(self.ordinals[number])
        kept = self._rows.get(ordinal)
        if kept is not None or self._showing is None:
            return kept.title.text if kept is not None else ""
        return self._showing.label(ordinal).text

    def _made(self, ordinal: int) -> FoldedRow:
        if self._showing is None or self._look is None:
            return FoldedRow(ShownText("", ""), "", False, "", "")
        head = self._showing.head(ordinal)
        date = self._look.date(head.date) if head.date is not None else ""
        colour = self._showing.lanes[head.lanes[0]].colour if head.lanes else ""
        is_important = int(self._showing.importance[ordinal]) >= IMPORTANT_FROM
        return FoldedRow(head.short, date, is_important, colour, head.title.text)


class FoldedDelegate(RowDelegate):
    """Paints a row: the title above its date; an important event in strong type, with a mark of its lane before it."""

    def __init__(self, model: FoldedModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def set_look(self, look: Look) -> None:
        """Take theme and text size."""
        scale = look.typesetter.text_scale
        self.take_look(
            look, sum(QFontMetricsF(font_for(role, "", scale)).height() for role in ("body-strong", "small"))
        )

    def mark_of(self, number: int) -> str:
        """Return the colour of an important event's lane."""
        row = self._model.row(number)
        return row.colour if row.is_important else ""

    def paint_words(self, painter: QPainter, room: QRect, number: int, look: Look, *, mirrored: bool) -> None:
        """Paint title and date, each as far as it fits."""
        row, kind = self._model.row(number), look.typesetter
        strong = font_for("body-strong" if row.is_important else "body", row.title.language, kind.text_scale)
        small = font_for("small", look.translator.language, kind.text_scale)
        top = room.y()
        for words, font, ink, is_rtl in (
            (row.title.text, strong, "ink", is_right_to_left(row.title.language)),
            (row.date, small, "ink-second", mirrored),
        ):
            metrics = QFontMetricsF(font)
            line = QRect(room.x(), top, room.width(), round(metrics.height()))
            painter.setFont(font)
            painter.setPen(kind.colour(ink))
            side = Qt.AlignmentFlag.AlignRight if is_rtl or mirrored else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, flags, shown)
            top += line.height()
