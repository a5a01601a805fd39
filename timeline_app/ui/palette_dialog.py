# SPDX-License-Identifier: MIT
"""The command palette: a field over the list of all commands, found as one types."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.palette import Entry, Reach, found
from timeline_app.ui.announcement import announce
from timeline_app.ui.dialogs import Dialog
from timeline_app.ui.fonts import font_for
from timeline_app.ui.palette_rows import PaletteDelegate, PaletteModel
from timeline_app.ui.theme import Theme
from timeline_app.ui.touch_scroll import TouchScroll

WIDTH_PX: Final = 620
HEIGHT_PX: Final = 520
FIELD_HEIGHT_PX: Final = 40
WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""Keys that walk the list while the keyboard is in the field."""
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaletteDialog(Dialog):
    """Finds a command; one that needs a text asks for it in the same field."""

    chosen = Signal(str, dict)
    """A command's id with its arguments, once the palette has closed."""

    def __init__(
        self,
        entries: tuple[Entry, ...],
        translator: Translator,
        theme: Theme,
        text_scale: float,
        parent: QWidget,
    ) -> None:
        super().__init__(translator.say("palette.title"), translator, text_scale, parent)
        self._entries = entries
        self._asking: Entry | None = None
        self._last_text = ""
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self.model = PaletteModel(translator, self)
        self.said = self.label("", "small")
        self.list.setItemDelegate(
            PaletteDelegate(self.list, self.model, theme, translator.language, text_scale)
        )
        for part in (self.field, self.list, self.said):
            self.column.addWidget(part, 1 if part is self.list else 0)
        self._prepare()
        self._find("")
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _prepare(self) -> None:
        say = self.translator.say
        self.field.setFont(font_for("body", self.translator.language, self.text_scale))
        self.field.setMinimumHeight(round(FIELD_HEIGHT_PX * self.text_scale))
        self._name_field(say("palette.field"), say("palette.field-tip"))
        self.list.setModel(self.model)
        self.list.setAccessibleName(say("palette.list"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        TouchScroll(self.list)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.field.textChanged.connect(self._follow_text)
        self.list.clicked.connect(lambda _: self._enter())
        self.list.selectionModel().currentChanged.connect(self._say_current)

    def _name_field(self, name: str, tip: str) -> None:
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(tip)
        self.field.setPlaceholderText(tip)

    # -- finding ------------------------------------------------------------------------------------

    @property
    def current(self) -> Entry | None:
        """The entry that Enter carries out."""
        row = self.list.currentIndex().row()
        return self.model.entries[row] if 0 <= row < len(self.model.entries) else None

    def _follow_text(self, text: str) -> None:
        if self._asking is None:
            self._find(text)

    def _find(self, text: str) -> None:
        listed = found(self._entries, text)
        self.model.show_entries(listed)
        self._tell(
            Message.of("palette.count", count=len(listed)) if listed else Message.of("palette.nothing")
        )
        if listed:
            self.list.setCurrentIndex(self.model.index(0, 0))
        else:
            announce(self.field, self.said.text())

    def _tell(self, message: Message) -> None:
        self.said.setText(self.translator.text(message))

    def _say_current(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        entry = self.current
        if entry is not None and current.isValid():
            number, count = current.row() + 1, len(self.model.entries)
            words = self.model.spoken(entry)
            announce(self.field, self.translator.say("palette.row", row=words, number=number, count=count))

    # -- keys ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: Enter carries out; in the field the keys up and down walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                self._enter()
                return True
            if watched is self.field and event.key() in WALKING and self._asking is None:
                # The list's own handling, without giving it the keyboard.
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Qt's: Escape leaves; while a text is asked for it returns to the list."""
        if self._asking is None:
            super().reject()
            return
        self._asking = None
        say = self.translator.say
        self._name_field(say("palette.field"), say("palette.field-tip"))
        self.list.show()
        self.field.setText(self._last_text)
        self._find(self._last_text)

    def _enter(self) -> None:
        if self._asking is not None:
            self._send(self._asking, {self._asking.asks_for: self.field.text()})
            return
        entry = self.current
        if entry is None:
            return
        if entry.why_not is not None:
            self._tell(Message.of("palette.refused", title=entry.title, reason=entry.why_not))
            announce(self.field, self.said.text())
        elif entry.reach is Reach.ASKS:
            self._ask(entry)
        else:
            self._send(entry, {})

    def _ask(self, entry: Entry) -> None:
        """Ask for the text that a command needs."""
        self._asking, self._last_text = entry, self.field.text()
        self.list.hide()
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        tip = self.translator.text(Message.of(f"palette.asks.{entry.asks_for}"))
        self._name_field(entry.title, tip)
        self._tell(Message.of("palette.asking", title=entry.title))
        announce(self.field, self.said.text())

    def _send(self, entry: Entry, arguments: dict[str, str]) -> None:
        """Close first, so that the keyboard is back where it was when the command acts."""
        self.accept()
        self.chosen.emit(entry.spec.id, arguments)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: rows are as high as their words in this width."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()
