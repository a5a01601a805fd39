# SPDX-License-Identifier: MIT
"""Reads what follows `timeline-app dates`: dates, and under which settings they are read.

A date may begin with a hyphen (`-0043-03-15`), so only words with two of them are options.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Final, get_args

from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings, Hemisphere, OldStyle
from timeline_app.cli.options import DatesRequest, Options, Task, UsageError, unknown_option

_EXAMPLES: Final = {
    "--timezone": "--timezone Asia/Tokyo",
    "--hemisphere": "--hemisphere south",
    "--old-style": "--old-style julian",
}
_OPTIONS: Final = (*_EXAMPLES, "--json", "--help")


def read_dates_arguments(arguments: Sequence[str]) -> Options:
    """Return what the words after `dates` ask for; raise UsageError where they make no sense."""
    texts: list[str] = []
    settings = DEFAULT_SETTINGS
    as_json = is_help = False
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            texts.extend(words)
        elif word == "--json":
            as_json = True
        elif word in {"--help", "-h"}:
            is_help = True
        elif name in _EXAMPLES:
            settings = _SETTERS[name](settings, value if equals else _next(words, name))
        elif word.startswith("--"):
            raise unknown_option(word, _OPTIONS)
        else:
            texts.append(word)
    if not (texts or as_json or is_help):
        raise UsageError(Message.of("cli.error.dates-none"))
    request = DatesRequest(tuple(map(_as_utf8, texts)), settings)
    return Options(task=Task.HELP if is_help else Task.DATES, dates=request, as_json=as_json)


def _next(words: Iterator[str], option: str) -> str:
    value = next(words, "")
    if not value or value.startswith("--"):
        raise UsageError(Message.of("cli.error.no-value", option=option, example=_EXAMPLES[option]))
    return value


def _with_timezone(settings: DateSettings, name: str) -> DateSettings:
    # The list of zones is long, and mostly not asked for.
    from timeline_app.chrono.zones import is_zone

    if not is_zone(name):
        raise UsageError(Message.of("cli.error.timezone", text=name))
    return settings._replace(timezone=name)


def _with_hemisphere(settings: DateSettings, name: str) -> DateSettings:
    choices: tuple[Hemisphere, ...] = get_args(Hemisphere)
    for choice in choices:
        if choice == name:
            return settings._replace(hemisphere=choice)
    raise UsageError(Message.of("cli.error.hemisphere", text=name))


def _with_old_style(settings: DateSettings, name: str) -> DateSettings:
    choices: tuple[OldStyle, ...] = get_args(OldStyle)
    for choice in choices:
        if choice == name:
            return settings._replace(old_style=choice)
    raise UsageError(Message.of("cli.error.old-style", text=name))


_SETTERS: Final[dict[str, Callable[[DateSettings, str], DateSettings]]] = {
    "--timezone": _with_timezone,
    "--hemisphere": _with_hemisphere,
    "--old-style": _with_old_style,
}


def _as_utf8(text: str) -> str:
    """Return an argument as UTF-8 says it, whatever the machine's language took its bytes for."""
    try:
        written = os.fsencode(text)
    except UnicodeEncodeError:
        written = text.encode("utf-8", "replace")
    return written.decode("utf-8", "replace")
