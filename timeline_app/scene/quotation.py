# SPDX-License-Identifier: MIT
"""Quotation marks as each language sets them."""

from __future__ import annotations

from typing import Final

_QUOTES: Final = {"ja": ("「", "」"), "zh": ("「", "」"), "fr": ("« ", " »"), "de": ("„", "“")}
_ENGLISH: Final = ("“", "”")
ELLIPSIS: Final = "…"


def quotes_of(language: str) -> tuple[str, str]:
    """Return the opening and the closing mark of a language."""
    return _QUOTES.get(language.partition("-")[0], _ENGLISH)
