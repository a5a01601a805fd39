# SPDX-License-Identifier: MIT
"""Golden files: what a scene looked like when somebody last looked at it. `make goldens` writes them anew."""

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

WRITE = "TIMELINE_WRITE_GOLDENS"


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return a function that compares a text with the golden file of that name, line by line and to the letter."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "files" / name
        if os.environ.get(WRITE) == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.exists():
            pytest.fail(f"There is no golden file {name} yet: make goldens, look at it, commit it")
        before = path.read_text(encoding="utf-8")
        if before != text:
            lines = difflib.unified_diff(before.splitlines(), text.splitlines(), name, "now", lineterm="")
            pytest.fail("\n".join(list(lines)[:80]) + "\n\nIf this is meant: make goldens")

    return compare
