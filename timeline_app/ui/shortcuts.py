# SPDX-License-Identifier: MIT
"""The keys that the window listens to: made from what each command's keys are now, and made anew when they change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Translator
from timeline_app.state.commands import Commands, CommandSpec

NATIVE = QKeySequence.SequenceFormat.NativeText


class Shortcuts:
    """Gives actions and canvas their keys.

    Single letters act only while the canvas has the focus, so these keys are the canvas's own: an action in a
    menu would also hear them at the menu's button. What follows the tab is shown as the menu's key. The names of
    the lanes and the ruler look after their keys themselves: their letters mean nothing elsewhere.
    """

    def __init__(
        self,
        commands: Commands,
        translator: Translator,
        actions: Mapping[str, QAction],
        window: QWidget,
        canvas: QWidget,
    ) -> None:
        self._commands = commands
        self._translator = translator
        self._actions = actions
        self._canvas = canvas
        self._shown: dict[str, tuple[str, ...]] = {}
        self._of_canvas: dict[str, list[QShortcut]] = {}
        for command_id, action in actions.items():
            if self._is_of_window(commands.specs[command_id]):
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
                window.addAction(action)
        self.follow()

    def follow(self) -> None:
        """Listen to the keys that commands have now."""
        changed = {
            command_id: keys
            for command_id in self._actions
            if (keys := self._commands.keys_of(command_id)) != self._shown.get(command_id, ())
        }
        # First all that is given up: a key that two listen to at once is heard by neither.
        for command_id in changed:
            self._listen(command_id, ())
        for command_id, keys in changed.items():
            self._listen(command_id, keys)
        self._shown.update(changed)

    def _listen(self, command_id: str, keys: Sequence[str]) -> None:
        spec, action = self._commands.specs[command_id], self._actions[command_id]
        sequences = [QKeySequence(key) for key in keys]
        if self._is_of_window(spec):
            action.setShortcuts(sequences)
        elif spec.on_canvas:
            title = self._translator.text(spec.title)
            action.setText(f"{title}\t{sequences[0].toString(NATIVE)}" if sequences else title)
            self._listen_on_canvas(command_id, sequences)

    def _listen_on_canvas(self, command_id: str, sequences: Sequence[QKeySequence]) -> None:
        for shortcut in self._of_canvas.pop(command_id, ()):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        for sequence in sequences:
            shortcut = QShortcut(sequence, self._canvas)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._commands.send, command_id))
            self._of_canvas.setdefault(command_id, []).append(shortcut)

    @staticmethod
    def _is_of_window(spec: CommandSpec) -> bool:
        return not (spec.on_canvas or spec.on_heads or spec.on_ruler or spec.on_guess)
