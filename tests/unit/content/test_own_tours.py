# SPDX-License-Identifier: MIT
"""Tours of one's own stand beside the exhibit, or in the user's folder, and are checked like all else."""

import os
from pathlib import Path

import pytest

from timeline_app.base.places import built_in_exhibit
from timeline_app.content.own_tours import (
    tours_aside,
    tours_beside,
    tours_of_exhibit,
    tours_to_write,
    with_own_tours,
    with_tours,
)
from timeline_app.content.reader import read_exhibit
from timeline_app.content.tour_reading import read_tours
from timeline_app.model.document import Document

EXHIBIT = """\
title: X
events:
  - {id: first, title: First, date: 1950}
  - {id: second, title: Second, date: 1960}
excerpts:
  letter: {text: We sail tomorrow.}
tours:
  theirs: {title: Theirs, stops: [{event: first}]}
"""
OWN = """\
tours:
  mine:
    title: Mine
    stops:
      - id: a
        event: first
        show: [letter, "map:second"]
        notes: They say [we sail]{cite="#letter" words="sail today"}.
      - {id: a, event: sekond, view: 1960/nineteen}
  theirs: {title: Also theirs, stops: []}
"""


@pytest.fixture
def exhibit(tmp_path: Path) -> Path:
    path = tmp_path / "x.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    return path


def test_own_tours_come_with_the_exhibit_and_are_checked_with_the_place_of_each_fault(exhibit: Path) -> None:
    own = tours_beside(exhibit)
    own.write_text(OWN, encoding="utf-8")
    reading = with_own_tours(read_exhibit(exhibit), exhibit)
    document = reading.document
    assert document is not None
    assert list(document.tours) == ["theirs", "mine"]
    assert document.own_tours == {"mine": own}
    assert document.tours["theirs"].title.first == "Theirs"
    stops = document.tours["mine"].stops
    assert [(stop.id, stop.event, stop.view) for stop in stops] == [("a", "first", None), ("", None, None)]
    assert stops[0].show == ("letter", "map:second")
    assert [(problem.file, problem.line, problem.code) for problem in reading.problems] == [
        ("x.tours.yaml", 8, "words-not-in-excerpt"),
        ("x.tours.yaml", 9, "duplicate-id"),
        ("x.tours.yaml", 9, "unknown-event"),
        ("x.tours.yaml", 9, "bad-view"),
        ("x.tours.yaml", 10, "duplicate-id"),
    ]
    assert reading.files == (exhibit, own)
    assert reading.stamps[own] is not None


def test_without_such_a_file_the_reading_stays_as_it_is(exhibit: Path, tmp_path: Path) -> None:
    reading = read_exhibit(exhibit)
    assert with_own_tours(reading, exhibit, tmp_path / "tours") is reading


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe\x00", "wrong-encoding"), (b"- a list\n", "wrong-type"), (b"tours: [\n", "unclosed-bracket")],
)
def test_a_file_that_cannot_be_read_is_told_of_and_harms_nothing(
    exhibit: Path, data: bytes, code: str
) -> None:
    tours_beside(exhibit).write_bytes(data)
    reading = with_own_tours(read_exhibit(exhibit), exhibit)
    assert reading.document is not None
    assert list(reading.document.tours) == ["theirs"]
    assert [(problem.file, problem.code) for problem in reading.problems] == [("x.tours.yaml", code)]


def test_what_stands_in_the_way_of_reading_is_a_problem_and_no_crash(
    exhibit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read_exhibit(exhibit).document
    assert document is not None
    tours, problems = read_tours(tmp_path, document)
    assert (tours, [problem.code for problem in problems]) == ({}, ["unreadable-file"])

    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("timeline_app.content.tour_reading.decode", breaks)
    tours, problems = read_tours(exhibit, document)
    assert (tours, [problem.code for problem in problems]) == ({}, ["internal"])


def test_the_tours_of_a_file_take_the_place_of_those_that_it_held_before(exhibit: Path) -> None:
    document = read_exhibit(exhibit).document
    assert document is not None
    file, tour = tours_beside(exhibit), document.tours["theirs"]
    one = with_tours(document, file, {"one": tour, "two": tour})
    other = with_tours(one, file, {"two": tour})
    assert (list(one.tours), list(other.tours)) == (["theirs", "one", "two"], ["theirs", "two"])
    assert other.own_tours == {"two": file}
    assert isinstance(other, Document)
    assert other.events is document.events


def test_tours_are_written_beside_an_exhibit_where_that_is_allowed(exhibit: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tours"
    assert tours_to_write(exhibit, folder) == tmp_path / "x.tours.yaml"
    assert tours_to_write(built_in_exhibit(), folder) == folder / "events.tours.yaml"
    aside = tours_aside(exhibit, folder)
    assert (aside.parent, aside.name[:2], aside.name[-11:]) == (folder, "x-", ".tours.yaml")
    assert aside != tours_aside(tmp_path / "other" / "x.yaml", folder)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do all is not held off by rights"
)
def test_beside_an_exhibit_that_is_only_to_be_read_nothing_is_written(exhibit: Path, tmp_path: Path) -> None:
    own = tours_beside(exhibit)
    own.write_text(OWN, encoding="utf-8")
    own.chmod(0o444)
    assert tours_to_write(exhibit, tmp_path / "tours") == tours_aside(exhibit, tmp_path / "tours")


@pytest.mark.parametrize(
    ("line", "is_named"),
    [
        ("tours: walks.yaml", True),
        ('tours: "walks.yaml"  # mine', True),
        ("tours: gone.yaml", False),
        ("tours:", False),
    ],
)
def test_an_exhibit_may_name_a_file_of_tours(tmp_path: Path, line: str, is_named: bool) -> None:
    (tmp_path / "walks.yaml").write_text("{}", encoding="utf-8")
    exhibit = tmp_path / "y.yaml"
    exhibit.write_text(f"title: Y\n{line}\n", encoding="utf-8")
    assert tours_of_exhibit(exhibit) == (tmp_path / "walks.yaml" if is_named else None)
    assert tours_of_exhibit(tmp_path / "missing.yaml") is None
    assert tours_of_exhibit(tmp_path / "rows.jsonl") is None
