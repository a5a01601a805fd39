# SPDX-License-Identifier: MIT
"""Keys on the class's picture in the presenter's window: once Tab has come to it, it is walked as at the desk.

Only keys without a letter do that: letters, digits, and the keys of clickers are those of the tour everywhere.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent

from timeline_app.state.app_state import Mode
from timeline_app.state.commands import Commands
from timeline_app.state.prediction import is_asking
from timeline_app.state.store import Store
from timeline_app.state.tour_state import Tool
from timeline_app.ui.latin_keys import chosen_text
from timeline_app.ui.present.mirror import Mirror

WALKING: Final = (
    "select.next-in-time",
    "select.previous-in-time",
    "select.lane-above",
    "select.lane-below",
    "view.earlier",
    "view.later",
    "view.lanes-up",
    "view.lanes-down",
    "view.closer",
    "view.wider",
)


class MirrorKeys(QObject):
    """Watches the mirror's keys. With a tool in hand, or a guess to be placed, they are the tour's too."""

    def __init__(self, mirror: Mirror, store: Store, commands: Commands) -> None:
        super().__init__(mirror)
        self._store = store
        self._commands = commands
        mirror.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: walk the timeline, or let the key pass."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._walk(chosen_text(event))
        return super().eventFilter(watched, event)

    def _walk(self, key: str) -> bool:
        if not self._is_free or (len(key) == 1 and key.isalnum()):
            return False
        meant = next((command for command in WALKING if key in self._keys_of(command)), "")
        return bool(meant) and self._commands.send(meant)

    @property
    def _is_free(self) -> bool:
        state = self._store.state
        return state.present is not None and state.present.tool is Tool.NONE and not is_asking(state)

    def _keys_of(self, command: str) -> tuple[str, ...]:
        """Return a command's keys at the desk."""
        keys = self._store.state.keys
        if keys is not None:
            return keys.keys(command, Mode.EXPLORE)
        return tuple(self._commands.specs[command].keys.get(Mode.EXPLORE, ()))
