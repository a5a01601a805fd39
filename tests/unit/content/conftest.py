# SPDX-License-Identifier: MIT
"""Reading an exhibit from a text, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept_exhibits import PLACED, SMALL
from timeline_app.base.messages import Translator
from timeline_app.content.reader import Reading, read_exhibit

Read = Callable[[str], Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads a text as `exhibit.yaml` in a folder with a picture."""
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "ship.png").write_bytes(b"picture")

    def read_here(text: str) -> Reading:
        path = tmp_path / "exhibit.yaml"
        path.write_bytes(text.encode())
        return read_exhibit(path)

    return read_here


@pytest.fixture(scope="session")
def english(project_root: Path) -> Translator:
    """Return the English message table."""
    return Translator.from_file(project_root / "resources" / "languages" / "en.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder for entries that does not exist yet."""
    return tmp_path / "cache" / "timeline-app"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "moon.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def placed(tmp_path: Path) -> Path:
    """Return an exhibit with other files, pictures, faults and warnings."""
    home = tmp_path / "harbour"
    (home / "parts").mkdir(parents=True)
    (home / "media").mkdir()
    (home / "media" / "ship.png").write_bytes(b"picture")
    (home / "parts" / "lanes.yaml").write_text("crew: {title: Crew, parent: town}\ntown: {title: Town}\n")
    path = home / "exhibit.yaml"
    path.write_text(PLACED, encoding="utf-8")
    return path
