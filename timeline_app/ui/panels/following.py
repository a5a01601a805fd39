# SPDX-License-Identifier: MIT
"""The ways between a statement and its evidence: from a mark to words and source, and back to what rests on them.

A mark of the story is counted by its place in reading order, from 1. What the state says was followed is that
number while the reader is at the mark, and minus that number while they are at what it leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import Mark
from timeline_app.ui.announcement import announce
from timeline_app.ui.panels.excerpt_card import ExcerptCard
from timeline_app.ui.panels.page import Page
from timeline_app.ui.panels.pieces import Card, Pool
from timeline_app.ui.panels.source_entry import SourceEntry
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.reading.text_body import MarkPlace

Leads = Callable[[Mark], bool]


class Following:
    """Leads through one page; what is lit and where the reader is stands in the page's own parts."""

    def __init__(
        self, page: Page, story: ReadingView, cards: Pool[ExcerptCard], entries: Pool[SourceEntry]
    ) -> None:
        self._page = page
        self._story = story
        self._cards = cards
        self._entries = entries
        self._name_of: Callable[[Mark], str] = self._number
        self._told_of: Callable[[Mark], str] = self._number
        self._marks: tuple[Mark, ...] = ()
        self._followed = 0
        self._at: dict[str, int] = {}

    def connect(self, view: ReadingView) -> None:
        """Let the marks of a text lead to their evidence."""
        view.activated.connect(lambda places: self.follow(view, places))
        view.set_mark_names(self._name)

    def name_marks(self, name_of: Callable[[Mark], str], told_of: Callable[[Mark], str]) -> None:
        """Take how marks are named, and what is read out when one of them is followed."""
        self._name_of, self._told_of = name_of, told_of

    def _name(self, mark: Mark) -> str:
        return self._name_of(mark)

    @staticmethod
    def _number(mark: Mark) -> str:
        return str(mark.number)

    @property
    def followed(self) -> int:
        """Where the reader is: at a mark, or below 0 at what it leads to; 0 for neither."""
        return self._followed

    # -- what rests on what -----------------------------------------------------------------------

    def passages(self, leads: Leads) -> tuple[MarkPlace, ...]:
        """Return one mark of each passage of the story of which a mark leads to something."""
        found: dict[tuple[int, int, int], MarkPlace] = {}
        for place in self._story.marks:
            if leads(place.spot.mark):
                spot = place.spot
                found.setdefault((place.paragraph, spot.passage_start, spot.passage_end), place)
        return tuple(found.values())

    def number_of(self, place: MarkPlace) -> int:
        """Return the number of a mark of the story in reading order."""
        return self._story.marks.index(place) + 1

    # -- to the evidence --------------------------------------------------------------------------

    def follow(self, view: ReadingView, places: Sequence[MarkPlace]) -> None:
        """Light what marks lead to, and take the reader to the first of it; Back returns to the mark."""
        if view is self._story:
            number = self.number_of(places[0])
            self._followed = -number
            self._at.clear()
            self._page.follow_requested.emit(number)
        self._marks = tuple(place.spot.mark for place in places)
        self.light()
        target = self._arrive()
        if target is not None:
            _give_focus(target, view.activated_by)
            announce(self._page, " ".join(self._told_of(mark) for mark in self._marks))

    def light(self) -> None:
        """Light the words, the excerpts and the entries to which the followed marks lead, and no others."""
        for card in self._cards:
            words = [mark.words for mark in self._marks if _leads_to_excerpt(mark, card.excerpt_id)]
            card.light(words)
        numbers = {mark.number for mark in self._marks}
        for entry in self._entries:
            entry.set_lit(is_lit=entry.number in numbers)

    def _arrive(self, *, reveals: bool = True) -> QWidget | None:
        """Bring what is lit into view, words before entries, and return what should have the focus."""
        lit: Iterable[Card] = (card for card in (*self._cards, *self._entries) if card.is_lit)
        first = next(iter(lit), None)
        if first is None:
            return None
        if reveals:
            self._page.reveal_requested.emit(first, QRect(0, 0, first.width(), first.height()))
        if isinstance(first, ExcerptCard):
            lit_rect = first.lit_rect()
            if lit_rect is not None and reveals:
                self._page.reveal_requested.emit(first.text, lit_rect)
            return first.text
        if isinstance(first, SourceEntry):
            return first.number_button if first.number_button.isEnabled() else first.text
        return None

    # -- back to the text -------------------------------------------------------------------------

    def go_back(self, name: str, leads: Leads, step: int = 0) -> None:
        """Go to the passage from which the reader came, or to the next or previous one that rests on the same."""
        passages = self.passages(leads)
        if not passages:
            return
        came_from = [
            index for index, place in enumerate(passages) if self.number_of(place) == abs(self._followed)
        ]
        at = self._at.get(name, came_from[0] if came_from else 0 if step >= 0 else len(passages))
        at = (at + step) % len(passages)
        self._at[name] = at
        self._go_to(self._story.marks.index(passages[at]))

    def _go_to(self, index: int) -> None:
        place = self._story.marks[index]
        self._page.reveal_requested.emit(self._story, self._story.body.passage_rect(place))
        self._story.focus_mark(index)

    # -- where the reader is ----------------------------------------------------------------------

    def forget(self) -> None:
        """Put out all lights: another event is shown."""
        self._marks = ()
        self._followed = 0
        self._at.clear()

    def resume(self, followed: int, *, takes_focus: bool) -> None:
        """Take the reader to where the state says that they are; where they are there, only the focus is theirs to have.

        `takes_focus` tells that the keyboard was in the panel, on another page.
        """
        is_there = followed == self._followed
        if not is_there and abs(followed) <= len(self._story.marks):
            self._followed = followed
            self._marks = (self._story.marks[-followed - 1].spot.mark,) if followed < 0 else ()
        self.light()
        if is_there:
            self._focus_lit(takes_focus=takes_focus)
        elif followed == self._followed and followed > 0:
            self._go_to(followed - 1)
        elif followed == self._followed:
            self._focus_lit(takes_focus=takes_focus, reveals=True)

    def _focus_lit(self, *, takes_focus: bool, reveals: bool = False) -> None:
        target = self._arrive(reveals=reveals)
        if target is not None and takes_focus:
            _give_focus(target, Qt.FocusReason.OtherFocusReason)


def _leads_to_excerpt(mark: Mark, excerpt_id: str) -> bool:
    return mark.is_excerpt and mark.target == excerpt_id


def _give_focus(target: QWidget, reason: Qt.FocusReason) -> None:
    if isinstance(target, ReadingView):
        target.take_focus(reason)
    else:
        target.setFocus(reason)
