# SPDX-License-Identifier: MIT
"""Dates that count in another calendar keep its numbers, and have its bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.calendars import calendar_named
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.edtf_tagged import read_tagged
from timeline_app.chrono.historical_date import DAY_PART, MONTH_PART, YEAR_PART, DateKind, Precision
from timeline_app.chrono.instant import DAY_S, civil_from_days

ALL_PARTS = YEAR_PART | MONTH_PART | DAY_PART


def day(instant_s: int | None) -> tuple[int, int, int]:
    assert instant_s is not None
    assert instant_s % DAY_S == 0
    return civil_from_days(instant_s // DAY_S)


@pytest.mark.parametrize(
    ("text", "first", "end", "precision"),
    [
        ("julian:-0043-03-15", (-43, 3, 13), (-43, 3, 14), Precision.DAY),
        ("julian:-0043-03", (-43, 2, 27), (-43, 3, 30), Precision.MONTH),
        ("julian:-0043", (-44, 12, 30), (-43, 12, 30), Precision.YEAR),
        ("julian:0000", (-1, 12, 30), (0, 12, 30), Precision.YEAR),
        ("julian:1700-02-29", (1700, 3, 11), (1700, 3, 12), Precision.DAY),
        ("hebrew:5720", (1959, 10, 3), (1960, 9, 22), Precision.YEAR),
        ("hebrew:5720-07-01", (1959, 10, 3), (1959, 10, 4), Precision.DAY),
        ("hebrew:5720-06", (1960, 8, 24), (1960, 9, 22), Precision.MONTH),
        ("hebrew:5719-13", (1959, 3, 11), (1959, 4, 9), Precision.MONTH),
        ("islamic:1379", (1959, 7, 7), (1960, 6, 26), Precision.YEAR),
        ("islamic:1379-06", (1959, 12, 2), (1959, 12, 31), Precision.MONTH),
        ("islamic:1379-06-14", (1959, 12, 15), (1959, 12, 16), Precision.DAY),
    ],
)
def test_bounds_are_the_calendars(
    text: str, first: tuple[int, int, int], end: tuple[int, int, int], precision: Precision
) -> None:
    date = parse(text)
    assert (day(date.earliest_s), day(date.latest_s), date.precision) == (first, end, precision)
    assert date.calendar == text.partition(":")[0]
    assert str(date) == text
    assert (date.uncertain, date.approximate) == (0, 0)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("hebrew:5720?", YEAR_PART, 0),
        ("hebrew:5720-07~", 0, YEAR_PART | MONTH_PART),
        ("julian:-0043-03-15%", ALL_PARTS, ALL_PARTS),
    ],
)
def test_a_mark_belongs_to_the_whole_date(text: str, uncertain: int, approximate: int) -> None:
    date = parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    assert str(date) == text


def test_approximate_dates_are_widened_as_gregorian_ones_are() -> None:
    approximate = parse("julian:-0043-03-15~")
    assert (day(approximate.fuzz_earliest_s), day(approximate.fuzz_latest_s)) == ((-43, 3, 10), (-43, 3, 17))
    year = parse("hebrew:5720~")
    assert (day(year.fuzz_earliest_s), day(year.fuzz_latest_s)) == ((1954, 10, 3), (1965, 9, 22))


@pytest.mark.parametrize("text", ["islamic:1379-06-14", "islamic:1379-06", "islamic:1379"])
def test_islamic_dates_may_be_two_days_earlier_or_later(text: str) -> None:
    date = parse(text)
    assert date.earliest_s is not None
    assert date.latest_s is not None
    assert date.fuzz_earliest_s == date.earliest_s - 2 * DAY_S
    assert date.fuzz_latest_s == date.latest_s + 2 * DAY_S
    assert not date.is_approximate


def test_an_approximate_islamic_day_is_widened_by_both() -> None:
    date = parse("islamic:1379-06-14~")
    assert (day(date.fuzz_earliest_s), day(date.fuzz_latest_s)) == ((1959, 12, 10), (1959, 12, 21))


def test_intervals_and_sets() -> None:
    interval = parse("julian:-0044-03-15/julian:-0043-01-01")
    assert interval.kind is DateKind.INTERVAL
    assert interval.calendar == "julian"
    assert (day(interval.earliest_s), day(interval.latest_s)) == ((-44, 3, 13), (-44, 12, 31))
    choice = parse("[hebrew:5720,hebrew:5722]")
    assert (choice.kind, choice.calendar) == (DateKind.ONE_OF, "hebrew")
    assert parse("julian:1500/..").latest_s is None
    assert parse("../julian:1500").earliest_s is None
    assert parse("[julian:1500..julian:1502]").calendar == "julian"
    assert parse("julian:1500/hebrew:5300").calendar == ""


@pytest.mark.parametrize(
    ("text", "code", "hint", "fixes"),
    [
        ("hebrew:5720-13", "no-such-month", "months-hebrew", ("hebrew:5720-12",)),
        ("hebrew:5720-13-02~", "no-such-month", "months-hebrew", ("hebrew:5720-12-02~",)),
        ("hebrew:5719-14", "no-such-month", "months-hebrew", ("hebrew:5719-13",)),
        ("hebrew:5720-15", "no-such-month", "months-hebrew", ()),
        ("islamic:1379-13", "no-such-month", "months-islamic", ()),
        ("julian:-0043-21", "no-such-month", "months-julian", ()),
        ("hebrew:5720-02-30", "no-such-day", "", ("hebrew:5720-02-29",)),
        ("julian:1701-02-29", "no-such-day", "", ("julian:1701-02-28",)),
        ("julian:-0043-02-30?", "no-such-day", "", ("julian:-0043-02-28?",)),
        ("islamic:1379-02-30", "no-such-day", "", ("islamic:1379-02-29",)),
        ("islamic:1379-02-00", "no-such-day", "", ("islamic:1379-02",)),
        ("islamic:0000", "year-before-first", "first-year", ()),
        ("hebrew:-0001-07", "year-before-first", "first-year", ()),
        ("julian:-0000-03", "year-zero", "year-zero", ("julian:0000-03", "julian:-0001-03")),
        ("juche:48", "unknown-calendar", "tagged-calendars", ("1959",)),
        ("dangun:4292", "unknown-calendar", "tagged-calendars", ("1959",)),
        ("gregorian:1959", "unknown-calendar", "tagged-calendars", ("1959",)),
        ("buddhist:0001", "unknown-calendar", "tagged-calendars", ()),
        ("japanese-era:34", "unknown-calendar", "tagged-calendars", ()),
        ("chinese:4657", "unknown-calendar", "tagged-calendars", ()),
        ("hebrew:5720-7-1", "tagged-form", "tagged-form", ("hebrew:5720-07-01",)),
        ("hebrew: 5720", "tagged-form", "tagged-form", ("hebrew:5720",)),
        ("hebrew:5720?~", "tagged-form", "tagged-form", ("hebrew:5720%",)),
        ("hebrew:57XX", "tagged-form", "tagged-form", ()),
        ("hebrew:720", "tagged-form", "tagged-form", ()),
        ("julian:-0043-03-15T12:00", "tagged-form", "tagged-form", ()),
        ("hebrew:5720/5721", "mixed-calendars", "mixed-calendars", ("hebrew:5720/hebrew:5721",)),
        ("-0044/julian:-0043", "mixed-calendars", "mixed-calendars", ("julian:-0044/julian:-0043",)),
        ("[julian:1500,1501]", "mixed-calendars", "mixed-calendars", ("[julian:1500,julian:1501]",)),
        ("[julian:1500..1501]", "mixed-calendars", "mixed-calendars", ("[julian:1500..julian:1501]",)),
        ("julian:1501/julian:1500", "ends-before-begins", "", ("julian:1500/julian:1501",)),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, code: str, hint: str, fixes: tuple[str, ...]) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.message.key == f"date.problem.{code}"
    assert (caught.value.hint.key if caught.value.hint else "") == (f"date.hint.{hint}" if hint else "")
    assert caught.value.fixes == fixes
    assert all(can_be_read(fix) for fix in fixes)


def test_an_error_points_at_the_component() -> None:
    for text, wrong in (
        ("hebrew:5720-13-02", "13-02"),
        ("julian:1701-02-29", "29"),
        ("islamic:0000", "0000"),
    ):
        with pytest.raises(DateError) as caught:
            read_tagged(text)
        assert text[caught.value.offset :] == wrong


@given(
    st.sampled_from(["julian", "hebrew", "islamic"]),
    st.integers(-700_000, 1_000_000),
    st.sampled_from("?~%|"),
)
def test_every_day_month_and_year_round_trips(name: str, number: int, mark: str) -> None:
    calendar = calendar_named(name)
    assert calendar is not None
    if calendar.first_days is not None:
        number = max(number, calendar.first_days)
    year, month, in_month = calendar.from_days(number)
    head = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    mark = mark.replace("|", "")
    for tail in ("", f"-{month:02d}", f"-{month:02d}-{in_month:02d}"):
        text = f"{name}:{head}{tail}{mark}"
        date = parse(text)
        assert str(date) == text
        assert date.earliest_s is not None
        assert date.latest_s is not None
        assert date.earliest_s <= number * DAY_S < date.latest_s
        assert date.fuzz_earliest_s is not None
        assert date.fuzz_latest_s is not None
        assert date.fuzz_earliest_s <= date.earliest_s < date.latest_s <= date.fuzz_latest_s


@given(st.from_regex(r"(julian|hebrew|islamic|juche):[-0-9X?~%./T:]{0,14}", fullmatch=True))
def test_whatever_is_written_only_a_date_error_is_raised(text: str) -> None:
    try:
        date = parse(text)
    except DateError:
        return
    assert str(date) == text
