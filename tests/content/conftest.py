# SPDX-License-Identifier: MIT
"""The shipped exhibit, whole for reading and as a copy for planting faults."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.content.dossier import Dossier, read_dossier
from tests.content.exhibit_text import Exhibit, load


@pytest.fixture(scope="session")
def exhibit_file(project_root: Path) -> Path:
    """Return the exhibit's file."""
    return project_root / "events.yaml"


@pytest.fixture(scope="session")
def exhibit(exhibit_file: Path) -> Exhibit:
    """Return the exhibit's tree; tests must not change it."""
    return load(exhibit_file.read_text(encoding="utf-8"))


@pytest.fixture
def draft(exhibit: Exhibit) -> Exhibit:
    """Return a copy of the tree, for planting a fault."""
    return copy.deepcopy(exhibit)


@pytest.fixture(scope="session")
def quotations(project_root: Path) -> dict[str, dict[str, Any]]:
    """Return the table of quotations: what may stand between quotation marks, word for word."""
    table = project_root / "tests" / "content" / "quotations.json"
    content: dict[str, dict[str, Any]] = json.loads(table.read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="session")
def numbers(project_root: Path) -> dict[str, str]:
    """Return the exhibit's id for each source by its number in the notes.

    Minutes of several years have one number there: `S52a` and `S52b` are parts of S52, public since different days.
    """
    path = project_root / "tests" / "content" / "source_numbers.json"
    content: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """Return the research notes; the test is skipped where they are not."""
    return read_dossier()
