# SPDX-License-Identifier: MIT
"""Single dates in Japanese, Korean and Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from timeline_app.chrono.instant import days_in_month
from timeline_app.chrono.loose_context import Choices, LooseContext, refused, year_text
from timeline_app.chrono.loose_deep import years_ago
from timeline_app.chrono.loose_spans import block_of_years, part_of_years, third_of_years

_BC: Final = "(?P<bc>紀元前|公元前|西暦前|西元前|기원전|서기전|前)?"
_AD: Final = "(?:西暦|西元|公元|紀元後?|서기|기원후?)?"
_HEAD: Final = rf"(?P<ad>西暦|西元|公元|紀元後|紀元(?!前)|서기|기원후)?{_BC} ?"
_YEAR: Final = rf"{_HEAD}(?P<year>[0-9]{{1,5}}) ?[年년]"
_MONTH: Final = rf"{_YEAR} ?(?P<month>[0-9]{{1,2}}) ?[月월]"
_WEEKDAY: Final = r"(?: ?\(?(?P<weekday>[月火水木金土日월화수목금토일])(?:曜日?|요일)?\)?)?"
_CLOCK: Final = r"(?: ?(?P<half>午前|午後|오전|오후)? ?(?P<hour>[0-9]{1,2}) ?(?:時|시|:) ?(?P<minute>[0-9]{1,2}) ?(?:分|분)?)?"
_DAY_FORM: Final = re.compile(rf"{_MONTH} ?(?P<day>[0-9]{{1,2}}) ?[日일]{_WEEKDAY}{_CLOCK}")
_MONTH_FORM: Final = re.compile(
    rf"{_MONTH}(?: ?の? ?(?P<third>上旬|初旬|初め|初頭|中旬|半ば|下旬|末|초순|초|중순|하순|말))?"
)
_YEAR_FORM: Final = re.compile(
    rf"{_YEAR}(?: ?の? ?(?P<part>初頭|初め|前期|はじめ|初|半ば|中頃|中ごろ|末|終わり|春|夏|秋|冬|前半|後半|上半期|下半期|"
    r"第?[1-4] ?四半期|초반|초|중반|말|봄|여름|가을|겨울|상반기|하반기|전반|후반|[1-4] ?분기))?"
)
_PART_OF_BLOCK: Final = r"(?: ?の? ?(?P<part>初頭|初め|はじめ|初期|前半|半ば|中頃|中ごろ|中期|後半|末期|末|終わり|초반|초|중반|중엽|후반|말|전반|초기|말기))?"
_DECADE: Final = re.compile(rf"{_HEAD}(?P<years>[0-9]{{1,3}}0) ?(?:年代|년대){_PART_OF_BLOCK}")
_CENTURY: Final = re.compile(rf"{_HEAD}(?P<number>[0-9]{{1,2}}) ?(?:世紀|世纪|세기){_PART_OF_BLOCK}")
_ERA_DECADE: Final = re.compile(r"(?P<era>明治|大正|昭和|平成|令和)(?P<years>[1-9]0)年代")
_AGO: Final = re.compile(r"(?:今から)?(?P<count>[0-9億億万萬亿千,. 억만천]+?) ?(?:年前|년 ?전)")
_COUNT: Final = re.compile(r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?) ?(?P<unit>億|亿|억|万|萬|만|千|천)?")
_POWERS: Final = {"億": 8, "亿": 8, "억": 8, "万": 4, "萬": 4, "만": 4, "千": 3, "천": 3, None: 0}
_BEFORE_MINGUO: Final = re.compile(r"民[國国]前 ?(?P<year>[0-9]{1,2}|元)年")
_MINGUO_START: Final = 1912

_SEASONS: Final = {"春": 21, "夏": 22, "秋": 23, "冬": 24, "봄": 21, "여름": 22, "가을": 23, "겨울": 24}
_HALVES: Final = {
    "前半": 40,
    "後半": 41,
    "上半期": 40,
    "下半期": 41,
    "상반기": 40,
    "하반기": 41,
    "전반": 40,
    "후반": 41,
}
_THIRDS: Final = {
    **dict.fromkeys(("初頭", "初め", "はじめ", "初", "初期", "前期", "초반", "초", "초기"), 0),
    **dict.fromkeys(("半ば", "中頃", "中ごろ", "中期", "중반", "중엽"), 1),
    **dict.fromkeys(("末", "終わり", "末期", "말", "말기"), 2),
}
_TEN_DAYS: Final = {
    **dict.fromkeys(("上旬", "初旬", "초순"), 0),
    **dict.fromkeys(("中旬", "중순"), 1),
    **dict.fromkeys(("下旬", "하순"), 2),
}
_WEEKDAYS: Final = ("月월", "火화", "水수", "木목", "金금", "土토", "日일")
_AFTERNOON: Final = frozenset({"午後", "오후"})
_HALF_DAY: Final = 12
_YEAR_DIGITS: Final = 4
_LAST_PLAIN_YEAR: Final = 2_400
_LAST_THIRD: Final = 2


def read_asian_atom(text: str, context: LooseContext) -> Choices | None:
    """Read one date; None if it is not of these languages."""
    for pattern, reader in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            return reader(match, context)
    return None


def _year_of(match: re.Match[str]) -> int | None:
    """Return the astronomical year; None for a year of two digits that nothing says the century of."""
    number = int(match["year"])
    if match["bc"]:
        if number == 0:
            raise refused("year-zero", "year-zero")
        return 1 - number
    if match["ad"] is None and len(match["year"]) != _YEAR_DIGITS:
        return None
    if match["ad"] is None and number > _LAST_PLAIN_YEAR:
        # 4292년 was 1959 in Korea, and 2502 is in Thailand.
        raise refused("far-year", "era", year=match["year"])
    return number or None


def _day(match: re.Match[str], context: LooseContext) -> Choices | None:
    year = _year_of(match)
    if year is None:
        return None
    name = match["weekday"]
    weekday = None if name is None else next(i for i, names in enumerate(_WEEKDAYS) if name in names)
    day = context.day(year, int(match["month"]), int(match["day"]), weekday)
    if match["hour"] is None:
        return (day,)
    hour = int(match["hour"])
    if match["half"] is not None:
        if hour > _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if match["half"] in _AFTERNOON else 0)
    return (f"{day}T{hour:02d}:{int(match['minute']):02d}",)


def _month(match: re.Match[str], context: LooseContext) -> Choices | None:
    year = _year_of(match)
    if year is None:
        return None
    month, part = int(match["month"]), match["third"]
    if part is None or not 1 <= month <= _HALF_DAY:
        return (context.month(year, month),)
    third = _TEN_DAYS.get(part, _THIRDS.get(part, 0))
    last = days_in_month(year, month) if third == _LAST_THIRD else 10 * third + 10
    start, end = context.day(year, month, 10 * third + 1), context.day(year, month, last)
    # 上旬 is just the first ten days; 初め says it less exactly.
    mark = "" if part in _TEN_DAYS else "~"
    return (f"[{start}{mark}..{end}{mark}]",)


def _year(match: re.Match[str], context: LooseContext) -> Choices | None:
    year = _year_of(match)
    if year is None:
        return None
    part = match["part"]
    if part is None:
        return (context.year(year) if match["bc"] or match["ad"] else year_text(year),)
    if part in _SEASONS or part in _HALVES:
        return (f"{year_text(year)}-{_SEASONS.get(part) or _HALVES[part]}",)
    if part in _THIRDS:
        return (f"{year_text(year)}-{37 + _THIRDS[part]}~",)
    quarter = int(part.lstrip("第")[0])
    return (f"{year_text(year)}-{32 + quarter}",)


def _decade(match: re.Match[str], context: LooseContext) -> Choices | None:
    size, is_bc = int(match["years"]), match["bc"] is not None
    if not is_bc and match["ad"] is None and len(match["years"]) < _YEAR_DIGITS - 1:
        return None
    lengths = (10, 100) if size % 100 == 0 and size else (10,)
    if len(lengths) > 1:
        context.ask("ask-decade-or-century", date=match[0])
    spans = (_span(size, size + length - 1, is_bc=is_bc) for length in lengths)
    return tuple(_part(first, last, match["part"]) for first, last in spans)


def _century(match: re.Match[str], context: LooseContext) -> Choices | None:  # noqa: ARG001 - one shape of readers
    number, is_bc = int(match["number"]), match["bc"] is not None
    if number == 0:
        return None
    smallest = (number - 1) * 100 + is_bc
    first, last = _span(smallest, smallest + 99, is_bc=is_bc)
    return (_part(first, last, match["part"]),)


def _span(smallest: int, largest: int, *, is_bc: bool) -> tuple[int, int]:
    return (1 - largest, 1 - smallest) if is_bc else (smallest, largest)


def _part(first: int, last: int, part: str | None) -> str:
    if part is None:
        return block_of_years(first, last)
    if part in _HALVES:
        return part_of_years(first, last, 2, _HALVES[part] - 40)
    return third_of_years(first, last, _THIRDS[part])


def _era_decade(match: re.Match[str], context: LooseContext) -> Choices | None:
    """Return Showa 30 to 39, as far as the era reaches."""
    from timeline_app.chrono.calendars.japanese_eras import ERAS, era_end

    era = next(era for era in ERAS if era.kanji == match["era"])
    first = era.first_day[0] + int(match["years"]) - 1
    following = era_end(era)
    last = first + 9 if following is None else min(first + 9, following[0])
    if last < first:
        return None
    context.calendar = "japanese-era"
    return (f"[{first}..{last}]",)


def _ago(match: re.Match[str], context: LooseContext) -> Choices | None:
    """Read 138億年前, 6600万年前, 46억 년 전; of two units (1億3000万) the smaller one counts the digits."""
    total, least = 0, 8
    rest = match["count"].replace(" ", "")
    for piece in _COUNT.finditer(rest):
        power = _POWERS[piece["unit"]]
        whole, _, fraction = piece["number"].replace(",", "").partition(".")
        exponent = power - len(fraction)
        if exponent < 0:
            return None
        total += int(whole + fraction) * int(10**exponent)
        least = min(least, exponent)
    if _COUNT.sub("", rest) or total == 0:
        return None
    return (years_ago(str(total // int(10**least)), least, context),)


def _before_minguo(match: re.Match[str], context: LooseContext) -> Choices | None:
    context.calendar = "minguo"
    number = 1 if match["year"] == "元" else int(match["year"])
    return (year_text(_MINGUO_START - number),) if number else None


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], LooseContext], Choices | None]], ...]] = (
    (_AGO, _ago),
    (_DAY_FORM, _day),
    (_MONTH_FORM, _month),
    (_YEAR_FORM, _year),
    (_DECADE, _decade),
    (_CENTURY, _century),
    (_ERA_DECADE, _era_decade),
    (_BEFORE_MINGUO, _before_minguo),
)
