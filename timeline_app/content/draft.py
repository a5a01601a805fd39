# SPDX-License-Identifier: MIT
"""An exhibit between file and document: records beside the tree they came from, and what was cut from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from timeline_app.base.errors import ReadingCancelled
from timeline_app.base.text_value import TextValue
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.content.node_tree import Map, Mark, Seq, TreePath, end_of_part, last_line
from timeline_app.content.progress import Progress
from timeline_app.content.report import Report, Sheet
from timeline_app.content.shape import LANGUAGE_TAG, DictShape, ListShape, RecordShape, exhibit_shape
from timeline_app.content.told_events import ListedEvents, ToldEvents
from timeline_app.model import records

if TYPE_CHECKING:
    from timeline_app.content.event_rows import EventRows  # Only large files have them.

SECTIONS: Final = (
    "lanes",
    "eras",
    "silences",
    "places",
    "people",
    "sources",
    "excerpts",
    "events",
    "claims",
    "tours",
)
"""The collections of an exhibit; all else is its header."""


@dataclass(slots=True, eq=False)
class Entry:
    """One lane, source, event …: its tree, its record, and the edits that checks have asked for.

    `id` is empty for eras and silences without one. `edits` maps a path inside the entry to its new
    value, or to `clean.DROPPED`; `additions` are fields that the file has not, to be added to it.
    """

    section: str
    id: str
    raw: Map
    record: Any
    mark: Mark
    end_line: int
    sheet: Sheet
    edits: dict[TreePath, Any] = field(default_factory=dict)
    additions: dict[str, str] = field(default_factory=dict)

    def edited(self, name: str) -> Any:
        """Return what a field holds once the edits are carried out; None where it is left out."""
        value = self.edits.get((name,), getattr(self.record, name))
        return value if (name,) not in self.edits or isinstance(value, str) else None

    def is_damaged(self, path: TreePath) -> bool:
        """Tell whether something was cut from a part of the entry: what is missing in it may be that."""
        node: Any = self.raw
        end_line = self.end_line
        for key in path:
            end_line = end_of_part(node, key, end_line)
            node = node[key]
        mark = self.mark_of(path)
        if isinstance(node, str) or self.sheet.sign_at(mark) in "{[":
            end_line = last_line(node, mark.line) + 1
        return self.sheet.is_damaged(self.mark_of(path, is_key=True).line, end_line)

    def mark_of(self, path: TreePath, *, is_key: bool = False) -> Mark:
        """Return where a part of the entry stands."""
        node: Any = self.raw
        mark = self.mark
        for depth, key in enumerate(path):
            is_last = depth == len(path) - 1
            if isinstance(node, Map):
                mark = node.mark_of(key, is_key=is_key and is_last)
            elif isinstance(node, Seq) and isinstance(key, int):
                mark = node.marks[key]
            else:
                return mark
            node = node[key]
        return mark


@dataclass(slots=True, eq=False)
class Section:
    """One collection of entries.

    `declared` are all ids that the file names, also those of entries that were left out; of some only
    `lost_heads` are known, and where `is_incomplete` holds not even that. Events of a large file are `rows`,
    and no entries.
    """

    name: str
    sheet: Sheet
    entries: list[Entry] = field(default_factory=list)
    declared: set[str] = field(default_factory=set)
    lost_heads: set[str] = field(default_factory=set)
    is_incomplete: bool = False
    rows: EventRows | None = None
    _by_id: dict[str, Entry] | None = None

    def entry_of(self, own_id: str) -> Entry | None:
        """Return an entry by its id, once all entries are there."""
        if self._by_id is None:
            self._by_id = {entry.id: entry for entry in self.entries}
        return self._by_id.get(own_id)

    @property
    def told(self) -> ToldEvents:
        """The section's events, however they are kept."""
        return ListedEvents(self.entries) if self.rows is None else self.rows


@dataclass(slots=True, eq=False)
class Draft:
    """All that is known of an exhibit while it is being read."""

    report: Report
    folder: Path
    header: Entry
    sections: dict[str, Section]
    is_cancelled: Callable[[], bool]
    progress: Progress = field(default_factory=Progress)

    def __getitem__(self, name: str) -> Section:
        return self.sections[name]

    @property
    def about(self) -> records.Exhibit:
        """The exhibit's header."""
        about: records.Exhibit = self.header.record
        return about

    @property
    def date_settings(self) -> DateSettings:
        """The settings under which the exhibit's dates are read; a zone that is none counts as not told."""
        settings = self.about.date_settings
        if ("timezone",) in self.header.edits:
            settings = settings._replace(timezone=DEFAULT_SETTINGS.timezone)
        return settings

    def all_entries(self) -> Iterator[Entry]:
        """Yield the header and then every entry, looking now and then whether reading was cancelled."""
        yield self.header
        for section in self.sections.values():
            for number, entry in enumerate(section.entries):
                if number % _CANCEL_EVERY == 0:
                    self.check_cancelled()
                yield entry

    def check_cancelled(self) -> None:
        """Stop if a newer request has made this reading pointless."""
        if self.is_cancelled():
            raise ReadingCancelled

    def add(self, entry: Entry, path: TreePath, code: str, *, is_key: bool = False, **more: Any) -> None:
        """Note a problem at a part of an entry."""
        self.report.add(entry.sheet, entry.mark_of(path, is_key=is_key), code, **more)


_CANCEL_EVERY: Final = 500


def section_shape(name: str) -> RecordShape:
    """Return the shape of a section's entries."""
    shape = exhibit_shape().fields[name]
    item = (
        shape.value
        if isinstance(shape, DictShape)
        else shape.items[0]
        if isinstance(shape, ListShape)
        else None
    )
    if not isinstance(item, RecordShape):
        raise TypeError(name)
    return item


def is_keyed(name: str) -> bool:
    """Tell whether a section is a mapping from ids (and not a list)."""
    return isinstance(exhibit_shape().fields[name], DictShape)


def convert(raw: Any, record: type[msgspec.Struct]) -> msgspec.Struct | None:
    """Return the record of a faultless tree, None if anything at all is wrong with its shape."""
    try:
        return msgspec.convert(raw, record, strict=False, dec_hook=_decode)
    except msgspec.ValidationError:
        return None


def _decode(kind: type, value: Any) -> Any:
    if kind is TextValue and value:
        if isinstance(value, str):
            return TextValue.plain(value)
        if isinstance(value, dict) and all(
            isinstance(text, str) and text and LANGUAGE_TAG.fullmatch(tag) for tag, text in value.items()
        ):
            return TextValue(tuple(value.items()))
    raise ValueError(value)
