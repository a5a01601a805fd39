# SPDX-License-Identifier: MIT
"""Dates in the years of eras are read, and days that an era or its calendar does not have are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.calendars import edtf_of_buddhist, edtf_of_era, edtf_of_korean, edtf_of_minguo
from timeline_app.chrono.edtf import can_be_read


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("주체48", "1959"),
        ("주체48년", "1959"),
        ("주체 48년 12월", "1959-12"),
        ("주체48년 12월 14일", "1959-12-14"),
        ("주체48(1959)년 12월 14일", "1959-12-14"),
        ("주체１０８（２０１９）", "2019"),
        ("主體48年12月14日", "1959-12-14"),
        ("Juche 48", "1959"),
        ("주체1", "1912"),
        ("단기 4292년", "1959"),
        ("단기4292년 12월 14일", "1959-12-14"),
        ("檀紀 4292年", "1959"),
        ("Dangun 4292", "1959"),
        ("단기 1년", "-2332"),
        ("단기 4228년", "1895"),
        ("단기 4229년 1월 1일", "1896-01-01"),
        ("주체사상", None),
        ("단기 여행", None),
        ("1959년", None),
        ("민국 48년", None),
    ],
)
def test_korean_eras(text: str, edtf: str | None) -> None:
    assert edtf_of_korean(text) == edtf


@pytest.mark.parametrize(
    ("text", "code", "fixes"),
    [
        ("주체0년", "year-before-first", ()),
        ("단기 0년", "year-before-first", ()),
        ("주체48년 2월 30일", "no-such-day", ("1959-02-28",)),
        ("주체48년 13월", "no-such-month", ()),
        ("주체48년 22월", "no-such-month", ()),
        ("주체48(1960)년", "two-years", ("1960", "1959")),
        ("주체48(1960)년 2월 29일", "two-years", ("1960-02-29",)),
        ("단기 4228년 12월", "lunisolar-korea", ("1895",)),
        ("단기 1년 1월 1일", "lunisolar-korea", ("-2332",)),
    ],
)
def test_korean_dates_that_never_were(text: str, code: str, fixes: tuple[str, ...]) -> None:
    with pytest.raises(DateError) as caught:
        edtf_of_korean(text)
    assert caught.value.message.key == f"date.problem.{code}"
    assert caught.value.fixes == fixes
    assert all(can_be_read(fix) for fix in fixes)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("民國48年", "1959"),
        ("民国48年12月14日", "1959-12-14"),
        ("中華民國48年12月", "1959-12"),
        ("中華民國元年1月1日", "1912-01-01"),
        ("중화민국 48년", "1959"),
        ("Minguo 48", "1959"),
        ("ROC 48", "1959"),
        ("民國", None),
        ("roc", None),
    ],
)
def test_minguo(text: str, edtf: str | None) -> None:
    assert edtf_of_minguo(text) == edtf


def test_minguo_days_that_never_were() -> None:
    for text in ("民國0年", "民國48年2月29日", "民國48年13月1日"):
        with pytest.raises(DateError):
            edtf_of_minguo(text)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("B.E. 2502", "1959"),
        ("BE 2484", "1941"),
        ("พ.ศ. 2502", "1959"),
        ("佛曆2502年", "1959"),
        ("仏暦2502年", "1959"),
        ("B.E. 2483", "[1940-04..1940-12]"),
        ("B.E. 2482", "[1939-04..1940-03]"),
        ("B.E. 2432", "[1889-04..1890-03]"),
        ("be 25", None),
        ("2502", None),
    ],
)
def test_thai_years(text: str, edtf: str | None) -> None:
    assert edtf_of_buddhist(text) == edtf
    assert edtf is None or can_be_read(edtf)


def test_thai_years_that_the_moon_began() -> None:
    with pytest.raises(DateError) as caught:
        edtf_of_buddhist("B.E. 2431")
    assert caught.value.message.key == "date.problem.lunisolar-thai"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("昭和34年12月14日", "1959-12-14"),
        ("주체48", "1959"),
        ("民國48年", "1959"),
        ("B.E. 2502", "1959"),
        ("1959", None),
        ("", None),
    ],
)
def test_any_era(text: str, edtf: str | None) -> None:
    assert edtf_of_era(text) == edtf


@given(st.text(alphabet="주체단기民國佛曆昭和元BE.jucheroc 0123456789年년月월日일()", max_size=16))
def test_whatever_is_written_only_a_date_error_is_raised(text: str) -> None:
    try:
        edtf = edtf_of_era(text)
    except DateError:
        return
    assert edtf is None or can_be_read(edtf)
