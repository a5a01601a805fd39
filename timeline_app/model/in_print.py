# SPDX-License-Identifier: MIT
"""When sources became public: what they say themselves, or when a work of a kind that is printed came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.known_by import begun_by
from timeline_app.chrono.span_queries import Answer
from timeline_app.model import records

PRINTED: Final = frozenset({"press", "state-publication", "memoir", "scholarship", "reference"})
"""Kinds of works that are public from the day they come out; a letter or a file is not."""


class Prints:
    """The sources of one exhibit, by when they became public."""

    def __init__(self, sources: Mapping[str, records.Source], settings: DateSettings) -> None:
        self._sources = sources
        self._settings = settings
        self._dates: dict[str, HistoricalDate | None] = {}

    def date_of(self, source_id: str) -> HistoricalDate | None:
        """Return when a source became public, None where nobody knows or there is no such source."""
        if source_id not in self._dates:
            self._dates[source_id] = self._read(source_id)
        return self._dates[source_id]

    def _read(self, source_id: str) -> HistoricalDate | None:
        source = self._sources.get(source_id)
        if source is None:
            return None
        text = source.public_since or (source.issued if source.kind in PRINTED else None)
        return parse(text, self._settings) if text else None

    def in_print(self, source_id: str, at_s: int) -> Answer:
        """Tell whether a source was public before a second; one of which nobody knows was not."""
        return begun_by(self.date_of(source_id), at_s)
