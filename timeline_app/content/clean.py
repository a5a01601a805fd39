# SPDX-License-Identifier: MIT
"""Finds every fault in the shape of a part, and leaves out the smallest faulty part.

This is the slow path: most parts convert at once and never come here. What `clean` returns always
converts.
"""

from __future__ import annotations

import math
import re
from typing import Any, Final

import msgspec

from timeline_app.base.messages import Message
from timeline_app.content.node_tree import Map, Mark, Seq
from timeline_app.content.report import Report, Sheet
from timeline_app.content.shape import (
    LANGUAGE_TAG,
    BooleanShape,
    ChoiceShape,
    DictShape,
    ListShape,
    NumberShape,
    RecordShape,
    Shape,
    StringShape,
    TextShape,
    UnionShape,
)

AT_END: Final = 1_000_000_000
"""The line at which the last part of a file ends."""

DROPPED: Final = object()
"""Stands for a part that is left out."""

_TRUTHS: Final = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


class Cleaner:
    """Cleans the parts of one file."""

    def __init__(self, sheet: Sheet, report: Report) -> None:
        self._sheet = sheet
        self._report = report
        self.suspected_fields: set[str] = set()
        self.misplaced_names: list[str] = []

    def clean(self, node: Any, shape: Shape, mark: Mark, end_line: int, stand_in: str = "") -> Any:
        """Return the node without its faulty parts, DROPPED if it is one; `end_line` is where it ends.

        `stand_in` takes the place of a missing title.
        """
        match shape:
            case UnionShape():
                return self.clean(node, self._option(node, shape), mark, end_line)
            case RecordShape() if isinstance(node, Map):
                return self._record(node, shape, mark, end_line, stand_in)
            case ListShape() if isinstance(node, Seq):
                return self._list(node, shape, mark, end_line)
            case DictShape() if isinstance(node, Map):
                return self._dict(node, shape, end_line)
            case TextShape() if isinstance(node, Map):
                return self._text_by_language(node)
            case TextShape() | StringShape() | ChoiceShape() | NumberShape() | BooleanShape() if isinstance(
                node, str
            ):
                return self._scalar(node, shape, mark)
        self._wrong_type(node, shape, mark)
        return DROPPED

    # -- containers --------------------------------------------------------------------------------

    def header(self, node: Map, shape: RecordShape, mark: Mark, stand_in: str, lost: set[str]) -> Any:
        """Clean an exhibit's header; what the parser lost of it is known by name."""
        return self._record(node, shape, mark, AT_END, stand_in, lost)

    def _record(
        self,
        node: Map,
        shape: RecordShape,
        mark: Mark,
        end_line: int,
        stand_in: str,
        lost: set[str] | None = None,
    ) -> Any:
        kept = Map()
        kept.marks = []
        excused = set() if lost is None else set(lost)
        blanks: set[str] = set()
        ends = _ends(node, end_line)
        for index, (key, value) in enumerate(node.items()):
            key_mark, value_mark = node.marks[2 * index : 2 * index + 2]
            field = shape.fields.get(key)
            if field is None:
                excused |= self._unknown_field(key, value, shape, key_mark, end_line)
            elif value is None or (value == "" and isinstance(field, TextShape)):
                blanks.add(key)
                if key in shape.required:
                    self._report.add(self._sheet, key_mark, "missing-field", excerpt=key, field=key)
                    excused.add(key)
            else:
                cleaned = self.clean(value, field, value_mark, ends[index])
                if cleaned is DROPPED:
                    excused.add(key)
                else:
                    kept[key] = cleaned
                    kept.marks += (key_mark, value_mark)
        if excused:
            kept.gaps = frozenset(excused)
        if blanks:
            kept.blanks = frozenset(blanks)
        is_damaged = lost is None and self._sheet.is_damaged(mark.line, end_line)
        return self._with_required(
            kept, shape, mark, stand_in, set(shape.required) if is_damaged else excused
        )

    def _with_required(
        self,
        kept: Map,
        shape: RecordShape,
        mark: Mark,
        stand_in: str,
        excused: set[str],
    ) -> Any:
        """Return the record if nothing that it must have is missing, or if its id can stand for a title."""
        missing = [name for name in shape.required if name not in kept]
        unexplained = [name for name in missing if name not in excused]
        if unexplained:
            excerpt = stand_in or next((value for value in kept.values() if isinstance(value, str)), "")
            self._report.add(
                self._sheet, mark, "missing-field", excerpt=excerpt, field=", ".join(unexplained)
            )
        if missing and not (stand_in and all(isinstance(shape.fields[name], TextShape) for name in missing)):
            return DROPPED
        for name in missing:
            kept[name] = stand_in
            kept.marks += (mark, mark)
        return kept

    def _unknown_field(self, key: str, value: Any, shape: RecordShape, mark: Mark, end_line: int) -> set[str]:
        """Report an unknown field, and return the field that was probably meant: it is not missing too.

        One that means nothing may be the id of an entry, indented too far, whose fields then are double.
        """
        if key == "<<":
            self._report.add(self._sheet, mark, "merge-key", excerpt=key)
            return set(shape.required)
        near = self._report.suggestions.nearest(key, shape.fields)
        hint = Message.of("problem.hint.did-you-mean", word=near) if near else None
        self._report.add(self._sheet, mark, "unknown-field", excerpt=key, hint=hint, field=key)
        if near is None:
            self.misplaced_names.append(key)
            if value is None:
                self._report.absorb_doubles(self._sheet, mark.line, end_line)
            return set()
        self.suspected_fields.add(near)
        if near == "id" and isinstance(value, str):
            self.misplaced_names.append(value)
        return {near}

    def _list(self, node: Seq, shape: ListShape, mark: Mark, end_line: int) -> Any:
        if shape.length is not None and len(node) != shape.length:
            self._report.add(
                self._sheet, mark, "wrong-length", excerpt=_words(node), count=shape.length, found=len(node)
            )
            return DROPPED
        kept = Seq()
        kept.marks = []
        for index, item in enumerate(node):
            item_mark = node.marks[index]
            item_end = node.marks[index + 1].line if index + 1 < len(node) else end_line
            cleaned = self.item(item, shape.item(index), item_mark, item_end)
            if cleaned is not DROPPED:
                kept.append(cleaned)
                kept.marks.append(item_mark)
            elif shape.length is not None:
                return DROPPED
        return kept

    def item(self, item: Any, shape: Shape, mark: Mark, end_line: int) -> Any:
        """Clean one item of a list."""
        if item is not None:
            return self.clean(item, shape, mark, end_line)
        if not self._sheet.is_damaged(mark.line, end_line):
            self._report.add(self._sheet, mark, "empty-entry")
        return DROPPED

    def _dict(self, node: Map, shape: DictShape, end_line: int) -> Map:
        kept = Map()
        kept.marks = []
        ends = _ends(node, end_line)
        for index, (key, value) in enumerate(node.items()):
            key_mark, value_mark = node.marks[2 * index : 2 * index + 2]
            cleaned = self.entry(key, value, shape.value, key_mark, value_mark, ends[index])
            if cleaned is not DROPPED:
                kept[key] = cleaned
                kept.marks += (key_mark, value_mark)
        return kept

    def entry(self, key: str, value: Any, shape: Shape, key_mark: Mark, mark: Mark, end_line: int) -> Any:
        """Clean one entry of a mapping from ids; its own place is where its id stands."""
        if value is None:
            if not self._sheet.is_damaged(key_mark.line, end_line):
                self._report.add(self._sheet, key_mark, "empty-entry", excerpt=key)
            return DROPPED
        own_mark = mark if isinstance(value, str) else key_mark
        return self.clean(value, shape, own_mark, end_line, stand_in=key)

    def _text_by_language(self, node: Map) -> Any:
        kept = Map()
        kept.marks = []
        for index, (key, value) in enumerate(node.items()):
            key_mark, value_mark = node.marks[2 * index : 2 * index + 2]
            if LANGUAGE_TAG.fullmatch(key) is None:
                self._report.add(self._sheet, key_mark, "bad-language-tag", excerpt=key, tag=key)
            elif isinstance(value, Map | Seq):
                self._wrong_type(value, TextShape(), value_mark)
            elif value:
                kept[key] = value
                kept.marks += (key_mark, value_mark)
        if len(kept) < len(node):
            kept.gaps = frozenset(set(node) - set(kept))
        return kept or DROPPED

    # -- scalars -----------------------------------------------------------------------------------

    def _scalar(self, node: str, shape: Shape, mark: Mark) -> Any:
        match shape:
            case StringShape(pattern=pattern) if pattern and re.search(pattern, node) is None:
                hint = Message.of("problem.hint.bad-id", id=slug(node)) if slug(node) else None
                self._report.add(self._sheet, mark, "bad-id", excerpt=node, hint=hint, id=node)
                return DROPPED
            case ChoiceShape() if node not in shape.choices:
                hint = self._report.hint(node, shape.choices)
                allowed = " · ".join(shape.choices)
                self._report.add(
                    self._sheet, mark, "unknown-choice", excerpt=node, hint=hint, word=node, allowed=allowed
                )
                return DROPPED
            case BooleanShape() if node.lower() not in {"true", "false", "1", "0"}:
                meant = _TRUTHS.get(node.lower())
                hint = Message.of("problem.hint.did-you-mean", word=meant) if meant else None
                self._wrong_type(node, shape, mark, hint)
                return DROPPED
            case NumberShape():
                return node if self._is_number(node, shape, mark) else DROPPED
            case _:
                return node

    def _is_number(self, node: str, shape: NumberShape, mark: Mark) -> bool:
        try:
            number = msgspec.convert(node, int if shape.is_whole else float, strict=False)
        except msgspec.ValidationError:
            self._wrong_type(node, shape, mark)
            return False
        low, high = shape.low, shape.high
        is_low = low is not None and (number < low or (shape.is_above_low and number == low))
        if not math.isfinite(number) or is_low or (high is not None and number > high):
            self._out_of_range(node, shape, mark)
            return False
        return True

    def _out_of_range(self, node: str, shape: NumberShape, mark: Mark) -> None:
        bounds: Message | str = ""
        if shape.low is not None and shape.high is not None:
            bounds = Message.of("problem.range-between", low=f"{shape.low:g}", high=f"{shape.high:g}")
        self._report.add(self._sheet, mark, "out-of-range", excerpt=node, value=node, range=bounds)

    # -- types -------------------------------------------------------------------------------------

    def _option(self, node: Any, shape: UnionShape) -> Shape:
        """Choose the option that what stands in the file looks like; the last one if it looks like none."""
        for option in shape.options:
            if isinstance(node, Map) and isinstance(option, RecordShape | DictShape | TextShape):
                return option
            if isinstance(node, Seq) and isinstance(option, ListShape):
                return option
            if isinstance(node, str) and isinstance(option, StringShape | ChoiceShape | TextShape):
                return option
        return shape.options[-1]

    def _wrong_type(self, node: Any, shape: Shape, mark: Mark, hint: Message | None = None) -> None:
        self._report.add(
            self._sheet,
            mark,
            "wrong-type",
            excerpt=_words(node),
            hint=hint or _type_hint(node, shape),
            expected=Message.of(f"problem.type.{_type_name(shape)}"),
            found=Message.of(f"problem.found.{_found_name(node)}"),
        )


def slug(text: str) -> str:
    """Return an id made of a text's Latin letters and digits; empty if it has none."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")


def _ends(node: Map, end_line: int) -> list[int]:
    """Return the line at which each value ends: where the next key stands."""
    return [mark.line for mark in node.marks[2::2]] + [end_line]


def _words(node: Any) -> str:
    if isinstance(node, str):
        return node
    if isinstance(node, Map):
        return ", ".join(key for key in node if isinstance(key, str))
    return ", ".join(item for item in node or () if isinstance(item, str))


def _type_name(shape: Shape) -> str:
    names = {
        TextShape: "text",
        StringShape: "text",
        ChoiceShape: "word",
        BooleanShape: "truth",
        ListShape: "list",
        DictShape: "mapping",
        RecordShape: "mapping",
    }
    if isinstance(shape, NumberShape):
        return "whole-number" if shape.is_whole else "number"
    return names[type(shape)]


def _found_name(node: Any) -> str:
    return "list" if isinstance(node, Seq) else "mapping" if isinstance(node, Map) else "text"


def _type_hint(node: Any, shape: Shape) -> Message | None:
    """Tell how to write what was probably meant."""
    if isinstance(shape, ListShape) and isinstance(node, str) and shape.length is None:
        return Message.of("problem.hint.make-list", value=node)
    if isinstance(shape, ListShape) and isinstance(node, Map):
        return Message.of("problem.hint.make-items")
    if isinstance(node, Seq) and len(node) == 1 and isinstance(node[0], str):
        return Message.of("problem.hint.no-list", value=node[0])
    return None
