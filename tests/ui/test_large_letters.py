# SPDX-License-Identifier: MIT
"""Letters that Qt keeps no pictures of look as Qt's own, wherever and in whatever colour they stand."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from timeline_app.ui.fonts import font_for
from timeline_app.ui.present.large_letters import LargeLetters
from timeline_app.ui.reading.typesetter import format_range

pytestmark = pytest.mark.usefixtures("fonts")
WORDS = "Who signs, 在日 재일?"
RED = QColor("#B00020")


def layout_of(size_px: int) -> QTextLayout:
    """Return words on one line, the last of them in red."""
    font = font_for("reading")
    font.setPixelSize(size_px)
    layout = QTextLayout(WORDS, font)
    red = QTextCharFormat()
    red.setForeground(RED)
    layout.setFormats([format_range(4, 5, red)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(4_000.0)
    line.setPosition(QPointF(0.0, 0.0))
    layout.endLayout()
    return layout


def picture(size_px: int, ratio: float, letters: LargeLetters | None, scale: float = 1.0) -> QImage | None:
    """Return the words as a picture, None where they are not for the letters to draw."""
    image = QImage(1_400, 260, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(10.0, 20.0)
    painter.setPen(QColor("#112233"))
    layout = layout_of(size_px)
    is_drawn = letters is not None and letters.draw(painter, layout, QPointF(7.0, 3.0))
    if letters is None:
        layout.draw(painter, QPointF(7.0, 3.0))
    # What is painted after it stands where it should.
    painter.fillRect(0, 0, 5, 5, RED)
    painter.end()
    return image if is_drawn or letters is None else None


def pixels(image: QImage | None) -> np.ndarray:
    assert image is not None
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return flat[..., :3].astype(int)


@pytest.mark.parametrize(("size_px", "ratio"), [(90, 1.0), (50, 2.0), (80, 1.25)])
def test_large_letters_look_as_those_of_qt(size_px, ratio):
    letters = LargeLetters()
    theirs, ours = pixels(picture(size_px, ratio, None)), pixels(picture(size_px, ratio, letters))
    is_inked = (theirs < 128).any(axis=2)
    assert is_inked.mean() > 0.02
    # A letter stands on a whole pixel: its edges may be another shade, and nothing else.
    assert np.abs(theirs.mean(axis=(0, 1)) - ours.mean(axis=(0, 1))).max() < 1.0
    assert (is_inked != (ours < 128).any(axis=2)).sum() < 0.12 * is_inked.sum()
    again = pixels(picture(size_px, ratio, letters))
    assert (again == ours).all()


@pytest.mark.parametrize(("size_px", "ratio", "scale"), [(64, 1.0, 1.0), (90, 1.0, 0.3), (90, 1.0, 2.0)])
def test_what_qt_does_as_well_is_left_to_qt(size_px, ratio, scale):
    assert picture(size_px, ratio, LargeLetters(), scale) is None
