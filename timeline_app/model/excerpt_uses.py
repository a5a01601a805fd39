# SPDX-License-Identifier: MIT
"""What rests on an excerpt: events, with those of their passages that do, and questions on which accounts differ.

An event that a question is only about does not rest on the words of an account: what a witness said bears that
account, not all that the question touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from timeline_app.model.document import Document
from timeline_app.model.event_uses import HAS_CLAIMS
from timeline_app.model.heads import EventHead
from timeline_app.model.prose import Block
from timeline_app.model.sieve import Sieve
from timeline_app.model.views import ClaimView


@dataclass(frozen=True, slots=True)
class PassageUse:
    """A passage of an event's story that rests on an excerpt.

    `number` is its mark's place in reading order, from 1; `words` are those of the excerpt that bear it, "" for all.
    """

    text: str
    language: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class ExcerptUse:
    """An event that rests on an excerpt; without passages it names it, or an account that is written in it does."""

    head: EventHead
    passages: tuple[PassageUse, ...]


def users_of(excerpt_id: str, document: Document, sieve: Sieve) -> tuple[int, ...]:
    """Return the ordinals of the events that use an excerpt and are shown, in file order."""
    names = list(document.excerpts)
    if excerpt_id not in document.excerpts:
        return ()
    lists = sieve.uses.excerpts
    places = np.flatnonzero(lists.values == names.index(excerpt_id))
    rows = np.searchsorted(lists.offsets, places, side="right") - 1
    found = set(rows.tolist())
    records = document.events.records
    for ordinal in sieve.uses.with_any(HAS_CLAIMS):
        accounts = (account for claim in records[ordinal].claims.values() for account in claim.accounts)
        if any(excerpt_id in account.excerpts for account in accounts):
            found.add(ordinal)
    return tuple(
        sorted(ordinal for ordinal in found if sieve.passes[ordinal] and not sieve.is_veiled(ordinal))
    )


def questions_on(
    excerpt_id: str, document: Document, claim_of: Callable[[str], ClaimView | None]
) -> tuple[str, ...]:
    """Return the questions in which an account that is shown rests on an excerpt, in the exhibit's order."""
    asked = (
        name
        for name, claim in document.claims.items()
        if any(excerpt_id in account.excerpts for account in claim.accounts)
    )
    told = ((name, claim_of(name)) for name in asked)
    return tuple(
        name
        for name, view in told
        if view is not None and any(excerpt_id in account.excerpts for account in view.accounts)
    )


def uses_told(
    ordinals: Iterable[int],
    excerpt_id: str,
    head_of: Callable[[int], EventHead],
    story_of: Callable[[int], tuple[Block, ...]],
) -> tuple[ExcerptUse, ...]:
    """Return events with the passages of their stories that rest on an excerpt, as the reader may see them."""
    return tuple(
        ExcerptUse(head_of(ordinal), passages_on(excerpt_id, story_of(ordinal))) for ordinal in ordinals
    )


def passages_on(excerpt_id: str, story: Iterable[Block]) -> tuple[PassageUse, ...]:
    """Return the passages of a story that rest on an excerpt, in reading order."""
    found: list[PassageUse] = []
    number = 0
    for block in story:
        for passage in block.passages:
            first = number + 1
            number += len(passage.marks)
            for place, mark in enumerate(passage.marks, first):
                if mark.is_excerpt and mark.target == excerpt_id:
                    found.append(PassageUse(passage.text.strip(), block.language, place, mark.words))
                    break
    return tuple(found)
