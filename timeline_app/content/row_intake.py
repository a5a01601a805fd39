# SPDX-License-Identifier: MIT
"""Takes in the lines of a large file by the thousand: plain ones into columns, the others one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np

from timeline_app.base.later_parts import BEGINS_ATTRIBUTES
from timeline_app.base.text_value import UNTAGGED, TextValue
from timeline_app.chrono.columns import DateColumns, columns_of_texts, joined_columns
from timeline_app.content.event_rows import EventRows, Names, RowColumns
from timeline_app.content.node_tree import Spot
from timeline_app.content.plain_events import BLANK, FIELD, Plain, read_plain
from timeline_app.content.row_reader import RowReader
from timeline_app.model import records
from timeline_app.model.event_uses import HAS_LINKS, HAS_ORDER, IS_PUBLIC, Lists, flags_of
from timeline_app.model.record_store import ENCODER, Bytes, PackedTexts, offsets_of

_AS_USUAL: Final = 3
_ID, _TITLE, _SHORT = FIELD["id"], FIELD["title"], FIELD["short"]


class Batch(NamedTuple):
    """Some lines, where each begins in the file, and its line and column counted from 0."""

    lines: list[bytes]
    starts: list[int]
    numbers: list[int]
    columns: list[int]

    def only(self, kept: Sequence[int]) -> Batch:
        """Return some of the lines."""
        return Batch(
            [self.lines[place] for place in kept],
            [self.starts[place] for place in kept],
            [self.numbers[place] for place in kept],
            [self.columns[place] for place in kept],
        )


@dataclass(slots=True, eq=False)
class _Parts:
    """The columns of all batches so far, batch by batch."""

    starts: list[Any] = field(default_factory=list)
    lengths: list[Any] = field(default_factory=list)
    lines: list[Any] = field(default_factory=list)
    columns: list[Any] = field(default_factory=list)
    importance: list[Any] = field(default_factory=list)
    flags: list[Any] = field(default_factory=list)
    is_odd: list[Any] = field(default_factory=list)
    dates: list[DateColumns] = field(default_factory=list)
    lanes: list[Lists] = field(default_factory=list)
    sources: list[Lists] = field(default_factory=list)
    excerpts: list[Lists] = field(default_factory=list)
    ids: list[PackedTexts] = field(default_factory=list)
    labels: list[PackedTexts] = field(default_factory=list)


class Intake:
    """Makes rows of lines."""

    def __init__(self, reader: RowReader, names: Names) -> None:
        self._reader = reader
        self._names = names
        self._parts = _Parts()
        self._mended: dict[int, bytes] = {}
        self.count = 0

    def take(self, batch: Batch) -> None:
        """Take in some lines."""
        rows = read_plain(batch.lines)
        found: dict[int, records.Event] = {}
        if BLANK in rows:
            batch, rows = self._look(batch, rows, found)
        if rows:
            self._put(batch, rows, found)

    def _look(
        self, batch: Batch, rows: list[Plain], found: dict[int, records.Event]
    ) -> tuple[Batch, list[Plain]]:
        """Read what is not plain one by one, and leave out what is no event; `found` are those that are."""
        kept: list[int] = []
        for place, row in enumerate(rows):
            if row is BLANK:
                spot = Spot(batch.numbers[place], batch.columns[place])
                entry = self._reader.read(batch.lines[place], spot)
                if entry is None:
                    continue
                found[len(kept)] = entry.record
                self._mended[self.count + len(kept)] = ENCODER.encode(entry.record)
            kept.append(place)
        return batch.only(kept), [rows[place] for place in kept]

    def _put(self, batch: Batch, rows: list[Plain], found: Mapping[int, records.Event]) -> None:
        columns, names, parts = list(zip(*rows, strict=True)), self._names, self._parts
        is_odd = np.full(len(rows), names.has_languages, np.bool_)
        is_odd[list(found)] = True
        parts.lanes.append(_numbers(columns[FIELD["lane"]], names.lanes, is_odd))
        parts.sources.append(_numbers(columns[FIELD["sources"]], names.sources, is_odd, once=True))
        parts.excerpts.append(_numbers(columns[FIELD["excerpts"]], names.excerpts, is_odd, once=True))
        for name, known in (("place", names.places), ("route", names.places), ("people", names.people)):
            _numbers(columns[FIELD[name]], known, is_odd)
        _check_link_sources(columns[FIELD["links"]], names.sources, is_odd)
        dates, errors = columns_of_texts(columns[FIELD["date"]], names.settings)
        is_odd[list(errors)] = True
        parts.dates.append(dates)
        importance = (_AS_USUAL if each is None else each for each in columns[FIELD["importance"]])
        parts.importance.append(np.fromiter(importance, np.int8, len(rows)))
        parts.flags.append(_flags(columns, found))
        ids = [each or "" for each in columns[_ID]]
        for place, event in found.items():
            ids[place] = event.id
        parts.ids.append(PackedTexts.of(ids))
        shown = zip(columns[_SHORT], columns[_TITLE], strict=True)
        parts.labels.append(PackedTexts.of([short or title or "" for short, title in shown]))
        parts.is_odd.append(is_odd)
        parts.starts.append(np.array(batch.starts, np.int64))
        parts.lengths.append(np.fromiter(map(len, batch.lines), np.int32, len(rows)))
        parts.lines.append(np.array(batch.numbers, np.int32))
        parts.columns.append(np.array(batch.columns, np.int32))
        self.count += len(rows)

    def rows(self, data: Bytes) -> EventRows:
        """Return all rows of a file that holds `data`."""
        parts = self._parts
        places = (
            _joined(parts.starts, np.int64),
            _joined(parts.lengths, np.int32),
            _joined(parts.lines, np.int32),
            _joined(parts.columns, np.int32),
        )
        values = RowColumns(
            joined_columns(parts.dates),
            _joined(parts.importance, np.int8),
            _joined(parts.flags, np.uint8),
            _joined_lists(parts.lanes),
            _joined_lists(parts.sources),
            _joined_lists(parts.excerpts),
            joined_texts(parts.labels),
        )
        is_odd = _joined(parts.is_odd, np.bool_)
        ids = joined_texts(parts.ids)
        self._parts = _Parts()
        return EventRows(self._reader, data, places, ids, values, is_odd, self._mended, self._names)


def label_of(event: records.Event) -> str:
    """Return what stands on the canvas for an event, "" where that depends on the reader."""
    text: TextValue = event.short or event.title
    for_all = len(text.variants) == 1 and text.variants[0][0] == UNTAGGED
    words = text.variants[0][1] if for_all else ""
    return "" if BEGINS_ATTRIBUTES in words else words


def _numbers(column: Sequence[Any], known: Mapping[str, int], is_odd: Any, *, once: bool = False) -> Lists:
    """Return the numbers of the ids in a column, each `once` if wished; rows with an unknown one are not plain."""
    if column.count(None) == len(column):
        return Lists(np.zeros(len(column) + 1, np.int64), np.zeros(0, np.int32))
    if set(map(type, column)) == {str}:
        numbers = np.fromiter((known.get(name, -1) for name in column), np.int32, len(column))
        if numbers.min() >= 0:
            return Lists(np.arange(len(column) + 1, dtype=np.int64), numbers)
    found: list[tuple[int, ...]] = []
    for place, value in enumerate(column):
        if value is None:
            found.append(())
            continue
        named = [known.get(name, -1) for name in ((value,) if type(value) is str else value)]
        if -1 in named:
            is_odd[place] = True
            named = []
        found.append(tuple(dict.fromkeys(named) if once else named))
    return Lists.of(found)


def _check_link_sources(column: Sequence[Any], known: Mapping[str, int], is_odd: Any) -> None:
    for place, links in enumerate(column):
        if links and any(name not in known for link in links for name in link.sources or ()):
            is_odd[place] = True


def _flags(columns: Sequence[Sequence[Any]], found: Mapping[int, records.Event]) -> Any:
    told = (columns[FIELD[name]] for name in ("links", "after", "before", "known"))
    flags = np.fromiter(
        (
            (HAS_LINKS if links else 0) | (HAS_ORDER if after or before else 0) | (IS_PUBLIC if known else 0)
            for links, after, before, known in zip(*told, strict=True)
        ),
        np.uint8,
        len(columns[0]),
    )
    for place, event in found.items():
        flags[place] = flags_of(event)
    return flags


def _joined(parts: list[Any], kind: Any) -> Any:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def _joined_lists(parts: Sequence[Lists]) -> Lists:
    counts = [np.diff(part.offsets) for part in parts]
    return Lists(offsets_of(_joined(counts, np.int64)), _joined([part.values for part in parts], np.int32))


def joined_texts(parts: Iterable[PackedTexts]) -> PackedTexts:
    """Return the texts of several parts, one behind the other."""
    several = list(parts)
    counts = [np.diff(part.offsets) for part in several]
    data = _joined([part.data for part in several], np.uint8)
    return PackedTexts(data, offsets_of(_joined(counts, np.int64)))
