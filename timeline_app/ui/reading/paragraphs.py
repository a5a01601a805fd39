# SPDX-License-Identifier: MIT
"""Reading text made flat for one line-breaker: runs of characters, and where the marks stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Block, BlockKind, Emphasis, Mark, Passage

WORD_JOINER: Final = "\u2060"
"""Keeps a mark on the line of the word that it follows, and the characters of a date together."""
MARK_GAP: Final = "\u00a0\u00a0"
_CJK_RUN: Final = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+"
)
_HEADING_ROLES: Final = ("subheading", "body-strong")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one style. `ink` is a theme token, "" for the role's own; `since` dates what came later.

    `is_lost` marks words for which the reader has taken all sources away.
    """

    text: str
    emphasis: Emphasis = Emphasis.NONE
    language: str = ""
    ink: str = ""
    since: str = ""
    is_mark: bool = False
    is_lost: bool = False


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
    """A small label at the head of the first line; `tone` names a pair of theme tokens.

    Text on `chip-press` is `chip-press-text`; text on `error-ground` is `error`.
    """

    text: str
    tone: str

    @property
    def ink(self) -> str:
        """The token of the text on the tone."""
        plain = self.tone.removesuffix("-ground")
        return plain if plain != self.tone else f"{self.tone}-text"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `role` is an entry of the type scale; `bullet` hangs before the first line.

    A bullet in an ink of its own is drawn as a dot, like the marks on the canvas.
    """

    runs: tuple[Run, ...]
    role: str = "reading"
    spots: tuple[MarkSpot, ...] = ()
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    ink: str = ""
    chip: Chip | None = None
    bullet: str = ""
    bullet_ink: str = ""

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
        return "".join(pieces).replace(WORD_JOINER, "")

    @cached_property
    def spoken(self) -> str:
        """The words without the numbers, for screen readers; the marks are children of their own."""
        pieces: list[str] = [f"{self.chip.text}. "] if self.chip else []
        at = 0
        for spot in self.spots:
            pieces.append(self.text[at : spot.lead])
            at = spot.end
        return "".join((*pieces, self.text[at:])).replace(WORD_JOINER, "")


def paragraph_of(block: Block, role: str = "reading") -> Paragraph:
    """Return a block of prose as a paragraph; headings take a role of their own."""
    if block.kind is BlockKind.HEADING:
        role = _HEADING_ROLES[0 if block.level <= 2 else 1]  # noqa: PLR2004 - two levels of headings differ
    writer = ParagraphWriter()
    for passage in block.passages:
        writer.add_passage(passage)
    bullet = "•" if block.kind is BlockKind.LIST_ITEM else ""
    return writer.paragraph(role, kind=block.kind, language=block.language, bullet=bullet)


def paragraphs_of(blocks: Iterable[Block], role: str = "reading") -> tuple[Paragraph, ...]:
    """Return blocks of prose as paragraphs."""
    return tuple(paragraph_of(block, role) for block in blocks)


def words(
    text: ShownText | str, role: str, *, ink: str = "", kind: BlockKind = BlockKind.PARAGRAPH
) -> Paragraph:
    """Return one plain text as a paragraph."""
    language = text.language if isinstance(text, ShownText) else ""
    return Paragraph((Run(str(text)),), role, language=language, ink=ink, kind=kind)


class ParagraphWriter:
    """Puts a paragraph together from runs and marks."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._spots: list[MarkSpot] = []
        self._at = 0
        self._passage = 0

    def add(
        self,
        text: ShownText | str,
        emphasis: Emphasis = Emphasis.NONE,
        *,
        ink: str = "",
        language: str = "",
    ) -> None:
        """Append words."""
        if isinstance(text, ShownText):
            language = language or text.language
        self._runs.append(Run(str(text), emphasis, language, ink))
        self._at += len(str(text))

    def add_marks(self, marks: Iterable[Mark]) -> None:
        """Append marks that cover the words since the last ones."""
        start, end = self._passage, self._at
        for index, mark in enumerate(marks):
            lead = WORD_JOINER + MARK_GAP if index else WORD_JOINER
            number = str(mark.number)
            self._runs.append(Run(lead + number, ink="link", is_mark=True))
            begin = self._at + len(lead)
            self._spots.append(MarkSpot(mark, self._at, begin, begin + len(number), start, end))
            self._at = begin + len(number)
        self._passage = self._at

    def add_passage(self, passage: Passage) -> None:
        """Append a passage of prose with its marks; a blank before a mark goes after it."""
        self._passage = self._at
        for span in passage.spans:
            self._runs.append(Run(span.text, span.emphasis, span.language, since=span.since))
            self._at += len(span.text)
        if not passage.marks:
            return
        last = self._runs[-1] if self._runs else None
        kept = last.text.rstrip() if last is not None else ""
        blank = last.text[len(kept) :] if last is not None and kept else ""
        if last is not None and blank:
            self._runs[-1] = replace(last, text=kept)
            self._at -= len(blank)
        self.add_marks(passage.marks)
        if blank:
            self.add(blank)

    def paragraph(
        self,
        role: str,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        language: str = "",
        ink: str = "",
        chip: Chip | None = None,
        bullet: str = "",
        bullet_ink: str = "",
    ) -> Paragraph:
        """Return what has been written."""
        return Paragraph(
            tuple(self._runs),
            role,
            tuple(self._spots),
            kind,
            language=language,
            ink=ink,
            chip=chip,
            bullet=bullet,
            bullet_ink=bullet_ink,
        )


def upright_cjk(text: str) -> Iterable[tuple[int, int]]:
    """Yield the stretches of a slanted text that must stand upright: a slanted kana or hangul is a fault."""
    return ((match.start(), match.end()) for match in _CJK_RUN.finditer(text))
