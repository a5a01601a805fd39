# SPDX-License-Identifier: MIT
"""The checked events of a large exhibit as columns: what a document is made of, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import DateColumns
from timeline_app.model.event_uses import EventUses, Lists
from timeline_app.model.record_store import Offsets, Order, PackedRecords, PackedTexts, offsets_of


@dataclass(frozen=True, slots=True, eq=False)
class PackedEvents:
    """All events; lanes, sources and excerpts by their numbers in the file.

    `file` names the file that holds `records.data` from its first byte to its last, "" where none does.
    """

    records: PackedRecords
    ids: PackedTexts
    order: Order
    labels: PackedTexts
    dates: DateColumns
    importance: npt.NDArray[np.int8]
    lanes: Lists
    uses: EventUses
    file: str = ""


def renumbered(lists: Lists, new_numbers: npt.NDArray[np.int64]) -> Lists:
    """Return lists with other numbers; those that become -1 go."""
    if not len(lists.values) or np.array_equal(new_numbers, np.arange(len(new_numbers))):
        return lists
    values = new_numbers[lists.values]
    stays = values >= 0
    counts: Offsets = np.bincount(lists.rows[stays], minlength=len(lists.offsets) - 1)
    return Lists(offsets_of(counts), values[stays].astype(np.int32))


def filled(lists: Lists, number: int) -> Lists:
    """Return lists with a number in those that are empty."""
    counts = np.diff(lists.offsets)
    is_empty = counts == 0
    counts = np.where(is_empty, 1, counts)
    offsets = offsets_of(counts)
    values = np.full(int(offsets[-1]), number, np.int32)
    values[np.repeat(~is_empty, counts)] = lists.values
    return Lists(offsets, values)
