# SPDX-License-Identifier: MIT
"""Message keys with parameters, and the table that turns them into a language.

Every text of the interface, command title and problem is a `Message`; no layer but the outermost
knows the words. Tables lie in `resources/languages/<tag>.json`: one flat object, key to text with
`{name}` places. A key with variants `key#one` and `key#other` is chosen by the parameter `count`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self, TypeAlias

Param: TypeAlias = "str | int | float | Message"


@dataclass(frozen=True, slots=True)
class Message:
    """A text that is not yet in any language: a key and its parameters, in a fixed order."""

    key: str
    params: tuple[tuple[str, Param], ...] = ()

    @classmethod
    def of(cls, key: str, /, **params: Param) -> Self:
        """Build a message from keyword parameters."""
        return cls(key, tuple(params.items()))


class Translator:
    """One language's table: message in, words out.

    A missing key is shown as the key in ⟦brackets⟧, never raised: a missing translation must not
    stop a museum's screen. A test finds missing and unused keys.
    """

    def __init__(self, language: str, table: Mapping[str, str]) -> None:
        self.language: Final = language
        self._table = table

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """Read `resources/languages/<tag>.json`; the file's stem is the language tag."""
        return cls(path.stem, json.loads(path.read_text(encoding="utf-8")))

    def has(self, key: str) -> bool:
        """Tell whether the table holds the key, plainly or with plural variants."""
        return key in self._table or f"{key}#other" in self._table

    def text(self, message: Message) -> str:
        """Return the message in words."""
        params = {name: self._param(value) for name, value in message.params}
        template = self._template(message.key, params.get("count"))
        if template is None:
            return f"⟦{message.key}⟧"
        return template.format_map(_Lenient(params))

    def say(self, key: str, /, **params: Param) -> str:
        """Return the text of a key with keyword parameters: `text(Message.of(...))` for short."""
        return self.text(Message.of(key, **params))

    def _param(self, value: Param) -> str | int | float:
        return self.text(value) if isinstance(value, Message) else value

    def _template(self, key: str, count: str | float | None) -> str | None:
        if count is not None:
            # English plural rule; other rules come with their language files.
            variant = self._table.get(f"{key}#one" if count == 1 else f"{key}#other")
            if variant is not None:
                return variant
        return self._table.get(key)


class _Lenient(dict[str, str | int | float]):
    """A mapping that leaves unknown places visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
