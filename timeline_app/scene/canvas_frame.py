# SPDX-License-Identifier: MIT
"""How the canvas is divided: axis, rows of further calendars, era band, lane heads and the lanes themselves."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.geometry import Rect
from timeline_app.scene.surface import Surface

MAX_SMALL_SHARE = 0.3
AXIS_AIR_PX = 11.0
ERA_AIR_PX = 12.0
CALENDAR_AIR_PX = 7.0
HEAD_AIR_PX = 6.0


@dataclass(frozen=True, slots=True)
class CanvasFrame:
    """The parts of the canvas in surface pixels.

    `calendars` are the rows of calendars whose years begin on other days than ours, `has_minor_row` tells
    whether the finer ticks have room for their names; `head_line_px` is more than 0 when the lanes' names
    stand in the lanes. `tray` lies below all, as high as what it holds; 0 without that.
    """

    axis: Rect
    calendars: tuple[Rect, ...]
    eras: Rect
    heads: Rect
    lanes: Rect
    tray: Rect
    has_minor_row: bool
    head_line_px: float


def frame_canvas(
    surface: Surface, heads_px: float, *, has_eras: bool, calendar_rows: int = 0, tray_px: float = 0.0
) -> CanvasFrame:
    """Divide the canvas.

    Where axis, calendars and eras would take more than three tenths of its height, the lower calendar goes
    first, then the eras, the other calendar, and at last the names of the finer ticks.
    """
    measurer = surface.measurer
    width = surface.size.w
    height = surface.size.h - tray_px
    major_px, minor_px = measurer.line_px("axis-major"), measurer.line_px("axis-minor")
    most_px = height * MAX_SMALL_SHARE
    axis_h = major_px + minor_px + AXIS_AIR_PX
    eras_h = measurer.line_px("era") + ERA_AIR_PX if has_eras else 0.0
    row_h = measurer.line_px("axis-second") + CALENDAR_AIR_PX
    rows = calendar_rows
    if rows > 1 and axis_h + rows * row_h + eras_h > most_px:
        rows = 1
    if axis_h + rows * row_h + eras_h > most_px:
        eras_h = 0.0
    if axis_h + rows * row_h > most_px:
        rows = 0
    has_minor_row = axis_h <= most_px
    if not has_minor_row:
        axis_h = major_px + AXIS_AIR_PX
    eras_y = axis_h + rows * row_h
    top = eras_y + eras_h
    left = 0.0 if surface.mirrored else heads_px
    lanes_w = max(width - heads_px, 1.0)
    heads_x = width - heads_px if surface.mirrored else 0.0
    return CanvasFrame(
        axis=Rect(left, 0.0, lanes_w, axis_h),
        calendars=tuple(Rect(left, axis_h + row * row_h, lanes_w, row_h) for row in range(rows)),
        eras=Rect(left, eras_y, lanes_w, eras_h),
        heads=Rect(heads_x, top, heads_px, max(height - top, 1.0)),
        lanes=Rect(left, top, lanes_w, max(height - top, 1.0)),
        tray=Rect(0.0, height, width, tray_px),
        has_minor_row=has_minor_row,
        head_line_px=0.0 if heads_px else measurer.line_px("lane-head") + HEAD_AIR_PX,
    )
