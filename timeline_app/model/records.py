# SPDX-License-Identifier: MIT
"""The shapes of an exhibit file: one definition for reading, for the JSON Schema and for the editor.

Each class is one mapping of `events.yaml`. A field's `refers` names the collection whose ids it may hold (`record_ids`):
the reader checks them, the schema tells them. Dates stay texts here. Fields of sources have CSL's names, as in Zotero.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from timeline_app.base.text_value import TextValue
from timeline_app.chrono.date_settings import DateSettings, Hemisphere, OldStyle
from timeline_app.model.record_ids import (
    EventId,
    EventOrDate,
    ExcerptId,
    LaneId,
    PersonId,
    PlaceId,
    ShownId,
    SourceId,
    StepId,
    StopId,
)

Text = TextValue
ViewRange = Annotated[str, Meta(extra={"format": "view"}, description="two dates, for example 1954/1986")]
DateText = Annotated[
    str,
    Meta(
        extra={"format": "date"},
        description="EDTF, for example 1959-08-13 or 1955~; or words, for example early 1958, which --fix makes EDTF",
    ),
]
MediaPath = Annotated[str, Meta(extra={"format": "media"}, description="a path inside the exhibit's folder")]
_Measure = Annotated[float, Meta(ge=0)]
Region = Annotated[
    tuple[_Measure, _Measure, _Measure, _Measure],
    Meta(
        description="left, top, width and height: as shares of the page from 0 to 1, or in its pixels where one is above 1"
    ),
]
LanguageTag = Annotated[str, Meta(extra={"format": "language"}, description="for example en, ja, ko")]

ZoneName = Annotated[str, Meta(extra={"format": "zone"}, description="for example UTC or Asia/Tokyo")]

CalendarName = Literal["julian", "hebrew", "islamic", "japanese-era", "juche", "dangun", "minguo", "buddhist"]
LinkKind = Literal["led-to", "response-to", "part-of", "in-tension-with", "qualifies", "same-as"]
SourceKind = Literal[
    "document",
    "official",
    "court",
    "inquiry",
    "press",
    "state-publication",
    "memoir",
    "testimony",
    "scholarship",
    "reference",
]
Audience = Literal["public", "governments", "participants", "families"]


class Record(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename=lambda name: name.rstrip("_"),
):
    """Base of all file shapes. What a file did not tell is not written either: an absent id has no form."""


class Rights(Record, frozen=True):
    """Who holds the rights of a text or picture."""

    holder: Text | None = None
    licence: str | None = None
    until: DateText | None = None


class ContentNote(Record, frozen=True):
    """A warning that stands before hard material."""

    category: str = ""
    text: Text | None = None
    skip_to: EventId | None = None


class Name(Record, frozen=True):
    """A name in its own script."""

    text: str
    lang: LanguageTag = ""


class Maker(Record, frozen=True):
    """Somebody who made the exhibit."""

    name: Text
    role: Text | None = None


class Review(Record, frozen=True):
    """A signature under one language of the exhibit."""

    by: Text
    role: Text | None = None
    language: LanguageTag | None = None
    on: DateText | None = None


class Correction(Record, frozen=True):
    """A correction made after publication."""

    what: Text
    on: DateText | None = None


class Opening(Record, frozen=True):
    """What is seen first."""

    view: ViewRange | None = None
    event: EventId | None = None


class Lane(Record, frozen=True):
    """A horizontal band: whoever acted."""

    title: Text
    colour: Literal["plum", "indigo", "ochre", "teal", "vermilion", "slate", "moss", "umber"] = "slate"
    share: Annotated[float, Meta(gt=0, le=10)] = 1.0
    parent: LaneId | None = None


class Era(Record, frozen=True):
    """A named stretch of time, shown under the axis."""

    title: Text
    date: DateText
    id: str = ""
    note: Text | None = None


class Silence(Record, frozen=True):
    """A stretch without evidence, and why."""

    date: DateText
    why: Literal["not-consulted", "closed", "lost", "private", "denied"]
    lanes: tuple[LaneId, ...] = ()
    note: Text | None = None


class Place(Record, frozen=True):
    """Where something happened, and how surely that is known."""

    title: Text
    at: tuple[Annotated[float, Meta(ge=-90, le=90)], Annotated[float, Meta(ge=-180, le=180)]] | None = None
    certainty: Literal["exact", "town", "region", "doubtful"] = "town"
    radius_km: (
        Annotated[
            float, Meta(gt=0, le=20_000, description="how far a region reaches about `at`, in kilometres")
        ]
        | None
    ) = None
    names: tuple[Name, ...] = ()
    note: Text | None = None


class Person(Record, frozen=True):
    """A person, an organisation or a term."""

    title: Text
    kind: Literal["person", "organisation", "term"] = "person"
    names: tuple[Name, ...] = ()
    privacy: Literal["public", "role-only", "withhold"] = "public"
    role: Text | None = None
    note: Text | None = None


class CslName(Record, frozen=True):
    """An author as CSL has it."""

    family: str = ""
    given: str = ""
    literal: str = ""
    static_ordering: bool = msgspec.field(default=False, name="static-ordering")


class Consulted(Record, frozen=True):
    """How much of a source was read, and through what."""

    extent: Literal["whole", "part", "abstract", "contents", "title"] = "part"
    via: SourceId | None = None
    on: DateText | None = None


class Source(Record, frozen=True):
    """A work that the exhibit rests on; bibliographic fields are CSL 1.0.2."""

    title: Text
    type: str = "document"
    author: tuple[CslName, ...] = ()
    editor: tuple[CslName, ...] = ()
    translator: tuple[CslName, ...] = ()
    container_title: Annotated[Text | None, Meta()] = msgspec.field(default=None, name="container-title")
    collection_title: Text | None = msgspec.field(default=None, name="collection-title")
    publisher: str = ""
    publisher_place: str = msgspec.field(default="", name="publisher-place")
    archive: str = ""
    archive_location: str = msgspec.field(default="", name="archive_location")
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    edition: str = ""
    genre: str = ""
    medium: str = ""
    language: str = ""
    event_title: str = msgspec.field(default="", name="event-title")
    original_title: Text | None = msgspec.field(default=None, name="original-title")
    original_date: DateText | None = msgspec.field(default=None, name="original-date")
    issued: DateText | None = None
    accessed: DateText | None = None
    DOI: str = ""
    ISBN: str = ""
    ISSN: str = ""
    URL: str = ""
    note: Text | None = None
    url_policy: Literal["show", "withhold"] = "show"
    kind: SourceKind | None = None
    purpose: Literal["advocacy"] | None = None
    consulted: Consulted | None = None
    derives_from: tuple[SourceId, ...] = ()
    public_since: DateText | None = None
    provenance: Text | None = None
    rights: Rights | None = None


class Translation(Record, frozen=True):
    """A translation of an excerpt's words."""

    text: str
    by: Text | None = None
    status: Literal["draft", "reviewed", "published"] = "draft"


class OriginalText(Record, frozen=True):
    """Words in their own language, with translations."""

    text: str
    lang: LanguageTag
    translations: dict[str, Translation] = {}


class Transmission(Record, frozen=True):
    """One hand through which the words came to us."""

    by: Text
    role: str = ""
    date: DateText | None = None


class Consent(Record, frozen=True):
    """What a witness has agreed to."""

    scope: tuple[str, ...] = ()
    name_as: Text | None = None
    until: DateText | None = None


class Facsimile(Record, frozen=True):
    """A picture of the document itself."""

    file: MediaPath
    page: Annotated[int, Meta(ge=1, description="counted from 1, in PDF and TIFF files")] = 1
    region: Region | None = None
    credit: Text | None = None
    rights: Rights | None = None
    alt: Text | None = None


class Excerpt(Record, frozen=True):
    """The words of a document."""

    text: str | OriginalText
    source: SourceId | None = None
    locator: Text | None = None
    speaker: Text | None = None
    spoken_by: tuple[PersonId, ...] = ()
    date: DateText | None = None
    text_is: Literal["original", "quotation", "translation", "report-of-speech"] = "quotation"
    elided: Literal["start", "end", "both"] | None = None
    bears: Literal["states", "witnesses", "reports", "repeats"] | None = None
    transmission: tuple[Transmission, ...] = ()
    show_only: Literal["in-context"] | None = None
    content_note: ContentNote | None = None
    comment: Text | None = None
    consent: Consent | None = None
    rights: Rights | None = None
    facsimile: Facsimile | None = None


class SourceUse(Record, frozen=True):
    """A source as an event or account uses it."""

    source: SourceId
    locator: Text | None = None
    note: Text | None = None


class Known(Record, frozen=True):
    """Who knew, since when, how far, and by which source."""

    to: Audience = "public"
    where: str = ""
    since: DateText | None = None
    extent: Literal["whole", "part", "rumour", "denied"] = "whole"
    source: SourceId | None = None
    note: Text | None = None


class Link(Record, frozen=True):
    """A link to another event."""

    to: EventId
    kind: LinkKind
    why: Text | None = None
    sources: tuple[SourceId, ...] = ()
    judgement: bool = False


class Media(Record, frozen=True):
    """A picture beside an event."""

    file: MediaPath
    alt: Text | None = None
    credit: Text | None = None
    rights: Rights | None = None


class Figure(Record, frozen=True):
    """A small chart; `describe` says in words what it shows."""

    title: Text
    data: tuple[tuple[str, float], ...]
    kind: Literal["bar", "line"] = "bar"
    source: SourceId | None = None
    describe: Text | None = None


class Evidence(Record, frozen=True):
    """An author's own grade, in place of the derived one."""

    grade: Annotated[int, Meta(ge=0, le=3)]
    reason: Text


class Account(Record, frozen=True):
    """What one party or work says about a disputed point.

    `date` is that of the account, `event_date` the one that it gives the event; `refuted_since` says from
    when on it could be read that the account is wrong: until then it was what people could believe.
    """

    says: Text
    value: float | None = None
    by: Text | None = None
    date: DateText | None = None
    event_date: DateText | None = None
    sources: tuple[SourceId | SourceUse, ...] = ()
    excerpts: tuple[ExcerptId, ...] = ()
    bears: Literal["states", "witnesses", "reports", "repeats"] | None = None
    refuted_since: DateText | None = None
    note: Text | None = None


class Claim(Record, frozen=True):
    """A point on which accounts differ."""

    about: Text
    accounts: tuple[Account, ...]
    events: tuple[EventId, ...] = ()
    status: Literal["accepted", "disputed", "open", "refuted", "estimates", "no-verdict"] = "open"
    conclusion: Text | None = None
    concluded_by: Text | None = None


class Event(Record, frozen=True):
    """Something that happened."""

    title: Text
    id: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] = ""
    date: DateText | None = None
    date_as_written: Text | None = None
    date_basis: Text | None = None
    old_style: OldStyle | None = None
    calendar: CalendarName | None = None
    after: EventOrDate | tuple[EventOrDate, ...] = ()
    before: EventOrDate | tuple[EventOrDate, ...] = ()
    short: Text | None = None
    summary: Text | None = None
    plain: Text | None = None
    as_then: Text | None = None
    body: Text | None = None
    lane: LaneId | tuple[LaneId, ...] = ()
    importance: Annotated[int, Meta(ge=1, le=5)] = 3
    place: PlaceId | tuple[PlaceId, ...] = ()
    route: tuple[PlaceId, ...] = ()
    people: tuple[PersonId, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[SourceId | SourceUse, ...] = ()
    excerpts: tuple[ExcerptId, ...] = ()
    known: Literal["public"] | tuple[Known, ...] = ()
    links: tuple[Link, ...] = ()
    media: tuple[Media, ...] = ()
    figure: Figure | None = None
    content_note: ContentNote | None = None
    claims: dict[str, Claim] = {}
    attract: bool | None = None
    predict: bool = False
    evidence: Evidence | None = None


class Branch(Record, frozen=True):
    """A way out of a stop: 'if they ask about …'."""

    ask: Text
    to: StopId


class ShownWords(Record, frozen=True):
    """An excerpt that a stop shows with some of its words lit."""

    excerpt: ExcerptId
    words: str = ""


class Stop(Record, frozen=True):
    """One stop of a tour."""

    event: EventId | None = None
    id: str = ""
    view: ViewRange | None = None
    show: tuple[ShownId | ShownWords, ...] = ()
    steps: tuple[StepId | tuple[StepId, ...], ...] = ()
    as_known_at: DateText | None = None
    filters: dict[str, str | tuple[str, ...]] = {}
    notes: Text | None = None
    task: Text | None = None
    minutes: float | None = None
    hidden: bool = False
    branches: tuple[Branch, ...] = ()


class Tour(Record, frozen=True):
    """A walk through the exhibit."""

    title: Text
    stops: tuple[Stop, ...]
    minutes: float | None = None
    note: Text | None = None


class Exhibit(Record, frozen=True):
    """The whole file."""

    title: Text
    format: Literal[1] = 1
    subtitle: Text | None = None
    about: Text | None = None
    made_by: tuple[Maker, ...] = ()
    reviewed: tuple[Review, ...] = ()
    corrections: tuple[Correction, ...] = ()
    languages: tuple[LanguageTag, ...] = ("en",)
    drafts: tuple[LanguageTag, ...] = ()
    hemisphere: Hemisphere = "north"
    timezone: ZoneName = "UTC"
    old_style: OldStyle = "ask"
    opening: Opening | None = None
    calendars: tuple[CalendarName, ...] = ()
    lanes: dict[str, Lane] = {}
    eras: tuple[Era, ...] = ()
    silences: tuple[Silence, ...] = ()
    places: dict[str, Place] = {}
    people: dict[str, Person] = {}
    sources: dict[str, Source] = {}
    excerpts: dict[str, Excerpt] = {}
    events: tuple[Event, ...] = ()
    claims: dict[str, Claim] = {}
    tours: dict[str, Tour] = {}

    @property
    def date_settings(self) -> DateSettings:
        """The settings under which the exhibit's dates are read."""
        return DateSettings(self.hemisphere, self.timezone, self.old_style)
