# SPDX-License-Identifier: MIT
"""The shapes of `model.records` as plain data, for finding every fault of a part and for walking over it.

msgspec tells only the first fault and no position. These shapes, made from the very same classes, let
`clean` look at each field by itself and `watch` find all ids, dates and texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, TypeAlias, cast

import msgspec
from msgspec import inspect

from timeline_app.base.text_value import TextValue
from timeline_app.model import records

LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{5,8})*")


@dataclass(frozen=True, slots=True)
class TextShape:
    """A text for readers, plain or by language."""


@dataclass(frozen=True, slots=True)
class StringShape:
    """A word or a short text; `refers` and `format` are the records' extra information."""

    refers: str = ""
    format: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceShape:
    """One of a few words."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberShape:
    """A number within bounds (None: unbounded); `is_above_low` where the lower bound itself is out."""

    is_whole: bool
    low: float | None = None
    high: float | None = None
    is_above_low: bool = False


@dataclass(frozen=True, slots=True)
class BooleanShape:
    """true or false."""


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list; `length` is None where it may have any."""

    items: tuple[Shape, ...]
    length: int | None = None

    def item(self, index: int) -> Shape:
        """Return the shape of the item at an index."""
        return self.items[index] if self.length is not None else self.items[0]


@dataclass(frozen=True, slots=True)
class DictShape:
    """A mapping from ids of the author's choice."""

    value: Shape


@dataclass(frozen=True, slots=True, eq=False)
class RecordShape:
    """A mapping with known fields."""

    record: type[msgspec.Struct]
    fields: Mapping[str, Shape] = field(default_factory=dict)
    required: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnionShape:
    """One of several shapes, told apart by what stands in the file."""

    options: tuple[Shape, ...]


Shape: TypeAlias = (
    TextShape
    | StringShape
    | ChoiceShape
    | NumberShape
    | BooleanShape
    | ListShape
    | DictShape
    | RecordShape
    | UnionShape
)


@cache
def exhibit_shape() -> RecordShape:
    """Return the shape of a whole file."""
    return cast("RecordShape", _shape_of(inspect.type_info(records.Exhibit), {}, {}))


def _shape_of(info: inspect.Type, extra: dict[str, Any], made: dict[type, RecordShape]) -> Shape:
    """Turn msgspec's description of a type into a shape; an absent value needs none."""
    match info:
        case inspect.Metadata():
            return _shape_of(info.type, info.extra or {}, made)
        case inspect.UnionType():
            options = tuple(
                _shape_of(option, extra, made)
                for option in info.types
                if not isinstance(option, inspect.NoneType)
            )
            return options[0] if len(options) == 1 else UnionShape(options)
        case inspect.StructType():
            return _record_shape(info, made)
        case inspect.DictType():
            return DictShape(_shape_of(info.value_type, {}, made))
        case inspect.VarTupleType():
            return ListShape((_shape_of(info.item_type, {}, made),))
        case inspect.TupleType():
            return ListShape(
                tuple(_shape_of(item, {}, made) for item in info.item_types), len(info.item_types)
            )
        case _:
            return _leaf_shape(info, extra)


def _record_shape(info: inspect.StructType, made: dict[type, RecordShape]) -> RecordShape:
    if info.cls not in made:
        fields: dict[str, Shape] = {}
        required = tuple(part.encode_name for part in info.fields if part.required)
        made[info.cls] = RecordShape(info.cls, fields, required)
        for part in info.fields:
            fields[part.encode_name] = _shape_of(part.type, {}, made)
    return made[info.cls]


def _leaf_shape(info: inspect.Type, extra: dict[str, Any]) -> Shape:
    match info:
        case inspect.CustomType() if info.cls is TextValue:
            return TextShape()
        case inspect.LiteralType():
            return ChoiceShape(tuple(str(value) for value in info.values))
        case inspect.BoolType():
            return BooleanShape()
        case inspect.IntType() | inspect.FloatType():
            low = info.ge if info.ge is not None else info.gt
            return NumberShape(isinstance(info, inspect.IntType), low, info.le, info.gt is not None)
        case inspect.StrType():
            return StringShape(extra.get("refers", ""), extra.get("format", ""), info.pattern or "")
        case _:
            raise TypeError(f"no shape for {info!r}")
