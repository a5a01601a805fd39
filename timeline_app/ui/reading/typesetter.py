# SPDX-License-Identifier: MIT
"""What reading text looks like: fonts, leading and inks of each role for one theme and text size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from timeline_app.model.prose import Emphasis
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.fonts import font_for
from timeline_app.ui.reading.paragraphs import Paragraph, Run, upright_cjk
from timeline_app.ui.theme import Theme
from timeline_app.ui.type_scale import is_cjk

RIGHT_TO_LEFT: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
MIN_TARGET_PX: Final = 24.0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Line height as a multiple of the type size, space above in pixels at 100 %, and the ink's token."""

    leading: float
    space_above_px: float
    ink: str = "ink"


STYLES: Final[dict[str, ParagraphStyle]] = {
    "title": ParagraphStyle(1.2, 6),
    "heading": ParagraphStyle(1.25, 0),
    "subheading": ParagraphStyle(1.3, 16),
    "reading": ParagraphStyle(1.52, 10),
    "reading-large": ParagraphStyle(1.48, 0),
    "quote": ParagraphStyle(1.42, 6, "quote-text"),
    "section": ParagraphStyle(1.4, 14, "ink-second"),
    "body": ParagraphStyle(1.45, 4),
    "body-strong": ParagraphStyle(1.45, 10),
    "small": ParagraphStyle(1.45, 4, "ink-second"),
    "small-strong": ParagraphStyle(1.45, 4, "ink-second"),
}
_FALLBACK: Final = ParagraphStyle(1.45, 4)


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return language.partition("-")[0] in RIGHT_TO_LEFT


class Typesetter:
    """Gives paragraphs their fonts and colours; one for each theme and text size."""

    def __init__(self, theme: Theme, text_scale: float = 1.0) -> None:
        self.theme = theme
        self.text_scale = text_scale
        self._colours: dict[tuple[str, str], QColor] = {}
        self._baselines: dict[tuple[str, str], float] = {}

    def px(self, at_100_percent: float) -> float:
        """Return a length scaled with the text."""
        return at_100_percent * self.text_scale

    def colour(self, token: str) -> QColor:
        """Return a token's colour; `lane.text:plum` asks for a lane's."""
        name, _, lane = token.partition(":")
        key = (name, lane)
        if key not in self._colours:
            self._colours[key] = qcolor(self.theme.colour(name, lane))
        return self._colours[key]

    def style(self, paragraph: Paragraph) -> ParagraphStyle:
        """Return the paragraph's style."""
        return STYLES.get(paragraph.role, _FALLBACK)

    def font(self, paragraph: Paragraph) -> QFont:
        """Return the paragraph's own font."""
        return font_for(paragraph.role, paragraph.language, self.text_scale)

    def line_px(self, paragraph: Paragraph) -> float:
        """Return the distance from baseline to baseline."""
        return round(self.font(paragraph).pixelSize() * self.style(paragraph).leading)

    def baseline_px(self, paragraph: Paragraph) -> float:
        """Return how far below a line's top its baseline stands."""
        key = (paragraph.role, paragraph.language)
        if key not in self._baselines:
            metrics = QFontMetricsF(self.font(paragraph))
            spare_px = self.line_px(paragraph) - metrics.ascent() - metrics.descent()
            self._baselines[key] = spare_px / 2 + metrics.ascent()
        return self._baselines[key]

    def ink(self, paragraph: Paragraph) -> QColor:
        """Return the paragraph's own colour."""
        return self.colour(paragraph.ink or self.style(paragraph).ink)

    def text_layout(self, paragraph: Paragraph) -> QTextLayout:
        """Return the paragraph with all its formats, not yet broken into lines."""
        layout = QTextLayout(paragraph.text, self.font(paragraph))
        mirrored = is_right_to_left(paragraph.language)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LayoutDirectionAuto
        )
        layout.setTextOption(option)
        layout.setFormats(self._formats(paragraph))
        return layout

    def draw(
        self,
        painter: QPainter,
        layout: QTextLayout,
        origin: QPointF,
        selections: Sequence[QTextLayout.FormatRange],
    ) -> None:
        """Draw a text that is broken into lines, in the painter's colour."""
        layout.draw(painter, origin, list(selections))

    def chip_font(self, share: float = 1.0) -> QFont:
        """Return the font of the small label before a first line, smaller where it has no room."""
        return font_for("small-strong", "", self.text_scale * share)

    def chip_width_px(self, text: str) -> float:
        """Return the width of a chip, its padding included."""
        return QFontMetricsF(self.chip_font()).horizontalAdvance(text) + 2 * self.px(7)

    def _mark_font(self, paragraph: Paragraph) -> QFont:
        font = QFont(font_for("body-strong", "", self.text_scale))
        # Qt sets superscript at two thirds; the number should be two thirds of the text, and a little more.
        font.setPixelSize(round(self.font(paragraph).pixelSize() * 1.1))
        return font

    def _formats(self, paragraph: Paragraph) -> list[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        base = self.font(paragraph)
        at = 0
        for run in paragraph.runs:
            length = len(run.text)
            if length and _is_special(run):
                ranges.append(format_range(at, length, self._format(run, paragraph)))
            if base.italic() or run.emphasis & Emphasis.STRESSED:
                ranges.extend(
                    format_range(at + start, end - start, _upright()) for start, end in upright_cjk(run.text)
                )
            at += length
        return ranges

    def _format(self, run: Run, paragraph: Paragraph) -> QTextCharFormat:
        shape = QTextCharFormat()
        language = run.language or paragraph.language
        if run.is_mark:
            shape.setFont(self._mark_font(paragraph))
            shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif run.language and run.language != paragraph.language:
            shape.setFont(font_for(paragraph.role, run.language, self.text_scale))
        if run.emphasis & Emphasis.STRONG:
            shape.setFontWeight(QFont.Weight.DemiBold)
        if run.emphasis & Emphasis.STRESSED and not is_cjk(language):
            shape.setFontItalic(not self.font(paragraph).italic())
        if run.since:
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        if run.is_lost:
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            shape.setForeground(self.colour("ink-second"))
        if run.ink:
            shape.setForeground(self.colour(run.ink))
        return shape


def format_range(start: int, length: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for a stretch of characters."""
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    found.format = shape
    return found


def _is_special(run: Run) -> bool:
    return bool(run.is_mark or run.emphasis or run.language or run.ink or run.since or run.is_lost)


def _upright() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontItalic(False)
    return shape
