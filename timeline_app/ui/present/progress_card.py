# SPDX-License-Identifier: MIT
"""The stops of the tour as dots on a line: those behind, the one where one is, those to come; each leads to its stop."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from timeline_app.model.tour_views import StopView
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.presenter_buttons import press_by_key, ring_pen
from timeline_app.ui.present.presenter_cards import Card
from timeline_app.ui.present.presenter_style import AMBER, LEAST_TARGET_PX, font_of
from timeline_app.ui.present.told import Told

DOT_PX: Final = 20.0
HERE_PX: Final = (56.0, 44.0)
GAP_PX: Final = 14.0
AIR_PX: Final = 8.0
LEAST_WIDE_PX: Final = 24
STEP_PX: Final = 6.0


class StopDot(QAbstractButton):
    """One stop. `behind` tells that it has been shown, `here` that one is at it; `steps` are (revealed, all)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = 0
        self.behind = False
        self.here = False
        self.is_away = False
        self.steps = (0, 0)
        self._look: Look | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill(self, look: Look, stop: StopView, position: str) -> None:
        """Stand for a stop."""
        if look is not self._look:
            self.updateGeometry()
        self._look, self.number = look, stop.number
        self.setText(position)
        key = "presenter.stop-here" if self.here else "presenter.stop"
        self.setAccessibleName(look.say(key, number=stop.number, title=stop.title.text))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: large enough to be hit, as long as there is room."""
        return QSize(LEAST_TARGET_PX, self._high_px)

    def minimumSizeHint(self) -> QSize:
        """Qt's: a long tour has smaller dots."""
        return QSize(LEAST_WIDE_PX, self._high_px)

    @property
    def _high_px(self) -> int:
        scale = self._look.typesetter.text_scale if self._look is not None else 1.0
        return max(round((HERE_PX[1] + AIR_PX) * scale), LEAST_TARGET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Space and Enter go to the stop."""
        press_by_key(self, event)

    def body(self) -> QRectF:
        """Return where the dot, or the square of the stop where one is, is drawn."""
        scale = self._look.typesetter.text_scale if self._look is not None else 1.0
        width_px, height_px = HERE_PX if self.here else (DOT_PX, DOT_PX)
        width_px = min(width_px * scale, self.width() - 6.0)
        height_px = min(height_px * scale, self.height() - 6.0)
        centre = QRectF(self.rect()).center()
        return QRectF(centre.x() - width_px / 2, centre.y() - height_px / 2, width_px, height_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the dot, the number where one is, and the focus ring."""
        del event
        if self._look is None:
            return
        theme, scale = self._look.typesetter.theme, self._look.typesetter.text_scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.body()
        token = "accent" if self.here else AMBER if self.behind else "ink-faint"
        painter.setPen(QPen(qcolor(theme.colour("ink" if self.underMouse() else token)), 2.0 * scale))
        is_filled = self.behind or (self.here and not self.is_away)
        painter.setBrush(qcolor(theme.colour(token)) if is_filled else Qt.BrushStyle.NoBrush)
        if self.here:
            painter.drawRoundedRect(body, 10.0, 10.0)
            self._paint_here(painter, body)
        else:
            painter.drawEllipse(body)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ring_pen(theme))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8.0, 8.0)

    def _paint_here(self, painter: QPainter, body: QRectF) -> None:
        """Write the stop's number, and below it a mark for each step that it reveals."""
        if self._look is None:
            return
        theme, scale = self._look.typesetter.theme, self._look.typesetter.text_scale
        ink = qcolor(theme.colour("accent" if self.is_away else "on-accent"))
        painter.setPen(ink)
        painter.setFont(font_of("key", scale))
        revealed, count = self.steps
        step_px = STEP_PX * scale
        numbers = body.adjusted(0, 0, 0, -step_px * 1.5) if count else body
        painter.drawText(numbers, Qt.AlignmentFlag.AlignCenter, self.text())
        left_px = body.center().x() - (2 * count - 1) * step_px / 2
        for index in range(count):
            painter.setBrush(ink if index < revealed else Qt.BrushStyle.NoBrush)
            at = QPointF(left_px + (2 * index + 0.5) * step_px, body.bottom() - step_px * 1.5)
            painter.setPen(QPen(ink, 1.0))
            painter.drawEllipse(at, step_px / 2, step_px / 2)


class ProgressCard(Card):
    """The planned stops in a row, and the spare one where one is."""

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self.dots: list[StopDot] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self.column.addLayout(self._row)

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        super().set_look(look)
        self.column.setContentsMargins(look.px(10), look.px(14), look.px(10), look.px(14))

    def show_told(self, told: Told) -> None:
        """Tell where one is."""
        look, here = self.look, told.here
        if look is None:
            return
        stops = [stop for stop in told.tour.stops if not stop.is_spare or stop.number == here.number]
        if here not in stops:
            stops = sorted([*stops, here], key=lambda stop: stop.number)
        for dot, stop in zip(self._make(len(stops)), stops, strict=True):
            dot.behind, dot.here = stop.number < here.number, stop.number == here.number
            dot.is_away = dot.here and told.walked.is_away
            dot.steps = (told.walked.step, len(here.steps)) if dot.here else (0, 0)
            dot.fill(look, stop, look.number(stop.number))
        self.update()

    def _make(self, count: int) -> Sequence[StopDot]:
        while len(self.dots) < count:
            dot = StopDot(self)
            dot.clicked.connect(lambda _checked=False, made=dot: self._send("tour.go", number=made.number))
            self._row.addWidget(dot)
            self.dots.append(dot)
        for index, dot in enumerate(self.dots):
            dot.setVisible(index < count)
        return self.dots[:count]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the ground, and lines from dot to dot."""
        super().paintEvent(event)
        if self.look is None:
            return
        painter = QPainter(self)
        theme, gap_px = self.look.typesetter.theme, GAP_PX * self.look.typesetter.text_scale
        painter.setPen(QPen(qcolor(theme.colour("control-edge")), 2.0))
        shown = [dot for dot in self.dots if not dot.isHidden()]
        for first, second in pairwise(shown):
            left = first.body().translated(first.pos())
            right = second.body().translated(second.pos())
            if right.left() - left.right() > 2 * gap_px:
                painter.drawLine(
                    QPointF(left.right() + gap_px, left.center().y()),
                    QPointF(right.left() - gap_px, left.center().y()),
                )
