# SPDX-License-Identifier: MIT
"""What the indentation of lines tells when they are not YAML: where entries begin, and which lines are astray.

Nothing here is certain. Each rule names a slip of the hand that it is for; a wrong guess costs a second
problem or a lost field, never more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeAlias

from timeline_app.content.line_forms import (
    BARE_ITEM,
    COLON,
    DASH,
    INSIGNIFICANT,
    KEY,
    VALUE_BELOW,
    VALUE_ON_NEXT_LINES,
    indent_of,
    is_tabbed,
    key_in,
)
from timeline_app.content.problems import did_you_mean

Range: TypeAlias = tuple[int, int]


@dataclass(slots=True)
class Layout:
    """The lines of a text; ranges leave their end out.

    `root_fields` are the names of outermost fields; a text with more than `strangers_left` lines at the
    margin that may be none of them is no exhibit, and looking at each would be slow.
    """

    lines: list[str]
    root_fields: Collection[str] = ()
    strangers_left: int = 500

    def first_significant(self, start: int, end: int, *, skip_tabbed: bool = False) -> int | None:
        """Return the first line that is neither empty nor a comment."""
        for number in range(start, end):
            line = self.lines[number]
            if not INSIGNIFICANT.fullmatch(line) and not (skip_tabbed and is_tabbed(line)):
                return number
        return None

    def is_list(self, first: int) -> bool:
        """Tell whether a region that begins with this line is a list."""
        line = self.lines[first]
        return DASH.fullmatch(line) is not None or BARE_ITEM.match(line) is not None

    def is_mapping(self, first: int, end: int) -> bool:
        """Tell whether a region is a mapping, be it that its first line is no good key."""
        indent = indent_of(self.lines[first])
        return any(
            indent_of(line) == indent and KEY.fullmatch(line) is not None for line in self.lines[first:end]
        )

    # -- regions -----------------------------------------------------------------------------------

    def settle(self, first: int, end: int) -> tuple[int, list[Range]]:
        """Return a region's first entry, and the lines that do not stand in line with its entries."""
        indent = self._entry_indent(first, end)
        number = first
        while indent_of(self.lines[number]) != indent:
            number += 1
        strays = [(first, number)] if number > first else []
        first = number
        while number < end:
            line = self.lines[number]
            if indent_of(line) >= indent or INSIGNIFICANT.fullmatch(line):
                number += 1
                continue
            stop = self._end_of_stray(number, end, indent)
            strays.append((number, stop))
            number = stop
        return first, strays

    def _entry_indent(self, first: int, end: int) -> int:
        """Return where a region's entries begin: where most do, if its first line is out of line.

        Of two as good as each other an even one: hands that slip leave odd indents.
        """
        line = self.lines[first]
        indent = indent_of(line)
        form = DASH if self.is_list(first) else KEY
        if form is DASH:
            fields = self._fields_of_item(first, end)
            if fields is not None and fields - 2 != indent and self._has_item_at(fields - 2, first + 1, end):
                return fields - 2
        below = self.first_significant(first + 1, end)
        next_indent = indent if below is None else indent_of(self.lines[below])
        is_open = (
            KEY.fullmatch(line.replace("-", " ", 1)) if form is DASH else VALUE_ON_NEXT_LINES.fullmatch(line)
        )
        deeper = indent if is_open else next_indent
        counts = Counter(
            own
            for line in self.lines[first:end]
            if ((own := indent_of(line)) <= indent or own == deeper)
            and form.fullmatch(line)
            and not is_tabbed(line)
        )
        return max(counts, key=lambda own: (counts[own], own % 2 == 0, own == indent)) if counts else indent

    def _fields_of_item(self, item: int, end: int) -> int | None:
        """Return where the fields of an item stand that has some below its first line."""
        below = self.first_significant(item + 1, end)
        if below is None or not KEY.fullmatch(self.lines[below]):
            return None
        return indent_of(self.lines[below])

    def _has_item_at(self, indent: int, start: int, end: int) -> bool:
        return any(indent_of(line) == indent and DASH.fullmatch(line) for line in self.lines[start:end])

    # -- strays ------------------------------------------------------------------------------------

    def _end_of_stray(self, number: int, end: int, indent: int) -> int:
        """Return where the lines end that go with a stray one: its own value, up to the next entry."""
        line = self.lines[number]
        own = -1 if is_tabbed(line) else indent_of(line)
        below = self.first_significant(number + 1, end, skip_tabbed=True)
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

    # -- entries -----------------------------------------------------------------------------------

    def items(self, first: int, end: int) -> tuple[list[Range], list[Range]]:
        """Return the items of a list, and the lines in it that belong to nothing.

        A key between items, as deep as they, has lost its place; the items below are its own.
        """
        indent = indent_of(self.lines[first])
        starts = [first]
        for number in range(first + 1, end):
            line = self.lines[number]
            if indent_of(line) != indent or INSIGNIFICANT.fullmatch(line) or is_tabbed(line):
                continue
            head = KEY.fullmatch(line)
            if DASH.fullmatch(line) or BARE_ITEM.match(line):
                starts.append(number)
            elif head is not None and VALUE_BELOW.fullmatch(head["rest"]):
                return _ranges(starts, number), [(number, end)]
        return _ranges(starts, end), []

    def fields(self, first: int, end: int, *, is_root: bool) -> tuple[list[Range], list[Range]]:
        """Return the fields of a mapping, and the lines in it that belong to nothing."""
        indent = indent_of(self.lines[first])
        holds_entries = not is_root and self._holds_entries(first, end, indent)
        names = self._field_names(first, end, indent) if holds_entries else ()
        starts = [first]
        strays: list[Range] = []
        stray_until = 0
        for number in range(first + 1, end):
            line = self.lines[number]
            if indent_of(line) != indent or INSIGNIFICANT.fullmatch(line) or is_tabbed(line):
                continue
            if number < stray_until or DASH.fullmatch(line):
                continue
            if is_root and self._is_foreign(number, starts, end):
                continue
            if names and (stray_until := self._end_of_under_indented(number, end, names)):
                strays.append((number, stray_until))
            elif KEY.fullmatch(line) or self.owns_lines(number, end):
                starts.append(number)
        return _ranges(starts, end), strays

    def _holds_entries(self, first: int, end: int, indent: int) -> bool:
        """Tell whether a mapping is one of ids and entries: most of its values are mappings themselves."""
        heads = [
            head
            for line in self.lines[first:end]
            if indent_of(line) == indent and (head := KEY.fullmatch(line)) is not None
        ]
        entries = sum(1 for head in heads if VALUE_BELOW.fullmatch(head["rest"]) or "{" in head["rest"])
        return 2 * entries > len(heads)

    def _is_foreign(self, number: int, starts: list[int], end: int) -> bool:
        """Tell whether a line at the left margin is no field of the root but part of an entry, astray."""
        if not self.root_fields or self.strangers_left == 0:
            return False
        self.strangers_left -= 1
        above = self.first_significant(starts[-1] + 1, number)
        below = self.first_significant(number + 1, end)
        if above is None or below is None or indent_of(self.lines[below]) == indent_of(self.lines[number]):
            return False
        head = KEY.fullmatch(self.lines[number])
        word = self.lines[number].split()[0] if head is None else key_in(head)
        if word in self.root_fields and not self._is_told(word, starts):
            return False
        if head is not None and not VALUE_ON_NEXT_LINES.fullmatch(self.lines[number]):
            return indent_of(self.lines[below]) >= indent_of(self.lines[above])
        is_deeper = indent_of(self.lines[below]) > indent_of(self.lines[above])
        return (head is None or is_deeper) and did_you_mean(word, self.root_fields) is None

    def _is_told(self, key: str, starts: list[int]) -> bool:
        heads = (KEY.fullmatch(self.lines[start]) for start in starts)
        return any(head is not None and key_in(head) == key for head in heads)

    def _field_names(self, first: int, end: int, indent: int) -> set[str]:
        """Return the names of the fields that the entries of a mapping have."""
        depths: Counter[int] = Counter()
        for number in range(first, end):
            head = KEY.fullmatch(self.lines[number]) if indent_of(self.lines[number]) == indent else None
            if head is not None and VALUE_BELOW.fullmatch(head["rest"]):
                below = self.first_significant(number + 1, end)
                depths[indent if below is None else indent_of(self.lines[below])] += 1
        usual = max(depths, key=lambda depth: depths[depth], default=indent)
        heads = (KEY.fullmatch(line) for line in self.lines[first:end] if indent_of(line) == usual > indent)
        return {key_in(head) for head in heads if head is not None}

    def _end_of_under_indented(self, number: int, end: int, names: Collection[str]) -> int:
        """Return where a line ends that is no entry but a field of the one above; 0 if it is an entry."""
        head = KEY.fullmatch(self.lines[number])
        below = self.first_significant(number + 1, end)
        if head is None or below is None or key_in(head) not in names:
            return 0
        deeper = indent_of(self.lines[below])
        if deeper <= indent_of(self.lines[number]):
            return 0
        has_value_below = VALUE_ON_NEXT_LINES.fullmatch(self.lines[number]) is not None
        return self._first_left_of(deeper, below, end) if has_value_below else number + 1

    def owns_lines(self, number: int, end: int) -> bool:
        """Tell whether a line that is no key has lines below it as a key would have: its colon is missing."""
        line = self.lines[number]
        below = self.first_significant(number + 1, end)
        return below is not None and indent_of(self.lines[below]) > indent_of(line) and not COLON.search(line)


def _ranges(starts: list[int], end: int) -> list[Range]:
    return list(zip(starts, [*starts[1:], end], strict=True))
