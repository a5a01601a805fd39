# SPDX-License-Identifier: MIT
"""Makes the tree of a file from PyYAML's event stream, in one pass.

Scalars stay text, whatever YAML 1.1 would make of `1959`, `no` or `-0044`; an empty one is None.
Nothing here ever runs a tag's code.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from timeline_app.base.messages import Param
from timeline_app.content.guards import ALIAS_LIMIT, EXPANSION_LIMIT, NESTING_LIMIT, SCALAR_LIMIT
from timeline_app.content.node_tree import Doubles, Fault, Findings, Key, Map, Mark, Seq, TreePath
from timeline_app.content.syntax_faults import SyntaxFault, as_fault


@dataclass(frozen=True, slots=True, eq=False)
class _Skipped:
    """Stands for a key whose value is left out."""

    name: str = ""


_Frame: TypeAlias = "tuple[Any, Any, bool, list[Mark]]"
_NOTHING: Final = object()
_ENTRY_DEPTH: Final = 2
_NULLS: Final = frozenset({"", "~", "null"})
_LONGEST_NULL: Final = 4
_HARMLESS_TAGS: Final = frozenset(
    {"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}
)


def _nothing_cancelled() -> None:
    return None


class Composer:
    """Builds trees from a text or from pieces of it; anchors of one piece are known in the next."""

    def __init__(self, check_cancelled: Callable[[], None] = _nothing_cancelled) -> None:
        self.check_cancelled = check_cancelled
        self.anchors: dict[str, Any] = {}
        self.alias_count = 0
        self.expanded = 0
        self._extents: dict[int, tuple[int, int]] = {}

    def compose(self, text: str, findings: Findings, prefix: TreePath = ()) -> Any:
        """Return the tree of a text; raises SyntaxFault. `prefix` is the path of the text's root."""
        counts = self.alias_count, self.expanded
        found = Findings()
        try:
            node = _Pass(self, text, found, prefix).run()
        except (yaml.YAMLError, SyntaxFault) as error:
            self.alias_count, self.expanded = counts
            raise as_fault(error) from None
        findings.add(found)
        return node

    def extent(self, node: Any) -> tuple[int, int]:
        """Return how many nodes an alias to `node` stands for and how deep they nest, counting each once."""
        if not isinstance(node, (Map, Seq)):
            return 1, 0
        known = self._extents.get(id(node))
        if known is None:
            parts = [self.extent(part) for part in (node.values() if isinstance(node, Map) else node)]
            known = 1 + sum(size for size, _ in parts), 1 + max((depth for _, depth in parts), default=0)
            self._extents[id(node)] = known
        return known


class _Pass:
    """One run over the events of one text."""

    def __init__(self, composer: Composer, text: str, found: Findings, prefix: TreePath) -> None:
        self._composer = composer
        self._text = text
        self._found = found
        self._prefix = prefix
        self._stack: list[_Frame] = []
        self._unclean: list[Map | Seq] = []
        self._doubles: dict[int, tuple[Doubles, int]] = {}

    def run(self) -> Any:
        """Read one document and return its root."""
        get_event = event_reader(self._text)
        get_event()
        if not isinstance(get_event(), DocumentStartEvent):
            return None
        holder = self._read(get_event)
        get_event()
        following = get_event()
        if not isinstance(following, StreamEndEvent):
            self._fault("second-document", following)
        for container in self._unclean:
            ids = _skipped_ids(container)
            self._found.lost_ids.update(ids)
            _remove_skipped(container)
            if ids and isinstance(container, Map):
                container.gaps = frozenset({"id"})
        return holder[0] if holder else None

    def _read(self, get_event: Callable[[], Any]) -> Seq:  # noqa: C901, PLR0912 - calls would slow it down.
        """Read one node into a list that holds it. This loop takes most of the time of reading a file."""
        stack = self._stack
        deepest = NESTING_LIMIT - len(self._prefix)
        has_long = len(self._text) > SCALAR_LIMIT
        holder = Seq()
        holder.marks = []
        marks = holder.marks
        current: Any = holder
        key: Any = _NOTHING
        new: Any = None
        is_map = starts_map = False
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if len(value) <= _LONGEST_NULL and value in _NULLS and event.implicit[0]:
                    value = None
                if event.anchor is not None or event.tag is not None or (has_long and value):
                    value = self._special_scalar(event, value, current, key)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                starts_map = kind is MappingStartEvent
                value = new = Map() if starts_map else Seq()
                if event.anchor is not None or event.tag is not None or len(stack) >= deepest:
                    value = self._special_container(event, new, current, key)
            elif kind is AliasEvent:
                value = self._alias(event, current, key)
            else:
                current, key, is_map, marks = stack.pop()
                if len(stack) <= _ENTRY_DEPTH:
                    self._composer.check_cancelled()
                    if not stack:
                        return holder
                continue
            marks.append(event.start_mark)
            if not is_map:
                current.append(value)
            elif key is not _NOTHING:
                current[key] = value
                key = _NOTHING
            elif type(value) is str and value not in current:
                key = value
            else:
                key = self._bad_key(event, value, current)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((current, key, is_map, marks))
                new.marks = marks = []
                current, key, is_map = new, _NOTHING, starts_map
            elif not stack:
                return holder

    # -- what is rare ------------------------------------------------------------------------------

    def _fault(self, code: str, event: Any, excerpt: str = "", **params: Param) -> None:
        mark = event.start_mark
        self._found.faults.append(Fault(code, mark.line, mark.column, excerpt, tuple(params.items())))

    def _leave_out(self, event: Any, current: Any, key: Any) -> object:
        """Note that the node at hand is lost, and return what stands in its place until the end."""
        self._unclean.append(current)
        self._found.lost_paths.append(self._path_of(current, key))
        self._found.lost_lines.append(event.start_mark.line)
        return _NOTHING

    def _path_of(self, current: Any, key: Any) -> TreePath:
        path: list[Key] = list(self._prefix)
        for container, *_ in self._stack[1:]:
            last = next(reversed(container), "") if isinstance(container, Map) else len(container) - 1
            path.append(last if isinstance(last, str | int) else "")
        if self._stack:
            own = len(current) if isinstance(current, Seq) else key
            path.append(own if isinstance(own, str | int) else "")
        return tuple(path)

    def _special_scalar(self, event: Any, value: str | None, current: Any, key: Any) -> Any:
        if event.tag is not None and event.tag not in _HARMLESS_TAGS:
            self._fault("tag", event, event.tag, tag=_short_tag(event.tag))
            return self._leave_out(event, current, key)
        if value is not None and len(value) > SCALAR_LIMIT:
            self._fault("too-long", event, value, limit=SCALAR_LIMIT)
            return self._leave_out(event, current, key)
        if event.anchor is not None:
            self._composer.anchors[event.anchor] = value
        return value

    def _special_container(self, event: Any, new: Map | Seq, current: Any, key: Any) -> Any:
        if len(self._prefix) + len(self._stack) >= NESTING_LIMIT:
            mark = event.start_mark
            raise SyntaxFault(mark.line, mark.column, "too-deep", str(NESTING_LIMIT))
        if event.tag is not None and event.tag not in _HARMLESS_TAGS:
            self._fault("tag", event, event.tag, tag=_short_tag(event.tag))
            return self._leave_out(event, current, key)
        if event.anchor is not None:
            self._composer.anchors[event.anchor] = new
        return new

    def _alias(self, event: Any, current: Any, key: Any) -> Any:
        composer = self._composer
        composer.alias_count += 1
        name = event.anchor
        if composer.alias_count > ALIAS_LIMIT:
            if composer.alias_count == ALIAS_LIMIT + 1:
                self._fault("too-many-aliases", event, f"*{name}", limit=ALIAS_LIMIT)
            return self._leave_out(event, current, key)
        if name not in composer.anchors:
            mark = event.start_mark
            known = tuple(composer.anchors)
            fault = Fault("unknown-alias", mark.line, mark.column, f"*{name}", (("id", name),), known)
            self._found.faults.append(fault)
            return self._leave_out(event, current, key)
        target = composer.anchors[name]
        if target is current or any(target is container for container, *_ in self._stack):
            self._fault("alias-loop", event, f"*{name}", id=name)
            return self._leave_out(event, current, key)
        return self._within_budget(event, target, current, key)

    def _within_budget(self, event: Any, target: Any, current: Any, key: Any) -> Any:
        """Return what an alias stands for, unless all aliases together would stand for too much."""
        size, depth = self._composer.extent(target)
        if len(self._prefix) + len(self._stack) + depth > NESTING_LIMIT:
            self._fault("too-deep", event, f"*{event.anchor}", limit=NESTING_LIMIT)
            return self._leave_out(event, current, key)
        was_within = self._composer.expanded <= EXPANSION_LIMIT
        self._composer.expanded += size
        if self._composer.expanded <= EXPANSION_LIMIT:
            return target
        if was_within:
            self._fault("alias-bomb", event, f"*{event.anchor}", limit=EXPANSION_LIMIT)
        return self._leave_out(event, current, key)

    def _bad_key(self, event: Any, value: Any, current: Any) -> _Skipped:
        """Report a key that cannot stand, and return one whose value will be left out."""
        skipped = _Skipped(value if isinstance(value, str) else "")
        path = self._path_of(current, value)
        if value is _NOTHING:
            return skipped
        self._unclean.append(current)
        self._found.lost_paths.append(path)
        if isinstance(value, str):
            if self._is_double_to_be_told(current):
                self._fault("duplicate-key", event, value, key=value)
        else:
            self._fault("key-not-text", event)
            self._found.lost_lines.append(event.start_mark.line)
        return skipped

    def _is_double_to_be_told(self, current: Map) -> bool:
        """Keep account of a mapping's double keys by their number among its keys."""
        number = len(current.marks) // 2
        doubles, last = self._doubles.get(id(current), (Doubles(), -1))
        if number != last + 1:
            doubles.pass_good()
        self._doubles[id(current)] = doubles, number
        return doubles.is_to_be_told()


def event_reader(text: str) -> Callable[[], Any]:
    """Return what gives the next event of a text: libyaml, or the slow way where PyYAML was built without it."""
    next_event: Callable[[], Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text).get_event
    return next_event


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _skipped_ids(container: Map | Seq) -> list[str]:
    """Return the ids that were left out because there was one already: a dash may be missing before them."""
    if not isinstance(container, Map):
        return []
    return [
        value
        for key, value in container.items()
        if type(key) is _Skipped and key.name == "id" and isinstance(value, str)
    ]


def _remove_skipped(container: Map | Seq) -> None:
    """Take out the places that were left out, together with their marks."""
    if isinstance(container, Map):
        pairs = list(zip(container.items(), container.marks[::2], container.marks[1::2], strict=False))
        kept = [
            (item, marks)
            for item, *marks in pairs
            if type(item[0]) is not _Skipped and item[1] is not _NOTHING
        ]
        container.clear()
        container.update(item for item, _ in kept)
        container.marks[:] = [mark for _, marks in kept for mark in marks]
        return
    places = [
        (item, mark) for item, mark in zip(container, container.marks, strict=True) if item is not _NOTHING
    ]
    container[:] = [item for item, _ in places]
    container.marks[:] = [mark for _, mark in places]
