# SPDX-License-Identifier: MIT
"""`--check`: the report for people, the report for programs, and the exit status."""

import io
import json
from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app import __version__
from timeline_app.cli.check import run_check
from timeline_app.cli.options import Options, Task
from timeline_app.cli.verbs import run_verb

GOOD = """\
format: 1
title: A small exhibit
languages: [en]
lanes:
  town: {title: The town}
sources:
  ledger: {type: book, title: The ledger, kind: document}
events:
  - id: survey
    title: A survey is made
    date: 1957-03
    lane: town
    sources: [ledger]
"""
FAULTY = GOOD.replace("lane: town\n", "lane: twon\n")


@pytest.fixture
def exhibit(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "small.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def report(path: Path, *, as_json: bool = False) -> tuple[int, str]:
    out = io.StringIO()
    return run_check(path, ENGLISH, out, as_json=as_json), out.getvalue()


def test_a_faultless_file_gives_its_counts_and_status_0(exhibit):
    status, text = report(exhibit(GOOD))
    assert status == 0
    assert text.startswith("small.yaml: 0 errors, 0 warnings, 0 hints. 1 event, 1 source, 0 excerpts")


def test_a_fault_is_told_with_its_place_and_gives_status_1(exhibit):
    status, text = report(exhibit(FAULTY))
    assert status == 1
    first, hint, *_ = text.splitlines()
    assert first.startswith("small.yaml:12:11: error: ")
    assert "twon" in first
    assert "town" in hint
    assert "1 error, 0 warnings, 0 hints" in text


def test_json_has_exactly_the_promised_shape(exhibit):
    status, text = report(exhibit(FAULTY), as_json=True)
    assert status == 1
    found = json.loads(text)
    assert set(found) == {"problems", "counts"}
    (problem,) = found["problems"]
    assert set(problem) == {"file", "line", "column", "severity", "code", "message", "hint", "fixes"}
    assert (problem["file"], problem["line"], problem["severity"]) == ("small.yaml", 12, "error")
    assert problem["code"] == "unknown-lane"
    assert found["counts"] == {
        "errors": 1,
        "warnings": 0,
        "hints": 0,
        "events": 1,
        "sources": 1,
        "excerpts": 0,
        "claims": 0,
        "links": 0,
        "tours": 0,
    }


def test_hints_alone_are_counted_and_give_status_0(exhibit):
    loose = exhibit(GOOD.replace("1957-03", "early 1957"))
    status, text = report(loose)
    assert status == 0
    assert text.splitlines()[0].startswith("small.yaml:11:11: hint: “early 1957” is read as 1957-37~")
    assert "0 errors, 0 warnings, 1 hint." in text
    status, text = report(loose, as_json=True)
    found = json.loads(text)
    (problem,) = found["problems"]
    assert (status, problem["severity"], problem["fixes"]) == (0, "hint", ["1957-37~"])
    assert found["counts"]["hints"] == 1


def test_choices_are_fixes_for_programs_too(exhibit):
    status, text = report(exhibit(GOOD.replace("1957-03", "03/04/1957")), as_json=True)
    (problem,) = json.loads(text)["problems"]
    assert (status, problem["fixes"]) == (1, ["1957-03-04", "1957-04-03"])


def test_a_file_that_is_not_there_is_an_error_and_no_traceback(tmp_path):
    status, text = report(tmp_path / "nowhere.yaml", as_json=True)
    assert status == 1
    found = json.loads(text)
    assert found["counts"]["errors"] == 1
    assert found["counts"]["events"] == 0


def test_check_is_done_by_its_verb(exhibit):
    out = io.StringIO()
    options = Options(task=Task.CHECK, exhibit=exhibit(GOOD), as_json=True)
    assert run_verb(options, ENGLISH, out) == 0
    assert json.loads(out.getvalue())["counts"]["events"] == 1


def test_help_and_version_are_said():
    out = io.StringIO()
    assert run_verb(Options(task=Task.VERSION), ENGLISH, out) == 0
    assert out.getvalue() == f"timeline-app {__version__}\n"
    out = io.StringIO()
    assert run_verb(Options(task=Task.HELP), ENGLISH, out) == 0
    assert "--snapshot FILE" in out.getvalue()


def test_what_draws_is_no_verb_of_this_kind():
    with pytest.raises(ValueError, match="snapshot"):
        run_verb(Options(task=Task.SNAPSHOT), ENGLISH, io.StringIO())
