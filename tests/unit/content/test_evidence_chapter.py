# SPDX-License-Identifier: MIT
"""The chapter on evidence names problems that there are, and fields that there are."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from timeline_app.content.problems import CODES, Severity
from timeline_app.model import records

HINTS = {"undated-known"}


@pytest.fixture(scope="module")
def chapter(project_root: Path) -> str:
    """Return the chapter."""
    return (project_root / "docs" / "exhibit-evidence.md").read_text(encoding="utf-8")


def test_the_problems_of_the_table_are_those_that_are_told(chapter: str) -> None:
    named = re.findall(r"^\| `([a-z-]+)` \|", chapter.partition("## An excerpt")[0], re.MULTILINE)
    assert len(named) == 6
    for code in named:
        assert CODES[code] is (Severity.HINT if code in HINTS else Severity.WARNING)


def test_the_fields_of_the_examples_are_fields_of_the_format(chapter: str) -> None:
    known = {
        field.encode_name
        for record in vars(records).values()
        if isinstance(record, type) and issubclass(record, records.Record)
        for field in _fields(record)
    }
    examples = re.findall(r"```yaml\n(.*?)```", chapter, re.DOTALL)
    assert len(examples) == 5
    ids = {"aim", "signing-day", "inoue", "caller", "niigata"}
    for example in examples:
        for part in example.split("\nknown:"):  # One example shows two forms of the same field.
            text = (
                part
                if part.startswith(("summary", "excerpts", "claims", "people", "known"))
                else f"known:{part}"
            )
            assert set(_keys(yaml.load(text, Loader=yaml.BaseLoader))) <= known | ids  # noqa: S506


def _fields(record: type[records.Record]) -> tuple[Any, ...]:
    return msgspec.structs.fields(record)


def _keys(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from _keys(value)
    elif isinstance(node, list):
        for value in node:
            yield from _keys(value)
