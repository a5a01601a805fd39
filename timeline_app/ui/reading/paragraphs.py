# SPDX-License-Identifier: MIT
"""Reading text made flat for one line-breaker: runs of characters, and where the marks stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage

WORD_JOINER: Final = "\u2060"
"""Keeps a mark on the line of the word that it follows."""
MARK_GAP: Final = "\u00a0\u00a0"
_CJK_RUN: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+"
)
_HEADING_ROLES: Final = ("subheading", "body-strong")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one style. `ink` is a theme token, "" for the role's own; `since` dates what came later."""

    text: str
    emphasis: Emphasis = Emphasis.NONE
    language: str = ""
    ink: str = ""
    since: str = ""
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class MarkSpot:
    """Where a mark's number stands, and the passage that it covers, in characters of the paragraph.

    `lead` is where the joiner before the number begins: what lies between is not part of the words.
    """

    mark: Mark
    lead: int
    start: int
    end: int
    passage_start: int
    passage_end: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label at the head of the first line; `tone` names a pair of theme tokens."""

    text: str
    tone: str


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `role` is an entry of the type scale; `bullet` hangs before the first line."""

    runs: tuple[Run, ...]
    role: str = "reading"
    spots: tuple[MarkSpot, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    ink: str = ""
    chip: Chip | None = None
    bullet: str = ""

    @cached_property
    def text(self) -> str:
        """All characters, those of the marks included."""
        return "".join(run.text for run in self.runs)

    def copied(self, start: int = 0, end: int | None = None) -> str:
        """Return the characters of a stretch as plain text, note numbers in brackets."""
        end = len(self.text) if end is None else end
        pieces: list[str] = []
        at = start
        for spot in self.spots:
            if spot.end <= start or spot.lead >= end:
                continue
            pieces.append(self.text[at : max(spot.lead, at)])
            if spot.start < end:
                pieces.append(f"[{spot.mark.number}]")
            at = spot.end
        pieces.append(self.text[at : max(end, at)])
        return "".join(pieces)

    @cached_property
    def spoken(self) -> str:
        """The words without the numbers, for screen readers; the marks are children of their own."""
        pieces: list[str] = [f"{self.chip.text}. "] if self.chip else []
        at = 0
        for spot in self.spots:
            pieces.append(self.text[at : spot.lead])
            at = spot.end
        return "".join((*pieces, self.text[at:]))


def paragraph_of(block: Block, role: str = "reading") -> Paragraph:
    """Return a block of prose as a paragraph; headings take a role of their own."""
    if block.kind is BlockKind.HEADING:
        role = _HEADING_ROLES[0 if block.level <= 2 else 1]  # noqa: PLR2004 - two levels of headings differ
    runs: list[Run] = []
    spots: list[MarkSpot] = []
    at = 0
    for passage in block.passages:
        at = _add_passage(passage, runs, spots, at)
    return Paragraph(
        tuple(runs),
        role,
        tuple(spots),
        block.kind,
        block.level,
        block.language,
        bullet="•" if block.kind is BlockKind.LIST_ITEM else "",
    )


def paragraphs_of(blocks: Iterable[Block], role: str = "reading") -> tuple[Paragraph, ...]:
    """Return blocks of prose as paragraphs."""
    return tuple(paragraph_of(block, role) for block in blocks)


def words(text: ShownText | str, role: str, *, ink: str = "", language: str = "") -> Paragraph:
    """Return one plain text as a paragraph."""
    if isinstance(text, ShownText):
        language = text.language
    return Paragraph((Run(str(text)),), role, language=language, ink=ink)


def upright_cjk(text: str) -> Iterable[tuple[int, int]]:
    """Yield the stretches of a slanted text that must stand upright: a slanted kana or hangul is a fault."""
    return ((match.start(), match.end()) for match in _CJK_RUN.finditer(text))


def _add_passage(passage: Passage, runs: list[Run], spots: list[MarkSpot], at: int) -> int:
    """Append a passage's words and its numbers; return where it ends."""
    start = at
    for span in passage.spans:
        runs.append(Run(span.text, span.emphasis, span.language, since=span.since))
        at += len(span.text)
    if not passage.marks:
        return at
    # A blank between the words and the mark belongs after the number.
    blank = passage.text[len(passage.text.rstrip()) :] if passage.text.strip() else ""
    if blank and runs[-1].text.endswith(blank):
        last = runs.pop()
        runs.append(Run(last.text[: -len(blank)], last.emphasis, last.language, last.ink, last.since))
        at -= len(blank)
    else:
        blank = ""
    words_end = at
    for index, mark in enumerate(passage.marks):
        lead = WORD_JOINER + MARK_GAP if index else WORD_JOINER
        number = str(mark.number)
        runs.append(Run(lead + number, ink="link", is_mark=True))
        begin = at + len(lead)
        spots.append(MarkSpot(mark, at, begin, begin + len(number), start, words_end))
        at = begin + len(number)
    if blank:
        runs.append(Run(blank))
        at += len(blank)
    return at
