# SPDX-License-Identifier: MIT
"""From a draft that has been checked to the document: columns for events, rows for lanes, edges for links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np

from timeline_app.base.text_value import TextValue
from timeline_app.chrono.columns import columns_of_texts, with_rows
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model import records
from timeline_app.model.derivation import Bounds, Derivation
from timeline_app.model.document import Document, EraSpan, EventTable, LaneRow, LinkEdge
from timeline_app.model.event_uses import HAS_CLAIMS, uses_of

if TYPE_CHECKING:
    from timeline_app.content.draft import Draft  # And with it YAML, which a kept exhibit does without.
    from timeline_app.content.packed_events import PackedEvents
    from timeline_app.content.told_events import ToldEvents

LOOSE_LANE: Final = ""
"""The id of the lane for events that name none. Its title is empty: the interface says `lane.events`."""

_FORWARD: Final = {"response-to": "led-to"}
"""Link kinds that tell the same as another from the other end."""


def as_tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of a field that may hold one or several."""
    return (value,) if isinstance(value, str) else value


class Parts(msgspec.Struct, frozen=True, eq=False):
    """The checked records of an exhibit: all that a document is built from. Claims within events stay there.

    `bounds` follow from the events; they stand here so that a kept exhibit need not solve them anew.
    """

    about: records.Exhibit
    lanes: dict[str, records.Lane]
    eras: tuple[records.Era, ...]
    silences: tuple[records.Silence, ...]
    places: dict[str, records.Place]
    people: dict[str, records.Person]
    sources: dict[str, records.Source]
    excerpts: dict[str, records.Excerpt]
    event_ids: list[str]
    events: list[records.Event]
    claims: dict[str, records.Claim]
    tours: dict[str, records.Tour]
    bounds: tuple[Bounds, ...]


def parts_of(draft: Draft) -> Parts:
    """Return the records of a draft; of packed events only their bounds are among them."""
    return Parts(
        about=draft.about,
        lanes=_keyed(draft, "lanes"),
        eras=_listed(draft, "eras"),
        silences=_listed(draft, "silences"),
        places=_keyed(draft, "places"),
        people=_keyed(draft, "people"),
        sources=_keyed(draft, "sources"),
        excerpts=_keyed(draft, "excerpts"),
        event_ids=[entry.id for entry in draft["events"].entries],
        events=list(_listed(draft, "events")),
        claims=_keyed(draft, "claims"),
        tours=_keyed(draft, "tours"),
        bounds=_bounds(draft["events"].told, draft.about.date_settings),
    )


def assemble(parts: Parts, path: Path | None, packed: PackedEvents | None = None) -> Document:
    """Return the document made of these records."""
    lanes = lane_rows(parts.lanes)
    links: Sequence[LinkEdge]
    settings = parts.about.date_settings
    if packed is not None:
        from timeline_app.content.build_packed import links_of, table_of  # Only large exhibits have them.

        lanes, table = table_of(packed, parts, lanes)
        links, inner = links_of(table), _inner_claims(_with_claims(table))
    else:
        if any(not event.lane for event in parts.events):
            lanes = (*lanes, loose_lane())
        table = _event_table(parts, lanes, settings)
        links = link_edges(parts.events, table.ordinal_of)
        inner = _inner_claims(zip(parts.event_ids, parts.events, strict=True))
    return Document(
        about=parts.about,
        lanes=lanes,
        events=table,
        eras=tuple(EraSpan(era, parse(era.date, settings)) for era in parts.eras),
        links=links,
        places=parts.places,
        people=parts.people,
        sources=parts.sources,
        excerpts=parts.excerpts,
        claims={**parts.claims, **inner},
        tours=parts.tours,
        silences=parts.silences,
        path=path,
    )


def loose_lane() -> LaneRow:
    """Return the lane of events that name none."""
    return LaneRow(LOOSE_LANE, records.Lane(TextValue.plain("")), 0, None)


def lane_rows(lanes: Mapping[str, records.Lane]) -> tuple[LaneRow, ...]:
    """Return the lanes in display order: each followed by those it holds. Parents must not form circles."""
    children: dict[str | None, list[str]] = {}
    for lane_id, lane in lanes.items():
        parent = lane.parent if lane.parent in lanes else None
        children.setdefault(parent, []).append(lane_id)
    rows: list[LaneRow] = []
    waiting = [(lane_id, 0, None) for lane_id in reversed(children.get(None, []))]
    pending: list[tuple[str, int, int | None]] = list(waiting)
    while pending:
        lane_id, depth, parent_row = pending.pop()
        rows.append(LaneRow(lane_id, lanes[lane_id], depth, parent_row))
        own_row = len(rows) - 1
        pending += [(child, depth + 1, own_row) for child in reversed(children.get(lane_id, []))]
    return tuple(rows)


def link_edges(events: Sequence[records.Event], ordinal_of: Mapping[str, int]) -> tuple[LinkEdge, ...]:
    """Return each link once, from cause to effect; an inverse pair is one link."""
    edges: dict[tuple[int, int, str], LinkEdge] = {}
    for ordinal, event in enumerate(events):
        for link in event.links:
            if link.to not in ordinal_of:
                continue
            source, target = directed(ordinal, ordinal_of[link.to], link.kind)
            edges.setdefault(link_key(source, target, link.kind), LinkEdge(source, target, link))
    return tuple(edges.values())


def directed(source: int, target: int, kind: str) -> tuple[int, int]:
    """Return a link's ends from cause to effect, whichever end told it."""
    return (target, source) if kind in _FORWARD else (source, target)


def link_key(source: int, target: int, kind: str) -> tuple[int, int, str]:
    """Return what makes two links the same: kinds without a direction may be told from either end."""
    kind = _FORWARD.get(kind, kind)
    if kind in {"in-tension-with", "same-as"}:
        source, target = sorted((source, target))
    return source, target, kind


def _event_table(parts: Parts, lanes: tuple[LaneRow, ...], settings: DateSettings) -> EventTable:
    events = parts.events
    row_of = {lane.id: index for index, lane in enumerate(lanes)}
    rows = [[row_of[lane] for lane in as_tuple(event.lane) or (LOOSE_LANE,)] for event in events]
    counts = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    dates, errors = columns_of_texts([event.date for event in events], settings)
    if errors:
        raise next(iter(errors.values()))
    derivations = derived(parts.bounds, events, settings)
    if derivations:
        dates = with_rows(dates, {ordinal: found.date for ordinal, found in derivations.items()})
    return EventTable(
        ids=parts.event_ids,
        records=events,
        dates=dates,
        importance=np.fromiter((event.importance for event in events), dtype=np.int8, count=len(events)),
        lane_offsets=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)]),
        lane_values=np.fromiter(
            (lane for row in rows for lane in row), dtype=np.int32, count=int(counts.sum())
        ),
        ordinal_of={event_id: ordinal for ordinal, event_id in enumerate(parts.event_ids)},
        date_settings=settings,
        derivations=derivations,
        uses=uses_of(events, parts.sources, parts.excerpts),
    )


def derived(
    several: Iterable[Bounds], events: Sequence[records.Event], settings: DateSettings
) -> dict[int, Derivation]:
    """Return the dates of the events that others bound."""
    return {
        bounds.event: Derivation.of(
            bounds, events[bounds.event].date, settings, events[bounds.event].calendar or ""
        )
        for bounds in several
    }


def _bounds(events: ToldEvents, settings: DateSettings) -> tuple[Bounds, ...]:
    """Return what the events tell of each other's dates; an exhibit that tells no order does not pay for it."""
    tellers = events.with_order()
    if not tellers:
        return ()
    from timeline_app.model.relations import solve_relations, told_of

    def date_of(ordinal: int) -> HistoricalDate | None:
        text = events.date(ordinal)
        return parse(text, settings) if text else None

    told = (each for ordinal in tellers for each in told_of(ordinal, events.record(ordinal)))
    return solve_relations(told, events.ids, events.ordinal_of, date_of, settings).bounds()


def _keyed(draft: Draft, name: str) -> dict[str, Any]:
    return {entry.id: entry.record for entry in draft[name].entries}


def _listed(draft: Draft, name: str) -> tuple[Any, ...]:
    return tuple(entry.record for entry in draft[name].entries)


def _with_claims(table: EventTable) -> Iterator[tuple[str, records.Event]]:
    """Yield the events of a table that have claims inside them."""
    if table.uses is not None:
        for ordinal in table.uses.with_any(HAS_CLAIMS):
            yield table.ids[ordinal], table.records[ordinal]


def _inner_claims(events: Iterable[tuple[str, records.Event]]) -> dict[str, records.Claim]:
    """Return the claims that stand inside events, each naming its event."""
    found: dict[str, records.Claim] = {}
    for event_id, event in events:
        for claim_id, claim in event.claims.items():
            about = claim.events if event_id in claim.events else (event_id, *claim.events)
            found[claim_id] = msgspec.structs.replace(claim, events=about)
    return found
