# SPDX-License-Identifier: MIT
"""Loose dates: what is read, asked and refused, and under which settings."""

import pytest

from tests.loose_table import ENGLISH, HUNDRED, Expected
from tests.loose_table_asian import ASIAN
from tests.stages import ENGLISH as WORDS
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.loose import LooseReading, Outcome, read_loose

JULIAN = DateSettings(old_style="julian")
GREGORIAN = DateSettings(old_style="gregorian")
BRITAIN = DateSettings(old_style="britain")
RUSSIA = DateSettings(old_style="russia")
SOUTH = DateSettings(hemisphere="south")


def came_of(reading: LooseReading) -> Expected:
    match reading.outcome:
        case Outcome.READ:
            return reading.edtf
        case Outcome.ASK:
            return reading.choices
        case Outcome.REFUSE:
            return None


@pytest.mark.parametrize(("text", "expected"), HUNDRED + ENGLISH + ASIAN)
def test_what_a_text_is_read_as(text: str, expected: Expected) -> None:
    reading = read_loose(text)
    assert came_of(reading) == expected
    assert reading.text == text
    if reading.outcome is Outcome.READ:
        assert parse(reading.edtf).edtf == reading.edtf
        assert reading.choices == ()
    else:
        assert reading.edtf == ""
        assert reading.message is not None
        assert reading.hint is not None
        assert "⟦" not in WORDS.text(reading.message) + WORDS.text(reading.hint)
    if reading.outcome is Outcome.ASK:
        assert len(reading.choices) >= 2
        assert all(map(can_be_read, reading.choices))


def test_of_the_hundred_phrases_at_least_74_are_read() -> None:
    outcomes = [read_loose(text).outcome for text, _ in HUNDRED]
    assert len(outcomes) == 100
    assert outcomes.count(Outcome.READ) >= 74


def test_edtf_is_told_from_words() -> None:
    assert read_loose("1955/1958").is_strict
    assert read_loose("julian:-0043-03") == LooseReading(
        Outcome.READ, "julian:-0043-03", "julian:-0043-03", calendar="julian", is_strict=True
    )
    assert not read_loose(" 1959 ").is_strict
    assert not read_loose("early 1958").is_strict


def test_edtf_that_looks_like_two_years_is_taken_as_edtf_with_a_word_on_it() -> None:
    reading = read_loose("1910-30")
    assert (reading.edtf, reading.is_strict) == ("1910-30", True)
    assert reading.message is not None
    assert "1910/1930" in WORDS.text(reading.message)
    assert read_loose("1959-21").message is None
    assert read_loose("1910-12").message is None


def test_edtf_is_gregorian_under_every_old_style() -> None:
    for settings in (JULIAN, GREGORIAN, BRITAIN, RUSSIA):
        assert read_loose("-0043-03-15", settings).edtf == "-0043-03-15"
        assert read_loose("1500", settings).edtf == "1500"


@pytest.mark.parametrize(
    ("text", "settings", "edtf", "calendar"),
    [
        ("15 March 44 BC", JULIAN, "-0043-03-13", "julian"),
        ("15 March 44 BC", GREGORIAN, "-0043-03-15", ""),
        ("March 44 BC", JULIAN, "julian:-0043-03", "julian"),
        ("c. March 44 BC", JULIAN, "julian:-0043-03~", "julian"),
        ("44 BC", JULIAN, "julian:-0043", "julian"),
        ("44 BC", GREGORIAN, "-0043", ""),
        ("44 BC", DateSettings(), "-0043", ""),
        ("c. 1500", JULIAN, "1500~", ""),
        ("5th century BC", JULIAN, "-04XX", ""),
        ("13-15 March 44 BC", JULIAN, "-0043-03-11/-0043-03-13", "julian"),
        ("between 13 March 44 BC and 15 March 44 BC", JULIAN, "[-0043-03-11..-0043-03-13]", "julian"),
        ("4 October 1582", JULIAN, "1582-10-14", "julian"),
        ("15 October 1582", JULIAN, "1582-10-15", ""),
        ("October 1582", JULIAN, "1582-10", ""),
        ("2 September 1752", BRITAIN, "1752-09-13", "julian"),
        ("14 September 1752", BRITAIN, "1752-09-14", ""),
        ("September 1752", BRITAIN, "1752-09", ""),
        ("March 1745", BRITAIN, "julian:1745-03", "julian"),
        ("10 February 1750/51", BRITAIN, "1751-02-21", "julian"),
        ("10 February 1750/51", GREGORIAN, "1751-02-10", ""),
        ("25 October 1917", RUSSIA, "1917-11-07", "julian"),
        ("14 February 1918", RUSSIA, "1918-02-14", ""),
        ("February 1918", RUSSIA, "1918-02", ""),
        ("25 October 1917 N.S.", RUSSIA, "1917-10-25", ""),
        ("14/03/1500", JULIAN, "1500-03-24", "julian"),
        ("14 March 1500 09:30", JULIAN, "1500-03-24T09:30", "julian"),
        ("紀元前44年3月15日", JULIAN, "-0043-03-13", "julian"),
        ("기원전 44년 3월", JULIAN, "julian:-0043-03", "julian"),
        ("昭和34年12月14日", DateSettings(), "1959-12-14", "japanese-era"),
        ("주체48", DateSettings(), "1959", "juche"),
        ("단기 4292년", DateSettings(), "1959", "dangun"),
        ("民國48年", DateSettings(), "1959", "minguo"),
        ("B.E. 2502", DateSettings(), "1959", "buddhist"),
        ("summer 1958-59", SOUTH, "1958-22", ""),
    ],
)
def test_settings_say_how_days_are_counted(
    text: str, settings: DateSettings, edtf: str, calendar: str
) -> None:
    reading = read_loose(text, settings)
    assert (reading.edtf, reading.calendar) == (edtf, calendar)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("3 September 1752", BRITAIN),
        ("13 September 1752", BRITAIN),
        ("1 February 1918", RUSSIA),
        ("29 February 1500", GREGORIAN),
        ("30 February 1500", JULIAN),
        ("winter 1958-59", SOUTH),
    ],
)
def test_days_that_the_settings_do_not_have_are_refused(text: str, settings: DateSettings) -> None:
    assert came_of(read_loose(text, settings)) is None


def test_a_reading_says_what_it_took_for_granted() -> None:
    reading = read_loose("15 March 44 BC", JULIAN)
    assert reading.message is not None
    assert "-0043-03-13" in WORDS.text(reading.message)
    assert read_loose("c. 1955-58").message is not None
    assert read_loose("1955-58").message is None


def test_the_day_of_the_week_can_decide_between_calendars() -> None:
    assert read_loose("Thursday 4 October 1582").edtf == "1582-10-14"
    assert read_loose("Monday 4 October 1582").edtf == "1582-10-04"
    assert came_of(read_loose("Friday 4 October 1582")) is None


def test_a_refusal_says_why() -> None:
    def said(text: str) -> str:
        reading = read_loose(text)
        assert reading.message is not None
        return WORDS.text(reading.message)

    assert said("Wednesday 14 December 1959") == "1959-12-14 was a Monday"
    assert "JST" in said("14 Dec 1959 21:30 JST")
    assert said("31 February 1959") == "1959-02 has no day 31: its last day is 28"
    assert said("Monday") == "“Monday” has no year"
    assert said("x" * 500).count("x") < 100
    assert said("0 BC") == "there was no year 0"
    assert said("winter 45-43 BC") == "“winter 45-43 BC” is not understood as a date"
    assert said("1958-03-13/15") == "“1958-03-13/15” is not understood as a date"
    assert said("14 December 1959 9 pm") == "“14 december 1959 9 pm” has an hour without minutes"
    assert said("1.5 ka") == "“1,500 years ago” counts back from the day on which it was written"
    assert said("14 December 1959 09:30-10:30").endswith(
        "may be the end of a stretch of time or the time zone"
    )


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2004-(06)?-11", "2004-?06-11"),
        ("2004-06-(11)~", "2004-06-~11"),
        ("2004-(06)%", "2004-%06"),
        ("2004-(06-11)?", "2004-?06-?11"),
        ("2004?-06-(11)~", "?2004-06-~11"),
        ("(2004-(06)~)?", "?2004-%06"),
        ("(2004)?-06-04~", "?2004-~06-~04"),
        ("(2011)-06-04~", "2011-~06-~04"),
        ("2004-06-(01)~/2004-06-(20)~", "2004-06-~01/2004-06-~20"),
        ("1984?~", "1984%"),
        ("199u", "199X"),
        ("-1999-uu-uu", "-1999-XX-XX"),
        ("2004-01-01/open", "2004-01-01/.."),
        ("unknown/2004-01-01", "/2004-01-01"),
        ("y-170000002", "Y-170000002"),
        ("y17e7", "Y17E7"),
        ("2004-06-uu/2004-07-03", "2004-06-XX/2004-07-03"),
    ],
)
def test_forms_of_the_draft_of_2012_are_read_with_a_hint(text: str, edtf: str) -> None:
    reading = read_loose(text)
    assert reading.edtf == edtf
    assert reading.hint is not None
    assert edtf in WORDS.text(reading.hint)


@pytest.mark.parametrize(
    "text",
    [
        "2001-02-03^xyz",
        "2003-23^european",
        "2004-(06",
        "2004-(6)?",
        "2004-06)",
        "(2004-06-11-12)?",
        "()",
        "u/x",
    ],
)
def test_what_the_draft_cannot_mean_is_refused(text: str) -> None:
    reading = read_loose(text)
    assert reading.outcome is Outcome.REFUSE
    assert reading.hint is not None
