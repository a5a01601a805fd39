# SPDX-License-Identifier: MIT
"""What is said of the list, in the same words on the page, aloud, in copies and on paper."""

from __future__ import annotations

from timeline_app.base.messages import Message, Translator
from timeline_app.scene.range_words import range_in_words
from timeline_app.search.folding import folded
from timeline_app.state.list_rows import EventList
from timeline_app.state.list_state import ListState


def range_of(found: EventList, translator: Translator) -> str:
    """Return the stretch of time that is listed, in words."""
    return range_in_words(*found.span_s, translator)


def count_message(found: EventList) -> Message:
    """Return how many events are listed: "39 of 99 events in view", and how many of these have the words."""
    seen = Message.of("list.count", shown=found.in_view, count=found.of)
    if found.listed.words.strip() and found.is_whole:
        words = found.listed.words.strip()
        seen = Message.of("list.count-with", events=seen, shown=len(found), words=words)
    return Message.of("list.count-tray", events=seen, count=found.in_tray) if found.in_tray else seen


def sort_message(listed: ListState) -> Message:
    """Return by what the list is sorted, and which way."""
    direction = "descending" if listed.is_descending else "ascending"
    return Message(f"list.sorted.{listed.column}.{direction}")


def has_more_words(typed: str, before: str) -> bool:
    """Tell whether what is typed only goes on from what was typed before."""
    return folded(typed).startswith(folded(before))
