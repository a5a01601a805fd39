# SPDX-License-Identifier: MIT
"""Small scenes for the legend: dates drawn as the canvas draws them, links, and events without a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.model.records import LinkKind
from timeline_app.scene.build_strip import DOUBTFUL_SHARE
from timeline_app.scene.date_sample import DateSample, sample_items
from timeline_app.scene.folding import LEAST_CELL_PX
from timeline_app.scene.items import ArcShape, DotShape, Emphasis, Item, Kind, Layer, Scene, TextStyle
from timeline_app.scene.link_styles import LINK_STYLES
from timeline_app.scene.strip_marks import DOUBTFUL_CELL_PX

_NOWHERE: Final = Rect(0.0, 0.0, 0.0, 0.0)
_EDGE_PX: Final = 10.0
_COLOUR: Final = "indigo"
_POINT: Final = (0.499, 0.501)

Drawing = Callable[[Size, float], list[Item]]
"""Draws a sample at a size, for a text scale."""


class Sample(NamedTuple):
    """A sample: the message that explains it, its drawing, and the date that is drawn, if it is one."""

    key: str
    draw: Drawing
    edtf: str = ""


class Group(NamedTuple):
    """Samples of one kind under a heading."""

    key: str
    samples: tuple[Sample, ...]


def sample_scene(draw: Drawing, size: Size, unit: float) -> Scene:
    """Return the scene of a sample on the ground of its lane; `unit` is the text scale."""
    ground = Item(Kind.BAND, "lane-ground", Layer.GROUND, Rect(0.0, 0.0, *size), None, "", _COLOUR)
    items = [ground, *(item._replace(colour=item.colour or _COLOUR) for item in draw(size, unit))]
    return Scene(size, tuple(sorted(items, key=lambda item: item.layer)), _NOWHERE, _NOWHERE, _NOWHERE)


def _dated(key: str, edtf: str, start: float, end: float) -> Sample:
    """Return the sample of a date whose known bounds stand between two parts of the width."""
    draw = partial(_draw_date, DateSample(edtf, start, end))
    return Sample(f"panel.legend.date.{key}", draw, edtf)


def _afar(key: str, edtf: str) -> Sample:
    """Return the sample of a date seen from afar: a point in the middle."""
    draw = partial(_draw_date, DateSample(edtf, *_POINT, from_afar=True))
    return Sample(f"panel.legend.date.afar-{key}", draw, edtf)


def _draw_date(sample: DateSample, size: Size, unit: float) -> list[Item]:
    return sample_items(sample, size, unit, _COLOUR)


def dot(x: float, y: float, shape: DotShape) -> Item:
    """Return a dot about a point."""
    radius = shape.radius_px
    rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    return Item(Kind.DOT, "event-dot", Layer.MARK, rect, detail=shape)


def _link(kind: LinkKind, size: Size, unit: float, *, is_judgement: bool = False) -> list[Item]:
    """Draw a link of a kind from one event to another."""
    radius, edge_px = 4.0 * unit, _EDGE_PX * unit + size.w * 0.06
    left, right, middle = edge_px, size.w - edge_px, size.h / 2
    gap_px = radius + 3.0 * unit
    style = LINK_STYLES[kind]
    corners = Point(left + gap_px, middle), Point(right - gap_px, middle)
    shape = ArcShape(corners, *style, is_judgement)
    role = "link-judgement" if is_judgement else "link"
    arc = Item(Kind.ARC, role, Layer.ARC, Rect(0.0, 0.0, *size), detail=shape)
    return [arc, dot(left, middle, DotShape(radius)), dot(right, middle, DotShape(radius))]


def _strip(size: Size, unit: float) -> list[Item]:
    """Draw events that have no name at this zoom, some of them with a doubtful date."""
    top, height = size.h * 0.4, size.h * 0.4
    edge_px = _EDGE_PX * unit
    items = [Item(Kind.BAND, "strip-ground", Layer.STRIP, Rect(edge_px, top, size.w - 2 * edge_px, height))]
    for number, share in enumerate((0.14, 0.2, 0.34, 0.37, 0.52, 0.71, 0.86)):
        high_px = (height - 4.0) * (DOUBTFUL_SHARE if number in _LOW_MARKS else 1.0)
        mark = Rect(size.w * share, top + height - 2.0 - high_px, 3.0 * unit, high_px)
        items.append(Item(Kind.TICK, "strip-mark", Layer.STRIP, mark))
    return items


_LOW_MARKS: Final = (1, 4, 5)
_COLUMNS: Final = ((2, 0.3), (3, 0.0), (5, 0.5), (8, 0.2), (9, 0.3), (7, 0.6), (6, 0.0), (3, 0.4), (2, 0.0))
"""Heights in tenths, and the share of doubtful dates."""


def _density(size: Size, unit: float) -> list[Item]:
    """Draw columns that count events, with the share of doubtful ones as their tips."""
    cell_px = LEAST_CELL_PX * unit
    start, foot = (size.w - cell_px * len(_COLUMNS)) / 2, size.h * 0.86
    items: list[Item] = []
    for number, (tenths, doubtful) in enumerate(_COLUMNS):
        x, high_px = start + number * cell_px, size.h * 0.075 * tenths
        tip_px = high_px * doubtful
        body = Rect(x, foot - high_px + tip_px, cell_px - unit, high_px - tip_px)
        tip = Rect(x + unit, foot - high_px, DOUBTFUL_CELL_PX * unit, tip_px)
        items.extend(Item(Kind.TICK, "density", Layer.STRIP, rect) for rect in (body, tip) if rect.h > 0.0)
    return items


def importance_drawing(names: Sequence[str]) -> Drawing:
    """Return the drawing of two names, a more important one above a less important one."""

    def draw(size: Size, unit: float) -> list[Item]:
        items: list[Item] = []
        rows = ((0.27, 6.0, "label-strong"), (0.73, 4.0, "label"))
        for name, (share, radius, font) in zip(names, rows, strict=True):
            y = size.h * share
            items.append(dot((_EDGE_PX + 6.0) * unit, y, DotShape(radius * unit)))
            left = (_EDGE_PX + 20.0) * unit
            rect = Rect(left, y - size.h / 4, size.w - left, size.h / 2)
            style = TextStyle(font, "en")
            items.append(
                Item(Kind.LABEL, "event-label", Layer.LABEL, rect, None, name, "", Emphasis.NONE, style)
            )
        return items

    return draw


DATE_GROUPS: Final = (
    Group(
        "panel.legend.group.known",
        (
            _dated("exact-day", "1959-12-14", *_POINT),
            _dated("known-days", "1959-08-13/1959-12-14", 0.1, 0.9),
            _dated("year", "1958", 0.2, 0.8),
            _dated("day-to-year", "1955-03-13/1957", 0.08, 0.92),
        ),
    ),
    Group(
        "panel.legend.group.doubt",
        (
            _dated("approximate", "1958~", 0.06, 0.94),
            _dated("approximate-ends", "1940~/1970~", 0.06, 0.94),
            _dated("uncertain", "1958?", 0.1, 0.9),
            _dated("both", "1958%", 0.06, 0.94),
        ),
    ),
    Group(
        "panel.legend.group.ends",
        (
            _dated("open-end", "1959-12-14/..", 0.1, 0.11),
            _dated("open-beginning", "../1967", 0.78, 0.9),
            _dated("unknown-end", "1959-12-14/", 0.1, 0.11),
            _dated("unknown-beginning", "/1967-12-22", 0.84, 0.9),
            _dated("open-uncertain", "1958?/..", 0.1, 0.28),
        ),
    ),
    Group(
        "panel.legend.group.several",
        (
            _dated("one-of", "[1956-12-06,1957-03-31]", 0.2, 0.8),
            _dated("between", "[1955-03-02..1958-07-31]", 0.12, 0.88),
            _dated("or-later", "[1955..]", 0.14, 0.24),
            _dated("all-of", "{1956-12-06,1957-03-31}", 0.2, 0.8),
        ),
    ),
    Group(
        "panel.legend.group.afar",
        (
            _afar("approximate", "1958~"),
            _afar("uncertain", "1958?"),
            _afar("both", "1958%"),
            _afar("one-of", "[1956,1958]"),
            _afar("all-of", "{1956,1958}"),
            _afar("open", "../1967"),
            _afar("unknown", "/1967"),
        ),
    ),
)
LINK_SAMPLES: Final = (
    *(Sample(f"panel.legend.link.{kind}", partial(_link, kind)) for kind in LINK_STYLES),
    Sample("panel.legend.judgement", partial(_link, "led-to", is_judgement=True)),
)
ORDER_SAMPLES: Final = (
    Sample("panel.legend.strip", _strip),
    Sample("panel.legend.density", _density),
)
