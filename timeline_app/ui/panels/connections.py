# SPDX-License-Identifier: MIT
"""Rows that lead to other events: how they are connected, seen from the event in hand."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import short_date
from timeline_app.model.heads import EventHead, LaneView
from timeline_app.model.prose import Emphasis
from timeline_app.model.views import ConnectionView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.panels.pieces import TextButton
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words

LABEL_PX = 104.0


def relation(connection: ConnectionView, look: Look) -> str:
    """Return the kind of link in words, from this event's side."""
    side = "out" if connection.outward else "in"
    return look.say(f"panel.link.{connection.kind}.{side}")


def fill_connection(
    row: TextButton, connection: ConnectionView, lanes: Sequence[LaneView], look: Look
) -> None:
    """Show a connected event as a row that leads there."""
    kind = relation(connection, look)
    title = _title(
        connection.title.text, connection.title.language, connection.lane, lanes, look, connection.date
    )
    paragraphs = [title]
    told: list[str] = []
    if connection.why:
        why = ParagraphWriter()
        why.add(connection.why)
        if connection.sources:
            why.add(f" ({'; '.join(source.short for source in connection.sources)})")
        paragraphs.append(why.paragraph("small", language=connection.why.language))
        told.append(connection.why.text)
    if connection.judgement:
        judgement = look.say("panel.link.judgement")
        paragraphs.append(words(judgement, "small-strong"))
        told.insert(0, judgement)
    row.fill(look, paragraphs, words(kind, "small"), look.px(LABEL_PX))
    when = f", {look.date(connection.date)}" if connection.date else ""
    row.setAccessibleName(f"{kind}: {connection.title}{when}")
    row.setAccessibleDescription(" ".join(told))


def fill_head(row: TextButton, head: EventHead, lanes: Sequence[LaneView], look: Look) -> None:
    """Show an event of a list as a row that leads there."""
    lane = head.lanes[0] if head.lanes else -1
    row.fill(look, [_title(head.title.text, head.title.language, lane, lanes, look, head.date)])
    when = look.date(head.date) if head.date else look.say("panel.undated")
    row.setAccessibleName(f"{head.title}, {when}")


def _title(
    title: str,
    language: str,
    lane: int,
    lanes: Sequence[LaneView],
    look: Look,
    date: HistoricalDate | None,
) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(title, Emphasis.STRONG)
    if date is not None:
        writer.add(f"  {short_date(date, look.translator)}", ink="ink-second")
    dot = f"lane.mark:{lanes[lane].colour}" if lane >= 0 else "ink-second"
    return writer.paragraph("body", language=language, bullet="●", bullet_ink=dot)
