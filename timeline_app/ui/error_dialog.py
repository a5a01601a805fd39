# SPDX-License-Identifier: MIT
"""The polite word after a fault of the program: it goes on, and there is a report to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from timeline_app.base.messages import Translator
from timeline_app.ui.dialogs import Dialog

WIDTH_PX = 680
HEIGHT_PX = 460


class ErrorDialog(Dialog):
    """Says that something went wrong, what may be done, and where the log lies."""

    def __init__(
        self,
        report: str,
        log_file: Path | None,
        translator: Translator,
        text_scale: float,
        parent: QWidget | None,
    ) -> None:
        super().__init__(translator.say("error.title"), translator, text_scale, parent)
        self._report = report
        self.column.addWidget(self.label(translator.say("error.what")))
        if log_file is not None:
            self.column.addWidget(self.label(translator.say("error.log", file=str(log_file))))
        self.column.addWidget(self.long_text(report, translator.say("error.report")), 1)
        copy = QPushButton(translator.say("error.copy"), self)
        copy.clicked.connect(self.copy_report)
        self.add_buttons(copy)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
