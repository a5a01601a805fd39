# SPDX-License-Identifier: MIT
"""The commands that the palette lists, as rows: title, menu and keys; and why one cannot be carried out now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.base.messages import Translator
from timeline_app.state.palette import Entry
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.command_rows import (
    PAD_PX,
    SIDE_PX,
    WRAPPED,
    Index,
    air_px,
    native,
    paint_ground,
    wrapped_size,
)
from timeline_app.ui.fonts import font_for
from timeline_app.ui.theme import Theme

LEAST_PX: Final = 36
KEYS_SHARE: Final = 0.4
"""No keys take more than this part of a row from its words."""
CORNER_PX: Final = 6.0


def native_keys(keys: Sequence[str]) -> str:
    """Return keys as this system writes them."""
    return "  ·  ".join(native(keys))


class PaletteModel(QAbstractListModel):
    """The entries that were found."""

    def __init__(self, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._translator = translator
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """List other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own default
        """Qt's: how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Qt's: the title, and for those who listen all that stands in the row."""
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return self.spoken(entry) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def second_line(self, entry: Entry) -> str:
        """Return what stands under a title: the menu, and why not now."""
        if entry.why_not is None:
            return entry.group
        reason = self._translator.text(entry.why_not)
        return self._translator.say("palette.not-now", group=entry.group, reason=reason)

    def spoken(self, entry: Entry) -> str:
        """Return all that a row says."""
        parts = (entry.title, self.second_line(entry), native_keys(entry.keys))
        return ", ".join(part for part in parts if part)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a command on two lines, with its keys at the end of the first; long words go on below."""

    def __init__(
        self, view: QListView, model: PaletteModel, theme: Theme, language: str, scale: float
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = theme
        self._scale = scale
        self._title_font = font_for("body", language, scale)
        self._small_font = font_for("small", language, scale)
        self._keys_font = font_for("small-strong", language, scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's: as high as its words in the width of the list."""
        del option
        width_px = self._view.viewport().width()
        title, keys, second = self._places(index, QRect(0, 0, width_px, 0))
        height_px = max(second.bottom(), keys.bottom(), title.bottom()) + 1 + self._pad_px
        return QSize(width_px, max(height_px, LEAST_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's: paint a row."""
        entry = self._model.entries[index.row()]
        title, keys, second = self._places(index, option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Enter carries the row out from the field too.
        paint_ground(painter, option, self._theme, CORNER_PX, has_ring=True)
        ink = "ink" if entry.why_not is None else "ink-second"
        for place, font, token, words in (
            (title, self._title_font, ink, entry.title),
            (keys, self._keys_font, "ink-second", native_keys(entry.keys)),
            (second, self._small_font, "ink-second", self._model.second_line(entry)),
        ):
            painter.setFont(font)
            painter.setPen(qcolor(self._theme.colour(token)))
            painter.drawText(place, WRAPPED, words)
        painter.restore()

    @property
    def _pad_px(self) -> int:
        return air_px(PAD_PX, self._scale)

    def _places(self, index: Index, row: QRect) -> tuple[QRect, QRect, QRect]:
        """Return where title, keys and second line stand in a row."""
        entry = self._model.entries[index.row()]
        side_px, pad_px = round(SIDE_PX * self._scale), self._pad_px
        room = row.adjusted(side_px, pad_px, -side_px, 0)
        keys_px = self._size(self._keys_font, native_keys(entry.keys), int(room.width() * KEYS_SHARE))
        title_px = self._size(self._title_font, entry.title, room.width() - keys_px.width() - side_px)
        second_px = self._size(self._small_font, self._model.second_line(entry), room.width())
        title = QRect(room.topLeft(), title_px)
        keys = QRect(room.right() + 1 - keys_px.width(), room.top(), keys_px.width(), keys_px.height())
        second_top_px = max(title.bottom(), keys.bottom()) + 1
        return title, keys, QRect(room.left(), second_top_px, second_px.width(), second_px.height())

    @staticmethod
    def _size(font: QFont, words: str, most_px: int) -> QSize:
        return wrapped_size(font, words, most_px) + QSize(1, 0) if words else QSize(0, 0)
