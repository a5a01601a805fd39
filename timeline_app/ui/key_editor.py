# SPDX-License-Identifier: MIT
"""Below the list of keys: what the command in hand has, and how it gets other keys, each step said before it is taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.state.app_state import Mode
from timeline_app.state.commands import CommandSpec
from timeline_app.state.key_handlers import KeyHandlers
from timeline_app.state.key_map import MOST_KEYS
from timeline_app.ui.announcement import announce
from timeline_app.ui.button_flow import ButtonFlow
from timeline_app.ui.command_rows import native
from timeline_app.ui.fonts import font_for
from timeline_app.ui.key_field import KeyField

FIELD_HEIGHT_PX: Final = 40
GAP_PX: Final = 8
Send = Callable[..., object]


class KeyEditor(QWidget):
    """Changes the keys of one command at a time; `done` tells that the keyboard may return to the list."""

    done = Signal()

    def __init__(self, handlers: KeyHandlers, send: Send, translator: Translator, text_scale: float) -> None:
        super().__init__()
        self._handlers = handlers
        self._send = send
        self._translator = translator
        self._spec: CommandSpec | None = None
        self._mode = Mode.EXPLORE
        self._wanted: tuple[str, ...] = ()
        self._adds = False
        say = translator.say
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setFont(font_for("body", translator.language, text_scale))
        self.field = KeyField(self)
        self.field.setFont(font_for("body-strong", translator.language, text_scale))
        self.field.setMinimumHeight(round(FIELD_HEIGHT_PX * text_scale))
        self.field.setPlaceholderText(say("keys.press"))
        self.field.pressed.connect(self._take_key)
        self.field.left.connect(self.leave)
        self.row = ButtonFlow(self)
        self.change = self.row.add(say("keys.change"), partial(self.record, adds=False))
        self.add = self.row.add(say("keys.add"), partial(self.record, adds=True))
        self.usual = self.row.add(say("keys.use-usual"), self._use_usual)
        self.none = self.row.add(say("keys.use-none"), self._use_none)
        self.give = self.row.add(say("keys.give"), self._give)
        self.another = self.row.add(say("keys.another"), self._record_again)
        self.stop = self.row.add(say("keys.leave"), self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        for part in (self.said, self.field, self.row):
            column.addWidget(part)
        self.show_command(None)

    @property
    def is_recording(self) -> bool:
        """Whether the next key pressed becomes the command's."""
        return not self.field.isHidden()

    def show_command(self, spec: CommandSpec | None, mode: Mode = Mode.EXPLORE) -> None:
        """Show what a command has in a mode; None for no command."""
        self._spec = spec
        self._mode = mode
        self._rest()

    def record(self, *, adds: bool) -> None:
        """Have a key pressed, for the command in hand alone or beside those that it has."""
        if self._spec is None:
            return
        self._adds = adds
        self._say(Message.of("keys.recording", command=self._spec.title))
        self.field.setAccessibleName(self.said.text())
        self.field.clear()
        self.field.show()
        self.row.show_only(self.stop)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Leave the keys as they are."""
        self._rest()
        self.done.emit()

    def _take_key(self, key: str) -> None:
        """Give the key to the command, unless it cannot have it or somebody else has."""
        spec = self._spec
        if spec is None:
            return
        has = self._handlers.map.keys(spec.id, self._mode)
        self._wanted = tuple(dict.fromkeys((*has, key))) if self._adds else (key,)
        self.field.setText(" ".join(native((key,))))
        reason = self._handlers.why_not(spec.id, (key,), self._mode)
        conflicts = self._handlers.map.conflicts(spec.id, (key,), self._mode)
        if reason is not None:
            self._say(Message.of("keys.refused", reason=reason))
        elif conflicts:
            self._name_conflict(spec, conflicts[0].key, conflicts[0].holder)
        else:
            self._give()

    def _name_conflict(self, spec: CommandSpec, key: str, holder_id: str) -> None:
        holder = self._handlers.map.specs[holder_id].title
        shown = " ".join(native((key,)))
        self._say(Message.of("keys.conflict", key=shown, holder=holder, command=spec.title))
        self.field.hide()
        self.row.show_only(self.give, self.another, self.stop)
        self.give.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record_again(self) -> None:
        self.record(adds=self._adds)

    def _give(self) -> None:
        self._send_and_say("keys.rebind", keys=self._wanted, take=True)

    def _use_none(self) -> None:
        self._send_and_say("keys.rebind", keys=(), take=True)

    def _use_usual(self) -> None:
        """Give the usual keys back, if need be from whoever has got them."""
        spec = self._spec
        if spec is None:
            return
        self._wanted = self._handlers.map.usual(spec.id, self._mode)
        conflicts = self._handlers.map.conflicts(spec.id, self._wanted, self._mode)
        if conflicts:
            self._name_conflict(spec, conflicts[0].key, conflicts[0].holder)
        else:
            self._send_and_say("keys.reset")

    def _send_and_say(self, command_id: str, **arguments: tuple[str, ...] | bool) -> None:
        spec = self._spec
        if spec is None:
            return
        self._send(command_id, id=spec.id, mode=self._mode.value, **arguments)
        self._rest()
        announce(self, self.said.text())
        self.done.emit()

    def _rest(self) -> None:
        """Tell what the command in hand has, and offer what can be done."""
        self.field.hide()
        spec = self._spec
        if spec is None:
            self.said.setText(self._translator.say("keys.choose"))
            self.row.show_only(self.change)
            self.change.setEnabled(False)
            return
        map_ = self._handlers.map
        keys, usual = map_.keys(spec.id, self._mode), map_.usual(spec.id, self._mode)
        self.said.setText(self._in_words(spec, keys, usual))
        self.change.setEnabled(True)
        self.add.setEnabled(0 < len(keys) < MOST_KEYS)
        self.usual.setEnabled(keys != usual)
        self.none.setEnabled(bool(keys))
        self.row.show_only(self.change, self.add, self.usual, self.none)

    def _in_words(self, spec: CommandSpec, keys: tuple[str, ...], usual: tuple[str, ...]) -> str:
        say, none = self._translator.say, self._translator.say("keys.none")
        title = self._translator.text(spec.title)
        has = ", ".join(native(keys)) or none
        if keys == usual:
            return say("keys.has-usual", command=title, keys=has)
        return say("keys.has-own", command=title, keys=has, usual=", ".join(native(usual)) or none)

    def _say(self, message: Message) -> None:
        self.said.setText(self._translator.text(message))
        announce(self, self.said.text())
