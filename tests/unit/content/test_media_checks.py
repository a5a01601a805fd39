# SPDX-License-Identifier: MIT
"""Pictures of events and documents lie inside the exhibit's folder; what does not is told and left out."""

from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.content.reader import read_exhibit

EXHIBIT = """\
title: T
excerpts:
  x: {{text: words, facsimile: {{file: "{0}", page: 2, alt: A letter}}}}
events:
  - title: E
    media: [{{file: "{0}", alt: A letter}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of an exhibit with one picture, links of three kinds, and a secret beside it."""
    (tmp_path / "secret.png").write_bytes(b"x")
    home = tmp_path / "home"
    (home / "media").mkdir(parents=True)
    (home / "media" / "letter.png").write_bytes(b"x")
    (home / "media" / "inside.png").symlink_to(home / "media" / "letter.png")
    (home / "media" / "outside.png").symlink_to(tmp_path / "secret.png")
    (home / "media" / "broken.png").symlink_to(home / "media" / "nowhere.png")
    (home / "beside").symlink_to(tmp_path)
    return home


@pytest.mark.parametrize("name", ["media/letter.png", "media/../media/letter.png", "media/inside.png"])
def test_a_picture_in_the_folder_is_kept(folder: Path, name: str) -> None:
    path = folder / "events.yaml"
    path.write_text(EXHIBIT.format(name), encoding="utf-8")
    reading = read_exhibit(path)
    assert reading.problems == ()
    assert reading.document is not None
    facsimile = reading.document.excerpts["x"].facsimile
    assert facsimile is not None
    assert (facsimile.file, facsimile.page) == (name, 2)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("media/none.png", "file-not-found"),
        ("media", "file-not-found"),
        ("media/broken.png", "file-not-found"),
        ("../secret.png", "outside-folder"),
        ("media/../../secret.png", "outside-folder"),
        ("media/outside.png", "outside-folder"),
        ("beside/secret.png", "outside-folder"),
        ("/etc/passwd", "outside-folder"),
        ("C:/pictures/letter.png", "outside-folder"),
        ("https://example.org/letter.png", "outside-folder"),
        ("file:///etc/passwd", "outside-folder"),
    ],
)
def test_any_other_is_told_in_its_line_and_left_out(
    folder: Path, english: Translator, name: str, code: str
) -> None:
    path = folder / "events.yaml"
    path.write_text(EXHIBIT.format(name), encoding="utf-8")
    reading = read_exhibit(path)
    assert [(problem.code, problem.line) for problem in reading.problems] == [(code, 3), (code, 6)]
    assert all(f"“{name}”" in english.text(problem.message) for problem in reading.problems)
    assert reading.document is not None
    assert reading.document.excerpts["x"].facsimile is None
    assert reading.document.events.records[0].media == ()
