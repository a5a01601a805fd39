# SPDX-License-Identifier: MIT
"""Shows question and guess on the canvas whenever they or what is shown are others, and says them aloud."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from timeline_app.base.clock import Cancel
from timeline_app.scene.guess_marks import GuessMarks
from timeline_app.state.app_state import AppState
from timeline_app.state.curtain_table import can_pull
from timeline_app.state.prediction import is_asking
from timeline_app.state.prediction_words import guess_marks
from timeline_app.ui.announcement import announce, describe_anew
from timeline_app.ui.canvas.curtain_hand import CurtainHand
from timeline_app.ui.canvas.guess_hand import GuessHand
from timeline_app.ui.shell import Shell

SAY_AFTER_MS: Final = 400.0
"""So long the guess rests before it is said where it is."""


class PredictionDesk(QObject):
    """Follows the store; the hand on the guess acts only while a class is asked."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._marks: GuessMarks | None = None
        self._say_later: Cancel | None = None
        self._hand = GuessHand(shell.canvas, shell.commands, lambda: is_asking(shell.store.state))
        self._curtain = CurtainHand(shell.canvas, shell.commands, lambda: can_pull(shell.store.state))
        shell.store.watch(self._follow)

    def _follow(self, old: AppState, new: AppState) -> None:
        if _asked_in(old) != _asked_in(new):
            self._show(new)

    def _show(self, state: AppState) -> None:
        shell, before = self._shell, self._marks
        showing, translator = shell.store.showing, shell.around.translator
        self._marks = guess_marks(state, showing, translator) if showing is not None else None
        if self._marks == before:
            return
        shell.canvas.set_guess(self._marks)
        if shell.menus is not None:
            shell.menus.refresh(shell.commands, state)
        if self._say_later is not None:
            self._say_later()
        self._say_later = shell.around.clock.after(SAY_AFTER_MS, self._say)

    def _say(self) -> None:
        self._say_later = None
        if self._marks is not None:
            announce(self._shell.canvas, self._marks.text)
        describe_anew(self._shell.canvas)


def _asked_in(state: AppState) -> tuple[object, ...]:
    """Return what question and guess are shown from."""
    return state.prediction, state.page, id(state.document), state.lens, state.reader
