# SPDX-License-Identifier: MIT
"""Where the words that were looked for stand in a text, and a line of that text around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from timeline_app.search.folding import (
    Folded,
    Run,
    folded_with_places,
    is_word_end,
    runs_of,
    word_starts,
)
from timeline_app.search.query import Term

LENGTH: Final = 110
"""So many characters of a text are told at the most; East Asian text counts double."""
ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text; `lit` are the stretches of what was found in it, as (start, end) in its characters."""

    text: str
    lit: tuple[tuple[int, int], ...] = ()


def places_of(terms: Iterable[Term], text: str) -> tuple[tuple[int, int], ...]:
    """Return where the terms stand in a text, joined where they meet; as (start, end) in its own characters."""
    return _places_in(terms, folded_with_places(text))


def holds_all(terms: Sequence[Term], texts: Sequence[str]) -> bool:
    """Tell whether each term stands in one of some texts."""
    folded_texts = [folded_with_places(text) for text in texts]
    return all(any(_found(term, text) for text in folded_texts) for term in terms)


def _places_in(terms: Iterable[Term], text: Folded) -> tuple[tuple[int, int], ...]:
    spots = sorted(text.stretch(start, end) for term in terms for start, end in _found(term, text))
    joined: list[tuple[int, int]] = []
    for start, end in spots:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _found(term: Term, text: Folded) -> list[tuple[int, int]]:
    """Return where a term stands in a folded text: each of its runs after the other, gaps of any kind between."""
    wanted = list(runs_of(term.text))
    if not wanted:
        return []
    found: list[tuple[int, int]] = []
    for start in word_starts(text.text):
        end = _match_at(wanted, text.text, start, is_whole=term.is_whole)
        if end is not None and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _match_at(wanted: list[Run], text: str, start: int, *, is_whole: bool) -> int | None:
    """Return where the runs end that begin at a place, None where they do not stand there."""
    at = start
    for place, run in enumerate(wanted):
        if not text.startswith(run.text, at):
            return None
        at += len(run.text)
        is_last = place == len(wanted) - 1
        if (is_whole or not is_last) and not is_word_end(text, at):
            return None
        if not is_last:
            at = _next_word(text, at)
    return at


def _next_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at


def snippet_of(terms: Sequence[Term], text: str) -> Snippet | None:
    """Return a line of a text around the first of the terms in it, None where none stands there."""
    flat = " ".join(text.split())
    lit = places_of(terms, flat)
    if not lit:
        return None
    budget = LENGTH if flat.isascii() or _narrow(flat) else LENGTH // 2
    if len(flat) <= budget:
        return Snippet(flat, lit)
    begin = max(0, lit[0][0] - budget // 3)
    if begin and (blank := flat.find(" ", begin, lit[0][0])) >= 0:
        begin = blank + 1
    end = min(len(flat), begin + budget)
    if end < len(flat) and flat[:end].rfind(" ") > lit[0][1]:
        end = flat[:end].rfind(" ")
    head = ELLIPSIS if begin else ""
    piece = head + flat[begin:end] + (ELLIPSIS if end < len(flat) else "")
    moved = len(head) - begin
    return Snippet(
        piece, tuple((start + moved, stop + moved) for start, stop in lit if begin <= start and stop <= end)
    )


def _narrow(text: str) -> bool:
    """Tell whether a text is mostly of letters half as wide as East Asian ones."""
    wide = sum(ord(sign) >= 0x2E80 for sign in text)  # noqa: PLR2004 - where East Asian characters begin
    return wide * 3 < len(text)
