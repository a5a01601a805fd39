# SPDX-License-Identifier: MIT
"""Changes parts of a YAML text, and no other letter of it: what stays, stays as somebody has typed it.

Comments go with what they stand above or behind. The old value of each part is known beside its place in the text,
so that only what differs is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, TypeAlias

import yaml

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
Origins: TypeAlias = Sequence[int | None]
"""For each item of a list the place that it had before, None for one that is new."""

WIDTH: Final = 112
_KEY: Final = "k"
"""Stands for a dash while a value is written."""
_BLOCK_TEXT: Final = ("|", ">")
_HEAD: Final = re.compile(r"\S*[:-](?: [|>][-+0-9]*)?")
"""A line that ends before its value begins on the next: there a comment may stand behind it."""


class Patched:
    """A text in lines, of which nodes are written again with other values.

    `in_quotes` writes no text in lines of its own, below which a deeper comment would count as one of them.
    """

    def __init__(
        self, text: str, origins: Mapping[int, Origins] | None = None, *, in_quotes: bool = False
    ) -> None:
        self.lines = text.split("\n")
        self._origins = origins or {}
        self._writer = _QuotingWriter if in_quotes else _Writer

    def mapping(
        self, node: yaml.MappingNode, old: Mapping[str, Plain], new: Mapping[str, Plain]
    ) -> list[str]:
        """Return the lines of a mapping with other values, from its first key to its last value."""
        column = node.start_mark.column
        waiting = [key for key in new if key not in old]
        order = list(new)
        told: list[str] = []
        at, is_dropped = node.start_mark.line, False
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line
            while key in new and waiting and order.index(waiting[0]) < order.index(key):
                told += self._new_entry(waiting[0], new[waiting.pop(0)], column)
            told += self._between(at, line, column, is_dropped=is_dropped)
            at, is_dropped = self.last_line(value_node) + 1, key not in new
            if not is_dropped:
                is_same = old.get(key) == new[key]
                told += (
                    self.lines[line:at]
                    if is_same
                    else self._entry(key_node, value_node, old.get(key), new[key])
                )
        for key in waiting:
            told += self._new_entry(key, new[key], column)
        return told

    def _between(self, start: int, end: int, column: int, *, is_dropped: bool) -> list[str]:
        """Return the lines between two keys; deeper comments go with a key that is dropped."""
        while is_dropped and start < end and not self._is_comment(start, column):
            start += 1
        return self.lines[start:end]

    def _entry(self, key_node: yaml.ScalarNode, node: yaml.Node, old: Plain, new: Plain) -> list[str]:
        """Return the lines of a key whose value has changed."""
        line, start = key_node.start_mark.line, node.start_mark.line
        if is_block(node) and start > line:
            if isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict) and new:
                return [*self.lines[line:start], *self.mapping(node, old, new)]
            if (
                isinstance(node, yaml.SequenceNode)
                and isinstance(old, list)
                and isinstance(new, list)
                and new
            ):
                lead = self._lead(start, line, node.start_mark.column)
                return [*self.lines[line:lead], *self.sequence(node, lead, old, new)]
        made = self._new_entry(key_node.value, new, key_node.start_mark.column)
        return commented(made, self.comments(line, [key_node, node]))

    def sequence(
        self, node: yaml.SequenceNode, top: int, old: Sequence[Plain], new: Sequence[Plain]
    ) -> list[str]:
        """Return the lines of a list with other items; those that were there before keep their comments.

        `top` is the first line of the list, with the comments above its first item.
        """
        indent = node.start_mark.column
        blocks = self._blocks(node, top)
        told: list[str] = []
        for value, origin in zip(new, self._origins_of(node, old, new), strict=True):
            if origin is None:
                told += self._new_item(value, indent)
                continue
            lead, first, last, trail = blocks[origin]
            told += self.lines[lead:first]
            if old[origin] == value:
                told += self.lines[first : last + 1]
            else:
                told += self._item(node.value[origin], first, indent, old[origin], value)
            told += self.lines[last + 1 : trail]
        return told

    def _origins_of(self, node: yaml.SequenceNode, old: Sequence[Plain], new: Sequence[Plain]) -> Origins:
        told = self._origins.get(id(node))
        if told is not None:
            return told
        free = list(range(len(old)))
        found: list[int | None] = []
        for value in new:
            place = next((each for each in free if old[each] == value), None)
            if place is not None:
                free.remove(place)
            found.append(place)
        return found

    def _item(self, node: yaml.Node, first: int, indent: int, old: Plain, new: Plain) -> list[str]:
        """Return the lines of an item whose value has changed."""
        if not (isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict)):
            return self._anew(node, indent, new)
        if not (is_block(node) and new):
            return self._anew(node, indent, new)
        before = self.lines[first]
        if node.start_mark.line != first:
            return [*self.lines[first : node.start_mark.line], *self.mapping(node, old, new)]
        # The dash stands on the line of the first key, which may go: it is put back before whatever comes first.
        self.lines[first] = before[:indent] + " " + before[indent + 1 :]
        made = self.mapping(node, old, new)
        self.lines[first] = before
        if made[0].lstrip()[:1] in {"#", ""}:
            return [indent * " " + "-", *made]
        return [made[0][:indent] + "-" + made[0][indent + 1 :], *made[1:]]

    def _anew(self, node: yaml.Node, indent: int, new: Plain) -> list[str]:
        """Return the lines of an item that is written as a whole."""
        made, comments = self._new_item(new, indent), self.comments(node.start_mark.line, [node])
        if isinstance(new, dict):
            return [*(indent * " " + comment for comment in comments), *made]
        return commented(made, comments)

    def _new_entry(self, key: str, value: Plain, column: int) -> list[str]:
        return _lines({key: value}, column, self._writer)

    def _new_item(self, value: Plain, column: int) -> list[str]:
        if isinstance(value, dict):
            return _lines([value], column, self._writer)
        made = self._new_entry(_KEY, value, column)
        return [f"{column * ' '}-{made[0][column + len(_KEY) + 1 :]}", *made[1:]]

    def _blocks(self, node: yaml.SequenceNode, top: int) -> list[tuple[int, int, int, int]]:
        """Return for each item its first line with the comments above it, its own first and last line, and its end.

        The end is where the next block begins: blank lines and deeper comments below an item go with it.
        """
        indent = node.start_mark.column
        bodies: list[tuple[int, int]] = []
        for each in node.value:
            first = each.start_mark.line
            while not (self.lines[first].startswith("-", indent) and not self.lines[first][:indent].strip()):
                first -= 1
            bodies.append((first, self.last_line(each)))
        leads = [top, *(self._lead(first, last, indent) for (_, last), (first, _) in pairwise(bodies))]
        ends = [*leads[1:], bodies[-1][1] + 1] if bodies else []
        return [(lead, *body, end) for lead, body, end in zip(leads, bodies, ends, strict=True)]

    def _lead(self, line: int, above: int, column: int) -> int:
        """Return the first of the comments directly above a line, below another line."""
        while line - 1 > above and self._is_comment(line - 1, column):
            line -= 1
        return line

    def _is_comment(self, line: int, deepest: int) -> bool:
        """Tell whether a line is a comment that stands no deeper than a column."""
        text = self.lines[line]
        return text.lstrip().startswith("#") and len(text) - len(text.lstrip()) <= deepest

    def last_line(self, node: yaml.Node) -> int:
        """Return the last line on which something of a node stands."""
        if is_block(node) and node.value:
            last = node.value[-1]
            return self.last_line(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.line, node.end_mark
        if isinstance(node, yaml.ScalarNode) and node.style in _BLOCK_TEXT:
            last = end.line if end.column else end.line - 1
            sign = self.lines[start][node.start_mark.column :].partition("#")[0]
            while last > start and "+" not in sign and not self.lines[last].strip():
                last -= 1
            return last
        return max(start, end.line)

    def comments(self, first: int, nodes: Sequence[yaml.Node]) -> list[str]:
        """Return the comments on the lines of a part, the last of which is a value that is written as a whole.

        What stands between the parts of a block goes with these, so only the comment on its first line counts.
        """
        value = nodes[-1]
        last = first if is_block(value) else self.last_line(value)
        texts = [mark for node in nodes for mark in _texts(node)]
        return [
            self.lines[line][place:].rstrip()
            for line in range(first, last + 1)
            if (place := self._comment_place(line, texts)) >= 0
        ]

    def _comment_place(self, line: int, texts: Sequence[tuple[_Place, _Place]]) -> int:
        """Return where a comment begins on a line, -1 for none; what looks like one within a text is none."""
        for found in re.finditer("#", self.lines[line]):
            place = found.start()
            if not any(start <= (line, place) < end for start, end in texts):
                return place
        return -1


_Place: TypeAlias = tuple[int, int]
"""A line and a column, from 0."""


def _texts(node: yaml.Node) -> Iterator[tuple[_Place, _Place]]:
    """Yield where the texts of a node begin and end; one in lines of its own begins below its sign."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark, node.end_mark
        below = node.style in _BLOCK_TEXT
        yield (start.line + 1, 0) if below else (start.line, start.column), (end.line, end.column)
    elif not is_block(node):
        for part in node.value:
            for each in part if isinstance(part, tuple) else (part,):
                yield from _texts(each)


def commented(made: list[str], comments: Sequence[str]) -> list[str]:
    """Return the lines of a part with comments: the last one behind it, or behind its first line where it is a head."""
    if not comments:
        return made
    indent = made[0][: len(made[0]) - len(made[0].lstrip())]
    above, behind = [indent + comment for comment in comments[:-1]], f"  {comments[-1]}"
    if _HEAD.fullmatch(made[0].strip()):
        return [*above, made[0] + behind, *made[1:]]
    return [*above, *made[:-1], made[-1] + behind]


def is_block(node: yaml.Node) -> bool:
    """Tell whether a node is a list or mapping with one part a line."""
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def entry(key: str, value: Plain, column: int) -> list[str]:
    """Return the lines of a key with its value, which begin at a column, from 0."""
    return _lines({key: value}, column, _Writer)


class _Writer(yaml.SafeDumper):
    """Writes as the exhibits are written: lists of names on one line, texts over several lines as they are read."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        """PyYAML's: the items of a list stand deeper than its key."""
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """PyYAML's: write everything out."""
        del data
        return True


class _QuotingWriter(_Writer):
    """Writes texts over several lines in quotes."""


def _write_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    """Write a text of several lines in lines of its own, in quotes where empty ones at its ends would get lost."""
    style = None
    if "\n" in text:
        is_quoted = isinstance(writer, _QuotingWriter) or text.startswith("\n") or text.endswith("\n\n")
        style = '"' if is_quoted else "|"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _write_list(writer: _Writer, values: list[Plain]) -> yaml.SequenceNode:
    is_short = not any(isinstance(value, list | dict) for value in values)
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_short)


_Writer.add_representer(str, _write_text)
_Writer.add_representer(list, _write_list)
_QuotingWriter.yaml_representers = _Writer.yaml_representers


def _lines(value: Plain, column: int, writer: type[_Writer]) -> list[str]:
    """Return the lines of a value as a block that begins at a column."""
    text = yaml.dump(
        value,
        Dumper=writer,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=max(WIDTH - column, 40),
    )
    return [column * " " + line if line else "" for line in text.rstrip("\n").split("\n")]
