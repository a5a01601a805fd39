# SPDX-License-Identifier: MIT
"""Reads one line or element with an event slowly: with the place of everything in it, and a word on each fault."""

from __future__ import annotations

import re
from typing import Any, Final

from timeline_app.content.clean import Cleaner
from timeline_app.content.draft import Entry, Section, section_shape
from timeline_app.content.json_tree import compose_json, reason_of
from timeline_app.content.node_tree import Fault, Findings, Map, Spot
from timeline_app.content.report import PartSheet, Report, Sheet
from timeline_app.content.sections import declare_own, entry_of
from timeline_app.content.syntax_faults import SyntaxFault

EVENTS: Final = "events"
_OWN_ID: Final = re.compile(rb'"id"\s*:\s*"([^"\\\n]+)"')
_RAW_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_ODD_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
_SHOWN_BEFORE: Final = 40


class RowReader:
    """Reads the events of one file one by one."""

    def __init__(self, name: str, section: Section, report: Report) -> None:
        self._name = name
        self._section = section
        self._report = report

    def read(self, line: bytes, place: Spot) -> Entry | None:
        """Return the entry that stands at a place; None where nothing of it can stand. Its faults are told."""
        entry = self._read(line, place, self._report)
        if entry is None:
            self._section.declared.update(own.decode("utf-8", "replace") for own in _OWN_ID.findall(line))
        return entry

    def again(self, line: bytes, place: Spot) -> Entry:
        """Return an entry that was read before, telling nothing."""
        entry = self._read(line, place, Report())
        if entry is None:
            raise ValueError(line)
        return entry

    def _read(self, line: bytes, place: Spot, report: Report) -> Entry | None:
        text = readable(line, place, self._name, report)
        if text is None:
            return None
        sheet = PartSheet(self._name, text, base=place)
        node = composed(text, place, sheet, report)
        if node is None and sheet.lost_lines:
            return None
        if isinstance(node, Map) and isinstance(node.get("id"), str):
            declare_own(self._section, node["id"])
        cleaner = Cleaner(sheet, report)
        end_line = place.line + text.count("\n") + 1
        entry = entry_of(self._section, 0, node, (place, place), end_line, cleaner, section_shape(EVENTS))
        self._section.declared.update(cleaner.misplaced_names)
        if entry is not None:
            entry.sheet = sheet
        return entry


def readable(line: bytes, place: Spot, name: str, report: Report) -> str | None:
    """Return the text of some bytes without control characters; None where they are no UTF-8. Either is told."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        before = line[: error.start].decode("utf-8", "replace")
        sheet = PartSheet(name, before, base=place)
        hint = report.hint_of("wrong-encoding")
        report.add(
            sheet, end_of(before, place), "wrong-encoding", hint=hint, encoding="Latin-1 / Windows-1252"
        )
        return None
    text = _ODD_BREAKS.sub(" ", text)
    control = _RAW_CONTROL.search(text)
    if control is None:
        return text
    spot = end_of(text[: control.start()], place)
    report.add(
        PartSheet(name, text, base=place), spot, "control-character", character=f"U+{ord(control[0]):04X}"
    )
    return _RAW_CONTROL.sub(" ", text)


def composed(text: str, place: Spot, sheet: Sheet, report: Report) -> Any:
    """Return the tree of a text, None where it is no JSON: then its line is among those that the sheet has lost."""
    findings = Findings()
    try:
        node = compose_json(text, findings, place)
    except SyntaxFault as fault:
        node = None
        tell_fault(fault, text, place, sheet, report)
        sheet.lost_lines.append(place.line)
    report.add_findings(sheet, findings)
    return node


def tell_fault(fault: SyntaxFault, text: str, place: Spot, sheet: Sheet, report: Report) -> None:
    """Tell where a text stops being JSON, and what to do."""
    lines = text.split("\n")
    line = lines[min(fault.line - place.line, len(lines) - 1)]
    column = fault.column - (place.column if fault.line == place.line else 0)
    excerpt = line[max(0, column - _SHOWN_BEFORE) :]
    known = reason_of(fault)
    if known is None:
        params = (("limit", int(fault.detail)),) if fault.code == "too-deep" else ()
        found = Findings(faults=[Fault(fault.code, fault.line, fault.column, excerpt, params)])
        report.add_findings(sheet, found)
        return
    code, reason, hint = known
    report.add(sheet, Spot(fault.line, fault.column), code, excerpt=excerpt, hint=hint, reason=reason)


def end_of(text: str, place: Spot) -> Spot:
    """Return where a text ends that begins at a place."""
    lines = text.count("\n")
    return Spot(place.line + lines, len(text) - text.rfind("\n") - 1 if lines else place.column + len(text))
