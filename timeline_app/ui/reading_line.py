# SPDX-License-Identifier: MIT
"""A quiet line while a large file is read: how far that has come, and a button that ends it."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.messages import Translator
from timeline_app.content.progress import WHOLE
from timeline_app.ui.fonts import font_for
from timeline_app.ui.header import ElidedLabel

SHOWN_AFTER_MS: Final = 300.0
"""What is read sooner than this needs no word about it."""

WIDEST_PX: Final = 720
PAD_PX: Final = 12
FOOT_PX: Final = 16
BAR_PX: Final = 160
BAR_HEIGHT_PX: Final = 8


class ReadingLine(QFrame):
    """Lies over the foot of the window; takes the keyboard only if somebody goes to its button."""

    cancel_wished = Signal()

    def __init__(self, clock: Clock, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._clock = clock
        self._translator = translator
        self._show_later: Cancel | None = None
        self._file = ""
        self._text_scale = 1.0
        self.setObjectName("reading-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label = ElidedLabel("label", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_PX)
        self.button = QPushButton(translator.say("reading.cancel"), self)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.setToolTip(translator.say("reading.cancel-tip"))
        self.button.setAccessibleDescription(translator.say("reading.cancel-tip"))
        self.button.clicked.connect(lambda _=False: self.cancel_wished.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD_PX, PAD_PX // 2, PAD_PX // 2, PAD_PX // 2)
        row.setSpacing(PAD_PX)
        row.addWidget(self.label)
        row.addStretch(1)
        row.addWidget(self.bar)
        row.addWidget(self.button)
        self._listened: QWidget | None = None
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.hide()

    def set_text_scale(self, text_scale: float) -> None:
        """Grow with the text."""
        language = self._translator.language
        self._text_scale = text_scale
        self.button.setFont(font_for("control", language, text_scale))
        self.bar.setFixedHeight(round(BAR_HEIGHT_PX * text_scale))
        self._tell(self.bar.value())
        self._place()

    def begin(self, file: str) -> None:
        """Say that a file is read, if that takes a moment; of one file after the other the last one counts."""
        self._file = file
        self.bar.setValue(0)
        self._tell(0)
        if self.isVisible() or self._show_later is not None:
            return
        self._show_later = self._clock.after(SHOWN_AFTER_MS, self._appear)

    def show_progress(self, done: int) -> None:
        """Say how far the reading has come, in thousandths."""
        if done // 10 != self.bar.value() // 10:
            self._tell(done)
        self.bar.setValue(done)

    def end(self) -> None:
        """Say nothing any more; the keyboard goes on from where it was."""
        if self._show_later is not None:
            self._show_later()
            self._show_later = None
        self._listen_to(None)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window, whatever its size; hear Escape wherever in it the keyboard is."""
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self._place()
        if watched is self._listened and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                # Else the canvas's own Escape, which clears the selection, would have it.
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.cancel_wished.emit()
                return True
        return super().eventFilter(watched, event)

    def _appear(self) -> None:
        self._show_later = None
        self._place()
        self.raise_()
        self.show()
        self._listen_to(self.window().focusWidget())
        if QAccessible.isActive():
            words = self._translator.say("reading.announcement", file=self._file)
            spoken = QAccessibleAnnouncementEvent(self, words)
            spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(spoken)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen where the keyboard is now."""
        if self.isVisible() and (new is None or new.window() is self.window()):
            self._listen_to(new)

    def _listen_to(self, widget: QWidget | None) -> None:
        if self._listened is not None and shiboken6.isValid(self._listened):
            self._listened.removeEventFilter(self)
        self._listened = widget
        if widget is not None:
            widget.installEventFilter(self)

    def _say(self, done: int) -> None:
        words = self._translator.say("reading.progress", file=self._file, percent=done * 100 // WHOLE)
        self.label.show_text(words, self._translator.language, self._text_scale)

    def _tell(self, done: int) -> None:
        self._say(done)
        self.bar.setAccessibleName(self._translator.say("reading.name", file=self._file))

    def _place(self) -> None:
        parent = self.parentWidget()
        area = parent.rect() if parent is not None else QRect()
        # As wide as for the longest words, so that nothing moves as the number grows.
        self._say(WHOLE)
        wanted, height = self.sizeHint().width(), self.sizeHint().height()
        self._say(self.bar.value())
        width = max(min(wanted, WIDEST_PX, area.width() - 2 * FOOT_PX), 1)
        self.setGeometry(area.center().x() - width // 2, area.bottom() - FOOT_PX - height, width, height)
