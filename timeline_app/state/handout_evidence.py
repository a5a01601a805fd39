# SPDX-License-Identifier: MIT
"""What a stop shows, on paper: words of sources with whence they are, accounts beside each other, figures, chains."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.chains import CAUSAL
from timeline_app.model.showing import Showing
from timeline_app.model.tour_views import Shown, ShownKind
from timeline_app.model.views import (
    AccountView,
    ClaimView,
    ConnectionView,
    EventView,
    ExcerptView,
    FigureView,
    NoteView,
    SourceView,
)
from timeline_app.state.handout import Card, CardKind, Chart, Piece, Run, Style, Table, Words
from timeline_app.state.handout_texts import SEPARATOR, STRONG, Pen, Said, Spoken, lit, prose

PRINT: Final = "print"
"""The use to which a witness must have agreed before words stand on paper."""
QUOTES: Final = {"ja": ("「", "」"), "zh": ("「", "」"), "fr": ("« ", " »"), "de": ("„", "“")}
ENGLISH_QUOTES: Final = ("“", "”")


@dataclass
class Gathered:
    """The sources that were told of so far, in the order of telling."""

    sources: dict[str, SourceView] = field(default_factory=dict)

    def add(self, source: SourceView | None) -> None:
        """Note a source."""
        if source is not None:
            self.sources.setdefault(source.id, source)


class EvidenceWriter:
    """Writes what is shown at one stop, through the lens of that stop, and notes what it rests on."""

    def __init__(self, showing: Showing, pen: Pen, gathered: Gathered) -> None:
        self._showing = showing
        self._pen = pen
        self._gathered = gathered

    def pieces(self, shown: Shown, own_event: str | None) -> tuple[Piece, ...]:
        """Return one thing that a stop shows; nothing where it may not be told."""
        match shown.kind:
            case ShownKind.EXCERPT:
                excerpt = self._showing.excerpt(shown.id)
                return () if excerpt is None else (self.excerpt(excerpt, shown.words),)
            case ShownKind.CLAIM:
                claim = self._showing.claim(shown.id)
                return () if claim is None else self.claim(claim)
            case ShownKind.SOURCE:
                source = self._showing.source(shown.id)
                return () if source is None else (self._source(source),)
            case _:
                return self._of_event(shown, own_event)

    def _of_event(self, shown: Shown, own_event: str | None) -> tuple[Piece, ...]:
        ordinal = self._showing.ordinal(shown.id)
        if ordinal is None or self._showing.is_veiled(ordinal):
            return ()
        event = self._showing.event(ordinal)
        if shown.kind is ShownKind.EVENT:
            # The story of the stop's own event stands above already.
            return () if shown.id == own_event else self.event(event)
        if shown.kind is ShownKind.FIGURE:
            return () if event.figure is None else self.figure(event.figure)
        if shown.kind is ShownKind.CHAIN:
            return self._chain(event)
        return self._places(event, is_own=shown.id == own_event)

    # -- words of sources -------------------------------------------------------------------------

    def excerpt(self, excerpt: ExcerptView, words: str = "") -> Card:
        """Return an excerpt with who spoke, when, and where it is printed: words never stand alone."""
        found = [*self._words_of(excerpt, words)]
        speaker = excerpt.speaker.text[:1].upper() + excerpt.speaker.text[1:] if excerpt.speaker else ""
        named = replace(excerpt.speaker, text=speaker) if excerpt.speaker else ""
        when = self._pen.date(excerpt.date) if excerpt.date else ""
        if speaker or when:
            found.append(self._pen.joined(Style.SPEAKER, ((named, STRONG), when), SEPARATOR))
        if excerpt.comment:
            found.append(self._pen.plain(Style.SMALL, excerpt.comment))
        found.append(self._origin(excerpt))
        self._gathered.add(excerpt.source)
        return Card(CardKind.WORDS, tuple(found))

    def _words_of(self, excerpt: ExcerptView, words: str) -> tuple[Words, ...]:
        if excerpt.is_covered and excerpt.content_note is not None:
            return (
                *self.covered(excerpt.content_note),
                self._pen.words(Style.SMALL, "handout.covered-words"),
            )
        if not may_be_printed(excerpt):
            return (self._pen.words(Style.SMALL, "handout.not-for-print"),)
        found = [*self.opened(excerpt.content_note), _quoted(excerpt.words, excerpt.elided, words)]
        for translation in excerpt.translations:
            by = str(translation.by) if translation.by else self._pen.say("panel.translation.unnamed")
            status = self._pen.say(f"panel.translation.{translation.status}")
            found.append(_quoted(translation.text, excerpt.elided, words))
            found.append(self._pen.words(Style.SMALL, "panel.translation", by=by, status=status))
        return tuple(found)

    def covered(self, note: NoteView) -> tuple[Words, ...]:
        """Return a content note as it stands before what it covers."""
        text = note.text or self._pen.say("panel.note.category", category=note.category)
        heading = self._pen.say("panel.note.heading")
        return (self._pen.joined(Style.SMALL, ((heading + ".", STRONG), text), " "),)

    def opened(self, note: NoteView | None) -> tuple[Words, ...]:
        """Return a content note that somebody has opened: it still says what to expect."""
        return () if note is None else self.covered(note)

    def _origin(self, excerpt: ExcerptView) -> Words:
        if excerpt.source is None:
            return self._pen.words(Style.SMALL, f"panel.text-is.{excerpt.text_is}")
        told: list[Said] = [self._pen.say(f"panel.excerpt.{excerpt.text_is}", source=excerpt.source.short)]
        if excerpt.locator:
            told.extend((", ", excerpt.locator))
        told.append(". ")
        if excerpt.bears:
            told.append(self._pen.say(f"panel.bears.{excerpt.bears}"))
        return self._pen.joined(Style.SMALL, told)

    def _source(self, source: SourceView) -> Words:
        self._gathered.add(source)
        kind = self._pen.say(f"panel.kind.{source.kind}") if source.kind else ""
        extent = self._pen.say(f"panel.extent.{source.extent}") if source.extent else ""
        # A short reference may hold the title already, where nothing else tells the work.
        short = "" if source.title.text in source.short else source.short
        return self._pen.joined(Style.SMALL, ((source.title, STRONG), short, kind, extent), SEPARATOR)

    # -- accounts ---------------------------------------------------------------------------------

    def claim(self, claim: ClaimView) -> tuple[Piece, ...]:
        """Return accounts that differ, one a row, with who gives each and what it rests on."""
        return (self.question(claim), self.accounts(claim), self.conclusion(claim))

    def question(self, claim: ClaimView) -> Words:
        """Return what a claim is about, and how it stands."""
        status = self._pen.say(f"panel.claim.{claim.status}")
        about = replace(claim.about, text=claim.about.text[:1].upper() + claim.about.text[1:])
        return self._pen.joined(Style.LABEL, ((about, STRONG), status), SEPARATOR)

    def accounts(self, claim: ClaimView, *, is_blank: bool = False) -> Table:
        """Return the table of accounts; blank, so that only what is said stands in it."""
        columns = tuple(
            self._pen.words(Style.LABEL, f"handout.column.{name}") for name in ("says", "by", "rests")
        )
        rows = tuple(
            (
                (self._pen.plain(Style.CELL, account.says),),
                () if is_blank else self._who(account),
                () if is_blank else self._rests(account),
            )
            for account in claim.accounts
        )
        return Table(columns, rows)

    def _who(self, account: AccountView) -> tuple[Words, ...]:
        by = account.by or self._pen.say("panel.account.by-unnamed")
        found = [self._pen.plain(Style.CELL, by)]
        if account.date:
            date = self._pen.date(account.date)
            found.append(self._pen.words(Style.CELL, "panel.account.dated", date=date))
        if account.refuted_since is not None:
            date = self._pen.date(account.refuted_since)
            key = "panel.account.believed-then" if account.believed_then else "panel.account.refuted"
            found.append(self._pen.plain(Style.CELL, self._pen.say(key, date=date), STRONG))
        return tuple(found)

    def _rests(self, account: AccountView) -> tuple[Words, ...]:
        found: list[Words] = []
        for use in account.sources:
            self._gathered.add(use.source)
            place = (", ", use.locator) if use.locator else ()
            found.append(self._pen.joined(Style.CELL, (use.source.short, *place)))
        if account.bears:
            found.append(self._pen.words(Style.CELL, f"panel.bears.{account.bears}"))
        return tuple(found) or (self._pen.plain(Style.CELL, "–"),)

    def conclusion(self, claim: ClaimView) -> Words:
        """Return what can be concluded, and who concludes it."""
        if claim.conclusion is None:
            return self._pen.words(Style.SMALL, f"panel.claim.means.{claim.status}")
        by: tuple[Said, ...] = ()
        if claim.concluded_by:
            by = (" " + self._pen.say("panel.claim.concluded-by") + " ", claim.concluded_by)
        return self._pen.joined(Style.SMALL, (claim.conclusion, *by, "."))

    # -- what belongs to events -------------------------------------------------------------------

    def event(self, event: EventView) -> tuple[Piece, ...]:
        """Return another event in short: its title, its date and its first words."""
        for use in event.sources:
            self._gathered.add(use.source)
        title = self._pen.joined(
            Style.LABEL, ((event.head.title, STRONG), self._pen.date(event.head.date)), SEPARATOR
        )
        if event.is_covered and event.content_note is not None:
            return (title, *self.covered(event.content_note))
        return (title, *self.opened(event.content_note), *prose(event.summary, has_marks=False))

    def figure(self, figure: FigureView) -> tuple[Piece, ...]:
        """Return a figure as bars, with what it shows in words and whence it is."""
        self._gathered.add(figure.source)
        most = max((abs(value) for _, value in figure.data), default=0.0) or 1.0
        bars = tuple((label, self._number(value), abs(value) / most) for label, value in figure.data)
        found: list[Piece] = [Chart(self._pen.plain(Style.LABEL, figure.title, STRONG), bars)]
        if figure.describe:
            found.append(self._pen.plain(Style.SMALL, figure.describe))
        if figure.source:
            found.append(self._pen.words(Style.SMALL, "handout.source", sources=figure.source.short))
        return tuple(found)

    def _number(self, value: float) -> str:
        if value == round(value):
            return self._pen.say("handout.number", number=round(value))
        return str(value)

    def _chain(self, event: EventView) -> tuple[Piece, ...]:
        steps = [link for link in event.connections if link.kind in CAUSAL]
        if not steps:
            return ()
        heading = self._pen.words(Style.LABEL, "handout.chain")
        return (heading, *(self._step(link) for link in steps))

    def _step(self, link: ConnectionView) -> Words:
        side = "out" if link.outward else "in"
        parts: list[Spoken] = [
            self._pen.say(f"panel.link.{link.kind}.{side}") + " ",
            (link.title, STRONG),
        ]
        if link.date:
            parts.append(f", {self._pen.date(link.date)}")
        parts.append(". ")
        if link.why:
            parts.append(link.why)
        for source in link.sources:
            self._gathered.add(source)
        if link.judgement:
            parts.append(" " + self._pen.say("panel.link.judgement"))
        made = self._pen.joined(Style.SMALL, parts)
        return replace(made, marker="→")

    def _places(self, event: EventView, *, is_own: bool) -> tuple[Piece, ...]:
        if not event.places:
            return ()
        names = ", ".join(place.title.text for place in event.places)
        of: tuple[Spoken, ...] = () if is_own else (event.head.title, ": ")
        lead = (self._pen.say("handout.where") + " ", STRONG)
        return (self._pen.joined(Style.SMALL, (lead, *of, names)),)


def may_be_printed(excerpt: ExcerptView) -> bool:
    """Tell whether words may stand on paper: where a witness has said for what, print must be among it."""
    return excerpt.consent is None or not excerpt.consent.scope or PRINT in excerpt.consent.scope


def _quoted(text: ShownText, elided: str | None, words: str) -> Words:
    """Return words in the quotation marks of their language; what was left out shows outside them."""
    opening, closing = QUOTES.get(text.language.partition("-")[0], ENGLISH_QUOTES)
    before = "… " if elided in {"start", "both"} else ""
    after = " …" if elided in {"end", "both"} else ""
    inner = lit(replace(text, text=text.text.strip()), words)
    return Words(
        Style.QUOTE,
        (Run(before + opening, text.language), *inner, Run(closing + after, text.language)),
        text.language,
    )
