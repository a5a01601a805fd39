# SPDX-License-Identifier: MIT
"""The legend: how the canvas shows doubt, how the panel shows evidence, and how importance and order work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.base.geometry import Size
from timeline_app.model.prose import BlockKind
from timeline_app.scene.items import Scene
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.legend_samples import (
    DATE_SAMPLES,
    LINK_SAMPLES,
    ORDER_SAMPLES,
    Drawing,
    Sample,
    importance_drawing,
    sample_scene,
)
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.reading import access
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import ReadingView

_COLOUR: Final = "indigo"
_KINDS: Final = (
    "document",
    "official",
    "court",
    "inquiry",
    "press",
    "state-publication",
    "memoir",
    "testimony",
    "scholarship",
    "reference",
)


class SamplePicture(QWidget):
    """A live sample, painted by the canvas's own painter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(SamplePicture, QAccessible.Role.Graphic)
        self._painter: Painter | None = None
        self._scene: Scene | None = None

    def fill(self, painter: Painter, drawing: Drawing, size: QSize) -> None:
        """Show a drawing at a size."""
        self._painter = painter
        self._scene = sample_scene(drawing, Size(size.width(), size.height()), _COLOUR)
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the scene."""
        del event
        if self._painter is not None and self._scene is not None:
            painter = QPainter(self)
            self._painter.paint(painter, self._scene, device_pixel_ratio=self.devicePixelRatioF())


class SampleRow(QWidget):
    """A sample and what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.picture = SamplePicture(self)
        self.text = ReadingView(self)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.text, 1)
        self._line = line

    def fill(self, painter: Painter, drawing: Drawing, text: str, look: Look) -> None:
        """Show a sample with its meaning."""
        width, height = min(look.px(116), 168), look.px(38)
        self._line.setSpacing(look.space_px(12))
        self.picture.fill(painter, drawing, QSize(width, height))
        self.picture.setAccessibleName(text)
        self.text.set_paragraphs([words(text, "body")], look.typesetter)


class LegendPage(Page):
    """Explains how to read the picture and the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = self.add_text()
        self.dates = self._add_rows(len(DATE_SAMPLES))
        self.add_rule()
        self.links_head = self.add_text()
        self.links = self._add_rows(len(LINK_SAMPLES))
        self.add_rule()
        self.evidence = self.add_text()
        self.add_rule()
        self.order_head = self.add_text()
        self.order = self._add_rows(1 + len(ORDER_SAMPLES))
        self.order_text = self.add_text()
        self.row = ButtonRow(self)
        self.back_button = self.row.add("quiet", self.introduction_requested.emit)
        self.column.addWidget(self.row)

    def _add_rows(self, count: int) -> list[SampleRow]:
        stack = self.add_stack(8)
        rows = [SampleRow(self) for _ in range(count)]
        for row in rows:
            stack.addWidget(row)
        return rows

    def fill(self, look: Look) -> None:
        """Show the legend in a look."""
        self.set_spacing(look)
        painter = Painter(look.typesetter.theme, QtMeasurer(look.typesetter.text_scale))
        head = words(look.say("panel.legend"), "title", kind=BlockKind.HEADING)
        dates = section_heading(look, "panel.legend.dates")
        show_text(self.head, [head, words(look.say("panel.legend.lead"), "reading"), dates], look)
        _fill_rows(self.dates, DATE_SAMPLES, painter, look)
        show_text(self.links_head, [section_heading(look, "panel.legend.links")], look)
        _fill_rows(self.links, LINK_SAMPLES, painter, look)
        show_text(self.evidence, _evidence(look), look)
        show_text(self.order_head, [section_heading(look, "panel.legend.order")], look)
        names = (look.say("panel.legend.important"), look.say("panel.legend.less-important"))
        samples = (Sample("panel.legend.importance", importance_drawing(names)), *ORDER_SAMPLES)
        _fill_rows(self.order, samples, painter, look)
        show_text(self.order_text, [words(look.say("panel.legend.rows"), "body")], look)
        self.back_button.fill(look, look.say("panel.legend.back"))
        self.row.refresh()


def _fill_rows(rows: Sequence[SampleRow], samples: Sequence[Sample], painter: Painter, look: Look) -> None:
    for row, sample in zip(rows, samples, strict=True):
        row.fill(painter, sample.draw, look.say(sample.key), look)


def _evidence(look: Look) -> list[Paragraph]:
    found = [section_heading(look, "panel.section.evidence")]
    for key in ("marks", "extent", "advocacy", "group", "accounts", "covered"):
        writer = ParagraphWriter()
        writer.add(look.say(f"panel.legend.{key}"))
        found.append(writer.paragraph("body", kind=BlockKind.LIST_ITEM, bullet="•"))
    found.append(words(look.say("panel.legend.kinds"), "body-strong"))
    for kind in _KINDS:
        writer = ParagraphWriter()
        writer.add(look.say(f"panel.legend.kind.{kind}"))
        chip = Chip(look.say(f"panel.kind.{kind}"), f"chip-{kind}")
        found.append(writer.paragraph("body", chip=chip))
    return found
