# SPDX-License-Identifier: MIT
"""What the panel says where accounts differ: each account with who gives it, and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping

from timeline_app.model.prose import BlockKind, Emphasis, Mark
from timeline_app.model.views import AccountView, ClaimView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.source_texts import reference
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words


def claim_paragraphs(claim: ClaimView, excerpts: Mapping[str, int], look: Look) -> list[Paragraph]:
    """Return the accounts of one question; `excerpts` are the numbers of those shown on this page."""
    found = [_question(claim, look)]
    found.extend(_account(account, excerpts, look) for account in claim.accounts)
    if claim.conclusion:
        found.append(_conclusion(claim, look))
    return found


def _question(claim: ClaimView, look: Look) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(look.say("panel.claim.about", about=claim.about.text), Emphasis.STRONG)
    chip = Chip(look.say(f"panel.claim.{claim.status}"), "chip-neutral")
    return writer.paragraph("body", kind=BlockKind.HEADING, language=claim.about.language, chip=chip)


def _account(account: AccountView, excerpts: Mapping[str, int], look: Look) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(account.says)
    writer.add_marks(_marks(account, excerpts))
    told = [str(account.by)] if account.by else []
    if account.date:
        told.append(look.date(account.date))
    if account.bears:
        told.append(look.say(f"panel.account.{account.bears}"))
    elsewhere = [reference(use) for use in account.sources if not use.number]
    if elsewhere:
        told.append(look.say("panel.claim.see", sources="; ".join(elsewhere)))
    if told:
        writer.add("  " + " · ".join(told), ink="ink-second")
    if account.note:
        writer.add(" ")
        writer.add(account.note, ink="ink-second")
    return writer.paragraph("body", kind=BlockKind.LIST_ITEM, language=account.says.language, bullet="•")


def _marks(account: AccountView, excerpts: Mapping[str, int]) -> list[Mark]:
    """Return the marks of an account, each number once."""
    found = {
        use.number: Mark(use.source.id, is_excerpt=False, locator=str(use.locator or ""), number=use.number)
        for use in account.sources
        if use.number
    }
    for name in account.excerpts:
        if name in excerpts:
            found[excerpts[name]] = Mark(name, is_excerpt=True, number=excerpts[name])
    return [found[number] for number in sorted(found)]


def _conclusion(claim: ClaimView, look: Look) -> Paragraph:
    by = str(claim.concluded_by) if claim.concluded_by else ""
    head = look.say("panel.claim.conclusion-by", by=by) if by else look.say("panel.claim.conclusion")
    writer = ParagraphWriter()
    writer.add(head + " ", Emphasis.STRONG)
    if claim.conclusion:
        writer.add(claim.conclusion)
    return writer.paragraph("body", kind=BlockKind.QUOTE)


def nothing_decided(claims: int, look: Look) -> Paragraph:
    """Return the line that says how to read what follows."""
    return words(look.say("panel.claims.lead", count=claims), "small")
