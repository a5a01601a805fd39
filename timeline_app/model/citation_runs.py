# SPDX-License-Identifier: MIT
"""Puts the pieces of a citation together: what stands between them, and no punctuation mark twice.

A layout is a tree of groups. A group writes its parts with its delimiter between them and leaves out those that
are empty; one of which nothing is left is left out with what stands before and after it. American rules hold for
quotation marks, as Chicago and MLA ask for them: a comma or full stop goes inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

_ENDS_ITSELF: Final = (".", "?", "!", "…", "。", "？", "！")
_CLOSING_QUOTES: Final = re.compile("['’]?”$")
_CJK: Final = re.compile(
    "([\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+)"
)
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_WEB: Final = ("https://", "http://")


class CitedRun(NamedTuple):
    """A piece of a citation: words, whether they are in italics, and whether they are an address."""

    text: str
    is_italic: bool = False
    is_address: bool = False


Runs = tuple[CitedRun, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a style has it, as plain and as rich text."""

    runs: Runs

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)

    @property
    def html(self) -> str:
        """The words with italics, for a clipboard or a page; an address of the web is a link."""
        return "".join(_as_html(run) for run in self.runs)

    @property
    def markdown(self) -> str:
        """The words with italics as Markdown has them."""
        return "".join(_as_markdown(run) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Group:
    """Parts with a delimiter between them; `before` and `after` stand only where a part does."""

    delimiter: str
    parts: tuple[Part, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """One layout where a field is filled, another one where it is not."""

    field: str
    there: Part
    absent: Part = ""


Part = str | Group | When
"""The name of a field, "" for nothing, or a layout of its own."""


def seq(delimiter: str, *parts: Part, before: str = "", after: str = "") -> Group:
    """Return a group."""
    return Group(delimiter, parts, before, after)


def with_word(before: str, part: Part, after: str = "") -> Group:
    """Return a part with words around it."""
    return Group("", (part,), before, after)


def lay_out(part: Part, fields: Mapping[str, Runs]) -> Runs:
    """Return a layout filled with fields."""
    if isinstance(part, str):
        return fields.get(part, ())
    if isinstance(part, When):
        return lay_out(part.there if fields.get(part.field) else part.absent, fields)
    found: list[CitedRun] = []
    for inner in part.parts:
        runs = lay_out(inner, fields)
        if not runs:
            continue
        if found:
            add_mark(found, part.delimiter)
        found.extend(runs)
    if not found:
        return ()
    if part.after:
        add_mark(found, part.after)
    return (CitedRun(part.before), *found) if part.before else tuple(found)


def add_mark(runs: list[CitedRun], words: str) -> None:
    """Add what stands between two parts, or after the last one."""
    mark, last = words[:1], runs[-1]
    if mark not in {".", ","} or last.is_address:
        runs.append(CitedRun(words))
        return
    match = _CLOSING_QUOTES.search(last.text)
    bare, quotes = (last.text[: match.start()], match[0]) if match else (last.text, "")
    rest = words[1:]
    if _is_superfluous(mark, bare, quotes):
        mark = ""
    if quotes and mark:
        runs[-1] = last._replace(text=f"{bare}{mark}{quotes}")
        mark = ""
    if mark + rest:
        runs.append(CitedRun(mark + rest))


def _is_superfluous(mark: str, bare: str, quotes: str) -> bool:
    """Tell whether a text has its own end already; a comma is only left out after another one."""
    return bare.endswith(_ENDS_ITSELF) if mark == "." else bare.endswith(",") and not quotes


def settled(runs: Iterable[CitedRun]) -> Runs:
    """Return runs with those of one style put together."""
    return tuple(
        CitedRun("".join(run.text for run in same), *style)
        for style, same in groupby(runs, key=lambda run: (run.is_italic, run.is_address))
    )


def _as_html(run: CitedRun) -> str:
    # Needed by clipboard and files alone.
    from html import escape

    words = escape(run.text)
    if run.is_address and run.text.startswith(_WEB):
        return f'<a href="{words}">{words}</a>'
    if not run.is_italic:
        return words
    # Slanted kana, hangul and ideographs are a fault: Chicago leaves them upright.
    pieces = enumerate(_CJK.split(words))
    return "".join(
        piece if number % 2 or not piece.strip() else f"<i>{piece}</i>" for number, piece in pieces
    )


def _as_markdown(run: CitedRun) -> str:
    if run.is_address and run.text.startswith(_WEB) and not re.search(r"[\s<>]", run.text):
        return f"<{run.text}>"
    words = in_markdown(run.text)
    if not run.is_italic:
        return words
    # Markdown takes a star beside a blank for a star.
    bare = words.strip()
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{lead}*{bare}*{trail}"


def in_markdown(text: str) -> str:
    """Return words as Markdown shows them unchanged."""
    return _MARKDOWN.sub(r"\\\1", text)
