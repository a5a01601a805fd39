# SPDX-License-Identifier: MIT
"""Reads the forms of the EDTF draft of 2012 that archives still hold: 199u, 2004-(06)?-11, 1984?~, y17e7, /open."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.chrono.loose_context import marked

_OF_THE_DRAFT: Final = re.compile(r"[uxy()]|[?~%]{2}|/open|/unknown|unknown/|open/")
_SHAPE: Final = re.compile(r"[-0-9uxye()?~%/]+")
_WORDS: Final = {"open": "..", "unknown": ""}
_TOKEN: Final = re.compile(r"(?P<number>-?[0-9UX]{4}|[0-9UX]{2})|(?P<sign>[()])|(?P<marks>[?~%]+)|-")
_MOST_PARTS: Final = 3


def edtf_of_draft(text: str) -> str | None:
    """Return today's form of a date in the draft's form, None if it is none.

    In the draft a mark behind brackets belongs to what they hold, and one behind a bare component to it and
    all before it that stands in no brackets.
    """
    if _OF_THE_DRAFT.search(text) is None:
        return None
    ends = text.split("/")
    if len(ends) > 1:
        ends = [_WORDS.get(end, end) for end in ends]
    if not all(end in {"", ".."} or _SHAPE.fullmatch(end) for end in ends):
        return None
    written = [end if end in {"", ".."} else _of_today(end.upper()) for end in ends]
    return None if None in written else "/".join(end or "" for end in written)


def _of_today(text: str) -> str | None:
    bracketed = _unbracketed(text) if "(" in text or ")" in text else text
    if bracketed is None:
        return None
    plain = re.sub(r"[?~%]{2,}", lambda marks: "%" if len(set(marks[0])) > 1 else marks[0][0], bracketed)
    return plain if plain.startswith("Y") else plain.replace("U", "X")


def _unbracketed(text: str) -> str | None:
    """Return each component with its own mark before it."""
    parts: list[str] = []
    marks: list[str] = []
    opened: list[int] = []
    closed: int | None = None
    in_brackets: set[int] = set()
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        at = match.end()
        if match["number"]:
            parts.append(match["number"])
            marks.append("")
        elif match["sign"] == "(":
            opened.append(len(parts))
        elif match["sign"] == ")":
            if not opened:
                return None
            closed = opened.pop()
            in_brackets.update(range(closed, len(parts)))
            continue
        elif match["marks"]:
            first = 0 if closed is None else closed
            for index in range(first, len(parts)):
                if closed is not None or index not in in_brackets:
                    marks[index] = _with_marks(marks[index], match["marks"])
        closed = None
    if opened or not 0 < len(parts) <= _MOST_PARTS:
        return None
    return "-".join(mark + part for mark, part in zip(marks, parts, strict=True))


def _with_marks(mark: str, more: str) -> str:
    for one in more:
        mark = "%" if one == "%" else marked(f"0{mark}", one)[1:]
    return mark
