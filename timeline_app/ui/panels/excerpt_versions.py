# SPDX-License-Identifier: MIT
"""The words of a document in their own language and in translation: one at a time, or all together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose_words import places_of
from timeline_app.model.views import ExcerptView
from timeline_app.ui.panels.buttons import STYLES, ButtonRow, PanelButton
from timeline_app.ui.panels.excerpt_texts import QUOTE_ROLE, lone_words, quotation, translation_head
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import Card, column
from timeline_app.ui.reading.paragraphs import Paragraph, words
from timeline_app.ui.reading.reading_view import ReadingView
from timeline_app.ui.reading.text_body import TextStretch

TOGETHER = 0
"""The choice of all languages; the others count from 1, the original first."""
BESIDE_PX = 250
"""Each language has at least so much room where they stand side by side."""


class VersionChoice(PanelButton):
    """One of the languages in a row; the one that is chosen is filled."""

    def __init__(self, parent: QWidget, on_click: Callable[[], None]) -> None:
        super().__init__("quiet", parent, on_click)
        self.setCheckable(True)

    def show_chosen(self, look: Look, text: str, *, is_chosen: bool) -> None:
        """Show a text, filled where it is the chosen one."""
        self.setChecked(is_chosen)
        self._style = STYLES["primary" if is_chosen else "quiet"]
        self.fill(look, text)


class VersionCard(Card):
    """The words in one language, with who translated them."""

    copy_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ReadingView(self, tab_stop=True)
        self.frame(self.text)
        self.text.copy_requested.connect(self.copy_requested)
        self.body.addWidget(self.text)
        self.body.addStretch(1)

    def fill(self, version: Version, excerpt: ExcerptView, lit: str, look: Look) -> None:
        """Show a version, with the words lit that a mark has led to."""
        side, edge = look.space_px(18), look.space_px(12)
        self.set_ground(look, "quote", "passage-rule", QRect(side, edge, look.space_px(12), edge))
        shown = [*version.head, quotation(version.text, excerpt.elided)]
        self.text.set_paragraphs(shown, look.typesetter)
        self.text.set_copy_frame((lambda text: lone_words(text, excerpt)) if excerpt.in_context_only else str)
        self.text.light(
            [
                TextStretch(index, start, end)
                for index, paragraph in enumerate(shown)
                if paragraph.role == QUOTE_ROLE
                for start, end in places_of(lit, paragraph.text)
            ]
        )


@dataclass(frozen=True, slots=True)
class Version:
    """The words in one language: what the choice is called, what stands above them, and they themselves."""

    title: str
    head: tuple[Paragraph, ...]
    text: ShownText


class ExcerptVersions(QWidget):
    """Shows an excerpt's words; which languages is kept while the reader stays with the excerpt."""

    copy_requested = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._excerpt: ExcerptView | None = None
        self._lit = ""
        self._look: Look | None = None
        self.chosen = TOGETHER
        self._column = column(self)
        self.row = ButtonRow(self)
        self._choices: list[VersionChoice] = []
        self._cards: list[VersionCard] = []
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._column.addWidget(self.row)
        self._column.addLayout(self._box)

    @property
    def cards(self) -> list[VersionCard]:
        """The languages that are shown, in their order."""
        return [card for card in self._cards if not card.isHidden()]

    @property
    def choices(self) -> list[VersionChoice]:
        """The choices that are offered: all languages, then each."""
        return [choice for choice in self._choices if not choice.isHidden()]

    def fill(self, excerpt: ExcerptView, lit: str, look: Look) -> None:
        """Show an excerpt that is not covered."""
        if self._excerpt is None or self._excerpt.id != excerpt.id:
            self.chosen = TOGETHER
        self._excerpt, self._lit, self._look = excerpt, lit, look
        self._column.setSpacing(look.space_px(10))
        self._box.setSpacing(look.space_px(10))
        self._show(versions_of(excerpt, look))

    def _show(self, versions: list[Version]) -> None:
        excerpt, look = self._excerpt, self._look
        if excerpt is None or look is None:
            return
        self.row.setVisible(len(versions) > 1)
        titles = [look.say("excerpt.choice.together"), *(version.title for version in versions)]
        while len(self._choices) < len(titles):
            self._choices.append(self._choice(len(self._choices)))
        for number, choice in enumerate(self._choices):
            choice.setVisible(len(versions) > 1 and number < len(titles))
            if number < len(titles):
                choice.show_chosen(look, titles[number], is_chosen=number == self.chosen)
        self.row.refresh()
        while len(self._cards) < len(versions):
            card = VersionCard(self)
            card.copy_requested.connect(self.copy_requested)
            self._cards.append(card)
            self._box.addWidget(card, 1)
        for number, card in enumerate(self._cards, TOGETHER + 1):
            is_there = number <= len(versions)
            card.setVisible(is_there and self.chosen in {TOGETHER, number})
            if is_there:
                card.fill(versions[number - 1], excerpt, self._lit, look)

    def _choice(self, number: int) -> VersionChoice:
        made = VersionChoice(self.row, lambda: self._choose(number))
        self.row.take(made)
        return made

    def _choose(self, number: int) -> None:
        self.chosen = number
        if self._excerpt is not None and self._look is not None:
            self._show(versions_of(self._excerpt, self._look))
        self.changed.emit()

    def arrange(self, width_px: int) -> None:
        """Put the languages side by side where there is room for all of them."""
        if self._look is None:
            return
        room_px = self._look.px(BESIDE_PX) * max(len(self.cards), 1)
        is_beside = len(self.cards) > 1 and width_px >= room_px
        wanted = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and is_beside:
            wanted = QBoxLayout.Direction.RightToLeft
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)


def versions_of(excerpt: ExcerptView, look: Look) -> list[Version]:
    """Return an excerpt's words in their own language, then in translation."""
    language = language_name(excerpt.words.language)
    told = look.say(f"panel.text-is.{excerpt.text_is}")
    head = (words(f"{language}. {told}", "small-strong", ink="quote-second"),) if excerpt.translations else ()
    found = [Version(look.say("excerpt.choice.original", language=language), head, excerpt.words)]
    for translation in excerpt.translations:
        name = language_name(translation.text.language)
        found.append(Version(name, (translation_head(translation, look),), translation.text))
    return found


def language_name(tag: str) -> str:
    """Return what a language calls itself, its tag where nobody knows."""
    known = QLocale(tag)
    if known.language() == QLocale.Language.C:
        return tag
    # Of the whole world, or English would be American unless somebody says otherwise.
    everywhere = known if "-" in tag else QLocale(known.language(), QLocale.Country.World)
    name = everywhere.nativeLanguageName() or tag
    return name[:1].upper() + name[1:]
