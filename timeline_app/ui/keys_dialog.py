# SPDX-License-Identifier: MIT
"""The list of keys, made from the command table: what is listed is what works, and each command can get other keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import Commands, CommandSpec
from timeline_app.state.key_handlers import KeyHandlers
from timeline_app.state.key_rows import KeyRow, rows_of
from timeline_app.ui.announcement import announce
from timeline_app.ui.button_flow import ButtonFlow
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for
from timeline_app.ui.key_editor import KeyEditor
from timeline_app.ui.keys_rows import KeysDelegate, KeysModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.touch_scroll import TouchScroll

WIDTH_PX: Final = 720
HEIGHT_PX: Final = 720
FIELD_HEIGHT_PX: Final = 40
LEAST_LIST_PX: Final = 96
"""Two commands can be seen at once, however large the text is."""
WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeysDialog(Dialog):
    """Lists keys and what the mouse does; Enter on a command takes another key for it."""

    def __init__(
        self,
        commands: Commands,
        handlers: KeyHandlers,
        faults: tuple[Message, ...],
        translator: Translator,
        theme: Theme,
        text_scale: float,
        parent: QWidget,
        mode: Mode = Mode.EXPLORE,
    ) -> None:
        super().__init__(translator.say("keys.title"), translator, text_scale, parent)
        self._commands = commands
        self._handlers = handlers
        self._mode = mode
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self.model = KeysModel(translator, self)
        self.list.setItemDelegate(KeysDelegate(self.list, self.model, theme, translator.language, text_scale))
        self.editor = KeyEditor(handlers, commands.send, translator, text_scale)
        self.faults = [self.label(translator.text(fault)) for fault in faults]
        for label in self.faults:
            self.column.addWidget(label)
        for part in (self.field, self.list, self.editor):
            self.column.addWidget(part, 1 if part is self.list else 0)
        self._prepare()
        self._add_buttons()
        self.show_keys()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _prepare(self) -> None:
        say = self.translator.say
        self.field.setFont(font_for("body", self.translator.language, self.text_scale))
        self.field.setMinimumHeight(round(FIELD_HEIGHT_PX * self.text_scale))
        self.field.setAccessibleName(say("keys.field"))
        self.field.setPlaceholderText(say("keys.field"))
        self.list.setModel(self.model)
        self.list.setMinimumHeight(round(LEAST_LIST_PX * self.text_scale))
        self.list.setAccessibleName(say("keys.title"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        TouchScroll(self.list)
        self.field.textChanged.connect(lambda _: self.show_keys())
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.doubleClicked.connect(lambda _: self._change())
        self.list.selectionModel().currentChanged.connect(self._follow_row)
        self.editor.done.connect(self._return_to_list)

    def _add_buttons(self) -> None:
        row = ButtonFlow(self)
        say, send = self.translator.say, self._commands.send
        self.usual = row.add(say("keys.all-usual"), lambda: send("keys.reset-all"))
        self.back = row.add(say("keys.take-back"), lambda: send("keys.take-back"))
        close = QPushButton(say("dialog.close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addWidget(row, 1)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(line)

    # -- the list -----------------------------------------------------------------------------------

    @property
    def current(self) -> CommandSpec | None:
        """The command in hand."""
        row = self._row_in_hand
        return None if row is None else row.spec

    @property
    def _row_in_hand(self) -> KeyRow | None:
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _listed(self) -> tuple[KeyRow, ...]:
        specs = self._commands.specs.values()
        return rows_of(specs, self._handlers.map, self.translator, self.field.text(), self._mode)

    def show_keys(self) -> None:
        """List what holds the words in the field, with the keys of now; the command in hand stays in hand."""
        before = self._row_in_hand
        in_hand = None if before is None or before.spec is None else (before.spec, before.mode)
        scrolled_px = self.list.verticalScrollBar().value()
        self.model.show_rows(self._listed())
        rows = self.model.rows
        same = next((number for number, row in enumerate(rows) if (row.spec, row.mode) == in_hand), None)
        first = next((number for number, row in enumerate(rows) if row.spec is not None), None)
        found = same if same is not None else first
        if found is not None:
            self.list.setCurrentIndex(self.model.index(found))
        if same is not None:
            self.list.verticalScrollBar().setValue(scrolled_px)
            self.list.scrollTo(self.model.index(same))
        else:
            self.list.scrollToTop()
        self._edit()
        self.usual.setEnabled(self._commands.is_enabled("keys.reset-all"))
        self.back.setEnabled(self._commands.is_enabled("keys.take-back"))

    def _follow_row(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        if now.isValid():
            self._edit()
            if self.field.hasFocus():
                announce(self.field, self.model.spoken(self.model.rows[now.row()]))

    def _edit(self) -> None:
        row = self._row_in_hand
        self.editor.show_command(self.current, Mode.EXPLORE if row is None else row.mode)

    def _change(self) -> None:
        if self.current is not None:
            self.editor.record(adds=False)

    def _return_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt's side ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: walk the list from the field, and change a command's key by Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._change()
                return True
            if watched is self.field and event.key() in WALKING:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: the rows' heights follow from the width."""
        super().resizeEvent(event)
        self.list.doItemsLayout()
