# SPDX-License-Identifier: MIT
"""The list of the events in view: which they are, in which order, and what each row says.

Undated events are in view while their tray is open: then they are listed too. While it is folded, they are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np

from timeline_app.base.messages import Message, Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.phrases import date_in_words
from timeline_app.scene.fitted import Fitted
from timeline_app.scene.in_view import events_in_view
from timeline_app.scene.index_basis import I32
from timeline_app.scene.lane_choice import HIDDEN
from timeline_app.scene.lane_words import lane_title
from timeline_app.scene.stage import Stage
from timeline_app.scene.standings import joined
from timeline_app.scene.time_fold import instant_of
from timeline_app.scene.view import View
from timeline_app.state.list_order import ListBook, in_order_of, in_order_of_dates, lane_ranks
from timeline_app.state.list_state import ListColumn, ListState

IMPORTANT_FROM: Final = 4


class ListedRow(NamedTuple):
    """What is told of an event: ids as they stand in the file, all else in words; `edtf` is "" without a date.

    Where nothing may be said of the event, not even its id is told: ids are names.
    """

    id: str
    date: str
    edtf: str
    title: ShownText
    lanes: str
    evidence: str
    sources: tuple[str, ...]
    colour: str = ""
    is_important: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class EventList:
    """The rows in their order, and what is said above them.

    `in_view` counts what is in view before words narrow it, `of` the exhibit's events; `in_tray` are the undated
    ones that the folded tray holds back. `span_s` are the first and last instant of the view. While words or
    evidence are still being gathered, `is_whole` is false and the rows stand in the order of time.
    """

    ordinals: I32
    in_view: int
    of: int
    in_tray: int
    span_s: tuple[int, int]
    listed: ListState
    is_whole: bool = True

    def __len__(self) -> int:
        return len(self.ordinals)


def seen_ordinals(stage: Stage, view: View, *, is_tray_open: bool) -> I32:
    """Return the events in view in the order of time, then those of the open tray."""
    found = events_in_view(stage.index, view)
    if not is_tray_open:
        return found
    return np.concatenate((found, np.array(stage.fitted.showing.undated_ordinals, np.int32)))


def event_list(
    stage: Stage, view: View, listed: ListState, book: ListBook, *, is_tray_open: bool
) -> EventList:
    """Return the list of what is in view, sorted as the reader has it, before words narrow it."""
    showing = stage.fitted.showing
    seen = seen_ordinals(stage, view, is_tray_open=is_tray_open)
    is_whole = book.has_all(seen, listed)
    return EventList(
        _sorted(seen, listed if is_whole else ListState(), stage.fitted, book),
        len(seen),
        len(showing.table),
        0 if is_tray_open else len(showing.undated_ordinals),
        (instant_of(stage.fold, view.start_s), instant_of(stage.fold, view.end_s)),
        listed,
        is_whole,
    )


def narrowed(found: EventList, listed: ListState, book: ListBook) -> EventList:
    """Return a list with only the rows that have the words that the reader wants."""
    rows = book.with_words(found.ordinals, listed.words) if listed.words.strip() else found.ordinals
    return replace(found, ordinals=rows, listed=listed)


def _sorted(ordinals: I32, listed: ListState, fitted: Fitted, book: ListBook) -> I32:
    """Return events in the order that the reader wants; those that are equal in it by date."""
    showing, rows = fitted.showing, book.by_date(ordinals)
    if listed.column is ListColumn.DATE:
        return in_order_of_dates(showing, ordinals, is_descending=True) if listed.is_descending else rows
    if listed.column is ListColumn.TITLE:
        ranks = book.title_ranks(rows)
    elif listed.column is ListColumn.EVIDENCE:
        ranks = book.evidence_ranks(rows)
    else:
        ranks = lane_ranks(showing, fitted.choice, rows)
    return in_order_of(ranks, rows, is_descending=listed.is_descending)


class RowTeller:
    """Says what stands in a row; asked for the rows that are seen, copied or printed."""

    def __init__(self, fitted: Fitted, translator: Translator) -> None:
        self._fitted = fitted
        self._translator = translator

    @property
    def fitted(self) -> Fitted:
        """What the rows are told of."""
        return self._fitted

    def row(self, ordinal: int) -> ListedRow:
        """Return what is told of an event."""
        fitted, showing = self._fitted, self._fitted.showing
        head = showing.head(ordinal)
        lanes = [lane for lane in head.lanes if fitted.choice.home[lane] != HIDDEN]
        return ListedRow(
            "" if showing.is_veiled(ordinal) else head.id,
            date_in_words(head.date, self._translator) if head.date is not None else "",
            head.date.edtf if head.date is not None else "",
            head.title,
            self._listed([lane_title(fitted.lanes[lane]) for lane in lanes]),
            self._evidence(ordinal),
            showing.sources_used_by(ordinal),
            fitted.lanes[lanes[0]].colour if lanes else "",
            int(showing.importance[ordinal]) >= IMPORTANT_FROM,
        )

    def _evidence(self, ordinal: int) -> str:
        """Return on what an event rests, and what a cursor or sources taken away make of it."""
        standings = self._fitted.standings
        told = standings.standing(ordinal).words
        if self._fitted.showing.is_veiled(ordinal):
            return told
        return joined([words for words in (standings.seal(ordinal).words, told) if words], self._translator)

    def _listed(self, names: Sequence[str | Message]) -> str:
        told = [name if isinstance(name, str) else self._translator.text(name) for name in names]
        found = told[0] if told else ""
        for name in told[1:]:
            found = self._translator.say("list.and", first=found, second=name)
        return found
