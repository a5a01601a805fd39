# SPDX-License-Identifier: MIT
"""What stands out on the canvas: selection, focus, a box, and what the pointer is at, with its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF

from timeline_app.base.clock import Cancel
from timeline_app.base.geometry import Rect
from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing
from timeline_app.scene.break_words import gap_range_in_words, left_out_message
from timeline_app.scene.chain_marks import ChainMarks
from timeline_app.scene.folded_spot import folded_spot, spot_in_words
from timeline_app.scene.ghosts import ghost_in_words
from timeline_app.scene.highlight import Highlight, HitMarks
from timeline_app.scene.items import Item, Kind, Scene, Target, TargetKind
from timeline_app.scene.lane_marks import LaneMarks
from timeline_app.scene.outline_evidence import EvidenceWords
from timeline_app.scene.overlays import USUAL_OVERLAYS
from timeline_app.scene.silence_words import note_of, silence_in_words
from timeline_app.scene.stage import Stage
from timeline_app.ui.canvas.hand import Hand
from timeline_app.ui.canvas.hover_card import HoverCard

HOVER_MS: Final = 450.0
_TOLD: Final = (
    TargetKind.EVENT,
    TargetKind.UNDATED,
    TargetKind.BREAK,
    TargetKind.FOLDED,
    TargetKind.SILENCE,
    TargetKind.GHOST,
)
NEXT_HOVER_MS: Final = 80.0
"""While one card is shown, the next comes sooner."""


class Spotlight:
    """Keeps the highlight of one canvas; every change asks for one frame."""

    def __init__(
        self,
        hand: Hand,
        card: HoverCard,
        translator: Translator,
        scene: Callable[[], Scene | None],
        stage: Stage,
    ) -> None:
        self._hand = hand
        self._card = card
        self._translator = translator
        self._scene = scene
        self._stage = stage
        self._hovered_item: Item | None = None
        self._showing: Showing | None = None
        self._show_card_later: Cancel | None = None
        self.pointer = QPointF(-1.0, -1.0)
        self.highlight = Highlight()
        self.text_scale = 1.0
        self.overlays = USUAL_OVERLAYS

    def set_showing(self, showing: Showing | None) -> None:
        """Forget the events of the exhibit before."""
        self._showing = showing
        self.hide_card()
        self._change(Highlight())

    def select(self, ordinals: tuple[int, ...]) -> None:
        """Raise the selected events."""
        self._change(replace(self.highlight, selected=ordinals))

    def show_hits(self, hits: HitMarks | None) -> None:
        """Mark what a search has found."""
        self._change(replace(self.highlight, hits=hits))

    def show_chain(self, chain: ChainMarks | None) -> None:
        """Mark the steps of a chain."""
        self._change(replace(self.highlight, chain=chain))

    def focus(self, ordinal: int | None) -> None:
        """Show where the keyboard is."""
        focused = Target(TargetKind.EVENT, ordinal) if ordinal is not None else None
        self._change(replace(self.highlight, focused=focused))

    def show_at_tray(self, *, is_there: bool) -> None:
        """Show that the keyboard is at the handle of the tray."""
        self._change(replace(self.highlight, is_at_tray=is_there))

    def show_lanes(self, marks: LaneMarks) -> None:
        """Show what is at the names of the lanes."""
        self._change(replace(self.highlight, lanes=marks))

    def show_box(self, box: Rect | None) -> None:
        """Show the box that is being drawn."""
        self._change(replace(self.highlight, box=box))

    def point_at(self, item: Item | None, x_px: float, y_px: float) -> None:
        """Show what the pointer is at; after a moment its full title and date."""
        self.pointer = QPointF(x_px, y_px)
        target = item.target if item is not None else None
        hovered = target if target is not None and target.kind in _TOLD else None
        self._hovered_item = item
        if _same_event(hovered, self.highlight.hovered):
            return
        waits_ms = NEXT_HOVER_MS if self._card.isVisible() else HOVER_MS
        self.hide_card()
        self._change(replace(self.highlight, hovered=hovered))
        if hovered is not None:
            self._show_card_later = self._hand.clock.after(waits_ms, self._show_card)

    def resume(self) -> None:
        """Tell of a silence that was pressed, now that nothing moves: a press takes all cards away."""
        hovered = self.highlight.hovered
        is_waiting = self._show_card_later is not None or self._card.isVisible()
        if hovered is not None and hovered.kind is TargetKind.SILENCE and not is_waiting:
            self._show_card_later = self._hand.clock.after(NEXT_HOVER_MS, self._show_card)

    def hide_card(self) -> None:
        """Take the card away, and keep one that waits from coming."""
        if self._show_card_later is not None:
            self._show_card_later()
            self._show_card_later = None
        self._card.hide()

    def _show_card(self) -> None:
        self._show_card_later = None
        hovered, showing, scene = self.highlight.hovered, self._showing, self._scene()
        if hovered is None or showing is None or scene is None or not self._hand.animator.is_settled:
            return
        if hovered.kind is TargetKind.FOLDED:
            self._show_count()
            return
        rects = [item.rect for item in scene.items if _is_part_of(item, hovered)]
        if not rects:
            return
        title, words = self._words(hovered, showing)
        self._card.show_event(title, words, self._translator.language, self.text_scale)
        top, bottom = min(rect.y for rect in rects), max(rect.bottom for rect in rects)
        self._card.place(Rect(self.pointer.x(), top, 0.0, bottom - top), self.pointer.x())

    def _show_count(self) -> None:
        """Tell how many are folded where the pointer is, and from when to when."""
        item, language = self._hovered_item, self._translator.language
        x = self.pointer.x()
        spot = folded_spot(self._stage, self._hand.scale, item, x) if item is not None else None
        if item is None or spot is None:
            return
        if spot.ordinal is not None and self._showing is not None:
            title, words = self._words(Target(TargetKind.EVENT, spot.ordinal), self._showing)
        else:
            count, words = spot_in_words(self._stage, spot, item.kind is Kind.BADGE, self._translator)
            title = ShownText(count, language)
        self._card.show_event(title, words, language, self.text_scale)
        self._card.place(Rect(x, item.rect.y, 0.0, item.rect.h), x)

    def _words(self, target: Target, showing: Showing) -> tuple[ShownText, str]:
        """Return an event's title and date, what a break leaves out, or what a silence or a ghost tells."""
        fold = self._hand.scale.fold
        if target.kind is TargetKind.BREAK and fold is not None:
            gap, language = fold.gaps[target.index], self._translator.language
            left_out = self._translator.text(left_out_message(gap))
            hint = self._translator.say("break.hint", range=gap_range_in_words(gap, self._translator))
            return ShownText(left_out, language), hint
        if target.kind is TargetKind.SILENCE:
            return self._silence_words(target)
        if target.kind is TargetKind.GHOST:
            return self._ghost_words(target)
        head = showing.head(target.index)
        date = date_in_words(head.date, self._translator) if head.date is not None else ""
        told = EvidenceWords(self._stage, self._translator).event(target.index, self.overlays)
        return head.title, "\n".join(words for words in (date, *told) if words)

    def _silence_words(self, target: Target) -> tuple[ShownText, str]:
        """Return why there is nothing, from when to when, and the note on it."""
        silences, translator = self._stage.fitted.silences, self._translator
        stretch = silences.of(target.lane)[target.index]
        title = ShownText(silence_in_words(silences, stretch, translator), translator.language)
        return title, note_of(stretch, translator).text

    def _ghost_words(self, target: Target) -> tuple[ShownText, str]:
        """Return which dates are given at a ghost, and by whom: from afar several fall together."""
        scene, translator = self._scene(), self._translator
        ghosts = self._stage.fitted.standings.ghosts(target.index)
        items = [item for item in scene.items if item.role == "ghost"] if scene is not None else []
        here = [item for item in items if item.target == target]
        there = [item for item in items if any(item.rect.intersects(own.rect) for own in here)]
        numbers = [int(item.target.part) for item in there if item.target is not None]
        told = "\n".join(ghost_in_words(ghosts[number], translator) for number in numbers)
        return ShownText(translator.say("ghost.title"), translator.language), told

    def _change(self, highlight: Highlight) -> None:
        if highlight != self.highlight:
            self.highlight = highlight
            self._hand.animator.request_frame()


def _same_event(first: Target | None, second: Target | None) -> bool:
    if first is None or second is None:
        return first is second
    return _identity(first) == _identity(second)


def _identity(target: Target) -> tuple[TargetKind, int, int, str]:
    """Return by what a thing is told from others: the parts of an event are one, ghosts are each their own."""
    part = target.part if target.kind is TargetKind.GHOST else ""
    return target.kind, target.index, target.lane, part


def _is_part_of(item: Item, target: Target) -> bool:
    """Tell whether an item draws what the pointer is at, in the lane in which it is."""
    mine = item.target
    if mine is None or mine.kind is not target.kind or item.kind in (Kind.ARC, Kind.RING):
        return False
    return _identity(mine) == _identity(target)
