# SPDX-License-Identifier: MIT
"""What the page of an excerpt says beside the words: who spoke, what it bears, how it came down, and whose it is."""

from __future__ import annotations

from typing import Final

from timeline_app.model.prose import BlockKind
from timeline_app.model.views import ExcerptView
from timeline_app.ui.facsimile.rights_texts import consent_paragraph, rights_paragraph
from timeline_app.ui.panels.excerpt_texts import at_the_start, hands_line, speaker_line
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import section_heading
from timeline_app.ui.reading.paragraphs import Paragraph, words

LONGEST_TITLE: Final = 48
"""So many characters stand as a title; more stand smaller."""


def head(excerpt: ExcerptView, look: Look) -> list[Paragraph]:
    """Return whose words they are, when they were said, and where they stand."""
    speaker = at_the_start(excerpt.speaker) if excerpt.speaker else None
    title = speaker or (excerpt.source.title if excerpt.source else look.say("excerpt.head"))
    role = "title" if len(str(title)) <= LONGEST_TITLE else "heading"
    found = [words(title, role, kind=BlockKind.HEADING)]
    if excerpt.date and excerpt.speaker:
        found.append(words(look.date(excerpt.date), "body", ink="ink-second"))
    elif excerpt.date:
        found.append(speaker_line(excerpt, look))
    return found


def origin(excerpt: ExcerptView, look: Look) -> list[Paragraph]:
    """Return in which work the words stand and where, and through which hands they came."""
    found: list[Paragraph] = []
    if excerpt.source:
        found.append(words(look.say(f"panel.excerpt.{excerpt.text_is}", source=excerpt.source.short), "body"))
        if excerpt.speaker and excerpt.source.title.text not in excerpt.source.short:
            found.append(words(excerpt.source.title, "small"))
        if excerpt.source.may_be_later:
            found.append(words(look.say("source.perhaps-public"), "small"))
    if excerpt.locator:
        found.append(words(look.say("excerpt.locator", locator=excerpt.locator.text), "small"))
    if excerpt.transmission:
        found.append(hands_line(excerpt, look))
    return [section_heading(look, "excerpt.quoted-in"), *found] if found else []


def bearing(excerpt: ExcerptView, look: Look) -> list[Paragraph]:
    """Return what the words bear, and what the exhibit says of them."""
    found = [words(look.say(f"panel.bears.{excerpt.bears}"), "body")] if excerpt.bears else []
    if excerpt.comment:
        found.append(words(excerpt.comment, "body"))
    return [section_heading(look, "excerpt.bears"), *found] if found else []


def holders(excerpt: ExcerptView, look: Look) -> list[Paragraph]:
    """Return whose the words are, and what a witness has agreed to."""
    rights = rights_paragraph(excerpt.rights, look) if excerpt.rights is not None else None
    found = [rights] if rights is not None else []
    if excerpt.consent is not None:
        found.append(consent_paragraph(excerpt.consent, look))
    return found


def transcription(excerpt: ExcerptView) -> str:
    """Return the words, for those who hear the picture: in their own language, then as translated."""
    return "\n".join([excerpt.words.text, *(translation.text.text for translation in excerpt.translations)])
