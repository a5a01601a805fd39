# SPDX-License-Identifier: MIT
"""Finds all ids, dates, paths, tags and texts of an entry, by the shapes of its fields.

Each shape is turned once into a function that looks only at the fields that stand in the file, so that a
good event costs little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from timeline_app.content.draft import section_shape
from timeline_app.content.node_tree import Map, Seq, TreePath
from timeline_app.content.shape import (
    DictShape,
    ListShape,
    NumberShape,
    RecordShape,
    Shape,
    StringShape,
    TextShape,
    UnionShape,
    exhibit_shape,
)


class Reference(NamedTuple):
    """An id that a part names, and of what kind it must be."""

    kind: str
    id: str
    path: TreePath


class Formatted(NamedTuple):
    """A text of a certain form: a date, a path, a tag, a view."""

    text: str
    path: TreePath


class WatchedText(NamedTuple):
    """A text for readers, plain or by language."""

    node: Any
    path: TreePath


@dataclass(slots=True)
class Watched:
    """What was found in one entry."""

    references: list[Reference] = field(default_factory=list)
    formats: dict[str, list[Formatted]] = field(default_factory=dict)
    texts: list[WatchedText] = field(default_factory=list)


_Watcher: TypeAlias = Callable[[Any, TreePath, Watched], None]


@cache
def watcher_of(section: str) -> _Watcher:
    """Return the function that watches the entries of a section; of the header where it is empty."""
    watcher = _watcher(section_shape(section) if section else exhibit_shape())
    return watcher or _watch_nothing


def _watch_nothing(node: Any, path: TreePath, found: Watched) -> None:
    """Look at a part in which there is nothing to check."""


def _watcher(shape: Shape) -> _Watcher | None:
    match shape:
        case TextShape():
            return _watch_text
        case StringShape(refers=refers) if refers:
            return _reference_watcher(refers)
        case StringShape(format=form) if form:
            return _format_watcher(form)
        case NumberShape(is_whole=False):
            return _watch_number
        case _:
            return _compound_watcher(shape)


def _compound_watcher(shape: Shape) -> _Watcher | None:
    match shape:
        case RecordShape():
            return _record_watcher(shape)
        case ListShape():
            return _list_watcher(shape)
        case DictShape():
            return _dict_watcher(shape)
        case UnionShape():
            return _union_watcher(shape)
        case _:
            return None


def _watch_text(node: Any, path: TreePath, found: Watched) -> None:
    found.texts.append(WatchedText(node, path))


def _watch_number(node: Any, path: TreePath, found: Watched) -> None:
    """Note what float() would read though it is no number on any scale: nan, inf."""
    if not node[-1:].isdigit() and node[-1:] != ".":
        found.formats.setdefault("number", []).append(Formatted(node, path))


def _reference_watcher(kind: str) -> _Watcher:
    def watch(node: Any, path: TreePath, found: Watched) -> None:
        found.references.append(Reference(kind, node, path))

    return watch


def _format_watcher(form: str) -> _Watcher:
    def watch(node: Any, path: TreePath, found: Watched) -> None:
        found.formats.setdefault(form, []).append(Formatted(node, path))

    return watch


def _record_watcher(shape: RecordShape) -> _Watcher | None:
    watchers = {name: watcher for name, part in shape.fields.items() if (watcher := _watcher(part))}

    def watch(node: Any, path: TreePath, found: Watched) -> None:
        for key, value in node.items():
            if key in watchers and value is not None:
                watchers[key](value, (*path, key), found)

    return watch if watchers else None


def _list_watcher(shape: ListShape) -> _Watcher | None:
    watchers = [_watcher(item) for item in shape.items]
    if not any(watchers):
        return None

    def watch(node: Any, path: TreePath, found: Watched) -> None:
        for index, value in enumerate(node):
            watcher = watchers[index if shape.length is not None else 0]
            if watcher is not None:
                watcher(value, (*path, index), found)

    return watch


def _dict_watcher(shape: DictShape) -> _Watcher | None:
    watcher = _watcher(shape.value)
    if watcher is None:
        return None

    def watch(node: Any, path: TreePath, found: Watched) -> None:
        for key, value in node.items():
            watcher(value, (*path, key), found)

    return watch


def _union_watcher(shape: UnionShape) -> _Watcher | None:
    """Choose by what stands in the file, as the cleaner does."""
    by_type: dict[type, _Watcher] = {}
    for option in shape.options:
        watcher = _watcher(option)
        if watcher is None:
            continue
        if isinstance(option, RecordShape | DictShape):
            by_type.setdefault(Map, watcher)
        elif isinstance(option, ListShape):
            by_type.setdefault(Seq, watcher)
        else:
            by_type.setdefault(str, watcher)
    if not by_type:
        return None

    def watch(node: Any, path: TreePath, found: Watched) -> None:
        watcher = by_type.get(type(node))
        if watcher is not None:
            watcher(node, path, found)

    return watch
