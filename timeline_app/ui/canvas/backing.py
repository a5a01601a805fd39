# SPDX-License-Identifier: MIT
"""The picture of a scene, kept until the scene, the size or the screen's resolution changes.

The buffer itself is kept longer: the first touch of a new image costs as much as painting it.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from timeline_app.scene.items import Scene


class ScenePainter(Protocol):
    """Paints a scene: `painter.Painter`, or a fake in tests."""

    def paint(self, painter: QPainter, scene: Scene, *, device_pixel_ratio: float = 1.0) -> None:
        """Paint all items of a scene."""
        ...


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
            self._image = QImage(wanted, QImage.Format.Format_RGB32)
            self._painted = None
        self._image.setDevicePixelRatio(pixel_ratio)
        if self._painted is None or self._painted[0] is not scene or self._painted[1] is not painter:
            brush = QPainter(self._image)
            painter.paint(brush, scene, device_pixel_ratio=pixel_ratio)
            brush.end()
            self._painted = (scene, painter)
            self.paint_count += 1
        return self._image
