# SPDX-License-Identifier: MIT
"""Why an event stands where it does, in words: what the file says, and apart from it what was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.base.messages import Message
from timeline_app.chrono.calendars import CalendarText, in_calendars
from timeline_app.chrono.doubts import doubt_in_words
from timeline_app.chrono.historical_date import DateKind, HistoricalDate
from timeline_app.model.date_reason import DateBoundView, DateReasonView, DateStepView
from timeline_app.model.prose import Emphasis
from timeline_app.ui.panels.look import Look
from timeline_app.ui.reading.paragraphs import Paragraph, ParagraphWriter, words


def facts(reason: DateReasonView, calendars: Sequence[str], look: Look) -> list[Paragraph]:
    """Return what is certain from the file: words, reading, calendars, reason, and the order told.

    The line above has told in other calendars the date at which the event stands: of that one only what
    limits a calendar is told here.
    """
    found = [words(look.say("panel.why.from-file"), "small-strong")]
    if reason.as_written is not None:
        writer = _labelled("panel.date-as-written", look)
        writer.add(reason.as_written)
        found.append(writer.paragraph("small"))
    if reason.own is None:
        found.append(words(look.say("panel.why.no-date"), "small"))
    else:
        writer = _labelled("panel.why.read-as", look)
        writer.add(look.date(reason.own))
        writer.add(f" · {doubt_in_words(reason.own, look.translator)} · {reason.own.edtf}", ink="ink-second")
        found.append(writer.paragraph("small"))
        told = _in_calendars(reason.own, reason.calendar, calendars)
        above = _in_calendars(reason.placed, reason.calendar, calendars)
        found.extend(_calendar_line(each, look) for each in told if each.limit or each not in above)
    if reason.basis is not None:
        writer = _labelled("panel.why.basis", look)
        writer.add(reason.basis)
        found.append(writer.paragraph("small", language=reason.basis.language))
    if reason.told:
        writer = _labelled("panel.why.order", look)
        writer.add(look.translator.text(_listed([_said(step) for step in reason.told])))
        found.append(writer.paragraph("small"))
    own = _own_bounds(reason, look)
    return [*found, words(own, "small")] if own else found


def derived_heading(reason: DateReasonView, calendars: Sequence[str], look: Look) -> list[Paragraph]:
    """Return the heading over what was worked out; nothing where nothing was."""
    if not reason.is_derived:
        return []
    is_all_derived = reason.own is None or reason.own.is_year_unknown
    key = "panel.why.worked-out" if is_all_derived else "panel.why.narrowed"
    found = [words(look.say("panel.why.derived"), "small-strong"), words(look.say(key), "small")]
    if is_all_derived:
        placed = _in_calendars(reason.placed, reason.calendar, calendars)
        found.extend(_calendar_line(each, look) for each in placed if each.limit)
    return found


def earliest_sentence(bound: DateBoundView, look: Look) -> Paragraph:
    """Return before which day an event cannot lie, and by which steps that is known."""
    return words(look.say("panel.why.earliest", date=look.date(bound.day), steps=_way(bound.steps)), "small")


def latest_sentence(bound: DateBoundView, look: Look) -> Paragraph:
    """Return after which day an event cannot lie, and by which steps that is known."""
    return words(look.say("panel.why.latest", date=look.date(bound.day), steps=_way(bound.steps)), "small")


def undated_reason(reason: DateReasonView, look: Look) -> list[Paragraph]:
    """Return why an event has no place on the axis; nothing where it has one."""
    if reason.placed is None:
        return [words(look.say("panel.why.undated-told" if reason.told else "panel.why.undated"), "small")]
    if reason.placed.is_year_unknown:
        return [words(look.say("panel.why.no-year"), "small")]
    return []


def _labelled(key: str, look: Look) -> ParagraphWriter:
    writer = ParagraphWriter()
    writer.add(look.say(key) + " ", Emphasis.STRONG)
    return writer


def _in_calendars(
    date: HistoricalDate | None, own: str, calendars: Sequence[str]
) -> tuple[CalendarText, ...]:
    """Return the date in the calendar of its source and in those that were chosen."""
    return () if date is None else in_calendars(date, [name for name in (own, *calendars) if name])


def _calendar_line(told: CalendarText, look: Look) -> Paragraph:
    """Return the date in one calendar, and what limits it there."""
    writer = _labelled("panel.why.calendar", look)
    writer.add(look.translator.text(told.message))
    if told.limit is not None:
        writer.add(f" · {look.translator.text(told.limit)}", ink="ink-second")
    return writer.paragraph("small")


def _own_bounds(reason: DateReasonView, look: Look) -> str:
    """Return the first and last day that the event's own date leaves open; "" where others say more."""
    earliest, latest = reason.earliest, reason.latest
    first = look.date(earliest.day) if earliest is not None and not earliest.is_derived else ""
    last = look.date(latest.day) if latest is not None and not latest.is_derived else ""
    if first and last:
        return look.say("panel.why.own-bounds", first=first, last=last)
    if first:
        return look.say("panel.why.own-earliest", date=first)
    return look.say("panel.why.own-latest", date=last) if last else ""


def _way(steps: Sequence[DateStepView]) -> Message:
    """Return steps one after the other: "after “A”, which lies after “B” (1955)"."""
    told = _step(steps[0], is_last=len(steps) == 1)
    for number, step in enumerate(steps[1:], 2):
        told = Message.of("panel.why.then", first=told, next=_step(step, is_last=number == len(steps)))
    return told


def _step(step: DateStepView, *, is_last: bool) -> Message:
    """Return one step; the event by whose own date a bound is known comes with that date."""
    from timeline_app.chrono.phrases import date_message

    if step.event is not None and is_last and step.date is not None:
        key = "panel.why.after-dated" if step.relation == "after" else "panel.why.before-dated"
        return Message.of(key, title=step.event.title.text, date=date_message(step.date))
    return _said(step)


def _said(step: DateStepView) -> Message:
    from timeline_app.chrono.phrases import date_message

    is_after = step.relation == "after"
    if step.is_hidden:
        return Message.of("panel.why.after-another" if is_after else "panel.why.before-another")
    if step.event is not None:
        key = "panel.why.after-event" if is_after else "panel.why.before-event"
        return Message.of(key, title=step.event.title.text)
    return Message.of(_date_key(step), date=date_message(step.date) if step.date is not None else "")


def _date_key(step: DateStepView) -> str:
    """Return how a date bounds: what lasted by its end or beginning, any other as a whole."""
    is_after = step.relation == "after"
    if step.date is not None and step.date.kind is DateKind.INTERVAL:
        return "panel.why.after-date" if is_after else "panel.why.before-date"
    return "panel.why.not-before-date" if is_after else "panel.why.not-after-date"


def _listed(items: Sequence[Message]) -> Message:
    told = items[0]
    for item in items[1:]:
        told = Message.of("panel.why.and", first=told, next=item)
    return told
