# SPDX-License-Identifier: MIT
"""Points on which accounts differ, as one reader may see them through a lens.

At a cursor only accounts with a source in print are told, and a conclusion only when all accounts are. Where
sources were taken away, accounts stay and say that they have lost them; nothing is concluded from the rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline_app.base.text_value import Reader
from timeline_app.model import records
from timeline_app.model.claim_status import is_lost, is_told, status_after
from timeline_app.model.document import Document
from timeline_app.model.event_uses import account_sources
from timeline_app.model.evidence_views import Evidence, date_of, shown
from timeline_app.model.sieve import Sieve
from timeline_app.model.taken_away import Shelf
from timeline_app.model.views import AccountView, ClaimView, SourceUseView


class ClaimViews:
    """Makes views of claims; holds nothing but what it was given."""

    def __init__(
        self, document: Document, sieve: Sieve, reader: Reader, evidence: Evidence, shelf: Shelf
    ) -> None:
        self._document = document
        self._sieve = sieve
        self._reader = reader
        self._evidence = evidence
        self._shelf = shelf

    def claim(
        self, claim_id: str, record: records.Claim, numbers: Mapping[str, int] | None = None
    ) -> ClaimView | None:
        """Return a claim, None where none of its accounts can be told.

        `numbers` are the sources' numbers in the event in hand.
        """
        reader = self._reader
        status = status_after(record, self._document, self._shelf)
        if status is None:
            return None
        told = self._told(record, numbers or {})
        # An account may have been put into words only after the cursor.
        said = tuple(account for account in told if account.says.text)
        if told and not said:
            return None
        if len(said) < len(told):
            status = "undecidable"
        is_whole = status == record.status
        return ClaimView(
            id=claim_id,
            about=record.about.for_reader(reader),
            accounts=said,
            status=status,
            conclusion=shown(record.conclusion, reader) if is_whole else None,
            concluded_by=shown(record.concluded_by, reader) if is_whole else None,
            events=tuple(event for event in record.events if not self._sieve.hides(event)),
        )

    def _told(self, claim: records.Claim, numbers: Mapping[str, int]) -> list[AccountView]:
        sources = [account_sources(account, self._document) for account in claim.accounts]
        return [
            self._account(account, of_account, claim, numbers)
            for account, of_account in zip(claim.accounts, sources, strict=True)
            if is_told(account, of_account, self._shelf)
        ]

    def _account(
        self,
        account: records.Account,
        sources: frozenset[str],
        claim: records.Claim,
        numbers: Mapping[str, int],
    ) -> AccountView:
        reader, settings = self._reader, self._document.date_settings
        refuted = date_of(account.refuted_since, settings)
        is_refuted = refuted is not None and self._sieve.has_begun(refuted)
        return AccountView(
            says=account.says.for_reader(reader),
            by=shown(account.by, reader),
            date=date_of(account.date, settings),
            sources=self._uses(account, numbers),
            excerpts=tuple(name for name in account.excerpts if self._has_words(name)),
            bears=account.bears,
            note=None if self._shelf.has_cursor else shown(account.note, reader),
            event_date=date_of(account.event_date, settings),
            refuted_since=refuted if is_refuted else None,
            is_lost=is_lost(sources, self._shelf),
            believed_then=self._shelf.has_cursor and not is_refuted and _is_refuted_today(account, claim),
        )

    def _uses(self, account: records.Account, numbers: Mapping[str, int]) -> tuple[SourceUseView, ...]:
        found: list[SourceUseView] = []
        for use in account.sources:
            source_id = use if isinstance(use, str) else use.source
            view = self._evidence.use(use, numbers.get(source_id, 0))
            if view is not None and self._shelf.is_left(source_id):
                found.append(view)
        return tuple(found)

    def _has_words(self, excerpt_id: str) -> bool:
        """Tell whether an excerpt exists, and the source in which it stands is left."""
        excerpt = self._document.excerpts.get(excerpt_id)
        if excerpt is None or excerpt.source is None:
            return excerpt is not None and not self._shelf.has_cursor
        return self._shelf.is_left(excerpt.source)


def _is_refuted_today(account: records.Account, claim: records.Claim) -> bool:
    """Tell whether an account, or the whole claim in which none is told apart, counts as refuted."""
    return account.refuted_since is not None or (
        claim.status == "refuted" and not any(other.refuted_since for other in claim.accounts)
    )
