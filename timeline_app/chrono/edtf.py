# SPDX-License-Identifier: MIT
"""Reads EDTF, levels 0 to 2, with the extensions that exhibits need.

Accepted beyond the Library of Congress text of 2019: a qualifier after unknown digits (`195X~`), on
seasons and quarters (`1958-37~`), on long years (`Y-66E6~`); all of these, and times, as ends of intervals
and members of sets; seasons of years with unknown digits; times without seconds (`T09:30`). Not accepted:
the shorthands `19` and `193`, the basic format, fractions of a second, spaces, lower-case x.

Times stay where their author's clock put them; the written offset is checked and kept in the text.
"""

from __future__ import annotations

from functools import lru_cache

from timeline_app.chrono.edtf_atom import read_atom
from timeline_app.chrono.historical_date import HistoricalDate

_SET_OPENERS = ("[", "{")


def parse(text: str) -> HistoricalDate:
    """Return the date that an EDTF text denotes; raise DateError, with hint and fixes, if it is none."""
    if "/" in text or text.startswith(_SET_OPENERS):
        return _parse_composite(text)
    return read_atom(text)


@lru_cache(maxsize=4_096)
def _parse_composite(text: str) -> HistoricalDate:
    from timeline_app.chrono.edtf_composite import read_interval, read_set  # noqa: PLC0415

    if text.startswith(_SET_OPENERS):
        return read_set(text)
    return read_interval(text)
