# SPDX-License-Identifier: MIT
"""One account of a disputed point: by whom and when, what it says, what it bears, from which sources, in which words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import AccountView, ExcerptView, SourceUseView
from timeline_app.ui.panels.claim_texts import account_mark
from timeline_app.ui.panels.excerpt_card import ExcerptCard
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton, column
from timeline_app.ui.panels.side_by_side import Column
from timeline_app.ui.panels.source_texts import reference
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import ReadingView


class AccountColumn:
    """The cells of one account; kept and filled anew for the next claim."""

    def __init__(self, board: QWidget, page: Page) -> None:
        self._page = page
        self.head = self._text(board)
        self.says = self._text(board)
        self.bears = self._text(board)
        self._sources_holder, sources_column = _holder(board)
        self.sources_head = self._text(self._sources_holder)
        sources_column.addWidget(self.sources_head)
        self.sources = Pool(sources_column, self._make_source)
        self._words_holder, words_column = _holder(board)
        self.words_head = self._text(self._words_holder)
        words_column.addWidget(self.words_head)
        self.cards = Pool(words_column, self._make_card)
        self._targets: dict[TextButton, str] = {}
        self._level = (self.head, self.says, self.bears)
        # The words come last: of some accounts there are many, of others none.
        self._below = (self._sources_holder, self._words_holder)

    def _text(self, parent: QWidget) -> ReadingView:
        view = ReadingView(parent)
        view.copy_requested.connect(self._page.copy_requested)
        view.reveal_requested.connect(lambda rect: self._page.reveal_requested.emit(view, rect))
        return view

    def _make_card(self) -> ExcerptCard:
        card = ExcerptCard(self._words_holder)
        card.note_open_requested.connect(self._page.note_open_requested)
        card.copy_requested.connect(self._page.copy_requested)
        card.document_requested.connect(self._page.excerpt_requested)
        return card

    def _make_source(self) -> TextButton:
        row = TextButton(self._sources_holder)
        row.clicked.connect(lambda _checked: self._page.source_requested.emit(self._targets[row]))
        return row

    def hide(self) -> None:
        """Hide all cells."""
        for cell in (*self._level, *self._below):
            cell.hide()

    def fill(self, number: int, account: AccountView, showing: Showing, look: Look) -> Column:
        """Show an account under its number."""
        show_text(self.head, _head(number, account, look), look)
        show_text(self.says, _says(account, look), look)
        bears = [words(look.say(f"panel.bears.{account.bears}"), "small")] if account.bears else []
        show_text(self.bears, bears, look)
        found = [view for name in account.excerpts if (view := showing.excerpt(name)) is not None]
        self._fill_words(found, look)
        self._fill_sources(account, showing, look)
        return Column(self._level, self._below, is_broken=account.is_lost)

    def _fill_words(self, excerpts: list[ExcerptView], look: Look) -> None:
        self._words_holder.setVisible(bool(excerpts))
        self.cards.layout.setSpacing(look.space_px(8))
        show_text(self.words_head, [section_heading(look, "panel.claim.words")] if excerpts else [], look)
        for card, excerpt in zip(self.cards.show(len(excerpts)), excerpts, strict=True):
            card.fill(excerpt, 0, "hairline-strong", look)

    def _fill_sources(self, account: AccountView, showing: Showing, look: Look) -> None:
        uses = account.sources
        self._sources_holder.setVisible(bool(uses))
        show_text(self.sources_head, [section_heading(look, "panel.claim.sources")] if uses else [], look)
        self._targets.clear()
        for row, use in zip(self.sources.show(len(uses)), uses, strict=True):
            self._targets[row] = use.source.id
            row.fill(look, _source(use, showing, look))
            row.setAccessibleName(look.say("panel.source.about-of", source=reference(use)))


def _holder(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget(parent)
    return holder, column(holder)


def _head(number: int, account: AccountView, look: Look) -> list[Paragraph]:
    said = words(look.say("panel.account.number", number=number), "small-strong")
    by = account.by or look.say("panel.account.by-unnamed")
    found = [said, words(by, "body-strong", kind=BlockKind.HEADING)]
    if account.date is not None:
        found.append(words(look.say("panel.account.dated", date=look.date(account.date)), "small"))
    return found


def _says(account: AccountView, look: Look) -> list[Paragraph]:
    found = [words(account.says, "reading", ink="ink-second" if account.is_lost else "")]
    date = look.date(account.event_date) if account.event_date is not None else ""
    # Many an account says nothing but the date.
    if date and date not in account.says.text:
        found.append(words(look.say("panel.account.event-date", date=date), "body"))
    mark = account_mark(account, look)
    if mark:
        found.append(words(mark, "small-strong", ink="warning"))
    if account.note is not None:
        found.append(words(account.note, "small"))
    return found


def _source(use: SourceUseView, showing: Showing, look: Look) -> list[Paragraph]:
    source = use.source
    writer = ParagraphWriter()
    writer.add(reference(use), Emphasis.STRONG, ink="link")
    if source.extent is not None:
        how_much = look.say("panel.extent", extent=look.say(f"panel.extent.{source.extent}"))
        writer.add(f"  {how_much}", ink="ink-second")
    chip = Chip(look.say(f"panel.kind.{source.kind}"), f"chip-{source.kind}") if source.kind else None
    found = [writer.paragraph("small", language=source.title.language, chip=chip)]
    if source.id in showing.sources_off:
        found.append(words(look.say("panel.source.is-off"), "small-strong", ink="warning"))
    return found
