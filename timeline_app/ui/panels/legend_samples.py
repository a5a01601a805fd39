# SPDX-License-Identifier: MIT
"""Small scenes for the legend: each shows one way in which the canvas draws doubt or evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.items import (
    ArcShape,
    BarShape,
    DotShape,
    Emphasis,
    EndStyle,
    Item,
    Kind,
    Layer,
    Scene,
    TextStyle,
)

_NOWHERE: Final = Rect(0.0, 0.0, 0.0, 0.0)
_BAR_SHARE: Final = 0.62
_EDGE_PX: Final = 10.0

Drawing = Callable[[Size], list[Item]]


class Sample(NamedTuple):
    """A sample: the message that explains it, and its drawing at a size."""

    key: str
    draw: Drawing


def sample_scene(draw: Drawing, size: Size, colour: str) -> Scene:
    """Return the scene of a sample on the ground of its lane."""
    ground = Item(Kind.BAND, "lane-ground", Layer.GROUND, Rect(0.0, 0.0, *size), None, "", colour)
    items = [ground, *(item._replace(colour=item.colour or colour) for item in draw(size))]
    return Scene(size, tuple(sorted(items, key=lambda item: item.layer)), _NOWHERE, _NOWHERE, _NOWHERE)


def _dots(*shapes: tuple[float, DotShape]) -> Drawing:
    """Draw dots at shares of the width."""

    def draw(size: Size) -> list[Item]:
        return [_dot(size.w * share, size.h / 2, shape) for share, shape in shapes]

    return draw


def _dot(x: float, y: float, shape: DotShape) -> Item:
    radius = shape.radius_px
    rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    return Item(Kind.DOT, "event-dot", Layer.MARK, rect, detail=shape)


def _bar(
    left: EndStyle, right: EndStyle, core: tuple[float, float] = (0.0, 1.0), *, hollow: bool = False
) -> Drawing:
    """Draw a bar; `core` is the certain part as shares of its width."""

    def draw(size: Size) -> list[Item]:
        height = size.h * _BAR_SHARE
        rect = Rect(_EDGE_PX, (size.h - height) / 2, size.w - 2 * _EDGE_PX, height)
        shape = BarShape(rect.x + rect.w * core[0], rect.x + rect.w * core[1], left, right, hollow)
        return [Item(Kind.BAR, "event-bar", Layer.BAR, rect, detail=shape)]

    return draw


def _choice(size: Size) -> list[Item]:
    """Draw one event that happened on one of two days."""
    first, last, y = size.w * 0.36, size.w * 0.64, size.h / 2
    line = Item(Kind.LINE, "link-judgement", Layer.BAR, Rect(first, y - 0.5, last - first, 1.0))
    hollow = DotShape(5.0, hollow=True)
    return [line, _dot(first, y, hollow), _dot(last, y, hollow)]


def _arc(*, dashed: bool) -> Drawing:
    def draw(size: Size) -> list[Item]:
        left, right = size.w * 0.16, size.w * 0.84
        low, high = size.h * 0.72, size.h * 0.24
        shape = ArcShape(left, low, size.w * 0.4, low, size.w * 0.6, high, right, high, dashed)
        role = "link-judgement" if dashed else "link"
        arc = Item(Kind.ARC, role, Layer.ARC, Rect(0.0, 0.0, *size), detail=shape)
        return [arc, _dot(left, low, DotShape(4.0)), _dot(right, high, DotShape(4.0))]

    return draw


def _strip(size: Size) -> list[Item]:
    """Draw events that have no name at this zoom."""
    top, height = size.h * 0.58, size.h * 0.3
    ground = Item(Kind.BAND, "strip-ground", Layer.STRIP, Rect(_EDGE_PX, top, size.w - 2 * _EDGE_PX, height))
    shares = (0.14, 0.2, 0.34, 0.37, 0.52, 0.71, 0.86)
    marks = [
        Item(Kind.TICK, "strip-mark", Layer.STRIP, Rect(size.w * share, top + 2, 3.0, height - 4))
        for share in shares
    ]
    return [ground, *marks]


def importance_drawing(names: Sequence[str]) -> Drawing:
    """Return the drawing of two names, a more important one above a less important one."""

    def draw(size: Size) -> list[Item]:
        items: list[Item] = []
        rows = ((0.27, 6.0, "label-strong"), (0.73, 4.0, "label"))
        for name, (share, radius, font) in zip(names, rows, strict=True):
            y = size.h * share
            items.append(_dot(_EDGE_PX + 6.0, y, DotShape(radius)))
            rect = Rect(_EDGE_PX + 20.0, y - size.h / 4, size.w - _EDGE_PX - 20.0, size.h / 2)
            style = TextStyle(font, "en")
            items.append(
                Item(Kind.LABEL, "event-label", Layer.LABEL, rect, None, name, "", Emphasis.NONE, style)
            )
        return items

    return draw


DATE_SAMPLES: Final = (
    Sample("panel.legend.exact-day", _dots((0.5, DotShape(6.0)))),
    Sample("panel.legend.known-days", _bar(EndStyle.SOLID, EndStyle.SOLID)),
    Sample("panel.legend.faded", _bar(EndStyle.FADE, EndStyle.FADE, (0.38, 0.62))),
    Sample(
        "panel.legend.halo", _dots((0.5, DotShape(6.0, hollow=False, halo_left_px=26.0, halo_right_px=26.0)))
    ),
    Sample("panel.legend.uncertain", _bar(EndStyle.SOLID, EndStyle.SOLID, hollow=True)),
    Sample("panel.legend.one-of", _choice),
    Sample("panel.legend.open-end", _bar(EndStyle.SOLID, EndStyle.OPEN)),
    Sample("panel.legend.unknown-end", _bar(EndStyle.SOLID, EndStyle.UNKNOWN, (0.0, 0.3))),
)
LINK_SAMPLES: Final = (
    Sample("panel.legend.link", _arc(dashed=False)),
    Sample("panel.legend.judgement", _arc(dashed=True)),
)
ORDER_SAMPLES: Final = (Sample("panel.legend.strip", _strip),)
