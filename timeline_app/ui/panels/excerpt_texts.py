# SPDX-License-Identifier: MIT
"""What an excerpt card says: the words as they stand, who spoke them, and how they came down to us."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.prose import BlockKind, Emphasis, Mark
from timeline_app.model.views import ExcerptView, TranslationView
from timeline_app.scene.quotation import ELLIPSIS, quotes_of
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

QUOTE_ROLE: Final = "quote"
"""The role of the paragraphs that hold the excerpt's own words, original or translated."""


def excerpt_paragraphs(excerpt: ExcerptView, number: int, look: Look) -> list[Paragraph]:
    """Return the card's text; `number` leads to the entry of its source, 0 where it has none here."""
    if excerpt.is_covered:
        return []
    found = [quotation(excerpt.words, excerpt.elided)]
    for translation in excerpt.translations:
        found.append(translation_head(translation, look))
        found.append(quotation(translation.text, excerpt.elided))
    if excerpt.speaker or excerpt.date:
        found.append(speaker_line(excerpt, look))
    if excerpt.comment:
        found.append(words(excerpt.comment, "body"))
    found.append(_origin(excerpt, number, look))
    if excerpt.transmission:
        found.append(hands_line(excerpt, look))
    return found


def quotation(text: ShownText, elided: str | None) -> Paragraph:
    """Return words in the quotation marks of their language; what was left out shows outside them."""
    opening, closing = quotes_of(text.language)
    writer = ParagraphWriter()
    if elided in {"start", "both"}:
        writer.add(ELLIPSIS + " ", ink="quote-second")
    writer.add(opening + text.text.strip() + closing)
    if elided in {"end", "both"}:
        writer.add(" " + ELLIPSIS, ink="quote-second")
    return writer.paragraph(QUOTE_ROLE, kind=BlockKind.PARAGRAPH, language=text.language)


def lone_words(text: str, excerpt: ExcerptView) -> str:
    """Return copied words with what they must not be without: who spoke, and where it is printed."""
    told = [str(excerpt.speaker)] if excerpt.speaker else []
    if excerpt.source:
        told.append(excerpt.source.short)
    if excerpt.comment:
        told.append(str(excerpt.comment))
    return f"{text}\n({'; '.join(told)})" if told else text


def translation_head(translation: TranslationView, look: Look) -> Paragraph:
    """Return who translated, and how far the translation has come."""
    status = look.say(f"panel.translation.{translation.status}")
    by = str(translation.by) if translation.by else look.say("panel.translation.unnamed")
    return words(look.say("panel.translation", by=by, status=status), "small-strong", ink="quote-second")


def at_the_start(name: ShownText) -> ShownText:
    """Return a name as it begins a line: a speaker may be told in words ("a young migrant")."""
    return replace(name, text=name.text[:1].upper() + name.text[1:])


def speaker_line(excerpt: ExcerptView, look: Look) -> Paragraph:
    """Return who spoke, and when."""
    writer = ParagraphWriter()
    if excerpt.speaker:
        writer.add(at_the_start(excerpt.speaker), Emphasis.STRONG)
    if excerpt.date:
        writer.add((" · " if excerpt.speaker else "") + look.date(excerpt.date))
    return writer.paragraph("small", ink="quote-text")


def _origin(excerpt: ExcerptView, number: int, look: Look) -> Paragraph:
    writer = ParagraphWriter()
    if excerpt.source:
        writer.add(look.say(f"panel.excerpt.{excerpt.text_is}", source=excerpt.source.short))
        if excerpt.locator:
            writer.add(", ")
            writer.add(excerpt.locator)
        if number:
            writer.add_marks([Mark(excerpt.source.id, is_excerpt=False, number=number)])
        writer.add(". ")
        if excerpt.source.may_be_later:
            writer.add(look.say("source.perhaps-public") + " ")
    else:
        writer.add(look.say(f"panel.text-is.{excerpt.text_is}") + " ")
    if excerpt.bears:
        writer.add(look.say(f"panel.bears.{excerpt.bears}"))
    return writer.paragraph("small", ink="quote-second")


def hands_line(excerpt: ExcerptView, look: Look) -> Paragraph:
    """Return the hands through which the words came to us."""
    writer = ParagraphWriter()
    writer.add(look.say("panel.excerpt.hands") + " ", Emphasis.STRONG)
    for index, (by, role, date) in enumerate(excerpt.transmission):
        writer.add(" → " if index else "")
        writer.add(by)
        told = [part for part in (role, look.date(date) if date else "") if part]
        if told:
            writer.add(f" ({', '.join(told)})")
    return writer.paragraph("small", ink="quote-second")
