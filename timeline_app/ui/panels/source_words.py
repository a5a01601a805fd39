# SPDX-License-Identifier: MIT
"""What lists and pages say of a source in a few words: its kind, what it is, how much was read, what rests on it."""

from __future__ import annotations

from typing import Final

from timeline_app.model.citation import short_citation
from timeline_app.model.showing import Showing
from timeline_app.model.views import SourceView
from timeline_app.ui.panels.look import Look

TYPES: Final = frozenset(
    {
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "book",
        "broadcast",
        "chapter",
        "document",
        "entry-encyclopedia",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "personal_communication",
        "post-weblog",
        "report",
        "review-book",
        "thesis",
        "treaty",
        "webpage",
    }
)
"""The types of CSL that have a name here; another one is called a document."""


def kind_name(kind: str, look: Look) -> str:
    """Return the name of a kind as it stands on its label."""
    return look.say(f"panel.kind.{kind}") if kind else look.say("sources.kind-untold")


def group_name(kind: str, look: Look) -> str:
    """Return the name of all sources of a kind."""
    return look.say(f"sources.kind.{kind}") if kind else look.say("sources.kind-untold")


def type_name(source: SourceView, look: Look) -> str:
    """Return what a source is: a book, a newspaper article."""
    kind = source.record.type
    return look.say(f"sources.type.{kind if kind in TYPES else 'document'}")


def extent_name(source: SourceView, look: Look) -> str:
    """Return how much of a source was read, "" where the exhibit does not tell."""
    return look.say(f"panel.extent.{source.extent}") if source.extent else ""


def row_head(source: SourceView, showing: Showing) -> str:
    """Return author and year; a row says the title below."""
    return short_citation(source.record, showing.reader)


def row_facts(source: SourceView, showing: Showing, look: Look) -> str:
    """Return what a row says below the title."""
    count = showing.source_event_counts.get(source.id, 0)
    facts = (
        look.say("sources.off") if source.id in showing.sources_off else "",
        type_name(source, look),
        # What was read of it is of today.
        extent_name(source, look) if showing.lens.known_at is None else "",
        look.say("panel.event-count", count=count),
    )
    return " · ".join(filter(None, facts))
