# SPDX-License-Identifier: MIT
"""The page of one event: the story with its marks, the words of the sources, and how we know."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Message
from timeline_app.model.chains import CAUSAL
from timeline_app.model.prose import Mark
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView, ExcerptView
from timeline_app.ui.facsimile.thumbnail import EventPictures
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.claim_summary import ClaimSummary
from timeline_app.ui.panels.claim_texts import nothing_decided
from timeline_app.ui.panels.connections import fill_connection
from timeline_app.ui.panels.date_reason_section import DateReasonSection
from timeline_app.ui.panels.event_texts import header, people_notes
from timeline_app.ui.panels.excerpt_card import ExcerptCard
from timeline_app.ui.panels.figure_box import FigureBox
from timeline_app.ui.panels.following import Following, Leads
from timeline_app.ui.panels.hidden_lane_box import HiddenLaneBox
from timeline_app.ui.panels.known_texts import as_then, dotted, when_known
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.lost_passages import has_lost, with_lost
from timeline_app.ui.panels.mark_names import MarkNames
from timeline_app.ui.panels.name_row import EventNames
from timeline_app.ui.panels.note_box import NoteBox, opened_note
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.past_box import PastBox
from timeline_app.ui.panels.pieces import Piece, Pool, TextButton
from timeline_app.ui.panels.source_entry import SourceEntry
from timeline_app.ui.panels.sureness_texts import sureness
from timeline_app.ui.reading.paragraphs import Paragraph, paragraphs_of, words


class EventPage(Page):
    """Shows one event. Its parts are kept and filled anew for the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links: list[str] = []
        self._event_id = ""
        self._followed = 0
        self.head = self.add_text()
        self.names = EventNames(self)
        self.column.addWidget(self.names)
        self.date_reason = DateReasonSection(
            self, self.date_reason_requested.emit, self.event_open_requested.emit
        )
        self.past = PastBox(self)
        self.hidden_lane = HiddenLaneBox(self)
        self.hidden_lane.lane_requested.connect(self.lane_requested)
        self.note = NoteBox(self, can_skip=True)
        self.note.show_requested.connect(self.note_open_requested)
        self.note.skip_requested.connect(self.note_skip_requested)
        for part in (self.past, self.hidden_lane, self.note):
            self.column.addWidget(part)
        self.story = self.add_text()
        self.figure = FigureBox(self)
        self.figure.source_requested.connect(self.source_requested)
        for view in (self.figure.title, self.figure.text):
            view.copy_requested.connect(self.copy_requested)
        self.column.addWidget(self.figure)
        self.pictures = EventPictures(self)
        self.pictures.copy_requested.connect(self.copy_requested)
        self.column.addWidget(self.pictures)
        self.cards = Pool(self.add_stack(), self._make_card)
        self._evidence_rule = self.add_rule()
        self.sureness = self.add_text()
        self.evidence_head = self.add_text()
        self.entries = Pool(self.add_stack(), self._make_entry)
        self.known = self.add_text()
        self._claims_rule = self.add_rule()
        self.claims_head = self.add_text()
        self.claims = Pool(self.add_stack(), self._make_claim)
        self._links_rule = self.add_rule()
        self.links_head = self.add_text()
        self.links = Pool(self.add_stack(), self._make_link)
        self.chain_row = ButtonRow(self)
        self.chain_button = self.chain_row.add("quiet", self._follow_chain)
        self.column.addWidget(self.chain_row)
        self._more_rule = self.add_rule()
        self.more = self.add_text()
        self.following = Following(self, self.story, self.cards, self.entries)
        self.following.connect(self.story)

    # -- parts ------------------------------------------------------------------------------------

    def _make_card(self) -> ExcerptCard:
        card = ExcerptCard(self)
        card.note_open_requested.connect(self.note_open_requested)
        card.copy_requested.connect(self.copy_requested)
        card.document_requested.connect(self.excerpt_requested)
        card.back_requested.connect(self._back_from_words)
        card.text.reveal_requested.connect(lambda rect: self.reveal_requested.emit(card.text, rect))
        self.following.connect(card.text)
        return card

    def _make_entry(self) -> SourceEntry:
        entry = SourceEntry(self)
        entry.copy_requested.connect(self.copy_requested)
        entry.source_requested.connect(self.source_requested)
        entry.switch_requested.connect(self._switch)
        entry.back_requested.connect(self._back_from_source)
        return entry

    def _make_claim(self) -> ClaimSummary:
        summary = ClaimSummary(self)
        summary.claim_requested.connect(self.claim_requested)
        summary.text.copy_requested.connect(self.copy_requested)
        summary.text.reveal_requested.connect(lambda rect: self.reveal_requested.emit(summary.text, rect))
        return summary

    def _make_link(self) -> TextButton:
        row = TextButton(self)
        row.clicked.connect(lambda _checked: self._open_link(row))
        return row

    # -- filling ----------------------------------------------------------------------------------

    def fill(
        self,
        event: EventView,
        showing: Showing,
        look: Look,
        *,
        is_date_explained: bool = False,
        hidden_lane: Message | None = None,
        followed: int = 0,
    ) -> None:
        """Show an event; `hidden_lane` says that it is not drawn, since its lanes are hidden.

        `followed` is the number of the mark at which the reader is, below 0 while they are at what it leads to.
        """
        self.set_spacing(look)
        if event.head.id != self._event_id:
            self.following.forget()
        self._event_id, self._followed = event.head.id, followed
        names = MarkNames(event, showing.sources_off, look)
        self.following.name_marks(names.name, names.told)
        is_veiled = showing.is_veiled(event.head.ordinal)
        withheld = showing.parts_withheld(event.head.ordinal)
        head = header(event, showing.lanes, showing.calendars, look, is_veiled=is_veiled, withheld=withheld)
        show_text(self.head, head, look)
        self.names.fill(event, look)
        self.date_reason.fill(event.date_reason, showing, look, is_open=is_date_explained)
        self.past.fill(as_then(event, showing, look), look)
        self.hidden_lane.setVisible(hidden_lane is not None)
        if hidden_lane is not None:
            self.hidden_lane.fill(hidden_lane, look)
        note = event.content_note
        self.note.setVisible(event.is_covered)
        if note is not None and event.is_covered:
            self.note.fill(note, look)
        show_text(self.story, _story(event, showing, look), look)
        self.figure.fill(event.figure, look)
        self.pictures.fill(event.media, look)
        self._fill_cards(event, showing, look)
        self._fill_entries(event, showing, look)
        show_text(self.known, when_known(event, showing, look), look)
        self._fill_claims(event, look)
        self._fill_links(event, showing, look)
        more = _more(event, look)
        self._more_rule.setVisible(bool(more))
        show_text(self.more, more, look)

    def _fill_cards(self, event: EventView, showing: Showing, look: Look) -> None:
        lane = showing.lanes[event.head.lanes[0]].colour if event.head.lanes else "slate"
        numbers = {use.source.id: use.first_number for use in event.sources}
        shown = [excerpt for excerpt in event.excerpts if not _is_off(excerpt, showing)]
        for card, excerpt in zip(self.cards.show(len(shown)), shown, strict=True):
            number = numbers.get(excerpt.source.id, 0) if excerpt.source else 0
            passages = len(self.following.passages(_leads_to_words(excerpt.id)))
            card.fill(excerpt, number, f"lane.mark:{lane}", look, passages=passages)
        self._space(self.cards, look, 10)

    def _fill_entries(self, event: EventView, showing: Showing, look: Look) -> None:
        sure = sureness(event, showing, look)
        self._evidence_rule.setVisible(bool(sure or event.sources))
        show_text(self.sureness, sure, look)
        heading = [section_heading(look, "panel.section.evidence")] if event.sources else []
        show_text(self.evidence_head, heading, look)
        for entry, use in zip(self.entries.show(len(event.sources)), event.sources, strict=True):
            passages = len(self.following.passages(_leads_to_number(use.number)))
            entry.fill(use, showing, look, passages=passages)

    def _fill_claims(self, event: EventView, look: Look) -> None:
        self._claims_rule.setVisible(bool(event.claims))
        lead = [section_heading(look, "panel.section.claims"), nothing_decided(len(event.claims), look)]
        show_text(self.claims_head, lead if event.claims else [], look)
        for summary, claim in zip(self.claims.show(len(event.claims)), event.claims, strict=True):
            summary.fill(claim, look)
        self._space(self.claims, look, 14)

    def _fill_links(self, event: EventView, showing: Showing, look: Look) -> None:
        self._links_rule.setVisible(bool(event.connections))
        heading = section_heading(look, "panel.section.links")
        show_text(self.links_head, [heading] if event.connections else [], look)
        self._links = [connection.event_id for connection in event.connections]
        rows = self.links.show(len(event.connections))
        for row, connection in zip(rows, event.connections, strict=True):
            fill_connection(row, connection, showing.lanes, look)

        self.chain_row.setVisible(any(connection.kind in CAUSAL for connection in event.connections))
        self.chain_button.fill(look, look.say("chain.follow"))
        self.chain_row.refresh()

    def _follow_chain(self) -> None:
        self.command_requested.emit("chain.follow", {"id": self._event_id})

    @staticmethod
    def _space(pool: Pool[Piece], look: Look, gap_px: int) -> None:
        pool.layout.setSpacing(look.space_px(gap_px))
        holder = pool.layout.parentWidget()
        if holder is not None:
            holder.setVisible(any(True for _ in pool))

    # -- the ways between statements and evidence -------------------------------------------------

    def arrive(self, *, takes_focus: bool) -> None:
        """Take the reader to the mark that was followed, or to what it leads to."""
        self.following.resume(self._followed, takes_focus=takes_focus)

    def lead_to(self, followed: int) -> None:
        """Take the reader to another mark of the page as it stands, or to what it leads to."""
        self._followed = followed
        if followed != self.following.followed:
            self.following.resume(followed, takes_focus=True)

    def _back_from_words(self, excerpt_id: str, step: int) -> None:
        self.following.go_back(f"#{excerpt_id}", _leads_to_words(excerpt_id), step)

    def _back_from_source(self, number: int, step: int) -> None:
        self.following.go_back(str(number), _leads_to_number(number), step)

    def _switch(self, source_id: str, is_on: bool) -> None:  # noqa: FBT001 - what the entry asks for
        command = "sources.give-back" if is_on else "sources.take-away"
        self.command_requested.emit(command, {"id": source_id})

    def _open_link(self, row: TextButton) -> None:
        for shown, event_id in zip(self.links, self._links, strict=False):
            if shown is row:
                self.event_open_requested.emit(event_id)


def _story(event: EventView, showing: Showing, look: Look) -> list[Paragraph]:
    found = list(paragraphs_of((*event.summary, *event.body)))
    note = event.content_note
    if note is not None and note.is_open:
        found.insert(0, opened_note(note, look))
    if showing.sources_off:
        found = with_lost(found, lambda mark: _is_lost(mark, showing))
        if has_lost(found):
            found.append(words(look.say("panel.story.lost"), "small-strong", ink="warning"))
    return [*found, *dotted(found, look)]


def _is_lost(mark: Mark, showing: Showing) -> bool:
    """Tell whether a mark leads to what the reader has taken away."""
    if not mark.is_excerpt:
        return mark.target in showing.sources_off
    excerpt = showing.excerpt(mark.target)
    return excerpt is not None and _is_off(excerpt, showing)


def _more(event: EventView, look: Look) -> list[Paragraph]:
    notes = people_notes(event.people)
    found = [section_heading(look, "panel.section.people"), *notes] if notes else []
    if event.tags:
        found.append(words(look.say("panel.tags", tags=", ".join(event.tags)), "small"))
    return found


def _is_off(excerpt: ExcerptView, showing: Showing) -> bool:
    """Tell whether the reader has taken away the source of some words."""
    return excerpt.source is not None and excerpt.source.id in showing.sources_off


def _leads_to_words(excerpt_id: str) -> Leads:
    return lambda mark: mark.is_excerpt and mark.target == excerpt_id


def _leads_to_number(number: int) -> Leads:
    return lambda mark: mark.number == number
