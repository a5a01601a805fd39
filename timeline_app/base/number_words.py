# SPDX-License-Identifier: MIT
"""Whole numbers as templates ask for them: 10,000 · 13.8 (billions) · 138億 · 1억 3800만."""

from __future__ import annotations

from typing import Final

_FIRST_GROUPED: Final = 10_000
_DECIMAL_UNITS: Final = {"millions": 1_000_000, "billions": 1_000_000_000}
_MYRIAD: Final = 10_000
_AFTER_SIGNS: Final = {"myriads": "", "spaced-myriads": " "}


class Number(int):
    """A whole number that a template writes by its own rule, named after the colon of a place.

    `{year:grouped}` gives 1959 and 10,000. `{year:millions}` counts in millions, `{year:billions}` in
    thousand millions: 66, 2.3, 13.8. `{year:myriads 万億}` gives 1959, 6600万 and 138億, with one sign for
    each power of ten thousand; `{year:spaced-myriads 만억}` writes a space after each sign: 1억 3800만 년.
    So a language file needs no code of its own.
    """

    def __format__(self, rule: str) -> str:
        """Return the number by the named rule, or as Python's own format would."""
        name, _, signs = rule.partition(" ")
        if name == "grouped":
            return f"{int(self):,}" if abs(self) >= _FIRST_GROUPED else str(int(self))
        if name in _DECIMAL_UNITS:
            return _in_units(int(self), _DECIMAL_UNITS[name])
        if name in _AFTER_SIGNS:
            return _in_myriads(int(self), signs, _AFTER_SIGNS[name])
        return super().__format__(rule)


def _in_units(number: int, unit: int) -> str:
    """Return how many units a number is, as an exact decimal."""
    whole, rest = divmod(number, unit)
    width = len(str(unit)) - 1
    return f"{Number(whole):grouped}" + (f".{rest:0{width}d}".rstrip("0") if rest else "")


def _in_myriads(number: int, signs: str, after_sign: str) -> str:
    """Return a number in groups of four digits with a sign after each but the last; empty groups are left out."""
    groups: list[str] = []
    for sign in ("", *signs):
        is_last = len(groups) == len(signs)
        number, digits = (0, number) if is_last else divmod(number, _MYRIAD)
        groups.append(f"{digits}{sign}{after_sign if sign else ''}" if digits else "")
    return "".join(reversed(groups)) or "0"
