# SPDX-License-Identifier: MIT
"""How events stand in the light of evidence: their seals, and what the lens leaves of them.

Asked for once for each event that is drawn, then kept as long as the showing: a frame only looks up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.evidence_grade import ConclusionState, EventEvidence
from timeline_app.model.other_dates import OtherDate
from timeline_app.model.showing import Showing
from timeline_app.model.taken_away import Loss
from timeline_app.scene.ghosts import ghosts_of
from timeline_app.scene.items import BarShape, Cover, DotShape, Item, SealFill, SealShape, Sign

MOST_LINES: Final = 3
"""From so many independent lines on a seal is closed."""

FILLS: Final[dict[ConclusionState, SealFill]] = {
    "unquestioned": SealFill.SETTLED,
    "accepted": SealFill.SETTLED,
    "estimates": SealFill.ESTIMATES,
    "open": SealFill.OPEN,
    "disputed": SealFill.DISPUTED,
    "no-verdict": SealFill.NO_VERDICT,
    "refuted": SealFill.REFUTED,
    "undecidable": SealFill.UNDECIDABLE,
}
_SIGN_OF_EXTENT: Final = {"part": Sign.PART, "rumour": Sign.RUMOUR, "denied": Sign.DENIED}


class ToldSign(NamedTuple):
    """A sign and what it says in words."""

    sign: Sign
    words: str


class Standing(NamedTuple):
    """What lies over an event's mark and which signs stand beside it; `words` says all of it."""

    cover: Cover = Cover.PLAIN
    signs: tuple[ToldSign, ...] = ()
    words: str = ""


PLAIN: Final = Standing()


class Seal(NamedTuple):
    """An event's seal and what it says in words."""

    shape: SealShape
    words: str


class StandingBook:
    """The standings and seals of one showing's events, made on demand and kept."""

    def __init__(self, showing: Showing, translator: Translator) -> None:
        self.showing: Final = showing
        self._translator = translator
        lens = showing.lens
        self._has_cursor = lens.known_at is not None
        self._is_plain = lens.known_at is None and not lens.sources_off and not lens.withheld
        self._standings: dict[int, Standing] = {}
        self._seals: dict[int, Seal] = {}
        self._ghosts: dict[int, tuple[OtherDate, ...]] = {}

    def standing(self, ordinal: int) -> Standing:
        """Return how an event stands with the present lens; plainly without cursor and with all sources."""
        if self._is_plain:
            return PLAIN
        found = self._standings.get(ordinal)
        if found is None:
            found = self._standings[ordinal] = self._stands(ordinal)
        return found

    def seal(self, ordinal: int) -> Seal:
        """Return an event's seal."""
        found = self._seals.get(ordinal)
        if found is None:
            found = self._seals[ordinal] = self._sealed(ordinal)
        return found

    def ghosts(self, ordinal: int) -> tuple[OtherDate, ...]:
        """Return the other dates that accounts give an event."""
        found = self._ghosts.get(ordinal)
        if found is None:
            found = self._ghosts[ordinal] = ghosts_of(self.showing, ordinal)
        return found

    def _sealed(self, ordinal: int) -> Seal:
        evidence = self.showing.evidence_of(ordinal)
        words = evidence_in_words(evidence, self._translator)
        return Seal(SealShape(min(evidence.lines, MOST_LINES), FILLS[evidence.state]), words)

    def _stands(self, ordinal: int) -> Standing:
        if self.showing.parts_withheld(ordinal):
            return Standing(Cover.HATCHED, (), self._translator.say("standing.withheld"))
        if self._has_cursor and self.showing.is_veiled(ordinal):
            return Standing(Cover.HATCHED, (), self._translator.say("standing.veiled"))
        signs, said = self._known(ordinal) if self._has_cursor else ([], [])
        loss = self.showing.loss_of(ordinal)
        if loss is Loss.SOME:
            signs.append(self._told(Sign.LOSS))
        said = [*(told.words for told in signs), *said]
        if loss is Loss.ALL:
            said.append(self._translator.say("standing.gone"))
        cover = Cover.OUTLINED if loss is Loss.ALL else Cover.PLAIN
        return Standing(cover, tuple(signs), joined(said, self._translator)) if said else PLAIN

    def _known(self, ordinal: int) -> tuple[list[ToldSign], list[str]]:
        """Return the signs for what was known of an event, how surely and how far, and what else is said of it."""
        knowledge = self.showing.knowledge(ordinal)
        signs = [Sign.POSSIBLE] if knowledge.answer is Answer.POSSIBLE else []
        extent = _SIGN_OF_EXTENT.get(knowledge.extent)
        if extent is not None:
            signs.append(extent)
        said = [self._translator.say("standing.cites-later")] if knowledge.cites_later else []
        return [self._told(sign) for sign in signs], said

    def _told(self, sign: Sign) -> ToldSign:
        return ToldSign(sign, self._translator.say(f"standing.{sign}"))


def evidence_in_words(evidence: EventEvidence, translator: Translator) -> str:
    """Return on how many independent lines an event rests, and what was concluded."""
    lines = Message.of("seal.lines", count=evidence.lines) if evidence.lines else Message.of("seal.no-line")
    return translator.say("seal.words", lines=lines, state=Message.of(f"seal.state.{evidence.state}"))


def joined(said: Sequence[str], translator: Translator) -> str:
    """Return sentences one after the other."""
    found = said[0] if said else ""
    for words in said[1:]:
        found = translator.say("outline.join", first=found, next=words)
    return found


def covered(mark: Item, standing: Standing) -> Item:
    """Return a mark with what lies over it; a line between the dates of a set stays as it is."""
    shape = mark.detail
    if not isinstance(shape, BarShape | DotShape) or standing.cover is Cover.PLAIN:
        return mark
    role = "event-gone" if standing.cover is Cover.OUTLINED else mark.role
    return mark._replace(role=role, text=standing.words, detail=shape._replace(cover=standing.cover))
