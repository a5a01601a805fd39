# SPDX-License-Identifier: MIT
"""The fast way to read a line with an event: decoded at once where nothing about it is unusual.

Unusual is what needs a second look: a field that is written twice, more than one language, a source mark, an odd
character. Such a line is no worse than another; it is only read by those who can say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from timeline_app.chrono.date_settings import OldStyle
from timeline_app.content.guards import SCALAR_LIMIT
from timeline_app.model.records import CalendarName, LinkKind

Words = Annotated[str, Meta(min_length=1)]
Many: TypeAlias = list[Words]
Plain: TypeAlias = tuple[Any, ...]
"""The fields of a `PlainEvent` in their order."""


class PlainLink(msgspec.Struct, gc=False, forbid_unknown_fields=True):
    """A link as most are written."""

    to: Words
    kind: LinkKind
    why: Words | None = None
    sources: Many | None = None
    judgement: bool | None = None


class PlainEvent(msgspec.Struct, gc=False, forbid_unknown_fields=True):
    """An event as most are written: each text in one language, each list one of words."""

    title: Words
    id: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")] | None = None
    date: Words | None = None
    lane: Words | Many | None = None
    importance: Annotated[int, Meta(ge=1, le=5)] | None = None
    short: Words | None = None
    summary: Words | None = None
    plain: Words | None = None
    as_then: Words | None = None
    body: Words | None = None
    date_as_written: Words | None = None
    date_basis: Words | None = None
    old_style: OldStyle | None = None
    calendar: CalendarName | None = None
    place: Words | Many | None = None
    route: Many | None = None
    people: Many | None = None
    tags: Many | None = None
    sources: Many | None = None
    excerpts: Many | None = None
    after: Words | Many | None = None
    before: Words | Many | None = None
    known: Literal["public"] | None = None
    links: list[PlainLink] | None = None
    attract: bool | None = None
    predict: bool | None = None


FIELD: Final = {name: place for place, name in enumerate(PlainEvent.__struct_fields__)}
BLANK: Final[Plain] = (None,) * len(FIELD)
"""Stands for a line that is not plain."""

_LINKS: Final = FIELD["links"]
_LINK_WIDTH: Final = len(PlainLink.__struct_fields__)
_BEFORE_COLON: Final = (b" :", b"\t:", b"\r:", b"\n:")
_BLANK_BEFORE_COLON: Final = re.compile(rb'"[ \t\r\n]+:')
_MARKS: Final = (b"[@", b"[#", b"]{")
_ODD_BYTES: Final = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbf[\xbe\xbf]")
_ODD_ESCAPE: Final = re.compile(
    rb"\\(?:[bfr]|u(?:00(?:[01][0-9a-fA-F]|[89][0-9a-fA-F]|23|40|5[bBdD]|7[bBfF])|[dD][89a-fA-F]|202[89]|[fF]{3}))"
)
"""Characters that need a second look, and those of which source marks are made."""


def read_plain(lines: Sequence[bytes]) -> list[Plain]:
    """Return the fields of each line, BLANK for those that are not plain.

    Every name of a field that stands in a line ends in `":`, so one that stands twice makes more of these than
    there are fields; whatever else looks like one (in a text, say) only makes the line count as unusual.
    """
    block = b"\n".join(lines)
    is_odd = _oddity(block)
    decode, as_tuple, width = _DECODER.decode, msgspec.structs.astuple, len(FIELD)
    found: list[Plain] = []
    for line in lines:
        try:
            fields = as_tuple(decode(line))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            found.append(BLANK)
            continue
        names = width - fields.count(None)
        if fields[_LINKS]:
            names += sum(_LINK_WIDTH - as_tuple(link).count(None) for link in fields[_LINKS])
        if names != line.count(b'":') or (is_odd is not None and is_odd(line)):
            fields = BLANK
        found.append(fields)
    return found


def _oddity(block: bytes) -> Callable[[bytes], bool] | None:
    """Return what is to be asked of each line of a block; None where no line has anything of the kind."""
    has_gap = any(gap in block for gap in _BEFORE_COLON)
    has_mark = any(mark in block for mark in _MARKS)
    has_escape = b"\\" in block and _ODD_ESCAPE.search(block) is not None
    has_odd = (not block.isascii() or b"\x7f" in block) and _ODD_BYTES.search(block) is not None
    has_long = len(block) > SCALAR_LIMIT
    if not (has_long or has_gap or has_mark or has_escape or has_odd):
        return None

    def is_odd(line: bytes) -> bool:
        return (
            (has_long and len(line) > SCALAR_LIMIT)
            or (has_gap and _BLANK_BEFORE_COLON.search(line) is not None)
            or (has_mark and any(mark in line for mark in _MARKS))
            or (has_escape and _ODD_ESCAPE.search(line) is not None)
            or (has_odd and _ODD_BYTES.search(line) is not None)
        )

    return is_odd


_DECODER: Final = msgspec.json.Decoder(PlainEvent)
