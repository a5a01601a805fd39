# SPDX-License-Identifier: MIT
"""Small scenes for the legend: evidence on the marks, silences, the cursor, sources taken away, differing dates."""

from __future__ import annotations

from functools import partial
from typing import Final

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.build_ghosts import LINE_PX, RADIUS_PX
from timeline_app.scene.items import (
    BarShape,
    Cover,
    DotShape,
    HatchShape,
    Item,
    Kind,
    Layer,
    SealFill,
    SealShape,
    Sign,
    SignShape,
)
from timeline_app.scene.lane_layout import STRIP_PX
from timeline_app.scene.seals import SEAL_PX, SIGN_PX
from timeline_app.ui.panels.legend_samples import Drawing, Group, Sample, dot

_RADIUS_PX: Final = 5.0
_EDGE_PX: Final = 10.0


def _seal(shape: SealShape, size: Size, unit: float) -> list[Item]:
    side = SEAL_PX * unit
    rect = Rect((size.w - side) / 2, (size.h - side) / 2, side, side)
    return [Item(Kind.SEAL, "seal", Layer.LABEL, rect, detail=shape)]


def _lines(size: Size, unit: float) -> list[Item]:
    """Draw the four outlines of a seal, from none to three lines."""
    side = SEAL_PX * unit
    return [
        Item(
            Kind.SEAL,
            "seal",
            Layer.LABEL,
            Rect(size.w * (number + 0.5) / 4 - side / 2, (size.h - side) / 2, side, side),
            detail=SealShape(number, SealFill.OPEN),
        )
        for number in range(4)
    ]


def _silence(size: Size, unit: float, *, is_dotted: bool) -> list[Item]:
    edge, height = _EDGE_PX * unit, STRIP_PX * unit
    rect = Rect(edge, (size.h - height) / 2, size.w - 2 * edge, height)
    role = "silence-sparse" if is_dotted else "silence"
    return [Item(Kind.HATCH, role, Layer.BAND, rect, detail=HatchShape(rect.x, is_dotted))]


def _cursor(size: Size, unit: float) -> list[Item]:
    x = size.w * 0.55
    return [
        *dot_at(size.w * 0.3, size, unit),
        Item(Kind.BAND, "known-shade", Layer.GRID, Rect(x, 0.0, size.w - x, size.h)),
        Item(Kind.LINE, "known-line", Layer.GRID, Rect(x, 0.0, unit, size.h)),
    ]


def dot_at(x: float, size: Size, unit: float, cover: Cover = Cover.PLAIN) -> list[Item]:
    """Return a dot in the middle of the height."""
    item = dot(x, size.h / 2, DotShape(_RADIUS_PX * unit, cover=cover))
    return [item._replace(role="event-gone") if cover is Cover.OUTLINED else item]


def _covered(cover: Cover, size: Size, unit: float) -> list[Item]:
    """Draw a dot and a bar under a cover."""
    left, right, height = size.w * 0.4, size.w * 0.88, 22.0 * unit
    rect = Rect(left, (size.h - height) / 2, right - left, height)
    role = "event-gone" if cover is Cover.OUTLINED else "event-bar"
    shape = BarShape(left, right, cover=cover)
    bar = Item(Kind.BAR, role, Layer.BAR, rect, detail=shape)
    return [*dot_at(size.w * 0.2, size, unit, cover), bar]


def _sign(sign: Sign, size: Size, unit: float) -> list[Item]:
    x, side = size.w / 2, SIGN_PX * unit
    rect = Rect(x + 2.0 * unit, size.h / 2 + 5.0 * unit, side, side)
    return [*dot_at(x, size, unit), Item(Kind.SIGN, "sign", Layer.LABEL, rect, detail=SignShape(sign))]


def _ghosts(size: Size, unit: float) -> list[Item]:
    xs, y, radius = (size.w * 0.3, size.w * 0.5, size.w * 0.8), size.h * 0.72, RADIUS_PX * unit
    line = Rect(xs[0], y - LINE_PX * unit / 2, xs[2] - xs[0], LINE_PX * unit)
    down = Rect(xs[0], size.h * 0.3, LINE_PX * unit, y - size.h * 0.3)
    ghosts = (dot(x, y, DotShape(radius, hollow=True))._replace(role="ghost") for x in xs[1:])
    return [
        dot(xs[0], size.h * 0.3, DotShape(_RADIUS_PX * unit)),
        Item(Kind.LINE, "ghost-line", Layer.BAR, line),
        Item(Kind.LINE, "ghost-line", Layer.BAR, down),
        *ghosts,
    ]


def _filled(fill: SealFill) -> Sample:
    draw: Drawing = partial(_seal, SealShape(3, fill))
    return Sample(f"panel.legend.seal.{fill}", draw)


def _signed(sign: Sign) -> Sample:
    return Sample(f"panel.legend.sign.{sign}", partial(_sign, sign))


EVIDENCE_GROUPS: Final = (
    Group(
        "panel.legend.group.seals",
        (Sample("panel.legend.seal.lines", _lines), *(_filled(fill) for fill in SealFill)),
    ),
    Group(
        "panel.legend.group.silences",
        (
            Sample("panel.legend.silence.written", partial(_silence, is_dotted=False)),
            Sample("panel.legend.silence.sparse", partial(_silence, is_dotted=True)),
        ),
    ),
    Group(
        "panel.legend.group.then",
        (
            Sample("panel.legend.cursor", _cursor),
            Sample("panel.legend.veiled", partial(_covered, Cover.HATCHED)),
            *(_signed(sign) for sign in (Sign.POSSIBLE, Sign.PART, Sign.RUMOUR, Sign.DENIED)),
        ),
    ),
    Group(
        "panel.legend.group.taken-away",
        (Sample("panel.legend.gone", partial(_covered, Cover.OUTLINED)), _signed(Sign.LOSS)),
    ),
    Group("panel.legend.group.ghosts", (Sample("panel.legend.ghost", _ghosts),)),
)
