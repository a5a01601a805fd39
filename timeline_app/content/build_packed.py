# SPDX-License-Identifier: MIT
"""From packed events to the table and the links of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from timeline_app.chrono.columns import with_rows
from timeline_app.content.build import Parts, derived, directed, link_key, loose_lane
from timeline_app.content.packed_events import PackedEvents, filled, renumbered
from timeline_app.model.document import EventTable, LaneRow
from timeline_app.model.event_uses import HAS_LINKS
from timeline_app.model.link_index import LinkTable
from timeline_app.model.record_store import MANY, IdIndex, found_often, ranks_of


def table_of(
    packed: PackedEvents, parts: Parts, lanes: tuple[LaneRow, ...]
) -> tuple[tuple[LaneRow, ...], EventTable]:
    """Return the lanes in display order, and the table of the events in them."""
    row_of = {lane.id: row for row, lane in enumerate(lanes)}
    members = renumbered(packed.lanes, _numbers(parts.lanes, row_of))
    if len(members.offsets) > 1 and not np.diff(members.offsets).all():
        members = filled(members, len(lanes))
        lanes = (*lanes, loose_lane())
    settings = parts.about.date_settings
    derivations = derived(parts.bounds, packed.records, settings)
    dates = packed.dates
    if derivations:
        dates = with_rows(dates, {ordinal: found.date for ordinal, found in derivations.items()})
    return lanes, EventTable(
        ids=packed.ids,
        records=packed.records,
        dates=dates,
        importance=packed.importance,
        lane_offsets=members.offsets,
        lane_values=members.values,
        ordinal_of=IdIndex(packed.ids, packed.order),
        date_settings=settings,
        derivations=derivations,
        id_ranks=ranks_of(packed.order),
        labels=packed.labels,
        uses=packed.uses,
    )


def _numbers(names: Iterable[str], row_of: Mapping[str, int]) -> npt.NDArray[np.int64]:
    return np.array([row_of.get(name, -1) for name in names], dtype=np.int64)


def links_of(table: EventTable) -> LinkTable:
    """Return each link once, from cause to effect; an inverse pair is one link, as it was told first."""
    found: dict[tuple[int, int, str], tuple[int, int, int, int]] = {}
    tellers = table.uses.with_any(HAS_LINKS) if table.uses is not None else ()
    ordinal_of = table.ordinal_of
    if isinstance(ordinal_of, IdIndex) and len(tellers) > MANY:
        ordinal_of = found_often(ordinal_of)
    for ordinal in tellers:
        for place, link in enumerate(table.records[ordinal].links):
            other = ordinal_of.get(link.to)
            if other is not None:
                source, target = directed(ordinal, other, link.kind)
                found.setdefault(link_key(source, target, link.kind), (source, target, ordinal, place))
    rows = np.array(list(found.values()), dtype=np.int32).reshape(len(found), 4)
    return LinkTable(table.records, *np.ascontiguousarray(rows.T))
