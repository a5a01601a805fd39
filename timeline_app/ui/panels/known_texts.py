# SPDX-License-Identifier: MIT
"""What the panel says of who knew of an event and since when, and of how it stood at the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.curtain import Part
from timeline_app.model.known_at import Knowers
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView, KnownView
from timeline_app.state.evidence_words import knowers_message
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import section_heading
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words


def when_known(event: EventView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return "When it became known": an exhibit that never tells it has no such section."""
    if not showing.offers_known_at or showing.is_veiled(event.head.ordinal):
        return []
    found = [section_heading(look, "panel.section.known")]
    if not event.known:
        found.append(words(look.say("known.veiled"), "body"))
    found.extend(_known(known, look) for known in event.known)
    return found


def dotted(story: Iterable[Paragraph], look: Look) -> list[Paragraph]:
    """Return what the dots below parts of a story mean: from when on these could be told."""
    parts = (run.since for paragraph in story for run in paragraph.runs if run.since)
    dates = [look.date(parse(since)) for since in dict.fromkeys(parts)]
    return [words(look.say("panel.story.since", dates="; ".join(dates)), "small")] if dates else []


def as_then(event: EventView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return how an event stood at the cursor, where more is to be said than that it was known; or what is withheld."""
    withheld = showing.parts_withheld(event.head.ordinal)
    if withheld:
        return [words(look.say(f"panel.withheld.{part}"), "body") for part in Part if part in withheld]
    if showing.lens.known_at is None:
        return []
    if showing.is_veiled(event.head.ordinal):
        return [words(look.say("panel.then.veiled"), "body")]
    knowledge = showing.knowledge(event.head.ordinal)
    told: list[str] = []
    if knowledge.only_to:
        told.append(look.say("panel.then.only-to", who=_all_named(knowledge.only_to, look)))
    if knowledge.extent in {"part", "rumour", "denied"}:
        told.append(look.say(f"panel.then.{knowledge.extent}"))
    if knowledge.answer is Answer.POSSIBLE:
        told.append(look.say("panel.then.possible"))
    if knowledge.cites_later:
        told.append(look.say("panel.then.cites-later"))
    return [words(sentence, "body") for sentence in told]


def _known(known: KnownView, look: Look) -> Paragraph:
    writer = ParagraphWriter()
    since = look.date(known.since) if known.since is not None else look.say("panel.known.since-unknown")
    writer.add(since, Emphasis.STRONG)
    who = _named(Knowers(known.audience, known.where), look)
    writer.add(" · " + who + " · " + look.say(f"panel.known.extent.{known.extent}"))
    if known.source is not None:
        writer.add(" · " + known.source.short, ink="ink-second")
    if known.note is not None:
        writer.add(". ", ink="ink-second")
        writer.add(known.note, ink="ink-second")
    return writer.paragraph("body", kind=BlockKind.LIST_ITEM, bullet="•")


def _named(who: Knowers, look: Look) -> str:
    return look.translator.text(knowers_message(who.audience, who.where))


def _all_named(knowers: Sequence[Knowers], look: Look) -> str:
    return "; ".join(_named(who, look) for who in knowers)
