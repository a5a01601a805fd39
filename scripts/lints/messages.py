# SPDX-License-Identifier: MIT
"""Message keys and the language table agree: no key without words, no words without a key that uses them."""

import ast
import json
from collections.abc import Iterator, Sequence

from scripts.lints.source import Finding, SourceFile

TABLE = "resources/languages/en.json"


def check_messages(files: Sequence[SourceFile]) -> Iterator[Finding]:
    """Compare what the package asks for with the English table, over all files at once."""
    table = next((file for file in files if file.path == TABLE), None)
    if table is None:
        return
    keys = {key.partition("#")[0] for key in json.loads(table.text)}
    modules = [file for file in files if file.path.startswith("timeline_app/") and file.is_python]
    for file in modules:
        for line, key in _asked_for(file.tree):
            if key not in keys:
                yield file.finding(line, f"the message key {key!r} has no words in {TABLE}")
    literals, patterns = _spoken(modules)
    for key in sorted(keys - literals):
        if not any(key.startswith(prefix) for prefix in patterns):
            line = next((n for n, text in enumerate(table.text.splitlines(), 1) if f'"{key}' in text), 1)
            yield table.finding(line, f"nothing uses the message key {key!r}")


def _asked_for(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the literal keys of `Message.of("…")`, `Message("…")` and `translator.say("…")`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Message"), args=[ast.Constant(value=str(key)), *_]):
                yield node.lineno, key
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="Message"), attr="of"),
                args=[ast.Constant(value=str(key)), *_],
            ):
                yield node.lineno, key
            case ast.Call(func=ast.Attribute(attr="say"), args=[ast.Constant(value=str(key)), *_]):
                yield node.lineno, key
            case _:
                continue


def _spoken(modules: Sequence[SourceFile]) -> tuple[set[str], set[str]]:
    """Return every string of the package, and the beginnings of those that are put together ("problem." + code)."""
    literals: set[str] = set()
    prefixes: set[str] = set()
    for node in (node for file in modules for node in ast.walk(file.tree)):
        match node:
            case ast.Constant(value=str(text)):
                literals.add(text)
            case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) if "." in text:
                prefixes.add(text)
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()) if "." in text:
                prefixes.add(text)
            case _:
                continue
    return literals, prefixes
