# SPDX-License-Identifier: MIT
"""The making of an exhibit's index, as work for a thread that others may hold or call off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from timeline_app.model.document import Document

if TYPE_CHECKING:
    # Loaded where the index is made: the first picture does without.
    from timeline_app.search.entries import Entry
    from timeline_app.search.index import SearchIndex

PACE: Final = 16
"""After so many entries others have their turn, if they wish it."""


class IndexWork:
    """Makes the index of one exhibit."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def is_of(self, document: Document | None) -> bool:
        """Tell whether this is the work for an exhibit."""
        return self._document is document

    def run(self, give_way: Callable[[], None], is_called_off: Callable[[], bool]) -> SearchIndex | None:
        """Return the index, None where it was called off before it was whole."""
        from timeline_app.search.index import SearchIndex

        index = SearchIndex()
        if index.add(self._paced(give_way), is_called_off):
            # What questions about people, places and keywords ask for, while nobody waits for it.
            _ = self._document.catalogue
            return index
        index.close()
        return None

    def _paced(self, give_way: Callable[[], None]) -> Iterator[Entry]:
        from timeline_app.search.entries import entries_of

        for number, entry in enumerate(entries_of(self._document)):
            if number % PACE == 0:
                give_way()
            yield entry
