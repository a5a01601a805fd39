# SPDX-License-Identifier: MIT
"""The small cards of the presenter's window: what comes next, the timer, and the clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.state.present_timer import Plan, clock_words, plan_of, read_timer
from timeline_app.state.presenter_words import SIGNS, next_words, pace_line, timer_line
from timeline_app.ui.canvas.hand import Send
from timeline_app.ui.panels.look import Look
from timeline_app.ui.present.presenter_buttons import PresenterButton
from timeline_app.ui.present.presenter_style import SMALL_SCALE
from timeline_app.ui.present.told import Told
from timeline_app.ui.type_scale import shown_text

PAD_PX = 26
GAP_PX = 6
LEAST_NEXT_PX = 158
LEAST_SMALL_NEXT_PX = 132


class Card(QFrame):
    """A ground for things that belong together, with a column of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.look: Look | None = None

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        self.look = look
        pad_px = look.px(PAD_PX)
        self.column.setContentsMargins(pad_px, round(pad_px * 0.7), pad_px, round(pad_px * 0.7))
        self.column.setSpacing(look.px(GAP_PX))


class NextCard(QWidget):
    """What the next key brings, under a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = words_label("section", self)
        self.card = Card(self)
        self.title = words_label("title", self.card, wraps=True)
        self.line = words_label("line", self.card, wraps=True)
        self.card.column.addWidget(self.title)
        self.card.column.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.card)
        column.addStretch(1)
        self._look: Look | None = None

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        self._look = look
        self.card.set_look(look)
        # What is below stays where it is, whatever comes next.
        is_small = look.typesetter.text_scale < SMALL_SCALE
        self.setMinimumHeight(look.px(LEAST_SMALL_NEXT_PX if is_small else LEAST_NEXT_PX))

    def show_told(self, told: Told) -> None:
        """Tell what comes next."""
        if self._look is None:
            return
        translator = self._look.translator
        said = next_words(told.tour, told.here, told.walked, translator, told.sheet_count)
        self.heading.setText(shown_text("section", translator.language, said.heading))
        self.heading.setAccessibleName(said.heading)
        self.title.setText(said.title)
        self.line.setText(said.line)
        self.line.setVisible(bool(said.line))


class TimerCard(Card):
    """How long one has presented, or what is left; whether one keeps the pace; pause and reset."""

    def __init__(self, now_ms: Callable[[], float], send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._told: Told | None = None
        self._plan = Plan()
        self.digits = words_label("digits", self)
        self.line = words_label("small", self)
        self.pace = words_label("pace", self)
        for label in (self.digits, self.line, self.pace):
            self.column.addWidget(label)
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.pause, self.reset, self.way = (PresenterButton(self) for _ in range(3))
        for button, command in zip(
            (self.pause, self.reset, self.way), ("timer-pause", "timer-reset", "timer-down"), strict=True
        ):
            button.clicked.connect(lambda _checked=False, sent=command: send(f"present.{sent}"))
            row.addWidget(button)
        self.column.addLayout(row)

    def show_told(self, told: Told) -> None:
        """Count for a tour."""
        if self._told is None or told.tour is not self._told.tour:
            self._plan = plan_of(told.tour)
        self._told = told
        if self.look is not None:
            say = self.look.say
            timer = told.present.timer
            self.pause.setText(say("presenter.pause" if timer.is_running else "presenter.go-on"))
            self.reset.setText(say("presenter.reset"))
            self.way.setText(say("presenter.count-up" if timer.counts_down else "presenter.count-down"))
            self.way.setVisible(self._plan.total_s is not None)
        self.tick()

    def tick(self) -> None:
        """Show the time of now."""
        if self._told is None or self.look is None:
            return
        timer, translator = self._told.present.timer, self.look.translator
        times = read_timer(timer, self._now_ms(), self._plan, self._told.here.number)
        sign = SIGNS[times.nearness]
        self.digits.setText(f"{clock_words(times.shown_s)} {sign}".strip())
        self.line.setText(timer_line(times, timer.counts_down, translator))
        self.pace.setText(
            pace_line(times, translator) if timer.is_running else self.look.say("presenter.paused")
        )
        for label in (self.digits, self.pace):
            if label.property("near") != times.nearness.value:
                label.setProperty("near", times.nearness.value)
                label.style().unpolish(label)
                label.style().polish(label)


class ClockCard(Card):
    """The time of day, and what is done once: the other screen, the list of keys."""

    def __init__(
        self, time_of_day: Callable[[], tuple[int, int]], send: Send, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._time_of_day = time_of_day
        self.digits = words_label("digits", self)
        self.line = words_label("small", self)
        self.column.addWidget(self.digits)
        self.column.addWidget(self.line)
        self.column.addStretch(1)
        self.swap, self.keys = PresenterButton(self), PresenterButton(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button, command in ((self.swap, "present.swap"), (self.keys, "help.keys")):
            button.clicked.connect(lambda _checked=False, sent=command: send(sent))
            row.addWidget(button)
        self.column.addLayout(row)

    def set_look(self, look: Look) -> None:
        """Take language, colours and sizes."""
        super().set_look(look)
        self.line.setText(look.say("presenter.clock"))
        self.swap.setText(look.say("presenter.swap"))
        self.keys.setText(look.say("presenter.keys"))
        self.tick()

    def tick(self) -> None:
        """Show the time of now."""
        hour, minute = self._time_of_day()
        self.digits.setText(f"{hour:02d}:{minute:02d}")


def words_label(role: str, parent: QWidget, *, wraps: bool = False) -> QLabel:
    """Return a label of a role of the window's style sheet."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if not wraps:
        # What does not fit is cut rather than making the window wider than its screen.
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label
