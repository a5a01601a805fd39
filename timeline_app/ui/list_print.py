# SPDX-License-Identifier: MIT
"""The list on paper: what it is of, its columns on every page, and each page's number. Always dark on white."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPainter, QPen

from timeline_app.base.messages import Message, Translator
from timeline_app.state.list_copies import CopyWords
from timeline_app.state.list_rows import ListedRow
from timeline_app.ui.export import PIXELS_PER_INCH
from timeline_app.ui.fonts import font_for
from timeline_app.ui.printing import ask_for_printer
from timeline_app.ui.shell import Shell

MOST_PRINTED: Final = 5_000
"""So many events take some two hundred pages."""
SHARES: Final = (0.2, 0.38, 0.17, 0.25)
GAP_PX: Final = 10.0
PAD_PX: Final = 4.0
FOOT_PX: Final = 26.0
INK: Final = QColor("#000000")
SECOND_INK: Final = QColor("#404040")
LINE: Final = QColor("#909090")
WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
ONE_LINE: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
AT_END: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed: a title, sentences about the list, names of columns, and rows of words with their languages."""

    title: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]
    translator: Translator

    def page_words(self, number: int, count: int) -> str:
        """Return a page's number, and of how many."""
        return self.translator.say("list.print-page", page=number, pages=count)


def sheet_of(
    rows: Sequence[ListedRow], words: CopyWords, said: Sequence[str], translator: Translator
) -> Sheet:
    """Return what is to be printed of some rows."""
    ours = translator.language
    return Sheet(
        words.title,
        (words.about, *words.remarks, *said),
        words.columns,
        tuple(
            (
                (row.date, ours),
                (row.title.text, row.title.language),
                (row.lanes, ours),
                (row.evidence, ours),
            )
            for row in rows
        ),
        translator,
    )


def print_list(shell: Shell, sheet: Sheet) -> None:
    """Ask for a printer, then print."""

    def print_on(printer: QPagedPaintDevice) -> None:
        if not paint_sheet(printer, sheet):
            shell.tell(Message.of("file.print-failed"))

    ask_for_printer(shell, QPageLayout.Orientation.Portrait, print_on)


def paint_sheet(device: QPagedPaintDevice, sheet: Sheet) -> bool:
    """Paint all pages; return whether the device could be used."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.logicalDpiX() / PIXELS_PER_INCH
    page = device.pageLayout().paintRectPixels(device.logicalDpiX())
    pages = _Pages(sheet, page.width() / scale, page.height() / scale)
    painter.scale(scale, scale)
    for number in range(len(pages.starts)):
        if number:
            device.newPage()
        pages.paint(painter, number)
    painter.end()
    return True


class _Pages:
    """The pages of a sheet, `starts` being the first row of each; lengths are pixels at 96 dots per inch."""

    def __init__(self, sheet: Sheet, width_px: float, height_px: float) -> None:
        self._sheet = sheet
        self._width_px = width_px
        self._height_px = height_px
        self._columns = self._laid_out()
        names = tuple((name, sheet.translator.language) for name in sheet.columns)
        self._names = names
        self._names_px = self._row_px(names, "small-strong")
        self._head_px = self._head_height()
        self._rows_px = [self._row_px(row, "small") for row in sheet.rows]
        self.starts = self._broken()

    def _laid_out(self) -> list[tuple[float, float]]:
        """Return each column's left edge and width."""
        found, left = [], 0.0
        for share in SHARES:
            found.append((left, self._width_px * share - GAP_PX))
            left += self._width_px * share
        return found

    def _head_height(self) -> float:
        title = _height_px(self._sheet.title, self._title_font, self._width_px)
        about = sum(_height_px(words, self._small, self._width_px) + PAD_PX for words in self._sheet.about)
        return title + about + 3 * PAD_PX

    @property
    def _title_font(self) -> QFont:
        return font_for("heading", self._sheet.translator.language)

    @property
    def _small(self) -> QFont:
        return font_for("small", self._sheet.translator.language)

    def _row_px(self, row: Sequence[tuple[str, str]], role: str) -> float:
        heights = (
            _height_px(words, font_for(role, language), width)
            for (words, language), (_, width) in zip(row, self._columns, strict=True)
        )
        return max(heights) + 2 * PAD_PX

    def _broken(self) -> list[int]:
        """Return the first row of each page: as many rows as have room, one at the least."""
        room_px = self._height_px - FOOT_PX - self._names_px
        starts, left_px = [0], room_px - self._head_px
        for number, row_px in enumerate(self._rows_px):
            if row_px > left_px and number > starts[-1]:
                starts.append(number)
                left_px = room_px
            left_px -= row_px
        return starts

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page."""
        top = self._paint_head(painter) if number == 0 else 0.0
        painter.setPen(INK)
        self._paint_row(painter, self._names, "small-strong", top)
        top += self._names_px
        painter.setPen(QPen(INK, 1.0))
        painter.drawLine(0, round(top), round(self._width_px), round(top))
        last = self.starts[number + 1] if number + 1 < len(self.starts) else len(self._sheet.rows)
        for row in range(self.starts[number], last):
            painter.setPen(INK)
            self._paint_row(painter, self._sheet.rows[row], "small", top)
            top += self._rows_px[row]
            painter.setPen(QPen(LINE, 0.5))
            painter.drawLine(0, round(top), round(self._width_px), round(top))
        self._paint_foot(painter, number)

    def _paint_head(self, painter: QPainter) -> float:
        """Paint what stands above the list; return where the list begins."""
        top = 0.0
        for words, font, ink in (
            (self._sheet.title, self._title_font, INK),
            *((words, self._small, SECOND_INK) for words in self._sheet.about),
        ):
            height = _height_px(words, font, self._width_px)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRectF(0.0, top, self._width_px, height), WRAPPED, words)
            top += height + PAD_PX
        return self._head_px

    def _paint_row(self, painter: QPainter, row: Sequence[tuple[str, str]], role: str, top_px: float) -> None:
        for (words, language), (left, width) in zip(row, self._columns, strict=True):
            font = font_for(role, language)
            painter.setFont(font)
            room = QRectF(left, top_px + PAD_PX, width, _height_px(words, font, width))
            painter.drawText(room, WRAPPED, words)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        foot = QRectF(0.0, self._height_px - FOOT_PX + PAD_PX, self._width_px, FOOT_PX - PAD_PX)
        painter.setFont(self._small)
        painter.setPen(SECOND_INK)
        count = self._sheet.page_words(number + 1, len(self.starts))
        metrics = QFontMetricsF(self._small)
        room_px = foot.width() - metrics.horizontalAdvance(count) - 2 * GAP_PX
        title = metrics.elidedText(self._sheet.title, Qt.TextElideMode.ElideRight, room_px)
        painter.drawText(foot, ONE_LINE, title)
        painter.drawText(foot, AT_END, count)


def _height_px(words: str, font: QFont, width_px: float) -> float:
    """Return the height of wrapped words, with air for letters of other scripts."""
    room = QRectF(0.0, 0.0, max(width_px, 1.0), 1e6)
    metrics = QFontMetricsF(font)
    return max(metrics.boundingRect(room, WRAPPED, words).height(), metrics.height()) + 1.0
