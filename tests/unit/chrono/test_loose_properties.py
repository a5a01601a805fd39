# SPDX-License-Identifier: MIT
"""What holds for every text: nothing is raised, what is read is EDTF, and no year comes out of nowhere."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tests.loose_table import ENGLISH, HUNDRED
from tests.loose_table_asian import ASIAN
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.loose import LooseReading, Outcome, read_loose

TEXTS = [text for text, _ in HUNDRED + ENGLISH + ASIAN]
WORDS = sorted({word for text in TEXTS for word in re.findall(r"\w+|[^\w\s]", text)})

#: Words of dates in any order, dates with some of their letters changed, and any text at all.
jumbles = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
changed = st.tuples(
    st.sampled_from(TEXTS),
    st.integers(0, 40),
    st.integers(0, 3),
    st.text(alphabet="0123456789 -/~?.,cX年월", max_size=3),
).map(lambda parts: parts[0][: parts[1]] + parts[3] + parts[0][parts[1] + parts[2] :])
texts = st.one_of(jumbles, changed, st.text(max_size=40))
settings = st.builds(
    DateSettings,
    hemisphere=st.sampled_from(["north", "south"]),
    old_style=st.sampled_from(["ask", "julian", "gregorian", "britain", "russia"]),
)


def assert_is_one_of_three(reading: LooseReading, text: str) -> None:
    assert reading.text == text
    match reading.outcome:
        case Outcome.READ:
            assert parse(reading.edtf).edtf == reading.edtf
            assert reading.choices == ()
        case Outcome.ASK:
            assert reading.edtf == ""
            assert len(set(reading.choices)) == len(reading.choices) >= 2
            assert all(map(can_be_read, reading.choices))
            assert reading.message is not None
        case Outcome.REFUSE:
            assert (reading.edtf, reading.choices) == ("", ())
            assert reading.message is not None
            assert reading.hint is not None


@given(texts, settings)
@example("\ud800", DateSettings())
@example("1959\0", DateSettings())
@example("(" * 200, DateSettings())
@example("c. " * 60 + "1959", DateSettings())
@example("-" * 150 + "1959", DateSettings())
@example("9" * 5000 + " BC", DateSettings())
@example("9" * 150 + " BC", DateSettings())
@example("1e9999 Ma", DateSettings())
@example("99999999999 billion years ago", DateSettings())
def test_every_text_is_read_asked_or_refused(text: str, chosen: DateSettings) -> None:
    assert_is_one_of_three(read_loose(text, chosen), text)


@given(texts)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_loose(text) == read_loose(text)


@given(texts)
def test_what_was_read_is_read_again_as_it_stands(text: str) -> None:
    reading = read_loose(text)
    for edtf in (*reading.choices, *([reading.edtf] if reading.edtf else [])):
        assert read_loose(edtf).edtf == edtf


MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_ONLY_DIGITS = re.compile("[0-9]+")
_NEW_NUMBERS = re.compile(
    r"bc|b\.? ?c|ago|\bbp\b|b\.p|century|centuries|cent\b|\bc\b|[0-9]c|millenni|前|전|世紀|세기|[MmGgk](a|ya)\b|era"
    r"|showa|shōwa|meiji|taisho|heisei|reiwa|juche|dangun|minguo|b\.?e\.?|明治|大正|昭和|平成|令和|쇼와|주체|단기|民|佛"
    r"|[一二三四五六七八九十百千]|㍼|㍻|㍽|㍾|julian|o\.? ?s",
    re.IGNORECASE,
)
"""Words by which a year is counted otherwise than it is written."""


@given(st.one_of(jumbles, changed))
def test_the_digits_of_a_year_stand_in_the_text_unless_a_word_says_how_it_is_counted(text: str) -> None:
    reading = read_loose(text)
    if reading.is_strict or _NEW_NUMBERS.search(text) is not None or not text.isascii():
        return
    numbers = _ONLY_DIGITS.findall(text)
    for edtf in (reading.edtf, *reading.choices):
        for year in re.findall(r"(?<![0-9:+-])([0-9]{2})[0-9X]{2}(?![0-9:])", edtf):
            # A century is never made up; the years of a decade's third and of "1955-58" keep theirs.
            assert any(year in number or year.lstrip("0") in number for number in numbers), (text, edtf)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28))
def test_a_bc_day_is_the_same_in_all_its_forms(year: int, month: int, day: int) -> None:
    name = MONTH_NAMES[month - 1]
    chosen = DateSettings(old_style="gregorian")
    forms = (f"{day} {name} {year} BC", f"{name} {day}, {year} BCE", f"紀元前{year}年{month}月{day}日")
    edtf = f"{1 - year:05d}" if year > 1 else "0000"
    assert {read_loose(form, chosen).edtf for form in forms} == {f"{edtf}-{month:02d}-{day:02d}"}


@given(st.integers(1000, 2999), st.integers(1, 99))
def test_a_range_of_years_is_an_interval_or_is_asked(year: int, short: int) -> None:
    text = f"{year}–{short:02d}"
    reading = read_loose(text)
    end = year // 100 * 100 + short
    interval = f"{year}/{end}"
    if end <= year:
        assert interval not in {reading.edtf, *reading.choices}
    else:
        assert interval in {reading.edtf, *reading.choices}
