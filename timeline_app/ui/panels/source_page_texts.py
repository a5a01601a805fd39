# SPDX-License-Identifier: MIT
"""What the page of a source says: its citation in a style, who says so, when it became public, what rests on it."""

from __future__ import annotations

from typing import Final

from timeline_app.chrono.edtf import parse
from timeline_app.model.bibliography import Entry
from timeline_app.model.citation_runs import Cited
from timeline_app.model.citation_styles import CitationStyle, Use
from timeline_app.model.in_print import PRINTED
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.taken_away import SourceWeight
from timeline_app.model.views import SourceView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import section_heading
from timeline_app.ui.panels.source_words import extent_name, kind_name, type_name
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words

_USES: Final = {
    CitationStyle.CHICAGO_NOTES: (
        (Use.FULL, "source.cite.note"),
        (Use.SHORT, "source.cite.later"),
        (Use.ENTRY, "source.cite.bibliography"),
    ),
}
_OTHERS: Final = ((Use.ENTRY, "source.cite.list"), (Use.SHORT, "source.cite.text"))


def head_paragraphs(source: SourceView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return kind, title and what the source is."""
    found = [words(source.title, "heading", kind=BlockKind.HEADING)]
    kind = kind_name(source.kind, look) if source.kind else ""
    facts = [name] if (name := type_name(source, look)) != kind else []
    if source.is_advocacy:
        facts.append(look.say("source.advocacy"))
    writer = ParagraphWriter()
    writer.add(" · ".join(facts))
    chip = Chip(kind, f"chip-{source.kind}") if source.kind else None
    found.append(writer.paragraph("body", ink="ink-second", chip=chip))
    if source.id in showing.sources_off:
        found.append(words(look.say("panel.source.is-off"), "small-strong", ink="warning"))
    return found


def citation_paragraphs(entry: Entry, style: CitationStyle, look: Look) -> list[Paragraph]:
    """Return the citation in each place where the style writes it differently."""
    found: list[Paragraph] = []
    for use, key in _USES.get(style, _OTHERS):
        found.append(section_heading(look, key))
        found.append(_cited(entry.cited(style, use)))
    return found


def _cited(cited: Cited) -> Paragraph:
    writer = ParagraphWriter()
    for run in cited.runs:
        writer.add(run.text, Emphasis.STRESSED if run.is_italic else Emphasis.NONE)
    return writer.paragraph("reading")


def told_paragraphs(source: SourceView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return who says so, when it became public, how much was read, and what such a source can show.

    In the past view nothing stands here that the exhibit says today.
    """
    found: list[Paragraph] = []
    is_past = showing.lens.known_at is not None
    if source.provenance or not is_past:
        found.append(section_heading(look, "source.section.provenance"))
        found.append(words(source.provenance or look.say("source.no-provenance"), "reading"))
    if source.note:
        found.append(words(source.note, "body"))
    found.append(section_heading(look, "source.section.public"))
    found.append(words(_public(source, look), "body"))
    if source.extent and not is_past:
        found.append(section_heading(look, "source.section.read"))
        found.append(words(_read(source, showing, look), "body"))
    if source.kind:
        found.append(section_heading(look, "source.section.can"))
        found.append(words(look.say(f"source.can.{source.kind}"), "body"))
    return found


def _public(source: SourceView, look: Look) -> str:
    if source.may_be_later:
        return look.say("source.perhaps-public")
    if source.public_since is not None:
        return look.say("source.public-since", date=look.date(source.public_since))
    issued = source.record.issued if source.kind in PRINTED else None
    if issued is None:
        return look.say("source.public-untold")
    return look.say("source.published", date=look.date(parse(issued)))


def _read(source: SourceView, showing: Showing, look: Look) -> str:
    via = showing.source(source.via) if source.via else None
    extent = extent_name(source, look)
    if via is None:
        return look.say("panel.extent", extent=extent)
    return look.say("panel.extent-via", extent=extent, source=via.short)


def weight_paragraphs(weight: SourceWeight, look: Look) -> list[Paragraph]:
    """Return in counted words what rests on a source, alone or with others."""
    writer = ParagraphWriter()
    writer.add(look.say("source.weight.events", count=weight.events))
    if weight.events:
        alone = "source.weight.alone" if weight.events_alone else "source.weight.none-alone"
        writer.add(" ")
        writer.add(look.say(alone, count=weight.events_alone), Emphasis.STRONG)
    if weight.events_alone_with_derived > weight.events_alone:
        told = look.say("source.weight.with-derived", count=weight.events_alone_with_derived)
        writer.add(f" {told}")
    return [section_heading(look, "source.section.weight"), writer.paragraph("body")]


def address_paragraphs(source: SourceView, look: Look) -> list[Paragraph]:
    """Return the address as text, or that it is kept back."""
    is_withheld = source.record.url_policy == "withhold"
    if not source.url and not is_withheld:
        return []
    told = words(source.url or look.say("source.address-withheld"), "body")
    return [section_heading(look, "source.section.address"), told]
