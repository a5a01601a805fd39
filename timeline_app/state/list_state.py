# SPDX-License-Identifier: MIT
"""How the reader has the list of events in view: by what it is sorted, and which words its rows must have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ListColumn(StrEnum):
    """What a row tells, and what the list can be sorted by."""

    DATE = "date"
    TITLE = "title"
    LANE = "lane"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class ListState:
    """The column that sorts the list and its direction, and the words that narrow it."""

    column: ListColumn = ListColumn.DATE
    is_descending: bool = False
    words: str = ""

    @property
    def needs_titles(self) -> bool:
        """Whether the events' words must have been read for it."""
        return self.column is ListColumn.TITLE or bool(self.words.strip())

    @property
    def needs_evidence(self) -> bool:
        """Whether the events' evidence must have been weighed for it."""
        return self.column is ListColumn.EVIDENCE

    def sorted_by(self, column: ListColumn) -> tuple[ListColumn, bool]:
        """Return what a press on a column's head means: sort by it, or the other way round."""
        return column, column is self.column and not self.is_descending
