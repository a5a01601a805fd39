# SPDX-License-Identifier: MIT
"""What a reader types, taken apart: words, phrases in quotation marks, and questions such as `lane:japan`.

All of it must hold. A word stands for all that begins with it; a phrase for exactly these words in this order.
What cannot be understood is told, and the rest is looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from timeline_app.search.folding import folded, runs_of

FieldName = Literal["lane", "person", "place", "source", "kind", "tag", "date"]
FIELDS: Final[tuple[FieldName, ...]] = get_args(FieldName)

_QUOTED: Final = '"“”„«»「」『』'
_PART: Final = re.compile(
    rf"""
    (?:(?P<field>[a-zａ-ｚ]+)[:：](?=[^\s]))?      # lane:
    (?:[{_QUOTED}](?P<phrase>[^{_QUOTED}]*)[{_QUOTED}]?|(?P<word>[^\s{_QUOTED}]+))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """Something that must stand in a text: its runs follow each other; the last is a beginning unless `is_whole`."""

    text: str
    is_whole: bool = False
    typed: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"“{self.typed or self.text}”"


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """Something that must be true of an event."""

    field: FieldName
    value: str
    is_whole: bool = False

    def __str__(self) -> str:
        return f"{self.field}:“{self.value}”" if self.is_whole else f"{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed. `unknown` are parts that look like questions but are none; they are looked for as words."""

    terms: tuple[Term, ...] = ()
    fields: tuple[FieldTerm, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.terms and not self.fields

    def without(self, part: Term | FieldTerm) -> Query:
        """Return what is asked without one of its parts."""
        return replace(
            self,
            terms=tuple(term for term in self.terms if term is not part),
            fields=tuple(field for field in self.fields if field is not part),
        )


def parse_query(text: str) -> Query:
    """Take apart what a reader types; never fails."""
    terms: list[Term] = []
    fields: list[FieldTerm] = []
    unknown: list[str] = []
    for match in _PART.finditer(text):
        phrase, word = match["phrase"], match["word"]
        value = phrase if phrase is not None else word
        name = folded(match["field"] or "")
        if name in FIELDS and value.strip():
            fields.append(FieldTerm(_field(name), value.strip(), phrase is not None))
            continue
        if name:
            unknown.append(name)
            value = f"{name} {value}"
        searched = " ".join(run.text for run in runs_of(folded(value)))
        if searched:
            terms.append(Term(folded(value).strip(), phrase is not None, value.strip()))
    return Query(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(fields)), tuple(dict.fromkeys(unknown)))


def _field(name: str) -> FieldName:
    return next(known for known in FIELDS if known == name)
