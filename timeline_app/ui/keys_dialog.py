# SPDX-License-Identifier: MIT
"""Help on keys, made from the command table: what is listed is what works."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.touch_scroll import TouchScroll

WIDTH_PX = 640
HEIGHT_PX = 640
MOUSE = (
    "wheel",
    "drag",
    "double-click",
    "click",
    "badge",
    "ctrl-click",
    "shift-click",
    "box",
    "lanes",
    "lane-name",
    "carry-lane",
    "lane-menu",
)


class KeysDialog(Dialog):
    """Lists keys and what the mouse does."""

    def __init__(
        self, specs: Iterable[CommandSpec], translator: Translator, text_scale: float, parent: QWidget
    ) -> None:
        super().__init__(translator.say("keys.title"), translator, text_scale, parent)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(translator.say("keys.title"))
        page = QWidget(area)
        self._grid = QGridLayout(page)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(24)
        with_keys = [spec for spec in specs if spec.keys.get(Mode.EXPLORE)]
        self._add_heading("keys.anywhere")
        for spec in (spec for spec in with_keys if not (spec.on_canvas or spec.on_heads)):
            self._add_command(spec)
        self._add_heading("keys.on-canvas")
        for spec in (spec for spec in with_keys if spec.on_canvas):
            self._add_command(spec)
        self._add_heading("keys.on-heads")
        for spec in (spec for spec in with_keys if spec.on_heads):
            self._add_command(spec)
        self._add_heading("keys.mouse")
        for name in MOUSE:
            self._add(
                translator.text(Message.of(f"keys.mouse.{name}")),
                translator.text(Message.of(f"keys.does.{name}")),
            )
        area.setWidget(page)
        # The dialog's ground shows through; Qt would give the list one of its own.
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        TouchScroll(area)
        self.column.addWidget(area, 1)
        self.add_buttons()

    def _add_heading(self, key: str) -> None:
        label = self.label(self.translator.text(Message(key)), "body-strong")
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _add_command(self, spec: CommandSpec) -> None:
        keys = (
            QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText)
            for text in spec.keys[Mode.EXPLORE]
        )
        self._add("  ·  ".join(keys), self.translator.text(spec.title))

    def _add(self, keys: str, words: str) -> None:
        row = self._grid.rowCount()
        label = self.label(keys)
        label.setWordWrap(False)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.label(words), row, 1, Qt.AlignmentFlag.AlignTop)
