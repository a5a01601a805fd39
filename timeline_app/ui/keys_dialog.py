# SPDX-License-Identifier: MIT
"""Help on keys, made from the command table: what is listed is what works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.palette import MENUS, group_of
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.palette_rows import native_keys
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
        anywhere = [spec for spec in with_keys if not (spec.on_canvas or spec.on_heads)]
        self._add_area("keys.anywhere", anywhere)
        self._add_area("keys.on-canvas", [spec for spec in with_keys if spec.on_canvas])
        self._add_area("keys.on-heads", [spec for spec in with_keys if spec.on_heads])
        self._add_heading("keys.mouse", "subheading")
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

    def _add_area(self, key: str, specs: Sequence[CommandSpec]) -> None:
        """List the keys that act in one part of the window, by the menus in which one would look for them."""
        self._add_heading(key, "subheading")
        groups = {group_of(spec) for spec in specs}
        for group in (group for group in MENUS if group in groups):
            if len(groups) > 1:
                self._add_heading(f"menu.{group}")
            for spec in (spec for spec in specs if group_of(spec) == group):
                self._add(native_keys(spec.keys[Mode.EXPLORE]), self.translator.text(spec.title))

    def _add_heading(self, key: str, font_role: str = "body-strong") -> None:
        label = self.label(self.translator.text(Message.of(key)), font_role)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _add(self, keys: str, words: str) -> None:
        row = self._grid.rowCount()
        label = self.label(keys)
        label.setWordWrap(False)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.label(words), row, 1, Qt.AlignmentFlag.AlignTop)
