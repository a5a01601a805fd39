# SPDX-License-Identifier: MIT
"""Theme colours and role styles as the toolkit's colours and pens, made once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen

from timeline_app.ui.theme import Theme

OPAQUE_DIGITS: Final = 7
SOFT_ALPHA: Final = 0.34
PALE_ALPHA: Final = 0.5
MOST_FADES: Final = 2_000
MOST_FADES_PX: Final = 250_000
"""So many fades, and images of fades with so many pixels together, are kept of each tone: a megabyte."""
EASE: Final = ((0.0, 0.0), (0.25, 0.16), (0.5, 0.5), (0.75, 0.84), (1.0, 1.0))
"""A fade that starts and ends softly; a plain ramp shows an edge where it meets the body."""


def qcolor(colour: str) -> QColor:
    """Return `#RRGGBB` or `#RRGGBBAA` as a colour; the toolkit's own reading puts alpha first."""
    if len(colour) > OPAQUE_DIGITS:
        return QColor(f"#{colour[7:9]}{colour[1:7]}")
    return QColor(colour)


class Tone:
    """A colour with what painters ask of it again and again: its number, and its fade into nothing."""

    __slots__ = ("_fades", "_fades_px", "_gradient", "colour", "rgba")

    def __init__(self, colour: QColor) -> None:
        self.colour = colour
        self.rgba = colour.rgba()
        self._gradient: QLinearGradient | None = None
        self._fades: dict[tuple[int, int, bool], QImage | None] = {}
        self._fades_px = 0

    def faded(self, clear_x: float, full_x: float) -> QBrush:
        """Return a brush from nothing at one x to the full colour at another."""
        gradient = self._gradient
        if gradient is None:
            # Building the steps costs more than filling with them: one gradient is moved about.
            gradient = QLinearGradient()
            for place, part in EASE:
                step = QColor(self.colour)
                step.setAlphaF(self.colour.alphaF() * part)
                gradient.setColorAt(place, step)
            self._gradient = gradient
        gradient.setStart(clear_x, 0.0)
        gradient.setFinalStop(full_x, 0.0)
        return QBrush(gradient)

    def fade(self, width: int, height: int, *, rises: bool) -> QImage | None:
        """Return a fade as an image of whole pixels, which is copied in a fifth of the time; None the first time.

        While a hand pans, fades stay as wide as they are; while it zooms, nearly each is asked for once.
        """
        key = (width, height, rises)
        image = self._fades.get(key)
        if image is None:
            if key not in self._fades:
                self._fades[key] = None
                return None
            image = self._fades[key] = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
            painter = QPainter(image)
            painter.fillRect(0, 0, width, height, self.faded(0, width) if rises else self.faded(width, 0))
            painter.end()
            self._fades_px += width * height
            if self._fades_px > MOST_FADES_PX or len(self._fades) > MOST_FADES:
                self._fades.clear()
                self._fades_px = 0
        return image

    def thinned(self, alpha: float) -> Tone:
        """Return the tone with only a part of its alpha."""
        colour = QColor(self.colour)
        colour.setAlphaF(colour.alphaF() * alpha)
        return Tone(colour)


class Ink:
    """A role's style in one lane colour, ready to paint with.

    `strong` is the fuller ground of a bar that is pointed at or selected, `pale` the weaker one of a
    stretch within which something lies, `soft` the breath of colour about a doubtful mark. Parts that the role does not have are transparent, and `has_fill` and
    `has_edge` say so.
    """

    __slots__ = (
        "dash",
        "edge",
        "edge_px",
        "fill",
        "has_edge",
        "has_fill",
        "pale",
        "pen",
        "radius_px",
        "shadow",
        "soft",
        "strong",
        "text",
    )

    def __init__(self, theme: Theme, role: str, lane: str, weight: float) -> None:
        style = theme.roles[role]
        self.has_fill = bool(style.fill)
        self.has_edge = bool(style.edge)
        self.fill = _tone(theme, style.fill, lane)
        self.strong = _tone(theme, f"{style.fill}-strong", lane) if style.fill == "lane.bar" else self.fill
        self.soft = self.fill.thinned(SOFT_ALPHA)
        self.pale = self.fill.thinned(PALE_ALPHA)
        self.edge = _tone(theme, style.edge, lane)
        self.text = _tone(theme, style.text, lane)
        self.edge_px = style.edge_px * weight
        self.radius_px = style.radius_px * weight
        self.dash = tuple(length * weight for length in style.dash)
        self.shadow = style.shadow
        self.pen = (
            pen_of(self.edge.colour, self.edge_px, self.dash) if self.has_edge else QPen(Qt.PenStyle.NoPen)
        )


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


def _tone(theme: Theme, token: str, lane: str) -> Tone:
    return Tone(qcolor(theme.colour(token, lane)) if token else QColor(0, 0, 0, 0))
