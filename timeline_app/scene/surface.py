# SPDX-License-Identifier: MIT
"""What a picture is drawn on: size, text scale and a way to measure text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timeline_app.base.geometry import Size


class TextMeasurer(Protocol):
    """Measures text as it will be drawn; tests use seven pixels a character."""

    def width_px(self, text: str, font: str, language: str) -> float:
        """Return the advance width of one line of text in a font role, text scale included."""
        ...

    def reserved_px(self, text: str, font: str, language: str) -> float:
        """Return the room that is kept for a line of text: about its width, and never less by more than some pixels.

        Unlike the others it may be asked in any thread, and depends on the characters alone.
        """
        ...

    def line_px(self, font: str) -> float:
        """Return the height of one line in a font role, text scale included."""
        ...


FIRST_WIDE = 0x1100
"""From the Hangul Jamo on, characters are counted as wide; near enough for tests."""


@dataclass(frozen=True, slots=True)
class PlainMeasurer:
    """A measurer without fonts, for tests and for machines without any."""

    text_scale: float = 1.0
    advance_px: float = 7.0

    def width_px(self, text: str, font: str, language: str) -> float:
        """Return seven pixels for each character, fourteen for a wide one."""
        del font, language
        wide = sum(1 for char in text if ord(char) >= FIRST_WIDE)
        return (len(text) + wide) * self.advance_px * self.text_scale

    def reserved_px(self, text: str, font: str, language: str) -> float:
        """Return the width itself, which is a sum over the characters."""
        return self.width_px(text, font, language)

    def line_px(self, font: str) -> float:
        """Return eighteen pixels for every font."""
        del font
        return 18.0 * self.text_scale


@dataclass(frozen=True, slots=True)
class Surface:
    """A surface to draw on, in device-independent pixels.

    `text_scale` is 1.0 at 100 %; `mirrored` lays out right to left.
    """

    size: Size
    measurer: TextMeasurer
    text_scale: float = 1.0
    mirrored: bool = False
