# SPDX-License-Identifier: MIT
"""`arrange`: the layout of the window as a pure function of size, text scale and direction.

Text scale scales the layout too: at 300 % a laptop screen has the room of a phone, and is laid out
like one (panel as a sheet, lane names above their lanes).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.base.geometry import Rect, Size

HEADER_PX = 64.0
HEADS_SHARE = 0.2
MOST_HEADS_SHARE = 0.28
LOW_SHAPE = 1.6
"""A canvas so many times as wide as high is low."""
OVERVIEW_PX = 88.0
OVERVIEW_FROM_PX = 300.0
PANEL_MIN_PX = 420.0
PANEL_MAX_PX = 560.0
CANVAS_MIN_PX = 560.0
HEADS_PX = 168.0
LONG_WORD_PX = 98.0
AROUND_WORD_PX = 22.0
"""A column narrower than a long word and what stands around it would cut names; words grow with the text in full."""
GRIP_PX = 24.0
"""Its middle is the edge between timeline and panel; a hand has to meet it (WCAG 2.5.8)."""
HANDLE_PX = 30.0
MOST_BAR_SHARE = 0.34
"""The bar under the header may take so much of the window, however large the text is."""
LEAST_CANVAS_SHARE = 2.5
"""A canvas lower than so many overviews gets the overview's room: the story comes first."""
LEAST_CANVAS_PART = 0.24
"""So does one that has less than this part of the window."""


class PanelPlace(StrEnum):
    """Where the detail panel stands."""

    BESIDE = "beside"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rectangles of the window's parts, in window pixels.

    `bar` is the strip under the header that tells what the reader has taken out of sight, of no height while
    there is none. `heads_px` is the width of the column of lane names; 0 puts the names inside the lanes. `grip` is
    what the reader drags: the panel's edge, or the sheet's handle, which stays when the sheet is folded.
    """

    header: Rect
    bar: Rect
    canvas: Rect
    overview: Rect
    panel: Rect
    grip: Rect
    panel_place: PanelPlace
    heads_px: float
    mirrored: bool


def arrange(
    size: Size,
    text_scale: float = 1.0,
    *,
    mirrored: bool = False,
    panel_px: float | None = None,
    panel_open: bool = True,
    panel_wide: bool = False,
    bar_px: float = 0.0,
) -> Arrangement:
    """Lay out a window.

    `panel_px` is the width that the reader has dragged the panel to, None for the usual one; `panel_wide` gives
    an open panel all the room, over canvas and overview, which keep their places: nothing is laid out anew
    behind it. `bar_px` is the height that the bar asks for. Sizes grow with the text, but no part ever takes
    more than its share of a small window.
    """
    header_h = min(HEADER_PX * _softened(text_scale), size.h * 0.16)
    overview_h = _overview_height(size, text_scale)
    bar = Rect(0.0, header_h, size.w, min(bar_px, size.h * MOST_BAR_SHARE))
    body = Rect(0.0, bar.bottom, size.w, max(size.h - bar.bottom, 1.0))
    wanted = panel_px if panel_px is not None else size.w * 0.26
    panel_w = min(max(wanted, PANEL_MIN_PX * _softened(text_scale)), PANEL_MAX_PX * _softened(text_scale))
    # A portrait window has its room below: the panel comes from there.
    beside = size.w >= size.h and size.w - panel_w >= CANVAS_MIN_PX * _softened(text_scale)
    if beside:
        panel, rest = _beside(body, panel_w if panel_open else 0.0, mirrored=mirrored)
        edge_x = panel.right if mirrored else panel.x
        grip = Rect(edge_x - GRIP_PX / 2, panel.y, GRIP_PX if panel_open else 0.0, panel.h)
    else:
        panel, rest = _sheet(body, panel_open=panel_open)
        handle_h = min(HANDLE_PX * _softened(text_scale), body.h * 0.12)
        rest = rest._replace(h=rest.h - (0.0 if panel_open else handle_h))
        grip = Rect(body.x, rest.bottom, body.w, handle_h)
        panel = Rect(panel.x, grip.bottom, panel.w, max(body.bottom - grip.bottom, 0.0))
    if panel_wide and panel_open:
        panel, grip = body, Rect(body.x, body.y, 0.0, 0.0)
    if rest.h - overview_h < max(LEAST_CANVAS_SHARE * overview_h, LEAST_CANVAS_PART * size.h):
        overview_h = 0.0
    canvas = Rect(rest.x, rest.y, rest.w, max(rest.h - overview_h, 1.0))
    return Arrangement(
        header=Rect(0.0, 0.0, size.w, header_h),
        bar=bar,
        canvas=canvas,
        overview=Rect(rest.x, canvas.bottom, rest.w, overview_h),
        panel=panel,
        grip=grip,
        panel_place=PanelPlace.BESIDE if beside else PanelPlace.SHEET,
        heads_px=_heads_width(canvas, text_scale),
        mirrored=mirrored,
    )


def _softened(text_scale: float) -> float:
    """Furniture grows with the text, but more slowly: the story keeps the room."""
    return 1.0 + (text_scale - 1.0) * 0.6


def _overview_height(size: Size, text_scale: float) -> float:
    """The overview goes first where the window has room for a few lines of text only."""
    if size.h < OVERVIEW_FROM_PX * text_scale:
        return 0.0
    return min(OVERVIEW_PX * _softened(text_scale), size.h * 0.14)


def _beside(body: Rect, panel_w: float, *, mirrored: bool) -> tuple[Rect, Rect]:
    rest_w = body.w - panel_w
    if mirrored:
        return Rect(body.x, body.y, panel_w, body.h), Rect(body.x + panel_w, body.y, rest_w, body.h)
    return Rect(body.x + rest_w, body.y, panel_w, body.h), Rect(body.x, body.y, rest_w, body.h)


def _sheet(body: Rect, *, panel_open: bool) -> tuple[Rect, Rect]:
    sheet_h = body.h * (0.5 if body.h > body.w else 0.46) if panel_open else 0.0
    rest_h = body.h - sheet_h
    return Rect(body.x, body.y + rest_h, body.w, sheet_h), Rect(body.x, body.y, body.w, rest_h)


def _heads_width(canvas: Rect, text_scale: float) -> float:
    """The column of names takes a fifth of the canvas; where that cuts words, names go into the lanes.

    In a low canvas a line more for every lane costs too much: there the column may be wider.
    """
    allowed, least = canvas.w * HEADS_SHARE, AROUND_WORD_PX + LONG_WORD_PX * text_scale
    if allowed < least:
        is_low = canvas.w > LOW_SHAPE * canvas.h
        return least if is_low and least <= canvas.w * MOST_HEADS_SHARE else 0.0
    return min(HEADS_PX * _softened(text_scale), allowed)
