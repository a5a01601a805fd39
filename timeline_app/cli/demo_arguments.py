# SPDX-License-Identifier: MIT
"""Reads what follows `timeline-app demo`: how many events, which seed, and the file to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.cli.options import (
    DEMO_ENDINGS,
    DEMO_EVENTS,
    DemoRequest,
    Options,
    Task,
    UsageError,
    unknown_option,
)

MOST_SEED: Final = 10**18
_EXAMPLES: Final = {"--events": "--events 10000", "--seed": "--seed 7"}
_OPTIONS: Final = (*_EXAMPLES, "--help")


def read_demo_arguments(arguments: Sequence[str]) -> Options:
    """Return what the words after `demo` ask for; raise UsageError where they make no sense."""
    files: list[str] = []
    numbers = {"--events": DEMO_EVENTS[0], "--seed": 1}
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word in {"--help", "-h"}:
            return Options(task=Task.HELP, demo=DemoRequest(Path(), *numbers.values()))
        if word == "--":
            files.extend(words)
        elif name in numbers:
            numbers[name] = _number(name, value if equals else _next(words, name))
        elif word.startswith("-"):
            raise unknown_option(word, _OPTIONS)
        else:
            files.append(word)
    if len(files) != 1:
        key = "cli.error.several-files" if files else "cli.error.demo-file"
        raise UsageError(Message.of(key, second=files[1]) if files else Message.of(key))
    return Options(task=Task.DEMO, demo=DemoRequest(_file(files[0]), *numbers.values()))


def _next(words: Iterator[str], option: str) -> str:
    value = next(words, "")
    if not value:
        raise UsageError(Message.of("cli.error.no-value", option=option, example=_EXAMPLES[option]))
    return value


def _number(option: str, text: str) -> int:
    least, most = DEMO_EVENTS[1:] if option == "--events" else (0, MOST_SEED)
    # Not int() alone: it takes other digits, signs and underscores too.
    plain = text.replace(",", "")
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= len(str(most))):
        raise UsageError(
            Message.of("cli.error.demo-number", option=option, text=text, least=least, most=most)
        )
    number = int(plain)
    if not least <= number <= most:
        raise UsageError(
            Message.of("cli.error.demo-number", option=option, text=text, least=least, most=most)
        )
    return number


def _file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in DEMO_ENDINGS:
        raise UsageError(Message.of("cli.error.demo-ending", text=text))
    return path
