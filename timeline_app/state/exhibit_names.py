# SPDX-License-Identifier: MIT
"""The name by which a link asks for an exhibit: words of its title, never where its file lies."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

from timeline_app.base.later_parts import BEGINS_ATTRIBUTES, plain_words
from timeline_app.base.places import built_in_exhibit, example_exhibit
from timeline_app.model.document import Document

LONGEST: Final = 40
LEAST: Final = 3
"""A shorter rest of a title, as of one in another script, tells nothing: the file's name does then."""
NAMELESS: Final = "exhibit"
WITH_THE_PROGRAM: Final = {
    "ships-from-niigata": "",
    "from-the-big-bang-to-the-present": "big-bang",
    "caesars-last-months": "caesar",
}
"""The exhibits that come with the program, "" for the built-in one: a test compares them with their titles."""

_OTHERS: Final = re.compile(r"[^a-z0-9]+")


class _HoldsAllBack:
    def holds_back(self, since: str) -> bool:
        """Hold back whatever was learnt later: a name is the same as of every moment."""
        del since
        return True


def name_of(document: Document) -> str:
    """Return an exhibit's name in links: of its title as it always stood, else of its file."""
    variants = dict(document.title.variants)
    languages = ("", *document.about.languages, *variants)
    title = next((variants[language] for language in languages if language in variants), "")
    if BEGINS_ATTRIBUTES in title:
        title = plain_words(title, _HoldsAllBack())
    stem = document.path.stem if document.path is not None else ""
    return next((name for text in (title, stem) if len(name := slug(text)) >= LEAST), NAMELESS)


def slug(text: str) -> str:
    """Return a text as small plain letters, digits and hyphens; letters of other scripts fall away."""
    plain = (
        unicodedata.normalize("NFKD", text.replace("’", "")).encode("ascii", "ignore").decode("ascii").lower()
    )
    whole = _OTHERS.sub("-", plain.replace("'", "")).strip("-")
    if len(whole) <= LONGEST:
        return whole
    # At a hyphen, so that no word is torn.
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def is_named(document: Document, name: str) -> bool:
    """Tell whether a name in a link means an exhibit; that of its file will do."""
    stem = document.path.stem if document.path is not None else ""
    return name in (name_of(document), slug(stem)) and bool(name)


def with_the_program(name: str) -> Path | None:
    """Return the exhibit of a name that comes with the program."""
    example = WITH_THE_PROGRAM.get(name)
    if example is None:
        return None
    return example_exhibit(example) if example else built_in_exhibit()
