# SPDX-License-Identifier: MIT
"""The shape of files: names that say something, lengths that can be read, a licence line, Qt only where it may be."""

import ast
from collections.abc import Iterator

from scripts.lints.source import Finding, SourceFile

SPDX = "# SPDX-License-Identifier: MIT"
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers"}
FILE_LIMIT = 500
FUNCTION_LIMIT = 60
#: Data tables may be longer than a file or function that is read from top to bottom: path, or path::function -> why.
EXEMPT: dict[str, str] = {}
QT = {"PySide6", "shiboken6"}
#: The only places that may import Qt.
QT_PLACES = ("timeline_app/ui/", "timeline_app/app.py")


def check_spdx(file: SourceFile) -> Iterator[Finding]:
    """Find modules without the licence line."""
    if file.is_python and file.text.partition("\n")[0] != SPDX:
        yield file.finding(1, f"the first line must be: {SPDX}")


def check_names(file: SourceFile) -> Iterator[Finding]:
    """Find names that say nothing about what is inside."""
    stem = file.path.rpartition("/")[2].removesuffix(".py")
    if not file.is_python:
        return
    for word in EMPTY_NAMES.intersection(stem.lower().split("_")):
        yield file.finding(1, f"“{word}” in a file's name says nothing; name what the module does")
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ClassDef) and node.name.endswith("Manager"):
            yield file.finding(node.lineno, f"{node.name}: “Manager” says nothing; name what the class does")


def check_lengths(file: SourceFile) -> Iterator[Finding]:
    """Find files and functions that are too long to be read at a sitting."""
    if not file.is_python:
        return
    lines = len(file.text.splitlines())
    if lines > FILE_LIMIT and file.path not in EXEMPT:
        yield file.finding(1, f"{lines} lines; split the file at {FILE_LIMIT}")
    for node in ast.walk(file.tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > FUNCTION_LIMIT and f"{file.path}::{node.name}" not in EXEMPT:
            yield file.finding(node.lineno, f"{node.name} has {lines} lines; {FUNCTION_LIMIT} is the end")


def check_qt(file: SourceFile) -> Iterator[Finding]:
    """Find Qt outside the interface, also in packages that no import contract names yet."""
    if not file.path.startswith("timeline_app/") or file.path.startswith(QT_PLACES) or not file.is_python:
        return
    for node in ast.walk(file.tree):
        match node:
            case ast.Import(names=names):
                modules = [name.name for name in names]
            case ast.ImportFrom(module=str(module)):
                modules = [module]
            case _:
                continue
        for module in modules:
            if module.partition(".")[0] in QT:
                yield file.finding(node.lineno, f"{module} may be imported only in ui/ and app.py")
