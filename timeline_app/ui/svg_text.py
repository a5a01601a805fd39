# SPDX-License-Identifier: MIT
"""Holds the text of a written SVG in place: each line keeps its width on a machine without our fonts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from timeline_app.ui.type_scale import SERIF

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
LEAST_LETTERS: Final = 2
"""A single letter has no room to be spread."""


def fixed_text(svg: bytes) -> bytes:
    """Return the picture with a width and a generic family for each line of text."""
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    root = ET.fromstring(svg)  # noqa: S314 — Qt has just written this; nothing comes from outside.
    # Qt writes millimetres, rounded; viewers then draw a seam of another colour along the edge.
    *_, width, height = root.get("viewBox", "0 0 0 0").split()
    root.set("width", width)
    root.set("height", height)
    for element in root.iter(f"{{{SVG}}}text"):
        _fix(element)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _fix(element: ET.Element) -> None:
    families = tuple(name.strip("' \"") for name in element.get("font-family", "").split(","))
    generic = "serif" if families[0] == SERIF else "sans-serif"
    element.set("font-family", ", ".join([*(f"'{name}'" for name in families), generic]))
    text = element.text or ""
    if len(text.strip()) < LEAST_LETTERS:
        return
    size_px = round(float(element.get("font-size", "0")))
    weight = int(element.get("font-weight", "400"))
    metrics = _metrics(families, size_px, weight, element.get("font-style") == "italic")
    element.set("textLength", f"{metrics.horizontalAdvance(text):.2f}")
    element.set("lengthAdjust", "spacingAndGlyphs")


@lru_cache(maxsize=64)
def _metrics(families: tuple[str, ...], size_px: int, weight: int, italic: bool) -> QFontMetricsF:  # noqa: FBT001 — a cache key
    font = QFont(list(families))
    font.setPixelSize(max(size_px, 1))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return QFontMetricsF(font)
