# SPDX-License-Identifier: MIT
"""The bundled fonts: loads them and hands out a `QFont` for each font role, language and text size."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from timeline_app.ui.type_scale import TYPE_SCALE, TypeStyle, families_for, is_cjk

CAPITALS_SPACING_PERCENT: Final = 106.0

OFF: Final = ("calt", "liga")
"""Features that put glyphs without a character of their own in the place of others: in a PDF, Inter's
dash between digits would be lost from the text, and Source Serif's "ffi" be found by nobody."""


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Give the application all fonts below a folder; return the names of files it could not read.

    All at once: the four East Asian files cost 2 ms of the 8 (2-core machine), and a second calendar
    or one name in kanji asks for them in the first frame anyway; loading them later would make Qt
    resolve every font anew.
    """
    failed = [
        path.name for path in sorted(folder.rglob("*.ttf")) if QFontDatabase.addApplicationFont(str(path)) < 0
    ]
    _font.cache_clear()
    return tuple(failed)


def font_for(role: str, language: str = "", text_scale: float = 1.0) -> QFont:
    """Return the font of a role; shared, so copy it before changing it."""
    return _font(role, language, text_scale)


def font_size_px(role: str, text_scale: float) -> int:
    """Return the size of a role in whole pixels: glyphs are sharpest at whole sizes."""
    return max(round(TYPE_SCALE[role].size_px * text_scale), 1)


@lru_cache(maxsize=512)
def _font(role: str, language: str, text_scale: float) -> QFont:
    style = TYPE_SCALE[role]
    font = QFont(list(families_for(style.family, language)))
    font.setPixelSize(font_size_px(role, text_scale))
    font.setWeight(_weight(style))
    # Italics exist only in Latin; slanted kana and hangul are a fault, not an emphasis.
    font.setItalic(style.italic and not is_cjk(language))
    if style.capitals and not is_cjk(language):
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, CAPITALS_SPACING_PERCENT)
    # Fitted to the pixel grid upwards only: sharp lines, and advances that scale exactly with the size.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    for feature in OFF:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _weight(style: TypeStyle) -> QFont.Weight:
    return QFont.Weight(style.weight)
