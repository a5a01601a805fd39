# SPDX-License-Identifier: MIT
"""From a file's tree to a draft: each part converts at once, or is cleaned of its faults and then converts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from timeline_app.base.messages import Message
from timeline_app.content.clean import AT_END, DROPPED, Cleaner, slug
from timeline_app.content.draft import (
    SECTIONS,
    Entry,
    Section,
    convert,
    is_keyed,
    section_shape,
)
from timeline_app.content.node_tree import Findings, Map, Mark, Seq
from timeline_app.content.report import START, Report, Sheet
from timeline_app.content.shape import RecordShape, exhibit_shape
from timeline_app.model import records
from timeline_app.model.prose_marks import ID

_GOOD_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_header(
    root: Map, sheet: Sheet, report: Report, stand_in: str, lost: set[str]
) -> tuple[Entry, set[str]]:
    """Return the header, and the sections that misspelt fields were probably meant to be.

    `stand_in` is the title of an exhibit without one; `lost` are the fields that the parser left out.
    """
    raw = Map()
    raw.marks = []
    for index, (key, value) in enumerate(root.items()):
        if key not in SECTIONS:
            raw[key] = value
            raw.marks += root.marks[2 * index : 2 * index + 2]
    cleaner = Cleaner(sheet, report)
    record = convert(raw, records.Exhibit)
    if record is None:
        raw = cleaner.header(raw, exhibit_shape(), START, stand_in, lost)
        record = convert(raw, records.Exhibit)
    return Entry("", "", raw, record, START, AT_END, sheet), cleaner.suspected_fields


def read_section(name: str, node: Any, mark: Mark, sheet: Sheet, report: Report) -> Section:
    """Return a section with its good entries and all the ids that it declares."""
    section = Section(name, sheet)
    if node is None:
        return section
    cleaner = Cleaner(sheet, report)
    shape = section_shape(name)
    if not isinstance(node, Map if is_keyed(name) else Seq):
        cleaner.clean(node, exhibit_shape().fields[name], mark, AT_END)
        section.is_incomplete = True
        return section
    for key, value, own_mark, value_mark, end_line in _parts(node):
        if isinstance(key, str):
            section.declared.add(key)
            if ID.fullmatch(key) is None:
                _awkward_id(key, own_mark, sheet, report)
                section.lost_heads.add(key)
                if convert(value, shape.record) is None:
                    continue
        elif isinstance(value, Map) and isinstance(value.get("id"), str):
            declare_own(section, value["id"])
        entry = entry_of(section, key, value, (own_mark, value_mark), end_line, cleaner, shape)
        if entry is not None:
            section.entries.append(entry)
    section.declared.update(cleaner.misplaced_names)
    return section


def declare_lost(section: Section, findings: Findings) -> None:
    """Add the ids of parts that the parser had to leave out."""
    for path in findings.lost_paths:
        if path[:1] != (section.name,):
            continue
        if len(path) == 1:
            section.is_incomplete = True
        elif isinstance(path[1], str):
            section.declared.add(path[1])
    section.declared |= findings.lost_ids
    section.lost_heads |= findings.lost_heads


def _parts(node: Map | Seq) -> Iterator[tuple[str | int, Any, Mark, Mark, int]]:
    """Yield key or index, value, the place of either, and the line where the part ends."""
    if isinstance(node, Map):
        lines = [mark.line for mark in node.marks[::2]] + [AT_END]
        for index, (key, value) in enumerate(node.items()):
            yield key, value, node.marks[2 * index], node.marks[2 * index + 1], lines[index + 1]
        return
    lines = [mark.line for mark in node.marks] + [AT_END]
    for index, value in enumerate(node):
        yield index, value, node.marks[index], node.marks[index], lines[index + 1]


def entry_of(
    section: Section,
    key: str | int,
    value: Any,
    marks: tuple[Mark, Mark],
    end_line: int,
    cleaner: Cleaner,
    shape: RecordShape,
) -> Entry | None:
    """Return the entry of a part, cleaned of its faults if it has any; None where nothing of it can stand."""
    record: msgspec.Struct | None = convert(value, shape.record)
    if record is None:
        if isinstance(key, str):
            value = cleaner.entry(key, value, shape, *marks, end_line)
        else:
            value = cleaner.item(value, shape, marks[0], end_line)
        if value is DROPPED:
            return None
        record = convert(value, shape.record)
    own_id = key if isinstance(key, str) else getattr(record, "id", "")
    return Entry(section.name, own_id, value, record, marks[0], end_line, section.sheet)


def declare_own(section: Section, own_id: str) -> None:
    """Note an event's own id; one that cannot stand may have been meant for another."""
    section.declared.add(own_id)
    if not _GOOD_ID.fullmatch(own_id):
        section.declared.add(slug(own_id))
        section.lost_heads.add(own_id)


def _awkward_id(key: str, mark: Mark, sheet: Sheet, report: Report) -> None:
    near = slug(key)
    hint = Message.of("problem.hint.did-you-mean", word=near) if near else None
    report.add(sheet, mark, "awkward-id", excerpt=key, hint=hint, id=key)
