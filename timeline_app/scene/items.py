# SPDX-License-Identifier: MIT
"""The display list: what painter, hit-test, tooltips, export, accessibility and goldens all read.

An item is a rectangle with a paint layer and a style *role*, never a colour. Its identity is its
target (event, lane, part): an event in several lanes, ghost marks and one-of marks keep apart.
All rectangles are in surface pixels (device-independent), y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from timeline_app.base.geometry import Point, Rect, Size

made: Final = tuple.__new__
"""`made(Item, (kind, role, …))` is an item from all of its fields in their order: its own constructor takes three
times as long, and a frame makes thousands of small tuples."""

FloatColumn = npt.NDArray[np.float64]
IntColumn = npt.NDArray[np.int64]


class Kind(StrEnum):
    """What a painter has to draw."""

    BAND = "band"
    """A filled rectangle: lane ground, era, density cell, window of the overview."""
    LINE = "line"
    """A hairline: grid, separator; the rectangle is thin in one direction."""
    BAR = "bar"
    """A span of time; `detail` is a `BarShape`."""
    DOT = "dot"
    """A mark for a moment; `detail` is a `DotShape`."""
    TICK = "tick"
    """A tick of the axis or of a density strip."""
    LABEL = "label"
    """Text; `detail` is a `TextStyle`."""
    STRIP = "strip"
    """All marks and cells of a lane's strip at once; `detail` is a `StripShape`."""
    CARD = "card"
    """The raised ground under a selected event."""
    ARC = "arc"
    """A link; `detail` is an `ArcShape`."""
    BADGE = "badge"
    """A count of what is folded here; `detail` is a `FoldedShape`."""
    BREAK = "break"
    """A tear where time is left out; `detail` is a `BreakShape`."""
    ICON = "icon"
    """One of the interface's own icons; the text names it."""
    RING = "ring"
    """An outline that shows focus, hover or a box being drawn."""
    SEAL = "seal"
    """How an event is evidenced; `detail` is a `SealShape`."""
    SIGN = "sign"
    """What else is told beside a mark; the text names it in words, `detail` is a `SignShape`."""
    HATCH = "hatch"
    """A stretch of a lane without evidence, or with little; `detail` is a `HatchShape`."""


class Layer(IntEnum):
    """Paint order, low first."""

    GROUND = 0
    BAND = 1
    GRID = 2
    STRIP = 3
    BAR = 4
    ARC = 5
    MARK = 6
    LABEL = 7
    CARD = 8
    RAISED = 9
    HEAD = 10
    AXIS = 11
    OVERLAY = 12


class Emphasis(IntFlag):
    """How an item stands out against the others."""

    NONE = 0
    DIMMED = 1
    HOVERED = 2
    CONNECTED = 4
    SELECTED = 8


class TargetKind(StrEnum):
    """What an item stands for."""

    EVENT = "event"
    LANE = "lane"
    ERA = "era"
    FOLDED = "folded"
    UNDATED = "undated"
    """An event in the tray."""
    TRAY = "tray"
    """The tray itself; the part tells the handle that opens it from the ground and the way to the rest."""
    BREAK = "break"
    """Where quiet time is folded; `index` is the number of the gap."""
    LANES = "lanes"
    """Beside the lanes: the part tells of those above and below the window and of hidden ones."""
    SILENCE = "silence"
    """A stretch of a lane without evidence, or with few entries; `index` is its number among the lane's."""
    GHOST = "ghost"
    """Another date that an account gives an event; `index` is the event, the part the ghost's number."""
    LINK = "link"
    """A pointer at the window's edge to events that are linked with one in it; `index` is the nearest of them, the
    part tells the side."""
    CURSOR = "cursor"
    """The moment up to which is shown what was known."""
    OVERVIEW = "overview"
    OVERVIEW_WINDOW = "overview-window"


class Target(NamedTuple):
    """The identity of what an item shows.

    `index` is the ordinal of the event, dated or not, the lane's or era's index, or for folded events the number of their
    cell; `lane` is the lane in which it is drawn (-1 where that means nothing); `part` tells several items
    of one thing apart, and says of folded events how many they are.
    """

    kind: TargetKind
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks a target for
    lane: int = -1
    part: str = ""


class EndStyle(IntEnum):
    """How one end of a bar is drawn."""

    SOLID = 0
    """A known day: a solid edge."""
    FADE = 1
    """Known only to a month or year, or approximate: fades over the doubtful stretch."""
    OPEN = 2
    """Goes on: an arrow."""
    UNKNOWN = 3
    """Nobody knows: fades out with a question mark."""
    CROSSED = 4
    """A known day that the event's own label passes over: a solid edge that leaves the words free."""


class Cover(IntEnum):
    """What lies over an event's mark, whatever its date."""

    PLAIN = 0
    HATCHED = 1
    """Nobody knows when it became public: hatched."""
    OUTLINED = 2
    """Nothing is left that it rests on: a dotted outline."""


class BarShape(NamedTuple):
    """A bar within its rectangle.

    `core_x` and `core_right` bound the full part in surface pixels; the rest is gradient. `hollow` means
    uncertain (`?`): dashed outline, no body. `thin` is the folded form in a strip. `pale` gives a body of
    half the strength and no rule below: a stretch at some time in which one thing happened, or, hollow
    as well, a date both uncertain and approximate.
    """

    core_x: float
    core_right: float
    left: EndStyle = EndStyle.SOLID
    right: EndStyle = EndStyle.SOLID
    hollow: bool = False
    thin: bool = False
    pale: bool = False
    cover: Cover = Cover.PLAIN


class DotShape(NamedTuple):
    """A moment: `radius_px`, hollow when uncertain, `halo` px of doubt to either side.

    `soft` means approximate: no clear edge. `twin` stands for a set of dates that fall together. An end
    that is `OPEN` or `UNKNOWN` has its sign on that side; all other ends show nothing.
    """

    radius_px: float
    hollow: bool = False
    halo_left_px: float = 0.0
    halo_right_px: float = 0.0
    soft: bool = False
    twin: bool = False
    left: EndStyle = EndStyle.SOLID
    right: EndStyle = EndStyle.SOLID
    cover: Cover = Cover.PLAIN


class SealFill(StrEnum):
    """What was concluded about an event, as it fills a seal; no two are alike in grey."""

    SETTLED = "settled"
    """A full square: nobody questions it, or the accounts were weighed and one was accepted."""
    ESTIMATES = "estimates"
    """Four points."""
    OPEN = "open"
    """Nothing."""
    DISPUTED = "disputed"
    """Two upright bars."""
    NO_VERDICT = "no-verdict"
    """A dash."""
    REFUTED = "refuted"
    """A cross."""
    UNDECIDABLE = "undecidable"
    """One point."""


class SealShape(NamedTuple):
    """A square seal: as many sides as there are independent lines of evidence, filled as was concluded.

    Without a line its outline is dotted, with one it has a foot, with two foot and head, from three on all sides.
    """

    lines: int
    fill: SealFill


class Sign(StrEnum):
    """What a lens tells of an event in a sign beside its mark."""

    POSSIBLE = "possible"
    """A lozenge: perhaps known by the cursor; the date is in doubt."""
    PART = "part"
    """A half disc: known in part."""
    RUMOUR = "rumour"
    """A speech bubble: known as a rumour."""
    DENIED = "denied"
    """A ring struck through: told, and denied."""
    LOSS = "loss"
    """A wedge: it has lost one of several lines of evidence."""


class SignShape(NamedTuple):
    """Which sign stands here."""

    sign: Sign


class HatchShape(NamedTuple):
    """A hatched stretch, or a dotted line where there are merely few entries.

    `start_x` is where the stretch begins, also out of the window: strokes keep their places on it.
    """

    start_x: float
    is_dotted: bool


class LinkLine(StrEnum):
    """How the line of a link is drawn: each kind of link has its own."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    DASH_DOT = "dash-dot"
    FINE = "fine"
    """Short dashes."""
    DOUBLE = "double"


class LinkHead(StrEnum):
    """How a link ends: filled where a source tells of it, hollow where it is our own judgement."""

    NONE = "none"
    ARROW = "arrow"
    BARB = "barb"
    """An arrow with a notch."""
    DIAMOND = "diamond"
    BAR = "bar"
    """A block across the line."""
    DISC = "disc"
    SQUARE = "square"


class ArcShape(NamedTuple):
    """A link: a line by its corners, which are drawn round, and what stands at either end of it."""

    corners: tuple[Point, ...]
    line: LinkLine = LinkLine.SOLID
    start: LinkHead = LinkHead.NONE
    end: LinkHead = LinkHead.ARROW
    is_hollow: bool = False


class BreakShape(NamedTuple):
    """A tear from top to bottom: both edges zigzag by `tooth_px` into the rectangle, all teeth in step."""

    tooth_px: float


@dataclass(frozen=True, slots=True, eq=False)
class StripShape:
    """The marks of a lane's strip as columns, so that a frame's cost does not grow with them.

    Each mark stands for the folded events that begin in one cell of time; places are counted from the
    item's rectangle. `ordinals` tells which event it is where there is only one, else -1, and `lane` whose
    strip it is. The upper `doubts_px` of a cell are the share of doubtful dates: no more than a line.
    `lines` are the stretches in which something folded lasts: left and right, and in `line_cells` the first
    cell of each and how many last there at the most.
    """

    lane: int
    lefts: FloatColumn
    widths: FloatColumn
    tops: FloatColumn
    heights: FloatColumn
    doubts_px: FloatColumn
    cells: IntColumn
    counts: IntColumn
    ordinals: IntColumn
    lines: FloatColumn
    line_cells: IntColumn
    line_px: float

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, StripShape):
            return NotImplemented
        return (self.lane, self.line_px) == (other.lane, other.line_px) and all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in STRIP_COLUMNS
        )

    def __hash__(self) -> int:
        return hash((self.lane, self.cells.tobytes()))


STRIP_COLUMNS: Final = (
    "lefts", "widths", "tops", "heights", "doubts_px", "cells", "counts", "ordinals", "lines", "line_cells",
)  # fmt: skip


class FoldedShape(NamedTuple):
    """Of what a badge counts: the stretch `[first_s, last_s)` of axis seconds, and how many are folded in it."""

    first_s: int
    last_s: int
    event_count: int


class TextStyle(NamedTuple):
    """How a label is set: font role, language for the family order, alignment.

    `align` is -1 left, 0 centre, 1 right within the rectangle.
    """

    font: str
    language: str = ""
    align: int = -1
    opacity: float = 1.0


Detail = (
    BarShape
    | DotShape
    | ArcShape
    | BreakShape
    | StripShape
    | FoldedShape
    | SealShape
    | SignShape
    | HatchShape
    | TextStyle
    | None
)


class Item(NamedTuple):
    """One thing to draw. `colour` is a lane's colour name ("plum" …) or "" for the role's own."""

    kind: Kind
    role: str
    layer: Layer
    rect: Rect
    target: Target | None = None
    text: str = ""
    colour: str = ""
    emphasis: Emphasis = Emphasis.NONE
    detail: Detail = None


class LaneHead(NamedTuple):
    """A lane's name as it can be pointed at; `control` is the part that collapses and opens the lane."""

    lane: int
    rect: Rect
    control: Rect


class LaneNote(NamedTuple):
    """A quiet word on lanes out of sight: `above` or `below` the window, or `hidden`.

    Where there is no room for words a sign says it alone.
    """

    part: str
    rect: Rect
    text: str
    shows_text: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A finished picture: items in paint order, and what is not drawn one by one.

    `hidden_count` is the number of events in view that have neither label nor bar of their own. The
    rectangles of lanes, axis and heads are what the painter clips to; what stands in lanes other than the
    `pinned` ones is only seen from `pinned_px` below the lanes' upper edge on.
    """

    size: Size
    items: tuple[Item, ...]
    lanes_rect: Rect
    axis_rect: Rect
    heads_rect: Rect
    hidden_count: int = 0
    content_height_px: float = 0.0
    lane_heads: tuple[LaneHead, ...] = ()
    lane_notes: tuple[LaneNote, ...] = ()
    pinned: frozenset[int] = frozenset()
    pinned_px: float = 0.0

    @property
    def scrolled_rect(self) -> Rect:
        """Where the lanes that scroll are seen."""
        lanes, pinned_px = self.lanes_rect, self.pinned_px
        return lanes._replace(y=lanes.y + pinned_px, h=max(lanes.h - pinned_px, 0.0))

    def shows(self, lane: int, y: float) -> bool:
        """Tell whether what stands in a lane is seen at a height, and not covered by a lane that stays."""
        return not self.pinned_px or lane in self.pinned or y >= self.lanes_rect.y + self.pinned_px
