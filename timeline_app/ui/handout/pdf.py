# SPDX-License-Identifier: MIT
"""Writes a handout as a PDF: vector pictures, and text that can be searched, copied and read aloud."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.state.handout import Handout, Paper
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.export import CREATOR, usual_characters
from timeline_app.ui.handout.compose import Composer, Page
from timeline_app.ui.handout.paper_type import DOTS_PER_INCH, MILLIMETRE, POINT, RULE, SECOND_INK, paper_font
from timeline_app.ui.handout.pictures import Drawer
from timeline_app.ui.handout.strip_picture import print_theme
from timeline_app.ui.theme import load_theme
from timeline_app.ui.type_scale import SANS

SIDE: Final = 20 * MILLIMETRE
TOP: Final = 18 * MILLIMETRE
BOTTOM: Final = 22 * MILLIMETRE
FOOT_PT: Final = 8.0
SIZES: Final = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
THEME: Final = "light"


def make_drawer(translator: Translator) -> Drawer:
    """Return what draws strips for print."""
    measurer = QtMeasurer(1.0)
    theme = print_theme(load_theme(resource_root() / "themes", THEME))
    return Drawer(Painter(theme, measurer), measurer, translator)


def pdf_bytes(handout: Handout, translator: Translator) -> bytes:
    """Return a handout as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(SIZES[handout.wish.paper]))
    writer.setPageMargins(QMarginsF(0.0, 0.0, 0.0, 0.0))
    writer.setResolution(DOTS_PER_INCH)
    writer.setTitle(f"{handout.title.text} – {handout.about[0].text}")
    writer.setCreator(CREATOR)
    size = QPageSize(SIZES[handout.wish.paper]).sizePoints()
    width, height = size.width() * POINT, size.height() * POINT
    composer = Composer(handout, width - 2 * SIDE, height - TOP - BOTTOM, make_drawer(translator), translator)
    pages = composer.compose()
    painter = QPainter(writer)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        _paint_page(painter, page)
        words = translator.say("handout.page", page=number, pages=len(pages))
        _paint_foot(painter, QRectF(SIDE, height - BOTTOM, width - 2 * SIDE, BOTTOM), handout.foot, words)
    painter.end()
    buffer.close()
    return usual_characters(bytes(buffer.data().data()))


def _paint_page(painter: QPainter, page: Page) -> None:
    for placed in page.placed:
        placed.block.paint(painter, SIDE + placed.x, TOP + placed.y, placed.width)


def _paint_foot(painter: QPainter, rect: QRectF, title: str, number: str) -> None:
    """Paint what stands at the foot of every page: which handout it is, and which page of it."""
    font = paper_font(SANS, FOOT_PT, 400, "")
    metrics = QFontMetricsF(font)
    line = rect.top() + 6 * MILLIMETRE
    painter.setPen(QPen(RULE, 0.5 * POINT))
    painter.drawLine(QPointF(rect.left(), line), QPointF(rect.right(), line))
    painter.setFont(font)
    painter.setPen(SECOND_INK)
    base = line + 12 * POINT
    room = rect.width() - metrics.horizontalAdvance(number) - 20 * POINT
    painter.drawText(QPointF(rect.left(), base), metrics.elidedText(title, Qt.TextElideMode.ElideRight, room))
    painter.drawText(QPointF(rect.right() - metrics.horizontalAdvance(number), base), number)
