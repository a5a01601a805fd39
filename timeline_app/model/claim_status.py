# SPDX-License-Identifier: MIT
"""What becomes of a claim when not all of its accounts can be heard: it is never decided by leaving one out."""

from __future__ import annotations

from typing import Final, Literal

from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.event_uses import account_sources
from timeline_app.model.taken_away import Shelf

ClaimStatus = Literal["accepted", "disputed", "open", "refuted", "estimates", "no-verdict", "undecidable"]
VERDICTS: Final = frozenset({"accepted", "refuted"})
"""In these states it is said which accounts are right."""


def claims_about(ordinal: int, document: Document) -> dict[str, records.Claim]:
    """Return the claims that name an event, and those inside it, by id."""
    event_id = document.events.ids[ordinal]
    found = {name: claim for name, claim in document.claims.items() if event_id in claim.events}
    found.update(document.events.records[ordinal].claims)
    return found


def is_told(account: records.Account, sources: frozenset[str], shelf: Shelf) -> bool:
    """Tell whether an account that rests on some sources had been given by the cursor and could be read.

    One without a source is told only while there is no cursor.
    """
    if not sources:
        return not shelf.has_cursor
    return any(map(shelf.is_in_print, sources)) and shelf.has_come(account.date)


def is_lost(sources: frozenset[str], shelf: Shelf) -> bool:
    """Tell whether everything on which an account rests has been taken away."""
    return bool(sources) and not any(map(shelf.is_left, sources))


def status_after(claim: records.Claim, document: Document, shelf: Shelf) -> ClaimStatus | None:
    """Return a claim's status as the lens leaves it, None where none of its accounts can be told.

    Where an account is not told or has lost all its sources, the question cannot be decided from these sources,
    whatever was concluded from all of them; nor can it where the verdict rests on a refutation that had not come.
    """
    sources = [account_sources(account, document) for account in claim.accounts]
    told = [
        of_account
        for account, of_account in zip(claim.accounts, sources, strict=True)
        if is_told(account, of_account, shelf)
    ]
    if not told and sources:
        return None
    is_whole = len(told) == len(sources) and not any(is_lost(each, shelf) for each in told)
    return claim.status if is_whole and not _is_later_verdict(claim, shelf) else "undecidable"


def _is_later_verdict(claim: records.Claim, shelf: Shelf) -> bool:
    """Tell whether a verdict could not be known at the cursor: what speaks against an account came later."""
    return claim.status in VERDICTS and not all(
        shelf.has_come(account.refuted_since) for account in claim.accounts
    )
