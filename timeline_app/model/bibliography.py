# SPDX-License-Identifier: MIT
"""The works of an exhibit as lists of references have them: which ones, in which order, how each is told from others.

Records come as they may be told of, so that what a lens or the exhibit keeps back is in no list and in no file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import msgspec

from timeline_app.base.text_value import Reader
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.model.citation_fields import Work
from timeline_app.model.citation_names import NameRule, names_in_style
from timeline_app.model.citation_runs import Cited
from timeline_app.model.citation_styles import CitationStyle, Standing, Use, cite_in_style, standings
from timeline_app.model.records import Source

SortKey = tuple[str, tuple[int, ...], str, str]
"""Author or title, date, title, id."""

_ALL_NAMES: Final = NameRule("all", most=1_000)
_ARTICLES: Final = re.compile(r"^(?:a|an|the)\s+")
_OPENING: Final = "\"'“”‘’«»‹›「」『』〈〉《》【】[]()〔〕…"
_FOLDED_BELOW: Final = 0x0530
"""Marks on Latin, Greek and Cyrillic letters are passed over; those on kana make another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in a list, by the id that it has in the exhibit."""

    id: str
    work: Work
    standing: Standing
    kind: str | None = None

    def cited(self, style: CitationStyle, use: Use = Use.ENTRY, *, has_address: bool = True) -> Cited:
        """Return its citation; without its address where that stands elsewhere."""
        work = self.work
        if not has_address:
            work = replace(work, record=msgspec.structs.replace(work.record, URL="", DOI=""))
        return cite_in_style(work, style, use, tells_title=self.standing.is_author_shared)


class Bibliography:
    """The sources that may be told of; `record_of` gives each as the lens leaves it."""

    def __init__(
        self,
        ids: tuple[str, ...],
        record_of: Callable[[str], Source | None],
        reader: Reader,
        settings: DateSettings,
    ) -> None:
        self.ids = ids
        """The ids of the sources, in the exhibit's order."""
        self._record_of = record_of
        self._reader = reader
        self._settings = settings

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        works = {name: work for name in self.ids if (work := self._work(name)) is not None}
        stand = standings(works.items())
        return {
            name: Entry(name, replace(work, letter=stand[name].letter), stand[name], work.record.kind)
            for name, work in works.items()
        }

    def _work(self, source_id: str) -> Work | None:
        record = self._record_of(source_id)
        return None if record is None else Work(record, self._reader, self._settings)

    def entry(self, source_id: str) -> Entry | None:
        """Return a work, one outside the list too (nothing that is shown uses it); None where it may not be told of."""
        return self._entries.get(source_id) or self._lone(source_id)

    def _lone(self, source_id: str) -> Entry | None:
        work = self._work(source_id)
        return None if work is None else Entry(source_id, work, Standing(), work.record.kind)

    def cited(self, source_id: str, style: CitationStyle) -> Cited | None:
        """Return the entry of a work without its address, None where it may not be shown.

        Notes tell works apart by their titles; only for the other styles all works must be gone through.
        """
        is_by_title = style is CitationStyle.CHICAGO_NOTES
        entry = self._lone(source_id) if is_by_title else self.entry(source_id)
        return None if entry is None else entry.cited(style, has_address=False)

    def entries(self, ids: Iterable[str] | None = None) -> list[Entry]:
        """Return works in the order of a list of references: by author, date and title; all where none are named."""
        found = self._entries
        chosen = (
            found.values() if ids is None else (found[name] for name in dict.fromkeys(ids) if name in found)
        )
        return sorted(chosen, key=lambda entry: self.keys[entry.id])

    @cached_property
    def keys(self) -> Mapping[str, SortKey]:
        """What orders each work: made once, since lists are sorted often."""
        return {name: sort_key(entry) for name, entry in self._entries.items()}


def sort_key(entry: Entry) -> SortKey:
    """Return what orders works: author, or title where nobody is named; then date (none last), title and id."""
    work = entry.work
    title = alphabetical(work.title[0])
    author = folded(names_in_style(work.record.author or work.record.editor, _ALL_NAMES))
    issued = work.issued
    return alphabetical(author) or title, (0, *issued.sort_key) if issued else (1,), title, entry.id


def alphabetical(text: str) -> str:
    """Return a text without what no order counts: marks at its beginning, and an article."""
    return _ARTICLES.sub("", folded(text).lstrip(_OPENING))


def folded(text: str) -> str:
    """Return a text as it is searched and sorted: without case, accents and differences of width."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return plain
    return "".join(_without_accent(letter) for letter in plain)


def _without_accent(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) == 1 or ord(parts[0]) >= _FOLDED_BELOW:
        return letter
    return "".join(part for part in parts if not unicodedata.combining(part))
