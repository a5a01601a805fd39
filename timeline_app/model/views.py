# SPDX-License-Identifier: MIT
"""What may be shown of each thing: texts resolved for one reader, rules of privacy applied.

These are read-only answers of `Showing`, made on demand; nothing here is stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model import records
from timeline_app.model.date_reason import DateReasonView
from timeline_app.model.heads import EventHead, TourHead
from timeline_app.model.media_views import ConsentView, PictureView, RightsView
from timeline_app.model.prose import Block


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place as shown; `at` is its latitude and longitude, where the exhibit gives them."""

    id: str
    title: ShownText
    names: tuple[ShownText, ...]
    certainty: str
    at: tuple[float, float] | None = None
    note: ShownText | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, organisation or term as shown; a withheld one is never made into a view.

    One who may be shown by role alone has the role as title, and neither id, names nor note.
    """

    id: str
    title: ShownText
    kind: str
    names: tuple[ShownText, ...]
    role: ShownText | None
    note: ShownText | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as shown. Where the exhibit withholds the address, neither `url` nor `record` has it.

    `short` is author and year, for references; `via` and `derives_from` are ids of other sources.
    `may_be_later`: at a cursor, whether it was public by then is in doubt.
    """

    id: str
    record: records.Source
    title: ShownText
    short: str
    kind: str | None
    is_advocacy: bool
    url: str | None
    extent: str | None
    via: str | None
    provenance: ShownText | None
    note: ShownText | None
    public_since: HistoricalDate | None
    derives_from: tuple[str, ...]
    may_be_later: bool = False


@dataclass(frozen=True, slots=True)
class SourceUseView:
    """A source under its number in one event, with place and note.

    `first_number` is the number under which the same source stands first: a later one need not repeat
    the citation. `excerpt` is the id of the excerpt that carries this number, "" for a plain source.
    """

    number: int
    source: SourceView
    locator: ShownText | None
    note: ShownText | None
    first_number: int = 0
    excerpt: str = ""

    @property
    def is_repeat(self) -> bool:
        """Whether the same source already stands under a lower number."""
        return 0 < self.first_number < self.number


@dataclass(frozen=True, slots=True)
class NoteView:
    """A content note: what to expect, whether the reader has opened it, and where one may skip to.

    `id` is what the lens acknowledges; `text` is None where the file gives a category alone.
    """

    id: str
    category: str
    text: ShownText | None
    is_open: bool
    skip_to: str | None = None


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A translation of an excerpt, with who made it and its status."""

    text: ShownText
    by: ShownText | None
    status: str


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """An excerpt as shown: words in their own language, translations apart.

    While it is covered by its content note, `words`, translations and comment are empty, and there is no
    facsimile; opening the note means acknowledging `note_id` in the lens.
    """

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
    content_note: NoteView | None
    comment: ShownText | None
    facsimile: PictureView | None = None
    rights: RightsView | None = None
    consent: ConsentView | None = None

    @property
    def is_covered(self) -> bool:
        """Whether the words stay unsaid until the reader has opened the note."""
        return self.content_note is not None and not self.content_note.is_open


@dataclass(frozen=True, slots=True)
class ConnectionView:
    """A connected event, seen from the event in hand.

    `kind` is a record's link kind; `outward` is True when the link is told from this event, so that
    `kind` reads from here to there.
    """

    ordinal: int
    event_id: str
    title: ShownText
    lane: int
    kind: str
    outward: bool
    judgement: bool
    why: ShownText | None
    date: HistoricalDate | None = None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one party says about a disputed point.

    A source has the number that it has in the event in hand, 0 where it has none.
    """

    says: ShownText
    by: ShownText | None
    date: HistoricalDate | None
    sources: tuple[SourceUseView, ...]
    excerpts: tuple[str, ...]
    bears: str | None
    note: ShownText | None = None
    event_date: HistoricalDate | None = None
    """The date that this account gives the event."""
    refuted_since: HistoricalDate | None = None
    is_lost: bool = False
    """Whether all its sources have been taken away."""
    believed_then: bool = False
    """Whether it was told at the cursor and refuted only later."""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A point on which accounts differ; `status` is "undecidable" where not all of them can be heard."""

    id: str
    about: ShownText
    accounts: tuple[AccountView, ...]
    status: str
    conclusion: ShownText | None
    concluded_by: ShownText | None
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureView:
    """A small chart: pairs of label and value, and what it shows in words."""

    title: ShownText
    kind: str
    data: tuple[tuple[str, float], ...]
    source: SourceView | None
    describe: ShownText | None


@dataclass(frozen=True, slots=True)
class KnownView:
    """Who knew of an event, since when, how far, and by which source.

    `where` is a country, "" where none is named; `since` is None where nobody knows since when.
    """

    audience: records.Audience
    where: str
    since: HistoricalDate | None
    extent: str
    source: SourceView | None
    note: ShownText | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as the detail panel shows it.

    `summary` and `body` are blocks whose marks refer to `sources` by number and to `excerpts` by id.
    While the event is covered by its content note, the texts, excerpts, claims, figure and pictures are empty.
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
    content_note: NoteView | None
    tags: tuple[str, ...]
    figure: FigureView | None
    known: tuple[KnownView, ...]
    date_reason: DateReasonView | None = None
    is_veiled: bool = False
    """Whether nothing is told of it, since nobody knows when it became public."""
    media: tuple[PictureView, ...] = ()

    @property
    def is_covered(self) -> bool:
        """Whether the hard material stays unsaid until the reader has opened the note."""
        return self.content_note is not None and not self.content_note.is_open


@dataclass(frozen=True, slots=True)
class EvidenceShares:
    """How much of the sources was read, and how far the story rests on one group of works.

    The group is the work from which most others derive, and those others; `group_root` is None where
    no work derives from another. `events_on_group_alone` are the events with no source outside it.
    """

    source_count: int
    read_whole: int
    read_in_part: int
    group_root: SourceView | None
    group_count: int
    events_with_group: int
    events_on_group_alone: int


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """The exhibit's introduction."""

    title: ShownText
    subtitle: ShownText | None
    about: tuple[Block, ...]
    made_by: tuple[tuple[ShownText, ShownText | None], ...]
    event_count: int
    excerpt_count: int
    claim_count: int
    shares: EvidenceShares
    tours: tuple[TourHead, ...]
    undated: tuple[EventHead, ...]
    undated_more: int = 0
    """How many events without a place in time are not among `undated`, since nobody reads that many."""
