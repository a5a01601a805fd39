# SPDX-License-Identifier: MIT
"""Checks what `after` and `before` say together: no event may come before itself, or before what its date allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from timeline_app.base.messages import Message
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.net_parts import Contradiction, Range
from timeline_app.content.clean import DROPPED
from timeline_app.content.draft import Draft
from timeline_app.content.node_tree import TreePath
from timeline_app.content.told_events import ToldEvents

if TYPE_CHECKING:
    from timeline_app.model.relations import SolvedNet, Told

SHOWN_EVENTS: Final = 7
"""A chain of more events is told by its first and last ones."""


def check_relations(draft: Draft) -> Mapping[int, Range]:
    """Report relations that contradict each other or dates, and leave them out.

    Return between which moments each event of the rest begins and ends, by its place among the events.
    """
    events = draft["events"].told
    tellers = events.with_order()
    if not tellers:
        return {}
    from timeline_app.model.relations import solve_relations

    def date_of(ordinal: int) -> HistoricalDate | None:
        return _date_of(draft, events, ordinal)

    net = solve_relations(
        _told_by(events, tellers), events.ids, events.ordinal_of, date_of, draft.date_settings
    )
    for found in net.contradictions:
        _report(draft, net, found)
    return dict(net.known())


def _date_of(draft: Draft, events: ToldEvents, ordinal: int) -> HistoricalDate | None:
    text = events.date(ordinal)
    return parse(text, draft.date_settings) if text else None


def _told_by(events: ToldEvents, tellers: Iterable[int]) -> Iterator[Told]:
    """Yield the relations that events tell, with what the checks before have made of them."""
    from timeline_app.model.relations import told_of

    for ordinal in tellers:
        edits = events.edits(ordinal)
        for told in told_of(ordinal, events.record(ordinal)):
            edit: Any = edits.get(_path_of(told), told.text)
            if (edit is not DROPPED and (told.field,) not in edits) or isinstance(edit, str):
                yield told._replace(text=edit)


def _path_of(told: Told) -> TreePath:
    return (told.field,) if told.place is None else (told.field, told.place)


def _report(draft: Draft, net: SolvedNet, found: Contradiction) -> None:
    """Report a contradiction where the relation stands that is left out; told twice, it goes twice."""
    events = draft["events"].told
    told = net.links[found.dropped].told
    draft.add(
        events.entry(told[0].event),
        _path_of(told[0]),
        "date-contradiction",
        excerpt=told[0].text,
        hint=Message.of("problem.hint.date-contradiction"),
        chain=_Chain(draft, net, found).message(),
    )
    for each in told:
        events.entry(each.event).edits[_path_of(each)] = DROPPED


class _Chain:
    """A contradiction in words, so that a person can follow it from the first event to the last."""

    def __init__(self, draft: Draft, net: SolvedNet, found: Contradiction) -> None:
        self._draft = draft
        self._told = draft["events"].told
        self._links = [net.links[number] for number in found.chain]
        self._is_circle = found.is_circle
        between = [link for link in self._links if not link.date]
        self._events = [link.earlier for link in between] + [link.later for link in between[-1:]]
        self._events = self._events or [self._links[0].event]

    def message(self) -> Message:
        """Return the whole chain, and what cannot be true of it."""
        first, last = self._links[0], self._links[-1]
        parts = []
        has_floor, has_ceiling = (
            bool(first.date and first.field == "after"),
            bool(last.date and last.field == "before"),
        )
        if has_floor:
            parts.append(self._limit("problem.date-contradiction.after-date", first.event, first.date))
        if len(self._events) > 1:
            parts.append(self._order())
        if has_ceiling:
            parts.append(self._limit("problem.date-contradiction.before-date", last.event, last.date))
        told = parts[0]
        for part in parts[1:]:
            told = Message.of("problem.date-contradiction.and", first=told, next=part)
        if self._is_circle:
            return Message.of("problem.date-contradiction.circle", chain=told)
        return self._against(told, has_floor=has_floor, has_ceiling=has_ceiling)

    def _against(self, told: Message, *, has_floor: bool, has_ceiling: bool) -> Message:
        """Return the chain with the dates that stand against it."""
        if has_floor and has_ceiling:
            return Message.of("problem.date-contradiction.together", chain=told)
        first, last = self._events[0], self._events[-1]
        if has_floor or has_ceiling:
            dated = last if has_floor else first
            return Message.of(
                "problem.date-contradiction.one-date",
                chain=told,
                title=self._title(dated),
                date=self._date(dated),
            )
        return Message.of(
            "problem.date-contradiction.two-dates",
            chain=told,
            last=self._title(last),
            last_date=self._date(last),
            first=self._title(first),
            first_date=self._date(first),
        )

    def _order(self) -> Message:
        """Return the events in their order; of very many, those in the middle are only counted."""
        events = self._events
        shown = events if len(events) <= SHOWN_EVENTS else events[: SHOWN_EVENTS // 2]
        told = Message.of("problem.date-contradiction.event", title=self._title(shown[0]))
        for event in shown[1:]:
            told = self._then(told, event)
        if len(shown) < len(events):
            rest = events[-(SHOWN_EVENTS // 2) :]
            hidden = len(events) - len(shown) - len(rest)
            told = Message.of("problem.date-contradiction.more", earlier=told, count=hidden)
            for event in rest:
                told = self._then(told, event)
        return told

    def _then(self, told: Message, event: int) -> Message:
        return Message.of("problem.date-contradiction.before", earlier=told, title=self._title(event))

    def _limit(self, key: str, event: int, date: str) -> Message:
        words = _in_words(parse(date, self._draft.date_settings))
        return Message.of(key, title=self._title(event), date=words)

    def _title(self, event: int) -> str:
        return self._told.record(event).title.first

    def _date(self, event: int) -> Message:
        date = _date_of(self._draft, self._told, event)
        return _in_words(date) if date is not None else Message.of("panel.undated")


def _in_words(date: HistoricalDate) -> Message:
    from timeline_app.chrono.phrases import date_message  # A reading without contradictions needs no words.

    return date_message(date)
