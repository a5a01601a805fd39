# SPDX-License-Identifier: MIT
"""Silences and ghosts for those who hear the timeline, and what is said of an event's evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.model.other_dates import OtherDate
from timeline_app.scene.build_silences import silences_in_view
from timeline_app.scene.ghosts import ghost_in_words
from timeline_app.scene.items import Cover, Scene
from timeline_app.scene.overlays import Overlays
from timeline_app.scene.silence_words import note_of, silence_in_words
from timeline_app.scene.silences import Stretch
from timeline_app.scene.stage import Stage
from timeline_app.scene.view import View


@dataclass(frozen=True, slots=True)
class OutlinedSilence:
    """A silent stretch in view: its lane, its number there, and where it is drawn."""

    lane: int
    number: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class OutlinedGhost:
    """Another date of the event in hand: its number, and where it is drawn."""

    ordinal: int
    number: int
    rect: Rect


def outlined_silences(stage: Stage, view: View, lane: int, strip: Rect) -> tuple[OutlinedSilence, ...]:
    """Return a lane's silent stretches in view, in the lane's foot."""
    silences = stage.fitted.silences.of(lane)
    return tuple(
        OutlinedSilence(lane, number, Rect(left, strip.y, right - left, strip.h))
        for number, _, left, right in silences_in_view(silences, stage.time_scale(view), strip)
    )


def outlined_ghosts(scene: Scene, lane: int) -> tuple[OutlinedGhost, ...]:
    """Return the ghosts that are drawn in a lane."""
    found: list[OutlinedGhost] = []
    for item in scene.items:
        target = item.target
        if item.role == "ghost" and target is not None and target.lane == lane:
            found.append(OutlinedGhost(target.index, int(target.part), item.rect))
    return tuple(found)


class EvidenceWords:
    """What is said of silences, ghosts and the evidence of events."""

    def __init__(self, stage: Stage, translator: Translator) -> None:
        self._stage: Final = stage
        self._translator: Final = translator

    def silence(self, silence: OutlinedSilence) -> str:
        """Return why there is nothing in a stretch, and when."""
        stretch = self._stretch(silence)
        silences = self._stage.fitted.silences
        return silence_in_words(silences, stretch, self._translator) if stretch is not None else ""

    def silence_details(self, silence: OutlinedSilence) -> str:
        """Return the note on a silent stretch."""
        stretch = self._stretch(silence)
        return note_of(stretch, self._translator).text if stretch is not None else ""

    def _stretch(self, silence: OutlinedSilence) -> Stretch | None:
        """Return a silent stretch, None if the lanes are others by now: a screen reader may ask late."""
        fitted = self._stage.fitted
        if silence.lane >= len(fitted.lanes):
            return None
        silences = fitted.silences.of(silence.lane)
        return silences[silence.number] if silence.number < len(silences) else None

    def ghost(self, ghost: OutlinedGhost) -> str:
        """Return which other date an account gives an event."""
        told = self._ghost(ghost)
        if told is None:
            return ""
        title = self._stage.fitted.showing.head(ghost.ordinal).title.text
        return self._translator.say("ghost.spoken", title=title, words=ghost_in_words(told, self._translator))

    def ghost_details(self) -> str:
        """Return what pressing a ghost does."""
        return self._translator.say("ghost.details")

    def claim_of(self, ghost: OutlinedGhost) -> str:
        """Return the id of the claim to which a ghost belongs, "" if there is no such ghost by now."""
        told = self._ghost(ghost)
        return told.claim if told is not None else ""

    def _ghost(self, ghost: OutlinedGhost) -> OtherDate | None:
        fitted = self._stage.fitted
        if ghost.ordinal >= len(fitted.showing.table):
            return None
        ghosts = fitted.standings.ghosts(ghost.ordinal)
        return ghosts[ghost.number] if ghost.number < len(ghosts) else None

    def event(self, ordinal: int, overlays: Overlays) -> Sequence[str]:
        """Return what an event's mark tells by more than its date: cover, signs, and the seal where it is drawn."""
        standings = self._stage.fitted.standings
        standing = standings.standing(ordinal)
        is_sealed = overlays.evidence and standing.cover is not Cover.HATCHED
        seal = standings.seal(ordinal).words if is_sealed else ""
        return [words for words in (standing.words, seal) if words]
