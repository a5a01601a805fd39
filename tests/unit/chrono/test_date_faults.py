# SPDX-License-Identifier: MIT
"""A date that cannot be read says what is wrong, and offers what would be accepted, never a guess."""

import json
import re
from pathlib import Path

import pytest

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import can_be_read, parse

FAULTS = [
    ("", "empty", ()),
    ("  ", "empty", ()),
    ("2015-02-29", "no-such-day", ("2015-02-28",)),
    ("1959-06-31~", "no-such-day", ("1959-06-30~",)),
    ("2016-05-00", "no-such-day", ("2016-05",)),
    ("1959-00-00", "no-such-month", ("1959",)),
    ("1955/1959-02-30", "no-such-day", ("1955/1959-02-28",)),
    ("1959-08-31/1959-02-30", "no-such-day", ()),
    ("[1959-02-29,1960]", "no-such-day", ("[1959-02-28,1960]",)),
    ("2016-13", "no-such-month", ()),
    ("2016-00", "no-such-month", ("2016",)),
    ("2016-22-01", "no-such-month", ()),
    ("2016-2X", "no-such-month", ()),
    ("1955-58", "no-such-month", ("1955/1958",)),
    ("156X-09-31", "no-matching-day", ()),
    ("XXX1-02-29", "no-matching-day", ()),
    ("-XXX1-02-29", "no-matching-day", ()),
    ("1956-01-4X", "no-matching-day", ()),
    ("-0000", "year-zero", ("0000", "-0001")),
    ("-0000-XX", "year-zero", ("0000-XX", "-0001-XX")),
    ("-0000S2", "year-zero", ("0000S2",)),
    ("Y17E71", "beyond-axis", ()),
    ("Y1" + "0" * 5000, "beyond-axis", ()),
    ("Y1E" + "9" * 5000, "beyond-axis", ()),
    ("Y-146200000000", "beyond-axis", ()),
    ("1959-12-14T25:00:00", "no-such-time", ()),
    ("1959-12-14T24:00:01", "no-such-time", ()),
    ("1959-12-14T00:61:00", "no-such-time", ()),
    ("1959-12-14T01:01:60", "no-such-time", ()),
    ("1959-12-14T12:60", "no-such-time", ()),
    ("1959-12-14T12:00:00-00:00", "no-such-offset", ()),
    ("1959-12-14T12:00:00+14:01", "no-such-offset", ()),
    ("1959-12-14T12:00:00-13", "no-such-offset", ()),
    ("1959-12-14T12:00:00+09:60", "no-such-offset", ()),
    ("1958/1955", "ends-before-begins", ("1955/1958",)),
    ("2012-24/2012-21", "ends-before-begins", ("2012-21/2012-24",)),
    ("[1970..1960]", "ends-before-begins", ("[1960..1970]",)),
    ("[1955..1958-02]", "unlike-range", ()),
    ("1959-08?~", "both-marks", ("1959-08%",)),
    ("1959%?", "both-marks", ("1959%",)),
    ("1959??", "doubled-mark", ("1959?",)),
    ("195x", "capitals", ("195X",)),
    ("199u", "capitals", ("199X",)),
    ("1959-12-14t09:30:00z", "capitals", ("1959-12-14T09:30:00Z",)),
    ("13800", "long-year", ("Y13800",)),
    ("1300/12500", "long-year", ("1300/Y12500",)),
    ("Y2006", "short-y-year", ("2006",)),
    ("Y-44", "short-y-year", ("-0044",)),
    ("[1955, 1958]", "spaces", ("[1955,1958]",)),
    (" 1959\n", "spaces", ("1959",)),
    ("03/04/1959", "day-or-month", ("1959-03-04", "1959-04-03")),
    ("3.3.1959", "year-last", ("1959-03-03",)),
    ("14/12/1959", "year-last", ("1959-12-14",)),
    ("12-31-1959", "year-last", ("1959-12-31",)),
    ("1900s", "decade-or-century", ("190X", "19XX")),
    ("1950's", "decade", ("195X",)),
    ("Monday", "no-year", ()),
    ("..", "no-year", ()),
    ("79", "short-year", ("0079",)),
    ("19", "short-year", ("0019", "19XX")),
    ("193", "short-year", ("0193", "193X")),
    ("7", "short-year", ("0007",)),
    ("1955–1958", "foreign-characters", ("1955/1958",)),
    ("1959–08–13", "foreign-characters", ("1959-08-13",)),
    ("１９５９", "foreign-characters", ("1959",)),
    ("٢٠٠٤", "foreign-characters", ("2004",)),
    ("1955-1958", "hyphen-for-slash", ("1955/1958",)),
    ("1955 - 1958", "hyphen-for-slash", ("1955/1958",)),
    ("1955/58", "short-end", ("1955/1958",)),
    ("1985-4", "unpadded", ("1985-04",)),
    ("1959-8-3/1959-9-1", "unpadded", ("1959-08-03/1959-09-01",)),
    ("1959/8/13", "year-first", ("1959-08-13",)),
    ("1959.8", "year-first", ("1959-08",)),
    ("19850412", "no-hyphens", ("1985-04-12", "Y19850412")),
    ("198504", "no-hyphens", ("1985-04", "Y198504")),
    ("[1999", "brackets", ("[1999]",)),
    ("{1999]", "brackets", ("{1999}",)),
    ("1998,1999]", "brackets", ("[1998,1999]",)),
    ("1998,1999}", "brackets", ("{1998,1999}",)),
    ("2004/open", "end-words", ("2004/..",)),
    ("unknown/2006", "end-words", ("/2006",)),
    ("1959-12-14 09:30", "space-before-time", ("1959-12-14T09:30",)),
    ("1959-12-14T16:54:59.042", "fraction", ("1959-12-14T16:54:59",)),
    ("1959-12-14T16:54:59+0230", "offset-form", ("1959-12-14T16:54:59+02:30",)),
    ("March 2007", "unreadable", ()),
    ("c. 1958", "unreadable", ()),
    ("1959/1960/1961", "unreadable", ()),
    ("[1955..,1958]", "unreadable", ()),
    ("[1955,..1958]", "unreadable", ()),
    ("[1955,..]", "unreadable", ()),
    ("Y17E7-12-26", "unreadable", ()),
    ("2004-(06)?-11", "parentheses", ("2004-?06-11",)),
    ("2004-(06-11)~", "parentheses", ("2004-~06-~11",)),
    ("(2004)?-06-04~", "parentheses", ("?2004-06-04~",)),
    ("195?", "queried-digit", ("195X", "195X?")),
    ("19??", "queried-digit", ("19XX", "19XX?")),
    ("1955..1958", "bare-range", ("[1955..1958]", "1955/1958")),
    ("1955..", "bare-range", ("[1955..]", "1955/..")),
    ("..1958-03", "bare-range", ("[..1958-03]", "../1958-03")),
    ("1955,1958", "bare-set", ("[1955,1958]", "{1955,1958}")),
    ("(1955; 1958)", "bare-set", ("[1955,1958]", "{1955,1958}")),
    ("[1955;1958]", "set-signs", ("[1955,1958]",)),
    ("[1955-1958]", "set-signs", ("[1955..1958]",)),
    ("44 BC", "before-christ", ("-0043",)),
    ("1 bce", "before-christ", ("0000",)),
    ("0 BC", "no-year", ()),
    ("-44", "short-year", ("-0043", "-0044")),
    ("1959-12-14T9:30", "hour-digits", ("1959-12-14T09:30",)),
    ("1959-12-14 9:30", "hour-digits", ("1959-12-14T09:30",)),
    ("1959-12-14T09:30+9", "offset-form", ("1959-12-14T09:30+09:00",)),
    ("1959-12-14 9:30+0900", "offset-form", ("1959-12-14T09:30+09:00",)),
    ("1959-12-14T09:30 GMT", "zone-name", ("1959-12-14T09:30Z",)),
    ("1959-12-14 21:30 JST", "zone-name", ()),
    ("14 December 1959 21:30 JST", "zone-name", ()),
    ("1959-12-14T09:30pm", "unreadable", ()),
    ("1959-12-14Z", "zone-without-time", ("1959-12-14",)),
    ("1959-12-14T", "zone-without-time", ("1959-12-14",)),
    ("昭和34年12月14日", "era", ("1959-12-14",)),
    ("昭和65年", "not-in-era", ()),
    ("明治三年", "no-year", ()),
]


@pytest.mark.parametrize(("text", "code", "fixes"), FAULTS)
def test_a_fault_has_its_code_and_its_fixes(text: str, code: str, fixes: tuple[str, ...]) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.message.key == f"date.problem.{code}"
    assert caught.value.fixes == fixes
    assert all(can_be_read(fix) for fix in caught.value.fixes)


@pytest.mark.parametrize(("text", "code", "fixes"), FAULTS)
def test_every_fault_has_words(project_root: Path, text: str, code: str, fixes: tuple[str, ...]) -> None:
    translator = Translator.from_file(project_root / "resources" / "languages" / "en.json")
    with pytest.raises(DateError) as caught:
        parse(text)
    words = [
        translator.text(message)
        for message in (caught.value.message, caught.value.hint)
        if message is not None
    ]
    assert all("⟦" not in said and re.search(r"\{[a-z]", said) is None for said in words)
    assert all(len(said) < 200 for said in words)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2015-02-29", 8),
        ("2016-13", 5),
        ("1955/2016-13", 10),
        ("[1955,1958-00]", 11),
        ("1955/rubbish 1958", 5),
    ],
)
def test_a_fault_says_where_reading_stopped(text: str, offset: int) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert caught.value.offset == offset


def test_the_words_name_the_last_day(project_root: Path) -> None:
    table = json.loads((project_root / "resources" / "languages" / "en.json").read_text(encoding="utf-8"))
    with pytest.raises(DateError) as caught:
        parse("2015-02-29")
    said = Translator("en", table).text(caught.value.message)
    assert said == "2015-02 has no day 29: its last day is 28"


def test_a_runaway_text_is_shown_shortened() -> None:
    with pytest.raises(DateError) as caught:
        parse("1959 " + "x" * 10_000)
    assert [len(str(value)) for _, value in caught.value.message.params] == [60]
