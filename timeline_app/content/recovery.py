# SPDX-License-Identifier: MIT
"""Goes on reading after a syntax fault, at the next entry of the same indentation.

A text that does not parse is cut by indentation into its entries, and each is parsed by itself; one that
does not parse is cut again. What cannot be cut further is the fault: it is left out, and told once. So
every line is parsed a few times for each level of nesting at most, however many faults there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final

from timeline_app.content.guards import NESTING_LIMIT
from timeline_app.content.line_forms import (
    COLON,
    DASH,
    FIRST_WORD,
    INSIGNIFICANT,
    KEY,
    OWN_ID,
    SECOND_DOCUMENT,
    VALUE_BELOW,
    VALUE_ON_NEXT_LINES,
    code_for_line,
    indent_of,
    is_tabbed,
    key_in,
)
from timeline_app.content.node_tree import (
    Composer,
    Doubles,
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
from timeline_app.content.problems import did_you_mean

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
        recovery = _Recovery(composer, text.split("\n"), findings, root_fields)
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
    root_fields: Collection[str] = ()
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
                return self._sequence(self._settle(first, end, path), end, path)
            if KEY.fullmatch(self.lines[first]):
                return self._mapping(self._settle(first, end, path), end, path)
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

    def _first_significant(self, start: int, end: int, *, skip_tabbed: bool = False) -> int | None:
        for number in range(start, end):
            line = self.lines[number]
            if not INSIGNIFICANT.fullmatch(line) and not (skip_tabbed and is_tabbed(line)):
                return number
        return None

    def _settle(self, first: int, end: int, path: TreePath) -> int:
        """Cut lines that do not stand in line with the region's entries; return its first entry."""
        indent = self._entry_indent(first, end)
        number = first
        while indent_of(self.lines[number]) != indent:
            number += 1
        if number > first:
            stray = SyntaxFault(first, indent_of(self.lines[first]), "bad-indentation")
            self._report_stray(stray, first, number, path)
        first = number
        while number < end:
            line = self.lines[number]
            if indent_of(line) >= indent or INSIGNIFICANT.fullmatch(line):
                number += 1
                continue
            stop = self._end_of_stray(number, end, indent)
            self._report_stray(SyntaxFault(number, indent_of(line), "bad-indentation"), number, stop, path)
            number = stop
        return first

    def _entry_indent(self, first: int, end: int) -> int:
        """Return where a region's entries begin: where most do, if its first line stands deeper."""
        indent = indent_of(self.lines[first])
        form = DASH if DASH.fullmatch(self.lines[first]) else KEY
        counts = Counter(
            own
            for line in self.lines[first:end]
            if (own := indent_of(line)) <= indent and form.fullmatch(line) and not is_tabbed(line)
        )
        return max(counts, key=lambda own: (counts[own], own)) if counts else indent

    def _end_of_stray(self, number: int, end: int, indent: int) -> int:
        """Return where the lines end that go with a stray one: its own value, up to the next entry."""
        line = self.lines[number]
        own = -1 if is_tabbed(line) else indent_of(line)
        below = self._first_significant(number + 1, end, skip_tabbed=True)
        if below is None:
            return end
        deeper = indent_of(self.lines[below])
        is_item_before_item = DASH.fullmatch(line) and DASH.fullmatch(self.lines[below])
        if is_tabbed(line) and DASH.fullmatch(line.lstrip()):
            fields = next((n for n in range(below, end) if KEY.fullmatch(self.lines[n])), below)
            return self._first_left_of(indent_of(self.lines[fields]), below, end)
        if deeper > own and not is_item_before_item and VALUE_ON_NEXT_LINES.fullmatch(line):
            return self._first_left_of(deeper, below, end)
        return below if is_tabbed(line) else self._next_entry(below, end, own, indent)

    def _first_left_of(self, indent: int, start: int, end: int) -> int:
        """Return the first line that stands further left than an indent."""
        for number in range(start, end):
            line = self.lines[number]
            if indent_of(line) < indent and not INSIGNIFICANT.fullmatch(line) and not is_tabbed(line):
                return number
        return end

    def _next_entry(self, start: int, end: int, own: int, indent: int) -> int:
        """Return the first line that is an entry of the region, or stands no deeper than the stray."""
        for number in range(start, end):
            line = self.lines[number]
            is_entry = indent_of(line) == indent and (KEY.fullmatch(line) or DASH.fullmatch(line))
            if not INSIGNIFICANT.fullmatch(line) and (indent_of(line) <= own or is_entry):
                return number
        return end

    # -- mappings ----------------------------------------------------------------------------------

    def _mapping(self, first: int, end: int, path: TreePath) -> Any:
        result = Map()
        result.marks = []
        doubles = Doubles()
        for start, stop in self._pieces(first, end, path, is_mapping=True):
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

    def _pieces(self, first: int, end: int, path: TreePath, *, is_mapping: bool) -> list[tuple[int, int]]:
        """Return the line ranges of a region's entries."""
        indent = indent_of(self.lines[first])
        holds_entries = is_mapping and self._holds_entries(first, end, indent)
        starts = [first]
        for number in range(first + 1, end):
            line = self.lines[number]
            if indent_of(line) != indent or INSIGNIFICANT.fullmatch(line) or is_tabbed(line):
                continue
            is_item = DASH.fullmatch(line) is not None
            if is_item is is_mapping or (not path and self._is_foreign(number, starts[-1], end)):
                continue
            if holds_entries and self._is_under_indented(number, starts[-1], end):
                stray = SyntaxFault(number, indent, "bad-indentation")
                self._report_stray(stray, number, number + 1, path)
            elif is_item or KEY.fullmatch(line) or self._owns_lines(number, end, indent):
                starts.append(number)
        return list(zip(starts, [*starts[1:], end], strict=True))

    def _holds_entries(self, first: int, end: int, indent: int) -> bool:
        """Tell whether a mapping is one of ids and entries: most of its values are mappings themselves."""
        heads = [
            head
            for line in self.lines[first:end]
            if indent_of(line) == indent and (head := KEY.fullmatch(line)) is not None
        ]
        entries = sum(1 for head in heads if VALUE_BELOW.fullmatch(head["rest"]) or "{" in head["rest"])
        return 2 * entries > len(heads)

    def _is_foreign(self, number: int, section: int, end: int) -> bool:
        """Tell whether a key at the left margin is no field of the root but an entry that lost its indent."""
        head = KEY.fullmatch(self.lines[number])
        if head is None or not self.root_fields or not VALUE_BELOW.fullmatch(head["rest"]):
            return False
        key = key_in(head)
        above = self._first_significant(section + 1, number)
        below = self._first_significant(number + 1, end)
        if above is None or below is None or key in self.root_fields:
            return False
        is_deeper = indent_of(self.lines[below]) > indent_of(self.lines[above])
        return is_deeper and did_you_mean(key, self.root_fields) is None

    def _is_under_indented(self, number: int, entry: int, end: int) -> bool:
        """Tell whether a field belongs to the entry above: it has a value, and that entry's fields follow."""
        head, above = KEY.fullmatch(self.lines[number]), KEY.fullmatch(self.lines[entry])
        below = self._first_significant(number + 1, end)
        if (
            head is None
            or above is None
            or below is None
            or VALUE_ON_NEXT_LINES.fullmatch(self.lines[number])
        ):
            return False
        if not VALUE_BELOW.fullmatch(above["rest"]) or not KEY.fullmatch(self.lines[below]):
            return False
        first = self._first_significant(entry + 1, number)
        deeper = indent_of(self.lines[below])
        return deeper > indent_of(self.lines[number]) and (
            first is None
            or (indent_of(self.lines[first]) == deeper and not DASH.fullmatch(self.lines[first]))
        )

    def _owns_lines(self, number: int, end: int, indent: int) -> bool:
        """Tell whether a line that is no key has lines below it as a key would have: its colon is missing."""
        below = self._first_significant(number + 1, end)
        return (
            below is not None
            and indent_of(self.lines[below]) > indent
            and not COLON.search(self.lines[number])
        )

    def _fields(self, start: int, end: int, path: TreePath) -> list[tuple[str, Any, Mark, Mark]]:
        """Return key, value and their marks for each field that can be read in some lines: mostly one."""
        try:
            node = self._parse(start, end, path)
        except SyntaxFault as fault:
            node = self._faulty_field(fault, start, end, path)
        if isinstance(node, Map):
            return list(zip(node.keys(), node.values(), node.marks[::2], node.marks[1::2], strict=True))
        if node is not _LOST:
            no_colon = SyntaxFault(start, indent_of(self.lines[start]), "missing-colon")
            self._lose(no_colon, start, end, path)
        return []

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
        for start, stop in self._pieces(first, end, path, is_mapping=False):
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
        if path and KEY.fullmatch(self.lines[start]) is None:
            self.findings.lost_heads.update(FIRST_WORD.findall(self.lines[start]))
        self.findings.lost_paths.append(path)
        self._note_lost(start, end)
        return _LOST

    def _report_stray(self, fault: SyntaxFault, start: int, end: int, path: TreePath) -> None:
        self.report(fault)
        head = KEY.fullmatch(self.lines[start].lstrip())
        if head is not None:
            self.findings.lost_paths.append((*path, key_in(head)))
            self.findings.lost_ids.add(key_in(head))
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
