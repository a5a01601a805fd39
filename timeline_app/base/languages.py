# SPDX-License-Identifier: MIT
"""The languages that the program speaks: one file each, read when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import Final

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root

ENGLISH: Final = "en"
"""The language in which every text is there; the others fall back to it."""


def available_languages() -> tuple[str, ...]:
    """Return the tags of all languages that have a file, sorted."""
    return tuple(sorted(path.stem for path in (resource_root() / "languages").glob("*.json")))


@cache
def translator_for(tag: str) -> Translator:
    """Return the translator of a language: of `ja` for `ja-JP`, and English where there is no file."""
    path = resource_root() / "languages" / f"{tag.partition('-')[0]}.json"
    if path.stem == ENGLISH or not path.is_file():
        return Translator.from_file(path.with_name(f"{ENGLISH}.json"))
    return Translator.from_file(path, fallback=translator_for(ENGLISH))
