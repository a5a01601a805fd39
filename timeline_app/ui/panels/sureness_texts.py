# SPDX-License-Identifier: MIT
"""What the panel says to "How sure is this?": lines of evidence, what was concluded, and what kinds of sources there are.

No kind is ranked above another: a decree proves what was declared, a witness what was lived through.
"""

from __future__ import annotations

from collections import Counter

from timeline_app.model.evidence_grade import EventEvidence
from timeline_app.model.showing import Showing
from timeline_app.model.taken_away import Loss
from timeline_app.model.views import EventView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.page import section_heading
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words


def sureness(event: EventView, showing: Showing, look: Look) -> list[Paragraph]:
    """Return the section in words; nothing is said of an event of which nothing may be told."""
    ordinal = event.head.ordinal
    if showing.is_veiled(ordinal):
        return []
    evidence, loss = showing.evidence_of(ordinal), showing.loss_of(ordinal)
    found = [section_heading(look, "panel.section.sureness")]
    if loss is Loss.ALL:
        return [*found, words(look.say("panel.sure.lost-all"), "body-strong")]
    gone = {use.source.id for use in event.sources} & showing.sources_off
    if gone:
        told = look.say("panel.sure.off", count=len(gone))
        kept = look.say("panel.sure.lost-line" if loss is Loss.SOME else "panel.sure.lost-none")
        found.append(words(f"{told} {kept}", "body-strong"))
    is_past = showing.lens.known_at is not None
    if is_past and not evidence.sources:
        return [*found, words(look.say("panel.sure.none-then"), "body")]
    found.append(_sentences(evidence, look))
    kinds = _kinds(event, showing, look)
    return [*found, kinds] if kinds is not None else found


def _sentences(evidence: EventEvidence, look: Look) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(_lines(evidence, look))
    if evidence.own_grade_reason is not None:
        writer.add(" " + look.say("panel.sure.own") + " ")
        writer.add(evidence.own_grade_reason)
    if evidence.read in {"part", "little"} and evidence.sources:
        writer.add(" " + look.say(f"panel.sure.read.{evidence.read}", count=evidence.sources))
    if evidence.state != "unquestioned":
        writer.add(" " + look.say(f"panel.sure.state.{evidence.state}"))
    return writer.paragraph("body")


def _lines(evidence: EventEvidence, look: Look) -> str:
    lines, sources = evidence.lines, evidence.sources
    if evidence.own_grade_reason is not None:
        return look.say("panel.sure.graded", count=lines)
    if not sources:
        return look.say("panel.sure.none")
    if sources == 1:
        return look.say("panel.sure.single")
    if lines == sources:
        return look.say("panel.sure.all-apart", count=sources)
    return look.say("panel.sure.lines", count=lines, sources=sources)


def _kinds(event: EventView, showing: Showing, look: Look) -> Paragraph | None:
    """Return the kinds of the sources that are left, in the order in which they stand."""
    off = showing.sources_off
    sources = {use.source.id: use.source.kind for use in event.sources if use.source.id not in off}
    counts = Counter(kind for kind in sources.values() if kind is not None)
    if not counts:
        return None
    named = [
        look.say("panel.sure.kind", kind=look.say(f"panel.kind.{kind}"), number=look.number(count))
        if count > 1
        else look.say(f"panel.kind.{kind}")
        for kind, count in counts.items()
    ]
    key = "panel.sure.kinds" if len(counts) > 1 else "panel.sure.one-kind"
    return words(look.say(key, kinds=" · ".join(named)), "small")
