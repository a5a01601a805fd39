# SPDX-License-Identifier: MIT
"""Large made-up exhibits for tests, read once and kept: the same as `timeline-app demo` writes."""

from __future__ import annotations

import functools
import json
import tempfile
from pathlib import Path

from timeline_app.cli.demo_exhibit import events, header
from timeline_app.content.reader import read_exhibit
from timeline_app.model.document import Document


@functools.lru_cache(maxsize=4)
def made_up(count: int, seed: int = 1) -> Document:
    """Return the made-up exhibit of so many events."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.jsonl"
        write_made_up(path, count, seed)
        document = read_exhibit(path).document
    assert document is not None
    return document


def write_made_up(path: Path, count: int, seed: int = 1) -> None:
    """Write a made-up exhibit, one event a line."""
    with path.open("w", encoding="utf-8") as out:
        for line in (header(count, seed), *events(count, seed)):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
