# SPDX-License-Identifier: MIT
"""Theme colours and role styles as the toolkit's colours and pens, made once and kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from timeline_app.ui.theme import Theme

OPAQUE_DIGITS = 7


def qcolor(colour: str) -> QColor:
    """Return `#RRGGBB` or `#RRGGBBAA` as a colour; the toolkit's own reading puts alpha first."""
    if len(colour) > OPAQUE_DIGITS:
        return QColor(f"#{colour[7:9]}{colour[1:7]}")
    return QColor(colour)


class Ink:
    """A role's style in one lane colour, ready to paint with.

    `strong` is the fuller ground of a bar that is pointed at or selected. Parts that the role does not
    have are transparent, and `has_fill` and `has_edge` say so.
    """

    __slots__ = (
        "dash",
        "edge",
        "edge_px",
        "fill",
        "has_edge",
        "has_fill",
        "pen",
        "radius_px",
        "shadow",
        "strong",
        "text",
    )

    def __init__(self, theme: Theme, role: str, lane: str, weight: float) -> None:
        style = theme.roles[role]
        self.has_fill = bool(style.fill)
        self.has_edge = bool(style.edge)
        self.fill = _colour(theme, style.fill, lane)
        self.strong = _colour(theme, f"{style.fill}-strong", lane) if style.fill == "lane.bar" else self.fill
        self.edge = _colour(theme, style.edge, lane)
        self.text = _colour(theme, style.text, lane)
        self.edge_px = style.edge_px * weight
        self.radius_px = style.radius_px * weight
        self.dash = style.dash
        self.shadow = style.shadow
        self.pen = pen_of(self.edge, self.edge_px, style.dash) if self.has_edge else QPen(Qt.PenStyle.NoPen)


class Inks:
    """All inks of one theme; `weight` thickens lines and corners along with larger text."""

    def __init__(self, theme: Theme, weight: float = 1.0) -> None:
        self._theme = theme
        self._weight = weight
        self._inks: dict[tuple[str, str], Ink] = {}

    def of(self, role: str, lane: str = "") -> Ink:
        """Return the ink of a role in a lane's colour."""
        ink = self._inks.get((role, lane))
        if ink is None:
            ink = Ink(self._theme, role, lane, self._weight)
            self._inks[role, lane] = ink
        return ink


def pen_of(colour: QColor, width_px: float, dash: Sequence[float] = ()) -> QPen:
    """Return a pen with round joins; dashes are given in pixels."""
    pen = QPen(colour, width_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / max(width_px, 1.0) for length in dash])
    return pen


def _colour(theme: Theme, token: str, lane: str) -> QColor:
    return qcolor(theme.colour(token, lane)) if token else QColor(0, 0, 0, 0)
