# SPDX-License-Identifier: MIT
"""Texts of the board in rectangles: measured through a protocol, stacked, and cut where there is no room for all."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

from timeline_app.base.geometry import Rect
from timeline_app.model.views import FigureView
from timeline_app.scene.board import FLEXIBLE, BoardText

KEPT_SHARE: Final = 0.6
"""A text ends where a passage does unless that would leave less of what there is room for."""


class BoardType(Protocol):
    """Measures the texts of a board as they will be set."""

    def height_px(self, text: BoardText, width_px: float) -> float:
        """Return the height of a paragraph broken for a width."""
        ...

    def line_px(self, text: BoardText) -> float:
        """Return the height of one line of a paragraph."""
        ...

    def width_px(self, text: BoardText) -> float:
        """Return the width of a text on one line."""
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


def stacked(texts: tuple[BoardText, ...], room: Rect, kind: BoardType) -> tuple[PlacedText, ...]:
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
