# SPDX-License-Identifier: MIT
"""Plans how the loose dates of a JSON file become EDTF: which letters go, and which come.

The author's words are kept as fields of the event. JSON has no room for a remark, so a date whose words no field
can keep is left as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.content.date_fixes import Edit, Left, Plan
from timeline_app.content.report import LooseDate

_BREAKS: Final = re.compile("\r\n?")
_KEY_FIRST: Final = re.compile(r'([ \t]*)"\w+"\s*:\s*')
_KEY_BEFORE: Final = re.compile(r'"\s*:(\s*)$')


def plan_json_fixes(data: bytes, dates: Iterable[LooseDate]) -> Plan:
    """Return the plan for the bytes of a file; raise KeyError if its dates do not stand where they were read."""
    text = _BREAKS.sub("\n", data.decode("utf-8").removeprefix("\ufeff"))
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    plan = Plan()
    for date in dates:
        if date.is_comment_needed:
            plan.left.append(Left(date, Message.of("fix.left.no-room")))
            continue
        line_start = starts[date.mark.line]
        at = line_start + date.mark.column
        if text[at : at + 1] != '"':
            raise KeyError(date.mark)
        words, end = scanstring(text, at + 1)
        written = text[at:end]
        plan.edits.append(Edit(at, end, json.dumps(date.edtf)))
        if date.fields:
            told = _told(date, " ".join(words.split()), written)
            plan.edits.append(Edit(end, end, _between(text[line_start:at], told), rank=1))
        plan.fixed.append(date)
    return plan


def _told(date: LooseDate, words: str, written: str) -> list[tuple[str, str]]:
    """Return the fields to be added; the author's words are written as they were."""
    return [
        (name, written if value == words == json.loads(written) else json.dumps(value, ensure_ascii=False))
        for name, value in date.fields
    ]


def _between(before: str, told: list[tuple[str, str]]) -> str:
    """Return fields as they are to stand behind a value: each on a line of its own where the value has one."""
    colon = _KEY_BEFORE.search(before)
    gap = colon[1] if colon is not None and "\n" not in colon[1] else " "
    key = _KEY_FIRST.fullmatch(before)
    comma = f",\n{key[1]}" if key is not None else "," + (" " if gap or ", " in before else "")
    return "".join(f'{comma}"{name}":{gap}{value}' for name, value in told)
