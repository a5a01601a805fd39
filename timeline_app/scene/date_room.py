# SPDX-License-Identifier: MIT
"""The room that dates beside labels need: of plain days by a sample for each month, since words take their time."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.chrono.phrases import short_date
from timeline_app.scene.surface import TextMeasurer

FONT: Final = "label-date"
_PLAIN: Final = re.compile(r"([1-9]\d{3})-(\d\d)-(\d\d)")
_YEAR: Final = "2000"
_DAYS: Final = {1: "3", 2: "13"}
"""The days of the samples, by their number of digits."""


class DateRoom:
    """Counts the room of dates in one language. Any thread may ask; it is the sum of what each character takes."""

    def __init__(self, measurer: TextMeasurer, translator: Translator) -> None:
        self._measurer = measurer
        self._translator = translator
        self._around_px: dict[tuple[str, int], float | None] = {}

    def reserved_px(self, date: HistoricalDate) -> float:
        """Return the room for a date in its short form."""
        plain = _PLAIN.fullmatch(date.edtf) if date.kind is DateKind.ATOM else None
        if plain is not None:
            year, month, day = plain[1], plain[2], plain[3].lstrip("0")
            around_px = self._around(month, len(day))
            if around_px is not None:
                return around_px + self._counted(year) + self._counted(day)
        return self._counted(short_date(date, self._translator))

    def _around(self, month: str, digits: int) -> float | None:
        """Return what a day of a month needs beside its own digits and those of its year; None if that varies."""
        key = month, digits
        if key not in self._around_px:
            day = _DAYS[digits]
            words = short_date(parse(f"{_YEAR}-{month}-{day:>02}"), self._translator)
            others = words.replace(_YEAR, "", 1)
            is_told_so = others != words and re.findall(r"\d+", others).count(day) == 1
            self._around_px[key] = self._counted(others) - self._counted(day) if is_told_so else None
        return self._around_px[key]

    def _counted(self, words: str) -> float:
        return self._measurer.reserved_px(words, FONT, self._translator.language)
