# SPDX-License-Identifier: MIT
"""Message keys with parameters, and the table that turns them into a language.

Every text of the interface, command title and problem is a `Message`; no layer but the outermost
knows the words. Tables lie in `resources/languages/<tag>.json`: one flat object, key to text with
`{name}` places. A key with variants `key#one` and `key#other` is chosen by the parameter `count`.
A place may say how it writes a whole number (`{year:grouped}`, see `number_words`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeAlias

from timeline_app.base.number_words import Number

if TYPE_CHECKING:
    from pathlib import Path

Param: TypeAlias = "str | int | float | Message"


class Message(NamedTuple):
    """A text that is not yet in any language: a key and its parameters, in a fixed order."""

    key: str
    params: tuple[tuple[str, Param], ...] = ()

    @classmethod
    def of(cls, key: str, /, **params: Param) -> Self:
        """Build a message from keyword parameters."""
        return cls(key, tuple(params.items()))


class Translator:
    """One language's table: message in, words out.

    A message of which the table lacks any part is said in the `fallback` language as a whole, so that no
    sentence and no date mixes two languages. A key that is missing there too is shown in ⟦brackets⟧, never
    raised: a missing translation must not stop a museum's screen. A test finds missing and unused keys.
    """

    def __init__(self, language: str, table: Mapping[str, str], fallback: Translator | None = None) -> None:
        self.language: Final = language
        self._table = table
        self._fallback = fallback

    @classmethod
    def from_file(cls, path: Path, fallback: Translator | None = None) -> Self:
        """Read `resources/languages/<tag>.json`; the file's stem is the language tag."""
        # Messages are made in many places, tables only where words are shown.
        import json

        return cls(path.stem, json.loads(path.read_text(encoding="utf-8")), fallback)

    def has(self, key: str) -> bool:
        """Tell whether the table holds the key, plainly or with plural variants."""
        return key in self._table or f"{key}#other" in self._table

    def text(self, message: Message) -> str:
        """Return the message in words."""
        if self._fallback is not None and not self._covers(message):
            return self._fallback.text(message)
        params = {name: self._param(value) for name, value in message.params}
        template = self._template(message.key, params.get("count"))
        if template is None:
            return f"⟦{message.key}⟧"
        return template.format_map(_Lenient(params))

    def say(self, key: str, /, **params: Param) -> str:
        """Return the text of a key with keyword parameters: `text(Message.of(...))` for short."""
        return self.text(Message.of(key, **params))

    def _covers(self, message: Message) -> bool:
        """Tell whether the table has words for a message and for every message in it."""
        return self.has(message.key) and all(
            self._covers(value) for _, value in message.params if isinstance(value, Message)
        )

    def _param(self, value: Param) -> str | int | float:
        if isinstance(value, Message):
            return self.text(value)
        return Number(value) if type(value) is int else value

    def _template(self, key: str, count: str | float | None) -> str | None:
        if count is not None:
            # English plural rule; other rules come with their language files.
            one = self._table.get(f"{key}#one") if count == 1 else None
            variant = one or self._table.get(f"{key}#other")
            if variant is not None:
                return variant
        return self._table.get(key)


class _Lenient(dict[str, str | int | float]):
    """A mapping that leaves unknown places visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
