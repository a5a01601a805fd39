# SPDX-License-Identifier: MIT
"""Words over the class's picture in the presenter's window: that it is covered or frozen, digits typed, notices."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.base.clock import Cancel, Clock
from timeline_app.base.messages import Translator
from timeline_app.state.tour_state import Cover, PresentState
from timeline_app.ui.announcement import announce
from timeline_app.ui.present.mirror import Mirror
from timeline_app.ui.present.told import Told

NOTICE_MS: Final = 6_000.0
AIR_PX: Final = 14


class MirrorPills(QObject):
    """One pill at the picture's head for what lasts, one at its foot for what passes; over the overview too."""

    def __init__(self, over: QWidget, mirror: Mirror, clock: Clock) -> None:
        super().__init__(over)
        self._over = over
        self._mirror = mirror
        self._clock = clock
        self._notice = 0
        self._is_begun = False
        self._later: Cancel | None = None
        self._passing = ""
        self.lasting = _pill(over)
        self.passing = _pill(over)
        over.installEventFilter(self)

    def show_told(self, told: Told, translator: Translator) -> None:
        """Say what must not be overlooked."""
        is_seen = not told.present.is_overview_shown
        self._show(self.lasting, lasting_words(told.present, translator) if is_seen else "")
        notice = told.state.notice
        number = notice.number if notice is not None else 0
        if number != self._notice and self._is_begun and notice is not None and self._over.isVisible():
            self._pass(translator.text(notice.message))
        self._notice, self._is_begun = number, True
        typed = told.present.typed
        self._show(self.passing, translator.say("presenter.typed", number=typed) if typed else self._passing)

    def _pass(self, words: str) -> None:
        """Say something for a while."""
        if self._later is not None:
            self._later()
        self._passing = words
        announce(self._mirror, words)
        self._later = self._clock.after(NOTICE_MS, self._end)

    def _end(self) -> None:
        self._later, self._passing = None, ""
        self._show(self.passing, "")

    def _show(self, pill: QLabel, words: str) -> None:
        pill.setText(words)
        pill.setVisible(bool(words))
        pill.raise_()
        self._place()

    def _place(self) -> None:
        rect = self._mirror.picture_rect
        for pill in (self.lasting, self.passing):
            pill.setWordWrap(False)
            room_px = max(round(rect.width()) - 2 * AIR_PX, 1)
            pill.setWordWrap(pill.sizeHint().width() > room_px)
            width_px = min(pill.sizeHint().width(), room_px)
            height_px = pill.heightForWidth(width_px) if pill.wordWrap() else pill.sizeHint().height()
            pill.resize(width_px, height_px)
            left_px = rect.center().x() - pill.width() / 2
            top_px = rect.top() + AIR_PX if pill is self.lasting else rect.bottom() - pill.height() - AIR_PX
            pill.move(round(left_px), round(top_px))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: stay with the picture, and go with it."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Hide and self._later is not None:
            self._later()
            self._end()
        return super().eventFilter(watched, event)


def lasting_words(present: PresentState, translator: Translator) -> str:
    """Tell what keeps the class from seeing what the presenter sees; "" where nothing does."""
    if present.cover is not Cover.NONE:
        return translator.say(f"presenter.covered-{present.cover}")
    if present.is_frozen:
        return translator.say("presenter.frozen")
    return translator.say("presenter.zoomed") if present.zoomed is not None else ""


def _pill(over: QWidget) -> QLabel:
    pill = QLabel(over)
    pill.setProperty("role", "pill")
    pill.setTextFormat(Qt.TextFormat.PlainText)
    pill.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    pill.hide()
    return pill
