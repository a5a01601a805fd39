# SPDX-License-Identifier: MIT
"""What the panel says where accounts differ: the question, each account with who gives it, what is made of them."""

from __future__ import annotations

from typing import Final

from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.views import AccountView, ClaimView
from timeline_app.ui.panels.excerpt_texts import at_the_start
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Chip, Paragraph, ParagraphWriter, words

ELIDED_AFTER: Final = 110
"""So many characters of an account are told before its page is opened."""
_MOST_LISTED: Final = 4


def status_chip(status: str, look: Look) -> Chip:
    """Return the state of a question as a small label; its words say it, its colour is the same for all."""
    return Chip(look.say(f"panel.claim.{status}"), "chip-neutral")


def question(claim: ClaimView, look: Look, role: str = "body") -> Paragraph:
    """Return what a claim is about."""
    writer = ParagraphWriter()
    writer.add(at_the_start(claim.about), Emphasis.STRONG)
    return writer.paragraph(
        role, kind=BlockKind.HEADING, language=claim.about.language, chip=status_chip(claim.status, look)
    )


def claim_summary(claim: ClaimView, look: Look) -> list[Paragraph]:
    """Return a claim in short: the question, and the first words of each account."""
    found = [question(claim, look)]
    found.extend(_first_words(account, look) for account in claim.accounts[:_MOST_LISTED])
    more = len(claim.accounts) - _MOST_LISTED
    if more > 0:
        found.append(words(look.say("panel.claim.more", count=more), "small"))
    return found


def _first_words(account: AccountView, look: Look) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(elided(account.says.text), language=account.says.language)
    if account.by:
        writer.add("  " + elided(account.by.text), ink="ink-second", language=account.by.language)
    mark = account_mark(account, look)
    if mark:
        writer.add(f"  {mark}", Emphasis.STRONG, ink="ink-second")
    return writer.paragraph("body", kind=BlockKind.LIST_ITEM, language=account.says.language, bullet="•")


def account_mark(account: AccountView, look: Look) -> str:
    """Return what must be said of an account at once: that it is refuted, was believed, or has lost its sources."""
    told: list[str] = []
    if account.is_lost:
        told.append(look.say("panel.account.lost"))
    if account.believed_then:
        told.append(look.say("panel.account.believed-then"))
    elif account.refuted_since is not None:
        told.append(look.say("panel.account.refuted", date=look.date(account.refuted_since)))
    return " ".join(told)


def elided(text: str, most: int = ELIDED_AFTER) -> str:
    """Return the first words of a text; a text that is hardly longer is left whole."""
    if len(text) <= most + most // 5:
        return text
    head = text[:most]
    at = head.rfind(" ")
    return (head[:at] if at > most // 2 else head).rstrip(" ,;:.") + " …"


def nothing_decided(claims: int, look: Look) -> Paragraph:
    """Return the line that says how to read what follows."""
    return words(look.say("panel.claims.lead", count=claims), "small")
