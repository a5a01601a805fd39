# SPDX-License-Identifier: MIT
"""Brings an author's words to one form: one kind of dash, quote and space, small letters, plain digits, bc and ad."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 160
"""Characters; what is longer is a sentence, not a date."""

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58", "-"),
        **dict.fromkeys("\u301c\u223c\u02dc", "~"),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032`", "'"),
        "\u3001": ",",
        "\ufeff": "",
        "\u200b": "",
    }
)
_ACCENTS: Final = str.maketrans("āēīōūĀĒĪŌŪ", "aeiouaeiou")
_BC: Final = re.compile(r"(?<![a-z])(?:b\.? ?c\.?(?: ?e\.?)?|before christ)(?![a-z])")
_AD: Final = re.compile(r"(?<![a-z])(?:a\. ?d\.?|ad|c\.e\.?|ce|anno domini)(?![a-z])")
_WIDE: Final = ("<wide>", "<narrow>")


def plain_text(text: str) -> str | None:
    """Return the words in plain form; None if they cannot be a date: too long, or digits that are no digits.

    A footnote mark (1959²), a fraction or a number in a circle would become digits of the year: such a text
    is not read.
    """
    stripped = text.strip()
    if not 0 < len(stripped) <= LONGEST:
        return None
    if not stripped.isascii():
        if any(_hides_digits(character) for character in stripped if character > "\x7f"):
            return None
        stripped = unicodedata.normalize("NFKC", stripped.translate(_SIGNS)).translate(_SIGNS)
        stripped = stripped.translate(_ACCENTS)
    words = stripped.casefold()
    if "c" in words or "a" in words:
        words = _AD.sub(" ad ", _BC.sub(" bc ", words))
    words = " ".join(words.split())
    return words.replace(" ,", ",").rstrip(",;").removesuffix(" .") or None


def _hides_digits(character: str) -> bool:
    if unicodedata.decomposition(character).startswith(_WIDE):
        return False
    return (character.isnumeric() and not _is_ideograph(character)) or _becomes_digits(character)


def _becomes_digits(character: str) -> bool:
    return any("0" <= part <= "9" for part in unicodedata.normalize("NFKC", character))


def _is_ideograph(character: str) -> bool:
    """Tell whether this is a Chinese character such as 三, which counts but hides nothing."""
    return "\u3005" <= character <= "\u3007" or "\u4e00" <= character <= "\u9fff"
