# SPDX-License-Identifier: MIT
"""Loose dates in Japanese, Korean and Chinese: 1959年12月14日頃, 1950年代半ば, 1955년부터 1958년까지, 138億年前."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from timeline_app.chrono.loose_atoms import read_atom
from timeline_app.chrono.loose_context import Choices, LooseContext, as_end, marked, refused
from timeline_app.chrono.loose_numerals import with_plain_digits
from timeline_app.chrono.loose_ranges import combined, one_of

_ASIAN: Final = re.compile("[\u3005\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")

_ABOUT_BEFORE: Final = re.compile(r"(?:およそ|おおよそ|約|大約|대략|약) ?(?P<rest>.+)")
_ABOUT_BEHIND: Final = re.compile(r"(?P<rest>.+?) ?(?:頃|ごろ|ころ|前後|경|쯤|무렵|左右)")
_PERHAPS_BEFORE: Final = re.compile(r"(?:おそらく|恐らく|たぶん|多分|아마도?|혹은|可能) ?(?P<rest>.+)")
_PERHAPS_BEHIND: Final = re.compile(r"(?P<rest>.+?) ?(?:\(?\?\)?|\(推定\)|か\?|\(추정\)|추정)")
_DOUBTS: Final = ((_ABOUT_BEFORE, "~"), (_PERHAPS_BEHIND, "?"), (_ABOUT_BEHIND, "~"), (_PERHAPS_BEFORE, "?"))

_BETWEEN: Final = re.compile(
    r"(?P<first>.+?)(?:から|と|과|와) ?(?P<last>.+?)(?:まで)?(?:の間|間| ?사이)(?:に|에)?"
)
_RANGE: Final = (
    re.compile(r"(?P<first>.+?)(?:から|より|부터|에서) ?(?P<last>.+?) ?(?:まで|にかけて|까지|に至る)?"),
    re.compile(r"(?P<first>.+?) ?[-~至] ?(?P<last>.+)"),
)
_OR: Final = re.compile(
    r"(?P<first>.+?)(?:か|または|又は|もしくは|或いは|나|이나| 또는| 혹은|或|或者) ?(?P<last>.+)"
)
_SIDES: Final = (
    (re.compile(r"(?P<date>.+?) ?(?:以降|以後|後| ?이후| ?후)(?:に|에)?"), "after"),
    (re.compile(r"(?P<date>.+?) ?(?:以前|前| ?이전| ?전)(?:に|에)?"), "before"),
    (re.compile(r"(?P<date>.+?) ?(?:から|より|부터|~|-|起)"), "since"),
    (re.compile(r"(?P<date>.+?) ?(?:まで|까지|為止)"), "until"),
)
_FORMS: Final[dict[str, Callable[[str], str]]] = {
    "after": lambda date: f"[{date}..]",
    "before": lambda date: f"[..{date}]",
    "since": lambda date: f"{as_end(date)}/..",
    "until": lambda date: f"../{as_end(date)}",
}
_YEAR_HEAD: Final = re.compile(
    r"(?P<head>.*?(?:年|년)) ?(?:[0-9]{1,2} ?[月월](?: ?[0-9]{1,2} ?[日일])?|春|夏|秋|冬|봄|여름|가을|겨울)?.*"
)
_MONTH_HEAD: Final = re.compile(r"(?P<head>.*[年년] ?[0-9]{1,2} ?[月월]) ?[0-9]{1,2} ?[日일].*")
_DAY_ALONE: Final = re.compile(r"[0-9]{1,2} ?[日일]")
_SHORT_YEAR: Final = re.compile("[0-9]{2} ?[年년]")
_FULL_YEAR: Final = re.compile("(?P<century>[0-9]{2})[0-9]{2} ?[年년]?")
_KOREAN_ERAS: Final = {
    "메이지": "明治",
    "다이쇼": "大正",
    "쇼와": "昭和",
    "헤이세이": "平成",
    "레이와": "令和",
}
_KOREAN_ERA: Final = re.compile(f"(?P<era>{'|'.join(_KOREAN_ERAS)}) ?(?P<rest>[0-9].*|元.*)")
_TO_KANJI: Final = str.maketrans("년월일", "年月日")


def is_asian(text: str) -> bool:
    """Tell whether a text holds Japanese, Korean, Chinese or Thai letters."""
    return _ASIAN.search(text) is not None


def read_asian(text: str, context: LooseContext) -> Choices | None:
    """Read a loose date in these languages; None if it has no form that is known."""
    korean = _KOREAN_ERA.fullmatch(text)
    if korean is not None:
        text = _KOREAN_ERAS[korean["era"]] + korean["rest"].translate(_TO_KANJI).replace(" ", "")
    return _read(with_plain_digits(text), context)


def _read(text: str, context: LooseContext) -> Choices | None:
    for reader in (_single, _doubtful, _from_one_side, _between, _either, _range):
        choices = reader(text, context)
        if choices is not None:
            return choices
    return None


def _single(text: str, context: LooseContext) -> Choices | None:
    from timeline_app.chrono.loose_asian_atoms import read_asian_atom

    choices = read_asian_atom(text, context)
    if choices is not None:
        return choices
    # What is left may be EDTF, an era or an English date in a longer text: 1955から1958まで.
    return read_atom(text, context)


def _doubtful(text: str, context: LooseContext) -> Choices | None:
    for pattern, mark in _DOUBTS:
        match = pattern.fullmatch(text)
        inner = None if match is None else _read(match["rest"], context)
        if inner is None:
            continue
        if any("T" in choice for choice in inner):
            raise refused("doubtful-time", "time-range")
        if any("/" in choice for choice in inner):
            context.tell("doubt-of-both")
        return tuple(marked(choice, mark) for choice in inner)
    return None


def _from_one_side(text: str, context: LooseContext) -> Choices | None:
    """Read after, before, since, until."""
    for pattern, side in _SIDES:
        match = pattern.fullmatch(text)
        inner = None if match is None else _end(match["date"], context)
        if inner is not None and not any(choice[0] in "[{" or "/" in choice for choice in inner):
            return tuple(_FORMS[side](choice) for choice in inner)
    return None


def _between(text: str, context: LooseContext) -> Choices | None:
    match = _BETWEEN.fullmatch(text)
    ends = None if match is None else _both(match["first"], match["last"], context)
    return None if ends is None else combined(one_of, *ends)


def _either(text: str, context: LooseContext) -> Choices | None:
    match = _OR.fullmatch(text)
    ends = None if match is None else _both(match["first"], match["last"], context)
    if ends is None:
        return None
    return combined(lambda first, last: f"[{first.strip('[]')},{last.strip('[]')}]", *ends)


def _range(text: str, context: LooseContext) -> Choices | None:
    for pattern in _RANGE:
        match = pattern.fullmatch(text)
        ends = None if match is None else _both(match["first"], match["last"], context)
        if ends is not None:
            return combined(lambda first, last: f"{as_end(first)}/{as_end(last)}", *ends)
    return None


def _both(first: str, last: str, context: LooseContext) -> tuple[Choices, Choices] | None:
    """Read two dates; the first may lack what counts the years (1955-1958年), the second its year or month."""
    short, year = _SHORT_YEAR.fullmatch(last.strip()), _FULL_YEAR.fullmatch(first.strip())
    if short is not None and year is not None:
        last = year["century"] + last.strip()
    ends = _end(last, context)
    starts = _end(first, context)
    if ends is None:
        # Of "8月11日または13日" the second has the first one's month too.
        is_day_alone = _DAY_ALONE.fullmatch(last.strip()) is not None
        head = (_MONTH_HEAD if is_day_alone else _YEAR_HEAD).fullmatch(first)
        ends = None if head is None else _end(head["head"] + last, context)
    if starts is None and re.fullmatch("[0-9]{4}", first.strip()):
        starts = (first.strip(),)
    if starts is None or ends is None:
        return None
    return starts, ends


def _end(text: str, context: LooseContext) -> Choices | None:
    text = text.strip()
    return _single(text, context) or _doubtful_end(text, context)


def _doubtful_end(text: str, context: LooseContext) -> Choices | None:
    for pattern, mark in _DOUBTS:
        match = pattern.fullmatch(text)
        inner = None if match is None else _single(match["rest"], context)
        if inner is not None:
            return tuple(marked(choice, mark) for choice in inner)
    return None
