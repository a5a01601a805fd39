# SPDX-License-Identifier: MIT
"""Selected text over several paragraphs: places, their order, and the words between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline_app.ui.reading.paragraphs import Paragraph


class TextPlace(NamedTuple):
    """A place between two characters: the paragraph and how many characters stand before it."""

    paragraph: int
    position: int


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where the reader began to where the cursor is now."""

    anchor: TextPlace
    cursor: TextPlace

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.cursor

    @property
    def ends(self) -> tuple[TextPlace, TextPlace]:
        """The two ends in reading order."""
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    def within(self, index: int, paragraphs: Sequence[Paragraph]) -> tuple[int, int] | None:
        """Return the selected stretch of one paragraph, None if none of it is selected."""
        first, last = self.ends
        if not first.paragraph <= index <= last.paragraph:
            return None
        start = first.position if index == first.paragraph else 0
        end = last.position if index == last.paragraph else len(paragraphs[index].text)
        return (start, end) if start < end else None

    def text(self, paragraphs: Sequence[Paragraph]) -> str:
        """Return the selected words as plain text, paragraphs apart by an empty line."""
        stretches = ((index, self.within(index, paragraphs)) for index in range(len(paragraphs)))
        found = (paragraphs[index].copied(*stretch) for index, stretch in stretches if stretch is not None)
        return "\n\n".join(found)


def everything(paragraphs: Sequence[Paragraph]) -> TextSelection | None:
    """Return the selection of all text, None where there is none."""
    if not paragraphs:
        return None
    last = len(paragraphs) - 1
    return TextSelection(TextPlace(0, 0), TextPlace(last, len(paragraphs[last].text)))
