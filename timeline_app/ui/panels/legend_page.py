# SPDX-License-Identifier: MIT
"""The legend: how the canvas shows doubt, how the panel shows evidence, and how importance and order work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from timeline_app.base.geometry import Size
from timeline_app.chrono.edtf import parse
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.scene.items import Scene
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.legend_evidence import EVIDENCE_GROUPS
from timeline_app.ui.panels.legend_samples import (
    DATE_GROUPS,
    LINK_SAMPLES,
    ORDER_SAMPLES,
    Drawing,
    Group,
    Sample,
    importance_drawing,
    sample_scene,
)
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.reading import access
from timeline_app.ui.reading.paragraphs import WORD_JOINER, Chip, Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX, ReadingView

WIDTH_PX: Final = 132
MOST_WIDTH_PX: Final = 300
"""So much room there is in the narrowest panel, however large the text."""
HEIGHT_PX: Final = 40
ROW_GAP_PX: Final = 10
STACKED_FROM: Final = 1.5
"""From a larger text on, a sample stands above its words: beside it they would have no room."""
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

    def fill(self, painter: Painter, drawing: Drawing, size: QSize, unit: float) -> None:
        """Show a drawing at a size, for a text scale."""
        self._painter = painter
        self._scene = sample_scene(drawing, Size(size.width(), size.height()), unit)
        self.setFixedSize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the scene."""
        del event
        if self._painter is not None and self._scene is not None:
            painter = QPainter(self)
            self._painter.paint(painter, self._scene, device_pixel_ratio=self.devicePixelRatioF())


class SampleRow(QWidget):
    """A sample and what it means: beside it, or below it where the text is large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.picture = SamplePicture(self)
        self.text = ReadingView(self)
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        line.addWidget(self.text, 1)
        self._line = line

    def fill(self, painter: Painter, sample: Sample, look: Look) -> None:
        """Show a sample with its meaning."""
        scale = look.typesetter.text_scale
        is_stacked = scale >= STACKED_FROM
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)
        self._line.setSpacing(look.space_px(4 if is_stacked else 14))
        # The picture begins where the words below it do.
        self._line.setContentsMargins(round(FOCUS_RING_PX), 0, 0, look.space_px(8) if is_stacked else 0)
        size = QSize(min(look.px(WIDTH_PX), MOST_WIDTH_PX), look.px(HEIGHT_PX))
        self.picture.fill(painter, sample.draw, size, scale)
        meaning = look.say(sample.key)
        if not sample.edtf:
            self.picture.setAccessibleName(meaning)
            self.text.set_paragraphs([words(meaning, "body")], look.typesetter)
            return
        date = look.date(parse(sample.edtf))
        self.picture.setAccessibleName(look.say("panel.legend.sample", date=date, edtf=sample.edtf))
        self.picture.setAccessibleDescription(meaning)
        head = ParagraphWriter()
        head.add(date, Emphasis.STRONG)
        # What an author writes is one word, whatever characters it has.
        head.add(f"  {WORD_JOINER.join(sample.edtf)}", ink="ink-second")
        self.text.set_paragraphs([head.paragraph("body"), words(meaning, "body")], look.typesetter)


class LegendPage(Page):
    """Explains how to read the picture and the panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = self.add_text()
        self.date_heads: list[ReadingView] = []
        self.dates: list[SampleRow] = []
        for group in DATE_GROUPS:
            self.add_rule()
            # A keyboard goes from heading to heading; a screen reader reads what stands below each.
            self.date_heads.append(self.add_text(tab_stop=True))
            self.dates.extend(self._add_rows(len(group.samples)))
        self.add_rule()
        self.links_head = self.add_text(tab_stop=True)
        self.links = self._add_rows(len(LINK_SAMPLES))
        self.add_rule()
        self.evidence = self.add_text(tab_stop=True)
        self.mark_heads: list[ReadingView] = []
        self.marks: list[SampleRow] = []
        for group in EVIDENCE_GROUPS:
            self.add_rule()
            self.mark_heads.append(self.add_text(tab_stop=True))
            self.marks.extend(self._add_rows(len(group.samples)))
        self.add_rule()
        self.order_head = self.add_text(tab_stop=True)
        self.order = self._add_rows(1 + len(ORDER_SAMPLES))
        self.order_text = self.add_text()
        self.row = ButtonRow(self)
        self.back_button = self.row.add("quiet", self.introduction_requested.emit)
        self.column.addWidget(self.row)

    def _add_rows(self, count: int) -> list[SampleRow]:
        stack = self.add_stack(ROW_GAP_PX)
        rows = [SampleRow(self) for _ in range(count)]
        for row in rows:
            stack.addWidget(row)
            row.text.copy_requested.connect(self.copy_requested)
        return rows

    def fill(self, look: Look) -> None:
        """Show the legend in a look."""
        self.set_spacing(look)
        painter = Painter(look.typesetter.theme, QtMeasurer(look.typesetter.text_scale))
        head = words(look.say("panel.legend"), "title", kind=BlockKind.HEADING)
        show_text(self.head, [head, words(look.say("panel.legend.lead"), "reading")], look)
        _fill_groups(self.date_heads, self.dates, DATE_GROUPS, painter, look)
        show_text(self.links_head, [section_heading(look, "panel.legend.links")], look)
        _fill_rows(self.links, LINK_SAMPLES, painter, look)
        show_text(self.evidence, _evidence(look), look)
        _fill_groups(self.mark_heads, self.marks, EVIDENCE_GROUPS, painter, look)
        show_text(self.order_head, [section_heading(look, "panel.legend.order")], look)
        names = (look.say("panel.legend.important"), look.say("panel.legend.less-important"))
        samples = (Sample("panel.legend.importance", importance_drawing(names)), *ORDER_SAMPLES)
        _fill_rows(self.order, samples, painter, look)
        keys = ("panel.legend.rows", "panel.legend.placement", "panel.legend.folded")
        texts = tuple(look.say(key) for key in keys)
        show_text(self.order_text, [words(text, "body") for text in texts], look)
        self.back_button.fill(look, look.say("panel.legend.back"))
        self.row.refresh()


def _fill_groups(
    heads: Sequence[ReadingView],
    rows: Sequence[SampleRow],
    groups: Sequence[Group],
    painter: Painter,
    look: Look,
) -> None:
    left = iter(rows)
    for view, group in zip(heads, groups, strict=True):
        show_text(view, [section_heading(look, group.key)], look)
        _fill_rows([next(left) for _ in group.samples], group.samples, painter, look)


def _fill_rows(rows: Sequence[SampleRow], samples: Sequence[Sample], painter: Painter, look: Look) -> None:
    for row, sample in zip(rows, samples, strict=True):
        row.fill(painter, sample, look)


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
