# SPDX-License-Identifier: MIT
"""What may be shown of each thing: texts resolved for one reader, rules of privacy applied.

These are read-only answers of `Showing`, made on demand; nothing here is stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model import records
from timeline_app.model.prose import Block


@dataclass(frozen=True, slots=True)
class LaneView:
    """A lane as shown: index, title and colour role."""

    index: int
    id: str
    title: ShownText
    colour: str
    share: float
    depth: int


@dataclass(frozen=True, slots=True)
class EraView:
    """An era as shown."""

    id: str
    title: ShownText
    date: HistoricalDate


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place as shown."""

    id: str
    title: ShownText
    names: tuple[ShownText, ...]
    certainty: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, organisation or term as shown; a withheld one is never made into a view."""

    id: str
    title: ShownText
    kind: str
    names: tuple[ShownText, ...]
    role: ShownText | None
    note: ShownText | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as shown. `url` is None where the exhibit withholds it."""

    id: str
    record: records.Source
    title: ShownText
    citation: str
    kind: str | None
    is_advocacy: bool
    url: str | None
    extent: str | None
    via: str | None
    provenance: ShownText | None
    public_since: HistoricalDate | None
    derives_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceUseView:
    """A source under its number in one event, with place and note."""

    number: int
    source: SourceView
    locator: ShownText | None
    note: ShownText | None


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A translation of an excerpt, with who made it and its status."""

    text: ShownText
    by: ShownText | None
    status: str


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """An excerpt as shown: words in their own language, translations apart."""

    id: str
    words: ShownText
    translations: tuple[TranslationView, ...]
    speaker: ShownText | None
    date: HistoricalDate | None
    locator: ShownText | None
    source: SourceView | None
    text_is: str
    elided: str | None
    bears: str | None
    transmission: tuple[tuple[ShownText, str, HistoricalDate | None], ...]
    in_context_only: bool
    content_note: ShownText | None
    comment: ShownText | None


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """A connected event, seen from the event in hand.

    `kind` is a record's link kind; `outward` is True when this event is the link's start.
    """

    ordinal: int
    event_id: str
    title: ShownText
    lane: int
    kind: str
    outward: bool
    judgement: bool
    why: ShownText | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one party says about a disputed point."""

    says: ShownText
    by: ShownText | None
    date: HistoricalDate | None
    sources: tuple[SourceView, ...]
    excerpts: tuple[str, ...]
    bears: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A point on which accounts differ."""

    id: str
    about: ShownText
    accounts: tuple[AccountView, ...]
    status: str
    conclusion: ShownText | None
    concluded_by: ShownText | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventHead:
    """The little that the canvas and lists need."""

    ordinal: int
    id: str
    title: ShownText
    short: ShownText
    date: HistoricalDate | None
    lanes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as the detail panel shows it.

    `summary` and `body` are blocks whose marks refer to `sources` by number and to `excerpts` by id.
    """

    head: EventHead
    date_as_written: ShownText | None
    date_basis: ShownText | None
    places: tuple[PlaceView, ...]
    people: tuple[PersonView, ...]
    summary: tuple[Block, ...]
    body: tuple[Block, ...]
    sources: tuple[SourceUseView, ...]
    excerpts: tuple[ExcerptView, ...]
    connections: tuple[ConnectionView, ...]
    claims: tuple[ClaimView, ...]
    content_note: ShownText | None
    is_covered: bool
    tags: tuple[str, ...]
    figure: records.Figure | None
    known: tuple[records.Known, ...]


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """The exhibit's introduction."""

    title: ShownText
    subtitle: ShownText | None
    about: tuple[Block, ...]
    made_by: tuple[tuple[ShownText, ShownText | None], ...]
    event_count: int
    undated: tuple[EventHead, ...]
