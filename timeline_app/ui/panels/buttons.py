# SPDX-License-Identifier: MIT
"""The panel's buttons: their text wraps where it is large, so that nothing is ever cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeline_app.ui.panels.flowing_row import FlowingRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraph_layout import ParagraphLayout
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX

LEAST_PX: Final = 32
"""A finger can hit what is so high and wide; the marks within a text are smaller, as the text's lines are."""
_RADIUS_PX: Final = 6.0
_PARTING_PX: Final = 2.0
_UNBOUNDED_PX: Final = 100_000.0


class ButtonStyle(NamedTuple):
    """How a kind of button looks: font role, theme tokens, and its padding at 100 %."""

    font: str
    ink: str
    ground: str
    hover: str
    pressed: str
    edge: str
    side_px: float
    edge_px: float
    least_px: int = LEAST_PX


STYLES: Final = {
    # The one act that is asked for: Show.
    "primary": ButtonStyle("control", "on-accent", "accent", "accent-hover", "accent-pressed", "", 14, 5),
    "quiet": ButtonStyle(
        "control", "ink", "control", "control-hover", "control-pressed", "control-edge", 12, 5
    ),
    # Small acts beside a text: Copy address, Open in browser.
    "link": ButtonStyle("small-strong", "link", "", "control-hover", "control-pressed", "", 5, 3),
    # An act that few will look for: Switch off.
    "faint": ButtonStyle("small", "ink-second", "", "control-hover", "control-pressed", "", 5, 3),
    # A note's number before its entry.
    "number": ButtonStyle("body-strong", "link", "", "control-hover", "control-pressed", "", 5, 3),
    # A name among others that leads to its page.
    "name": ButtonStyle("small", "link", "", "control-hover", "control-pressed", "", 5, 3, 26),
}


class PanelButton(QAbstractButton):
    """A button with a text that may take several lines."""

    def __init__(self, kind: str, parent: QWidget, on_click: Callable[[], None]) -> None:
        super().__init__(parent)
        self._style = STYLES[kind]
        self._look: Look | None = None
        self._layout: ParagraphLayout | None = None
        self._hint = QSize(LEAST_PX, LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: on_click())

    def fill(self, look: Look, text: str, written: Paragraph | None = None) -> None:
        """Show a text, or a paragraph that says the same in several languages."""
        self._look = look
        self.setText(text)
        ink = self._style.ink if self.isEnabled() else "ink-second"
        shown = written or words(text, self._style.font, ink=ink)
        self._layout = ParagraphLayout(shown, look.typesetter)
        self._layout.break_lines(_UNBOUNDED_PX)
        width = max(round(self._layout.natural_width_px + 2 * self._side_px + 0.5), self._style.least_px)
        self._hint = QSize(width, self.heightForWidth(width))
        self.updateGeometry()
        self.update()

    @property
    def _side_px(self) -> float:
        return self._look.typesetter.px(self._style.side_px) if self._look else 0.0

    def hasHeightForWidth(self) -> bool:
        """Qt's: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's: return the height of the text at a width."""
        least_px = self._style.least_px
        if self._layout is None or self._look is None:
            return least_px
        # A hair more than measured, or the last word would wrap in its own width.
        text_px = self._layout.break_lines(max(width - 2 * self._side_px, 1.0) + 0.5)
        return max(round(text_px + 2 * self._look.typesetter.px(self._style.edge_px)), least_px)

    def sizeHint(self) -> QSize:
        """Qt's: the text on one line."""
        return QSize(self._hint)

    def minimumSizeHint(self) -> QSize:
        """Qt's: large enough to be hit."""
        return QSize(self._style.least_px, self._style.least_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint ground, text and focus ring."""
        del event
        if self._look is None or self._layout is None:
            return
        # What cannot be done now does not call for it.
        is_loud = self._style.ground == "accent" and not self.isEnabled()
        kind, style = self._look.typesetter, STYLES["quiet"] if is_loud else self._style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        ground = style.pressed if self.isDown() else style.hover if self._is_hovered else style.ground
        edge = QPen(kind.colour(style.edge), 1.0) if style.edge else QPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setPen(edge)
            painter.setBrush(kind.colour(ground))
            painter.drawRoundedRect(inner, _RADIUS_PX, _RADIUS_PX)
        height_px = self._layout.break_lines(max(self.width() - 2 * self._side_px, 1.0) + 0.5)
        x = (self.width() - min(self._layout.natural_width_px, self.width())) / 2
        if not style.ground and self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            # On further lines of its own a text without a ground begins where all others do.
            x = min(x, self._side_px)
        self._layout.draw(painter, QPointF(x, (self.height() - height_px) / 2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(kind.colour("focus"), FOCUS_RING_PX))
            painter.drawRoundedRect(inner, _RADIUS_PX, _RADIUS_PX)
            if style.ground == "accent":
                # The ring does not stand out from this ground; a line between them tells them apart.
                painter.setPen(QPen(kind.colour("on-accent"), _PARTING_PX))
                gap = (FOCUS_RING_PX + _PARTING_PX) / 2
                within = inner.adjusted(gap, gap, -gap, -gap)
                painter.drawRoundedRect(within, _RADIUS_PX - gap, _RADIUS_PX - gap)

    @property
    def _is_hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()


class ButtonRow(FlowingRow):
    """Buttons side by side, on further lines where large text leaves no room."""

    def __init__(self, parent: QWidget, gap_px: int = 6) -> None:
        super().__init__(parent, gap_px)
        self._buttons: list[PanelButton] = []

    def add(self, kind: str, on_click: Callable[[], None]) -> PanelButton:
        """Add a button."""
        made = PanelButton(kind, self, on_click)
        self.take(made)
        return made

    def take(self, made: PanelButton) -> None:
        """Add a button that was made for this row."""
        self._buttons.append(made)
        self.hold(made)

    @property
    def buttons(self) -> Sequence[PanelButton]:
        """The buttons in reading order."""
        return self._buttons
