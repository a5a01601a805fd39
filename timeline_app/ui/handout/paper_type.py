# SPDX-License-Identifier: MIT
"""Type and measures of the printed page: black on white, so that a grey copier loses nothing.

All lengths are tenths of a point: the file is written at 720 dots per inch, and whole pixels are fine enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from timeline_app.model.prose import Emphasis
from timeline_app.state.handout import Run, Style, Words
from timeline_app.ui.fonts import OFF
from timeline_app.ui.reading.paragraphs import upright_cjk
from timeline_app.ui.reading.typesetter import format_range, is_right_to_left
from timeline_app.ui.type_scale import SANS, SERIF, families_for, is_cjk

DOTS_PER_INCH: Final = 720
POINT: Final = 10.0
"""A point in the units of the page."""
MILLIMETRE: Final = DOTS_PER_INCH / 25.4
INK: Final = QColor("#000000")
SECOND_INK: Final = QColor("#3F3F3F")
RULE: Final = QColor("#767676")
TINT: Final = QColor("#F1F1F1")
BAR: Final = QColor("#8C8C8C")
WRITING_RULE: Final = QColor("#8C8C8C")
NO_LOCAL_FORMS: Final = "locl"
"""The feature by which fonts take other digits in other languages, which the text of a PDF then lacks."""
RAISED_SHARE: Final = 1.05


@dataclass(frozen=True, slots=True)
class PrintStyle:
    """How a text is set: family, size and leading in points, weight, and the space above it in points.

    `is_second` sets it in the softer ink, `indent_pt` lets it hang behind a marker; `measure_em` is the
    widest that a line may be in sizes of the type, 0 for any: longer lines tire the eye.
    """

    family: str
    size_pt: float
    leading_pt: float
    weight: int = 400
    italic: bool = False
    above_pt: float = 0.0
    is_second: bool = False
    indent_pt: float = 0.0
    measure_em: float = 0.0


STYLES: Final[dict[Style, PrintStyle]] = {
    Style.TITLE: PrintStyle(SERIF, 25, 29, 600, above_pt=3),
    Style.KICKER: PrintStyle(SANS, 8, 11, 500, is_second=True),
    Style.LEAD: PrintStyle(SANS, 10, 14, 500, above_pt=4),
    Style.SECTION: PrintStyle(SERIF, 17, 21, 600, above_pt=16),
    Style.STOP_TITLE: PrintStyle(SERIF, 14.5, 17.5, 600, above_pt=2),
    Style.SMALL_TITLE: PrintStyle(SERIF, 11.5, 13.5, 600, above_pt=1),
    Style.DATE: PrintStyle(SANS, 9, 12.5, 400, above_pt=2),
    Style.LABEL: PrintStyle(SANS, 8.5, 12, 400, above_pt=8),
    Style.PROSE: PrintStyle(SERIF, 10.5, 14.5, above_pt=5, measure_em=37),
    Style.CELL_PROSE: PrintStyle(SERIF, 9.2, 12.4, above_pt=4),
    Style.CELL: PrintStyle(SANS, 8.6, 11.8, above_pt=2.5),
    Style.QUOTE: PrintStyle(SERIF, 11, 15, italic=True, above_pt=3, measure_em=36),
    Style.SPEAKER: PrintStyle(SANS, 8.5, 12, above_pt=4),
    Style.SMALL: PrintStyle(SANS, 8, 11, above_pt=2.5, is_second=True, measure_em=48),
    Style.TASK: PrintStyle(SANS, 10, 13.5, 600, above_pt=10, indent_pt=16),
    Style.ENTRY: PrintStyle(SERIF, 9, 12, above_pt=3, indent_pt=16, measure_em=46),
    Style.NOTE: PrintStyle(SANS, 8.8, 12.6, above_pt=4, measure_em=46),
}
MARKER_INDENT_PT: Final = 12.0


def paper_font(family: str, size_pt: float, weight: int, language: str, *, italic: bool = False) -> QFont:
    """Return a font of the page; shared, so copy it before changing it."""
    return _font(family, size_pt, weight, language, italic and not is_cjk(language))


@lru_cache(maxsize=256)
def _font(family: str, size_pt: float, weight: int, language: str, italic: bool) -> QFont:  # noqa: FBT001 — a key
    # Latin first: set in a Japanese or Korean family, numbers would be lost from the text of the file.
    font = QFont(list(families_for(family, language)))
    font.setPixelSize(round(size_pt * POINT))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in (*OFF, NO_LOCAL_FORMS):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def font_of(words: Words) -> QFont:
    """Return the font of a paragraph."""
    style = STYLES[words.style]
    return paper_font(style.family, style.size_pt, style.weight, words.language, italic=style.italic)


def text_layout(words: Words, *, is_at_end: bool = False) -> QTextLayout:
    """Return a paragraph with all its formats, not yet broken into lines."""
    layout = QTextLayout(words.text, font_of(words))
    mirrored = is_right_to_left(words.language)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored or is_at_end else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(words))
    return layout


def _formats(words: Words) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    is_italic = STYLES[words.style].italic
    for run in words.runs:
        length = _units(run.text)
        shape = _format(run, words)
        if length and shape is not None:
            ranges.append(format_range(at, length, shape))
        if is_italic or run.emphasis & Emphasis.STRESSED:
            for start, end in upright_cjk(run.text):
                first, last = _units(run.text[:start]), _units(run.text[:end])
                ranges.append(format_range(at + first, last - first, _upright()))
        at += length
    return ranges


def _units(text: str) -> int:
    """Return how long a text is as Qt counts it: a rare character takes two."""
    return len(text.encode("utf-16-le")) // 2


def _format(run: Run, words: Words) -> QTextCharFormat | None:
    """Return what tells a run from its paragraph, None where nothing does."""
    style = STYLES[words.style]
    language = run.language or words.language
    is_strong, is_stressed = run.emphasis & Emphasis.STRONG, run.emphasis & Emphasis.STRESSED
    if not (run.is_mark or is_strong or is_stressed or language != words.language):
        return None
    shape = QTextCharFormat()
    if run.is_mark:
        shape.setFont(paper_font(SANS, style.size_pt * RAISED_SHARE, 500, ""))
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return shape
    weight = max(style.weight, 600) if is_strong else style.weight
    is_italic = style.italic != bool(is_stressed)
    shape.setFont(paper_font(style.family, style.size_pt, weight, language, italic=is_italic))
    return shape


def _upright() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontItalic(False)
    return shape
