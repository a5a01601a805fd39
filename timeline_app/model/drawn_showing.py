# SPDX-License-Identifier: MIT
"""What the timeline itself shows of a document: numbers for the scene, and the little that canvas and lists tell.

Apart from `showing`, whose panels the first picture can do without.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from timeline_app.base.text_value import Reader, ShownText, TextValue
from timeline_app.chrono.columns import DateColumns, Mask, with_rows
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.known_by import KnownBy
from timeline_app.model.curtain import Part
from timeline_app.model.dates_then import date_then, dates_told
from timeline_app.model.document import Document, EventTable, LinkEdge
from timeline_app.model.heads import EraView, EventHead, LaneView, SilenceView
from timeline_app.model.known_at import Knowledge, KnownMoment
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.link_index import LinksOf
from timeline_app.model.record_store import PackedTexts
from timeline_app.model.sieve import Sieve

UNSAID = "?"
"""Stands for the title of an event that may not be said."""

MOST_UNDATED = 100
"""So many undated events are listed one by one."""


class DrawnShowing:
    """What may be drawn and listed of a document, for one lens and one reader."""

    def __init__(
        self,
        document: Document,
        lens: Lens = IDENTITY,
        reader: Reader | None = None,
        calendars: tuple[str, ...] | None = None,
    ) -> None:
        if lens.known_at is not None and document.publicity.known.is_empty:
            # A file that was saved without its last `known` tells nothing of who knew: nothing is asked of it.
            lens = replace(lens, known_at=None)
        self._document = document
        self.calendars = document.about.calendars if calendars is None else calendars
        """Further calendars beside the Gregorian one, in their order."""
        reader = reader or Reader(
            languages=document.about.languages[:1] or ("en",),
            exhibit_language=document.about.languages[0] if document.about.languages else "en",
            drafts=frozenset(document.about.drafts),
        )
        until_s, cursor = lens.told_until_s, lens.known_at
        known_by = None if until_s is None else KnownBy(until_s, document.date_settings)
        self.reader = replace(reader, known_by=known_by)
        self._wished = lens.filters
        if not lens.filters.is_empty:
            from timeline_app.model.asked_filters import asked_filters  # Only where somebody filters.

            # A curtain hides events, but no facet of those that it leaves.
            asking = self.reader if cursor is not None else reader
            lens = replace(lens, filters=asked_filters(lens.filters, document, asking))
        self._sieve = Sieve(document, lens)
        self.lens = lens

    @property
    def leaves_filters_out(self) -> bool:
        """Whether some of the filters are not asked, since no answer to them may be told."""
        return self._wished != self.lens.filters

    def is_drawn_like(self, other: DrawnShowing) -> bool:
        """Tell whether the timeline shows the same under both: an opened note changes only what is read."""
        return self is other or (
            self._document is other._document
            and self.reader == other.reader
            and self.lens.known_at == other.lens.known_at
            and self.lens.curtain == other.lens.curtain
            and self.lens.withheld == other.lens.withheld
            and np.array_equal(self._sieve.passes, other._sieve.passes)
        )

    # -- numbers for the scene --------------------------------------------------------------------

    @cached_property
    def table(self) -> EventTable:
        """The columns of all events, shown or not; see `visible`. Dates are as they may be told."""
        events = self._document.events
        return (
            replace(events, dates=with_rows(events.dates, self._dates_told)) if self._dates_told else events
        )

    @cached_property
    def _dates_told(self) -> Mapping[int, HistoricalDate | None]:
        return dates_told(self._document, self._sieve)

    @property
    def shows_all(self) -> bool:
        """Whether the lens lets all events through."""
        return self._sieve.hides_none

    @property
    def dates(self) -> DateColumns:
        """The date columns of all events, shown or not; see `visible`."""
        return self.table.dates

    @property
    def importance(self) -> npt.NDArray[np.int8]:
        """Importance 1–5 of all events."""
        return self._document.events.importance

    @property
    def lane_membership(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """Offsets (n+1) and lane indices of all events."""
        return self._document.events.lane_offsets, self._document.events.lane_values

    @property
    def passes(self) -> npt.NDArray[np.bool_]:
        """Which events the lens lets through, dated or not."""
        return self._sieve.passes

    @cached_property
    def visible(self) -> npt.NDArray[np.bool_]:
        """Which events the lens lets through and which have a place in time."""
        return self._sieve.passes & self._sieve.dated

    @property
    def answers(self) -> npt.NDArray[np.int8]:
        """How surely each event answers to the lens's question about dates (`span_queries.Answer`).

        An event that is shown may do so only possibly; without a question all do certainly. Events
        without a place in time are possible: whoever lists them may list them apart.
        """
        return self._sieve.answers

    @property
    def event_count(self) -> int:
        """The number of events that the lens lets through, dated or not."""
        return int(self._sieve.passes.sum())

    @cached_property
    def span_s(self) -> tuple[int, int] | None:
        """First and last second of the dated events that are shown."""
        if self.shows_all:
            return self.table.span_s
        visible, dates = self.visible, self.dates
        if not visible.any():
            return None
        return int(dates.fuzz_earliest_s[visible].min()), int(dates.fuzz_latest_s[visible].max())

    # -- as known at ------------------------------------------------------------------------------

    @property
    def offers_known_at(self) -> bool:
        """Whether the exhibit tells of any event when it became known, so that a cursor makes sense."""
        return not self._document.publicity.known.is_empty

    @property
    def known_moments(self) -> tuple[KnownMoment, ...]:
        """When something became known to the audience of the cursor, the earliest first; without one, to the public.

        They are the same wherever the cursor stands; behind a curtain there are none.
        """
        cursor, curtain = self.lens.known_at, self.lens.curtain
        audience, where = (cursor.audience, cursor.where) if cursor is not None else ("public", "")
        moments = self._document.publicity.moments(audience, where)
        if curtain is not None:
            moments = tuple(one for one in moments if one.at_s <= curtain.at_s)
        if not self.lens.withheld:
            return moments
        return tuple(one for one in moments if not self._gives_away(parse(one.text)))

    @property
    def known_countries(self) -> tuple[str, ...]:
        """The countries that the exhibit names where it tells who knew, sorted."""
        return self._document.publicity.known.countries

    def is_veiled(self, ordinal: int) -> bool:
        """Tell whether nothing may be said of an event but its head.

        Nobody knows when it became public, or a part of it is withheld.
        """
        return self._sieve.is_veiled(ordinal)

    def parts_withheld(self, ordinal: int) -> frozenset[Part]:
        """Return the parts of an event that are withheld."""
        return self.lens.parts_withheld(self.event_id(ordinal)) if self.lens.withheld else frozenset()

    @property
    def keeps_back(self) -> bool:
        """Whether the lens leaves out words that stand in the exhibit: of what came later, or what is withheld."""
        return self._sieve.is_past or self._sieve.keeps_back

    @property
    def veiled_count(self) -> int:
        """The number of events that are shown but of which nothing may be said."""
        veiled = self._sieve.veiled
        return 0 if veiled is None else int((veiled & self._sieve.passes).sum())

    def knowledge(self, ordinal: int) -> Knowledge:
        """Return what was known of an event at the cursor, and to whom."""
        from timeline_app.model.knowledge import knowledge_of

        return knowledge_of(ordinal, self._document, self._sieve)

    # -- heads ------------------------------------------------------------------------------------

    @cached_property
    def lanes(self) -> tuple[LaneView, ...]:
        """The lanes in display order."""
        return tuple(
            LaneView(
                index,
                row.id,
                row.record.title.for_reader(self.reader),
                row.record.colour,
                row.record.share,
                row.depth,
                row.parent,
            )
            for index, row in enumerate(self._document.lanes)
        )

    @cached_property
    def eras(self) -> tuple[EraView, ...]:
        """The eras in file order; at a cursor those that had begun and had their name by then."""
        eras = (
            EraView(era.record.id, era.record.title.for_reader(self.reader), self._as_then(era.date))
            for era in self._document.eras
            if self._sieve.has_begun(era.date)
            and not (self.lens.withheld and self._sieve.giveaways.is_told_by_era(era.date))
        )
        return tuple(era for era in eras if era.title.text or not self._sieve.is_past)

    def _gives_away(self, when: HistoricalDate) -> bool:
        """Tell whether one of the ends of a time would tell a date that is withheld."""
        return bool(self.lens.withheld) and self._sieve.giveaways.tells_of(when)

    def _as_then(self, date: HistoricalDate) -> HistoricalDate:
        """Return a date as it could be told at the cursor, if there is one."""
        until_s = self.lens.told_until_s
        return date if until_s is None else date_then(date, until_s, self._document.date_settings)

    @cached_property
    def silences(self) -> tuple[SilenceView, ...]:
        """The stretches without evidence, in file order.

        They tell what could be read for this exhibit; of what was known at a cursor they say nothing.
        """
        document, begun = self._document, self._sieve.has_begun
        if self.lens.known_at is not None:
            return ()
        number_of = {row.id: number for number, row in enumerate(document.lanes)}
        return tuple(
            SilenceView(
                self._as_then(parse(record.date, document.date_settings)),
                record.why,
                tuple(number_of[lane] for lane in record.lanes) or tuple(number_of.values()),
                record.note.for_reader(self.reader) if record.note and not self.lens.keeps_back else None,
            )
            for record in document.silences
            if begun(parse(record.date, document.date_settings))
        )

    @property
    def links(self) -> Sequence[LinkEdge]:
        """The links between events that are shown, each told once."""
        return self.links_of.edges

    @cached_property
    def links_of(self) -> LinksOf:
        """The links of each event that has any, by ordinal, as far as both events are shown.

        At a cursor they are those that could be told then.
        """
        sieve = self._sieve
        asks = sieve.is_past or bool(self.lens.withheld)
        return LinksOf(self._document.links, sieve.passes, sieve.is_link_told if asks else None)

    @property
    def title(self) -> ShownText:
        """The exhibit's title."""
        return self._document.title.for_reader(self.reader)

    @property
    def subtitle(self) -> ShownText | None:
        """What stands beside the title, if anything does."""
        subtitle = self._document.about.subtitle
        shown = subtitle.for_reader(self.reader) if subtitle else None
        return shown if shown is not None and shown.text else None

    def ordinal(self, event_id: str) -> int | None:
        """Return the event's ordinal, None if there is no such event or the lens hides it."""
        ordinal = self._document.events.ordinal_of.get(event_id)
        return None if ordinal is None or not self._sieve.passes[ordinal] else ordinal

    def event_id(self, ordinal: int) -> str:
        """Return the event's id."""
        return self._document.events.ids[ordinal]

    @property
    def packed_labels(self) -> PackedTexts | None:
        """All short titles as they are kept, "" for those that only their records tell; None where not all may be said."""
        return self._document.events.labels if self._untitled is None else None

    def label(self, ordinal: int) -> ShownText:
        """Return the short title for the canvas; asked for a million times, it is quick.

        It is "?" where that may not be said.
        """
        if self._untitled is not None and self._untitled[ordinal]:
            return self._unsaid
        labels = self._document.events.labels
        text = labels[ordinal] if labels is not None else ""
        if text:
            kind = self._plain_kind
            return ShownText(text, kind.language, kind.level, kind.status)
        record = self._document.events.records[ordinal]
        if record.short and (shown := record.short.for_reader(self.reader)).text:
            return shown
        return self._said(record.title)

    def _said(self, title: TextValue) -> ShownText:
        """Return a title, "?" where all of it was learnt later."""
        shown = title.for_reader(self.reader)
        return self._unsaid if not shown.text and title else shown

    @cached_property
    def _unsaid(self) -> ShownText:
        return TextValue.plain(UNSAID).for_reader(self.reader)

    @cached_property
    def _untitled(self) -> Mask | None:
        return self._sieve.untitled

    @cached_property
    def _plain_kind(self) -> ShownText:
        """Any text that stands in the exhibit's own language alone, as the reader sees it."""
        return TextValue.plain("-").for_reader(self.reader)

    def date(self, ordinal: int) -> HistoricalDate | None:
        """Return the event's date as it is placed and may be told, None for an undated one."""
        if ordinal in self._dates_told:
            return self._dates_told[ordinal]
        return self._document.events.date_of(ordinal)

    def head(self, ordinal: int) -> EventHead:
        """Return the little that lists need of an event."""
        events = self._document.events
        is_untitled = self._untitled is not None and self._untitled[ordinal]
        title = self._unsaid if is_untitled else self._said(events.records[ordinal].title)
        return EventHead(
            ordinal,
            events.ids[ordinal],
            title,
            self.label(ordinal),
            self.date(ordinal),
            events.lanes_of(ordinal),
        )

    @cached_property
    def undated_ordinals(self) -> tuple[int, ...]:
        """The events that have no place in time, in file order."""
        without_place = self._sieve.passes & ~self._sieve.dated
        return tuple(np.flatnonzero(without_place).tolist())

    @cached_property
    def undated(self) -> tuple[EventHead, ...]:
        """The heads of the first events that have no place in time, in file order; the tray has all."""
        return tuple(self.head(ordinal) for ordinal in self.undated_ordinals[:MOST_UNDATED])
