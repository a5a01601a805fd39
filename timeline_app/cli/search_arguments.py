# SPDX-License-Identifier: MIT
"""Reads what follows `timeline-app search`: what to look for, in which exhibit, as known when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.cli.moments import moment_of
from timeline_app.cli.options import Options, SearchRequest, Task, UsageError, unknown_option

_EXAMPLES: Final = {
    "--in": "--in my-class.yaml",
    "--as-known-at": "--as-known-at 1960",
    "--limit": "--limit 20",
}
_OPTIONS: Final = (*_EXAMPLES, "--json", "--help")


def read_search_arguments(arguments: Sequence[str]) -> Options:
    """Return what the words after `search` ask for; raise UsageError where they make no sense."""
    asked: list[str] = []
    values: dict[str, str] = {}
    as_json = False
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word in {"--help", "-h"}:
            return Options(task=Task.HELP, search=SearchRequest(""))
        if word == "--":
            asked.extend(words)
        elif word == "--json":
            as_json = True
        elif name in _EXAMPLES:
            values[name] = _given(name, value if equals else next(words, ""))
        elif word.startswith("--"):
            raise unknown_option(word, _OPTIONS)
        else:
            # What the shell took for one word was written with blanks: a phrase.
            asked.append(f'"{word}"' if " " in word and not any(sign in word for sign in '":') else word)
    if not asked:
        raise UsageError(Message.of("cli.error.search-none"))
    path = Path(values["--in"]) if "--in" in values else None
    moment = moment_of(values.get("--as-known-at"))
    request = SearchRequest(" ".join(asked), path, moment, _limit(values.get("--limit", "20")))
    return Options(task=Task.SEARCH, search=request, as_json=as_json)


def _given(option: str, text: str) -> str:
    if not text:
        raise UsageError(Message.of("cli.error.no-value", option=option, example=_EXAMPLES[option]))
    return text


def _limit(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise UsageError(Message.of("cli.error.search-limit", text=text))
    return int(text)
