# SPDX-License-Identifier: MIT
"""The page of a question on which accounts differ: the accounts side by side, and apart from them what is made of them."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import ClaimView
from timeline_app.ui.panels.account_column import AccountColumn
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.claim_texts import status_chip
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Card, Pool, TextButton, column
from timeline_app.ui.panels.side_by_side import SideBySide
from timeline_app.ui.panels.text_column import TextColumn
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words
from timeline_app.ui.reading.reading_view import ReadingView


class ClaimPage(Page):
    """Shows one claim. No account is ranked above another: they stand in the exhibit's order."""

    widest_px = 1520

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim_id = ""
        self._events: dict[TextButton, str] = {}
        self._top = self._add_column()
        self.head = self._text(self._top)
        self._wide_row = ButtonRow(self)
        self.wide_button = self._wide_row.add(
            "quiet", lambda: self.command_requested.emit("reading.wide", {})
        )
        self.conclusion_button = self._wide_row.add("link", self._go_to_conclusion)
        self.column.addWidget(self._wide_row)
        self._move_row = ButtonRow(self)
        self.earlier_button = self._move_row.add("quiet", lambda: self.board.move_by(-1))
        self.later_button = self._move_row.add("quiet", lambda: self.board.move_by(1))
        self.seen = self.add_text()
        self.column.addWidget(self._move_row)
        self.board = SideBySide(self)
        self.board.moved.connect(self._refresh_moves)
        self.column.addWidget(self.board)
        self.columns: list[AccountColumn] = []
        self._bottom = self._add_column()
        self.conclusion = Card(self._bottom)
        self.conclusion_text = ReadingView(self.conclusion)
        self._serve(self.conclusion_text)
        self.conclusion.body.addWidget(self.conclusion_text)
        self._bottom.column.addWidget(self.conclusion)
        self.events_head = self._text(self._bottom)
        self._events_holder = QWidget(self._bottom)
        self._bottom.column.addWidget(self._events_holder)
        self.events = Pool(column(self._events_holder), self._make_event)
        self.row = ButtonRow(self)
        self.questions_button = self.row.add("quiet", self.questions_requested.emit)
        self.column.addWidget(self.row)

    # -- parts ------------------------------------------------------------------------------------

    def _add_column(self) -> TextColumn:
        made = TextColumn(self)
        self.column.addWidget(made)
        return made

    def _text(self, holder: TextColumn) -> ReadingView:
        view = ReadingView(holder)
        self._serve(view)
        holder.column.addWidget(view)
        return view

    def _serve(self, view: ReadingView) -> None:
        view.copy_requested.connect(self.copy_requested)
        view.reveal_requested.connect(lambda rect: self.reveal_requested.emit(view, rect))

    def _make_event(self) -> TextButton:
        row = TextButton(self._events_holder)
        row.clicked.connect(lambda _checked: self.event_open_requested.emit(self._events[row]))
        return row

    # -- filling ----------------------------------------------------------------------------------

    def fill(self, claim_id: str, showing: Showing, look: Look) -> None:
        """Show a claim; of one that cannot be told at the cursor no more than that is said."""
        self.set_spacing(look)
        self._top.set_spacing(look, 0)
        self._bottom.set_spacing(look, 14)
        if claim_id != self._claim_id:
            self.board.horizontalScrollBar().setValue(0)
        self._claim_id = claim_id
        claim = showing.claim(claim_id)
        show_text(self.head, _head(claim, look), look)
        self._fill_accounts(claim, showing, look)
        self.conclusion.setVisible(claim is not None)
        if claim is not None:
            side, edge = look.space_px(20), look.space_px(14)
            self.conclusion.set_ground(look, "covered", "ink-second", QRect(side, edge, side, edge))
            self.conclusion_text.set_paragraphs(_conclusion(claim, look), look.typesetter)
        self._fill_events(claim, showing, look)
        self.questions_button.fill(look, look.say("panel.questions.all"))
        self.row.refresh()

    def _fill_accounts(self, claim: ClaimView | None, showing: Showing, look: Look) -> None:
        accounts = claim.accounts if claim is not None else ()
        while len(self.columns) < len(accounts):
            self.columns.append(AccountColumn(self.board.board, self))
        for unused in self.columns[len(accounts) :]:
            unused.hide()
        shown = zip(self.columns, accounts, strict=False)
        self.board.fill(
            [
                made.fill(number, account, showing, look)
                for number, (made, account) in enumerate(shown, start=1)
            ],
            look,
        )
        self.board.setVisible(bool(accounts))
        self._fill_wide(look)
        self._refresh_moves()

    def _fill_events(self, claim: ClaimView | None, showing: Showing, look: Look) -> None:
        names = showing.events_about(claim.id) if claim is not None else ()
        ordinals = [ordinal for name in names if (ordinal := showing.ordinal(name)) is not None]
        heads = [showing.head(ordinal) for ordinal in ordinals if not showing.is_veiled(ordinal)]
        show_text(self.events_head, [section_heading(look, "panel.claim.events")] if heads else [], look)
        self._events_holder.setVisible(bool(heads))
        self._events.clear()
        for row, head in zip(self.events.show(len(heads)), heads, strict=True):
            fill_head(row, head, showing.lanes, look)
            self._events[row] = head.id

    def _fill_wide(self, look: Look) -> None:
        """Offer the whole window, or the timeline beside the accounts again."""
        self._wide_row.setVisible(len(self.board.columns) > 1 or look.is_wide)
        self.wide_button.fill(look, look.say("panel.claim.narrow" if look.is_wide else "panel.claim.wide"))
        self.conclusion_button.setVisible(len(self.board.columns) > 1)
        self.conclusion_button.fill(look, look.say("panel.claim.to-conclusion"))
        self._wide_row.refresh()

    def _go_to_conclusion(self) -> None:
        """Show what is made of the accounts: below long ones it is out of sight."""
        self.reveal_requested.emit(self.conclusion, self.conclusion.rect())

    # -- moving from account to account -----------------------------------------------------------

    def _refresh_moves(self) -> None:
        """Offer the accounts that have no room, and say which are seen."""
        look, plan = self._look, self.board.arrangement
        count = len(self.board.columns)
        has_hidden = not plan.is_stacked and plan.seen < count
        self._move_row.setVisible(has_hidden)
        self.seen.setVisible(has_hidden)
        if look is None or not has_hidden:
            return
        first = self.board.first_seen
        self.earlier_button.setEnabled(first > 0)
        self.later_button.setEnabled(first + plan.seen < count)
        self.earlier_button.fill(look, look.say("panel.claim.earlier"))
        self.later_button.fill(look, look.say("panel.claim.later"))
        seen = look.say("panel.claim.seen", first=first + 1, last=min(first + plan.seen, count), count=count)
        show_text(self.seen, [words(seen, "small")], look)
        for made in (self.earlier_button, self.later_button):
            made.setAccessibleDescription(seen)
        self._move_row.refresh()


def _head(claim: ClaimView | None, look: Look) -> list[Paragraph]:
    if claim is None:
        return [
            words(look.say("panel.claim.not-told"), "title", kind=BlockKind.HEADING),
            words(look.say("panel.claim.not-told-lead"), "reading"),
        ]
    is_alone = len(claim.accounts) == 1
    kicker = words(look.say("panel.claim.kicker-alone" if is_alone else "panel.claim.kicker"), "small")
    lead = ParagraphWriter()
    lead.add(look.say("panel.claim.order", count=len(claim.accounts)))
    return [
        kicker,
        words(at_the_start(claim.about), "title", kind=BlockKind.HEADING),
        lead.paragraph("small", chip=status_chip(claim.status, look)),
    ]


def _conclusion(claim: ClaimView, look: Look) -> list[Paragraph]:
    """Return what is made of the accounts: the state of the question, the conclusion, and who concludes."""
    state = ParagraphWriter()
    state.add(look.say(f"panel.claim.means.{claim.status}"))
    found = [
        section_heading(look, "panel.section.conclusion"),
        state.paragraph("body", chip=status_chip(claim.status, look)),
    ]
    if claim.conclusion is None:
        return found
    found.append(words(claim.conclusion, "reading"))
    if claim.concluded_by is not None:
        by = ParagraphWriter()
        by.add(look.say("panel.claim.concluded-by") + " ", ink="ink-second")
        by.add(claim.concluded_by, Emphasis.STRONG)
        found.append(by.paragraph("small"))
    return found
