# SPDX-License-Identifier: MIT
"""Packed events as runs of bytes, one behind the other, and back again: a million events come back in a moment.

What the exhibit's own file holds is not kept a second time: it was read anyway, to see that it is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns, Stretches
from timeline_app.content.cache_codec import KeptColumns
from timeline_app.content.packed_events import PackedEvents
from timeline_app.model.event_uses import EventUses, Lists
from timeline_app.model.record_store import Bytes, PackedRecords, PackedTexts

Array = npt.NDArray[Any]

_KINDS: Final = ("|u1", "|i1", "<i4", "<i8")
_WORD: Final = 8
_DATES: Final = tuple(name for name in DateColumns.__slots__ if name != "stretches")
_STRETCHES: Final = tuple(Stretches.__slots__)


def columns_in(packed: PackedEvents, *, with_data: bool) -> list[Array]:
    """Return all columns in a fixed order."""
    uses, dates = packed.uses, packed.dates
    found: list[Array] = [packed.records.starts, packed.records.lengths, packed.records.added, packed.order]
    for texts in (packed.ids, packed.labels):
        found += (texts.data, texts.offsets)
    for lists in (packed.lanes, uses.sources, uses.excerpts):
        found += (lists.values, lists.offsets)
    found += (packed.importance, uses.flags)
    found += [getattr(dates, name) for name in _DATES]
    found += [getattr(dates.stretches, name) for name in _STRETCHES]
    return [*found, packed.records.data] if with_data else found


def kept_columns(arrays: Sequence[Array], file: int) -> KeptColumns:
    """Return what is to be told of columns; raise ValueError for a kind that is none of ours."""
    return KeptColumns(file, tuple((_KINDS.index(array.dtype.str), len(array)) for array in arrays))


def runs_of(arrays: Sequence[Array]) -> list[memoryview]:
    """Return columns as bytes, each filled up to whole words."""
    runs: list[memoryview] = []
    for array in arrays:
        whole = np.ascontiguousarray(array)
        runs.append(whole.view(np.uint8).data)
        runs.append(memoryview(bytes(-whole.nbytes % _WORD)))
    return runs


def packed_from(kept: KeptColumns, data: memoryview, file: Bytes | None, name: str) -> PackedEvents:
    """Return the events whose columns lie in some bytes; raise ValueError if these cannot be them."""
    arrays: list[Array] = []
    at = 0
    for kind, count in kept.arrays:
        dtype = np.dtype(_KINDS[kind])
        end = at + count * dtype.itemsize
        if count < 0 or end > len(data):
            raise ValueError("cut short")
        arrays.append(np.frombuffer(data, dtype, count, at) if count else np.zeros(0, dtype))
        at = end + -end % _WORD
    if at != len(data):
        raise ValueError("too long")
    run = iter(arrays)
    starts, lengths, added, order = (next(run) for _ in range(4))
    ids, labels = (PackedTexts(next(run), next(run)) for _ in range(2))
    lanes, sources, excerpts = (_lists(next(run), next(run)) for _ in range(3))
    importance, flags = next(run), next(run)
    columns: Mapping[str, Array] = {name: next(run) for name in _DATES}
    stretches = Stretches(*(next(run) for _ in _STRETCHES))
    own = next(run, None) if file is None else file
    if own is None or next(run, None) is not None:
        raise ValueError("other columns")
    packed = PackedEvents(
        PackedRecords(own, added, starts, lengths),
        ids,
        order,
        labels,
        DateColumns(**columns, stretches=stretches),
        importance,
        lanes,
        EventUses(flags, sources, excerpts),
        name,
    )
    _check(packed)
    return packed


def _lists(values: Array, offsets: Array) -> Lists:
    return Lists(offsets, values)


def _check(packed: PackedEvents) -> None:
    """Raise ValueError for columns that do not fit each other."""
    records, count = packed.records, len(packed.importance)
    ends = records.starts + records.lengths
    stretches = packed.dates.stretches
    fits = (
        len(records.starts) == len(records.lengths) == len(packed.order) == len(packed.uses.flags) == count
        and all(len(getattr(packed.dates, name)) == count for name in _DATES)
        and all(_is_cut(texts.offsets, texts.data, count) for texts in (packed.ids, packed.labels))
        and all(
            _is_cut(lists.offsets, lists.values, count)
            for lists in (packed.lanes, packed.uses.sources, packed.uses.excerpts)
        )
        and len({len(getattr(stretches, name)) for name in _STRETCHES[2:]}) == 1
        and len(stretches.rows) == len(stretches.starts)
        and _is_within(packed.order, count)
        and _is_within(stretches.rows, count)
        and _is_within(stretches.starts, len(stretches))
        and (not count or bool(records.starts.min() >= 0 and records.lengths.min() > 0))
        and (not count or bool(ends.max() <= len(records.data) + len(records.added)))
    )
    if not fits:
        raise ValueError("columns that do not fit")


def _is_cut(offsets: Array, values: Array, count: int) -> bool:
    return (
        len(offsets) == count + 1
        and int(offsets[0]) == 0
        and int(offsets[-1]) == len(values)
        and bool((np.diff(offsets) >= 0).all())
    )


def _is_within(numbers: Array, count: int) -> bool:
    return not len(numbers) or bool(numbers.min() >= 0 and numbers.max() < count)
