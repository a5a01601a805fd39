# SPDX-License-Identifier: MIT
"""The bundled fonts can write every character of the exhibit, the examples and the interface."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]


def written_files() -> Iterator[Path]:
    yield ROOT / "events.yaml"
    yield from sorted((ROOT / "resources" / "languages").glob("*.json"))
    yield from sorted((ROOT / "resources" / "examples").rglob("*.yaml"))


def characters_of(folder: str) -> set[str]:
    """Return what all styles of a family can write."""
    styles: list[set[str]] = []
    for path in sorted((ROOT / "resources" / "fonts" / folder).glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            styles.append(set(map(chr, font.getBestCmap())))
    return set.intersection(*styles)


@pytest.mark.parametrize("latin", ["inter", "source-serif-4"])
@pytest.mark.parametrize("path", list(written_files()), ids=lambda path: path.name)
def test_every_character_is_in_the_fonts_that_are_asked_for_it(path: Path, latin: str) -> None:
    # Interface and reading text differ in the Latin family; the Japanese and Korean ones stand behind both.
    written = characters_of(latin) | characters_of("noto-sans-jp") | characters_of("noto-sans-kr")
    missing: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for char in set(line) - written - {"\t"}:
            missing.setdefault(char, f"line {number}: {char!r} {unicodedata.name(char, 'unnamed')}")
    assert not missing, "\n".join(missing.values())
