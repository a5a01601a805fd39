# SPDX-License-Identifier: MIT
"""The rows of a source's page: other sources, events, excerpts and claims, each of which leads there."""

from __future__ import annotations

from timeline_app.model.prose import Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import ExcerptView
from timeline_app.ui.panels.connections import fill_head
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import TextButton
from timeline_app.ui.panels.source_words import row_facts, row_head
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

LONGEST_WORDS = 120


class SourcePageRows:
    """Fills rows by the ids of what they lead to."""

    def __init__(self, showing: Showing, look: Look) -> None:
        self._showing = showing
        self._look = look

    def source(self, row: TextButton, source_id: str) -> None:
        """Show another source."""
        source = self._showing.source(source_id)
        if source is None:
            return
        head = ParagraphWriter()
        head.add(row_head(source, self._showing), Emphasis.STRONG)
        facts = row_facts(source, self._showing, self._look)
        self._fill(
            row,
            [head.paragraph("body"), words(source.title, "body"), words(facts, "small")],
            f"{row_head(source, self._showing)}. {source.title}",
            facts,
        )

    def event(self, row: TextButton, event_id: str) -> None:
        """Show an event."""
        ordinal = self._showing.ordinal(event_id)
        if ordinal is not None:
            fill_head(row, self._showing.head(ordinal), self._showing.lanes, self._look)
            row.setAccessibleDescription("")

    def excerpt(self, row: TextButton, excerpt_id: str) -> None:
        """Show an excerpt by its first words, where these may stand alone; else by who says it and where."""
        excerpt = self._showing.excerpt(excerpt_id)
        if excerpt is None:
            return
        said = " · ".join(str(text) for text in (excerpt.speaker, excerpt.locator) if text)
        shown = _first_words(excerpt)
        if not shown:
            told = said or self._look.say("source.excerpt")
            self._fill(row, [words(told, "body")], told, "")
            return
        head = ParagraphWriter()
        head.add(shown, language=excerpt.words.language)
        paragraphs = [head.paragraph("body", language=excerpt.words.language)]
        if said:
            paragraphs.append(words(said, "small"))
        self._fill(row, paragraphs, shown, said)

    def claim(self, row: TextButton, claim_id: str) -> None:
        """Show a question on which accounts differ."""
        claim = self._showing.claim(claim_id)
        if claim is not None:
            status = self._look.say(f"panel.claim.{claim.status}")
            about = at_the_start(claim.about)
            self._fill(row, [words(about, "body"), words(status, "small")], str(about), status)

    def _fill(self, row: TextButton, paragraphs: list[Paragraph], name: str, description: str) -> None:
        row.fill(self._look, paragraphs)
        row.setAccessibleName(name)
        row.setAccessibleDescription(description)


def _first_words(excerpt: ExcerptView) -> str:
    if excerpt.in_context_only or excerpt.is_covered:
        return ""
    text = " ".join(excerpt.words.text.split())
    return text if len(text) <= LONGEST_WORDS else f"{text[:LONGEST_WORDS].rstrip()}…"
