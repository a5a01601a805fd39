# SPDX-License-Identifier: MIT
"""People and places of the shipped exhibit: named in their scripts, told of in words, and quoted only where they spoke."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline_app.content.reader import read_exhibit
from timeline_app.model import records
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

SCRIPTS = {"ko": re.compile(r"^[\uac00-\ud7a3 ]+$"), "ja": re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff]+$")}
#: Who is meant by the words in which a source tells who speaks, where these are not the title of the entry.
SPEAKERS = {
    "jrc": "Japanese Red Cross Society|Red Cross societies of Japan",
    "dprk-red-cross": "Red Cross societies of Japan and of North Korea",
    "rok-red-cross": "for the South Korean Red Cross",
    "icrc": "^International Committee of the Red Cross$",
    "herter": "Secretary of State Herter",
}


@pytest.fixture(scope="module")
def document(project_root: Path) -> Document:
    found = read_exhibit(project_root / "events.yaml").document
    assert found is not None
    return found


def named(document: Document) -> list[tuple[str, records.Name]]:
    both: list[tuple[str, records.Person | records.Place]] = [
        *document.people.items(),
        *document.places.items(),
    ]
    return [(key, name) for key, record in both for name in record.names]


def test_names_stand_in_the_script_of_their_language(document: Document) -> None:
    assert [
        (key, name.text) for key, name in named(document) if not SCRIPTS[name.lang].match(name.text)
    ] == []


def test_no_name_is_given_twice(document: Document) -> None:
    given = [(key, name.text) for key, name in named(document)]
    assert len(given) == len(set(given))


def test_everybody_is_told_of_in_a_note(document: Document) -> None:
    assert [key for key, person in document.people.items() if not person.note] == []


def test_an_excerpt_names_only_those_who_are_named_as_its_speakers(document: Document) -> None:
    guessed = []
    for name, excerpt in document.excerpts.items():
        speaker = str(excerpt.speaker.first if excerpt.speaker else "")
        for person_id in excerpt.spoken_by:
            title = document.people[person_id].title.first
            told = SPEAKERS.get(person_id, re.escape(title))
            if "not named" in speaker or not re.search(told, speaker):
                guessed.append((name, person_id))
    assert guessed == []


def test_in_1960_nobody_is_listed_who_was_met_later(document: Document) -> None:
    showing = Showing(document, Lens(known_at=known_at_date("1960")))
    listed = {one.id for group in showing.people.groups() for one in group.names}
    assert {"jrc", "icrc", "kishi"} <= listed
    later = {
        "morris-suzuki",
        "kawasaki-eiko",
        "kirby",
        "kamino",
        "kikuchi",
        "united-nations",
        "koizumi-junya",
    }
    assert not later & listed
    assert all(showing.people.page(name) is None for name in later)
