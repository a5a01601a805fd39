# SPDX-License-Identifier: MIT
"""A kept exhibit as bytes: a mark, a digest of all that follows, what it rests on, and the checked records.

MessagePack of known shapes only: what is not exactly that is no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgspec

from timeline_app.base.messages import Message
from timeline_app.base.text_value import TextValue
from timeline_app.content.build import Parts
from timeline_app.content.folder import Finding
from timeline_app.content.problems import Problem, Severity
from timeline_app.content.reading import Look
from timeline_app.model import records

FORMAT: Final = 2
"""To be raised when the meaning of an entry changes; every other number is somebody else's entry."""

_MARK: Final = b"timeline-app exhibit\n" + FORMAT.to_bytes(2, "big")
_DIGEST_BYTES: Final = 32


class MediaStamp(NamedTuple):
    """What a picture's file looked like."""

    finding: Finding
    size: int = 0
    mtime_ns: int = 0


class Header(msgspec.Struct, frozen=True, array_like=True):
    """What must still hold for an entry to count; `date_reader` only where a date was read loosely."""

    program: bytes
    looks: tuple[Look, ...]
    media: dict[str, MediaStamp]
    date_reader: bytes = b""


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    header: Header
    content: msgspec.Raw


class _KeptMessage(msgspec.Struct, frozen=True, array_like=True):
    key: str
    params: tuple[tuple[str, str | int | float | _KeptMessage], ...]


class _KeptProblem(msgspec.Struct, frozen=True, array_like=True):
    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: _KeptMessage
    hint: _KeptMessage | None
    excerpt: str
    fixes: tuple[str, ...]


class _Content(msgspec.Struct, frozen=True, array_like=True):
    parts: Parts
    problems: tuple[_KeptProblem, ...]


def pack(header: Header, parts: Parts, problems: tuple[Problem, ...]) -> bytes:
    """Return an entry's bytes; raise ValueError, TypeError or OverflowError for what cannot be written."""
    encoder = msgspec.msgpack.Encoder(enc_hook=_encode)
    content = encoder.encode(_Content(parts, tuple(_kept_problem(problem) for problem in problems)))
    body = encoder.encode(_Entry(header, msgspec.Raw(content)))
    return _MARK + sha256(body).digest() + body


def unpack_header(data: bytes) -> tuple[Header, msgspec.Raw]:
    """Return an entry's header, and its content still packed; raise ValueError if this is no entry."""
    start = len(_MARK) + _DIGEST_BYTES
    body = memoryview(data)[start:]
    if not data.startswith(_MARK) or sha256(body).digest() != data[len(_MARK) : start]:
        raise ValueError("not an entry")
    entry = msgspec.msgpack.decode(body, type=_Entry)
    return entry.header, entry.content


def unpack_content(content: msgspec.Raw) -> tuple[Parts, tuple[Problem, ...]]:
    """Return an entry's records and problems; raise ValueError if they are none."""
    found = msgspec.msgpack.decode(content, type=_Content, dec_hook=_decode)
    return found.parts, tuple(_problem(kept) for kept in found.problems)


@cache
def shapes_mark() -> bytes:
    """Return a digest of the shapes of all records: fields, their types as written, defaults."""
    shapes = [
        (name, shape.__struct_encode_fields__, sorted(_types(shape).items()), repr(shape.__struct_defaults__))
        for name, shape in sorted(vars(records).items())
        if isinstance(shape, type) and issubclass(shape, msgspec.Struct)
    ]
    return sha256(repr(shapes).encode()).digest()


def _types(shape: type[msgspec.Struct]) -> Mapping[str, str]:
    return {name: str(written) for name, written in vars(shape).get("__annotations__", {}).items()}


def _encode(value: Any) -> Any:
    """Write a text by language."""
    if isinstance(value, TextValue):
        return dict(value.variants)
    raise TypeError(type(value).__name__)


def _decode(kind: type, value: Any) -> Any:
    if kind is TextValue and isinstance(value, dict):
        return TextValue(tuple(value.items()))
    raise ValueError(kind.__name__)


def _kept_message(message: Message) -> _KeptMessage:
    params = tuple(
        (name, _kept_message(value) if isinstance(value, Message) else value)
        for name, value in message.params
    )
    return _KeptMessage(message.key, params)


def _message(kept: _KeptMessage) -> Message:
    params = tuple(
        (name, _message(value) if isinstance(value, _KeptMessage) else value) for name, value in kept.params
    )
    return Message(kept.key, params)


def _kept_problem(problem: Problem) -> _KeptProblem:
    return _KeptProblem(
        problem.file,
        problem.line,
        problem.column,
        problem.severity,
        problem.code,
        _kept_message(problem.message),
        _kept_message(problem.hint) if problem.hint is not None else None,
        problem.excerpt,
        problem.fixes,
    )


def _problem(kept: _KeptProblem) -> Problem:
    return Problem(
        kept.file,
        kept.line,
        kept.column,
        kept.severity,
        kept.code,
        _message(kept.message),
        _message(kept.hint) if kept.hint is not None else None,
        kept.excerpt,
        kept.fixes,
    )
