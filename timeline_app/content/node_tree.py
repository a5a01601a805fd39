# SPDX-License-Identifier: MIT
"""The file as a tree of texts, lists and mappings with positions, and what was found besides it.

Containers are a dict and a list that also know where their parts stand, so that msgspec converts them
as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol, TypeAlias

from timeline_app.base.messages import Param

Node: TypeAlias = "str | Map | Seq | None"
Key: TypeAlias = "str | int"
TreePath: TypeAlias = tuple[Key, ...]


class Mark(Protocol):
    """A position counted from 0, as PyYAML gives it."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The column."""
        ...


class Spot(NamedTuple):
    """A mark of our own."""

    line: int
    column: int


class Map(dict[Any, Any]):
    """A mapping; `marks` holds the positions of key, value, key, value, … in order.

    `gaps` are the fields that were left out of it, `blanks` those that the file has without a value; each is set
    only where there are any.
    """

    __slots__ = ("blanks", "gaps", "marks")
    marks: list[Mark]
    blanks: frozenset[str]
    gaps: frozenset[str]

    def mark_of(self, key: Key, *, is_key: bool = False) -> Mark:
        """Return where a value stands, or its key."""
        return self.marks[2 * list(self).index(key) + (0 if is_key else 1)]


class Seq(list[Any]):
    """A list; `marks` holds the positions of its items."""

    __slots__ = ("marks",)
    marks: list[Mark]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that did not stop the parsing; positions count from 0."""

    code: str
    line: int
    column: int
    excerpt: str = ""
    params: tuple[tuple[str, Param], ...] = ()
    suggest_from: tuple[str, ...] = ()


@dataclass(slots=True)
class Findings:
    """What was found besides the tree: faults, and what was left out.

    Of what was left out: paths, first lines, the ids that it declares, and the beginnings of lines that
    may have been ids but cannot be read.
    """

    faults: list[Fault] = field(default_factory=list)
    lost_paths: list[TreePath] = field(default_factory=list)
    lost_lines: list[int] = field(default_factory=list)
    lost_ids: set[str] = field(default_factory=set)
    lost_heads: set[str] = field(default_factory=set)

    def add(self, found: Findings) -> None:
        """Take over what was found in a piece."""
        self.faults += found.faults
        self.lost_paths += found.lost_paths
        self.lost_lines += found.lost_lines
        self.lost_ids |= found.lost_ids
        self.lost_heads |= found.lost_heads

    def move_down(self, lines: int) -> None:
        """Count all places from the start of the text in which a piece stands."""
        self.faults = [replace(fault, line=fault.line + lines) for fault in self.faults]
        self.lost_lines = [line + lines for line in self.lost_lines]


class Doubles:
    """Which double keys of one mapping to tell.

    Two in a row, or one behind a line that was cut, mean that the head of an entry is missing, so that
    its fields fell to the entry before: that is one fault.
    """

    def __init__(self) -> None:
        self._in_a_row = 0
        self._is_behind_cut = False
        self._is_restarted = False

    def pass_good(self) -> None:
        """Note a key that stands for the first time."""
        self._in_a_row = 0
        self._is_behind_cut = False

    def pass_fault(self) -> None:
        """Note a line that was cut: it may have been the head of the entry that the next fields are of."""
        self._is_behind_cut = True

    def is_to_be_told(self) -> bool:
        """Note a double key, and tell whether it is a fault of its own."""
        self._in_a_row += 1
        self._is_restarted |= self._in_a_row > 1
        return not (self._is_restarted or self._is_behind_cut)


def end_of_part(node: Any, key: Key, end_line: int) -> int:
    """Return the line at which a part of a container ends: where the next begins, or the whole ends."""
    following = 2 * (list(node).index(key) + 1) if isinstance(node, Map) else int(key) + 1
    return node.marks[following].line if following < len(node.marks) else end_line


def last_line(node: Any, default: int) -> int:
    """Return the last line on which a part of the tree begins."""
    if not isinstance(node, Map | Seq) or not node.marks:
        return default
    last = next(reversed(node.values())) if isinstance(node, Map) else node[-1]
    return last_line(last, node.marks[-1].line)


def shifted(node: Any, lines: int) -> Any:
    """Return the tree of a piece with its marks counted from the start of the whole text."""
    if lines and isinstance(node, Map | Seq) and not (node.marks and isinstance(node.marks[0], Spot)):
        node.marks = [Spot(mark.line + lines, mark.column) for mark in node.marks]
        for part in node.values() if isinstance(node, Map) else node:
            shifted(part, lines)
    return node
