# SPDX-License-Identifier: MIT
"""Paints labels: from cached images on a screen, as text in a vector picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from timeline_app.base.geometry import Rect
from timeline_app.scene.items import Item, TextStyle
from timeline_app.ui.canvas.glyph_images import GlyphImages
from timeline_app.ui.canvas.inks import Ink, Tone
from timeline_app.ui.canvas.metrics import QtMeasurer
from timeline_app.ui.canvas.pencil import Pencil
from timeline_app.ui.fonts import font_for
from timeline_app.ui.type_scale import shown_text


class TextPainter:
    """Puts lines of text in their rectangles."""

    def __init__(self, measurer: QtMeasurer) -> None:
        self._measurer = measurer
        self._images = GlyphImages()

    def paint(self, pencil: Pencil, item: Item, ink: Ink) -> None:
        """Paint a label item."""
        if isinstance(item.detail, TextStyle):
            self.write(pencil, item.text, item.detail, item.rect, ink.text)

    def write(self, pencil: Pencil, text: str, style: TextStyle, rect: Rect, tone: Tone) -> None:
        """Write one line: aligned across, and in the middle of the height by its capitals."""
        font, language, align, _ = style
        x, y, width_px, height_px = rect
        if align >= 0:
            spare_px = width_px - self._measurer.width_px(text, font, language)
            x += spare_px / 2 if align == 0 else spare_px
        baseline = y + self._measurer.baseline_px(font, height_px)
        if pencil.is_vector:
            self._write_vector(pencil, text, style, QPointF(x, baseline), tone)
            return
        key = (text, font, language, tone.rgba, pencil.pixel_ratio)
        glyphs = self._images.get(key)
        if glyphs is None:
            words = shown_text(font, language, text)
            of_role = font_for(font, language, self._measurer.text_scale)
            glyphs = self._images.draw(key, words, of_role, tone.colour)
        image, left, up = glyphs
        if pencil.is_whole:
            pencil.painter.drawImage(round(x) - left, round(baseline) - up, image)
            return
        ratio = pencil.pixel_ratio
        at = QPointF((round(x * ratio) - left) / ratio, (round(baseline * ratio) - up) / ratio)
        pencil.painter.drawImage(at, image)

    def _write_vector(self, pencil: Pencil, text: str, style: TextStyle, at: QPointF, tone: Tone) -> None:
        pencil.painter.setFont(font_for(style.font, style.language, self._measurer.text_scale))
        pencil.painter.setPen(tone.colour)
        pencil.painter.drawText(at, shown_text(style.font, style.language, text))
