# SPDX-License-Identifier: MIT
"""Reading an exhibit from a text, in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
