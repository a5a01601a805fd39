# SPDX-License-Identifier: MIT
"""Ticks stand where people count: round years on both sides of the year that is not there, whole months, whole hours."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import (
    DAY_S,
    HOUR_S,
    LIMIT_S,
    MEAN_YEAR_S,
    civil_from_seconds,
    month_start_s,
    seconds_from_civil,
    year_start_s,
)
from timeline_app.chrono.ticks import (
    CENTURIES,
    DAY,
    DECADE,
    HOUR,
    MAX_TICKS,
    MINUTE,
    MONTH,
    SECOND,
    UNITS,
    YEAR,
    Family,
    TickUnit,
    choose_units,
    tick_message,
    tick_starts,
)

units = st.sampled_from(UNITS)


def unit_of(family: Family, step: int) -> TickUnit:
    """Return the unit with this step."""
    return next(unit for unit in UNITS if unit.family is family and unit.step == step)


def years_of(unit: TickUnit, first: int, last: int) -> list[int]:
    """Return the years at which ticks stand."""
    return [
        civil_from_seconds(start_s).year
        for start_s in tick_starts(unit, year_start_s(first), year_start_s(last))
    ]


def test_years_run_through_the_change_of_era() -> None:
    assert years_of(YEAR, -3, 4) == [-3, -2, -1, 0, 1, 2, 3]


def test_decades_are_round_as_written_on_both_sides() -> None:
    # 40 BC, 30 BC, 20 BC, 10 BC, AD 1, 10, 20
    assert years_of(DECADE, -40, 25) == [-39, -29, -19, -9, 1, 10, 20]


def test_centuries_are_round_as_written_on_both_sides() -> None:
    assert years_of(CENTURIES, -250, 250) == [-199, -99, 1, 100, 200]


def test_five_years() -> None:
    assert years_of(unit_of(Family.YEAR, 5), -12, 12) == [-9, -4, 1, 5, 10]


def test_quarters_days_and_hours() -> None:
    quarter = unit_of(Family.MONTH, 3)
    starts = tick_starts(quarter, year_start_s(1959), year_start_s(1960))
    assert starts == [month_start_s(1959, month) for month in (1, 4, 7, 10)]
    days = tick_starts(unit_of(Family.DAY, 5), month_start_s(1959, 1), month_start_s(1959, 3))
    assert [civil_from_seconds(start)[1:3] for start in days] == [
        (1, 1), (1, 5), (1, 10), (1, 15), (1, 20), (1, 25), (2, 1), (2, 5), (2, 10), (2, 15), (2, 20), (2, 25),
    ]  # fmt: skip
    noon = seconds_from_civil(1959, 12, 14, 12)
    assert tick_starts(unit_of(Family.CLOCK, 180), noon, noon + DAY_S // 2) == [
        noon + n * 3 * HOUR_S for n in range(4)
    ]


def test_a_span_without_a_beginning_has_no_ticks() -> None:
    assert tick_starts(YEAR, year_start_s(1959) + 1, year_start_s(1960)) == []
    assert tick_starts(YEAR, year_start_s(1959), year_start_s(1959)) == []
    assert tick_starts(YEAR, year_start_s(1960), year_start_s(1959)) == []


def test_too_dense_a_unit_is_answered_with_a_coarser_one() -> None:
    starts = tick_starts(MINUTE, year_start_s(1950), year_start_s(2000))
    assert 100 < len(starts) <= MAX_TICKS
    assert starts == tick_starts(MONTH, year_start_s(1950), year_start_s(2000)) or len(starts) < 601
    assert len(tick_starts(MINUTE, -LIMIT_S, LIMIT_S)) <= MAX_TICKS


def spans() -> st.SearchStrategy[tuple[TickUnit, int, int]]:
    """Draw a unit and a stretch of the axis that holds some of its ticks."""
    middles = st.one_of(
        st.integers(-(2**61), 2**61),
        st.integers(-100_000_000_000, 3_000_000_000),
        st.integers(-62_200_000_000, -62_000_000_000),
    )
    return st.tuples(units, middles, st.integers(0, 60)).map(
        lambda drawn: (drawn[0], drawn[1], drawn[1] + drawn[2] * drawn[0].span_s + drawn[0].span_s // 2)
    )


@given(spans())
def test_ticks_are_ordered_aligned_inside_and_complete(span: tuple[TickUnit, int, int]) -> None:
    unit, lo_s, hi_s = span
    starts = tick_starts(unit, lo_s, hi_s)
    assert all(before < after for before, after in pairwise(starts))
    assert all(lo_s <= start_s < hi_s for start_s in starts)
    assert all(unit.floor(start_s) == start_s for start_s in starts)
    assert all(unit.next(before) == after for before, after in pairwise(starts))
    if starts:
        assert unit.floor(lo_s) in {starts[0], unit.floor(starts[0] - 1)}
        assert unit.next(starts[-1]) >= hi_s
    else:
        assert unit.next(unit.floor(lo_s)) >= hi_s


@given(units, st.integers(-(2**60), 2**60))
def test_floor_is_the_last_beginning(unit: TickUnit, instant_s: int) -> None:
    start_s = unit.floor(instant_s)
    assert start_s <= instant_s < unit.next(start_s)


@given(spans())
def test_every_beginning_is_one_of_each_finer_unit(span: tuple[TickUnit, int, int]) -> None:
    unit, lo_s, hi_s = span
    for start_s in tick_starts(unit, lo_s, hi_s):
        assert all(finer.floor(start_s) == start_s for finer in UNITS[: UNITS.index(unit)])


@given(spans())
def test_the_number_of_ticks_is_bounded(span: tuple[TickUnit, int, int]) -> None:
    unit, lo_s, _ = span
    assert len(tick_starts(unit, lo_s, lo_s + 600 * unit.span_s)) <= MAX_TICKS


@pytest.mark.parametrize(
    ("seconds_per_px", "major", "minor"),
    [
        (60, (Family.DAY, 1), (Family.CLOCK, 60)),
        (3_600, (Family.MONTH, 1), (Family.DAY, 5)),
        (DAY_S, (Family.YEAR, 1), (Family.MONTH, 3)),
        (MEAN_YEAR_S // 50, (Family.YEAR, 10), (Family.YEAR, 1)),
        (MEAN_YEAR_S, (Family.YEAR, 1_000), (Family.YEAR, 50)),
        (MEAN_YEAR_S * 10**6, (Family.YEAR, 10**9), (Family.YEAR, 5 * 10**7)),
        (1, (Family.DAY, 1), (Family.CLOCK, 1)),
        (0.1, (Family.DAY, 1), (Family.SECOND, 5)),
        (0.001, (Family.DAY, 1), (Family.SECOND, 1)),
        # No hours without their day, no days without their month, no months without their year.
        (1_000, (Family.MONTH, 1), (Family.DAY, 1)),
        (25_000, (Family.YEAR, 1), (Family.MONTH, 1)),
        (MEAN_YEAR_S // 100, (Family.YEAR, 10), (Family.YEAR, 1)),
        (MEAN_YEAR_S * 10.0**9, (Family.YEAR, 10**11), (Family.YEAR, 5 * 10**10)),
        (MEAN_YEAR_S * 10.0**10, (Family.YEAR, 10**11), (Family.YEAR, 10**11)),
    ],
)
def test_units_are_the_finest_that_fit(
    seconds_per_px: float, major: tuple[Family, int], minor: tuple[Family, int]
) -> None:
    chosen = choose_units(seconds_per_px, min_major_px=120.0, min_minor_px=40.0)
    assert (chosen.major.family, chosen.major.step) == major
    assert (chosen.minor.family, chosen.minor.step) == minor


@given(st.floats(1e-3, 1e15), st.floats(20.0, 300.0), st.floats(5.0, 100.0))
def test_chosen_units_have_their_room_and_their_order(spp: float, major_px: float, minor_px: float) -> None:
    chosen = choose_units(spp, major_px, minor_px)
    assert chosen.major.names_context
    if chosen.major != UNITS[-1]:
        assert chosen.major.span_s / spp >= major_px * 0.999
        assert chosen.minor.span_s / spp >= minor_px * 0.999
        assert UNITS.index(chosen.major) > UNITS.index(chosen.minor)


@pytest.mark.parametrize(
    ("unit", "start_s", "words", "in_full"),
    [
        (YEAR, year_start_s(1955), "1955", "1955"),
        (YEAR, year_start_s(1), "AD 1", "AD 1"),
        (YEAR, year_start_s(0), "1 BC", "1 BC"),
        (DECADE, year_start_s(-9), "10 BC", "10 BC"),
        (unit_of(Family.YEAR, 10_000), year_start_s(-9_999), "10,000 BC", "10,000 BC"),
        (YEAR, year_start_s(2), "AD 2", "AD 2"),
        (YEAR, year_start_s(-1), "2 BC", "2 BC"),
        (YEAR, year_start_s(-66 * 10**6), "66,000,001 BC", "66,000,001 BC"),
        (unit_of(Family.YEAR, 10_000), year_start_s(1 - 66 * 10**6), "66,000,000 BC", "66,000,000 BC"),
        (
            unit_of(Family.YEAR, 10**7),
            year_start_s(1 - 66 * 10**6),
            "66 million years ago",
            "66 million years ago",
        ),
        (CENTURIES, year_start_s(-9_999), "100th c. BC", "100th c. BC"),
        (CENTURIES, year_start_s(-10_099), "10,100 BC", "10,100 BC"),
        (CENTURIES, year_start_s(400), "5th c.", "5th c."),
        (CENTURIES, year_start_s(1), "1st c.", "1st c."),
        (CENTURIES, year_start_s(-99), "1st c. BC", "1st c. BC"),
        (CENTURIES, year_start_s(2000), "21st c.", "21st c."),
        (CENTURIES, year_start_s(1000), "11th c.", "11th c."),
        (MONTH, month_start_s(1955, 4), "Apr", "April 1955"),
        (DAY, seconds_from_civil(1955, 4, 12), "12", "12 April 1955"),
        (HOUR, seconds_from_civil(1955, 4, 12, 14), "14:00", "12 April 1955, 14:00"),
        (MINUTE, seconds_from_civil(1955, 4, 12, 9, 5), "09:05", "12 April 1955, 09:05"),
        (SECOND, seconds_from_civil(1955, 4, 12, 9, 5, 7), "09:05:07", "12 April 1955, 09:05:07"),
        (DAY, seconds_from_civil(-13_800_000_000, 3, 1), "1", "1 March 13,800,000,001 BC"),
        (MONTH, month_start_s(-43, 3), "Mar", "March 44 BC"),
    ],
)
def test_ticks_in_words(project_root: Path, unit: TickUnit, start_s: int, words: str, in_full: str) -> None:
    translator = Translator.from_file(project_root / "resources" / "languages" / "en.json")
    assert translator.text(tick_message(unit, start_s)) == words
    assert translator.text(tick_message(unit, start_s, in_full=True)) == in_full


def row_of(step: int, first: int, last: int, language: str = "en") -> list[str]:
    """Return a row of years in words, the first and last astronomical."""
    folder = Path(__file__).resolve().parents[3] / "resources" / "languages"
    translator = Translator.from_file(folder / f"{language}.json")
    unit = unit_of(Family.YEAR, step)
    starts = tick_starts(unit, year_start_s(first), year_start_s(last))
    return [translator.text(tick_message(unit, start_s)) for start_s in starts]


@pytest.mark.parametrize(
    ("step", "first", "last", "words"),
    [
        (1, -2, 3, ["3 BC", "2 BC", "1 BC", "AD 1", "AD 2"]),
        (5, -12, 11, ["10 BC", "5 BC", "AD 1", "AD 5", "AD 10"]),
        (100, -250, 250, ["2nd c. BC", "1st c. BC", "1st c.", "2nd c.", "3rd c."]),
        (500, -1_100, 1_100, ["1000 BC", "500 BC", "AD 1", "AD 500", "1000"]),
        (5_000, -10_500, 10_500, ["10,000 BC", "5000 BC", "AD 1", "5000", "10,000"]),
        (10_000, -66_025_000, -66_000_000, ["66,020,000 BC", "66,010,000 BC"]),
        (
            100_000,
            -1_250_000,
            -750_000,
            ["1.2 million years ago", "1.1 million years ago", "1 million years ago", "900,000 years ago",
             "800,000 years ago"],
        ),
        (100_000, -150_000, 150_000, ["100,000 years ago", "AD 1", "100,000 years from now"]),
        (
            1_000_000,
            -2_500_000,
            2_500_000,
            ["2 million years ago", "1 million years ago", "now", "1 million years from now",
             "2 million years from now"],
        ),
        (
            50_000_000,
            -13_850_000_000,
            -13_660_000_000,
            ["13.85 billion years ago", "13.8 billion years ago", "13.75 billion years ago",
             "13.7 billion years ago"],
        ),
        (
            100_000_000,
            -1_250_000_000,
            -850_000_000,
            ["1.2 billion years ago", "1.1 billion years ago", "1 billion years ago", "900 million years ago"],
        ),
        (10**10, -2 * 10**10, 2 * 10**10, ["20 billion years ago", "10 billion years ago", "now",
                                          "10 billion years from now"]),
    ],
)  # fmt: skip
def test_a_row_of_years_is_told_in_one_way(step: int, first: int, last: int, words: list[str]) -> None:
    assert row_of(step, first, last) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["200,000 years ago", "100,000 years ago", "AD 1", "100,000 years from now"]),
        ("ja", ["20万年前", "10万年前", "西暦1年", "10万年後"]),
        ("ko", ["20만 년 전", "10만 년 전", "서기 1년", "10만 년 후"]),
    ],
)
def test_deep_time_is_told_in_each_language(language: str, words: list[str]) -> None:
    assert row_of(100_000, -250_000, 150_000, language) == words


@given(spans())
def test_neighbouring_ticks_never_say_the_same(project_root: Path, span: tuple[TickUnit, int, int]) -> None:
    translator = Translator.from_file(project_root / "resources" / "languages" / "en.json")
    unit, lo_s, hi_s = span
    said = [
        translator.text(tick_message(unit, start_s, in_full=True))
        for start_s in tick_starts(unit, lo_s, hi_s)
    ]
    assert all(before != after for before, after in pairwise(said))


@given(spans())
def test_no_tick_ever_shows_a_year_0(project_root: Path, span: tuple[TickUnit, int, int]) -> None:
    translator = Translator.from_file(project_root / "resources" / "languages" / "en.json")
    unit, lo_s, hi_s = span
    for start_s in tick_starts(unit, lo_s, hi_s)[:3]:
        said = translator.text(tick_message(unit, start_s, in_full=True))
        assert "⟦" not in said
        assert unit.family is not Family.YEAR or said.strip("AD BC") != "0"
