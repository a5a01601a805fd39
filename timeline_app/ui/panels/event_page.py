# SPDX-License-Identifier: MIT
"""The page of one event: the story with its marks, the words of the sources, and how we know."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from timeline_app.base.messages import Message
from timeline_app.model.prose import Mark
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView
from timeline_app.ui.panels.bar_chart import BarChart
from timeline_app.ui.panels.claim_texts import claim_paragraphs, nothing_decided
from timeline_app.ui.panels.connections import fill_connection
from timeline_app.ui.panels.date_reason_section import DateReasonSection
from timeline_app.ui.panels.event_texts import header, people_notes
from timeline_app.ui.panels.excerpt_card import ExcerptCard
from timeline_app.ui.panels.hidden_lane_box import HiddenLaneBox
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.note_box import NoteBox, opened_note
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Card, Piece, Pool, TextButton
from timeline_app.ui.panels.source_entry import SourceEntry
from timeline_app.ui.panels.source_texts import reference
from timeline_app.ui.reading.paragraphs import Paragraph, paragraphs_of, words
from timeline_app.ui.reading.reading_view import ReadingView


class EventPage(Page):
    """Shows one event. Its parts are kept and filled anew for the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[tuple[bool, int], str] = {}
        self._links: list[str] = []
        self.head = self.add_text()
        self.date_reason = DateReasonSection(
            self, self.date_reason_requested.emit, self.event_open_requested.emit
        )
        self.hidden_lane = HiddenLaneBox(self)
        self.hidden_lane.lane_requested.connect(self.lane_requested)
        self.column.addWidget(self.hidden_lane)
        self.note = NoteBox(self, can_skip=True)
        self.note.show_requested.connect(self.note_open_requested)
        self.note.skip_requested.connect(self.note_skip_requested)
        self.column.addWidget(self.note)
        self.story = self.add_text()
        self.figure_title = self.add_text()
        self.chart = BarChart(self)
        self.column.addWidget(self.chart)
        self.figure_text = self.add_text()
        self.cards = Pool(self.add_stack(), self._make_card)
        self._evidence_rule = self.add_rule()
        self.evidence_head = self.add_text()
        self.entries = Pool(self.add_stack(), self._make_entry)
        self._claims_rule = self.add_rule()
        self.claims_head = self.add_text()
        self.claims = Pool(self.add_stack(), self._make_claim)
        self._links_rule = self.add_rule()
        self.links_head = self.add_text()
        self.links = Pool(self.add_stack(), self._make_link)
        self._more_rule = self.add_rule()
        self.more = self.add_text()
        for view in (self.story, self.head):
            self._connect_marks(view)

    # -- parts ------------------------------------------------------------------------------------

    def _connect_marks(self, view: ReadingView) -> None:
        view.mark_activated.connect(self._follow)
        view.set_mark_names(self._name_of)

    def _make_card(self) -> ExcerptCard:
        card = ExcerptCard(self)
        card.note_open_requested.connect(self.note_open_requested)
        card.copy_requested.connect(self.copy_requested)
        card.text.reveal_requested.connect(lambda rect: self.reveal_requested.emit(card.text, rect))
        self._connect_marks(card.text)
        return card

    def _make_entry(self) -> SourceEntry:
        entry = SourceEntry(self)
        entry.copy_requested.connect(self.copy_requested)
        entry.browser_requested.connect(self.browser_requested)
        entry.back_requested.connect(self._back_to_text)
        return entry

    def _make_claim(self) -> ReadingView:
        view = ReadingView(self)
        view.copy_requested.connect(self.copy_requested)
        view.reveal_requested.connect(lambda rect: self.reveal_requested.emit(view, rect))
        self._connect_marks(view)
        return view

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
    ) -> None:
        """Show an event; `hidden_lane` says that it is not drawn, since its lanes are hidden."""
        self.set_spacing(look)
        self._names = _mark_names(event, look)
        show_text(self.head, header(event, showing.lanes, showing.calendars, look), look)
        self.date_reason.fill(event.date_reason, showing, look, is_open=is_date_explained)
        self.hidden_lane.setVisible(hidden_lane is not None)
        if hidden_lane is not None:
            self.hidden_lane.fill(hidden_lane, look)
        note = event.content_note
        self.note.setVisible(event.is_covered)
        if note is not None and event.is_covered:
            self.note.fill(note, look)
        show_text(self.story, _story(event, look), look)
        self._fill_figure(event, look)
        self._fill_cards(event, showing, look)
        self._fill_entries(event, showing, look)
        self._fill_claims(event, look)
        self._fill_links(event, showing, look)
        more = _more(event, look)
        self._more_rule.setVisible(bool(more))
        show_text(self.more, more, look)

    def _fill_figure(self, event: EventView, look: Look) -> None:
        figure = event.figure
        self.chart.setVisible(figure is not None)
        if figure is None:
            show_text(self.figure_title, [], look)
            show_text(self.figure_text, [], look)
            return
        show_text(self.figure_title, [words(figure.title, "body-strong")], look)
        self.chart.fill(figure, look)
        told = [words(figure.describe, "small")] if figure.describe else []
        if figure.source:
            told.append(words(look.say("panel.figure.source", source=figure.source.short), "small"))
        show_text(self.figure_text, told, look)

    def _fill_cards(self, event: EventView, showing: Showing, look: Look) -> None:
        lane = showing.lanes[event.head.lanes[0]].colour if event.head.lanes else "slate"
        numbers = {use.source.id: use.first_number for use in event.sources}
        cards = self.cards.show(len(event.excerpts))
        for card, excerpt in zip(cards, event.excerpts, strict=True):
            number = numbers.get(excerpt.source.id, 0) if excerpt.source else 0
            card.fill(excerpt, number, lane, look)
        self._space(self.cards, look, 10)

    def _fill_entries(self, event: EventView, showing: Showing, look: Look) -> None:
        show_text(self.evidence_head, [section_heading(look, "panel.section.evidence")], look)
        marked = {place.spot.mark.number for place in self.story.marks}
        for entry, use in zip(self.entries.show(len(event.sources)), event.sources, strict=True):
            entry.fill(use, showing, look, is_marked=use.number in marked)

    def _fill_claims(self, event: EventView, look: Look) -> None:
        self._claims_rule.setVisible(bool(event.claims))
        lead = [section_heading(look, "panel.section.claims"), nothing_decided(len(event.claims), look)]
        show_text(self.claims_head, lead if event.claims else [], look)
        excerpts = {use.excerpt: use.number for use in event.sources if use.excerpt}
        views = self.claims.show(len(event.claims))
        for view, claim in zip(views, event.claims, strict=True):
            view.set_paragraphs(claim_paragraphs(claim, excerpts, look), look.typesetter)
        self._space(self.claims, look, 14)

    def _fill_links(self, event: EventView, showing: Showing, look: Look) -> None:
        self._links_rule.setVisible(bool(event.connections))
        heading = section_heading(look, "panel.section.links")
        show_text(self.links_head, [heading] if event.connections else [], look)
        self._links = [connection.event_id for connection in event.connections]
        rows = self.links.show(len(event.connections))
        for row, connection in zip(rows, event.connections, strict=True):
            fill_connection(row, connection, showing.lanes, look)

    @staticmethod
    def _space(pool: Pool[Piece], look: Look, gap_px: int) -> None:
        pool.layout.setSpacing(look.space_px(gap_px))
        holder = pool.layout.parentWidget()
        if holder is not None:
            holder.setVisible(any(True for _ in pool))

    # -- following marks --------------------------------------------------------------------------

    def _name_of(self, mark: Mark) -> str:
        return self._names.get((mark.is_excerpt, mark.number), str(mark.number))

    def _follow(self, mark: Mark) -> None:
        """Light what a mark leads to, and take the reader there."""
        if mark.is_excerpt:
            card = next((card for card in self.cards if card.excerpt_id == mark.target), None)
            if card is not None:
                self._light(card)
                card.text.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        entry = next((entry for entry in self.entries if entry.number == mark.number), None)
        if entry is not None:
            self._light(entry)
            target = entry.number_button if entry.number_button.isEnabled() else entry.text
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _light(self, lit: Card) -> None:
        for card in (*self.cards, *self.entries):
            card.set_lit(is_lit=card is lit)
        self.reveal_requested.emit(lit, QRect(0, 0, lit.width(), lit.height()))

    def _back_to_text(self, number: int) -> None:
        for index, place in enumerate(self.story.marks):
            if place.spot.mark.number == number:
                self.story.focus_mark(index)
                return

    def _open_link(self, row: TextButton) -> None:
        for shown, event_id in zip(self.links, self._links, strict=False):
            if shown is row:
                self.event_open_requested.emit(event_id)


def _story(event: EventView, look: Look) -> list[Paragraph]:
    found = list(paragraphs_of((*event.summary, *event.body)))
    note = event.content_note
    if note is not None and note.is_open:
        found.insert(0, opened_note(note, look))
    return found


def _more(event: EventView, look: Look) -> list[Paragraph]:
    notes = people_notes(event.people)
    found = [section_heading(look, "panel.section.people"), *notes] if notes else []
    if event.tags:
        found.append(words(look.say("panel.tags", tags=", ".join(event.tags)), "small"))
    return found


def _mark_names(event: EventView, look: Look) -> dict[tuple[bool, int], str]:
    """Return the names of all marks: the source and the place in it, or whose words they lead to."""
    names: dict[tuple[bool, int], str] = {}
    speakers = {excerpt.id: excerpt.speaker for excerpt in event.excerpts}
    for use in event.sources:
        names[False, use.number] = look.say("panel.mark.source", number=use.number, source=reference(use))
        speaker = speakers.get(use.excerpt)
        words_of = str(speaker) if speaker else reference(use)
        names[True, use.number] = look.say("panel.mark.excerpt", number=use.number, speaker=words_of)
    return names
