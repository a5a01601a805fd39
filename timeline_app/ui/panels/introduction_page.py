# SPDX-License-Identifier: MIT
"""The page without a selection: what the exhibit is, who made it, and how far its evidence carries."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import EvidenceShares, ExhibitView
from timeline_app.ui.panels.buttons import ButtonRow
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.leading_rows import LeadingRows
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import Page, section_heading, show_text
from timeline_app.ui.panels.pieces import Pool, TextButton
from timeline_app.ui.panels.tour_shown import minutes_words
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, paragraphs_of, words


class IntroductionPage(Page):
    """Introduces the exhibit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undated: list[str] = []
        self.head = self.add_text()
        self.row = ButtonRow(self)
        self.legend_button = self.row.add("quiet", self.legend_requested.emit)
        self.questions_button = self.row.add("quiet", self.questions_requested.emit)
        self.people_button = self.row.add("quiet", lambda: self.command_requested.emit("people.open", {}))
        self.places_button = self.row.add("quiet", lambda: self.command_requested.emit("places.open", {}))
        self.column.addWidget(self.row)
        self.tours = LeadingRows(
            self, lambda tour_id: self.command_requested.emit("tour.open", {"id": tour_id})
        )
        self.column.addWidget(self.tours)
        self.about = self.add_text()
        self._evidence_rule = self.add_rule()
        self.evidence = self.add_text()
        self._undated_rule = self.add_rule()
        self.undated_head = self.add_text()
        self.undated = Pool(self.add_stack(), self._make_row)
        self.undated_more = self.add_text()
        self._makers_rule = self.add_rule()
        self.makers = self.add_text()

    def _make_row(self) -> TextButton:
        row = TextButton(self)
        row.clicked.connect(lambda _checked: self._open(row))
        return row

    def _open(self, row: TextButton) -> None:
        for shown, event_id in zip(self.undated, self._undated, strict=False):
            if shown is row:
                self.event_open_requested.emit(event_id)

    def fill(self, exhibit: ExhibitView, showing: Showing, look: Look) -> None:
        """Show the exhibit's introduction."""
        self.set_spacing(look)
        show_text(self.head, _head(exhibit, look), look)
        self.legend_button.fill(look, look.say("panel.legend.open"))
        self.questions_button.fill(look, look.say("panel.questions.open"))
        self.questions_button.setVisible(exhibit.claim_count > 0)
        self.people_button.fill(look, look.say("panel.people.open"))
        self.people_button.setVisible(showing.people.are_named)
        self.places_button.fill(look, look.say("panel.places.open"))
        self.places_button.setVisible(showing.places.are_named)
        self.row.refresh()
        show_text(self.about, list(paragraphs_of(exhibit.about)), look)
        self._fill_tours(exhibit, look)
        has_sources = exhibit.shares.source_count > 0
        show_text(self.evidence, _evidence(exhibit.shares, look) if has_sources else [], look)
        self._evidence_rule.setVisible(has_sources)
        self._fill_undated(exhibit, showing, look)
        makers = _makers(exhibit, look)
        self._makers_rule.setVisible(bool(makers))
        show_text(self.makers, makers, look)

    def _fill_tours(self, exhibit: ExhibitView, look: Look) -> None:
        heads = {head.id: head for head in exhibit.tours if head.stop_count}

        def fill_row(row: TextButton, tour_id: str) -> None:
            head = heads[tour_id]
            told = [look.say("tour.stops", count=head.stop_count)]
            if head.minutes is not None:
                told.insert(0, minutes_words(head.minutes, look))
            length = " · ".join(told)
            row.fill(look, [words(head.title, "body-strong", ink="link"), words(length, "small")])
            row.setAccessibleName(look.say("tour.begin-of", title=head.title.text, length=length))

        self.tours.fill(look, "panel.section.tours", tuple(heads), fill_row)

    def _fill_undated(self, exhibit: ExhibitView, showing: Showing, look: Look) -> None:
        heading = section_heading(look, "panel.section.undated")
        self._undated_rule.setVisible(bool(exhibit.undated))
        show_text(self.undated_head, [heading] if exhibit.undated else [], look)
        self._undated = [head.id for head in exhibit.undated]
        for row, head in zip(self.undated.show(len(exhibit.undated)), exhibit.undated, strict=True):
            fill_head(row, head, showing.lanes, look)
        more = [words(look.say("panel.undated.more", count=exhibit.undated_more), "small")]
        show_text(self.undated_more, more if exhibit.undated_more else [], look)


def _head(exhibit: ExhibitView, look: Look) -> list[Paragraph]:
    found = [words(exhibit.title, "title", kind=BlockKind.HEADING)]
    if exhibit.subtitle:
        found.append(words(exhibit.subtitle, "reading", ink="ink-second"))
    counts = (
        ("panel.event-count", exhibit.event_count),
        ("panel.source-count", exhibit.shares.source_count),
        ("panel.excerpt-count", exhibit.excerpt_count),
        ("panel.claim-count", exhibit.claim_count),
    )
    # What an exhibit has none of is not counted, but events are: none of them is worth knowing.
    said = [look.say(key, count=count) for key, count in counts if count or key == "panel.event-count"]
    found.append(words(" · ".join(said), "small"))
    return found


def _evidence(shares: EvidenceShares, look: Look) -> list[Paragraph]:
    """Return how much was read, and how far the story rests on one group of works, in counted words."""
    writer = ParagraphWriter()
    writer.add(
        look.say("panel.shares.whole", count=shares.read_whole, total=shares.source_count), Emphasis.STRONG
    )
    rest = shares.source_count - shares.read_whole
    if rest:
        writer.add(" " + look.say("panel.shares.rest", count=rest))
    found = [section_heading(look, "panel.section.evidence"), writer.paragraph("body")]
    if shares.group_root is not None:
        group = ParagraphWriter()
        group.add(
            look.say("panel.shares.group", count=shares.group_count, source=shares.group_root.short),
            Emphasis.STRONG,
        )
        group.add(" " + look.say("panel.shares.events", count=shares.events_with_group))
        if shares.events_on_group_alone:
            group.add(" " + look.say("panel.shares.alone", count=shares.events_on_group_alone))
        found.append(group.paragraph("body"))
    return found


def _makers(exhibit: ExhibitView, look: Look) -> list[Paragraph]:
    if not exhibit.made_by:
        return []
    found = [section_heading(look, "panel.section.makers")]
    for name, role in exhibit.made_by:
        writer = ParagraphWriter()
        writer.add(name, Emphasis.STRONG)
        if role:
            writer.add(" · ", ink="ink-second")
            writer.add(role, ink="ink-second")
        found.append(writer.paragraph("body"))
    return found
