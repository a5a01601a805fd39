# SPDX-License-Identifier: MIT
"""What is said of a cursor and of sources taken away, in the same words wherever it is said.

Bar, header, announcement, panel, print and picture all take their sentences from here.
"""

from __future__ import annotations

from typing import Final

from timeline_app.base.messages import Message
from timeline_app.model.known_at import KnownAt
from timeline_app.model.known_words import country_message, cursor_message, moment_message
from timeline_app.model.showing import Showing
from timeline_app.state.curtain_words import curtain_message, withheld_message
from timeline_app.state.filter_words import foot_message

MOST_NAMED: Final = 3
"""So many sources that were taken away are named; of more only the number is told."""


def audience_message(cursor: KnownAt) -> Message:
    """Return whose knowledge counts: "The public in Japan"."""
    return knowers_message(cursor.audience, cursor.where)


def knowers_message(audience: str, where: str) -> Message:
    """Return who knew: "The public in Japan"."""
    if not where:
        return Message.of(f"known.to.{audience}")
    return Message.of(f"known.to.{audience}-in", country=country_message(where))


def unknown_message(cursor: KnownAt) -> Message:
    """Return that something was not known by then: "Not in print in Japan by the end of 1960"."""
    moment = moment_message(cursor)
    if not cursor.where:
        return Message.of(f"known.not-by.{cursor.audience}", moment=moment)
    country = country_message(cursor.where)
    return Message.of(f"known.not-by.{cursor.audience}-in", moment=moment, country=country)


def count_message(showing: Showing) -> Message:
    """Return how many events were known by then, and of how many nobody knows: "41 of 99 events"."""
    veiled = showing.veiled_count
    known = Message.of("known.count", shown=showing.event_count - veiled, count=len(showing.table))
    return Message.of("known.count-unknown", events=known, count=veiled) if veiled else known


def known_sentence(showing: Showing) -> Message | None:
    """Return what the cursor shows, in one sentence; None without a cursor."""
    cursor = showing.lens.known_at
    if cursor is None:
        return None
    return Message.of("known.sentence", by=cursor_message(cursor), events=count_message(showing))


def off_message(showing: Showing) -> Message | None:
    """Return how many sources the reader has taken away; None where there are none."""
    off = len(showing.sources_off)
    if not off:
        return None
    derived = off - len(showing.lens.sources_off & showing.sources_off)
    if derived:
        return Message.of("off.sentence-derived", count=off, derived=derived)
    return Message.of("off.sentence", count=off)


def bare_message(showing: Showing) -> Message | None:
    """Return how many events have nothing left to rest on; None where each still has something."""
    return Message.of("off.bare", count=showing.bare_count) if showing.bare_count else None


def foot_messages(showing: Showing) -> tuple[Message, ...]:
    """Return what a print or picture has to say of what it leaves out."""
    cursor, found = showing.lens.known_at, []
    if cursor is not None:
        events, moment = count_message(showing), moment_message(cursor)
        if cursor.where:
            country = country_message(cursor.where)
            key = f"foot.known.{cursor.audience}-in"
            found.append(Message.of(key, moment=moment, country=country, events=events))
        else:
            found.append(Message.of(f"foot.known.{cursor.audience}", moment=moment, events=events))
    if showing.sources_off:
        found.append(_foot_of_sources(showing))
    found.extend(each for each in (curtain_message(showing), withheld_message(showing)) if each is not None)
    filtered = foot_message(showing.filtering)
    return (*found, filtered) if filtered is not None else tuple(found)


def _foot_of_sources(showing: Showing) -> Message:
    """Name the sources that were taken away, as far as they may be named at the cursor and there is room."""
    names = sorted(showing.sources_off)
    views = [view for name in names if (view := showing.source(name)) is not None][:MOST_NAMED]
    more = len(names) - len(views)
    if not views:
        return Message.of("foot.off-count", count=more)
    listed = "; ".join(view.title.text for view in views)
    if more:
        return Message.of("foot.off-more", names=listed, count=more)
    return Message.of("foot.off", names=listed)
