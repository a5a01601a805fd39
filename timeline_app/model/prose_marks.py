# SPDX-License-Identifier: MIT
"""How a source mark is written: one grammar for reading a text and for checking it.

[@source]  [@source, p. 3]  [@a; @b, p. 4]  [#excerpt]
[these words]{cite="#excerpt" words="to rid itself"}  [these words]{since=2004}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ID: Final = re.compile(r"\w(?:[\w.:-]*\w)?")
"""The ids that a mark can name."""

BRACKETED: Final = re.compile(r"\[((?=[@#]\w)[^\[\]]*)\]")
"""A mark in square brackets; group 1 holds what it cites."""

ATTRIBUTES: Final = re.compile(r"\{\s*((?:[\w-]+\s*=\s*(?:\"[^\"]*\"|[^\s\"{}]+)\s*)*)\}")
"""What follows bracketed words: `{cite="#x" words="…" since=2004}`."""

_ATTRIBUTE: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s\"{}]+))")
_CITED: Final = re.compile(rf"\s*([@#])({ID.pattern})\s*(?:,\s*(.*))?", re.DOTALL)
_CITE_ATTRIBUTE: Final = re.compile(r"\]\{[^{}]*?\bcite\s*=\s*(?:\"([^\"]*)\"|([^\s\"{}]+))[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Citation:
    """What one part of a mark names."""

    target: str
    is_excerpt: bool
    locator: str = ""


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark found in a text: where its list of citations stands, and what it cites."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def citations_of(cited: str) -> tuple[Citation, ...]:
    """Read `@a; @b, p. 4`; empty if any part is none."""
    found: list[Citation] = []
    for part in re.split(r";(?=\s*[@#])", cited):
        match = _CITED.fullmatch(part)
        if match is None:
            return ()
        locator = " ".join((match[3] or "").split())
        found.append(Citation(match[2], match[1] == "#", locator))
    return tuple(found)


def attributes_of(text: str) -> dict[str, str]:
    """Read the inside of `{cite="#x" since=2004}`."""
    return {match[1]: match[2] if match[2] is not None else match[3] for match in _ATTRIBUTE.finditer(text)}


def marks_in(text: str) -> Iterator[FoundMark]:
    """Yield the marks of a Markdown text in order, without reading the rest of it."""
    if "@" not in text and "#" not in text:
        return
    found = [
        FoundMark(match.start(1), match.end(1), citations_of(match[1])) for match in BRACKETED.finditer(text)
    ]
    for match in _CITE_ATTRIBUTE.finditer(text):
        group = 1 if match[1] is not None else 2
        found.append(FoundMark(match.start(group), match.end(group), citations_of(match[group])))
    for mark in sorted(found, key=lambda mark: mark.start):
        if mark.citations:
            yield mark
