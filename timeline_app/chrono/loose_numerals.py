# SPDX-License-Identifier: MIT
"""Numbers in Chinese characters, as Japanese and Korean dates have them: 昭和三十四年, 一九五九年, 二千年."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}
_NUMBER: Final = re.compile(f"(?<![0-9])[{''.join(_DIGITS)}{''.join(_PLACES)}]+(?=年|月|日|世紀|億|万|歳)")


def with_plain_digits(text: str) -> str:
    """Return the text with its counting characters before 年, 月, 日 and the like as digits."""
    return _NUMBER.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    written = match[0]
    if not any(character in _PLACES for character in written):
        return "".join(str(_DIGITS[character]) for character in written)
    total, digit = 0, None
    for character in written:
        if character in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[character]
            digit = None
        elif digit is None:
            digit = _DIGITS[character]
        else:
            # 一二十 is no number.
            return written
    return str(total + (digit or 0))
