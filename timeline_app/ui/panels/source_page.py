# SPDX-License-Identifier: MIT
"""The page of one source: how it is cited, who says so and how they know, what rests on it, where it is used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from timeline_app.model.bibliography import Entry
from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.showing import Showing
from timeline_app.model.source_places import SourceUses
from timeline_app.model.views import SourceView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.choice_button import ChoiceButton
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Card
from timeline_app.ui.panels.source_page_rows import SourcePageRows
from timeline_app.ui.panels.source_page_texts import (
    address_paragraphs,
    citation_paragraphs,
    head_paragraphs,
    told_paragraphs,
    weight_paragraphs,
)
from timeline_app.ui.panels.source_words import group_name
from timeline_app.ui.reading.reading_view import ReadingView

NOT_OFFERED_AT_ONCE = "testimony"
"""What people lived through is never switched off for all of them at once."""


class SourcePage(Page):
    """Shows one source; it asks for things by signals and changes nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source_id = ""
        self._kind = ""
        self._url = ""
        self._is_off = False
        self._takes_derived = False
        self._showing: Showing | None = None
        self._lists: list[LeadingRows] = []
        self.head = self.add_text()
        self._add_citation()
        self.told = self.add_text()
        self.add_rule()
        self.weight = self.add_text()
        self._add_switches()
        self.derives_from = self._add_rows(self.source_requested.emit)
        self.derived = self._add_rows(self.source_requested.emit)
        self.read_through_it = self._add_rows(self.source_requested.emit)
        self._uses_rule = self.add_rule()
        self.events = self._add_rows(self.event_open_requested.emit)
        self.excerpts = self._add_rows(lambda name: self.excerpt_requested.emit(name, ""))
        self.claims = self._add_rows(self.claim_requested.emit)
        self._add_address()
        self.add_rule()
        self.all_row = ButtonRow(self)
        self.all_button = self.all_row.add("quiet", self.sources_requested.emit)
        self.column.addWidget(self.all_row)

    # -- parts ------------------------------------------------------------------------------------

    def _add_citation(self) -> None:
        self.citation_head = self.add_text()
        self.style_button = ChoiceButton(self)
        self.style_button.chosen.connect(
            lambda name: self.command_requested.emit("sources.style", {"name": name})
        )
        self.column.addWidget(self.style_button)
        self.card = Card(self)
        self.citation = ReadingView(self.card, tab_stop=True)
        self.citation.copy_requested.connect(self.copy_requested)
        self.citation.reveal_requested.connect(lambda rect: self.reveal_requested.emit(self.citation, rect))
        self.card.body.addWidget(self.citation)
        self.card.frame(self.citation)
        self.citation_row = ButtonRow(self.card)
        self.copy_button = self.citation_row.add(
            "link", lambda: self.command_requested.emit("sources.copy-citation", {})
        )
        self.card.body.addWidget(self.citation_row)
        self.column.addWidget(self.card)

    def _add_switches(self) -> None:
        self.switch_row = ButtonRow(self)
        self.switch_button = self.switch_row.add("quiet", self._switch)
        self.derived_button = self.switch_row.add("quiet", self._switch_derived)
        self.kind_button = self.switch_row.add("faint", self._switch_kind)
        self.column.addWidget(self.switch_row)

    def _add_rows(self, open_: Callable[[str], None]) -> LeadingRows:
        rows = LeadingRows(self, open_)
        self._lists.append(rows)
        self.column.addWidget(rows)
        return rows

    def _add_address(self) -> None:
        self.address = self.add_text()
        self.address_row = ButtonRow(self)
        self.copy_address_button = self.address_row.add("link", lambda: self.copy_requested.emit(self._url))
        self.browser_button = self.address_row.add("link", lambda: self.browser_requested.emit(self._url))
        self.column.addWidget(self.address_row)

    # -- filling ----------------------------------------------------------------------------------

    def fill(self, source_id: str, showing: Showing, look: Look) -> None:
        """Show a source that may be told of."""
        self.set_spacing(look)
        source, uses = showing.source(source_id), showing.source_uses(source_id)
        entry = showing.bibliography.entry(source_id)
        self.all_button.fill(look, look.say("source.all"))
        self.all_row.refresh()
        if source is None or uses is None or entry is None:
            raise LookupError(source_id)
        self._showing = showing
        self._source_id, self._kind = source_id, source.kind or ""
        show_text(self.head, head_paragraphs(source, showing, look), look)
        self._fill_citation(entry, CitationStyle(look.citation_style), look)
        show_text(self.told, told_paragraphs(source, showing, look), look)
        self._fill_switches(source, uses, showing, look)
        self._fill_places(uses, showing, look)
        self._fill_address(source, look)

    def forget_others(self, showing: Showing | None) -> None:
        """Let go of another exhibit or lens."""
        if self._showing is not showing:
            self._showing = None
            for rows in self._lists:
                rows.forget()

    def _fill_citation(self, entry: Entry, style: CitationStyle, look: Look) -> None:
        show_text(self.citation_head, [section_heading(look, "source.section.citation")], look)
        styles = [(each.value, look.say(f"source.style.{each}")) for each in CitationStyle]
        self.style_button.fill(look, look.say("source.style"), styles, style)
        side = look.space_px(14)
        self.card.set_ground(look, "sunken", "", QRect(side, side, side, look.space_px(8)))
        self.citation.set_paragraphs(citation_paragraphs(entry, style, look), look.typesetter)
        self.copy_button.fill(look, look.say("source.copy-citation"))
        self.citation_row.refresh()

    def _fill_switches(self, source: SourceView, uses: SourceUses, showing: Showing, look: Look) -> None:
        weight = showing.weight_of(source.id)
        show_text(self.weight, weight_paragraphs(weight, look), look)
        self._is_off = source.id in showing.lens.sources_off
        self._takes_derived = showing.lens.takes_derived
        count = len(weight.derived)
        is_off_with_another = not self._is_off and source.id in showing.sources_off
        self.switch_button.setVisible(not is_off_with_another)
        self.switch_button.fill(look, look.say("source.switch-on" if self._is_off else "source.switch-off"))
        self.derived_button.setVisible(bool(uses.derived) and not is_off_with_another)
        is_off_with_them = self._is_off and self._takes_derived
        key = "source.leave-derived" if is_off_with_them else "source.take-derived"
        self.derived_button.fill(look, look.say(key, count=count))
        self.kind_button.setVisible(bool(self._kind) and self._kind != NOT_OFFERED_AT_ONCE)
        if self._kind:
            name = group_name(self._kind, look)
            self.kind_button.fill(look, look.say("source.switch-kind", kind=name))
        self.switch_row.refresh()

    def _fill_places(self, uses: SourceUses, showing: Showing, look: Look) -> None:
        rows = SourcePageRows(showing, look)
        rests = look.say("source.rests-on") if uses.derives_from else ""
        self.derives_from.fill(look, "source.section.rests-on", uses.derives_from, rows.source, rests)
        derived = look.say("source.one-line")
        self.derived.fill(look, "source.section.derived", uses.derived, rows.source, derived)
        self.read_through_it.fill(look, "source.section.through", uses.read_through_it, rows.source)
        events = [showing.event_id(ordinal) for ordinal in uses.events]
        self._uses_rule.setVisible(bool(events or uses.excerpts or uses.claims))
        self.events.fill(look, "source.section.events", events, rows.event)
        self.excerpts.fill(look, "source.section.excerpts", uses.excerpts, rows.excerpt)
        self.claims.fill(look, "source.section.claims", uses.claims, rows.claim)

    def _fill_address(self, source: SourceView, look: Look) -> None:
        self._url = source.url or ""
        show_text(self.address, address_paragraphs(source, look), look)
        self.address_row.setVisible(bool(self._url))
        self.copy_address_button.fill(look, look.say("panel.source.copy"))
        # Only addresses of the web are offered to a browser: a file may hold any text.
        self.browser_button.setVisible(self._url.startswith(("https://", "http://")))
        self.browser_button.fill(look, look.say("panel.source.open"))
        self.address_row.refresh()

    # -- wishes -----------------------------------------------------------------------------------

    def _switch(self) -> None:
        command = "sources.give-back" if self._is_off else "sources.take-away"
        self.command_requested.emit(command, {"id": self._source_id})

    def _switch_derived(self) -> None:
        """Switch the source and what rests on it off together; where both are off, leave only the source off."""
        is_both_off = self._is_off and self._takes_derived
        if is_both_off or not self._takes_derived:
            self.command_requested.emit("sources.with-derived", {"on": not is_both_off})
        if not self._is_off:
            self.command_requested.emit("sources.take-away", {"id": self._source_id})

    def _switch_kind(self) -> None:
        self.command_requested.emit("sources.take-kind", {"kind": self._kind})
