# SPDX-License-Identifier: MIT
"""Text as it is searched: without case, accents and widths, and with a way back to the letters as they stand.

Words are runs of letters and digits. Chinese, Japanese and Korean are written without dependable gaps, so each of
their characters is a word of its own, and what is looked for among them is found by pairs (`index`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from timeline_app.base.letters import clusters

_EAST_ASIAN: Final = "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3040-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN: Final = re.compile(rf"[{_EAST_ASIAN}]+|[^\W_{_EAST_ASIAN}]+")
_ONE_EAST_ASIAN: Final = re.compile(rf"[{_EAST_ASIAN}]")
_KANA_MARKS: Final = frozenset("\u3099\u309a\uff9e\uff9f")
"""Voiced marks make another letter, not the same one with an accent."""
_CLUSTER: Final = re.compile(r"[\u1100-\u11ff]+|.", re.DOTALL)
"""A letter, or the parts of a Korean syllable."""
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts` and `ends` tell for each of its characters where that stands in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the original that a stretch of the folded text comes from; it must not be empty."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> str:
    """Return a text without case, accents and widths."""
    if text.isascii():
        return text.lower()
    return "".join(_piece(text[start:end]) for start, end in clusters(text, _CLUSTER, _KANA_MARKS))


def folded_with_places(text: str) -> Folded:
    """Return a folded text with the places of its characters in the original."""
    if text.isascii():
        return Folded(text.lower(), tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in clusters(text, _CLUSTER, _KANA_MARKS):
        piece = _piece(text[start:end])
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded("".join(pieces), tuple(starts), tuple(ends))


def _piece(cluster: str) -> str:
    """Fold a letter with all that stands on it."""
    if cluster in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", cluster).casefold()
    if plain.isascii() or _ONE_EAST_ASIAN.search(plain):
        return plain
    bare = "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one script in a folded text: a word, or East Asian characters without a gap."""

    text: str
    start: int
    end: int
    is_east_asian: bool


def runs_of(text: str) -> Iterator[Run]:
    """Yield the runs of a folded text; what is neither letter nor digit parts them."""
    for match in _RUN.finditer(text):
        yield Run(match[0], match.start(), match.end(), _ONE_EAST_ASIAN.match(match[0]) is not None)


def pairs_of(text: str) -> Iterator[str]:
    """Yield the pairs of neighbouring characters in a run."""
    return (text[place : place + 2] for place in range(len(text) - 1))


def word_starts(text: str) -> tuple[int, ...]:
    """Return where the words of a folded text begin; every East Asian character begins one."""
    found: list[int] = []
    for run in runs_of(text):
        found.extend(range(run.start, run.end) if run.is_east_asian else (run.start,))
    return tuple(found)


def is_word_end(text: str, at: int) -> bool:
    """Tell whether a word of a folded text ends at a place."""
    if not 0 < at < len(text):
        return True
    run = _RUN.match(text, at - 1)
    return run is None or run.end() == at or _ONE_EAST_ASIAN.match(text[at - 1]) is not None
