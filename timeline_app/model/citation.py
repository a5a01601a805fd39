# SPDX-License-Identifier: MIT
"""How a work is referred to in a word or two: by author and year. `citation_styles` cites it in full."""

from __future__ import annotations

import re
from typing import Final

from timeline_app.base.text_value import Reader
from timeline_app.model import records

_LONGEST_TITLE: Final = 48
_MOST_NAMES: Final = 2
_YEAR: Final = re.compile(r"-?\d{4,}(?!\d)")


def short_citation(source: records.Source, reader: Reader, *, with_title: bool = False) -> str:
    """Return author and year for references to a work; its title too where that alone would not tell it."""
    title = source.title.for_reader(reader).text
    names = [name.family or name.literal or name.given for name in source.author or source.editor]
    years = _YEAR.findall(re.sub(r"(?<=\d)-\d\d", "", source.issued or ""))
    year = "" if not years else years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
    if not names:
        return f"{title} {year}".rstrip()
    told = f"{names[0]} et al." if len(names) > _MOST_NAMES else " & ".join(names)
    head = f"{told} {year}".rstrip()
    return f"{head}, “{_short_title(title)}”" if with_title or not year else head


def _short_title(title: str) -> str:
    """Return what stands before a subtitle or a bracket, and no more than a line of it."""
    head = re.split(r"[:：;\[(]", title, maxsplit=1)[0].strip() or title
    return head if len(head) <= _LONGEST_TITLE else f"{head[: _LONGEST_TITLE - 1].rstrip()}…"
