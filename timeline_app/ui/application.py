# SPDX-License-Identifier: MIT
"""Makes the Qt application: our fonts, a style that draws alike everywhere, an icon of our own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.ui.fonts import load_fonts

APP_ID = "timeline-app"
ICON_PX = 64
LANES = ((16, 12, 26, "#8A3F73"), (29, 22, 30, "#33568F"), (42, 16, 20, "#1C7F76"))
"""The lanes in the icon: y, x, width, colour."""


def make_application(translator: Translator) -> QApplication:
    """Return the Qt application; there can be only one, so one that is there already is taken."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setApplicationName(APP_ID)
    QApplication.setApplicationDisplayName(translator.say("app.name"))
    QApplication.setDesktopFileName(APP_ID)
    # Named here and not set later, which would load the classes of all styles.
    application = QApplication([APP_ID, "-style", "fusion"])
    application.setWindowIcon(_icon())
    load_fonts(resource_root() / "fonts")
    return application


def _icon() -> QIcon:
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#FAF7F0"))
    painter.drawRoundedRect(2, 2, 60, 60, 12, 12)
    for y, x, width, colour in LANES:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(x, y, width, 8, 4, 4)
    painter.end()
    return QIcon(pixmap)
