# SPDX-License-Identifier: MIT
"""Plans a handout: which stops it tells of, through which lens, and what stands before and after them.

A student's copy is read through the present lens, so that what is kept back from the class is not on paper either;
a teacher's copy tells the whole tour. Each stop is told as the class sees it there, with its own cursor and filters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import Reader
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model.bibliography import Entry, sort_key
from timeline_app.model.citation_styles import CitationStyle, Use
from timeline_app.model.document import Document
from timeline_app.model.evidence_views import EXCERPT_NOTE_PREFIX
from timeline_app.model.filters import UNFILTERED
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.prose import Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import ShownKind, StopView, TourView
from timeline_app.model.views import SourceUseView
from timeline_app.state.evidence_words import foot_messages
from timeline_app.state.handout import (
    CopyFor,
    Handout,
    HandoutKind,
    HandoutWish,
    Part,
    Run,
    StopSheet,
    Strip,
    Style,
    Words,
)
from timeline_app.state.handout_evidence import EvidenceWriter, Gathered
from timeline_app.state.handout_stops import StopSeen, StopWriter, stop_seen, uses_told
from timeline_app.state.handout_texts import SEPARATOR, Pen, Spoken, prose
from timeline_app.state.handout_worksheet import WorksheetWriter
from timeline_app.state.tour_plan import lens_of_plan
from timeline_app.state.tour_walk import lens_at

LEAST_ON_LINE: Final = 3
"""So many stops make a line of time."""
AIR_SHARE: Final = 0.04
"""What is kept free before the first and after the last, as a share of the time between them."""
WEB: Final = ("https://", "http://")


def plan_handout(
    tour_id: str,
    wish: HandoutWish,
    document: Document,
    translator: Translator,
    lens: Lens = IDENTITY,
    reader: Reader | None = None,
    style: CitationStyle = CitationStyle.CHICAGO_NOTES,
) -> Handout | None:
    """Return a tour's handout, None where there is no such tour to be told of."""
    planner = _Planner(tour_id, wish, document, translator, base_lens(lens, wish), reader, style)
    return planner.handout()


def base_lens(lens: Lens, wish: HandoutWish) -> Lens:
    """Return the lens through which a whole tour is read: of the present one what no stop sets."""
    if wish.is_for_teacher:
        return lens_of_plan(lens)
    return replace(lens, known_at=None, filters=UNFILTERED, dates=None)


def notes_at(stop: StopView) -> frozenset[str]:
    """Return the ids by which content notes at a stop are opened: of its events and of the excerpts that it shows."""
    ids = {stop.event_id} if stop.event_id is not None else set()
    for shown in stop.shows:
        ids.add(EXCERPT_NOTE_PREFIX + shown.id if shown.kind is ShownKind.EXCERPT else shown.id)
    return frozenset(ids)


class _Planner:
    """Plans one handout."""

    def __init__(
        self,
        tour_id: str,
        wish: HandoutWish,
        document: Document,
        translator: Translator,
        lens: Lens,
        reader: Reader | None,
        style: CitationStyle,
    ) -> None:
        self._tour_id = tour_id
        self._wish = wish
        self._document = document
        self._pen = Pen(translator)
        self._reader = reader
        self._style = style
        self._showings: dict[Lens, Showing] = {}
        self._base = self._through(lens)
        self._entries: dict[str, Entry] = {}

    def _through(self, lens: Lens) -> Showing:
        if lens not in self._showings:
            self._showings[lens] = Showing(self._document, lens, self._reader)
        return self._showings[lens]

    def handout(self) -> Handout | None:
        """Return the handout."""
        tour = self._base.tour(self._tour_id)
        if tour is None or not tour.title.text:
            return None
        stops = tour.stops if self._wish.is_for_teacher else tour.planned
        seen = [self._seen(stop, tour) for stop in stops]
        if self._wish.kind is HandoutKind.PAGES:
            sheets, notes = self._pages(seen, tour), self._source_notes(seen)
        else:
            sheets, notes = self._tasks(seen, tour), self._line(seen)
        return Handout(
            wish=self._wish,
            language=self._pen.language,
            exhibit=self._pen.plain(Style.KICKER, self._base.title),
            title=self._pen.plain(Style.TITLE, tour.title),
            about=self._about(tour, seen),
            fields=self._fields(),
            foot=self._pen.say(f"handout.foot.{self._wish.kind}", title=tour.title.text),
            sheets=sheets,
            parts=(*notes, *self._bibliography()),
        )

    def _seen(self, planned: StopView, tour: TourView) -> StopSeen:
        """Return a stop as the class sees it when it is there."""
        lens = lens_at(planned, self._document, self._base.lens)
        if self._wish.opens_notes:
            lens = replace(lens, acknowledged_notes=lens.acknowledged_notes | notes_at(planned))
        showing = self._through(lens)
        there = showing.tour(self._tour_id)
        stop = there.stop(planned.number) if there is not None else None
        numbers = [one.number for one in tour.planned]
        place = numbers.index(planned.number) + 1 if planned.number in numbers else 0
        return stop_seen(planned, stop or planned, showing, place)

    # -- the head ---------------------------------------------------------------------------------

    def _about(self, tour: TourView, seen: list[StopSeen]) -> tuple[Words, ...]:
        count = sum(bool(one.place) for one in seen)
        parts: list[Spoken] = [self._pen.say(f"handout.for.{self._wish.kind}-{self._copy}")]
        is_whole_tour = self._wish.kind is HandoutKind.PAGES
        if is_whole_tour:
            parts.append(self._pen.say("handout.stops", count=count))
        if is_whole_tour and tour.minutes:
            parts.append(self._pen.minutes(tour.minutes))
        lead = self._pen.joined(Style.LEAD, parts, SEPARATOR)
        said = [
            self._pen.plain(Style.SMALL, self._pen.translator.text(line))
            for line in foot_messages(self._base)
        ]
        note = tour.note if self._wish.is_for_teacher else ()
        return (lead, *prose(note, Style.SMALL, has_marks=False), *said)

    @property
    def _copy(self) -> CopyFor:
        return CopyFor.TEACHER if self._wish.is_for_teacher else CopyFor.STUDENT

    def _fields(self) -> tuple[str, ...]:
        if self._wish.is_for_teacher:
            return ()
        return tuple(self._pen.say(f"handout.field.{name}") for name in ("name", "class", "date"))

    # -- the stops --------------------------------------------------------------------------------

    def _pages(self, seen: list[StopSeen], tour: TourView) -> tuple[StopSheet, ...]:
        writer, found = self._writer(tour), []
        for one in seen:
            gathered = Gathered()
            found.append(writer.sheet(one, gathered))
            self._note(one, gathered)
        return tuple(found)

    def _writer(self, tour: TourView) -> StopWriter:
        return StopWriter(
            self._pen,
            tour,
            is_for_teacher=self._wish.is_for_teacher,
            per_page=self._wish.per_page,
        )

    @property
    def _is_whole(self) -> bool:
        """Whether a stop has a page to itself, and so its whole story."""
        return self._wish.kind is HandoutKind.PAGES and self._wish.per_page == 1

    def _tasks(self, seen: list[StopSeen], tour: TourView) -> tuple[StopSheet, ...]:
        """Return the stops at which there is something to work on."""
        writer, found = self._writer(tour), []
        is_key = self._wish.kind is HandoutKind.ANSWERS
        for one in seen:
            gathered = Gathered()
            evidence = EvidenceWriter(one.showing, self._pen, gathered)
            story = writer.story(one, evidence)
            worksheet = WorksheetWriter(one, self._pen, evidence, story, has_answers=is_key)
            pieces = worksheet.pieces()
            if not pieces:
                continue
            if worksheet.reads_story and one.event is not None:
                for use in uses_told(one.event, is_whole=False):
                    gathered.add(use.source)
            self._note(one, gathered)
            notes = writer.notes(one) if self._wish.is_for_teacher and not is_key else ()
            title = self._pen.plain(Style.STOP_TITLE, one.stop.title)
            sheet = StopSheet(
                one.stop.number, writer.kicker(one), title, writer.date(one), None, pieces, None, notes
            )
            found.append(sheet)
        return tuple(found)

    def _line(self, seen: list[StopSeen]) -> Iterator[Part]:
        """Yield an empty stretch of time with room for all stops; in the key their dates, in the order of the tour."""
        told = [(one, one.stop.date) for one in seen if one.place and not one.is_date_withheld]
        dated = [(one, date) for one, date in told if date is not None]
        ends = [end for _, date in dated for end in (date.earliest_s, date.latest_s) if end is not None]
        if len(dated) < LEAST_ON_LINE or not ends:
            return
        asked = self._pen.words(Style.TASK, "handout.task.line")
        title = self._pen.words(Style.SECTION, "handout.line")
        if self._wish.kind is HandoutKind.ANSWERS:
            yield Part(title, (asked, *(self._on_line(one, date) for one, date in dated)))
            return
        air_s = (max(ends) - min(ends)) * AIR_SHARE
        view = (min(ends) - air_s, max(ends) + air_s)
        words = self._pen.say("handout.strip")
        yield Part(title, (asked, Strip(self._base, None, view, words, is_blank=True)))

    def _on_line(self, seen: StopSeen, date: HistoricalDate) -> Words:
        parts = (str(seen.place), self._pen.date(date), seen.stop.title)
        return self._pen.joined(Style.NOTE, parts, SEPARATOR)

    # -- what it rests on -------------------------------------------------------------------------

    def _note(self, seen: StopSeen, gathered: Gathered) -> None:
        """Note the works that a stop tells of, each as it may be told there."""
        for source_id in gathered.sources:
            entry = seen.showing.bibliography.entry(source_id)
            if entry is not None:
                self._entries[source_id] = entry

    def _source_notes(self, seen: list[StopSeen]) -> Iterator[Part]:
        """Yield what the raised numbers of each stop lead to."""
        pieces = [piece for one in seen for piece in self._notes_of(one)]
        if pieces:
            yield Part(self._pen.words(Style.SECTION, "handout.source-notes"), tuple(pieces))

    def _notes_of(self, seen: StopSeen) -> tuple[Words, ...]:
        event = seen.event
        uses = uses_told(event, is_whole=self._is_whole) if event is not None and not event.is_covered else ()
        if not uses:
            return ()
        place = str(seen.place) if seen.place else self._pen.say("handout.spare-short")
        heading = self._pen.joined(Style.LABEL, (place, (seen.stop.title, Emphasis.STRONG)), SEPARATOR)
        return (heading, *(self._use(use) for use in uses))

    def _use(self, use: SourceUseView) -> Words:
        place: tuple[Spoken, ...] = (", ", use.locator) if use.locator else ()
        note: tuple[Spoken, ...] = (". ", use.note) if use.note else ()
        made = self._pen.joined(Style.ENTRY, (use.source.short, *place, *note))
        return replace(made, marker=str(use.number))

    def _bibliography(self) -> Iterator[Part]:
        """Yield the works in full, in the order of a list of references."""
        pieces = tuple(self._entry(entry) for entry in sorted(self._entries.values(), key=sort_key))
        if pieces:
            yield Part(self._pen.words(Style.SECTION, "handout.bibliography"), pieces)

    def _entry(self, entry: Entry) -> Words:
        runs = tuple(
            Run(
                run.text,
                "",
                Emphasis.STRESSED if run.is_italic else Emphasis.NONE,
                address=run.text if run.is_address and run.text.startswith(WEB) else "",
            )
            for run in entry.cited(self._style, Use.ENTRY).runs
        )
        language = entry.work.record.title.for_reader(self._base.reader).language
        return Words(Style.ENTRY, runs, language)
