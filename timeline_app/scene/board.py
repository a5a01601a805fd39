# SPDX-License-Identifier: MIT
"""What stands on the board of the hall: large words beside the timeline, for a whole class to read.

A board is a head that always stands, prose that gives way where there is no room, and columns side by side: the words
of sources, the accounts of a claim, the steps of a chain, a figure or a map. It knows roles, never fonts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import Block, BlockKind, Emphasis, Span
from timeline_app.scene.quotation import ELLIPSIS

if TYPE_CHECKING:
    from timeline_app.model.views import FigureView

_SENTENCE_END: Final = re.compile(r"[.!?][”’»)\"']*(?=\s)|[。！？][」』）]*")
_NO_END: Final = " \n,;:–—、"
"""What no cut text ends with."""
_WORD_END: Final = re.compile(r"\S(?=\s)")


class BoardRole(StrEnum):
    """What a text is; the hall gives each role its font."""

    KICKER = "kicker"
    """Whose event it is."""
    TITLE = "title"
    DATE = "date"
    PROSE = "prose"
    WORDS = "words"
    """The words of a source."""
    LARGE_WORDS = "large-words"
    """The same where they stand alone and have the room."""
    SPEAKER = "speaker"
    SOURCE = "source"
    HEADING = "heading"
    """What a column or a claim is about."""
    SAYS = "says"
    """What an account says."""
    STEP = "step"
    """An event of a chain."""
    STEP_HERE = "step-here"


FLEXIBLE: Final = frozenset({BoardRole.PROSE, BoardRole.WORDS, BoardRole.LARGE_WORDS, BoardRole.SAYS})
"""What may be cut where there is no room; all else stands whole."""


@dataclass(frozen=True, slots=True)
class BoardText:
    """One paragraph. `opening` and `closing` stand around it and outlive a cut; `cuts` are the ends of its passages.

    `lane` is the colour name of the lane whose ink it has, `bullet` what hangs before it. `lit` are stretches of the
    characters that the class shall look at.
    """

    role: BoardRole
    spans: tuple[Span, ...]
    language: str = ""
    opening: str = ""
    closing: str = ""
    cuts: tuple[int, ...] = ()
    lane: str = ""
    bullet: str = ""
    lit: tuple[tuple[int, int], ...] = ()

    @property
    def words(self) -> str:
        """The characters without what stands around them."""
        return "".join(span.text for span in self.spans)

    @property
    def text(self) -> str:
        """All characters."""
        return f"{self.opening}{self.words}{self.closing}"

    def cut(self, at: int) -> BoardText:
        """Return the text up to a character, and the sign that it goes on."""
        kept: list[Span] = []
        left = at
        for span in self.spans:
            if left <= 0:
                break
            kept.append(replace(span, text=span.text[:left]))
            left -= len(span.text)
        if kept:
            kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(_NO_END))
        inside = self.words[:at].rstrip(_NO_END)
        closing = f"{self.closing.removesuffix(_ELIDED)}{_ELIDED}"
        lit = tuple((start, min(end, len(inside))) for start, end in self.lit if start < len(inside))
        cuts = tuple(each for each in self.cuts if each < at)
        return replace(self, spans=tuple(kept), closing=closing, cuts=cuts, lit=lit)

    def places_to_cut(self) -> tuple[tuple[int, ...], ...]:
        """Return where the text may be cut: the ends of passages, else of sentences, else of words; each ascending."""
        words = self.words
        last = len(words.rstrip())
        sentences = (match.end() for match in _SENTENCE_END.finditer(words))
        ends = (match.end() for match in _WORD_END.finditer(words))
        kinds = (self.cuts, sentences, ends)
        return tuple(tuple(at for at in kind if 0 < at < last) for kind in kinds)


_ELIDED: Final = f" {ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One thing that is shown; until it is revealed its place stays empty.

    `figure` is drawn below the texts, and so is the map of the event `mapped`, "" for none. `is_quote` gives it the
    ground of words that are not ours.
    """

    texts: tuple[BoardText, ...] = ()
    figure: FigureView | None = None
    mapped: str = ""
    is_quote: bool = False
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """What stands on the board; nothing at all leaves the timeline the whole picture."""

    head: tuple[BoardText, ...] = ()
    prose: tuple[BoardText, ...] = ()
    columns: tuple[BoardColumn, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not (self.head or self.prose or self.columns)

    @property
    def texts(self) -> tuple[BoardText, ...]:
        """All texts that are seen, in reading order."""
        seen = (text for column in self.columns if column.is_seen for text in column.texts)
        return (*self.head, *self.prose, *seen)


def plain_text(
    role: BoardRole, text: ShownText | str, language: str = "", *, lane: str = "", bullet: str = ""
) -> BoardText:
    """Return one text in one style."""
    of = text.language if isinstance(text, ShownText) else language
    return BoardText(role, (Span(str(text)),), of, lane=lane, bullet=bullet)


def text_of(block: Block, role: BoardRole = BoardRole.PROSE) -> BoardText:
    """Return a block of prose without its marks; it may be cut where a passage ends."""
    spans: list[Span] = []
    cuts: list[int] = []
    at = 0
    for passage in block.passages:
        for span in passage.spans:
            emphasis = span.emphasis
            if block.kind is BlockKind.HEADING:
                emphasis |= Emphasis.STRONG
            spans.append(replace(span, emphasis=emphasis, since=""))
            at += len(span.text)
        cuts.append(at)
    bullet = "•" if block.kind is BlockKind.LIST_ITEM else ""
    return BoardText(role, tuple(spans), block.language, cuts=tuple(cuts), bullet=bullet)
