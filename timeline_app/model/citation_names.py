# SPDX-License-Identifier: MIT
"""Names of authors as citation styles write them.

A name in Chinese, Japanese or Korean script has the family name first in every style, without a comma; so has,
without a comma, a romanised one of which the file says so (`static-ordering`, as CSL calls it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.model.records import CslName

_CJK: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class NameRule:
    """How a list of names is written.

    `inverted` tells which names begin with the family name: none, the first, or all. Where there are `most` names
    or more, only the `first` ones are told. `comma_of_two` puts a comma between two names: "always", or where the first
    one is "inverted". `shows_last` ends a shortened list with its last name instead of "et al.".
    """

    inverted: str = "none"
    conjunction: str = "and"
    has_initials: bool = False
    is_short: bool = False
    most: int = 4
    first: int = 1
    comma_of_two: str = ""
    shows_last: bool = False


def names_in_style(names: Sequence[CslName], rule: NameRule) -> str:
    """Return names as a rule has them."""
    told = [
        text
        for number, name in enumerate(names)
        if (text := one_name(name, rule, is_inverted=_is_inverted(number, rule)))
    ]
    if len(told) >= rule.most:
        shown = ", ".join(told[: rule.first])
        if rule.shows_last:
            return f"{shown}, . . . {told[-1]}"
        comma = "," if rule.first > 1 or "," in shown else ""
        return f"{shown}{comma} et al."
    if len(told) <= 1:
        return "".join(told)
    if len(told) == _TWO:
        has_comma = rule.comma_of_two == "always" or (rule.comma_of_two == "inverted" and "," in told[0])
        comma = "," if has_comma else ""
        return f"{told[0]}{comma} {rule.conjunction} {told[1]}"
    return f"{', '.join(told[:-1])}, {rule.conjunction} {told[-1]}"


def _is_inverted(number: int, rule: NameRule) -> bool:
    return rule.inverted == "all" or (rule.inverted == "first" and number == 0)


def is_cjk(name: CslName) -> bool:
    """Tell whether a name is written in Chinese, Japanese or Korean script."""
    return bool(_CJK.search(name.family + name.given))


def one_name(name: CslName, rule: NameRule, *, is_inverted: bool) -> str:
    """Return one name."""
    if name.literal:
        return name.literal
    if rule.is_short and name.family:
        return name.family
    if not (name.family and name.given):
        return name.family or name.given
    if is_cjk(name):
        return name.family + name.given
    given = initials(name.given) if rule.has_initials else name.given
    if is_inverted and (rule.has_initials or not name.static_ordering):
        return f"{name.family}, {given}"
    return f"{name.family} {given}" if name.static_ordering else f"{given} {name.family}"


def initials(given: str) -> str:
    """Return the initials of given names; a hyphen between two stays."""
    return " ".join(
        "-".join(f"{piece[0]}." for piece in word.split("-") if piece) for word in given.split() if word
    )
