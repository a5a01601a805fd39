# SPDX-License-Identifier: MIT
"""Sources as rows of a list, with a heading above each kind; what a row says is made when it is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.base.text_value import ShownText
from timeline_app.model.showing import Showing
from timeline_app.model.source_list import SourceGroup
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.source_words import group_name, row_facts, row_head
from timeline_app.ui.reading.typesetter import is_right_to_left
from timeline_app.ui.type_scale import shown_text

MOST_KEPT: Final = 2_000
"""So many rows are kept: more than a screen shows, fewer than a list may have."""
PAD_PX: Final = 7
SIDE_PX: Final = 10
RING_PX: Final = 3

Index = QModelIndex | QPersistentModelIndex


class SourceRow(NamedTuple):
    """What a row says; a heading has `head` alone. `is_off` tells that the source was switched off."""

    head: str
    title: ShownText
    facts: str = ""
    is_off: bool = False


class SourceModel(QStringListModel):
    """Headings and sources; its strings are empty, so that rows are counted without asking Python for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[int, SourceGroup] = {}
        self._ids: list[str] = []
        self._showing: Showing | None = None
        self._look: Look | None = None
        self._rows: dict[int, SourceRow] = {}

    def show_groups(self, groups: Sequence[SourceGroup], showing: Showing, look: Look) -> None:
        """Take the sources by kind, and what says them."""
        self._showing, self._look = showing, look
        self._rows.clear()
        self._groups.clear()
        self._ids = []
        for group in groups:
            self._groups[len(self._ids)] = group
            self._ids += ("", *group.ids)
        self.setStringList([""] * len(self._ids))

    def forget(self) -> None:
        """Show nothing, and keep no exhibit."""
        self._showing = None
        self._ids = []
        self._groups.clear()
        self._rows.clear()
        self.setStringList([])

    def is_heading(self, number: int) -> bool:
        """Tell whether a row is the heading of a kind."""
        return number in self._groups

    def source_id(self, number: int) -> str:
        """Return the id of a row's source, "" for a heading."""
        return self._ids[number] if 0 <= number < len(self._ids) else ""

    def row_of(self, source_id: str) -> int:
        """Return the row of a source, -1 where it is not in the list."""
        return self._ids.index(source_id) if source_id and source_id in self._ids else -1

    def first_source(self) -> int:
        """Return the first row that is no heading, -1 where there is none."""
        return 1 if len(self._ids) > 1 else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's: sources can be chosen, headings only read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return plain if self.is_heading(index.row()) else plain | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: author and year, by which typing finds a row; for screen readers all that the row says."""
        if not 0 <= index.row() < len(self._ids):
            return None
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (row.head, row.title.text, row.facts)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title.text or None
        return None

    def row(self, number: int) -> SourceRow:
        """Return what a row says."""
        found = self._rows.get(number)
        if found is None:
            if len(self._rows) >= MOST_KEPT:
                self._rows.clear()
            found = self._rows[number] = self._made(number)
        return found

    def _made(self, number: int) -> SourceRow:
        showing, look = self._showing, self._look
        nothing = ShownText("", "")
        if showing is None or look is None:
            return SourceRow("", nothing)
        group = self._groups.get(number)
        if group is not None:
            return SourceRow(
                look.say("sources.group", kind=group_name(group.kind, look), count=len(group.ids)), nothing
            )
        source = showing.source(self._ids[number])
        if source is None:
            return SourceRow("", nothing)
        is_off = source.id in showing.sources_off
        return SourceRow(row_head(source, showing), source.title, row_facts(source, showing, look), is_off)


class SourceDelegate(QStyledItemDelegate):
    """Paints a heading, or a source on three lines: author and year, title, what it is and what rests on it."""

    def __init__(self, model: SourceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look: Look | None = None
        self._row_px = self._heading_px = 44

    def set_look(self, look: Look) -> None:
        """Take theme and text size."""
        self._look = look
        heights = {
            role: QFontMetricsF(font_for(role, "", look.typesetter.text_scale)).height()
            for role in ("body-strong", "body", "small", "section")
        }
        lines = heights["body-strong"] + heights["body"] + heights["small"]
        self._row_px = round(lines + 2 * look.px(PAD_PX))
        self._heading_px = max(round(heights["section"] + 3 * look.px(PAD_PX)), 32)

    @property
    def row_px(self) -> int:
        """The height of a source's row."""
        return self._row_px

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's: all sources are of one height, all headings of another."""
        del option
        return QSize(120, self._heading_px if self._model.is_heading(index.row()) else self._row_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's: paint a row."""
        look = self._look
        if look is None:
            return
        row, rect, state = self._model.row(index.row()), option.rect, option.state
        is_heading = self._model.is_heading(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, look)
        side, pad = look.px(SIDE_PX), look.px(PAD_PX)
        room = rect.adjusted(side, pad * (2 if is_heading else 1), -side, 0)
        language = look.translator.language
        ink = "ink-second" if row.is_off or is_heading else "ink"
        lines = (
            [(shown_text("section", language, row.head), "section", language, ink)]
            if is_heading
            else [
                (row.head, "body-strong", row.title.language, ink),
                (row.title.text, "body", row.title.language, ink),
                (row.facts, "small", language, "warning" if row.is_off else "ink-second"),
            ]
        )
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        top = room.y()
        for words, role, tongue, token in lines:
            top += paint_line(painter, (words, role, tongue, token), room, top, look, mirrored=mirrored)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, look: Look) -> None:
        """Paint what tells the row of the pointer and that of the keyboard from the others."""
        kind = look.typesetter
        inner = rect.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = (
            "control-pressed"
            if state & QStyle.StateFlag.State_Selected
            else "control-hover"
            if state & QStyle.StateFlag.State_MouseOver
            else ""
        )
        if ground:
            painter.setBrush(kind.colour(ground))
            painter.drawRoundedRect(inner, 6.0, 6.0)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), RING_PX))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 6.0, 6.0)


def paint_line(
    painter: QPainter,
    line: tuple[str, str, str, str],
    room: QRect,
    top: int,
    look: Look,
    *,
    mirrored: bool,
) -> int:
    """Paint one line (words, font role, language, ink) and return its height."""
    words, role, language, ink = line
    font = font_for(role, language, look.typesetter.text_scale)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(look.typesetter.colour(ink))
    is_right = mirrored or is_right_to_left(language)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    spare_px = max(room.width() - metrics.horizontalAdvance(shown), 0.0)
    # On the baseline: within a rectangle, a line with Chinese or Korean signs in it would lose its descenders.
    painter.drawText(QPointF(room.x() + (spare_px if is_right else 0.0), top + metrics.ascent()), shown)
    return round(metrics.height())
