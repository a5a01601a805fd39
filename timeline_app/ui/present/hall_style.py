# SPDX-License-Identifier: MIT
"""How the hall looks: theme, fonts and strokes, all of them by the height of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextLayout

from timeline_app.model.prose import Emphasis
from timeline_app.scene.board import BoardRole, BoardText
from timeline_app.scene.hall_plan import LEAST_STROKE_SHARE, text_scale_for
from timeline_app.scene.items import Scene
from timeline_app.scene.thickened import thickened
from timeline_app.state.app_state import ThemeChoice
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.painter import Painter
from timeline_app.ui.present.large_letters import LargeLetters
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import Paragraph, Run
from timeline_app.ui.reading.typesetter import ParagraphStyle, Typesetter
from timeline_app.ui.theme import Theme, load_theme

HALL_THEME: Final = "hall"
"""Light and of high contrast: what a projector in a lit room can show."""
DARK_THEME: Final = ThemeChoice.HIGH_CONTRAST.value

TYPE_ROLES: Final = {
    BoardRole.KICKER: "small-strong",
    BoardRole.TITLE: "heading",
    BoardRole.DATE: "body",
    BoardRole.PROSE: "reading",
    BoardRole.WORDS: "reading",
    BoardRole.LARGE_WORDS: "quote",
    BoardRole.SPEAKER: "small-strong",
    BoardRole.SOURCE: "small",
    BoardRole.HEADING: "reading",
    BoardRole.SAYS: "reading",
    BoardRole.STEP: "reading",
    BoardRole.STEP_HERE: "reading",
    BoardRole.MARK: "small-strong",
}
_STYLES: Final = {
    "heading": ParagraphStyle(1.16, 8),
    "reading": ParagraphStyle(1.34, 9),
    "quote": ParagraphStyle(1.32, 8),
    "body": ParagraphStyle(1.3, 6, "ink"),
    "small": ParagraphStyle(1.32, 6, "ink-second"),
    "small-strong": ParagraphStyle(1.32, 8, "ink"),
}
WIDEST_PX: Final = 1e6
SOURCE_SHARE: Final = 0.8
"""Where something is printed is no label and no date: it may be smaller, though never below what can be read."""
_SECOND: Final = frozenset({BoardRole.DATE, BoardRole.SPEAKER, BoardRole.STEP, BoardRole.STEP_HERE})
"""In these what is not strong stands back."""


class HallTypesetter(Typesetter):
    """Sets the board: lines closer together than on a page, for they are short and few."""

    def __init__(self, theme: Theme, text_scale: float) -> None:
        super().__init__(theme, text_scale)
        self._letters = LargeLetters()

    def style(self, paragraph: Paragraph) -> ParagraphStyle:
        """Return the paragraph's style."""
        return _STYLES[paragraph.role]

    def draw(
        self,
        painter: QPainter,
        layout: QTextLayout,
        origin: QPointF,
        selections: Sequence[QTextLayout.FormatRange],
    ) -> None:
        """Draw a text; what is larger than Qt keeps letters of is put together of our own."""
        if selections or not self._letters.draw(painter, layout, origin):
            super().draw(painter, layout, origin, selections)


class HallPainter(Painter):
    """Paints the timeline with strokes that the last row can see."""

    def __init__(self, theme: Theme, measurer: QtMeasurer, height_px: float) -> None:
        self.least_px: Final = height_px * LEAST_STROKE_SHARE
        super().__init__(theme, measurer, measurer.text_scale)

    def paint(self, painter: QPainter, scene: Scene, *, device_pixel_ratio: float = 1.0) -> None:
        """Paint a scene without hairlines."""
        super().paint(painter, thickened(scene, self.least_px), device_pixel_ratio=device_pixel_ratio)


class HallStyle:
    """Everything that depends on theme and height; `unit` is a pixel of a picture 1080 high."""

    def __init__(self, themes_folder: Path, choice: ThemeChoice, height_px: float) -> None:
        name = HALL_THEME if choice is ThemeChoice.LIGHT else DARK_THEME
        self.text_scale: Final = text_scale_for(height_px)
        self.unit: Final = height_px / 1_080
        self.theme: Final = _with_strokes(
            load_theme(themes_folder, name), height_px * LEAST_STROKE_SHARE / self.text_scale
        )
        self.measurer: Final = QtMeasurer(self.text_scale)
        self.painter: Final = HallPainter(self.theme, self.measurer, height_px)
        self.typesetter: Final = HallTypesetter(self.theme, self.text_scale)
        self._small: Final = HallTypesetter(self.theme, self.text_scale * SOURCE_SHARE)
        self._layouts: dict[BoardText, ParagraphLayout] = {}
        self._heights: dict[tuple[BoardText, int], float] = {}

    def layout(self, text: BoardText) -> ParagraphLayout:
        """Return a text with its fonts; kept until the next board comes."""
        found = self._layouts.get(text)
        if found is None:
            found = self._layouts[text] = ParagraphLayout(paragraph_of(text), self._setter(text))
        return found

    def font_px(self, text: BoardText) -> int:
        """Return the size of a text's font."""
        return self._setter(text).font(paragraph_of(text)).pixelSize()

    def _setter(self, text: BoardText) -> HallTypesetter:
        return self._small if text.role is BoardRole.SOURCE else self.typesetter

    def forget_texts(self) -> None:
        """Let go of the texts of the board before."""
        self._layouts.clear()
        self._heights.clear()

    def height_px(self, text: BoardText, width_px: float) -> float:
        """Return the height of a paragraph broken for a width."""
        key = text, int(width_px)
        if key not in self._heights:
            self._heights[key] = self.layout(text).break_lines(float(key[1]))
        return self._heights[key]

    def line_px(self, text: BoardText) -> float:
        """Return the height of one line of a paragraph."""
        return self._setter(text).line_px(paragraph_of(text))

    def width_px(self, text: BoardText) -> float:
        """Return the width of a text on one line."""
        layout = self.layout(text)
        layout.break_lines(WIDEST_PX)
        return float(-(-layout.natural_width_px // 1))

    def space_px(self, text: BoardText) -> float:
        """Return the space between a paragraph and what stands above it."""
        return self.layout(text).space_above_px


def paragraph_of(text: BoardText) -> Paragraph:
    """Return a text of the board as it is set."""
    slanted = Emphasis.STRESSED if text.role is BoardRole.WORDS else Emphasis.NONE
    second = "ink-second" if text.role in _SECOND else ""
    runs = [Run(text.opening, slanted)] if text.opening else []
    for span in text.spans:
        ink = "" if span.emphasis & Emphasis.STRONG else second
        emphasis = span.emphasis ^ slanted
        if text.role is BoardRole.HEADING:
            emphasis |= Emphasis.STRONG
        runs.append(Run(span.text, emphasis, span.language, ink))
    if text.closing:
        runs.append(Run(text.closing, slanted))
    ink = f"lane.text:{text.lane}" if text.lane else ""
    role = TYPE_ROLES[text.role]
    return Paragraph(tuple(runs), role, language=text.language, ink=ink, bullet=text.bullet)


def _with_strokes(theme: Theme, least_px: float) -> Theme:
    """Return a theme none of whose edges is thinner, before the painter's weight."""
    roles = {
        role: replace(style, edge_px=max(style.edge_px, least_px)) if style.edge_px else style
        for role, style in theme.roles.items()
    }
    return replace(theme, roles=roles)
