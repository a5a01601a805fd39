# SPDX-License-Identifier: MIT
"""Columns that are dear to make, kept for the last lens that asked for them.

They hold no document: it keeps them, and would otherwise outlive its exhibit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from timeline_app.model.catalogue import Belongings


class KeptColumns:
    """Keeps columns by name; another key makes it forget all of them."""

    def __init__(self) -> None:
        self._key: Hashable = None
        self._columns: dict[str, Belongings] = {}

    def holds(self, key: Hashable, name: str) -> bool:
        """Tell whether a column is there."""
        return key == self._key and name in self._columns

    def column(self, key: Hashable, name: str, make: Callable[[], Belongings]) -> Belongings:
        """Return a column, made if it is not there."""
        # Taken in hand: while a thread makes one, another lens may be asked about.
        columns = self._columns if key == self._key else {}
        self._key, self._columns = key, columns
        if name not in columns:
            columns[name] = make()
        return columns[name]
