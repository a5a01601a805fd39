# SPDX-License-Identifier: MIT
"""How the canvas is divided: axis, era band, lane heads and the lanes themselves."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.geometry import Rect
from timeline_app.scene.surface import Surface

MAX_SMALL_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class CanvasFrame:
    """The parts of the canvas in surface pixels. `head_line_px` > 0 when names stand in the lanes."""

    axis: Rect
    eras: Rect
    heads: Rect
    lanes: Rect
    head_line_px: float


def frame_canvas(surface: Surface, heads_px: float, *, has_eras: bool) -> CanvasFrame:
    """Divide the canvas. Axis and eras never take more than three tenths of its height."""
    measurer = surface.measurer
    width, height = surface.size
    major_px = measurer.line_px("axis-major")
    minor_px = measurer.line_px("axis-minor")
    axis_h = major_px + minor_px + 10.0
    eras_h = measurer.line_px("era") + 12.0 if has_eras else 0.0
    if axis_h + eras_h > height * MAX_SMALL_SHARE:
        eras_h = 0.0
    top = axis_h + eras_h
    left = 0.0 if surface.mirrored else heads_px
    lanes_w = max(width - heads_px, 1.0)
    heads_x = width - heads_px if surface.mirrored else 0.0
    return CanvasFrame(
        axis=Rect(left, 0.0, lanes_w, axis_h),
        eras=Rect(left, axis_h, lanes_w, eras_h),
        heads=Rect(heads_x, top, heads_px, max(height - top, 1.0)),
        lanes=Rect(left, top, lanes_w, max(height - top, 1.0)),
        head_line_px=0.0 if heads_px else measurer.line_px("lane-head") + 6.0,
    )
