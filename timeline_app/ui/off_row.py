# SPDX-License-Identifier: MIT
"""The row of the bar that tells of sources taken away, and puts them back."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from timeline_app.base.messages import Translator
from timeline_app.model.showing import Showing
from timeline_app.state.evidence_words import bare_message, off_message
from timeline_app.ui.bar_row import BarRow
from timeline_app.ui.fonts import font_for


class OffRow(BarRow):
    """Says how many sources are switched off; asks for what derives from them to go along, or for all to come back."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self.setAccessibleName(translator.say("off.name"))
        self.derived = QCheckBox(translator.say("off.with-derived"), self)
        self.restore = QPushButton(translator.say("off.restore"), self)
        self.derived.toggled.connect(lambda on: self.wished.emit("sources.with-derived", {"on": on}))
        self.restore.clicked.connect(lambda _=False: self.wished.emit("sources.restore", {}))
        self.add(self.derived)
        self.add(self.restore)

    def fill(self, showing: Showing, text_scale: float) -> None:
        """Say how many sources are switched off."""
        translator = self._translator
        message = off_message(showing)
        words = translator.text(message) if message is not None else ""
        bare = bare_message(showing)
        more = translator.text(bare) if bare is not None else ""
        self.show_sentence(words, more, translator.language, text_scale)
        for control in (self.derived, self.restore):
            control.setFont(font_for("control", translator.language, text_scale))
        self.derived.blockSignals(True)
        self.derived.setChecked(showing.lens.takes_derived)
        self.derived.blockSignals(False)
        self.place()
