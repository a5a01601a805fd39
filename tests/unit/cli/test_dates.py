# SPDX-License-Identifier: MIT
"""`timeline-app dates`: its arguments, what it prints for people and for programs, and its exit status."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.base.errors import TimelineError
from timeline_app.chrono.date_settings import DateSettings
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.date_lines import iso_text
from timeline_app.cli.dates_verb import LONGEST_LINE_BYTES, lines_of, run_dates
from timeline_app.cli.options import DatesRequest, Options, Task, UsageError
from timeline_app.cli.verbs import run_verb

FIELDS = [
    *("input", "outcome", "edtf", "earliest", "earliest_state", "latest", "latest_state"),
    *("fuzz_earliest", "fuzz_latest", "display", "message", "choices"),
]


def request(*texts: str, **settings: str) -> DatesRequest:
    return DatesRequest(texts, DateSettings(**settings))  # type: ignore[arg-type]


def run(*texts: str, **settings: str) -> tuple[int, str]:
    out = io.StringIO()
    status = run_dates(request(*texts, **settings), ENGLISH, out)
    return status, out.getvalue()


def objects(*texts: str, **settings: str) -> list[dict[str, object]]:
    out = io.StringIO()
    run_dates(request(*texts, **settings), ENGLISH, out, as_json=True)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def streamed(source: bytes) -> list[dict[str, object]]:
    out = io.StringIO()
    assert run_dates(request(), ENGLISH, out, io.BytesIO(source), as_json=True) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


# -- arguments ------------------------------------------------------------------------------------


def test_dates_and_settings_are_taken_from_the_command_line() -> None:
    options = read_arguments(
        [
            "dates",
            "early 1958",
            "-0043",
            "--timezone",
            "Asia/Tokyo",
            "--hemisphere=south",
            "--old-style",
            "julian",
        ]
    )
    expected = DatesRequest(("early 1958", "-0043"), DateSettings("south", "Asia/Tokyo", "julian"))
    assert options == Options(task=Task.DATES, dates=expected)


def test_json_alone_reads_standard_input_and_two_hyphens_end_the_options() -> None:
    assert read_arguments(["dates", "--json"]).as_json
    options = read_arguments(["dates", "--", "--json"])
    assert options.dates == request("--json")
    assert not options.as_json


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Write a date"),
        (["--timezone", "Mars/Olympus", "1959"], "There is no time zone “Mars/Olympus”"),
        (["--hemisphere", "east", "1959"], "Choose north or south"),
        (["--old-style", "rome", "1959"], "Choose ask, julian, gregorian, britain or russia"),
        (["1959", "--timezone"], "--timezone needs a value, for example --timezone Asia/Tokyo"),
        (["--old-style", "--json"], "--old-style needs a value"),
        (["--hemisphere=", "1959"], "There is no hemisphere"),
        (["--jsn", "1959"], "Did you mean --json?"),
        (["--zzzzzz", "1959"], "There is no option “--zzzzzz”"),
    ],
)
def test_wrong_arguments_are_explained(arguments: list[str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_arguments(["dates", *arguments])
    assert words in ENGLISH.text(caught.value.message)
    assert isinstance(caught.value, TimelineError)


def test_an_argument_that_is_no_utf_8_becomes_readable() -> None:
    options = read_arguments(["dates", "1959\udcff"])
    assert options.dates == request("1959\ufffd")
    assert read_arguments(["dates", "\ud83d"]).dates == request("?")


def test_the_help_page_of_dates_is_its_own() -> None:
    out = io.StringIO()
    assert run_verb(read_arguments(["dates", "--help"]), ENGLISH, out) == 0
    assert "--old-style NAME" in out.getvalue()
    general = io.StringIO()
    run_verb(read_arguments(["--help"]), ENGLISH, general)
    assert "timeline-app dates" in general.getvalue()


# -- for people -----------------------------------------------------------------------------------


def test_a_reading_is_told_plainly() -> None:
    assert run("early 1958") == (
        0,
        (
            "early 1958\n"
            "  EDTF: 1958-37~\n"
            "  In words: early 1958\n"
            "  Known: approximate\n"
            "  Bounds: 1 January 1958 to 30 April 1958\n"
            "  Bounds with its margin: 17 November 1957 to 14 June 1958\n"
        ),
    )


def test_times_and_far_years_are_told_in_their_own_units() -> None:
    assert (
        "Bounds: 14 December 1959, 12:30:00 to 14 December 1959, 12:30:59" in run("1959-12-14T21:30+09:00")[1]
    )
    assert "Bounds: 66 million years ago to 66 million years ago" in run("66 Ma")[1]
    assert "Bounds: 1 January 44 BC to 31 December 44 BC" in run("44 BC")[1]
    assert "Bounds: 1 January 1955 to open" in run("since 1955")[1]
    assert "Bounds: not known to 31 December 1755" in run("? - 1755")[1]


def test_what_is_asked_and_what_is_refused_is_told_with_choices_and_hints() -> None:
    status, said = run("03/04/1959", "tomorrow")
    assert status == 1
    asked, refused = said.split("\n\n")
    assert "    1959-03-04  4 March 1959\n    1959-04-03  3 April 1959\n" in asked
    assert "Hint: write the one that is meant" in asked
    assert refused.startswith(
        "tomorrow\n  Not read: “tomorrow” is not understood as a date\n  Hint: write for example"
    )


def test_an_assumption_is_told() -> None:
    assert (
        "  Note: read as a day of the Julian calendar, which is -0043-03-13 in today’s"
        in (run("15 March 44 BC", old_style="julian")[1])
    )


# -- for programs ---------------------------------------------------------------------------------


def test_a_reading_has_exactly_these_fields() -> None:
    assert objects("early 1958") == [
        {
            "input": "early 1958",
            "outcome": "read",
            "edtf": "1958-37~",
            "earliest": "1958-01-01T00:00:00",
            "earliest_state": "known",
            "latest": "1958-04-30T23:59:59",
            "latest_state": "known",
            "fuzz_earliest": "1957-11-17T00:00:00",
            "fuzz_latest": "1958-06-14T23:59:59",
            "display": {"en": "early 1958", "ja": "1958年初め", "ko": "1958년 초"},
            "message": None,
            "choices": [],
        }
    ]
    for text in ("03/04/1959", "tomorrow", "1955/.."):
        assert sorted(objects(text)[0]) == sorted(FIELDS)


def test_open_and_unknown_ends_have_no_second() -> None:
    (since, until, from_unknown) = objects("since 1955", "until 1960", "/1960")
    assert (since["earliest"], since["latest"], since["latest_state"]) == (
        "1955-01-01T00:00:00",
        None,
        "open",
    )
    assert (until["earliest"], until["earliest_state"], until["fuzz_earliest"]) == (None, "open", None)
    assert (from_unknown["earliest"], from_unknown["earliest_state"]) == (None, "unknown")


def test_what_is_not_read_has_no_date_but_says_why() -> None:
    asked, refused = objects("1900s", "Monday")
    assert (asked["outcome"], asked["edtf"], asked["choices"]) == ("ask", None, ["190X", "19XX"])
    assert asked["message"] == "“1900s” may be the decade or the century; write the one that is meant"
    for fields in (asked, refused):
        assert {fields[name] for name in ("earliest", "latest", "fuzz_earliest", "fuzz_latest", "edtf")} == {
            None
        }
        assert fields["display"] is None
        assert (fields["earliest_state"], fields["latest_state"]) == ("unknown", "unknown")
    assert refused["outcome"] == "refuse"
    assert refused["choices"] == []


def test_settings_move_bounds() -> None:
    (south,) = objects("winter 1958", hemisphere="south")
    assert (south["earliest"], south["latest"]) == ("1958-06-01T00:00:00", "1958-08-31T23:59:59")
    (seoul,) = objects("1970-01-01T00:00:00Z", timezone="Asia/Seoul")
    assert seoul["earliest"] == "1970-01-01T09:00:00"
    assert seoul["latest"] == "1970-01-01T09:00:00"


@pytest.mark.parametrize(
    ("instant_s", "text"),
    [
        (0, "1970-01-01T00:00:00"),
        (-1, "1969-12-31T23:59:59"),
        (-62_167_219_200, "0000-01-01T00:00:00"),
        (-62_167_219_201, "-0001-12-31T23:59:59"),
        (253_402_300_799, "9999-12-31T23:59:59"),
        (253_402_300_800, "+10000-01-01T00:00:00"),
        (-435_485_999_767_219_200, "-13800000000-01-01T00:00:00"),
    ],
)
def test_seconds_are_written_in_expanded_iso_text(instant_s: int, text: str) -> None:
    assert iso_text(instant_s) == text


def test_exit_status_counts_for_arguments_and_not_for_a_stream() -> None:
    assert run("1959")[0] == 0
    assert run("1959", "tomorrow")[0] == 1
    out = io.StringIO()
    assert run_dates(request("1900s"), ENGLISH, out, as_json=True) == 1
    assert run_dates(request("1959"), ENGLISH, out, as_json=True) == 0
    assert streamed(b"tomorrow\n")[0]["outcome"] == "refuse"


# -- the stream -----------------------------------------------------------------------------------


def test_every_line_is_answered_in_order() -> None:
    source = "1959\r\n\n\u662d\u548c34\u5e74\nearly 1958".encode()
    assert [fields["input"] for fields in streamed(source)] == ["1959", "", "昭和34年", "early 1958"]
    assert [fields["edtf"] for fields in streamed(source)] == ["1959", None, "1959", "1958-37~"]
    assert streamed(b"") == []
    assert [fields["input"] for fields in streamed(b"\n\n")] == ["", ""]


def test_bytes_that_are_no_utf_8_are_refused_and_a_byte_order_mark_is_dropped() -> None:
    first, second = streamed(b"\xef\xbb\xbf1959\n\xff1959\n")
    assert (first["input"], first["edtf"]) == ("1959", "1959")
    assert (second["input"], second["outcome"]) == ("\ufffd1959", "refuse")


def test_a_line_without_end_does_not_fill_the_memory() -> None:
    source = io.BytesIO(b"x" * (3 * LONGEST_LINE_BYTES) + b"\n1959\n" + b"9" * LONGEST_LINE_BYTES)
    lines = list(lines_of(source))
    assert [len(line) for line in lines] == [LONGEST_LINE_BYTES + 1, 4, LONGEST_LINE_BYTES]


def test_the_first_part_of_a_line_that_is_too_long_is_not_read_as_a_date() -> None:
    blanks = b" " * LONGEST_LINE_BYTES
    read = streamed(b"1955" + blanks + b"or 1958\n" + blanks[:-4] + b"1959-12-14\n1960\n")
    assert [fields["outcome"] for fields in read] == ["refuse", "refuse", "read"]
    whole = b" " * (LONGEST_LINE_BYTES - 4) + b"1959"
    assert [fields["edtf"] for fields in streamed(whole + b"\r\n" + whole)] == ["1959", "1959"]


class Keyboard(io.StringIO):
    """An output at which Ctrl+C was pressed."""

    def flush(self) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_ends_quietly() -> None:
    assert run_dates(request("1959"), ENGLISH, Keyboard()) == 130


def test_output_is_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    run_dates(request("昭和34年"), ENGLISH, out, as_json=True)
    assert raw.getvalue().decode("utf-8").endswith("\n")
    assert b"\r" not in raw.getvalue()
    assert json.loads(raw.getvalue())["input"] == "昭和34年"


def test_standard_input_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    out = io.StringIO()
    options = Options(task=Task.DATES, dates=request(), as_json=True)
    assert run_verb(options, ENGLISH, out) == 0
    assert out.getvalue() == ""


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"1959\n")
    os.close(write_end)
    with os.fdopen(read_end, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        out = io.StringIO()
        run_dates(request(), ENGLISH, out, as_json=True)
    assert json.loads(out.getvalue())["edtf"] == "1959"
