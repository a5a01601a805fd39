# SPDX-License-Identifier: MIT
"""From rows that have been checked to packed events: the columns of unusual rows are made last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns, columns_of_texts, joined_columns, with_columns
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.content.event_rows import EventRows
from timeline_app.content.packed_events import PackedEvents, renumbered
from timeline_app.content.row_intake import label_of
from timeline_app.model import records
from timeline_app.model.event_uses import EventUses, Lists, flags_of, own_excerpts, own_sources
from timeline_app.model.record_store import PackedRecords, PackedTexts, offsets_of

_AT_ONCE: Final = 2_048


def packed_of(
    rows: EventRows,
    lanes: Mapping[str, int],
    sources: Mapping[str, int],
    excerpts: Mapping[str, int],
    settings: DateSettings,
) -> PackedEvents:
    """Return the columns of rows that have been checked; those of unusual rows are made now."""
    values, names = rows.values, rows.names
    places = np.flatnonzero(rows.is_odd)
    settled = _Settled(lanes, sources, excerpts, settings)
    for first in range(0, len(places), _AT_ONCE):
        settled.take([rows.record(ordinal) for ordinal in places[first : first + _AT_ONCE].tolist()])
    importance, flags = values.importance, values.flags
    importance[places], flags[places] = settled.importance, settled.flags
    return PackedEvents(
        PackedRecords(
            rows.data, np.frombuffer(bytes(rows.added), np.uint8), rows.packed_starts, rows.packed_lengths
        ),
        rows.ids,
        rows.order,
        _with_texts(values.labels, places, PackedTexts.of(settled.labels)),
        with_columns(values.dates, places, joined_columns(settled.dates)) if len(places) else values.dates,
        importance,
        _with_lists(_as_kept(values.lanes, names.lanes, lanes), places, settled.lanes),
        EventUses(
            flags,
            _with_lists(_as_kept(values.sources, names.sources, sources), places, settled.sources),
            _with_lists(_as_kept(values.excerpts, names.excerpts, excerpts), places, settled.excerpts),
        ),
        rows.file,
    )


def _as_kept(lists: Lists, told: Mapping[str, int], kept: Mapping[str, int]) -> Lists:
    """Return lists by the numbers of what is left of the file: a part may have gone after events were read."""
    if len(told) == len(kept):
        return lists
    return renumbered(lists, np.array([kept.get(name, -1) for name in told], np.int64))


class _Settled:
    """The columns of the rows that were not plain."""

    def __init__(
        self,
        lanes: Mapping[str, int],
        sources: Mapping[str, int],
        excerpts: Mapping[str, int],
        settings: DateSettings,
    ) -> None:
        self._lane_of, self._source_of, self._excerpt_of = lanes, sources, excerpts
        self._settings = settings
        self.importance: list[int] = []
        self.flags: list[int] = []
        self.labels: list[str] = []
        self.lanes: list[list[int]] = []
        self.sources: list[list[int]] = []
        self.excerpts: list[list[int]] = []
        self.dates: list[DateColumns] = []

    def take(self, events: Sequence[records.Event]) -> None:
        dates, errors = columns_of_texts([event.date for event in events], self._settings)
        if errors:
            raise next(iter(errors.values()))
        self.dates.append(dates)
        for event in events:
            self.importance.append(event.importance)
            self.flags.append(flags_of(event))
            self.labels.append(label_of(event))
            self.lanes.append(
                _known((event.lane,) if isinstance(event.lane, str) else event.lane, self._lane_of)
            )
            self.sources.append(_known(own_sources(event), self._source_of))
            self.excerpts.append(_known(own_excerpts(event), self._excerpt_of))


def _known(names: Iterable[str], number_of: Mapping[str, int]) -> list[int]:
    return [number_of[name] for name in names if name in number_of]


def _with_lists(old: Lists, places: npt.NDArray[np.int64], news: list[list[int]]) -> Lists:
    """Return lists with others in some rows."""
    if not len(places):
        return old
    counts = np.diff(old.offsets)
    stays = np.ones(len(counts), np.bool_)
    stays[places] = False
    new = Lists.of(news)
    kept = old.values[np.repeat(stays, counts)]
    counts[places] = np.diff(new.offsets)
    values = np.empty(int(counts.sum()), np.int32)
    is_old = np.repeat(stays, counts)
    values[is_old], values[~is_old] = kept, new.values
    return Lists(offsets_of(counts), values)


def _with_texts(old: PackedTexts, places: npt.NDArray[np.int64], new: PackedTexts) -> PackedTexts:
    """Return texts with others in some rows."""
    if not len(places):
        return old
    counts = np.diff(old.offsets)
    stays = np.ones(len(counts), np.bool_)
    stays[places] = False
    kept = old.data[np.repeat(stays, counts)]
    counts[places] = np.diff(new.offsets)
    data = np.empty(int(counts.sum()), np.uint8)
    is_old = np.repeat(stays, counts)
    data[is_old], data[~is_old] = kept, new.data
    return PackedTexts(data, offsets_of(counts))
