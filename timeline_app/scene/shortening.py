# SPDX-License-Identifier: MIT
"""Texts that give way: cut with an ellipsis to fit their room."""

from __future__ import annotations

from timeline_app.scene.surface import TextMeasurer

LEAST_LETTERS = 3


def shortened(text: str, language: str, font: str, room_px: float, measurer: TextMeasurer) -> str:
    """Return the text, cut with an ellipsis to fit; "" where not even three letters would stand."""
    if measurer.width_px(text, font, language) <= room_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width_px(text[:middle].rstrip() + "…", font, language) <= room_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip().rstrip(" ,;:") + "…" if low >= LEAST_LETTERS else ""
