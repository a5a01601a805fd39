# SPDX-License-Identifier: MIT
"""The tray below the lanes: events that have no place in time, so that none is lost.

Folded it is one quiet strip with a count and the first titles; open it is a shelf of rows, each event a
target of its own. Where the canvas is too low even for the strip, the introduction lists them alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.chrono.phrases import short_date
from timeline_app.model.heads import EventHead
from timeline_app.model.showing import Showing
from timeline_app.scene.build_lanes import fitting
from timeline_app.scene.surface import Surface, TextMeasurer

TARGET_PX: Final = 44.0
"""What a fingertip needs."""
AIR_PX: Final = 14.0
LEAST_STRIPS: Final = 5.0
"""A canvas lower than so many strips has none."""
MOST_SHARE: Final = 0.4
CELL_PX: Final = 250.0
PAD_PX: Final = 14.0
DOT_PX: Final = 5.0
SEPARATOR: Final = " · "
MOST_PREVIEWED: Final = 20

Step = Literal["next", "previous", "above", "below"]


class TrayCell(NamedTuple):
    """One event of the open tray: its title as far as there is room, and its date, if it has one without a place."""

    ordinal: int
    rect: Rect
    title: str
    language: str
    date: str
    colour: str
    lane: int


@dataclass(frozen=True, slots=True, eq=False)
class Tray:
    """The tray as laid out, left to right; where it has no room for all events, `more` leads to the list of them.

    `is_in_column`: its handle stands in the column of lane names.
    """

    rect: Rect
    is_open: bool
    count: int
    handle: Rect
    label: str
    preview: str
    cells: tuple[TrayCell, ...]
    columns: int
    more: Rect | None
    more_label: str
    surface: Surface
    language: str
    is_in_column: bool

    @property
    def ordinals(self) -> tuple[int, ...]:
        """The events that are shown one by one."""
        return tuple(cell.ordinal for cell in self.cells)

    def seen(self, rect: Rect) -> Rect:
        """Return a rectangle of the tray as it stands on the surface."""
        if not self.surface.mirrored:
            return rect
        return rect._replace(x=self.rect.x + self.rect.right - rect.right)

    def neighbour(self, ordinal: int, step: Step) -> int | None:
        """Return the event beside another, in reading order or in the row above or below; None at the edge."""
        at = self.ordinals.index(ordinal) if ordinal in self.ordinals else None
        if at is None:
            return None
        at += {"next": 1, "previous": -1, "below": self.columns, "above": -self.columns}[step]
        return self.ordinals[at] if 0 <= at < len(self.cells) else None


def strip_px(measurer: TextMeasurer) -> float:
    """Return the height of the strip, and of each row of the shelf."""
    return max(TARGET_PX, measurer.line_px("lane-head") + AIR_PX)


def tray_height_px(count: int, surface: Surface, heads_px: float, *, is_open: bool) -> float:
    """Return how much of the canvas the tray takes; nothing where there is nothing undated."""
    row_px = strip_px(surface.measurer)
    if not count or surface.size.h < LEAST_STRIPS * row_px:
        return 0.0
    return row_px * (_rows(count, surface, heads_px) + (0 if heads_px else 1)) if is_open else row_px


def _rows(count: int, surface: Surface, heads_px: float) -> int:
    """Return how many rows of cells the open tray has."""
    wanted = -(-count // _columns(surface, heads_px))
    room = int(surface.size.h * MOST_SHARE / strip_px(surface.measurer)) - (0 if heads_px else 1)
    return max(min(wanted, room), 1)


def _columns(surface: Surface, heads_px: float) -> int:
    room_px = max(surface.size.w - heads_px, 1.0)
    return max(int(room_px / (CELL_PX * surface.text_scale)), 1)


def lay_out_tray(
    showing: Showing, rect: Rect, surface: Surface, heads_px: float, translator: Translator, *, is_open: bool
) -> Tray | None:
    """Lay the tray out in its rectangle; None where it has none."""
    if rect.h <= 0.0:
        return None
    ordinals = showing.undated_ordinals
    measurer, row_px = surface.measurer, strip_px(surface.measurer)
    label = translator.say("tray.open" if is_open else "tray.folded", count=len(ordinals))
    label_px = measurer.width_px(label, "lane-head", translator.language)
    handle = Rect(rect.x, rect.y, min(max(heads_px, label_px + 2 * PAD_PX), rect.w), row_px)
    columns = _columns(surface, heads_px)
    rows = _rows(len(ordinals), surface, heads_px)
    room = Rect(rect.x + heads_px, rect.y + (0.0 if heads_px else row_px), rect.w - heads_px, rows * row_px)
    shown = len(ordinals) if len(ordinals) <= rows * columns else rows * columns - 1
    heads = [showing.head(ordinal) for ordinal in ordinals[:shown]] if is_open else []
    places = _places(room, columns, row_px)
    hidden = len(ordinals) - shown if is_open else 0
    preview_px = rect.right - handle.right - 2 * PAD_PX
    return Tray(
        rect,
        is_open,
        len(ordinals),
        handle,
        fitting(label, translator.language, "lane-head", handle.w - 2 * PAD_PX, measurer),
        "" if is_open else _preview(showing, preview_px, measurer, translator.language),
        tuple(_cell(head, next(places), showing, surface, translator) for head in heads),
        columns,
        next(places) if hidden else None,
        translator.say("tray.more", count=hidden),
        surface,
        translator.language,
        handle.w <= heads_px,
    )


def _places(room: Rect, columns: int, row_px: float) -> Iterator[Rect]:
    """Yield the places of cells, row by row."""
    width = room.w / columns
    for number in range(columns * max(round(room.h / row_px), 1)):
        row, column = divmod(number, columns)
        yield Rect(room.x + column * width, room.y + row * row_px, width, row_px)


def _cell(
    head: EventHead, rect: Rect, showing: Showing, surface: Surface, translator: Translator
) -> TrayCell:
    """Return an event's cell; the date goes first where there is no room for both."""
    measurer = surface.measurer
    room_px = rect.w - 3 * PAD_PX - 2 * DOT_PX * surface.text_scale
    title = head.short
    date = short_date(head.date, translator) if head.date is not None else ""
    title_px = measurer.width_px(title.text, "label", title.language)
    date_px = measurer.width_px(f"  {date}", "label-date", translator.language) if date else 0.0
    if title_px + date_px > room_px:
        date = ""
    lane = head.lanes[0] if head.lanes else -1
    colour = showing.lanes[lane].colour if lane >= 0 else ""
    words = fitting(title.text, title.language, "label", room_px, measurer)
    return TrayCell(head.ordinal, rect, words, title.language, date, colour, lane)


def _preview(showing: Showing, room_px: float, measurer: TextMeasurer, language: str) -> str:
    """Return the first titles in one line, as many as may be seen of it."""
    told = ""
    for ordinal in showing.undated_ordinals[:MOST_PREVIEWED]:
        told = f"{told}{SEPARATOR}{showing.label(ordinal).text}" if told else showing.label(ordinal).text
        if measurer.width_px(told, "label-date", language) > room_px:
            break
    return fitting(told, language, "label-date", room_px, measurer) if room_px > CELL_PX / 2 else ""
