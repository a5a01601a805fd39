# SPDX-License-Identifier: MIT
"""Loose dates that count back from now: 66 Ma, 13.8 billion years ago, 12,000 years ago, 10,450 BP.

Nothing here depends on the day of reading. From a hundred thousand years on "ago" is rounded so much that the
last two thousand years do not count; an age of that size that is told more exactly is some time within its
rounding, whether those two thousand count or not. Nearer to us it is counted back from 1950, as archaeology
does, and is some time within the rounding of the number; what is nearer than that cannot be read without
knowing when it was written.
"""

from __future__ import annotations

import re
from typing import Final

from timeline_app.chrono.loose_context import Choices, LooseContext, refused, year_text

_NUMBER: Final = r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}(?:\.[0-9]{1,6})?)"
_AGO: Final = re.compile(
    rf"{_NUMBER}(?: (?P<size>thousand|million|billion|bn|thousand million))? ?(?:years|yrs?\.?)(?: ago| before present)"
)
_UNIT: Final = re.compile(rf"{_NUMBER} ?(?P<unit>ga|gya|bya|ma|mya|ka|kya)(?: ago| bp)?")
_BEFORE_PRESENT: Final = re.compile(rf"{_NUMBER} ?(?:years |cal\.? |yrs? )?b\.?p\.?")
_POWERS: Final = {
    "": 0,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "bn": 9,
    "thousand million": 9,
    "ga": 9,
    "gya": 9,
    "bya": 9,
    "ma": 6,
    "mya": 6,
    "ka": 3,
    "kya": 3,
}
_PRESENT: Final = 1950
_DEEP_UNIT: Final = 100_000
_LEAST_UNIT: Final = 1_000
_FAR_YEARS: Final = 100_000
_OUR_TIME_YEARS: Final = 2_000


def read_deep_time(text: str, context: LooseContext) -> Choices | None:
    """Read a number of years ago; None if the text is none."""
    match = _AGO.fullmatch(text) or _UNIT.fullmatch(text)
    if match is not None:
        found = match.groupdict()
        return (years_ago(match["number"], _POWERS[found.get("size") or found.get("unit") or ""], context),)
    match = _BEFORE_PRESENT.fullmatch(text)
    if match is None or "." in match["number"]:
        return None
    # "BP" is a laboratory's word: years before 1950, and never exact.
    context.tell("read-before-present", year=_PRESENT)
    return (f"{year_text(_PRESENT - int(match['number'].replace(',', '')))}~",)


def years_ago(number: str, power: int, context: LooseContext) -> str:
    """Return the EDTF of a number of years ago times a power of ten: 13.8 and 9 give `Y-138E8`."""
    whole, _, fraction = number.replace(",", "").partition(".")
    exponent = power - len(fraction)
    digits = int(whole + fraction)
    if digits == 0 or exponent < 0:
        raise refused("no-such-age", "age", number=number)
    years = digits * int(10**exponent)
    # Two digits of a round number count: 10,000 is 9,500 to 10,500. A fraction says itself how many do: 0.5 Ma.
    unit = min(int(10 ** _last_place(digits, exponent)), int(10 ** (len(str(years)) - 2)) or 1)
    if fraction:
        unit = int(10**exponent)
    if unit >= _DEEP_UNIT:
        return _deep_year(digits, exponent)
    if unit < _LEAST_UNIT:
        raise refused("ago-when", "ago-when", number=f"{years:,}")
    if years >= _FAR_YEARS:
        # Whole thousands, since dates of that age are told so. From when on they count back nobody says.
        context.tell("read-ago-far")
        margin = max(unit // 2, _LEAST_UNIT)
        return f"[{year_text(-years - margin)}..{year_text(_OUR_TIME_YEARS - years + margin)}]"
    context.tell("read-ago", year=_PRESENT)
    middle = _PRESENT - years
    return f"[{year_text(middle - unit // 2)}..{year_text(middle + unit // 2)}]"


def _last_place(digits: int, exponent: int) -> int:
    written = str(digits)
    return exponent + len(written) - len(written.rstrip("0"))


def _deep_year(digits: int, exponent: int) -> str:
    """Return `Y-66E6`: zeros at the end go to the exponent."""
    written = str(digits).rstrip("0")
    exponent += len(str(digits)) - len(written)
    return f"Y-{written}E{exponent}" if exponent else f"Y-{written}"
