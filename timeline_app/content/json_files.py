# SPDX-License-Identifier: MIT
"""Exhibits in JSON: `.jsonl` with one event a line below a header, and `.json` as one mapping.

Both come to the same as YAML: a header with all sections as a tree, and events, here as packed rows.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS
from timeline_app.chrono.zones import is_zone
from timeline_app.content.draft import SECTIONS, Draft, Section, section_shape
from timeline_app.content.event_rows import EventRows, Names
from timeline_app.content.json_spans import Span, Walk, skip_blanks
from timeline_app.content.line_file import EVENT_LIMIT, LINE_LIMIT_BYTES, LargeFile, batches_of
from timeline_app.content.node_tree import Map, Seq, Spot
from timeline_app.content.report import PartSheet, Report, Sheet
from timeline_app.content.row_intake import Batch, Intake
from timeline_app.content.row_reader import EVENTS, RowReader, composed, readable, tell_fault
from timeline_app.content.shape import LANGUAGE_TAG, exhibit_shape
from timeline_app.content.syntax_faults import SyntaxFault

JSON: Final = ".json"
LINES: Final = (".jsonl", ".ndjson")

_MEBIBYTE: Final = 1024 * 1024
_AT_ONCE: Final = 2_048
_SHOWN: Final = 120


def is_json(name: str) -> bool:
    """Tell whether a file's name says that it is JSON of either kind."""
    return name.lower().endswith((JSON, *LINES))


def is_lines(name: str) -> bool:
    """Tell whether a file's name says that it holds one event a line."""
    return name.lower().endswith(LINES)


@dataclass(slots=True, eq=False)
class Told:
    """What stands in a file besides its events, and these as batches still to be taken in.

    `lost` are the sections that cannot be read; `has_header` tells whether a file of lines has one.
    """

    root: Map | Seq
    sheet: Sheet
    batches: Iterator[Batch]
    has_header: bool = True
    has_events: bool = True
    lost: frozenset[str] = frozenset()


class JsonFile:
    """One JSON file of an exhibit, open for one reading."""

    def __init__(
        self, name: str, file: LargeFile, report: Report, check_cancelled: Callable[[], None]
    ) -> None:
        self._name = name
        self._file = file
        self._report = report
        self._check_cancelled = check_cancelled

    @property
    def name(self) -> str:
        """What the exhibit calls it."""
        return self._name

    @property
    def bytes(self) -> LargeFile:
        """What it holds."""
        return self._file

    def told(self) -> Told:
        """Return what the file tells, as far as its first line or its whole mapping says so."""
        return self._lines() if is_lines(self._name) else self._mapping()

    def rows(self, batches: Iterator[Batch], section: Section, names: Names) -> EventRows:
        """Take in the events, and return them as rows."""
        intake = Intake(RowReader(self._name, section, self._report), names)
        for batch in batches:
            self._check_cancelled()
            if intake.count + len(batch.lines) > EVENT_LIMIT:
                self._tell(batch.numbers[0], "too-many-events", EVENT_LIMIT)
                deque(batches, maxlen=0)  # The rest counts only for the file's digest.
                break
            intake.take(batch)
        rows = intake.rows(self._file.data)
        rows.file = self._name if self._file.is_as_written else ""
        return rows

    # -- one event a line --------------------------------------------------------------------------

    def _lines(self) -> Told:
        batches = batches_of(self._file, self._tell_long)
        first = next((batch for batch in batches if batch.lines), None)
        sheet = Sheet(self._name, "")
        if first is None:
            return Told(_empty(), sheet, iter(()), has_header=False, has_events=False)
        line, place = first.lines[0], Spot(first.numbers[0], 0)
        rest = chain([first.only(range(1, len(first.lines)))], batches)
        if not _may_be_header(line):
            return Told(_empty(), sheet, chain([first], batches), has_header=False)
        text = readable(line, place, self._name, self._report)
        sheet = PartSheet(self._name, text or "", base=place)
        node = composed(text, place, sheet, self._report) if text is not None else None
        if not isinstance(node, Map):
            return Told(_empty(), sheet, rest, has_header=False, lost=frozenset(SECTIONS))
        self._leave_out_events(node, sheet)
        return Told(node, sheet, rest)

    def _leave_out_events(self, root: Map, sheet: Sheet) -> None:
        """Say that events stand below the header and not in it."""
        if EVENTS not in root:
            return
        hint = Message.of("problem.hint.events-below")
        mark = root.mark_of(EVENTS, is_key=True)
        self._report.add(sheet, mark, "unknown-field", excerpt=EVENTS, hint=hint, field=EVENTS)
        place = list(root).index(EVENTS)
        del root[EVENTS]
        del root.marks[2 * place : 2 * place + 2]

    def _tell_long(self, number: int) -> None:
        hint = Message.of("problem.hint.shorter-line")
        self._tell(number, "too-long-line", LINE_LIMIT_BYTES // _MEBIBYTE, hint)

    def _tell(self, number: int, code: str, limit: int, hint: Message | None = None) -> None:
        self._report.add(Sheet(self._name, ""), Spot(number, 0), code, hint=hint, limit=limit)

    # -- one mapping -------------------------------------------------------------------------------

    def _mapping(self) -> Told:
        data = self._file.read_all()
        at = skip_blanks(data, self._file.start)
        if data[at : at + 1] == b"[":
            listed = Seq()
            listed.marks = [Spot(data.count(b"\n", 0, at), 0)]
            walked = _Mapping(self._name, data, at, self._report, self._file.start)
            return Told(listed, Sheet(self._name, ""), walked.listed())
        if data[at : at + 1] != b"{":
            text = readable(data[at:], Spot(0, 0), self._name, self._report) or ""
            return Told(_empty(), Sheet(self._name, text), iter(()), has_events=False)
        return _Mapping(self._name, data, at, self._report, self._file.start).told()


@dataclass(slots=True, eq=False)
class _Mapping:
    """Goes through one mapping; its list of events is passed over at first and cut into elements."""

    name: str
    data: bytes
    at: int
    report: Report
    first: int
    _root: Map = field(default_factory=Map)
    _sheet: Sheet = field(init=False)
    _elements: list[Span] = field(default_factory=list)
    _has_events: bool = False
    _lost: set[str] = field(default_factory=set)
    _counted: tuple[int, int] = (0, 0)

    def told(self) -> Told:
        self._sheet, self._root.marks = Sheet(self.name, ""), []
        walk = Walk(self.data, self.at)
        parts: list[tuple[int, int]] = []
        start = self.first
        for one in walk.fields():
            name = one.name.decode("utf-8", "replace")
            if one.fault is not None:
                self._put("", one.start, one.start, one.fault.end)
            elif name == EVENTS and self._has_events:
                walk.value()
                self._tell_double(name, self._spot(one.start))
            elif name == EVENTS and self.data[one.value : one.value + 1] == b"[":
                self._has_events = True
                self._elements = list(walk.elements())
                self._check_commas(walk.at)
                parts.append((start, one.value))
                start = max(walk.at, one.value)
            else:
                self._put(name, one.start, one.value, walk.value().end)
        self._check_end(walk.at)
        parts.append((start, len(self.data)))
        self._sheet.text = self._text_of(parts)
        has_events = bool(self._elements)
        return Told(
            self._root, self._sheet, self._batches(), has_events=has_events, lost=frozenset(self._lost)
        )

    def listed(self) -> Iterator[Batch]:
        """Return the elements of a file that is a list."""
        self._elements = list(Walk(self.data, self.at, in_list=True).elements())
        return self._batches()

    def _put(self, name: str, start: int, value: int, end: int) -> None:
        """Read a field's value slowly and put it into the root."""
        place, key_place = self._spot(value), self._spot(start)
        text = readable(self.data[value:end].rstrip(b" \t\r\n,"), place, self.name, self.report)
        node = composed(text, place, self._sheet, self.report) if text is not None else None
        if name in self._root:
            self._tell_double(name, key_place)
        elif name and (node is not None or (text or "").strip() == "null"):
            self._root[name] = node
            self._root.marks += (key_place, place)
        elif name in SECTIONS:
            self._lost.add(name)

    def _tell_double(self, name: str, place: Spot) -> None:
        self.report.add(self._sheet, place, "duplicate-key", excerpt=name, key=name)

    def _check_commas(self, end: int) -> None:
        """Say where a comma is missing between two elements, or stands behind the last one."""
        for one, following in pairwise(self._elements):
            if one.is_whole and self.data[one.end : following.start].strip() != b",":
                self._tell("comma", following.start)
        for last in self._elements[-1:]:
            gap = self.data[last.end : end]
            if last.is_whole and gap.lstrip()[:1] == b",":
                self._tell("extra-comma", last.end + gap.index(b","))

    def _tell(self, reason: str, at: int) -> None:
        spot = self._spot(at)
        fault = SyntaxFault(spot.line, spot.column, "bad-json", reason)
        line = self.data[at : at + _SHOWN].split(b"\n", 1)[0].decode("utf-8", "replace")
        tell_fault(fault, line, spot, self._sheet, self.report)

    def _check_end(self, at: int) -> None:
        """Say that the mapping is not closed, or that something stands behind it."""
        if self.data[at : at + 1] != b"}":
            spot = self._spot(self.at)
            fault = SyntaxFault(spot.line, spot.column, "unclosed-bracket")
            tell_fault(fault, "{", spot, self._sheet, self.report)
        elif skip_blanks(self.data, at + 1) < len(self.data):
            self._tell("after", skip_blanks(self.data, at + 1))

    def _text_of(self, parts: list[tuple[int, int]]) -> str:
        """Return the text without its events; they leave as many lines as they were."""
        text, last = "", self.first
        for start, end in parts:
            text += "\n" * self.data.count(b"\n", last, start)
            text += self.data[start:end].decode("utf-8", "replace")
            last = end
        return text

    def _spot(self, at: int) -> Spot:
        """Return the place of an offset; asked for in ascending order it counts each line break once."""
        offset, lines = self._counted if self._counted[0] <= at else (self.first, 0)
        lines += self.data.count(b"\n", offset, at)
        self._counted = (at, lines)
        line_start = max(self.data.rfind(b"\n", 0, at) + 1, self.first)
        return Spot(lines, len(self.data[line_start:at].decode("utf-8", "replace")))

    def _batches(self) -> Iterator[Batch]:
        self._counted = (self.first, 0)
        for first in range(0, len(self._elements), _AT_ONCE):
            batch = Batch([], [], [], [])
            for span in self._elements[first : first + _AT_ONCE]:
                spot = self._spot(span.start)
                batch.lines.append(self.data[span.start : span.end])
                batch.starts.append(span.start)
                batch.numbers.append(spot.line)
                batch.columns.append(spot.column)
            yield batch


def names_in(draft: Draft) -> Names:
    """Return what the events of a draft may name, and how their dates are read."""
    about = draft.about
    settings = about.date_settings
    if not is_zone(settings.timezone):
        settings = settings._replace(timezone=DEFAULT_SETTINGS.timezone)
    told = {
        name: {entry.id: number for number, entry in enumerate(draft[name].entries)}
        for name in ("lanes", "places", "people", "sources", "excerpts")
    }
    languages = [tag for tag in about.languages if LANGUAGE_TAG.fullmatch(tag)]
    return Names(**told, settings=settings, has_languages=len(languages) > 1)


def _may_be_header(line: bytes) -> bool:
    """Tell whether a first line is a header: it names the format, or something that no event has, and no date or id."""
    if _FORMAT.search(line):
        return True
    names = {name.decode("utf-8", "replace") for name in _NAMES.findall(line)}
    return bool(names & _ONLY_HEADER) or not names & _ONLY_EVENT


def _empty() -> Map:
    root = Map()
    root.marks = []
    return root


_FORMAT: Final = re.compile(rb'"format"\s*:')
_NAMES: Final = re.compile(rb'"(\w+)"\s*:')
_HEADER_FIELDS: Final = frozenset(exhibit_shape().fields) - {EVENTS}
_EVENT_FIELDS: Final = frozenset(section_shape(EVENTS).fields)
_ONLY_HEADER: Final = _HEADER_FIELDS - _EVENT_FIELDS
_ONLY_EVENT: Final = _EVENT_FIELDS - _HEADER_FIELDS
