# SPDX-License-Identifier: MIT
"""The events of a large file between reading and building: packed rows, of which single ones become entries.

A row that is plain was checked together with thousands of others and is never looked at again, unless another
event's link leads to a fault in it. The others, the unusual ones, are read once more for every check, with the
place of each part, and forgotten again: memory holds the file, some numbers for each row, and no objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.content.draft import Entry
from timeline_app.content.node_tree import Spot, TreePath
from timeline_app.content.row_reader import RowReader
from timeline_app.model import records
from timeline_app.model.event_uses import HAS_CLAIMS, HAS_LINKS, HAS_ORDER, Lists
from timeline_app.model.record_store import (
    DECODER,
    ENCODER,
    MANY,
    Bytes,
    IdIndex,
    Offsets,
    Order,
    PackedTexts,
    found_often,
    sorted_order,
)

Column = npt.NDArray[np.int32]
NO_EDITS: Final[Mapping[TreePath, Any]] = {}


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What events may name besides each other, each with its number in the file, and how their dates are read.

    With `has_languages` no text is complete by itself, so that each event is looked at.
    """

    lanes: Mapping[str, int]
    places: Mapping[str, int]
    people: Mapping[str, int]
    sources: Mapping[str, int]
    excerpts: Mapping[str, int]
    settings: DateSettings
    has_languages: bool


class RowColumns:
    """One number or list for each row, as far as plain rows tell it; those of others are settled at the end."""

    def __init__(
        self,
        dates: DateColumns,
        importance: npt.NDArray[np.int8],
        flags: npt.NDArray[np.uint8],
        lanes: Lists,
        sources: Lists,
        excerpts: Lists,
        labels: PackedTexts,
    ) -> None:
        self.dates = dates
        self.importance = importance
        self.flags = flags
        self.lanes = lanes
        self.sources = sources
        self.excerpts = excerpts
        self.labels = labels


class EventRows:
    """Packed events.

    `starts` and `lengths` say where each one's own text lies in `data`, `lines` and `columns` where that stands
    in the file; `is_odd` tells which are not plain.
    """

    def __init__(
        self,
        reader: RowReader,
        data: Bytes,
        places: tuple[Offsets, Column, Column, Column],
        ids: PackedTexts,
        values: RowColumns,
        is_odd: npt.NDArray[np.bool_],
        mended: Mapping[int, bytes],
        names: Names,
    ) -> None:
        self._reader = reader
        self.data = data
        self.starts, self.lengths, self.lines, self.columns = places
        self.ids: PackedTexts = ids
        self.values = values
        self.is_odd = is_odd
        self.names = names
        self.file = ""
        """The file that holds `data` as it is, once it has been read to its end."""
        self.added = bytearray()
        self.packed_starts, self.packed_lengths = self.starts.copy(), self.lengths.copy()
        self._entries: dict[int, Entry] = {}
        self._order: Order | None = None
        self._by_id: Mapping[str, int] | None = None
        for ordinal, packed in mended.items():
            self._pack(ordinal, packed)

    def __len__(self) -> int:
        return len(self.starts)

    # -- ids ---------------------------------------------------------------------------------------

    @property
    def order(self) -> Order:
        """The rows in the order of their ids."""
        if self._order is None:
            self._order, _ = sorted_order(self.ids)
        return self._order

    @property
    def ordinal_of(self) -> Mapping[str, int]:
        """The rows by id."""
        if self._by_id is None:
            index = IdIndex(self.ids, self.order)
            is_asked_often = len(self.with_links()) + len(self.with_order()) > MANY
            self._by_id = found_often(index) if is_asked_often else index
        return self._by_id

    def name(self, ids: PackedTexts, order: Order) -> None:
        """Give all rows their ids, and the order of these."""
        self.ids, self._order, self._by_id = ids, order, None

    # -- single rows -------------------------------------------------------------------------------

    def with_links(self) -> list[int]:
        """Return the rows with links."""
        return self._with(HAS_LINKS)

    def with_order(self) -> list[int]:
        """Return the rows that tell what they come after or before."""
        return self._with(HAS_ORDER)

    def with_claims(self) -> Iterable[int]:
        """Return the rows with claims inside them."""
        return self._with(HAS_CLAIMS)

    def _with(self, flag: int) -> list[int]:
        found: list[int] = np.flatnonzero(self.values.flags & flag).tolist()
        return found

    def odd(self) -> Iterator[int]:
        """Yield the rows that are not plain."""
        yield from np.flatnonzero(self.is_odd).tolist()

    def packed(self, ordinal: int) -> bytes:
        """Return the JSON of a row as it will be kept."""
        start, length = self.packed_starts.item(ordinal), self.packed_lengths.item(ordinal)
        if start < len(self.data):
            return bytes(self.data.data[start : start + length])
        start -= len(self.data)
        return bytes(self.added[start : start + length])

    def record(self, ordinal: int) -> records.Event:
        """Return a row's event as far as its edits have been carried out."""
        return DECODER.decode(self.packed(ordinal))

    def date(self, ordinal: int) -> str | None:
        """Return a row's date with its edits carried out."""
        entry = self._entries.get(ordinal)
        date: str | None = entry.edited("date") if entry is not None else self.record(ordinal).date
        return date

    def edits(self, ordinal: int) -> Mapping[TreePath, Any]:
        """Return the edits of a row that are still to be carried out."""
        entry = self._entries.get(ordinal)
        return NO_EDITS if entry is None else entry.edits

    def fresh(self, ordinal: int) -> Entry:
        """Return a row's entry, read once more."""
        start = self.starts.item(ordinal)
        line = bytes(self.data.data[start : start + self.lengths.item(ordinal)])
        entry = self._reader.again(line, Spot(self.lines.item(ordinal), self.columns.item(ordinal)))
        entry.id = self.ids[ordinal]
        return entry

    def entry(self, ordinal: int) -> Entry:
        """Return a row's entry, and hold it: what is noted in it counts."""
        entry = self._entries.get(ordinal)
        if entry is None:
            entry = self._entries[ordinal] = self.fresh(ordinal)
            self.is_odd[ordinal] = True
        return entry

    def hold(self, ordinal: int, entry: Entry) -> None:
        """Hold an entry until all checks are done."""
        self._entries[ordinal] = entry

    def held(self) -> Mapping[int, Entry]:
        """Return the entries that are held."""
        return self._entries

    def release(self, ordinal: int, record: records.Event) -> None:
        """Keep what has become of a row, and forget its entry."""
        self._entries.pop(ordinal, None)
        self._pack(ordinal, ENCODER.encode(record))

    def _pack(self, ordinal: int, packed: bytes) -> None:
        self.packed_starts[ordinal] = len(self.data) + len(self.added)
        self.packed_lengths[ordinal] = len(packed)
        self.added += packed
