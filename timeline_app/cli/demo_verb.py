# SPDX-License-Identifier: MIT
"""`timeline-app demo`: writes a large made-up exhibit, as YAML, JSON or one event a line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

from timeline_app.base.messages import Translator
from timeline_app.cli.demo_exhibit import events, header
from timeline_app.cli.options import DemoRequest


def run_demo(request: DemoRequest, translator: Translator, out: TextIO) -> int:
    """Write the file, whole or not at all; return 1 with a word why if it cannot be written.

    A file that is there already is somebody's: it is left as it is.
    """
    path = request.path
    if path.exists():
        print(translator.say("demo.exists", file=str(path)), file=out)
        return 1
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines(path.suffix.lower(), request.events, request.seed))
        beside.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(translator.say("demo.unwritable", file=str(path), reason=reason), file=out)
        return 1
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    print(translator.say("demo.written", file=str(path), count=request.events), file=out)
    return 0


def lines(ending: str, count: int, seed: int) -> Iterator[str]:
    """Yield the lines of the file; the same ending, count and seed always give the same ones."""
    match ending:
        case ".jsonl":
            yield f"{_json(header(count, seed))}\n"
            yield from (f"{_json(event)}\n" for event in events(count, seed))
        case ".json":
            yield from _as_json(count, seed)
        case _:
            yield from _as_yaml(count, seed)


def _as_json(count: int, seed: int) -> Iterator[str]:
    yield "{\n"
    yield from (f" {_json(name)}: {_json(value)},\n" for name, value in header(count, seed).items())
    yield ' "events": ['
    for number, event in enumerate(events(count, seed)):
        yield f"{',' if number else ''}\n  {_json(event)}"
    yield "\n ]\n}\n"


def _as_yaml(count: int, seed: int) -> Iterator[str]:
    """Write what JSON calls a value as it is: YAML reads it alike."""
    yield from (f"{name}: {_json(value)}\n" for name, value in header(count, seed).items())
    yield "events:\n"
    for event in events(count, seed):
        fields = [f"{name}: {_json(value)}" for name, value in event.items()]
        yield "- " + "\n  ".join(fields) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
