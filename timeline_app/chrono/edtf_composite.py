# SPDX-License-Identifier: MIT
"""Reads EDTF intervals (`1955/1958`) and sets (`[1955,1958]` one of, `{1955,1958}` all of)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline_app.base.errors import DateError
from timeline_app.chrono import date_faults
from timeline_app.chrono.date_explain import explain
from timeline_app.chrono.edtf_atom import read_atom
from timeline_app.chrono.historical_date import (
    OPEN_END,
    UNKNOWN_END,
    DateKind,
    EndState,
    HistoricalDate,
    Precision,
)
from timeline_app.chrono.instant import LIMIT_S

_KINDS = {"[]": DateKind.ONE_OF, "{}": DateKind.ALL_OF}
_RANGE = ".."


def read_interval(text: str) -> HistoricalDate:
    """Read `start/end`; an end may be empty (unknown) or `..` (open)."""
    if text.count("/") != 1:
        raise explain(text)
    start_text, _, end_text = text.partition("/")
    try:
        start = _read_end(start_text)
        end = _read_end(end_text)
    except DateError as inner:
        raise _of_whole(text, inner, lambda: (start_text, end_text)) from None
    if _ends_before_it_begins(start, end):
        raise date_faults.ends_before_it_begins(text, _swapped(start_text, end_text))
    return _interval(text, start, end)


def read_set(text: str) -> HistoricalDate:
    """Read a set of dates, ranges `a..b` and half-open ranges `..b` at its beginning, `a..` at its end."""
    kind = _KINDS.get(text[0] + text[-1])
    members = text[1:-1].split(",")
    if kind is None or members == [""]:
        raise explain(text)
    parts: list[HistoricalDate] = []
    offset = 1
    for index, member in enumerate(members):
        try:
            parts.append(_read_member(member, may_open=(index == 0, index == len(members) - 1)))
        except DateError as inner:
            raise _of_member(text, inner, member, offset) from None
        offset += len(member) + 1
    return _set(text, kind, tuple(parts))
