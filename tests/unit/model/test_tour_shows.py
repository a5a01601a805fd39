# SPDX-License-Identifier: MIT
"""What a stop asks to show is found by its names, and each step by what it reveals."""

from pathlib import Path

import pytest

from timeline_app.content.reader import read_text
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.tour_shows import Asked, asked_for, split_part, step_groups
from timeline_app.model.tour_views import ShownKind

TEXT = """
title: T
sources: {letter: {title: A letter}}
excerpts: {aim: {text: to rid itself, source: letter}}
claims: {day: {about: the day, accounts: []}}
events:
  - {id: first, title: First}
  - {id: second, title: Second}
tours:
  one:
    title: One
    stops:
      - event: first
        show: [{excerpt: aim, words: rid}, aim, day, letter, second, chain, "map:second", figure]
        steps: [day, [letter, second]]
      - {view: 1955/1960}
"""


@pytest.fixture(scope="module")
def document() -> Document:
    reading = read_text(TEXT, Path("tour.yaml"))
    assert reading.problems == ()
    assert reading.document is not None
    return reading.document


def test_each_name_is_found_among_what_the_exhibit_has(document: Document) -> None:
    first, second = document.tours["one"].stops
    assert asked_for(first, document) == (
        Asked(ShownKind.EXCERPT, "aim", "rid"),
        Asked(ShownKind.EXCERPT, "aim"),
        Asked(ShownKind.CLAIM, "day"),
        Asked(ShownKind.SOURCE, "letter"),
        Asked(ShownKind.EVENT, "second"),
        Asked(ShownKind.CHAIN, "first"),
        Asked(ShownKind.MAP, "second"),
        Asked(ShownKind.FIGURE, "first"),
    )
    assert asked_for(second, document) == ()


def test_steps_name_what_they_reveal(document: Document) -> None:
    first, second = document.tours["one"].stops
    assert step_groups(first) == ((2,), (3, 4))
    assert step_groups(second) == ()


def test_what_is_not_there_is_nothing(document: Document) -> None:
    stop = records.Stop(show=("nothing", "map", "map:third", records.ShownWords("gone", "x")))
    assert asked_for(stop, document) == (None, None, None, None)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("map", (ShownKind.MAP, "")),
        ("chain:first-ships", (ShownKind.CHAIN, "first-ships")),
        ("map:", None),
        ("mapping", None),
        ("event:first", None),
        ("chain-letter", None),
    ],
)
def test_parts_of_events_are_told_from_ids(name: str, part: tuple[ShownKind, str] | None) -> None:
    assert split_part(name) == part
