# SPDX-License-Identifier: MIT
"""What python-dateutil does silently never becomes a date, and what it is given it reads as it reads it itself."""

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from dateutil import parser
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.chrono import loose_fence
from timeline_app.chrono.loose import Outcome, read_loose

GUESSED = (
    *("Monday", "March", "13", "10:30", "2.5", "1A2B", "79", "079", "May 1 75", "May 1 77", "1 March 44"),
    *("-13.8 billion years", "1,959", "591214", "1st of May", "10:30 14 December", "Monday 10:30"),
    *("14 Dec 1959 10:00 UTC+3", "14 Dec 1959 10:00 GMT-5", "14 Dec 1959 21:30 JST", "14 Dec 1959 21:30 EST"),
    *("14 Dec 1959 9:30:15.5", "14 Dec 1959 12", "1959 14", "13 14 1959", "32 December 1959", "0/12/1959"),
    *("Thursday March 1959", "Dec 1959 10:30", "14 Dec 1959 1960", "14 Dec 19590", "14 Dec 1959 25:10"),
    *("14 Dec 1959 9 pm", "14 of the 1959", "١٤ ديسمبر ١٩٥٩", "14-15-16 March 1959"),
)


@pytest.mark.parametrize("text", GUESSED)
def test_what_dateutil_would_guess_is_refused(text: str) -> None:
    assert read_loose(text).outcome is Outcome.REFUSE


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("14/12/1959", "1959-12-14"),
        ("12/14/1959", "1959-12-14"),
        ("14.12.1959", "1959-12-14"),
        ("14-12-1959", "1959-12-14"),
        ("1959/12/14", "1959-12-14"),
        ("29 February 1960 10:00", "1960-02-29T10:00"),
        ("14 December 1959 at 9.30 pm", None),
        ("14 December 1959 at 9:30 p.m.", "1959-12-14T21:30"),
        ("14 December 1959 12:00 pm", "1959-12-14T12:00"),
        ("14 December 1959, 09:30 (UTC)", "1959-12-14T09:30Z"),
        ("Monday 1959-12-14", "1959-12-14"),
        ("Tuesday 1959-12-14", None),
        ("1959-12-14 09:30", "1959-12-14T09:30"),
        ("1959-12-14 09:30:00Z", "1959-12-14T09:30:00Z"),
        ("9:30 14 December 1959", "1959-12-14T09:30"),
    ],
)
def test_plain_western_dates_and_times(text: str, edtf: str | None) -> None:
    assert (read_loose(text).edtf or None) == edtf


@given(
    st.tuples(
        st.integers(1600, 9999),
        st.integers(1, 12),
        st.integers(1, 28),
        st.integers(0, 23),
        st.integers(0, 59),
    ),
    st.sampled_from(
        [
            "{d} {m} {y} {H}:{M:02d}",
            "{m} {d}, {y} {H}:{M:02d}",
            "{H}:{M:02d} {d} {m} {y}",
            "{y}/{n}/{d}",
            "{y}.{n:02d}.{d:02d}",
        ]
    ),
)
def test_what_passes_the_fence_agrees_with_dateutils_own_account_of_what_was_given(
    moment: tuple[int, int, int, int, int], form: str
) -> None:
    """Its private `_parse` tells which parts were in the text: the independent way to the same answer."""
    year, month, day, hour, minute = moment
    name = (
        "Jan",
        "February",
        "March",
        "Apr",
        "May",
        "June",
        "July",
        "Aug.",
        "Sept",
        "October",
        "Nov.",
        "Dec",
    )
    text = form.format(y=year, n=month, d=day, m=name[month - 1], H=hour, M=minute)
    found, _ = parser.parser()._parse(text)  # type: ignore[attr-defined]
    written = f"{found.year:04d}-{found.month:02d}-{found.day:02d}"
    if found.hour is not None:
        written += f"T{found.hour:02d}:{found.minute:02d}"
    assert read_loose(text).edtf == written


def test_a_zone_that_dateutil_believes_to_see_makes_it_fail() -> None:
    """Zones are taken off before; should one slip through, it must not be asked of the machine."""
    assert loose_fence._parts_of("14 dec 1959 21:30 utc") is None
    assert loose_fence._parts_of("14 dec 1959 21:30") == (1959, 12, 14, 21, 30, None)


SAMPLES = (
    "14 Dec 1959 21:30",
    "14/12/1959",
    "Monday",
    "10:30",
    "May 1 75",
    "14 Dec 1959 21:30 JST",
    "early 1958",
)
PROGRAM = """
import sys, datetime
day = sys.argv[1]
if day:
    class Later(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromisoformat(day)
        @classmethod
        def today(cls):
            return cls.fromisoformat(day)
    datetime.datetime = Later
from timeline_app.chrono.loose import read_loose
for text in sys.argv[2:]:
    reading = read_loose(text)
    print(reading.outcome.value, reading.edtf)
"""


@pytest.mark.parametrize(
    ("day", "environment"),
    [
        ("1931-05-30", {"TZ": "UTC"}),
        ("2077-02-28", {"TZ": "UTC"}),
        ("", {"TZ": "Asia/Tokyo"}),
        ("", {"TZ": "JST-9"}),
        ("", {"TZ": "UTC", "LC_ALL": "C", "LANG": "ja_JP.UTF-8"}),
    ],
)
def test_neither_today_nor_the_machine_changes_a_reading(
    day: str, environment: dict[str, str], project_root: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, day, *SAMPLES],
        cwd=project_root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [f"{reading.outcome.value} {reading.edtf}" for reading in map(read_loose, SAMPLES)]
    assert done.stdout.splitlines() == expected


def test_no_warning_is_given_and_dateutil_is_loaded_only_for_what_needs_it(project_root: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for text in GUESSED:
            read_loose(text)
    code = (
        "import sys\n"
        "from timeline_app.chrono.loose import read_loose\n"
        "for text in ('early 1958', '14 December 1959', '昭和34年', '44 BC', 'c. 1955-58', '14/12/1959'):\n"
        "    read_loose(text)\n"
        "print('dateutil' in sys.modules)\n"
        "read_loose('14/12/1959 21:30')\n"
        "print('dateutil' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
