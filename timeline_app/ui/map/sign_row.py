# SPDX-License-Identifier: MIT
"""A row of the map's key: a sign as the map draws it, and what it means."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.base.geometry import Point, Size
from timeline_app.base.text_value import ShownText
from timeline_app.scene.map_marks import Course, Drawn, Spot, drawn_at
from timeline_app.scene.map_window import Position
from timeline_app.ui.map.map_painting import Light, MarkPainter
from timeline_app.ui.map.stamps import Stamps
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading import access
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import words

SIGN_PX: Final = 46.0
_EVENTS: Final = 9
_NO_NAME: Final = Size(0.0, 0.0)
_AT: Final = Position(0.0, 0.0)


class Sign(Enum):
    """What the key tells of; the value is the end of the message key."""

    COUNT = "count"
    EXACT = "exact"
    TOWN = "town"
    REGION = "region"
    DOUBTFUL = "doubtful"
    ROUTE = "route"
    UNSURE_ROUTE = "unsure-route"


class SignRow(QWidget):
    """Shows one sign with its meaning, read as one text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.give_role(SignRow, QAccessible.Role.StaticText)
        self._look: Look | None = None
        self._sign = Sign.TOWN
        self._text: ParagraphLayout | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, sign: Sign, look: Look) -> None:
        """Show a sign."""
        told = look.say(f"map.sign.{sign.value}")
        self._look, self._sign = look, sign
        self._text = ParagraphLayout(
            words(ShownText(told, look.translator.language), "small"), look.typesetter
        )
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt's: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the text at a width, no less than the sign's."""
        if self._text is None or self._look is None:
            return 0
        text_px = self._text.break_lines(max(width - self._sign_px, 1.0))
        return round(max(text_px, 0.62 * self._sign_px))

    def sizeHint(self) -> QSize:
        """Qt's: any width will do."""
        return QSize(200, self.heightForWidth(200))

    @property
    def _sign_px(self) -> float:
        return self._look.typesetter.px(SIGN_PX) if self._look is not None else SIGN_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint sign and text."""
        del event
        if self._look is None or self._text is None:
            return
        painter = QPainter(self)
        height_px = self._text.break_lines(max(self.width() - self._sign_px, 1.0))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0.0 if mirrored else self._sign_px
        self._text.draw(painter, QPointF(x, (self.height() - height_px) / 2))
        room = QRectF(self.width() - self._sign_px if mirrored else 0.0, 0.0, self._sign_px, self.height())
        middle = Point(room.center().x() - 4.0, room.center().y())
        paint_sign(painter, self._sign, middle, self._look)


def paint_sign(painter: QPainter, sign: Sign, middle: Point, look: Look) -> None:
    """Paint a sign about a point, with the very hand that paints the map."""
    scale = look.typesetter.text_scale
    painter.translate(round(middle.x), round(middle.y))
    if sign in (Sign.ROUTE, Sign.UNSURE_ROUTE):
        half = 15.0 * scale
        line = tuple(Point(-half + 2 * half * step / 10, 0.0) for step in range(11))
        drawn = Drawn(1.0, Point(0.0, 0.0), (), (), (line,))
        MarkPainter(painter, drawn, look.typesetter, Stamps()).paint(Light(), [sign is Sign.ROUTE])
        return
    certainty = "town" if sign is Sign.COUNT else sign.value
    spot = Spot("", _AT, certainty, None, _EVENTS if sign is Sign.COUNT else 3, 2)
    courses: tuple[Course, ...] = ()
    drawn = drawn_at((spot,), courses, 1.0, lambda _number: _NO_NAME, text_scale=1.0 + (scale - 1.0) * 0.5)
    MarkPainter(painter, drawn, look.typesetter, Stamps()).paint(Light(), ())
