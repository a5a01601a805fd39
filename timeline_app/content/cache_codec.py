# SPDX-License-Identifier: MIT
"""A kept exhibit as bytes: a mark, a digest of all that follows, what it rests on, and the checked records.

MessagePack of known shapes only: what is not exactly that is no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from timeline_app.base.messages import Message
from timeline_app.base.text_value import TextValue
from timeline_app.content.build import Parts
from timeline_app.content.folder import Finding
from timeline_app.content.problems import Problem, Severity
from timeline_app.content.reading import Look
from timeline_app.model import records

if TYPE_CHECKING:
    from timeline_app.content.packed_events import PackedEvents

FORMAT: Final = 3
"""To be raised when the meaning of an entry changes; every other number is somebody else's entry."""

# With digest and length whole words: columns that begin at an odd byte are slow in every use.
_MARK: Final = b"timeline-app exhibit\n" + FORMAT.to_bytes(3, "big")
_DIGEST_BYTES: Final = 32
_LENGTH_BYTES: Final = 8


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


class KeptColumns(msgspec.Struct, frozen=True, array_like=True):
    """What the runs of bytes are: of each the number of its kind and of its values; the file's bytes lie elsewhere.

    `file` is the number of the file among those that were read, -1 where its bytes are kept too.
    """

    file: int
    arrays: tuple[tuple[int, int], ...]


class _Content(msgspec.Struct, frozen=True, array_like=True):
    parts: Parts
    problems: tuple[_KeptProblem, ...]
    columns: KeptColumns | None = None


class Kept(NamedTuple):
    """What an entry holds: records, problems, and what lies behind them in columns, if anything does."""

    parts: Parts
    problems: tuple[Problem, ...]
    columns: KeptColumns | None


def pack(
    header: Header, parts: Parts, problems: tuple[Problem, ...], packed: PackedEvents | None = None
) -> list[bytes | memoryview]:
    """Return an entry's bytes, piece by piece; raise ValueError, TypeError or OverflowError for what cannot be written.

    The records come first, behind their length, and then the columns of packed events.
    """
    encoder = msgspec.msgpack.Encoder(enc_hook=_encode)
    columns: KeptColumns | None = None
    runs: list[memoryview] = []
    if packed is not None:
        from timeline_app.content.cache_columns import columns_in, kept_columns, runs_of  # For few exhibits.

        file = next((n for n, look in enumerate(header.looks) if look.name == packed.file), -1)
        arrays = columns_in(packed, with_data=file < 0)
        columns, runs = kept_columns(arrays, file), runs_of(arrays)
    kept = tuple(_kept_problem(problem) for problem in problems)
    content = encoder.encode(_Content(parts, kept, columns))
    body = encoder.encode(_Entry(header, msgspec.Raw(content)))
    pieces: list[bytes | memoryview] = [
        len(body).to_bytes(_LENGTH_BYTES, "little"),
        body,
        bytes(-len(body) % _LENGTH_BYTES),
        *runs,
    ]
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return [_MARK, digest.digest(), *pieces]


def unpack_header(data: memoryview) -> tuple[Header, msgspec.Raw, memoryview]:
    """Return an entry's header, its content still packed, and the columns; raise ValueError if this is no entry."""
    start = len(_MARK) + _DIGEST_BYTES
    if data[: len(_MARK)] != _MARK or sha256(data[start:]).digest() != data[len(_MARK) : start]:
        raise ValueError("not an entry")
    first = start + _LENGTH_BYTES
    length = int.from_bytes(data[start:first], "little")
    entry = msgspec.msgpack.decode(data[first : first + length], type=_Entry)
    return entry.header, entry.content, data[first + length + -length % _LENGTH_BYTES :]


def unpack_content(content: msgspec.Raw) -> Kept:
    """Return an entry's records and problems; raise ValueError if they are none."""
    found = msgspec.msgpack.decode(content, type=_Content, dec_hook=_decode)
    return Kept(found.parts, tuple(_problem(kept) for kept in found.problems), found.columns)


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
