# SPDX-License-Identifier: MIT
"""`timeline-app handout`: what the words after it ask for, and what is said where they make no sense."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.handout_verb import asked_handout
from timeline_app.cli.options import HandoutRequest, Task, UsageError
from timeline_app.cli.verbs import run_verb
from timeline_app.state.handout import CopyFor, HandoutKind, HandoutWish, Paper

ONE_TOUR = """
title: A small exhibit
events:
  - {id: pier, title: The pier is built, date: 1950}
tours:
  walk: {title: A walk, stops: [{event: pier, notes: Begin here.}]}
"""
TWO_TOURS = ONE_TOUR + "  ride: {title: A ride, stops: [{event: pier}]}\n"


def refusal(*words: str) -> str:
    with pytest.raises(UsageError) as caught:
        read_arguments(("handout", *words))
    return ENGLISH.text(caught.value.message)


def test_a_tour_and_a_file_are_enough():
    options = read_arguments(("handout", "--tour", "lesson", "lesson.pdf"))
    assert options.task is Task.HANDOUT
    assert options.handout == HandoutRequest(None, Path("lesson.pdf"), "lesson")


def test_everything_can_be_said():
    words = "handout my.yaml --tour=walk --kind worksheet --copy teacher --per-page 6 --paper letter --open-notes out.HTML"
    assert read_arguments(words.split()).handout == HandoutRequest(
        Path("my.yaml"), Path("out.HTML"), "walk", "worksheet", "teacher", 6, "letter", opens_notes=True
    )
    assert read_arguments(("handout", "--", "a.yaml", "-b.pdf")).handout == HandoutRequest(
        Path("a.yaml"), Path("-b.pdf")
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Name the file to write last"),
        (("my.yaml",), "Name the file to write last"),
        (("a.yaml", "b.yaml", "c.pdf"), "b.yaml"),
        (("--per-page", "4", "a.pdf"), "1, 2, 3, 6"),
        (("--tour",), "--tour lesson"),
        (("--paper",), "--paper a4"),
        (("--tuor", "x", "a.pdf"), "Did you mean --tour?"),
        (("--shape", "a.pdf"), "--shape"),
        (("--kind", "answers", "--copy", "student", "a.pdf"), "An answer key is for teachers."),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words: tuple[str, ...], told: str):
    assert told in refusal(*words)


def test_help_tells_of_kinds_and_copies():
    options, out = read_arguments(("handout", "--help")), io.StringIO()
    assert run_verb(options, ENGLISH, out) == 0
    assert "worksheet" in out.getvalue()


def asked(folder: Path, text: str, request: HandoutRequest) -> tuple[str, str]:
    """Return the title of the planned handout, and what is said of it."""
    path = folder / "my.yaml"
    path.write_text(text, encoding="utf-8")
    errors = io.StringIO()
    handout = asked_handout(request._replace(path=path), ENGLISH, errors)
    return (handout.title.text if handout is not None else ""), errors.getvalue().strip()


def test_the_only_tour_need_not_be_named(tmp_path: Path):
    assert asked(tmp_path, ONE_TOUR, HandoutRequest()) == ("A walk", "")
    title, told = asked(tmp_path, TWO_TOURS, HandoutRequest())
    assert (title, told) == (
        "",
        "Say which tour is to be printed with --tour. The tours of my.yaml: walk, ride.",
    )


def test_a_tour_that_is_not_there_is_told_with_those_that_are(tmp_path: Path):
    _, told = asked(tmp_path, TWO_TOURS, HandoutRequest(tour="swim"))
    assert told == "There is no tour “swim” in my.yaml. Its tours: walk, ride."
    _, told = asked(tmp_path, "title: A small exhibit\n", HandoutRequest())
    assert told == "my.yaml has no tours to print."
    assert "my.yaml" in asked(tmp_path, "title: [", HandoutRequest())[1]


def test_what_is_asked_for_is_what_is_wished(tmp_path: Path):
    path = tmp_path / "my.yaml"
    path.write_text(ONE_TOUR, encoding="utf-8")
    request = HandoutRequest(path, Path("a.pdf"), "walk", "answers", "student", 1, "letter", opens_notes=True)
    handout = asked_handout(request, ENGLISH, io.StringIO())
    assert handout is not None
    assert handout.wish == HandoutWish(
        HandoutKind.ANSWERS, CopyFor.STUDENT, 1, Paper.LETTER, opens_notes=True
    )
