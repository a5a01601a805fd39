# SPDX-License-Identifier: MIT
"""What the panel says of a source: kind, citation, place, how much was read, who says so."""

from __future__ import annotations

from timeline_app.model.citation_styles import CitationStyle
from timeline_app.model.prose import Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import SourceUseView, SourceView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words


def source_paragraphs(use: SourceUseView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return an entry of "How do we know?"; a work that stands above already is only referred to."""
    if use.is_repeat:
        return _repeat(use, look)
    found = [_citation(use, showing, look)]
    if use.locator or use.note or use.excerpt:
        found.append(_use(use, look))
    found.extend(_reading_of(use.source, showing, look))
    if use.source.note:
        found.append(words(use.source.note, "small"))
    if use.source.url:
        found.append(words(use.source.url, "small"))
    return found


def reference(use: SourceUseView) -> str:
    """Return author, year and place, for tooltips and the names of marks."""
    return f"{use.source.short}, {use.locator}" if use.locator else use.source.short


def _citation(use: SourceUseView, showing: Showing, look: Look) -> Paragraph:
    """Return the citation in the reader's style; its address stands on a line of its own."""
    source = use.source
    writer = ParagraphWriter()
    cited = showing.bibliography.cited(source.id, CitationStyle(look.citation_style))
    for run in cited.runs if cited is not None else ():
        writer.add(run.text, Emphasis.STRESSED if run.is_italic else Emphasis.NONE)
    if source.kind is None:
        return writer.paragraph("body", language=source.title.language)
    chip = Chip(look.say(f"panel.kind.{source.kind}"), f"chip-{source.kind}")
    return writer.paragraph("body", language=source.title.language, chip=chip)


def _use(use: SourceUseView, look: Look) -> Paragraph:
    """Return what this event takes from the work: where in it, which words, and the exhibit's note."""
    writer = ParagraphWriter()
    if use.locator:
        writer.add(look.say("panel.source.cited", locator=use.locator.text), language=use.locator.language)
    if use.excerpt:
        writer.add((" " if use.locator else "") + look.say("panel.source.excerpt-above"))
    if use.note:
        writer.add(" " if use.locator or use.excerpt else "")
        writer.add(use.note)
    return writer.paragraph("small", ink="ink")


def _repeat(use: SourceUseView, look: Look) -> list[Paragraph]:
    head = words(look.say("panel.source.as-above", source=use.source.short, number=use.first_number), "body")
    return [head, _use(use, look)] if use.locator or use.note or use.excerpt else [head]


def _reading_of(source: SourceView, showing: Showing, look: Look) -> list[Paragraph]:
    writer = ParagraphWriter()
    sentences = [
        _extent(source, showing, look),
        look.say("panel.source.advocacy") if source.is_advocacy else "",
        _publicity(source, look),
    ]
    read = " ".join(filter(None, sentences))
    if read:
        writer.add(read, Emphasis.STRONG)
    if source.provenance:
        writer.add(" " if read else "")
        writer.add(source.provenance)
    rests = _derivation(source, showing, look)
    if rests:
        writer.add(f" {rests}" if read or source.provenance else rests)
    return [writer.paragraph("small")] if read or source.provenance or rests else []


def _publicity(source: SourceView, look: Look) -> str:
    """Return since when a source was public; at a cursor that it perhaps was not yet."""
    if source.may_be_later:
        return look.say("source.perhaps-public")
    return (
        look.say("panel.source.public-since", date=look.date(source.public_since))
        if source.public_since
        else ""
    )


def _extent(source: SourceView, showing: Showing, look: Look) -> str:
    if source.extent is None:
        return ""
    via = showing.source(source.via) if source.via else None
    how_much = look.say(f"panel.extent.{source.extent}")
    if via is None:
        return look.say("panel.extent", extent=how_much)
    return look.say("panel.extent-via", extent=how_much, source=via.short)


def _derivation(source: SourceView, showing: Showing, look: Look) -> str:
    works = [work.short for name in source.derives_from if (work := showing.source(name)) is not None]
    return look.say("panel.source.rests-on", works="; ".join(works)) if works else ""
