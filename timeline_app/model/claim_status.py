# SPDX-License-Identifier: MIT
"""What becomes of a claim when not all of its accounts can be heard: it is never decided by leaving one out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.taken_away import Shelf

ClaimStatus = Literal["accepted", "disputed", "open", "refuted", "estimates", "no-verdict", "undecidable"]


def account_sources(account: records.Account, document: Document) -> frozenset[str]:
    """Return the sources on which an account rests: its own, and those of its excerpts."""
    names = {use if isinstance(use, str) else use.source for use in account.sources}
    excerpts = (document.excerpts.get(name) for name in account.excerpts)
    names.update(excerpt.source for excerpt in excerpts if excerpt is not None and excerpt.source)
    return frozenset(name for name in names if name in document.sources)


def is_told(sources: frozenset[str], shelf: Shelf) -> bool:
    """Tell whether an account can be told at the cursor; one without a source only while there is none."""
    return any(map(shelf.is_in_print, sources)) if sources else not shelf.has_cursor


def is_lost(sources: frozenset[str], shelf: Shelf) -> bool:
    """Tell whether everything on which an account rests has been taken away."""
    return bool(sources) and not any(map(shelf.is_left, sources))


def status_after(status: ClaimStatus, sources: Sequence[frozenset[str]], shelf: Shelf) -> ClaimStatus | None:
    """Return a claim's status as the lens leaves it, None where none of its accounts can be told.

    `sources` are those of each account. Where an account is not told or has lost all its sources, the question
    cannot be decided from these sources, whatever was concluded from all of them.
    """
    told = [each for each in sources if is_told(each, shelf)]
    if not told and sources:
        return None
    is_whole = len(told) == len(sources) and not any(is_lost(each, shelf) for each in told)
    return status if is_whole else "undecidable"
