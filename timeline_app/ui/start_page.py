# SPDX-License-Identifier: MIT
"""The page that stands in the window while no exhibit is open: what to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.base.messages import Translator
from timeline_app.ui.fonts import font_for

RECENT_SHOWN: Final = 5
COLUMN_PX: Final = 640
MARGIN_PX: Final = 48
GAP_PX: Final = 16
COLUMN_STRETCH: Final = 100
"""The column takes all width up to its own, then the sides share the rest."""


class StartPage(QScrollArea):
    """Offers to open a file, the built-in exhibit or a recent one; emits wishes only.

    It is filled when it is seen: most starts show an exhibit at once.
    """

    open_wished = Signal()
    built_in_wished = Signal()
    path_wished = Signal(str)
    problems_wished = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._text_scale = 1.0
        self._state: tuple[str, bool, bool, tuple[Path, ...]] = ("", False, False, ())
        self._is_stale = True
        self.setObjectName("start-page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_state(
        self, file_name: str, *, is_reading: bool, has_failed: bool, recent: Sequence[Path]
    ) -> None:
        """Say how things stand."""
        state = (file_name, is_reading, has_failed, tuple(recent))
        if state != self._state:
            self._state = state
            self._refresh()

    def set_text_scale(self, text_scale: float) -> None:
        """Grow with the text."""
        self._text_scale = text_scale
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the page before it is seen."""
        if self._is_stale:
            self._build()
        super().showEvent(event)

    def _refresh(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self._is_stale = False
        file_name, is_reading, has_failed, recent = self._state
        column = QWidget()
        column.setMaximumWidth(round(COLUMN_PX * self._text_scale))
        layout = QVBoxLayout(column)
        layout.setSpacing(round(GAP_PX * self._text_scale))
        say = self._translator.say
        if is_reading:
            layout.addWidget(self._label(say("start.reading", file=file_name), "title"))
        elif has_failed:
            layout.addWidget(self._label(say("start.failed", file=file_name), "title"))
            layout.addWidget(self._label(say("start.failed-advice"), "reading"))
            layout.addWidget(self._button(say("start.problems"), self.problems_wished.emit))
        else:
            layout.addWidget(self._label(say("start.welcome"), "title"))
            layout.addWidget(self._label(say("start.advice"), "reading"))
        if not is_reading:
            self._add_choices(layout, recent)
        page = QWidget()
        page.setObjectName("start-page-ground")
        centred = QVBoxLayout(page)
        margin = min(round(MARGIN_PX * self._text_scale), MARGIN_PX * 2)
        centred.setContentsMargins(margin, margin, margin, margin)
        centred.addStretch(1)
        # Centred by what is beside it: an alignment would give wrapped words the height of unwrapped ones.
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(column, COLUMN_STRETCH)
        beside.addStretch(1)
        centred.addLayout(beside)
        centred.addStretch(2)
        self.setWidget(page)

    def _add_choices(self, layout: QVBoxLayout, recent: Sequence[Path]) -> None:
        say = self._translator.say
        layout.addWidget(self._button(say("start.open"), self.open_wished.emit, role="button-primary"))
        layout.addWidget(self._button(say("start.built-in"), self.built_in_wished.emit))
        layout.addWidget(self._label(say("start.drop"), "small"))
        if not recent:
            return
        layout.addWidget(self._label(say("menu.recent"), "section"))
        for path in recent[:RECENT_SHOWN]:
            button = self._button(path.name, partial(self.path_wished.emit, str(path)), role="button-quiet")
            button.setToolTip(str(path))
            layout.addWidget(button)

    def _label(self, text: str, font_role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(font_for(font_role, self._translator.language, self._text_scale))
        label.setWordWrap(True)
        return label

    def _button(self, text: str, wish: Callable[[], object], role: str = "button") -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.setProperty("role", role)
        button.setFont(font_for("control", self._translator.language, self._text_scale))
        button.clicked.connect(lambda _=False: wish())
        return button
