# SPDX-License-Identifier: MIT
"""The row of the bar with the second cursor: a field that reads any date, a slider over moments, steps, whose knowledge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.known_at import KnownAt
from timeline_app.model.known_words import country_message, cursor_message
from timeline_app.model.showing import Showing
from timeline_app.state.evidence_words import audience_message, count_message
from timeline_app.state.known_handlers import AUDIENCES
from timeline_app.ui.bar_row import BarRow
from timeline_app.ui.fonts import font_for
from timeline_app.ui.icon_button import IconButton
from timeline_app.ui.menu_button import MenuButton
from timeline_app.ui.moment_slider import MomentSlider

FOLLOW_MS: Final = 60.0
"""A hand on the slider passes over moments; the exhibit follows where it stays so long."""
LONGEST_DATE: Final = "30 September 1959"
FIELD_PAD_PX: Final = 30
STEPS: Final = {"chevron-left": "known.earlier", "chevron-right": "known.later"}
"""Icons, and the commands that they stand for."""


class KnownRow(BarRow):
    """Asks for another moment, country or audience, or for the present."""

    def __init__(self, translator: Translator, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._translator = translator
        self._clock = clock
        self._moments: tuple[int, ...] = ()
        self._countries: tuple[str, ...] | None = None
        self._follow_later: Cancel | None = None
        self._date_words = ""
        self.field = QLineEdit(self)
        self.slider = MomentSlider(self)
        self.steps = {name: IconButton(name, self) for name in STEPS}
        self.who = MenuButton(self)
        self.today = QPushButton(translator.say("known.today"), self)
        self._travel = Travel(self.steps["chevron-left"], self.slider, self.steps["chevron-right"], self)
        self._name_parts()
        self._connect()
        self.add(self.field)
        self.add(self._travel, stretches=True)
        self.add(self.who)
        self.add(self.today)

    def _name_parts(self) -> None:
        say = self._translator.say
        self.field.setAccessibleName(say("known.field"))
        self.field.setToolTip(say("known.field-tip"))
        self.field.setAccessibleDescription(say("known.field-tip"))
        self.slider.setAccessibleName(say("known.slider"))
        for name, command in STEPS.items():
            self.steps[name].set_words(self._translator.text(Message(f"step.{command}")))

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._send_date)
        self.slider.valueChanged.connect(lambda _: self._follow_soon())
        self.slider.sliderReleased.connect(self._follow)
        for name, command in STEPS.items():
            self.steps[name].clicked.connect(partial(self._send, command))
        self.today.clicked.connect(partial(self._send, "known.clear"))
        self._menu = QMenu(self.who)
        self.who.setMenu(self._menu)

    def fill(self, showing: Showing, text_scale: float) -> None:
        """Show where the cursor stands, and what it lets be seen."""
        cursor, translator = showing.lens.known_at, self._translator
        if cursor is None:
            return
        said, counted = cursor_message(cursor), count_message(showing)
        self.show_sentence(translator.text(said), translator.text(counted), translator.language, text_scale)
        self._dress(text_scale)
        self._show_date(date_in_words(parse(cursor.text), translator))
        self._show_moments(showing, cursor, text_scale)
        self._show_who(showing, cursor)
        self._travel.updateGeometry()
        self.place()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in reading order."""
        return (self.field, *self._travel.stops, self.who, self.today)

    def take_focus(self) -> None:
        """Let a date be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # -- the parts --------------------------------------------------------------------------------

    def _dress(self, text_scale: float) -> None:
        font = font_for("control", self._translator.language, text_scale)
        for part in (self.field, self.who, self.today):
            part.setFont(font)
        self.field.setFixedWidth(
            QFontMetrics(font).horizontalAdvance(LONGEST_DATE) + round(FIELD_PAD_PX * text_scale)
        )
        for button in self.steps.values():
            button.set_text_scale(text_scale)

    def _show_date(self, words: str) -> None:
        """Show the moment; what somebody is typing stays until the cursor has moved."""
        is_being_typed = self.field.hasFocus() and self.field.isModified()
        if words != self._date_words or not is_being_typed:
            self.field.setText(words)
        self._date_words = words

    def _show_moments(self, showing: Showing, cursor: KnownAt, text_scale: float) -> None:
        moments = showing.known_moments
        self._moments = tuple(moment.at_s for moment in moments)
        here = bisect_right(self._moments, cursor.at_s) - 1
        self.slider.show_moments([_year(moment.text) for moment in moments], max(here, 0), text_scale)
        self.slider.setAccessibleDescription(self._date_words)
        self.steps["chevron-left"].setEnabled(bool(moments) and cursor.at_s > self._moments[0])
        self.steps["chevron-right"].setEnabled(bool(moments) and cursor.at_s < self._moments[-1])

    def _show_who(self, showing: Showing, cursor: KnownAt) -> None:
        words = self._translator.text(audience_message(cursor))
        self.who.setText(words)
        self.who.setAccessibleName(self._translator.say("known.who", who=words))
        if showing.known_countries != self._countries:
            self._offer_choices(showing.known_countries)
        chosen = {f"known.audience.{cursor.audience}", f"known.country.{cursor.where}"}
        for action in self._menu.actions():
            action.setChecked(action.objectName() in chosen)

    def _offer_choices(self, countries: tuple[str, ...]) -> None:
        """List whose knowledge can count: once for an exhibit, since the cursor is moved from this very menu too."""
        self._countries = countries
        self._menu.clear()
        for group in self._menu.findChildren(QActionGroup):
            group.deleteLater()
        self._offer(
            {name: Message.of(f"known.to.{name}") for name in AUDIENCES}, "known.audience", "audience"
        )
        if countries:
            self._menu.addSeparator()
            named = {code: country_message(code) for code in countries}
            self._offer({"": Message("known.anywhere"), **named}, "known.country", "where")

    def _offer(self, choices: Mapping[str, Message], command: str, argument: str) -> None:
        group = QActionGroup(self._menu)
        for value, message in choices.items():
            action: QAction = self._menu.addAction(self._translator.text(message))
            action.setCheckable(True)
            action.setObjectName(f"{command}.{value}")
            group.addAction(action)
            action.triggered.connect(partial(self._choose, command, argument, value))

    # -- wishes -----------------------------------------------------------------------------------

    def _send(self, command: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002 — Qt's signal
        del checked
        self.wished.emit(command, {})

    def _choose(self, command: str, argument: str, value: str, checked: bool = False) -> None:  # noqa: FBT001, FBT002
        del checked
        self.wished.emit(command, {argument: value})

    def _send_date(self) -> None:
        self.field.setModified(False)
        self.wished.emit("known.set", {"date": self.field.text()})
        self.field.selectAll()

    def _follow_soon(self) -> None:
        if self._follow_later is not None:
            self._follow_later()
        self._follow_later = self._clock.after(FOLLOW_MS, self._follow)

    def _follow(self) -> None:
        """Go to the moment at which the slider stands."""
        if self._follow_later is not None:
            self._follow_later()
            self._follow_later = None
        if self.slider.value() < len(self._moments):
            self.wished.emit("known.set-at", {"at_s": self._moments[self.slider.value()]})


class Travel(QWidget):
    """A part between its two steps: never on different lines."""

    def __init__(self, earlier: QWidget, middle: QWidget, later: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.stops = (earlier, middle, later)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(earlier)
        row.addWidget(middle, 1)
        row.addWidget(later)

    def sizeHint(self) -> QSize:
        """Qt's: as its layout has it now."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()


def _year(edtf: str) -> str:
    """Return the year of a moment as the slider writes it, "" where four figures do not tell it."""
    return edtf[:4] if edtf[:4].isdigit() else ""
