# SPDX-License-Identifier: MIT
"""`--fix`: what it says of each date, for people and for programs, and the exit status."""

import io
import json
from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.verbs import run_verb

LOOSE = "title: T\nevents:\n  - {date: early 1958, title: E}\n"
OPEN = LOOSE + "  - {date: 03/04/1959, title: F}\n"
LEFT = 'title: T\nexcerpts:\n  x: {date: early 1958, text: "goes\n    on"}\n'


@pytest.fixture
def run(tmp_path: Path):
    def run_with(text: str, *arguments: str) -> tuple[int, str, str]:
        path = tmp_path / "small.yaml"
        path.write_text(text, encoding="utf-8")
        out = io.StringIO()
        status = run_verb(read_arguments([str(path), *arguments]), ENGLISH, out)
        return status, out.getvalue(), path.read_text(encoding="utf-8")

    return run_with


def test_each_date_is_told_and_status_0_says_that_all_are_done(run):
    status, told, written = run(LOOSE, "--fix")
    assert status == 0
    assert told == (
        "small.yaml:3:12: “early 1958” is now 1958-37~\n"
        "small.yaml: 1 date written in EDTF, 0 dates left for you to settle.\n"
    )
    assert written == "title: T\nevents:\n  - {date: 1958-37~, date_as_written: early 1958, title: E}\n"


def test_nothing_to_do_is_told(run):
    assert run("title: T\n", "--fix")[:2] == (
        0,
        "small.yaml: every date is in EDTF already, so nothing was changed.\n",
    )


def test_dates_to_be_settled_give_status_1(run):
    status, told, written = run(OPEN, "--fix")
    lines = told.splitlines()
    assert status == 1
    assert lines[1].startswith("small.yaml:4:12: error: This date leaves a choice: “03/04/1959”")
    assert lines[2] == "    1959-03-04 · 1959-04-03: write the one that is meant."
    assert lines[3] == "small.yaml: 1 date written in EDTF, 1 date left for you to settle."
    assert "03/04/1959" in written


def test_a_date_that_is_left_is_told_with_its_reason(run):
    status, told, written = run(LEFT, "--fix")
    assert (status, written) == (1, LEFT)
    assert told.splitlines()[0] == (
        "small.yaml:3:13: “early 1958” is left as it is: its words could not be kept, "
        "as no remark can stand at the end of this line."
    )


def test_a_refusal_is_told(run):
    text = LOOSE + "  - {title: F\n"
    status, told, written = run(text, "--fix")
    assert (status, written) == (1, text)
    assert "Nothing was changed: small.yaml has faults in its syntax." in told
    assert "left for you" not in told


def test_the_check_comes_after_the_fix(run):
    status, told, _ = run(LOOSE, "--fix", "--check")
    assert status == 0
    assert told.splitlines()[0] == "small.yaml:3:12: “early 1958” is now 1958-37~"
    assert "small.yaml: 0 errors, 0 warnings, 0 hints. 1 event" in told
    status, told, _ = run(OPEN, "--fix", "--check")
    assert status == 1
    assert told.count("leaves a choice") == 1
    status, told, _ = run(LOOSE.replace("title: E", "title: E, lane: nowhere"), "--fix", "--check")
    assert status == 1
    assert "1 error, 0 warnings, 0 hints" in told


def test_programs_get_json(run):
    status, told, _ = run(OPEN, "--fix", "--json")
    found = json.loads(told)
    assert status == 1
    assert set(found) == {"fixed", "left", "open", "refused"}
    assert found["fixed"] == [
        {"file": "small.yaml", "line": 3, "column": 12, "text": "early 1958", "edtf": "1958-37~"}
    ]
    assert [problem["fixes"] for problem in found["open"]] == [["1959-03-04", "1959-04-03"]]
    assert found["refused"] is None
    found = json.loads(run(LEFT, "--fix", "--json")[1])
    assert [(left["text"], left["line"]) for left in found["left"]] == [("early 1958", 3)]
    assert json.loads(run(LOOSE + "  - {title: F\n", "--fix", "--json")[1])["refused"].startswith("Nothing")


@pytest.mark.parametrize(("text", "status", "errors"), [(LOOSE, 0, 0), (OPEN, 1, 1)])
def test_json_with_a_check_holds_both(run, text, status, errors):
    done, told, _ = run(text, "--check", "--fix", "--json")
    found = json.loads(told)
    assert done == status
    assert set(found) == {"fixed", "left", "open", "refused", "problems", "counts"}
    assert found["counts"]["errors"] == errors
    assert len(found["problems"]) == errors
