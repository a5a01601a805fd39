# SPDX-License-Identifier: MIT
"""Goes on reading after a syntax fault, at the next entry of the same indentation.

A text that does not parse is cut by indentation into its entries, and each is parsed by itself; one that
does not parse is cut again. What cannot be cut further is the fault: it is left out, and told once. So
every line is parsed a few times for each level of nesting at most, however many faults there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from timeline_app.content.guards import NESTING_LIMIT
from timeline_app.content.line_forms import (
    DASH,
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
    Composer,
    Fault,
    Findings,
    Map,
    Mark,
    Seq,
    Spot,
    SyntaxFault,
    TreePath,
    shifted,
)

_LOST: Final = object()
"""Stands for a value that could not be read."""


def compose_with_recovery(composer: Composer, text: str, findings: Findings, prefix: TreePath = ()) -> Any:
    """Return the tree of a text without the parts that are not YAML; what is wrong goes to `findings`."""
    try:
        return composer.compose(text, findings, prefix)
    except SyntaxFault as fault:
        recovery = _Recovery(composer, text.split("\n"), findings)
        node = recovery.region(0, recovery.end_of_document(), prefix)
        if not findings.faults:
            # In pieces all is well: the fault is one that only the whole shows.
            recovery.report(fault)
        return None if node is _LOST else node


@dataclass(slots=True)
class _Recovery:
    """The lines of a text, from which faulty entries are cut."""

    composer: Composer
    lines: list[str]
    findings: Findings
    _original: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._original = list(self.lines)

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
            first = self._first_significant(start, end)
            if first is None or len(path) >= NESTING_LIMIT:
                return self._lose(fault, start, end, path)
            if DASH.fullmatch(self.lines[first]):
                self._cut_strays(first, end, path)
                return self._sequence(first, end, path)
            if KEY.fullmatch(self.lines[first]):
                self._cut_strays(first, end, path)
                return self._mapping(first, end, path)
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

    def _first_significant(self, start: int, end: int) -> int | None:
        return next((n for n in range(start, end) if not INSIGNIFICANT.fullmatch(self.lines[n])), None)

    def _cut_strays(self, first: int, end: int, path: TreePath) -> None:
        """Cut lines that stand further left than the region they are in, up to its next entry."""
        indent = indent_of(self.lines[first])
        number = first + 1
        while number < end:
            line = self.lines[number]
            if indent_of(line) >= indent or INSIGNIFICANT.fullmatch(line):
                number += 1
                continue
            stop = self._end_of_stray(number, end, indent)
            self._report_stray(SyntaxFault(number, indent_of(line), "bad-indentation"), number, stop, path)
            number = stop

    def _end_of_stray(self, number: int, end: int, indent: int) -> int:
        """Return where a stray's own lines end: all that are tabbed like it, or stand deeper than it."""
        own = indent_of(self.lines[number])
        is_tabbed = "\t" in self.lines[number][: own + 1]
        for later in range(number + 1, end):
            line = self.lines[later]
            if INSIGNIFICANT.fullmatch(line):
                continue
            if is_tabbed:
                if "\t" not in line[: indent_of(line) + 1]:
                    return later
            elif (
                indent_of(line) <= own
                or (indent_of(line) == indent and KEY.fullmatch(line))
                or (indent_of(line) == indent and DASH.fullmatch(line))
            ):
                return later
        return end

    # -- mappings ----------------------------------------------------------------------------------

    def _mapping(self, first: int, end: int, path: TreePath) -> Any:
        result = Map()
        result.marks = []
        for start, stop in self._pieces(first, end, is_mapping=True):
            self._field(result, start, stop, path)
        return result or _LOST

    def _pieces(self, first: int, end: int, *, is_mapping: bool) -> list[tuple[int, int]]:
        """Return the line ranges of a region's entries."""
        indent = indent_of(self.lines[first])
        starts = [first]
        for number in range(first + 1, end):
            line = self.lines[number]
            if indent_of(line) != indent or INSIGNIFICANT.fullmatch(line):
                continue
            is_item = DASH.fullmatch(line) is not None
            if is_item is not is_mapping and (
                is_item or KEY.fullmatch(line) or self._owns_lines(number, end, indent)
            ):
                starts.append(number)
        return list(zip(starts, [*starts[1:], end], strict=True))

    def _owns_lines(self, number: int, end: int, indent: int) -> bool:
        """Tell whether a line that is no key has lines below it as a key would have: its colon is missing."""
        below = self._first_significant(number + 1, end)
        return below is not None and indent_of(self.lines[below]) > indent and ":" not in self.lines[number]

    def _field(self, result: Map, start: int, end: int, path: TreePath) -> None:
        try:
            node = self._parse(start, end, path)
        except SyntaxFault as fault:
            node = self._faulty_field(fault, start, end, path)
        if not isinstance(node, Map):
            if node is not _LOST:
                self._lose(
                    SyntaxFault(start, indent_of(self.lines[start]), "missing-colon"), start, end, path
                )
            return
        for index, (key, value) in enumerate(node.items()):
            marks = node.marks[2 * index : 2 * index + 2]
            if key in result:
                mark = marks[0]
                self.findings.faults.append(
                    Fault("duplicate-key", mark.line, mark.column, key, (("key", key),))
                )
                self.findings.lost_paths.append((*path, key))
            else:
                result[key] = value
                result.marks += marks

    def _faulty_field(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> Any:
        """Return what can be saved of a field: its value without the faulty entries in it."""
        head = KEY.fullmatch(self.lines[start])
        if head is None:
            if self._owns_lines(start, end, indent_of(self.lines[start])):
                fault = SyntaxFault(start, indent_of(self.lines[start]), "missing-colon")
            return self._lose(fault, start, end, (*path, self.lines[start].strip()))
        key = key_in(head)
        below = self._first_significant(start + 1, end)
        if not VALUE_BELOW.fullmatch(head["rest"]) or below is None:
            return self._leaf(fault, start, end, (*path, key))
        count = len(self.findings.faults)
        value = self.region(start + 1, end, (*path, key))
        if len(self.findings.faults) == count:
            self.report(fault)
        if value is _LOST:
            self.findings.lost_paths.append((*path, key))
            return _LOST
        field_map = Map({key: value})
        field_map.marks = [self._spot(start), self._spot(below)]
        return field_map

    # -- lists -------------------------------------------------------------------------------------

    def _sequence(self, first: int, end: int, path: TreePath) -> Any:
        result = Seq()
        result.marks = []
        for start, stop in self._pieces(first, end, is_mapping=False):
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
        first = self._first_significant(start, end)
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
        self.findings.lost_paths.append(path)
        self._note_lost(start, end)
        return _LOST

    def _report_stray(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> None:
        self.report(fault)
        head = KEY.fullmatch(self.lines[start])
        if head is not None:
            self.findings.lost_paths.append((*path, key_in(head)))
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
