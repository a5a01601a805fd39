# SPDX-License-Identifier: MIT
"""A file as the lints see it, and what they say about it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Made by tools, or not ours.
SKIPPED_FOLDERS = {".git", ".hypothesis", "__pycache__", "build", "dist", "node_modules"}


@dataclass(frozen=True)
class Finding:
    """One broken rule at one place."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return the finding as editors and terminals understand it."""
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class SourceFile:
    """One text file: where it lies, seen from the project's root with forward slashes, and what it says."""

    path: str
    text: str

    @property
    def is_python(self) -> bool:
        """Tell whether the file is a Python module."""
        return self.path.endswith(".py")

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed module."""
        return ast.parse(self.text)

    def finding(self, line: int, message: str) -> Finding:
        """Return a finding in this file."""
        return Finding(self.path, line, message)


def project_files(root: Path = ROOT) -> Iterator[SourceFile]:
    """Yield every text file of the project; pictures and fonts are left out."""
    for path in sorted(root.iterdir()):
        if path.name in SKIPPED_FOLDERS or path.name.startswith(".venv") or path.name.endswith("_cache"):
            continue
        if path.is_dir():
            yield from _files_below(path, root)
        else:
            yield from _read(path, root)


def _files_below(folder: Path, root: Path) -> Iterator[SourceFile]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in SKIPPED_FOLDERS:
                yield from _files_below(path, root)
        else:
            yield from _read(path, root)


def _read(path: Path, root: Path) -> Iterator[SourceFile]:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    if "\0" not in text:
        yield SourceFile(path.relative_to(root).as_posix(), text)
