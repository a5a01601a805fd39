# SPDX-License-Identifier: MIT
"""Lays a handout out on pages: stops in cells of one size, or one after the other, and what rests on what at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.state.handout import (
    Card,
    CardKind,
    Chart,
    Handout,
    HandoutKind,
    Lines,
    Part,
    Piece,
    Run,
    StopSheet,
    Strip,
    Style,
    Table,
    Words,
)
from timeline_app.ui.handout.blocks import (
    LINE_TO_WRITE,
    Block,
    FieldsBlock,
    LinesBlock,
    RuleBlock,
    TextBlock,
)
from timeline_app.ui.handout.frames import PADDING, Column, divided, notes_card, table_block, words_card
from timeline_app.ui.handout.paper_type import POINT
from timeline_app.ui.handout.pictures import PIXEL, SMALL_PIXEL, ChartBlock, Drawer, StripBlock

GUTTER: Final = 16 * POINT
CELL_GAP: Final = 14 * POINT
HAIR: Final = 2 * POINT
LEAST_NOTE_LINES: Final = 4
FRESH_NOTE_LINES: Final = 8
MOST_NOTE_LINES: Final = 16
LEAST_STRIP: Final = 62 * POINT
SMALL_STRIP: Final = 54 * POINT
LEAST_STORY: Final = 46 * POINT
"""A strip gives way down to its least height, so that so much of the story has room."""
STRIP_HEIGHT: Final = {1: 130 * POINT, 2: 92 * POINT, 3: 76 * POINT}
"""The height of a strip, by how many stops stand on a page."""
LINE_HEIGHT: Final = 150 * POINT
"""The height of a stretch of time to be written on."""
TOLD_SHARE: Final = 0.63
"""How much of the width the stop itself takes, beside the room for notes."""
KEEPING: Final = frozenset(
    {Style.SECTION, Style.LABEL, Style.TASK, Style.KICKER, Style.STOP_TITLE, Style.DATE}
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block at a place within the text area of a page."""

    block: Block
    x: float
    y: float
    width: float


@dataclass
class Page:
    """What stands on a page."""

    placed: list[Placed] = field(default_factory=list)


class Composer:
    """Lays out one handout for a text area of a given size."""

    def __init__(
        self, handout: Handout, width: float, height: float, drawer: Drawer, translator: Translator
    ) -> None:
        self._handout = handout
        self._width = width
        self._height = height
        self._drawer = drawer
        self._translator = translator
        self.pages: list[Page] = [Page()]
        self._y = 0.0
        self._longer: list[tuple[StopSheet, tuple[Words, ...]]] = []

    def compose(self) -> list[Page]:
        """Return all pages."""
        self._flow(self._head())
        per_page = self._handout.wish.per_page
        if self._handout.wish.kind is not HandoutKind.PAGES:
            self._one_after_the_other()
        elif per_page == 1:
            self._one_a_page()
        else:
            self._in_cells(per_page)
        parts = (*self._longer_notes(), *self._handout.parts)
        if parts and self._handout.wish.kind is HandoutKind.PAGES:
            self._new_page()
        for part in parts:
            self._flow(self._part(part))
        return self.pages

    # -- flowing ----------------------------------------------------------------------------------

    @property
    def _room(self) -> float:
        return self._height - self._y

    def _new_page(self) -> None:
        self.pages.append(Page())
        self._y = 0.0

    def _flow(self, blocks: Iterable[Block]) -> None:
        """Put blocks one below the other, over as many pages as they need."""
        left = tuple(blocks)
        while left:
            above = left[0].above if self._y else 0.0
            first, rest = divided(left, self._width, self._room - above)
            if not first and not self._y:
                # Higher than a whole page, and not to be divided: it stands as far as it goes.
                first, rest = left[:1], left[1:]
            self._put(first)
            left = rest
            if left:
                self._new_page()

    def _put(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._y += block.above if self._y else 0.0
            self.pages[-1].placed.append(Placed(block, 0.0, self._y, self._width))
            self._y += block.height(self._width)

    # -- parts ------------------------------------------------------------------------------------

    def _head(self) -> list[Block]:
        handout = self._handout
        blocks: list[Block] = [TextBlock(handout.exhibit), TextBlock(handout.title)]
        blocks.extend(TextBlock(words) for words in handout.about)
        if handout.fields:
            names = [Words(Style.SPEAKER, (Run(name),), handout.language) for name in handout.fields]
            blocks.append(FieldsBlock(handout.fields, names))
        for block in blocks:
            block.keeps_next = True
        blocks[-1].keeps_next = False
        return blocks

    def _part(self, part: Part) -> list[Block]:
        title = TextBlock(part.title, keeps_next=True)
        return [title, *self._pieces(part.pieces)]

    def _pieces(self, pieces: Iterable[Piece]) -> list[Block]:
        return [block for piece in pieces for block in self._piece(piece)]

    def _piece(self, piece: Piece) -> list[Block]:
        match piece:
            case Words():
                return [TextBlock(piece, keeps_next=piece.style in KEEPING)]
            case Lines():
                return [LinesBlock(piece.count)]
            case Card():
                blocks = [TextBlock(words) for words in piece.words]
                return [words_card(blocks) if piece.kind is CardKind.WORDS else notes_card(blocks)]
            case Table():
                return [table_block(piece)]
            case Chart():
                return [ChartBlock(piece)]
            case Strip():
                return [StripBlock(piece, self._drawer, LINE_HEIGHT)]

    def _stop_head(
        self, sheet: StopSheet, strip_height: float, rule_above: float = 0.0, pixel: float = PIXEL
    ) -> list[Block]:
        """Return rule, kicker, title, date and strip of a stop; they stay together."""
        found: list[Block] = [RuleBlock(1.6, rule_above), TextBlock(sheet.kicker, keeps_next=True)]
        found.append(TextBlock(sheet.title, keeps_next=True))
        if sheet.date is not None:
            found.append(TextBlock(sheet.date, keeps_next=True))
        if sheet.strip is not None:
            found.append(StripBlock(sheet.strip, self._drawer, strip_height, pixel))
        return found

    def _notes_heading(self, style: Style = Style.LABEL) -> Words:
        return Words(style, (Run(self._translator.say("handout.notes")),), self._translator.language)

    # -- one stop a page --------------------------------------------------------------------------

    def _one_a_page(self) -> None:
        for number, sheet in enumerate(self._handout.sheets):
            if number:
                self._new_page()
            # The first stop stands below the head.
            above = 0.0 if number else 12.0
            blocks = self._stop_head(sheet, STRIP_HEIGHT[1], above)
            blocks.extend(self._pieces(sheet.story))
            if sheet.sources is not None:
                blocks.append(TextBlock(sheet.sources))
            if sheet.notes:
                blocks.append(notes_card([TextBlock(words) for words in sheet.notes]))
            self._flow(blocks)
            if not self._handout.wish.is_for_teacher:
                self._fill_with_lines()

    def _fill_with_lines(self) -> None:
        """Leave the rest of the page for notes, or begin another where there is hardly any."""
        heading = TextBlock(self._notes_heading(), keeps_next=True)
        head = heading.above + heading.height(self._width)
        count = int((self._room - head - 2 * POINT) // LINE_TO_WRITE)
        if count < LEAST_NOTE_LINES:
            self._new_page()
            count = FRESH_NOTE_LINES
        self._put((heading, LinesBlock(min(count, MOST_NOTE_LINES))))

    # -- one after the other ----------------------------------------------------------------------

    def _one_after_the_other(self) -> None:
        for sheet in self._handout.sheets:
            blocks = self._stop_head(sheet, 0.0, 18.0)
            blocks.extend(self._pieces(sheet.story))
            if sheet.notes:
                blocks.append(notes_card([TextBlock(words) for words in sheet.notes]))
            self._flow(blocks)

    # -- in cells ---------------------------------------------------------------------------------

    def _in_cells(self, per_page: int) -> None:
        """Put so many stops on each page; on the first the head takes some of their room."""
        columns = 1 if per_page in STRIP_HEIGHT else 2
        rows = per_page // columns
        top = height = 0.0
        for number, sheet in enumerate(self._handout.sheets):
            place = number % per_page
            if place == 0 and number:
                self._new_page()
            if place == 0:
                top = self._y + (CELL_GAP if self._y else 0.0)
                height = (self._height - top + CELL_GAP) / rows - CELL_GAP
            width = (self._width - GUTTER * (columns - 1)) / columns
            x = (place % columns) * (width + GUTTER)
            y = top + (place // columns) * (height + CELL_GAP)
            if columns == 1:
                self._wide_cell(sheet, y, height, STRIP_HEIGHT[per_page])
            else:
                self._small_cell(sheet, x, y, width, height)
        self._y = self._height

    def _wide_cell(self, sheet: StopSheet, y: float, height: float, strip_height: float) -> None:
        """Put a stop at the left, and room for notes or the teacher's own at the right."""
        width = self._width * TOLD_SHARE
        rule, *told = self._stop_head(sheet, self._fitting_strip(sheet, width, height, strip_height))
        self._place((rule,), 0.0, y, self._width)
        y += rule.height(self._width)
        height -= rule.height(self._width)
        self._place(self._cut(sheet, told, width, height), 0.0, y, width)
        left = width + GUTTER
        self._notes_in(sheet, left, y, self._width - left, height)

    def _fitting_strip(self, sheet: StopSheet, width: float, height: float, most: float) -> float:
        """Return the height of a strip that leaves room for the beginning of the story."""
        others: list[Block] = self._stop_head(sheet, 0.0)
        if sheet.sources is not None:
            others.append(TextBlock(sheet.sources))
        taken = sum(block.above + block.height(width) for block in others)
        return max(min(most, height - taken - LEAST_STORY), LEAST_STRIP)

    def _notes_in(self, sheet: StopSheet, x: float, y: float, width: float, height: float) -> None:
        heading = TextBlock(self._notes_heading(Style.KICKER))
        used = heading.height(width)
        if not self._handout.wish.is_for_teacher:
            lines = LinesBlock(int((height - used - HAIR) // LINE_TO_WRITE), HAIR)
            self._place((heading, lines), x, y, width)
            return
        notes, left = self._noted(sheet.notes, width, height - used)
        if left:
            self._longer.append((sheet, left))
        self._place((heading, *notes), x, y, width)

    def _noted(
        self, notes: Sequence[Words], width: float, room: float
    ) -> tuple[list[Block], tuple[Words, ...]]:
        """Return the notes that have room, and those that do not; where some do not, that is said."""
        blocks: list[Block] = [TextBlock(words) for words in notes]
        if sum(block.above + block.height(width) for block in blocks) <= room:
            return blocks, ()
        more = TextBlock(
            Words(
                Style.SMALL,
                (Run(self._translator.say("handout.notes-go-on")),),
                self._translator.language,
            )
        )
        room -= more.above + more.height(width)
        kept: list[Block] = []
        for number, block in enumerate(blocks):
            room -= block.above + block.height(width)
            if room < 0:
                return [*kept, more], tuple(notes[number:])
            kept.append(block)
        return kept, ()

    def _small_cell(self, sheet: StopSheet, x: float, y: float, width: float, height: float) -> None:
        """Put a stop into a cell beside others: its strip, and what has room of the rest."""
        sheet = replace(
            sheet, title=replace(sheet.title, style=Style.SMALL_TITLE), date=_short(sheet.date, width)
        )
        head = self._stop_head(sheet, SMALL_STRIP, pixel=SMALL_PIXEL)
        told = list(head) if sheet.sources is None else [*head, TextBlock(sheet.sources)]
        room = height - sum(block.above + block.height(width) for block in told)
        foot: list[Block] = []
        if sheet.notes:
            notes, left = self._noted(sheet.notes, width - 2 * PADDING, room - 3 * PADDING)
            foot = [notes_card(notes)]
            if left:
                self._longer.append((sheet, left))
        elif not self._handout.wish.is_for_teacher:
            foot = [LinesBlock(2 if room >= 2 * LINE_TO_WRITE + LEAST_STORY else 1, 0.0)]
        below = sum(block.height(width) for block in foot)
        self._place(self._cut(sheet, head, width, height - below - 4 * POINT), x, y, width)
        self._place(foot, x, y + height - below, width)

    def _cut(self, sheet: StopSheet, head: list[Block], width: float, height: float) -> list[Block]:
        """Return the head of a stop, as much of its story as there is room for, and its sources."""
        room = height - sum(block.above + block.height(width) for block in head)
        end: list[Block] = [TextBlock(sheet.sources)] if sheet.sources is not None else []
        needed = sum(block.above + block.height(width) for block in end)
        if needed > room:
            return head
        found = list(head)
        for block in (block for piece in sheet.story for block in self._piece(_small(piece))):
            part = _that_fits(block, width, room - needed - block.above)
            if part is not None:
                found.append(part)
                room -= part.above + part.height(width)
            # What is said of a table or figure says nothing without it; a card stands for itself.
            if part is not block and not isinstance(block, Column):
                break
        found = [*head, *_led_to(found[len(head) :])]
        return [*found, *end]

    def _place(self, blocks: Sequence[Block], x: float, y: float, width: float) -> None:
        for number, block in enumerate(blocks):
            y += block.above if number else 0.0
            self.pages[-1].placed.append(Placed(block, x, y, width))
            y += block.height(width)

    # -- what had no room -------------------------------------------------------------------------

    def _longer_notes(self) -> list[Part]:
        """Return the notes that had no room beside their stops."""
        if not self._longer:
            return []
        pieces: list[Piece] = []
        for sheet, left in self._longer:
            pieces.append(replace(sheet.title, style=Style.LABEL))
            pieces.extend(left)
        return [Part(self._notes_heading(Style.SECTION), tuple(pieces))]


def _short(date: Words | None, width: float) -> Words | None:
    """Return a date on one line: without its doubt where that would take another one."""
    if date is None or TextBlock(date).laid_out(width).lineCount() == 1:
        return date
    return replace(date, runs=date.runs[:1])


def _small(piece: Piece) -> Piece:
    """Return prose as it stands in a cell: set smaller."""
    if isinstance(piece, Words) and piece.style is Style.PROSE:
        return replace(piece, style=Style.CELL_PROSE)
    return piece


def _led_to(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks without those that lead to one that had no room."""
    return [block for block, after in zip_longest(blocks, blocks[1:]) if not block.keeps_next or after]


def _that_fits(block: Block, width: float, room: float) -> Block | None:
    """Return a block, what has room of a paragraph, or None."""
    if block.height(width) <= room:
        return block
    return block.cut(width, room) if isinstance(block, TextBlock) else None
