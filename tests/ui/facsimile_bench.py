# SPDX-License-Identifier: MIT
"""A facsimile viewer on a bench: a clock moved by hand, and a thread that is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.panel_setup import look
from timeline_app.base.clock import FakeClock
from timeline_app.model.media_views import PictureView
from timeline_app.ui.facsimile.viewer import FacsimileViewer

#: So many looks, a hundredth of a second each, are more than any file of a test takes.
LOOKS = 3_000


def picture_of(folder: Path, file: str, **fields: object) -> PictureView:
    values: dict[str, object] = {
        "page": 1,
        "region": None,
        "alt": None,
        "credit": None,
        "rights": None,
        **fields,
    }
    return PictureView(folder, file, **values)  # type: ignore[arg-type]


def plain_picture(width: int, height: int) -> QImage:
    """Return a picture whose quarters differ, so that it can be seen which way it is turned."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    for x, y, colour in ((0, 0, "#aa0000"), (1, 0, "#00aa00"), (0, 1, "#0000aa")):
        for row in range(y * height // 2, (y + 1) * height // 2):
            for column in range(x * width // 2, (x + 1) * width // 2):
                image.setPixelColor(column, row, QColor(colour))
    return image


class ViewerBench:
    """A viewer that is shown; `wait` lets its thread work until nothing is still to come."""

    def __init__(self, app: QApplication, width: int = 500, height: int = 400) -> None:
        self.app = app
        self.clock = FakeClock()
        self.viewer = FacsimileViewer(self.clock)
        self.viewer.set_height_px(height)
        self.viewer.resize(width, height + 140)
        self.viewer.show()
        self.viewer.activateWindow()
        app.processEvents()

    def open(self, picture: PictureView, spoken: str = "") -> None:
        self.viewer.fill(picture, spoken, look())
        self.wait()

    def wait(self) -> None:
        self.until(lambda: not self.viewer.reader.is_busy)

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(LOOKS):
            if holds():
                break
            for thread in threading.enumerate():
                if thread.name == "facsimile":
                    thread.join(0.01)
            self.clock.advance(20)
            self.app.processEvents()
        assert holds()

    def settle(self) -> None:
        """Let what moves come to rest, and its tiles come."""
        self.clock.advance(400)
        self.wait()
        self.app.processEvents()

    @property
    def said(self) -> str:
        """What stands in the picture's place."""
        if self.viewer.notice.isHidden():
            return ""
        return "\n".join(paragraph.text for paragraph in self.viewer.notice_text.paragraphs)

    def colour_at(self, x: int, y: int) -> str:
        return self.viewer.canvas.grab().toImage().pixelColor(x, y).name()

    # -- a hand -----------------------------------------------------------------------------------

    def move(self, x: int, y: int) -> None:
        where = QPointF(x, y)
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier
        )
        self.app.sendEvent(self.viewer.canvas, event)

    def wheel(self, x: int, y: int, degrees: int) -> bool:
        """Turn the wheel, and tell whether the canvas took it."""
        event = QWheelEvent(
            QPointF(x, y),
            QPointF(x, y),
            QPoint(),
            QPoint(0, degrees),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        event.ignore()
        self.app.sendEvent(self.viewer.canvas, event)
        return event.isAccepted()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.viewer.canvas, key, modifiers)

    def close(self) -> None:
        self.viewer.clear()
        self.viewer.close()
