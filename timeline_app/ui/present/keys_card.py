# SPDX-License-Identifier: MIT
"""The keys that one needs while presenting, each a button for the hand as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.state.curtain_table import has_curtain
from timeline_app.state.prediction import is_asking, is_at_question
from timeline_app.state.tour_state import Cover, Tool
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.command_rows import native
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.presenter_buttons import KeyButton, cap_width_px
from timeline_app.ui.present.presenter_cards import Card
from timeline_app.ui.present.told import Told

COLUMNS: Final = 5
SHOWN: Final = (
    "tour.next",
    "tour.previous",
    "tour.explore",
    "present.overview",
    "curtain.toggle",
    "present.black",
    "present.white",
    "present.freeze",
    "present.zoom",
    "predict.next",
    "present.ring",
    "present.spotlight",
    "present.magnifier",
    "present.leave",
    "present.open-note",
)
_IS_ON: Final[dict[str, Callable[[Told], bool]]] = {
    "tour.explore": lambda told: told.walked.is_away,
    "curtain.toggle": lambda told: has_curtain(told.state),
    "predict.next": lambda told: is_asking(told.state),
    "present.overview": lambda told: told.present.is_overview_shown,
    "present.black": lambda told: told.present.cover is Cover.BLACK,
    "present.white": lambda told: told.present.cover is Cover.WHITE,
    "present.freeze": lambda told: told.present.is_frozen,
    "present.zoom": lambda told: told.present.zoomed is not None,
    "present.spotlight": lambda told: told.present.tool is Tool.SPOTLIGHT,
    "present.ring": lambda told: told.present.tool is Tool.RING,
    "present.magnifier": lambda told: told.present.tool is Tool.MAGNIFIER,
}


class KeysCard(Card):
    """Keys in columns; what is switched on is lit."""

    def __init__(
        self, keys_of: Callable[[str], Sequence[str]], send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys_of = keys_of
        self.buttons: dict[str, KeyButton] = {}
        grid = QGridLayout()
        grid.setSpacing(0)
        for index, command in enumerate(SHOWN):
            button = KeyButton(self)
            button.setCheckable(command in _IS_ON)
            button.clicked.connect(lambda _checked=False, sent=command: self._press(sent, send))
            self.buttons[command] = button
            grid.addWidget(button, index // COLUMNS, index % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.column.addStretch(1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self._told: Told | None = None

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes; the buttons have air of their own."""
        super().set_look(look)
        self.column.setContentsMargins(*[look.px(12)] * 4)

    def show_told(self, told: Told) -> None:
        """Light what is switched on."""
        self._told = told
        look = self.look
        if look is None:
            return
        keys = {command: next(iter(native(self._keys_of(command))), "–") for command in SHOWN}
        scale = look.typesetter.text_scale
        for index, (command, button) in enumerate(self.buttons.items()):
            beside = [keys[other] for other in SHOWN[index % COLUMNS :: COLUMNS]]
            cap_px = max(cap_width_px(key, scale) for key in beside)
            is_on = command in _IS_ON and _IS_ON[command](told)
            button.fill(look, look.say(f"presenter.key.{_said(command, told)}"), keys[command], cap_px)
            button.setChecked(is_on)

    def _press(self, command: str, send: Send) -> None:
        """Send a command; where it could not be carried out, the button shows what is."""
        is_asked = self._told is not None and is_at_question(self._told.state)
        send("predict.give-up" if command == "present.leave" and is_asked else command)
        if self._told is not None:
            self.show_told(self._told)


def _said(command: str, told: Told) -> str:
    """Return by what name a key goes now: before a question, and away from the stop, some mean something else."""
    if command == "tour.explore" and told.walked.is_away:
        return "return"
    if command == "predict.next" and is_asking(told.state):
        return "reveal"
    if command == "present.leave" and is_at_question(told.state):
        return "give-up"
    return command
