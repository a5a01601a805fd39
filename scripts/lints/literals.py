# SPDX-License-Identifier: MIT
"""No words in the interface's code: what a person reads is a message key, so that it can be translated."""

import ast
from collections.abc import Iterator

from scripts.lints.source import Finding, SourceFile

#: Calls that show their text arguments to a person.
SHOWING = {
    "QAction",
    "QCheckBox",
    "QCommandLinkButton",
    "QDockWidget",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "QStaticText",
    "addAction",
    "addItem",
    "addItems",
    "addMenu",
    "addRow",
    "addTab",
    "appendPlainText",
    "drawStaticText",
    "drawText",
    "getExistingDirectory",
    "getOpenFileName",
    "getSaveFileName",
    "insertItem",
    "setAccessibleDescription",
    "setAccessibleName",
    "setApplicationDisplayName",
    "setDetailedText",
    "setHeaderLabels",
    "setHtml",
    "setInformativeText",
    "setItemText",
    "setLabelText",
    "setMarkdown",
    "setPlaceholderText",
    "setPlainText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setTabText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
}
#: The same, but only when asked of this class: a logger has a `warning` too.
BOX_CALLS = {"about", "critical", "information", "question", "warning"}
#: What follows the first argument is data, not text.
FIRST_ONLY = {"addItem"}


def check_literals(file: SourceFile) -> Iterator[Finding]:
    """Find literal words that the interface would show."""
    if not file.path.startswith("timeline_app/ui/") or not file.is_python:
        return
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Call) and (name := _showing(node.func)):
            arguments = [
                *node.args[: 1 if name in FIRST_ONLY else None],
                *(key.value for key in node.keywords),
            ]
            for words in (words for argument in arguments for words in _words(argument)):
                yield file.finding(node.lineno, f"{name}({words!r}): words for people are message keys")


def _showing(func: ast.expr) -> str:
    """Return the name of a call that shows text, or nothing."""
    match func:
        case ast.Name(id=name) if name in SHOWING:
            return name
        case ast.Attribute(value=ast.Name(id="QMessageBox"), attr=name) if name in BOX_CALLS:
            return name
        case ast.Attribute(attr=name) if name in SHOWING:
            return name
        case _:
            return ""


def _words(node: ast.expr) -> Iterator[str]:
    """Yield the literals with letters that become part of the argument's text."""
    match node:
        case ast.Constant(value=str(text)):
            if any(map(str.isalpha, text)):
                yield text
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _words(part)
        case ast.BinOp(left=left, right=right):
            yield from _words(left)
            yield from _words(right)
        case ast.IfExp(body=left, orelse=right):
            yield from _words(left)
            yield from _words(right)
        case ast.BoolOp(values=parts):
            for part in parts:
                yield from _words(part)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "join")):
            yield from _words(value)
        case _:
            return
