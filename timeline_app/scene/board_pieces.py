# SPDX-License-Identifier: MIT
"""Things too long for one sheet, in pieces: each ends with a sentence, and has with it who speaks and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from timeline_app.scene.board import FLEXIBLE, BoardColumn, BoardText

Fits = Callable[[BoardColumn], bool]
"""Tells whether a column has room on a sheet of its own."""
Stretch = tuple[int, int, int]
"""Of which text, its first character and its last."""


def pieces_of(column: BoardColumn, fits: Fits) -> tuple[BoardColumn, ...]:
    """Return a column in as few pieces as have room, each with its texts that stand whole.

    A sentence that has no room by itself is broken between words; what has none at all stands as it is.
    """
    if fits(column) or not fits(_with(column, ())):
        return (column,)
    waiting = [
        (at, start, end)
        for at, text in enumerate(column.texts)
        if text.role in FLEXIBLE
        for start, end in text.sentences()
    ]
    found: list[BoardColumn] = []
    taken: list[Stretch] = []
    while waiting:
        if fits(_with(column, [*taken, waiting[0]])):
            taken.append(waiting.pop(0))
        elif taken:
            found.append(_with(column, taken))
            taken = []
        else:
            broken = _halves(column, waiting[0])
            waiting[:1] = broken
            if len(broken) == 1:
                taken.append(waiting.pop(0))
    if taken:
        found.append(_with(column, taken))
    # A chart or a map is shown once.
    return (*(replace(each, figure=None, mapped="") for each in found[:-1]), *found[-1:]) or (column,)


def _with(column: BoardColumn, taken: Sequence[Stretch]) -> BoardColumn:
    """Return a column with these stretches of what may go on upon another sheet, and all that may not."""
    texts: list[BoardText] = []
    for at, text in enumerate(column.texts):
        if text.role not in FLEXIBLE:
            texts.append(text)
            continue
        of_text = [stretch for stretch in taken if stretch[0] == at]
        if of_text:
            texts.append(text.part(of_text[0][1], of_text[-1][2]))
    return replace(column, texts=tuple(texts))


def _halves(column: BoardColumn, stretch: Stretch) -> list[Stretch]:
    """Return a stretch in two parts broken between words, or as it is where it is one word."""
    at, start, end = stretch
    words = column.texts[at].words
    spaces = [place + 1 for place in range(start, end - 1) if words[place].isspace()]
    if not spaces:
        return [stretch]
    middle = min(spaces, key=lambda place: abs(place - (start + end) / 2))
    return [(at, first, last) for first, last in pairwise((start, middle, end))]
