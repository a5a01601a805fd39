# SPDX-License-Identifier: MIT
"""How paragraphs of a handout are made: of messages, of texts in their own language, of prose with its marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from timeline_app.base.messages import Message, Param, Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.prose import Block, BlockKind, Emphasis, Passage
from timeline_app.model.prose_words import places_of
from timeline_app.state.handout import Run, Style, Words

SEPARATOR: Final = " · "
BULLET: Final = "•"
STRONG: Final = Emphasis.STRONG
PLAIN: Final = Emphasis.NONE

Said: TypeAlias = str | ShownText
Spoken: TypeAlias = Said | tuple[Said, Emphasis]
"""A text, or a text that stands out."""


class Pen:
    """Writes paragraphs in one language of the interface."""

    def __init__(self, translator: Translator) -> None:
        self.translator: Final = translator
        self.language: Final = translator.language

    def say(self, key: str, /, **params: Param) -> str:
        """Return a message in words."""
        return self.translator.text(Message.of(key, **params))

    def words(self, style: Style, key: str, /, **params: Param) -> Words:
        """Return a message as a paragraph."""
        return self.plain(style, self.say(key, **params))

    def plain(self, style: Style, text: Said, emphasis: Emphasis = PLAIN) -> Words:
        """Return one text as a paragraph in its own language."""
        return Words(style, (self.run(text, emphasis),), self._language_of(text))

    def joined(self, style: Style, parts: Iterable[Spoken], between: str = "") -> Words:
        """Return several texts as one paragraph; empty ones are left out."""
        runs: list[Run] = []
        for part in parts:
            text, emphasis = part if isinstance(part, tuple) else (part, PLAIN)
            if not str(text):
                continue
            if runs and between:
                runs.append(Run(between, self.language))
            runs.append(self.run(text, emphasis))
        return Words(style, tuple(runs), runs[0].language if runs else self.language)

    def run(self, text: Said, emphasis: Emphasis = PLAIN) -> Run:
        """Return characters in their own language."""
        return Run(str(text), self._language_of(text), emphasis)

    def _language_of(self, text: Said) -> str:
        return text.language if isinstance(text, ShownText) else self.language

    def date(self, date: HistoricalDate | None) -> str:
        """Return a date in words, or that none is known."""
        return date_in_words(date, self.translator) if date is not None else self.say("panel.undated")

    def minutes(self, minutes: float) -> str:
        """Return for how long something is planned."""
        if minutes == round(minutes):
            return self.say("handout.minutes", count=round(minutes))
        return self.say("handout.minutes-part", minutes=f"{minutes:g}")

    def date_line(self, date: HistoricalDate | None) -> Words:
        """Return a date, and how surely it is known."""
        doubt = doubt_in_words(date, self.translator) if date is not None else ""
        return self.joined(Style.DATE, ((self.date(date), STRONG), doubt), SEPARATOR)


def prose(
    blocks: Iterable[Block], style: Style = Style.PROSE, *, has_marks: bool = True
) -> tuple[Words, ...]:
    """Return prose as paragraphs; its marks are raised numbers, where they have something to lead to."""
    return tuple(_block(block, style, has_marks=has_marks) for block in blocks)


def _block(block: Block, style: Style, *, has_marks: bool) -> Words:
    marker = (block.marker or BULLET) if block.kind is BlockKind.LIST_ITEM else ""
    emphasis = STRONG if block.kind is BlockKind.HEADING else PLAIN
    runs = [run for passage in block.passages for run in _passage(passage, block.language, emphasis)]
    kept = [run for run in runs if has_marks or not run.is_mark]
    return Words(style, tuple(kept), block.language, marker)


def _passage(passage: Passage, language: str, emphasis: Emphasis) -> list[Run]:
    """Return a passage with the numbers of its marks; a blank before a number goes after it."""
    runs = [Run(span.text, span.language or language, span.emphasis | emphasis) for span in passage.spans]
    numbers = [str(mark.number) for mark in passage.marks if mark.number]
    if not numbers or not runs:
        return runs
    last = runs[-1]
    kept = last.text.rstrip()
    blank = last.text[len(kept) :]
    runs[-1] = Run(kept, last.language, last.emphasis)
    runs.append(Run(",".join(numbers), "", PLAIN, is_mark=True))
    return [*runs, Run(blank, last.language)] if blank else runs


def lit(text: ShownText, words: str) -> tuple[Run, ...]:
    """Return a text in which some words stand out, wherever they stand."""
    runs: list[Run] = []
    at = 0
    for start, end in places_of(words, text.text):
        runs.append(Run(text.text[at:start], text.language))
        runs.append(Run(text.text[start:end], text.language, STRONG))
        at = end
    runs.append(Run(text.text[at:], text.language))
    return tuple(run for run in runs if run.text)
