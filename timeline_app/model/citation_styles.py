# SPDX-License-Identifier: MIT
"""Citations in the styles that readers ask for: Chicago notes, Chicago author–date, MLA and APA.

The styles are English by their own rules, and so are citations whatever the language of the interface. Titles
stand as the file has them: no style's capitals are forced on names in four languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from timeline_app.model.citation_fields import FieldRule, Form, Work, fields_of
from timeline_app.model.citation_names import NameRule, names_in_style
from timeline_app.model.citation_runs import Cited, CitedRun, Part, add_mark, lay_out, settled


class CitationStyle(StrEnum):
    """The styles, by the names that settings and the command line use."""

    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_AUTHOR_DATE = "chicago-author-date"
    MLA = "mla"
    APA = "apa"


class Use(StrEnum):
    """Where a citation stands: a first note, a later note or the text, a list of works."""

    FULL = "full"
    SHORT = "short"
    ENTRY = "entry"


class Standing(NamedTuple):
    """How a work stands among the others of an exhibit.

    `letter` tells it from another one of the same author and year; `is_author_shared` says that the same author has
    other works.
    """

    letter: str = ""
    is_author_shared: bool = False


class _Layouts(NamedTuple):
    rule: FieldRule
    layouts: Mapping[Form, Part] | Part


_NOTES, _YEARS, _MLA, _APA = CitationStyle
_FULL, _SHORT, _ENTRY = Use


def _layouts(style: CitationStyle, use: Use) -> _Layouts:
    """Return how a style writes a use; only notes have a full form of their own, elsewhere it is the entry.

    The table of a style is loaded when it is first asked for: readers seldom need more than one.
    """
    if style is _MLA:
        from timeline_app.model import citation_mla as mla

        return _Layouts(mla.SHORT_RULE, mla.SHORT) if use is _SHORT else _Layouts(mla.ENTRY_RULE, mla.ENTRY)
    if style is _APA:
        from timeline_app.model import citation_apa as apa

        return _Layouts(apa.SHORT_RULE, apa.SHORT) if use is _SHORT else _Layouts(apa.ENTRY_RULE, apa.ENTRY)
    from timeline_app.model import citation_chicago as chicago

    if style is _YEARS:
        if use is _SHORT:
            return _Layouts(chicago.YEAR_RULE, chicago.YEAR_SHORT)
        return _Layouts(chicago.ENTRY_RULE, chicago.YEAR_ENTRY)
    return {
        _FULL: _Layouts(chicago.NOTE_RULE, chicago.NOTE),
        _SHORT: _Layouts(chicago.SHORT_RULE, chicago.SHORT),
        _ENTRY: _Layouts(chicago.ENTRY_RULE, chicago.ENTRY),
    }[use]


def cite_in_style(work: Work, style: CitationStyle, use: Use, *, tells_title: bool = False) -> Cited:
    """Return a citation; `tells_title` names the title beside the author where the style has none in the text."""
    rule, layouts = _layouts(style, use)
    fields = dict(fields_of(work, rule))
    if tells_title:
        fields["telling-title"] = fields["short-title"]
    runs = list(lay_out(layouts[work.form] if isinstance(layouts, Mapping) else layouts, fields))
    if use is not _SHORT or style is _NOTES:
        _close(runs, style)
    return Cited(settled(runs))


def _close(runs: list[CitedRun], style: CitationStyle) -> None:
    """End with a full stop; APA has none after an address."""
    if not runs or (style is _APA and _is_open_ended(runs)):
        return
    if runs[-1].is_address:
        runs.append(CitedRun("."))
    else:
        add_mark(runs, ".")


def _is_open_ended(runs: Sequence[CitedRun]) -> bool:
    """Tell whether an entry of APA ends with an address, or with the date of the original, which stays without a stop."""
    return runs[-1].is_address or any("(Original work " in run.text for run in runs[-3:])


def standings(works: Iterable[tuple[str, Work]]) -> dict[str, Standing]:
    """Return how works stand among each other, by id: letters go by title, as lists of references have them."""
    by_author: dict[str, list[tuple[str, Work]]] = {}
    for name, work in works:
        by_author.setdefault(_author(work), []).append((name, work))
    found: dict[str, Standing] = {}
    for author, same in by_author.items():
        by_year: dict[str, list[tuple[str, str]]] = {}
        for name, work in same:
            by_year.setdefault(_year(work), []).append((work.title[0].casefold(), name))
        for of_year in by_year.values():
            is_lettered = bool(author) and len(of_year) > 1
            for number, (_, name) in enumerate(sorted(of_year)):
                letter = letters(number) if is_lettered else ""
                found[name] = Standing(letter, bool(author) and len(same) > 1)
    return found


def letters(number: int) -> str:
    """Return a, b and so on; after z come aa and ab."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _author(work: Work) -> str:
    return names_in_style(work.record.author or work.record.editor, NameRule("all", most=1_000)).casefold()


def _year(work: Work) -> str:
    return (work.record.issued or "")[:4]
