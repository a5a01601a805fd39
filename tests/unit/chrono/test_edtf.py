# SPDX-License-Identifier: MIT
"""EDTF texts have the bounds, precision and doubt that the standard gives them; all expectations by hand."""

import pytest

from tests.unit.chrono.edtf_examples import OPEN, UNKNOWN, day_of, first_and_last_day
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import (
    DAY_PART,
    MONTH_PART,
    OPEN_END,
    UNKNOWN_END,
    YEAR_PART,
    DateKind,
    EndState,
    Precision,
)
from timeline_app.chrono.instant import seconds_from_civil, year_start_s
from timeline_app.chrono.margins import MARGINS

BOUNDS = [
    # calendar dates
    ("1959-08-13", "1959-8-13", "1959-8-13"),
    ("1959-08", "1959-8-1", "1959-8-31"),
    ("1959", "1959-1-1", "1959-12-31"),
    ("1959-12", "1959-12-1", "1959-12-31"),
    ("2000-02-29", "2000-2-29", "2000-2-29"),
    ("0000-02-29", "0-2-29", "0-2-29"),
    ("-0043-03-15", "-43-3-15", "-43-3-15"),
    ("-1985", "-1985-1-1", "-1985-12-31"),
    ("0000", "0-1-1", "0-12-31"),
    # parts of a year
    ("1959-21", "1959-3-1", "1959-5-31"),
    ("1959-22", "1959-6-1", "1959-8-31"),
    ("1959-23", "1959-9-1", "1959-11-30"),
    ("1958-24", "1958-12-1", "1959-2-28"),
    ("1959-28", "1959-12-1", "1960-2-29"),
    ("1959-29", "1959-9-1", "1959-11-30"),
    ("1959-30", "1959-12-1", "1960-2-29"),
    ("1959-31", "1959-3-1", "1959-5-31"),
    ("1959-32", "1959-6-1", "1959-8-31"),
    ("2001-33", "2001-1-1", "2001-3-31"),
    ("2001-36", "2001-10-1", "2001-12-31"),
    ("1958-37", "1958-1-1", "1958-4-30"),
    ("1958-39", "1958-9-1", "1958-12-31"),
    ("2001-40", "2001-1-1", "2001-6-30"),
    ("2001-41", "2001-7-1", "2001-12-31"),
    # unknown digits
    ("195X", "1950-1-1", "1959-12-31"),
    ("19XX", "1900-1-1", "1999-12-31"),
    ("1XXX", "1000-1-1", "1999-12-31"),
    ("-04XX", "-499-1-1", "-400-12-31"),
    ("-000X", "-9-1-1", "-1-12-31"),
    ("XXXX", "0-1-1", "9999-12-31"),
    ("2004-XX", "2004-1-1", "2004-12-31"),
    ("1985-04-XX", "1985-4-1", "1985-4-30"),
    ("2016-02-XX", "2016-2-1", "2016-2-29"),
    ("1985-XX-XX", "1985-1-1", "1985-12-31"),
    ("1985-XX-30", "1985-1-30", "1985-12-30"),
    ("1985-04-3X", "1985-4-30", "1985-4-30"),
    ("1985-04-X5", "1985-4-5", "1985-4-25"),
    ("1984-1X", "1984-10-1", "1984-12-31"),
    ("1959-X1", "1959-1-1", "1959-11-30"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("-156X-12-25", "-1569-12-25", "-1560-12-25"),
    ("-1X32-X1-X2", "-1932-1-2", "-1032-11-22"),
    ("20XX-02-29", "2000-2-29", "2096-2-29"),
    ("19XX-02-29", "1904-2-29", "1996-2-29"),
    ("-00XX-02-29", "-96-2-29", "-4-2-29"),
    ("1XX0-XX-29", "1000-1-29", "1990-12-29"),
    ("190X-02-2X", "1900-2-20", "1909-2-28"),
    ("-XXXX-12-XX", "-9999-12-1", "-1-12-31"),
    ("195X-22", "1950-6-1", "1959-8-31"),
    # long years and significant digits
    ("Y170000002", "170000002-1-1", "170000002-12-31"),
    ("Y-17E7", "-170000000-1-1", "-170000000-12-31"),
    ("Y-138E8", "-13800000000-1-1", "-13800000000-12-31"),
    ("1950S2", "1900-1-1", "1999-12-31"),
    ("-1859S5", "-1859-1-1", "-1859-12-31"),
    ("1950S99999999999999", "1950-1-1", "1950-12-31"),
    ("Y171010000S3", "171000000-1-1", "171999999-12-31"),
    ("Y-138E8S3", "-13899999999-1-1", "-13800000000-12-31"),
    # times
    ("1959-12-14T09:30", "1959-12-14", "1959-12-14"),
    ("1959-12-14T00:30:00+09:00", "1959-12-13", "1959-12-13"),
    ("1959-12-14T24:00:00", "1959-12-15", "1959-12-15"),
    ("1959-12-14T23:59:60Z", "1959-12-15", "1959-12-15"),
    ("1959-12-15T08:59:60+09:00", "1959-12-15", "1959-12-15"),
    ("1959-12-15T07:59:60+08:00", "1959-12-15", "1959-12-15"),
    # intervals
    ("1955/1958", "1955-1-1", "1958-12-31"),
    ("2004-02-01/2005-02", "2004-2-1", "2005-2-28"),
    ("1959/..", "1959-1-1", OPEN),
    ("1985/", "1985-1-1", UNKNOWN),
    ("../1985", OPEN, "1985-12-31"),
    ("/1985-04", UNKNOWN, "1985-4-30"),
    ("../..", OPEN, OPEN),
    ("/..", UNKNOWN, OPEN),
    ("Y-66E6/1950", "-66000000-1-1", "1950-12-31"),
    ("2003-22/2003-23", "2003-6-1", "2003-11-30"),
    ("0000-02/0000", "0-2-1", "0-12-31"),
    ("1959-12-14T09:30/1959-12-14T11:00", "1959-12-14", "1959-12-14"),
    # sets
    ("[1955,1958]", "1955-1-1", "1958-12-31"),
    ("[1955..1958]", "1955-1-1", "1958-12-31"),
    ("[1955..]", "1955-1-1", OPEN),
    ("[..1760-12-03]", OPEN, "1760-12-3"),
    ("[1760-01,-1760-02,1760-12..]", "-1760-2-1", OPEN),
    ("[1667,1668,1670..1672]", "1667-1-1", "1672-12-31"),
    ("{1960,1961-12}", "1960-1-1", "1961-12-31"),
    ("[1950~..1953~]", "1950-1-1", "1953-12-31"),
    ("[-0099..0000]", "-99-1-1", "0-12-31"),
]


@pytest.mark.parametrize(("text", "first_day", "last_day"), BOUNDS)
def test_bounds_are_those_of_the_notation(text: str, first_day: str, last_day: str) -> None:
    assert first_and_last_day(parse(text)) == (first_day, last_day)


@pytest.mark.parametrize(
    "text",
    [
        # what is accepted beyond the specification
        "195X~", "19XX?", "1XXX%", "195X-12~", "1985-04-XX?",
        "2001-21~", "2001-33?", "1958-37~", "1958-41%",
        "Y-66E6~", "Y170000002?", "1950S2~", "Y-138E8S3%",
        "Y-66E6/Y-23E5", "1950S2/1990S2", "Y-17E7/..", "[Y-66E6,Y-65E6]",
        "195X-22", "19XX-36", "XXXX-24", "195X-22~",
        "2001-21/2003-22", "1958-37~/1959", "[2001-21,2001-23]",
        "1959-12-14T09:30/1959-12-14T11:00", "1959-12-14T09:30:00Z/1960", "{1959-12-14T09:30,1959-12-15}",
        "1959-12-14T09:30", "1959-12-14T09:30Z", "1959-12-14T09:30+09:00", "-0043-03-15T09:30",
        "1959-12-14T09:30~", "1959-12-14T09:30:00+09:00?", "1959-12-14T09:30%",
    ],
)  # fmt: skip
def test_extensions_are_read(text: str) -> None:
    assert can_be_read(text)
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "19", "193", "-19", "19~", "193?",  # shorthands for centuries and decades
        "19590812", "195908", "19590812T0930", "1959-08-12T0930", "1959-12-14T09:30:00+0900",  # the basic format
        "1959-12-14T09:30:00.5", "1959-12-14T09:30:00,5", "1959-12-14T09.5",  # fractions
        " 1959", "1959 ", "1955 / 1958", "[1955, 1958]", "1959-12-14 09:30", "1959\n",  # spaces
        "195x", "1985-04-xx", "y170000002", "Y17e7", "1959-12-14t09:30", "1959-12-14T09:30z",  # small letters
        "T09:30", "1959-12T09:30", "1959T09:30", "195X-01-01T09:30", "1959-12-14T", "1959-12-14T09",
        "1959-12-14T09:30?~", "1959?-12-14T09:30", "~1959-12-14T09:30", "1959-12-14T09:30~Z",
        "1950S", "1950S0", "S2", "195XS2", "1950-01S2", "Y1950", "Y-1950", "Y017E7", "Y1.7E7",
        "2001-20", "2001-42", "2001-21-01", "2001-2X", "2001-XX-XX-XX",
        "1955/1958/1960", "[1955/1958]", "1955..1958", "[1955..1958..1960]", "{}", "[]", "[1955,]", "[1955}",
    ],
)  # fmt: skip
def test_what_is_not_accepted_is_refused(text: str) -> None:
    assert not can_be_read(text)


@pytest.mark.parametrize("text", [text for text, _, _ in BOUNDS])
def test_a_date_writes_itself_as_it_was_read(text: str) -> None:
    assert str(parse(text)) == text
    assert parse(str(parse(text))) == parse(text)


@pytest.mark.parametrize(
    ("text", "start", "length_s"),
    [
        ("1959-12-14T09:30", (1959, 12, 14, 9, 30), 60),
        ("1959-12-14T09:30:05", (1959, 12, 14, 9, 30, 5), 1),
        ("1959-12-14T09:30:05+09:00", (1959, 12, 14, 0, 30, 5), 1),
        ("1959-12-14T09:30:05-04", (1959, 12, 14, 13, 30, 5), 1),
        ("1959-12-14T09:30Z", (1959, 12, 14, 9, 30), 60),
    ],
)
def test_a_time_stands_on_the_clock_of_the_exhibit(text: str, start: tuple[int, ...], length_s: int) -> None:
    date = parse(text)
    start_s = seconds_from_civil(*start)
    assert (date.earliest_s, date.latest_s) == (start_s, start_s + length_s)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1959-12-14T09:30:05", Precision.SECOND),
        ("1959-12-14T09:30", Precision.MINUTE),
        ("1959-08-13", Precision.DAY),
        ("1959-08", Precision.MONTH),
        ("1959-22", Precision.SEASON),
        ("1959-33", Precision.QUARTER),
        ("1958-37~", Precision.THIRD),
        ("1959-40", Precision.HALF),
        ("1959", Precision.YEAR),
        ("195X", Precision.DECADE),
        ("195X-22", Precision.DECADE),
        ("19XX-04-01", Precision.CENTURY),
        ("1XX3", Precision.MILLENNIUM),
        ("XXXX-12-25", Precision.MIXED),
        ("1950S2", Precision.SIGNIFICANT),
        ("Y-66E6", Precision.YEAR),
        ("1985-04-XX", Precision.MONTH),
        ("1985-XX-12", Precision.YEAR),
        ("1985-04-3X", Precision.DAY),
        ("1930-X0-10", Precision.DAY),
        ("1985-1X", Precision.YEAR),
        ("2004-~06-11", Precision.DAY),
        ("X004-06-11", Precision.MIXED),
        ("1959-08-13/1967", Precision.YEAR),
        ("1959-08-13/..", Precision.DAY),
        ("/1959-08", Precision.MONTH),
        ("../..", Precision.MIXED),
        ("[1955,1958-03]", Precision.YEAR),
    ],
)
def test_precision(text: str, precision: Precision) -> None:
    assert parse(text).precision is precision


Y, M, D = YEAR_PART, MONTH_PART, DAY_PART


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1959-08-13", 0, 0),
        ("1959?", Y, 0),
        ("1959~", 0, Y),
        ("1959%", Y, Y),
        ("~1959", 0, Y),
        ("1959-08?", Y | M, 0),
        ("2004-06-11%", Y | M | D, Y | M | D),
        ("2004-06~-11", 0, Y | M),
        ("2004?-06-11", Y, 0),
        ("?2004-06-~11", Y, D),
        ("2004-%06-11", M, M),
        ("2001-?09~-09", M, Y | M),
        ("?-2004-06-04~", Y, Y | M | D),
        ("1958-37~", 0, Y | M),
        ("195X~", 0, Y),
        ("Y-66E6%", Y, Y),
        ("1959-12-14T09:30~", 0, Y | M | D),
        ("1959-12-14T09:30:00Z%", Y | M | D, Y | M | D),
        ("1950S2?", Y, 0),
        ("1955?/1958~", Y, Y),
        ("[1955?,1958-03~]", Y, Y | M),
    ],
)
def test_marks_fall_on_their_components(text: str, uncertain: int, approximate: int) -> None:
    date = parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    assert date.is_uncertain is (uncertain != 0)
    assert date.is_approximate is (approximate != 0)


@pytest.mark.parametrize(
    ("text", "first_day", "last_day"),
    [
        ("1959-08?", "1959-8-1", "1959-8-31"),
        ("1958~", "1953-1-1", "1963-12-31"),
        ("1958-08~", "1958-7-2", "1958-9-30"),
        ("1958-08-13~", "1958-8-10", "1958-8-16"),
        ("1958-08-~13", "1958-8-10", "1958-8-16"),
        ("1958-08~-13", "1958-7-14", "1958-9-12"),
        ("1958-~08-13", "1958-7-14", "1958-9-12"),
        ("1958~-08-13", "1953-8-13", "1963-8-13"),
        ("~1958-08-~13", "1953-8-13", "1963-8-13"),
        ("1958-37~", "1957-11-17", "1958-6-14"),
        ("195X~", "1945-1-1", "1964-12-31"),
        ("19XX~", "1875-1-1", "2024-12-31"),
        ("1XXX~", "750-1-1", "2249-12-31"),
        ("1985-04-XX~", "1985-3-2", "1985-5-30"),
        ("1950S2~", "1900-1-1", "1999-12-31"),
        ("Y-66E6~", "-66000005-1-1", "-65999995-12-31"),
        ("1955~/1958", "1950-1-1", "1958-12-31"),
        ("[1950~..1953~]", "1945-1-1", "1958-12-31"),
    ],
)
def test_approximate_dates_are_widened_for_drawing(text: str, first_day: str, last_day: str) -> None:
    date = parse(text)
    assert date.fuzz_latest_s is not None
    assert day_of(date.fuzz_earliest_s, EndState.KNOWN) == first_day
    assert day_of(date.fuzz_latest_s - 1, EndState.KNOWN) == last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1959-12-14T09:30~", (1959, 12, 14, 8, 30), (1959, 12, 14, 10, 31)),
        ("1959-12-14T09:30:05%", (1959, 12, 14, 8, 30, 5), (1959, 12, 14, 10, 30, 6)),
        ("1959-12-14T09:30:05?", (1959, 12, 14, 9, 30, 5), (1959, 12, 14, 9, 30, 6)),
        ("1959-12-14T23:30+00:00~", (1959, 12, 14, 22, 30), (1959, 12, 15, 0, 31)),
    ],
)
def test_approximate_times_are_widened_by_an_hour(
    text: str, first: tuple[int, ...], last: tuple[int, ...]
) -> None:
    date = parse(text)
    assert (date.fuzz_earliest_s, date.fuzz_latest_s) == (
        seconds_from_civil(*first),
        seconds_from_civil(*last),
    )


def test_the_margins_are_those_agreed() -> None:
    day_s, hour_s = 86_400, 3_600
    assert {precision.name: tuple(margin) for precision, margin in MARGINS.items()} == {
        "SECOND": (0, hour_s), "MINUTE": (0, hour_s), "HOUR": (0, hour_s),
        "DAY": (0, 3 * day_s), "MONTH": (0, 30 * day_s),
        "SEASON": (0, 45 * day_s), "QUARTER": (0, 45 * day_s), "THIRD": (0, 45 * day_s), "HALF": (0, 45 * day_s),
        "YEAR": (5, 0), "DECADE": (5, 0), "CENTURY": (25, 0), "MILLENNIUM": (250, 0),
        "SIGNIFICANT": (0, 0), "MIXED": (250, 0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("1955/1958", (1956, 1958)),
        ("1955/1956", None),
        ("1955/1955", None),
        ("1955~/1985", (1961, 1985)),
        ("1955~/1958", None),
        ("1985/", None),
        ("/1985", None),
        ("1959", None),
        ("[1955,1958]", None),
        ("{1955..1958}", None),
        ("1950S2", (1950, 1951)),
    ],
)
def test_core_is_what_is_certain(text: str, core: tuple[int, int] | None) -> None:
    expected = None if core is None else (year_start_s(core[0]), year_start_s(core[1]))
    assert parse(text).core == expected


def test_the_core_of_an_open_end_runs_to_the_end_of_the_axis() -> None:
    assert parse("1955/..").core == (year_start_s(1956), 2**62 - 1)
    assert parse("../1955").core == (1 - 2**62, year_start_s(1955))


def test_an_interval_always_has_two_ends() -> None:
    date = parse("1955/1958-03")
    assert date.kind is DateKind.INTERVAL
    assert [str(part) for part in date.parts] == ["1955", "1958-03"]
    assert parse("1955/..").parts == (parse("1955"), OPEN_END)
    assert parse("/1955").parts == (UNKNOWN_END, parse("1955"))


def test_a_set_has_its_members_and_ranges_as_intervals() -> None:
    one_of = parse("[..1667,1668,1670..]")
    assert one_of.kind is DateKind.ONE_OF
    assert [str(part) for part in one_of.parts] == ["../1667", "1668", "1670/.."]
    assert one_of.parts[2].kind is DateKind.INTERVAL
    assert parse("{1670..1672}").kind is DateKind.ALL_OF
    assert parse("{1670..1672}").parts == (parse("1670/1672"),)


def test_texts_that_are_no_dates_can_be_told_without_an_error() -> None:
    assert can_be_read("1959-08-13")
    assert not can_be_read("1959-02-29")


def test_only_an_unknown_year_is_an_unknown_year() -> None:
    assert parse("XXXX-12-25").is_year_unknown
    assert not parse("1XXX").is_year_unknown
