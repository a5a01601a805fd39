# SPDX-License-Identifier: MIT
"""Pictures cut, halved and pressed: each step on a part, so that nothing large ever stands in memory twice."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from timeline_app.base.geometry import Rect
from timeline_app.ui.facsimile.limits import PRESSED_QUALITY

_STRIP_PX: Final = 128
"""Even, so that strips halve without a seam; few rows, so that no step keeps the window waiting."""
_GREY: Final = frozenset(
    {
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_Mono,
        QImage.Format.Format_MonoLSB,
    }
)


def piece(image: QImage, part: Rect) -> QImage:
    """Return a part as it is painted: opaque, on white where the picture is not, grey where it has no colours."""
    cut = image.copy(QRect(int(part.x), int(part.y), int(part.w), int(part.h)))
    if cut.hasAlphaChannel():
        paper = QImage(cut.size(), QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(QPoint(0, 0), cut)
        painter.end()
        return paper
    wanted = QImage.Format.Format_Grayscale8 if image.format() in _GREY else QImage.Format.Format_RGB32
    return cut if cut.format() == wanted else cut.convertToFormat(wanted)


def halved(image: QImage, size: tuple[int, int]) -> QImage:
    """Return a picture at half its size, strip by strip."""
    width, height = size
    is_grey = image.format() in _GREY
    made = QImage(width, height, QImage.Format.Format_Grayscale8 if is_grey else QImage.Format.Format_RGB32)
    if made.isNull():
        raise MemoryError
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for top in range(0, image.height(), _STRIP_PX):
        rows = min(_STRIP_PX, image.height() - top)
        strip = piece(image, Rect(0, top, image.width(), rows))
        small = strip.scaled(
            width,
            min(-(-rows // 2), height - top // 2),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(QPoint(0, top // 2), small)
    painter.end()
    return made


def pressed(image: QImage) -> bytes:
    """Return a tile as JPEG."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(PRESSED_QUALITY)
    if not writer.write(image):
        raise MemoryError
    buffer.close()
    return bytes(kept.data())


def unpressed(kept: bytes) -> QImage:
    """Return a tile from its JPEG."""
    return QImage.fromData(kept)
