# SPDX-License-Identifier: MIT
"""What an event's label says and how much room it takes, measured once."""

from __future__ import annotations

import math
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import EndState
from timeline_app.chrono.phrases import short_date
from timeline_app.model.showing import Showing
from timeline_app.scene.date_room import DateRoom
from timeline_app.scene.items import TextStyle
from timeline_app.scene.surface import Surface

F64 = npt.NDArray[np.float64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]

LEAD_PX = 19.0
"""From an event's start to its label: half a dot, the dot's air."""
INSIDE_PX = 9.0
"""From a wide bar's start to its label."""
TRAIL_PX = 16.0
DATE_GAP_PX = 8.0
DATED_FROM_IMPORTANCE = 4
QUESTION_PX = 24.0
"""Room for the question mark of an unknown end."""
ARROW_PX = 20.0
"""Room for the arrow of an open end."""
PARTS_OF_PX = 1024
MOST_KEPT = 20_000
"""So many labels are kept: far more than a screen shows, far fewer than an exhibit may have."""


class LabelText(NamedTuple):
    """A label's parts and their widths in pixels; `date` is "" where none is shown."""

    title: str
    title_px: float
    style: TextStyle
    date: str
    date_px: float
    gap_px: float

    @property
    def width_px(self) -> float:
        """Title, gap and date."""
        return self.title_px + (self.gap_px + self.date_px if self.date else 0.0)


class LabelBook:
    """The labels of a showing on a surface, made on demand and kept."""

    def __init__(self, showing: Showing, surface: Surface, translator: Translator) -> None:
        self._showing = showing
        self._measurer = surface.measurer
        self._unit = surface.text_scale
        self._translator = translator
        self._labels: dict[int, LabelText] = {}
        self._full: dict[int, LabelText] = {}
        self._dates = DateRoom(surface.measurer, translator)

    def label(self, ordinal: int) -> LabelText:
        """Return the label of an event in its row: its short title, with the date for weighty days."""
        found = self._labels.get(ordinal)
        if found is None:
            text, font, date = self._words(ordinal)
            if len(self._labels) >= MOST_KEPT:
                self._labels.clear()
            found = self._labels[ordinal] = self._measured(text.text, text.language, font, date)
        return found

    def reserved_px(self, ordinal: int) -> float:
        """Return what an event's label needs from its anchor, mark, air and the sign of its end included.

        Counted in characters and not as drawn, so that any thread may ask; nothing is kept.
        """
        needed_px = self.least_reserved_px(ordinal)
        date = self._showing.date(ordinal) if self._is_weighty(ordinal) else None
        if date is not None:
            needed_px += DATE_GAP_PX * self._unit + self._dates.reserved_px(date)
        return needed_px

    def least_reserved_px(self, ordinal: int) -> float:
        """Return what an event's label needs without its date: less than `reserved_px` at most, and told sooner."""
        text = self._showing.label(ordinal)
        font = "label-strong" if self._is_weighty(ordinal) else "label"
        needed_px = self._measurer.reserved_px(text.text, font, text.language)
        end = int(self._showing.dates.latest_state[ordinal])
        sign_px = QUESTION_PX if end == EndState.UNKNOWN else ARROW_PX if end == EndState.OPEN else 0.0
        return needed_px + (LEAD_PX + TRAIL_PX + sign_px) * self._unit

    def least_widths_px(self, ordinals: I32) -> F64:
        """Return what many events' labels need at the least, told from their bytes alone: those of a character each."""
        least_px = np.full(len(ordinals), (LEAD_PX + TRAIL_PX) * self._unit)
        labels = self._showing.packed_labels
        if labels is not None and len(ordinals):
            firsts = labels.offsets[ordinals]
            counts = labels.offsets[ordinals + 1] - firsts
            ends = counts.cumsum()
            letters = labels.data[np.repeat(firsts - ends + counts, counts) + np.arange(int(ends[-1]))]
            is_weighty = self._showing.importance[ordinals] >= DATED_FROM_IMPORTANCE
            # Whole numbers: their sum is exact, and never more than what is summed up one by one.
            widths = self._letter_widths[is_weighty.repeat(counts).astype(np.intp), letters].cumsum()
            widths = np.concatenate((np.zeros(1, np.int64), widths))
            least_px += (widths[ends] - widths[ends - counts]) / PARTS_OF_PX
        return least_px

    @cached_property
    def _letter_widths(self) -> I64:
        """The width of each letter of ASCII, thin and strong, in small parts of a pixel; of all else we know nothing."""
        widths = np.zeros((2, 256), np.int64)
        for at, font in enumerate(("label", "label-strong")):
            for letter in range(0x20, 0x7F):
                width_px = self._measurer.reserved_px(chr(letter), font, "")
                widths[at, letter] = math.floor(width_px * PARTS_OF_PX)
        return widths

    def _is_weighty(self, ordinal: int) -> bool:
        """Tell whether an event's label bears its date."""
        return bool(self._showing.importance[ordinal] >= DATED_FROM_IMPORTANCE)

    def event_id(self, ordinal: int) -> str:
        """Return an event's id, by which what is alike in weight and date is ordered."""
        return self._showing.event_id(ordinal)

    def full(self, ordinal: int) -> LabelText:
        """Return the whole title with its date, for the card of a selected or hovered event."""
        found = self._full.get(ordinal)
        if found is None:
            text = self._showing.label(ordinal)
            date = self._date(ordinal)
            if len(self._full) >= MOST_KEPT:
                self._full.clear()
            found = self._full[ordinal] = self._measured(text.text, text.language, "label-strong", date)
        return found

    def _words(self, ordinal: int) -> tuple[ShownText, str, str]:
        """Return an event's short title, its font and its date, which is "" where none is shown."""
        text = self._showing.label(ordinal)
        if not self._is_weighty(ordinal):
            return text, "label", ""
        return text, "label-strong", self._date(ordinal)

    def _date(self, ordinal: int) -> str:
        date = self._showing.date(ordinal)
        return short_date(date, self._translator) if date is not None else ""

    def _measured(self, title: str, language: str, font: str, date: str) -> LabelText:
        width_px = self._measurer.width_px
        date_px = width_px(date, "label-date", self._translator.language) if date else 0.0
        return LabelText(
            title,
            width_px(title, font, language),
            TextStyle(font, language),
            date,
            date_px,
            DATE_GAP_PX * self._unit,
        )
