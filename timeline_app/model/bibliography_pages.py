# SPDX-License-Identifier: MIT
"""Lists of references to be read: as a page of HTML that stands by itself, and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from timeline_app.model.bibliography import Entry, alphabetical
from timeline_app.model.citation_runs import Cited, in_markdown
from timeline_app.model.citation_styles import CitationStyle

_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5; }}
.entry {{ margin: 0 0 .6em; padding-left: 2em; text-indent: -2em; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<h1>{title}</h1>
{notes}{entries}</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a list says beside its works: its title, its language, and sentences about what it is a list of."""

    title: str
    language: str = "en"
    notes: Sequence[str] = ()


def as_html(entries: Sequence[Entry], style: CitationStyle, words: PageWords) -> str:
    """Return a page of HTML; it loads nothing from anywhere."""
    notes = "".join(f"<p>{escape(note)}</p>\n" for note in words.notes)
    told = "".join(
        f'<p class="entry" id="{escape(name)}">{cited.html}</p>\n'
        for name, cited in _in_order(entries, style)
    )
    return _PAGE.format(language=escape(words.language), title=escape(words.title), notes=notes, entries=told)


def as_markdown(entries: Sequence[Entry], style: CitationStyle, words: PageWords) -> str:
    """Return a list in Markdown."""
    blocks = [f"# {in_markdown(words.title)}", *(in_markdown(note) for note in words.notes)]
    told = "\n".join(f"- {cited.markdown}" for _, cited in _in_order(entries, style))
    return "\n\n".join((*blocks, told)).rstrip() + "\n"


def _in_order(entries: Sequence[Entry], style: CitationStyle) -> list[tuple[str, Cited]]:
    """Return works as they are cited, in the order of their first letters: each style begins differently."""
    told = [(entry.id, entry.cited(style)) for entry in entries]
    return sorted(told, key=lambda pair: alphabetical(pair[1].text))
