# SPDX-License-Identifier: MIT
"""Makes views of tours: of each stop what a showing lets through, and nothing else."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.base.errors import DateError
from timeline_app.base.text_value import ShownText, TextValue
from timeline_app.chrono.edtf import parse
from timeline_app.model.chains import has_chain
from timeline_app.model.drawn_showing import UNSAID
from timeline_app.model.prose import Block
from timeline_app.model.prose_reader import read_prose
from timeline_app.model.stop_lens import stop_cursor, stop_filters
from timeline_app.model.tour_shows import Asked, asked_for, step_groups, stop_named
from timeline_app.model.tour_views import BranchView, Shown, ShownKind, StopView, TourView

if TYPE_CHECKING:
    from timeline_app.model import records
    from timeline_app.model.document import Document
    from timeline_app.model.showing import Showing


def tour_view(tour_id: str, document: Document, showing: Showing) -> TourView | None:
    """Return a tour as far as it may be shown, None if there is no such one."""
    record = document.tours.get(tour_id)
    if record is None:
        return None
    reader = _StopReader(record, document, showing)
    stops = [reader.stop(number) for number in range(1, len(record.stops) + 1)]
    seen = [stop for stop in stops if _is_seen(stop, showing)]
    numbers = {stop.number for stop in seen}
    stops = [_with_branches_to(numbers, stop) for stop in stops]
    return TourView(
        id=tour_id,
        title=record.title.for_reader(showing.reader),
        minutes=record.minutes,
        note=reader.prose(record.note),
        stops=tuple(stop for stop in stops if stop.number in numbers),
        unseen=tuple(stop for stop in stops if stop.number not in numbers),
    )


def _is_seen(stop: StopView, showing: Showing) -> bool:
    return stop.event_id is None or showing.ordinal(stop.event_id) is not None


def _with_branches_to(numbers: set[int], stop: StopView) -> StopView:
    """Return a stop without ways to what may not be shown."""
    return replace(stop, branches=tuple(branch for branch in stop.branches if branch.stop in numbers))


class _StopReader:
    """Reads the stops of one tour through a showing."""

    def __init__(self, tour: records.Tour, document: Document, showing: Showing) -> None:
        self._tour = tour
        self._document = document
        self._showing = showing

    def stop(self, number: int) -> StopView:
        """Return a stop by its number."""
        record, showing = self._tour.stops[number - 1], self._showing
        event_id = record.event if record.event in self._document.events.ordinal_of else None
        ordinal = showing.ordinal(event_id) if event_id is not None else None
        head = showing.head(ordinal) if ordinal is not None else None
        shows, steps = self._shows(record)
        return StopView(
            number=number,
            id=record.id or record.event or str(number),
            event_id=event_id,
            title=head.title if head is not None else self._title(record, shows),
            date=head.date if head is not None else None,
            view=self._view(record.view),
            shows=shows,
            steps=steps,
            as_known_at=(record.as_known_at or "") if stop_cursor(record.as_known_at, self._document) else "",
            filters=stop_filters(record),
            notes=self.prose(record.notes),
            minutes=record.minutes,
            is_spare=record.hidden,
            branches=self._branches(record),
            task=self.prose(record.task),
        )

    def prose(self, value: TextValue | None) -> tuple[Block, ...]:
        """Return a text as blocks."""
        if not value:
            return ()
        text = value.for_prose(self._showing.reader)
        return read_prose(text.text, text.language)

    def _title(self, record: records.Stop, shows: tuple[Shown, ...]) -> ShownText:
        """Return the title of a stop whose event is not told of, or which has none: that of what it shows."""
        if record.event is not None or not shows:
            return ShownText(UNSAID if record.event is not None else "", self._language)
        return shows[0].title

    @property
    def _language(self) -> str:
        return self._showing.reader.exhibit_language

    def _view(self, text: str | None) -> tuple[float, float] | None:
        if not text:
            return None
        # The reader of the file has already said what is wrong with it.
        with suppress(DateError):
            date = parse(text, self._document.date_settings)
            if date.earliest_s is not None and date.latest_s is not None:
                return date.earliest_s, date.latest_s
        return None

    def _branches(self, record: records.Stop) -> tuple[BranchView, ...]:
        found = (
            (branch.ask.for_reader(self._showing.reader), stop_named(self._tour, branch.to))
            for branch in record.branches
        )
        return tuple(BranchView(ask, number) for ask, number in found if ask.text and number)

    # -- what it shows ----------------------------------------------------------------------------

    def _shows(self, record: records.Stop) -> tuple[tuple[Shown, ...], tuple[tuple[int, ...], ...]]:
        """Return what may be shown, and the steps in which it is revealed; a step with nothing in it is none."""
        told = [self._shown(asked) for asked in asked_for(record, self._document)]
        shows = tuple(shown for shown in told if shown is not None)
        place_of = {
            old: sum(one is not None for one in told[:old]) for old, one in enumerate(told) if one is not None
        }
        groups = (tuple(place_of[old] for old in group if old in place_of) for group in step_groups(record))
        return shows, tuple(group for group in groups if group)

    def _shown(self, asked: Asked | None) -> Shown | None:
        title = None if asked is None else self._title_of(asked)
        return None if asked is None or title is None else Shown(asked.kind, asked.id, title, asked.words)

    def _title_of(self, asked: Asked) -> ShownText | None:
        """Return the title of a thing, None where it may not be shown."""
        showing = self._showing
        if asked.kind is ShownKind.EXCERPT:
            return self._title_of_excerpt(asked.id)
        if asked.kind is ShownKind.SOURCE:
            source = showing.source(asked.id)
            return source.title if source is not None else None
        if asked.kind is ShownKind.CLAIM:
            claim = showing.claim(asked.id)
            return claim.about if claim is not None else None
        return self._title_of_part(asked)

    def _title_of_excerpt(self, excerpt_id: str) -> ShownText | None:
        """Return who speaks in an excerpt, else what it stands in."""
        excerpt = self._showing.excerpt(excerpt_id)
        if excerpt is None:
            return None
        if excerpt.speaker is not None:
            return excerpt.speaker
        return excerpt.source.title if excerpt.source is not None else ShownText("", self._language)

    def _title_of_part(self, asked: Asked) -> ShownText | None:
        """Return the title of an event whose words, chain, map or figure is shown, None where there is none."""
        showing = self._showing
        ordinal = showing.ordinal(asked.id)
        if ordinal is None or showing.is_veiled(ordinal):
            return None
        has_part = {
            ShownKind.CHAIN: lambda: has_chain(showing, ordinal),
            ShownKind.MAP: lambda: any(place.title.text for place in showing.event(ordinal).places),
            ShownKind.FIGURE: lambda: showing.event(ordinal).figure is not None,
        }.get(asked.kind)
        return showing.head(ordinal).title if has_part is None or has_part() else None
