# SPDX-License-Identifier: MIT
"""Reads EDTF, levels 0 to 2, with the extensions that exhibits need.

Accepted beyond the Library of Congress text of 2019: a qualifier after unknown digits (`195X~`), on
seasons and quarters (`1958-37~`), on long years (`Y-66E6~`), after a clock time (`T09:30~`); all of these,
and times, as ends of intervals and members of sets; seasons of years with unknown digits; times without
seconds (`T09:30`); dates that count in another calendar (`julian:-0043-03`). Not accepted: the shorthands
`19` and `193`, the basic format, fractions of a second, spaces, lower-case x.

Bare dates and times without an offset stand as written; a time with one is moved to the clock of the
exhibit's zone. The text, and with it the written offset, stays as it is.
"""

from __future__ import annotations

from timeline_app.base.errors import DateError
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf_atom import read_atom
from timeline_app.chrono.edtf_composite import read_interval, read_set
from timeline_app.chrono.historical_date import HistoricalDate


def parse(text: str, settings: DateSettings = DEFAULT_SETTINGS) -> HistoricalDate:
    """Return the date that an EDTF text denotes; raise DateError, with hint and fixes, if it is none."""
    try:
        return _read(text, settings)
    except DateError as found:
        # Only a text that cannot be read pays for the search for what its author meant.
        from timeline_app.chrono.date_explain import explain

        raise explain(text, found, lambda fix: can_be_read(fix, settings)) from None


def can_be_read(text: str, settings: DateSettings = DEFAULT_SETTINGS) -> bool:
    """Tell whether a text is valid EDTF; settings only decide which seasons and hours come first."""
    try:
        _read(text, settings)
    except DateError:
        return False
    return True


def _read(text: str, settings: DateSettings) -> HistoricalDate:
    if text.startswith(("[", "{")):
        return read_set(text, settings)
    if text.count("/") == 1:
        return read_interval(text, settings)
    return read_atom(text, settings)
