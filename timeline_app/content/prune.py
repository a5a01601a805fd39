# SPDX-License-Identifier: MIT
"""Leaves out what checks have found faulty: the smallest part, or what cannot stand without it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline_app.content.clean import DROPPED
from timeline_app.content.draft import Draft, Entry, convert, section_shape
from timeline_app.content.node_tree import Map, Seq, TreePath
from timeline_app.content.shape import (
    DictShape,
    ListShape,
    RecordShape,
    Shape,
    TextShape,
    UnionShape,
    exhibit_shape,
)


def apply_edits(draft: Draft) -> None:
    """Carry out the edits of all entries; entries that cannot stand without a part go."""
    apply_to(draft.header, exhibit_shape())
    for name, section in draft.sections.items():
        shape = section_shape(name)
        section.entries = [entry for entry in section.entries if apply_to(entry, shape)]


def apply_to(entry: Entry, shape: RecordShape) -> bool:
    """Convert an entry anew without its faulty parts; return whether anything of it remains."""
    if not entry.edits and not entry.additions:
        return True
    raw = pruned(entry.raw, shape, entry.edits)
    if raw is DROPPED:
        return False
    for name, value in entry.additions.items():
        raw[name] = value
        raw.marks += (entry.mark, entry.mark)
    entry.raw = raw
    entry.record = convert(raw, shape.record)
    entry.edits, entry.additions = {}, {}
    return True


def pruned(node: Any, shape: Shape, edits: Mapping[TreePath, Any], path: TreePath = ()) -> Any:
    """Return a part with its edits carried out, DROPPED where it cannot stand without what is left out."""
    if path in edits:
        return edits[path]
    if isinstance(node, Map):
        return _pruned_map(node, shape, edits, path)
    if isinstance(node, Seq):
        return _pruned_list(node, shape, edits, path)
    return node


def _pruned_map(node: Map, shape: Shape, edits: Mapping[TreePath, Any], path: TreePath) -> Any:
    shape = _option(shape, RecordShape, DictShape, TextShape)
    kept = Map()
    kept.marks = []
    for index, (key, value) in enumerate(node.items()):
        part: Shape | None = None
        if isinstance(shape, RecordShape):
            part = shape.fields[key]
        elif isinstance(shape, DictShape):
            part = shape.value
        new = value if part is None else pruned(value, part, edits, (*path, key))
        if new is not DROPPED:
            kept[key] = new
            kept.marks += node.marks[2 * index : 2 * index + 2]
        elif isinstance(shape, RecordShape) and key in shape.required:
            return DROPPED
    return kept


def _pruned_list(node: Seq, shape: Shape, edits: Mapping[TreePath, Any], path: TreePath) -> Any:
    shape = _option(shape, ListShape)
    kept = Seq()
    kept.marks = []
    for index, item in enumerate(node):
        part = shape.item(index) if isinstance(shape, ListShape) else shape
        new = pruned(item, part, edits, (*path, index))
        if new is not DROPPED:
            kept.append(new)
            kept.marks.append(node.marks[index])
        elif isinstance(shape, ListShape) and shape.length is not None:
            return DROPPED
    return kept


def _option(shape: Shape, *wanted: type) -> Shape:
    """Return the option of a union that has been read."""
    if isinstance(shape, UnionShape):
        return next(option for option in shape.options if isinstance(option, wanted))
    return shape
