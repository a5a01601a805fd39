# SPDX-License-Identifier: MIT
"""The keys that one needs while presenting, each a button for the hand as well."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from timeline_app.state.tour_state import Cover, PresentState, Tool
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.command_rows import native
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.presenter_buttons import KeyButton, cap_width_px
from timeline_app.ui.present.presenter_cards import Card
from timeline_app.ui.present.told import Told

COLUMNS: Final = 4
SHOWN: Final = (
    "tour.next",
    "tour.previous",
    "tour.explore",
    "present.overview",
    "present.black",
    "present.white",
    "present.freeze",
    "present.zoom",
    "present.spotlight",
    "present.ring",
    "present.magnifier",
    "present.leave",
)
_IS_ON: Final[dict[str, Callable[[PresentState], bool]]] = {
    "present.overview": lambda present: present.is_overview_shown,
    "present.black": lambda present: present.cover is Cover.BLACK,
    "present.white": lambda present: present.cover is Cover.WHITE,
    "present.freeze": lambda present: present.is_frozen,
    "present.zoom": lambda present: present.zoomed is not None,
    "present.spotlight": lambda present: present.tool is Tool.SPOTLIGHT,
    "present.ring": lambda present: present.tool is Tool.RING,
    "present.magnifier": lambda present: present.tool is Tool.MAGNIFIER,
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
            button.setCheckable(command in _IS_ON or command == "tour.explore")
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
            is_on = told.walked.is_away if command == "tour.explore" else self._is_on(command)
            words = (
                "presenter.key.return" if command == "tour.explore" and is_on else f"presenter.key.{command}"
            )
            button.fill(look, look.say(words), keys[command], cap_px)
            button.setChecked(is_on)

    def _is_on(self, command: str) -> bool:
        is_on = _IS_ON.get(command)
        return is_on is not None and self._told is not None and is_on(self._told.present)

    def _press(self, command: str, send: Send) -> None:
        """Send a command; where it could not be carried out, the button shows what is."""
        send(command)
        if self._told is not None:
            self.show_told(self._told)
