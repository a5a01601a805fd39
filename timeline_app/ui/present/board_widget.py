# SPDX-License-Identifier: MIT
"""The board of the hall: large words, painted where the layout puts them, with figures and maps among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from timeline_app.base.clock import Clock
from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.scene.board import BoardRole
from timeline_app.scene.board_columns import RULE
from timeline_app.scene.board_fitting import PlacedBoard, PlacedPart, PlacedText
from timeline_app.ui.panels.look import Look

if TYPE_CHECKING:
    from timeline_app.ui.present.hall_style import HallStyle

CORNER: Final = 10.0
LIT_RULE: Final = 4.0


class BoardWidget(QWidget):
    """Shows one sheet of a board; it takes neither mouse nor keyboard."""

    def __init__(self, clock: Clock, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._showing: Showing | None = None
        self._translator = translator
        self._style: HallStyle | None = None
        self._placed = PlacedBoard()
        self._parts: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def placed(self) -> PlacedBoard:
        """What stands where."""
        return self._placed

    def show_sheet(self, placed: PlacedBoard, style: HallStyle, showing: Showing) -> None:
        """Show another sheet, or the same one in another style; maps are drawn of what the showing lets be seen."""
        if placed == self._placed and style is self._style and (showing is self._showing or not self._parts):
            return
        self._placed, self._style, self._showing = placed, style, showing
        self.setAccessibleName("\n".join(each.text.text for each in placed.texts))
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = [made for part in self._placed.parts if (made := self._made(part, style)) is not None]
        self.update()

    def _made(self, part: PlacedPart, style: HallStyle) -> QWidget | None:
        """Make the chart of a figure, or a map, in its place."""
        rect = _qrect(part.rect).toRect()
        look = Look(self._translator, style.typesetter, reduced_motion=True)
        if part.figure is None:
            return self._made_map(part.mapped, rect, look) if self._showing is not None else None
        from timeline_app.ui.panels.bar_chart import BarChart
        from timeline_app.ui.panels.line_chart import LineChart

        chart = LineChart(self) if part.figure.kind == "line" else BarChart(self)
        chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chart.setGeometry(rect)
        chart.fill(part.figure, look)
        chart.show()
        return chart

    def _made_map(self, event_id: str, rect: QRect, look: Look) -> QWidget | None:
        """Make a map with the places of an event lit."""
        from timeline_app.ui.map.map_content import MapContent
        from timeline_app.ui.map.map_surface import MapSurface

        showing = self._showing
        ordinal = showing.ordinal(event_id) if showing is not None else None
        if showing is None or ordinal is None:
            return None
        made = MapSurface(self._clock, self)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setGeometry(rect)
        made.fill(MapContent.of(showing.geography, {}, showing.reader), look)
        made.set_light(showing.geography.places_of([ordinal]), [ordinal])
        made.settle()
        made.show()
        return made

    # -- painting ---------------------------------------------------------------------------------

    def paint_on(self, painter: QPainter) -> None:
        """Paint the board with its upper left corner at the painter's origin: sharp at every scale."""
        style = self._style
        if style is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), style.typesetter.colour("paper"))
        for ground in self._placed.grounds:
            self._paint_ground(painter, ground, style)
        for placed in self._placed.texts:
            _paint_text(painter, placed, style)

    def _paint_ground(self, painter: QPainter, ground: Rect, style: HallStyle) -> None:
        colour = style.typesetter.colour
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("quote"))
        painter.drawRoundedRect(_qrect(ground), CORNER * style.unit, CORNER * style.unit)
        rule = QRectF(ground.x, ground.y, RULE * style.unit, ground.h)
        painter.fillRect(rule, colour("passage-rule"))

    def paint_parts(self, painter: QPainter) -> None:
        """Paint figures and maps, for a picture of the board that is not the widget itself."""
        for part in self._parts:
            painter.save()
            painter.translate(part.pos())
            part.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
            painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the board."""
        del event
        painter = QPainter(self)
        self.paint_on(painter)


def get_ready(showing: Showing) -> None:
    """Load what draws figures and maps, and find where an exhibit's events lie: the first map waits for nothing."""
    from timeline_app.ui.map.land_file import bundled_land
    from timeline_app.ui.map.map_content import MapContent
    from timeline_app.ui.map.map_surface import MapSurface
    from timeline_app.ui.panels.bar_chart import BarChart
    from timeline_app.ui.panels.line_chart import LineChart

    del MapContent, MapSurface, BarChart, LineChart
    bundled_land()
    showing.geography.places_of([])


def _paint_text(painter: QPainter, placed: PlacedText, style: HallStyle) -> None:
    layout, origin = style.layout(placed.text), QPointF(placed.rect.x, placed.rect.y)
    layout.break_lines(float(int(placed.rect.w)))
    text = placed.text
    stretches = text.lit
    if text.role is BoardRole.STEP_HERE:
        stretches = ((0, len(text.text)),)
    before = len(text.opening)
    for start, end in stretches:
        for rect in layout.rects(start + before, end + before):
            at = rect.translated(origin)
            painter.fillRect(at, style.typesetter.colour("passage"))
            height_px = LIT_RULE * style.unit
            rule = QRectF(at.left(), at.bottom() - height_px, at.width(), height_px)
            painter.fillRect(rule, style.typesetter.colour("passage-rule"))
    layout.draw(painter, origin)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
