# SPDX-License-Identifier: MIT
"""Goes on reading after a syntax fault, at the next entry of the same indentation.

A text that does not parse is cut by indentation into its entries, and each is parsed by itself; one that
does not parse is cut again. What cannot be cut further is the fault: it is left out, and told once. So
every line is parsed a few times for each level of nesting at most, however many faults there are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from timeline_app.content.composer import Composer
from timeline_app.content.guards import NESTING_LIMIT
from timeline_app.content.layout import Layout
from timeline_app.content.line_forms import (
    BARE_ITEM,
    FIRST_WORD,
    INSIGNIFICANT,
    KEY,
    OWN_ID,
    SECOND_DOCUMENT,
    VALUE_BELOW,
    code_for_line,
    indent_of,
    key_in,
)
from timeline_app.content.node_tree import (
    Doubles,
    Fault,
    Findings,
    Map,
    Mark,
    Seq,
    Spot,
    TreePath,
    shifted,
)
from timeline_app.content.syntax_faults import SyntaxFault

_LOST: Final = object()
"""Stands for a value that could not be read."""


def compose_with_recovery(
    composer: Composer,
    text: str,
    findings: Findings,
    prefix: TreePath = (),
    root_fields: Collection[str] = (),
) -> Any:
    """Return the tree of a text without the parts that are not YAML; what is wrong goes to `findings`.

    `root_fields` are the names that a text's outermost fields may have.
    """
    try:
        return composer.compose(text, findings, prefix)
    except SyntaxFault as fault:
        recovery = _Recovery(composer, Layout(text.split("\n"), root_fields), findings)
        node = recovery.region(0, recovery.end_of_document(), prefix)
        if not findings.faults:
            # In pieces all is well: the fault is one that only the whole shows.
            recovery.report(fault)
        return None if node is _LOST else node


@dataclass(slots=True)
class _Recovery:
    """The lines of a text, from which faulty entries are cut."""

    composer: Composer
    layout: Layout
    findings: Findings
    _original: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._original = list(self.lines)

    @property
    def lines(self) -> list[str]:
        """The lines, without those that were cut."""
        return self.layout.lines

    def end_of_document(self) -> int:
        """Return where the first document ends, and report a second one."""
        has_content = False
        for number, line in enumerate(self.lines):
            if has_content and SECOND_DOCUMENT.match(line):
                if not all(INSIGNIFICANT.fullmatch(later) for later in self.lines[number + 1 :]):
                    self.findings.faults.append(Fault("second-document", number, 0, line))
                return number
            if line.startswith(("%", "---")):
                self.lines[number] = line.replace("---", "   ", 1) if line.startswith("-") else ""
            has_content = has_content or not INSIGNIFICANT.fullmatch(self.lines[number])
        return len(self.lines)

    # -- regions -----------------------------------------------------------------------------------

    def region(self, start: int, end: int, path: TreePath) -> Any:
        """Return the tree of some lines, cutting what is faulty; _LOST if nothing remains of them."""
        try:
            return self._parse(start, end, path)
        except SyntaxFault as fault:
            first = self.layout.first_significant(start, end)
            if first is None or len(path) >= NESTING_LIMIT:
                return self._lose(fault, start, end, path)
            if self.layout.is_list(first):
                return self._sequence(self._settled(first, end, path), end, path)
            if self.layout.is_mapping(first, end):
                return self._mapping(self._settled(first, end, path), end, path)
            return self._leaf(fault, start, end, path)

    def _parse(self, start: int, end: int, path: TreePath) -> Any:
        """Parse some lines by themselves; places count from the start of the whole text."""
        found = Findings()
        try:
            node = self.composer.compose("\n".join(self.lines[start:end]), found, path)
        except SyntaxFault as fault:
            line = min(fault.line + start, max(end - 1, start))
            raise SyntaxFault(line, fault.column, fault.code, fault.detail) from None
        found.move_down(start)
        self.findings.add(found)
        return shifted(node, start)

    def _settled(self, first: int, end: int, path: TreePath) -> int:
        """Cut what is out of line in a region, and return its first entry."""
        first, strays = self.layout.settle(first, end)
        self._cut(strays, path)
        return first

    def _cut(self, strays: list[tuple[int, int]], path: TreePath) -> None:
        for start, end in strays:
            self._report_stray(self._out_of_line(start), start, end, path)

    def _out_of_line(self, number: int, code: str = "bad-indentation") -> SyntaxFault:
        return SyntaxFault(number, indent_of(self.lines[number]), code)

    # -- mappings ----------------------------------------------------------------------------------

    def _mapping(self, first: int, end: int, path: TreePath) -> Any:
        result = Map()
        result.marks = []
        doubles = Doubles()
        pieces, strays = self.layout.fields(first, end, is_root=not path)
        self._cut(strays, path)
        for start, stop in pieces:
            count = len(self.findings.faults)
            fields = self._fields(start, stop, path)
            for key, value, *marks in fields:
                if key not in result:
                    result[key] = value
                    result.marks += marks
                    doubles.pass_good()
                elif doubles.is_to_be_told():
                    place = marks[0].line, marks[0].column
                    self.findings.faults.append(Fault("duplicate-key", *place, key, (("key", key),)))
                    count += 1
            if len(self.findings.faults) > count:
                doubles.pass_fault()
        return result or _LOST

    def _fields(self, start: int, end: int, path: TreePath) -> list[tuple[str, Any, Mark, Mark]]:
        """Return key, value and their marks for each field that can be read in some lines: mostly one."""
        try:
            node = self._parse(start, end, path)
        except SyntaxFault as fault:
            node = self._faulty_field(fault, start, end, path)
        if isinstance(node, Map):
            return list(zip(node.keys(), node.values(), node.marks[::2], node.marks[1::2], strict=True))
        if node is not _LOST:
            self._lose(self._out_of_line(start, "missing-colon"), start, end, path)
        return []

    def _faulty_field(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> Any:
        """Return what can be saved of a field: its value without the faulty entries in it."""
        head = KEY.fullmatch(self.lines[start])
        if head is None:
            if self.layout.owns_lines(start, end):
                fault = self._out_of_line(start, "missing-colon")
            return self._lose(fault, start, end, (*path, self.lines[start].strip()))
        key = key_in(head)
        below = self.layout.first_significant(start + 1, end)
        if not VALUE_BELOW.fullmatch(head["rest"]) or below is None:
            return self._leaf(fault, start, end, (*path, key))
        count = len(self.findings.faults)
        marks = [self._spot(start), self._spot(below)]
        value = self.region(start + 1, end, (*path, key))
        if len(self.findings.faults) == count:
            self.report(fault)
        if value is _LOST:
            self.findings.lost_paths.append((*path, key))
            return _LOST
        field_map = Map({key: value})
        field_map.marks = marks
        return field_map

    # -- lists -------------------------------------------------------------------------------------

    def _sequence(self, first: int, end: int, path: TreePath) -> Any:
        result = Seq()
        result.marks = []
        pieces, strays = self.layout.items(first, end)
        self._cut(strays, path)
        for start, stop in pieces:
            if BARE_ITEM.match(self.lines[start]):
                self._lose(self._out_of_line(start, "missing-space"), start, stop, (*path, len(result)))
                continue
            try:
                node = self._parse(start, stop, path)
            except SyntaxFault:
                node = self._faulty_item(start, stop, (*path, len(result)))
            if isinstance(node, Seq):
                result += node
                result.marks += node.marks
        return result or _LOST

    def _faulty_item(self, start: int, end: int, path: TreePath) -> Any:
        """Return a list of what can be saved of an item: read it as if it stood without its dash."""
        line = self.lines[start]
        indent = indent_of(line)
        self.lines[start] = line[:indent] + " " + line[indent + 1 :]
        first = self.layout.first_significant(start, end)
        value = self.region(start, end, path)
        if value is _LOST or first is None:
            return _LOST
        item = Seq([value])
        item.marks = [self._spot(first)]
        return item

    # -- faults ------------------------------------------------------------------------------------

    def _leaf(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> Any:
        """Return what stands before the fault, if that is whole by itself."""
        if fault.line > start:
            try:
                node = self._parse(start, fault.line, path[:-1] if path else path)
            except SyntaxFault:
                return self._lose(fault, start, end, path)
            self._report_stray(fault, fault.line, end, path[:-1])
            return node
        return self._lose(fault, start, end, path)

    def _lose(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> Any:
        """Leave out some lines altogether, but note the ids that they declare."""
        self.report(fault)
        if path and KEY.fullmatch(self.lines[start]) is None:
            self.findings.lost_heads.update(FIRST_WORD.findall(self.lines[start]))
        self.findings.lost_paths.append(path)
        self._note_lost(start, end)
        return _LOST

    def _report_stray(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> None:
        self.report(fault)
        head = KEY.fullmatch(self.lines[start].lstrip())
        if head is not None:
            key = key_in(head)
            self.findings.lost_paths.append((key,) if key in self.layout.root_fields else (*path, key))
            self.findings.lost_ids.add(key)
            self.findings.lost_heads.add(key)
        self._note_lost(start, end)
        self.lines[start:end] = [""] * (end - start)

    def _note_lost(self, start: int, end: int) -> None:
        self.findings.lost_lines.append(start)
        for line in self._original[start:end]:
            self.findings.lost_ids.update(OWN_ID.findall(line))

    def report(self, fault: SyntaxFault) -> None:
        """Note a fault of syntax with the line in which it stands."""
        line = self._original[fault.line] if fault.line < len(self._original) else ""
        code = code_for_line(fault.code, line, fault.column)
        params = (("limit", NESTING_LIMIT),) if code == "too-deep" else (("detail", fault.detail),)
        self.findings.faults.append(Fault(code, fault.line, fault.column, line, params))

    def _spot(self, number: int) -> Mark:
        return Spot(number, indent_of(self.lines[number]))
