# SPDX-License-Identifier: MIT
"""Where each value of a YAML text stands to the letter, so that one can be replaced and all else left as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline_app.content.composer import event_reader
from timeline_app.content.node_tree import Mark, Spot

_BLOCK_STYLES: Final = ("|", ">")
_GAP: Final = re.compile(r"(?:\s|#[^\n]*(?:\n|$))*")
"""What may stand between an anchor or a tag and the value: blanks, line breaks, comments."""
_PROPERTY: Final = re.compile(r"[&!]\S*")


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A text among the values, or an alias in the place of one. All positions are offsets into the text.

    `start` is where it begins, behind its anchor; `origin` is the value itself: this one, or the one that
    an alias stands for. `key` and `key_end` are those of its field; both -1 in a list.
    """

    mark: Spot
    start: int
    end: int
    style: str
    origin: int
    is_alias: bool
    is_in_flow: bool
    key: int = -1
    key_end: int = -1

    @property
    def is_block(self) -> bool:
        """Whether the value stands on the lines below a `|` or `>`."""
        return self.style in _BLOCK_STYLES


@dataclass(slots=True, eq=False)
class Places:
    """All values of a text by their marks, and how often each is used: by itself and by its aliases."""

    text: str
    values: dict[Spot, Value] = field(default_factory=dict)
    uses: dict[int, int] = field(default_factory=dict)
    joined_lines: set[int] = field(default_factory=set)
    """Lines whose end lies inside a text in quotes or a plain one that goes on below."""
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def offset(self, mark: Mark) -> int:
        """Return the offset of a mark."""
        return self._starts[mark.line] + mark.column

    def line_of(self, offset: int) -> int:
        """Return the line, counted from 0, in which an offset lies."""
        return bisect_right(self._starts, offset) - 1

    def line_start(self, line: int) -> int:
        """Return the offset at which a line begins."""
        return self._starts[line]

    def line_end(self, line: int) -> int:
        """Return the offset of a line's break, or of the text's end."""
        return self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        """Return a line without its break."""
        return self.text[self._starts[number] : self.line_end(number)]


@dataclass(slots=True)
class _Frame:
    """A container that is open: whether it is a mapping, in flow style, and the key whose value is due."""

    is_map: bool
    is_flow: bool
    key: tuple[int, int] | None = None
    is_key_due: bool = True


def find_places(text: str) -> Places:
    """Return the places of all values in the first document of a text; raise yaml.YAMLError if it is faulty."""
    return _Finder(text).run()


class _Finder:
    """One run over the events of a text."""

    def __init__(self, text: str) -> None:
        self._places = Places(text)
        self._anchors: dict[str, int] = {}
        self._stack: list[_Frame] = []

    def run(self) -> Places:
        get_event: Callable[[], Any] = event_reader(self._places.text)
        while True:
            event = get_event()
            if isinstance(event, DocumentEndEvent | StreamEndEvent):
                get_event()  # What follows the document may be a fault of its syntax.
                return self._places
            if isinstance(event, MappingEndEvent | SequenceEndEvent):
                self._stack.pop()
            elif isinstance(event, NodeEvent):
                self._node(event)

    def _node(self, event: Any) -> None:
        frame = self._stack[-1] if self._stack else None
        is_key = frame is not None and frame.is_map and frame.is_key_due
        if isinstance(event, ScalarEvent):
            self._scalar(event, frame, is_key=is_key)
        elif isinstance(event, AliasEvent):
            self._alias(event, frame, is_key=is_key)
        if frame is not None and frame.is_map:
            if is_key and not isinstance(event, ScalarEvent):
                frame.key = None
            frame.is_key_due = not is_key
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            is_map = isinstance(event, MappingStartEvent)
            self._stack.append(_Frame(is_map, bool(event.flow_style)))
            if event.anchor is not None:
                self._anchors.pop(event.anchor, None)

    def _scalar(self, event: Any, frame: _Frame | None, *, is_key: bool) -> None:
        start = self._content_start(event)
        end = self._places.offset(event.end_mark)
        style = event.style or ""
        first, last = event.start_mark.line, event.end_mark.line
        if style in _BLOCK_STYLES:
            end = self._block_end(start, event.end_mark)
        else:
            self._places.joined_lines.update(range(self._places.line_of(start), last))
        if event.anchor is not None:
            self._anchors[event.anchor] = start
        if is_key and frame is not None:
            frame.key = (self._places.offset(event.start_mark), end) if first == last else None
        else:
            self._add(event, frame, (start, end), style, start)

    def _alias(self, event: Any, frame: _Frame | None, *, is_key: bool) -> None:
        origin = self._anchors.get(event.anchor)
        if origin is None:
            return
        if is_key:
            self._places.uses[origin] = self._places.uses.get(origin, 0) + 1
            return
        extent = self._places.offset(event.start_mark), self._places.offset(event.end_mark)
        self._add(event, frame, extent, "", origin)

    def _add(
        self, event: Any, frame: _Frame | None, extent: tuple[int, int], style: str, origin: int
    ) -> None:
        mark = Spot(event.start_mark.line, event.start_mark.column)
        is_flow = frame is not None and frame.is_flow
        key, key_end = (frame.key or (-1, -1)) if frame is not None and frame.is_map else (-1, -1)
        is_alias = isinstance(event, AliasEvent)
        self._places.values[mark] = Value(mark, *extent, style, origin, is_alias, is_flow, key, key_end)
        self._places.uses[origin] = self._places.uses.get(origin, 0) + 1

    def _content_start(self, event: Any) -> int:
        """Return where a text begins behind its anchor and tag."""
        start = self._places.offset(event.start_mark)
        if event.anchor is None and event.tag is None:
            return start
        text, end = self._places.text, self._places.offset(event.end_mark)
        while start < end and (found := _PROPERTY.match(text, start)) is not None:
            gap = _GAP.match(text, found.end())
            start = gap.end() if gap is not None else found.end()
        return start

    def _block_end(self, start: int, end_mark: Mark) -> int:
        """Return where the last line of a text below a `|` or `>` ends, empty lines behind it not counted."""
        places = self._places
        header = places.line_of(start)
        last = end_mark.line
        if not places.line(last)[: end_mark.column].strip():
            last -= 1
        while last > header and not places.line(last).strip():
            last -= 1
        return places.line_end(last)
