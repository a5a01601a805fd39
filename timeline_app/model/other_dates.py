# SPDX-License-Identifier: MIT
"""The dates that accounts give an event: asked for each event in hand, so also before the first picture.

The accounts themselves are for the panel, whose views the first picture can do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.base.text_value import Reader, ShownText
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.model.claim_status import claims_about, is_told
from timeline_app.model.document import Document
from timeline_app.model.event_uses import account_sources
from timeline_app.model.sieve import Sieve


class OtherDate(NamedTuple):
    """A date that an account gives an event, who gives it (else what it says), and the id of the claim."""

    date: HistoricalDate
    by: ShownText
    claim: str


def other_dates(ordinal: int, document: Document, sieve: Sieve, reader: Reader) -> Iterator[OtherDate]:
    """Yield the dates that the accounts give an event that may be told; none while its content note covers it."""
    note, event_id = document.events.records[ordinal].content_note, document.events.ids[ordinal]
    if sieve.is_veiled(ordinal) or (note is not None and event_id not in sieve.lens.acknowledged_notes):
        return
    for claim_id, claim in claims_about(ordinal, document).items():
        for account in claim.accounts:
            if not account.event_date or not is_told(
                account, account_sources(account, document), sieve.shelf
            ):
                continue
            says = account.says.for_reader(reader)
            if says.text:
                by = account.by.for_reader(reader) if account.by else None
                date = parse(account.event_date, document.date_settings)
                yield OtherDate(date, by if by is not None and by.text else says, claim_id)
