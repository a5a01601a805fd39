# SPDX-License-Identifier: MIT
"""Dates in words, as a person would say them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import date_in_words, doubt_in_words, short_date
from timeline_app.chrono.year_words import ordinal, year_message, years_message


@pytest.fixture(scope="module")
def english(project_root: Path) -> Translator:
    """Return the English table of the program."""
    return Translator.from_file(project_root / "resources" / "languages" / "en.json")


PHRASES = [
    ("1959-08-13", "13 August 1959", "13 Aug 1959", "exact day"),
    ("1959-08", "August 1959", "Aug 1959", "month known, day not"),
    ("1959", "1959", "1959", "year known, month and day not"),
    ("0079", "AD 79", "AD 79", "year known, month and day not"),
    ("-0043", "44 BC", "44 BC", "year known, month and day not"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC", "exact day"),
    ("1955~", "about 1955", "c. 1955", "approximate"),
    ("1958-05?", "perhaps May 1958", "May 1958?", "month known, day not; uncertain: the source is doubtful"),
    ("1956%", "perhaps about 1956", "c. 1956?", "approximate; uncertain: the source is doubtful"),
    ("1958-37~", "early 1958", "early 1958", "approximate"),
    ("1955-38~", "mid-1955", "mid-1955", "approximate"),
    ("1958-39%", "perhaps late 1958", "late 1958?", "approximate; uncertain: the source is doubtful"),
    ("1958-37", "January to April 1958", "January to April 1958", "part of the year known, day not"),
    ("1959-22", "summer 1959", "summer 1959", "season known, day not"),
    ("1959-34", "second quarter of 1959", "second quarter of 1959", "part of the year known, day not"),
    ("1959-40", "first half of 1959", "first half of 1959", "part of the year known, day not"),
    ("195X", "the 1950s", "1950s", "decade known, year not"),
    ("003X", "between AD 30 and AD 39", "between AD 30 and AD 39", "decade known, year not"),
    ("-195X", "between 1960 and 1951 BC", "between 1960 and 1951 BC", "decade known, year not"),
    ("04XX", "5th century", "5th c.", "century known, year not"),
    ("-04XX", "5th century BC", "5th c. BC", "century known, year not"),
    ("-00XX", "1st century BC", "1st c. BC", "century known, year not"),
    ("20XX", "21st century", "21st c.", "century known, year not"),
    ("1XXX", "2nd millennium", "2nd millennium", "millennium known, year not"),
    ("-1XXX", "2nd millennium BC", "2nd millennium BC", "millennium known, year not"),
    ("1XX3", "between 1003 and 1993", "between 1003 and 1993", "millennium known, year not"),
    ("XXXX", "year unknown", "year unknown", "year not known"),
    ("XXXX-12-25", "25 December, year unknown", "25 Dec, year unknown", "year not known"),
    ("XXXX-12-XX", "December, year unknown", "Dec, year unknown", "year not known"),
    ("XXXX-22", "summer, year unknown", "summer, year unknown", "year not known"),
    ("156X-12-25", "25 December, the 1560s", "25 Dec, 1560s", "decade known, year not"),
    ("2004-XX", "2004", "2004", "year known, month and day not"),
    ("1985-XX-XX", "1985", "1985", "year known, month and day not"),
    ("1985-04-XX", "April 1985", "Apr 1985", "month known, day not"),
    ("1985-XX-12", "12th of an unknown month, 1985", "12th of an unknown month, 1985", "year and day known, month not"),
    ("1984-1X", "between October and December 1984", "between Oct and Dec 1984", "year known, month and day not"),
    ("1985-04-X5", "between 5 and 25 April 1985", "between 5 and 25 Apr 1985", "month known, day not"),
    ("1985-04-3X", "30 April 1985", "30 Apr 1985", "exact day"),
    ("Y-138E8", "13.8 billion years ago", "13.8 billion years ago", "rounded number"),
    ("Y-138E8S3", "13.8 billion years ago", "13.8 billion years ago", "rounded number"),
    ("Y-66E6~", "about 66 million years ago", "c. 66 million years ago", "approximate"),
    ("Y-66043000", "66.043 million years ago", "66.043 million years ago", "rounded number"),
    ("Y-66043001", "66,043,002 BC", "66,043,002 BC", "year known, month and day not"),
    ("Y12000", "12,000", "12,000", "rounded number"),
    ("1950S2", "about 1950 (1900 to 1999)", "c. 1950", "rounded number"),
    ("1959-12-14T09:30", "14 December 1959, 09:30", "14 Dec 1959, 09:30", "exact time"),
    ("1959-12-14T09:30Z", "14 December 1959, 09:30 (UTC)", "14 Dec 1959, 09:30 (UTC)", "exact time"),
    ("1959-12-14T09:30+09:00", "14 December 1959, 09:30 (UTC+9)", "14 Dec 1959, 09:30 (UTC+9)", "exact time"),
    ("1959-12-14T09:30-03:30", "14 December 1959, 09:30 (UTC−3:30)", "14 Dec 1959, 09:30 (UTC−3:30)", "exact time"),
    ("1959-12-14T09:30:00-11", "14 December 1959, 09:30:00 (UTC−11)", "14 Dec 1959, 09:30:00 (UTC−11)", "exact time"),
    ("2004-06-~11", "about 11 June 2004", "c. 11 June 2004", "day approximate"),
    ("2004~-06-11", "about 11 June 2004", "c. 11 June 2004", "year approximate"),
    ("?2004-06-~11", "perhaps about 11 June 2004", "c. 11 June 2004?", "day approximate; year uncertain"),
    ("2004-06?-11", "perhaps 11 June 2004", "11 June 2004?", "year and month uncertain"),
    ("2004-06-11?", "perhaps 11 June 2004", "11 June 2004?", "uncertain: the source is doubtful"),
    ("Y-66E6?", "perhaps 66 million years ago", "66 million years ago?", "rounded number; uncertain: the source is doubtful"),
    # intervals
    ("1959/1967", "1959 to 1967", "1959–67", "known to the year"),
    ("1899/1901", "1899 to 1901", "1899–1901", "known to the year"),
    ("0079/0085", "AD 79 to AD 85", "AD 79–AD 85", "known to the year"),
    ("-0043/-0039", "44 BC to 40 BC", "44 BC – 40 BC", "known to the year"),
    ("1956-01-27/1956-02-28", "27 January to 28 February 1956", "27 Jan – 28 Feb 1956", "known to the day"),
    ("1958-05-03/1958-05-05", "3 to 5 May 1958", "3–5 May 1958", "known to the day"),
    ("1958-05/1958-07", "May to July 1958", "May–July 1958", "known to the month"),
    ("1958-05-03/1959-05-05", "3 May 1958 to 5 May 1959", "3 May 1958 – 5 May 1959", "known to the day"),
    ("1959-08-13/1967", "13 August 1959 to 1967", "13 Aug 1959 – 1967", "beginning known to the day; end known to the year"),
    ("1955~/1958", "about 1955 to 1958", "c. 1955 – 1958", "beginning approximate"),
    ("1955/1958~", "1955 to about 1958", "1955 – c. 1958", "end approximate"),
    ("1955?/1958", "perhaps 1955 to 1958", "1955? – 1958", "known to the year; beginning uncertain: the source is doubtful"),
    ("1955~/1958~", "about 1955 to about 1958", "c. 1955 – c. 1958", "approximate"),
    ("1955/..", "from 1955 on", "1955–", "beginning known to the year; end open"),
    ("1955/", "1955 to an unknown date", "1955–?", "beginning known to the year; end not known"),
    ("../1960", "until 1960", "until 1960", "end known to the year; beginning open"),
    ("/1985", "an unknown date to 1985", "?–1985", "end known to the year; beginning not known"),
    ("../..", "no known beginning or end", "no known ends", "beginning open; end open"),
    ("1959-12-14T09:30/1959-12-14T11:00", "14 December 1959, 09:30 to 11:00", "14 Dec 1959, 09:30–11:00", "known to the minute"),
    ("Y-66E6/Y-23E5", "66 to 2.3 million years ago", "66–2.3 million years ago", "known to a round number"),
    # sets
    ("[1958-08-11,1958-08-13]", "11 or 13 August 1958", "11 or 13 Aug 1958", "one of two days"),
    ("[1958-08-11,1958-09-13]", "11 August or 13 September 1958", "11 Aug or 13 Sept 1958", "one of two days"),
    ("[1958-05,1958-06,1958-08]", "May, June or August 1958", "May, June or Aug 1958", "one of three months"),
    ("[1955,1958]", "1955 or 1958", "1955 or 1958", "one of two years"),
    ("[1955,1958-03]", "1955 or March 1958", "1955 or Mar 1958", "one of two dates"),
    ("[1955?,1958]", "perhaps 1955 or 1958", "1955? or 1958", "one of two years; uncertain: the source is doubtful"),
    ("[1955-22,1955-23]", "summer 1955 or autumn 1955", "summer 1955 or autumn 1955", "one of two dates"),
    ("[1955]", "1955", "1955", "year known, month and day not"),
    ("[1955-03-01]", "1 March 1955", "1 Mar 1955", "exact day"),
    ("[1955..1958]", "between 1955 and 1958", "between 1955 and 1958", "some time within this span"),
    ("[1955..]", "1955 or later", "1955 or later", "some time within this span; end open"),
    ("[..1960]", "1960 or earlier", "1960 or earlier", "some time within this span; beginning open"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672", "1667, 1668 or between 1670 and 1672", "some time within this span"),
    ("[1950~..1953~]", "early 1950s", "early 1950s", "part of the decade known, year not"),
    ("[1953~..1956~]", "mid-1950s", "mid-1950s", "part of the decade known, year not"),
    ("[1956~..1959~]", "late 1950s", "late 1950s", "part of the decade known, year not"),
    ("[1950,1951,1952,1953,1954,1955,1956]", "one of 7 dates, 1950 to 1956", "one of 7, 1950 – 1956", "one of seven years"),
    ("{1958-08-11,1958-08-13}", "11 and 13 August 1958", "11 and 13 Aug 1958", "several dates, all of them meant"),
    ("{1667,1670..1672}", "1667 and 1670 to 1672", "1667 and 1670–72", "several dates, all of them meant"),
    ("{1955..1958}", "all of 1955 to 1958", "all of 1955–58", "several dates, all of them meant"),
    ("{..1984}", "until 1984", "until 1984", "several dates, all of them meant; beginning open"),
    ("{1955}", "1955", "1955", "year known, month and day not"),
    ("{1950,1951,1952,1953,1954,1955,1956}", "7 dates, 1950 to 1956", "7 dates, 1950 – 1956", "several dates, all of them meant"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "short", "doubt"), PHRASES)
def test_dates_in_words(english: Translator, text: str, words: str, short: str, doubt: str) -> None:
    date = parse(text)
    assert date_in_words(date, english) == words
    assert short_date(date, english) == short
    assert doubt_in_words(date, english) == doubt


def test_many_are_counted_in_digits(english: Translator) -> None:
    years = ",".join(str(year) for year in range(1900, 1912))
    assert doubt_in_words(parse(f"[{years}]"), english) == "one of 12 years"


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (102, "102nd"), (111, "111th")]
)  # fmt: skip
def test_ordinals(english: Translator, number: int, words: str) -> None:
    assert english.text(ordinal(number)) == words


@given(st.integers(-(10**11), 10**11))
def test_no_year_is_ever_called_0(english: Translator, year: int) -> None:
    words = english.text(year_message(year))
    assert "⟦" not in words
    assert not words.startswith(("0", "-"))
    assert "AD 0" not in words


def test_every_month_and_group_has_words(english: Translator) -> None:
    for code in (*range(1, 13), *range(21, 42)):
        for mark in ("", "~", "?"):
            for year in ("1959", "195X", "XXXX", "-0043"):
                date = parse(f"{year}-{code:02d}{mark}")
                for said in (
                    date_in_words(date, english),
                    short_date(date, english),
                    doubt_in_words(date, english),
                ):
                    assert "⟦" not in said
                    assert "{" not in said


def test_which_part_of_a_julian_date_is_doubtful(english: Translator) -> None:
    assert doubt_in_words(parse("julian:-0043?"), english) == (
        "year known, month and day not; uncertain: the source is doubtful"
    )
    assert doubt_in_words(parse("julian:-0043-03-15~"), english) == "approximate"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (1959, 1959, "1959"),
        (1751, 1752, "1751–1752"),
        (-44, -43, "45–44 BC"),
        (0, 1, "1 BC – AD 1"),
        (-9999, -9998, "10,000–9999 BC"),
    ],
)
def test_years_from_one_to_another(english: Translator, first: int, last: int, words: str) -> None:
    assert english.text(years_message(first, last)) == words
