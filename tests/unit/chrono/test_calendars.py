# SPDX-License-Identifier: MIT
"""Japanese eras change on their days, and nothing is claimed of days before 1873."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Translator
from timeline_app.chrono.calendars import JapaneseEras, calendar_named, edtf_of_japanese
from timeline_app.chrono.instant import days_from_civil

ERAS = JapaneseEras()
LANGUAGES = Path(__file__).resolve().parents[3] / "resources" / "languages"
JAPANESE = Translator.from_file(LANGUAGES / "ja.json")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("昭和34年12月14日", "1959-12-14"),
        ("昭和34年12月", "1959-12"),
        ("昭和34年", "1959"),
        (" 昭和６４年1月7日", "1989-01-07"),
        ("平成元年", "1989"),
        ("平成1年1月8日", "1989-01-08"),
        ("昭和元年12月", "1926-12"),
        ("大正15年12月", "1926-12"),
        ("明治5年", "1872"),
        ("Shōwa 34", "1959"),
        ("reiwa 8", "2026"),
        ("1959年", None),
        ("昭和の34年", None),
        ("Showa", None),
    ],
)
def test_reading(text: str, edtf: str | None) -> None:
    assert edtf_of_japanese(text) == edtf


@pytest.mark.parametrize(
    ("text", "code", "fixes"),
    [
        ("昭和65年", "not-in-era", ()),
        ("昭和0年", "not-in-era", ()),
        ("昭和64年1月8日", "not-in-era", ()),
        ("昭和64年2月", "not-in-era", ()),
        ("昭和元年11月", "not-in-era", ()),
        ("昭和34年2月30日", "not-in-era", ()),
        ("昭和34年13月", "not-in-era", ()),
        ("昭和34年22月", "not-in-era", ()),
        ("明治5年12月", "lunisolar", ("1872",)),
    ],
)
def test_days_that_an_era_does_not_have(text: str, code: str, fixes: tuple[str, ...]) -> None:
    with pytest.raises(DateError) as caught:
        edtf_of_japanese(text)
    assert caught.value.message.key == f"date.problem.{code}"
    assert caught.value.fixes == fixes


@given(st.dates(min_value=datetime.date(1873, 1, 1)).filter(lambda day: day.year < 2118))
def test_a_day_comes_back(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    label = JAPANESE.text(ERAS.day_message(days_from_civil(year, month, number)))
    assert edtf_of_japanese(label) == str(day)


def test_calendars_are_found_by_name() -> None:
    assert isinstance(calendar_named("japanese"), JapaneseEras)
    assert calendar_named("martian") is None
