# SPDX-License-Identifier: MIT
"""Reads what follows `timeline-app bibliography`: the exhibit, the format and the style."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.cli.options import BibliographyRequest, Options, Task, UsageError, unknown_option
from timeline_app.model.bibliography_files import BibliographyFormat
from timeline_app.model.citation_styles import CitationStyle

_VALUES: Final = {
    "--format": tuple(map(str, BibliographyFormat)),
    "--style": tuple(map(str, CitationStyle)),
}
_OPTIONS: Final = (*_VALUES, "--help")


def read_bibliography_arguments(arguments: Sequence[str]) -> Options:
    """Return what the words after `bibliography` ask for; raise UsageError where they make no sense."""
    files: list[str] = []
    request = BibliographyRequest()
    chosen = {"--format": request.form, "--style": request.style}
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word in {"--help", "-h"}:
            return Options(task=Task.HELP, bibliography=request)
        if word == "--":
            files.extend(words)
        elif name in _VALUES:
            chosen[name] = _value(name, value if equals else next(words, ""))
        elif word.startswith("-"):
            raise unknown_option(word, _OPTIONS)
        else:
            files.append(word)
    if len(files) > 1:
        raise UsageError(Message.of("cli.error.several-files", second=files[1]))
    path = Path(files[0]) if files else None
    wanted = BibliographyRequest(path, chosen["--format"], chosen["--style"])
    return Options(task=Task.BIBLIOGRAPHY, bibliography=wanted)


def _value(option: str, text: str) -> str:
    if not text:
        example = f"{option} {_VALUES[option][0]}"
        raise UsageError(Message.of("cli.error.no-value", option=option, example=example))
    if text not in _VALUES[option]:
        values = ", ".join(_VALUES[option])
        raise UsageError(Message.of("cli.error.one-of", option=option, text=text, values=values))
    return text
