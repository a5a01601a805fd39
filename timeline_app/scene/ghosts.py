# SPDX-License-Identifier: MIT
"""Ghosts: the other dates that accounts give an event."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.base.messages import Translator
from timeline_app.base.text_value import ShownText
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words
from timeline_app.model.showing import Showing


class Ghost(NamedTuple):
    """A date that an account gives an event, who gives it, and the id of the claim."""

    date: HistoricalDate
    by: ShownText
    claim: str


def ghosts_of(showing: Showing, ordinal: int) -> tuple[Ghost, ...]:
    """Return the dates that accounts give an event and that are not its own."""
    own = showing.date(ordinal)
    if own is None:
        return ()
    return tuple(
        Ghost(account.event_date, account.by or account.says, claim.id)
        for claim in showing.dated_claims(ordinal)
        for account in claim.accounts
        if account.event_date is not None and _is_other(account.event_date, own)
    )


def _is_other(date: HistoricalDate, own: HistoricalDate) -> bool:
    """Tell whether a date has a place of its own."""
    bounds = (date.earliest_s, date.latest_s)
    return None not in bounds and bounds != (own.earliest_s, own.latest_s)


def ghost_in_words(ghost: Ghost, translator: Translator) -> str:
    """Return which date is given, and by whom."""
    return translator.say("ghost.words", date=date_in_words(ghost.date, translator), by=ghost.by.text)
