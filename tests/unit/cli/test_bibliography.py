# SPDX-License-Identifier: MIT
"""`timeline-app bibliography`: every format and style can be asked for by name."""

import io
import json
from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.options import BibliographyRequest, Options, Task, UsageError
from timeline_app.cli.verbs import run_verb

ENGLISH = Translator.from_file(resource_root() / "languages" / "en.json")
EXHIBIT = """
title: Harbour
sources:
  ledger:
    type: book
    title: The ledger
    author: [{family: Mori, given: Haru}]
    issued: 1961
"""


@pytest.fixture
def exhibit(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


def run(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    status = run_verb(read_arguments(["bibliography", *words]), ENGLISH, out)
    return status, out.getvalue()


def test_the_usual_form_is_a_list_to_be_read(exhibit: Path) -> None:
    assert run(str(exhibit)) == (0, "# Sources of “Harbour”\n\n- Mori, Haru. *The ledger*. 1961.\n")


def test_a_style_is_chosen_by_name(exhibit: Path) -> None:
    assert "- Mori, H. (1961). *The ledger*." in run(str(exhibit), "--style", "apa")[1]
    assert "- Mori, Haru. 1961. *The ledger*." in run(str(exhibit), "--style=chicago-author-date")[1]


def test_a_format_is_chosen_by_name(exhibit: Path) -> None:
    (found,) = json.loads(run("--format", "csl-json", str(exhibit))[1])
    assert found["id"] == "ledger"
    assert run("--format=bibtex", str(exhibit))[1].startswith("@book{ledger,")
    assert run("--format=ris", "--", str(exhibit))[1].startswith("TY  - BOOK\r\n")
    assert "<!DOCTYPE html>" in run("--format", "html", str(exhibit))[1]


def test_without_a_file_the_built_in_exhibit_is_meant() -> None:
    assert read_arguments(["bibliography"]) == Options(
        task=Task.BIBLIOGRAPHY, bibliography=BibliographyRequest()
    )


def test_an_exhibit_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    status, told = run(str(tmp_path / "absent.yaml"))
    assert status == 1
    assert "absent.yaml" in told


def test_help_tells_formats_and_styles() -> None:
    status, told = run("--help")
    assert status == 0
    for word in ("csl-json", "bibtex", "ris", "html", "markdown", "chicago-notes", "mla", "apa"):
        assert word in told


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["a.yaml", "b.yaml"], "cli.error.several-files"),
        (["--format"], "cli.error.no-value"),
        (["--format", "docx"], "cli.error.one-of"),
        (["--formt", "ris"], "cli.error.unknown-near"),
        (["--zzz"], "cli.error.unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(words: list[str], key: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_arguments(["bibliography", *words])
    assert caught.value.message.key == key
