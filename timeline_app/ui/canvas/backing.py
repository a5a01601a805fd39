# SPDX-License-Identifier: MIT
"""The picture of a scene, kept until the scene, the size or the screen's resolution changes.

The buffer itself is kept longer: the first touch of a new image costs as much as painting it. It lies in large
pages of memory, where the system has them: painting goes down from row to row, and each row of a large picture
begins a small page of its own, which has to be looked up each time.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from timeline_app.scene.items import Scene


class ScenePainter(Protocol):
    """Paints a scene: `painter.Painter`, or a fake in tests."""

    def paint(self, painter: QPainter, scene: Scene, *, device_pixel_ratio: float = 1.0) -> None:
        """Paint all items of a scene."""
        ...


def blank_image(size: QSize) -> QImage:
    """Return an image to paint whole pictures on; it keeps its memory as long as it lives."""
    # NumPy asks the system for large pages, Qt does not.
    pixels = np.zeros((max(size.height(), 1), max(size.width(), 1)), np.uint32)
    return QImage(
        pixels.data, pixels.shape[1], pixels.shape[0], pixels.strides[0], QImage.Format.Format_RGB32
    )


class Backing:
    """Keeps the painted picture of one widget."""

    def __init__(self) -> None:
        self._image = QImage()
        self._painted: tuple[Scene, ScenePainter] | None = None
        self.paint_count = 0

    def picture(self, scene: Scene, painter: ScenePainter, size: QSize, pixel_ratio: float) -> QImage:
        """Return the picture of a scene, painted only if it is another than the last."""
        wanted = size * pixel_ratio
        if self._image.size() != wanted:
            self._image = blank_image(wanted)
            self._painted = None
        self._image.setDevicePixelRatio(pixel_ratio)
        if self._painted is None or self._painted[0] is not scene or self._painted[1] is not painter:
            brush = QPainter(self._image)
            painter.paint(brush, scene, device_pixel_ratio=pixel_ratio)
            brush.end()
            self._painted = (scene, painter)
            self.paint_count += 1
        return self._image
