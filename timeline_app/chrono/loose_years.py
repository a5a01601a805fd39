# SPDX-License-Identifier: MIT
"""Years as people write them: 1959, 44 BC, AD 79, 10,000 BC."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.chrono.loose_context import refused

YEAR: Final = (
    r"(?P<year>[0-9]{4}|(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}) (?:bc|ad)|(?:bc|ad) ?[0-9]{1,5})(?![0-9])"
)
"""A year that can be told from a day: four digits, or BC or AD with it."""


def year_number(words: str) -> int:
    """Return the astronomical year: 44 BC is -43; refuse 0 BC and AD 0."""
    digits = int(re.sub(r"[^0-9]", "", words))
    if words.isdecimal():
        return digits
    if digits == 0:
        raise refused("year-zero", "year-zero")
    return 1 - digits if "bc" in words else digits
