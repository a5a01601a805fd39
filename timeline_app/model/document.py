# SPDX-License-Identifier: MIT
"""The document: events as columns, everything else by id, links as arrays.

An *ordinal* is an event's index in these columns, in file order. A document never changes; a reload
makes a new one, and states compare documents by identity. The interface never reads it directly:
what may be shown comes through `showing.Showing`, which applies the lens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from timeline_app.base.text_value import TextValue
from timeline_app.chrono.columns import DateColumns
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model import records
from timeline_app.model.derivation import Derivation
from timeline_app.model.event_uses import EventUses, uses_of
from timeline_app.model.record_store import PackedTexts

if TYPE_CHECKING:
    from timeline_app.model.catalogue import Catalogue
    from timeline_app.model.kept_columns import KeptColumns
    from timeline_app.model.publicity import Publicity

IntArray = npt.NDArray[np.int64]
Ordinals = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class LaneRow:
    """A lane in display order: top lanes first, each followed by the lanes it holds."""

    id: str
    record: records.Lane
    depth: int
    parent: int | None


@dataclass(frozen=True, eq=False)
class EventTable:
    """All events: numbers as columns, texts as records.

    `lane_offsets` (n+1) and `lane_values` hold each event's lanes (indices into `Document.lanes`),
    the first of them being the lane under which it is read aloud. `derivations` tells of the events whose
    place in time follows, wholly or in part, from those of others; `dates` holds them as placed. `id_ranks` is
    the place of each id among all of them by their characters' numbers, None where nobody has sorted them.

    `records`, `ids` and `ordinal_of` of a large exhibit take out of bytes what they are asked for, so nobody
    may go through all of them. `labels` are what stands on the canvas, "" where only the record tells it;
    both they and `uses` are None where nobody has gathered them.
    """

    ids: Sequence[str]
    records: Sequence[records.Event]
    dates: DateColumns
    importance: npt.NDArray[np.int8]
    lane_offsets: IntArray
    lane_values: Ordinals
    ordinal_of: Mapping[str, int]
    date_settings: DateSettings = DEFAULT_SETTINGS
    derivations: Mapping[int, Derivation] = field(default_factory=dict)
    id_ranks: Ordinals | None = None
    labels: PackedTexts | None = None
    uses: EventUses | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def span_s(self) -> tuple[int, int] | None:
        """First and last second of all dated events, None when there are none."""
        dated = self.dates.is_dated
        if not dated.any():
            return None
        return int(self.dates.fuzz_earliest_s[dated].min()), int(self.dates.fuzz_latest_s[dated].max())

    @cached_property
    def shortest_s(self) -> int:
        """The length of the shortest stretch in which a dated event lies, 0 when there are none."""
        dated = self.dates.is_dated
        if not dated.any():
            return 0
        return int((self.dates.fuzz_latest_s - self.dates.fuzz_earliest_s)[dated].min())

    def lanes_of(self, ordinal: int) -> tuple[int, ...]:
        """Return the indices of the lanes in which the event stands."""
        start, end = self.lane_offsets[ordinal], self.lane_offsets[ordinal + 1]
        return tuple(int(lane) for lane in self.lane_values[start:end])

    def date_of(self, ordinal: int) -> HistoricalDate | None:
        """Return the event's date as it is placed, or None for an undated one."""
        derivation = self.derivations.get(ordinal)
        return self.own_date_of(ordinal) if derivation is None else derivation.date

    def own_date_of(self, ordinal: int) -> HistoricalDate | None:
        """Return the date that the file gives an event, None if it gives none."""
        text = self.records[ordinal].date
        return parse(text, self.date_settings) if text else None


@dataclass(frozen=True, slots=True)
class LinkEdge:
    """One link between two events, told once, from cause or part to effect or whole."""

    source: int
    target: int
    record: records.Link


@dataclass(frozen=True, slots=True, eq=False)
class EraSpan:
    """An era with its date read."""

    record: records.Era
    date: HistoricalDate


@dataclass(frozen=True, eq=False)
class Document:
    """One exhibit, whole and unchangeable."""

    about: records.Exhibit
    lanes: tuple[LaneRow, ...]
    events: EventTable
    eras: tuple[EraSpan, ...] = ()
    links: Sequence[LinkEdge] = ()
    places: Mapping[str, records.Place] = field(default_factory=dict)
    people: Mapping[str, records.Person] = field(default_factory=dict)
    sources: Mapping[str, records.Source] = field(default_factory=dict)
    excerpts: Mapping[str, records.Excerpt] = field(default_factory=dict)
    claims: Mapping[str, records.Claim] = field(default_factory=dict)
    """Those that stand on their own and those inside events."""
    tours: Mapping[str, records.Tour] = field(default_factory=dict)
    own_tours: Mapping[str, Path] = field(default_factory=dict)
    """The files of those tours that are the reader's own."""
    silences: tuple[records.Silence, ...] = ()
    path: Path | None = None

    def with_tours(self, tours: Mapping[str, records.Tour], own_tours: Mapping[str, Path]) -> Document:
        """Return this exhibit with other tours; what has been gathered of its events stays."""
        made = replace(self, tours=tours, own_tours=own_tours)
        vars(made).update({name: kept for name, kept in vars(self).items() if name not in vars(made)})
        return made

    @property
    def title(self) -> TextValue:
        """The exhibit's title."""
        return self.about.title

    @property
    def date_settings(self) -> DateSettings:
        """The settings under which this exhibit's dates are read."""
        return self.about.date_settings

    @property
    def span_s(self) -> tuple[int, int] | None:
        """First and last second of all dated events, None when there are none."""
        return self.events.span_s

    @cached_property
    def uses(self) -> EventUses:
        """What all events use: as gathered while reading, or gathered now."""
        return self.events.uses or uses_of(self.events.records, self.sources, self.excerpts)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The people, places and tags of all events; goes through all records when it is first asked for."""
        from timeline_app.model.catalogue import catalogue_of  # Only where somebody filters or searches.

        return catalogue_of(self.events.records, self.people, self.places)

    @cached_property
    def facet_columns(self) -> KeptColumns:
        """What events belong to by their evidence, for the lens that asked last."""
        from timeline_app.model.kept_columns import KeptColumns  # Only where somebody filters.

        return KeptColumns()

    @cached_property
    def publicity(self) -> Publicity:
        """When what the exhibit tells became public."""
        from timeline_app.model.publicity import Publicity  # Only where somebody asks what was known when.

        events = self.events
        return Publicity(events.records, events.dates, self.uses.flags, self.sources, self.date_settings)
