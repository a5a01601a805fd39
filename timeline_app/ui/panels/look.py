# SPDX-License-Identifier: MIT
"""What every part of the panel is built with: words of the interface, fonts and colours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from timeline_app.base.messages import Message, Param, Translator
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.state.app_state import CITATION_STYLES
from timeline_app.ui.reading.typesetter import Typesetter


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One language of the interface, one theme, one text size; how sources are cited, and whether anything moves.

    `is_wide` tells that the panel has the whole window.
    """

    translator: Translator
    typesetter: Typesetter
    citation_style: str = CITATION_STYLES[0]
    reduced_motion: bool = False
    is_wide: bool = False

    def say(self, key: str, /, **params: Param) -> str:
        """Return a message in words."""
        return self.translator.text(Message.of(key, **params))

    def date(self, date: HistoricalDate) -> str:
        """Return a date in words."""
        from timeline_app.chrono.phrases import date_in_words

        return date_in_words(date, self.translator)

    def number(self, value: float) -> str:
        """Return a number as the interface's language writes it."""
        digits = 0 if value == round(value) else 1
        return QLocale(self.translator.language).toString(float(value), "f", digits)

    def px(self, at_100_percent: float) -> int:
        """Return a length that grows with the text, in whole pixels."""
        return round(self.typesetter.px(at_100_percent))

    def space_px(self, at_100_percent: float) -> int:
        """Return a gap: it grows with the text, but slower, so that large text keeps its room."""
        scale = self.typesetter.text_scale
        return round(at_100_percent * (1.0 + (scale - 1.0) * 0.35))
