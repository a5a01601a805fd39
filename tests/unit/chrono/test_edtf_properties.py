# SPDX-License-Identifier: MIT
"""What holds for every date, and for every text that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import LIMIT_S, days_in_month

EXAMPLES = (
    "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30-04", "1985-04-12T23:20:30+04:30",
    "1964/2008", "2004-02-01/2005-02", "Y170000002", "Y-17E7", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X",
    "20XX", "2004-XX", "1985-04-XX", "1985-04-12/..", "../1985", "1985/", "/1985", "-1985", "1950S2", "Y171010000S3",
    "Y3388E2S3", "2001-34", "[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "{1960,1961-12}",
    "2004?-06-11", "?2004-06-~11", "156X-12-25", "XXXX-12-XX", "-1X32-X1-X2", "2004-06-~01/2004-06-~20", "1958-37~",
)  # fmt: skip
MARKS = st.sampled_from(["", "?", "~", "%"])
YEARS = st.integers(-9999, 9999).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}")


@st.composite
def days(draw: st.DrawFn) -> str:
    """Draw a real day of the calendar."""
    year = draw(st.integers(-9999, 9999))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    sign, size = ("-", -year) if year < 0 else ("", year)
    return f"{sign}{size:04d}-{month:02d}-{day:02d}"


@st.composite
def masked_years(draw: st.DrawFn) -> str:
    """Draw a year of which some digits are unknown."""
    digits = draw(st.lists(st.sampled_from("0123456789X"), min_size=4, max_size=4))
    return draw(st.sampled_from(["", "-"])) + "".join(
        ["X", *digits[1:]] if digits == list("0000") else digits
    )


months = st.tuples(YEARS, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
groups = st.tuples(YEARS, st.integers(21, 41)).map(lambda parts: f"{parts[0]}-{parts[1]}")
long_years = st.integers(10_000, 146_000_000_000).flatmap(
    lambda size: st.sampled_from([f"Y{size}", f"Y-{size}"])
)
atoms = st.one_of(YEARS, months, groups, days(), masked_years(), long_years)
times = st.tuples(
    days(),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "Z", "+09:00", "-12", "+05:45"]),
).map(lambda parts: f"{parts[0]}T{parts[1]:02d}:{parts[2]:02d}{parts[3]}")
marked = st.tuples(st.one_of(atoms, times), MARKS).map("".join)
all_settings = st.builds(
    DateSettings,
    st.sampled_from(["north", "south"]),
    st.sampled_from(["UTC", "Asia/Seoul", "America/New_York", "Pacific/Apia"]),
)
intervals = st.tuples(st.one_of(marked, st.just("..")), st.one_of(marked, st.just(""))).map("/".join)
sets = st.lists(marked, min_size=1, max_size=5).map(",".join).map(lambda members: f"[{members}]")
read = (
    st.tuples(st.one_of(marked, intervals, sets), all_settings)
    .filter(lambda parts: can_be_read(*parts))
    .map(lambda parts: (parse(*parts), parts[1]))
)
dates = read.map(lambda parts: parts[0])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw an example of the standard with some characters replaced, inserted or left out."""
    text = list(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        text[place : place + draw(st.integers(0, 2))] = draw(
            st.text("0123456789XYESTZ?~%-/.[]{}, :+x–", max_size=2)
        )
    return "".join(text)


@given(dates)
def test_bounds_are_in_order_and_on_the_axis(date: HistoricalDate) -> None:
    earliest_s = -LIMIT_S if date.earliest_s is None else date.earliest_s
    latest_s = LIMIT_S if date.latest_s is None else date.latest_s
    assert -LIMIT_S <= earliest_s < latest_s <= LIMIT_S


@given(read)
def test_a_date_survives_being_written_and_read(parts: tuple[HistoricalDate, DateSettings]) -> None:
    date, settings = parts
    assert parse(str(date), settings) == date


@given(marked.filter(can_be_read), all_settings)
def test_settings_never_change_more_than_bounds(text: str, settings: DateSettings) -> None:
    plain, moved = parse(text), parse(text, settings)
    assert str(plain) == str(moved) == text
    for name in (
        "kind",
        "precision",
        "uncertain",
        "approximate",
        "earliest_state",
        "latest_state",
        "calendar",
    ):
        assert getattr(plain, name) == getattr(moved, name)
    assert (plain.earliest_s == moved.earliest_s) or settings != DEFAULT_SETTINGS


@given(dates)
def test_widening_never_narrows(date: HistoricalDate) -> None:
    for wide_s, strict_s in ((date.fuzz_earliest_s, date.earliest_s), (date.fuzz_latest_s, date.latest_s)):
        assert (wide_s is None) is (strict_s is None)
    if date.earliest_s is not None and date.fuzz_earliest_s is not None:
        assert date.fuzz_earliest_s <= date.earliest_s
        assert date.is_approximate or date.fuzz_earliest_s == date.earliest_s
    if date.latest_s is not None and date.fuzz_latest_s is not None:
        assert date.fuzz_latest_s >= date.latest_s
        assert date.is_approximate or date.fuzz_latest_s == date.latest_s


@given(dates)
def test_a_core_lies_within_its_date(date: HistoricalDate) -> None:
    if date.core is not None:
        start_s, end_s = date.core
        assert start_s < end_s
        assert date.earliest_s is None or date.earliest_s <= start_s
        assert date.latest_s is None or end_s <= date.latest_s


@given(atoms.filter(can_be_read), MARKS)
def test_a_mark_never_moves_strict_bounds(text: str, mark: str) -> None:
    plain, marked_date = parse(text), parse(text + mark)
    assert (plain.earliest_s, plain.latest_s) == (marked_date.earliest_s, marked_date.latest_s)


@given(st.one_of(mutated(), st.text(max_size=30)))
def test_nothing_but_a_date_error_is_ever_raised(text: str) -> None:
    if can_be_read(text):
        assert str(parse(text)) == text
        return
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.message.key.startswith("date.problem.")
    assert all(can_be_read(fix) for fix in caught.value.fixes)
    assert 0 <= caught.value.offset <= max(len(text), 1)
