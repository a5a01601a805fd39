# SPDX-License-Identifier: MIT
"""Works as RIS, the line format that nearly every reference manager reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from timeline_app.model.bibliography import Entry
from timeline_app.model.records import CslName

_TYPES: Final[Mapping[str, str]] = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "document": "GEN",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "SER",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "GEN",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "GOVDOC",
    "webpage": "ELEC",
}
_PLAIN: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_YEAR: Final = re.compile(r"\d{4}")


def as_ris(entries: Iterable[Entry]) -> str:
    """Return works as a RIS file, whose lines end as the format asks for."""
    return "".join(f"{line}\r\n" for entry in entries for line in _lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    record = entry.work.record
    yield f"TY  - {_TYPES.get(record.type, 'GEN')}"
    for tag, text in _fields(entry):
        if line := " ".join(text.split()):
            yield f"{tag}  - {line}"
    yield "ER  - "
    yield ""


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    work, record = entry.work, entry.work.record
    yield "ID", entry.id
    yield from (("AU", _name(name)) for name in record.author)
    yield "TI", work.text(record.title)
    yield from (("A2", _name(name)) for name in record.editor)
    yield from (("A4", _name(name)) for name in record.translator)
    yield "T2", work.text(record.container_title)
    yield "T3", work.text(record.collection_title)
    yield "OP", work.text(record.original_title)
    yield from _dates(record.issued)
    yield "VL", record.volume
    yield "IS", record.issue or record.number
    yield "M1", record.number if record.issue else ""
    first, dash, last = record.page.partition("-")
    yield "SP", first
    yield "EP", last if dash else ""
    yield "ET", record.edition
    yield "PB", record.publisher
    yield "CY", record.publisher_place
    yield "M3", record.genre
    yield "C1", record.medium
    yield "C2", record.event_title
    yield "C3", record.original_date or ""
    yield "DB", record.archive
    yield "AN", record.archive_location
    yield "LA", record.language
    yield "DO", record.DOI
    yield "SN", record.ISBN or record.ISSN
    yield "UR", record.URL
    yield "Y2", record.accessed or ""
    yield "KW", entry.kind or ""
    yield "N1", work.text(record.note)


def _dates(issued: str | None) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date as year/month/day/other: EDTF that has no such parts is the "other"."""
    if not issued:
        return
    year, plain = _YEAR.search(issued), _PLAIN.fullmatch(issued)
    yield "PY", year[0] if year else ""
    if plain:
        yield "DA", "/".join((*(part or "" for part in plain.groups()), ""))
    else:
        yield "DA", f"{year[0] if year else ''}///{issued.replace('/', ' to ')}"


def _name(name: CslName) -> str:
    if name.literal:
        return name.literal
    return f"{name.family}, {name.given}" if name.family and name.given else name.family or name.given
