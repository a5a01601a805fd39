# SPDX-License-Identifier: MIT
"""Reads what follows `timeline-app handout`: the exhibit, the tour, what of it and for whom, and the file to write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from timeline_app.base.messages import Message
from timeline_app.cli.options import (
    HANDOUT_ENDINGS,
    HandoutRequest,
    Options,
    Task,
    UsageError,
    unknown_option,
)

_CHOICES: Final = {
    "--kind": ("pages", "worksheet", "answers"),
    "--copy": ("student", "teacher"),
    "--per-page": ("1", "2", "3", "6"),
    "--paper": ("a4", "letter"),
}
_TOUR: Final = "--tour"
_OPENS: Final = "--open-notes"
_OPTIONS: Final = (*_CHOICES, _TOUR, _OPENS, "--help")


def read_handout_arguments(arguments: Sequence[str]) -> Options:
    """Return what the words after `handout` ask for; raise UsageError where they make no sense."""
    files: list[str] = []
    values: dict[str, str] = {}
    opens_notes = False
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word in {"--help", "-h"}:
            return Options(task=Task.HELP, handout=HandoutRequest())
        if word == "--":
            files.extend(words)
        elif word == _OPENS:
            opens_notes = True
        elif name in _CHOICES or name == _TOUR:
            values[name] = _value(name, value if equals else next(words, ""))
        elif word.startswith("-"):
            raise unknown_option(word, _OPTIONS)
        else:
            files.append(word)
    if values.get("--kind") == "answers" and values.get("--copy") == "student":
        raise UsageError(Message.of("cli.error.handout-answers"))
    path, out = _files(files)
    request = HandoutRequest(
        path,
        out,
        values.get(_TOUR, ""),
        values.get("--kind", "pages"),
        values.get("--copy", "student"),
        int(values.get("--per-page", "3")),
        values.get("--paper", "a4"),
        opens_notes,
    )
    return Options(task=Task.HANDOUT, handout=request)


def _files(files: Sequence[str]) -> tuple[Path | None, Path]:
    """Return the exhibit (None for the one that comes with the program) and the file to write, which comes last."""
    if not files or Path(files[-1]).suffix.lower() not in HANDOUT_ENDINGS:
        raise UsageError(Message.of("cli.error.handout-file"))
    *exhibits, out = files
    if len(exhibits) > 1:
        raise UsageError(Message.of("cli.error.several-files", second=exhibits[1]))
    return (Path(exhibits[0]) if exhibits else None), Path(out)


def _value(option: str, text: str) -> str:
    choices = _CHOICES.get(option, ())
    if not text:
        example = f"{option} {choices[0] if choices else 'lesson'}"
        raise UsageError(Message.of("cli.error.no-value", option=option, example=example))
    if choices and text not in choices:
        raise UsageError(Message.of("cli.error.one-of", option=option, text=text, values=", ".join(choices)))
    return text
