# SPDX-License-Identifier: MIT
"""Where the parts of one large JSON mapping lie, without making anything of them: its fields, its events.

It is for `.json` exhibits what line breaks are for `.jsonl` ones. Only strings and brackets are looked at;
whether a part is good JSON is found out when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(rb'"(?:[^"\\\n]|\\.)*"|[{}\[\]"]')
_BLANKS: Final = re.compile(rb"[ \t\r\n]*")
_NAME: Final = re.compile(rb'"((?:[^"\\\n]|\\.)*)"[ \t\r\n]*:[ \t\r\n]*')
_SCALAR: Final = re.compile(rb'"(?:[^"\\\n]|\\.)*"|[^,\[\]{}"\s]+')
_NEXT_ELEMENT: Final = re.compile(rb"\}[ \t\r]*,?[ \t\r\n]*(?=\{)|\n[ \t]*(?=\{)")
_OPENING: Final = {b"{": b"}", b"[": b"]"}


class Span(NamedTuple):
    """A part from one offset to another; `is_whole` tells that its brackets are in order."""

    start: int
    end: int
    is_whole: bool


class Field(NamedTuple):
    """A field of the mapping: where its name stands, and what it is called; "" and a span where none can be read."""

    start: int
    name: bytes
    value: int
    fault: Span | None = None


class Walk:
    """Goes once through the fields of the mapping that begins at an offset.

    After a fault it goes on at the next field that stands as far to the left as the first one.
    """

    def __init__(self, data: bytes, start: int, *, in_list: bool = False) -> None:
        self._data = data
        self._at = start if in_list else skip_blanks(data, start + 1)
        indent = data[data.rfind(b"\n", 0, self._at) + 1 : self._at]
        self._next_field = re.compile(
            rb"\n" + (indent if not indent.strip() else b"") + rb'(?="[A-Za-z]\w*"[ \t]*:)'
        )

    def fields(self) -> Iterator[Field]:
        """Yield the fields; the value of one may be gone through with `elements` before the next is asked for."""
        data = self._data
        while self._at < len(data) and data[self._at : self._at + 1] != b"}":
            at = self._at
            head = _NAME.match(data, at)
            if head is None:
                yield Field(at, b"", at, Span(at, self._end_of_fault(at), is_whole=False))
                self._at = skip_blanks(data, max(self._end_of_fault(at), at + 1))
                continue
            self._at = head.end()
            yield Field(at, head[1], head.end())
            if self._at == head.end():
                self.value()

    @property
    def at(self) -> int:
        """The offset of what comes next."""
        return self._at

    def value(self) -> Span:
        """Pass the value at hand, and return where it lies."""
        span = span_at(self._data, self._at)
        if not span.is_whole:
            span = span._replace(end=self._end_of_fault(self._at))
        self._at = _behind_comma(self._data, span.end)
        return span

    def elements(self) -> Iterator[Span]:
        """Pass the list at hand, and yield its elements; after a faulty one it goes on at the next."""
        data = self._data
        at, end = skip_blanks(data, self._at + 1), len(data)
        while at < end and data[at : at + 1] != b"]":
            element = span_at(data, at)
            if not element.is_whole:
                end = self._end_of_fault(at)
                later = _NEXT_ELEMENT.search(data, at + 1, end)
                element = Span(at, _end_of(later, end), is_whole=False)
            yield element
            at = _behind_comma(data, max(element.end, at + 1))
        self._at = _behind_comma(data, at + 1) if data[at : at + 1] == b"]" else at

    def _end_of_fault(self, at: int) -> int:
        later = self._next_field.search(self._data, at + 1)
        return later.start() if later is not None else len(self._data)


def skip_blanks(data: bytes, at: int) -> int:
    """Return the offset of what comes next."""
    found = _BLANKS.match(data, at)
    return found.end() if found is not None else at


def _end_of(later: re.Match[bytes] | None, end: int) -> int:
    if later is None:
        return end
    # A brace that ends the faulty element belongs to it.
    return later.start() + 1 if later[0].startswith(b"}") else later.start()


def span_at(data: bytes, at: int) -> Span:
    """Return where the value that begins at an offset ends."""
    sign = data[at : at + 1]
    if sign not in _OPENING:
        scalar = _SCALAR.match(data, at)
        return Span(at, scalar.end(), is_whole=True) if scalar is not None else Span(at, at, is_whole=False)
    waiting: list[bytes] = []
    for token in _TOKEN.finditer(data, at):
        found = token[0]
        if found in _OPENING:
            waiting.append(_OPENING[found])
        elif found in {b"}", b"]"}:
            if waiting.pop() != found:
                return Span(at, token.end(), is_whole=False)
            if not waiting:
                return Span(at, token.end(), is_whole=True)
        elif found == b'"':
            return Span(at, token.end(), is_whole=False)
    return Span(at, len(data), is_whole=False)


def _behind_comma(data: bytes, at: int) -> int:
    at = skip_blanks(data, at)
    return skip_blanks(data, at + 1) if data[at : at + 1] == b"," else at
