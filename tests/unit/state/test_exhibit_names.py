# SPDX-License-Identifier: MIT
"""The names by which links ask for exhibits: words of the title, the same as of every moment."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.sample_documents import document_of, harbour
from timeline_app.content.reader import read_exhibit
from timeline_app.state.exhibit_names import WITH_THE_PROGRAM, is_named, name_of, slug, with_the_program
from timeline_app.state.kept_place import KeptPlace
from timeline_app.state.kept_place_files import save_place
from timeline_app.state.linked_exhibit import exhibit_of


def titled(title, path="box.yaml", languages=("en",)):
    raw = {"title": title, "languages": list(languages), "lanes": {"a": {"title": "A"}}, "events": []}
    return document_of(raw, Path(path))


@pytest.mark.parametrize("name", WITH_THE_PROGRAM)
def test_the_exhibits_that_come_with_the_program_have_the_names_that_are_written_here(name):
    path = with_the_program(name)
    assert path is not None
    document = read_exhibit(path).document
    assert document is not None
    assert name_of(document) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ships from Niigata", "ships-from-niigata"),
        ("Caesar’s last months", "caesars-last-months"),
        ("Élan vital: a Story!", "elan-vital-a-story"),
        ("a" * 60, "a" * 40),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
        ("新潟", ""),
    ],
)
def test_a_name_is_small_plain_letters(text, name):
    assert slug(text) == name


def test_a_title_in_another_script_leaves_the_name_to_the_file():
    assert name_of(titled("新潟の船", "/exhibits/niigata-ships.yaml")) == "niigata-ships"
    assert name_of(titled("新潟", "/exhibits/新.yaml")) == "exhibit"


def test_a_name_holds_nothing_that_became_known_later():
    assert name_of(titled("The harbour[ and its secret]{since=1990}")) == "the-harbour"


def test_an_exhibit_answers_to_its_title_and_its_file():
    document = replace(harbour(), path=Path("/x/My Port.yaml"))
    assert is_named(document, "the-harbour-of-minase")
    assert is_named(document, "my-port")
    assert not is_named(document, "other")
    assert not is_named(document, "")


def test_a_link_s_exhibit_is_found_where_it_is_known(tmp_path):
    port, kept = tmp_path / "my port.yaml", tmp_path / "kept.yaml"
    for path in (port, kept):
        path.write_text("title: x", encoding="utf-8")
    save_place(tmp_path / "places", kept, "old-harbour", KeptPlace())
    found = [
        exhibit_of(name, tmp_path / "places", (port,)) for name in ("my-port", "old-harbour", "atlantis")
    ]
    assert found == [port, kept.resolve(), None]
    assert exhibit_of("old-harbour", None) is None
