# SPDX-License-Identifier: MIT
"""Reading text as blocks, passages and spans: our own model, so that every mark can be a real control.

A *passage* is the text that one or more marks cover: from the last mark or the block's start to the
marks, or an explicit `[words]{cite="#excerpt"}`. Sentences are never split: that fails in Japanese
and Korean.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Flag, StrEnum, auto


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"


class Emphasis(Flag):
    """How a span is stressed."""

    NONE = 0
    STRESSED = auto()
    STRONG = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A source mark: to a source (`[@id, p. 3]`) or to an excerpt (`[#id]`).

    `number` is the running number in reading order within one event, 0 while not yet numbered.
    `words` are the excerpt's words that bear the passage, when given.
    """

    target: str
    is_excerpt: bool
    locator: str = ""
    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style and language; `since` dates what was learnt later.

    A line feed in `text` is a line break that the author asked for.
    """

    text: str
    emphasis: Emphasis = Emphasis.NONE
    language: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Spans and the marks that cover them; without marks it is plain text."""

    spans: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or quotation.

    `level` is a heading's rank, or how deep a list item, quotation or a list item's further paragraph
    lies. `marker` is a numbered item's number as shown (`2.`), empty for a plain list.
    """

    passages: tuple[Passage, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    marker: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(passage.text for passage in self.passages)


def without_since(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks that do not set apart what was learnt later, for who looks from today and wants the words alone."""
    return tuple(
        replace(block, passages=tuple(_without_since(passage) for passage in block.passages))
        for block in blocks
    )


def _without_since(passage: Passage) -> Passage:
    return replace(passage, spans=tuple(replace(span, since="") for span in passage.spans))


def has_since(blocks: tuple[Block, ...]) -> bool:
    """Tell whether something in blocks was learnt later than the rest."""
    return any(span.since for block in blocks for passage in block.passages for span in passage.spans)


def without_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks without marks, for a page that has no list of sources for them to lead to."""
    return tuple(
        replace(block, passages=tuple(replace(passage, marks=()) for passage in block.passages))
        for block in blocks
    )
