# SPDX-License-Identifier: MIT
"""The list as text to be taken elsewhere: aligned columns, comma-separated values (RFC 4180), a Markdown table.

What is not the exhibit's as it stands (a date in the past, sources switched off, filters) is said in each of them.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from timeline_app.state.list_rows import ListedRow

GAP: Final = "  "
ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Spreadsheets take a cell that begins so for a formula."""
_BLANKS: Final = re.compile(r"\s+")
_MARKS: Final = re.compile(r"([\\|*_`\[\]<>~&#])")


class CopyForm(StrEnum):
    """What the list can be copied as."""

    TEXT = "text"
    CSV = "csv"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class CopyWords:
    """What stands about the rows: title and count of what is listed, what it leaves out, and names of the columns.

    `columns` are those for people (date, title, lane, evidence), `fields` the further ones of a table for programs
    (EDTF date, id, sources, remarks).
    """

    title: str
    about: str
    remarks: tuple[str, ...]
    columns: tuple[str, str, str, str]
    fields: tuple[str, str, str, str]


def copied(rows: Sequence[ListedRow], form: CopyForm, words: CopyWords) -> str:
    """Return the rows in a form."""
    return "".join(copying(rows, form, words))


def copying(rows: Sequence[ListedRow], form: CopyForm, words: CopyWords) -> Iterator[str]:
    """Yield the pieces of the rows in a form, "" among them: whenever others may have their turn."""
    if form is CopyForm.CSV:
        return _csv(rows, words)
    return _markdown(rows, words) if form is CopyForm.MARKDOWN else _text(rows, words)


def _csv(rows: Sequence[ListedRow], words: CopyWords) -> Iterator[str]:
    """Yield comma-separated values with lines ended as RFC 4180 wants; remarks have a column where there are any.

    EDTF dates and ids stand as they are, since programs read them; words that would be formulas begin with an
    apostrophe.
    """
    date, title, lane, evidence = words.columns
    edtf, event_id, sources, remarks = words.fields
    remark = (inactive(" ".join(words.remarks)),) if words.remarks else ()
    has_remarks = (remarks,) if words.remarks else ()
    yield _csv_line((edtf, date, title, lane, evidence, event_id, sources, *has_remarks))
    for row in rows:
        told = (inactive(row.date), inactive(row.title.text), inactive(row.lanes), inactive(row.evidence))
        yield _csv_line((row.edtf, *told, row.id, " ".join(row.sources), *remark))


def _csv_line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def inactive(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(ACTIVE) or text.startswith("'") else text


def _markdown(rows: Sequence[ListedRow], words: CopyWords) -> Iterator[str]:
    for line in (f"**{_escaped(words.title)}**", _escaped(words.about), *map(_escaped, words.remarks)):
        yield f"{line}\n\n"
    yield _markdown_line(words.columns)
    yield "| --- | --- | --- | --- |\n"
    for row in rows:
        yield _markdown_line(_cells(row))


def _markdown_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |\n"


def _escaped(text: str) -> str:
    """Return a text as it is to be read: no mark of Markdown's, and on one line."""
    return _MARKS.sub(r"\\\1", _on_one_line(text))


def _text(rows: Sequence[ListedRow], words: CopyWords) -> Iterator[str]:
    widths = [width_of(name) for name in words.columns]
    for row in rows:
        told = map(width_of, map(_on_one_line, _cells(row)))
        widths = [max(pair) for pair in zip(widths, told, strict=True)]
        yield ""
    yield "\n".join((words.title, words.about, *words.remarks, "", ""))
    yield _line(words.columns, widths)
    yield _line(["-" * width for width in widths], widths)
    for row in rows:
        yield _line(list(map(_on_one_line, _cells(row))), widths)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - width_of(cell)) for cell, width in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip() + "\n"


def width_of(text: str) -> int:
    """Return how many columns a text takes where all letters are of one width: East Asian ones take two."""
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def _cells(row: ListedRow) -> tuple[str, str, str, str]:
    return row.date, row.title.text, row.lanes, row.evidence


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
