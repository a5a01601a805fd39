# SPDX-License-Identifier: MIT
"""Text as exhibits hold it: by language, with the language and status actually used.

A text that a person reads is never a bare `str` in the model: a screen reader, a font and a
translation mark must all know which language they have before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from timeline_app.base.later_parts import BEGINS_ATTRIBUTES, HoldsBack, kept_markup, plain_words

UNTAGGED = ""
"""The language key of a plain text: the exhibit's first language."""


class Level(StrEnum):
    """How hard a text is to read."""

    NORMAL = "normal"
    PLAIN = "plain"


class TextStatus(StrEnum):
    """Whether a text stands as its makers signed it."""

    FINAL = "final"
    DRAFT = "draft"
    FALLBACK = "fallback"


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as chosen for a reader: the words, their language, level and status."""

    text: str
    language: str
    level: Level = Level.NORMAL
    status: TextStatus = TextStatus.FINAL

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Reader:
    """What the reader has chosen: languages in order of preference, and a level.

    `known_by` holds back what was learnt after the moment as of which texts are told, None holds back nothing.
    """

    languages: tuple[str, ...] = ("en",)
    level: Level = Level.NORMAL
    exhibit_language: str = "en"
    drafts: frozenset[str] = frozenset()
    known_by: HoldsBack | None = None


class TextValue:
    """One text in one or more languages: pairs (language tag, text) in file order.

    A plain class, not a dataclass, since msgspec would read a dataclass field by field.
    """

    __slots__ = ("variants",)

    def __init__(self, variants: tuple[tuple[str, str], ...] = ()) -> None:
        self.variants = variants

    @classmethod
    def plain(cls, text: str) -> Self:
        """Wrap a text in the exhibit's first language."""
        return cls(((UNTAGGED, text),))

    @classmethod
    def from_file(cls, value: str | Mapping[str, str]) -> Self:
        """Build from what a file holds: one text, or one text per language."""
        return cls.plain(value) if isinstance(value, str) else cls(tuple(value.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TextValue) and self.variants == other.variants

    def __hash__(self) -> int:
        return hash(self.variants)

    def __repr__(self) -> str:
        return f"TextValue({self.variants!r})"

    def __bool__(self) -> bool:
        return any(text for _, text in self.variants)

    @property
    def first(self) -> str:
        """The first variant's words, for identifiers, logs and sorting: not for showing."""
        return plain_words(self.variants[0][1], None) if self.variants else ""

    def for_reader(self, reader: Reader) -> ShownText:
        """Choose the variant for a reader, as plain words; what is not wanted but all there is falls back.

        The parts that say since when they are known (`later_parts`) are told without their brackets.
        """
        shown = self._chosen(reader)
        if BEGINS_ATTRIBUTES not in shown.text:
            return shown
        return replace(shown, text=plain_words(shown.text, reader.known_by))

    def for_prose(self, reader: Reader) -> ShownText:
        """Choose the variant for a reader, with the marks and brackets of what is not held back."""
        shown = self._chosen(reader)
        return replace(shown, text=kept_markup(shown.text, reader.known_by))

    def _chosen(self, reader: Reader) -> ShownText:
        by_language = {tag or reader.exhibit_language: text for tag, text in self.variants}
        for language in reader.languages:
            if language in by_language:
                status = TextStatus.DRAFT if language in reader.drafts else TextStatus.FINAL
                return ShownText(by_language[language], language, reader.level, status)
        if not by_language:
            return ShownText("", reader.languages[0] if reader.languages else reader.exhibit_language)
        language = (
            reader.exhibit_language if reader.exhibit_language in by_language else next(iter(by_language))
        )
        return ShownText(by_language[language], language, reader.level, TextStatus.FALLBACK)
