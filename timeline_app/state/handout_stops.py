# SPDX-License-Identifier: MIT
"""One stop of a tour on paper, as the class sees it there: title, date, strip, story, what is shown, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline_app.chrono.phrases import short_date
from timeline_app.model.curtain import Part
from timeline_app.model.known_words import moment_message
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import StopView, TourView
from timeline_app.model.views import EventView, SourceUseView
from timeline_app.state.handout import Piece, StopSheet, Strip, Style, Words
from timeline_app.state.handout_evidence import EvidenceWriter, Gathered
from timeline_app.state.handout_texts import SEPARATOR, STRONG, Pen, Spoken, prose

MOST_NAMED: Final = {1: 4, 2: 3, 3: 2, 6: 1}
"""So many sources are named under a stop, by how many share its page; all stand at the end."""


@dataclass(frozen=True, slots=True)
class StopSeen:
    """A stop as it was planned, as the class sees it, and through what; `event` is None where nothing may be told.

    `place` is its place among the stops that are walked, from 1, and 0 for a spare one.
    """

    planned: StopView
    stop: StopView
    showing: Showing
    ordinal: int | None
    event: EventView | None
    place: int

    @property
    def is_date_withheld(self) -> bool:
        """Whether the class is to find out when it was."""
        return self.ordinal is not None and Part.DATE in self.showing.parts_withheld(self.ordinal)


def stop_seen(planned: StopView, stop: StopView, showing: Showing, place: int) -> StopSeen:
    """Return a stop as it is seen through a showing."""
    ordinal = showing.ordinal(stop.event_id) if stop.event_id is not None else None
    is_told = ordinal is not None and not showing.is_veiled(ordinal)
    event = showing.event(ordinal) if ordinal is not None and is_told else None
    return StopSeen(planned, stop, showing, ordinal, event, place)


class StopWriter:
    """Writes stops, and gathers what they rest on."""

    def __init__(self, pen: Pen, tour: TourView, *, is_for_teacher: bool, per_page: int) -> None:
        self._pen = pen
        self._tour = tour
        self._is_for_teacher = is_for_teacher
        self._per_page = per_page
        # Whether the whole story has room, not its first words alone.
        self._is_whole = per_page == 1

    def sheet(self, seen: StopSeen, gathered: Gathered) -> StopSheet:
        """Return a stop on paper."""
        evidence = EvidenceWriter(seen.showing, self._pen, gathered)
        story = self.story(seen, evidence)
        shown = [piece for one in seen.stop.shows for piece in evidence.pieces(one, seen.stop.event_id)]
        if seen.event is not None:
            for use in uses_told(seen.event, is_whole=self._is_whole):
                gathered.add(use.source)
        return StopSheet(
            number=seen.stop.number,
            kicker=self.kicker(seen),
            title=self._pen.plain(Style.STOP_TITLE, seen.stop.title),
            date=self.date(seen),
            strip=self.strip(seen),
            story=(*story, *shown),
            sources=self._source_line(gathered),
            notes=self.notes(seen) if self._is_for_teacher else (),
        )

    def kicker(self, seen: StopSeen) -> Words:
        """Return which stop it is, for how long, and as of when it is told."""
        stop = seen.stop
        parts: list[Spoken] = [(self._place(seen), STRONG)]
        minutes = seen.planned.minutes
        if self._is_for_teacher and minutes:
            parts.append(self._pen.minutes(minutes))
        cursor = seen.showing.lens.known_at
        if stop.as_known_at and cursor is not None:
            parts.append(self._pen.say("handout.as-known", moment=moment_message(cursor)))
        return self._pen.joined(Style.KICKER, parts, SEPARATOR)

    def _place(self, seen: StopSeen) -> str:
        if not seen.place:
            return self._pen.say("handout.spare", number=seen.stop.number)
        return self._pen.say("handout.stop", number=seen.place, count=len(self._tour.planned))

    def date(self, seen: StopSeen) -> Words | None:
        """Return when it was, and how surely; a line to write on where the class is to find out."""
        if seen.stop.event_id is None:
            return None
        if seen.is_date_withheld:
            return self._pen.words(Style.DATE, "handout.date-withheld")
        return self._pen.date_line(seen.stop.date) if seen.ordinal is not None else None

    def strip(self, seen: StopSeen) -> Strip | None:
        """Return the stretch of time that a stop shows."""
        stop = seen.stop
        if stop.view is None and (seen.ordinal is None or stop.date is None):
            return None
        date = stop.date
        if seen.ordinal is None or date is None or seen.is_date_withheld:
            words = self._pen.say("handout.strip")
        else:
            words = self._pen.say(
                "handout.strip-of", title=stop.title.text, date=short_date(date, self._pen.translator)
            )
        return Strip(seen.showing, stop.event_id if seen.ordinal is not None else None, stop.view, words)

    def story(self, seen: StopSeen, evidence: EvidenceWriter) -> tuple[Piece, ...]:
        """Return what is told of the stop's event, as far as it may be."""
        event = seen.event
        if event is None:
            has_cursor = seen.stop.event_id is not None and seen.showing.lens.known_at is not None
            return (self._pen.words(Style.PROSE, "panel.then.veiled"),) if has_cursor else ()
        if event.is_covered and event.content_note is not None:
            return (*evidence.covered(event.content_note), self._pen.words(Style.SMALL, "handout.covered"))
        told = (*event.summary, *event.body) if self._is_whole else event.summary
        return (*evidence.opened(event.content_note), *prose(told))

    def _source_line(self, gathered: Gathered) -> Words | None:
        names = list(dict.fromkeys(source.short for source in gathered.sources.values()))
        if not names:
            return None
        most = MOST_NAMED[self._per_page]
        more = len(names) - most
        listed = "; ".join(names[:most])
        if more > 0:
            return self._pen.words(Style.SMALL, "handout.sources-more", sources=listed, count=more)
        key = "handout.source" if len(names) == 1 else "handout.sources"
        return self._pen.words(Style.SMALL, key, sources=listed)

    def notes(self, seen: StopSeen) -> tuple[Words, ...]:
        """Return what a teacher reads: notes, and where to go if the class asks."""
        found = list(prose(seen.planned.notes, Style.NOTE, has_marks=False))
        for branch in seen.planned.branches:
            there = self._tour.stop(branch.stop)
            way: tuple[Spoken, ...] = (" → ", there.title) if there is not None else ()
            found.append(self._pen.joined(Style.NOTE, ((branch.ask, STRONG), *way)))
        return tuple(found)


def uses_told(event: EventView, *, is_whole: bool) -> tuple[SourceUseView, ...]:
    """Return the sources of what is printed of an event: those of its marks, and of the whole story all others."""
    blocks = (*event.summary, *event.body) if is_whole else event.summary
    numbers = {mark.number for block in blocks for passage in block.passages for mark in passage.marks}
    if is_whole or not numbers:
        return event.sources
    return tuple(use for use in event.sources if use.number in numbers)
