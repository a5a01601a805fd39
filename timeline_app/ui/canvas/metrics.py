# SPDX-License-Identifier: MIT
"""Measures text with the fonts that draw it: the toolkit's side of `scene.surface.TextMeasurer`."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtGui import QFontMetricsF

from timeline_app.ui.fonts import font_for, font_size_px
from timeline_app.ui.type_scale import TYPE_SCALE, shown_text

LINE_RATIO: Final = 1.28
"""A line is at least so many font sizes high, so that rows breathe alike in all families."""

MAX_WIDTHS: Final = 50_000

RESERVING_FONTS: Final = ("label", "label-strong", "label-date")
"""The roles in which events are named."""

COUNTED: Final = (
    range(0x20, 0x530),
    range(0x1E00, 0x2070),
    range(0x20A0, 0x20C0),
    range(0x2190, 0x2200),
    range(0x3000, 0x3100),
)
"""Alphabets, signs and kana; any other character counts as one em, which is what kanji and hangul take."""


class Advances(dict[str, float]):
    """The advance of each character of a font; `em_px` for those that were not counted."""

    def __init__(self, metrics: QFontMetricsF, em_px: float) -> None:
        super().__init__()
        for characters in COUNTED:
            for character in map(chr, characters):
                # The stub says a number, but it takes a character and nothing else.
                self[character] = metrics.horizontalAdvanceChar(character)  # type: ignore[arg-type]
        self._em_px = em_px

    def __missing__(self, character: str) -> float:
        return self._em_px


class QtMeasurer:
    """Widths and line heights at one text size, kept until the fonts or the screen change."""

    def __init__(self, text_scale: float = 1.0) -> None:
        self.text_scale: Final = text_scale
        self._metrics: dict[tuple[str, str], QFontMetricsF] = {}
        self._widths: dict[tuple[str, str, str], float] = {}
        self._lines: dict[str, float] = {}
        self._caps: dict[str, float] = {}
        self._advances: dict[str, Advances] = {}

    def width_px(self, text: str, font: str, language: str) -> float:
        """Return the sum of the advances of the glyphs that are drawn."""
        key = (text, font, language)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= MAX_WIDTHS:
                self._widths.clear()
            width = self._metrics_of(font, language).horizontalAdvance(shown_text(font, language, text))
            self._widths[key] = width
        return width

    def reserved_px(self, text: str, font: str, language: str) -> float:
        """Return the sum of the advances of single characters; any thread may ask after the first call.

        That one measures the characters, and a stage makes it in the interface's own thread. Languages
        differ only in where they take kanji from, all of one width.
        """
        del language
        if not self._advances:
            self._advances = {
                role: Advances(self._metrics_of(role, ""), float(font_size_px(role, self.text_scale)))
                for role in RESERVING_FONTS
            }
        return sum(map(self._advances[font].__getitem__, text))

    def line_px(self, font: str) -> float:
        """Return the height of one line in whole pixels."""
        height = self._lines.get(font)
        if height is None:
            least = font_size_px(font, self.text_scale) * LINE_RATIO
            height = float(math.ceil(max(self._metrics_of(font, "").height(), least)))
            self._lines[font] = height
        return height

    def baseline_px(self, font: str, box_height_px: float) -> float:
        """Return where the baseline lies below the top of a box in whose middle the line stands.

        What counts as the middle is that of the capitals: marks are level with them.
        """
        cap_px = self._caps.get(font)
        if cap_px is None:
            cap_px = self._metrics_of(TYPE_SCALE[font].baseline_of or font, "").capHeight()
            self._caps[font] = cap_px
        return (box_height_px + cap_px) / 2

    def clear(self) -> None:
        """Forget everything measured: the fonts or the screen's resolution have changed."""
        self._metrics.clear()
        self._widths.clear()
        self._lines.clear()
        self._caps.clear()

    def _metrics_of(self, font: str, language: str) -> QFontMetricsF:
        metrics = self._metrics.get((font, language))
        if metrics is None:
            metrics = QFontMetricsF(font_for(font, language, self.text_scale))
            self._metrics[font, language] = metrics
        return metrics
