# SPDX-License-Identifier: MIT
"""The parts of a text that say since when they are known: `[these words]{since=2004}`.

Told as of a moment, a text stands without the parts that were learnt later. The brackets are written as in the
exhibit's Markdown, but they count in every text alike, titles and names included.
"""

from __future__ import annotations

import re
from typing import Final, Protocol

BEGINS_ATTRIBUTES: Final = "]{"
"""A text without these two characters has no such parts."""

_ATTRIBUTES: Final = re.compile(r"\{\s*(?:[\w-]+\s*=\s*(?:\"[^\"]*\"|[^\s\"{}]+)\s*)*\}")
_ATTRIBUTE: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s\"{}]+))")
_BRACKET: Final = re.compile(r"[\[\]]")
_SPACE_BEFORE: Final = re.compile(r"[ \t]+$")
_CLOSES: Final = frozenset(".,;:!?)…\n")


class HoldsBack(Protocol):
    """Tells which parts of a text were learnt too late to be shown."""

    def holds_back(self, since: str) -> bool:
        """Tell whether a part that was learnt `since` a date is held back."""


def plain_words(text: str, known_by: HoldsBack | None) -> str:
    """Return a text's words alone: without brackets, and without the parts that are held back."""
    return _told(text, known_by, keeps_brackets=False) if BEGINS_ATTRIBUTES in text else text


def kept_markup(text: str, known_by: HoldsBack | None) -> str:
    """Return a text of marks and brackets without the parts that are held back; the others keep theirs."""
    if known_by is None or BEGINS_ATTRIBUTES not in text:
        return text
    return _told(text, known_by, keeps_brackets=True)


def _told(text: str, known_by: HoldsBack | None, *, keeps_brackets: bool) -> str:
    """Go through the parts from left to right, each before those that it holds."""
    told, at = "", 0
    skipped: set[int] = set()
    for first, close, end, since in _parts(text):
        if first < at:
            continue  # It lies in a part that is held back.
        told, at = told + _without(text[at:first], skipped, at), first
        if known_by is not None and known_by.holds_back(since):
            told, at = _joined(told, text, end)
        elif not keeps_brackets:
            at = first + 1
            skipped.update(range(close, end))
    return told + _without(text[at:], skipped, at)


def _without(piece: str, skipped: set[int], start: int) -> str:
    """Return a piece of a text without the ends of parts that stay."""
    if not skipped:
        return piece
    return "".join(letter for at, letter in enumerate(piece, start) if at not in skipped)


def _joined(told: str, text: str, end: int) -> tuple[str, int]:
    """Leave one space, not two, where a part was, and none before what closes a sentence."""
    if not told or told[-1].isspace():
        while text[end : end + 1] == " ":
            end += 1
    if end == len(text) or text[end] in _CLOSES:
        told = _SPACE_BEFORE.sub("", told)
    return told, end


def _parts(text: str) -> list[tuple[int, int, int, str]]:
    """Return bracket, closing bracket, end and date of each part that has a date, in the order of the brackets."""
    found: list[tuple[int, int, int, str]] = []
    open_at: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            open_at.append(bracket.start())
        elif open_at:
            first = open_at.pop()
            attributes = _ATTRIBUTES.match(text, bracket.end())
            since = _since_in(attributes[0]) if attributes else None
            if attributes and since is not None:
                found.append((first, bracket.start(), attributes.end(), since))
    return sorted(found)


def _since_in(attributes: str) -> str | None:
    """Return the date among the attributes of a part, None if they give none."""
    found = (each for each in _ATTRIBUTE.finditer(attributes) if each[1] == "since")
    return next((each[2] if each[2] is not None else each[3] for each in found), None)
