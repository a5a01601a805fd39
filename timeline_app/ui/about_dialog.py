# SPDX-License-Identifier: MIT
"""About: what this is, its version, and the licences of everything in it, as text inside the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from timeline_app import __version__
from timeline_app.base.messages import Translator
from timeline_app.ui.dialogs import Dialog

WIDTH_PX = 720
HEIGHT_PX = 620
RULE = "\n\n" + "—" * 24 + "\n\n"


class AboutDialog(Dialog):
    """Shows version and licences."""

    def __init__(
        self, notices: Sequence[Path], translator: Translator, text_scale: float, parent: QWidget
    ) -> None:
        super().__init__(translator.say("about.title"), translator, text_scale, parent)
        self.column.addWidget(self.label(translator.say("about.version", version=__version__)))
        self.column.addWidget(self.label(translator.say("about.what"), "body"))
        texts = [self._text_of(path) for path in notices]
        self.column.addWidget(self.long_text(RULE.join(texts), translator.say("about.licences")), 1)
        self.add_buttons()

    def _text_of(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8").strip()
        except OSError:
            return self.translator.say("about.missing", file=path.name)
