# SPDX-License-Identifier: MIT
"""What a handout is: a tour on paper, for a class or for its teacher, as pieces that know no page and no toolkit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from timeline_app.model.prose import Emphasis
from timeline_app.model.showing import Showing

PER_PAGE: Final = (1, 2, 3, 6)
"""So many stops stand on a page, as the reader wishes."""


class HandoutKind(StrEnum):
    """What is printed of a tour."""

    PAGES = "pages"
    """The stops, with room for notes."""
    WORKSHEET = "worksheet"
    """The sources of the stops, with questions and lines to write on."""
    ANSWERS = "answers"
    """What may be answered on the worksheet, and from where one knows."""


class CopyFor(StrEnum):
    """For whom a copy is: a student's never holds the teacher's notes."""

    STUDENT = "student"
    TEACHER = "teacher"


class Paper(StrEnum):
    """The size of the paper."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class HandoutWish:
    """What somebody wants to print; an answer key is always a teacher's.

    `opens_notes` prints what stands behind content notes too, each below its note.
    """

    kind: HandoutKind = HandoutKind.PAGES
    copy: CopyFor = CopyFor.STUDENT
    per_page: int = 3
    paper: Paper = Paper.A4
    opens_notes: bool = False

    @property
    def is_for_teacher(self) -> bool:
        """Whether the copy may tell what only a teacher reads."""
        return self.copy is CopyFor.TEACHER or self.kind is HandoutKind.ANSWERS


class Style(StrEnum):
    """What a text is on the page; how that looks is for those who set it."""

    TITLE = "title"
    KICKER = "kicker"
    LEAD = "lead"
    SECTION = "section"
    STOP_TITLE = "stop-title"
    SMALL_TITLE = "small-title"
    """The title of a stop that shares its page with five others."""
    DATE = "date"
    LABEL = "label"
    PROSE = "prose"
    CELL_PROSE = "cell-prose"
    """A story that shares its page."""
    CELL = "cell"
    """What stands in a table."""
    QUOTE = "quote"
    SPEAKER = "speaker"
    SMALL = "small"
    TASK = "task"
    ENTRY = "entry"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in one language; a mark is a raised number that leads to a source, `address` one of the web."""

    text: str
    language: str = ""
    emphasis: Emphasis = Emphasis.NONE
    is_mark: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `marker` hangs before its first line."""

    style: Style
    runs: tuple[Run, ...]
    language: str = ""
    marker: str = ""

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on."""

    count: int


class CardKind(StrEnum):
    """What a card holds."""

    WORDS = "words"
    """The words of a source."""
    NOTES = "notes"
    """What only a teacher reads."""


@dataclass(frozen=True, slots=True)
class Card:
    """Paragraphs that belong together and stand out from the page."""

    kind: CardKind
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each of paragraphs; an empty cell is to be written in, so many lines high."""

    columns: tuple[Words, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]
    empty_lines: int = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure as bars: its title, and each value with its label, in words, and as a share of the largest."""

    title: Words
    bars: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of the timeline around a stop, to be drawn, and what it shows in words.

    `showing` is what the class sees at the stop; `view` is None to bring the event into view. A blank one has its
    years alone, to be written on.
    """

    showing: Showing
    event_id: str | None
    view: tuple[float, float] | None
    words: str
    is_blank: bool = False


Piece: TypeAlias = Words | Lines | Card | Table | Chart | Strip


@dataclass(frozen=True, slots=True)
class StopSheet:
    """One stop on paper: what it is called, its strip, what it tells, what it rests on, and what a teacher notes."""

    number: int
    kicker: Words
    title: Words
    date: Words | None
    strip: Strip | None
    story: tuple[Piece, ...]
    sources: Words | None
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What stands after the stops."""

    title: Words
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """A whole handout. `fields` are to be filled in by hand at its head; `foot` stands at the foot of each page."""

    wish: HandoutWish
    language: str
    exhibit: Words
    title: Words
    about: tuple[Words, ...]
    fields: tuple[str, ...]
    foot: str
    sheets: tuple[StopSheet, ...]
    parts: tuple[Part, ...]
