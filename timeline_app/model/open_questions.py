# SPDX-License-Identifier: MIT
"""All points of an exhibit on which accounts differ, the unsettled ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from timeline_app.base.text_value import ShownText
from timeline_app.model.claim_views import ClaimViews
from timeline_app.model.document import Document
from timeline_app.model.event_uses import HAS_CLAIMS
from timeline_app.model.sieve import Sieve

UNSETTLED: Final[tuple[str, ...]] = ("open", "disputed", "no-verdict", "undecidable")
"""In these states a question waits for an answer."""
SETTLED: Final[tuple[str, ...]] = ("estimates", "accepted", "refuted")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in short: what it is about, and how many accounts and shown events it has."""

    id: str
    about: ShownText
    status: str
    accounts: int
    events: int

    @property
    def is_unsettled(self) -> bool:
        """Whether the question waits for an answer."""
        return self.status in UNSETTLED


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """The questions of one state: those that concern most events first, else in the exhibit's order."""

    status: str
    questions: tuple[Question, ...]

    @property
    def is_unsettled(self) -> bool:
        """Whether these questions wait for an answer."""
        return self.status in UNSETTLED


def question_groups(document: Document, sieve: Sieve, claims: ClaimViews) -> tuple[QuestionGroup, ...]:
    """Return the questions that may be told, by their state as the lens leaves it; no group is empty."""
    by_status: dict[str, list[Question]] = {}
    for name, record in document.claims.items():
        view = claims.claim(name, record) if name in sieve.claims else None
        if view is not None:
            events = len(events_about(name, document, sieve))
            question = Question(name, view.about, view.status, len(view.accounts), events)
            by_status.setdefault(view.status, []).append(question)
    return tuple(
        QuestionGroup(status, tuple(sorted(by_status[status], key=lambda each: -each.events)))
        for status in (*UNSETTLED, *SETTLED)
        if status in by_status
    )


def events_about(claim_id: str, document: Document, sieve: Sieve) -> tuple[str, ...]:
    """Return the shown events that a claim names, and those inside which it stands."""
    events, claim = document.events, document.claims[claim_id]
    inside = (
        events.ids[ordinal]
        for ordinal in sieve.uses.with_any(HAS_CLAIMS)
        if claim_id in events.records[ordinal].claims
    )
    found = dict.fromkeys((*claim.events, *inside))
    return tuple(event for event in found if event in events.ordinal_of and not sieve.hides(event))
