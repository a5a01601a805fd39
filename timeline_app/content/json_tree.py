# SPDX-License-Identifier: MIT
"""A piece of JSON as the same tree with positions that YAML gives, so that every check and message is the same.

Scalars stay text here too: `3` and `"3"` are one thing to an author, and the schema gives them their types.
Most lines of a large exhibit never come here; this reader is for those of which something is to be said.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any, Final, NoReturn

from timeline_app.base.messages import Message
from timeline_app.content.guards import NESTING_LIMIT, SCALAR_LIMIT
from timeline_app.content.node_tree import Fault, Findings, Map, Seq, Spot
from timeline_app.content.syntax_faults import SyntaxFault

REASONS: Final = frozenset(
    {"after", "comma", "escape", "extra-comma", "line-break", "name", "remark", "value"}
)
"""What can be wrong with JSON besides what YAML has words for: `problem.json.<reason>` and a hint each."""

_BLANKS: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-])")
_WORDS: Final = {"true": "true", "false": "false", "null": None}
_WORD: Final = re.compile(r"(?:true|false|null)(?!\w)")
_ODD_SIGNS: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BREAKS: Final = re.compile("\r\n?")


def compose_json(text: str, findings: Findings, base: Spot) -> Any:
    """Return the tree of a text that stands at `base`; raise SyntaxFault if it is no JSON."""
    return _Parser(text, findings, base).whole()


def reason_of(fault: SyntaxFault) -> tuple[str, Message, Message] | None:
    """Return the code of a fault that only JSON has, with its reason and what to do; None for any other."""
    if fault.code != "bad-json":
        return None
    return (
        fault.code,
        Message.of(f"problem.json.{fault.detail}"),
        Message.of(f"problem.hint.json-{fault.detail}"),
    )


class _Parser:
    """Goes once through one text."""

    def __init__(self, text: str, findings: Findings, base: Spot) -> None:
        self._text = text
        self._findings = findings
        self._base = base
        self._line, self._line_start = 0, 0

    def whole(self) -> Any:
        node, end = self._value(self._skip(0), 0)
        end = self._skip(end)
        if end < len(self._text):
            self._refuse(end, "after")
        return node

    # -- places ------------------------------------------------------------------------------------

    def _skip(self, at: int) -> int:
        match = _BLANKS.match(self._text, at)
        return match.end() if match is not None else at

    def _spot(self, at: int) -> Spot:
        """Return the place of an offset; offsets are asked for in ascending order, or anew from the start."""
        if at < self._line_start:
            self._line, self._line_start = 0, 0
        breaks = self._text.count("\n", self._line_start, at)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rindex("\n", 0, at) + 1
        column = at - self._line_start + (self._base.column if self._line == 0 else 0)
        return Spot(self._base.line + self._line, column)

    def _refuse(self, at: int, reason: str) -> NoReturn:
        if reason in {"value", "name", "comma"} and self._text[at : at + 1] in {"#", "/"}:
            reason = "remark"
        spot = self._spot(at)
        raise SyntaxFault(spot.line, spot.column, "bad-json", reason)

    def _fail(self, at: int, code: str, detail: str = "") -> NoReturn:
        spot = self._spot(at)
        raise SyntaxFault(spot.line, spot.column, code, detail)

    def _fault(self, at: int, code: str, excerpt: str, **params: str | int) -> None:
        spot = self._spot(at)
        self._findings.faults.append(Fault(code, spot.line, spot.column, excerpt, tuple(params.items())))

    # -- values ------------------------------------------------------------------------------------

    def _value(self, at: int, depth: int) -> tuple[Any, int]:
        sign = self._text[at : at + 1]
        if sign == '"':
            return self._string(at)
        if sign in {"{", "["} and sign:
            if depth >= NESTING_LIMIT:
                self._fail(at, "too-deep", str(NESTING_LIMIT))
            return self._mapping(at, depth + 1) if sign == "{" else self._list(at, depth + 1)
        word = _WORD.match(self._text, at)
        if word is not None:
            return _WORDS[word[0]], word.end()
        number = _NUMBER.match(self._text, at)
        if number is None:
            self._refuse(at, "value")
        return number[0], number.end()

    def _string(self, at: int) -> tuple[str, int]:
        try:
            words, end = scanstring(self._text, at + 1)
        except JSONDecodeError as error:
            self._bad_string(at, error)
        if _ODD_SIGNS.search(words):
            self._refuse(at, "escape")
        if "\r" in words:
            words = _BREAKS.sub("\n", words)
        control = _CONTROL.search(words)
        if control is not None:
            self._fault(at, "control-character", words, character=f"U+{ord(control[0]):04X}")
            words = _CONTROL.sub(" ", words)
        return words, end

    def _bad_string(self, at: int, error: JSONDecodeError) -> NoReturn:
        if error.msg.startswith("Unterminated"):
            self._fail(at, "unclosed-quote")
        if error.msg.startswith("Invalid control"):
            # A text that goes on in the next line more often lacks its end than its line break.
            is_break = self._text[error.pos : error.pos + 1] == "\n"
            if is_break:
                self._fail(at, "unclosed-quote")
            self._refuse(error.pos, "line-break")
        self._refuse(error.pos, "escape")

    def _mapping(self, at: int, depth: int) -> tuple[Map, int]:
        kept = Map()
        kept.marks = []
        opened, at = at, self._skip(at + 1)
        if self._text[at : at + 1] == "}":
            return kept, at + 1
        while True:
            if self._text[at : at + 1] != '"':
                self._no_more(opened, at, "name", "}")
            key_spot = self._spot(at)
            key_at = at
            key, at = self._string(at)
            at = self._skip(at)
            if self._text[at : at + 1] != ":":
                self._fail(key_at, "missing-colon")
            at = self._skip(at + 1)
            value_spot = self._spot(at)
            value_at = at
            value, at = self._value(at, depth)
            self._put(kept, key, value, (key_at, value_at), (key_spot, value_spot))
            at = self._skip(at)
            sign = self._text[at : at + 1]
            if sign == "}":
                return kept, at + 1
            if sign != ",":
                self._no_more(opened, at, "comma", "}")
            comma, at = at, self._skip(at + 1)
            if self._text[at : at + 1] == "}":
                self._refuse(comma, "extra-comma")

    def _list(self, at: int, depth: int) -> tuple[Seq, int]:
        kept = Seq()
        kept.marks = []
        opened, at = at, self._skip(at + 1)
        if self._text[at : at + 1] == "]":
            return kept, at + 1
        while True:
            if at >= len(self._text):
                self._fail(opened, "unclosed-bracket")
            spot, item_at = self._spot(at), at
            item, at = self._value(at, depth)
            if not self._is_too_long(item, item_at):
                kept.append(item)
                kept.marks.append(spot)
            at = self._skip(at)
            sign = self._text[at : at + 1]
            if sign == "]":
                return kept, at + 1
            if sign != ",":
                self._no_more(opened, at, "comma", "]")
            comma, at = at, self._skip(at + 1)
            if self._text[at : at + 1] == "]":
                self._refuse(comma, "extra-comma")

    def _no_more(self, opened: int, at: int, reason: str, closing: str) -> NoReturn:
        """Refuse what stands where a name, a comma or the end of a list or mapping should be."""
        if at >= len(self._text) or (self._text[at] in "}]" and self._text[at] != closing):
            self._fail(opened, "unclosed-bracket")
        self._refuse(at, reason)

    def _put(
        self, kept: Map, key: str, value: Any, offsets: tuple[int, int], spots: tuple[Spot, Spot]
    ) -> None:
        """Put a field into a mapping, unless it stands there already or is too long."""
        if key in kept:
            self._fault(offsets[0], "duplicate-key", key, key=key)
            self._findings.lost_lines.append(spots[0].line)
            if key == "id" and isinstance(value, str):
                self._findings.lost_ids.add(value)
                kept.gaps = frozenset({"id"})
            return
        if self._is_too_long(value, offsets[1]):
            return
        kept[key] = value
        kept.marks += spots

    def _is_too_long(self, value: Any, at: int) -> bool:
        if not isinstance(value, str) or len(value) <= SCALAR_LIMIT:
            return False
        self._fault(at, "too-long", value, limit=SCALAR_LIMIT)
        self._findings.lost_lines.append(self._spot(at).line)
        return True
