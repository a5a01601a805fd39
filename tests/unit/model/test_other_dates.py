# SPDX-License-Identifier: MIT
"""The dates that accounts give an event, as far as the reader may hear of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timeline_app.content.reader import read_exhibit
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing

EXHIBIT = """\
title: T
sources:
  paper: {title: A paper, kind: press, issued: 1959-08-14}
  book: {title: A book, kind: scholarship, issued: 2007}
claims:
  day:
    about: the day
    events: [signing]
    accounts:
      - {says: It was the 13th., by: The press, sources: [paper], event_date: 1959-08-13}
      - {says: It was the 11th., sources: [book], event_date: 1959-08-11}
      - {says: It was in summer., sources: [paper]}
events:
  - {id: signing, title: Signing, date: 1959-08-13, known: public}
  - id: hard
    title: Hard to read
    date: 1959
    known: public
    content_note: {category: violence}
    claims: {inside: {about: x, accounts: [{says: In May., sources: [paper], event_date: 1959-05}]}}
  - {id: other, title: Another, date: 1960}
"""


def told(tmp_path: Path, event_id: str, lens: Lens = IDENTITY) -> list[tuple[str, str, str]]:
    path = tmp_path / "events.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    document = read_exhibit(path).document
    assert document is not None
    showing = Showing(document, lens)
    ordinal = document.events.ordinal_of[event_id]
    return [(other.date.edtf, str(other.by), other.claim) for other in showing.other_dates(ordinal)]


def test_each_account_that_gives_a_date_is_told_with_who_gives_it_or_what_it_says(tmp_path: Path) -> None:
    assert told(tmp_path, "signing") == [
        ("1959-08-13", "The press", "day"),
        ("1959-08-11", "It was the 11th.", "day"),
    ]
    assert told(tmp_path, "other") == []


def test_at_a_cursor_only_what_was_in_print_is_told(tmp_path: Path) -> None:
    then = Lens(known_at=known_at_date("1960"))
    assert told(tmp_path, "signing", then) == [("1959-08-13", "The press", "day")]
    assert told(tmp_path, "other", then) == []


@pytest.mark.parametrize(("acknowledged", "dates"), [(frozenset(), []), (frozenset({"hard"}), ["1959-05"])])
def test_nothing_is_told_behind_a_content_note(
    tmp_path: Path, acknowledged: frozenset[str], dates: list[str]
) -> None:
    found = told(tmp_path, "hard", Lens(acknowledged_notes=acknowledged))
    assert [date for date, _, _ in found] == dates


def test_the_pages_of_the_panel_are_not_loaded_for_ghosts(project_root: Path) -> None:
    code = (
        "import sys\n"
        "from tests.evidence_exhibits import DISPUTED, evidence_exhibit\n"
        "from timeline_app.model.showing import Showing\n"
        "from timeline_app.scene.ghosts import ghosts_of\n"
        "print(len(ghosts_of(Showing(evidence_exhibit()), DISPUTED)) > 0)\n"
        "print(sorted({'markdown_it', 'timeline_app.model.views'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "[]"]
