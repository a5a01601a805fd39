# SPDX-License-Identifier: MIT
"""What stands under every picture and document: whose it is, under which licence, and what a witness agreed to."""

from __future__ import annotations

from timeline_app.model.media_views import ConsentView, PictureView, RightsView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words


def caption(picture: PictureView, look: Look) -> list[Paragraph]:
    """Return credit and rights of a picture; that neither is given is said too."""
    found: list[Paragraph] = []
    if picture.credit:
        writer = ParagraphWriter()
        writer.add(look.say("facsimile.credit") + " ")
        writer.add(picture.credit)
        found.append(writer.paragraph("small", ink="ink"))
    told = rights_paragraph(picture.rights, look) if picture.rights is not None else None
    if told is not None:
        found.append(told)
    if not found:
        found.append(words(look.say("facsimile.no-credit"), "small"))
    return found


def rights_paragraph(rights: RightsView, look: Look) -> Paragraph | None:
    """Return who holds the rights, under which licence and until when; None where nothing of it is told."""
    writer = ParagraphWriter()
    if rights.holder:
        writer.add(look.say("facsimile.rights.holder") + " ")
        writer.add(rights.holder)
        writer.add(". ")
    if rights.licence:
        writer.add(look.say("facsimile.rights.licence", licence=rights.licence) + " ")
    if rights.until:
        writer.add(look.say("facsimile.rights.until", date=look.date(rights.until)))
    made = writer.paragraph("small")
    return made if made.text else None


def consent_paragraph(consent: ConsentView, look: Look) -> Paragraph:
    """Return what a witness has agreed to."""
    scope = ", ".join(consent.scope) or look.say("excerpt.consent.unnamed")
    told = look.say("excerpt.consent", scope=scope)
    if consent.until:
        told += " " + look.say("excerpt.consent.until", date=look.date(consent.until))
    return words(told, "small")
