# SPDX-License-Identifier: MIT
"""What the event page says above the story: whose event, where, when, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.chrono.calendars.in_words import in_calendars
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import doubt_in_words
from timeline_app.model.curtain import Part
from timeline_app.model.heads import LaneView
from timeline_app.model.prose import BlockKind, Emphasis
from timeline_app.model.views import EventView, PersonView
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import WORD_JOINER, Paragraph, ParagraphWriter, words
from timeline_app.ui.type_scale import is_cjk

SEPARATOR: Final = " · "


def header(
    event: EventView,
    lanes: Sequence[LaneView],
    calendars: Sequence[str],
    look: Look,
    *,
    is_veiled: bool = False,
    withheld: frozenset[Part] = frozenset(),
) -> list[Paragraph]:
    """Return kicker, title, date, and who had a part without being named; of a veiled event lane and date alone."""
    title: str | ShownText = look.say("known.veiled") if is_veiled else event.head.title
    if withheld:
        title = look.say("panel.withheld.title") if Part.TITLE in withheld else event.head.title
    found = [
        _kicker(event, lanes, look, is_veiled=is_veiled),
        words(title, "title", kind=BlockKind.HEADING),
        date_line(event.head.date, _told_in(event, calendars), look, _derived(event, look)),
    ]
    if Part.DATE in withheld:
        found[-1] = words(look.say("panel.withheld.date-line"), "body-strong")
    if event.date_as_written:
        found.append(_said("panel.date-as-written", [event.date_as_written], look))
    unnamed = [person.title for person in event.people if not person.id]
    if unnamed:
        found.append(_said("panel.people-unnamed", unnamed, look))
    return found


def _told_in(event: EventView, calendars: Sequence[str]) -> list[str]:
    """Return the calendars that an event's date is told in: that of its source, and those that were chosen."""
    of_source = event.date_reason.calendar if event.date_reason is not None else ""
    return [of_source, *calendars] if of_source else list(calendars)


def _derived(event: EventView, look: Look) -> str:
    """Return that a date does not stand in the file, or not so narrowly; "" where it does."""
    reason = event.date_reason
    if reason is None or not reason.is_derived:
        return ""
    is_all_derived = reason.own is None or reason.own.is_year_unknown
    return look.say("panel.why.header-derived" if is_all_derived else "panel.why.header-narrowed")


def date_line(
    date: HistoricalDate | None, calendars: Sequence[str], look: Look, derived: str = ""
) -> Paragraph:
    """Return the date in bold words, its doubt, whence it is, and the date in other calendars."""
    writer = ParagraphWriter()
    if date is None:
        writer.add(look.say("panel.undated"), Emphasis.STRONG)
        return writer.paragraph("body")
    writer.add(look.date(date), Emphasis.STRONG)
    writer.add(SEPARATOR + doubt_in_words(date, look.translator), ink="ink-second")
    if derived:
        writer.add(SEPARATOR + derived, ink="ink-second")
    for each in in_calendars(date, calendars):
        writer.add(SEPARATOR, ink="ink-second")
        writer.add(_unbroken(look.translator.text(each.message), look.translator.language), ink="ink-second")
    return writer.paragraph("body")


def _unbroken(text: str, language: str) -> str:
    """Keep a Japanese or Korean date on one line, which could break between any two signs."""
    return WORD_JOINER.join(text) if is_cjk(language) else text


def _kicker(event: EventView, lanes: Sequence[LaneView], look: Look, *, is_veiled: bool) -> Paragraph:
    writer = ParagraphWriter()
    shown = [lanes[index] for index in event.head.lanes]
    for index, lane in enumerate(shown):
        if index:
            writer.add(SEPARATOR, ink="ink-second")
        title = lane.title.text or look.say("lane.events")
        writer.add(title, Emphasis.STRONG, ink=f"lane.text:{lane.colour}", language=lane.title.language)
    rest = [", ".join(place.title.text for place in event.places)] if event.places else []
    if not is_veiled:
        rest.append(look.say("panel.source-count", count=len({use.source.id for use in event.sources})))
    writer.add("".join(SEPARATOR + words for words in rest), ink="ink-second")
    dot = f"lane.mark:{shown[0].colour}" if shown else "ink-second"
    return writer.paragraph("small", bullet="●", bullet_ink=dot)


def _said(key: str, texts: Sequence[ShownText], look: Look) -> Paragraph:
    writer = ParagraphWriter()
    writer.add(look.say(key) + " ", Emphasis.STRONG)
    for index, text in enumerate(texts):
        writer.add("; " if index else "")
        writer.add(text)
    return writer.paragraph("small")


def people_notes(people: Sequence[PersonView]) -> list[Paragraph]:
    """Return what the exhibit says of the people, organisations and terms of an event."""
    found: list[Paragraph] = []
    for person in people:
        if person.note is None:
            continue
        writer = ParagraphWriter()
        writer.add(person.title, Emphasis.STRONG)
        writer.add(". ")
        writer.add(person.note)
        found.append(writer.paragraph("body"))
    return found
