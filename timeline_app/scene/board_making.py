# SPDX-License-Identifier: MIT
"""Puts the board together from what may be shown: nothing is read past the showing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words, doubt_in_words
from timeline_app.model.chains import chain_of
from timeline_app.model.curtain import Part
from timeline_app.model.known_words import cursor_message
from timeline_app.model.prose import Emphasis, Span
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind
from timeline_app.model.views import EventView
from timeline_app.scene.board import Board, BoardColumn, BoardRole, BoardText, plain_text, text_of
from timeline_app.scene.board_evidence import (
    account_columns,
    claim_head,
    excerpt_column,
    note_texts,
    source_column,
)

STEPS_AROUND: Final = 3
"""So many steps of a chain are listed before and after the event in hand."""
MOST_TOGETHER: Final = 4
"""So many things that are revealed one by one stand side by side."""
SEPARATOR: Final = " · "
FIGURE_SPACE: Final = "\u2007"
"""As wide as a digit: numbers stand below each other."""


class _Things(NamedTuple):
    """What a stop shows, by its place among all that it does: what is told, what stands behind a note, what is new."""

    found: dict[int, tuple[BoardColumn, ...]]
    told: frozenset[int]
    behind: frozenset[int]
    newest: frozenset[int]

    @property
    def columns(self) -> list[BoardColumn]:
        """All columns in their places; what stands behind a note is not in them."""
        return [
            replace(
                BoardColumn(is_quote=each.is_quote) if index in self.behind else each,
                is_seen=index in self.told,
                is_new=index in self.newest,
            )
            for index, group in self.found.items()
            for each in group
        ]

    def place_of(self, index: int) -> int:
        """Return which column is the first one of a thing."""
        return sum(len(group) for at, group in self.found.items() if at < index)


class BoardMaker:
    """Makes boards of one showing in one language of the interface."""

    def __init__(self, showing: Showing, translator: Translator) -> None:
        self._showing = showing
        self._translator = translator

    def of_stop(
        self,
        event_id: str | None,
        title: ShownText | None,
        shows: Sequence[Shown],
        steps: Sequence[Sequence[int]] = (),
        step: int = 0,
    ) -> Board:
        """Return what a stop shows at a step; `steps` are groups of `shows` by index.

        What stands side by side has its place before it is revealed: nothing moves when the second thing comes. Of too
        many things what was revealed last stands alone.
        """
        step = min(step, len(steps))
        things = self._things(event_id, shows, steps, step)
        only = shows[next(iter(things.found))] if len(things.found) == 1 and things.told else None
        head, prose, more = self._event(event_id, title)
        claim = self._showing.claim(only.id) if only is not None and only.kind is ShownKind.CLAIM else None
        if claim is not None:
            return Board(
                claim_head(claim, head, self._translator), (), account_columns(claim, self._translator)
            )
        columns = things.columns
        if not things.told and not things.behind:
            # Empty places alone would be an empty board: the event stands on it by itself.
            columns = []
        if len(columns) == 1 and only is not None and only.kind is ShownKind.EXCERPT:
            columns = [replace(columns[0], texts=each.texts) for each in self._excerpt(only, is_alone=True)]
        if len(columns) > 1:
            # The lanes above are as wide as the board: there its event is seen to stand.
            head = tuple(text for text in head if text.role is not BoardRole.KICKER)
            note = next((index for index in things.found if index in things.behind), None)
            if note is not None:
                columns[things.place_of(note)] = BoardColumn(prose)
            prose = more = ()
        return Board(head, prose, tuple(columns), more, is_told=step > 0)

    def _things(
        self, event_id: str | None, shows: Sequence[Shown], steps: Sequence[Sequence[int]], step: int
    ) -> _Things:
        """Return what a stop shows beside its event, and what of it is told at a step."""
        later = {index for group in steps[step:] for index in group}
        behind = {index for index, shown in enumerate(shows) if self._is_behind_note(shown, event_id)} - later
        hidden = later | behind
        found = {
            index: self._columns(shown, event_id)
            for index, shown in enumerate(shows)
            if shown.kind is not ShownKind.EVENT or shown.id != event_id
        }
        if steps and sum(map(len, found.values())) > MOST_TOGETHER:
            newest = steps[step - 1] if step else [index for index in found if index not in hidden]
            found = {index: columns for index, columns in found.items() if index in newest}
        told = frozenset(index for index, each in found.items() if each and index not in hidden)
        newer = (told.intersection(group) for group in reversed(steps[:step]))
        return _Things(found, told, frozenset(behind), next(filter(None, newer), told))

    def of_event(self, event_id: str) -> Board:
        """Return an event with its words."""
        head, prose, more = self._event(event_id, None)
        return Board(head, prose, more=more)

    def of_thing(self, shown: Shown, event_id: str | None) -> Board:
        """Return one thing alone, under the event that it is shown for."""
        return self.of_stop(event_id, None, (shown,))

    def _is_behind_note(self, shown: Shown, event_id: str | None) -> bool:
        """Tell whether a thing stands behind the content note of the event, which nobody has opened yet."""
        ordinal = self._showing.ordinal(event_id) if event_id is not None else None
        if ordinal is None or not self._showing.event(ordinal).is_covered:
            return False
        if shown.kind is not ShownKind.EXCERPT:
            return shown.kind is ShownKind.FIGURE and shown.id == event_id
        return any(use.head.id == event_id for use in self._showing.excerpt_uses(shown.id))

    # -- events -----------------------------------------------------------------------------------

    def _event(
        self, event_id: str | None, title: ShownText | None
    ) -> tuple[tuple[BoardText, ...], tuple[BoardText, ...], tuple[BoardText, ...]]:
        """Return an event's head, its summary and what follows that; without an event there is at most a title."""
        showing = self._showing
        if event_id is None:
            return ((plain_text(BoardRole.TITLE, title),) if title is not None else ()), (), ()
        ordinal = showing.ordinal(event_id)
        if ordinal is None:
            # The lens hides it: then its title is not told either.
            return (), (), ()
        event, parts = showing.event(ordinal), showing.parts_withheld(ordinal)
        is_veiled = showing.is_veiled(ordinal)
        head = [*self._kicker(event), self._name(event, parts, is_veiled=is_veiled)]
        if Part.DATE in parts:
            head.append(self._say(BoardRole.DATE, "panel.withheld.date-line"))
        else:
            head.append(self._date(event.head.date))
        head.extend(self._cursor())
        if is_veiled:
            return tuple(head), (), ()
        more = () if event.is_covered else tuple(text_of(block) for block in event.body)
        return tuple(head), tuple(self._prose(event)), more

    def _cursor(self) -> Iterator[BoardText]:
        """Yield up to when something was known, where the class looks from another day than today."""
        cursor = self._showing.lens.known_at
        if cursor is not None:
            said = self._translator.text(cursor_message(cursor))
            yield plain_text(BoardRole.SPEAKER, said, self._translator.language)

    def _name(self, event: EventView, parts: frozenset[Part], *, is_veiled: bool) -> BoardText:
        if Part.TITLE in parts:
            return self._say(BoardRole.TITLE, "panel.withheld.title")
        if is_veiled and not parts:
            return self._say(BoardRole.TITLE, "known.veiled")
        return plain_text(BoardRole.TITLE, event.head.title)

    def _say(self, role: BoardRole, key: str) -> BoardText:
        return plain_text(role, self._translator.say(key), self._translator.language)

    def _kicker(self, event: EventView) -> Iterator[BoardText]:
        lanes = [self._showing.lanes[index] for index in event.head.lanes]
        told = [lane.title for lane in lanes if lane.title.text]
        if told:
            words = SEPARATOR.join(title.text for title in told)
            yield plain_text(BoardRole.KICKER, words, told[0].language, lane=lanes[0].colour)

    def _date(self, date: HistoricalDate | None) -> BoardText:
        translator = self._translator
        if date is None:
            return plain_text(BoardRole.DATE, translator.say("panel.undated"), translator.language)
        words = Span(date_in_words(date, translator), Emphasis.STRONG)
        doubt = Span(SEPARATOR + doubt_in_words(date, translator))
        return BoardText(BoardRole.DATE, (words, doubt), translator.language)

    def _prose(self, event: EventView) -> Iterator[BoardText]:
        note = event.content_note
        if event.is_covered and note is not None:
            yield from note_texts(note, self._translator)
            return
        yield from (text_of(block) for block in event.summary)

    # -- what is shown beside ---------------------------------------------------------------------

    def _columns(self, shown: Shown, event_id: str | None) -> tuple[BoardColumn, ...]:
        """Return a thing's columns: one, of a claim one for each account, none for what may not be told."""
        showing, translator = self._showing, self._translator
        match shown.kind:
            case ShownKind.EXCERPT:
                return self._excerpt(shown, is_alone=False)
            case ShownKind.SOURCE:
                source = showing.source(shown.id) if shown.id in showing.source_ids else None
                return () if source is None else (source_column(source, translator),)
            case ShownKind.CLAIM:
                claim = showing.claim(shown.id)
                return () if claim is None else account_columns(claim, translator, is_headed=True)
            case ShownKind.CHAIN:
                return self._chain(shown.id or event_id or "")
            case ShownKind.FIGURE | ShownKind.MAP | ShownKind.EVENT:
                return self._of_event(shown.kind, shown.id or event_id or "")

    def _excerpt(self, shown: Shown, *, is_alone: bool) -> tuple[BoardColumn, ...]:
        showing = self._showing
        excerpt = showing.excerpt(shown.id) if shown.id in showing.excerpt_ids else None
        if excerpt is None:
            return ()
        return (excerpt_column(excerpt, shown.words, self._translator, is_alone=is_alone),)

    def _of_event(self, kind: ShownKind, event_id: str) -> tuple[BoardColumn, ...]:
        """Return another event, or the figure or the map of one."""
        ordinal = self._showing.ordinal(event_id)
        if ordinal is None or self._showing.is_veiled(ordinal):
            return ()
        event = self._showing.event(ordinal)
        if kind is ShownKind.FIGURE:
            figure = event.figure
            if figure is None:
                return ()
            return (BoardColumn((plain_text(BoardRole.HEADING, figure.title),), figure=figure),)
        if kind is ShownKind.MAP:
            return (BoardColumn(mapped=event_id),) if event.places else ()
        heading = plain_text(BoardRole.HEADING, event.head.title)
        return (BoardColumn((heading, self._date(event.head.date), *self._prose(event))),)

    def _chain(self, event_id: str) -> tuple[BoardColumn, ...]:
        """Return the steps of a chain about an event, each with its number in the chain."""
        showing, translator = self._showing, self._translator
        pins = [ordinal for name in event_id.split() if (ordinal := showing.ordinal(name)) is not None]
        chain = chain_of(showing, pins)
        if len(chain.steps) <= 1:
            return ()
        here = chain.place_of(pins[0]) or 0
        found: list[BoardText] = []
        last = len(str(min(here + STEPS_AROUND + 1, len(chain.steps))))
        for at, ordinal in enumerate(chain.ordinals):
            if abs(at - here) > STEPS_AROUND:
                continue
            head = showing.head(ordinal)
            date = date_in_words(head.date, translator) if head.date is not None else ""
            spans = (Span(head.short.text, Emphasis.STRONG), Span(f"{SEPARATOR}{date}" if date else ""))
            role = BoardRole.STEP_HERE if at == here else BoardRole.STEP
            found.append(
                BoardText(role, spans, head.short.language, bullet=str(at + 1).rjust(last, FIGURE_SPACE))
            )
        return (BoardColumn(tuple(found)),)
