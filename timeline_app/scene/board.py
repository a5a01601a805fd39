# SPDX-License-Identifier: MIT
"""What stands on the board of the hall: large words beside the timeline, for a whole class to read.

A board is a head that always stands, prose, and columns side by side: the words of sources, the accounts of a claim,
the steps of a chain, a figure or a map. It knows roles, never fonts. What does not fit goes on upon further sheets.
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
_NO_SENTENCE: Final = re.compile(r"\b(?:No|Mr|Mrs|Dr|St|vol|p|pp|cf|ed|[A-Z])\.$")
"""Points behind which a sentence goes on."""
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
    MARK = "mark"
    """Which of several sheets it is."""


FLEXIBLE: Final = frozenset({BoardRole.PROSE, BoardRole.WORDS, BoardRole.LARGE_WORDS, BoardRole.SAYS})
"""What may go on upon the next sheet where one cannot hold it; all else stands whole."""


@dataclass(frozen=True, slots=True)
class BoardText:
    """One paragraph. `opening` and `closing` stand around it; `cuts` are the ends of its passages.

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

    def part(self, start: int, end: int) -> BoardText:
        """Return the words between two characters; what stands around the text stands at its two ends only."""
        kept: list[Span] = []
        at = 0
        for span in self.spans:
            piece = span.text[max(start - at, 0) : max(end - at, 0)]
            if piece:
                kept.append(replace(span, text=piece))
            at += len(span.text)
        lit = tuple(
            (max(first, start) - start, min(last, end) - start)
            for first, last in self.lit
            if first < end and last > start
        )
        return replace(
            self,
            spans=tuple(kept),
            opening=self.opening if start == 0 else self.opening.removeprefix(f"{ELLIPSIS} "),
            closing=self.closing if end >= len(self.words) else "",
            bullet=self.bullet if start == 0 else "",
            cuts=tuple(at - start for at in self.cuts if start < at <= end),
            lit=lit,
        )

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Return the first and last characters of its sentences."""
        words = self.words
        ends = [end for match in _SENTENCE_END.finditer(words) if (end := match.end()) < len(words.rstrip())]
        ends = [end for end in ends if not _NO_SENTENCE.search(words, 0, end)]
        starts = [0, *(end + len(words[end:]) - len(words[end:].lstrip()) for end in ends)]
        return tuple(zip(starts, [*ends, len(words)], strict=True))

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
    """One thing that is shown; until it is revealed (`is_seen`) its place stays empty.

    `figure` is drawn below the texts, and so is the map of the event `mapped`, "" for none. `is_quote` gives it the
    ground of words that are not ours. `is_new` tells that it was revealed last, or with all the others.
    """

    texts: tuple[BoardText, ...] = ()
    figure: FigureView | None = None
    mapped: str = ""
    is_quote: bool = False
    is_seen: bool = True
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Board:
    """What stands on the board; nothing at all leaves the timeline the whole picture.

    `more` are paragraphs that follow the prose where there is room for them beside all else: who wants them reads
    them at the desk. `is_told` says that the prose was to be read before the one thing beside it was
    revealed.
    """

    head: tuple[BoardText, ...] = ()
    prose: tuple[BoardText, ...] = ()
    columns: tuple[BoardColumn, ...] = ()
    more: tuple[BoardText, ...] = ()
    is_told: bool = False

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
