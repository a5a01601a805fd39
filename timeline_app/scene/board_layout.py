# SPDX-License-Identifier: MIT
"""Lays the board out: every text in its rectangle, cut at the end of a passage where there is no room for all of it.

Nothing ever overflows and nothing is set smaller than its role: what has no room gives way, prose first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple, Protocol

from timeline_app.base.geometry import Rect
from timeline_app.model.views import FigureView
from timeline_app.scene.board import FLEXIBLE, Board, BoardColumn, BoardRole, BoardText

MARGIN: Final = 52.0
GUTTER: Final = 40.0
PAD: Final = 28.0
SECTION: Final = 30.0
RULE: Final = 6.0
LEAST_CHART: Final = 240.0
BAR: Final = 70.0
LABEL: Final = 50.0
"""In pixels of a picture that is 1080 high."""
LONG_LABEL: Final = 14
"""Labels of more characters stand above their bars."""
MOST_IN_ROW: Final = 3
MOST_CELLS: Final = 4
"""More things than these are listed in two columns."""
MOST_LISTED_LINES: Final = 9
LISTED_GAP: Final = 22.0
KEPT_SHARE: Final = 0.6
"""A text ends where a passage does unless that would leave less of what there is room for."""
LEAST_PROSE_LINES: Final = 3
"""Above anything else less of the prose would be a scrap."""
TIGHT_LINES: Final = 2
"""Where room is short, so many lines are left of where something is printed."""
LEAST_WORD_LINES: Final = 2
"""For so many lines of what somebody says, where it is printed gives way."""
HEAD_SHARE: Final = 0.62
"""So much of the board's height a head may take where anything else is to stand below it."""


class BoardType(Protocol):
    """Measures the texts of a board as they will be set."""

    def height_px(self, text: BoardText, width_px: float) -> float:
        """Return the height of a paragraph broken for a width."""
        ...

    def line_px(self, text: BoardText) -> float:
        """Return the height of one line of a paragraph."""
        ...

    def space_px(self, text: BoardText) -> float:
        """Return the space between a paragraph and what stands above it."""
        ...


class PlacedText(NamedTuple):
    """A text and where it stands."""

    text: BoardText
    rect: Rect


class PlacedPart(NamedTuple):
    """Where a figure or a map is drawn."""

    rect: Rect
    figure: FigureView | None = None
    mapped: str = ""


class PlacedBoard(NamedTuple):
    """Everything on the board; `grounds` lie under the words of sources, with a rule at their start."""

    texts: tuple[PlacedText, ...] = ()
    parts: tuple[PlacedPart, ...] = ()
    grounds: tuple[Rect, ...] = ()


def lay_out_board(board: Board, rect: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Lay a board out in a rectangle; `unit` is a pixel of a picture that is 1080 high."""
    room = rect.grown(-MARGIN * unit)
    has_more = bool(board.prose or board.columns)
    head = _stacked(board.head, room._replace(h=room.h * (HEAD_SHARE if has_more else 1.0)), kind)
    top = max((each.rect.bottom for each in head), default=room.y - SECTION * unit)
    below = Rect(room.x, top + SECTION * unit, room.w, room.bottom - top - SECTION * unit)
    lay_out = _side_by_side if len(board.columns) > 1 else _by_itself
    texts, parts, grounds = lay_out(board, below, kind, unit)
    return PlacedBoard((*head, *texts), parts, grounds)


def _by_itself(board: Board, room: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place prose, and one thing below it: the prose has what room that leaves."""
    columns = tuple(_with_large_words(column, room, kind, unit) for column in board.columns)
    needed_px = sum(_column_px(column, room.w, kind, unit) + SECTION * unit for column in columns)
    prose = _stacked(board.prose, room._replace(h=room.h - min(needed_px, room.h)), kind)
    if columns and _is_scrap(prose, board.prose, kind):
        prose = ()
    start = max((each.rect.bottom + SECTION * unit for each in prose), default=room.y)
    cell = Rect(room.x, start, room.w, room.bottom - start)
    placed = [_placed_column(column, cell, kind, unit) for column in columns]
    shown = placed[0] if placed else PlacedBoard()
    return shown._replace(texts=(*prose, *shown.texts))


def _side_by_side(board: Board, room: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place several things in cells; in a list where they are too many, or what accounts say would be cut."""
    columns = board.columns
    if len(columns) > MOST_CELLS:
        return PlacedBoard(_listed(columns, room, kind, unit))
    cells = _cells(len(columns), room, unit)
    placed = [_placed_column(column, cell, kind, unit) for column, cell in zip(columns, cells, strict=True)]
    texts = tuple(text for each in placed for text in each.texts)
    if len(columns) == MOST_CELLS and _has_cut_account(columns, texts):
        return PlacedBoard(_listed(columns, room, kind, unit))
    parts = tuple(part for each in placed for part in each.parts)
    return PlacedBoard(texts, parts, _evened(tuple(ground for each in placed for ground in each.grounds)))


def _has_cut_account(columns: tuple[BoardColumn, ...], placed: tuple[PlacedText, ...]) -> bool:
    """Tell whether all of some things are accounts, and one of them could not be told in full."""
    says = [[text for text in column.texts if text.role is BoardRole.SAYS] for column in columns]
    shown = {each.text for each in placed}
    return all(says) and any(text not in shown for each in says for text in each)


def fitted(text: BoardText, width_px: float, room_px: float, kind: BoardType) -> BoardText | None:
    """Return a text cut to a height; None where not even a word has room.

    It ends with a passage where that leaves most of what has room, else with a sentence, else with a word.
    """
    if kind.height_px(text, width_px) <= room_px:
        return text
    ends = [_last_fitting(text, places, width_px, room_px, kind) for places in text.places_to_cut()]
    longest = max(ends)
    if longest == 0:
        return None
    return text.cut(next(end for end in ends if end >= KEPT_SHARE * longest))


def _last_fitting(
    text: BoardText, places: tuple[int, ...], width_px: float, room_px: float, kind: BoardType
) -> int:
    """Return the last of some places where a cut text has room, 0 where there is none."""
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        if kind.height_px(text.cut(places[middle]), width_px) <= room_px:
            low = middle + 1
        else:
            high = middle
    return places[low - 1] if low else 0


def _is_scrap(placed: tuple[PlacedText, ...], texts: tuple[BoardText, ...], kind: BoardType) -> bool:
    """Tell whether so little of the prose is left that it would not be worth reading."""
    if not placed or tuple(each.text for each in placed) == texts:
        return False
    last = placed[-1]
    return last.rect.bottom - placed[0].rect.y < LEAST_PROSE_LINES * kind.line_px(last.text)


def _stacked(texts: tuple[BoardText, ...], room: Rect, kind: BoardType) -> tuple[PlacedText, ...]:
    """Place texts one below the other until there is no more room; the last one may be cut."""
    found: list[PlacedText] = []
    y = room.y
    for text in texts:
        top = y + (kind.space_px(text) if found else 0.0)
        shown = fitted(text, room.w, room.bottom - top, kind)
        if shown is None:
            if found and found[-1].text.role in FLEXIBLE:
                found[-1] = found[-1]._replace(text=_going_on(found[-1].text))
            break
        height_px = kind.height_px(shown, room.w)
        if shown is not text and found and text.role in FLEXIBLE and height_px < 2 * kind.line_px(text):
            # One line of a paragraph is no more than its beginning.
            found[-1] = found[-1]._replace(text=_going_on(found[-1].text))
            break
        found.append(PlacedText(shown, Rect(room.x, top, room.w, height_px)))
        y = top + height_px
        if shown is not text:
            break
    return tuple(found)


def _going_on(text: BoardText) -> BoardText:
    """Return a whole text with the sign that others follow, which have no room."""
    return text.cut(len(text.words))


def _cells(count: int, room: Rect, unit: float) -> tuple[Rect, ...]:
    """Return the places of so many columns: up to three beside each other, more of them in two rows."""
    if count == 0:
        return ()
    rows = 1 if count <= MOST_IN_ROW else 2
    in_row = -(-count // rows)
    gap_px = GUTTER * unit
    width_px = (room.w - (in_row - 1) * gap_px) / in_row
    height_px = (room.h - (rows - 1) * gap_px / 2) / rows
    return tuple(
        Rect(
            room.x + (at % in_row) * (width_px + gap_px),
            room.y + (at // in_row) * (height_px + gap_px / 2),
            width_px,
            height_px,
        )
        for at in range(count)
    )


def _listed(
    columns: tuple[BoardColumn, ...], room: Rect, kind: BoardType, unit: float
) -> tuple[PlacedText, ...]:
    """Place many things in two columns: who says it, and as much of what is said as has room for all of them."""
    width_px = (room.w - GUTTER * unit) / 2
    half = -(-len(columns) // 2)
    found: list[PlacedText] = []
    for at, each in enumerate((columns[:half], columns[half:])):
        x = room.x + at * (width_px + GUTTER * unit)
        y = room.y
        for texts in _in_short(each, width_px, room.h, kind, unit):
            for text in texts:
                height_px = kind.height_px(text, width_px)
                if y + height_px > room.bottom:
                    break
                found.append(PlacedText(text, Rect(x, y, width_px, height_px)))
                y += height_px
            y += LISTED_GAP * unit
    return tuple(found)


def _in_short(
    columns: tuple[BoardColumn, ...], width_px: float, room_px: float, kind: BoardType, unit: float
) -> list[tuple[BoardText, ...]]:
    """Return things without where they are printed, each with as many lines as all of them can have."""
    wholes = [
        tuple(text for text in column.texts if text.role is not BoardRole.SOURCE and column.is_seen)
        for column in columns
    ]
    lines = [1] * len(wholes)
    shown = [_cut_to(texts, width_px, 1, kind) for texts in wholes]
    taken_px = (len(wholes) - 1) * LISTED_GAP * unit
    for most in range(2, MOST_LISTED_LINES + 1):
        for at, texts in enumerate(wholes):
            longer = _cut_to(texts, width_px, most, kind)
            others_px = sum(_stack_px(each, width_px, kind) for each in (*shown[:at], *shown[at + 1 :]))
            if lines[at] == most - 1 and taken_px + others_px + _stack_px(longer, width_px, kind) <= room_px:
                shown[at], lines[at] = longer, most
    return shown


def _cut_to(
    texts: tuple[BoardText, ...], width_px: float, lines: int, kind: BoardType
) -> tuple[BoardText, ...]:
    cut = (
        fitted(text, width_px, lines * kind.line_px(text), kind) if text.role in FLEXIBLE else text
        for text in texts
    )
    return tuple(text for text in cut if text is not None)


def _stack_px(texts: tuple[BoardText, ...], width_px: float, kind: BoardType) -> float:
    return sum(kind.height_px(text, width_px) for text in texts)


def _evened(grounds: tuple[Rect, ...]) -> tuple[Rect, ...]:
    """Return grounds that are as high as the highest one beside them."""
    highest = {y: max(ground.h for ground in grounds if ground.y == y) for y in {each.y for each in grounds}}
    return tuple(ground._replace(h=highest[ground.y]) for ground in grounds)


def _inner(cell: Rect, column: BoardColumn, unit: float) -> Rect:
    """Return the room for a column's texts: within its ground, where it has one."""
    if not column.is_quote:
        return cell
    return Rect(
        cell.x + (PAD + RULE) * unit,
        cell.y + PAD * 0.8 * unit,
        cell.w - (2 * PAD + RULE) * unit,
        cell.h - 1.6 * PAD * unit,
    )


def _column_px(column: BoardColumn, width_px: float, kind: BoardType, unit: float) -> float:
    """Return how high a column is where it has all the room that it wants."""
    inner = _inner(Rect(0.0, 0.0, width_px, 0.0), column, unit)
    heights = [kind.height_px(text, inner.w) for text in column.texts]
    spaces = [kind.space_px(text) for text in column.texts[1:]]
    part_px = _part_px(column) * unit
    return sum(heights) + sum(spaces) + part_px - inner.h


def _part_px(column: BoardColumn) -> float:
    """Return how high a map or a chart should be, in pixels of a picture that is 1080 high."""
    figure = column.figure
    if figure is None or figure.kind == "line":
        return 2 * LEAST_CHART if column.mapped or figure is not None else 0.0
    has_long_labels = max((len(label) for label, _ in figure.data), default=0) > LONG_LABEL
    return PAD + len(figure.data) * (BAR + LABEL if has_long_labels else BAR)


def _with_large_words(column: BoardColumn, room: Rect, kind: BoardType, unit: float) -> BoardColumn:
    """Return a column that stands alone with its words set larger, where they fit so."""
    large = replace(
        column,
        texts=tuple(
            replace(text, role=BoardRole.LARGE_WORDS) if text.role is BoardRole.WORDS else text
            for text in column.texts
        ),
    )
    return large if _column_px(large, room.w, kind, unit) <= room.h else column


def _placed_column(column: BoardColumn, cell: Rect, kind: BoardType, unit: float) -> PlacedBoard:
    """Place a column in its cell: what must stand whole first, and the words in what room is left."""
    if not column.is_seen:
        return PlacedBoard()
    inner = _inner(cell, column, unit)
    has_part = column.figure is not None or bool(column.mapped)
    room_px = inner.h - min(_part_px(column), LEAST_CHART) * unit
    shown = _chosen(column.texts, inner.w, room_px, kind)
    placed: list[PlacedText] = []
    y = inner.y
    for text in shown:
        top = y + (kind.space_px(text) if placed else 0.0)
        height_px = kind.height_px(text, inner.w)
        placed.append(PlacedText(text, Rect(inner.x, top, inner.w, height_px)))
        y = top + height_px
    parts: tuple[PlacedPart, ...] = ()
    if has_part:
        top = y + (PAD * unit if placed else 0.0)
        at = Rect(inner.x, top, inner.w, inner.bottom - top)
        parts = (PlacedPart(at, column.figure, column.mapped),)
    bottom = y + (cell.bottom - inner.bottom)
    grounds = (cell._replace(h=bottom - cell.y),) if column.is_quote and placed else ()
    return PlacedBoard(tuple(placed), parts, grounds)


def _chosen(
    texts: tuple[BoardText, ...], width_px: float, room_px: float, kind: BoardType
) -> tuple[BoardText, ...]:
    """Return the texts that fit below each other: where room is short, long sources give way, then long words."""
    wanted_px = sum(kind.height_px(text, width_px) for text in texts)
    wanted_px += sum(kind.space_px(text) for text in texts[1:])
    if wanted_px <= room_px:
        return texts
    texts = tuple(
        (fitted(text, width_px, TIGHT_LINES * kind.line_px(text), kind) or text)
        if text.role is BoardRole.SOURCE
        else text
        for text in texts
    )
    spare_px = _spare_px(texts, width_px, room_px, kind)
    if spare_px < _least_px(texts, width_px, kind):
        texts = tuple(text for text in texts if text.role is not BoardRole.SOURCE)
        spare_px = _spare_px(texts, width_px, room_px, kind)
    found: list[BoardText] = []
    left_px = room_px
    for text in texts:
        space_px = kind.space_px(text) if found else 0.0
        is_flexible = text.role in FLEXIBLE
        allowed_px = (min(spare_px, left_px) if is_flexible else left_px) - space_px
        shown = fitted(text, width_px, allowed_px, kind)
        if shown is None:
            continue
        height_px = kind.height_px(shown, width_px) + space_px
        left_px -= height_px
        if is_flexible:
            spare_px -= height_px
        found.append(shown)
    return tuple(found)


def _spare_px(texts: tuple[BoardText, ...], width_px: float, room_px: float, kind: BoardType) -> float:
    """Return what room is left beside the texts that stand whole."""
    firm = (text for text in texts if text.role not in FLEXIBLE)
    return room_px - sum(kind.height_px(text, width_px) + kind.space_px(text) for text in firm)


def _least_px(texts: tuple[BoardText, ...], width_px: float, kind: BoardType) -> float:
    """Return the room below which it is not told where something is printed: all that accounts say goes before that."""
    says = sum(kind.height_px(text, width_px) for text in texts if text.role is BoardRole.SAYS)
    words = [text for text in texts if text.role in FLEXIBLE and text.role is not BoardRole.SAYS]
    return says + sum(LEAST_WORD_LINES * kind.line_px(text) for text in words[:1])
