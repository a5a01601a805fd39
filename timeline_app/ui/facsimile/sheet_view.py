# SPDX-License-Identifier: MIT
"""Which part of a page is seen, how large and how turned: pure geometry, in pixels of window and page."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from timeline_app.base.geometry import Point, Rect, Size

MOST_ENLARGED: Final = 8.0
"""So many screen pixels to one of the page: beyond, there are only squares."""
MOST_FITTED: Final = 2.0
"""A small picture or region is not blown up beyond this to fill the window."""
QUARTERS: Final = 4
REGION_SHARE: Final = 0.8
"""How much of the window a region takes that is shown on purpose."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A page in a window. `turns` are quarter turns clockwise, `scale` is window pixels to one of the page.

    `centre` is the point of the page, unturned, that stands in the window's middle.
    """

    page: Size
    window: Size
    scale: float
    centre: Point
    turns: int = 0

    @classmethod
    def fitted(cls, page: Size, window: Size, turns: int = 0) -> SheetView:
        """Return the view of a whole page."""
        return cls(page, window, _fit_scale(page, window, turns), Point(page.w / 2, page.h / 2), turns)

    # -- what it shows ------------------------------------------------------------------------------

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole page is seen."""
        return _fit_scale(self.page, self.window, self.turns)

    @property
    def is_fitted(self) -> bool:
        """Whether the whole page is seen."""
        return self.scale <= self.fit_scale * 1.0001

    @property
    def most_scale(self) -> float:
        """The largest scale."""
        return max(MOST_ENLARGED, self.fit_scale)

    @property
    def part(self) -> Rect:
        """The part of the page that is seen, unturned; beyond the page's edges there is nothing."""
        window = _turned_size(self.window, self.turns)
        width, height = window.w / self.scale, window.h / self.scale
        left, top = max(self.centre.x - width / 2, 0.0), max(self.centre.y - height / 2, 0.0)
        right = min(self.centre.x + width / 2, self.page.w)
        bottom = min(self.centre.y + height / 2, self.page.h)
        return Rect(left, top, max(right - left, 0.0), max(bottom - top, 0.0))

    def in_window(self, at: Point) -> Point:
        """Return where a point of the page stands in the window."""
        offset = _turned(Point(at.x - self.centre.x, at.y - self.centre.y), self.turns)
        return Point(
            self.window.w / 2 + offset.x * self.scale,
            self.window.h / 2 + offset.y * self.scale,
        )

    def on_page(self, at: Point) -> Point:
        """Return which point of the page stands under a point of the window."""
        offset = Point((at.x - self.window.w / 2) / self.scale, (at.y - self.window.h / 2) / self.scale)
        turned = _turned(offset, -self.turns)
        return Point(self.centre.x + turned.x, self.centre.y + turned.y)

    def rect_in_window(self, part: Rect) -> Rect:
        """Return where a part of the page stands in the window, on whole pixels, so that neighbours meet."""
        first = self.in_window(Point(part.x, part.y))
        last = self.in_window(Point(part.right, part.bottom))
        left, right = sorted((round(first.x), round(last.x)))
        top, bottom = sorted((round(first.y), round(last.y)))
        return Rect(left, top, right - left, bottom - top)

    # -- where it goes ------------------------------------------------------------------------------

    def zoomed(self, factor: float, at: Point | None = None) -> SheetView:
        """Return the view so many times larger, with what stands under a point of the window kept there."""
        at = at or Point(self.window.w / 2, self.window.h / 2)
        held = self.on_page(at)
        scale = min(max(self.scale * factor, self.fit_scale), self.most_scale)
        grown = replace(self, scale=scale)
        under = grown.on_page(at)
        centre = Point(grown.centre.x + held.x - under.x, grown.centre.y + held.y - under.y)
        return replace(grown, centre=centre).kept_in()

    def panned(self, dx_px: float, dy_px: float) -> SheetView:
        """Return the view with the page moved by so many pixels of the window."""
        moved = _turned(Point(dx_px / self.scale, dy_px / self.scale), -self.turns)
        return replace(self, centre=Point(self.centre.x - moved.x, self.centre.y - moved.y)).kept_in()

    def turned(self, by: int) -> SheetView:
        """Return the view turned by quarters, clockwise; a whole page stays whole."""
        turns = (self.turns + by) % QUARTERS
        if self.is_fitted:
            return SheetView.fitted(self.page, self.window, turns)
        return replace(self, turns=turns).kept_in()

    def resized(self, window: Size) -> SheetView:
        """Return the view in a window of another size; a whole page stays whole."""
        if self.is_fitted:
            return SheetView.fitted(self.page, window, self.turns)
        return replace(self, window=window).kept_in()

    def whole(self) -> SheetView:
        """Return the view of the whole page."""
        return SheetView.fitted(self.page, self.window, self.turns)

    def showing(self, region: Rect) -> SheetView:
        """Return the view that shows a region as large as it may be, with some of what is around it."""
        window = _turned_size(self.window, self.turns)
        wished = REGION_SHARE * min(window.w / max(region.w, 1.0), window.h / max(region.h, 1.0))
        scale = min(max(wished, self.fit_scale), max(MOST_FITTED, self.fit_scale))
        return replace(self, scale=scale, centre=region.centre).kept_in()

    def kept_in(self) -> SheetView:
        """Return the view with its scale within bounds, and no window half empty beside a page that could fill it."""
        scale = min(max(self.scale, self.fit_scale), self.most_scale)
        window = _turned_size(self.window, self.turns)
        centre = Point(
            _held(self.centre.x, window.w / scale, self.page.w),
            _held(self.centre.y, window.h / scale, self.page.h),
        )
        return replace(self, scale=scale, centre=centre)


def between(first: SheetView, last: SheetView, progress: float) -> SheetView:
    """Return the view on the way from one to another: evenly in scale, straight for what is in the middle."""
    scale = first.scale * (last.scale / first.scale) ** progress
    if math.isclose(first.scale, last.scale):
        share = progress
    else:
        # What moves the middle by as many pixels a step as the scale at that step allows.
        share = (1 / first.scale - 1 / scale) / (1 / first.scale - 1 / last.scale)
    centre = Point(
        first.centre.x + (last.centre.x - first.centre.x) * share,
        first.centre.y + (last.centre.y - first.centre.y) * share,
    )
    return replace(last, scale=scale, centre=centre)


def region_on(page: Size, region: tuple[float, float, float, float]) -> Rect | None:
    """Return a region of a page in its pixels, None where it lies beside the page.

    Left, top, width and height are shares of the page; where any number is above 1, all are pixels.
    """
    x, y, w, h = region
    if max(region) <= 1.0:
        x, y, w, h = x * page.w, y * page.h, w * page.w, h * page.h
    left, top = max(x, 0.0), max(y, 0.0)
    right, bottom = min(x + w, page.w), min(y + h, page.h)
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None


def _fit_scale(page: Size, window: Size, turns: int) -> float:
    turned = _turned_size(window, turns)
    return max(min(turned.w / page.w, turned.h / page.h, MOST_FITTED), 1e-6)


def _turned_size(size: Size, turns: int) -> Size:
    return Size(size.h, size.w) if turns % 2 else size


def _turned(offset: Point, turns: int) -> Point:
    """Return an offset turned by quarters, clockwise."""
    for _ in range(turns % QUARTERS):
        offset = Point(-offset.y, offset.x)
    return offset


def _held(centre: float, seen: float, whole: float) -> float:
    """Return a centre such that what is seen lies within the whole, in its middle where all is seen."""
    return whole / 2 if seen >= whole else min(max(centre, seen / 2), whole - seen / 2)
