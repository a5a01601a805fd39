# SPDX-License-Identifier: MIT
"""Finds the words that a mark names in the words of an excerpt: by what is read, not by how it was typed.

Compatible characters, line breaks, quotation marks and invisible joiners do not count; letters and their
case do. The places found are those of the text as it stands, so that it can be lit as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from timeline_app.base.letters import clusters

EAST_ASIAN: Final = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]")
"""Characters between which a line break in the file is no space; Korean separates words by spaces."""

KEPT_TEXTS: Final = 16
"""Many marks of an event name words of the same few texts."""

_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SAME: Final = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-"}
)
_CLUSTER: Final = re.compile(r"[\u1100-\u11ff]+|\s+|.", re.DOTALL)
"""Conjoining jamo make syllables together; white space is one blank."""


def places_of(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where some words stand in a text, as (start, end) in its own characters; none for no words."""
    wanted = "".join(piece for piece, _, _ in _pieces(words)).strip()
    if not wanted:
        return ()
    whole, starts, ends = _as_read(text)
    found: list[tuple[int, int]] = []
    at = whole.find(wanted)
    while at >= 0:
        found.append((starts[at], ends[at + len(wanted) - 1]))
        at = whole.find(wanted, at + len(wanted))
    return tuple(found)


@lru_cache(maxsize=KEPT_TEXTS)
def _as_read(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return what is read of a text, and where each of its characters begins and ends in the text itself."""
    read: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _pieces(text):
        read.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return "".join(read), tuple(starts), tuple(ends)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is read of a text, piece by piece, with where each stands."""
    before = ""
    for start, end in clusters(text, _CLUSTER):
        raw = text[start:end]
        if raw.isspace():
            following = text[end : end + 1]
            # A line of the file may have ended here; a wide blank was typed on purpose.
            is_break = raw.isascii() and EAST_ASIAN.match(before) and EAST_ASIAN.match(following)
            if before != " " and not is_break:
                yield " ", start, end
                before = " "
            continue
        if raw in _INVISIBLE:
            continue
        before = raw[-1]
        yield unicodedata.normalize("NFKC", raw).translate(_SAME), start, end
