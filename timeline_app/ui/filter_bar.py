# SPDX-License-Identifier: MIT
"""The row of the bar that tells what is filtered: how much is left, and a chip for each choice that lets it go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from timeline_app.base.messages import Message, Translator
from timeline_app.model.showing import Showing
from timeline_app.state.filter_words import Chip, chips, count_message, loosen_message, sentence
from timeline_app.ui.bar_row import BarRow
from timeline_app.ui.chip_button import ChipButton
from timeline_app.ui.fonts import font_for


class FilterRow(BarRow):
    """Asks for single choices or all of them to be let go, and where nothing is left, for the one that hides most."""

    stops_made = Signal()
    """There are more chips: the Tab key has to be told."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.setAccessibleName(translator.say("filters.bar"))
        self._chips: list[Chip] = []
        self._buttons: list[ChipButton] = []
        self._loosened = ""
        # Before the chips, of which there may be many: it is always in sight.
        self.clear = QPushButton(translator.say("filters.clear"), self)
        self.loosen = QPushButton(self)
        self.clear.clicked.connect(lambda _=False: self.wished.emit("filters.clear", {}))
        self.loosen.clicked.connect(
            lambda _=False: self.wished.emit("filters.loosen", {"facet": self._loosened})
        )
        self.add(self.clear)
        self.add(self.loosen)

    @property
    def chips(self) -> tuple[ChipButton, ...]:
        """The chips that are shown."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def fill(self, showing: Showing, text_scale: float) -> None:
        """Show what is filtered."""
        translator, filtering = self._translator, showing.filtering
        said = sentence(filtering)
        words = translator.text(said) if said is not None else ""
        more = translator.say("filters.not-asked") if filtering.leaves_out else ""
        self.show_sentence(words, more, translator.language, text_scale)
        font = font_for("control", translator.language, text_scale)
        self.clear.setFont(font)
        self.loosen.setFont(font)
        loosened = filtering.loosened[:1] if not filtering.shown else ()
        self.loosen.setVisible(bool(loosened))
        for facet, count in loosened:
            self._loosened = facet
            self.loosen.setText(translator.text(loosen_message(facet, count)))
        self.setAccessibleDescription(translator.text(count_message(filtering)))
        self._show_chips(list(chips(filtering)), font)
        self.place()

    def _show_chips(self, shown: list[Chip], font: QFont) -> None:
        """Show as many chips as there are choices; the keyboard goes on to the next one, or to letting all go."""
        self._chips = shown
        while len(self._buttons) < len(shown):
            self._make_chip()
        for index, button in enumerate(self._buttons):
            is_shown = index < len(shown)
            if not is_shown and button is QApplication.focusWidget():
                (self._buttons[index - 1] if 0 < index <= len(shown) else self.clear).setFocus()
            button.setVisible(is_shown)
            if is_shown:
                words = self._translator.text(shown[index].words)
                button.show_words(
                    words, self._translator.text(Message.of("filters.remove", what=words)), font
                )

    def _make_chip(self) -> None:
        button = ChipButton(self)
        button.clicked.connect(partial(self._let_go, len(self._buttons)))
        self._buttons.append(button)
        self.add(button)
        self.stops_made.emit()

    def _let_go(self, index: int, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        chip = self._chips[index]
        self.wished.emit(chip.command, dict(chip.arguments))
