# SPDX-License-Identifier: MIT
"""Plans how the loose dates of one file become EDTF: which letters go, which come, and which date is left.

The author's words are kept beside each date: as fields of its event, and where there are no such fields as
a comment at the line's end. A date whose words cannot be kept, or whose text other fields use too, is left.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from timeline_app.base.messages import Message
from timeline_app.content.node_tree import Spot
from timeline_app.content.report import LooseDate
from timeline_app.content.yaml_places import Places, Value, find_places

COMMENT: Final = "# as written: "

_PLAIN_EDTF: Final = re.compile(r"[A-Za-z0-9.-][A-Za-z0-9~?%./+:-]*")
_PLAIN_EDTF_IN_FLOW: Final = re.compile(r"[A-Za-z0-9.-][A-Za-z0-9~?%./+-]*")
_PLAIN_WORDS: Final = re.compile(r"\w[\w.,/~–-]*(?: [\w(][\w.,/~)–-]*)*")
_PLAIN_WORDS_IN_FLOW: Final = re.compile(r"\w[\w./~–-]*(?: [\w(][\w./~)–-]*)*")
_BEFORE_KEY: Final = re.compile(r" *(?:- +)*")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_BREAK: Final = re.compile("\r\n|\r|\n")
_MOST_BOMS: Final = 2
"""How many byte order marks reading passes over."""


class Edit(NamedTuple):
    """Letters that take the place of those between two offsets. Of two at one offset the lower rank is first."""

    start: int
    end: int
    text: str
    rank: int = 0


class Left(NamedTuple):
    """A date that stays as it is, and why."""

    date: LooseDate
    reason: Message


@dataclass(slots=True, eq=False)
class Plan:
    """What is to be done with one file."""

    edits: list[Edit] = field(default_factory=list)
    fixed: list[LooseDate] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def plan_fixes(text: str, dates: Iterable[LooseDate]) -> Plan:
    """Return the plan for a text; raise yaml.YAMLError or KeyError if it has faults of syntax."""
    return _Planner(find_places(text)).plan({Spot(date.mark.line, date.mark.column): date for date in dates})


def with_edits(raw: str, edits: Iterable[Edit]) -> str:
    """Return a file's own text with edits that count in its normalised one; new lines end as those beside them."""
    breaks = list(_BREAK.finditer(raw))
    bom = len(raw[:_MOST_BOMS]) - len(raw[:_MOST_BOMS].lstrip("\ufeff"))
    starts = [bom, *(found.end() for found in breaks)]
    # Where each line begins in the normalised text: its breaks are one letter each.
    normal_starts, at = [0], 0
    for start, found in zip(starts, breaks, strict=False):
        at += found.start() - start + 1
        normal_starts.append(at)
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.rank, edit.end)):
        line = bisect_right(normal_starts, edit.start) - 1
        start, end = (_moved(offset, normal_starts, starts) for offset in (edit.start, edit.end))
        line_break = breaks[min(line, len(breaks) - 1)][0] if breaks else "\n"
        parts += (raw[done:start], edit.text.replace("\n", line_break))
        done = end
    return "".join((*parts, raw[done:]))


def _moved(offset: int, normal_starts: Sequence[int], starts: Sequence[int]) -> int:
    line = bisect_right(normal_starts, offset) - 1
    return starts[line] + offset - normal_starts[line]


class _Planner:
    """Plans one file."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._plan = Plan()
        self._comments: dict[int, list[tuple[int, str]]] = {}

    def plan(self, dates: Mapping[Spot, LooseDate]) -> Plan:
        by_origin: dict[int, list[tuple[Value, LooseDate]]] = {}
        for mark, date in dates.items():
            value = self._places.values[mark]
            obstacle = self._obstacle(value, date)
            if obstacle is None:
                by_origin.setdefault(value.origin, []).append((value, date))
            else:
                self._plan.left.append(Left(date, obstacle))
        for origin, group in by_origin.items():
            self._fix_group(self._places.uses[origin], group)
        for line, told in self._comments.items():
            end = self._places.line_end(line)
            gap = "" if self._places.text[end - 1 : end].isspace() else "  "
            words = "; ".join(words for _, words in sorted(told))
            self._plan.edits.append(Edit(end, end, f"{gap}{COMMENT}{words}", rank=1))
        return self._plan

    # -- what can be done --------------------------------------------------------------------------

    def _obstacle(self, value: Value, date: LooseDate) -> Message | None:
        """Return why the words or the calendar of a date cannot be kept, None if they can."""
        if date.is_comment_needed and self._line(value) in self._places.joined_lines:
            return Message.of("fix.left.no-room")
        if date.fields and not value.is_in_flow and not self._is_key_first(value):
            return Message.of("fix.left.no-field")
        return None

    def _is_key_first(self, value: Value) -> bool:
        """Tell whether nothing stands before a field's name but what an indentation of blanks can repeat."""
        if value.key < 0:
            return False
        before = self._places.text[self._places.line_start(self._places.line_of(value.key)) : value.key]
        return _BEFORE_KEY.fullmatch(before) is not None

    def _line(self, value: Value) -> int:
        """Return the line at whose end the words can stand."""
        return self._places.line_of(value.start if value.is_block else value.end)

    # -- edits -------------------------------------------------------------------------------------

    def _fix_group(self, uses: int, group: Sequence[tuple[Value, LooseDate]]) -> None:
        """Fix a date where it stands; its aliases follow it where they all are the same date, else each for itself."""
        own = next(((value, date) for value, date in group if not value.is_alias), None)
        is_one_date = len({date.edtf for _, date in group}) == 1
        if own is not None and len(group) < uses:
            self._plan.left.append(Left(own[1], Message.of("fix.left.shared")))
        for value, date in group:
            if not value.is_alias:
                if len(group) < uses:
                    continue
                self._replace(value, date.edtf)
            elif own is None or len(group) < uses or not is_one_date:
                self._replace(value, date.edtf)
            self._keep_words(value, date)
            self._plan.fixed.append(date)

    def _replace(self, value: Value, edtf: str) -> None:
        if value.style in {"'", '"'}:
            self._plan.edits.append(Edit(value.start, value.end, f"{value.style}{edtf}{value.style}"))
            return
        plain = _PLAIN_EDTF_IN_FLOW if value.is_in_flow else _PLAIN_EDTF
        text = edtf if plain.fullmatch(edtf) else json.dumps(edtf)
        if not value.is_block:
            self._plan.edits.append(Edit(value.start, value.end, text))
            return
        header = _BLOCK_HEADER.match(self._places.text, value.start)
        header_end = header.end() if header is not None else value.start
        line_end = self._places.line_end(self._places.line_of(value.start))
        self._plan.edits.append(Edit(value.start, header_end, text))
        self._plan.edits.append(Edit(line_end, value.end, "", rank=3))

    def _keep_words(self, value: Value, date: LooseDate) -> None:
        """Write the fields behind the date, or the words at the line's end."""
        if date.is_comment_needed:
            self._comments.setdefault(self._line(value), []).append((value.start, date.words))
        if not date.fields:
            return
        quote = self._places.text[value.key : value.key + 1]
        quote = quote if quote in {"'", '"'} else ""
        fields = [
            f"{quote}{name}{quote}: {self._scalar(value, text, is_quoted=bool(quote))}"
            for name, text in date.fields
        ]
        if value.is_in_flow:
            text = "".join(f", {told}" for told in fields)
            self._plan.edits.append(Edit(value.end, value.end, text))
            return
        indent = " " * (value.key - self._places.line_start(self._places.line_of(value.key)))
        end = self._places.line_end(self._line(value))
        self._plan.edits.append(Edit(end, end, "".join(f"\n{indent}{told}" for told in fields), rank=2))

    def _scalar(self, value: Value, words: str, *, is_quoted: bool) -> str:
        """Return words as YAML: as their author wrote them where that can be repeated."""
        written = "" if value.is_alias or value.is_block else self._places.text[value.start : value.end]
        if words in {written, written[1:-1]} and "\n" not in written and (value.style or not is_quoted):
            return written
        plain = _PLAIN_WORDS_IN_FLOW if value.is_in_flow else _PLAIN_WORDS
        return words if plain.fullmatch(words) and not is_quoted else json.dumps(words, ensure_ascii=False)
