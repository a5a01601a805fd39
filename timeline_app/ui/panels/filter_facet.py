# SPDX-License-Identifier: MIT
"""One facet on the page of filters: its values with their counts to be ticked, the long ones searched, more on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.filtering import FacetValue, FacetView
from timeline_app.model.filters import FacetName
from timeline_app.model.prose import BlockKind
from timeline_app.search.folding import folded
from timeline_app.state.filter_words import value_message
from timeline_app.ui.fonts import font_for
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.filter_row import TickRow
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Pool, column
from timeline_app.ui.reading.paragraphs import words
from timeline_app.ui.reading.reading_view import ReadingView

AT_FIRST: Final = 8
AT_ONCE: Final = 40
"""So many values come with each wish for more."""
SEARCHED_FROM: Final = 16
"""So many values can be searched."""


class FacetBox(QWidget):
    """Shows one facet; `toggle` is called with the value that is ticked or no longer."""

    def __init__(self, parent: QWidget, facet: FacetName, toggle: Callable[[FacetName, str], None]) -> None:
        super().__init__(parent)
        self.facet = facet
        self._toggle = toggle
        self._look: Look | None = None
        self._values: tuple[FacetValue, ...] = ()
        self._value_of: dict[TickRow, str] = {}
        self._most = AT_FIRST
        inner = column(self)
        self.heading = ReadingView(self)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._fill_rows())
        self._holder = QWidget(self)
        self.rows = Pool(column(self._holder), self._make_row)
        self._more_row = ButtonRow(self)
        self.more_button = self._more_row.add("link", self._show_more)
        for part in (self.heading, self.field, self._holder, self._more_row):
            inner.addWidget(part)

    def _make_row(self) -> TickRow:
        row = TickRow(self._holder)
        row.clicked.connect(lambda _checked: self._toggle(self.facet, self._value_of[row]))
        return row

    def fill(self, view: FacetView, look: Look) -> None:
        """Show the values of the facet."""
        self._look, self._values = look, view.values
        title = look.say(f"filters.heading.{self.facet}")
        self.heading.set_paragraphs([words(title, "subheading", kind=BlockKind.HEADING)], look.typesetter)
        self.setAccessibleName(title)
        self.field.setVisible(len(view.values) >= SEARCHED_FROM)
        self.field.setFont(font_for("control", look.translator.language, look.typesetter.text_scale))
        self.field.setPlaceholderText(look.say("filters.search", facet=title))
        self.field.setAccessibleName(look.say("filters.search", facet=title))
        self._fill_rows()

    def value_of(self, row: QWidget | None) -> str | None:
        """Return the value of a row, None for anything else."""
        return self._value_of.get(row) if isinstance(row, TickRow) and not row.isHidden() else None

    def row_of(self, value: str) -> TickRow | None:
        """Return the row of a value, None where it is not shown."""
        return next((row for row in self.rows if self._value_of[row] == value), None)

    def _found(self, look: Look) -> list[tuple[FacetValue, str]]:
        """Return the values with their names, as far as they hold what was typed."""
        typed = folded(self.field.text().strip()) if len(self._values) >= SEARCHED_FROM else ""
        named = [
            (value, look.translator.text(value_message(self.facet, value.id, value.name)))
            for value in self._values
        ]
        return [(value, name) for value, name in named if typed in folded(name)]

    def _fill_rows(self) -> None:
        look = self._look
        if look is None:
            return
        found = self._found(look)
        # What is chosen is seen, however far down it stands.
        shown = [one for place, one in enumerate(found) if place < self._most or one[0].is_chosen]
        self._value_of.clear()
        for row, (value, name) in zip(self.rows.show(len(shown)), shown, strict=True):
            self._value_of[row] = value.id
            language = value.name.language or look.translator.language
            spoken = look.say("panel.event-count", count=value.count)
            row.fill(
                look, ShownText(name, language), look.number(value.count), spoken, is_ticked=value.is_chosen
            )
        left = len(found) - len(shown)
        self._more_row.setVisible(left > 0)
        self.more_button.fill(look, look.say("source.more", count=min(left, AT_ONCE)))
        self._more_row.refresh()

    def _show_more(self) -> None:
        before = set(self._value_of.values())
        self._most += AT_ONCE
        self._fill_rows()
        # The button may be gone: the keyboard goes to the first of the new rows.
        new = next((row for row in self.rows if self._value_of[row] not in before), None)
        if new is not None:
            new.setFocus()
