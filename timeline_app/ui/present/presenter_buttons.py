# SPDX-License-Identifier: MIT
"""The buttons of the presenter's window: pressed by hand they leave the keys where they were, with the tour.

Only Tab brings the keyboard to them. Then Space and Enter press the button; all other keys stay those of the tour.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Emphasis
from timeline_app.ui.canvas.inks import qcolor
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import TextButton
from timeline_app.ui.present.presenter_style import AMBER, LEAST_TARGET_PX, font_of
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter
from timeline_app.ui.reading.reading_view import FOCUS_RING_PX
from timeline_app.ui.theme import Theme

PRESSING: Final = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
CAP_SIDE_PX: Final = 10.0
CAP_LEAST_PX: Final = 34.0
CORNER_PX: Final = 6.0
INSET_PX: Final = 6.0


def press_by_key(button: QAbstractButton, event: QKeyEvent) -> None:
    """Press a button by a key that presses buttons; leave every other key to the window."""
    if event.key() in PRESSING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        if not event.isAutoRepeat():
            button.click()
        event.accept()
    else:
        event.ignore()


class PresenterButton(QPushButton):
    """A button with a short text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Space and Enter press it."""
        press_by_key(self, event)


class WordsButton(TextButton):
    """A button with words on as many lines as they need, on a ground of its own where one is given."""

    def __init__(self, parent: QWidget, ground: str = "") -> None:
        super().__init__(parent)
        self.ground = ground
        self.is_marked = False
        self.act: Callable[[], object] | None = None
        """What pressing it does; the button stays, and stands for other things in turn."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._do)

    def _do(self) -> None:
        if self.act is not None:
            self.act()

    @property
    def _start_px(self) -> float:
        """Keep the words off the edge of the ground."""
        return self._look.px(INSET_PX) if self.ground and self._look is not None else super()._start_px

    def heightForWidth(self, width: int) -> int:
        """Qt's: as high as its words, and high enough for a hasty hand."""
        return max(super().heightForWidth(width), LEAST_TARGET_PX)

    def _lay_out(self, width: int) -> int:
        """Put few words in the middle of the height, not at its head."""
        height_px = max(super()._lay_out(width), LEAST_TARGET_PX)
        if self._layouts:
            last = self._layouts[-1]
            inner_px = width - 4 * FOCUS_RING_PX - self._start_px
            below_px = height_px - last.y_px - last.break_lines(inner_px)
            for layout in self._layouts:
                layout.y_px += (below_px - 2 * FOCUS_RING_PX) / 2
        return height_px

    def minimumSizeHint(self) -> QSize:
        """Qt's: large enough to be hit."""
        return QSize(LEAST_TARGET_PX, LEAST_TARGET_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's: Space and Enter press it."""
        press_by_key(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the ground, then the words."""
        if self._look is not None and self.ground:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            kind = self._look.typesetter
            edge = kind.colour(AMBER if self.is_marked else "control-edge")
            painter.setPen(QPen(edge, 3.0 if self.is_marked else 1.0))
            painter.setBrush(kind.colour(self.ground))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), CORNER_PX, CORNER_PX)
            painter.end()
        super().paintEvent(event)


class KeyButton(PresenterButton):
    """A key as on a cap, and what it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._key = ""
        self._look: Look | None = None
        self._cap_px = 0.0

    def fill(self, look: Look, words: str, key: str, cap_px: float) -> None:
        """Show a key, all caps of a card equally wide, and what it does."""
        self._look, self._words, self._key, self._cap_px = look, words, key, cap_px
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt's: its words may be cut before the row becomes too wide."""
        return QSize(LEAST_TARGET_PX * 2, LEAST_TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's: paint the ground, the cap and the words."""
        super().paintEvent(event)
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, scale = self._look.typesetter.theme, self._look.typesetter.text_scale
        ink = qcolor(theme.colour("sunken" if self.isChecked() else "ink"))
        cap_font, font = font_of("cap", scale), font_of("key", scale)
        font.setWeight(font.Weight.Medium)
        side_px = CAP_SIDE_PX * scale
        height_px = QFontMetricsF(cap_font).height() + 8.0 * scale
        cap = QRectF(side_px, (self.height() - height_px) / 2, self._cap_px, height_px)
        painter.setPen(QPen(ink if self.isChecked() else qcolor(theme.colour("ink-faint")), 1.0))
        painter.drawRoundedRect(cap, CORNER_PX, CORNER_PX)
        painter.setPen(ink)
        painter.setFont(cap_font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        left_px = cap.right() + side_px
        room = QRectF(left_px, 0.0, max(self.width() - left_px - 6.0, 1.0), float(self.height()))
        painter.setFont(font)
        said = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def strong(text: ShownText | str) -> Paragraph:
    """Return the words of a button that are read first."""
    writer = ParagraphWriter()
    writer.add(str(text), Emphasis.STRONG)
    return writer.paragraph("body", language=text.language if isinstance(text, ShownText) else "")


def cap_width_px(key: str, scale: float) -> float:
    """Return how wide a cap must be for a key."""
    return max(
        QFontMetricsF(font_of("cap", scale)).horizontalAdvance(key) + 14.0 * scale, CAP_LEAST_PX * scale
    )


def ring_pen(theme: Theme) -> QPen:
    """Return the pen of a focus ring."""
    return QPen(qcolor(theme.colour("focus")), 3.0)
