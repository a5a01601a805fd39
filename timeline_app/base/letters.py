# SPDX-License-Identifier: MIT
"""Texts by what is read as one: a letter with all that stands on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator


def clusters(
    text: str, pieces: re.Pattern[str], marks: Container[str] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that are read as one: its pieces, each with the marks that follow it."""
    start = -1
    end = 0
    for match in pieces.finditer(text):
        first = match[0][0]
        if start >= 0 and (unicodedata.combining(first) or first in marks):
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = match.span()
    if start >= 0:
        yield start, end
