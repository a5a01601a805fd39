# SPDX-License-Identifier: MIT
"""What reading a file gives; apart from the reader, so that who takes a finished reading need not load it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline_app.content.problems import Problem
from timeline_app.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading gave. `document` is None where nothing can be shown; `files` are those to watch."""

    document: Document | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
