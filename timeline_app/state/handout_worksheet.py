# SPDX-License-Identifier: MIT
"""The worksheet: the sources of a stop with questions and lines to write on; and the answer key, which stands apart.

The questions ask what can be read from a source and what it cannot show; they are the same for every exhibit, but for
the task that a stop has of its own, which stands in their place. What the exhibit says to them stands in the key alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.model.known_words import country_message
from timeline_app.model.tour_views import ShownKind
from timeline_app.model.views import ExcerptView, KnownView
from timeline_app.state.handout import Lines, Piece, Run, Style, Words
from timeline_app.state.handout_evidence import EvidenceWriter, may_be_printed
from timeline_app.state.handout_stops import StopSeen
from timeline_app.state.handout_texts import BULLET, SEPARATOR, STRONG, Pen, prose

SHORT_LINES: Final = 2
LONG_LINES: Final = 4


class WorksheetWriter:
    """Writes the tasks of one stop, or what may be answered."""

    def __init__(
        self,
        seen: StopSeen,
        pen: Pen,
        evidence: EvidenceWriter,
        story: tuple[Piece, ...],
        *,
        has_answers: bool,
    ) -> None:
        self._seen = seen
        self._pen = pen
        self._evidence = evidence
        # Read where a stop with a task has no sources to work on.
        self._story = story
        self._has_answers = has_answers
        self._tasks = 0
        self._hints: list[Piece] = []
        self.reads_story = False

    def pieces(self) -> tuple[Piece, ...]:
        """Return the tasks; none where the stop has nothing to work on."""
        evidence = (*self._excerpts(), *self._claims(), *self._figures())
        if not evidence and not self._own:
            return ()
        self.reads_story = not evidence
        asked = self._of_its_own() if self._own else self._known()
        return (*(evidence or map(_unmarked, self._story)), *asked)

    @property
    def _own(self) -> tuple[Words, ...]:
        """The task that the stop has of its own; none where the class is still to find something out about it."""
        ordinal = self._seen.ordinal
        is_asked = ordinal is not None and bool(self._seen.showing.parts_withheld(ordinal))
        is_told = self._seen.event is not None or self._seen.stop.event_id is None
        return () if is_asked or not is_told else prose(self._seen.stop.task, Style.TASK, has_marks=False)

    def _of_its_own(self) -> tuple[Piece, ...]:
        first, *others = self._own
        answers = (*self._own_judgement(), *self._hints)
        return (*self._asked(first), *others, *self._answered(LONG_LINES, answers))

    def _task(self, key: str, lines: int, answers: tuple[Piece, ...] = ()) -> tuple[Piece, ...]:
        """Return a question, and lines for it or what may be answered."""
        words = self._pen.words(Style.TASK, f"handout.task.{key}")
        return (*self._asked(words), *self._answered(lines, answers))

    def _asked(self, words: Words) -> tuple[Words]:
        """Return a question with its number."""
        self._tasks += 1
        return (replace(words, marker=f"{self._tasks}."),)

    def _answered(self, lines: int, answers: tuple[Piece, ...]) -> tuple[Piece, ...]:
        if self._has_answers:
            return answers
        return (Lines(lines),) if lines else ()

    # -- words of sources -------------------------------------------------------------------------

    def _excerpts(self) -> Iterator[Piece]:
        """Yield all words that a stop shows, and then what is asked of them."""
        shown = [one for one in self._seen.stop.shows if one.kind is ShownKind.EXCERPT]
        found = [
            (view, one.words) for one in shown if (view := self._seen.showing.excerpt(one.id)) is not None
        ]
        yield from (self._evidence.excerpt(view, words) for view, words in found)
        readable = [view for view, _ in found if not view.is_covered and may_be_printed(view)]
        if not readable:
            return
        lines = SHORT_LINES if len(readable) == 1 else LONG_LINES
        names = [self._name(view) if len(readable) > 1 else "" for view in readable]
        named = list(zip(readable, names, strict=True))
        if self._own:
            self._hints.extend(words for one in named for words in self._carried(*one))
            return
        yield from self._task("words", lines, tuple(self._bearing(*one) for one in named))
        yield from self._task("show", lines, tuple(words for one in named for words in self._carried(*one)))
        if len(readable) > 1:
            yield from self._task("compare", LONG_LINES, self._own_judgement())

    def _bearing(self, view: ExcerptView, name: str) -> Words:
        """Return what kind of words these are."""
        said = self._pen.say(f"panel.bears.{view.bears}" if view.bears else f"panel.text-is.{view.text_is}")
        return self._pen.joined(Style.NOTE, ((name, STRONG), said), " ")

    def _name(self, view: ExcerptView) -> str:
        """Return by what an excerpt is told from the others of a stop."""
        name = view.speaker or (view.source.short if view.source else "")
        return (
            self._pen.say("handout.answer.of", name=f"{str(name)[:1].upper()}{str(name)[1:]}") if name else ""
        )

    def _carried(self, view: ExcerptView, name: str) -> Iterator[Words]:
        """Yield how words came to us, and the passages of the exhibit that rest on them."""
        if name:
            yield self._pen.plain(Style.NOTE, name, STRONG)
        if view.transmission:
            hands = " → ".join(
                f"{by.text} ({role})" if role else by.text for by, role, _ in view.transmission
            )
            yield self._pen.plain(Style.NOTE, f"{self._pen.say('panel.excerpt.hands')} {hands}")
        uses = self._seen.showing.excerpt_uses(view.id)
        passages = [passage for use in uses for passage in use.passages]
        if passages or not self._own:
            yield self._pen.words(Style.NOTE, "handout.answer.rests" if passages else "handout.answer.own")
        for passage in passages:
            run = Run(passage.text.strip(), passage.language)
            yield Words(Style.NOTE, (run,), passage.language, BULLET)

    def _own_judgement(self) -> tuple[Piece, ...]:
        return (self._pen.words(Style.NOTE, "handout.answer.own"),)

    # -- accounts and figures ---------------------------------------------------------------------

    def _claims(self) -> Iterator[Piece]:
        for one in self._seen.stop.shows:
            claim = self._seen.showing.claim(one.id) if one.kind is ShownKind.CLAIM else None
            if claim is None:
                continue
            yield self._evidence.question(claim)
            yield from self._task("fill", 0)
            yield self._evidence.accounts(claim, is_blank=not self._has_answers)
            concluded = replace(self._evidence.conclusion(claim), style=Style.NOTE)
            if self._own:
                self._hints.append(concluded)
                continue
            yield from self._task("decide", LONG_LINES, (concluded,))

    def _figures(self) -> Iterator[Piece]:
        event = self._seen.event
        if event is None or event.figure is None:
            return
        chart, *said = self._evidence.figure(event.figure)
        yield chart
        if self._own:
            self._hints.extend(said)
            return
        yield from self._task("figure", SHORT_LINES, tuple(said))

    # -- who knew ---------------------------------------------------------------------------------

    def _known(self) -> Iterator[Piece]:
        event = self._seen.event
        if event is None or not event.known or not self._seen.showing.offers_known_at:
            return
        yield from self._task("known", SHORT_LINES, tuple(map(self._knower, event.known)))

    def _knower(self, known: KnownView) -> Words:
        since = self._pen.date(known.since) if known.since else self._pen.say("panel.known.since-unknown")
        who = Message.of(f"known.to.{known.audience}")
        if known.where:
            who = Message.of(f"known.to.{known.audience}-in", country=country_message(known.where))
        extent = self._pen.say(f"panel.known.extent.{known.extent}")
        source = known.source.short if known.source else ""
        parts = ((since, STRONG), self._pen.translator.text(who), extent, source, known.note or "")
        return replace(self._pen.joined(Style.NOTE, parts, SEPARATOR), marker=BULLET)


def _unmarked(piece: Piece) -> Piece:
    """Return prose without the numbers of notes, which stand on no worksheet."""
    if not isinstance(piece, Words):
        return piece
    return replace(piece, runs=tuple(run for run in piece.runs if not run.is_mark))
