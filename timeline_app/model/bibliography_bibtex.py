# SPDX-License-Identifier: MIT
"""Works as BibTeX: `year` and `month` for BibTeX itself, `date` with the whole EDTF for biblatex and biber."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from timeline_app.model.bibliography import Entry
from timeline_app.model.records import CslName

_TYPES: Final[Mapping[str, str]] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "classic": "book",
    "pamphlet": "booklet",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS: Final[Mapping[str, str]] = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
}
_HOUSES: Final[Mapping[str, str]] = {"techreport": "institution", "phdthesis": "school"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL: Final = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)
_YEAR: Final = re.compile(r"-?\d{4}")
_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])(?:-\d\d)?~?")
_KEY: Final = re.compile(r"[^A-Za-z0-9:_-]+")
_MASTERS: Final = "master"


def as_bibtex(entries: Iterable[Entry]) -> str:
    """Return works as a BibTeX file."""
    return "\n".join(_entry(entry) for entry in entries)


def _entry(entry: Entry) -> str:
    kind = _type(entry)
    fields = _fields(entry, kind)
    lines = [f"  {name} = {value}," for name, value in fields if value]
    return "\n".join((f"@{kind}{{{_KEY.sub('-', entry.id)},", *lines, "}")) + "\n"


def _type(entry: Entry) -> str:
    record = entry.work.record
    if record.type == "thesis" and _MASTERS in record.genre.casefold():
        return "mastersthesis"
    return _TYPES.get(record.type, "misc")


def _fields(entry: Entry, kind: str) -> list[tuple[str, str]]:
    work, record = entry.work, entry.work.record
    house = "school" if kind == "mastersthesis" else _HOUSES.get(kind, "publisher")
    return [
        ("author", _names(record.author)),
        # Double braces keep capitals as they are in every style.
        ("title", f"{{{_braced(work.text(record.title))}}}"),
        ("editor", _names(record.editor)),
        ("translator", _names(record.translator)),
        (_CONTAINERS.get(kind, "howpublished"), _braced(work.text(record.container_title))),
        ("series", _braced(work.text(record.collection_title))),
        *_dates(record.issued),
        ("volume", _braced(record.volume)),
        ("number", _braced(record.issue or record.number)),
        ("eid", _braced(record.number if record.issue else "")),
        ("pages", _braced(record.page.replace("-", "--"))),
        ("edition", _braced(record.edition)),
        (house, _braced(record.publisher)),
        ("address", _braced(record.publisher_place)),
        ("type", _braced(record.genre)),
        ("medium", _braced(record.medium)),
        ("eventtitle", _braced(record.event_title)),
        ("archive", _braced(record.archive)),
        ("archivelocation", _braced(record.archive_location)),
        ("origtitle", _braced(work.text(record.original_title))),
        ("origdate", f"{{{record.original_date}}}" if record.original_date else ""),
        ("language", _braced(record.language)),
        ("doi", _verbatim(record.DOI)),
        ("isbn", _braced(record.ISBN)),
        ("issn", _braced(record.ISSN)),
        ("url", _verbatim(record.URL)),
        ("urldate", f"{{{record.accessed}}}" if record.accessed else ""),
        ("note", _braced(work.text(record.note))),
        ("keywords", _braced(entry.kind or "")),
        ("entrysubtype", _braced(record.type)),
    ]


def _dates(issued: str | None) -> list[tuple[str, str]]:
    if not issued:
        return []
    year, month = _YEAR.search(issued), _MONTH.fullmatch(issued)
    return [
        ("year", f"{{{year[0]}}}" if year else ""),
        # A month is a name that BibTeX knows, and stands without braces.
        ("month", _MONTHS[int(month[1]) - 1] if month else ""),
        # biber reads EDTF letter by letter; its braces are always in pairs.
        ("date", f"{{{issued}}}"),
    ]


def _names(names: Iterable[CslName]) -> str:
    told = " and ".join(filter(None, map(_name, names)))
    return f"{{{told}}}" if told else ""


def _name(name: CslName) -> str:
    """Return a name as "family, given"; what has no such parts stands in braces, so that nothing is split."""
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    family, given = (_guarded(part) for part in (name.family, name.given))
    return f"{family}, {given}" if family and given else family or given


def _guarded(part: str) -> str:
    escaped = _escaped(part)
    return f"{{{escaped}}}" if "," in part or " and " in f" {part} " else escaped


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _verbatim(address: str) -> str:
    """Return an address, which is read letter by letter: only what would end the field is written otherwise."""
    safe = address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
    return f"{{{'%20'.join(safe.split())}}}" if address else ""
