# SPDX-License-Identifier: MIT
"""Dates on the page of filters: a field that reads any date or stretch of time, and how surely it is to hold."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.edtf import parse
from timeline_app.model.lens import DateFilter
from timeline_app.model.prose import BlockKind
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.filter_row import TickRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView


class DatesBox(QWidget):
    """`ask` is called with what was typed, "" for all time, and whether it is to hold certainly."""

    def __init__(self, parent: QWidget, ask: Callable[[str, bool], None]) -> None:
        super().__init__(parent)
        self._ask = ask
        self._shown = ""
        inner = column(self, 4)
        self.heading = ReadingView(self)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.returnPressed.connect(self._send)
        self.certain = TickRow(self)
        self.certain.clicked.connect(lambda _checked: self._send_certain())
        self._row = ButtonRow(self)
        self.apply_button = self._row.add("quiet", self._send)
        for part in (self.heading, self.field, self.certain, self._row):
            inner.addWidget(part)

    def fill(self, dates: DateFilter | None, certain: int | None, look: Look) -> None:
        """Show what is asked for, and how many events certainly answer; what somebody is typing stays till then."""
        told = [
            words(look.say("filters.heading.dates"), "subheading", kind=BlockKind.HEADING),
            words(look.say("filters.dates-lead"), "small"),
        ]
        self.heading.set_paragraphs(told, look.typesetter)
        shown = look.date(parse(dates.text)) if dates is not None and dates.text else ""
        if shown != self._shown or not self.field.isModified():
            self.field.setText(shown)
        self._shown = shown
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say("filters.dates-example"))
        self.field.setAccessibleName(look.say("filters.heading.dates"))
        self.field.setAccessibleDescription(look.say("filters.dates-lead"))
        is_certain = dates.certain_only if dates is not None else self.certain.isChecked()
        name = ShownText(look.say("filters.certain-only"), look.translator.language)
        count = "" if certain is None else look.number(certain)
        spoken = "" if certain is None else look.say("panel.event-count", count=certain)
        self.certain.fill(look, name, count, spoken, is_ticked=is_certain)
        self.apply_button.fill(look, look.say("filters.dates-apply"))
        self._row.refresh()

    def _send(self) -> None:
        self._ask(self.field.text(), self.certain.isChecked())

    def _send_certain(self) -> None:
        if self.field.text().strip():
            self._send()
