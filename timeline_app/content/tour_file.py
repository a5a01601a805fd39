# SPDX-License-Identifier: MIT
"""Tours in a YAML text: reading one, and writing one with all comments and all other letters left as they are."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

import msgspec
import yaml

from timeline_app.base.errors import TimelineError
from timeline_app.base.messages import Message
from timeline_app.base.text_value import UNTAGGED, TextValue
from timeline_app.content.composer import Composer
from timeline_app.content.draft import convert
from timeline_app.content.node_tree import Findings, Map
from timeline_app.content.syntax_faults import SyntaxFault
from timeline_app.content.yaml_patch import Origins, Patched, Plain, entry, is_block
from timeline_app.model import records

SECTION: Final = "tours"


class TourFileRefused(TimelineError):
    """A tour could not be read from a text, or not be written into it without harm."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.message = Message.of(f"making.refused.{code}", **params)


def tours_in(text: str) -> dict[str, records.Tour]:
    """Return the tours of a text; raise TourFileRefused where something in it is not as it must be."""
    section = _section(_tree(text))
    found: dict[str, records.Tour] = {}
    for tour_id, raw in section.items():
        tour = convert(raw, records.Tour)
        if not isinstance(tour, records.Tour):
            raise TourFileRefused("faulty", tour=str(tour_id))
        found[str(tour_id)] = tour
    return found


def with_tour(text: str, tour_id: str, tour: records.Tour, origins: Origins | None = None) -> str:
    """Return a text in which a tour is as given, new or changed.

    `origins` tells for each stop which one it was before, None for a new one; without it stops are told by what they
    hold. What does not read back as just this tour beside all the others is refused, as TourFileRefused tells.
    """
    if tours_in(text).get(tour_id) == tour:
        return text
    text = _ended(text)
    return _changed(text, tour_id, {**tours_in(text), tour_id: tour}, origins)


def without_tour(text: str, tour_id: str) -> str:
    """Return a text without a tour, and without the comments within it; raise TourFileRefused as `with_tour` does."""
    if tour_id not in tours_in(text):
        return text
    text = _ended(text)
    return _changed(text, tour_id, {name: tour for name, tour in tours_in(text).items() if name != tour_id})


def _changed(
    text: str, tour_id: str, wanted: Mapping[str, records.Tour], origins: Origins | None = None
) -> str:
    """Return a text that holds the tours wanted, in whatever order, of which one is not as it was."""
    for in_quotes in (False, True):
        written = _written(text, tour_id, wanted.get(tour_id), origins, in_quotes=in_quotes)
        with suppress(TourFileRefused):
            if tours_in(written) == wanted:
                return written
    raise TourFileRefused("unwritable")


def _ended(text: str) -> str:
    """Return a text whose last line has an end, which may be the end of the words on it too: lines are to follow."""
    return text if not text or text.endswith("\n") else text + "\n"


def plain_of(record: msgspec.Struct) -> dict[str, Plain]:
    """Return a record as a file holds it; the stops of a tour stand below all else."""
    plain: dict[str, Plain] = msgspec.to_builtins(record, enc_hook=_text, order=None)
    last = {"stops": plain.pop("stops")} if "stops" in plain else {}
    return {key: _tidy(value) for key, value in (plain | last).items()}


def _text(value: Any) -> Plain:
    if not isinstance(value, TextValue):
        raise NotImplementedError(type(value))
    texts = dict(value.variants)
    return texts[UNTAGGED] if list(texts) == [UNTAGGED] else {**texts}


def _tidy(value: Plain) -> Plain:
    """Return a value as people write it: lists as lists, and five minutes as 5."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list | tuple):
        return [_tidy(each) for each in value]
    return {key: _tidy(each) for key, each in value.items()} if isinstance(value, dict) else value


def _tree(text: str) -> Map:
    findings = Findings()
    try:
        root = Composer().compose(text, findings)
    except SyntaxFault as fault:
        raise TourFileRefused("syntax", line=fault.line + 1) from None
    if findings.faults:
        raise TourFileRefused("syntax", line=findings.faults[0].line + 1)
    if root is not None and not isinstance(root, Map):
        raise TourFileRefused("syntax", line=1)
    return Map() if root is None else root


def _section(root: Map) -> Map:
    """Return the tours of a tree: those under their name, or the tree itself."""
    if list(root) != [SECTION]:
        return root
    section = root[SECTION]
    return section if isinstance(section, Map) else Map()


def _written(
    text: str, tour_id: str, tour: records.Tour | None, origins: Origins | None, *, in_quotes: bool
) -> str:
    """Return a text with a tour in it, None for without it, which is still to be read back."""
    new = None if tour is None else plain_of(tour)
    root = _root(text)
    if not isinstance(root, yaml.MappingNode):
        return _begun(text, tour_id, new or {})
    head, section = _section_node(root)
    if section is None or not is_block(section):
        if section is not None and section.value:
            raise TourFileRefused("unwritable")
        return _begun(_without(text, head), tour_id, new or {})
    names: list[str] = [key.value for key, _ in section.value]
    if new is None and names == [tour_id]:
        return _without(text, head) + f"{SECTION}: {{}}\n"
    old = tours_in(text).get(tour_id)
    before: dict[str, Plain] = {**dict.fromkeys(names), **({} if old is None else {tour_id: plain_of(old)})}
    after: dict[str, Plain] = dict.fromkeys(name for name in names if name != tour_id or new is not None)
    if new is not None:
        after[tour_id] = new
    patched = Patched(text, _stops_of(section, tour_id, origins), in_quotes=in_quotes)
    lines = patched.mapping(section, before, after)
    first, last = section.start_mark.line, patched.last_line(section)
    return "\n".join([*patched.lines[:first], *lines, *patched.lines[last + 1 :]])


def _root(text: str) -> yaml.Node | None:
    """Return the nodes of a text, None where it has none."""
    if not text.strip():
        return None
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.CSafeLoader)):
        raise TourFileRefused("aliases")
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:  # What we read and PyYAML does not, as two anchors of one name.
        raise TourFileRefused("unwritable") from None
    return root


def _section_node(root: yaml.MappingNode) -> tuple[yaml.ScalarNode | None, yaml.MappingNode | None]:
    """Return the key of the tours and their mapping; the text's own root where they have no key."""
    if [key.value for key, _ in root.value] != [SECTION]:
        return None, root
    key, value = root.value[0]
    return key, value if isinstance(value, yaml.MappingNode) else None


def _without(text: str, head: yaml.ScalarNode | None) -> str:
    """Return a text without the section, the comments around it kept."""
    lines = text.split("\n")
    if head is None:
        return "".join(f"{line}\n" for line in lines if line.lstrip().startswith("#"))
    first = head.start_mark.line
    lines[first : first + 1] = Patched(text).comments(first, [head])
    kept = [line for line in lines if _is_outside(line)]
    return "\n".join(kept).rstrip("\n") + ("\n" if any(kept) else "")


def _is_outside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _begun(text: str, tour_id: str, new: dict[str, Plain]) -> str:
    """Return a text of comments with the first tour below them."""
    return text + "\n".join([f"{SECTION}:", *entry(tour_id, new, 2), ""])


def _stops_of(section: yaml.MappingNode, tour_id: str, origins: Origins | None) -> dict[int, Origins]:
    """Return the origins of a tour's stops by the node that holds them."""
    if origins is None:
        return {}
    tours = {key.value: value for key, value in section.value}
    tour = tours.get(tour_id)
    if not isinstance(tour, yaml.MappingNode):
        return {}
    return {id(value): origins for key, value in tour.value if key.value == "stops"}
