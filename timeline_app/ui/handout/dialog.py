# SPDX-License-Identifier: MIT
"""Asks what of a tour is to be printed, for whom, and on which paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.base.messages import Message, Translator
from timeline_app.model.heads import TourHead
from timeline_app.state.handout import PER_PAGE, CopyFor, HandoutKind, HandoutWish, Paper
from timeline_app.ui.asking_dialog import AskingDialog
from timeline_app.ui.dialogs import SHARE_OF_SCREEN
from timeline_app.ui.fonts import font_for

WIDTH_PX: Final = 660
HEIGHT_PX: Final = 420
LEAST_PX: Final = 34
"""A choice is met by a hand even where letters are small."""

ALONG: Final = QBoxLayout.Direction.LeftToRight
DOWN: Final = QBoxLayout.Direction.TopToBottom


class HandoutDialog(AskingDialog):
    """Groups of choices, and a button that leads to the name of the file."""

    chosen = Signal(str, object)
    """The id of the tour and the `HandoutWish`, once the dialog has closed."""

    def __init__(
        self,
        tours: Sequence[TourHead],
        tour_id: str,
        wish: HandoutWish,
        translator: Translator,
        text_scale: float,
        parent: QWidget,
    ) -> None:
        super().__init__(translator.say("handout.title"), translator, text_scale, parent)
        self._tours = tuple(tours)
        # Where two columns have no room the choices stand in one, and the dialog scrolls.
        room_px = parent.screen().availableGeometry().width() * SHARE_OF_SCREEN
        is_narrow = WIDTH_PX * text_scale > room_px
        sides = QBoxLayout(DOWN if is_narrow else ALONG)
        left, right = QVBoxLayout(), QVBoxLayout()
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        self.column.addLayout(sides)
        ids = [tour.id for tour in tours]
        at = ids.index(tour_id) if tour_id in ids else 0
        self.tours = self._group(left, "tour", [tour.title.text for tour in tours], at)
        self.papers = self._choices(left, "paper", list(Paper), wish.paper, is_row=True)
        self.kinds = self._choices(right, "kind", list(HandoutKind), wish.kind)
        self.copies = self._choices(right, "copy", list(CopyFor), wish.copy)
        counts = [_count(translator, count) for count in PER_PAGE]
        present = PER_PAGE.index(wish.per_page)
        self.counts = self._group(right, "per-page", counts, present, is_row=True)
        left.addStretch(1)
        right.addStretch(1)
        self.opens_notes = QCheckBox(translator.say("handout.opens-notes"), self)
        self.opens_notes.setFont(font_for("control", translator.language, text_scale))
        self.opens_notes.setChecked(wish.opens_notes)
        self.column.addWidget(self.opens_notes)
        self.column.addWidget(self.label(translator.say("handout.opens-notes-tip"), "small"))
        self.column.addStretch(1)
        self.go = self.add_go(translator.say("handout.save"), self._choose)
        self.kinds.idClicked.connect(lambda _number: self._follow())
        self._follow()
        self.tours.button(at).setFocus(Qt.FocusReason.PopupFocusReason)

    def _choices(
        self,
        side: QVBoxLayout,
        name: str,
        values: Sequence[HandoutKind | CopyFor | Paper],
        present: HandoutKind | CopyFor | Paper,
        *,
        is_row: bool = False,
    ) -> QButtonGroup:
        words = [self.translator.text(Message.of(f"handout.{name}.{value}")) for value in values]
        return self._group(side, name, words, list(values).index(present), is_row=is_row)

    def _group(
        self, side: QVBoxLayout, name: str, words: Sequence[str], present: int, *, is_row: bool = False
    ) -> QButtonGroup:
        """Put a group of choices at the end of a side: one below the other, or in a row."""
        box = QGroupBox(self.translator.text(Message.of(f"handout.group.{name}")), self)
        font = font_for("control", self.translator.language, self.text_scale)
        box.setFont(font)
        layout = QBoxLayout(ALONG if is_row else DOWN, box)
        layout.setSpacing(0)
        buttons = QButtonGroup(box)
        for number, text in enumerate(words):
            # An ampersand in a title is no mnemonic.
            button = QRadioButton(text.replace("&", "&&"), box)
            button.setFont(font)
            button.setMinimumHeight(round(LEAST_PX * self.text_scale))
            button.setChecked(number == present)
            buttons.addButton(button, number)
            layout.addWidget(button)
        if is_row:
            layout.addStretch(1)
        side.addWidget(box)
        return buttons

    @property
    def wish(self) -> HandoutWish:
        """What has been chosen."""
        return HandoutWish(
            tuple(HandoutKind)[self.kinds.checkedId()],
            tuple(CopyFor)[self.copies.checkedId()],
            PER_PAGE[self.counts.checkedId()],
            tuple(Paper)[self.papers.checkedId()],
            self.opens_notes.isChecked(),
        )

    def _follow(self) -> None:
        """Offer what the kind can have: a key is a teacher's, and only pages have so many stops on each."""
        kind = tuple(HandoutKind)[self.kinds.checkedId()]
        for buttons, is_asked in (
            (self.copies, kind is not HandoutKind.ANSWERS),
            (self.counts, kind is HandoutKind.PAGES),
        ):
            box = buttons.button(0).parentWidget()
            if box is not None:
                box.setVisible(is_asked)

    def _choose(self) -> None:
        tour = self._tours[self.tours.checkedId()]
        self.accept()
        self.chosen.emit(tour.id, self.wish)


def _count(translator: Translator, count: int) -> str:
    """Return how many stops stand on a page; one alone has room for its whole story."""
    return translator.say("handout.per-page" if count > 1 else "handout.per-page-whole", number=count)
