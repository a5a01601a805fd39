# SPDX-License-Identifier: MIT
"""Shows the ruler on the canvas whenever it or what is shown is another one, and says what it measures."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from timeline_app.base.clock import Cancel
from timeline_app.base.messages import Message
from timeline_app.scene.ruler_marks import RulerMarks
from timeline_app.state.app_state import AppState
from timeline_app.state.ruler_handlers import RulerHandlers
from timeline_app.state.ruler_words import ruler_marks
from timeline_app.ui.announcement import announce, describe_anew
from timeline_app.ui.canvas.ruler_hand import RulerHand
from timeline_app.ui.shell import Shell

SAY_AFTER_MS: Final = 400.0
"""So long the ruler rests before it is said what it measures."""


class RulerDesk(QObject):
    """Follows the store; the hand on the ruler acts only while it lies there."""

    def __init__(self, shell: Shell, handlers: RulerHandlers) -> None:
        super().__init__(shell)
        self._shell = shell
        self._marks: RulerMarks | None = None
        self._say_later: Cancel | None = None
        self._hand = RulerHand(
            shell.canvas, handlers, shell.commands, lambda: shell.store.state.ruler, sys.platform
        )
        shell.store.watch(self._follow)

    def copy(self) -> None:
        """Put what is measured on the clipboard."""
        if self._marks is not None:
            QGuiApplication.clipboard().setText(self._marks.text)
            self._shell.store.tell(Message.of("notice.ruler-copied"))

    def _follow(self, old: AppState, new: AppState) -> None:
        is_other_exhibit = _path(old) != _path(new)
        if new.ruler is not None and is_other_exhibit:
            self._shell.store.set_ruler(None)
            return
        if new.ruler is old.ruler and (new.document, new.lens, new.reader, new.fold) == (
            old.document,
            old.lens,
            old.reader,
            old.fold,
        ):
            return
        self._show(new)

    def _show(self, state: AppState) -> None:
        shell, before = self._shell, self._marks
        showing, document = shell.store.showing, state.document
        self._marks = None
        if state.ruler is not None and showing is not None and document is not None:
            translator = shell.around.translator
            self._marks = ruler_marks(state.ruler, showing, document.date_settings, translator, state.fold)
            if self._marks is None:
                # One of its points may not be told of any more.
                shell.store.set_ruler(None)
                return
        shell.canvas.set_ruler(self._marks)
        if shell.menus is not None:
            shell.menus.refresh(shell.commands, state)
        self._say(before)

    def _say(self, before: RulerMarks | None) -> None:
        if self._say_later is not None:
            self._say_later()
            self._say_later = None
        if self._marks is not None:
            self._say_later = self._shell.around.clock.after(SAY_AFTER_MS, self._say_now)
        elif before is not None:
            announce(self._shell.canvas, self._shell.around.translator.say("ruler.away"))
            describe_anew(self._shell.canvas)

    def _say_now(self) -> None:
        self._say_later = None
        if self._marks is not None:
            announce(self._shell.canvas, self._marks.text)
            describe_anew(self._shell.canvas)


def _path(state: AppState) -> object:
    return state.document.path if state.document is not None else None
