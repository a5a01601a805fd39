# SPDX-License-Identifier: MIT
"""`timeline-app search`: what is found is printed, and no more of it than may be told."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.options import Options, SearchRequest, Task, UsageError
from timeline_app.cli.verbs import run_verb

ENGLISH = Translator.from_file(resource_root() / "languages" / "en.json")
EXHIBIT = """
title: Harbour
sources:
  ledger: {title: The ledger, kind: memoir, issued: 1961}
excerpts:
  slur: {text: Who needs the people of the cape?, speaker: A reader, source: ledger, show_only: in-context}
events:
  - {id: ferry, date: 1959-08-13, title: A ferry for the cape, summary: The town asked for it., known: public}
  - {id: fog, date: 1960?, title: Days of fog, known: public}
"""


@pytest.fixture
def exhibit(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


def run(*words: str) -> tuple[int, list[str]]:
    out = io.StringIO()
    status = run_verb(read_arguments(["search", *words]), ENGLISH, out)
    return status, out.getvalue().splitlines()


def test_hits_are_told_in_context(exhibit: Path) -> None:
    assert run("asked", "--in", str(exhibit)) == (
        0,
        ["Event: A ferry for the cape, 13 August 1959 [ferry]", "    The town asked for it."],
    )


def test_words_that_stay_in_their_place_are_not_repeated(exhibit: Path) -> None:
    status, lines = run("needs", f"--in={exhibit}")
    assert (status, lines[0]) == (0, "Excerpt: A reader [slur]")
    assert not any("needs" in line for line in lines)


def test_possible_dates_say_so(exhibit: Path) -> None:
    assert run("date:1960", "--in", str(exhibit))[1] == ["Event: Days of fog, perhaps 1960 (possibly) [fog]"]


def test_what_was_not_in_print_is_not_found(exhibit: Path) -> None:
    assert run("ledger", "--in", str(exhibit), "--as-known-at", "1960") == (
        1, ["Nothing was found for “ledger”."],
    )  # fmt: skip
    assert run("ledger", "--in", str(exhibit), "--as-known-at=1961")[0] == 0


def test_json_has_one_object_a_line(exhibit: Path) -> None:
    status, lines = run("cape", "--json", "--limit", "1", "--in", str(exhibit))
    assert (status, len(lines)) == (0, 1)
    assert json.loads(lines[0]) == {
        "kind": "event", "id": "ferry", "title": "A ferry for the cape", "text": None, "lit": [],
        "certain": True, "covered": False,
    }  # fmt: skip
    assert run("nowhere", "--json", "--in", str(exhibit)) == (1, [])


def test_an_exhibit_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    status, lines = run("a", "--in", str(tmp_path / "none.yaml"))
    assert status == 1
    assert lines


def test_words_are_taken_as_the_shell_gives_them() -> None:
    assert read_arguments(["search", "red cross", "ship"]) == Options(
        task=Task.SEARCH, search=SearchRequest('"red cross" ship')
    )
    assert read_arguments(["search", "--", "--in"]).search == SearchRequest("--in")
    assert read_arguments(["search", "--help"]).task is Task.HELP


@pytest.mark.parametrize(
    "words",
    [[], ["--json"], ["a", "--limit", "no"], ["a", "--limit", "0"], ["a", "--in"], ["a", "--ni", "x"],
     ["a", "--zzz"], ["a", "--as-known-at", "soon"]],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        read_arguments(["search", *words])
